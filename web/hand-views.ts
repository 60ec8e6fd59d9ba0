// What crosses between the page and the event worker when meetings are changed by hand: where a meeting may go, what that
// brings, which rule forbids it. Filled by worker/hand/, shown by app/hand/ and state/hand.ts. Types only.

import type { HandEdit, Score, Text } from "../src/index.js";
import type { RowView, ScheduleView } from "./protocol.js";

export type { HandEdit } from "../src/index.js";

/** A meeting that is taken up; `from` null: one that is not held yet. */
export interface HandSubject {
  participants: readonly [string, string];
  /** Its slot. */
  from: string | null;
}

/** The rule that forbids something, with the sentence of the judge's finding. */
export interface ForbiddenView {
  title: Text;
  text: Text;
}

/** What an edit would come to. */
export interface OutcomeView {
  /** Points by term, and their total. */
  gain: Score;
  /** People besides the two whose agenda changes too. */
  others: number;
  place: string;
  /** Null: it may be done. */
  forbidden: ForbiddenView | null;
}

/** One slot for the meeting. */
export interface TargetView extends OutcomeView {
  slot: string;
  date: string;
  start: number;
}

/** One place for it, in the slot it is in. */
export interface PlaceTargetView extends OutcomeView {
  id: string;
  label: string;
}

/** A meeting that is taken up, with every slot it could go to. */
export interface HandView {
  /** Of the schedule that this is about. */
  generation: number;
  subject: HandSubject;
  people: [PersonOfHand, PersonOfHand];
  /** When it is held now; null for a new one. */
  now: { date: string; start: number; place: string; pinned: boolean } | null;
  priority: number;
  mutual: boolean;
  /** Total score now. */
  total: number;
  /** Every slot but its own, in order of time. */
  targets: TargetView[];
  places: PlaceTargetView[];
  /** Taking it out; null for a new one. */
  removal: OutcomeView | null;
}

export interface PersonOfHand {
  id: string;
  name: string;
  /** Share of the possible satisfaction now, and with the change that takes the meeting out or puts it in. */
  share: number | null;
  shareAfter: number | null;
  /** The line of the grid. */
  row: RowView;
}

export type HandAnswer =
  | { status: "done"; schedule: ScheduleView; gain: number }
  | { status: "forbidden"; forbidden: ForbiddenView }
  /** The schedule is another one by now, or a run is under way. */
  | { status: "gone" };

/** What is pinned, so that later runs leave it as it is. */
export type PinWhat =
  | { kind: "meeting"; participants: readonly [string, string] }
  | { kind: "person"; id: string }
  | { kind: "slot"; slot: string }
  /** Everything that begins before a time of a day. */
  | { kind: "before"; date: string; minutes: number }
  | { kind: "all" };

export type PinAnswer =
  | { status: "done"; schedule: ScheduleView; meetings: number }
  /** Nothing to pin or to unpin; or the event cannot be edited now. */
  | { status: "nothing" | "broken" | "locked" | "gone" };

export type StepAnswer =
  { status: "done"; what: Text; schedule: ScheduleView } | { status: "nothing" | "event" | "gone" };

/** The changes by hand since the last run, the oldest first. */
export interface JournalView {
  steps: Text[];
  /** Changes of meetings of the schedule before the last run that may be made again on this one. */
  replayable: number;
}

export interface ReplayView {
  schedule: ScheduleView;
  done: number;
  refused: { edit: HandEdit; names: [string, string]; forbidden: ForbiddenView | null }[];
}
