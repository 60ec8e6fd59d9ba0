// The rows of a sheet as its plan reads them: cells by field, with what a person has corrected. Called by the readers of
// participants, wishes, places and packages.

import type { Sheet } from "../files/sheet.js";
import type { Entry } from "./draft.js";
import type { MessageKey } from "./messages.js";
import { readAs, type Place, type Problems } from "./problems.js";
import { readTimes } from "./times.js";
import type { Calendar } from "../../spec/calendar.js";
import type { Field, Fix, Proposal, SheetPlan, SheetCount, Table } from "./types.js";
import { wholeNumber, yesOrNo } from "./cells.js";
import { cleanCell, splitList } from "./words.js";

/** More characters than a name, a list or a note in a table has. */
const LONGEST = 10_000;
/** Rows read before a sheet in which nearly all are wrong is left alone. */
const TRIED = 5_000;
const ERROR = /^#(REF|N\/A|N\/D|VALUE|VALEUR|NAME|NOM|DIV\/0|NULL|NUL|NUM|NOMBRE|SPILL|CALC|GETTING_DATA)[!?]?$/i;

/** A column that holds a field. */
export interface FieldColumn {
  index: number;
  rank: number;
  title: string;
}

/** A cell of a row; `clears`: it says that there is nothing. */
export interface Cell {
  text: string;
  clears: boolean;
  column: number;
}

/** All rows of one sheet under its plan. */
export class SheetRows {
  readonly count: SheetCount;
  readonly #columns = new Map<Field, FieldColumn[]>();
  readonly #reads = new Map<string, string>();
  readonly #skip: Set<number>;
  /** Set once the event can take no more: the rows that follow are bad, unseen. */
  full = false;
  readonly persons = new Map<number, string | null>();
  readonly side: string | undefined;

  constructor(
    readonly sheet: Sheet,
    readonly plan: SheetPlan,
    readonly table: Table,
    readonly problems: Problems,
    fixes: readonly Fix[],
  ) {
    plan.columns.forEach(({ field, rank, title }, index) => {
      const list = this.#columns.get(field) ?? [];
      list.push({ index, rank: rank ?? list.length + 1, title });
      this.#columns.set(field, list);
    });
    this.#skip = new Set(plan.skip);
    let side = plan.side;
    for (const fix of fixes) {
      if (!("sheet" in fix) || fix.sheet !== sheet.id) continue;
      if (fix.kind === "read") this.#reads.set(key(fix.column, fix.line ?? 0, fix.from), fix.to);
      else if (fix.kind === "skip") this.#skip.add(fix.line);
      else if (fix.kind === "person") this.persons.set(fix.line, fix.id);
      else side = fix.side;
    }
    this.side = side;
    this.count = { sheet: sheet.id, table, rows: 0, ready: 0, bad: 0, skipped: 0, wishes: 0 };
  }

  /** Columns that hold a field, in order. */
  columns(field: Field): readonly FieldColumn[] {
    return this.#columns.get(field) ?? [];
  }

  has(field: Field): boolean {
    return this.#columns.has(field);
  }

