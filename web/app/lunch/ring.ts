// Where tables and seats stand, in pixels: tables in rows, the seats of each around a circle with their names at both
// sides. Pure arithmetic; TableCard draws it.

import type { TableView } from "../../lunch-views.js";

/** Larger tables are drawn as a list: names around a circle would no longer be read. */
export const ROUND = 20;

/** Pixels that follow the size of the type. */
export interface CardSizes {
  /** Size of names. */
  type: number;
}

export interface SeatSpot {
  /** Of the seat's mark. */
  x: number;
  y: number;
  /** Middle of the name's line. */
  line: number;
  side: "left" | "right";
}

export interface Ring {
  height: number;
  /** Of the circle. */
  x: number;
  y: number;
  radius: number;
  /** Width of a name, and the lines that it may take. */
  names: number;
  lines: 1 | 2;
  seats: SeatSpot[];
}

export interface CardRow {
  top: number;
  height: number;
  /** Tables from..to stand in this row. */
  from: number;
  to: number;
}

const HEAD = 26;
const FOOT = 8;
const RADIUS = 34;
const LEAD = 9;

/** Places of a table. */
export function placesOf({ seats, people }: TableView): number {
  return Math.max(seats, people.length);
}

/** Height of a line of names: tables with few seats have room. */
function stepOf(places: number, { type }: CardSizes): number {
  return places <= 10 ? type + 15 : type + 9;
}

/** A round table with so many places in a card of this width. The first place is right of the top, then clockwise. */
export function ringOf(places: number, width: number, sizes: CardSizes): Ring {
  const right = Math.ceil(places / 2);
  const left = places - right;
  const step = stepOf(places, sizes);
  const body = Math.max(right * step, 2 * (RADIUS + 12));
  const height = HEAD + body + FOOT;
  const x = width / 2;
  const y = HEAD + body / 2;
  const seats = Array.from({ length: places }, (_, i): SeatSpot => {
    const angle = ((i + 0.5) / places) * 2 * Math.PI - Math.PI / 2;
    const line = i < right ? i - (right - 1) / 2 : (left - 1) / 2 - (i - right);
    return {
      x: x + RADIUS * Math.cos(angle) * 1.15,
      y: y + RADIUS * Math.sin(angle) * 1.15,
      line: y + line * step,
      side: i < right ? "right" : "left",
    };
  });
  return { height, x, y, radius: RADIUS, names: x - RADIUS * 1.15 - LEAD - 4, lines: places <= 10 ? 2 : 1, seats };
}

/** Columns of names in a card that lists them. */
export function listColumns(width: number, { type }: CardSizes): number {
  return Math.max(1, Math.floor(width / (type * 18)));
}

/** Tables in rows: as many beside each other as have room; one that is listed has a row of its own. */
export function rowsOf(
  tables: readonly TableView[],
  width: number,
  sizes: CardSizes,
): { columns: number; cardWidth: number; rows: CardRow[]; height: number } {
  const columns = Math.max(1, Math.floor(width / (sizes.type * 24)));
  const cardWidth = Math.floor(width / columns);
  const rows: CardRow[] = [];
  let top = 0;
  let from = 0;
  while (from < tables.length) {
    const listed = placesOf(tables[from]!) > ROUND;
    let to = from + 1;
    let height = 0;
    if (listed) {
      const { people, seats } = tables[from]!;
      const entries = people.length + (people.length < seats ? 1 : 0);
      height = HEAD + Math.ceil(entries / listColumns(width, sizes)) * (sizes.type + 11) + FOOT;
    } else {
      while (to < tables.length && to - from < columns && placesOf(tables[to]!) <= ROUND) to++;
      for (const table of tables.slice(from, to))
        height = Math.max(height, ringOf(placesOf(table), cardWidth, sizes).height);
    }
    rows.push({ top, height, from, to });
    top += height + 4;
    from = to;
  }
  return { columns, cardWidth, rows, height: top };
}

/** Rows between two heights, those nearest to the middle first. */
export function rowsSeen(rows: readonly CardRow[], top: number, bottom: number): number[] {
  const off = ({ top: at, height }: CardRow): number => Math.abs(2 * at + height - top - bottom);
  return rows
    .flatMap((row, i) => (row.top < bottom && row.top + row.height > top ? [i] : []))
    .sort((a, b) => off(rows[a]!) - off(rows[b]!));
}
