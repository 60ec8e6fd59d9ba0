// What a schedule becomes outside: agendas, stand sheets, table cards and runner lists as HTML and PDF, calendars, a
// workbook, CSV, JSON, a pseudonymised copy. What a page, a program or the command line calls. It stands apart from
// ../index.ts, as it brings writers of files with it: load it when it is needed; a PDF loads its fonts when it is asked for.
//
//   facts + schedule --agendasOf--> who meets whom, when, where --> sheets --> HTML, PDF     what participants receive
//                                                               --> calendars (ICS)
//   facts + schedule --organiserTables--> tables --> XLSX, CSV                               what the organiser keeps
//
// It runs in any host, looks at no clock and judges nothing: the same event, schedule and options give the same bytes.

import type { Facts } from "../rules/facts.js";
import { printJson } from "../spec/print.js";
import type { Locale, Text } from "../rules/rule.js";
import { scheduleText } from "../read-schedule.js";
import type { Schedule } from "../schedule.js";
import { specText } from "../spec/parse.js";
import { agendasOf, type Agendas } from "./export/agendas.js";
import { csvOf } from "./export/csv.js";
import { fileNames } from "./export/file-names.js";
import type { FontSource } from "./export/fonts.js";
import { htmlOf } from "./export/html.js";
import { calendarsOf } from "./export/ics.js";
import { pseudonymise } from "./export/pseudonym.js";
import { lettersFor } from "./export/letters.js";
import { KINDS, printedOf, textsOf, type Kind, type Paper } from "./export/sheets.js";
import { organiserTables } from "./export/tables.js";
import { xlsxOf } from "./export/xlsx.js";
import { zipOf } from "./files/zip.js";

export { zipOf } from "./files/zip.js";
export { agendasOf } from "./export/agendas.js";
export type {
  AbsentEntry,
  Agenda,
  Agendas,
  Entry,
  Held,
  MeetingEntry,
  SeatedMeal,
  SessionEntry,
  Spot,
  Stand,
  Who,
} from "./export/agendas.js";
export { csvOf } from "./export/csv.js";
export type { FontSource } from "./export/fonts.js";
export { htmlOf } from "./export/html.js";
export { calendarsOf } from "./export/ics.js";
export type { Calendar, Calendars, IcsOptions } from "./export/ics.js";
export { lettersFor } from "./export/letters.js";
export type { Letters } from "./export/letters.js";
export { pseudonymise } from "./export/pseudonym.js";
export type { Codes, PseudonymisedEvent } from "./export/pseudonym.js";
export { KINDS, PAPERS, printedOf, textsOf } from "./export/sheets.js";
export type { Block, Card, Cell, Kind, Line, Paper, Printed, Sheet } from "./export/sheets.js";
export { organiserTables } from "./export/tables.js";
export type { Column, ColumnType, TableOf, Value } from "./export/tables.js";
export { xlsxOf } from "./export/xlsx.js";
export type { Pdf, PdfOptions } from "./export/pdf.js";

export const FORMATS = ["html", "pdf", "ics", "xlsx", "csv", "json", "pseudonym"] as const;
export type Format = (typeof FORMATS)[number];

export interface ExportOptions {
  format: Format;
  /** Language of what is written. */
  locale: Locale;
  /** What is printed, for html and pdf; `agendas` alone leaves the calendar of the event out of ics. Left out: all. */
  what?: Kind | "all";
  /** For html and pdf; A4 where left out. */
  paper?: Paper;
  /** Schedules that were published before this one, oldest first: calendars are then updated. */
  published?: readonly Schedule[];
  /** ISO moment of publication, for calendars and the foot of what is printed. */
  stamp?: string;
  /** Fonts for letters that the PDF's own lacks. */
  fonts?: readonly FontSource[];
}

/** A file to be saved. */
export interface ExportedFile {
  name: string;
  /** Media type. */
  type: string;
  bytes: Uint8Array;
  /** Tells of wishes, refusals or reasons: for the organiser, never for participants. */
  confidential: boolean;
}

/** Something that the files cannot say, or say otherwise than one would expect. */
export interface ExportWarning {
  code: "no-zone" | "missing-letters" | "nothing-to-print" | "lost-meetings";
  text: Text;
}

export interface Exported {
  files: ExportedFile[];
  warnings: ExportWarning[];
}

const TYPES = {
  html: "text/html;charset=utf-8",
  pdf: "application/pdf",
  ics: "text/calendar;charset=utf-8",
  zip: "application/zip",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv;charset=utf-8",
  json: "application/json",
} as const;

/** The files of one format; `facts` are factsOf(spec). Without a schedule there is only the event to pseudonymise. */
export async function exportFiles(facts: Facts, schedule: Schedule | null, options: ExportOptions): Promise<Exported> {
  const { format, locale } = options;
  if (format === "pseudonym") return pseudonymised(facts, schedule, locale);
  if (!schedule) return { files: [], warnings: [{ code: "nothing-to-print", text: NOTHING }] };
  switch (format) {
    case "html":
    case "pdf":
      return printed(agendasOf(facts, schedule), format, options);
    case "ics":
      return calendars(facts, schedule, options);
    case "xlsx":
      return only(file("schedule.xlsx", "xlsx", xlsxOf(organiserTables(facts, schedule, locale)), true));
    case "csv":
      return only(
        ...organiserTables(facts, schedule, locale)
          .filter(({ id }) => id !== "tables" || facts.meals.length > 0)
          .map((table) => file(`${table.id}.csv`, "csv", csvOf(table, locale), table.confidential)),
      );
    case "json":
      return only(file("agendas.json", "json", jsonOf(agendasOf(facts, schedule))));
  }
}

