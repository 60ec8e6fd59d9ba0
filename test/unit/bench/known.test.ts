// What is known of instances, and the figures of results that are counted from it.

import { describe, expect, it } from "vitest";
import { boundOf, figuresOf, ofEvent, referenceFor, withBest, withBound } from "../../../src/bench/known.js";
import type { KnownTable } from "../../../src/bench/known.js";
import type { Result } from "../../../src/bench/results.js";
import { entry, ok } from "../../support/bench-entry.js";

describe("best known", () => {
  it("keeps the lower bound and the better score, with where they come from", () => {
    let known = withBound({}, "linearProgramme", 1000.4, "lp");
    known = withBound(known, "bound", 1200, "first order");
    known = withBound(known, "bound", 1100, "longer run");
    known = withBound(known, "bound", 1150, "shorter run");
    known = withBest(known, { score: 950, unplaced: 1 }, "a");
    known = withBest(known, { score: 900, unplaced: 0 }, "b");
    known = withBest(known, { score: 990, unplaced: 2 }, "c");
    known = withBest(known, { score: 900, unplaced: 0 }, "d");
    expect(known).toEqual({
      linearProgramme: 1000.4,
      bound: 1100,
      best: 900,
      by: { linearProgramme: "lp", bound: "longer run", best: "b" },
    });
    expect(boundOf(known)).toBe(1000);
    expect(boundOf({ linearProgramme: 999.998 })).toBe(1000);
    expect(boundOf({})).toBeUndefined();
    expect(boundOf(undefined)).toBeUndefined();
  });

  it("drops what was known of another event of the same name", () => {
    expect(ofEvent({ event: "aaaaaaaaaaaa", best: 5 }, "a".repeat(64))).toEqual({ event: "aaaaaaaaaaaa", best: 5 });
    expect(ofEvent({ event: "bbbbbbbbbbbb", best: 5 }, "a".repeat(64))).toEqual({ event: "aaaaaaaaaaaa" });
    expect(ofEvent({ bound: 7 }, "a".repeat(64))).toEqual({ event: "aaaaaaaaaaaa", bound: 7 });
  });
});

describe("figures", () => {
  const known: KnownTable = { "M:pure:1": { event: "aaaaaaaaaaaa", linearProgramme: 1000, best: 999 } };

  it("count from the bound, up to each budget", () => {
    const [first, second] = entry().results.map((result) => figuresOf(entry(), result, known));
    expect(first).toMatchObject({ reference: 1000, kind: "bound", proved: false, to01: 0.5, toBest: Infinity });
    expect(first!.gap).toBeCloseTo(0.001, 12);
    expect(second).toMatchObject({ gap: 0, proved: true, to01: 0.5, to003: 5, toBest: 5 });
    expect(second!.integral).toBeLessThan(first!.integral!);
  });

  it("count from the best score seen where that is the measure, or where no bound is known", () => {
    expect(referenceFor(entry({ reference: "best" }), known)).toEqual({ value: 999, kind: "best" });
    const unbounded: KnownTable = { "M:pure:1": { best: 998 } };
    expect(referenceFor(entry(), unbounded)).toEqual({ value: 998, kind: "best" });
    expect(referenceFor(entry(), {})).toBeUndefined();
  });

  it("take nothing that is known of another event", () => {
    expect(referenceFor(entry({ event: "cccccccccccc" }), known)).toBeUndefined();
  });

  it("take the published bound, also below 0", () => {
    const one = entry({ published: -20, results: [ok(1, -20)], curve: "0.2 3 0, 0.3 0 -22, 0.4 0 -20" });
    expect(figuresOf(one, one.results[0]!, {})).toMatchObject({ gap: 0, proved: true, toBest: 0.4 });
  });

  it("give nothing to a wrong result, however high", () => {
    const wrong: Result = { ...ok(10, 1000), verdict: "wrong", why: "1 findings: clash" };
    const figures = figuresOf(entry({ results: [wrong] }), wrong, known);
    expect(figures).toMatchObject({ proved: false, to01: Infinity, toBest: Infinity });
    expect(figures.gap).toBeUndefined();
  });
});
