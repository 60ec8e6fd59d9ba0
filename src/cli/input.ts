// Reads events and schedules for the commands, and tells what is wrong with them. Used by solve and verify.

import { parseSchedule, parseScheduleFor, parseStart } from "../read-schedule.js";
import type { Locale } from "../rules/rule.js";
import type { Schedule } from "../schedule.js";
import { SAMPLES } from "../spec/samples/index.js";
import type { Result } from "../spec/diagnostic.js";
import { parseSpec } from "../spec/parse.js";
import type { EventSpec } from "../spec/schema.js";
import { spaced } from "./format.js";
import { tableFiles } from "./files.js";
import { complain, readText, report } from "./terminal.js";

/** The event of a file, or of a folder, ZIP, workbook or CSV of tables; or undefined once its diagnostics have been told. */
export async function readEvent(source: string, locale: Locale): Promise<EventSpec | undefined> {
  const files = await tableFiles(source);
  if (files) {
    // What reads tables is loaded when there are some.
    const { eventOfFiles } = await import("./tables.js");
    return eventOfFiles(source, files, locale);
  }
  const spec = await read(source, locale, parseSpec);
  if (!spec && SAMPLES.some((sample) => sample.id === source)) {
    const command = `dancecard sample ${source} | dancecard solve -`;
    complain(
      { en: `A sample has this name: ${command}`, fr: spaced(`Un exemple porte ce nom : ${command}`, "fr") }[locale],
    );
  }
  return spec;
}

/** The schedule of a file, or undefined once its diagnostics have been told: that it is another event's is one of them. */
export async function readSchedule(
  source: string,
  locale: Locale,
  spec: EventSpec | undefined,
): Promise<ScheduleGiven | undefined> {
  const files = spec && (await tableFiles(source));
  if (spec && files) {
    // A list of meetings from another tool.
    const { scheduleOfFiles } = await import("./tables.js");
    return scheduleOfFiles(files, spec, locale);
  }
  const schedule = await readOwn(source, locale, spec);
  return schedule && { schedule, unread: 0 };
}

/** A schedule, and how many rows of its tables could not be read. */
export interface ScheduleGiven {
  schedule: Schedule;
  unread: number;
}

function readOwn(source: string, locale: Locale, spec: EventSpec | undefined): Promise<Schedule | undefined> {
  return read(source, locale, spec ? (text) => parseScheduleFor(spec, text) : parseSchedule);
}

/** A schedule to start from: what the event does not know is told as a warning. */
export function readStart(source: string, locale: Locale, spec: EventSpec): Promise<Schedule | undefined> {
  return read(source, locale, (text) => parseStart(spec, text));
}

async function read<T>(source: string, locale: Locale, parse: (text: string) => Result<T>): Promise<T | undefined> {
  const text = await readText(source);
  const result = text.ok ? parse(text.value) : text;
  report(source, text.ok ? text.value : undefined, result.diagnostics, locale);
  return result.ok ? result.value : undefined;
}
