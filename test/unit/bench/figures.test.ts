// The arithmetic of the benches: gaps, times to a target, primal integrals, thinned curves, spreads.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastBounds } from "../../../src/bench/convergence.js";
import type { Point } from "../../../src/bench/figures.js";
import {
  boundsText,
  curveText,
  gap,
  isBetter,
  primalGap,
  primalIntegral,
  readBounds,
  readCurve,
  spreadOf,
  thin,
  timeTo,
} from "../../../src/bench/figures.js";

const at = (seconds: number, score: number, unplaced = 0): Point => ({ at: seconds, unplaced, score });

describe("gaps", () => {
  it("are shares of the reference, whatever its sign", () => {
    expect(gap(999, 1000)).toBeCloseTo(0.001, 12);
    expect(gap(-22, -20)).toBeCloseTo(0.1, 12);
    expect(gap(1010, 1000)).toBeCloseTo(-0.01, 12);
    expect(gap(-3, 0)).toBe(3);
  });

  it("of the primal integral lie between 0 and 1", () => {
    expect(primalGap(100, 100)).toBe(0);
    expect(primalGap(101, 100)).toBe(0);
    expect(primalGap(75, 100)).toBe(0.25);
    expect(primalGap(-5, 100)).toBe(1);
    expect(primalGap(-40, -20)).toBe(0.5);
    expect(primalGap(-3, 0)).toBe(1);
  });
});

describe("what is better", () => {
  it("is fewer unplaced, then the higher score", () => {
    expect(isBetter(at(0, -5), undefined)).toBe(true);
    expect(isBetter(at(0, -5, 0), at(0, 100, 1))).toBe(true);
    expect(isBetter(at(0, 100, 1), at(0, -5, 0))).toBe(false);
    expect(isBetter(at(0, 7), at(0, 7))).toBe(false);
  });
});

describe("time to a target", () => {
  const curve = [at(0.1, 500, 1), at(0.2, 900), at(1, 999), at(5, 1000)];

  it("is that of the first point within it, all placed", () => {
    expect(timeTo(curve, 1000, 0.1, 60)).toBe(0.2);
    expect(timeTo(curve, 1000, 0.001, 60)).toBe(1);
    expect(timeTo(curve, 1000, 0, 60)).toBe(5);
    expect(timeTo([at(0.1, 1000, 1)], 1000, 0, 60)).toBeUndefined();
  });

  it("is none when it comes after the budget", () => {
    expect(timeTo(curve, 1000, 0, 4.9)).toBeUndefined();
  });
});

describe("primal integral over log time", () => {
  it("is 1 for nothing, and for something that is not all placed", () => {
    expect(primalIntegral([], 100, 10)).toBeCloseTo(1, 12);
    expect(primalIntegral([at(0.01, 100, 2)], 100, 10)).toBeCloseTo(1, 12);
  });

  it("counts every factor of ten the same", () => {
    // Nothing from 10 ms to 100 ms, half the reference to 1 s, all of it to 10 s.
    const curve = [at(0.1, 50), at(1, 100)];
    expect(primalIntegral(curve, 100, 10)).toBeCloseTo((1 + 0.5 + 0) / 3, 12);
  });

  it("does not see what came before 10 ms or after the end", () => {
    const curve = [at(0.001, 50), at(20, 100)];
    expect(primalIntegral(curve, 100, 1)).toBeCloseTo(0.5, 12);
  });

  it("is lower for who is earlier", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 9, noNaN: true }),
        fc.double({ min: 1.01, max: 2, noNaN: true }),
        (t, f) => {
          const early = primalIntegral([at(t, 90)], 100, 60);
          const late = primalIntegral([at(t * f, 90)], 100, 60);
          expect(early).toBeLessThan(late);
          expect(early).toBeGreaterThan(0);
          expect(late).toBeLessThan(1);
        },
      ),
    );
  });
});

describe("curves", () => {
  const rising = fc
    .array(fc.record({ step: fc.double({ min: 1e-5, max: 0.5, noNaN: true }), gain: fc.integer({ min: 1, max: 50 }) }))
    .map((list) => {
      let [seconds, score] = [0, 0];
      return list.map(({ step, gain }) => at((seconds += step), (score += gain)));
    });

  it("keep their last point and are late by 2 % at most when thinned", () => {
    fc.assert(
      fc.property(rising, (curve) => {
        const thinned = thin(curve);
        expect(thinned.at(-1)).toEqual(curve.at(-1));
        for (const p of curve) {
          const first = thinned.find((q) => q.score >= p.score)!;
          expect(first.at).toBeLessThanOrEqual(p.at * 1.0201);
        }
      }),
    );
  });

  it("are far fewer points when long", () => {
    const curve = Array.from({ length: 60_000 }, (_, i) => at((i + 1) / 1000, i));
    expect(thin(curve).length).toBeLessThan(600);
  });

  it("survive as text", () => {
    const curve = [at(0.0125, -30, 4), at(1.5, -2), at(59.123, 12345)];
    expect(readCurve(curveText(curve))).toEqual(curve);
    expect(readCurve(curveText([]))).toEqual([]);
  });
});

describe("spread", () => {
  it("takes part of what was never reached", () => {
    expect(spreadOf([3, 1, 2])).toEqual({ min: 1, median: 2, max: 3 });
    expect(spreadOf([4, 1])).toEqual({ min: 1, median: 2.5, max: 4 });
    expect(spreadOf([1, Infinity, Infinity])).toEqual({ min: 1, median: Infinity, max: Infinity });
    expect(spreadOf([Infinity, Infinity])!.median).toBe(Infinity);
    expect(spreadOf([])).toBeUndefined();
  });
});

describe("bounds over time", () => {
  it("are read as they are written", () => {
    const bounds = [
      { at: 0.5, bound: 1200 },
      { at: 12, bound: -3 },
    ];
    expect(readBounds(boundsText(bounds))).toEqual(bounds);
    expect(readBounds("")).toEqual([]);
  });

  it("of several runs fall with the least of them", () => {
    const runs = [
      [
        { at: 1, bound: 100 },
        { at: 8, bound: 90 },
      ],
      [
        { at: 2, bound: 110 },
        { at: 4, bound: 95 },
        { at: 9, bound: 91 },
      ],
    ];
    expect(leastBounds(runs)).toEqual([
      { at: 1, bound: 100 },
      { at: 4, bound: 95 },
      { at: 8, bound: 90 },
    ]);
  });
});
