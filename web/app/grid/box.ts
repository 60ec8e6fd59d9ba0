// What the grids of the schedule have in common: which cell is under the pointer, scrolling to a cell, sizes, tips.

import { createFits, type Fits } from "../table/fits.js";
import type { Cursor } from "./keys.js";
import type { GridLayout, GridSizes } from "./layout.js";

/** The sizes that the style gives a grid. */
export function readSizes(el: Element): GridSizes {
  const style = getComputedStyle(el);
  const size = (name: string): number => parseFloat(style.getPropertyValue(name));
  return { cellWidth: size("--cell-w"), cellHeight: size("--cell-h"), headHeight: Math.max(17, size("--t-0") + 6) };
}

/** Whether texts fit, and so need no clipping: of a cell, and of the first column. */
export interface GridFits {
  cell: Fits;
  name: Fits;
}

/** What cells and names keep free at both their ends together, in pixels. */
const CELL = 7;
const NAME = 26;

/** For the fonts that the style gives a grid; `el` null: nothing is known yet, and everything is clipped. */
export function readFits(el: Element | null): GridFits {
  if (!el) return { cell: () => false, name: () => false };
  const size = (name: string): string => getComputedStyle(el).getPropertyValue(name).trim();
  return { cell: createFits(el, CELL, size("--t-0")), name: createFits(el, NAME, size("--t-1")) };
}

/** The cell under the pointer, or null for the head. */
export function cellAt(
  el: HTMLElement,
  layout: GridLayout,
  { clientX, clientY }: { clientX: number; clientY: number },
): Cursor | null {
  const { left, top } = el.getBoundingClientRect();
  const y = clientY - top - 2 * layout.headHeight;
  if (y < 0) return null;
  const row = Math.floor((y + el.scrollTop) / layout.cellHeight);
  if (clientX - left < layout.nameWidth + layout.countWidth) return { row, column: -1 };
  const x = clientX - left + el.scrollLeft;
  const column = layout.stops.find((i) => x >= layout.lefts[i]! && x < layout.lefts[i]! + layout.widths[i]!);
  return { row, column: column ?? -1 };
}

/** Scrolls just as far as needed to see the cell. */
export function reveal(el: HTMLElement, layout: GridLayout, { row, column }: Cursor): void {
  const top = row * layout.cellHeight;
  const room = el.clientHeight - 2 * layout.headHeight;
  if (top < el.scrollTop) el.scrollTop = top;
  else if (top + layout.cellHeight > el.scrollTop + room) el.scrollTop = top + layout.cellHeight - room;
  if (column < 0) return;
  const fixed = layout.nameWidth + layout.countWidth;
  const left = layout.lefts[column]!;
  if (left - fixed < el.scrollLeft) el.scrollLeft = left - fixed;
  else if (left + layout.widths[column]! > el.scrollLeft + el.clientWidth)
    el.scrollLeft = left + layout.widths[column]! - el.clientWidth;
}

/** Gives the cell under the pointer its words as a tip; only then, for a thousand tips would slow scrolling down. */
export function explain(over: MouseEvent): void {
  const cell = over.target as HTMLElement;
  const label = cell.getAttribute("aria-label");
  if (cell.role === "gridcell" && label !== null) cell.title = label;
}
