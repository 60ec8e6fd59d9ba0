// The English words of the calendar, and the type that calendar-fr.ts fills. No HTML in here: all of it is text.

import type { Kind, Lost, Refusal } from "../calendar-views.js";
import { formats } from "./formats.js";

const f = formats("en");
const n = f.number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count === 1 ? one : more}`;

/** "3 locks" of what an edit takes out. */
const counted = ({ kind, count }: Lost): string => {
  switch (kind) {
    case "locked":
      return many(count, "lock", "locks");
    case "narrowed":
      return many(count, "time of a lock", "times of locks");
    case "blocked":
      return many(count, "blocked pair", "blocked pairs");
    case "absent":
      return many(count, "absence", "absences");
    case "closed":
      return many(count, "closing of a place", "closings of places");
    case "meal":
      return many(count, "table plan", "table plans");
    case "seat":
      return many(count, "fixed seat", "fixed seats");
  }
};

export const calendarEn = {
  loading: "Reading the calendar",
  unread: "The text of the event is no JSON yet, so there is no calendar to show. The Spec says where it breaks off.",
  broken:
    "The text of the event is no JSON now: this is the last calendar. It can be edited again once the text is corrected.",
  openSpec: "Open the Spec",
  empty: "No day yet. Add the first one.",
  timeline: "Days and sessions",
  kinds: { meetings: "meetings", meal: "meal", programme: "programme" } as Record<Kind, string>,
  unknownKind: "unknown kind",
  add: { meetings: "Add meetings", meal: "Add a meal", programme: "Add a programme item" } as Record<Kind, string>,
  newLabel: { meetings: "Meetings", meal: "Lunch", programme: "Programme" } as Record<Kind, string>,
  addDay: (day: string) => `Add ${day}`,
  addFirst: "Add a day",
  keys: "Arrows: move by 5 minutes or to another day · Shift arrows: length · Alt: 1 minute · Enter: open · Delete: remove",
  draw: "Drawing on a free stretch adds a session.",
  summary: (days: number, slots: number) => `${many(days, "day", "days")}, ${many(slots, "slot", "slots")}`,
  /** As they stand in the block, then what it does not say. */
  session: (label: string, times: string, slots: string, kind: string) =>
    [label, times, slots, kind].filter((part) => part !== "").join(", "),
  times: (start: string, end: string) => `${start}\u2013${end}`,
  noTimes: "no valid times",
  slotsOf: (count: number, meeting: number) => `${many(count, "slot", "slots")} of ${n(meeting)} min`,
  dayName: (day: string, sessions: number) => `${day}, ${many(sessions, "session", "sessions")}`,
  wrongDate: (text: string) => `“${text}” is no date`,
  overlaps: (other: string, start: string, end: string) => `Overlaps ${other}, ${start}\u2013${end}`,
  close: "Close",

  event: "The event",
  name: "Name",
  city: "City",
  timezone: "Time zone",
  language: "Language",
  languages: { none: "not given", fr: "French", en: "English" } as Record<string, string>,
  unknownZone: (text: string) => `“${text}” is no time zone, such as Europe/Paris.`,
  nameEmpty: "An event has a name.",
  choose: "Choose a session or a day to edit it.",

  kind: "Kind",
  label: "Name",
  id: "Id",
  idNote: "Slots are called by it; locks, absences and tables follow when it changes.",
  start: "Start",
  end: "End",
  meeting: "Meeting, minutes",
  changeover: "Changeover, minutes",
  day: "Day",
  wrongTime: "A time of day, such as 09:30.",
  order: "The end comes after the start.",
  gives: (slots: number, start: string, end: string, left: number) =>
    slots === 0
      ? "Gives no slot: a meeting is longer than the session."
      : `Gives ${many(slots, "slot", "slots")}, ${start}\u2013${end}, ${left === 0 ? "nothing left over" : `${many(left, "minute", "minutes")} left over`}.`,
  takes: (minutes: number) => `Takes ${many(minutes, "minute", "minutes")}.`,
  references: (count: number) =>
    `${many(count, "place", "places")} in the event ${count === 1 ? "refers" : "refer"} to it.`,
  remove: "Remove the session",
  removeDay: (sessions: number) =>
    sessions === 0 ? "Remove the day" : `Remove the day and ${many(sessions, "session", "sessions")}`,
  date: "Date",
  wrongTyped: "A date, such as 17/03/2027.",
  copyDay: (day: string) => `Copy this day to ${day}`,
  sessionsOf: "Sessions",
  noSessions: "No session on this day yet.",

  asks: {
    remove: "This also takes out what refers to the session:",
    "remove-day": "This also takes out what refers to the day:",
    other: "This also takes out what refers to slots that vanish:",
  },
  lost: (lost: Lost) =>
    `${counted(lost)}${lost.names.length > 0 ? `: ${lost.names.join(", ")}` : ""}${lost.count > lost.names.length && lost.names.length > 0 ? ", …" : ""}`,
  sure: (kind: string, lost: readonly Lost[]) => {
    const what = lost.map(counted);
    if (kind === "remove") return `Remove ${f.list(["the session", ...what])}`;
    if (kind === "remove-day") return `Remove ${f.list(["the day", ...what])}`;
    return `Change it and remove ${f.list(what)}`;
  },
  keep: "Leave it as it is",
  gone: "The event changed in the meantime: nothing was done.",
  refused: (refusal: Refusal): string => {
    switch (refusal.why) {
      case "overlap":
        return `Not possible: it would overlap ${refusal.other}, ${f.clock(refusal.start)}\u2013${f.clock(refusal.end)}.`;
      case "order":
        return "Not possible: the end comes after the start.";
      case "id-empty":
        return "Not possible: a session has an id.";
      case "no-length":
        return "Not possible: a session of meetings needs the length of a meeting.";
      case "id-taken":
        return `Not possible: another session is called “${refusal.id}”.`;
      case "id-slot":
        return `Not possible: “${refusal.id}” is the name of a slot.`;
      case "id-date":
        return `Not possible: “${refusal.id}” is a date of the calendar.`;
      case "date-taken":
        return `Not possible: ${f.date(refusal.date)} is another day of the calendar.`;
      case "date-wrong":
        return `Not possible: “${refusal.date}” is no date.`;
      case "slots":
        return `Not possible: ${n(refusal.count)} slots, and an event has at most ${n(refusal.limit)}.`;
    }
  },
  undo: {
    name: "Changing the name of the event",
    city: "Changing the city",
    timezone: "Changing the time zone",
    locale: "Changing the language of the event",
  },
};

export type CalendarMessages = typeof calendarEn;
