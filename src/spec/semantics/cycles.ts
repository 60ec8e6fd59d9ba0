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
/** Edges looked at for shorter circles than the first one found, over all circles: what keeps the search linear. */
const MOST_LOOKS = 200_000;

/** Nodes in an order in which every edge points forward; nodes on or behind a circle are missing. */
export function topological(count: number, edges: readonly Edge[]): number[] {
  const waiting = new Int32Array(count);
  const out = outgoing(count, edges);
  for (const { to } of edges) waiting[to]!++;
  const order: number[] = [];
  for (let n = 0; n < count; n++) if (waiting[n] === 0) order.push(n);
  for (let i = 0; i < order.length; i++) {
    const n = order[i]!;
    for (let k = out.start[n]!; k < out.start[n + 1]!; k++) {
      const { to } = out.list[k]!;
      if (--waiting[to]! === 0) order.push(to);
    }
  }
  return order;
}

/** Edges by where they start: those of n are list[start[n]] to list[start[n + 1] - 1]. */
interface Outgoing {
  start: Int32Array;
  list: Edge[];
}

function outgoing(count: number, edges: readonly Edge[]): Outgoing {
  const start = new Int32Array(count + 1);
  for (const { from } of edges) start[from + 1]!++;
  for (let n = 0; n < count; n++) start[n + 1]! += start[n]!;
  const next = start.slice();
  const list = new Array<Edge>(edges.length);
  for (const edge of edges) list[next[edge.from]!++] = edge;
  return { start, list };
}

/**
 * Circles, each as its edges in order; the shortest found is taken apart (its newest edge dropped) before the next. In a
 * graph so large that not every start can be tried it is a short one.
 */
export function cycles(count: number, edges: readonly Edge[]): Edge[][] {
  const result: Edge[][] = [];
  const looks = { left: MOST_LOOKS };
  let left = edges;
  while (result.length < MOST_CYCLES) {
    left = onCircles(count, left);
    if (left.length === 0) break;
    const circle = shortest(count, left, looks);
    result.push(circle);
    const newest = circle.reduce((x, y) => (y.index > x.index ? y : x));
    left = left.filter((edge) => edge !== newest);
  }
  return result;
}

/** Edges that lie on a circle: both ends are in one strongly connected component. */
function onCircles(count: number, edges: readonly Edge[]): Edge[] {
  if (topological(count, edges).length === count) return [];
  const component = components(count, edges);
  return edges.filter(({ from, to }) => component[from] === component[to]);
}

/** The strongly connected component of each node (Tarjan 1972), without recursion. */
function components(count: number, edges: readonly Edge[]): Int32Array {
  const out = outgoing(count, edges);
  const seen = new Int32Array(count).fill(-1); // order of discovery
  const low = new Int32Array(count);
  const component = new Int32Array(count).fill(-1);
  const next = out.start.slice(); // the edge to look at next
  const open: number[] = []; // not yet in a component
  let time = 0;
  for (let root = 0; root < count; root++) {
    if (seen[root]! >= 0) continue;
    const path = [root];
    while (path.length > 0) {
      const n = path.at(-1)!;
      if (seen[n]! < 0) {
        seen[n] = low[n] = time++;
        open.push(n);
      }
      if (next[n]! < out.start[n + 1]!) {
        const { to } = out.list[next[n]!++]!;
        if (seen[to]! < 0) path.push(to);
        else if (component[to]! < 0) low[n] = Math.min(low[n]!, seen[to]!);
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before !== undefined) low[before] = Math.min(low[before]!, low[n]!);
      if (low[n] !== seen[n]) continue;
      for (let member = -1; member !== n;) component[(member = open.pop()!)] = n;
    }
  }
  return component;
}

/** The shortest circle through one of the first starts; every edge lies on one, so the first start gives one already. */
function shortest(count: number, edges: readonly Edge[], looks: { left: number }): Edge[] {
  const out = outgoing(count, edges);
  const starts = new Set<number>();
  for (let i = 0; i < edges.length && starts.size < MOST_STARTS; i++) starts.add(edges[i]!.from);
  let best: Edge[] | undefined;
  for (const start of starts) {
    if (!best) best = circleThrough(start, out, { left: Infinity }, Infinity);
    else if (looks.left > 0) best = circleThrough(start, out, looks, best.length) ?? best;
  }
  return best!;
}

/** The shortest circle through a node if it has fewer than `limit` edges, as far as there are looks left. */
function circleThrough(start: number, out: Outgoing, looks: { left: number }, limit: number): Edge[] | undefined {
  const by = new Map<number, { edge: Edge; steps: number }>();
  const queue = [start];
  for (const n of queue) {
    const steps = n === start ? 1 : by.get(n)!.steps + 1;
    if (steps >= limit) return undefined;
    for (let k = out.start[n]!; k < out.start[n + 1]!; k++) {
      const edge = out.list[k]!;
      if (looks.left-- <= 0) return undefined;
      if (by.has(edge.to)) continue;
      by.set(edge.to, { edge, steps });
      if (edge.to !== start) {
        queue.push(edge.to);
        continue;
      }
      const circle = [edge];
      for (let at = edge.from; at !== start; at = circle.at(-1)!.from) circle.push(by.get(at)!.edge);
      return circle.reverse();
    }
  }
  return undefined;
}
