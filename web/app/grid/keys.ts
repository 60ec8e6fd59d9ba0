// What the arrow keys do in the grid. Pure: the cursor and a key give the next cursor.

import type { GridLayout } from "./layout.js";

export interface Cursor {
  row: number;
  /** Index in the columns; -1 is the name. */
  column: number;
}

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey">;

/** Where a key leads, or null when the key is not the grid's. Home and End go by day; with Ctrl by the whole grid. */
export function moved(
  key: Key,
  { row, column }: Cursor,
  layout: GridLayout,
  rows: number,
  page: number,
): Cursor | null {
  const stops = [-1, ...layout.stops];
  const at = Math.max(0, stops.indexOf(column));
  const to = (nextRow: number, nextAt: number): Cursor => ({
    row: Math.max(0, Math.min(rows - 1, nextRow)),
    column: stops[Math.max(0, Math.min(stops.length - 1, nextAt))]!,
  });
  const all = key.ctrlKey || key.metaKey;
  switch (key.key) {
    case "ArrowUp":
      return to(row - 1, at);
    case "ArrowDown":
      return to(row + 1, at);
    case "ArrowLeft":
      return to(row, at - 1);
    case "ArrowRight":
      return to(row, at + 1);
    case "PageUp":
      return to(row - page, at);
    case "PageDown":
      return to(row + page, at);
    case "Home":
      return all ? to(0, 0) : to(row, startOfDay(layout, stops, at));
    case "End":
      return all ? to(rows - 1, stops.length - 1) : to(row, endOfDay(layout, stops, at));
    default:
      return null;
  }
}

/** The first stop of the day; from there the first of the day before; from the first day the name. */
function startOfDay(layout: GridLayout, stops: readonly number[], at: number): number {
  if (at <= 0) return 0;
  const day = (i: number): number => layout.columns[stops[i]!]?.day ?? -1;
  const wanted = day(at) === day(at - 1) ? day(at) : day(at - 1);
  let first = at - 1;
  while (first > 0 && day(first - 1) === wanted) first--;
  return first;
}

/** The last stop of the day; from there the last of the next day. */
function endOfDay(layout: GridLayout, stops: readonly number[], at: number): number {
  const last = stops.length - 1;
  if (at >= last) return last;
  const day = (i: number): number => layout.columns[stops[i]!]?.day ?? -1;
  const wanted = day(at) === day(at + 1) ? day(at) : day(at + 1);
  let end = at + 1;
  while (end < last && day(end + 1) === wanted) end++;
  return end;
}
