// Where the grid is scrolled to and where its cursor stands. Numbers only; rows.ts holds what is there.

import { signal } from "@preact/signals";

/** First and last row on the screen. */
export const firstRow = signal(0);
export const lastRow = signal(0);
/** The cell that the keyboard is on: row, and column (-1: the name). */
export const cursor = signal<{ row: number; column: number }>({ row: 0, column: -1 });
