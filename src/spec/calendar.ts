// The calendar as a list of slots, and what a time token covers. Shared by the judge and by compile, because both must
// speak of the same slots; everything else about an event they work out independently of each other.
// Nothing here throws: unknown tokens cover nothing (semantics.ts reports them).

import { minutes, slotsIn, slotTimes } from "./clock.js";
import type { EventSpec, Session } from "./schema.js";

export { minutes };

/** One meeting slot. Minutes count from midnight of its day. */
export interface Slot {
  id: string;
  /** Index in Calendar.slots: calendar order, earlier first. */
  index: number;
  session: number;
  day: number;
  start: number;
  end: number;
}

/** A session with its place in time; slots `first` to `last` inclusive, or first > last when it has none. */
export interface CalendarSession {
  id: string;
  index: number;
  kind: Session["kind"];
  day: number;
  date: string;
  start: number;
  end: number;
  first: number;
  last: number;
}

/** All slots and sessions in order of time (days as dated, sessions by start). */
export interface Calendar {
  slots: Slot[];
  sessions: CalendarSession[];
  slotIndex: Map<string, number>;
  sessionIndex: Map<string, number>;
}

/** Number of slots of a meetings session: floor((end - start + changeover) / (meeting + changeover)). */
export function slotCount(session: Pick<Session, "start" | "end" | "meeting" | "changeover">): number {
  return slotsIn(minutes(session.end) - minutes(session.start), session.meeting ?? 0, session.changeover ?? 0);
}

/** Lays the days out in order of time. */
export function calendarOf(spec: Pick<EventSpec, "calendar">): Calendar {
  const calendar: Calendar = { slots: [], sessions: [], slotIndex: new Map(), sessionIndex: new Map() };
  const days = [...spec.calendar].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  days.forEach((day, dayIndex) => {
    const sessions = [...day.sessions].sort((a, b) => minutes(a.start) - minutes(b.start));
    for (const session of sessions) {
      const index = calendar.sessions.length;
      const first = calendar.slots.length;
      const start = minutes(session.start);
      const meetings = session.kind === "meetings";
      const times = meetings
        ? slotTimes(start, minutes(session.end), session.meeting ?? 0, session.changeover ?? 0)
        : [];
      times.forEach(([from, to], i) => {
        const slot: Slot = {
          id: `${session.id}.${i + 1}`,
          index: first + i,
          session: index,
          day: dayIndex,
          start: from,
          end: to,
        };
        calendar.slots.push(slot);
        calendar.slotIndex.set(slot.id, slot.index);
      });
      calendar.sessions.push({
        id: session.id,
        index,
        kind: session.kind,
        day: dayIndex,
        date: day.date,
        start,
        end: minutes(session.end),
        first,
        last: first + times.length - 1,
      });
      calendar.sessionIndex.set(session.id, index);
    }
  });
  return calendar;
}

/** What one token names: slots and (meal or other) sessions, by index. */
export interface Covered {
  slots: number[];
  sessions: number[];
}

const RANGE = /^(\d\d:\d\d)\/(\d\d:\d\d)@(\d{4}-\d\d-\d\d)$/;

/**
 * Slots and sessions that a token covers; undefined when the token names nothing of this calendar.
 * A range covers what shares at least one minute with it (ends do not count), or with `inside` only slots that lie wholly in it.
 */
export function coverage(calendar: Calendar, token: string, inside = false): Covered | undefined {
  const slot = calendar.slotIndex.get(token);
  if (slot !== undefined) return { slots: [slot], sessions: [] };
  const session = calendar.sessionIndex.get(token);
  if (session !== undefined) {
    const { first, last } = calendar.sessions[session]!;
    return { slots: Array.from({ length: last - first + 1 }, (_, i) => first + i), sessions: [session] };
  }
  const range = RANGE.exec(token);
  const date = range ? range[3]! : token;
  const sessions = calendar.sessions.filter((s) => s.date === date);
  if (sessions.length === 0) return undefined;
  const from = range ? minutes(range[1]!) : 0;
  const to = range ? minutes(range[2]!) : 24 * 60;
  const touches = (start: number, end: number): boolean => start < to && from < end;
  const days = new Set(sessions.map((s) => s.day));
  return {
    slots: calendar.slots
      .filter((s) => days.has(s.day) && (inside ? from <= s.start && s.end <= to : touches(s.start, s.end)))
      .map((s) => s.index),
    sessions: sessions.filter((s) => touches(s.start, s.end)).map((s) => s.index),
  };
}

/** Union of the coverage of several tokens, as one flag per slot and per session. */
export function coverageFlags(
  calendar: Calendar,
  tokens: readonly string[],
  inside = false,
): { slots: Uint8Array; sessions: Uint8Array } {
  const flags = { slots: new Uint8Array(calendar.slots.length), sessions: new Uint8Array(calendar.sessions.length) };
  for (const token of tokens) {
    const covered = coverage(calendar, token, inside);
    for (const s of covered?.slots ?? []) flags.slots[s] = 1;
    for (const s of covered?.sessions ?? []) flags.sessions[s] = 1;
  }
  return flags;
}
