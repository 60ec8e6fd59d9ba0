import { describe, expect, it } from "vitest";
import { doublings, logTicks, spreadLabels, stepBand, stepLine } from "../../../../web/app/lab/chart.js";

describe("axes", () => {
  it("have round numbers within their ends, not too many", () => {
    expect(logTicks(1, 30_000, 6)).toEqual([1, 10, 100, 1000, 10_000]);
    expect(logTicks(1, 30_000, 4)).toEqual([1, 100, 10_000]);
    expect(logTicks(0.08, 2, 6)).toEqual([0.1, 0.2, 0.5, 1, 2]);
    expect(doublings(4, 7)).toEqual([1, 2, 4]);
    expect(doublings(1024, 7)).toEqual([1, 4, 16, 64, 256, 1024]);
  });
});

describe("lines", () => {
  const points = [
    { x: 1, y: 9, low: 9, high: 8 },
    { x: 5, y: 4, low: 5, high: 3 },
  ];

  it("keep their value until the next point", () => {
    expect(stepLine(points, 10)).toBe("M1 9H5V4H10");
    expect(stepLine([], 10)).toBe("");
  });

  it("enclose the area between least and most", () => {
    expect(stepBand(points, 10)).toBe("M1 8H5V3H10L10 5H5V9H1Z");
  });
});

describe("labels at the ends of lines", () => {
  it("stay in order, apart, and inside", () => {
    expect(spreadLabels([50, 52, 10], 14, 0, 100)).toEqual([50, 64, 10]);
    expect(spreadLabels([99, 100, 98], 14, 0, 100)).toEqual([86, 100, 72]);
  });
});
