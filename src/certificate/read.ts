// A certificate against its event: ids become indices, and what cannot be a certificate of this event is refused with a
// reason. Called by certificate.ts. It computes no bound.

import type { Certificate } from "../bound.js";
import { certificateSchema } from "../bound.js";
import type { Facts } from "../rules/facts.js";
import { hashOf } from "../rules/facts/hash.js";
import { ceilDivide } from "./exact.js";
import { canMeet } from "./slots.js";
import { canSearch } from "./tables.js";

/** Why a certificate proves nothing. */
export type Refusal =
  | "malformed" // not of the shape: negative or broken numbers among others
  | "other-event"
  | "unknown-id"
  | "wrong-length" // not one price for each slot
  | "no-maximum" // a price on a maximum that somebody does not have
  | "no-places" // a price on room, which is unlimited
  | "not-exclusive" // a price on partners of an organisation of which any number may be met
  | "out-of-range" // a, S0 or w
  | "twice"
  | "too-large" // a value that is no safe number
  | "too-long" // tables that take too long to check
  | "other-value"; // the bound states another value than the certificate proves

/** A refusal; `at` is the path of what is wrong, from the certificate on. */
export interface Refused {
  ok: false;
  reason: Refusal;
  at: readonly (string | number)[];
}

/** The prices by index, in units of 1 / scale. */
export interface Prices {
  scale: number;
  /** [participant x slots + slot] */
  pi: Float64Array;
  kappa: Float64Array;
  mu: Float64Array;
  sigma: Float64Array;
  /** Per mille off pi and mu, by participant, where tables count. */
  discount: Float64Array;
  /** a, and S0, of each participant. */
  slope: Float64Array;
  touch: Float64Array;
  /** w of each entry of the wish table. */
  organisation: Float64Array;
  /** Price of one more partner of an organisation, by exclusiveKey(). */
  exclusive: Map<number, number>;
  /** Of whole tables; null where seats have sigma alone. */
  tables: TableCosts | null;
  holes: boolean;
}

/** Prices of whole tables. */
export interface TableCosts {
  /** [side]: 1 for those of the core. */
  core: Uint8Array;
  depth: number;
  /** [meal][participant] */
  seats: Float64Array[];
  /** [meal]: by seats of the table. */
  tables: Map<number, number>[];
  /** By pair. */
  pairs: Map<number, number>;
}

/** Of a participant and another organisation, by index. */
export function exclusiveKey(facts: Facts, p: number, organisation: number): number {
  return p * facts.organisations.length + organisation;
}

/** Price of p meeting one more participant of q's organisation. */
export function exclusivePrice(facts: Facts, prices: Prices, p: number, q: number): number {
  if (prices.exclusive.size === 0) return 0;
  return prices.exclusive.get(exclusiveKey(facts, p, facts.people[q]!.organisation)) ?? 0;
}

/** Reads a certificate of this event. */
export function readCertificate(facts: Facts, given: unknown): Prices | Refused {
  const parsed = certificateSchema.safeParse(given);
  if (!parsed.success) return refuse("malformed", ...(parsed.error.issues[0]!.path as (string | number)[]));
  const certificate = parsed.data;
  if (certificate.event !== hashOf(facts)) return refuse("other-event", "event");
  const n = facts.people.length;
  const slots = facts.calendar.slots.length;
  const prices: Prices = {
    scale: certificate.scale,
    pi: new Float64Array(n * slots),
    kappa: new Float64Array(slots),
    mu: new Float64Array(n),
    sigma: new Float64Array(n),
    discount: new Float64Array(n),
    slope: new Float64Array(n),
    touch: Float64Array.from({ length: n }, (_, p) => facts.best(p)),
    organisation: new Float64Array(facts.spec.wishes.length),
    exclusive: new Map(),
    tables: null,
    holes: certificate.holes === true,
  };
  return (
    refuseTime(facts, certificate, prices) ??
    refusePeople(facts, certificate, prices) ??
    refuseTangents(facts, certificate, prices) ??
    refuseOrganisations(facts, certificate, prices) ??
    refuseExclusive(facts, certificate, prices) ??
    refuseTables(facts, certificate, prices) ??
    prices
  );
}

