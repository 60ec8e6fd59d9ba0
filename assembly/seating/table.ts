// Who sits where at one meal, and the one table that is open: what everybody else would bring to it, kept up to date as
// people sit down (a walk along the list of those they know, never people x people). Used by greedy.ts; it follows vetoes,
// seats and maximums when asked, and decides nothing.

import { allocate, fill32, ld, ld8, ldf, st, st8, stf, zero } from "../mem";
import * as P from "../problem";

/** Looked at among those who bring nothing but costs, when nobody is found who costs nothing. */
const LOOK: i32 = 64;
/** Looked at among those who know somebody at the table, in turn, when there are more: tables of thousands stay fast. */
const WINDOW: i32 = 2048;

/** [meal x participants] table or -1: all meals so far. */
export let seats: i32 = 0;
let meal: i32 = 0;
let kept: i32 = 0; // seats of this meal that were given, or 0
let here: i32 = 0; // seats of this meal
let taken: i32 = 0; // [table] people there
let count: i32 = 0; // [table x sides] people there by side
let firstAt: i32 = 0; // [table] last who sat down, or -1
let nextAt: i32 = 0; // [participant] who sat down before, or -1
/** [side] people of that side who may still be seated anywhere. */
export let left: i32 = 0;
let people: i32 = 0; // participants by side, then by index
let sideStart: i32 = 0; // [side + 2]
let head: i32 = 0; // [side] nobody before this position of `people` is waiting
let position: i32 = 0; // [participant] in `people`

/** The open table, or -1. */
export let table: i32 = -1;
let bring: i32 = 0; // f64 [participant] points with those who sit at the open table
let vetoes: i32 = 0; // [participant] of them who must not share a table with it
let ofOrganisation: i32 = 0; // [organisation] of them
let satAt: i32 = 0; // [table of an earlier meal] of them
let touched: i32 = 0; // participants with points or vetoes
let touchedFlag: i32 = 0; // u8 [participant]
let touchedCount: i32 = 0;
let next: i32 = 0; // where choose() goes on in `touched`
/** [side] 1: choose() may take somebody of it. */
export let wanted: i32 = 0;

/** Allocates; false when memory is out. */
export function setup(): bool {
  const n = P.nParticipants;
  seats = allocate(P.nMeals * n * 4);
  taken = allocate(P.nTables * 4);
  count = allocate(P.nTables * P.nSides * 4);
  firstAt = allocate(P.nTables * 4);
  nextAt = allocate(n * 4);
  left = allocate(P.nSides * 4);
  people = allocate(n * 4);
  sideStart = allocate((P.nSides + 2) * 4);
  head = allocate(P.nSides * 4);
  position = allocate(n * 4);
  bring = allocate(n * 8);
  vetoes = allocate(n * 4);
  ofOrganisation = allocate(n * 4);
  satAt = allocate(P.nTables * 4);
  touched = allocate(n * 4);
  touchedFlag = allocate(n);
  wanted = allocate(P.nSides * 4);
  // The allocator gives nothing more once it has refused.
  return seats != 0 && count != 0 && people != 0 && bring != 0 && touched != 0 && touchedFlag != 0 && wanted != 0;
}

function add(section: i32, i: i32, n: i32): void {
  st(section + (i << 2), P.at(section, i) + n);
}

/** Nobody sits at any meal. */
export function clear(): void {
  const n = P.nParticipants;
  fill32(seats, -1, P.nMeals * n);
  zero(taken, P.nTables * 4);
  zero(count, P.nTables * P.nSides * 4);
  fill32(firstAt, -1, P.nTables);
  zero(bring, n * 8);
  zero(vetoes, n * 4);
  zero(ofOrganisation, n * 4);
  zero(satAt, P.nTables * 4);
  zero(touchedFlag, n);
  touchedCount = 0;
  next = 0;
  table = -1;
  zero(sideStart, (P.nSides + 2) * 4);
  for (let p = 0; p < n; p++) add(sideStart, P.at(P.side, p) + 2, 1);
  for (let s = 0; s < P.nSides; s++) add(sideStart, s + 2, P.at(sideStart, s + 1));
  for (let p = 0; p < n; p++) {
    const s = P.at(P.side, p);
    const at = P.at(sideStart, s + 1);
    st(people + (at << 2), p);
    st(position + (p << 2), at);
    add(sideStart, s + 1, 1);
  }
}

