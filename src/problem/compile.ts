// From an event to the solver's problem: names become indices, rules become numbers, one buffer holds everything.
// Called by pipeline.ts in the worker that owns the event; deterministic. It never searches and never judges.
// Order of work: entities.ts (who is there when) -> pairs.ts (who may meet whom) -> units, places, tables -> pack.

import * as L from "../../assembly/layout.js";
import { coverageFlags } from "../spec/calendar.js";
import type { EventSpec } from "../spec/schema.js";
import { entitiesOf, NO_LIMIT, setBit, type Entities, type Names } from "./entities.js";
import { addFill, Eligibility, matches, relationsOf, type Group, type Relation } from "./pairs.js";
import { Problem } from "./problem.js";
import { mealsOf } from "./tables.js";

export type { Names } from "./entities.js";

interface EligiblePair extends Relation {
  slots: Int32Array;
  value: number;
}

/** Compiles a valid event. The same event gives the same bytes. */
export function compile(spec: EventSpec): { problem: Problem; names: Names } {
  const e = entitiesOf(spec);
  const relations = relationsOf(e);
  const eligibility = new Eligibility(e, relations);
  addFill(e, relations, eligibility);

  const pairs: EligiblePair[] = [];
  for (const r of relations.pairs.values()) {
    const wished = r.pointsP >= 0 || r.pointsQ >= 0 || r.groupP || r.groupQ || r.locked || r.fill;
    if (!wished) continue;
    const slots = eligibility.common(r.p, r.q);
    if (slots) pairs.push({ ...r, slots, value: valueOf(e, r) });
  }
  pairs.sort((a, b) => a.p - b.p || a.q - b.q);

  const used: Group[] = [];
  for (const pair of pairs)
    for (const group of [pair.groupP, pair.groupQ])
      if (group && group.index < 0) {
        group.index = used.length;
        used.push(group);
      }

  const units = unitsOf(e, pairs, eligibility);
  const places = placesOf(e);
  const precedences = precedencesOf(e, pairs);
  const meals = mealsOf(e, relations);
  const sessions = e.calendar.sessions.filter((s) => s.first <= s.last);
  const sessionOf = new Map(sessions.map((s, i) => [s.index, i]));
  const n = spec.participants.length;

  const { rules } = spec;
  const words = new Map<number, number>([
    [L.N_PARTICIPANTS, n],
    [L.N_ROWS, e.rowIds.length],
    [L.N_SLOTS, e.calendar.slots.length],
    [L.N_SESSIONS, sessions.length],
    [L.N_PAIRS, pairs.length],
    [L.N_UNITS, units.p.length],
    [L.N_GROUPS, used.length],
    [L.N_PLACES, spec.places.length],
    [L.N_POOL, places.pool.length],
    [L.N_ZONES, places.zones],
    [L.N_PRECEDENCES, precedences.first.length],
    [L.N_MEALS, meals.sessions.length],
    [L.N_TABLES, meals.seats.length],
    [L.N_SIDES, spec.sides.length],
    [L.N_LOCKS, units.locked.reduce((sum, x) => sum + x, 0)],
    [L.N_WORDS, e.words],
    [L.R_GUARANTEE, rules.guarantee],
    [L.R_FAIRNESS, rules.fairness],
    [L.R_GAP, rules.gap],
    [L.R_HOLE, rules.hole],
    [L.R_MAX_HOLES, rules.maxHoles ?? -1],
    [L.R_WALK, rules.walk],
    [L.R_WALK_HARD, rules.walkHard ? 1 : 0],
    [L.R_REST, rules.maxConsecutive ?? -1],
    [L.R_EXCLUSIVE, rules.onePerOrganisation ? 1 : 0],
    [L.R_MEAL_SEAT, rules.mealSeat],
    [L.R_MEAL_SHARE, rules.mealShare],
    [L.R_MEAL_COLLEAGUES, rules.mealColleagues],
    [L.R_MEAL_REPEAT, rules.mealRepeat],
  ]);

  const problem = Problem.pack(words, {
    slotSession: e.calendar.slots.map((s) => sessionOf.get(s.session)!),
    slotDay: e.calendar.slots.map((s) => s.day),
    slotStart: e.calendar.slots.map((s) => s.start),
    slotEnd: e.calendar.slots.map((s) => s.end),
    sessionFirst: sessions.map((s) => s.first),
    sessionLast: sessions.map((s) => s.last),
    rowStart: e.rowStart,
    maximum: e.maximum,
    guaranteed: e.guaranteed,
    organisation: e.organisation,
    side: e.sideOf,
    best: bestPoints(e, pairs, used),
    ...adjacencyOf(n, units, used),
    rowOwner: e.rowOwner,
    rowPresent: e.rowPresent,
    unitP: units.p,
    unitQ: units.q,
    unitPair: units.pair,
    unitLocked: units.locked,
    unitSlots: units.slots,
    unitValue: units.value,
    unitPointsP: units.pointsP,
    unitPointsQ: units.pointsQ,
    unitGroupP: units.groupP,
    unitGroupQ: units.groupQ,
    unitPlaceA: units.placeA,
    unitPlaceB: units.placeB,
    unitPool: units.pool,
    pairUnit: units.pairUnit,
    groupOwner: used.map((g) => g.owner),
    groupWeight: used.map((g) => g.weight),
    groupPoints: used.map((g) => g.points),
    placeCapacity: places.capacity,
    placeZone: places.zone,
    placeOpen: places.open,
    pool: places.pool,
    zoneMinutes: places.minutes,
    precedenceFirst: precedences.first,
    precedenceThen: precedences.then,
    ...neighbours(pairs.length, precedences),
    tableStart: meals.tableStart,
    tableSeats: meals.seats,
    eats: meals.eats,
    fixedTable: meals.fixedTable,
    mixMin: meals.mixMin,
    mixMax: meals.mixMax,
    knowsStart: meals.knowsStart,
    knows: meals.knows,
    knowsValue: meals.knowsValue,
    knowsVeto: meals.knowsVeto,
    slotSets: units.sets,
    unitBlocked: units.blocked,
    unitWithin: units.within,
    unitLockPlace: units.lockPlace,
  });
  const names: Names = {
    participants: spec.participants.map((p) => p.id),
    rows: e.rowIds,
    slots: e.calendar.slots.map((s) => s.id),
    places: spec.places.map((p) => p.id),
    meals: meals.sessions,
    tables: meals.tables,
    unitLock: Int32Array.from(units.lock),
  };
  return { problem, names };
}

