// What must come before what: circles, and locked slots that leave no room for the order. Called by index.ts.
// Only locked meetings are sure to be held, so only among them is a contradiction an error.

import { listed } from "../messages.js";
import type { Report } from "../report.js";
import { pairNumber, type Book } from "./book.js";
import { cycles, topological, type Edge } from "./cycles.js";
import type { Lock } from "./locked.js";
import { pairName } from "./locked-sets.js";

interface Node {
  a: number;
  b: number;
  locks: Lock[];
}

export function checkPrecedences(book: Book, locks: readonly Lock[], report: Report): void {
  const { spec, participants } = book;
  if (spec.precedences.length === 0) return;
  const numbers = new Map<number, number>();
  const nodes: Node[] = [];
  const nodeOf = ([one, other]: readonly [string, string]): number => {
    const [a, b] = [participants.get(one), participants.get(other)];
    if (a === undefined || b === undefined || a === b) return -1;
    const key = pairNumber(book, a, b);
    let node = numbers.get(key);
    if (node === undefined) {
      numbers.set(key, (node = nodes.length));
      nodes.push({ a, b, locks: [] });
    }
    return node;
  };
  const edges: Edge[] = [];
  spec.precedences.forEach(({ first, then }, index) => {
    const [from, to] = [nodeOf(first), nodeOf(then)];
    if (from >= 0 && to >= 0) edges.push({ from, to, index });
  });
  for (const lock of locks) {
    const node = numbers.get(pairNumber(book, lock.a, lock.b));
    if (node !== undefined) nodes[node]!.locks.push(lock);
  }
  const meetings = (circle: readonly Edge[]): string =>
    listed(circle.map(({ from }) => pairName(book, nodes[from]!.a, nodes[from]!.b)));

  const sure = edges.filter(({ from, to }) => nodes[from]!.locks.length > 0 && nodes[to]!.locks.length > 0);
  const closing = new Set<Edge>();
  for (const circle of cycles(nodes.length, sure)) {
    const last = circle.reduce((x, y) => (y.index > x.index ? y : x));
    closing.add(last);
    report.error("precedence-cycle", ["precedences", last.index], { meetings: meetings(circle) });
  }
  for (const circle of cycles(
    nodes.length,
    edges.filter((edge) => !closing.has(edge)),
  )) {
    const last = circle.reduce((x, y) => (y.index > x.index ? y : x));
    report.warning("precedence-circle", ["precedences", last.index], { meetings: meetings(circle) });
  }
  checkOrder(
    book,
    nodes,
    sure.filter((edge) => !closing.has(edge)),
    report,
  );
}

/** Pushes each locked meeting as early as those before it allow, in topological order, and tells what no longer fits. */
function checkOrder(book: Book, nodes: readonly Node[], edges: readonly Edge[], report: Report): void {
  const slots = book.calendar.slots;
  const into: Edge[][] = nodes.map(() => []);
  for (const edge of edges) into[edge.to]!.push(edge);
  // The slot in which the last meeting of each pair is at the earliest.
  const earliest = new Int32Array(nodes.length).fill(-1);
  for (const n of topological(nodes.length, edges)) {
    const { locks, a, b } = nodes[n]!;
    let after = -1;
    let because: Edge | undefined;
    for (const edge of into[n]!) {
      if (earliest[edge.from]! > after) {
        after = earliest[edge.from]!;
        because = edge;
      }
    }
    for (const lock of locks) {
      const slot = lock.open.find((s) => s > after);
      if (slot !== undefined) earliest[n] = Math.max(earliest[n]!, slot);
      else if (because) {
        const before = nodes[because.from]!;
        const values = {
          first: pairName(book, before.a, before.b),
          then: pairName(book, a, b),
          firstSlot: slots[after]!.id,
        };
        const path = ["precedences", because.index];
        const fixed = lock.open.length === 1 && before.locks.some((l) => l.open.length === 1 && l.open[0] === after);
        if (fixed) report.error("precedence-order", path, { ...values, thenSlot: slots[lock.open[0]!]!.id });
        else report.warning("precedence-no-room", path, values); // the run names the meeting that stays out
        break;
      }
    }
  }
}
