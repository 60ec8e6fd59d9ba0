// What is kept of a run. Types only.

import type { Schedule } from "../../../src/index.js";
import type { RunView } from "../../runs-views.js";

/** What a list of runs shows, without the schedule. */
export type RunMeta = Omit<RunView, "current" | "stored"> & {
  /** The event it belongs to: id of a kept one, or "sample:" and the sample. */
  event: string;
  /** Hash of the event that it was judged on. */
  hash: string;
  /** What its own certificate proves of every schedule; null without one. */
  bound: number | null;
  /** Bytes it takes. */
  bytes: number;
  /** When it was deleted; null while it lives. */
  deleted: number | null;
};

/** A schedule, and for a published one the text of its event, so that times and places stay what they were. */
export interface RunBody {
  schedule: Schedule;
  event?: string;
}
