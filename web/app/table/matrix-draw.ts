// Draws the matrix of wishes: as one scaled picture from afar, cell by cell with names from near. Only what is on the
// screen is drawn. Colours are the tokens of the page.

import type { MatrixView } from "../../tables.js";

export interface Drawn {
  matrix: MatrixView;
  /** Pixels of a cell. */
  cell: number;
  head: { left: number; top: number };
  /** Scrolled so far, and the size of what is seen. */
  left: number;
  top: number;
  width: number;
  height: number;
}

const VETO = 15;
/** From this size on cells are drawn one by one. */
const NEAR = 4;
const NAMES = 13;

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function shades(): string[] {
  return ["--p1", "--p2", "--p3", "--p4"].map(token);
}

/** The whole matrix, a pixel for each pair. */
export function picture(matrix: MatrixView): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, matrix.columns.length);
  canvas.height = Math.max(1, matrix.rows.length);
  const context = canvas.getContext("2d")!;
  const image = context.createImageData(canvas.width, canvas.height);
  const pixels = new Uint32Array(image.data.buffer);
  const colours = shades().map(packed);
  const veto = packed(token("--conflict"));
  const other = packed(token("--p4-line"));
  for (let i = 0; i < matrix.cells.length; i++) {
    const value = matrix.cells[i]!;
    if (value === 0) continue;
    const own = value & 15;
    pixels[i] = own === VETO || value >> 4 === VETO ? veto : own === 0 ? other : colours[Math.min(own, 4) - 1]!;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

/** #rrggbb as a pixel of image data. */
function packed(colour: string): number {
  const hex = colour.length === 4 ? [...colour.slice(1)].map((c) => c + c).join("") : colour.slice(1);
  const [r, g, b] = [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16));
  return ((255 << 24) | (b! << 16) | (g! << 8) | r!) >>> 0;
}

/** Draws what is on the screen, with the cursor. */
export function draw(
  canvas: HTMLCanvasElement,
  image: HTMLCanvasElement,
  drawn: Drawn,
  at: { row: number; column: number },
): void {
  const { matrix, cell, head, left, top, width, height } = drawn;
  const ratio = devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const pen = canvas.getContext("2d")!;
  pen.scale(ratio, ratio);
  pen.fillStyle = token("--surface");
  pen.fillRect(0, 0, width, height);
  const x = (column: number): number => head.left + column * cell - left;
  const y = (row: number): number => head.top + row * cell - top;
  pen.save();
  pen.beginPath();
  pen.rect(head.left, head.top, width - head.left, height - head.top);
  pen.clip();
  pen.fillStyle = token("--sunken");
  pen.fillRect(x(0), y(0), matrix.columns.length * cell, matrix.rows.length * cell);
  const from = {
    row: Math.max(0, Math.floor((top - head.top) / cell)),
    column: Math.max(0, Math.floor((left - head.left) / cell)),
  };
  const to = {
    row: Math.min(matrix.rows.length, Math.ceil((top + height) / cell) + 1),
    column: Math.min(matrix.columns.length, Math.ceil((left + width) / cell) + 1),
  };
  if (cell < NEAR) {
    pen.imageSmoothingEnabled = cell < 1;
    pen.drawImage(image, x(0), y(0), matrix.columns.length * cell, matrix.rows.length * cell);
  } else near(pen, drawn, from, to, x, y);
  pen.strokeStyle = token("--ink");
  pen.lineWidth = 2;
  const room = Math.max(cell, 3);
  pen.strokeRect(x(at.column) - 1, y(at.row) - 1, room + 2, room + 2);
  pen.restore();
  if (cell >= NAMES) names(pen, drawn, from, to, at, x, y);
}

type Place = { row: number; column: number };

