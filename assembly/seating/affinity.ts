// What everybody brings, or would bring, to each table of one meal, the other meals being as they are: a row of points per
// person, a column per table, kept up to date as people change seats, so that a swap is weighed by reading a few numbers.
// Used by improve.ts, one meal after the other. Two people bring what their wishes are worth at a table, once, and only if
// they do not meet; nothing but a cost where they sit together at another meal; and they cost what colleagues cost. A veto
// is a cost beyond all points.

import { allocate, copy, ld, ldf, mostAt, st, stf, zero } from "../mem";
import * as P from "../problem";
import { knownAt } from "../terms/meals";

/** What a veto costs; sums with it stay exact. */
export const VETO: f64 = 1e12;
/** Bytes of the rows of one meal at most: beyond them the seats of the construction stay as they are. */
const MOST: i32 = 1 << 29;

/** There are meals, and memory for their tables. */
export let usable = false;
/** [meal x participants + participant] table or -1: the seats that change. */
export let seats: i32 = 0;
let firstSeat: i32 = 0; // [table + 1] where its members are listed
let member: i32 = 0; // who sits there
let place: i32 = 0; // [meal x participants + participant] index in that list
let taken: i32 = 0; // [table] people there
let count: i32 = 0; // [table x sides + side]
let open: i32 = 0; // f64 [knows] what two people can still bring at a table, whatever the meal
let brings: i32 = 0; // f64 [knows] and at this meal
let rows: i32 = 0; // f64 [participant x (tables + 1)] the last column is for those without a seat
let colleagueStart: i32 = 0; // [organisation + 1]
let colleague: i32 = 0; // participants by organisation

/** The meal, its tables and where its seats stand. */
export let meal: i32 = 0;
export let firstTable: i32 = 0;
export let tables: i32 = 0;
let here: i32 = 0;

/** Allocates; there may be no memory for it, and then nothing is usable. */
export function setup(): void {
  const n = P.nParticipants;
  usable = false;
  if (P.nMeals == 0) return;
  let most: i32 = 0;
  let places: i32 = 0;
  for (let m = 0; m < P.nMeals; m++) {
    const width = P.at(P.tableStart, m + 1) - P.at(P.tableStart, m) + 1;
    if (width > most) most = width;
  }
  for (let t = 0; t < P.nTables; t++) places += capacity(t);
  if ((most as f64) * (n as f64) * 8 > (MOST as f64)) return;
  const known = P.at(P.knowsStart, n);
  seats = allocate(P.nMeals * n * 4);
  firstSeat = allocate((P.nTables + 1) * 4);
  member = allocate(places * 4);
  place = allocate(P.nMeals * n * 4);
  taken = allocate(P.nTables * 4);
  count = allocate(P.nTables * P.nSides * 4);
  open = allocate(known * 8);
  brings = allocate(known * 8);
  colleagueStart = allocate((n + 2) * 4);
  colleague = allocate(n * 4);
  rows = allocate(most * n * 8);
  // The allocator gives nothing more once it has refused.
  if (rows == 0) return;
  usable = true;
  for (let t = 0; t < P.nTables; t++) st(firstSeat + ((t + 1) << 2), P.at(firstSeat, t) + capacity(t));
  for (let p = 0; p < n; p++) add(colleagueStart, P.at(P.organisation, p) + 2, 1);
  for (let o = 0; o < n; o++) add(colleagueStart, o + 2, P.at(colleagueStart, o + 1));
  for (let p = 0; p < n; p++) {
    const o = P.at(P.organisation, p);
    st(colleague + (P.at(colleagueStart, o + 1) << 2), p);
    add(colleagueStart, o + 1, 1);
  }
}

/** There is no memory for whoever uses it. */
export function giveUp(): void {
  usable = false;
}

/** Seats of a table that can be taken at all. */
function capacity(t: i32): i32 {
  const n = P.at(P.tableSeats, t);
  return n < P.nParticipants ? n : P.nParticipants;
}

