// What a person does to a table, as edits of the event: cells typed or pasted, rows added and taken out. Called by desk.ts.
// It gives edits or reasons; it writes nothing.

import type { Edit, Text } from "../../../src/index.js";
import { COLUMNS, type CellProblem, type TableEdit, type TableId } from "../../tables.js";
import { textAt } from "../data.js";
import { cellsOf, type CellContext, type Cells } from "./cells.js";
import { LIST, type TableData } from "./data.js";
import { personId, readCell } from "./read-cell.js";
import { groupPaths, removalOf, renameEdits } from "./references.js";

export interface Planned {
  edits: Edit[];
  /** Cells that stay as they were. */
  problems: CellProblem[];
  label: Text;
  /** Cells or rows that change. */
  changed: number;
  /** Index of the row that is added; -1: none. */
  added: number;
}

const TITLES: Readonly<Record<TableId, { one: Text; many: Text }>> = {
  people: { one: { en: "a person", fr: "une personne" }, many: { en: "people", fr: "personnes" } },
  wishes: { one: { en: "a wish", fr: "un souhait" }, many: { en: "wishes", fr: "souhaits" } },
  places: { one: { en: "a place", fr: "un lieu" }, many: { en: "places", fr: "lieux" } },
  packages: { one: { en: "a package", fr: "un forfait" }, many: { en: "packages", fr: "forfaits" } },
};

/** Plans an edit; `order` are the rows of the query that a paste speaks of. */
export function planEdit(context: CellContext, table: TableId, edit: TableEdit, order: Int32Array): Planned {
  const { data } = context;
  switch (edit.kind) {
    case "cells":
      return planCells(context, table, edit.cells);
    case "paste":
      return planPaste(context, table, edit, order);
    case "add":
      return planAdd(data, table, edit.cells);
    case "wish":
      return planWish(context, edit);
    default:
      return planRemove(data, table, edit.rows);
  }
}

function planCells(
  context: CellContext,
  table: TableId,
  cells: readonly { row: number; column: string; text: string }[],
): Planned {
  const { data } = context;
  let last = -1;
  let shown: Cells = { cells: [], light: [], typed: {} };
  const edits: Edit[] = [];
  const problems: CellProblem[] = [];
  let changed = 0;
  for (const { row, column: id, text } of cells) {
    const at = COLUMNS[table].findIndex((one) => one.id === id);
    const column = COLUMNS[table][at];
    if (!column || row < 0 || row >= data[table].length) continue;
    // What stands there already is no change: a default that is copied and pasted stays a default.
    if (row !== last) shown = cellsOf(context, table, (last = row));
    if (text.trim() === (shown.typed[id] ?? shown.cells[at])) continue;
    const read = column.kind === "id" ? readId(data, table, row, text) : readCell(data, table, row, column, text);
    if ("refused" in read) problems.push({ row, column: id, ...read.refused });
    else if (read.edits.length > 0) {
      edits.push(...read.edits);
      changed++;
    }
  }
  edits.push(...renamedGroups(data, table, edits));
  const one = cells.length === 1 ? nameOf(data, table, cells[0]!.row) : "";
  const label: Text =
    one === ""
      ? { en: `Changing ${changed} cells`, fr: `Modification de ${changed} cases` }
      : { en: `Changing ${one}`, fr: `Modification\u202f: ${one}` };
  return { edits, problems, label, changed, added: -1 };
}

