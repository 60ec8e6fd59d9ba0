// Several runs of one variant on one event as one curve: at each moment the median of what they had, with the least and the
// most. Called by the page's Lab. Pure functions on curves (figures.ts).

import type { BoundPoint, Point } from "./figures.js";
import { spreadOf } from "./figures.js";

/** From `at` on, in the unit of the curves. */
export interface Mean {
  at: number;
  median: number;
  low: number;
  high: number;
}

/** The least bound that any of several runs had proved, from each moment on. */
export function leastBounds(runs: readonly (readonly BoundPoint[])[]): BoundPoint[] {
  const least: BoundPoint[] = [];
  for (const point of runs.flat().sort((a, b) => a.at - b.at || a.bound - b.bound))
    if (point.bound < (least.at(-1)?.bound ?? Infinity)) least.push(point);
  return least;
}

/** Most points of a curve that is drawn: more are not seen. */
const MOST = 200;

/**
 * The curve of the runs together. It begins where all runs have everything placed that must be; a run without such a moment
 * leaves none. Scores only rise, and so does each of the three lines.
 */
export function meanCurve(curves: readonly (readonly Point[])[]): Mean[] {
  const placed = curves.map((curve) => curve.filter(({ unplaced }) => unplaced === 0));
  if (placed.length === 0 || placed.some((curve) => curve.length === 0)) return [];
  const from = Math.max(...placed.map((curve) => curve[0]!.at));
  const moments = [...new Set(placed.flatMap((curve) => curve.map(({ at }) => Math.max(from, at))))].sort(
    (a, b) => a - b,
  );
  const places = placed.map(() => 0);
  const all = moments.map((at): Mean => {
    const scores = placed.map((curve, i) => {
      while (places[i]! + 1 < curve.length && curve[places[i]! + 1]!.at <= at) places[i]!++;
      return curve[places[i]!]!.score;
    });
    const { min, median, max } = spreadOf(scores)!;
    return { at, median, low: min, high: max };
  });
  const step = Math.ceil(all.length / MOST);
  return all.filter((_, i) => (all.length - 1 - i) % step === 0);
}