function add(section: i32, i: i32, n: i32): void {
  st(section + (i << 2), P.at(section, i) + n);
}

/** Begins from these seats, of all meals; `records`: the meetings that are held. */
export function take(from: i32, records: i32): void {
  copy(seats, from, P.nMeals * P.nParticipants * 4);
  zero(taken, P.nTables * 4);
  zero(count, P.nTables * P.nSides * 4);
  for (let m = 0; m < P.nMeals; m++)
    for (let p = 0; p < P.nParticipants; p++) {
      const t = P.at(seats, m * P.nParticipants + p);
      if (t >= 0) enter(m, p, t);
    }
  const known = P.at(P.knowsStart, P.nParticipants);
  for (let k = 0; k < known; k++)
    stf(open + (k << 3), P.at(P.knowsVeto, k) != 0 ? -VETO : ldf(P.knowsValue + (k << 3)));
  for (let u = 0; u < P.nUnits; u++) {
    if (ld(records + (u << 4)) < 0) continue;
    met(P.at(P.unitP, u), P.at(P.unitQ, u));
    met(P.at(P.unitQ, u), P.at(P.unitP, u));
  }
}

function met(p: i32, q: i32): void {
  const k = knownAt(p, q);
  if (k >= 0 && P.at(P.knowsVeto, k) == 0) stf(open + (k << 3), 0);
}

function enter(m: i32, p: i32, t: i32): void {
  const at = m * P.nParticipants + p;
  const i = P.at(taken, t);
  st(seats + (at << 2), t);
  st(place + (at << 2), i);
  st(member + ((P.at(firstSeat, t) + i) << 2), p);
  add(taken, t, 1);
  add(count, t * P.nSides + P.at(P.side, p), 1);
}

function leave(m: i32, p: i32): void {
  const at = m * P.nParticipants + p;
  const t = P.at(seats, at);
  add(taken, t, -1);
  add(count, t * P.nSides + P.at(P.side, p), -1);
  const last = memberAt(t, P.at(taken, t));
  const i = P.at(place, at);
  st(member + ((P.at(firstSeat, t) + i) << 2), last);
  st(place + ((m * P.nParticipants + last) << 2), i);
  st(seats + (at << 2), -1);
}

/** People at table t; who they are: memberAt(t, 0) and so on. */
export function takenAt(t: i32): i32 {
  return P.at(taken, t);
}
export function memberAt(t: i32, i: i32): i32 {
  return P.at(member, P.at(firstSeat, t) + i);
}
/** People of side s at table t. */
export function countAt(t: i32, s: i32): i32 {
  return P.at(count, t * P.nSides + s);
}
/** The table of p at this meal, or -1. */
export function tableOf(p: i32): i32 {
  return P.at(here, p);
}

/** p and q sit together at another meal. */
function elsewhere(p: i32, q: i32): bool {
  for (let m = 0; m < P.nMeals; m++) {
    if (m == meal) continue;
    const t = P.at(seats, m * P.nParticipants + p);
    if (t >= 0 && t == P.at(seats, m * P.nParticipants + q)) return true;
  }
  return false;
}

/** Turns to meal m: fills its rows. */
export function turnTo(m: i32): void {
  meal = m;
  firstTable = P.at(P.tableStart, m);
  tables = P.at(P.tableStart, m + 1) - firstTable;
  here = seats + ((m * P.nParticipants) << 2);
  for (let p = 0; p < P.nParticipants; p++) {
    const end = P.at(P.knowsStart, p + 1);
    for (let k = P.at(P.knowsStart, p); k < end; k++) {
      const value = ldf(open + (k << 3));
      stf(brings + (k << 3), value > 0 && elsewhere(p, P.at(P.knows, k)) ? 0 : value);
    }
  }
  zero(rows, P.nParticipants * (tables + 1) * 8);
  for (let p = 0; p < P.nParticipants; p++) {
    stf(cell(p, -1), -P.mealSeat);
    if (tableOf(p) >= 0) spread(p, tableOf(p), 1);
  }
}

