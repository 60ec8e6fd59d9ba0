// What crosses between the page and the event worker about runs: the list of them, two compared, who must be told of a new
// version, a schedule that came from outside. Filled by worker/runs/, shown by app/runs/ and state/runs.ts. Types only.

import type { KeepProblem, PriorityView, RunSettings, ScheduleView, Text } from "./protocol.js";
import type { Score } from "../src/index.js";

/** Made by a run, by hand from what was on the page, or somewhere else. */
export type RunKind = "run" | "edited" | "outside";

/** `interrupted`: the page was closed or its worker ended; `running`: it goes on, here or in another tab. */
export type RunStatus = "running" | "finished" | "cancelled" | "crashed" | "interrupted";

export interface Published {
  version: number;
  /** When, in milliseconds of the clock. */
  at: number;
  note: string;
}

export interface RunView {
  id: string;
  kind: RunKind;
  /** What somebody called it; empty: nobody did. */
  name: string;
  /** Outside only: the file it came from; empty when it was pasted. */
  source: string;
  /** What it was continued or changed from. */
  from: { name: string; at: number } | null;
  /** When it was made, in milliseconds of the clock. */
  at: number;
  settings: RunSettings | null;
  status: RunStatus;
  reason: string;
  /** Milliseconds. */
  elapsed: number;
  steps: number;
  score: number;
  /** Breaches of hard rules. */
  findings: number;
  /** Share of the best possible that it may lack; null where nothing is proved. */
  gap: number | null;
  meetingsGap: number | null;
  meetings: number;
  met: number;
  wishes: number;
  /** False when the event is another one by now. */
  current: boolean;
  /** False when only this tab has it. */
  stored: boolean;
  published: Published | null;
}

export interface RunsView {
  /** The newest first. */
  runs: RunView[];
  /** The one on the page. */
  shown: string | null;
  /** False while another tab edits the event: nothing is written here then. */
  writable: boolean;
  problem: KeepProblem | null;
  /** Meetings and seats of the schedule on the page that were left out, as the event does not have them any more. */
  left: number;
}

/** What the page hears without asking; `schedule` when one was put on it. */
export interface RunsTold {
  view: RunsView;
  schedule: ScheduleView | null;
}

/** How something about a run went. */
export type RunAnswer = "done" | "elsewhere" | "gone" | "busy" | "changed" | "published" | "full" | KeepProblem;

/** A moment of the event. */
export interface MomentView {
  date: string;
  start: number;
}

export interface CompareView {
  /** Counts up with every comparison: rows are asked of one. */
  version: number;
  a: RunView;
  b: RunView;
  score: Record<"a" | "b", Score>;
  least: Record<"a" | "b", number | null>;
  byPriority: { priority: number; total: number; a: number; b: number }[];
  met: Record<"a" | "b", PriorityView>;
  meetings: { same: number; moved: number; a: number; b: number };
  people: { gain: number; lose: number; same: number };
  /** Differences in points, from who gains most to who loses most; thinned to at most 400. */
  bars: number[];
  most: { name: string; points: number } | null;
  worst: { name: string; points: number } | null;
  left: number;
}

export type PersonSort = "points" | "share" | "name";

/** Somebody for whom the two differ. */
export interface PersonChange {
  id: string;
  name: string;
  organisation: string;
  points: number;
  share: Record<"a" | "b", number | null>;
  /** Wishes met in one of them only: the weightiest first, at most three of each. */
  gains: { name: string; priority: number }[];
  losses: { name: string; priority: number }[];
  gained: number;
  lost: number;
}

export type MeetingSet = "a" | "b" | "moved";

export interface MeetingChange {
  people: { id: string; name: string }[];
  priority: number;
  a: (MomentView & { place: string }) | null;
  b: (MomentView & { place: string }) | null;
}

export interface Page<Row> {
  total: number;
  rows: Row[];
}

/** The people whose agenda a version changed. */
export interface TellView {
  version: number;
  /** The version it is compared with; null: it is the first one, everybody hears of it. */
  before: Published | null;
  now: Published;
  people: number;
  /** Changes of all of them. */
  changes: number;
}

export type TellKind = "added" | "removed" | "moved" | "place" | "who" | "table";

export interface TellRow {
  id: string;
  name: string;
  organisation: string;
  /** The first change of this person. */
  first: boolean;
  kind: TellKind;
  /** Whom the meeting is with; the meal, for a table. */
  what: { id: string | null; name: string };
  before: (MomentView & { place: string }) | null;
  after: (MomentView & { place: string }) | null;
}

/** A row or a file that was not read, or read in a way worth knowing. */
export interface AuditProblem {
  /** File or sheet; empty for what was pasted. */
  file: string;
  /** 0: the whole of it. */
  line: number;
  /** A, B, …; empty: the whole row. */
  letter: string;
  text: Text;
}

export interface AuditView {
  name: string;
  /** Rows with something in them, and those of them that were not read. */
  rows: number;
  bad: number;
  meetings: number;
  seats: number;
  problems: AuditProblem[];
  /** Problems that are not listed. */
  unlisted: number;
  notes: Text[];
  /** The schedule that is on the page now; null where nothing could be read. */
  run: RunView | null;
  /** No schedule that keeps the rules scores more; null while nobody knows. */
  bound: number | null;
  /** True while a bound is looked for. */
  looking: boolean;
}
