// Axes and lines of the Lab's charts: ticks of a logarithmic axis, step lines, labels at the ends of lines that do not cover
// each other. Pure arithmetic, in pixels.

/** Round values from `start` to `end`, 1, 2 and 5 times powers of ten; powers alone where these are enough. */
export function logTicks(start: number, end: number, most: number): number[] {
  const all: number[] = [];
  for (let power = Math.floor(Math.log10(start)); 10 ** power <= end; power++)
    for (const digit of [1, 2, 5]) {
      const tick = Number(`${digit}e${power}`);
      if (tick >= start && tick <= end) all.push(tick);
    }
  const powers = all.filter((tick) => Number.isInteger(Math.round(Math.log10(tick) * 1e9) / 1e9));
  const ticks = powers.length >= 3 ? powers : all;
  const step = Math.ceil(ticks.length / most);
  return ticks.filter((_, i) => i % step === 0);
}

/** Powers of two from 1 to `end`. */
export function doublings(end: number, most: number): number[] {
  const count = Math.round(Math.log2(end)) + 1;
  const step = Math.ceil(count / most);
  return Array.from({ length: Math.ceil(count / step) }, (_, i) => 2 ** (i * step));
}

/** A line that keeps its value until the next point, as far as `end`. */
export function stepLine(points: readonly { x: number; y: number }[], end: number): string {
  const [first, ...rest] = points;
  if (!first) return "";
  let path = `M${round(first.x)} ${round(first.y)}`;
  for (const { x, y } of rest) path += `H${round(x)}V${round(y)}`;
  return `${path}H${round(end)}`;
}

/** The area between two step lines of the same places. */
export function stepBand(points: readonly { x: number; low: number; high: number }[], end: number): string {
  if (points.length === 0) return "";
  const upper = stepLine(
    points.map(({ x, high }) => ({ x, y: high })),
    end,
  );
  let back = "";
  for (const [i, { x, low }] of [...points.entries()].reverse()) {
    back += `${i === points.length - 1 ? "L" : "H"}${round(i === points.length - 1 ? end : points[i + 1]!.x)}`;
    back += i === points.length - 1 ? ` ${round(low)}` : `V${round(low)}`;
    if (i === 0) back += `H${round(x)}`;
  }
  return `${upper}${back}Z`;
}

/** Heights of labels that want to stand at `wanted`, at least `apart` from each other, within top and bottom if they fit. */
export function spreadLabels(wanted: readonly number[], apart: number, top: number, bottom: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const placed = [...wanted];
  let least = top;
  for (const i of order) {
    placed[i] = Math.max(least, placed[i]!);
    least = placed[i] + apart;
  }
  let most = bottom;
  for (const i of order.reverse()) {
    placed[i] = Math.min(most, placed[i]!);
    most = placed[i] - apart;
  }
  return placed;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