  /** Calls `visit` for each row that holds something the plan reads. */
  each(visit: (row: SheetRow) => void): void {
    const used = this.plan.columns.flatMap(({ field }, i) => (field === "skip" ? [] : [i]));
    const last = this.plan.titles.last;
    const { count } = this;
    for (const [i, { line, cells }] of this.sheet.rows.entries()) {
      if (line <= last) continue;
      const isHopeless = count.bad >= TRIED && count.bad > 20 * count.ready;
      if (isHopeless || this.full) {
        const left = this.sheet.rows.length - i;
        count.rows += left;
        count.bad += left;
        if (isHopeless) this.problems.add("all-wrong", this.at(line, -1, ""), { count: left });
        return;
      }
      count.rows++;
      if (this.#skip.has(line) || !used.some((i) => (cells[i] ?? "").trim() !== "")) this.count.skipped++;
      else visit(new SheetRow(this, line, cells));
    }
  }

  /** A place of the sheet, for a problem. */
  at(line: number, column: number, value: string): Place {
    return { sheet: this.sheet, plan: this.plan, table: this.table, line, column, value };
  }

  /** What a cell says, as a person has corrected it. */
  read(cells: readonly string[], column: number, line: number): string {
    const text = cleanCell(cells[column] ?? "");
    if (this.#reads.size === 0) return text;
    return this.#reads.get(key(column, line, text)) ?? this.#reads.get(key(column, 0, text)) ?? text;
  }
}

function key(column: number, line: number, text: string): string {
  return `${column} ${line} ${text}`;
}

/** One row; readers of cells report what is wrong and give undefined. */
export class SheetRow {
  /** True once something in it is wrong. */
  bad = false;
  /** Sides, packages and places that it names. */
  readonly uses: Entry[] = [];

  constructor(
    readonly rows: SheetRows,
    readonly line: number,
    readonly cells: readonly string[],
  ) {}

  /** The cell of a field; undefined when no column holds it or the cell is empty: then the event's value stays. */
  cell(field: Field): Cell | undefined {
    const column = this.rows.columns(field)[0];
    return column && this.cellAt(column.index);
  }

  cellAt(column: number): Cell | undefined {
    const text = this.rows.read(this.cells, column, this.line);
    if (text === "") return undefined;
    if (text.length > LONGEST || text.startsWith("#")) {
      if (text.length > LONGEST) this.wrong("cell-long", column, text, { length: text.length, limit: LONGEST });
      else if (ERROR.test(text)) this.wrong("cell-error", column, text);
      if (this.bad) return undefined;
    }
    // A dash that was neutralised is a dash; a bare one says that there is nothing.
    const clears = /^[-–—]$/.test(text) && !/^\s*'/.test(this.cells[column] ?? "");
    return { text, clears, column };
  }

  /** The text of a field; undefined for an empty cell and for a dash. */
  text(field: Field): string | undefined {
    const cell = this.cell(field);
    return cell && !cell.clears ? cell.text : undefined;
  }

  /** Tells what is wrong with a cell; the row is not taken. */
  wrong(
    code: MessageKey,
    column: number,
    value: string,
    values: Record<string, string | number> = {},
    proposals?: () => Proposal[],
  ): undefined {
    this.bad = true;
    this.rows.problems.add(code, this.rows.at(this.line, column, value), values, proposals);
  }

  /** Asks what somebody must answer; the row is not taken before. */
  ask(
    code: MessageKey,
    column: number,
    value: string,
    values: Record<string, string | number>,
    proposals: () => Proposal[],
  ): void {
    this.bad = true;
    this.rows.problems.add(code, this.rows.at(this.line, column, value), values, proposals, "question");
  }

  whole({ text, column }: Cell, limit: number): number | undefined {
    const number = wholeNumber(text, this.rows.sheet.decimal);
    if (number === undefined) {
      const rounded = Number(text.replace(",", "."));
      const proposals = Number.isFinite(rounded) && rounded >= 0 ? [Math.floor(rounded), Math.ceil(rounded)] : [];
      const place = this.rows.at(this.line, column, text);
      return this.wrong("not-a-number", column, text, {}, () => proposals.map((n) => readAs(place, String(n))));
    }
    return number > limit ? this.wrong("too-high", column, text, { limit }) : number;
  }

  yes({ text, column }: Cell, read = yesOrNo): boolean | undefined {
    const known = read(text);
    if (known !== undefined) return known;
    const place = this.rows.at(this.line, column, text);
    return this.wrong("not-yes-or-no", column, text, {}, () => [readAs(place, "oui"), readAs(place, "non")]);
  }

  times({ text, column }: Cell, calendar: Calendar): string[] | undefined {
    const read = readTimes(text, calendar);
    if ("tokens" in read) return read.tokens;
    const place = this.rows.at(this.line, column, text);
    const { reason, wrong, instead } = read;
    return this.wrong(reason, column, text, { value: wrong }, () =>
      instead.map(({ cell, label }) => readAs(place, cell, label)),
    );
  }

  list({ text }: Cell): string[] {
    return [...new Set(splitList(text))];
  }
}