function refuse(reason: Refusal, ...at: (string | number)[]): Refused {
  return { ok: false, reason, at };
}

function refuseTime(facts: Facts, { pi = {}, kappa }: Certificate, prices: Prices): Refused | undefined {
  const slots = prices.kappa.length;
  for (const [id, list] of Object.entries(pi)) {
    const p = facts.personIndex.get(id);
    if (p === undefined) return refuse("unknown-id", "pi", id);
    if (list.length !== slots) return refuse("wrong-length", "pi", id);
    prices.pi.set(list, p * slots);
  }
  if (kappa === undefined) return undefined;
  if (kappa.length !== slots) return refuse("wrong-length", "kappa");
  if (facts.places.length === 0 && kappa.some((price) => price > 0)) return refuse("no-places", "kappa");
  prices.kappa.set(kappa);
  return undefined;
}

function refusePeople(
  facts: Facts,
  { mu = {}, sigma = {}, discount = {} }: Certificate,
  prices: Prices,
): Refused | undefined {
  for (const [id, price] of Object.entries(mu)) {
    const p = facts.personIndex.get(id);
    if (p === undefined) return refuse("unknown-id", "mu", id);
    if (price > 0 && facts.people[p]!.maximum === Infinity) return refuse("no-maximum", "mu", id);
    prices.mu[p] = price;
  }
  for (const [id, price] of Object.entries(sigma)) {
    const p = facts.personIndex.get(id);
    if (p === undefined) return refuse("unknown-id", "sigma", id);
    prices.sigma[p] = price;
  }
  for (const [id, perMille] of Object.entries(discount)) {
    const p = facts.personIndex.get(id);
    if (p === undefined) return refuse("unknown-id", "discount", id);
    prices.discount[p] = perMille;
  }
  return undefined;
}

/** The prices where tables count: time and maxima with their discount, rounded up. */
export function discounted(prices: Prices): Prices {
  const slots = prices.kappa.length;
  const left = (price: number, p: number): number => {
    const off = prices.discount[p]!;
    return off === 0 ? price : Number(ceilDivide(BigInt(price) * BigInt(1000 - off), 1000n));
  };
  const mu = prices.mu.map(left);
  return { ...prices, mu, pi: prices.pi.map((price, i) => (price === 0 ? 0 : left(price, Math.floor(i / slots)))) };
}

function refuseTangents(facts: Facts, { tangents = {} }: Certificate, prices: Prices): Refused | undefined {
  for (const [id, [a, touch]] of Object.entries(tangents)) {
    const p = facts.personIndex.get(id);
    if (p === undefined) return refuse("unknown-id", "tangents", id);
    if (a > facts.rules.guarantee * prices.scale) return refuse("out-of-range", "tangents", id, 0);
    if (touch > facts.best(p)) return refuse("out-of-range", "tangents", id, 1);
    prices.slope[p] = a;
    prices.touch[p] = touch;
  }
  return undefined;
}

function refuseOrganisations(facts: Facts, { organisations = [] }: Certificate, prices: Prices): Refused | undefined {
  const seen = new Set<number>();
  for (const [i, [id, name, w]] of organisations.entries()) {
    const p = facts.personIndex.get(id);
    if (p === undefined) return refuse("unknown-id", "organisations", i, 0);
    const members = facts.organisations[facts.organisationIndex.get(name) ?? -1]?.members;
    const wish = members === undefined ? -1 : facts.organisationWish(p, members[0]!);
    if (wish < 0) return refuse("unknown-id", "organisations", i, 1);
    if (seen.has(wish)) return refuse("twice", "organisations", i);
    seen.add(wish);
    if (BigInt(w) > worth(facts, prices, wish)) return refuse("out-of-range", "organisations", i, 2);
    prices.organisation[wish] = w;
  }
  return undefined;
}

