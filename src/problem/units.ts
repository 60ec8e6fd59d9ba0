// Units: the meetings that can be held, one per eligible pair or one per lock of a locked pair, with what each is worth,
// the slots it may be held in and the places it may use. Part of compile.ts.

import { coverageFlags } from "../spec/calendar.js";
import { setBit, type Entities } from "./entities.js";
import { matcher, type Eligibility, type Relation } from "./pairs.js";

/** Units in order of pairs; see assembly/layout.ts for each list. */
export type Units = ReturnType<typeof unitsOf>;

/** One unit per pair, or one per lock of a locked pair, with the slots and places it may use. */
export function unitsOf(e: Entities, pairs: readonly Relation[], eligibility: Eligibility) {
  const n = e.spec.participants.length;
  const locks = new Map<number, number[]>();
  e.spec.locked.forEach((lock, i) => {
    const [a, b] = lock.participants.map((id) => e.participant.get(id)!) as [number, number];
    const key = Math.min(a, b) * n + Math.max(a, b);
    locks.set(key, [...(locks.get(key) ?? []), i]);
  });
  const count = pairs.reduce((sum, r) => sum + (locks.get(r.p * n + r.q)?.length ?? 1), 0);
  const numbers = (): Int32Array => new Int32Array(count);
  const sets: number[] = [];
  const u = {
    p: numbers(),
    q: numbers(),
    pair: numbers(),
    lock: numbers(),
    locked: numbers(),
    slots: new Int32Array(count * e.words),
    value: new Float64Array(count),
    pointsP: numbers(),
    pointsQ: numbers(),
    groupP: numbers(),
    groupQ: numbers(),
    placeA: numbers(),
    placeB: numbers(),
    pool: numbers(),
    blocked: numbers(),
    within: numbers(),
    lockPlace: numbers(),
    sets,
    pairUnit: new Int32Array(pairs.length + 1),
  };
  const addSet = (set: Int32Array): number => {
    sets.push(...set);
    return sets.length / e.words - 1;
  };
  const value = valuer(e);
  const common = new Int32Array(e.words);
  const unlocked = [-1];
  let i = 0;
  pairs.forEach((pair, index) => {
    eligibility.common(pair.p, pair.q, common, pair);
    const blocked = eligibility.blockedSlots(pair.p, pair.q);
    const worth = value(pair);
    for (const lock of (pair.locked && locks.get(pair.p * n + pair.q)) || unlocked) {
      const given = lock < 0 ? undefined : e.spec.locked[lock]!;
      for (let w = 0; w < e.words; w++) u.slots[i * e.words + w] = common[w]!;
      u.within[i] = -1;
      if (given?.slot !== undefined || given?.slots) {
        const mask = new Int32Array(e.words);
        const flags = coverageFlags(e.calendar, given.slots ?? [given.slot!], true).slots;
        flags.forEach((f, t) => f && setBit(mask, 0, t));
        for (let w = 0; w < e.words; w++) u.slots[i * e.words + w]! &= mask[w]!;
        u.within[i] = addSet(mask);
      }
      const own =
        given?.place === undefined ? placeOptions(e, pair.p, pair.q) : { a: e.place.get(given.place)!, b: -1, pool: 0 };
      u.p[i] = pair.p;
      u.q[i] = pair.q;
      u.pair[i] = index;
      u.lock[i] = lock;
      u.locked[i] = lock < 0 ? 0 : 1;
      u.value[i] = worth;
      u.pointsP[i] = Math.max(0, pair.pointsP);
      u.pointsQ[i] = Math.max(0, pair.pointsQ);
      u.groupP[i] = pair.groupP?.index ?? -1;
      u.groupQ[i] = pair.groupQ?.index ?? -1;
      u.placeA[i] = own.a;
      u.placeB[i] = own.b;
      u.pool[i] = own.pool;
      u.blocked[i] = blocked ? addSet(blocked) : -1;
      u.lockPlace[i] = given?.place === undefined ? -1 : own.a;
      i++;
    }
    u.pairUnit[index + 1] = i;
  });
  return u;
}

/** v(p, q) of section 5 of the model: direct wishes, mutual, matching tags. */
function valuer(e: Entities): (r: Relation) => number {
  const { rules } = e.spec;
  const matches = rules.match > 0 ? matcher(e.spec) : () => 0;
  return (r) => {
    let v = rules.match * matches(r.p, r.q);
    if (r.pointsP >= 0) v += r.pointsP * e.wishWeight[r.p]!;
    if (r.pointsQ >= 0) v += r.pointsQ * e.wishWeight[r.q]!;
    const pWishes = r.pointsP >= 0 || r.groupP !== undefined;
    const qWishes = r.pointsQ >= 0 || r.groupQ !== undefined;
    return pWishes && qWishes ? v + rules.mutual : v;
  };
}

/** Where p and q may meet (hard rule `place`): up to two own places, else the pool. */
function placeOptions(e: Entities, p: number, q: number): { a: number; b: number; pool: number } {
  const hosts = (x: number): boolean => e.spec.sides[e.sideOf[x]!]!.hosts;
  let a = e.ownPlace[p]!;
  let b = e.ownPlace[q]!;
  if (hosts(p) !== hosts(q)) {
    a = hosts(p) ? a : b;
    b = -1;
  } else if (a < 0 || a === b) {
    a = b;
    b = -1;
  }
  return a < 0 ? { a: -1, b: -1, pool: 1 } : { a, b, pool: 0 };
}
