// The bound of a certificate as section 7 of the model writes it, in BigInt and over all pairs of people: slow and obvious.
// Used to check the check. Without the fewest holes of locked meetings, and without the grain of scores.

import type { Certificate } from "../../src/bound.js";
import { shareOf } from "../../src/measure.js";
import type { Facts } from "../../src/rules/facts.js";
import { isAllowed } from "../../src/rules/facts/rooms.js";

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
  for (const { person, present } of facts.rows)
    for (const { first, last } of calendar.sessions) {
      const slots = calendar.slots
        .slice(first, last + 1)
        .map(({ index: t }) => (present[t] ? pi(person, t) : undefined));
      sum += dearest(slots, facts, scale);
    }
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
  const { tables: whole } = certificate;
  const isCore = (p: number): boolean => whole?.core.includes(facts.sideIds[people[p]!.side]!) ?? false;
  /** Whether a pair counts at whole tables. */
  const atWhole = (p: number, q: number): boolean => whole !== undefined && isCore(p) !== isCore(q);
  /** What a table still brings a pair that counts at whole ones, by its key. */
  const still = new Map<number, bigint>();
  for (const { eats, tables, mix } of meals) {
    const eaters = people.filter(({ index }) => eats[index]);
    for (const { index: p, side } of eaters) {
      const liked = new Set(people.flatMap(({ index: q, side: s }) => (table(p, q) > 0n && !atWhole(p, q) ? [s] : [])));
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
  const here = (p: number, t: number): boolean => people[p]!.rows.some((r) => facts.rows[r]!.present[t]);
  /** In slot t, at place `at` or at any they may use. */
  const placed = (p: number, q: number, t: number, at?: string): boolean => {
    if (!here(p, t) || !here(q, t) || facts.blockedIn(p, q, t)) return false;
    const allowed = facts.allowedPlaces(p, q);
    const open = places.filter((z) => isAllowed(allowed, z) && !z.closed[t]);
    return places.length === 0 || open.some((z) => at === undefined || z.id === at);
  };
  const meet = (p: number, q: number): boolean =>
    facts.eligible(p, q) === undefined &&
    (facts.locks.has(facts.pairKey(p, q)) || calendar.slots.some((_, t) => placed(p, q, t)));
  for (const wish of wishes.list) {
    const o = wishes.organisation[wish]!;
    const p = wishes.from[wish]!;
    if (o < 0 || !organisations[o]!.members.some((q) => meet(p, q))) continue;
    sum += BigInt(wishes.weight[wish]!) * scale + b(p, wishes.points[wish]!) - w(p, o);
  }
  const slopes = (p: number, q: number): bigint => {
    const direct = facts.directWish(p, q);
    const own = facts.organisationWish(p, q);
    return a(p) + (direct < 0 ? 0n : b(p, wishes.points[direct]!)) + (own < 0 ? 0n : w(p, people[q]!.organisation));
  };
  for (const { index: p } of people) {
    for (let q = p + 1; q < people.length; q++) {
      const eligible = facts.eligible(p, q) === undefined;
      const others = facts.locks.has(facts.pairKey(p, q)) ? 0n : xi(p, q) + xi(q, p);
      const left = (open?: Uint8Array, at?: string): bigint[] =>
        calendar.slots.flatMap((_, t) => {
          if (!eligible || !placed(p, q, t, at) || (open && !open[t])) return [];
          const value = BigInt(facts.value(p, q)) * scale + slopes(p, q) + slopes(q, p);
          return [value - pi(p, t) - pi(q, t) - kappa(t) - mu(p) - mu(q) - others];
        });
      const locks = facts.locks.get(facts.pairKey(p, q));
      if (locks) {
        for (const { slots, place } of locks) if (left(slots, place).length > 0) sum += max(left(slots, place));
        continue;
      }
      if (!atWhole(p, q)) {
        sum += max([0n, ...left(), table(p, q) * scale - sigma(p) - sigma(q)]);
        continue;
      }
      const asked = whole!.pairs?.find(([x, y]) => [people[p]!.id, people[q]!.id].every((id) => id === x || id === y));
      const worth = max([0n, table(p, q) * scale]);
      const price = BigInt(asked?.[2] ?? 0);
      const pays = max([0n, ...left(), price < worth ? price : worth]);
      sum += pays;
      still.set(facts.pairKey(p, q), max([0n, worth - pays]));
    }
  }
  if (whole) {
    for (const meal of meals) {
      const seats = whole.seats.find(([id]) => id === meal.id)?.[1];
      const seat = (p: number): bigint => BigInt(of(seats, p, 0));
      const eaters = people.filter(({ index }) => meal.eats[index]).map(({ index }) => index);
      for (const p of eaters) sum += seat(p);
      const least = (core: boolean): number => mixed(meal, core, "min");
      const most = (core: boolean): number => mixed(meal, core, "max");
      for (const { seats: size } of meal.tables) {
        const price = BigInt(whole.prices?.find(([id, n]) => id === meal.id && n === size)?.[2] ?? 0);
        let dearest = price;
        const inCore = eaters.filter(isCore);
        for (let n = 1; n <= Math.min(inCore.length, most(true), size - Math.max(1, least(false))); n++) {
          const room = Math.min(most(false), size - Math.max(n, least(true)));
          const j = Math.min(n, whole.depth);
          for (const set of setsOf(inCore, j)) {
            const worths = eaters
              .filter((q) => !isCore(q))
              .map((q) => {
                const brings = set.reduce((all, p) => all + (still.get(facts.pairKey(p, q)) ?? 0n), 0n);
                return BigInt(n) * brings - BigInt(j) * seat(q);
              })
              .filter((one) => one > 0n)
              .sort((x, y) => (x > y ? -1 : 1))
              .slice(0, Math.max(0, room));
            const all = worths.reduce((x, y) => x + y, 0n) - set.reduce((x, p) => x + BigInt(n) * seat(p), 0n);
            dearest = max([dearest, up(all, BigInt(j))]);
          }
        }
        sum += dearest;
      }
    }
  }
  /** The fewest or the most at a table, of the core or of the others. */
  function mixed(meal: Facts["meals"][number], core: boolean, end: "min" | "max"): number {
    return facts.sideIds.reduce((n, id, side) => {
      if (whole!.core.includes(id) !== core) return n;
      return n + (meal.mix.find((one) => one.side === side)?.[end] ?? (end === "min" ? 0 : Infinity));
    }, 0);
  }
  return -up(-sum, scale);
}

/** All sets of so many. */
function setsOf(list: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return list.flatMap((one, i) => setsOf(list.slice(i + 1), size - 1).map((set) => [one, ...set]));
}

/** The most that slots of a session are worth: prices of the held ones, less idle slots and holes, without too long a run. */
function dearest(slots: readonly (bigint | undefined)[], { rules }: Facts, scale: bigint): bigint {
  const known = new Map<string, bigint>();
  /** From slot t on, after `run` meetings in a row (0: none just now), with `held` meetings before. */
  const from = (t: number, run: number, held: boolean): bigint => {
    const key = `${t} ${run} ${held}`;
    if (t === slots.length) return 0n;
    if (!known.has(key)) {
      const price = slots[t];
      const ways = [0n];
      if (price !== undefined && run < (rules.maxConsecutive ?? Infinity))
        ways.push(price + from(t + 1, run + 1, true));
      if (!held) ways.push(from(t + 1, 0, false));
      for (let next = t + 1; held && run > 0 && next < slots.length; next++) {
        // Idle up to the meeting in `next`.
        const idle = slots.slice(t, next).filter((one) => one !== undefined).length;
        const cost = BigInt(rules.gap * idle + rules.hole) * scale;
        if (slots[next] !== undefined && (rules.maxConsecutive ?? 1) > 0)
          ways.push(slots[next]! + from(next + 1, 1, true) - cost);
      }
      known.set(
        key,
        ways.reduce((x, y) => (x > y ? x : y)),
      );
    }
    return known.get(key)!;
  };
  return from(0, 0, false);
}

/** Smallest whole number not below top / bottom. */
function up(top: bigint, bottom: bigint): bigint {
  return top > 0n ? (top + bottom - 1n) / bottom : -(-top / bottom);
}
