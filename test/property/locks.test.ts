// Locked meetings: the search holds as many of them as any schedule can. What it leaves out on small random events is
// counted again by trying all ways, without anything but the locked meetings.

import { expect, test } from "vitest";
import * as L from "../../assembly/layout.js";
import { compile } from "../../src/problem/compile.js";
import type { Problem } from "../../src/problem/problem.js";
import { RULE_IDS } from "../../src/rules/rule.js";
import { Kernel } from "../../src/solver/kernel.js";
import { evaluate } from "../../src/solver/reference.js";
import type { Solution } from "../../src/solver/variant.js";
import { RELEASE } from "../support/kernels.js";
import { isIn, randomSpec } from "../support/random-event.js";

const EVENTS = 2200;
/** Ways tried per event; beyond that nothing is claimed. */
const TRIES = 20_000;
const [HOLES, LOCKED, SEATING] = (["holes", "locked", "seating"] as const).map((id) => RULE_IDS.indexOf(id));

/** The fewest locked meetings that must be left out, if fewer than `known`; undefined when that takes too long to say. */
function fewestMissing(problem: Problem, known: number): number | undefined {
  const s = problem.sections;
  const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
  const rows = (p: number): number[] => range(s.rowStart[p]!, s.rowStart[p + 1]!);
  const units = problem.word(L.N_UNITS);
  const locks = range(0, units).filter((u) => s.unitLocked[u] === 1);
  const solution: Solution = {
    units: new Int32Array(units * L.UNIT_RECORD).fill(-1),
    seats: new Int32Array(problem.word(L.N_MEALS) * problem.word(L.N_PARTICIPANTS)).fill(-1),
  };
  // Meetings that come later never mend a breach, but a hole.
  const legal = (finished: boolean): boolean =>
    evaluate(problem, solution).breaches.every(
      (n, rule) => n === 0 || rule === LOCKED || rule === SEATING || (rule === HOLES && !finished),
    );
  const spotsOf = (u: number): number[][] => {
    const own = [s.unitPlaceA[u]!, s.unitPlaceB[u]!].filter((z) => z >= 0);
    const pool = s.unitPool[u] === 1 ? [...s.pool.subarray(0, problem.word(L.N_POOL))] : [];
    const places = problem.word(L.N_PLACES) === 0 ? [-1] : [...own, ...pool];
    const slots = range(0, problem.word(L.N_SLOTS)).filter((t) => isIn(problem, s.unitSlots, u, t));
    return slots.flatMap((t) =>
      rows(s.unitP[u]!).flatMap((a) => rows(s.unitQ[u]!).flatMap((b) => places.map((z) => [t, a, b, z]))),
    );
  };
  let fewest = known;
  let tries = TRIES;
  const search = (i: number, missing: number): void => {
    if (missing >= fewest || tries < 0) return;
    const u = locks[i];
    if (u === undefined) {
      if (legal(true)) fewest = missing;
      return;
    }
    for (const spot of spotsOf(u)) {
      tries--;
      solution.units.set(spot, u * L.UNIT_RECORD);
      if (legal(false)) search(i + 1, missing);
    }
    solution.units.fill(-1, u * L.UNIT_RECORD, (u + 1) * L.UNIT_RECORD);
    search(i + 1, missing + 1);
  };
  search(0, 0);
  return tries < 0 ? undefined : fewest;
}

test("the search holds as many locked meetings as can be held", { timeout: 120_000 }, () => {
  const events = { withLocks: 0, complete: 0, proven: 0 };
  for (let seed = 0; seed < EVENTS; seed++) {
    const { problem } = compile(randomSpec(seed));
    if (problem.word(L.N_LOCKS) === 0) continue;
    events.withLocks++;
    const kernel = Kernel.create(problem, RELEASE);
    kernel.start("anneal", seed);
    kernel.step(3000);
    if (kernel.score().unplaced > 0) kernel.step(60_000);
    const { units } = kernel.best();
    const locked = problem.sections.unitLocked.subarray(0, problem.word(L.N_UNITS));
    const missing = locked.filter((lock, u) => lock === 1 && units[u * L.UNIT_RECORD]! < 0).length;
    if (missing === 0) {
      events.complete++;
      continue;
    }
    const fewest = fewestMissing(problem, missing);
    if (fewest === undefined) continue;
    events.proven++;
    expect(missing, `event ${seed}`).toBe(fewest);
  }
  expect(events.withLocks).toBeGreaterThan(150);
  expect(events.complete).toBeGreaterThan(100);
  expect(events.proven).toBeGreaterThan(10);
});
