// What crosses between the page and the event worker: small views, never the event itself.
// Used by worker/ (which fills them) and state/ and app/ (which show them). Types, and the few lists they are made of.

import type { Wanted } from "./watch-views.js";
import type { Reason, RuleId, Score, Shared, Text, TextChange } from "../src/index.js";

export type { Edit, EditPath, Text, TextChange, TextRange } from "../src/index.js";

/** A column of the grid: a slot, a meal or the space between two days. */
export interface ColumnView {
  kind: "slot" | "meal" | "gap";
  id: string;
  /** Index of the day among the days that have columns. */
  day: number;
  date: string;
  /** Minutes from midnight. */
  start: number;
  end: number;
  /** True for the first column of its session. */
  first: boolean;
}

export interface SideView {
  id: string;
  label: string;
  participants: number;
  rows: number;
}

/** A meeting in the grid. `priority` 0: nobody wished it; 4 stands for 4 and lower. */
export interface MeetingCell {
  label: string;
  with: string;
  /** Id of the participant whom it is with. */
  partner: string;
  priority: number;
  mutual: boolean;
  locked: boolean;
}

export type CellView =
  | { kind: "free" | "absent" | "hole" }
  | ({ kind: "meeting" } & MeetingCell)
  | { kind: "meal"; table: string; absent: boolean };

export interface RowView {
  row: string;
  participant: string;
  name: string;
  organisation: string;
  met: number;
  wishes: number;
  /** One per column; the column of a gap is "free". */
  cells: CellView[];
}

export type SortKey = "name" | "served" | "event";

export interface RowsRequest {
  side: string | null;
  sort: SortKey;
  from: number;
  to: number;
}

export interface RowsView {
  total: number;
  from: number;
  rows: RowView[];
}

/** Bars of one side: how many high wishes each participant receives, against the meetings it can have. */
export interface DemandView {
  side: string;
  label: string;
  /** Most wanted first, as [demand, capacity]; thinned to at most 120 bars. */
  bars: [number, number][];
  participants: number;
  over: number;
  lost: number;
  first: { name: string; demand: number } | null;
  last: { name: string; demand: number } | null;
}

export interface TierView {
  label: string;
  people: number;
  guaranteed: number;
  /** Possible partners of the one who has fewest, and of the one who has most, within slots and maximum. */
  least: number;
  most: number;
  short: number;
}

export interface OverviewView {
  participants: number;
  slots: number;
  days: number;
  wishes: number;
  mutual: number;
  vetoes: number;
  places: number;
  zones: number;
  locked: number;
  meals: number;
  packages: number;
  sides: SideView[];
  demand: DemandView[];
  tiers: TierView[];
  /** Participants whose guarantee exceeds their possible meetings. */
  short: number;
  guaranteed: boolean;
}

/** Whether all packages can be honoured together, in a sentence. */
export interface PromisesView {
  /** Of the event that was asked about. */
  revision: number;
  status: "none" | "kept" | "impossible" | "open";
  text: Record<"en" | "fr", string>;
}

/** A diagnostic as the page shows it. */
export interface ProblemView {
  code: string;
  severity: "error" | "warning";
  text: Record<"en" | "fr", string>;
  /** Path in the data. */
  where: string;
  /** Offsets in the text. */
  range: { start: number; end: number } | null;
  /** The row of a table that it speaks of. */
  row: Wanted | null;
}

/** Where a text came from; `kept` and `shared` hold the event's name. */
export type Source = { sample: string } | { file: string } | { kept: string } | { shared: string };

/** The event as the page knows it. Sent whenever the text was read anew. */
export interface EventView {
  /** Counts up with every text that was read. */
  revision: number;
  /** Revision of the last text that gave an event; lower than `revision` when the text is broken now. */
  good: number;
  source: Source;
  /** Where the last text that gave an event came from; `name` and all that is shown are of that one. */
  goodSource: Source;
  name: string;
  city: string;
  columns: ColumnView[];
  sides: SideView[];
  rows: number;
  /** Null until a text could be read. */
  overview: OverviewView | null;
  problems: ProblemView[];
  errors: number;
  warnings: number;
  /** Length of the text in characters. */
  size: number;
  /** What undo would take back and redo make again; null: nothing. */
  undo: Text | null;
  redo: Text | null;
}

