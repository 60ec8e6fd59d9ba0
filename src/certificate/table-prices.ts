// Prices of whole tables for given prices of time: what each seat costs, what a table costs by its size, what it costs that a
// pair counts at a table, and how much of pi and mu each person still pays. Called by proof.ts at the end of a run. Nobody
// trusts it: the check recomputes what the prices prove.
//
// A linear programme shares people out to tables and pairs to meetings. Its columns are found as they are needed (Gilmore and
// Gomory 1961): tables.ts looks for tables that bring more than they cost. It is asked at prices between the best known ones
// and the programme's (Wentges 1997); raised by what it found, prices of tables prove a bound, and the best of all is
// kept. First the core is looked at one by one, then in pairs, and so on while sets are few.

import type { Certificate } from "../bound.js";
import { meetingLeft } from "../certificate.js";
import type { Facts } from "../rules/facts.js";
import { daysWorth } from "./days.js";
import { mostMates } from "./mates.js";
import { Packing } from "./packing.js";
import { openPairs, type Pair } from "./pairs.js";
import { exclusivePrice, type Prices } from "./read.js";
import type { SeatPrices } from "./seats.js";
import { pairSlots, slotsIn } from "./slots.js";
import { graphOf, layoutsOf, TableSearch, type DearTable, type MealLayout, type SeatedPairs } from "./tables.js";

/** Iterations of the programme between two looks for tables. */
const ITERATIONS = 80;
/** Tables that one look adds for each size and number of the core. */
const TABLES = 200;
/** Sets of the core up to which they are tried, and people in one. */
const SETS = 50_000;
const DEPTH = 4;
/** Pairs that are looked at in all: so many, and for each pair of people that may count; an entry of the programme is half of one in each iteration. */
const EFFORT = 150_000_000;
const EFFORT_OF_PAIR = 40_000;
/** In one look. */
const LOOK = 100_000_000;
/** Rounds without a fall of the bound by this share, after which it is left. */
const PATIENCE = 4;
const FALL = 2e-5;
/** Share of the bound that margins of all tables may make up before larger sets are tried. */
const FINE = 2e-3;

/** What a certificate needs to count pairs at whole tables. */
export interface TablePrices {
  tables: NonNullable<Certificate["tables"]>;
  /** [participant], per mille off pi and mu. */
  discount: Float64Array;
}

/** A search for prices, a round at a time. */
export class TablePricing {
  readonly #facts: Facts;
  readonly #prices: Prices;
  readonly #isCore: Uint8Array;
  readonly #layouts: MealLayout[];
  readonly #pairs: Pair[];
  /** [pair]: whether it counts at whole tables; slots it may meet in; what a meeting brings before prices. */
  readonly #whole: Uint8Array;
  readonly #slots: number[][];
  readonly #openSlots: number;
  readonly #meeting: Float64Array;
  readonly #pairAt = new Map<number, number>();
  /** pi and mu together, and what the prices of each person pay for. */
  readonly #each: Float64Array;
  readonly #time: Float64Array;
  /** What the weights of a person's row are divided by. */
  readonly #unit: Float64Array;
  readonly #packing: Packing;
  readonly #rows: { seats: Int32Array[]; sizes: number[][]; pairs: number; time: number };
  readonly #deepest: number;
  readonly #known = { meetings: new Set<number>(), tables: new Set<string>() };
  #depth = 1;
  /** The best prices by row, what they prove less a constant, and how far the next ones are from them to the programme's. */
  #best: { price: Float64Array; depth: number; value: number } | null = null;
  #step = 0.2;
  /** How much more than it costs a table must bring to be added. */
  #margin: number;
  #effort: number;
  #waited = 0;

