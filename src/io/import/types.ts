// What an import is: the plan of each sheet, what the person answered, what the preview shows. All of it is plain data
// that a screen can show, keep and change. See ../import.ts for how the parts work together.

import type { Text } from "../../rules/rule.js";
import type { Diagnostic } from "../../spec/diagnostic.js";
import type { Sheet } from "../files/sheet.js";

export type Table = "participants" | "wishes" | "places" | "packages";

/** What a column holds. `skip`: it is not imported. */
export type Field =
  | "skip"
  | "id"
  | "alias"
  | "name"
  | "firstName"
  | "lastName"
  | "organisation"
  | "side"
  | "tier"
  | "guaranteed"
  | "maximum"
  | "representatives"
  | "place"
  | "absent"
  | "needs"
  | "offers"
  | "meals"
  | "choice"
  | "wishList"
  | "vetoList"
  | "from"
  | "to"
  | "priority"
  | "veto"
  | "target"
  | "label"
  | "weight"
  | "zone"
  | "capacity"
  | "closed";

/** How wishes stand in a sheet: one per row; people by people; or in columns, first choice, second choice, … */
export type Layout = "rows" | "matrix" | "choices";

export interface ColumnPlan {
  /** What stands above the column; empty without titles. */
  title: string;
  field: Field;
  /** Fields `choice` only: 1 for the first choice. */
  rank?: number;
  /** By what the field was found. */
  by: "title" | "content" | "person" | "none";
  /** A few of its values. */
  samples: string[];
}

/** What one sheet means. Columns are in the order of the sheet. */
export interface SheetPlan {
  /** Sheet.id. */
  sheet: string;
  /** `none`: nothing of it is imported. */
  table: Table | "none";
  /** Table `wishes` only. */
  layout: Layout;
  /** First and last line of the titles, as the spreadsheet counts; 0 and 0: there are none. */
  titles: { first: number; last: number };
  /** Lines that are left out: totals, titles that come again. */
  skip: number[];
  columns: ColumnPlan[];
  /** Participants without a column for it: the side of all of them, as it would stand in a cell. */
  side?: string;
  /** Ranks of choices become priorities: spread over all of them evenly, or each rank its own and the last for the rest. */
  ranks: "spread" | "clamp";
  /** Matrix only: whose wishes a row holds: those of the person at its left, or those for that person. */
  direction: "rows-wish" | "columns-wish";
}

/** A change of what is read, as a proposal offers it and a person accepts it. */
export type Fix =
  /** Every cell of the column that says `from` is read as `to`; with `line` only that one. */
  | { kind: "read"; sheet: string; column: number; from: string; to: string; line?: number }
  /** The row is about the participant with this id; null: about somebody new. */
  | { kind: "person"; sheet: string; line: number; id: string | null }
  /** What a cell names and the event does not have is made. */
  | { kind: "create"; list: Created["list"]; name: string }
  /** Participants of this sheet are of this side. */
  | { kind: "side"; sheet: string; side: string }
  /** The row is left out. */
  | { kind: "skip"; sheet: string; line: number };

export interface Proposal {
  label: Text;
  fix: Fix;
}

/** A row, or a cell of one, that is not taken as it stands. */
export interface Problem {
  code: string;
  /** error: wrong as it stands. question: it may be right, somebody has to say. */
  kind: "error" | "question";
  table: Table;
  sheet: string;
  file: string;
  /** As the spreadsheet numbers it; 0: the whole sheet. */
  line: number;
  /** Index of the column; -1: the whole row. */
  column: number;
  /** A, B, …; empty for the whole row. */
  letter: string;
  title: string;
  value: string;
  reason: Text;
  proposals: Proposal[];
}

/** Something that was read in a way worth knowing; nothing is left out because of it. */
export interface Note {
  code: string;
  sheet: string;
  line: number;
  text: Text;
}

/** Something that comes into being because a cell names it. */
export interface Created {
  list: "sides" | "packages" | "places";
  id: string;
  label: string;
  /** Rows that name it. */
  rows: number;
}

/** A field's value before and after; undefined where there is none. */
export interface FieldChange {
  field: string;
  old: unknown;
  new: unknown;
}

export interface Change {
  kind: "added" | "changed" | "removed";
  /** Id of the participant, place or package; both ids of a wish. */
  id: string;
  /** For people to read. */
  label: string;
  fields: FieldChange[];
  sheet: string;
  line: number;
}

/** The difference of one table to the event. Lists are cut; the numbers are not. */
export interface Difference {
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
  changes: Change[];
  /** In the event and in none of the files; they stay unless `remove` asks. For wishes: of people whose wishes were read. */
  missing: number;
  missingIds: string[];
}

export interface SheetCount {
  sheet: string;
  table: Table | "none";
  /** Rows with data; ready + bad + skipped. */
  rows: number;
  ready: number;
  bad: number;
  skipped: number;
  /** Wishes that were read. */
  wishes: number;
}

export interface Preview {
  sheets: SheetCount[];
  ready: number;
  /** Rows (wishes in a matrix or in choices: cells) that are not taken. */
  bad: number;
  /** The first problems of each kind, in the order of the sheets. */
  problems: Problem[];
  /** Problems by code, and how many of all are not listed. */
  counts: Record<string, number>;
  unlisted: number;
  notes: Note[];
  created: Created[];
  difference: Record<Table, Difference>;
  /** Errors that the event would have afterwards and has not now. */
  diagnostics: Diagnostic[];
}

/** What a person answered; plain data. */
export interface Answers {
  fixes: Fix[];
  /** Tables whose rows that are in no file are taken out of the event. */
  remove: Table[];
  /** Sides, packages and places that must not be made, by the name in the cell. */
  refuse: { list: Created["list"]; name: string }[];
  /** Who is near somebody of the event is somebody new, without asking. */
  nearAreNew: boolean;
}

export interface ImportInput {
  sheets: readonly Sheet[];
  plans: readonly SheetPlan[];
  /** Plain JSON of the event; it may be broken in places. */
  event: unknown;
  answers?: Partial<Answers>;
}
