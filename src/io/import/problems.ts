// Collects what a preview has to tell: rows that are not taken, questions, notes. Called by the readers of rows. Lists are
// cut, the numbers are not.

import { columnName, type Sheet } from "../files/sheet.js";
import { say, type MessageKey } from "./messages.js";
import type { Fix, Note, Problem, Proposal, SheetPlan, Table } from "./types.js";

/** Problems listed of one code, and of all; notes. */
const MOST_OF_A_CODE = 100;
const MOST = 1000;
const MOST_NOTES = 200;
/** Proposals of one problem. */
const MOST_PROPOSALS = 6;
/** Characters of a value that is kept to be shown. */
const LONGEST = 200;

export interface Place {
  sheet: Sheet;
  plan: SheetPlan;
  table: Table;
  line: number;
  /** -1: the whole row. */
  column: number;
  value: string;
}

export class Problems {
  readonly listed: Problem[] = [];
  readonly notes: Note[] = [];
  readonly counts = new Map<string, number>();
  unlisted = 0;
  readonly #seen = new Set<string>();

  /** Adds a problem; `proposals` is asked only when it is listed. */
  add(
    code: MessageKey,
    place: Place,
    values: Record<string, string | number> = {},
    proposals: () => Proposal[] = () => [],
    kind: Problem["kind"] = "error",
  ): void {
    // A wisher who is nobody is wrong once, however many choices follow.
    const at = JSON.stringify([code, place.sheet.id, place.line, place.column, place.value, values]);
    if (this.#seen.has(at)) return;
    this.#seen.add(at);
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    if (count > MOST_OF_A_CODE || this.listed.length >= MOST) {
      this.unlisted++;
      return;
    }
    const { sheet, plan, table, line, column } = place;
    const value = place.value.slice(0, LONGEST);
    this.listed.push({
      code,
      kind,
      table,
      sheet: sheet.id,
      file: sheet.file,
      line,
      column,
      letter: column < 0 ? "" : columnName(column),
      title: plan.columns[column]?.title ?? "",
      value,
      reason: say(code, { value, ...values }),
      proposals: proposals().slice(0, MOST_PROPOSALS),
    });
  }

  note(code: MessageKey, sheet: string, line: number, values: Record<string, string | number> = {}): void {
    if (this.notes.length < MOST_NOTES) this.notes.push({ code, sheet, line, text: say(code, values) });
  }
}

/** "Read as …": every cell of the column that says the same. */
export function readAs({ sheet, column, value }: Place, to: string, label = to): Proposal {
  const fix: Fix = { kind: "read", sheet: sheet.id, column, from: value, to };
  return { label: say("take-as", { value: label }), fix };
}
