// Calendars (RFC 5545): one file per person, and one of the whole event for the organiser. Called through ../export.ts.
//
// A meeting keeps its UID as long as the same two meet at the same event, so that one that is moved moves in every calendar
// and is not doubled. In a personal calendar the UID is of the person who holds it (a representative) and the other
// participant: if a colleague takes the meeting over, it is cancelled for one and new for the other, and whoever shares both
// calendars loses neither. In the calendar of the event it is of the two participants.
// Given the schedules that were published before, oldest first, SEQUENCE counts how often an entry has changed since it
// first stood there, and what is no longer held is cancelled. There is no clock: the stamp is handed in or worked out.

import type { Facts } from "../../rules/facts.js";
import type { Locale } from "../../rules/rule.js";
import type { Schedule } from "../../schedule.js";
import { textHash } from "../../spec/hash.js";
import { agendasOf, type Agenda, type Agendas, type Entry, type Held, type SessionEntry, type Who } from "./agendas.js";
import { tableText } from "./sheets.js";
import { WORDS, capital } from "./words.js";
import { isZone, localText, stampText, timezoneLines } from "./zone.js";

export interface IcsOptions {
  locale: Locale;
  /** Schedules published before this one, oldest first. */
  published?: readonly Schedule[];
  /** ISO moment at which this is written; left out: worked out from the event's days and the number of earlier schedules. */
  stamp?: string;
}

export interface Calendar {
  /** Whose it is; undefined for the calendar of the event. */
  who?: Who;
  text: string;
}

export interface Calendars {
  /** In the order of agendas: by name. */
  personal: Calendar[];
  event: Calendar;
  /** Earlier meetings whose time nobody knows any more, so that they cannot be cancelled. */
  lost: number;
  /** False: the event names no time zone that is known; times are those of whoever reads. */
  zoned: boolean;
}

/** One VEVENT before it has a number. */
interface Happening {
  uid: string;
  date: string;
  start: number;
  end: number;
  summary: string;
  location: string;
}

interface Numbered extends Happening {
  sequence: number;
  cancelled: boolean;
}

/** The calendars of a schedule. */
export function calendarsOf(facts: Facts, schedule: Schedule, options: IcsOptions): Calendars {
  const { locale, published = [] } = options;
  const editions = [...published, schedule].map((edition) => agendasOf(facts, edition));
  const now = editions.at(-1)!;
  const { event } = now;
  const zoned = event.timezone !== undefined && isZone(event.timezone);
  const frame: Frame = {
    ...(zoned && { zone: event.timezone! }),
    // The same in every file, and not quickly made.
    timezone: zoned ? timezoneLines(event.timezone!, event.dates.length > 0 ? event.dates : ["2000-01-01"]) : [],
    stamp: stampOf(event.dates, published.length, options.stamp),
    locale,
    name: event.name,
  };
  const histories = editions.map(
    ({ people, event }) => new Map(people.map((agenda) => [agenda.who.row, personal(agenda, event, locale)])),
  );
  return {
    personal: now.people.map(({ who }) => ({
      who,
      text: calendarText(numbered(histories.map((edition) => edition.get(who.row) ?? [])), frame, who.name),
    })),
    event: { text: calendarText(numbered(editions.map((edition) => shared(edition, locale))), frame) },
    lost: editions.slice(0, -1).reduce((sum, { lost }) => sum + lost, 0),
    zoned,
  };
}

/** What stands in every UID: the event's id, else its name, which then must not change. */
function eventKey({ id, name }: Agendas["event"]): string {
  return id === "" ? `name ${name}` : `id ${id}`;
}

function uidOf(...parts: (string | number)[]): string {
  return `${textHash(JSON.stringify(parts)).slice(0, 40)}@dancecard`;
}

function personal({ who, entries }: Agenda, event: Agendas["event"], locale: Locale): Happening[] {
  const key = eventKey(event);
  return entries.flatMap((entry: Entry): Happening[] => {
    if (entry.kind === "absent") return [];
    if (entry.kind !== "meeting") {
      return [sessionOf(entry, uidOf(key, "session", who.row, entry.session), event, locale)];
    }
    const { date, start, end, partner, place, nth } = entry;
    const uid = uidOf(key, "meeting", who.row, partner.id, nth);
    const location = [place?.label ?? "", event.city].filter((part) => part !== "").join(", ");
    return [{ uid, date, start, end, summary: titleOf(partner), location }];
  });
}

function sessionOf(entry: SessionEntry, uid: string, event: Agendas["event"], locale: Locale): Happening {
  const { date, start, end, kind, label, table } = entry;
  const summary = label === "" ? WORDS[locale][kind] : label;
  const location = [table === undefined ? "" : capital(tableText(table, locale)), event.city]
    .filter((part) => part !== "")
    .join(", ");
  return { uid, date, start, end, summary, location };
}

