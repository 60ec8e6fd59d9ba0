// Moves of the working solution: trying one changes nothing, undoing one restores everything, its points are the difference
// of two counts from scratch, and it is allowed exactly when some rows and place break no rule.

import { describe, expect, test } from "vitest";
import * as L from "../../assembly/layout.js";
import { compile } from "../../src/problem/compile.js";
import type { Problem } from "../../src/problem/problem.js";
import { RULE_IDS } from "../../src/rules/rule.js";
import { Kernel, MOVES, type MoveKind } from "../../src/solver/kernel.js";
import { evaluate } from "../../src/solver/reference.js";
import type { Solution } from "../../src/solver/variant.js";
import { BUILDS } from "../support/kernels.js";
import { Random } from "../support/random.js";
import { isIn, randomRepair, randomSpec } from "../support/random-event.js";

const KINDS = Object.keys(MOVES) as MoveKind[];
const LOCKED = RULE_IDS.indexOf("locked");

/** Points of the exact terms, and whether the meetings break a rule (locked meetings may be missing, not misplaced). */
function count(problem: Problem, { units, seats }: Solution): { points: number; missing: number; legal: boolean } {
  const { terms, breaches } = evaluate(problem, { units, seats });
  let missing = 0;
  for (let u = 0; u < problem.word(L.N_UNITS); u++)
    if (problem.sections.unitLocked[u] === 1 && units[u * L.UNIT_RECORD]! < 0) missing++;
  const meetings = breaches.slice(0, -1); // the last is seating
  return {
    points: terms.reduce((sum, n) => sum + n, 0),
    missing,
    legal: meetings.every((n, rule) => n <= (rule === LOCKED ? missing : 0)),
  };
}

type Count = ReturnType<typeof count>;

/** Some way to hold unit u in slot t breaks no rule. */
function somehow(problem: Problem, { units, seats }: Solution, u: number, t: number): boolean {
  const s = problem.sections;
  if (!isIn(problem, s.unitSlots, u, t)) return false;
  const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
  const rows = (p: number): number[] => range(s.rowStart[p]!, s.rowStart[p + 1]!);
  const pool = s.unitPool[u] === 1 ? [...s.pool.subarray(0, problem.word(L.N_POOL))] : [];
  const own = [s.unitPlaceA[u]!, s.unitPlaceB[u]!].filter((z) => z >= 0);
  const places = problem.word(L.N_PLACES) === 0 ? [-1] : [...own, ...pool];
  const copy = units.slice();
  return rows(s.unitP[u]!).some((a) =>
    rows(s.unitQ[u]!).some((b) =>
      places.some((z) => {
        copy.set([t, a, b, z], u * L.UNIT_RECORD);
        return count(problem, { units: copy, seats }).legal;
      }),
    ),
  );
}