function pseudonymised({ spec }: Facts, schedule: Schedule | null, locale: Locale): Exported {
  const copy = pseudonymise(spec, locale);
  const files = [file("event.pseudonym.json", "json", specText(copy.event))];
  if (schedule) files.push(file("schedule.pseudonym.json", "json", scheduleText(copy.schedule(schedule))));
  return only(...files);
}

function only(...files: ExportedFile[]): Exported {
  return { files, warnings: [] };
}

function file(name: string, type: keyof typeof TYPES, data: string | Uint8Array, confidential = false): ExportedFile {
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  return { name, type: TYPES[type], bytes, confidential };
}

async function printed(agendas: Agendas, format: "html" | "pdf", options: ExportOptions): Promise<Exported> {
  const { locale, what = "all", paper = "a4", stamp, fonts } = options;
  const files: ExportedFile[] = [];
  const missing = new Set<string>();
  for (const kind of what === "all" ? KINDS : [what]) {
    const pages = printedOf(agendas, kind, { locale, ...(stamp !== undefined && { stamp }) });
    if ((pages.kind === "tables" ? pages.cards : pages.sheets).length === 0) continue;
    const name = `${kind}${paper === "a6" ? "-a6" : ""}.${format}`;
    if (format === "html") {
      files.push(file(name, "html", htmlOf(pages, paper, locale, await lettersFor(textsOf(pages)))));
      continue;
    }
    const { pdfOf } = await import("./export/pdf.js");
    const pdf = await pdfOf(pages, { paper, locale, ...(stamp !== undefined && { stamp }), ...(fonts && { fonts }) });
    pdf.missing.forEach((text) => missing.add(text));
    files.push(file(name, "pdf", pdf.bytes));
  }
  const warnings: ExportWarning[] = [];
  if (files.length === 0) warnings.push({ code: "nothing-to-print", text: NOTHING });
  if (missing.size > 0) warnings.push({ code: "missing-letters", text: missingText([...missing]) });
  return { files, warnings: [...warnings, ...lostText(agendas.lost)] };
}

function calendars(facts: Facts, schedule: Schedule, options: ExportOptions): Exported {
  const { locale, what = "all", published, stamp } = options;
  const made = calendarsOf(facts, schedule, {
    locale,
    ...(published && { published }),
    ...(stamp !== undefined && { stamp }),
  });
  const names = fileNames(
    made.personal.map(({ who }) => [who!.name, who!.organisation].filter((part) => part !== "").join(" ")),
    ".ics",
  );
  const archive = zipOf(Object.fromEntries(made.personal.map(({ text }, i) => [names[i]!, text])));
  const files = [file("agendas.zip", "zip", archive)];
  if (what === "all") files.push(file("event.ics", "ics", made.event.text));
  return {
    files,
    warnings: [...(made.zoned ? [] : [{ code: "no-zone" as const, text: NO_ZONE }]), ...lostText(made.lost)],
  };
}

/** Agendas as JSON: the same as is printed, for programs. */
function jsonOf({ event, people, meetings, stands, meals }: Agendas): string {
  const { id, ...named } = event;
  const kept = { ...named, ...(id !== "" && { id }) };
  return printJson(
    { format: "dancecard/agendas", version: 1, event: kept, people, meetings, stands, meals },
    new Set(),
  );
}

const NO_ZONE: Text = {
  en: "The event names no time zone that is known (event.timezone, such as Europe/Paris): calendars show the times as they stand, wherever they are read.",
  fr: "L’événement ne nomme pas de fuseau horaire connu (event.timezone, tel que Europe/Paris) : les agendas montrent les heures telles quelles, où qu’ils soient lus.",
};

const NOTHING: Text = {
  en: "There is nothing of this to print.",
  fr: "Il n’y a rien de cela à imprimer.",
};

/** Names told of those that cannot be drawn. */
const SHOWN = 3;

function missingText(texts: readonly string[]): Text {
  const names = texts.slice(0, SHOWN);
  const more = texts.length - names.length;
  return {
    en: `The PDF’s font lacks letters of ${texts.length === 1 ? "one text" : `${texts.length} texts`}; they are question marks there: ${names.map((name) => `“${name}”`).join(", ")}${more > 0 ? `, and ${more} more` : ""}. HTML pages have all letters, and a font can be added.`,
    fr: `Il manque à la police du PDF des lettres de ${texts.length === 1 ? "un texte" : `${texts.length} textes`}, remplacées par des points d’interrogation : ${names.map((name) => `« ${name} »`).join(", ")}${more > 0 ? `, et ${more} de plus` : ""}. Les pages HTML ont toutes les lettres, et une police peut être ajoutée.`,
  };
}

function lostText(count: number): ExportWarning[] {
  if (count === 0) return [];
  const text = {
    en: `${count} ${count === 1 ? "meeting is" : "meetings are"} left out: the event no longer knows the slot or the people.`,
    fr: `${count} rendez-vous laissés de côté : l’événement ne connaît plus le créneau ou les personnes.`,
  };
  return [{ code: "lost-meetings", text }];
}
