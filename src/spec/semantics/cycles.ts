// Circles in a directed graph, and an order of what is free of them. Called by precedences.ts.

export interface Edge {
  from: number;
  to: number;
  /** The caller's own number. */
  index: number;
}

/** Circles are looked for until there are this many. */
const MOST_CYCLES = 20;
/** Starting points tried for the shortest circle. */
const MOST_STARTS = 50;

/** Nodes in an order in which every edge points forward; nodes on or behind a circle are missing. */
export function topological(count: number, edges: readonly Edge[]): number[] {
  const waiting = new Int32Array(count);
  const out = outgoing(count, edges);
  for (const { to } of edges) waiting[to]!++;
  const order: number[] = [];
  for (let n = 0; n < count; n++) if (waiting[n] === 0) order.push(n);
  for (let i = 0; i < order.length; i++) {
    for (const { to } of out[order[i]!]!) if (--waiting[to]! === 0) order.push(to);
  }
  return order;
}

function outgoing(count: number, edges: readonly Edge[]): Edge[][] {
  const out: Edge[][] = Array.from({ length: count }, () => []);
  for (const edge of edges) out[edge.from]!.push(edge);
  return out;
}

/** Circles, each as its edges in order; the shortest found is taken apart (its newest edge dropped) before the next. */
export function cycles(count: number, edges: readonly Edge[]): Edge[][] {
  const result: Edge[][] = [];
  let left = edges;
  while (result.length < MOST_CYCLES) {
    left = onCircles(count, left);
    if (left.length === 0) break;
    const circle = shortest(count, left);
    if (!circle) break;
    result.push(circle);
    const newest = circle.reduce((x, y) => (y.index > x.index ? y : x));
    left = left.filter((edge) => edge !== newest);
  }
  return result;
}

/** Edges without those that lead nowhere or come from nowhere: what is left lies on circles or between them. */
function onCircles(count: number, edges: readonly Edge[]): Edge[] {
  const ahead = new Set(topological(count, edges));
  const rest = edges.filter(({ from, to }) => !ahead.has(from) && !ahead.has(to));
  const behind = new Set(
    topological(
      count,
      rest.map(({ from, to, index }) => ({ from: to, to: from, index })),
    ),
  );
  return rest.filter(({ from, to }) => !behind.has(from) && !behind.has(to));
}

function shortest(count: number, edges: readonly Edge[]): Edge[] | undefined {
  const out = outgoing(count, edges);
  let best: Edge[] | undefined;
  const starts = [...new Set(edges.map((edge) => edge.from))];
  for (let i = 0; i < starts.length && (i < MOST_STARTS || !best); i++) {
    const circle = circleThrough(starts[i]!, out);
    if (circle && (!best || circle.length < best.length)) best = circle;
  }
  return best;
}

function circleThrough(start: number, out: readonly Edge[][]): Edge[] | undefined {
  const by = new Map<number, Edge>();
  const queue = [start];
  for (let i = 0; i < queue.length; i++) {
    for (const edge of out[queue[i]!]!) {
      if (by.has(edge.to)) continue;
      by.set(edge.to, edge);
      if (edge.to !== start) {
        queue.push(edge.to);
        continue;
      }
      const circle = [edge];
      for (let at = edge.from; at !== start; at = by.get(at)!.from) circle.unshift(by.get(at)!);
      return circle;
    }
  }
  return undefined;
}
