// Seating by a plain greedy, once for all meals: who must sit somewhere first, then given seats (a warm start), then the
// fewest of each side that a table needs (tables in use first), then the rest, table by table, whoever brings most. It respects every rule
// of seating; what the rules do not allow stays empty. It knows the wishes and no meetings: improve.ts goes on from there.

import { allocate, fill32, st, zero } from "../mem";
import * as P from "../problem";
import { settle } from "./settle";
import * as T from "./table";

/** Tries of somebody in somebody else's place, per meal. */
const EXCHANGES: i32 = 20000;

let room: i32 = 0; // [side] seats that the open tables still have for it
let inUse: i32 = 0; // [table] 1: may be filled
let computed = false; // without given seats
let unplaced: i32 = 0;
let exchangesLeft: i32 = 0;

/** Allocates; false when memory is out. */
export function setup(): bool {
  computed = false;
  unplaced = 0;
  if (P.nMeals == 0) return true;
  room = allocate(P.nSides * 4);
  inUse = allocate(P.nTables * 4);
  return room != 0 && inUse != 0 && T.setup();
}

/** Seats everybody it can, at all meals; seats at `given` (or 0) are kept where the rules allow. */
export function plan(given: i32): void {
  if (P.nMeals == 0 || (computed && given == 0)) return;
  computed = given == 0;
  if (seatAll(given) == 0 || given == 0) return;
  // Somebody who must sit somewhere does not: perhaps for what was given.
  const missing = unplaced;
  if (seatAll(0) < missing) computed = true;
  else seatAll(given);
}

/** Seats people at all meals; how many who must sit somewhere have no seat. */
function seatAll(given: i32): i32 {
  T.clear();
  unplaced = 0;
  for (let m = 0; m < P.nMeals; m++) seatMeal(m, given);
  return unplaced;
}

/** The seats planned: table or -1, [meal x participants + participant]. */
export function seats(): i32 {
  return T.seats;
}

/** People with a seat that must be taken who have none: the rules leave no way that was found. */
export function unplacedSeats(): i32 {
  return unplaced;
}

function seatMeal(m: i32, given: i32): void {
  const first = P.at(P.tableStart, m);
  const end = P.at(P.tableStart, m + 1);
  T.startMeal(m, given);
  fill32(inUse + (first << 2), 0, end - first);
  exchangesLeft = EXCHANGES;
  seatFixed();
  for (let p = 0; p < P.nParticipants; p++) seatGiven(p, first, end);
  for (let t = first; t < end; t++) {
    if (T.takenAt(t) == 0) continue;
    if (needed(t, true) || (given != 0 && withoutGiven(t))) st(inUse + (t << 2), 1);
    else giveUp(t);
  }
  // Tables are filled after enough of them have what they need; who is left over may be enough for one more.
  while (prepare(first, end)) {
    for (let t = first; t < end; t++) if (P.at(inUse, t) == 1) fill(t);
  }
  // Where a missing seat costs nothing, whoever has none was left out for good reason.
  if (P.mealSeat > 0) settle(first, end);
}

/** Everybody who must sit somewhere, where seats, maximums and vetoes allow. */
function seatFixed(): void {
  for (let p = 0; p < P.nParticipants; p++) {
    const t = T.fixedTable(p);
    if (t < 0) continue;
    if (T.roomAt(t, P.at(P.side, p)) > 0 && !T.refusedAt(p, t, -1)) T.place(p, t);
    else unplaced++;
  }
}

/** The seat that was given to p, where the rules allow and the table can still get the fewest of each side it needs. */
function seatGiven(p: i32, first: i32, end: i32): void {
  const t = T.givenTable(p);
  if (t < first || t >= end || !T.waiting(p)) return;
  const side = P.at(P.side, p);
  let free = P.at(P.tableSeats, t) - T.takenAt(t) - 1;
  for (let s = 0; s < P.nSides; s++) {
    const n = T.minimum(s) - T.countAt(t, s) - (s == side ? 1 : 0);
    if (n > 0) free -= n;
  }
  if (free >= 0 && T.roomAt(t, side) > 0 && !T.refusedAt(p, t, -1)) T.place(p, t);
}

/** With those who were given a seat table t lacks what it needs: they lose it. True when somebody sits and it has all then. */
function withoutGiven(t: i32): bool {
  let p = T.lastAt(t);
  while (p >= 0) {
    const next = T.beforeAt(p);
    if (T.fixedTable(p) < 0) T.remove(p);
    p = next;
  }
  return T.takenAt(t) > 0 && needed(t, true);
}

/** Nobody sits at table t, which lacks what it needs; those who had to are unplaced. */
function giveUp(t: i32): void {
  for (let p = T.lastAt(t); p >= 0; p = T.lastAt(t)) {
    T.remove(p);
    unplaced++;
  }
}

