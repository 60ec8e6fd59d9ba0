// What crosses between the page and the event worker about an import: what was read, the plan of each sheet, what would
// change. Plain data. Used by worker/import and app/import.

import type { Text } from "../src/index.js";
import type { Answers, Field, Fix, Preview, SheetPlan, Table } from "../src/io/import.js";

export type { Answers, Change, Difference, Field, Fix, Preview, Problem, SheetPlan, Table } from "../src/io/import.js";

/** Into what: the event on the page, the event that came with the files, or a new one. */
export type Into = "this" | "file" | "new";

export interface ChoiceText<T extends string> {
  value: T;
  label: Text;
}

export interface ImportSheetView {
  plan: SheetPlan;
  file: string;
  name: string;
  /** What was found out about it: encoding, separator, lines, titles. */
  detected: Text;
  /** A, B, … */
  letters: string[];
  /** What a column may hold. */
  fields: ChoiceText<Field>[];
  /** Where ranks of choices become priorities: "1–5 → 1, 6–10 → 2"; null: there are none. */
  ranks: string | null;
  rows: number;
  ready: number;
  bad: number;
}

export interface ImportView {
  /** Counts up with every answer. */
  version: number;
  /** The file's name, or how many files there are; "": pasted cells. */
  of: string | number;
  into: Into;
  intos: Into[];
  /** Name of the event on the page. */
  event: string;
  /** What could not be read, or is worth knowing about the files. */
  files: { file: string; severity: "error" | "warning"; text: Text }[];
  sheets: ImportSheetView[];
  tables: ChoiceText<Table | "none">[];
  layouts: ChoiceText<SheetPlan["layout"]>[];
  preview: Preview;
  /** True when taking the rows would change the event. */
  changes: boolean;
  /** Errors that the event would have afterwards. */
  errors: Text[];
  /** What is assumed of a new event. */
  assumed: Text[];
  answers: Answers;
  /** True when the files are an event by themselves, without a table. */
  alone: boolean;
}

/** A change of the plan of a sheet. */
export type PlanChange =
  | { kind: "table"; table: Table | "none" }
  | { kind: "layout"; layout: SheetPlan["layout"] }
  | { kind: "titles"; line: number }
  | { kind: "field"; column: number; field: Field; rank?: number }
  | { kind: "ranks"; ranks: SheetPlan["ranks"] }
  | { kind: "direction"; direction: SheetPlan["direction"] };

export type AnswerChange =
  | { kind: "fix"; fix: Fix }
  | { kind: "remove"; table: Table; on: boolean }
  | { kind: "refuse"; list: Answers["refuse"][number]["list"]; name: string; on: boolean }
  | { kind: "nearAreNew"; on: boolean };

/** What came of taking the rows. "locked": another tab has the event. */
export type ImportAnswer = { status: "done"; rows: number } | { status: "broken" | "locked" | "gone" };
