// What pipeline.ts is asked and what it answers: types only.

import type { Budget, Outcome, Progress } from "./host/engine.js";
import type { Compiled } from "./problem/compile.js";
import type { Unplaced } from "./problem/decode.js";
import type { Facts } from "./rules/facts.js";
import type { RuleId } from "./rules/rule.js";
import type { Schedule } from "./schedule.js";
import type { MemoryNeed, RunScore } from "./solver/variant.js";
import type { Report } from "./verify.js";

export type { Compiled } from "./problem/compile.js";
export type { Unplaced } from "./problem/decode.js";

export interface PlanOptions {
  variant: string;
  /** A 32-bit number; several workers take this one and those after it. */
  seed: number;
  budget: Budget;
  /** Runs side by side that share their best. Default 1. */
  workers?: number;
  /** Start from this schedule; of one that is broken, or of another state of the event, what the rules still allow. */
  from?: Schedule;
  /** The published schedule that this run repairs: agendas that differ from it cost `rules.change`. Also the start. */
  base?: Schedule;
  /** The judge's facts of this very event, where the caller has them already. */
  facts?: Facts;
  /** What this very event compiles to without a base, where the caller has it already. */
  compiled?: Compiled;
  /** Stops the run and keeps its best. */
  signal?: AbortSignal;
  onEvent?: (event: PlanEvent) => void;
}

/** A schedule with what the judge says of it. */
export interface Judged {
  schedule: Schedule;
  report: Report;
  /** Locked meetings that could not be held. */
  unplaced: Unplaced[];
  /** The solver's total and the judge's over the same terms, where they differ: our bug. */
  mismatch?: { solver: number; judge: number };
}

/** What is heard while a plan is made: progress, and now and then a judged schedule without its reasons. */
export type PlanEvent = Progress | ({ type: "improved"; elapsed: number; score: RunScore } & Judged);

/** How it ended. `schedule` and `report` are there unless the run was refused or ended before it had anything. */
export type PlanResult = Partial<Judged> & {
  status: Outcome["status"];
  unplaced: Unplaced[];
  /** Why it was refused, or how it crashed. */
  reason?: string;
  /** Rules of this event that the variant does not keep to. */
  ignores?: RuleId[];
  /** What the event needs, where it was refused for being too large for one worker. */
  memory?: MemoryNeed;
  /** Milliseconds of the run. */
  elapsed?: number;
};
