// The tables of the event: windows of rows, what may be typed, and what a person changes. Owned by owner.ts; it asks the
// draft for data and hands it edits. It keeps nothing but what can be made again.

import { proxyMarker, transfer } from "comlink";
import { message } from "../../../src/index.js";
import {
  COLUMNS,
  type ChoiceView,
  type MarkView,
  type MatrixView,
  type Proposal,
  type RemovalView,
  type TableAnswer,
  type TableEdit,
  type TableId,
  type TableQuery,
  type TableView,
} from "../../tables.js";
import { textAt } from "../data.js";
import type { Draft } from "../draft.js";
import { cellContext, cellsOf, type CellContext } from "./cells.js";
import { planEdit } from "./change.js";
import { LIST, labelOf, tableData, type TableData } from "./data.js";
import type { TablesApi } from "./api.js";
import { fold } from "./fold.js";
import { matrixOf } from "./matrix.js";
import { removalOf } from "./references.js";
import { choicesOf, orderOf, rowId, windowOf, type Marks } from "./rows.js";

/** Most proposals for a cell. */
const PROPOSALS = 8;

type Locale = "en" | "fr";

export class TableDesk implements TablesApi {
  readonly [proxyMarker] = true as const;
  #data: TableData | null = null;
  #context: { of: TableData; known: unknown; locale: Locale; made: CellContext } | null = null;
  #orders = new Map<TableId, { key: string; rows: Int32Array }>();
  #marks = new Map<TableId, { revision: number; byIndex: Marks; byId: ReadonlyMap<string, MarkView[]> }>();

  constructor(readonly draft: Draft) {}

  view(query: TableQuery, from: number, to: number): TableView {
    const data = this.#now();
    const context = this.#contextOf(query.locale);
    const marks = this.#marksOf(query.table, query.locale);
    const order = this.#orderOf(query);
    return {
      serial: this.draft.text.serial,
      editable: this.draft.data !== undefined,
      total: order.length,
      all: data[query.table].length,
      marked: marks.size,
      from,
      rows: windowOf(context, query.table, order, from, to, marks),
    };
  }

