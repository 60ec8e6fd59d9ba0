// Reads events and schedules for the commands, and tells what is wrong with them. Used by solve and verify.

import { parseSchedule } from "../read-schedule.js";
import type { Locale } from "../rules/rule.js";
import type { Schedule } from "../schedule.js";
import { SAMPLES } from "../spec/samples/index.js";
import type { Result } from "../spec/diagnostic.js";
import { parseSpec } from "../spec/parse.js";
import type { EventSpec } from "../spec/schema.js";
import { complain, readText, report } from "./terminal.js";

/** The event of a file, or undefined once its diagnostics have been told. */
export async function readEvent(source: string, locale: Locale): Promise<EventSpec | undefined> {
  const spec = await read(source, locale, parseSpec);
  if (!spec && SAMPLES.some((sample) => sample.id === source)) {
    complain(`A sample has this name: dancecard sample ${source} | dancecard solve -`);
  }
  return spec;
}

/** The schedule of a file, or undefined once its diagnostics have been told. */
export function readSchedule(source: string, locale: Locale): Promise<Schedule | undefined> {
  return read(source, locale, parseSchedule);
}

async function read<T>(source: string, locale: Locale, parse: (text: string) => Result<T>): Promise<T | undefined> {
  const text = await readText(source);
  const result = text.ok ? parse(text.value) : text;
  report(source, text.ok ? text.value : undefined, result.diagnostics, locale);
  return result.ok ? result.value : undefined;
}
