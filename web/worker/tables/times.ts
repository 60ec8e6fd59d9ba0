// Tokens of time (a slot, a session, a date, a range) as people read them. Used by cells.ts.

import { rawOf, textAt, listAt, type Raw } from "../data.js";

/** Names of tokens for one calendar and language. */
export interface TimeNames {
  /** A token in words; one that is unknown as it stands. */
  say(token: string): string;
}

const RANGE = /^(\d\d:\d\d)\/(\d\d:\d\d)@(\d{4}-\d\d-\d\d)$/;
const DATE = /^\d{4}-\d\d-\d\d$/;

/** Reads the calendar of the data, which may have errors. */
export function timeNames(data: unknown, locale: "en" | "fr"): TimeNames {
  const day = new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", {
    weekday: "short",
    day: "numeric",
    timeZone: "UTC",
  });
  const days = listAt(data, "calendar");
  const several = days.length > 1;
  const dayName = (date: string): string => {
    const at = Date.parse(`${date}T00:00:00Z`);
    return DATE.test(date) && Number.isFinite(at) ? day.format(at) : date;
  };
  const on = (date: string, time: string): string => (several && date ? `${dayName(date)}, ${time}` : time);
  const sessions = new Map<string, { date: string; raw: Raw }>();
  for (const entry of days) {
    for (const raw of listAt(entry, "sessions")) sessions.set(textAt(raw, "id"), { date: textAt(entry, "date"), raw });
  }
  const say = (token: string): string => {
    const range = RANGE.exec(token);
    if (range) return on(range[3]!, `${range[1]}–${range[2]}`);
    if (DATE.test(token)) return dayName(token);
    const session = sessions.get(token);
    if (session) return on(session.date, `${textAt(session.raw, "start")}–${textAt(session.raw, "end")}`);
    const slot = /^(.*)\.(\d+)$/.exec(token);
    const within = slot && sessions.get(slot[1]!);
    if (!within) return token;
    const { raw } = within;
    const [meeting, changeover] = [Number(rawOf(raw)["meeting"]), Number(rawOf(raw)["changeover"] ?? 0)];
    const start = minutesOf(textAt(raw, "start")) + (Number(slot[2]) - 1) * (meeting + changeover);
    if (!Number.isFinite(start) || start >= 1440) return token;
    return on(within.date, `${clock(start)}–${clock(start + meeting)}`);
  };
  return { say };
}

function minutesOf(time: string): number {
  const match = /^(\d\d):(\d\d)$/.exec(time);
  return match ? Number(match[1]) * 60 + Number(match[2]) : NaN;
}

function clock(minutes: number): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
