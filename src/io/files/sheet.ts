// What reading files gives: sheets of text cells, what was detected, and what could not be read. Made by read.ts; the
// meaning of the cells is import/'s business. All of it is plain data.

import type { Text } from "../../rules/rule.js";

/** A file as it comes: the name may hold folders. */
export interface SourceFile {
  name: string;
  bytes: Uint8Array;
}

/** A row with something in it; `line` counts as the spreadsheet does, from 1. */
export interface Row {
  line: number;
  cells: string[];
}

/** Cells that are one on the screen: lines from 1, columns from 0, all included. */
export interface Merge {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "macintosh";
export type Separator = "," | ";" | "\t" | "|";

/** What was found out about a file of text. */
export interface Detected {
  encoding: Encoding;
  /** True: the encoding is written at the beginning of the file. */
  marked: boolean;
  separator: Separator;
}

/** One table of a file. Rows without any text are left out; `line` tells where they stood. */
export interface Sheet {
  /** Unique among the sheets that were read together. */
  id: string;
  file: string;
  /** Name of the sheet in its workbook; empty for a file of text. */
  name: string;
  kind: "text" | "workbook" | "pasted";
  /** Files of text only. */
  detected?: Detected;
  /** How numbers with decimals are written. */
  decimal: "," | ".";
  /** Lines up to the last that has text, and columns likewise. */
  lines: number;
  columns: number;
  rows: Row[];
  merges: Merge[];
  /** A sheet that the workbook does not show. */
  hidden: boolean;
}

/** Something about a file that could not be read, or that is worth knowing. */
export interface FileProblem {
  file: string;
  sheet?: string;
  code: string;
  /** An error: nothing of the file (or sheet) was read. */
  severity: "error" | "warning";
  text: Text;
}

/** Everything that a set of files holds. */
export interface FilesRead {
  sheets: Sheet[];
  /** The text of the event that stands among the files. */
  event?: { file: string; text: string };
  problems: FileProblem[];
}

/** Column 0 is A, 26 is AA. */
export function columnName(column: number): string {
  let name = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}
