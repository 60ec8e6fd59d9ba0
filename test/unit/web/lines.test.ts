import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLines, type Wanted } from "../../../web/app/grid/lines.js";
import type { RowView } from "../../../web/protocol.js";

let frames: (() => void)[] = [];
const scope = globalThis as unknown as { requestAnimationFrame: unknown; cancelAnimationFrame: unknown };

beforeEach(() => {
  frames = [];
  scope.requestAnimationFrame = (frame: () => void) => frames.push(frame);
  scope.cancelAnimationFrame = () => (frames = []);
});
afterEach(() => {
  delete scope.requestAnimationFrame;
  delete scope.cancelAnimationFrame;
});

const row = (name: string): RowView => ({
  row: name,
  participant: name,
  name,
  organisation: "",
  met: 0,
  wishes: 0,
  cells: [],
});
const rows = new Map(Array.from({ length: 200 }, (_, i) => [i, row(`r${i}`)]));
const wanted = (first: number, last: number, count = 200): Wanted => ({
  from: Math.max(0, first - 4),
  to: Math.min(count, last + 5),
  first,
  last,
  count,
});
function runFrames(): number {
  let count = 0;
  for (; frames.length > 0; count++) frames.shift()!();
  return count;
}

describe("rows drawn", () => {
  it("arrive a few per frame, those on the screen first, and then all of them", () => {
    const lines = createLines((i) => rows.get(i));
    lines.want(wanted(0, 27));
    const first = lines.drawn.value.filter((line) => line.index >= 0).map((line) => line.index);
    expect(first.length).toBeLessThan(10);
    expect(first.every((index) => index <= 27)).toBe(true);
    expect(runFrames()).toBeGreaterThan(3);
    const all = new Set(lines.drawn.value.map((line) => line.index));
    for (let i = 0; i <= 27; i++) expect(all.has(i)).toBe(true);
  });

  it("use the same elements again after a jump", () => {
    const lines = createLines((i) => rows.get(i));
    lines.want(wanted(50, 77));
    runFrames();
    const before = lines.drawn.value.length;
    lines.want(wanted(120, 147));
    runFrames();
    expect(lines.drawn.value.length).toBe(before);
    const all = new Set(lines.drawn.value.map((line) => line.index));
    for (let i = 120; i <= 147; i++) expect(all.has(i)).toBe(true);
  });

  it("leave nothing of a longer list behind", () => {
    const lines = createLines((i) => rows.get(i));
    lines.want(wanted(50, 77));
    runFrames();
    lines.want(wanted(0, 9, 10));
    runFrames();
    const left = lines.drawn.value.map((line) => line.index).filter((index) => index >= 0);
    expect(left.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it("follow a row that became another", () => {
    const known = new Map(rows);
    const lines = createLines((i) => known.get(i));
    lines.want(wanted(0, 9, 10));
    runFrames();
    known.set(3, row("new"));
    lines.want(wanted(0, 9, 10));
    runFrames();
    expect(lines.drawn.value.find((line) => line.index === 3)?.row?.name).toBe("new");
  });
});
