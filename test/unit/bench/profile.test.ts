// Performance profiles and mean curves: the arithmetic of the Lab's charts.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanCurve } from "../../../src/bench/convergence.js";
import { curveText, readCurve, type Point } from "../../../src/bench/figures.js";
import { profileOf, timesTo } from "../../../src/bench/profile.js";
import type { BenchFile, BenchRun } from "../../../src/bench/results.js";
import { HOST } from "../../support/bench-fakes.js";

const at = (moment: number, score: number, unplaced = 0): Point => ({ at: moment, unplaced, score });

describe("a profile", () => {
  it("is the share of problems within tau times the least time", () => {
    const lines = profileOf(
      new Map([
        ["a", [1, 10, 4, Infinity]],
        ["b", [2, 5, 4, Infinity]],
        ["c", [Infinity, Infinity, Infinity, Infinity]],
      ]),
    );
    expect(lines).toEqual([
      {
        variant: "a",
        points: [
          { tau: 1, share: 0.5 },
          { tau: 2, share: 0.75 },
        ],
      },
      {
        variant: "b",
        points: [
          { tau: 1, share: 0.5 },
          { tau: 2, share: 0.75 },
        ],
      },
      { variant: "c", points: [] },
    ]);
  });

  it("rises from 1 on, and somebody is the fastest on each problem that anybody solved", () => {
    const time = fc.oneof(fc.double({ min: 0.01, max: 1e6, noNaN: true }), fc.constant(Infinity));
    const row = fc.record({ a: time, b: time, c: time });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        const times = new Map((["a", "b", "c"] as const).map((id) => [id as string, rows.map((one) => one[id])]));
        const lines = profileOf(times);
        for (const { variant, points } of lines) {
          expect([...points].sort((x, y) => x.tau - y.tau || x.share - y.share)).toEqual(points);
          for (const { tau, share } of points) {
            expect(tau).toBeGreaterThanOrEqual(1);
            expect(share).toBeLessThanOrEqual(1);
          }
          const solved = times.get(variant)!.filter((one) => one < Infinity).length;
          expect(points.at(-1)?.share ?? 0).toBeCloseTo(solved / rows.length, 12);
        }
        const solvable = rows.filter(({ a, b, c }) => Math.min(a, b, c) < Infinity).length;
        const firsts = lines.reduce((sum, { points }) => sum + (points[0]?.tau === 1 ? points[0].share : 0), 0);
        expect(firsts * rows.length).toBeGreaterThanOrEqual(solvable - 1e-9);
      }),
    );
  });
});

describe("times to the best score of an event", () => {
  const run = (number: number, variant: string, curve: Point[], verdict: "ok" | "wrong" = "ok"): BenchRun => ({
    run: number,
    instance: "mine",
    group: "mine",
    variant,
    seed: number < 2 ? 1 : 2,
    event: "event0",
    build: "11111111",
    reference: "best",
    setup: 0,
    results: [{ budget: 10, used: 10, steps: 10, verdict, score: curve.at(-1)!.score, unplaced: 0, processMB: 0 }],
    curve: curveText(curve),
  });
  const file = (runs: BenchRun[]): BenchFile => ({
    format: "dancecard/bench",
    version: 1,
    suite: "quality",
    hosts: [HOST],
    plan: {
      instances: [
        { id: "mine", seed: 1 },
        { id: "mine", seed: 2 },
      ],
      variants: ["a", "b"],
      repeat: 1,
      unit: "steps",
      budgets: [10],
    },
    runs,
    speeds: [],
  });

  it("are counted for problems that all variants have tried, wrong results being no solution", () => {
    const runs = [
      run(0, "a", [at(1, 900), at(4, 999), at(8, 1000)]),
      run(1, "b", [at(2, 990)]),
      run(2, "a", [at(3, 1000)]),
      run(3, "b", [at(1, 2000)], "wrong"),
    ];
    expect(timesTo(file(runs), 0.001)).toEqual(
      new Map([
        ["a", [4, 3]],
        ["b", [Infinity, Infinity]],
      ]),
    );
    expect(timesTo(file(runs), 0.01).get("b")).toEqual([2, Infinity]);
    expect(timesTo(file(runs.slice(0, 3)), 0.001).get("a")).toEqual([4]);
  });
});

describe("the mean curve", () => {
  it("is the median of what the runs had, from where all have everything placed", () => {
    const curves = [
      [at(1, 10), at(4, 40)],
      [at(2, 20), at(3, 25)],
      [at(1, 99, 1), at(2, 0), at(5, 50)],
    ];
    expect(meanCurve(curves)).toEqual([
      { at: 2, median: 10, low: 0, high: 20 },
      { at: 3, median: 10, low: 0, high: 25 },
      { at: 4, median: 25, low: 0, high: 40 },
      { at: 5, median: 40, low: 25, high: 50 },
    ]);
    expect(meanCurve([[at(1, 10)], [at(1, 10, 2)]])).toEqual([]);
    expect(meanCurve([])).toEqual([]);
  });

  it("rises, keeps its end, is short, and of one run is that run", () => {
    const rising = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 50 })), {
        minLength: 1,
        maxLength: 400,
      })
      .map((steps) => {
        let [moment, score] = [0, 0];
        return steps.map(([wait, more]) => at((moment += wait), (score += more)));
      });
    fc.assert(
      fc.property(fc.array(rising, { minLength: 1, maxLength: 4 }), (curves) => {
        const mean = meanCurve(curves);
        expect(mean.length).toBeLessThanOrEqual(200);
        expect(mean.at(-1)!.high).toBe(Math.max(...curves.map((curve) => curve.at(-1)!.score)));
        for (const [i, { low, median, high }] of mean.entries()) {
          expect(low <= median && median <= high).toBe(true);
          const before = mean[i - 1] ?? { low, median, high };
          expect(before.low <= low && before.median <= median && before.high <= high).toBe(true);
        }
        const [alone] = curves as [Point[]];
        const own = readCurve(curveText(alone));
        for (const { at: moment, median } of meanCurve([own]))
          expect(median).toBe(own.findLast((point) => point.at <= moment)!.score);
      }),
    );
  });
});
