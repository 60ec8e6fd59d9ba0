// The English words of handing a schedule out. en.ts takes them in; the type is what every other language fills.

import type { ExportAnswer, ExportFormat, ExportKind } from "../export-views.js";
import { formats } from "./formats.js";

const f = formats("en");
const n = f.number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count === 1 ? one : more}`;

const bytes = (size: number): string =>
  size < 1e6 ? `${n(Math.max(1, Math.round(size / 1000)))} kB` : `${f.decimal(size / 1e6)} MB`;

export const exportEn = {
  title: "Export",
  close: "Close",
  what: (version: number | null) =>
    version === null ? "The schedule on the page. It is not published." : `Version ${version}, as published.`,
  checked: "Each file is checked against every hard rule before it is written.",
  none: "There is no schedule yet. Solve first; the event itself can be copied without names.",
  broken: (count: number) => `The schedule breaks hard rules (${many(count, "breach", "breaches")}).`,
  force: "Export it all the same",
  language: "Language of the files",
  paper: "Paper",
  papers: { a4: "A4", a6: "A6" },
  participants: "For participants",
  participantsNote: "They say nothing of wishes, refusals and reasons.",
  organiser: "For the organiser",
  organiserNote: "These hold wishes and reasons; not for participants.",
  others: "For other tools",
  printed: {
    agendas: ["Personal agendas", (count) => many(count, "person, a page each", "people, a page each")],
    stands: ["Stand sheets", (count) => many(count, "place where people meet", "places where people meet")],
    tables: ["Table cards", (count) => many(count, "table at lunch", "tables at lunch")],
    runners: ["Lists by slot", (count) => `${many(count, "slot", "slots")}, for whoever shows people the way`],
  } satisfies Record<ExportKind, [string, (count: number) => string]> as Record<
    ExportKind,
    [string, (count: number) => string]
  >,
  calendars: "Calendars",
  calendarsNote: (since: number | null) =>
    since === null
      ? "one file per person in an archive, and one of the event"
      : `one file per person in an archive; they update those of version ${since}`,
  workbook: "Workbook",
  workbookNote: "meetings, people, wishes with their answers, tables",
  csv: "Tables as CSV",
  csvNote: "the same as separate files; formulas are made harmless",
  json: "Schedule and agendas",
  jsonNote: "for programs, and to be checked again",
  pseudonym: "Copy without names",
  pseudonymNote: "event and schedule with codes for all names and ids",
  formats: {
    html: "Page",
    pdf: "PDF",
    ics: "ICS",
    xlsx: "XLSX",
    csv: "CSV",
    json: "JSON",
    pseudonym: "JSON",
  } satisfies Record<ExportFormat, string> as Record<ExportFormat, string>,
  save: (what: string, format: string) => `Save ${what} as ${format}`,
  making: (what: string, format: string) => `Making ${what} as ${format}`,
  stop: "Stop",
  saved: (name: string, size: number) => `Saved: ${name}, ${bytes(size)}.`,
  confidential: "For the organiser only.",
  answer(answer: Exclude<ExportAnswer, { status: "done" }>): string {
    switch (answer.status) {
      case "broken":
        return `Nothing is written: ${many(answer.findings, "breach", "breaches")} of hard rules.`;
      case "nothing":
        return "There is nothing of this to write.";
      case "stopped":
        return "Stopped; nothing is written.";
      case "failed":
        return `It could not be made${answer.reason === "" ? "" : ` (${answer.reason})`}. The schedule is as it was.`;
    }
  },
  /** What of a file's name says what is in it. */
  files: {
    agendas: "agendas",
    stands: "stands",
    tables: "table-cards",
    runners: "by-slot",
    ics: "calendars",
    xlsx: "schedule",
    csv: "tables",
    json: "schedule",
    pseudonym: "without-names",
  } as Record<ExportKind | Exclude<ExportFormat, "html" | "pdf">, string>,
};

export type ExportMessages = typeof exportEn;