  choices(table: TableId, column: string): ChoiceView[] {
    return choicesOf(this.#contextOf("en"), table, column);
  }

  /** All rows of a query, for "choose all". */
  indices(query: TableQuery): Int32Array {
    return this.#orderOf(query).slice();
  }

  /** What begins, or has a word that begins, with what was typed. */
  propose(table: TableId, column: string, text: string): Proposal[] {
    const data = this.#now();
    const word = fold(text);
    const begins = (name: string): boolean => word === "" || name.startsWith(word) || name.includes(` ${word}`);
    const result: Proposal[] = [];
    if (table === "wishes" && (column === "from" || column === "to")) {
      for (let i = 0; i < data.folded.length && result.length < PROPOSALS; i++) {
        if (begins(data.folded[i]!))
          result.push({ text: data.names[i]!, detail: textAt(data.people[i], "organisation") });
      }
      if (column === "to") {
        for (const [name, members] of data.organisation) {
          if (result.length >= PROPOSALS) break;
          if (members.length > 1 && begins(fold(name))) result.push({ text: name, detail: String(members.length) });
        }
      }
      return result;
    }
    const list = { side: data.sides, tier: data.packages, place: data.places }[column] ?? [];
    for (const raw of list) {
      const name = column === "place" ? textAt(raw, "id") : labelOf(raw);
      if (result.length < PROPOSALS && begins(fold(name))) {
        result.push({ text: name, detail: column === "place" ? labelOf(raw) : "" });
      }
    }
    if (column === "organisation") {
      for (const name of data.organisation.keys()) {
        if (result.length >= PROPOSALS) break;
        if (begins(fold(name))) result.push({ text: name, detail: "" });
      }
    }
    return result;
  }

  edit(serial: number, query: TableQuery, edit: TableEdit): TableAnswer {
    if (serial !== this.draft.text.serial) return { status: "gone" };
    if (this.draft.data === undefined) return { status: "broken" };
    const plan = planEdit(this.#contextOf(query.locale), query.table, edit, this.#orderOf(query));
    if (plan.edits.length === 0 && plan.problems.length > 0) return { status: "refused", problems: plan.problems };
    const answer = this.draft.change(plan.edits, plan.label);
    if (answer !== "done") return { status: answer };
    return { status: "done", changed: plan.changed, added: plan.added, problems: plan.problems };
  }

  /** What would go with these rows. */
  removal(serial: number, table: TableId, rows: readonly number[]): RemovalView | null {
    return serial === this.draft.text.serial ? removalOf(this.#now(), table, rows).view : null;
  }

  /** Cells as a spreadsheet takes them: tabs between, a line for each row, titles first where they are given. */
  text(query: TableQuery, rows: readonly number[], columns: readonly string[], titles: readonly string[]): string {
    const context = this.#contextOf(query.locale);
    const at = columns.map((column) => COLUMNS[query.table].findIndex(({ id }) => id === column));
    const lines = rows
      .filter((row) => row >= 0 && row < context.data[query.table].length)
      .map((row) => {
        const { cells, typed } = cellsOf(context, query.table, row);
        return at.map((column, i) => quoted(typed[columns[i]!] ?? cells[column] ?? "")).join("\t");
      });
    return [...(titles.length > 0 ? [titles.map(quoted).join("\t")] : []), ...lines].join("\n");
  }

  matrix(from: string, to: string): MatrixView {
    const view = { serial: this.draft.text.serial, ...matrixOf(this.#now(), from, to) };
    return transfer(view, [view.cells.buffer]);
  }

  #now(): TableData {
    const { data } = this.draft;
    // While the text is no JSON, the tables show what it was before.
    if (!this.#data || (data !== undefined && this.#data.data !== data)) {
      this.#data = tableData(data);
      this.#orders.clear();
    }
    return this.#data;
  }

  #contextOf(locale: Locale): CellContext {
    const data = this.#now();
    const known = this.draft.good ? this.draft.known : null;
    const last = this.#context;
    if (last && last.of === data && last.known === known && last.locale === locale) return last.made;
    const made = cellContext(data, known, locale);
    this.#context = { of: data, known, locale, made };
    return made;
  }

  #orderOf(query: TableQuery): Int32Array {
    const data = this.#now();
    const marks = query.marked ? this.#marksOf(query.table, query.locale) : null;
    const key = JSON.stringify([query, marks ? this.draft.revision : 0]);
    const last = this.#orders.get(query.table);
    if (last?.key === key) return last.rows;
    const rows = orderOf(this.#contextOf(query.locale), query, marks ?? new Map());
    if (this.#data === data) this.#orders.set(query.table, { key, rows });
    return rows;
  }

  /** Remarks of the last reading; while a newer text waits to be read they stay with the rows that they were about. */
  #marksOf(table: TableId, locale: Locale): Marks {
    const { draft } = this;
    const data = this.#now();
    let last = this.#marks.get(table);
    if (draft.fresh && draft.data !== undefined && last?.revision !== draft.revision) {
      const byIndex = new Map<number, MarkView[]>();
      const byId = new Map<string, MarkView[]>();
      for (const diagnostic of draft.diagnostics) {
        const [list, index, key] = diagnostic.path;
        if (list !== LIST[table] || typeof index !== "number") continue;
        const mark: MarkView = {
          column: columnOf(table, key),
          severity: diagnostic.severity,
          text: message(diagnostic, locale),
          at: diagnostic.range?.start ?? 0,
        };
        const marks = byIndex.get(index);
        if (marks) marks.push(mark);
        else {
          byIndex.set(index, [mark]);
          byId.set(rowId(data, table, index), byIndex.get(index)!);
        }
      }
      last = { revision: draft.revision, byIndex, byId };
      this.#marks.set(table, last);
    }
    if (!last) return new Map();
    if (draft.fresh || last.byId.size === 0) return last.byIndex;
    const moved = new Map<number, MarkView[]>();
    for (let i = 0; i < data[table].length; i++) {
      const marks = last.byId.get(rowId(data, table, i));
      if (marks) moved.set(i, marks);
    }
    return moved;
  }
}

function columnOf(table: TableId, key: string | number | undefined): string {
  const first = COLUMNS[table][0]!.id;
  if (key === "veto") return "priority";
  return COLUMNS[table].find(({ id }) => id === key)?.id ?? first;
}

/** A cell that holds a tab, a line break or a quotation mark stands in quotation marks. */
function quoted(cell: string): string {
  return /[\t\n\r"]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