/** Seats the fewest of each side that table t needs; false when that cannot be, and nobody has sat down. */
function needed(t: i32, must: bool): bool {
  let some = false;
  let missing: i32 = 0;
  for (let s = 0; s < P.nSides; s++) {
    const n = T.minimum(s) - T.countAt(t, s);
    if (n <= 0) continue;
    some = true;
    missing += n;
    if (n > T.roomAt(t, s) || n > P.at(T.left, s)) return false;
  }
  if (!some) return true;
  if (missing > P.at(P.tableSeats, t) - T.takenAt(t)) return false;
  // Where vetoes leave nobody for some side, that side chooses first the next time.
  let before: i32 = -1;
  let failing = sitDown(t, -1, must);
  for (let i = 0; i < 4 && must && failing >= 0 && failing != before; i++) {
    before = failing;
    failing = sitDown(t, failing, must);
  }
  return failing < 0;
}

/** The side for which nobody is found, or -1 when all that table t needs sit there. Side `early` chooses first. */
function sitDown(t: i32, early: i32, must: bool): i32 {
  let failing: i32 = -1;
  T.open(t);
  if (early >= 0 && !sitSide(early, must)) failing = early;
  for (let s = 0; s < P.nSides && failing < 0; s++) if (!sitSide(s, must)) failing = s;
  if (failing >= 0) {
    let p = T.lastAt(t);
    while (p >= 0) {
      const next = T.beforeAt(p);
      if (T.fixedTable(p) < 0) T.leave(p);
      p = next;
    }
  }
  T.close();
  return failing;
}

function sitSide(s: i32, must: bool): bool {
  while (T.countAt(T.table, s) < T.minimum(s)) {
    zero(T.wanted, P.nSides * 4);
    st(T.wanted + (s << 2), 1);
    const p = T.choose(-Infinity);
    if (p >= 0) T.join(p);
    else if (!must || !exchange(s)) return false;
  }
  return true;
}

/** Brings somebody of side s from another table to the open one, where somebody who waits can sit there instead. */
function exchange(s: i32): bool {
  for (let i = T.firstOf(s); i < T.firstOf(s + 1); i++) {
    const x = T.personAt(i);
    const t = T.tableOf(x);
    if (t < 0 || t == T.table || T.fixedTable(x) >= 0 || !T.welcome(x)) continue;
    for (let j = T.firstOf(s); j < T.firstOf(s + 1); j++) {
      const y = T.personAt(j);
      if (!T.waiting(y)) continue;
      if (exchangesLeft <= 0) return false;
      exchangesLeft--;
      if (T.refusedAt(y, t, x)) continue;
      T.remove(x);
      T.place(y, t);
      T.join(x);
      return true;
    }
  }
  return false;
}

/**
 * Takes tables into use, with what they need, until there is room for everybody who waits. Fills `room`; false when
 * nobody more can sit.
 */
function prepare(first: i32, end: i32): bool {
  let free: i32 = 0;
  let more = false;
  zero(room, P.nSides * 4);
  for (let t = first; t < end; t++) {
    if (P.at(inUse, t) != 1) continue;
    free += P.at(P.tableSeats, t) - T.takenAt(t);
    countRoom(t, 1);
    more = true;
  }
  for (let t = first; t < end && crowded(free); t++) {
    if (P.at(inUse, t) != 0 || !needed(t, false)) continue;
    st(inUse + (t << 2), 1);
    free += P.at(P.tableSeats, t) - T.takenAt(t);
    countRoom(t, 1);
    more = true;
  }
  return more;
}

function countRoom(t: i32, sign: i32): void {
  for (let s = 0; s < P.nSides; s++) st(room + (s << 2), P.at(room, s) + sign * T.roomAt(t, s));
}

/** More people wait than the tables in use have room for. */
function crowded(free: i32): bool {
  let people: i32 = 0;
  for (let s = 0; s < P.nSides; s++) {
    people += P.at(T.left, s);
    if (P.at(T.left, s) > P.at(room, s)) return true;
  }
  return people > free;
}

/** Fills table t with those who bring most, and is done with it. */
function fill(t: i32): void {
  T.open(t);
  while (P.at(P.tableSeats, t) > T.takenAt(t)) {
    let p: i32 = -1;
    if (want(t, true)) p = T.choose(-P.mealSeat);
    if (p < 0 && want(t, false)) p = T.choose(-P.mealSeat);
    if (p < 0) break;
    countRoom(t, -1);
    T.join(p);
    countRoom(t, 1);
  }
  T.close();
  countRoom(t, -1);
  st(inUse + (t << 2), 2);
}

/**
 * Marks the sides that may take the next seat of table t; false when there are none. Asked to be `careful`, a side may
 * not take a seat without which another side has too few.
 */
function want(t: i32, careful: bool): bool {
  const free = P.at(P.tableSeats, t) - T.takenAt(t);
  let tight: i32 = -1;
  let tights: i32 = 0;
  for (let s = 0; s < P.nSides && careful; s++)
    if (P.at(T.left, s) > 0 && T.roomAt(t, s) == free && P.at(room, s) <= P.at(T.left, s)) {
      tight = s;
      tights++;
    }
  if (tights > 1) return false;
  let any = false;
  for (let s = 0; s < P.nSides; s++) {
    const may = P.at(T.left, s) > 0 && T.roomAt(t, s) > 0 && (tights == 0 || s == tight);
    st(T.wanted + (s << 2), may ? 1 : 0);
    if (may) any = true;
  }
  return any;
}
