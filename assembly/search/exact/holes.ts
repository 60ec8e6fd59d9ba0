// Counting holes in clauses: how many each row must have, counters of those it has, and a variable for each total that can be
// asked for. Called by formula.ts and ../exact.ts.

import * as rowHoles from "../../bound/holes";
import { allocate, fill32, ld, st } from "../../mem";
import * as P from "../../problem";
import * as C from "../clauses";
import { begunInBest, busyInBest, no, resumes, three, yes } from "./variables";

/** Variables there may be for counters. */
const MOST_COUNTERS: i32 = 120000;
/** Totals that can be asked for by a variable of their own. */
export const MOST_TOTALS: i32 = 24;

/** [row] fewest holes it has. */
export let least: i32 = 0;
let fewestOf: i32 = 0; // [row] what rowHoles says when nothing is left out, -1: not asked yet
/** Fewest holes of all rows together. */
export let leastTotal: i32 = 0;
let counters: i32 = 0; // [row x slots + slot] as many variables as the row has counters, from this one: so many holes up to here
let nCounters: i32 = 0; // [row]
/** Variables there are for counters. */
export let spare: i32 = 0;
/** [total] variable: no more holes than leastTotal + total. */
export let totals: i32 = 0;
export let nTotals: i32 = 0;
let bound: i32 = -1; // at most so many holes
let below: i32 = 0; // holes that this bound does not count, because every row has them

/** Allocates; false when memory is out. */
export function setup(): bool {
  const grid = P.nRows * P.nSlots;
  counters = allocate(grid * 4);
  nCounters = allocate(P.nRows * 4);
  least = allocate(P.nRows * 4);
  fewestOf = allocate(P.nRows * 4);
  totals = allocate(MOST_TOTALS * 4);
  if (counters == 0 || nCounters == 0 || least == 0 || fewestOf == 0 || totals == 0 || !rowHoles.setup()) return false;
  fill32(fewestOf, -1, P.nRows);
  spare = 12 * grid < MOST_COUNTERS ? 12 * grid : MOST_COUNTERS;
  return true;
}

/** The fewest holes that each row can have, and all together; 0 where meetings may be left out. */
export function countLeast(all: bool): void {
  leastTotal = 0;
  for (let r = 0; r < P.nRows; r++) {
    let n: i32 = 0;
    if (all) {
      const known = fewestOf + (r << 2);
      if (ld(known) < 0) st(known, rowHoles.fewest(P.at(P.rowOwner, r), P.nSlots));
      n = ld(known);
    }
    st(least + (r << 2), n);
    leastTotal += n;
  }
}

/** Most holes that any row can have. */
function mostHoles(): i32 {
  let most: i32 = 0;
  for (let s = 0; s < P.nSessions; s++) {
    let n = (P.at(P.sessionLast, s) - P.at(P.sessionFirst, s)) >> 1;
    if (P.maxHoles >= 0 && P.maxHoles < n) n = P.maxHoles;
    most += n;
  }
  return most;
}

/**
 * Counters of the holes of each row up to each slot (Sinz 2005), as far as more than `holes` in all would show. False
 * when there are too many of them.
 */
export function count(holes: i32): bool {
  nTotals = 0;
  if (holes < leastTotal) return false;
  let n: i32 = 0;
  for (let r = 0; r < P.nRows; r++) {
    const enough = P.at(least, r) + holes - leastTotal + 1;
    const most = mostHoles();
    st(nCounters + (r << 2), most < enough ? most : enough);
    n += P.at(nCounters, r) * P.nSlots;
  }
  if (n > spare) return false;
  for (let r = 0; r < P.nRows; r++) {
    let now: i32 = 0;
    for (let t = 0; t < P.nSlots; t++) {
      const i = r * P.nSlots + t;
      const h = P.at(resumes, i);
      if (h >= 0 && busyInBest(r, t) && !busyInBest(r, t - 1) && begunInBest(r, t - 1)) now++;
      for (let k = 0; k < P.at(nCounters, r); k++) {
        const c = C.variable();
        if (k == 0) st(counters + (i << 2), c);
        C.setPhase(c, now > k);
        if (t > 0) C.two(no(P.at(counters, i - 1) + k), yes(c));
        if (h < 0) continue;
        if (k == 0) C.two(no(h), yes(c));
        else if (t > 0) three(no(h), no(P.at(counters, i - 1) + k - 1), yes(c));
      }
    }
  }
  return true;
}

/** The literal: row r has holes; -1 where it has no counters. */
export function someHoles(r: i32): i32 {
  return P.at(nCounters, r) > 0 ? yes(P.at(counters, r * P.nSlots + P.nSlots - 1)) : -1;
}

/** No more than `holes` in all, by the counters or without any; -1: any number. */
export function limit(holes: i32, counted: bool): void {
  bound = -1;
  if (counted) totalBounds(holes);
  else if (holes >= 0) {
    C.begin();
    for (let i = 0; i < P.nRows * P.nSlots; i++) if (P.at(resumes, i) >= 0) C.literal(yes(P.at(resumes, i)));
    bound = C.bound(holes);
    below = 0;
  }
}

/** What was found is not good enough any more. */
export function tighten(holes: i32): void {
  C.tighten(bound, holes - below);
}

/** Counters that say a row has more holes than it must. */
function moreHoles(): void {
  for (let r = 0; r < P.nRows; r++)
    for (let k = P.at(least, r); k < P.at(nCounters, r); k++)
      C.literal(yes(P.at(counters, r * P.nSlots + P.nSlots - 1) + k));
}

/** No more than `holes` in all; and a variable for each total from the least on, which says: no more than that. */
function totalBounds(holes: i32): void {
  for (let r = 0; r < P.nRows; r++) {
    if (P.at(least, r) == 0) continue;
    let n: i32 = 0;
    C.begin();
    for (let t = 0; t < P.nSlots; t++)
      if (P.at(resumes, r * P.nSlots + t) >= 0) {
        C.literal(no(P.at(resumes, r * P.nSlots + t)));
        n++;
      }
    C.bound(n - P.at(least, r));
  }
  let n: i32 = 0;
  for (let r = 0; r < P.nRows; r++) if (P.at(nCounters, r) > P.at(least, r)) n += P.at(nCounters, r) - P.at(least, r);
  C.begin();
  moreHoles();
  bound = C.bound(holes - leastTotal);
  below = leastTotal;
  for (; nTotals < MOST_TOTALS && nTotals < holes - leastTotal; nTotals++) {
    const v = C.variable();
    st(totals + (nTotals << 2), v);
    C.begin();
    moreHoles();
    // As heavy as all but that many of them.
    for (let i = nTotals; i < n; i++) C.literal(yes(v));
    C.bound(n);
  }
}
