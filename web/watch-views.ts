// What crosses between the page and the event worker about what to look at in an event: findings with their cures, the
// load of each slot, completion of ids. Filled by worker/watch/, shown by app/event/ and state/watch.ts. Types only.

import type { EditPath, OverviewView, Text, TextRange } from "./protocol.js";

/** A table of the event's data; `ids` of its rows are participants, places or packages, and positions of wishes in their list. */
export type TablePlace = "event/people" | "event/wishes" | "event/places" | "event/packages";

/** Rows of a table that somebody wants to see. */
export interface Wanted {
  place: TablePlace;
  /** Left out: all rows. */
  ids?: string[];
  /** What these rows have in common: "7 people without a wish". */
  why?: Text;
  /** Where the first of them stands in the data. */
  path?: EditPath;
}

/** Something that one click does: an edit of the event, or a way to where it is cured. */
export type CureView =
  | { kind: "edit"; label: Text }
  | { kind: "table"; label: Text; wanted: Wanted }
  /** An offset of the text, or a path in the data. */
  | { kind: "text"; label: Text; at: number | EditPath };

/** An error keeps the event from being scheduled, a warning limits what it can give, a note is only good to know. */
export type WatchSeverity = "error" | "warning" | "note";

export interface FindingView {
  /** Tells it from the others of one reading. */
  key: string;
  severity: WatchSeverity;
  /** How many meetings, wishes or people it touches. */
  weight: number;
  title: Text;
  text: Text;
  cures: CureView[];
}

/** One side, slot by slot: who is there, and how many meetings with it are wanted. */
export interface LoadView {
  side: string;
  label: string;
  /** Rows of the side that are there, and meetings wanted, rounded to tenths; one per slot. */
  present: number[];
  wanted: number[];
  /** Most rows of the side, and how many of its participants miss some slot. */
  rows: number;
  away: number;
  /** Slots in which more is wanted than can be held, the one with most too much first. */
  over: number[];
}

/** A slot on the axis of a chart. */
export interface LoadSlot {
  day: number;
  date: string;
  start: number;
}

/** Promised meetings of the side that has least to spare, against what counting says is possible at most. */
export interface MarginView {
  side: string;
  promised: number;
  possible: number;
}

/** What to look at in an event. */
export interface WatchView {
  /** Of the text that was read. */
  revision: number;
  /** "now": of what is written; "partly": without what has errors; "last": of the last text that could be read. */
  state: "now" | "partly" | "last";
  /** Most important first. */
  findings: FindingView[];
  counts: Record<WatchSeverity, number>;
  slots: LoadSlot[];
  loads: LoadView[];
  margin: MarginView | null;
  /** The numbers without what has errors, in state "partly". */
  overview: OverviewView | null;
}

/** What came of a cure. "gone": the event is another one by now; "broken": the text is no JSON. */
export type CureAnswer = "done" | "broken" | "gone" | "locked";

/** Kinds of ids that an editor or a field can complete. */
export type CompletionKind =
  | "participant"
  | "target"
  | "organisation"
  | "side"
  | "tier"
  | "place"
  | "zone"
  | "slot"
  | "session"
  | "time"
  | "meal"
  | "table";

export interface Completion {
  id: string;
  /** The name that people read; empty where there is none. */
  name: string;
}

/** Ids that fit at a caret, with what they take the place of; null: none belongs there. */
export interface CompletionView {
  range: TextRange | null;
  items: Completion[];
}

/** What a cure of one problem is called. */
export type FixView = Text;
