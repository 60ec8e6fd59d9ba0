// Prices of seats for given prices of time: sigma, and how much of pi and mu each person still pays where a pair may also count at
// a table. Called by proof.ts. Nobody trusts it: the check recomputes what the prices prove.
//
// The bound is convex and piecewise linear in sigma >= 0 and in the kept part of pi and mu, from 0 to 1. It is smoothed (each
// pair is shared out between a meeting, a table and nothing, less the squares of the shares; Nesterov 2005) and followed
// downhill with momentum, smoother at first; the best point seen is the answer. Sums, products and quotients only, so that
// it is the same everywhere.

import { meetingLeft } from "../certificate.js";
import type { Facts } from "../rules/facts.js";
import { mostMates } from "./mates.js";
import { openPairs } from "./pairs.js";
import { exclusivePrice, type Prices } from "./read.js";
import { daysWorth } from "./days.js";
import { pairSlots, slotsIn } from "./slots.js";

/** Shares of a typical table's worth to which it is smoothed, one after the other, and steps with each. */
const SMOOTH = [0.5, 0.2, 0.08, 0.03];
const STEPS = 20;
/** Pairs x slots that are looked at in all: the larger the event, the fewer the steps. */
const WORK = 60_000_000;

export interface SeatPrices {
  /** [participant], in points. */
  sigma: Float64Array;
  /** [participant], per mille off pi and mu. */
  discount: Float64Array;
}

/** Prices under which the bound with tables is low; all 0 where tables bring nothing. */
export function seatPrices(facts: Facts, prices: Prices): SeatPrices {
  const n = facts.people.length;
  const descent = new Descent(facts, prices);
  if (descent.pairs > 0) {
    const steps = Math.max(8, Math.min(STEPS, Math.floor(WORK / (SMOOTH.length * (descent.work + 1)))));
    for (const smooth of SMOOTH) descent.follow(smooth, steps);
  }
  const { sigma, kept } = descent.best;
  return {
    sigma: sigma.map((price) => price / prices.scale),
    // Off less than it may be: prices that are too high are as valid.
    discount: Float64Array.from({ length: n }, (_, p) => Math.floor(1000 * (1 - kept[p]!))),
  };
}

/** A point: sigma in units of the prices, and the part of pi and mu that is kept. */
interface Point {
  sigma: Float64Array;
  kept: Float64Array;
}

class Descent {
  readonly pairs: number;
  /** Pairs x slots that one step looks at. */
  readonly work: number;
  best: Point;
  #least = Infinity;
  readonly #people: number;
  readonly #slots: number;
  readonly #kappa: Float64Array;
  /** pi and mu together: what a meeting of a person in a slot costs. */
  readonly #each: Float64Array;
  readonly #p: Int32Array;
  readonly #q: Int32Array;
  /** What a meeting brings before these prices, -Infinity where there can be none; what a table brings. */
  readonly #meeting: Float64Array;
  readonly #table: Float64Array;
  readonly #start: Int32Array;
  readonly #open: Int32Array;
  readonly #mates: Float64Array;
  /** What the prices of a person pay for: pi over rows and slots, mu over its maximum. */
  readonly #time: Float64Array;
  /** Of each person: pairs with a table, and the squares of prices of time in pairs: how fast slopes change. */
  readonly #tables: Float64Array;
  readonly #squares: Float64Array;
  /** What a table brings on average. */
  readonly #typical: number;

