// What the prices of a certificate prove (section 7 of the model): a number that no feasible schedule of the event can
// pass, recomputed from event and prices alone in exact integer arithmetic. Called by verify and whoever holds a
// certificate. It trusts nobody: prices that are bad give a high bound, never a wrong one; what is no certificate of this
// event is refused. Reading stands in certificate/read.ts, holes in holes.ts, the grain of scores in grain.ts.

import type { Bound, BoundParts } from "./bound.js";
import { daysWorth } from "./certificate/days.js";
import { floorDivide, scaled, Sum, type Integer } from "./certificate/exact.js";
import { floorToGrain } from "./certificate/grain.js";
import { holesByPerson, type PersonHoles } from "./certificate/holes.js";
import { mostMates } from "./certificate/mates.js";
import { openPairs, type Pair } from "./certificate/pairs.js";
import {
  discounted,
  exclusiveKey,
  exclusivePrice,
  pointsSlope,
  readCertificate,
  worth,
  type Prices,
  type Refused,
} from "./certificate/read.js";
import { lockSlots, openRoom, pairSlots, slotsIn } from "./certificate/slots.js";
import { graphOf, layoutsOf, TableSearch, type DearTable, type SeatedPairs } from "./certificate/tables.js";
import { unfairness } from "./measure.js";
import { factsOf, type Facts } from "./rules/facts.js";
import type { EventSpec } from "./spec/schema.js";
import { SCORE_KEYS } from "./schedule.js";

export type { Refusal, Refused } from "./certificate/read.js";
export type { PersonHoles } from "./certificate/holes.js";

/** What is proved. */
export interface Proof {
  ok: true;
  /** No feasible schedule of this event has a larger total. */
  value: number;
  parts: BoundParts;
  /** No feasible schedule has a larger total without its meals; `value` where the event has none. */
  meetings: number;
  /** Participants whose locked meetings cannot all be held: with any, no schedule is feasible and `value` says nothing. */
  impossible: string[];
  /** The fewest holes of each person they count for; empty where the certificate does not ask for them. */
  holes: PersonHoles[];
}

/** What the certificate proves about the event, or why it proves nothing. */
export function checkCertificate(event: Facts | EventSpec, certificate: unknown): Proof | Refused {
  const facts = "people" in event ? event : factsOf(event);
  const prices = readCertificate(facts, certificate);
  return "ok" in prices ? prices : prove(facts, prices);
}

/** As checkCertificate, for a bound that states what it proves: another number, or other parts, are refused. */
export function checkBound(event: Facts | EventSpec, bound: Bound): Proof | Refused {
  const proof = checkCertificate(event, bound.certificate);
  if (!proof.ok) return proof;
  if (proof.value !== bound.value) return { ok: false, reason: "other-value", at: ["value"] };
  const wrong = SCORE_KEYS.find((key) => proof.parts[key] !== bound.parts[key]);
  return wrong === undefined ? proof : { ok: false, reason: "other-value", at: ["parts", wrong] };
}

/** As gapOf, of the total without the meals. */
export function meetingsGapOf(total: number, { meetings, parts: { guarantee, fairness, gap } }: Proof): number {
  return (meetings - total) / Math.max(1, meetings - guarantee - fairness - gap);
}

/**
 * The gap between a total and a bound of it, as a share: (value - total) / max(1, wishes and meals of the bound).
 */
export function gapOf(total: number, value: number, { wishes, meals }: BoundParts): number {
  return (value - total) / Math.max(1, wishes + meals);
}