/** What the wishes say of an organisation, and the walks of a zone, goes with it where all its rows get one other name. */
function renamedGroups(data: TableData, table: TableId, edits: readonly Edit[]): Edit[] {
  const key = table === "people" ? "organisation" : table === "places" ? "zone" : "";
  const goes = new Map<string, { names: Set<string>; rows: number }>();
  for (const edit of edits) {
    if (key === "" || edit.op !== "set" || edit.path.length !== 3 || edit.path[2] !== key) continue;
    const old = textAt(data[table][edit.path[1] as number], key);
    const entry = goes.get(old) ?? { names: new Set(), rows: 0 };
    entry.names.add(edit.value as string);
    entry.rows++;
    goes.set(old, entry);
  }
  const result: Edit[] = [];
  for (const [old, { names, rows }] of goes) {
    const all = data[table].filter((raw) => textAt(raw, key) === old).length;
    if (old === "" || names.size > 1 || rows < all || (key === "organisation" && data.person.has(old))) continue;
    const value = [...names][0];
    for (const path of groupPaths(data, key, old)) result.push({ op: "set", path, value });
  }
  return result;
}

function planPaste(
  context: CellContext,
  table: TableId,
  { at, column, block }: Extract<TableEdit, { kind: "paste" }>,
  order: Int32Array,
): Planned {
  const { data } = context;
  const typed = COLUMNS[table];
  const first = typed.findIndex(({ id }) => id === column);
  const cells: { row: number; column: string; text: string }[] = [];
  const news: Record<string, string>[] = [];
  block.forEach((line, i) => {
    const row = order[at + i];
    const fresh: Record<string, string> = {};
    line.forEach((text, j) => {
      const target = typed[first + j];
      if (!target || target.kind === "told") return;
      if (row === undefined) fresh[target.id] = text;
      else cells.push({ row, column: target.id, text });
    });
    if (row === undefined && Object.values(fresh).some((text) => text.trim() !== "")) news.push(fresh);
  });
  const plan = planCells(context, table, cells);
  for (const fresh of news) {
    const added = planAdd(data, table, fresh, plan.edits);
    plan.edits.push(...added.edits);
    plan.problems.push(...added.problems);
    if (added.edits.length > 0) plan.changed++;
  }
  plan.label = { en: `Pasting ${block.length} rows`, fr: `Collage de ${block.length} lignes` };
  return plan;
}

/** A new row; `before` are edits of the same change that may have taken ids already. */
function planAdd(
  data: TableData,
  table: TableId,
  cells: Readonly<Record<string, string>>,
  before: readonly Edit[] = [],
): Planned {
  const list = data[table];
  const at = list.length;
  const problems: CellProblem[] = [];
  const value = new Map<string, unknown>();
  const label: Text = { en: `Adding ${TITLES[table].one.en}`, fr: `Ajout d’${TITLES[table].one.fr}` };
  const taken = new Set(list.map((raw) => textAt(raw, "id")));
  for (const edit of before) if (edit.op === "insert") taken.add(textAt(edit.value, "id"));
  if (table === "wishes") {
    for (const key of ["from", "to"]) {
      const id = personId(data, (cells[key] ?? "").trim());
      if (typeof id === "string") value.set(key, id);
      else problems.push({ row: at, column: key, ...id });
    }
    if (value.size === 2) {
      const [from, to] = [value.get("from") as string, value.get("to") as string];
      const again = data.wish(from, to) >= 0;
      if (from === to || again) {
        const text = again
          ? { en: "This wish stands in the table already.", fr: "Ce souhait est déjà dans le tableau." }
          : { en: "Nobody wishes for oneself.", fr: "On ne se souhaite pas soi-même." };
        problems.push({ row: at, column: "to", text, proposals: [] });
      }
      value.set("priority", 1);
    }
  } else {
    const wanted = (cells["id"] ?? "").trim();
    const base =
      wanted || slug(cells["name"] ?? cells["label"] ?? "") || { people: "P", places: "T", packages: "pack" }[table];
    if (wanted !== "" && taken.has(wanted)) {
      problems.push({ row: at, column: "id", text: takenText(wanted), proposals: [] });
    }
    value.set("id", free(base, taken, wanted === "" && cells["name"] === undefined && cells["label"] === undefined));
    if (table === "people") value.set("side", textAt(data.sides[0], "id"));
  }
  for (const column of COLUMNS[table]) {
    const text = cells[column.id];
    if (text === undefined || text.trim() === "" || column.kind === "id" || column.kind === "person") continue;
    const read = readCell(data, table, at, column, text);
    if ("refused" in read) problems.push({ row: at, column: column.id, ...read.refused });
    else {
      for (const edit of read.edits) {
        const key = String(edit.path[2]);
        if (edit.op === "set") value.set(key, edit.value);
        else if (edit.op === "remove") value.delete(key);
      }
    }
  }
  // A row whose ends or id are wrong is none; other cells may be filled later.
  const broken = problems.some(({ column }) => column === "from" || column === "to" || column === "id");
  const edits: Edit[] = broken ? [] : [{ op: "insert", path: [LIST[table]], at, value: Object.fromEntries(value) }];
  return { edits, problems, label, changed: edits.length, added: broken ? -1 : at };
}