describe.each(BUILDS)("%s build", (name, module) => {
  const events = name === "release" ? 150 : 40;

  /** A kernel some way into a run of a random event, and its dice. */
  function* runs(): Generator<{ seed: number; problem: Problem; kernel: Kernel; random: Random; draw: () => Draw }> {
    for (let seed = 0; seed < events; seed++) {
      const { problem } = randomRepair(seed);
      if (problem.word(L.N_UNITS) === 0) continue;
      const random = new Random(seed);
      const kernel = Kernel.create(problem, module);
      kernel.start("anneal", seed);
      kernel.step(random.pick([0, 3, 20, 200]));
      const draw = (): Draw => [
        random.pick(KINDS),
        random.int(0, problem.word(L.N_UNITS) - 1),
        random.int(0, problem.word(L.N_SLOTS) - 1),
      ];
      yield { seed, problem, kernel, random, draw };
    }
  }
  type Draw = [kind: MoveKind, unit: number, slot: number];

  /** Moves that need a meeting are asked of held units only; anything else is a mistake of the caller. */
  const makesSense = (units: Int32Array, [kind, unit]: Draw): boolean =>
    kind === "insert" || kind === "eject" || units[unit * L.UNIT_RECORD]! >= 0;

  test("trying a move changes nothing, for what comes later either", () => {
    for (const { seed, problem, kernel, draw } of runs()) {
      const before = { units: kernel.current(), best: kernel.best(), score: kernel.score(), stats: kernel.stats() };
      for (let i = 0; i < 40; i++) {
        const move = draw();
        if (makesSense(before.units, move)) kernel.tryMove(...move);
      }
      const after = { units: kernel.current(), best: kernel.best(), score: kernel.score(), stats: kernel.stats() };
      expect(after, `event ${seed}`).toEqual(before);
      const twin = Kernel.create(problem, module);
      twin.start("anneal", seed);
      twin.step(before.stats.steps);
      twin.step(300);
      kernel.step(300);
      expect(kernel.best(), `event ${seed}`).toEqual(twin.best());
      expect(kernel.current()).toEqual(twin.current());
    }
  });

  test("a move that is made gains the difference of two counts, breaks no rule, and can be undone", () => {
    let made = 0;
    for (const { seed, problem, kernel, draw, random } of runs()) {
      for (let i = 0; i < 30; i++) {
        const move = draw();
        const before = kernel.current();
        if (!makesSense(before, move)) continue;
        const context = `event ${seed}, ${move.join(" ")}`;
        const tried = kernel.tryMove(...move);
        const applied = kernel.applyMove(...move);
        expect(applied, context).toEqual(tried);
        if (applied.forbidden) {
          expect(kernel.current(), context).toEqual(before);
          continue;
        }
        made++;
        const { seats } = kernel.best();
        const [old, now] = [before, kernel.current()].map((units) => count(problem, { units, seats })) as [
          Count,
          Count,
        ];
        expect(now.legal, context).toBe(true);
        expect(now.points - old.points, context).toBe(applied.gain);
        expect(now.missing, context).toBeLessThanOrEqual(old.missing);
        if (random.chance(0.5)) continue;
        kernel.undoMove();
        expect(kernel.current(), context).toEqual(before);
      }
      kernel.step(100);
      const { points, missing, legal } = count(problem, kernel.best());
      expect(legal, `event ${seed}`).toBe(true);
      expect(kernel.score().total, `event ${seed}`).toBe(points);
      expect(kernel.score().unplaced).toBeGreaterThanOrEqual(missing);
    }
    expect(made).toBeGreaterThan(events);
  });

  test("an insertion is forbidden exactly when no rows and place allow it", () => {
    const answers = { allowed: 0, forbidden: 0 };
    for (const { seed, problem, kernel, random } of runs()) {
      // Holes depend on the rows chosen, and the kernel does not try others for them.
      if (problem.word(L.R_MAX_HOLES) >= 0) continue;
      const units = kernel.current();
      for (let i = 0; i < 12; i++) {
        const u = random.int(0, problem.word(L.N_UNITS) - 1);
        const t = random.int(0, problem.word(L.N_SLOTS) - 1);
        if (units[u * L.UNIT_RECORD]! >= 0) continue;
        const { forbidden } = kernel.tryMove("insert", u, t);
        answers[forbidden ? "forbidden" : "allowed"]++;
        expect(forbidden === undefined, `event ${seed}: ${u} in ${t}, ${forbidden}`).toBe(
          somehow(problem, { units, seats: kernel.best().seats }, u, t),
        );
      }
    }
    expect(answers.allowed).toBeGreaterThan(10);
    expect(answers.forbidden).toBeGreaterThan(50);
  });

  test("a forced pair meets, nothing breaks, no lock is lost, and it can be undone", () => {
    let forced = 0;
    for (const { seed, problem, kernel, random } of runs()) {
      for (let i = 0; i < 6; i++) {
        const pair = random.int(0, problem.word(L.N_PAIRS) - 1);
        const unit = problem.sections.pairUnit[pair]!;
        const before = kernel.current();
        const { seats } = kernel.best();
        const old = count(problem, { units: before, seats });
        const result = kernel.force(pair);
        const units = kernel.current();
        const context = `event ${seed}, pair ${pair}`;
        if (result.forbidden) {
          expect(units, context).toEqual(before);
          continue;
        }
        forced++;
        const now = count(problem, { units, seats });
        expect(units[unit * L.UNIT_RECORD], context).toBeGreaterThanOrEqual(0);
        expect(result.moved, context).toContain(unit);
        expect(now.legal, context).toBe(true);
        expect(now.missing, context).toBeLessThanOrEqual(old.missing);
        expect(now.points - old.points, context).toBe(result.gain);
        kernel.undoMove();
        expect(kernel.current(), context).toEqual(before);
      }
    }
    expect(forced).toBeGreaterThan(events);
  });
});

test("all builds give the same bytes", () => {
  for (let seed = 0; seed < 40; seed++) {
    const { problem } = compile(randomSpec(seed));
    const results = BUILDS.map(([, module]) => {
      const kernel = Kernel.create(problem, module);
      kernel.start(seed % 2 ? "anneal" : "greedy", seed);
      kernel.step(1500);
      return { best: kernel.best(), current: kernel.current(), score: kernel.score(), stats: kernel.stats() };
    });
    expect(results[1], `event ${seed}`).toEqual(results[0]);
    expect(results[2], `event ${seed}`).toEqual(results[0]);
  }
});
