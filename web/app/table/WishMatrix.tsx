// The wishes between two sides as a heat map that one can zoom: a row for each of one side, a column for each of the other.
// Arrows move, a digit gives the wish that priority, 0 or Delete takes it out, X makes it a veto, + and - zoom.

import { effect, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { words } from "../../i18n/index.js";
import { ask } from "../../state/bridge.js";
import { editTold } from "../../state/edits.js";
import { event } from "../../state/event.js";
import { locale, theme } from "../../state/prefs.js";
import { tableOf } from "../../state/table.js";
import type { MatrixView, TableAnswer } from "../../tables.js";
import { px } from "../px.js";
import { draw, picture, type Drawn } from "./matrix-draw.js";

/** Sizes of a cell in pixels that zooming steps through; 0: the whole is fitted to the screen. */
const SIZES = [4, 6, 9, 13, 18, 26];
/** Room for the names. */
const HEAD = { left: 150, top: 110 };
const NAMES_FROM = 13;
const VETO = 15;

export function WishMatrix(): JSX.Element {
  const t = words.value.table;
  const sides = event.value?.sides ?? [];
  const chosen = useSignal({ from: "", to: "" });
  // Until somebody chooses, the first side's wishes for the second.
  const from = chosen.value.from || (sides[0]?.id ?? "");
  const to = chosen.value.to || (sides[1]?.id ?? sides[0]?.id ?? "");
  const view = useSignal<MatrixView | null>(null);
  const size = useSignal(0);
  const at = useSignal({ row: 0, column: 0 });
  const problem = useSignal("");
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const image = useRef<HTMLCanvasElement | null>(null);
  const frame = useRef(0);
  const revision = event.value?.revision ?? 0;

  useEffect(() => {
    if (from === "") return;
    void ask((api) => api.tables.matrix(from, to))
      .then((answer) => (view.value = answer))
      .catch(() => undefined);
  }, [revision, from, to]);

  const geometry = (): Drawn | null => {
    const el = box.current;
    const matrix = view.peek();
    if (!el || !matrix || matrix.rows.length === 0 || matrix.columns.length === 0) return null;
    const fit = Math.min(
      (el.clientWidth - HEAD.left) / matrix.columns.length,
      (el.clientHeight - HEAD.top) / matrix.rows.length,
      SIZES.at(-1)!,
    );
    const cell = size.peek() === 0 ? (fit >= 1 ? Math.floor(fit) : Math.max(0.25, fit)) : size.peek();
    const head = cell >= NAMES_FROM ? HEAD : { left: 8, top: 8 };
    return {
      matrix,
      cell,
      head,
      left: el.scrollLeft,
      top: el.scrollTop,
      width: el.clientWidth,
      height: el.clientHeight,
    };
  };
  const redraw = (): void => {
    if (frame.current !== 0) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      const drawn = geometry();
      if (drawn && canvas.current && image.current) draw(canvas.current, image.current, drawn, at.peek());
    });
  };
  useLayoutEffect(() => {
    const watch = new ResizeObserver(redraw);
    watch.observe(box.current!);
    return () => {
      watch.disconnect();
      cancelAnimationFrame(frame.current);
    };
  }, []);
  useEffect(
    () => effect(() => void (view.value && theme.value && ((image.current = picture(view.value)), redraw()))),
    [],
  );
  useEffect(() => effect(() => void (size.value, at.value, redraw())), []);

  const zoom = (step: number): void => {
    const now = geometry()?.cell ?? 0;
    const next = step > 0 ? SIZES.find((one) => one > now) : SIZES.findLast((one) => one < now);
    size.value = next ?? (step > 0 ? SIZES.at(-1)! : 0);
    requestAnimationFrame(() => reveal());
  };
  const reveal = (): void => {
    const drawn = geometry();
    const el = box.current;
    if (!drawn || !el) return;
    const { cell, head } = drawn;
    const [x, y] = [at.peek().column * cell, at.peek().row * cell];
    if (x < el.scrollLeft) el.scrollLeft = x;
    else if (x + cell + head.left > el.scrollLeft + el.clientWidth)
      el.scrollLeft = x + cell + head.left - el.clientWidth;
    if (y < el.scrollTop) el.scrollTop = y;
    else if (y + cell + head.top > el.scrollTop + el.clientHeight) el.scrollTop = y + cell + head.top - el.clientHeight;
    redraw();
  };
  const cellAt = (point: MouseEvent): { row: number; column: number } | null => {
    const drawn = geometry();
    if (!drawn) return null;
    const area = box.current!.getBoundingClientRect();
    const column = Math.floor((point.clientX - area.left + drawn.left - drawn.head.left) / drawn.cell);
    const row = Math.floor((point.clientY - area.top + drawn.top - drawn.head.top) / drawn.cell);
    const inside = row >= 0 && column >= 0 && row < drawn.matrix.rows.length && column < drawn.matrix.columns.length;
    return inside ? { row, column } : null;
  };
  const set = async (text: string): Promise<void> => {
    const matrix = view.peek();
    const [p, q] = [matrix?.rows[at.peek().row], matrix?.columns[at.peek().column]];
    if (!matrix || !p || !q) return;
    const change = { kind: "wish", from: p.index, to: q.index, text } as const;
    const query = { ...tableOf("wishes").query(), find: "", where: {}, marked: false, only: null, sort: null };
    const answer = await ask((api) => api.tables.edit(matrix.serial, query, change) as Promise<TableAnswer>).catch(
      () => null,
    );
    editTold.value = null;
    problem.value = answer?.status === "refused" ? answer.problems[0]!.text[locale.value] : "";
    view.value = await ask((api) => api.tables.matrix(from, to));
  };
  const onKeyDown = (key: KeyboardEvent): void => {
    const matrix = view.peek();
    if (!matrix || key.ctrlKey || key.metaKey || key.altKey) return;
    const { row, column } = at.peek();
    const page = 10;
    const go = (r: number, c: number): void => {
      at.value = {
        row: Math.max(0, Math.min(matrix.rows.length - 1, r)),
        column: Math.max(0, Math.min(matrix.columns.length - 1, c)),
      };
      reveal();
    };
    const moves: Readonly<Record<string, [number, number]>> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-page, 0],
      PageDown: [page, 0],
      Home: [0, -matrix.columns.length],
      End: [0, matrix.columns.length],
    };
    const step = moves[key.key];
    if (step) go(row + step[0], column + step[1]);
    else if (key.key === "+" || key.key === "-") zoom(key.key === "+" ? 1 : -1);
    else if (key.key === "0" || key.key === "Delete" || key.key === "Backspace") void set("");
    else if (/^[1-9]$/.test(key.key)) void set(key.key);
    else if (key.key.toLowerCase() === "x") void set("veto");
    else return;
    key.preventDefault();
  };

  const matrix = view.value;
  const drawn = matrix && { rows: matrix.rows.length, columns: matrix.columns.length };
  const cell = geometry()?.cell ?? 1;
  const [p, q] = [matrix?.rows[at.value.row], matrix?.columns[at.value.column]];
  const value = matrix && q ? matrix.cells[at.value.row * matrix.columns.length + at.value.column]! : 0;
  const wish = (n: number): string => (n === 0 ? t.noWish : n === VETO ? t.veto : words.value.priority(n));
  const told = p && q ? t.matrixCell(p.name, q.name, wish(value & 15), wish(value >> 4)) : "";
  const pick = (label: string, end: "from" | "to", value: string): JSX.Element => (
    <select
      class="fld"
      aria-label={label}
      onChange={(change) => (chosen.value = { ...chosen.peek(), [end]: change.currentTarget.value })}
    >
      {sides.map((side) => (
        <option key={side.id} value={side.id} selected={side.id === value}>
          {side.label}
        </option>
      ))}
    </select>
  );
  return (
    <>
      <div class="mxbar">
        <span class="lab">{t.matrixRows}</span> {pick(t.matrixRows, "from", from)}
        <span class="lab">{t.matrixColumns}</span> {pick(t.matrixColumns, "to", to)}
        <button type="button" class="btn sm" aria-label={t.zoomOut} onClick={() => zoom(-1)}>
          −
        </button>
        <button type="button" class="btn sm" aria-label={t.zoomIn} onClick={() => zoom(1)}>
          +
        </button>
        <button type="button" class="btn sm" onClick={() => (size.value = 0)}>
          {t.zoomFit}
        </button>
        <span class="grow" />
        {drawn && <span class="lab">{t.matrixSize(drawn.rows, drawn.columns)}</span>}
      </div>
      <div
        ref={box}
        class="mx"
        role="application"
        tabIndex={0}
        aria-label={t.matrixLabel}
        aria-describedby="mx-told"
        onScroll={redraw}
        onKeyDown={onKeyDown}
        onWheel={(wheel) => {
          if (!wheel.ctrlKey) return;
          wheel.preventDefault();
          const under = cellAt(wheel);
          if (under) at.value = under;
          zoom(wheel.deltaY < 0 ? 1 : -1);
        }}
        onPointerMove={(point) => {
          const under = cellAt(point);
          if (under && point.buttons === 0) at.value = under;
        }}
        onClick={(click) => {
          const under = cellAt(click);
          if (under) at.value = under;
        }}
      >
        <canvas ref={canvas} class="mxcanvas" aria-hidden="true" />
        {drawn && (
          <div
            class="mxsize"
            style={{ width: px(drawn.columns * cell + HEAD.left), height: px(drawn.rows * cell + HEAD.top) }}
          />
        )}
      </div>
      <div class="tfoot">
        <span id="mx-told" role="status" class="saying">
          {told}
          {problem.value !== "" && <span class="err">{problem.value}</span>}
        </span>
        <span class="grow" />
        <span class="keys">{t.matrixKeys}</span>
      </div>
    </>
  );
}
