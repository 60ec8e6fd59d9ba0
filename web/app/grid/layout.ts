// Where every column of the grid stands, in pixels, from the columns and the sizes in tokens.css. Pure arithmetic.

import type { ColumnView } from "../../protocol.js";
import { px } from "../px.js";

export interface GridSizes {
  cellWidth: number;
  cellHeight: number;
  /** Height of one of the two lines of the head. */
  headHeight: number;
}

export interface GridLayout extends GridSizes {
  columns: readonly ColumnView[];
  lefts: readonly number[];
  /** Left and width of each column as a style. */
  styles: readonly { left: string; width: string }[];
  widths: readonly number[];
  nameWidth: number;
  countWidth: number;
  /** Of name, count and all columns. */
  width: number;
  /** Columns, in order, that the keyboard can stand on. */
  stops: readonly number[];
}

const GAP = 10;
/** Names alone in the tight grid; with their organisations in the wider ones. */
const NAME = { least: 160, leastWide: 236, most: 280 };
const TIGHT = 35;

/** Lays the columns out; the names take what the columns leave, within reason. */
export function layoutOf(columns: readonly ColumnView[], sizes: GridSizes, available: number): GridLayout {
  const mealWidth = sizes.cellWidth + 1;
  const countWidth = sizes.cellWidth + 11;
  const widths = columns.map((c) => (c.kind === "slot" ? sizes.cellWidth : c.kind === "meal" ? mealWidth : GAP));
  const columnsWidth = widths.reduce((sum, w) => sum + w, 0);
  const nameWidth = Math.max(
    sizes.cellWidth > TIGHT ? NAME.leastWide : NAME.least,
    Math.min(NAME.most, available - countWidth - columnsWidth),
  );
  let left = nameWidth + countWidth;
  const lefts = widths.map((w) => (left += w) - w);
  const styles = widths.map((w, i) => ({ left: px(lefts[i]), width: px(w) }));
  const stops = columns.flatMap((c, i) => (c.kind === "gap" ? [] : [i]));
  return { ...sizes, columns, lefts, widths, styles, nameWidth, countWidth, width: left, stops };
}

/** The first and one past the last column within left..right, besides the names. */
export function columnsWithin(layout: GridLayout, left: number, right: number): [number, number] {
  const fixed = layout.nameWidth + layout.countWidth;
  let from = 0;
  while (from < layout.lefts.length && layout.lefts[from]! + layout.widths[from]! < left + fixed) from++;
  let to = from;
  while (to < layout.lefts.length && layout.lefts[to]! < right) to++;
  return [from, to];
}
