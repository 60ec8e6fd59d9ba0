// What crosses between the page and the event worker about the calendar. Used by worker/calendar/ (which fills it) and by
// state/ and app/event/calendar/. Types only. Days and sessions are named by their place in the data, so that what two
// sessions call themselves never matters.

export type Kind = "meetings" | "meal" | "programme";

/** A session as it is written; null where what is written cannot be used. Times are minutes from midnight. */
export interface SessionView {
  id: string;
  kind: Kind | null;
  label: string;
  start: number | null;
  end: number | null;
  meeting: number | null;
  changeover: number;
  /** Slots, meals and times elsewhere in the event that name this session. */
  references: number;
}

export interface DayView {
  date: string;
  /** False where the date is none. */
  dated: boolean;
  sessions: SessionView[];
}

export interface CalendarView {
  /** Of the text this was read from. */
  serial: number;
  /** The text is no JSON now: this is what it said before. */
  broken: boolean;
  event: { name: string; city: string; timezone: string; locale: string };
  days: DayView[];
  /** Limits of meeting lengths and changeovers, in minutes. */
  limits: { meeting: Limits; changeover: Limits };
}

export interface Limits {
  min: number;
  max: number;
}

/** What a session becomes; what is left out stays. */
export interface SessionChange {
  id?: string;
  kind?: Kind;
  label?: string;
  start?: number;
  end?: number;
  meeting?: number;
  changeover?: number;
}

export type CalendarEdit =
  /** Changes a session, and perhaps its day. */
  | { kind: "session"; day: number; session: number; change: SessionChange; toDay?: number }
  | { kind: "add"; day: number; sort: Kind; start: number; end: number; label: string }
  | { kind: "remove"; day: number; session: number }
  | { kind: "add-day"; date: string }
  | { kind: "copy-day"; day: number; date: string }
  | { kind: "remove-day"; day: number }
  | { kind: "redate"; day: number; date: string };

/** Why an edit is not made. */
export type Refusal =
  | { why: "overlap"; other: string; start: number; end: number }
  | { why: "order" | "id-empty" | "no-length" }
  | { why: "id-taken" | "id-slot" | "id-date"; id: string }
  | { why: "date-taken" | "date-wrong"; date: string }
  | { why: "slots"; count: number; limit: number };

/** What an edit takes with it: how many of a kind, and the first few by name. */
export interface Lost {
  kind: "locked" | "narrowed" | "blocked" | "absent" | "closed" | "meal" | "seat";
  count: number;
  names: string[];
}

/** What is chosen on the screen: a day, or a session of it. */
export interface Spot {
  day: number;
  session: number | null;
}

export type CalendarAnswer =
  | { status: "done"; view: CalendarView; spot: Spot | null }
  /** Nothing was done yet: the edit would take these out of the event. */
  | { status: "asks"; lost: Lost[] }
  | { status: "refused"; refusal: Refusal }
  /** The text is no JSON, or another one by now. */
  | { status: "broken" | "gone" };
