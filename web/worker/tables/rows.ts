// Which rows of a table are shown, in which order: filter, sort, and the cells of a window. Called by desk.ts.

import type { ChoiceView, MarkView, TableId, TableQuery, TableRowView } from "../../tables.js";
import { COLUMNS } from "../../tables.js";
import { textAt, type Raw } from "../data.js";
import { cellsOf, type CellContext } from "./cells.js";
import { countAt, labelOf, wishedName, type TableData } from "./data.js";
import { fold } from "./fold.js";

/** Remarks about rows of a table, by index. */
export type Marks = ReadonlyMap<number, MarkView[]>;

export function listOf(data: TableData, table: TableId): readonly Raw[] {
  return data[table];
}

/** What tells a row from others: its id; a wish its two ends. */
export function rowId(data: TableData, table: TableId, index: number): string {
  const raw = listOf(data, table)[index];
  return table === "wishes" ? `${textAt(raw, "from")}\u0000${textAt(raw, "to")}` : textAt(raw, "id");
}

/** Indices of the rows of a query, in its order. */
export function orderOf(context: CellContext, query: TableQuery, marks: Marks): Int32Array {
  const { data } = context;
  const { table } = query;
  const list = listOf(data, table);
  const words = fold(query.find)
    .split(" ")
    .filter((word) => word !== "");
  const only = query.only && new Set(query.only);
  const where = Object.entries(query.where);
  const found: number[] = [];
  for (let i = 0; i < list.length; i++) {
    if (query.marked && !marks.has(i)) continue;
    // Wishes have no id: their place in the list stands for it.
    if (only && !only.has(table === "wishes" ? String(i) : rowId(data, table, i))) continue;
    if (!where.every(([column, value]) => valueOf(context, table, i, column) === value)) continue;
    if (words.length > 0 && !holds(context, table, i, words)) continue;
    found.push(i);
  }
  return sorted(context, query, found);
}

/** What a column may be filtered by, with the rows that have it. */
export function choicesOf(context: CellContext, table: TableId, column: string): ChoiceView[] {
  const { data } = context;
  const counts = new Map<string, number>();
  const list = listOf(data, table);
  for (let i = 0; i < list.length; i++) {
    const value = valueOf(context, table, i, column);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const entries = column === "side" ? data.sides : column === "tier" ? data.packages : [];
  const labels = new Map(entries.map((raw) => [textAt(raw, "id"), labelOf(raw)]));
  const known = [...labels.keys()].filter((id) => counts.has(id));
  const others = [...counts.keys()].filter((id) => !labels.has(id)).sort();
  return [...known, ...others].map((value) => ({
    value,
    label: labels.get(value) ?? value,
    count: counts.get(value)!,
  }));
}

/** The rows of a window of an order. */
export function windowOf(
  context: CellContext,
  table: TableId,
  order: Int32Array,
  from: number,
  to: number,
  marks: Marks,
): TableRowView[] {
  return Array.from(order.subarray(Math.max(0, from), Math.max(0, to)), (index) => ({
    index,
    id: rowId(context.data, table, index),
    ...cellsOf(context, table, index),
    marks: marks.get(index) ?? [],
  }));
}

/** The plain value of a column, as filters name it. */
function valueOf({ data }: CellContext, table: TableId, index: number, column: string): string {
  const raw = listOf(data, table)[index];
  if (table !== "wishes") return textAt(raw, column);
  if (column === "priority") return raw?.["veto"] === true ? "veto" : String(countAt(raw, "priority") ?? "");
  const end = data.person.get(textAt(raw, column === "toSide" ? "to" : "from"));
  return end === undefined ? "" : textAt(data.people[end], "side");
}

function holds(context: CellContext, table: TableId, index: number, words: readonly string[]): boolean {
  const { data } = context;
  const raw = listOf(data, table)[index]!;
  const end = (key: string): string => {
    const id = textAt(raw, key);
    const person = data.person.get(id);
    return person === undefined ? fold(id) : data.folded[person]!;
  };
  let text: string;
  if (table === "people") text = `${data.folded[index]} ${fold(`${textAt(raw, "id")} ${textAt(raw, "place")}`)}`;
  else if (table === "wishes") text = `${end("from")} ${end("to")}`;
  else text = fold(`${textAt(raw, "id")} ${textAt(raw, "label")} ${textAt(raw, "zone")}`);
  return words.every((word) => text.includes(word));
}

function sorted(context: CellContext, { table, sort, locale }: TableQuery, rows: number[]): Int32Array {
  const order = Int32Array.from(rows);
  if (!sort) return order;
  const { data } = context;
  const column = COLUMNS[table].findIndex(({ id }) => id === sort.column);
  if (column < 0) return order;
  const { kind } = COLUMNS[table][column]!;
  const down = sort.down ? -1 : 1;
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  let rank: Float64Array;
  if (table === "wishes" && kind === "person") {
    // Names are compared once for each end, not for each wish.
    const ends = new Map<string, number>();
    for (const i of rows) ends.set(textAt(data.wishes[i], sort.column), 0);
    const ids = [...ends.keys()];
    const places = ranks(
      ids.map((id) => wishedName(data, id)),
      collator,
    );
    ids.forEach((id, i) => ends.set(id, places[i]!));
    rank = Float64Array.from(rows, (i) => ends.get(textAt(data.wishes[i], sort.column))!);
  } else {
    const cells = rows.map((i) => cellsOf(context, table, i).cells[column]!);
    const number = kind === "count" || kind === "told" || kind === "priority";
    const numbers = cells.map((cell) => (cell === "" ? Infinity : Number(cell)));
    rank = number && !numbers.some(Number.isNaN) ? Float64Array.from(numbers) : ranks(cells, collator);
    // What is empty comes last, whichever way the others go.
    cells.forEach((cell, i) => cell === "" && (rank[i] = sort.down ? -Infinity : Infinity));
  }
  const places = order.map((_, i) => i).sort((a, b) => compare(rank[a]!, rank[b]!) * down || a - b);
  return places.map((place) => rows[place]!);
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** For each text its place among the others; equal texts have one place. */
function ranks(texts: readonly string[], collator: Intl.Collator): Float64Array {
  const order = texts.map((_, i) => i).sort((a, b) => collator.compare(texts[a]!, texts[b]!));
  const result = new Float64Array(texts.length);
  let place = 0;
  order.forEach((index, i) => {
    if (i > 0 && collator.compare(texts[order[i - 1]!]!, texts[index]!) !== 0) place = i;
    result[index] = place;
  });
  return result;
}
