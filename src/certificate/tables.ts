// The dearest tables: people who bring each other more than their seats cost. Called by certificate.ts, which checks prices of
// tables with it, and by table-prices.ts, which looks for prices. Pure; exact as long as its products are.
//
// What counts is what pairs bring between the core, the sides of whom few sit at a table, and the others. For given people of
// the core the best others are known at once, so only sets of the core are tried. At the best table with `a` of the core, put
// these in the order of what they bring there: the first j bring at least j / a of what all do. So sets grow one by one, and
// a set of j goes on only while a / j times what it brings, less its seats, with the best others for it, is worth more than the
// table costs. Sets of `depth` people stand for all that are larger.

import type { Facts } from "../rules/facts.js";
import type { MealFacts } from "../rules/facts/meals.js";

/** One meal: who eats, by the core and the others, and its tables. */
export interface MealLayout {
  /** Participants of the core, and the others. */
  core: number[];
  others: number[];
  /** [participant]: place in its list; -1 who does not eat. */
  place: Int32Array;
  /** Most people of the core and most others at a table, and the fewest, by the mix of sides. */
  most: Sides;
  least: Sides;
  /** Tables by their seats, the largest first. */
  sizes: { seats: number; count: number }[];
}

interface Sides {
  core: number;
  others: number;
}

/** What pairs bring at one meal, between the core and the others, by their places. */
export interface TableGraph {
  /** [core]: where its pairs start; one more at the end. */
  start: Int32Array;
  /** [pair]: the other, and what the pair brings: more than 0. */
  other: Int32Array;
  brings: Float64Array;
  others: number;
}

/** Prices of seats at one meal, by place. */
export interface SeatCosts {
  core: Float64Array;
  others: Float64Array;
}

/** Sets of one size that are kept in memory, at most. */
const MOST_SETS = 2_000_000;

/** Pairs that may still be looked at. */
export interface Effort {
  left: number;
}

/** A set that is worth more than its seats and the table. */
export interface DearTable {
  /** People of the core, and their best others, by place. */
  core: number[];
  others: number[];
  /** How many of the core sit there; those in `core` bring the most. */
  seated: number;
  /** Place in the list of sizes. */
  size: number;
  /** How much more, rounded up: with `seated` / core times what the core brings and pays. */
  excess: number;
}

/** The meals of an event by a core of some sides. */
export function layoutsOf(facts: Facts, isCore: ArrayLike<number>): MealLayout[] {
  return facts.meals.map((meal) => {
    const eaters = facts.people.filter(({ index }) => meal.eats[index]);
    const core = eaters.flatMap(({ index, side }) => (isCore[side] ? [index] : []));
    const others = eaters.flatMap(({ index, side }) => (isCore[side] ? [] : [index]));
    const place = new Int32Array(facts.people.length).fill(-1);
    for (const list of [core, others]) list.forEach((p, i) => (place[p] = i));
    const seats = [...new Set(meal.tables.map((table) => table.seats))].sort((a, b) => b - a);
    const sizes = seats.map((n) => ({ seats: n, count: meal.tables.filter((table) => table.seats === n).length }));
    return { core, others, place, sizes, ...mixOf(facts, meal, isCore) };
  });
}

function mixOf({ sideIds }: Facts, { mix }: MealFacts, isCore: ArrayLike<number>): Record<"most" | "least", Sides> {
  const most = { core: 0, others: 0 };
  const least = { core: 0, others: 0 };
  sideIds.forEach((_, side) => {
    const { min = 0, max = Infinity } = mix.find((one) => one.side === side) ?? {};
    const part = isCore[side] ? "core" : "others";
    most[part] += max;
    least[part] += min;
  });
  return { most, least };
}

/** Pairs of one of the core with an other, by index of participant, and what a table brings them. */
export interface SeatedPairs {
  core: number[];
  others: number[];
  brings: number[];
}

/** The graph of a meal; pairs that bring nothing, or of whom one does not eat, are left out. */
export function graphOf({ core, others, place }: MealLayout, pairs: SeatedPairs): TableGraph {
  const { core: inner, others: outer, brings } = pairs;
  const kept: number[] = [];
  const start = new Int32Array(core.length + 1);
  for (let e = 0; e < brings.length; e++) {
    if (brings[e]! <= 0 || place[inner[e]!]! < 0 || place[outer[e]!]! < 0) continue;
    kept.push(e);
    start[place[inner[e]!]! + 1]!++;
  }
  for (let s = 0; s < core.length; s++) start[s + 1]! += start[s]!;
  const next = start.slice();
  const other = new Int32Array(kept.length);
  const each = new Float64Array(kept.length);
  for (const e of kept) {
    const i = next[place[inner[e]!]!]!++;
    other[i] = place[outer[e]!]!;
    each[i] = brings[e]!;
  }
  return { start, other, brings: each, others: others.length };
}

