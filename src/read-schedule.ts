// From the text of a schedule to a Schedule or diagnostics, whether it belongs to an event, and back to text.
// Called by the CLI, the page's worker and exports. What a schedule breaks is the judge's business, not this file's.

import type { Diagnostic, Result } from "./spec/diagnostic.js";
import { eventHash, textHash } from "./spec/hash.js";
import { issueDiagnostics } from "./spec/issues.js";
import { readJson, type JsonDocument } from "./spec/jsonc.js";
import { formatProblem } from "./spec/parse.js";
import { printJson } from "./spec/print.js";
import { Report } from "./spec/report.js";
import type { EventSpec } from "./spec/schema.js";
import { validate } from "./spec/validate.js";
import { calendarOf } from "./spec/calendar.js";
import { scheduleSchema, SCORE_KEYS, type Schedule } from "./schedule.js";

/** Most items of a schedule's lists: several times the largest show known. */
const MOST_ITEMS: ReadonlyMap<string, number> = new Map([
  ["meetings", 500_000],
  ["meals", 200_000],
  ["unmet", 1_000_000],
]);

/** Reads a schedule: JSON, comments and trailing commas allowed. Diagnostics come sorted by position, with text ranges. */
export function parseSchedule(text: string): Result<Schedule> {
  return readSchedule(text).result;
}

/** Reads a schedule and checks that it belongs to the event: parseSchedule and checkSchedule, all with text ranges. */
export function parseScheduleFor(spec: EventSpec, text: string): Result<Schedule> {
  const { result, document } = readSchedule(text);
  if (!result.ok || !document) return result;
  const diagnostics = document.place([...result.diagnostics, ...checkSchedule(spec, result.value)]);
  return diagnostics.some((d) => d.severity === "error") ? { ok: false, diagnostics } : { ...result, diagnostics };
}

/**
 * Reads a schedule to start from, of any state of the event: ids that the event does not have are warnings. Where the event
 * knows nobody who meets in it, it is no schedule of this event.
 */
export function parseStart(spec: EventSpec, text: string): Result<Schedule> {
  const { result, document } = readSchedule(text);
  if (!result.ok || !document) return result;
  const report = new Report();
  const { meetings, event } = result.value;
  const people = new Set(spec.participants.map(({ id }) => id));
  if (meetings.length > 0 && !meetings.some(({ participants }) => participants.some((id) => people.has(id)))) {
    report.error("other-event", ["event"], { found: event.slice(0, 12), expected: eventHash(spec).slice(0, 12) });
    return { ok: false, diagnostics: document.place(report.diagnostics()) };
  }
  checkMeetings(spec, result.value, report);
  checkSeats(spec, result.value, report);
  const unknown = report.diagnostics().map((found) => ({ ...found, severity: "warning" as const }));
  return { ...result, diagnostics: document.place([...result.diagnostics, ...unknown]) };
}

function readSchedule(text: string): { result: Result<Schedule>; document?: JsonDocument } {
  const { document, diagnostics } = readJson(text, MOST_ITEMS);
  if (!document) return { result: { ok: false, diagnostics } };
  const format = formatProblem(document.value, "dancecard/schedule");
  const parsed = format ? undefined : validate(scheduleSchema, document.value);
  if (parsed?.ok && diagnostics.length === 0) {
    return { result: { ok: true, value: parsed.data, diagnostics: [] }, document };
  }
  const found = format
    ? [format]
    : parsed && !parsed.ok
      ? issueDiagnostics(scheduleSchema, document.value, parsed.issues)
      : [];
  return { result: { ok: false, diagnostics: document.place([...diagnostics, ...found]) }, document };
}

/** What speaks against the schedule being one of this event: another hash, or ids that the event does not have. */
export function checkSchedule(spec: EventSpec, schedule: Schedule): Diagnostic[] {
  const report = new Report();
  const expected = eventHash(spec);
  if (schedule.event !== expected) {
    report.error("other-event", ["event"], { found: schedule.event.slice(0, 12), expected: expected.slice(0, 12) });
    return report.diagnostics();
  }
  checkNumbers(spec, schedule, report);
  // What would be judged of such a schedule says nothing more, and takes long.
  const crowded = report.diagnostics();
  if (crowded.length > 0) return crowded;
  checkMeetings(spec, schedule, report);
  checkSeats(spec, schedule, report);
  checkUnmet(spec, schedule, report);
  return report.diagnostics();
}

function rowsOf(spec: EventSpec): Map<string, string[]> {
  return new Map(
    spec.participants.map(({ id, representatives }) => [
      id,
      representatives.length === 0 ? [id] : representatives.map((row) => row.id),
    ]),
  );
}

/** Meetings of one row that are always judged, however few slots there are. */
const FEW_MEETINGS = 100;

