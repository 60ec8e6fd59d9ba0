// What the page may ask of the tables of the event. Implemented by desk.ts; called through state/bridge.ts only.

import type {
  ChoiceView,
  MatrixView,
  Proposal,
  RemovalView,
  TableAnswer,
  TableEdit,
  TableId,
  TableQuery,
  TableView,
} from "../../tables.js";

export interface TablesApi {
  /** A window of a table. */
  view(query: TableQuery, from: number, to: number): TableView;
  /** Changes a table; rows are those of the text of that serial. */
  edit(serial: number, query: TableQuery, edit: TableEdit): TableAnswer;
  /** What a column may be filtered by. */
  choices(table: TableId, column: string): ChoiceView[];
  /** All rows of a query. */
  indices(query: TableQuery): Int32Array;
  propose(table: TableId, column: string, text: string): Proposal[];
  /** What would go with rows that are taken out; null when they are others by now. */
  removal(serial: number, table: TableId, rows: number[]): RemovalView | null;
  /** Cells as a spreadsheet takes them. */
  text(query: TableQuery, rows: number[], columns: string[], titles: string[]): string;
  /** The wishes between two sides. */
  matrix(from: string, to: string): MatrixView;
}