/** Whether sets of so many of n people can be told apart. */
export function canSearch(n: number, depth: number): boolean {
  return depth <= 2 || n ** depth < 2 ** 53;
}

/** With `a` people of the core and so many others at most, by size; sets of `last` are complete. */
interface Round {
  a: number;
  others: number[];
  costs: SeatCosts;
  prices: ArrayLike<number>;
  last: number;
}

export class TableSearch {
  readonly #graph: TableGraph;
  /** [other]: what the opened set brings it. */
  readonly #sum: Float64Array;
  /** [core x others]: 1 where the two bring something. */
  readonly #pairs: Uint8Array;
  /** Others of the opened set that are worth their seats, the dearest first. */
  readonly #opened: Int32Array;
  readonly #worth: Float64Array;
  #count = 0;
  /** The best others of the set under trial, the dearest first. */
  #best = new Float64Array(0);
  #who = new Int32Array(0);
  #found = 0;

  constructor(graph: TableGraph) {
    this.#graph = graph;
    this.#sum = new Float64Array(graph.others);
    this.#pairs = new Uint8Array((graph.start.length - 1) * graph.others);
    for (let s = 0; s < graph.start.length - 1; s++)
      for (let i = graph.start[s]!; i < graph.start[s + 1]!; i++) this.#pairs[s * graph.others + graph.other[i]!] = 1;
    this.#opened = new Int32Array(graph.others);
    this.#worth = new Float64Array(graph.others);
  }