/** No row has more meetings than twice the slots, so that the judge's work on any schedule stays within bounds. */
function checkNumbers(spec: EventSpec, schedule: Schedule, report: Report): void {
  const slots = calendarOf(spec).slots.length;
  const most = Math.max(FEW_MEETINGS, 2 * slots);
  const counts = new Map<string, number>();
  const first = new Map<string, number>();
  schedule.meetings.forEach(({ rows: [a, b] }, m) => {
    for (const row of a === b ? [a] : [a, b]) {
      const count = (counts.get(row) ?? 0) + 1;
      counts.set(row, count);
      if (count === most + 1) first.set(row, m);
    }
  });
  for (const [row, m] of first) {
    report.error("too-many-meetings", ["meetings", m], { row, count: counts.get(row)!, slots });
  }
}

function checkMeetings(spec: EventSpec, schedule: Schedule, report: Report): void {
  const rows = rowsOf(spec);
  const slots = calendarOf(spec).slotIndex;
  const places = new Set(spec.places.map((place) => place.id));
  schedule.meetings.forEach(({ participants, rows: given, slot, place }, m) => {
    const path = ["meetings", m];
    participants.forEach((id, k) => {
      const own = rows.get(id);
      if (!own) {
        report.unknown("unknown-id/participant", [...path, "participants", k], id, rows.keys(), rows.size);
      } else if (!own.includes(given[k]!)) {
        report.unknown("unknown-id/row", [...path, "rows", k], given[k]!, own, own.length, { participant: id });
      }
    });
    if (!slots.has(slot)) report.unknown("unknown-id/slot", [...path, "slot"], slot, slots.keys(), slots.size);
    if (place !== undefined && !places.has(place)) {
      report.unknown("unknown-id/place", [...path, "place"], place, places, places.size);
    }
  });
}

function checkSeats(spec: EventSpec, schedule: Schedule, report: Report): void {
  const participants = new Set(spec.participants.map(({ id }) => id));
  const meals = new Map(spec.meals.map((meal) => [meal.session, new Set(meal.tables.map((table) => table.id))]));
  schedule.meals.forEach((seating, i) => {
    const path = ["meals", i];
    const tables = meals.get(seating.session);
    if (!tables) {
      report.unknown("unknown-id/session", [...path, "session"], seating.session, meals.keys(), meals.size);
    } else if (!tables.has(seating.table)) {
      report.unknown("unknown-id/table", [...path, "table"], seating.table, tables, tables.size);
    }
    seating.participants.forEach((id, k) => {
      if (participants.has(id)) return;
      report.unknown("unknown-id/participant", [...path, "participants", k], id, participants, participants.size);
    });
  });
}

function checkUnmet(spec: EventSpec, schedule: Schedule, report: Report): void {
  const participants = new Set(spec.participants.map(({ id }) => id));
  const targets = new Set(participants);
  for (const { organisation } of spec.participants) if (organisation !== undefined) targets.add(organisation);
  schedule.unmet.forEach(({ from, to }, i) => {
    if (!participants.has(from)) {
      report.unknown("unknown-id/participant", ["unmet", i, "from"], from, participants, participants.size);
    }
    if (!targets.has(to)) report.unknown("unknown-id/target", ["unmet", i, "to"], to, targets, targets.size);
  });
}

/**
 * What `base` of a repair names a published schedule by: SHA-256 of its canonical text, which is what `sha256sum` says of
 * the file as it was written.
 */
export function scheduleHash(schedule: Schedule): string {
  return textHash(scheduleText(schedule));
}

const OPEN: ReadonlySet<string> = new Set(["bound"]);

/** The canonical text of a schedule: the same schedule gives the same bytes, one meeting, seating or wish per line. */
export function scheduleText(schedule: Schedule): string {
  const { score, bound, run } = schedule;
  const ordered = {
    format: schedule.format,
    version: schedule.version,
    event: schedule.event,
    base: schedule.base,
    meetings: schedule.meetings.map(({ participants, rows, slot, place }) => ({ participants, rows, slot, place })),
    meals: schedule.meals.map(({ session, table, participants }) => ({ session, table, participants })),
    unmet: schedule.unmet.map(({ from, to, reason, evidence }) => ({ from, to, reason, evidence: sorted(evidence) })),
    score: score && pick(score, [...SCORE_KEYS, "change", "total"]),
    bound: bound && {
      value: bound.value,
      parts: pick(bound.parts, SCORE_KEYS),
      certificate: sorted(bound.certificate),
    },
    run: run && pick(run, ["variant", "seed", "workers", "budget", "steps", "version", "seconds"]),
  };
  return printJson(ordered, OPEN);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function pick(object: object, keys: readonly string[]): Record<string, unknown> {
  const from = object as Record<string, unknown>;
  return Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]]));
}

/** A copy with the keys of all objects sorted; `__proto__` is a key like any other. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}
