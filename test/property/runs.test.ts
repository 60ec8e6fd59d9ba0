// Every variant, and the one to start from, on random events that they do not refuse: whatever it returns, after any number of steps, breaks no rule but for the locked
// meetings and fixed seats it says it could not place, and is worth what it says it is worth, by the judge's count.

import { describe, expect, test } from "vitest";
import { decode, type Decoded } from "../../src/problem/decode.js";
import type { Problem } from "../../src/problem/problem.js";
import { factsOf } from "../../src/rules/facts.js";
import type { RuleId } from "../../src/rules/rule.js";
import type { Run, Solution, Variant } from "../../src/solver/variant.js";
import { KIT } from "../../src/solver/kit.js";
import { VARIANTS } from "../../src/solver/variants.js";
import skeleton from "../../src/solver/variants/skeleton.js";
import { verifyWith } from "../../src/verify.js";
import { RELEASE } from "../support/kernels.js";
import { randomRepair, randomSolution, scheduleOf } from "../support/random-event.js";

const STEPS = [0, 1, 7, 40, 400];

/** Fixed seats, hosts included, that a solution leaves empty. */
function emptySeats(problem: Problem, solution: Solution): number {
  return solution.seats.filter((table, i) => table < 0 && problem.sections.fixedTable[i]! >= 0).length;
}

/** What the judge may find: missing locks and seats, as many as are named. */
function allowed(problem: Problem, solution: Solution, { unplaced }: Decoded): Partial<Record<RuleId, number>> {
  const seats = emptySeats(problem, solution);
  return { ...(unplaced.length > 0 && { locked: unplaced.length }), ...(seats > 0 && { seating: seats }) };
}

/** Judges the run's best and checks the numbers of its own count. */
function check(variant: Variant, run: Run, seed: number, context: string): void {
  const { spec, base, problem, names } = randomRepair(seed);
  const solution = run.best();
  const decoded = decode(names, problem, solution);
  const report = verifyWith(factsOf(spec), scheduleOf(decoded), base);
  const broken = Object.fromEntries(Object.entries(report.counts).filter(([, n]) => n > 0));
  expect(broken, context).toEqual(allowed(problem, solution, decoded));
  expect(run.score().total, context).toBe(report.score.total);
  expect(run.score().unplaced, context).toBe(decoded.unplaced.length + emptySeats(problem, solution));
}

/** The first events that the variant does not refuse. */
function taken(variant: Variant, count: number): number[] {
  const seeds: number[] = [];
  for (let seed = 0; seeds.length < count; seed++)
    if (variant.ignores(randomRepair(seed).problem).length === 0) seeds.push(seed);
  return seeds;
}

describe.each([...VARIANTS, skeleton(KIT)].map((variant) => [variant.id, variant] as const))("%s", (id, variant) => {
  // The slow ones get fewer events.
  const events = taken(variant, id === "search" || id === "greedy" ? 120 : 30);
  const fewer = events.slice(0, events.length / 3);
  const start = (problem: Problem, seed: number, from?: Solution): Run =>
    variant.start(problem, { seed, module: RELEASE, ...(from && { from }) });

  test("is feasible and worth what it says after any number of steps", () => {
    for (const seed of events) {
      const run = start(randomRepair(seed).problem, seed);
      for (const n of STEPS) {
        run.step(n);
        check(variant, run, seed, `event ${seed} after ${n} more steps`);
      }
      run.dispose();
    }
  }, 60_000);

  test("never gets worse, and one step a hundred times is a hundred steps", () => {
    for (const seed of fewer) {
      const { problem } = randomRepair(seed);
      const [one, hundred] = [start(problem, seed), start(problem, seed)];
      for (let round = 0; round < 3; round++) {
        const before = one.score();
        for (let i = 0; i < 100; i++) one.step(1);
        hundred.step(100);
        expect(one.best(), `event ${seed}`).toEqual(hundred.best());
        expect(one.score()).toEqual(hundred.score());
        const after = one.score();
        const gain = before.unplaced - after.unplaced || after.total - before.total;
        expect(gain).toBeGreaterThanOrEqual(0);
      }
    }
  }, 60_000);

  test("starts from any solution, also a broken one, and adopts a better one only", () => {
    for (const seed of events) {
      const { problem } = randomRepair(seed);
      const run = start(problem, seed, randomSolution(problem, seed));
      check(variant, run, seed, `event ${seed} from a broken solution`);
      run.step(50);
      check(variant, run, seed, `event ${seed} from a broken solution, 50 steps on`);
      // Of the same origin, as workers are: the seats are the same.
      const other = start(problem, seed + 1, randomSolution(problem, seed));
      other.step(300);
      const [mine, theirs] = [run.score(), other.score()];
      run.adopt(other.best());
      check(variant, run, seed, `event ${seed} after adopting`);
      expect(run.score(), `event ${seed}`).toEqual(better(mine, theirs));
      run.adopt(randomSolution(problem, seed + 2));
      run.step(50);
      check(variant, run, seed, `event ${seed} after adopting a broken solution`);
    }
  }, 60_000);

  test("starts from its own result without loss", () => {
    for (const seed of fewer) {
      const { problem } = randomRepair(seed);
      const run = start(problem, seed);
      run.step(500);
      const again = start(problem, seed + 1, run.best());
      expect(again.score(), `event ${seed}`).toEqual(run.score());
    }
  }, 60_000);
});

function better<T extends { unplaced: number; total: number }>(a: T, b: T): T {
  return b.unplaced < a.unplaced || (b.unplaced === a.unplaced && b.total > a.total) ? b : a;
}
