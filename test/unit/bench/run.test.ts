// The harness on real events: what runs give, and that no variant can end it.

import { describe, expect, it } from "vitest";
import { readBounds } from "../../../src/bench/figures.js";
import { givenEvent, ladder, ladderEvent, prepare } from "../../../src/bench/instances.js";
import type { Bench } from "../../../src/bench/plan.js";
import { benchRun, benchRuns } from "../../../src/bench/run.js";
import { variantById } from "../../../src/solver/variants.js";
import { fakeHost, spoilt, WRONG } from "../../support/bench-fakes.js";
import { fakeVariant } from "../../support/fake-run.js";

const [instance] = ladder(["XS"], ["pure"], [1]) as [ReturnType<typeof ladder>[number]];
const prepared = prepare(instance);
const search = variantById("search")!;
const greedy = variantById("greedy")!;

describe("a run with budgets in steps", () => {
  it("tells nothing of clocks and memory, and proves a bound", () => {
    const entry = benchRun(prepared, search, fakeHost(), { unit: "steps", budgets: [300, 20_000], prove: true });
    expect(entry).toMatchObject({ instance: "XS:pure:1", variant: "search", seed: 1, setup: 0 });
    expect(entry.results.map(({ steps, used }) => [steps, used])).toEqual([
      [300, 300],
      [20_000, 20_000],
    ]);
    for (const result of entry.results) {
      expect(result).toMatchObject({ verdict: "ok", processMB: 0 });
      expect(result).not.toHaveProperty("wall");
      expect(entry.bound).toBeGreaterThanOrEqual(result.score!);
    }
    expect(entry.results[1]!.score).toBeGreaterThan(entry.results[0]!.score!);
  });

  it("gives at each budget what a run of that budget gives", () => {
    const score = (...budgets: number[]): unknown =>
      benchRun(prepared, search, fakeHost(), { unit: "steps", budgets }).results[0];
    expect(score(777, 5000)).toEqual(score(777));
  });
});

it("a run with budgets in seconds tells both clocks", () => {
  const host = fakeHost();
  const slow = spoilt("slow", (run) => ({ step: (n) => (host.pass(n / 1000), run.step(n)) }));
  const { results } = benchRun(prepared, slow, host, { unit: "seconds", budgets: [0.02, 60] });
  // The construction ends long before a minute.
  expect(results.map(({ budget, verdict, steps }) => [budget, verdict, steps < 200])).toEqual([
    [0.02, "ok", true],
    [60, "ok", true],
  ]);
  for (const { used, wall } of results) expect(wall).toBeCloseTo(2 * used, 3);
});

describe("what goes wrong", () => {
  it.each(WRONG.map(([variant, why]) => [variant.id, variant, why] as const))("%s", (_id, variant, why) => {
    const entry = benchRun(prepared, variant, fakeHost(), { unit: "steps", budgets: [10, 1000] });
    expect(entry.results).toHaveLength(2);
    expect(entry.results[1]).toMatchObject({ verdict: "wrong", why: expect.stringMatching(why) });
  });

  it("is not a variant that says beforehand what it cannot do", () => {
    const shy = fakeVariant({ ignores: ["rest", "holes"] });
    const entry = benchRun(prepared, shy, fakeHost(), { unit: "steps", budgets: [10] });
    expect(entry.results).toEqual([
      { budget: 10, used: 0, steps: 0, verdict: "none", why: expect.stringContaining("rest, holes"), processMB: 0 },
    ]);
  });

  it("a score above what is known to be the most", () => {
    const options = { unit: "steps", budgets: [1000], bound: 10 } as const;
    expect(benchRun(prepared, greedy, fakeHost(), options).results[0]).toMatchObject({
      verdict: "wrong",
      why: expect.stringContaining("above the bound 10"),
    });
  });

  it("notes what its prices proved on the way, falling to what they prove at its end", () => {
    const options = { unit: "steps", budgets: [20_000], prove: true } as const;
    const { bound, bounds } = benchRun(prepared, search, fakeHost(), options);
    const points = readBounds(bounds!);
    expect(points.at(-1)!.bound).toBe(bound);
    expect(points.length).toBeGreaterThan(1);
    expect(points).toEqual([...points].sort((a, b) => a.at - b.at));
    expect(points).toEqual([...points].sort((a, b) => b.bound - a.bound));
  });

  it("stands in its own row, and the rest goes on", () => {
    const bench: Bench = {
      suite: "quality",
      instances: [instance, ...givenEvent("mine", ladderEvent("XS", "full", 4), [1, 2])],
      variants: [WRONG[0]![0], greedy, WRONG[3]![0]],
      repeat: 2,
      unit: "steps",
      budgets: [500],
    };
    const runs = [...benchRuns(bench, fakeHost())];
    expect(runs.map(({ run }) => run)).toEqual(Array.from({ length: 18 }, (_, i) => i));
    expect(runs.map((one) => one.results[0]!.verdict === "ok")).toEqual(
      Array.from({ length: 18 }, (_, i) => i % 3 === 1),
    );
    expect(runs.slice(12).map(({ instance: id, seed }) => [id, seed])).toEqual(Array(6).fill(["mine", 2]));
  });
});