/** v(p, q) of MODEL section 5: direct wishes, mutual, matching tags. */
function valueOf(e: Entities, r: Relation): number {
  const { rules } = e.spec;
  let v = 0;
  if (r.pointsP >= 0) v += r.pointsP * e.wishWeight[r.p]!;
  if (r.pointsQ >= 0) v += r.pointsQ * e.wishWeight[r.q]!;
  const pWishes = r.pointsP >= 0 || r.groupP !== undefined;
  const qWishes = r.pointsQ >= 0 || r.groupQ !== undefined;
  if (pWishes && qWishes) v += rules.mutual;
  if (rules.match > 0) v += rules.match * matches(e.spec, r.p, r.q);
  return v;
}

type Units = ReturnType<typeof unitsOf>;

/** One unit per pair, or one per lock of a locked pair, with the slots and places it may use. */
function unitsOf(e: Entities, pairs: readonly EligiblePair[], eligibility: Eligibility) {
  const n = e.spec.participants.length;
  const locks = new Map<number, number[]>();
  e.spec.locked.forEach((lock, i) => {
    const [a, b] = lock.participants.map((id) => e.participant.get(id)!) as [number, number];
    const key = Math.min(a, b) * n + Math.max(a, b);
    locks.set(key, [...(locks.get(key) ?? []), i]);
  });
  const u = {
    p: [] as number[],
    q: [] as number[],
    pair: [] as number[],
    lock: [] as number[],
    locked: [] as number[],
    slots: [] as number[],
    value: [] as number[],
    pointsP: [] as number[],
    pointsQ: [] as number[],
    groupP: [] as number[],
    groupQ: [] as number[],
    placeA: [] as number[],
    placeB: [] as number[],
    pool: [] as number[],
    blocked: [] as number[],
    within: [] as number[],
    lockPlace: [] as number[],
    sets: [] as number[],
    pairUnit: [0],
  };
  const addSet = (set: Int32Array): number => {
    for (const word of set) u.sets.push(word);
    return u.sets.length / e.words - 1;
  };
  pairs.forEach((pair, index) => {
    const blocked = eligibility.blockedSlots(pair.p, pair.q);
    for (const lock of locks.get(pair.p * n + pair.q) ?? [-1]) {
      const given = lock < 0 ? undefined : e.spec.locked[lock]!;
      const slots = Int32Array.from(pair.slots);
      let within = -1;
      if (given?.slot !== undefined || given?.slots) {
        const mask = new Int32Array(e.words);
        const flags = coverageFlags(e.calendar, given.slots ?? [given.slot!], true).slots;
        flags.forEach((f, t) => f && setBit(mask, 0, t));
        for (let w = 0; w < e.words; w++) slots[w]! &= mask[w]!;
        within = addSet(mask);
      }
      const own =
        given?.place === undefined ? placeOptions(e, pair.p, pair.q) : { a: e.place.get(given.place)!, b: -1, pool: 0 };
      u.p.push(pair.p);
      u.q.push(pair.q);
      u.pair.push(index);
      u.lock.push(lock);
      u.locked.push(lock < 0 ? 0 : 1);
      for (const word of slots) u.slots.push(word);
      u.value.push(pair.value);
      u.pointsP.push(Math.max(0, pair.pointsP));
      u.pointsQ.push(Math.max(0, pair.pointsQ));
      u.groupP.push(pair.groupP?.index ?? -1);
      u.groupQ.push(pair.groupQ?.index ?? -1);
      u.placeA.push(own.a);
      u.placeB.push(own.b);
      u.pool.push(own.pool);
      u.blocked.push(blocked ? addSet(blocked) : -1);
      u.within.push(within);
      u.lockPlace.push(given?.place === undefined ? -1 : own.a);
    }
    u.pairUnit.push(u.p.length);
  });
  return u;
}