function prove(facts: Facts, prices: Prices): Proof | Refused {
  const { rules } = facts;
  const asked = prices.holes && (rules.hole > 0 || rules.maxHoles !== undefined);
  const holes = asked ? holesByPerson(facts) : [];
  const fewest = holes.reduce((sum, one) => sum + (one.fewest ?? 0), 0);
  const gap = 0 - rules.hole * fewest;

  // With meals, meetings alone have a bound of their own: time costs all of its price there, for no table makes up for it.
  const counted = new Set(holes.flatMap(({ person, fewest: some }) => (some === 0 ? [] : [person])));
  const alone = priced(facts, prices, counted, false);
  const whole = facts.meals.length === 0 ? alone : priced(facts, discounted(prices), counted, true);
  if ("ok" in whole) return whole;
  for (const { person, fewest: none } of holes) if (none === undefined) whole.impossible.add(person);

  const scale = BigInt(prices.scale);
  const exact = floorDivide(whole.meetings.value + whole.meals.value, scale) + BigInt(gap);
  if (!isSafe(exact)) return tooLarge("value");
  const value = floorToGrain(facts, Number(exact));
  const meetings = floorDivide(alone.meetings.value, scale) + BigInt(gap);
  if (!isSafe(meetings)) return tooLarge("meetings");
  // The parts say where the bound sees losses. `wishes` is what is left, so that they sum to the value.
  const table = floorDivide(whole.meals.value, scale);
  const guarantee = 0 - unavoidable(facts, whole.options);
  const fairness = 0 - touched(facts, prices);
  const wishes = BigInt(value) - BigInt(guarantee) - BigInt(fairness) - BigInt(gap) - table;
  if (!isSafe(wishes) || !isSafe(table)) return tooLarge("parts");
  const parts = { wishes: Number(wishes), guarantee, fairness, gap, walk: 0, meals: Number(table) };
  return {
    ok: true,
    value,
    parts,
    meetings: facts.meals.length === 0 ? value : Number(meetings),
    impossible: [...whole.impossible].map((p) => facts.people[p]!.id),
    holes,
  };
}

/** What prices bound, in units of 1 / scale. */
interface Priced {
  meetings: Sum;
  meals: Sum;
  /** People with a locked meeting that cannot be held. */
  impossible: Set<number>;
  /** Meetings each participant could have at all. */
  options: Float64Array;
}

/**
 * Of meetings, and with `tables` of seats: then a pair counts once, in a meeting or at a table. Holes of `counted` people
 * are counted elsewhere.
 */
function priced(facts: Facts, prices: Prices, counted: ReadonlySet<number>, tables: false): Priced;
function priced(facts: Facts, prices: Prices, counted: ReadonlySet<number>, tables: boolean): Priced | Refused;
function priced(facts: Facts, prices: Prices, counted: ReadonlySet<number>, tables: boolean): Priced | Refused {
  const meetings = new Sum();
  const meals = new Sum();
  const impossible = new Set<number>();
  const options = new Float64Array(facts.people.length);
  addRoom(facts, prices, counted, meetings);
  if (tables) addSeats(facts, prices, meals);
  addExclusive(facts, prices, meetings);
  addOrganisations(facts, prices, meetings);
  const seated = addOpenPairs(facts, prices, tables, { meetings, meals }, options);
  const refused = seated && addTables(facts, prices, seated, meals);
  if (refused) return refused;
  addLocks(facts, prices, meetings, options, impossible);
  addTangents(facts, prices, meetings);
  return { meetings, meals, impossible, options };
}

function isSafe(x: bigint): boolean {
  return x <= BigInt(Number.MAX_SAFE_INTEGER) && x >= BigInt(Number.MIN_SAFE_INTEGER);
}

function tooLarge(at: string): Refused {
  return { ok: false, reason: "too-large", at: [at] };
}

/** What the prices pay for: time, as much of it as a day can hold; room; maxima. */
function addRoom(facts: Facts, prices: Prices, counted: ReadonlySet<number>, meetings: Sum): void {
  const slots = prices.kappa.length;
  for (const { index } of facts.people) meetings.add(daysWorth(facts, prices, index, !counted.has(index)));
  for (let t = 0; t < slots; t++) {
    if (prices.kappa[t]! > 0) meetings.addProduct(openRoom(facts, t), prices.kappa[t]!);
  }
  for (const { index, maximum } of facts.people) {
    if (prices.mu[index]! > 0) meetings.addProduct(maximum, prices.mu[index]!);
  }
}

/** Seat-mates who bring something, and what seats cost that do not exist. */
function addSeats(facts: Facts, prices: Prices, meals: Sum): void {
  const { sigma, scale } = prices;
  mostMates(facts, (p, q) => !atWholeTables(facts, prices, p, q)).forEach((mates, p) =>
    meals.addProduct(mates, sigma[p]!),
  );
  for (const { eats, tables } of facts.meals) {
    const eaters = eats.reduce((sum, one) => sum + one, 0);
    const missing = Math.max(0, eaters - tables.reduce((sum, { seats }) => sum + seats, 0));
    meals.add(scaled(0 - facts.rules.mealSeat * missing, scale, 0));
  }
}