/**
 * What came of an edit. "broken": the text is no JSON now, so nobody knows where in it the edit belongs; "locked": the event
 * is edited in another tab, or is a version that is only looked at.
 */
export type EditAnswer = "done" | "broken" | "locked";

/** The text after a change that the editor did not make: batches of changes, one after the other, and the new serial. */
export interface TextNews {
  serial: number;
  batches: TextChange[][];
}

export interface PriorityView {
  priority: number;
  met: number;
  total: number;
}

/** A locked meeting that is not held; `slot` where the lock names one. */
export interface UnplacedView {
  people: { id: string; name: string }[];
  slot: { date: string; start: number } | null;
}

/** Numbers of the schedule that is shown. */
export interface ScheduleView {
  /** Counts up with every schedule shown. */
  generation: number;
  /** Revision of the event it was made for. */
  revision: number;
  meetings: number;
  met: number;
  wishes: number;
  byPriority: PriorityView[];
  /** Participants to whom meetings are promised, and to whom the promise is kept. */
  guarantee: { met: number; total: number };
  least: { share: number; participant: string; name: string } | null;
  idle: number;
  /** Participants who have idle slots. */
  agendas: number;
  walk: { minutes: number; participant: string; name: string } | null;
  walks: boolean;
  seated: { met: number; total: number } | null;
  score: Score;
  /** What solver and judge say of the same terms, when they differ: our bug. */
  mismatch: { solver: number; judge: number } | null;
  /** Meetings promised and not held. */
  missing: number;
  findings: number;
  /** Locked meetings that could not be placed, the first ones by name. */
  unplaced: { count: number; meetings: UnplacedView[] };
  /** What no schedule passes, and how far from it this one is at most; null where nothing useful is proved. */
  bound: number | null;
  gap: number | null;
  /** How far the meetings are from the best possible, where no more can be said because of the meals. */
  meetingsGap: number | null;
  worst: { participant: string; name: string; met: number; wishes: number; share: number }[];
  /** What undo would take back and redo make again of the steps by which the schedule came to be; null: nothing. */
  undo: Text | null;
  redo: Text | null;
  /** Changes by hand since the last run. */
  byHand: number;
}

export interface RuleView {
  rule: RuleId;
  title: Record<"en" | "fr", string>;
  sentence: Record<"en" | "fr", string>;
  count: number;
  findings: { text: Record<"en" | "fr", string>; people: { id: string; name: string }[] }[];
}

export interface AgendaMeeting {
  kind: "meeting";
  start: number;
  priority: number;
  own: boolean;
  mutual: boolean;
  locked: boolean;
  partner: { id: string; name: string };
  place: string;
  /** Which representative, when there are several. */
  who: string;
  /** Minutes on foot from the meeting before, within a session. */
  walk: number;
}

export type AgendaItem =
  | AgendaMeeting
  | { kind: "absent"; start: number; until: number }
  /** From one meeting to the next of the day: idle slots, or what is between two sessions. */
  | { kind: "break"; start: number; minutes: number }
  | { kind: "meal"; start: number; table: string; label: string };

export interface UnmetView {
  priority: number;
  mutual: boolean;
  to: { id: string | null; name: string };
  /** Null while nothing has been computed. */
  reason: Reason | null;
  /** What the reason's evidence says that a sentence can use; 0 and empty where it says nothing. */
  maximum: number;
  /** Slots both are there, and how many of these both have free. */
  slots: number;
  free: number;
  names: string[];
}

/** A wish towards a person; `who` wished. With the reason where it is not met. */
export interface TowardsView extends Omit<UnmetView, "to"> {
  met: boolean;
  who: { id: string; name: string };
}