function refuseExclusive(facts: Facts, { exclusive = [] }: Certificate, prices: Prices): Refused | undefined {
  if (exclusive.length > 0 && !facts.rules.onePerOrganisation) return refuse("not-exclusive", "exclusive");
  for (const [i, [id, name, price]] of exclusive.entries()) {
    const p = facts.personIndex.get(id);
    const organisation = facts.organisationIndex.get(name);
    if (p === undefined) return refuse("unknown-id", "exclusive", i, 0);
    if (organisation === undefined) return refuse("unknown-id", "exclusive", i, 1);
    // Colleagues may meet as many of each other as they like.
    if (facts.people[p]!.organisation === organisation) return refuse("not-exclusive", "exclusive", i, 1);
    const key = exclusiveKey(facts, p, organisation);
    if (prices.exclusive.has(key)) return refuse("twice", "exclusive", i);
    prices.exclusive.set(key, price);
  }
  return undefined;
}

function refuseTables(facts: Facts, { tables: given }: Certificate, prices: Prices): Refused | undefined {
  if (given === undefined) return undefined;
  const { personIndex, mealIndex, meals, people } = facts;
  const costs: TableCosts = {
    core: new Uint8Array(facts.sideIds.length),
    depth: given.depth,
    seats: meals.map(() => new Float64Array(people.length)),
    tables: meals.map(() => new Map()),
    pairs: new Map(),
  };
  for (const [i, id] of given.core.entries()) {
    const side = facts.sideIds.indexOf(id);
    if (side < 0) return refuse("unknown-id", "tables", "core", i);
    costs.core[side] = 1;
  }
  const core = people.filter(({ side }) => costs.core[side]).length;
  if (!canSearch(core, given.depth)) return refuse("out-of-range", "tables", "depth");
  const listed = new Set<number>();
  for (const [i, [session, seats]] of given.seats.entries()) {
    const meal = mealIndex.get(session);
    if (meal === undefined) return refuse("unknown-id", "tables", "seats", i, 0);
    if (listed.has(meal)) return refuse("twice", "tables", "seats", i);
    listed.add(meal);
    for (const [id, price] of Object.entries(seats)) {
      const p = personIndex.get(id);
      if (p === undefined) return refuse("unknown-id", "tables", "seats", i, 1, id);
      costs.seats[meal]![p] = price;
    }
  }
  for (const [i, [session, seats, price]] of (given.prices ?? []).entries()) {
    const meal = mealIndex.get(session);
    if (meal === undefined) return refuse("unknown-id", "tables", "prices", i, 0);
    if (costs.tables[meal]!.has(seats)) return refuse("twice", "tables", "prices", i);
    costs.tables[meal]!.set(seats, price);
  }
  for (const [i, [a, b, price]] of (given.pairs ?? []).entries()) {
    const [p, q] = [personIndex.get(a), personIndex.get(b)];
    if (p === undefined || q === undefined) return refuse("unknown-id", "tables", "pairs", i);
    const key = facts.pairKey(p, q);
    if (costs.pairs.has(key)) return refuse("twice", "tables", "pairs", i);
    costs.pairs.set(key, price);
  }
  prices.tables = costs;
  return undefined;
}

/** C: what a wish for an organisation is worth once; 0 when nobody of it can be met. */
export function worth(facts: Facts, prices: Prices, wish: number): bigint {
  const { wishes, organisations } = facts;
  const p = wishes.from[wish]!;
  const { members } = organisations[wishes.organisation[wish]!]!;
  if (!members.some((q) => canMeet(facts, p, q))) return 0n;
  return BigInt(wishes.weight[wish]!) * BigInt(prices.scale) + BigInt(pointsSlope(facts, prices, wish));
}

/** What the points of a wish add by the tangent of who wishes, rounded up: 2 x fairness x (B - S0) x points / (100 x B). */
export function pointsSlope(facts: Facts, prices: Prices, wish: number): number {
  const { wishes, rules } = facts;
  const p = wishes.from[wish]!;
  const best = facts.best(p);
  const short = best - prices.touch[p]!;
  const points = wishes.points[wish]!;
  if (rules.fairness === 0 || short === 0 || points === 0) return 0;
  const top = 2 * prices.scale * rules.fairness * short * points;
  const bottom = 100 * best;
  if (top < Number.MAX_SAFE_INTEGER) {
    const rest = top % bottom;
    return (top - rest) / bottom + (rest > 0 ? 1 : 0);
  }
  const exact = BigInt(2 * prices.scale) * BigInt(rules.fairness) * BigInt(short) * BigInt(points);
  return Number(ceilDivide(exact, BigInt(bottom)));
}
