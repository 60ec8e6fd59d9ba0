// A table of the event as the page sees it: which rows, in which order, the cursor, what is chosen, the cell under edit,
// and what was last told. One state for each table, kept while another tab is looked at.

import { batch, computed, effect, signal, type Signal } from "@preact/signals";
import {
  COLUMNS,
  type CellProblem,
  type Column,
  type Proposal,
  type TableAnswer,
  type TableEdit,
  type TableId,
  type TableQuery,
  type TableRowView,
  type TableView,
} from "../tables.js";
import { ask } from "./bridge.js";
import { editTold } from "./edits.js";
import { event, opened } from "./event.js";
import { wanted } from "./go.js";
import { locale } from "./prefs.js";
import { createRowWindow, type RowWindow } from "./row-window.js";
import { place, type Place } from "./route.js";
import { blockOfText } from "../app/table/clipboard.js";

export interface Cell {
  row: number;
  column: number;
}

/** A cell under edit. */
export interface Editing {
  /** Position on the screen, and index in the data of the text of that serial. */
  row: number;
  index: number;
  column: number;
  serial: number;
  text: string;
  proposals: readonly Proposal[];
  /** Index among the proposals; -1: none. */
  chosen: number;
  problem: CellProblem | null;
}

/** What was last done to the table, for its line. */
export type TableTold =
  | { kind: "removed"; rows: number; wishes: number; locked: number; others: number }
  | { kind: "pasted" | "cleared"; changed: number; problems: readonly CellProblem[] }
  | { kind: "copied"; cells: number }
  | { kind: "copyFailed" }
  | { kind: "gone" | "broken" | "locked" }
  | null;

export interface Table {
  id: TableId;
  columns: readonly Column[];
  find: Signal<string>;
  where: Signal<Readonly<Record<string, string>>>;
  marked: Signal<boolean>;
  only: Signal<{ ids: readonly string[]; why: string } | null>;
  sort: Signal<{ column: string; down: boolean } | null>;
  window: RowWindow<TableRowView>;
  /** Of the last answer: serial, counts. */
  facts: Signal<Omit<TableView, "rows" | "from">>;
  cursor: Signal<Cell>;
  /** Where the block of cells that is chosen begins; it ends at the cursor. */
  anchor: Signal<Cell>;
  /** Indices in the data of the rows that are ticked. */
  ticked: Signal<ReadonlySet<number>>;
  editing: Signal<Editing | null>;
  told: Signal<TableTold>;
  query(): TableQuery;
}

const START: Omit<TableView, "rows" | "from"> = { serial: -1, editable: true, total: 0, all: 0, marked: 0 };
const tables = new Map<TableId, Table>();

/** The place of each table. */
export const TABLE_AT: Readonly<Record<TableId, Place>> = {
  people: "event/people",
  wishes: "event/wishes",
  places: "event/places",
  packages: "event/packages",
};

/** The state of a table, made when it is first looked at. */
export function tableOf(id: TableId): Table {
  let table = tables.get(id);
  if (!table) tables.set(id, (table = createTable(id)));
  return table;
}

function createTable(id: TableId): Table {
  const find = signal("");
  const where = signal<Readonly<Record<string, string>>>({});
  const marked = signal(false);
  const only = signal<Table["only"]["value"]>(null);
  const sort = signal<Table["sort"]["value"]>(null);
  const facts = signal(START);
  const query = (): TableQuery => ({
    table: id,
    find: find.value,
    where: where.value,
    marked: marked.value,
    only: only.value?.ids ?? null,
    sort: sort.value,
    locale: locale.value,
  });
  const window = createRowWindow<TableRowView>(async (from, to) => {
    const view = await ask((api) => api.tables.view(query(), from, to));
    facts.value = view;
    return view;
  });
  const table: Table = {
    id,
    columns: COLUMNS[id],
    find,
    where,
    marked,
    only,
    sort,
    window,
    facts,
    cursor: signal({ row: 0, column: 0 }),
    anchor: signal({ row: 0, column: 0 }),
    ticked: signal(new Set<number>()),
    editing: signal(null),
    told: signal(null),
    query,
  };
  follow(table);
  return table;
}