  /** `core`: the side of whom few sit at a table. `start`: prices of seats alone. `effort`: pairs to look at, at most. */
  constructor(facts: Facts, prices: Prices, core: number, start: SeatPrices, effort = Infinity) {
    const n = facts.people.length;
    const slots = prices.kappa.length;
    this.#facts = facts;
    this.#prices = prices;
    this.#isCore = Uint8Array.from(facts.sideIds, (_, side) => Number(side === core));
    this.#layouts = layoutsOf(facts, this.#isCore);
    this.#deepest = deepest(Math.max(...this.#layouts.map((layout) => layout.core.length)));
    this.#pairs = openPairs(facts).filter(({ value, table }) => value !== undefined || table > 0);
    this.#whole = Uint8Array.from(this.#pairs, ({ p, q, table }) =>
      table > 0 && this.#sits(p) !== this.#sits(q) ? 1 : 0,
    );
    const none = { pi: new Float64Array(n * slots), mu: new Float64Array(n), kappa: new Float64Array(slots) };
    const free = { ...prices, ...none };
    const mask = new Uint32Array(facts.words);
    this.#slots = this.#pairs.map(({ p, q, value }) => {
      const open: number[] = [];
      if (value !== undefined) slotsIn(pairSlots(facts, p, q, mask), open);
      return open;
    });
    this.#openSlots = this.#slots.reduce((sum, { length }) => sum + length, 0);
    this.#meeting = Float64Array.from(this.#pairs, ({ p, q, value }, e) => {
      if (this.#slots[e]!.length === 0) return -Infinity;
      const others = exclusivePrice(facts, prices, p, q) + exclusivePrice(facts, prices, q, p);
      return Number(meetingLeft(facts, free, p, q, value!, this.#slots[e]!, others));
    });
    this.#effort = Math.min(effort, EFFORT + EFFORT_OF_PAIR * this.#pairs.length);
    this.#pairs.forEach(({ p, q }, e) => this.#pairAt.set(facts.pairKey(p, q), e));
    this.#each = prices.pi.map((price, i) => price + prices.mu[Math.floor(i / slots)]!);
    this.#time = Float64Array.from(facts.people, ({ index, maximum }) => {
      const most = prices.mu[index]! > 0 ? maximum * prices.mu[index]! : 0;
      return Number(daysWorth(facts, prices, index)) + most;
    });
    this.#unit = Float64Array.from({ length: n }, (_, p) => {
      const list = this.#each.subarray(p * slots, (p + 1) * slots).filter((price) => price !== 0);
      return list.length === 0 ? 1 : list.reduce((sum, price) => sum + Math.abs(price), 0) / list.length;
    });

    let rows = 0;
    const seats = this.#layouts.map(({ place }) => place.map((at) => (at < 0 ? -1 : rows++)));
    const sizes = this.#layouts.map((layout) => layout.sizes.map(() => rows++));
    this.#rows = { seats, sizes, pairs: rows, time: rows + this.#pairs.length };
    this.#packing = new Packing(rows + this.#pairs.length + n);
    this.#margin = this.#begin(start);
  }

  /** Limits of the rows, and the prices to begin with, from those of seats alone; what a table is worth about. */
  #begin({ sigma, discount }: SeatPrices): number {
    const { limit, most, price } = this.#packing;
    const { seats, sizes, pairs, time } = this.#rows;
    const { scale } = this.#prices;
    const mates = mostMates(this.#facts, (p, q) => this.#sits(p) !== this.#sits(q));
    const meals = this.#facts.people.map(({ index }) => this.#facts.meals.filter(({ eats }) => eats[index]).length);
    for (const list of seats)
      list.forEach((row, p) => {
        if (row < 0) return;
        limit[row] = 1;
        // Not everybody can have the dearest mates.
        price[row] = (0.6 * sigma[p]! * mates[p]!) / meals[p]!;
      });
    this.#layouts.forEach((layout, m) => layout.sizes.forEach(({ count }, i) => (limit[sizes[m]![i]!] = count)));
    this.#unit.forEach((unit, p) => {
      limit[time + p] = this.#time[p]! / unit;
      most[time + p] = unit / scale;
      price[time + p] = ((1 - discount[p]! / 1000) * unit) / scale;
    });
    const kept = this.#keptOf(price);
    let sum = 0;
    let count = 0;
    this.#pairs.forEach(({ p, q, table }, e) => {
      const seat = this.#whole[e] ? table - sigma[p]! - sigma[q]! : 0;
      limit[pairs + e] = 1;
      price[pairs + e] = Math.max(0, this.#left(e, kept)[0] / scale, seat);
      if (!this.#whole[e]) return;
      sum += table;
      count++;
    });
    this.#addMeetings(new Float64Array(this.#unit.length).fill(1));
    return (3 * scale * sum) / Math.max(1, count);
  }

  #sits(p: number): number {
    return this.#isCore[this.#facts.people[p]!.side]!;
  }

  /** [participant]: the part of pi and mu that is paid, in whole thousandths. */
  #keptOf(price: Float64Array): Float64Array {
    const { time } = this.#rows;
    return this.#unit.map((unit, p) => {
      const share = Math.min(1, (price[time + p]! * this.#prices.scale) / unit);
      return (1000 - Math.floor(1000 * (1 - share))) / 1000;
    });
  }

  /** What the best slot leaves of a pair, in units of the prices, and that slot. */
  #left(e: number, kept: Float64Array): [number, number] {
    const { p, q } = this.#pairs[e]!;
    const { kappa } = this.#prices;
    const n = kappa.length;
    let least = Infinity;
    let at = -1;
    for (const t of this.#slots[e]!) {
      const price = kept[p]! * this.#each[p * n + t]! + kept[q]! * this.#each[q * n + t]! + kappa[t]!;
      if (price >= least) continue;
      least = price;
      at = t;
    }
    return [this.#meeting[e]! - least, at];
  }

  /** A column for each meeting that is worth its prices. */
  #addMeetings(kept: Float64Array): void {
    const { kappa, scale } = this.#prices;
    const { pairs, time } = this.#rows;
    const n = kappa.length;
    this.#pairs.forEach(({ p, q }, e) => {
      const [left, t] = this.#left(e, kept);
      const key = e * n + t;
      if (!(left > 0) || this.#known.meetings.has(key)) return;
      this.#known.meetings.add(key);
      const weights = [1, this.#each[p * n + t]! / this.#unit[p]!, this.#each[q * n + t]! / this.#unit[q]!];
      this.#packing.add([pairs + e, time + p, time + q], weights, (this.#meeting[e]! - kappa[t]!) / scale, MEETING);
    });
  }

  /** One look for tables, after the programme was followed; false when nothing more is to be had for the effort. */
  round(): boolean {
    const from = this.#best;
    if (from) {
      this.#packing.follow(ITERATIONS);
      this.#effort -= (this.#packing.entries * ITERATIONS) / 2;
    }
    const price = this.#packing.price.map((to, r) => (from ? from.price[r]! + this.#step * (to - from.price[r]!) : to));
    const look = this.#look(price);
    if (look && look.value < (from?.value ?? Infinity))
      this.#best = { price: look.price, depth: this.#depth, value: look.value };
    if (!this.#best) return false;
    const fell = from ? (from.value - this.#best.value) / Math.abs(from.value) : 0;
    if (from) this.#step = fell > 0 ? Math.min(0.8, 1.3 * this.#step) : this.#step * (look ? 0.8 : 0.4);
    if (fell > FALL) this.#waited = 0;
    else if (look) this.#waited++;
    if (look) this.#goOn(look.added, look.found);
    return this.#effort > 0 && (this.#waited < 3 * PATIENCE || this.#depth < this.#deepest);
  }

  /** How finely, and with how large sets, the next look is made. */
  #goOn(added: number, found: number): void {
    const few = added < 3 * this.#layouts.length * TABLES;
    const fine = this.#margin * this.#tables() < FINE * Math.abs(this.#best!.value) || this.#waited >= PATIENCE;
    if (few && fine && this.#depth < this.#deepest) {
      this.#depth++;
      // What fewer people stood for stands in the way now.
      this.#packing.drop((kind) => kind !== MEETING && kind !== EXACT && kind < this.#depth);
      this.#step = 0.3;
      this.#margin *= 2;
      this.#waited = 0;
    } else if (added < TABLES) this.#margin /= 1.7;
    else if (found > 300 * TABLES) this.#margin *= 1.5;
  }

  #tables(): number {
    return this.#layouts.reduce((sum, { sizes }) => sizes.reduce((n, { count }) => n + count, sum), 0);
  }

  /** What these prices prove, and the prices raised to prove it; tables that bring more are added. Null without an end. */
  #look(price: Float64Array): { value: number; price: Float64Array; added: number; found: number } | null {
    const { scale } = this.#prices;
    const { seats, sizes } = this.#rows;
    const kept = this.#keptOf(price);
    this.#addMeetings(kept);
    this.#effort -= 2 * this.#openSlots;
    const { paid, seated } = this.#shareOut(price, kept);
    let value = paid;
    let added = 0;
    let all = 0;
    const raised = price.slice();
    for (const [m, layout] of this.#layouts.entries()) {
      const unitsOf = (p: number): number => Math.ceil(price[seats[m]![p]!]! * scale);
      const costs = {
        core: Float64Array.from(layout.core, unitsOf),
        others: Float64Array.from(layout.others, unitsOf),
      };
      for (const list of [costs.core, costs.others]) for (const cost of list) value += cost;
      const asked = sizes[m]!.map((row) => Math.ceil(price[row]! * scale + this.#margin));
      const dearest = asked.slice();
      const found: DearTable[] = [];
      const effort = { left: Math.min(LOOK, this.#effort) };
      const before = effort.left;
      const graph = graphOf(layout, seated);
      const visit = (dear: DearTable): void => {
        dearest[dear.size] = Math.max(dearest[dear.size]!, asked[dear.size]! + dear.excess);
        found.push(dear);
      };
      const ended = new TableSearch(graph).run(layout, costs, asked, this.#depth, effort, visit);
      this.#effort -= before - effort.left;
      all += found.length;
      added += this.#addTables(m, found, seated);
      if (!ended) return null;
      sizes[m]!.forEach((row, i) => {
        raised[row] = dearest[i]! / scale;
        value += dearest[i]! * layout.sizes[i]!.count;
      });
    }
    return { value, price: raised, added, found: all };
  }

  /** What time and pairs pay, what tables still bring the pairs that count there, and what pairs pay that pay more than a meeting. */
  #shareOut(
    price: Float64Array,
    kept: Float64Array,
  ): { paid: number; seated: SeatedPairs; asked: Map<number, number> } {
    const { scale } = this.#prices;
    const seated: SeatedPairs = { core: [], others: [], brings: [] };
    const asked = new Map<number, number>();
    let paid = 0;
    this.#time.forEach((worth, p) => (paid += worth * kept[p]!));
    this.#pairs.forEach(({ p, q, table }, e) => {
      const left = Math.max(0, this.#left(e, kept)[0]);
      let pays = left;
      if (this.#whole[e]) {
        // Hardly more than a meeting pays already is not worth a price of its own.
        const own = Math.min(table * scale, Math.ceil(price[this.#rows.pairs + e]! * scale));
        if (own > left + scale / 20) asked.set(e, (pays = own));
        const rest = table * scale - Math.ceil(pays);
        if (rest > 0) {
          seated.core.push(this.#sits(p) ? p : q);
          seated.others.push(this.#sits(p) ? q : p);
          seated.brings.push(rest);
        }
      }
      paid += pays;
    });
    return { paid, seated, asked };
  }

  /** Columns for the dearest tables of each kind; how many are new. */
  #addTables(m: number, found: DearTable[], { core, others }: SeatedPairs): number {
    const { seats, sizes, pairs } = this.#rows;
    const layout = this.#layouts[m]!;
    const brings = new Set(core.map((p, i) => this.#facts.pairKey(p, others[i]!)));
    const taken = new Map<number, number>();
    let added = 0;
    found.sort((a, b) => b.excess - a.excess);
    for (const table of found) {
      const kind = table.size * 4096 + table.seated;
      const count = taken.get(kind) ?? 0;
      if (count >= TABLES) continue;
      taken.set(kind, count + 1);
      const inner = table.core.map((s) => layout.core[s]!);
      const outer = table.others.map((q) => layout.others[q]!);
      const weight = table.seated / inner.length;
      const rows = [sizes[m]![table.size]!, ...outer.map((q) => seats[m]![q]!), ...inner.map((p) => seats[m]![p]!)];
      const weights = rows.map((_, i) => (i <= outer.length ? 1 : weight));
      let gain = 0;
      for (const p of inner)
        for (const q of outer) {
          const pair = this.#facts.pairKey(p, q);
          if (!brings.has(pair)) continue;
          const e = this.#pairAt.get(pair)!;
          rows.push(pairs + e);
          weights.push(weight);
          gain += weight * this.#pairs[e]!.table;
        }
      const key = [table.seated, ...rows].join();
      if (this.#known.tables.has(key)) continue;
      this.#known.tables.add(key);
      added++;
      this.#packing.add(rows, weights, gain, inner.length === table.seated ? EXACT : inner.length);
    }
    return added;
  }

  /** The best prices found. */
  result(): TablePrices | null {
    if (!this.#best) return null;
    const { price, depth } = this.#best;
    const { people, sideIds, meals } = this.#facts;
    const { scale } = this.#prices;
    const { seats, sizes } = this.#rows;
    const kept = this.#keptOf(price);
    const { asked } = this.#shareOut(price, kept);
    const units = (row: number): number => Math.ceil(price[row]! * scale);
    return {
      discount: kept.map((share) => Math.round(1000 * (1 - share))),
      tables: {
        core: sideIds.filter((_, side) => this.#isCore[side]),
        depth,
        seats: meals.map(({ id }, m) => [
          id,
          Object.fromEntries(
            people.flatMap(({ id: who, index }): [string, number][] => {
              const row = seats[m]![index]!;
              return row >= 0 && units(row) > 0 ? [[who, units(row)]] : [];
            }),
          ),
        ]),
        prices: meals.flatMap(({ id }, m) =>
          this.#layouts[m]!.sizes.flatMap((size, i): [string, number, number][] => {
            const cost = units(sizes[m]![i]!);
            return cost > 0 ? [[id, size.seats, cost]] : [];
          }),
        ),
        pairs: [...asked].map(([e, cost]): [string, string, number] => {
          const { p, q } = this.#pairs[e]!;
          return [people[p]!.id, people[q]!.id, cost];
        }),
      },
    };
  }
}

/** Kinds of columns beside those of sets that stand for larger ones, which are as many as the people of the set. */
const MEETING = 0;
const EXACT = 1000;

/** How large the sets of n people are that can all be tried. */
function deepest(n: number): number {
  let depth = 1;
  for (let sets = n; depth < Math.min(DEPTH, n); depth++) {
    sets = (sets * (n - depth)) / (depth + 1);
    if (sets > SETS) break;
  }
  return depth;
}

/**
 * The side that brings most at tables with all others, of alike ones that of whom fewest eat; null where none brings anything,
 * or where its people are too many to be tried even in pairs: one by one they say hardly more than prices of seats.
 */
export function coreOf(facts: Facts): number | null {
  const worth = new Float64Array(facts.sideIds.length);
  for (const { p, q, table } of openPairs(facts)) {
    const [a, b] = [facts.people[p]!.side, facts.people[q]!.side];
    if (a === b || table <= 0) continue;
    worth[a]! += table;
    worth[b]! += table;
  }
  const eaters = new Float64Array(worth.length);
  for (const { eats } of facts.meals) facts.people.forEach(({ index, side }) => (eaters[side]! += eats[index]!));
  let core: number | null = null;
  worth.forEach((sum, side) => {
    if (sum === 0) return;
    if (core === null || sum > worth[core]! || (sum === worth[core]! && eaters[side]! < eaters[core]!)) core = side;
  });
  if (core === null) return null;
  const most = Math.max(
    ...facts.meals.map(({ eats }) => facts.people.filter((p) => eats[p.index] && p.side === core).length),
  );
  return deepest(most) < Math.min(2, most) ? null : core;
}