/** Where p and q may meet (hard rule `place`): up to two own places, else the pool. */
function placeOptions(e: Entities, p: number, q: number): { a: number; b: number; pool: number } {
  const hosts = (x: number): boolean => e.spec.sides[e.sideOf[x]!]!.hosts;
  const own = hosts(p) === hosts(q) ? [e.ownPlace[p]!, e.ownPlace[q]!] : [e.ownPlace[hosts(p) ? p : q]!];
  const given = [...new Set(own)].filter((z) => z >= 0);
  return given.length === 0 ? { a: -1, b: -1, pool: 1 } : { a: given[0]!, b: given[1] ?? -1, pool: 0 };
}

function placesOf(e: Entities) {
  const { places, walks, rules } = e.spec;
  const ownedRows = new Map<number, number>();
  e.ownPlace.forEach((z, p) => {
    if (z >= 0) ownedRows.set(z, (ownedRows.get(z) ?? 0) + e.rowStart[p + 1]! - e.rowStart[p]!);
  });
  // Places without a zone share one, which no list of walks can name.
  const zoneIndex = new Map<string, number>();
  for (const { zone } of places) if (zone !== undefined && !zoneIndex.has(zone)) zoneIndex.set(zone, zoneIndex.size);
  const nowhere = zoneIndex.size;
  const zones = zoneIndex.size + 1;
  const minutes = new Int32Array(zones * zones).fill(rules.walkDefault);
  for (let z = 0; z < zones; z++) minutes[z * zones + z] = 0;
  for (const [a, b, m] of walks) {
    const [i, j] = [zoneIndex.get(a), zoneIndex.get(b)];
    if (i === undefined || j === undefined) continue;
    minutes[i * zones + j] = m;
    minutes[j * zones + i] = m;
  }
  const open = new Int32Array(places.length * e.words);
  const slots = e.calendar.slots.length;
  places.forEach((place, z) => {
    const closed = coverageFlags(e.calendar, place.closed).slots;
    for (let t = 0; t < slots; t++) if (!closed[t]) setBit(open, z * e.words, t);
  });
  return {
    capacity: places.map((place, z) => Math.min(NO_LIMIT, place.capacity ?? ownedRows.get(z) ?? 1)),
    zone: places.map((place) => (place.zone === undefined ? nowhere : zoneIndex.get(place.zone)!)),
    zones,
    minutes,
    open,
    pool: places.map((_, z) => z).filter((z) => !ownedRows.has(z)),
  };
}

