// What crosses between the page and the event worker for the summary: its numbers, and who or what is behind each. Filled by
// worker/summary/, shown by app/summary/ and state/summary.ts. Types only.

/** What a number counts: asked again, it gives the people, slots or meetings behind it. */
export type NumberKey =
  /** Wishes met, of all: of everybody, a side or a package (null: those without one), of every priority or one. */
  | { what: "wishes"; side?: string; tier?: string | null; priority?: number }
  /** Satisfaction: of everybody, a side, a package, or one of ten bins. */
  | { what: "served"; side?: string; tier?: string | null; bin?: number }
  /** Promised meetings. */
  | { what: "promised"; tier?: string | null }
  | { what: "meetings" | "idle" | "holes" | "walk" }
  /** Slots by how much of the room is used. */
  | { what: "rooms" }
  /** Meetings of a slot. */
  | { what: "slot"; slot: string }
  /** Who eats, and where. */
  | { what: "seated"; session: string }
  /** Wishes without a meeting that a shared table meets. */
  | { what: "tables" };

/** A number with what it is part of, and how many people, slots or meetings are behind it. */
export interface FigureView {
  key: NumberKey;
  /** Null where there is none, such as the mean of nobody. */
  value: number | null;
  of: number | null;
  behind: number;
}

/** One line of a table: everybody, a side or a package. */
export interface GroupView {
  label: string;
  /** One for each priority of the view, and all together. */
  byPriority: FigureView[];
  all: FigureView;
  /** In per mille. */
  mean: FigureView;
  median: FigureView;
  least: FigureView;
  gini: FigureView;
  /** Null where nothing is promised. */
  kept: FigureView | null;
}

export interface RoomView extends FigureView {
  slot: string;
  date: string;
  start: number;
}

export interface MealSummaryView {
  date: string;
  start: number;
  end: number;
  seated: FigureView;
  seats: number;
}

export interface SummaryView {
  /** Of the schedule that this is about. */
  generation: number;
  /** Priorities that somebody wishes with. */
  priorities: number[];
  /** The first is everybody. */
  sides: GroupView[];
  /** Empty in an event without packages; `label` empty: those without one. */
  tiers: GroupView[];
  meetings: FigureView;
  idle: FigureView;
  holes: FigureView;
  /** In minutes; null where nobody walks. */
  walk: FigureView | null;
  walker: { id: string; name: string; minutes: number } | null;
  /** Participants by tenths of satisfaction. */
  bins: FigureView[];
  /** Who is served least, with wishes met of all and the satisfaction in per mille. */
  worst: { id: string; name: string; met: number; wishes: number; share: number }[];
  rooms: RoomView[];
  /** The slots in which no room is left, of all; null where room is unlimited. */
  full: FigureView | null;
  meals: MealSummaryView[];
  /** Null without meals. */
  tables: FigureView | null;
}

/** One person, slot or meeting behind a number. */
export interface BehindRow {
  people: { id: string; name: string }[];
  /** Organisation, or the place of a meeting, or the table. */
  about: string;
  slot: { id: string; date: string; start: number } | null;
  value: number | null;
  of: number | null;
}

export interface BehindView {
  total: number;
  rows: BehindRow[];
}
