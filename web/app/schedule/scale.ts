// Axes of the curve: round numbers for the score, a logarithmic scale for the time. Pure arithmetic.

const TIMES = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300];

/** Round values that enclose low..high, about `count` of them. */
export function roundTicks(low: number, high: number, count: number): number[] {
  const span = high - low || Math.max(1, Math.abs(high) * 0.02);
  const raw = span / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(1, [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => s >= raw) ?? raw);
  const first = Math.floor(low / step) * step;
  const ticks: number[] = [];
  for (let value = first; ticks.length < 12; value += step) {
    ticks.push(Math.round(value));
    if (value >= high) break;
  }
  return ticks;
}

/** A logarithmic scale from `start` to `end` seconds onto 0..1; what is earlier stands at 0. */
export function timeScale(start: number, end: number): (seconds: number) => number {
  const length = Math.log(end / start);
  return (seconds) => Math.max(0, Math.min(1, Math.log(Math.max(seconds, start) / start) / length));
}

/** Where the time axis begins: the round time just before the first point, at most a twentieth of the end. */
export function timeStart(first: number, end: number): number {
  return TIMES.findLast((t) => t <= Math.min(first, end / 20)) ?? TIMES[0]!;
}

/** Round times within start..end that stand at least `apart` (of 0..1) from each other, with both ends. */
export function timeTicks(start: number, end: number, apart: number): number[] {
  const at = timeScale(start, end);
  const ticks = [start];
  for (const t of TIMES) {
    if (t <= start || t >= end) continue;
    if (at(t) - at(ticks.at(-1)!) >= apart && 1 - at(t) >= apart) ticks.push(t);
  }
  ticks.push(end);
  return ticks;
}