/** Asks again when the event or the query changed while the table is looked at. */
function follow(table: Table): void {
  const basis = computed(() => JSON.stringify([event.value?.revision ?? 0, opened.value, table.query()]));
  let shown = "";
  effect(() => {
    if (place.value !== TABLE_AT[table.id] || basis.value === shown) return;
    shown = basis.value;
    table.window.renew();
  });
  const rows = computed(() => JSON.stringify([opened.value, table.query()]));
  effect(() => {
    if (rows.value === "") return;
    batch(() => {
      move(table, { row: 0, column: table.cursor.peek().column });
      table.ticked.value = new Set();
      table.editing.value = null;
    });
  });
  // Somebody was sent here to look at certain rows.
  effect(() => {
    const to = wanted.value;
    if (!to || to.place !== TABLE_AT[table.id]) return;
    wanted.value = null;
    batch(() => {
      table.find.value = "";
      table.where.value = {};
      table.marked.value = false;
      table.only.value = to.ids ? { ids: to.ids, why: to.why?.[locale.peek()] ?? "" } : null;
    });
  });
  // Ticks are of indices: they stay as long as no row went.
  let before = 0;
  effect(() => {
    const { all } = table.facts.value;
    if (all < before) {
      table.ticked.value = new Set();
      if (table.id === "wishes") table.only.value = null;
    }
    before = all;
  });
}

/** Puts the cursor on a cell; `extend` keeps the block's beginning. */
export function move(table: Table, to: Cell, extend = false): void {
  batch(() => {
    table.cursor.value = to;
    if (!extend) table.anchor.value = to;
  });
}

/** The block of cells that is chosen, ends included. */
export function blockOf(table: Table): { top: number; bottom: number; left: number; right: number } {
  const [a, b] = [table.anchor.value, table.cursor.value];
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}

/** Makes an edit and shows what came of it; gives the index of the row that was added, or -1. */
export async function edit(
  table: Table,
  change: TableEdit,
): Promise<{ done: boolean; problems: readonly CellProblem[]; added: number }> {
  const { serial } = table.facts.peek();
  const answer = await ask((api) => api.tables.edit(serial, table.query(), change) as Promise<TableAnswer>).catch(
    () => null,
  );
  editTold.value = null;
  if (!answer || (answer.status !== "done" && answer.status !== "refused")) {
    table.told.value = { kind: answer?.status ?? "gone" };
    table.window.renew();
    return { done: false, problems: [], added: -1 };
  }
  if (answer.status === "refused") return { done: false, problems: answer.problems, added: -1 };
  table.window.renew();
  return { done: true, problems: answer.problems, added: answer.added };
}

/** Opens a cell for typing, with `text` instead of what is in it where that is given. */
export function open(table: Table, cell: Cell, text?: string): void {
  const column = table.columns[cell.column]!;
  const row = table.window.rowAt(cell.row);
  const { serial, editable } = table.facts.peek();
  if (!row || column.kind === "told" || !editable) return;
  // A default is no text of the person's: the field is empty.
  const typed = row.light.includes(column.id) ? "" : (row.typed[column.id] ?? row.cells[cell.column]!);
  batch(() => {
    table.told.value = null;
    table.editing.value = {
      row: cell.row,
      index: row.index,
      column: cell.column,
      serial,
      text: text ?? typed,
      proposals: [],
      chosen: -1,
      problem: null,
    };
  });
  if (text !== undefined) void propose(table);
}

/** What is typed now. */
export function type(table: Table, text: string): void {
  const now = table.editing.peek();
  if (!now) return;
  table.editing.value = { ...now, text, problem: null, chosen: -1 };
  void propose(table);
}

