// The harness: steps one run in small slices until its last budget and notes what it had at each budget, with the curve of
// its best so far. Called by quality.ts, tested with a pretended run in test/unit/bench. It knows nothing of events,
// instances or reports, reads no clock of its own, and looks at a solution only to copy it.
//
// One run serves all its budgets: no variant is told how long it may take (StartOptions has no budget), so what a run has
// after 1 second is what a run of 1 second gives.

import type { Point } from "./lib-figures.js";
import { isBetter } from "./lib-figures.js";
import type { Run, RunScore, Solution } from "../src/solver/variant.js";

/** What a run had when a budget was used up. */
export interface Checkpoint {
  /** CPU seconds allowed, and used: a slice may end a little late, a run that is over ends early. */
  budget: number;
  used: number;
  steps: number;
  score: RunScore;
  solution: Solution;
  /** Bytes of the whole process at that moment. */
  memory: number;
}

export interface Measured {
  /** CPU seconds until the run could take its first step. */
  setup: number;
  curve: Point[];
  checkpoints: Checkpoint[];
}

export interface MeasureOptions {
  /** CPU seconds, ascending. */
  budgets: readonly number[];
  /** CPU seconds of this process so far. */
  cpu: () => number;
  /** Bytes of this process. */
  memory?: () => number;
  /** The run ends early when this says so: nothing better exists. */
  enough?: (score: RunScore) => boolean;
}

/** CPU seconds between two looks at the clock. */
export const SLICE = 0.005;

/** Starts a run and steps it; disposes of it at the end. */
export function measureRun(start: () => Run, options: MeasureOptions): Measured {
  const { budgets, cpu, memory = () => 0, enough = () => false } = options;
  const origin = cpu();
  const run = start();
  const setup = cpu() - origin;
  const curve: Point[] = [];
  const checkpoints: Checkpoint[] = [];
  let count = 1;
  let now = setup;
  try {
    for (;;) {
      const score = run.score();
      const point = { at: now, unplaced: score.unplaced, score: score.total };
      const { done, steps } = run.stats();
      // A start without a step is nothing yet.
      if ((steps > 0 || done) && isBetter(point, curve.at(-1))) curve.push(point);
      const over = done || (steps > 0 && enough(score));
      const due = budgets.filter((budget, i) => i >= checkpoints.length && (over || budget <= now));
      if (due.length > 0) {
        const solution = run.best();
        const bytes = memory();
        for (const budget of due) checkpoints.push({ budget, used: now, steps, score, solution, memory: bytes });
      }
      if (checkpoints.length === budgets.length) return { setup, curve, checkpoints };
      run.step(count);
      const then = cpu() - origin;
      const left = budgets[checkpoints.length]! - then;
      count = nextCount(count, then - now, left);
      now = then;
    }
  } finally {
    run.dispose();
  }
}

/** Steps for the next slice: about 5 ms, not beyond what is left, and never more than four times as many as before. */
function nextCount(count: number, took: number, left: number): number {
  const aim = Math.min(SLICE, Math.max(left, SLICE / 50));
  const ratio = took > 0 ? Math.min(4, aim / took) : 4;
  return Math.max(1, Math.min(1 << 28, Math.floor(count * ratio)));
}