/** One partner of another organisation, unless a locked meeting is it already. */
function addExclusive(facts: Facts, { exclusive }: Prices, meetings: Sum): void {
  if (exclusive.size === 0) return;
  const taken = new Set<number>();
  for (const [lock] of facts.locks.values()) {
    const { p, q } = lock!;
    taken.add(exclusiveKey(facts, p, facts.people[q]!.organisation));
    taken.add(exclusiveKey(facts, q, facts.people[p]!.organisation));
  }
  for (const [key, price] of exclusive) if (!taken.has(key)) meetings.add(price);
}

/** C - w of every wish for an organisation. */
function addOrganisations(facts: Facts, prices: Prices, meetings: Sum): void {
  const { wishes } = facts;
  for (const wish of wishes.list) {
    if (wishes.organisation[wish]! < 0) continue;
    meetings.add(worth(facts, prices, wish));
    meetings.add(0 - prices.organisation[wish]!);
  }
}

/** Whether a pair counts at whole tables: one of it is of the core. */
function atWholeTables({ people }: Facts, { tables }: Prices, p: number, q: number): boolean {
  return tables !== null && tables.core[people[p]!.side] !== tables.core[people[q]!.side];
}

/**
 * Of every pair that is not locked: what its best slot, or a table, leaves after prices; nothing where that is less. Gives
 * the pairs that count at whole tables, with what is left of them there.
 */
function addOpenPairs(
  facts: Facts,
  prices: Prices,
  tables: boolean,
  { meetings, meals }: Record<"meetings" | "meals", Sum>,
  options: Float64Array,
): SeatedPairs | null {
  const mask = new Uint32Array(facts.words);
  const slots: number[] = [];
  const seated = tables && prices.tables ? { core: [], others: [], brings: [] } : null;
  for (const pair of openPairs(facts)) {
    const { p, q, value, table } = pair;
    let best: Integer = 0;
    slots.length = 0;
    if (value !== undefined) slotsIn(pairSlots(facts, p, q, mask), slots);
    if (value !== undefined && slots.length > 0) {
      options[p]!++;
      options[q]!++;
      const others = exclusivePrice(facts, prices, p, q) + exclusivePrice(facts, prices, q, p);
      best = meetingLeft(facts, prices, p, q, value, slots, others);
    }
    const left = tables && table > 0 ? seatLeft(facts, prices, pair, best, seated) : 0;
    if (left > 0 && left > best) meals.add(left);
    else if (best > 0) meetings.add(best);
  }
  return seated;
}

/** What a table leaves of a pair that it brings something; at whole tables what the pair pays to count, its rest is `seated`. */
function seatLeft(
  facts: Facts,
  prices: Prices,
  { p, q, table }: Pair,
  best: Integer,
  seated: SeatedPairs | null,
): Integer {
  if (!seated || !atWholeTables(facts, prices, p, q))
    return scaled(table, prices.scale, 0 - prices.sigma[p]! - prices.sigma[q]!);
  const worth = scaled(table, prices.scale, 0);
  const asked = prices.tables!.pairs.get(facts.pairKey(p, q)) ?? 0;
  const paid = asked < worth ? asked : worth;
  const rest = BigInt(worth) - BigInt(best > paid ? best : paid);
  if (rest > 0n) {
    const isCore = prices.tables!.core[facts.people[p]!.side] === 1;
    seated.core.push(isCore ? p : q);
    seated.others.push(isCore ? q : p);
    seated.brings.push(Number(rest));
  }
  return paid;
}

/** Pairs that the check of tables looks at; who asks for more is refused. */
const EFFORT = 1_500_000_000;