  constructor(facts: Facts, prices: Prices) {
    const list = openPairs(facts).filter(({ value, table }) => value !== undefined || table > 0);
    const { pi, mu, kappa } = prices;
    const none = {
      pi: new Float64Array(pi.length),
      mu: new Float64Array(mu.length),
      kappa: new Float64Array(kappa.length),
    };
    const free = { ...prices, ...none };
    const mask = new Uint32Array(facts.words);
    const slots: number[] = [];
    const open: number[] = [];
    this.#kappa = kappa;
    this.#people = facts.people.length;
    this.#slots = kappa.length;
    this.#each = pi.map((price, i) => price + mu[Math.floor(i / this.#slots)]!);
    this.#p = Int32Array.from(list, ({ p }) => p);
    this.#q = Int32Array.from(list, ({ q }) => q);
    this.#table = Float64Array.from(list, ({ table }) => Math.max(0, table) * prices.scale);
    this.#start = new Int32Array(list.length + 1);
    this.#meeting = Float64Array.from(list, ({ p, q, value }, e) => {
      slots.length = 0;
      if (value !== undefined) slotsIn(pairSlots(facts, p, q, mask), slots);
      for (const slot of slots) open.push(slot);
      this.#start[e + 1] = open.length;
      if (slots.length === 0) return -Infinity;
      const others = exclusivePrice(facts, prices, p, q) + exclusivePrice(facts, prices, q, p);
      return Number(meetingLeft(facts, free, p, q, value!, slots, others));
    });
    this.#open = Int32Array.from(open);
    this.#mates = mostMates(facts);
    this.#time = Float64Array.from(facts.people, ({ maximum }, p) => (mu[p]! > 0 ? maximum * mu[p]! : 0));
    for (const { index } of facts.people) this.#time[index]! += Number(daysWorth(facts, prices, index));
    this.#tables = new Float64Array(this.#people);
    this.#squares = new Float64Array(this.#people);
    let sum = 0;
    let count = 0;
    for (let e = 0; e < list.length; e++) {
      const [p, q] = [this.#p[e]!, this.#q[e]!];
      if (this.#table[e]! > 0) {
        sum += this.#table[e]!;
        count++;
        this.#tables[p]!++;
        this.#tables[q]!++;
      }
      const last = this.#start[e + 1]! - 1;
      if (last < this.#start[e]!) continue;
      const t = this.#open[(this.#start[e]! + last) >> 1]!;
      this.#squares[p]! += this.#each[p * this.#slots + t]! * this.#each[p * this.#slots + t]!;
      this.#squares[q]! += this.#each[q * this.#slots + t]! * this.#each[q * this.#slots + t]!;
    }
    this.pairs = count;
    this.work = open.length;
    this.#typical = count > 0 ? sum / count : 1;
    this.best = { sigma: new Float64Array(this.#people), kept: new Float64Array(this.#people).fill(1) };
  }

  /** So many steps downhill from the best point, smoothed to this share of what a table brings. */
  follow(smooth: number, steps: number): void {
    const width = smooth * this.#typical;
    const n = this.#people;
    const now = copyOf(this.best);
    const ahead = copyOf(this.best);
    const slope: Point = { sigma: new Float64Array(n), kept: new Float64Array(n) };
    let momentum = 1;
    for (let i = 0; i < steps; i++) {
      this.#look(ahead, width, slope);
      const next = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
      const push = (momentum - 1) / next;
      momentum = next;
      for (let p = 0; p < n; p++) {
        const bySigma = (2 * this.#tables[p]!) / width;
        const was = now.sigma[p]!;
        now.sigma[p] = bySigma > 0 ? Math.max(0, ahead.sigma[p]! - slope.sigma[p]! / bySigma) : 0;
        ahead.sigma[p] = Math.max(0, now.sigma[p]! + push * (now.sigma[p]! - was));
        const byKept = (2 * this.#squares[p]!) / width;
        const before = now.kept[p]!;
        now.kept[p] = byKept > 0 ? Math.min(1, Math.max(0, ahead.kept[p]! - slope.kept[p]! / byKept)) : 1;
        ahead.kept[p] = Math.min(1, Math.max(0, now.kept[p]! + push * (now.kept[p]! - before)));
      }
    }
    this.#look(now, width, slope);
  }

  /** The bound at a point, kept if it is the least so far, and the slopes of the smoothed one. */
  #look(point: Point, width: number, slope: Point): void {
    const { sigma, kept } = point;
    const [each, kappa] = [this.#each, this.#kappa];
    let sum = 0;
    for (let p = 0; p < this.#people; p++) {
      sum += this.#mates[p]! * sigma[p]! + this.#time[p]! * kept[p]!;
      slope.sigma[p] = this.#mates[p]!;
      slope.kept[p] = this.#time[p]!;
    }
    for (let e = 0; e < this.#p.length; e++) {
      const [p, q] = [this.#p[e]!, this.#q[e]!];
      const [ofP, ofQ] = [p * this.#slots, q * this.#slots];
      let least = Infinity;
      let cheapest = 0;
      for (let i = this.#start[e]!; i < this.#start[e + 1]!; i++) {
        const t = this.#open[i]!;
        const price = kept[p]! * each[ofP + t]! + kept[q]! * each[ofQ + t]! + kappa[t]!;
        if (price >= least) continue;
        least = price;
        cheapest = t;
      }
      const meeting = least === Infinity ? -Infinity : this.#meeting[e]! - least;
      const table = this.#table[e]! > 0 ? this.#table[e]! - sigma[p]! - sigma[q]! : -Infinity;
      sum += Math.max(0, meeting, table);
      // The nearest point of shares that sum to 1, a meeting's first.
      const [a, b] = shares(meeting / width, table / width);
      if (b > 0) {
        slope.sigma[p]! -= b;
        slope.sigma[q]! -= b;
      }
      if (a > 0) {
        slope.kept[p]! -= a * each[ofP + cheapest]!;
        slope.kept[q]! -= a * each[ofQ + cheapest]!;
      }
    }
    if (sum >= this.#least) return;
    this.#least = sum;
    this.best = copyOf(point);
  }
}

/** The shares of a and b beside nothing (0): the projection of (a, b, 0) on shares that sum to 1 (Duchi et al. 2008). */
function shares(a: number, b: number): [number, number] {
  // All three, the two largest, or the largest alone have a share.
  if (a === -Infinity && b === -Infinity) return [0, 0];
  const three = (a + b - 1) / 3;
  if (a > three && b > three && 0 > three) return [a - three, b - three];
  const [high, low] = a >= b ? [a, b] : [b, a];
  // Without the least of a, b and 0.
  const second = Math.max(low, 0);
  const top = Math.max(high, 0);
  if (top - second >= 1) return high <= 0 ? [0, 0] : a >= b ? [1, 0] : [0, 1];
  if (low >= 0) {
    const two = (high + low - 1) / 2;
    return a >= b ? [high - two, low - two] : [low - two, high - two];
  }
  const share = Math.min(1, Math.max(0, (high + 1) / 2));
  return a >= b ? [share, 0] : [0, share];
}

function copyOf({ sigma, kept }: Point): Point {
  return { sigma: sigma.slice(), kept: kept.slice() };
}