/** Where the points stand that p brings, or would bring, to a table of this meal, or without a seat (-1). */
function cell(p: i32, t: i32): i32 {
  return rows + ((p * (tables + 1) + (t >= 0 ? t - firstTable : tables)) << 3);
}

/** Points that p brings, or would bring, with those who sit at table t (-1: without a seat). */
export function points(p: i32, t: i32): f64 {
  return ldf(cell(p, t));
}

/** The table of this meal, but for its own, where p would bring most; -1 when there is none. */
export function bestTable(p: i32): i32 {
  const own = tableOf(p) >= 0 ? cell(p, tableOf(p)) : 0;
  const brings: f64 = own == 0 ? 0 : ldf(own);
  if (own != 0) stf(own, -Infinity);
  const i = mostAt(cell(p, firstTable), tables);
  if (own != 0) stf(own, brings);
  return i < 0 ? -1 : firstTable + i;
}

function addTo(q: i32, t: i32, more: f64): void {
  const at = cell(q, t);
  stf(at, ldf(at) + more);
}

/** p sits at table t (n = 1), or no more (-1): all others bring more there, or less. */
function spread(p: i32, t: i32, n: f64): void {
  const end = P.at(P.knowsStart, p + 1);
  for (let k = P.at(P.knowsStart, p); k < end; k++) {
    const value = ldf(brings + (k << 3));
    if (value != 0) addTo(P.at(P.knows, k), t, n * value);
  }
  if (P.mealColleagues != 0) {
    const o = P.at(P.organisation, p);
    for (let i = P.at(colleagueStart, o); i < P.at(colleagueStart, o + 1); i++) {
      const q = P.at(colleague, i);
      if (q != p) addTo(q, t, -n * P.mealColleagues);
    }
  }
  if (P.mealRepeat == 0) return;
  for (let m = 0; m < P.nMeals; m++) {
    const other = m == meal ? -1 : P.at(seats, m * P.nParticipants + p);
    if (other < 0) continue;
    for (let i = 0; i < P.at(taken, other); i++) {
      const q = memberAt(other, i);
      if (q != p && !before(m, p, q)) addTo(q, t, -n * P.mealRepeat);
    }
  }
}

/** p and q sit together at a meal before m, this one aside: they have been counted. */
function before(m: i32, p: i32, q: i32): bool {
  for (let e = 0; e < m; e++) {
    if (e == meal) continue;
    const t = P.at(seats, e * P.nParticipants + p);
    if (t >= 0 && t == P.at(seats, e * P.nParticipants + q)) return true;
  }
  return false;
}

/** Points that p and x bring when they share a table of this meal. */
export function between(p: i32, x: i32): f64 {
  const k = knownAt(p, x);
  let sum: f64 = k >= 0 ? ldf(brings + (k << 3)) : 0;
  if (P.at(P.organisation, p) == P.at(P.organisation, x)) sum -= P.mealColleagues;
  if (P.mealRepeat != 0 && elsewhere(p, x)) sum -= P.mealRepeat;
  return sum;
}

/** p goes to table t (-1: has no seat any more). */
export function move(p: i32, t: i32): void {
  const from = tableOf(p);
  if (from >= 0) {
    leave(meal, p);
    spread(p, from, -1);
  }
  if (t >= 0) {
    enter(meal, p, t);
    spread(p, t, 1);
  }
}

/** Somebody whom p knows and with whom a table would bring something: entry i of those p knows; or -1. */
export function wished(p: i32, i: i32): i32 {
  const k = P.at(P.knowsStart, p) + i;
  return ldf(brings + (k << 3)) > 0 ? P.at(P.knows, k) : -1;
}

/** How many p knows. */
export function knownTo(p: i32): i32 {
  return P.at(P.knowsStart, p + 1) - P.at(P.knowsStart, p);
}
