// From an event to the solver's problem: names become indices, rules become numbers, one buffer holds everything.
// Called by pipeline.ts in the worker that owns the event; deterministic. It never searches and never judges.
// Order of work: entities.ts (who is there when) -> pairs.ts (who may meet whom) -> units.ts, places.ts, tables.ts -> base.ts
// -> pack.

import * as L from "../../assembly/layout.js";
import { LIMITS, type EventSpec } from "../spec/schema.js";
import { baseOf, type Base } from "./base.js";
import { entitiesOf, type Entities, type Names } from "./entities.js";
import { addFill, Eligibility, inOrder, relationsOf, type Group, type Relation } from "./pairs.js";
import { Problem } from "./problem.js";
import { closeSlots, placesOf } from "./places.js";
import { mealsOf } from "./tables.js";
import { unitsOf, type Units } from "./units.js";

export type { Names } from "./entities.js";

/** An event as the solver sees it, with the ids behind its indices. */
export interface Compiled {
  problem: Problem;
  names: Names;
}

/** Compiles a valid event, for a repair with the schedule that was published. The same event gives the same bytes. */
export function compile(spec: EventSpec, base?: Base): Compiled {
  const e = entitiesOf(spec);
  const relations = relationsOf(e);
  const eligibility = new Eligibility(e, relations);
  addFill(e, relations, eligibility);

  const related = inOrder(relations);
  const slots = new Int32Array(e.words);
  const pairs = related.filter((r) => {
    const wished = r.pointsP >= 0 || r.pointsQ >= 0 || r.groupP || r.groupQ || r.locked || r.fill;
    return wished && eligibility.common(r.p, r.q, slots, r);
  });

  const used: Group[] = [];
  for (const pair of pairs)
    for (const group of [pair.groupP, pair.groupQ])
      if (group && group.index < 0) {
        group.index = used.length;
        used.push(group);
      }

  const units = unitsOf(e, pairs, eligibility);
  const places = placesOf(e);
  closeSlots(e, units, places);
  const precedences = precedencesOf(e, pairs);
  const meals = mealsOf(e, related);
  const sessions = e.calendar.sessions.filter((s) => s.first <= s.last);
  const sessionOf = new Map(sessions.map((s, i) => [s.index, i]));
  const n = spec.participants.length;

  const organisations = [...e.organisationIndex.keys()];

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
    [L.R_CHANGE, base ? rules.change : 0],
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
    ...baseOf(e, rules.change > 0 ? base : undefined, units, meals),
  });
  const names: Names = {
    participants: spec.participants.map((p) => p.id),
    rows: e.rowIds,
    slots: e.calendar.slots.map((s) => s.id),
    places: spec.places.map((p) => p.id),
    meals: meals.sessions,
    tables: meals.tables,
    unitLock: units.lock,
    groups: used.map(({ owner, organisation }) => ({
      participant: owner,
      organisation: organisations[organisation]!,
    })),
  };
  return { problem, names };
}

/** B of each participant: points of its k best wishes that have an eligible partner (the term fairness). */
function bestPoints(e: Entities, pairs: readonly Relation[], groups: readonly Group[]): Float64Array {
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
  const own = (points: number, group: number): number => Math.max(points, group < 0 ? 0 : groups[group]!.points);
  const adjacentStart = new Int32Array(n + 1);
  units.p.forEach((p, u) => {
    adjacentStart[p + 1]!++;
    adjacentStart[units.q[u]! + 1]!++;
  });
  for (let p = 0; p < n; p++) adjacentStart[p + 1]! += adjacentStart[p]!;
  // One number per entry sorts by points, highest first, then by unit: points are at most 10,000, units below 2^31.
  const keys = new Float64Array(units.p.length * 2);
  const next = adjacentStart.slice();
  const key = (points: number, u: number): number => (LIMITS.points - points) * 2 ** 32 + u;
  units.p.forEach((p, u) => {
    keys[next[p]!++] = key(own(units.pointsP[u]!, units.groupP[u]!), u);
    keys[next[units.q[u]!]!++] = key(own(units.pointsQ[u]!, units.groupQ[u]!), u);
  });
  for (let p = 0; p < n; p++) keys.subarray(adjacentStart[p]!, adjacentStart[p + 1]!).sort();
  return { adjacentStart, adjacent: Int32Array.from(keys, (k) => k % 2 ** 32) };
}

function precedencesOf(e: Entities, pairs: readonly Relation[]): { first: number[]; then: number[] } {
  const n = e.spec.participants.length;
  const keyOf = (ids: readonly [string, string]): number => {
    const [a, b] = ids.map((id) => e.participant.get(id)!) as [number, number];
    return Math.min(a, b) * n + Math.max(a, b);
  };
  const named = new Set(e.spec.precedences.flatMap(({ first, then }) => [keyOf(first), keyOf(then)]));
  const index = new Map<number, number>();
  if (named.size > 0)
    pairs.forEach(({ p, q }, i) => {
      if (named.has(p * n + q)) index.set(p * n + q, i);
    });
  const list = { first: [] as number[], then: [] as number[] };
  for (const precedence of e.spec.precedences) {
    const first = index.get(keyOf(precedence.first));
    const then = index.get(keyOf(precedence.then));
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