function planWish(context: CellContext, { from, to, text }: Extract<TableEdit, { kind: "wish" }>): Planned {
  const { data } = context;
  const [p, q] = [data.people[from], data.people[to]];
  const ids = { from: textAt(p, "id"), to: textAt(q, "id") };
  const row = data.wish(ids.from, ids.to);
  if (text === "") return planRemove(data, "wishes", row < 0 ? [] : [row]);
  if (row >= 0) {
    const plan = planCells(context, "wishes", [{ row, column: "priority", text }]);
    const named = `${nameOf(data, "people", from)} → ${nameOf(data, "people", to)}`;
    return { ...plan, label: { en: `Changing the wish ${named}`, fr: `Modification du souhait ${named}` } };
  }
  return planAdd(data, "wishes", { ...ids, priority: text });
}

function planRemove(data: TableData, table: TableId, rows: readonly number[]): Planned {
  const there = [...new Set(rows)].filter((row) => row >= 0 && row < data[table].length);
  const { edits } = removalOf(data, table, there);
  const { many } = TITLES[table];
  const one = there.length === 1 && table !== "wishes" ? nameOf(data, table, there[0]!) : "";
  const label: Text =
    one === ""
      ? { en: `Removing ${there.length} ${many.en}`, fr: `Suppression de ${there.length} ${many.fr}` }
      : { en: `Removing ${one}`, fr: `Suppression\u202f: ${one}` };
  return { edits, problems: [], label, changed: there.length, added: -1 };
}

function readId(data: TableData, table: TableId, row: number, text: string): ReturnType<typeof readCell> {
  const typed = text.trim();
  const old = textAt(data[table][row], "id");
  if (typed === old) return { edits: [] };
  if (typed === "") {
    return { refused: { text: { en: "An id is not empty.", fr: "Un identifiant n’est pas vide." }, proposals: [] } };
  }
  if (data[table].some((raw, i) => i !== row && textAt(raw, "id") === typed)) {
    return { refused: { text: takenText(typed), proposals: [] } };
  }
  return { edits: renameEdits(data, table, row, old, typed) };
}

function takenText(id: string): Text {
  return { en: `“${id}” is taken.`, fr: `«\u202f${id}\u202f» est déjà pris.` };
}

/** The name of a row, for what undo says. */
function nameOf(data: TableData, table: TableId, row: number): string {
  const raw = data[table][row];
  const name = textAt(raw, "name") || textAt(raw, "label") || textAt(raw, "id");
  return table === "wishes" ? "" : [...name].slice(0, 40).join("");
}

function slug(text: string): string {
  const plain = text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
  return plain
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
}

/** The base where it is free, else with the first number that is. */
function free(base: string, taken: ReadonlySet<string>, numbered: boolean): string {
  if (!numbered && !taken.has(base)) return base;
  const glue = numbered ? "" : "-";
  let number = numbered ? 1 : 2;
  while (taken.has(`${base}${glue}${number}`)) number++;
  return `${base}${glue}${number}`;
}