function near(
  pen: CanvasRenderingContext2D,
  { matrix, cell }: Drawn,
  from: Place,
  to: Place,
  x: (column: number) => number,
  y: (row: number) => number,
): void {
  const colours = shades();
  const [veto, mutual, other, line] = ["--conflict", "--mutual", "--p4-line", "--line"].map(token);
  const gap = cell >= 9 ? 1 : 0;
  for (let row = from.row; row < to.row; row++) {
    for (let column = from.column; column < to.column; column++) {
      const value = matrix.cells[row * matrix.columns.length + column]!;
      if (value === 0) continue;
      const [own, back] = [value & 15, value >> 4];
      const [left, top, side] = [x(column), y(row), cell - gap];
      if (own !== 0 && own !== VETO) {
        pen.fillStyle = colours[Math.min(own, 4) - 1]!;
        // Priority is height as well as shade.
        const high = cell >= 9 ? (side * (5 - Math.min(own, 4))) / 4 : side;
        pen.fillRect(left, top + side - high, side, high);
        if (own >= 4 && cell >= 9) {
          pen.strokeStyle = other!;
          pen.lineWidth = 1;
          pen.strokeRect(left + 0.5, top + side - high + 0.5, side - 1, high - 1);
        }
      } else if (back !== 0 && back !== VETO) {
        pen.strokeStyle = other!;
        pen.lineWidth = 1;
        pen.strokeRect(left + 0.5, top + 0.5, side - 1, side - 1);
      }
      if (own === VETO || back === VETO) {
        pen.strokeStyle = veto!;
        pen.lineWidth = 1.5;
        pen.beginPath();
        pen.moveTo(left + 1, top + 1);
        pen.lineTo(left + side - 1, top + side - 1);
        pen.moveTo(left + side - 1, top + 1);
        pen.lineTo(left + 1, top + side - 1);
        pen.stroke();
      } else if (own !== 0 && back !== 0 && cell >= 9) {
        pen.fillStyle = mutual!;
        pen.beginPath();
        pen.arc(left + side - 2.5, top + 2.5, 2, 0, 7);
        pen.fill();
      }
    }
  }
  if (cell < NAMES) return;
  pen.strokeStyle = line!;
  pen.lineWidth = 1;
  pen.beginPath();
  for (let row = from.row; row <= to.row; row += 1) {
    if (row % 5 !== 0) continue;
    pen.moveTo(x(0), y(row) - 0.5);
    pen.lineTo(x(matrix.columns.length), y(row) - 0.5);
  }
  for (let column = from.column; column <= to.column; column++) {
    if (column % 5 !== 0) continue;
    pen.moveTo(x(column) - 0.5, y(0));
    pen.lineTo(x(column) - 0.5, y(matrix.rows.length));
  }
  pen.stroke();
}

function names(
  pen: CanvasRenderingContext2D,
  { matrix, cell, head }: Drawn,
  from: Place,
  to: Place,
  at: Place,
  x: (column: number) => number,
  y: (row: number) => number,
): void {
  const family = token("--font");
  const [ink, mute] = ["--ink", "--ink-2"].map(token);
  pen.textBaseline = "middle";
  const font = (strong: boolean): string => `${strong ? "600 " : ""}11px ${family}`;
  for (let row = from.row; row < to.row; row++) {
    if (y(row) + cell < head.top) continue;
    pen.font = font(row === at.row);
    pen.fillStyle = row === at.row ? ink! : mute!;
    pen.textAlign = "right";
    pen.fillText(fitted(pen, matrix.rows[row]!.name, head.left - 12), head.left - 6, y(row) + cell / 2);
  }
  pen.textAlign = "left";
  for (let column = from.column; column < to.column; column++) {
    if (x(column) + cell < head.left) continue;
    pen.font = font(column === at.column);
    pen.fillStyle = column === at.column ? ink! : mute!;
    pen.save();
    pen.translate(x(column) + cell / 2, head.top - 6);
    pen.rotate(-Math.PI / 2);
    pen.fillText(fitted(pen, matrix.columns[column]!.name, head.top - 12), 0, 0);
    pen.restore();
  }
}

/** As much of a name as there is room for, cut between letters; the line below says it in full. */
function fitted(pen: CanvasRenderingContext2D, name: string, room: number): string {
  if (pen.measureText(name).width <= room) return name;
  const letters = [...name];
  while (letters.length > 1 && pen.measureText(`${letters.join("")}.`).width > room) letters.pop();
  return `${letters.join("")}.`;
}