/** Seats and tables, each table at least as dear as the dearest set of people that could sit at it. */
function addTables(facts: Facts, prices: Prices, seated: SeatedPairs, meals: Sum): Refused | undefined {
  const { core, depth, seats, tables } = prices.tables!;
  const effort = { left: EFFORT };
  for (const [m, layout] of layoutsOf(facts, core).entries()) {
    const costs = {
      core: Float64Array.from(layout.core, (p) => seats[m]![p]!),
      others: Float64Array.from(layout.others, (p) => seats[m]![p]!),
    };
    const asked = layout.sizes.map((size) => tables[m]!.get(size.seats) ?? 0);
    const graph = graphOf(layout, seated);
    // All that is multiplied and added up in the search stays exact.
    const largest = [...costs.core, ...costs.others, ...asked, ...graph.brings].reduce((a, b) => Math.max(a, b), 1);
    const together = Math.min(layout.sizes[0]?.seats ?? 0, layout.core.length + layout.others.length);
    if (largest * together ** 2 * depth > 2 ** 50) return tooLarge("tables");
    const dearest = asked.slice();
    const visit = ({ size, excess }: DearTable): void => {
      dearest[size] = Math.max(dearest[size]!, asked[size]! + excess);
    };
    if (!new TableSearch(graph).run(layout, costs, asked, depth, effort, visit))
      return { ok: false, reason: "too-long", at: ["tables"] };
    for (const list of [costs.core, costs.others]) for (const price of list) meals.add(price);
    layout.sizes.forEach(({ count }, i) => meals.addProduct(count, dearest[i]!));
  }
  return undefined;
}

/** Of every locked meeting: what its best slot leaves; it may be a loss, for it must be held. */
function addLocks(facts: Facts, prices: Prices, meetings: Sum, options: Float64Array, impossible: Set<number>): void {
  for (const list of facts.locks.values()) {
    for (const lock of list) {
      const { p, q } = lock;
      options[p]!++;
      options[q]!++;
      const slots = lockSlots(facts, lock);
      if (slots.length > 0 && facts.eligible(p, q) === undefined)
        meetings.add(meetingLeft(facts, prices, p, q, facts.value(p, q), slots));
      else [p, q].forEach((person) => impossible.add(person));
    }
  }
}

/** v'[e] less the prices of both people, the cheapest of the slots, and `others`, in units of 1 / scale. */
export function meetingLeft(
  facts: Facts,
  prices: Prices,
  p: number,
  q: number,
  value: number,
  slots: readonly number[],
  others = 0,
): Integer {
  const { pi, kappa, mu, slope } = prices;
  const n = kappa.length;
  let cheapest = Infinity;
  for (const t of slots) {
    const price = pi[p * n + t]! + pi[q * n + t]! + kappa[t]!;
    if (price < cheapest) cheapest = price;
  }
  const more = slope[p]! + slope[q]! + wishSlopes(facts, prices, p, q) + wishSlopes(facts, prices, q, p);
  return scaled(value, prices.scale, more - mu[p]! - mu[q]! - cheapest - others);
}

/** What the tangents of p add to a meeting with q: by the points of a direct wish, and w of one for the organisation. */
function wishSlopes(facts: Facts, prices: Prices, p: number, q: number): number {
  const direct = facts.directWish(p, q);
  const shared = facts.organisationWish(p, q);
  return (direct < 0 ? 0 : pointsSlope(facts, prices, direct)) + (shared < 0 ? 0 : prices.organisation[shared]!);
}

/** Constants of the tangents: - a x guaranteed, and - fairness x (B^2 - S0^2) / (100 x B), rounded up. */
function addTangents(facts: Facts, prices: Prices, meetings: Sum): void {
  for (const { index, guaranteed } of facts.people) {
    meetings.addProduct(0 - guaranteed, prices.slope[index]!);
    const best = facts.best(index);
    const touch = prices.touch[index]!;
    if (facts.rules.fairness === 0 || best === touch) continue;
    const square = BigInt(best - touch) * BigInt(best + touch);
    const loss = BigInt(prices.scale) * BigInt(facts.rules.fairness) * square;
    meetings.add(-floorDivide(loss, BigInt(100 * best)));
  }
}

/** What guarantees cost that nobody could keep: more promised than there are partners, slots or the maximum. */
function unavoidable(facts: Facts, options: Float64Array): number {
  let missing = 0;
  for (const { index, guaranteed, maximum, rows } of facts.people) {
    const open = rows.reduce((sum, row) => sum + facts.rows[row]!.open, 0);
    missing += Math.max(0, guaranteed - Math.min(maximum, open, options[index]!));
  }
  return facts.rules.guarantee * missing;
}

/** What fairness costs where the tangents touch. */
function touched(facts: Facts, prices: Prices): number {
  let sum = 0;
  for (const { index } of facts.people)
    sum += unfairness(facts.rules.fairness, facts.best(index), prices.touch[index]!);
  return sum;
}