  /**
   * Visits every set of at most `depth` people that is worth more than a table costs, by size; false when the effort, or the
   * memory, ran out before the end.
   */
  run(
    { sizes, most, least }: MealLayout,
    costs: SeatCosts,
    prices: ArrayLike<number>,
    depth: number,
    effort: Effort,
    visit: (dear: DearTable) => void,
  ): boolean {
    const others = Math.max(1, least.others);
    const { seats: largest } = sizes[0] ?? { seats: 0 };
    const seated = Math.min(most.core, largest - others, costs.core.length);
    for (let a = 1; a <= seated; a++) {
      const beside = sizes.map(({ seats }) =>
        seats < a + others
          ? 0
          : Math.max(0, Math.min(most.others, seats - Math.max(a, least.core), costs.others.length)),
      );
      const round = { a, others: beside, costs, prices, last: Math.min(a, depth) };
      if (beside.some((b) => b > 0) && !this.#runWith(round, effort, visit)) return false;
    }
    return true;
  }

  #runWith({ a, others, costs, prices, last }: Round, effort: Effort, visit: (dear: DearTable) => void): boolean {
    const { start } = this.#graph;
    const n = start.length - 1;
    const most = Math.max(...others);
    // Others are put in order one by one: the more there are, the longer it takes.
    const dearer = 1 + (most >> 4);
    const cheapest = others.reduce((least, b, i) => (b > 0 ? Math.min(least, prices[i]!) : least), Infinity);
    if (this.#best.length < most) {
      this.#best = new Float64Array(most);
      this.#who = new Int32Array(most);
    }
    /** Whether the set under trial is worth more than a table of some size; visits it there when it is complete. */
    const goesOn = (j: number, cost: number, set: number[] | null): boolean => {
      let more = false;
      for (let size = 0; size < others.length; size++) {
        if (others[size] === 0) continue;
        const count = Math.min(others[size]!, this.#found);
        let worth = 0 - cost;
        for (let i = 0; i < count; i++) worth += this.#best[i]!;
        if (worth <= j * prices[size]!) continue;
        more = true;
        const excess = Math.ceil(worth / j) - prices[size]!;
        if (set) visit({ core: set, others: [...this.#who.subarray(0, count)], seated: a, size, excess });
      }
      return more;
    };

    // Everybody alone; what a set is worth is at most what it was without its last one, and that one alone.
    const alone = new Float64Array(n);
    this.#open([], 1, a, costs);
    for (let s = 0; s < n; s++) {
      alone[s] = this.#try(s, 1, a, costs, most) - a * costs.core[s]!;
      effort.left -= (start[s + 1]! - start[s]!) * dearer + 1;
      if (last === 1) goesOn(1, a * costs.core[s]!, [s]);
    }
    if (last === 1) return effort.left > 0;
    const order = Int32Array.from({ length: n }, (_, s) => s).sort((x, y) => alone[y]! - alone[x]! || x - y);
    const rank = new Int32Array(n);
    order.forEach((s, i) => (rank[s] = i));
    let sets: number[][] = [];
    let worths: number[] = [];
    for (const s of order) {
      if (alone[s]! <= cheapest) break;
      sets.push([s]);
      worths.push(alone[s]!);
    }
    for (let j = 2; j <= last && sets.length > 0; j++) {
      const seen = new Set<number>();
      const grown: number[][] = [];
      const grownWorths: number[] = [];
      for (const [i, set] of sets.entries()) {
        if (effort.left <= 0 || seen.size > MOST_SETS || grown.length > MOST_SETS) return false;
        let paid = 0;
        for (const s of set) paid += costs.core[s]!;
        effort.left -= this.#open(set, j, a, costs);
        // A pair is tried with the first of the two alone.
        for (let r = j === 2 ? rank[set[0]!]! + 1 : 0; r < n; r++) {
          const s = order[r]!;
          if (worths[i]! + alone[s]! <= j * cheapest) break;
          if (j > 2 && (set.includes(s) || isKnown(seen, withOne(set, s), n))) continue;
          effort.left -= (start[s + 1]! - start[s]!) * dearer + 4;
          const cost = a * (paid + costs.core[s]!);
          const worth = this.#try(s, j, a, costs, most) - cost;
          if (worth <= j * cheapest) continue;
          const next = withOne(set, s);
          if (!goesOn(j, cost, j === last ? next : null) || j === last) continue;
          grown.push(next);
          grownWorths.push(worth);
        }
      }
      sets = grown;
      worths = grownWorths;
    }
    return effort.left > 0;
  }

  /** Makes a set ready for one more of the core; gives the pairs looked at. */
  #open(set: readonly number[], j: number, a: number, costs: SeatCosts): number {
    const { start, other, brings } = this.#graph;
    const sum = this.#sum;
    sum.fill(0);
    let looked = 0;
    for (const s of set) {
      for (let i = start[s]!; i < start[s + 1]!; i++) sum[other[i]!]! += brings[i]!;
      looked += start[s + 1]! - start[s]!;
    }
    let count = 0;
    for (let q = 0; q < sum.length; q++) {
      if (sum[q]! === 0) continue;
      const worth = a * sum[q]! - j * costs.others[q]!;
      if (worth <= 0) continue;
      this.#worth[q] = worth;
      this.#opened[count++] = q;
    }
    this.#count = count;
    const worth = this.#worth;
    this.#opened.subarray(0, count).sort((x, y) => worth[y]! - worth[x]! || x - y);
    return 4 * looked + sum.length;
  }

  /** The best others of the opened set with s; what they are worth: a times what they bring less j times their seats. */
  #try(s: number, j: number, a: number, costs: SeatCosts, most: number): number {
    const { start, other, brings, others } = this.#graph;
    const [sum, seats, best, who, opened, worth, pairs] = [
      this.#sum,
      costs.others,
      this.#best,
      this.#who,
      this.#opened,
      this.#worth,
      this.#pairs,
    ];
    let found = 0;
    // Those to whom s brings nothing stand in order already.
    for (let i = 0; i < this.#count && found < most; i++) {
      const q = opened[i]!;
      if (pairs[s * others + q]) continue;
      best[found] = worth[q]!;
      who[found++] = q;
    }
    let least = found === most ? best[found - 1]! : 0;
    for (let i = start[s]!; i < start[s + 1]!; i++) {
      const q = other[i]!;
      const one = a * (sum[q]! + brings[i]!) - j * seats[q]!;
      if (one <= least) continue;
      let at = found === most ? most - 1 : found++;
      for (; at > 0 && best[at - 1]! < one; at--) {
        best[at] = best[at - 1]!;
        who[at] = who[at - 1]!;
      }
      best[at] = one;
      who[at] = q;
      if (found === most) least = best[most - 1]!;
    }
    this.#found = found;
    let total = 0;
    for (let i = 0; i < found; i++) total += best[i]!;
    return total;
  }
}

/** A sorted set with one more. */
function withOne(set: readonly number[], s: number): number[] {
  const at = set.findIndex((one) => one > s);
  return at < 0 ? [...set, s] : [...set.slice(0, at), s, ...set.slice(at)];
}

/** Whether a sorted set of numbers below n was asked for before. */
function isKnown(seen: Set<number>, set: readonly number[], n: number): boolean {
  const key = set.reduce((sum, one) => sum * n + one, 0);
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
}
