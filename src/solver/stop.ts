// When a run ends: the criteria as plain data, and the one function that reads them.
// Called by solve.ts before every slice and by host/team.ts between legs. It never looks at a clock: time is handed in.

import type { RunScore } from "./variant.js";

/** Why a run (or a leg of it) ended. */
export type StopReason = "aborted" | "done" | "proven" | "steps" | "seconds";

/** Criteria; the first that holds ends the run. What is left out never does. */
export interface Stop {
  /** Exactly so many steps. */
  steps?: number;
  /** Time on the loop's clock, in milliseconds. */
  until?: number;
  /** An upper bound of the total: nothing better exists once it is reached with every lock held. */
  bound?: number;
  /** Asked before every slice. */
  aborted?: () => boolean;
}

/** What the criteria are compared with. */
export interface LoopState {
  steps: number;
  now: number;
  score: RunScore;
  done: boolean;
}

/** True when no schedule can be better than this score. */
export function isProven(score: RunScore, bound: number | undefined): boolean {
  return bound !== undefined && score.unplaced === 0 && score.total >= bound;
}

/** The first criterion that holds, or undefined: go on. */
export function stopReason(stop: Stop, state: LoopState): StopReason | undefined {
  if (stop.aborted?.()) return "aborted";
  if (state.done) return "done";
  if (isProven(state.score, stop.bound)) return "proven";
  if (stop.steps !== undefined && state.steps >= stop.steps) return "steps";
  if (stop.until !== undefined && state.now >= stop.until) return "seconds";
  return undefined;
}

/** Fewer unplaced locks first, then the higher total: positive when `a` is the better. */
export function compareScores(a: RunScore, b: RunScore): number {
  return b.unplaced - a.unplaced || a.total - b.total;
}
