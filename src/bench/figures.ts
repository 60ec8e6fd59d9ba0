// The arithmetic of the benches: gaps, times to a target, primal integrals, thinning of curves, spreads.
// Pure functions on plain data. Times count from the start of a run, in the unit of its budgets: CPU seconds or steps.

/** The best so far from a moment on. Better: fewer unplaced, then the higher score. */
export interface Point {
  at: number;
  unplaced: number;
  score: number;
}

/** Integrals over the logarithm of time start here: nobody looks at a schedule earlier. */
export const FIRST_LOOK = 0.01;

/** True when `a` is better than `b`; everything is better than nothing. */
export function isBetter(
  a: Pick<Point, "unplaced" | "score">,
  b: Pick<Point, "unplaced" | "score"> | undefined,
): boolean {
  return !b || a.unplaced < b.unplaced || (a.unplaced === b.unplaced && a.score > b.score);
}

/** How far a score is under the reference, as a share of it (0.001 is 0.1 %); negative when it is above. */
export function gap(score: number, reference: number): number {
  return (reference - score) / Math.max(1, Math.abs(reference));
}

/** The primal gap after Berthold (2013): 0 at the reference or above, 1 for other signs, never more than 1. */
export function primalGap(score: number, reference: number): number {
  if (score >= reference) return 0;
  if (score * reference < 0) return 1;
  return (reference - score) / Math.max(Math.abs(score), Math.abs(reference));
}

/** When the curve first has everything placed and a gap of at most `share`; undefined: not until `until`. */
export function timeTo(curve: readonly Point[], reference: number, share: number, until: number): number | undefined {
  // A hair of room for the division.
  const hit = curve.find((p) => p.unplaced === 0 && gap(p.score, reference) <= share + 1e-12);
  return hit && hit.at <= until ? hit.at : undefined;
}

/**
 * The primal integral in log time: the mean of the primal gap over ln(t), from 10 ms to `until`. The gap is 1 as long as
 * nothing is there or something is unplaced. Every factor of ten in time counts the same.
 */
export function primalIntegral(curve: readonly Point[], reference: number, until: number): number {
  const end = Math.max(until, FIRST_LOOK * Math.E);
  let sum = 0;
  let from = FIRST_LOOK;
  let height = 1;
  for (const p of curve) {
    const at = Math.min(end, Math.max(FIRST_LOOK, p.at));
    sum += height * Math.log(at / from);
    from = at;
    height = p.unplaced > 0 ? 1 : primalGap(p.score, reference);
  }
  sum += height * Math.log(end / from);
  return sum / Math.log(end / FIRST_LOOK);
}

/** The curve with at most one point in each step of 2 % in time, the last one: times are late by 2 % at most. */
export function thin(curve: readonly Point[]): Point[] {
  const cell = (p: Point): number => Math.ceil(Math.log(Math.max(1e-6, p.at)) / Math.log(1.02));
  return curve.filter((p, i) => i === curve.length - 1 || cell(curve[i + 1]!) !== cell(p));
}

/** A curve as one line of text, "seconds unplaced score" each, so that a results file stays readable. */
export function curveText(curve: readonly Point[]): string {
  return curve.map((p) => `${Number(p.at.toPrecision(5))} ${p.unplaced} ${p.score}`).join(", ");
}

/** Reads curveText. */
export function readCurve(text: string): Point[] {
  if (text === "") return [];
  return text.split(", ").map((part) => {
    const [at, unplaced, score] = part.split(" ").map(Number) as [number, number, number];
    return { at, unplaced, score };
  });
}

/** A bound from a moment on. */
export interface BoundPoint {
  at: number;
  bound: number;
}

/** Falling bounds as one line of text, "seconds bound" each. */
export function boundsText(points: readonly BoundPoint[]): string {
  return points.map(({ at, bound }) => `${Number(at.toPrecision(5))} ${bound}`).join(", ");
}

/** Reads boundsText. */
export function readBounds(text: string): BoundPoint[] {
  if (text === "") return [];
  return text.split(", ").map((part) => {
    const [at, bound] = part.split(" ").map(Number) as [number, number];
    return { at, bound };
  });
}

/** Median with its range; infinite values (never reached) take part. Undefined for none. */
export function spreadOf(values: readonly number[]): { min: number; median: number; max: number } | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const low = sorted[(sorted.length - 1) >> 1]!;
  const median = low === sorted[middle] ? low : (low + sorted[middle]!) / 2;
  return { min: sorted[0]!, median, max: sorted.at(-1)! };
}
