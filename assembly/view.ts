// A solution as the counting functions see it: any solution, also a broken one. evaluate.ts points it at records and
// seats; rules/*.ts and terms/*.ts read it in total(). It shares nothing with the working solution of the search.

import * as L from "./layout";
import { allocate, ld, ldf, st, stf, zero } from "./mem";
import * as P from "./problem";

let record: i32 = 0;
/** Its seats: [meal x participants + participant] table or -1. */
export let seats: i32 = 0;
let stats: i32 = 0;
let rowFirst: i32 = 0; // [row + 1]
let list: i32 = 0; // [2 x units] units of a row, by slot then unit
let meetings: i32 = 0; // [participant]
/** Words for whoever counts: at least 2 per unit, one per place and slot, one per unit and participant. */
export let scratch: i32 = 0;

/** Allocates what counting needs; false when memory is out. */
export function setup(statsAt: i32): bool {
  stats = statsAt;
  rowFirst = allocate((P.nRows + 2) * 4);
  list = allocate(P.nUnits * 8);
  meetings = allocate(P.nParticipants * 4);
  let words: i32 = P.nUnits * 2 + 8;
  if (P.nPlaces * P.nSlots > words) words = P.nPlaces * P.nSlots;
  if (P.nUnits + P.nParticipants > words) words = P.nUnits + P.nParticipants;
  scratch = allocate(words * 4);
  return rowFirst != 0 && list != 0 && meetings != 0 && scratch != 0;
}

/** Looks at a solution: sorts each row's meetings by slot (a counting sort, so ties stay in order of units). */
export function look(records: i32, seating: i32): void {
  record = records;
  seats = seating;
  zero(rowFirst, (P.nRows + 2) * 4);
  zero(meetings, P.nParticipants * 4);
  for (let u = 0; u < P.nUnits; u++) {
    if (!held(u)) continue;
    bump(rowFirst + ((rowPAt(u) + 2) << 2));
    bump(rowFirst + ((rowQAt(u) + 2) << 2));
    bump(meetings + (P.at(P.unitP, u) << 2));
    bump(meetings + (P.at(P.unitQ, u) << 2));
  }
  for (let r = 0; r < P.nRows; r++) st(rowFirst + ((r + 2) << 2), P.at(rowFirst, r + 2) + P.at(rowFirst, r + 1));
  for (let t = 0; t < P.nSlots; t++) {
    // Filled slot by slot, so each row's part ends up in order.
    for (let u = 0; u < P.nUnits; u++) {
      if (slotAt(u) != t) continue;
      push(rowPAt(u), u);
      push(rowQAt(u), u);
    }
  }
}

function bump(at: i32): void {
  st(at, ld(at) + 1);
}

function push(r: i32, u: i32): void {
  const at = rowFirst + ((r + 1) << 2);
  st(list + (ld(at) << 2), u);
  st(at, ld(at) + 1);
}

export function slotAt(u: i32): i32 {
  return ld(record + (u << 4));
}
export function held(u: i32): bool {
  return slotAt(u) >= 0;
}
export function rowPAt(u: i32): i32 {
  return ld(record + (u << 4) + 4);
}
export function rowQAt(u: i32): i32 {
  return ld(record + (u << 4) + 8);
}
export function placeAt(u: i32): i32 {
  return ld(record + (u << 4) + 12);
}
export function tableAt(meal: i32, p: i32): i32 {
  return P.at(seats, meal * P.nParticipants + p);
}
export function meetingsOf(p: i32): i32 {
  return P.at(meetings, p);
}
/** Meetings of row r are meeting(i) for first(r) <= i < last(r), by slot. */
export function first(r: i32): i32 {
  return P.at(rowFirst, r);
}
export function last(r: i32): i32 {
  return P.at(rowFirst, r + 1);
}
export function meeting(i: i32): i32 {
  return P.at(list, i);
}

/** Counts n breaches of a rule. */
export function breach(rule: i32, n: i32): void {
  const at = stats + ((L.S_RULES + rule) << 3);
  stf(at, ldf(at) + n);
}

/** Adds to a term of the score. */
export function score(term: i32, points: f64): void {
  const at = stats + ((L.S_TERMS + term) << 3);
  stf(at, ldf(at) + points);
}
