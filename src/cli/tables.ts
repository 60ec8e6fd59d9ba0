// An event from tables, for the commands: reads the files, imports them into the event that stands beside them (or into a
// new one), and tells what is wrong with file, line and column. Loaded only when there are tables. Node only.

import { basename } from "node:path";
import {
  newEvent,
  planSheets,
  previewImport,
  readFiles,
  readMeetings,
  type Answers,
  type ImportResult,
  type Problem,
  type Sheet,
  type SheetPlan,
} from "../io/import.js";
import type { Locale } from "../rules/rule.js";
import { applyEdits } from "../spec/edit.js";
import { readJson } from "../spec/jsonc.js";
import { parseSpec, readSpec } from "../spec/parse.js";
import type { EventSpec } from "../spec/schema.js";
import { readAll } from "./files.js";
import type { ScheduleGiven } from "./input.js";
import { complain, mistake, report } from "./terminal.js";

/** Problems that are told; the rest is counted. */
const SHOWN = 50;

/** What tables say about an event. */
export interface Imported {
  sheets: Sheet[];
  plans: SheetPlan[];
  result: ImportResult;
  /** The event before the import, as data, and as text where there is one. */
  event: unknown;
  text?: string;
  /** Where that text stands. */
  from?: string;
}

export interface ImportOptions {
  /** Text of the event to import into, and where it stands. */
  into?: { text: string; from: string };
  /** Date of a new event's only day; else the days that the tables name, else today. */
  date?: string;
  answers?: Partial<Answers>;
}

/** Imports files; undefined once it was told why that cannot be done. */
export async function importFiles(
  source: string,
  paths: readonly string[],
  locale: Locale,
  options: ImportOptions = {},
): Promise<Imported | undefined> {
  const { files, wrong } = await readAll(paths);
  for (const { path, diagnostics } of wrong) report(path, undefined, diagnostics, locale);
  const read = readFiles(files);
  for (const { file, sheet, code, severity, text } of read.problems) {
    report(sheet === undefined ? file : `${file}#${sheet}`, undefined, [{ ...mistake(code, text), severity }], locale);
  }
  if (wrong.length > 0 || read.problems.some(({ severity }) => severity === "error")) return undefined;
  if (options.into && read.event) {
    const said = {
      en: `This is an event, and ${options.into.from} is one too: leave one of them out.`,
      fr: `Ceci est un événement, et ${options.into.from} en est un aussi : n’en donnez qu’un.`,
    };
    report(read.event.file, undefined, [mistake("two-events", said)], locale);
    return undefined;
  }
  const given = options.into ?? (read.event && { text: read.event.text, from: read.event.file });
  let event: unknown;
  if (given) {
    const { document } = readJson(given.text, new Map());
    if (!document) {
      report(given.from, given.text, parseSpec(given.text).diagnostics, locale);
      return undefined;
    }
    event = document.value;
  } else {
    const name = basename(source).replace(/\.[^.]*$/, "") || "Event";
    const made = options.date
      ? newEvent(name, options.date, locale)
      : newEvent(name, today(), locale, { sheets: read.sheets, today: today() });
    event = made.event;
    for (const said of made.assumed)
      report(source, undefined, [{ ...mistake("assumed", said), severity: "warning" }], locale);
  }
  const { sheets } = read;
  const plans = planSheets(sheets, event);
  const answers = options.answers ?? {};
  const result = previewImport({ sheets, plans, event, answers });
  return { sheets, plans, result, event, ...given };
}

/** The event of a file or folder of tables; undefined once its mistakes have been told. */
export async function eventOfFiles(
  source: string,
  paths: readonly string[],
  locale: Locale,
): Promise<EventSpec | undefined> {
  const imported = await importFiles(source, paths, locale);
  if (!imported) return undefined;
  const { result, event, text, from, sheets } = imported;
  tellProblems(result.preview.problems, result.preview.unlisted, locale);
  if (result.preview.problems.length > 0) return undefined;
  if (sheets.length === 0 && text !== undefined) {
    const parsed = parseSpec(text);
    report(from!, text, parsed.diagnostics, locale);
    return parsed.ok ? parsed.value : undefined;
  }
  const spec = readSpec(applyEdits(event, result.edits));
  report(source, undefined, spec.diagnostics, locale);
  return spec.ok ? spec.value : undefined;
}

/** The schedule that tables of another tool hold; undefined once it was told why there is none. */
export async function scheduleOfFiles(
  paths: readonly string[],
  spec: EventSpec,
  locale: Locale,
): Promise<ScheduleGiven | undefined> {
  const { files, wrong } = await readAll(paths);
  for (const { path, diagnostics } of wrong) report(path, undefined, diagnostics, locale);
  const read = readFiles(files);
  for (const { file, sheet, code, severity, text } of read.problems)
    report(sheet === undefined ? file : `${file}#${sheet}`, undefined, [{ ...mistake(code, text), severity }], locale);
  if (wrong.length > 0 || read.problems.some(({ severity }) => severity === "error")) return undefined;
  const { schedule, bad, problems, unlisted, notes } = readMeetings(read, spec);
  for (const { sheet, line, letter, code, reason } of problems.slice(0, SHOWN)) {
    const place = [sheet, ...(line > 0 ? [line] : []), ...(letter === "" ? [] : [letter])].join(":");
    report(place, undefined, [mistake(code, reason)], locale);
  }
  const more = Math.max(0, problems.length - SHOWN) + unlisted;
  if (more > 0) complain({ en: `… and ${more} more`, fr: `… et ${more} de plus` }[locale]);
  const [source = ""] = paths;
  for (const note of notes) report(source, undefined, [{ ...mistake("note", note), severity: "warning" }], locale);
  return schedule ? { schedule, unread: bad } : undefined;
}

/** One line per bad row on standard error: `file#sheet:line:column: error code: sentence`. */
export function tellProblems(problems: readonly Problem[], unlisted: number, locale: Locale): void {
  for (const problem of problems.slice(0, SHOWN)) {
    const { sheet, line, letter, code, reason, proposals } = problem;
    const place = [sheet, ...(line > 0 ? [line] : []), ...(letter === "" ? [] : [letter])].join(":");
    const hint = (l: Locale): string =>
      proposals.length > 0 ? ` → ${proposals.map(({ label }) => label[l]).join(" | ")}` : "";
    report(place, undefined, [mistake(code, { en: reason.en + hint("en"), fr: reason.fr + hint("fr") })], locale);
  }
  const more = Math.max(0, problems.length - SHOWN) + unlisted;
  if (more > 0) complain({ en: `… and ${more} more`, fr: `… et ${more} de plus` }[locale]);
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