export interface PersonView {
  id: string;
  name: string;
  organisation: string;
  side: string;
  tier: string;
  meetings: number;
  met: number;
  wishes: number;
  /** Share of the points of the best wishes one can have; null where there is none. */
  share: number | null;
  walk: number | null;
  days: { date: string; items: AgendaItem[] }[];
  unmet: UnmetView[];
  /** Wishes of others for this person or the organisation: how many, how many met, and the first of them, unmet ones first. */
  towards: { total: number; met: number; list: TowardsView[] };
}

export interface VariantView {
  id: string;
  title: Record<"en" | "fr", string>;
  about: Record<"en" | "fr", string>;
}

export interface SampleView {
  id: string;
  title: Record<"en" | "fr", string>;
}

export interface RunSettings {
  variant: string;
  seed: number;
  seconds: number;
  workers: number;
  /** From the schedule on the page, and around it: each agenda that differs from it costs points. */
  around?: boolean;
}

export type RunEvent =
  /** `score` is the solver's own; null while locked meetings are missing. */
  | { type: "progress"; elapsed: number; steps: number; score: number | null; bound: number | null }
  | { type: "schedule"; elapsed: number; schedule: ScheduleView };

export interface RunEnd {
  status: "finished" | "cancelled" | "refused" | "crashed";
  reason: string;
  elapsed: number;
  steps: number;
  schedule: ScheduleView | null;
}

/** Why nothing is kept: storage full, forbidden, held by another tab, made by a newer page, or broken. */
export type KeepProblem = "full" | "forbidden" | "blocked" | "newer" | "failed";

/** Why a version was made. */
export const VERSION_WHYS = ["opened", "auto", "import", "leave", "return", "conflict", "named"] as const;
export type VersionWhy = (typeof VERSION_WHYS)[number];

/** Where the open event stands with its keeping. Sent whenever that changes. */
export interface KeepView {
  /** Id of the kept event that is open; null while it is a sample nobody edited. */
  id: string | null;
  /** Edited here; followed while another tab edits it; or a version that is only looked at. */
  mode: "edit" | "follow" | "look";
  /** The version that is looked at. */
  look: number | null;
  /** When it was last written, in milliseconds of the clock. */
  saved: number | null;
  /** True while an edit is not written. */
  dirty: boolean;
  problem: KeepProblem | null;
  /** What happened that must not be overlooked. */
  notice: KeepNotice | null;
  /** Counts up when lists of events or versions changed. */
  shelf: number;
}

export type KeepNotice =
  /** Two tabs had edited: what this one had is a version now. */
  | { kind: "conflict"; at: number }
  /** The other tab could not save, so it keeps the event. */
  | { kind: "refused" }
  /** Some versions of a file could not be read. */
  | { kind: "versions" };

export interface KeptView {
  id: string;
  name: string;
  city: string;
  from: string;
  to: string;
  people: number;
  edited: number;
  size: number;
  /** False for one that is only in this tab's memory, as the storage did not take it. */
  stored: boolean;
}

export interface VersionView {
  id: number;
  at: number;
  why: VersionWhy;
  label: string;
  bytes: number;
  size: number;
}

/** What the panel of events lists. */
export interface ShelfView {
  events: KeptView[];
  /** Deleted ones that can still be had back. */
  deleted: KeptView[];
  /** Of the open event, the newest first. */
  versions: VersionView[];
}

/** How something that may not be possible went. */
export type KeepAnswer = "done" | "elsewhere" | "broken" | "gone" | "full" | KeepProblem;

/** An event that was opened, or why not: then everything stays as it is. */
export type OpenAnswer = { ok: true; view: EventView } | { ok: false; why: OpenRefusal };
export type OpenRefusal = "gone" | "other" | "damaged" | "large" | "version" | "long" | "event" | KeepProblem;

/** The end of a link that holds the event, or why there is none. */
export type LinkAnswer = Shared | { ok: false; broken: true };

export interface FileView {
  name: string;
  blob: Blob;
}
