// What is measured of one run, with a pretended run on a pretended clock.

import { describe, expect, it } from "vitest";
import type { MeasureOptions } from "../../../src/bench/measure.js";
import { measureRun, SLICE } from "../../../src/bench/measure.js";
import { FakeRun } from "../../support/fake-run.js";
import type { FakeOptions } from "../../support/fake-run.js";

/** A run whose every step takes `cost` CPU seconds, and that takes `setup` to start. */
function measured(cost: number, options: Partial<MeasureOptions>, fake: FakeOptions = {}, setup = 0) {
  let time = 100;
  const slices: number[] = [];
  const started: FakeRun[] = [];
  const start = (): FakeRun => {
    time += setup;
    const onStep = (n: number): void => {
      slices.push(n);
      time += n * cost;
    };
    started.push(new FakeRun(1, { ...fake, onStep }));
    return started[0]!;
  };
  const result = measureRun(start, { budgets: [1], cpu: () => time, ...options });
  return { result, slices, run: started[0]! };
}

describe("a measured run", () => {
  it("is looked at after each budget, hardly late, in slices of about 5 ms", () => {
    const { result, slices, run } = measured(0.0001, { budgets: [0.5, 1, 3] });
    expect(result.checkpoints.map((c) => c.budget)).toEqual([0.5, 1, 3]);
    for (const { budget, used, steps } of result.checkpoints) {
      expect(used).toBeGreaterThanOrEqual(budget);
      expect(used).toBeLessThan(budget + SLICE);
      expect(steps).toBeCloseTo(used / 0.0001, 6);
    }
    expect(Math.max(...slices) * 0.0001).toBeLessThanOrEqual(SLICE + 1e-12);
    expect(run.disposed).toBe(true);
  });

  it("has at each budget what a run of that budget alone has", () => {
    const together = measured(0.0001, { budgets: [0.5, 2] }).result.checkpoints;
    const alone = measured(0.0001, { budgets: [0.5] }).result.checkpoints;
    expect(together[0]).toEqual(alone[0]);
    expect(together[1]!.score.total).toBeGreaterThan(together[0]!.score.total);
  });

  it("counts the time to start, and is looked at once when that is longer than several budgets", () => {
    const { result } = measured(0.001, { budgets: [0.1, 0.2, 1] }, {}, 0.3);
    expect(result.setup).toBeCloseTo(0.3, 12);
    expect(result.checkpoints.map((c) => c.steps)).toEqual([0, 0, result.checkpoints[2]!.steps]);
    expect(result.curve.every((p) => p.at > 0.3)).toBe(true);
  });

  it("has a curve that only rises, and ends where the last look was", () => {
    const { curve, checkpoints } = measured(0.0001, { budgets: [1] }).result;
    expect(curve.length).toBeGreaterThan(5);
    for (let i = 1; i < curve.length; i++) {
      expect(curve[i]!.score).toBeGreaterThan(curve[i - 1]!.score);
      expect(curve[i]!.at).toBeGreaterThan(curve[i - 1]!.at);
    }
    expect(curve.at(-1)!.score).toBe(checkpoints[0]!.score.total);
  });

  it("ends early when it is done, with all budgets answered", () => {
    const { result } = measured(0.001, { budgets: [1, 10, 60] }, { doneAt: 200 });
    expect(result.checkpoints.map((c) => c.steps)).toEqual([200, 200, 200]);
    expect(result.checkpoints[2]!.used).toBeLessThan(0.3);
  });

  it("ends early when nothing better exists", () => {
    const { result } = measured(0.001, { budgets: [1, 60], enough: (score) => score.total >= 20 });
    expect(result.checkpoints.map((c) => c.budget)).toEqual([1, 60]);
    expect(result.checkpoints[1]!.score.total).toBeGreaterThanOrEqual(20);
    expect(result.checkpoints[1]!.used).toBeLessThan(5);
  });

  it("goes on past a step that takes longer than a budget", () => {
    const { result } = measured(0.7, { budgets: [1, 2] });
    expect(result.checkpoints.map((c) => c.steps)).toEqual([2, 3]);
  });

  it("is disposed of when it crashes", () => {
    let run: FakeRun | undefined;
    const start = (): FakeRun => (run = new FakeRun(1, { crashAt: 10 }));
    let time = 0;
    expect(() => measureRun(start, { budgets: [1], cpu: () => (time += 0.001) })).toThrow("fake crash");
    expect(run!.disposed).toBe(true);
  });

  describe("with budgets in steps", () => {
    it("is looked at exactly then, however fast it is, and its curve counts steps", () => {
      const at = (cost: number) => measured(cost, { unit: "steps", budgets: [1, 100, 5000] });
      const { result, slices, run } = at(0.001);
      expect(result.checkpoints.map(({ used, steps }) => [used, steps])).toEqual([
        [1, 1],
        [100, 100],
        [5000, 5000],
      ]);
      expect(slices.length).toBeLessThan(200);
      expect(slices.reduce((sum, n) => sum + n, 0)).toBe(5000);
      expect(result.curve.at(-1)!.at).toBeGreaterThan(100);
      expect(run.disposed).toBe(true);
      const other = at(0.9);
      expect(other.slices).toEqual(slices);
      expect(other.result.curve).toEqual(result.curve);
    });

    it("has at each budget what a run of that budget alone has", () => {
      const last = (...budgets: number[]) => measured(0, { unit: "steps", budgets }).result.checkpoints[0]!.solution;
      expect(last(700, 9000)).toEqual(last(700));
    });

    it("ends early when it is done", () => {
      const { result } = measured(0, { unit: "steps", budgets: [10, 1e12] }, { doneAt: 200 });
      expect(result.checkpoints.map(({ steps }) => steps)).toEqual([10, 200]);
    });
  });
});
