// The tables of the Event workspace: which there are, their columns, and what crosses between page and worker about them.
// Used by worker/tables (which fills and changes them) and app/table (which shows them). Words for them are in i18n.

import type { Text } from "../src/index.js";

export type TableId = "people" | "wishes" | "places" | "packages";

/** What a cell holds, which decides how it is shown, typed and checked. */
export type CellKind = "text" | "id" | "count" | "choice" | "person" | "tags" | "times" | "yes" | "priority" | "told";

export interface Column {
  id: string;
  kind: CellKind;
  /** Pixels at the least; what is left of the screen goes to the columns that grow. */
  width: number;
  grow?: true;
}

const column = (id: string, kind: CellKind, width: number, grow?: true): Column =>
  grow ? { id, kind, width, grow } : { id, kind, width };

/** Columns in the order of the screen; those of kind "told" are counted, not typed. */
export const COLUMNS: Readonly<Record<TableId, readonly Column[]>> = {
  people: [
    column("name", "text", 170, true),
    column("organisation", "text", 190, true),
    column("side", "choice", 100),
    column("tier", "choice", 120),
    column("guaranteed", "count", 72),
    column("maximum", "count", 58),
    column("representatives", "count", 58),
    column("place", "choice", 68),
    column("absent", "times", 160, true),
    column("meals", "yes", 60),
    column("sent", "told", 62),
    column("received", "told", 66),
    column("needs", "tags", 140),
    column("offers", "tags", 140),
    column("id", "id", 90),
  ],
  wishes: [
    column("from", "person", 200, true),
    column("to", "person", 200, true),
    column("priority", "priority", 100),
    column("mutual", "told", 100),
    column("answer", "told", 240, true),
  ],
  places: [
    column("id", "id", 120),
    column("label", "text", 180, true),
    column("zone", "text", 140, true),
    column("capacity", "count", 90),
    column("closed", "times", 240, true),
    column("owners", "told", 240, true),
  ],
  packages: [
    column("label", "text", 180, true),
    column("guaranteed", "count", 100),
    column("maximum", "count", 100),
    column("weight", "count", 90),
    column("people", "told", 90),
    column("id", "id", 140, true),
  ],
};

/** Which rows, in which order. */
export interface TableQuery {
  table: TableId;
  /** Words that the row must hold, each somewhere; empty: all rows. */
  find: string;
  /** Values that a column must have, by id of the column. */
  where: Readonly<Record<string, string>>;
  /** Only rows that something is remarked about. */
  marked: boolean;
  /** Only these rows, by id; wishes by their place in the list. */
  only: readonly string[] | null;
  sort: { column: string; down: boolean } | null;
  locale: "en" | "fr";
}

/** Something remarked about a cell. */
export interface MarkView {
  column: string;
  severity: "error" | "warning";
  text: string;
  /** Offset in the text of the event. */
  at: number;
}

export interface TableRowView {
  /** Index in the data. */
  index: number;
  /** What tells this row from others while rows come and go. */
  id: string;
  /** One per column; "" where there is nothing. */
  cells: string[];
  /** What stands in the field when a cell is opened, where that is not what is shown: times as tokens. */
  typed: Readonly<Record<string, string>>;
  /** Columns whose value is a default or comes from elsewhere (the package's), in order. */
  light: string[];
  marks: MarkView[];
}

export interface TableView {
  /** Of the text that the rows are of; edits name it, so that a row that moved is not taken for another. */
  serial: number;
  /** False while the text is no JSON: the rows are of the last one that was. */
  editable: boolean;
  /** Rows of the query, of the table, and those of the table that something is remarked about. */
  total: number;
  all: number;
  marked: number;
  from: number;
  rows: TableRowView[];
}

/** What a column may be filtered by: value and name, with the number of rows. */
export interface ChoiceView {
  value: string;
  label: string;
  count: number;
}

/** A proposal for a cell that is being typed. */
export interface Proposal {
  /** What goes into the cell. */
  text: string;
  detail: string;
}

/** What a person does to a table. Rows are indices in the data of the text of that serial. */
export type TableEdit =
  | { kind: "cells"; cells: { row: number; column: string; text: string }[] }
  /** A block put in at a place of the query's rows; rows past the end are new ones. */
  | { kind: "paste"; at: number; column: string; block: string[][] }
  | { kind: "add"; cells: Readonly<Record<string, string>> }
  | { kind: "remove"; rows: number[] }
  /** The wish of one person for another, by index: a priority, a veto, or "" for none. */
  | { kind: "wish"; from: number; to: number; text: string };

/** Why a cell cannot be as it was typed, with what it could be. */
export interface CellProblem {
  row: number;
  column: string;
  text: Text;
  proposals: Proposal[];
}

export type TableAnswer =
  | {
      status: "done";
      changed: number;
      /** Of the row that was added; else -1. */ added: number;
      problems: CellProblem[];
    }
  /** Nothing was written. */
  | { status: "refused"; problems: CellProblem[] }
  /** The table is another one by now. */
  | { status: "gone" }
  /** The text is no JSON now, or another tab has the event. */
  | { status: "broken" | "locked" };

/** What would go with rows that are taken out. */
export interface RemovalView {
  rows: number;
  wishes: number;
  locked: number;
  others: number;
}

/** The wishes between two sides as a picture: a byte for each pair. */
export interface MatrixView {
  serial: number;
  rows: { index: number; id: string; name: string }[];
  columns: { index: number; id: string; name: string }[];
  /**
   * Row by row: the low four bits are the row's wish for the column, the high four the reverse; 0 none, 1 to 13 the
   * priority (13: and lower), 15 a veto.
   */
  cells: Uint8Array;
}
