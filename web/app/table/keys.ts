// What the keys do in a table while no cell is open. True when the key was the table's.

import { batch } from "@preact/signals";
import { blockOf, clearBlock, copy, move, open, type Cell, type Table } from "../../state/table.js";

export function pressed(table: Table, key: KeyboardEvent, page: number, titles: (column: string) => string): boolean {
  const rows = table.window.count.peek();
  const columns = table.columns.length;
  const { row, column } = table.cursor.peek();
  const all = key.ctrlKey || key.metaKey;
  const to = (r: number, c: number): true => {
    const next: Cell = { row: Math.max(0, Math.min(rows - 1, r)), column: Math.max(0, Math.min(columns - 1, c)) };
    move(table, next, key.shiftKey);
    return true;
  };
  switch (key.key) {
    case "ArrowUp":
      return to(all ? 0 : row - 1, column);
    case "ArrowDown":
      return to(all ? rows - 1 : row + 1, column);
    case "ArrowLeft":
      return to(row, all ? 0 : column - 1);
    case "ArrowRight":
      return to(row, all ? columns - 1 : column + 1);
    case "PageUp":
      return to(row - page, column);
    case "PageDown":
      return to(row + page, column);
    case "Home":
      return to(all ? 0 : row, 0);
    case "End":
      return to(all ? rows - 1 : row, columns - 1);
    case "F2":
    case "Enter":
      open(table, { row, column });
      return true;
    case "Delete":
    case "Backspace":
      void clearBlock(table);
      return true;
    case "Escape":
      batch(() => {
        table.ticked.value = new Set();
        move(table, { row, column });
      });
      return true;
    case "F8":
      nextMark(table, row);
      return true;
    case " ":
      tickRows(table);
      return true;
  }
  if (all && key.key.toLowerCase() === "a") {
    batch(() => {
      table.anchor.value = { row: 0, column: 0 };
      table.cursor.value = { row: Math.max(0, rows - 1), column: columns - 1 };
    });
    return true;
  }
  if (all && key.key.toLowerCase() === "c") {
    void copy(table, titles);
    return true;
  }
  if (all || key.altKey || [...key.key].length !== 1) return false;
  open(table, { row, column }, key.key);
  return true;
}

/** Ticks the rows of the block, or unticks them where all are. */
function tickRows(table: Table): void {
  const { top, bottom } = blockOf(table);
  const next = new Set(table.ticked.peek());
  const rows: number[] = [];
  for (let i = top; i <= bottom; i++) {
    const index = table.window.rowAt(i)?.index;
    if (index !== undefined) rows.push(index);
  }
  const all = rows.every((index) => next.has(index));
  for (const index of rows)
    if (all) next.delete(index);
    else next.add(index);
  table.ticked.value = next;
}

/** The next row below that something is remarked about, among those that are known. */
function nextMark(table: Table, from: number): void {
  const rows = table.window.count.peek();
  for (let step = 1; step <= rows; step++) {
    const at = (from + step) % rows;
    const mark = table.window.rowAt(at)?.marks[0];
    if (!mark) continue;
    const column = table.columns.findIndex(({ id }) => id === mark.column);
    return move(table, { row: at, column: Math.max(0, column) });
  }
  // None of those on the screen: only those are shown.
  if (table.facts.peek().marked > 0) table.marked.value = true;
}