async function propose(table: Table): Promise<void> {
  const now = table.editing.peek();
  const column = now && table.columns[now.column]!;
  if (!column || !(column.kind === "choice" || column.kind === "person" || column.id === "organisation")) return;
  const proposals = await ask((api) => api.tables.propose(table.id, column.id, now.text)).catch(() => []);
  const still = table.editing.peek();
  if (still?.text === now.text && still.row === now.row && still.column === now.column) {
    table.editing.value = { ...still, proposals };
  }
}

/**
 * Writes the cell under edit; false when it cannot be as it was typed: it stays open and says why. With `all`, the same
 * goes into that column of all rows that are ticked or chosen.
 */
export async function commit(table: Table, text?: string, all = false): Promise<boolean> {
  const now = table.editing.peek();
  if (!now) return true;
  const column = table.columns[now.column]!;
  const typed = text ?? now.text;
  let rows = [now.index];
  if (all) {
    const { top, bottom } = blockOf(table);
    const ticked = [...table.ticked.peek()];
    rows = [...new Set([now.index, ...(ticked.length > 0 ? ticked : await indicesOf(table, top, bottom))])];
  }
  const cells = rows.map((row) => ({ row, column: column.id, text: typed }));
  const answer = await edit(table, { kind: "cells", cells });
  if (answer.problems.some(({ row }) => row === now.index)) {
    const problem = answer.problems.find(({ row }) => row === now.index)!;
    table.editing.value = { ...now, text: typed, problem, proposals: problem.proposals, chosen: -1 };
    return false;
  }
  table.editing.value = null;
  return true;
}

/** Leaves the cell as it was. */
export function cancel(table: Table): void {
  table.editing.value = null;
}

/** Takes rows out, with what makes no sense without them. */
export async function removeRows(table: Table, rows: readonly number[]): Promise<void> {
  const { serial } = table.facts.peek();
  const view = await ask((api) => api.tables.removal(serial, table.id, [...rows])).catch(() => null);
  const { done } = await edit(table, { kind: "remove", rows: [...rows] });
  if (done && view) table.told.value = { kind: "removed", ...view };
}

/** Indices in the data of the rows from one position to another, both included. */
export async function indicesOf(table: Table, top: number, bottom: number): Promise<number[]> {
  const all = await ask((api) => api.tables.indices(table.query()));
  return Array.from(all.subarray(top, bottom + 1));
}

/** Empties the chosen cells. */
export async function clearBlock(table: Table): Promise<void> {
  const { top, bottom, left, right } = blockOf(table);
  const rows = await indicesOf(table, top, bottom);
  const columns = table.columns.slice(left, right + 1).filter(({ kind }) => kind !== "told");
  const cells = rows.flatMap((row) => columns.map(({ id }) => ({ row, column: id, text: "" })));
  const { problems } = await edit(table, { kind: "cells", cells });
  table.told.value = { kind: "cleared", changed: cells.length - problems.length, problems };
}

/** Puts what was copied from a spreadsheet in, from the cursor on. */
export async function paste(table: Table, text: string): Promise<void> {
  const block = blockOfText(text);
  const { top, left } = blockOf(table);
  const { problems } = await edit(table, { kind: "paste", at: top, column: table.columns[left]!.id, block });
  const cells = block.reduce((sum, line) => sum + line.length, 0);
  table.told.value = { kind: "pasted", changed: cells - problems.length, problems };
}

/** Copies the ticked rows with their titles, or the chosen cells. */
export async function copy(table: Table, titles: (column: string) => string): Promise<void> {
  const ticked = [...table.ticked.peek()].sort((a, b) => a - b);
  const { top, bottom, left, right } = blockOf(table);
  const rows = ticked.length > 0 ? ticked : await indicesOf(table, top, bottom);
  const columns = (ticked.length > 0 ? table.columns : table.columns.slice(left, right + 1)).map(({ id }) => id);
  const heads = ticked.length > 0 ? columns.map(titles) : [];
  const text = await ask((api) => api.tables.text(table.query(), rows, columns, heads));
  try {
    await navigator.clipboard.writeText(text);
    table.told.value = { kind: "copied", cells: rows.length * columns.length };
  } catch {
    table.told.value = { kind: "copyFailed" };
  }
}