/** Turns to meal m: its seats are empty. `given` are seats of all meals to keep where that is possible, or 0. */
export function startMeal(m: i32, given: i32): void {
  meal = m;
  kept = given == 0 ? 0 : given + ((m * P.nParticipants) << 2);
  here = seats + ((m * P.nParticipants) << 2);
  zero(left, P.nSides * 4);
  for (let s = 0; s < P.nSides; s++) st(head + (s << 2), P.at(sideStart, s));
  for (let p = 0; p < P.nParticipants; p++) if (waiting(p)) add(left, P.at(P.side, p), 1);
}

/** The table where p must sit at this meal, or -1. */
export function fixedTable(p: i32): i32 {
  return P.at(P.fixedTable, meal * P.nParticipants + p);
}

/** The table that was given to p, or -1. */
export function givenTable(p: i32): i32 {
  return kept == 0 ? -1 : P.at(kept, p);
}

/** p keeps its seat: it must sit there, or it was given to it. */
export function stays(p: i32): bool {
  return fixedTable(p) >= 0 || (kept != 0 && P.at(kept, p) == P.at(here, p));
}

/** Takes the meal, may sit anywhere and has no seat yet. */
export function waiting(p: i32): bool {
  // Who was given none keeps none where a change costs more than a seat.
  if (kept != 0 && P.change > P.mealSeat && P.at(kept, p) < 0) return false;
  return ld8(P.eats + meal * P.nParticipants + p) != 0 && fixedTable(p) < 0 && P.at(here, p) < 0;
}

export function tableOf(p: i32): i32 {
  return P.at(here, p);
}
/** People at table t. */
export function takenAt(t: i32): i32 {
  return P.at(taken, t);
}
/** People of side s at table t. */
export function countAt(t: i32, s: i32): i32 {
  return P.at(count, t * P.nSides + s);
}
/** Who sat down last at table t, or -1. */
export function lastAt(t: i32): i32 {
  return P.at(firstAt, t);
}
/** Who sat down before p at the same table, or -1. */
export function beforeAt(p: i32): i32 {
  return P.at(nextAt, p);
}
export function minimum(s: i32): i32 {
  return P.at(P.mixMin, meal * P.nSides + s);
}

export function maximum(s: i32): i32 {
  return P.at(P.mixMax, meal * P.nSides + s);
}

/** How many more of side s fit at table t. */
export function roomAt(t: i32, s: i32): i32 {
  const free = P.at(P.tableSeats, t) - takenAt(t);
  const more = maximum(s) - countAt(t, s);
  return free < more ? free : more;
}

/** Somebody at table t, other than `but`, must not share a table with p. */
export function refusedAt(p: i32, t: i32, but: i32): bool {
  const end = P.at(P.knowsStart, p + 1);
  for (let k = P.at(P.knowsStart, p); k < end; k++) {
    const q = P.at(P.knows, k);
    if (P.at(P.knowsVeto, k) != 0 && q != but && tableOf(q) == t) return true;
  }
  return false;
}

/** Seats p at table t, which is not the open one. */
export function place(p: i32, t: i32): void {
  if (waiting(p)) add(left, P.at(P.side, p), -1);
  st(here + (p << 2), t);
  add(taken, t, 1);
  add(count, t * P.nSides + P.at(P.side, p), 1);
  st(nextAt + (p << 2), lastAt(t));
  st(firstAt + (t << 2), p);
}

/** Takes p's seat away; its table is not the open one. */
export function remove(p: i32): void {
  const t = tableOf(p);
  const s = P.at(P.side, p);
  st(here + (p << 2), -1);
  add(taken, t, -1);
  add(count, t * P.nSides + s, -1);
  let at = firstAt + (t << 2);
  while (ld(at) != p) at = nextAt + (ld(at) << 2);
  st(at, beforeAt(p));
  if (!waiting(p)) return;
  add(left, s, 1);
  if (P.at(position, p) < P.at(head, s)) st(head + (s << 2), P.at(position, p));
}

function sharedBefore(p: i32, q: i32): bool {
  for (let m = 0; m < meal; m++) {
    const t = P.at(seats, m * P.nParticipants + p);
    if (t >= 0 && t == P.at(seats, m * P.nParticipants + q)) return true;
  }
  return false;
}

