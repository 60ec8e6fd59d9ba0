// Days, sessions, the time zone. Called by index.ts before anything else, for all other times refer to it.
// It says whether the calendar can be laid out at all.

import { minutes, slotCount } from "../calendar.js";
import type { Report } from "../report.js";
import { LIMITS, type EventSpec, type Session } from "../schema.js";

type Path = (string | number)[];

/** Reports what is wrong with the calendar; false when its slots should not be laid out. */
export function checkCalendar(spec: EventSpec, report: Report): boolean {
  checkTimezone(spec, report);
  const dates = new Set<string>();
  const sessions = new Set<string>();
  let slots = 0;
  let sound = true;
  spec.calendar.forEach((day, d) => {
    const path: Path = ["calendar", d];
    if (dates.has(day.date)) report.error("duplicate-date", [...path, "date"], { id: day.date });
    dates.add(day.date);
    day.sessions.forEach((session, s) => {
      const at = [...path, "sessions", s];
      if (sessions.has(session.id)) report.error("duplicate-id/session", [...at, "id"], { id: session.id });
      sessions.add(session.id);
      const own = checkSession(session, at, report);
      if (own === undefined) sound = false;
      else slots += own;
    });
    checkOverlaps(day.date, day.sessions, path, report);
  });
  checkNames(spec, dates, report);
  if (slots > LIMITS.slots) {
    report.error("too-many-slots", ["calendar"], { count: slots, limit: LIMITS.slots });
    return false;
  }
  // What would be said of the times of a session that is not known only follows from its error.
  if (sound && slots === 0) report.warning("no-slots", ["calendar"]);
  return sound;
}

function checkTimezone(spec: EventSpec, report: Report): void {
  const zone = spec.event.timezone;
  if (zone === undefined || isTimezone(zone) || !isTimezone("Europe/Paris")) return;
  report.error("unknown-timezone", ["event", "timezone"], { id: zone });
}

/** Asks the engine's own list; an engine without one knows no zone at all, which the caller finds out with a real one. */
function isTimezone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Number of slots of the session; undefined when it has no place in time. */
function checkSession(session: Session, path: Path, report: Report): number | undefined {
  const { id, start, end } = session;
  const length = minutes(end) - minutes(start);
  if (length <= 0) {
    report.error(length < 0 ? "session-ends-first" : "session-empty", [...path, "end"], { id, start, end });
    return undefined;
  }
  if (session.kind !== "meetings") return 0;
  if (session.meeting === undefined) {
    report.error("no-meeting-length", path, { id });
    return undefined;
  }
  const slots = slotCount(session);
  if (slots === 0) {
    report.warning("session-too-short", [...path, "meeting"], { id, length, meeting: session.meeting });
  }
  return slots;
}

function checkOverlaps(date: string, sessions: readonly Session[], path: Path, report: Report): void {
  const order = sessions
    .map((session, index) => ({ session, index, start: minutes(session.start), end: minutes(session.end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || a.index - b.index);
  // Each session is told once, with the one before it that ends last.
  let latest = order[0];
  for (const next of order.slice(1)) {
    if (latest && next.start < latest.end) {
      const [one, other] = next.index > latest.index ? [next, latest] : [latest, next];
      const values = { id: one.session.id, other: other.session.id, date };
      report.error("sessions-overlap", [...path, "sessions", one.index], values);
    }
    if (!latest || next.end > latest.end) latest = next;
  }
}

/** A token must mean one thing: no session is called like a slot or a date. */
function checkNames(spec: EventSpec, dates: ReadonlySet<string>, report: Report): void {
  const counts = new Map<string, number>();
  for (const { sessions } of spec.calendar) {
    for (const session of sessions) if (session.kind === "meetings") counts.set(session.id, slotCount(session));
  }
  spec.calendar.forEach(({ sessions }, d) => {
    sessions.forEach(({ id }, s) => {
      const path = ["calendar", d, "sessions", s, "id"];
      const [, owner, number] = /^(.*)\.([1-9]\d{0,4})$/s.exec(id) ?? [];
      if (owner !== undefined && Number(number) <= (counts.get(owner) ?? 0))
        report.error("ambiguous-id/slot", path, { id });
      if (dates.has(id)) report.error("ambiguous-id/date", path, { id });
    });
  });
}
