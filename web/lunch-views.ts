// What crosses between the page and the event worker about seated meals: tables, ties, targets of a move, sheets to print.
// Filled by worker/lunch/, shown by app/lunch/ and state/lunches.ts. Types only.

import type { ScheduleView } from "./protocol.js";

/** A participant at a table, or without a seat. */
export interface SeatView {
  id: string;
  name: string;
  /** The name as it fits beside a round table: E. Boisgravel. */
  short: string;
  organisation: string;
  /** Index of the side in LunchView.sides; -1: none. */
  side: number;
  /** Hosts this table. */
  host: boolean;
  /** Fixed to this table in the text of the event. */
  locked: boolean;
}

/** What a table or a person's place at it brings, in points, signed as in the score. */
export interface SeatPoints {
  wishes: number;
  colleagues: number;
  repeats: number;
  total: number;
}

export interface TableView {
  id: string;
  /** Without the word table. */
  name: string;
  seats: number;
  /** In the order in which they sit: the host, then side by side, by name. */
  people: SeatView[];
  /** Pairs whose wishes are met at the table instead of in a meeting, as indices in `people`; true: mutual. */
  ties: [number, number, boolean][];
  points: SeatPoints;
}

/** One meal with everybody at it. */
export interface LunchView {
  session: string;
  /** As the event calls it; may be empty. */
  label: string;
  date: string;
  /** Minutes from midnight. */
  start: number;
  end: number;
  /** Of the schedule that these seats are part of. */
  generation: number;
  sides: string[];
  mix: { side: number; min: number; max: number | null }[];
  tables: TableView[];
  /** People who are present and take the meal but have no seat. */
  unseated: SeatView[];
  /** Wishes without a meeting that are met at a table. */
  served: number;
  /** Total score of the schedule. */
  total: number;
}

/** Why two people at one table belong together, or not. */
export interface TieView {
  id: string;
  name: string;
  side: number;
  /** Priority of the wish of the chosen person for this one, and the reverse; 0: none. */
  own: number;
  other: number;
  /** They meet: when. Their wishes then count there, not at the table. */
  met: { date: string; start: number } | null;
  /** Days of the earlier meals at which they shared a table. */
  before: string[];
  points: SeatPoints;
}

/** One person at a table with everybody else there, those who have something in common first. */
export interface TiesView {
  session: string;
  id: string;
  generation: number;
  ties: TieView[];
  points: SeatPoints;
}

/** The rule that forbids a change of seats, with what its sentence needs. */
export interface BarView {
  kind: "same" | "absent" | "fixed" | "host" | "seats" | "mix-min" | "mix-max" | "veto";
  who: string;
  other: string;
  table: string;
  side: string;
  limit: number;
}

/** What a change of seats would bring to the total, and the rule that forbids it. */
export interface Verdict {
  gain: number;
  bar: BarView | null;
}

/** Everything that a person could change places with at a meal. */
export interface TargetsView {
  session: string;
  id: string;
  generation: number;
  /** A swap with each other participant, by id. */
  people: Map<string, Verdict>;
  /** A free seat at each table, by id. */
  tables: Map<string, Verdict>;
}

export interface SeatMove {
  session: string;
  id: string;
  to: { person: string } | { table: string };
  /** Of the schedule that was on the screen. */
  generation: number;
}

export type SeatAnswer =
  | { status: "moved"; schedule: ScheduleView; gain: number }
  | { status: "forbidden"; bar: BarView }
  /** The schedule is another one by now, or a run is under way. */
  | { status: "gone" };

export interface PrintedMeal {
  label: string;
  date: string;
  start: number;
  end: number;
  tables: { name: string; people: { name: string; organisation: string }[] }[];
}

/** What goes on paper: who sits where, and nothing of who wished for whom. */
export interface PrintedView {
  event: string;
  meals: PrintedMeal[];
  /** By name: the table at each meal; empty where there is no seat. */
  list: { name: string; organisation: string; tables: string[] }[];
}
