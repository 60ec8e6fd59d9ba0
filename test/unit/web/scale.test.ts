import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundTicks, timeScale, timeStart, timeTicks } from "../../../web/app/schedule/scale.js";

describe("axes of the curve", () => {
  it("has round ticks that enclose the values", () => {
    expect(roundTicks(180_400, 187_432, 3)).toEqual([180_000, 182_500, 185_000, 187_500]);
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (low, span) => {
        const ticks = roundTicks(low, low + span, 3);
        expect(ticks[0]!).toBeLessThanOrEqual(low);
        expect(ticks.at(-1)!).toBeGreaterThanOrEqual(low + span);
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });

  it("runs from 0 to 1, logarithmically", () => {
    const at = timeScale(0.1, 10);
    expect([at(0), at(0.1), at(1), at(10), at(99)]).toEqual([0, 0, expect.closeTo(0.5), 1, 1]);
  });

  it("begins before the first point and keeps its labels apart", () => {
    expect(timeStart(0.3, 60)).toBe(0.2);
    expect(timeStart(0, 2)).toBe(0.1);
    const ticks = timeTicks(0.2, 60, 0.16);
    expect(ticks[0]).toBe(0.2);
    expect(ticks.at(-1)).toBe(60);
    const at = timeScale(0.2, 60);
    for (let i = 1; i < ticks.length; i++)
      expect(at(ticks[i]!) - at(ticks[i - 1]!)).toBeGreaterThanOrEqual(0.16 - 1e-9);
  });
});
