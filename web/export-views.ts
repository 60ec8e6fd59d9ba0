// What crosses between page and worker when a schedule is handed out. Data only.

import type { Text } from "./protocol.js";

/** A file format; `pseudonym` is a copy of event and schedule with codes for all names and ids. */
export type ExportFormat = "html" | "pdf" | "ics" | "xlsx" | "csv" | "json" | "pseudonym";
/** What is printed. */
export type ExportKind = "agendas" | "stands" | "tables" | "runners";
export type ExportPaper = "a4" | "a6";

export interface ExportRequest {
  format: ExportFormat;
  /** For html and pdf. */
  kind: ExportKind;
  paper: ExportPaper;
  locale: "en" | "fr";
  /** Although hard rules are broken. */
  force: boolean;
}

/** What there is to hand out: of the schedule on the page. */
export interface ExportView {
  schedule: boolean;
  /** Hard rules that it breaks. */
  findings: number;
  /** The published version it is; null: it is not published. */
  version: number | null;
  /** The last version published before it, which calendars update; null: they are new. */
  since: number | null;
  /** Numbers of what is printed: representatives, places in use, tables at lunch of all lunches, slots. */
  people: number;
  stands: number;
  tables: number;
  slots: number;
}

export type ExportAnswer =
  | {
      status: "done";
      /** Several files stand in one archive. */
      file: Blob;
      /** What it ends with, such as ".pdf". */
      ending: string;
      /** What its name begins with: the event's, and the version. */
      stem: string;
      confidential: boolean;
      warnings: Text[];
    }
  /** The judge found breaches: nothing is written unless asked for again. */
  | { status: "broken"; findings: number }
  | { status: "nothing" }
  | { status: "stopped" }
  | { status: "failed"; reason: string };
