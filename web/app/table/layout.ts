// Where the columns of a table stand: each as wide as it needs, those that grow share what is left. Pure.

import type { Column } from "../../tables.js";

/** Width of the column of ticks. */
export const TICK = 40;

export interface TableLayout {
  widths: number[];
  lefts: number[];
  width: number;
  /** Wider than the room: it scrolls to the side. */
  wide: boolean;
  /** For CSS grid, the ticks first. */
  template: string;
}

export function layoutOf(columns: readonly Column[], room: number): TableLayout {
  const least = columns.reduce((sum, { width }) => sum + width, TICK);
  const growing = columns.filter(({ grow }) => grow).length;
  const extra = growing > 0 ? Math.max(0, Math.floor((room - least) / growing)) : 0;
  const widths = columns.map(({ width, grow }) => width + (grow ? extra : 0));
  const lefts: number[] = [];
  let at = TICK;
  for (const width of widths) {
    lefts.push(at);
    at += width;
  }
  return {
    widths,
    lefts,
    width: Math.max(at, room),
    wide: at > room,
    template: `${TICK}px ${widths.map((w) => `${w}px`).join(" ")}`,
  };
}

/** True for a column of numbers: they stand at the right. */
export function isNumber({ kind, width }: Column): boolean {
  return kind === "count" || kind === "priority" || (kind === "told" && width < NARROW);
}

/** What is counted in a wider column is told in words. */
const NARROW = 110;
