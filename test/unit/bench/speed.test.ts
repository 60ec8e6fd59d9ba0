// Variants that take turns, on a clock that only their steps move.

import { describe, expect, it } from "vitest";
import { ladder } from "../../../src/bench/instances.js";
import type { Bench } from "../../../src/bench/plan.js";
import type { BenchHost } from "../../../src/bench/run.js";
import { benchSpeeds } from "../../../src/bench/speed.js";
import type { Variant } from "../../../src/solver/variant.js";
import { variantById } from "../../../src/solver/variants.js";
import { fakeHost, spoilt, WRONG } from "../../support/bench-fakes.js";
import { fakeVariant } from "../../support/fake-run.js";

type Host = ReturnType<typeof fakeHost>;

/** A search each of whose steps takes so many seconds; tells whose turn it is. */
const paced = (id: string, cost: number, host: Host, turns: string[] = []): Variant => {
  const search = variantById("search")!;
  return {
    ...search,
    id,
    start: (problem, options) => {
      const run = search.start(problem, options);
      const step = (n: number): void => {
        host.pass(n * cost);
        turns.push(id);
        run.step(n);
      };
      return { ...run, step };
    },
  };
};

const speeds = (host: BenchHost, variants: Variant[], more: Partial<Bench> = {}) =>
  [
    ...benchSpeeds(
      {
        suite: "speed",
        instances: ladder(["XS"], ["pure"], [1]),
        variants,
        repeat: 3,
        unit: "seconds",
        budgets: [0.1],
        ...more,
      },
      host,
    ),
  ].flat();

describe("the suite speed", () => {
  it("lets variants take turns of as many steps as the slowest makes in the time", () => {
    const host = fakeHost();
    const turns: string[] = [];
    const all = speeds(host, [paced("fast", 1e-5, host, turns), paced("slow", 1e-3, host, turns)]);
    expect(turns.slice(-6)).toEqual(["fast", "slow", "fast", "slow", "fast", "slow"]);
    const [fast, slow] = all.map((one) => one.turns);
    expect(fast).toHaveLength(3);
    for (const [i, { steps, used, wall }] of slow!.entries()) {
      expect(used).toBeGreaterThanOrEqual(0.1 - 1e-9);
      expect(used).toBeLessThan(0.2);
      expect(wall).toBeCloseTo(2 * used, 3);
      expect(fast![i]!.steps).toBe(steps);
    }
    expect(all.map(({ verdict }) => verdict)).toEqual(["ok", "ok"]);
  });

  it("starts a construction anew when it has ended", () => {
    const host = fakeHost();
    const construction = spoilt("short", (run) => ({ step: (n) => (host.pass(n * 1e-3), run.step(n)) }));
    const [short] = speeds(host, [construction], { unit: "steps", budgets: [1000] });
    expect(short!.verdict).toBe("ok");
    expect(short!.turns.map(({ steps }) => steps)).toEqual([1000, 1000, 1000]);
  });

  it("goes on without what crashes, refuses or makes no steps", () => {
    const host = fakeHost();
    const idle = spoilt("idle", () => ({ step: () => {} }));
    const variants = [WRONG[0]![0], paced("fine", 1e-4, host), fakeVariant({ ignores: ["rest"] }), idle, WRONG[3]![0]];
    const told = speeds(host, variants, { unit: "steps", budgets: [100] });
    expect(told.map(({ variant, verdict, turns }) => [variant, verdict, turns.length])).toEqual([
      ["crashes", "wrong", 0],
      ["fine", "ok", 3],
      ["fake", "none", 0],
      ["idle", "wrong", 0],
      ["breaks-rules", "wrong", 3],
    ]);
  });
});