/** B of each participant: points of its k best wishes that have an eligible partner (MODEL section 5, fairness). */
function bestPoints(e: Entities, pairs: readonly EligiblePair[], groups: readonly Group[]): Float64Array {
  const wishes: number[][] = e.spec.participants.map(() => []);
  for (const pair of pairs) {
    if (pair.pointsP >= 0) wishes[pair.p]!.push(pair.pointsP);
    if (pair.pointsQ >= 0) wishes[pair.q]!.push(pair.pointsQ);
  }
  for (const group of groups) wishes[group.owner]!.push(group.points);
  return Float64Array.from(wishes, (list, p) => {
    const k = Math.min(e.maximum[p]!, e.presence[p]!);
    list.sort((a, b) => b - a);
    let sum = 0;
    for (let i = 0; i < Math.min(k, list.length); i++) sum += list[i]!;
    return sum;
  });
}

/** Units of each participant, its own best wishes first (direct, else through the organisation), then in order of units. */
function adjacencyOf(n: number, units: Units, groups: readonly Group[]) {
  const lists: [unit: number, points: number][][] = Array.from({ length: n }, () => []);
  const own = (points: number, group: number): number => Math.max(points, group < 0 ? 0 : groups[group]!.points);
  units.p.forEach((p, u) => {
    lists[p]!.push([u, own(units.pointsP[u]!, units.groupP[u]!)]);
    lists[units.q[u]!]!.push([u, own(units.pointsQ[u]!, units.groupQ[u]!)]);
  });
  const adjacentStart = new Int32Array(n + 1);
  const adjacent = new Int32Array(units.p.length * 2);
  lists.forEach((list, p) => {
    list.sort(([a, pa], [b, pb]) => pb - pa || a - b);
    list.forEach(([u], i) => (adjacent[adjacentStart[p]! + i] = u));
    adjacentStart[p + 1] = adjacentStart[p]! + list.length;
  });
  return { adjacentStart, adjacent };
}

function precedencesOf(e: Entities, pairs: readonly EligiblePair[]): { first: number[]; then: number[] } {
  const n = e.spec.participants.length;
  const index = new Map<number, number>();
  if (e.spec.precedences.length > 0) pairs.forEach((pair, i) => index.set(pair.p * n + pair.q, i));
  const pairOf = (ids: readonly [string, string]): number | undefined => {
    const [a, b] = ids.map((id) => e.participant.get(id)!) as [number, number];
    return index.get(Math.min(a, b) * n + Math.max(a, b));
  };
  const list = { first: [] as number[], then: [] as number[] };
  for (const precedence of e.spec.precedences) {
    const first = pairOf(precedence.first);
    const then = pairOf(precedence.then);
    if (first === undefined || then === undefined) continue; // a pair that cannot meet precedes nothing
    list.first.push(first);
    list.then.push(then);
  }
  return list;
}

/** Precedences by pair, in both directions. */
function neighbours(pairs: number, list: { first: number[]; then: number[] }) {
  const csr = (of: number[], other: number[]): { start: Int32Array; items: Int32Array } => {
    const start = new Int32Array(pairs + 1);
    for (const pair of of) start[pair + 1]!++;
    for (let i = 0; i < pairs; i++) start[i + 1]! += start[i]!;
    const next = start.slice();
    const items = new Int32Array(of.length);
    of.forEach((pair, i) => (items[next[pair]!++] = other[i]!));
    return { start, items };
  };
  const before = csr(list.then, list.first);
  const after = csr(list.first, list.then);
  return { beforeStart: before.start, before: before.items, afterStart: after.start, after: after.items };
}
