import { describe, expect, it } from "vitest";
import { SLICE, solve } from "../../src/solver/solve.js";
import { compareScores, stopReason } from "../../src/solver/stop.js";
import { FakeClock } from "../support/clock.js";
import { FakeRun } from "../support/fake-run.js";

/** A run whose every step takes `cost` milliseconds of the clock. */
function timed(clock: FakeClock, cost: number, seen: number[] = []): FakeRun {
  return new FakeRun(1, {
    onStep: (n) => {
      seen.push(n);
      clock.time += n * cost;
    },
  });
}

describe("the loop", () => {
  it("takes exactly the steps it was given, whatever a step costs", async () => {
    for (const cost of [0, 0.001, 0.7, 20]) {
      const clock = new FakeClock();
      const run = timed(clock, cost);
      expect(await solve(run, { steps: 1003 }, { clock })).toEqual({ reason: "steps", steps: 1003 });
      expect(run.stats().steps).toBe(1003);
    }
  });

  it("takes no step for a budget of none", async () => {
    const run = new FakeRun(1);
    expect(await solve(run, { steps: 0 }, { clock: new FakeClock() })).toEqual({ reason: "steps", steps: 0 });
    expect(run.stats().steps).toBe(0);
  });

  it("grows its slices to about eight milliseconds, with one pause after each", async () => {
    const clock = new FakeClock();
    const seen: number[] = [];
    await solve(timed(clock, 0.1, seen), { steps: 5000 }, { clock });
    expect(Math.max(...seen) * 0.1).toBeLessThanOrEqual(SLICE);
    expect(seen.filter((n) => n === 80).length).toBeGreaterThan(50);
    expect(clock.pauses).toBe(seen.length);
  });

  it("shrinks its slices when steps become dear", async () => {
    const clock = new FakeClock();
    const seen: number[] = [];
    const run = new FakeRun(1, {
      onStep: (n) => {
        seen.push(n);
        clock.time += n * (clock.time < 100 ? 0.1 : 4);
      },
    });
    await solve(run, { until: 2000 }, { clock });
    expect(seen.at(-1)).toBe(2);
  });

  it("ends at its time, at most one slice late", async () => {
    const clock = new FakeClock();
    expect((await solve(timed(clock, 0.5), { until: 1000 }, { clock })).reason).toBe("seconds");
    expect(clock.time).toBeGreaterThanOrEqual(1000);
    expect(clock.time).toBeLessThan(1000 + 2 * SLICE);
  });

  it("hears an abort at the next pause", async () => {
    const clock = new FakeClock();
    let aborted = false;
    clock.onPause = () => (aborted = clock.pauses === 5);
    const end = await solve(timed(clock, 1), { steps: 1e9, aborted: () => aborted }, { clock });
    expect(end.reason).toBe("aborted");
    expect(clock.pauses).toBe(5);
  });

  it("ends when the run is done, and when the bound is reached", async () => {
    const clock = new FakeClock();
    expect((await solve(new FakeRun(1, { doneAt: 10 }), { steps: 1e9 }, { clock })).reason).toBe("done");
    const run = timed(clock, 0.01);
    expect((await solve(run, { steps: 1e9, bound: 50 }, { clock })).reason).toBe("proven");
    expect(run.score().total).toBeGreaterThanOrEqual(50);
  });
});

describe("stop criteria", () => {
  it("prove nothing while a lock is not held", () => {
    const state = { steps: 5, now: 5, done: false };
    expect(stopReason({ bound: 10 }, { ...state, score: { unplaced: 1, total: 20 } })).toBeUndefined();
    expect(stopReason({ bound: 10 }, { ...state, score: { unplaced: 0, total: 10 } })).toBe("proven");
  });

  it("hold only what is given", () => {
    expect(stopReason({}, { steps: 1e9, now: 1e9, done: false, score: { unplaced: 0, total: 1e9 } })).toBeUndefined();
  });

  it("compare unplaced locks before totals", () => {
    expect(compareScores({ unplaced: 0, total: 1 }, { unplaced: 1, total: 100 })).toBeGreaterThan(0);
    expect(compareScores({ unplaced: 1, total: 5 }, { unplaced: 1, total: 4 })).toBeGreaterThan(0);
    expect(compareScores({ unplaced: 1, total: 5 }, { unplaced: 1, total: 5 })).toBe(0);
  });
});
