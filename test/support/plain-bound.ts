// The bound of a certificate as section 7 of the model writes it, in BigInt and over all pairs of people: slow and obvious.
// Used to check the check. Without holes, and without the grain of scores.

import type { Certificate } from "../../src/bound.js";
import { shareOf } from "../../src/measure.js";
import type { Facts } from "../../src/rules/facts.js";

/** The largest whole number not above the bound. */
export function plainBound(facts: Facts, certificate: Certificate): bigint {
  const { people, rules, calendar, wishes, organisations, meals, places } = facts;
  const scale = BigInt(certificate.scale);
  const of = <T>(record: object | undefined, p: number, none: T): T =>
    record !== undefined && Object.hasOwn(record, people[p]!.id) ? (record as Record<string, T>)[people[p]!.id]! : none;
  const off = (p: number): bigint => BigInt(meals.length === 0 ? 0 : of(certificate.discount, p, 0));
  const kept = (price: number, p: number): bigint => up(BigInt(price) * (1000n - off(p)), 1000n);
  const pi = (p: number, t: number): bigint => kept(of<number[]>(certificate.pi, p, [])[t] ?? 0, p);
  const kappa = (t: number): bigint => BigInt(certificate.kappa?.[t] ?? 0);
  const mu = (p: number): bigint => kept(of(certificate.mu, p, 0), p);
  const sigma = (p: number): bigint => BigInt(of(certificate.sigma, p, 0));
  const touch = (p: number): bigint => BigInt(of<number[]>(certificate.tangents, p, [])[1] ?? facts.best(p));
  const a = (p: number): bigint => BigInt(of<number[]>(certificate.tangents, p, [])[0] ?? 0);
  const b = (p: number, points: number): bigint => {
    const best = BigInt(facts.best(p));
    if (best === 0n) return 0n;
    return up(2n * BigInt(rules.fairness) * (best - touch(p)) * BigInt(points) * scale, 100n * best);
  };
  const w = (p: number, organisation: number): bigint => {
    const { name } = organisations[organisation]!;
    const entry = certificate.organisations?.find(([id, o]) => id === people[p]!.id && o === name);
    return BigInt(entry?.[2] ?? 0);
  };
  const own = (p: number, q: number): string | undefined =>
    people[p]!.organisation === people[q]!.organisation ? undefined : organisations[people[q]!.organisation]!.name;
  const xi = (p: number, q: number): bigint => {
    const name = own(p, q);
    const entry = certificate.exclusive?.find(([id, o]) => id === people[p]!.id && o === name);
    return BigInt(name === undefined ? 0 : (entry?.[2] ?? 0));
  };
  const max = (list: bigint[]): bigint => list.reduce((x, y) => (x > y ? x : y));

  let sum = 0n;
  for (const { person, present } of facts.rows) present.forEach((there, t) => (sum += BigInt(there) * pi(person, t)));
  calendar.slots.forEach((_, t) => {
    for (const place of places) if (!place.closed[t]) sum += BigInt(place.capacity) * kappa(t);
  });
  for (const [id, name, price] of certificate.exclusive ?? []) {
    const p = facts.personIndex.get(id)!;
    const taken = people.some(({ index: q }) => own(p, q) === name && facts.locks.has(facts.pairKey(p, q)));
    if (!taken) sum += BigInt(price);
  }
  for (const { index: p, maximum, guaranteed } of people) {
    if (maximum < Infinity) sum += BigInt(maximum) * mu(p);
    sum -= a(p) * BigInt(guaranteed);
    const best = BigInt(facts.best(p));
    if (best > 0n) sum += up(-scale * BigInt(rules.fairness) * (best * best - touch(p) * touch(p)), 100n * best);
  }
  const table = (p: number, q: number): bigint => {
    const refused = facts.vetoes(p, q) || facts.vetoes(q, p) || facts.locks.has(facts.pairKey(p, q));
    if (p === q || refused || !meals.some(({ eats }) => eats[p] && eats[q])) return 0n;
    const alike = people[p]!.organisation === people[q]!.organisation;
    return BigInt(shareOf(facts, p, q) - (alike ? rules.mealColleagues : 0));
  };
  for (const { eats, tables, mix } of meals) {
    const eaters = people.filter(({ index }) => eats[index]);
    for (const { index: p, side } of eaters) {
      const liked = new Set(people.flatMap(({ index: q, side: s }) => (table(p, q) > 0n ? [s] : [])));
      let allowed = 0;
      let others = 0;
      facts.sideIds.forEach((_, s) => {
        const { min, max } = mix.find((one) => one.side === s) ?? { min: 0, max: Infinity };
        if (liked.has(s)) allowed += Math.max(0, s === side ? max - 1 : max);
        else others += Math.max(0, s === side ? min - 1 : min);
      });
      const mates = Math.max(0, ...tables.map(({ seats }) => Math.min(seats - 1 - others, allowed)));
      sum += sigma(p) * BigInt(mates);
    }
    const seats = tables.reduce((n, table) => n + table.seats, 0);
    if (eaters.length > seats) sum -= BigInt(rules.mealSeat) * BigInt(eaters.length - seats) * scale;
  }
  for (const wish of wishes.list) {
    const o = wishes.organisation[wish]!;
    const p = wishes.from[wish]!;
    if (o < 0 || !organisations[o]!.members.some((q) => facts.eligible(p, q) === undefined)) continue;
    sum += BigInt(wishes.weight[wish]!) * scale + b(p, wishes.points[wish]!) - w(p, o);
  }
  const slopes = (p: number, q: number): bigint => {
    const direct = facts.directWish(p, q);
    const own = facts.organisationWish(p, q);
    return a(p) + (direct < 0 ? 0n : b(p, wishes.points[direct]!)) + (own < 0 ? 0n : w(p, people[q]!.organisation));
  };
  const here = (p: number, t: number): boolean => people[p]!.rows.some((r) => facts.rows[r]!.present[t]);
  for (const { index: p } of people) {
    for (let q = p + 1; q < people.length; q++) {
      const eligible = facts.eligible(p, q) === undefined;
      const others = facts.locks.has(facts.pairKey(p, q)) ? 0n : xi(p, q) + xi(q, p);
      const left = (open?: Uint8Array): bigint[] =>
        calendar.slots.flatMap((_, t) => {
          if (!eligible || !here(p, t) || !here(q, t) || facts.blockedIn(p, q, t) || (open && !open[t])) return [];
          const value = BigInt(facts.value(p, q)) * scale + slopes(p, q) + slopes(q, p);
          return [value - pi(p, t) - pi(q, t) - kappa(t) - mu(p) - mu(q) - others];
        });
      const locks = facts.locks.get(facts.pairKey(p, q));
      if (locks) {
        for (const { slots } of locks) if (left(slots).length > 0) sum += max(left(slots));
        continue;
      }
      sum += max([0n, ...left(), table(p, q) * scale - sigma(p) - sigma(q)]);
    }
  }
  return -up(-sum, scale);
}

/** Smallest whole number not below top / bottom. */
function up(top: bigint, bottom: bigint): bigint {
  return top > 0n ? (top + bottom - 1n) / bottom : -(-top / bottom);
}