/** Everything of the event, once. */
function shared({ event, meetings, sessions }: Agendas, locale: Locale): Happening[] {
  const key = eventKey(event);
  const held = meetings.map(({ date, start, end, place, people: [a, b], nth }: Held): Happening => ({
    uid: uidOf(key, "meeting of", ...[a.id, b.id].sort(), nth),
    date,
    start,
    end,
    summary: `${titleOf(a)} / ${titleOf(b)}`,
    location: [place?.label ?? "", event.city].filter((part) => part !== "").join(", "),
  }));
  const others = sessions.map((entry) => sessionOf(entry, uidOf(key, "session of", entry.session), event, locale));
  return [...held, ...others].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.start - b.start || a.end - b.end,
  );
}

/** Sémaphore (Yasmine Legrand). */
function titleOf({ name, organisation }: Who): string {
  return organisation === "" ? name : `${organisation} (${name})`;
}

/** The newest edition with its sequence numbers, and what earlier ones had and this one has not, cancelled. */
function numbered(editions: readonly (readonly Happening[])[]): Numbered[] {
  const known = new Map<string, Numbered>();
  const said = ({ date, start, end, summary, location }: Happening): string =>
    JSON.stringify([date, start, end, summary, location]);
  editions.forEach((edition, i) => {
    const present = new Set<string>();
    for (const happening of edition) {
      present.add(happening.uid);
      const old = known.get(happening.uid);
      const sequence = !old ? 0 : old.cancelled || said(old) !== said(happening) ? old.sequence + 1 : old.sequence;
      known.set(happening.uid, { ...happening, sequence, cancelled: false });
    }
    if (i === 0) return;
    for (const [uid, old] of known) {
      if (!present.has(uid) && !old.cancelled) known.set(uid, { ...old, sequence: old.sequence + 1, cancelled: true });
    }
  });
  return [...known.values()].sort(
    (a, b) =>
      (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) ||
      a.start - b.start ||
      (a.uid < b.uid ? -1 : a.uid > b.uid ? 1 : 0),
  );
}

interface Frame {
  zone?: string;
  timezone: readonly string[];
  /** 20270312T143200Z */
  stamp: string;
  locale: Locale;
  name: string;
}

/** Without a stamp: a year before the event, and a minute later for each schedule published before this one. */
function stampOf(dates: readonly string[], earlier: number, stamp: string | undefined): string {
  const given = stamp === undefined ? NaN : Date.parse(stamp);
  const first = Date.parse(`${dates[0] ?? "2000-01-01"}T00:00:00Z`) - 365 * 86_400_000 + earlier * 60_000;
  return `${stampText(Number.isNaN(given) ? first : given)}Z`;
}

function calendarText(list: readonly Numbered[], frame: Frame, whose?: string): string {
  const { zone, timezone, stamp, locale, name } = frame;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Dancecard//Dancecard//${locale.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${textValue(whose === undefined ? name : `${name} – ${whose}`)}`,
  ];
  if (zone !== undefined) lines.push(`X-WR-TIMEZONE:${textValue(zone)}`, ...timezone);
  const time = (property: string, date: string, minutes: number): string =>
    `${property}${zone === undefined ? "" : `;TZID=${parameterValue(zone)}`}:${localText(date, minutes)}`;
  for (const { uid, date, start, end, summary, location, sequence, cancelled } of list) {
    lines.push(
      "BEGIN:VEVENT",
      `UID:${uid}`,
      `DTSTAMP:${stamp}`,
      `LAST-MODIFIED:${stamp}`,
      `SEQUENCE:${sequence}`,
      `STATUS:${cancelled ? "CANCELLED" : "CONFIRMED"}`,
      time("DTSTART", date, start),
      time("DTEND", date, end),
      `SUMMARY:${textValue(summary)}`,
    );
    if (location !== "") lines.push(`LOCATION:${textValue(location)}`);
    lines.push(`DESCRIPTION:${textValue(name)}`, "END:VEVENT");
  }
  lines.push("END:VCALENDAR");
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

/** A text as the value of a property. */
export function textValue(text: string): string {
  return text
    .replace(/\r\n?|\n/g, "\n")
    .replace(/(?!\n)\p{Cc}/gu, " ")
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\n/g, "\\n");
}

/** A parameter's value; quoted where it must be, as +01:00 must. */
function parameterValue(text: string): string {
  return /[:;,]/.test(text) ? `"${text}"` : text;
}

/** Octets of a line, its break left out. */
const WIDTH = 75;

/** A line in pieces of at most 75 octets, of which each but the first begins with a space; no character is cut in two. */
export function folded(line: string): string {
  if (line.length * 3 <= WIDTH) return line;
  let text = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0)!);
    if (octets + size > WIDTH) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}

function octetsOf(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