/** p sits at the open table from now on (n = 1), or no more (n = -1). */
function reckon(p: i32, n: i32): void {
  const end = P.at(P.knowsStart, p + 1);
  for (let k = P.at(P.knowsStart, p); k < end; k++) {
    const q = P.at(P.knows, k);
    if (ld8(touchedFlag + q) == 0) {
      st8(touchedFlag + q, 1);
      st(touched + (touchedCount << 2), q);
      touchedCount++;
    }
    if (P.at(P.knowsVeto, k) != 0) add(vetoes, q, n);
    else if (!sharedBefore(p, q))
      stf(bring + (q << 3), ldf(bring + (q << 3)) + (n as f64) * ldf(P.knowsValue + (k << 3)));
  }
  add(ofOrganisation, P.at(P.organisation, p), n);
  for (let m = 0; m < meal; m++) {
    const t = P.at(seats, m * P.nParticipants + p);
    if (t >= 0) add(satAt, t, n);
  }
}

/** Opens table t, with those who sit there. */
export function open(t: i32): void {
  table = t;
  for (let p = lastAt(t); p >= 0; p = beforeAt(p)) reckon(p, 1);
}

/** Closes the open table; who sits there keeps the seat. */
export function close(): void {
  for (let p = lastAt(table); p >= 0; p = beforeAt(p)) {
    st(ofOrganisation + (P.at(P.organisation, p) << 2), 0);
    for (let m = 0; m < meal; m++) {
      const t = P.at(seats, m * P.nParticipants + p);
      if (t >= 0) st(satAt + (t << 2), 0);
    }
  }
  for (let i = 0; i < touchedCount; i++) {
    const q = P.at(touched, i);
    stf(bring + (q << 3), 0);
    st(vetoes + (q << 2), 0);
    st8(touchedFlag + q, 0);
  }
  touchedCount = 0;
  next = 0;
  table = -1;
}

/** Seats p at the open table. */
export function join(p: i32): void {
  place(p, table);
  reckon(p, 1);
}

/** Takes p from the open table. */
export function leave(p: i32): void {
  reckon(p, -1);
  remove(p);
}

/** Nobody at the open table refuses p, or is refused by it. */
export function welcome(p: i32): bool {
  return P.at(vetoes, p) == 0;
}

/** Points that p brings to the open table. */
function worth(p: i32): f64 {
  let points = ldf(bring + (p << 3)) - P.mealColleagues * (P.at(ofOrganisation, P.at(P.organisation, p)) as f64);
  for (let m = 0; m < meal; m++) {
    const t = P.at(seats, m * P.nParticipants + p);
    if (t >= 0) points -= P.mealRepeat * (P.at(satAt, t) as f64);
  }
  return points;
}

/** Who of the wanted sides waits for a seat and brings most to the open table, at least `least`, ties by index; or -1. */
export function choose(least: f64): i32 {
  let best: f64 = least;
  let chosen: i32 = -1;
  if (next >= touchedCount || touchedCount <= WINDOW) next = 0;
  for (let i = 0; i < touchedCount && (i < WINDOW || chosen < 0); i++) {
    const p = P.at(touched, next);
    next = next + 1 < touchedCount ? next + 1 : 0;
    if (P.at(wanted, P.at(P.side, p)) == 0 || !waiting(p) || !welcome(p)) continue;
    const points = worth(p);
    if (points < best || (points == best && chosen >= 0 && chosen < p)) continue;
    best = points;
    chosen = p;
  }
  if (chosen >= 0 && best > 0) return chosen; // nobody else brings anything
  for (let s = 0; s < P.nSides; s++) {
    if (P.at(wanted, s) == 0 || P.at(left, s) == 0) continue;
    let looked: i32 = 0;
    const end = P.at(sideStart, s + 1);
    let i = P.at(head, s);
    while (i < end && !waiting(P.at(people, i))) i++;
    st(head + (s << 2), i);
    for (; i < end && looked < LOOK; i++) {
      const p = P.at(people, i);
      if (ld8(touchedFlag + p) != 0 || !waiting(p)) continue;
      looked++;
      const points = worth(p);
      if (points > best || (points == best && (chosen < 0 || p < chosen))) {
        best = points;
        chosen = p;
      }
      if (points == 0) break; // the others bring no more
    }
  }
  return chosen;
}

/** People of side s are personAt(i) for firstOf(s) <= i < firstOf(s + 1). */
export function firstOf(s: i32): i32 {
  return P.at(sideStart, s);
}
export function personAt(i: i32): i32 {
  return P.at(people, i);
}
