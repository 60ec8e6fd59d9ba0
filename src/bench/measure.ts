// Steps one run in small slices until its last budget and notes what it had at each budget, with the curve of its best so
// far. Called by run.ts, tested with a pretended run. It knows nothing of events, instances or reports, reads no clock of
// its own, and looks at a solution only to copy it.
//
// One run serves all its budgets: no variant is told how long it may take (StartOptions has no budget), so what a run has
// after 1 second is what a run of 1 second gives. Budgets are CPU seconds, or steps: then the slices are the same
// everywhere, too, and so is all that is noted but the clocks.

import type { Prices, Run, RunScore, Solution } from "../solver/variant.js";
import type { Point } from "./figures.js";
import { isBetter } from "./figures.js";

/** What budgets count: CPU seconds, or steps. */
export type Unit = "seconds" | "steps";

/** What a run had when a budget was used up. */
export interface Checkpoint {
  /** In the unit of the budgets, allowed and used: a slice of seconds may end a little late, a run that is over ends early. */
  budget: number;
  used: number;
  /** Seconds by the clock, from the start of the run. */
  wall: number;
  steps: number;
  score: RunScore;
  solution: Solution;
  /** Bytes of the whole process at that moment. */
  memory: number;
}

export interface Measured {
  /** CPU seconds until the run could take its first step. */
  setup: number;
  /** `at` is in the unit of the budgets. */
  curve: Point[];
  checkpoints: Checkpoint[];
  /** Whether it ended because that was enough. */
  enough?: true;
  /** What the run knew at its end of how good a schedule can be. */
  prices?: Prices;
  /** The same on the way there, ever more rarely: `at` is in the unit of the budgets. */
  priced?: { at: number; prices: Prices }[];
}

export interface MeasureOptions {
  /** Ascending. */
  budgets: readonly number[];
  /** Default: CPU seconds. */
  unit?: Unit;
  /** CPU seconds of this process so far. */
  cpu: () => number;
  /** Seconds by the clock. */
  wall?: () => number;
  /** Bytes of this process. */
  memory?: () => number;
  /** Note prices on the way, too. */
  price?: boolean;
  /** The run ends early when this says so: nothing better exists. Its time counts. */
  enough?: (score: RunScore, run: Run) => boolean;
}

/** CPU seconds between two looks at the clock. */
export const SLICE = 0.005;
/** Where budgets are steps, a run is looked at whenever it has made so much of what it had made before. */
const GROWTH = 1 / 16;

/** Prices are noted when there are some, and again whenever the run is so many times as old. */
const PRICED_AGAIN = 4;

/** Starts a run and steps it; disposes of it at the end. */
export function measureRun(start: () => Run, options: MeasureOptions): Measured {
  const slices = measureSlices(start, options);
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value;
  }
}

/** The same slice by slice, for who has to do something in between; each gives what is noted so far. */
export function* measureSlices(start: () => Run, options: MeasureOptions): Generator<Measured, Measured> {
  const { budgets, unit = "seconds", cpu, wall = () => 0, memory = () => 0, enough = () => false } = options;
  const { price = false } = options;
  const inSteps = unit === "steps";
  const origin = { cpu: cpu(), wall: wall() };
  const run = start();
  const setup = cpu() - origin.cpu;
  const curve: Point[] = [];
  const checkpoints: Checkpoint[] = [];
  const priced: { at: number; prices: Prices }[] = [];
  let count = 1;
  let now = inSteps ? 0 : setup;
  try {
    for (;;) {
      const score = run.score();
      const point = { at: now, unplaced: score.unplaced, score: score.total };
      const { done, steps } = run.stats();
      // A start without a step is nothing yet.
      if ((steps > 0 || done) && isBetter(point, curve.at(-1))) curve.push(point);
      if (price && steps > 0 && now >= PRICED_AGAIN * (priced.at(-1)?.at ?? 0)) {
        const prices = run.prices?.();
        if (prices) priced.push({ at: now, prices });
      }
      const ended = steps > 0 && enough(score, run);
      const over = done || ended;
      const due = budgets.filter((budget, i) => i >= checkpoints.length && (over || budget <= now));
      if (due.length > 0) {
        const seen = { used: now, wall: wall() - origin.wall, steps, score, solution: run.best(), memory: memory() };
        for (const budget of due) checkpoints.push({ budget, ...seen });
      }
      if (checkpoints.length === budgets.length) {
        const prices = run.prices?.();
        return { setup, curve, checkpoints, ...(ended && { enough: true }), ...(prices && { prices, priced }) };
      }
      yield { setup, curve, checkpoints };
      const next = budgets[checkpoints.length]!;
      if (inSteps) {
        count = Math.min(next - now, Math.ceil((now + 1) * GROWTH));
        run.step(count);
        now += count;
        continue;
      }
      run.step(count);
      const then = cpu() - origin.cpu;
      count = nextCount(count, then - now, next - then);
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
