// A timetable of locked meetings as clauses and bounds for clauses.ts: which meeting in which slot, who is busy when,
// where a row's day resumes after a hole. Asks for fewer meetings left out, then for fewer holes, than the best so far;
// the answer "there is none" is a proof. Attempts look around the best so far, every fourth everywhere. Called by
// timetable.ts.

import * as Best from "../best";
import * as rowHoles from "../bound/holes";
import { allocate, fill32, ld, ld8, st, st8, toInt, zero } from "../mem";
import * as P from "../problem";
import { below } from "../rng";
import * as C from "./clauses";
import { canBe, poolRoom, resource } from "./relaxed";

let inSlot: i32 = 0; // [unit x slots + slot] variable: held there, or -1
let upTo: i32 = 0; // [unit x slots + slot] variable: held there or earlier, or -1
let away: i32 = 0; // [unit] variable: not held
let busy: i32 = 0; // [row x slots + slot]
let begun: i32 = 0; // [row x slots + slot] variable: busy there or earlier in this session
let resumes: i32 = 0; // [row x slots + slot] variable: a hole ends there, or -1
/** [unit] slot in the timetable found, or -1. */
export let found: i32 = 0;
let missing: i32 = -1; // variable: some meeting is left out; -1: none may be
/** Nothing holds all meetings. */
let allRefuted = false;
let users: i32 = 0; // [1 + place] meetings that take room of the pool or of that place
let attempts: i32 = 0;
let everywhere = false;
let reach: f64 = 0; // meetings that may move in an attempt
let loose: i32 = 0; // u8 [unit] may move in this attempt
let nLoose: i32 = 0;
let outsBound: i32 = -1;
let holesBound: i32 = -1;
let counters: i32 = 0; // [row x slots + slot] as many variables as the row has counters, from this one: so many holes up to here
let nCounters: i32 = 0; // [row]
let least: i32 = 0; // [row] fewest holes it has, and what rowHoles says when nothing is left out, -1: not asked yet
let fewestOf: i32 = 0;
let totals: i32 = 0; // [total] variable: no more holes than leastTotal + total
let nTotals: i32 = 0;
/** Fewest holes of all rows together that are not refuted. */
let leastTotal: i32 = 0;
/** Variables there are for counters, and may be at most. */
let spare: i32 = 0;
/** Holes that holesBound does not count, because every row has them. */
let holesBelow: i32 = 0;
/** Totals refuted, from the least on. */
let refuted: i32 = 0;
let asksAll = false; // this attempt leaves out nothing
/** How far above the least total that is not refuted the next attempt asks. */
let aim: i32 = 0;
let wantedHoles: i32 = 0;
let asking: i32 = -1; // the total that this attempt asks for
const MOST_COUNTERS: i32 = 120000;
/** Totals that can be asked for by a variable of their own. */
const MOST_TOTALS: i32 = 24;
/** Conflicts that an attempt may cost, and how many times that everywhere. */
const CONFLICTS: i32 = 300;
const EVERYWHERE: i32 = 8;
export let usable = false;
/** Looks everywhere, and for the fewest holes, more often: one of several runs does. */
let bold: bool = false;
export function beBold(yes: bool): void {
  bold = yes;
}

export function setup(): bool {
  let xs: i32 = 0;
  for (let u = 0; u < P.nUnits; u++)
    for (let t = 0; t < P.nSlots; t++) if (P.at(P.unitLocked, u) != 0 && canBe(u, t)) xs++;
  const grid = P.nRows * P.nSlots;
  usable = xs <= 60000 && grid <= 60000 && P.nPrecedences <= 20000;
  if (!usable) return true;
  const ordered = P.nPrecedences > 0 ? P.nLocks * P.nSlots : 0;
  const ordering = P.nPrecedences * P.nSlots;
  inSlot = allocate(P.nUnits * P.nSlots * 4);
  upTo = allocate(P.nUnits * P.nSlots * 4);
  away = allocate(P.nUnits * 4);
  found = allocate(P.nUnits * 4);
  users = allocate((P.nPlaces + 1) * 4);
  loose = allocate(P.nUnits);
  busy = allocate(grid * 4);
  begun = allocate(grid * 4);
  resumes = allocate(grid * 4);
  counters = allocate(grid * 4);
  nCounters = allocate(P.nRows * 4);
  least = allocate(P.nRows * 4);
  fewestOf = allocate(P.nRows * 4);
  totals = allocate(MOST_TOTALS * 4);
  if (found == 0 || users == 0 || resumes == 0 || counters == 0 || totals == 0 || fewestOf == 0 || !rowHoles.setup())
    return false;
  fill32(fewestOf, -1, P.nRows);
  allRefuted = false;
  spare = 12 * grid < MOST_COUNTERS ? 12 * grid : MOST_COUNTERS;
  const words = 40 * xs + 130 * grid + 22 * ordered + 8 * ordering + 16 * spare + (1 << 22);
  const bounds = P.nLocks + 2 * grid + P.nRows * (P.nSessions + 4) + (P.nPlaces + 4) * P.nSlots + 2 + MOST_TOTALS;
  return C.setup(xs + ordered + P.nLocks + 3 * grid + 2 * P.nRows + 1 + spare + MOST_TOTALS, bounds, words);
}

/** The last attempt failed: nothing so near; or it was given up: too much to look through. */
export function resize(failed: bool): void {
  if (everywhere) return;
  if (failed) reach += reach * 0.02 + 1;
  else reach -= reach * 0.02;
  if (reach > (P.nLocks as f64)) reach = P.nLocks;
  if (reach < 10) reach = 10;
}

function loosen(u: i32): void {
  if (P.at(P.unitLocked, u) == 0 || ld8(loose + u) != 0) return;
  st8(loose + u, 1);
  nLoose++;
}
function loosenRow(p: i32): void {
  for (let i = P.at(P.adjacentStart, p); i < P.at(P.adjacentStart, p + 1); i++) loosen(P.at(P.adjacent, i));
}
function holesInBest(p: i32): i32 {
  let n: i32 = 0;
  let previous: i32 = -1;
  for (let t = 0; t < P.nSlots; t++) {
    if (!busyInBest(p, t)) continue;
    if (previous >= 0 && t > previous + 1 && P.at(P.slotSession, t) == P.at(P.slotSession, previous)) n++;
    previous = t;
  }
  return n;
}

/**
 * Next attempt: about `size` meetings may move, those around a hole or (with `outs`) around a meeting left out; every
 * fourth time all of them may.
 */
export function attempt(outs: bool): void {
  everywhere = (attempts & (bold ? 1 : 3)) == 0;
  attempts++;
  C.attempt(everywhere ? EVERYWHERE * CONFLICTS : CONFLICTS, !everywhere);
  asking = -1;
  asksAll = false;
  if (everywhere) {
    if (outs && missing >= 0 && !allRefuted && (attempts & 4) == 0) {
      asksAll = true;
      C.assume(no(missing));
    }
    if (!outs && refuted < nTotals) {
      // From the least that is not refuted up to just under the best so far, and again.
      if (refuted + aim >= nTotals || leastTotal + refuted + aim >= wantedHoles) aim = 0;
      asking = refuted + aim;
      aim++;
      C.assume(yes(P.at(totals, asking)));
    }
    return;
  }
  const size = toInt(reach);
  zero(loose, P.nUnits);
  nLoose = 0;
  // Somebody with a hole, or whose meeting is left out.
  let p: i32 = below(P.nRows);
  for (let i = 0; i < P.nRows; i++) {
    let wanted = false;
    if (!outs) wanted = holesInBest(p) > P.at(least, p);
    else
      for (let k = P.at(P.adjacentStart, p); k < P.at(P.adjacentStart, p + 1); k++) {
        const u = P.at(P.adjacent, k);
        if (P.at(P.unitLocked, u) != 0 && slotOfBest(u) < 0) wanted = true;
      }
    if (wanted) break;
    p = p + 1 < P.nRows ? p + 1 : 0;
  }
  loosenRow(p);
  const kind = below(3);
  if (kind == 0) {
    // Everything in some slots next to each other. What is left out is in none of them.
    const from = below(P.nSlots);
    for (let i = 0; i < P.nSlots && nLoose < size; i++) {
      const t = from + i < P.nSlots ? from + i : from + i - P.nSlots;
      for (let u = 0; u < P.nUnits; u++) if (slotOfBest(u) == t) loosen(u);
    }
  } else {
    // Those they meet, and those whom these meet.
    let guard: i32 = 0;
    while (nLoose < size && guard < 10 * P.nRows) {
      guard++;
      const from = P.at(P.adjacentStart, p);
      const n = P.at(P.adjacentStart, p + 1) - from;
      if (n == 0 || below(8) == 0 || (kind == 2 && below(2) == 0)) {
        p = below(P.nRows);
        if (kind == 2 && holesInBest(p) <= P.at(least, p)) p = below(P.nRows);
      } else {
        const u = P.at(P.adjacent, from + below(n));
        p = P.at(P.unitP, u) == p ? P.at(P.unitQ, u) : P.at(P.unitP, u);
      }
      loosenRow(p);
    }
  }
  for (let u = 0; u < P.nUnits; u++) {
    if (P.at(P.unitLocked, u) == 0 || ld8(loose + u) != 0) continue;
    const t = slotOfBest(u);
    C.assume(yes(t < 0 ? P.at(away, u) : P.at(inSlot, u * P.nSlots + t)));
  }
}

function yes(v: i32): i32 {
  return 2 * v;
}
function no(v: i32): i32 {
  return 2 * v + 1;
}
function slotOfBest(u: i32): i32 {
  return ld(Best.records + (u << 4));
}

/** A timetable with at most so many meetings left out and so many holes (-1: any number). */
export function start(outs: i32, holes: i32): void {
  C.clear();
  countLeast(outs == 0 && holes >= 0);
  variables();
  meetings();
  rows();
  precedences();
  const counted = holes >= 0 && countHoles(holes);
  anybodyMissing(outs);
  if (P.nSessions == 1) wholeDays(counted, outs);
  C.boundsFollow();
  meetingBounds();
  rowBounds();
  placeBounds();
  crowdBounds(outs);
  C.begin();
  for (let u = 0; u < P.nUnits; u++) if (P.at(P.unitLocked, u) != 0) C.literal(yes(P.at(away, u)));
  outsBound = C.bound(outs);
  holesBound = -1;
  if (counted) totalBounds(holes);
  else if (holes >= 0) {
    C.begin();
    for (let i = 0; i < P.nRows * P.nSlots; i++) if (P.at(resumes, i) >= 0) C.literal(yes(P.at(resumes, i)));
    holesBound = C.bound(holes);
    holesBelow = 0;
  }
  C.finish();
  if (C.overflowed) usable = false;
  attempts = 0;
  refuted = 0;
  aim = 0;
  wantedHoles = holes;
  reach = 0.25 * (P.nLocks as f64);
}

/** The fewest holes that each row can have, and all together; 0 where meetings may be left out. */
function countLeast(all: bool): void {
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
function countHoles(holes: i32): bool {
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

function begunInBest(r: i32, t: i32): bool {
  for (let s = P.at(P.sessionFirst, P.at(P.slotSession, t)); s <= t; s++) if (busyInBest(r, s)) return true;
  return false;
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
  holesBound = C.bound(holes - leastTotal);
  holesBelow = leastTotal;
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

/** What was found is not good enough any more. */
export function tightenHoles(holes: i32): void {
  wantedHoles = holes;
  C.tighten(holesBound, holes - holesBelow);
}

export function tightenOuts(outs: i32): void {
  C.tighten(outsBound, outs);
}

/** No timetable has fewer holes than this, unless it leaves out more. */
export function fewestHoles(): i32 {
  return leastTotal + refuted;
}

/** One decision; C.SATISFIED: a timetable is in `found`. */
export function step(): i32 {
  const result = C.step();
  if (result == C.FAILED && asking >= refuted) {
    refuted = asking + 1;
    aim = 0;
  }
  if (result == C.FAILED && asksAll) allRefuted = true;
  if (result == C.SATISFIED) {
    fill32(found, -1, P.nUnits);
    for (let u = 0; u < P.nUnits; u++) {
      if (P.at(P.unitLocked, u) == 0) continue;
      for (let t = 0; t < P.nSlots; t++) {
        const x = P.at(inSlot, u * P.nSlots + t);
        if (x >= 0 && C.isTrue(yes(x))) st(found + (u << 2), t);
      }
    }
  }
  return result;
}

function variables(): void {
  fill32(inSlot, -1, P.nUnits * P.nSlots);
  fill32(upTo, -1, P.nUnits * P.nSlots);
  fill32(resumes, -1, P.nRows * P.nSlots);
  for (let u = 0; u < P.nUnits; u++) {
    if (P.at(P.unitLocked, u) == 0) continue;
    const pair = P.at(P.unitPair, u);
    const ordered =
      P.at(P.beforeStart, pair) < P.at(P.beforeStart, pair + 1) ||
      P.at(P.afterStart, pair) < P.at(P.afterStart, pair + 1);
    const s = slotOfBest(u);
    for (let t = 0; t < P.nSlots; t++) {
      const i = (u * P.nSlots + t) << 2;
      if (canBe(u, t)) {
        st(inSlot + i, C.variable());
        C.setPhase(ld(inSlot + i), s == t);
      }
      if (ordered) {
        st(upTo + i, C.variable());
        C.setPhase(ld(upTo + i), s >= 0 && s <= t);
      }
    }
    st(away + (u << 2), C.variable());
  }
  for (let r = 0; r < P.nRows; r++) {
    let any: bool = false;
    for (let t = 0; t < P.nSlots; t++) {
      const i = (r * P.nSlots + t) << 2;
      if (t == P.at(P.sessionFirst, P.at(P.slotSession, t))) any = false;
      const here = busyInBest(r, t);
      st(busy + i, C.variable());
      C.setPhase(ld(busy + i), here);
      any = any || here;
      st(begun + i, C.variable());
      C.setPhase(ld(begun + i), any);
      if (t >= P.at(P.sessionFirst, P.at(P.slotSession, t)) + 2) st(resumes + i, C.variable());
    }
  }
}

function busyInBest(r: i32, t: i32): bool {
  const p = P.at(P.rowOwner, r);
  for (let i = P.at(P.adjacentStart, p); i < P.at(P.adjacentStart, p + 1); i++)
    if (slotOfBest(P.at(P.adjacent, i)) == t) return true;
  return false;
}

/** Every meeting is somewhere or away; where it is, both are busy. */
function meetings(): void {
  for (let u = 0; u < P.nUnits; u++) {
    if (P.at(P.unitLocked, u) == 0) continue;
    C.begin();
    C.literal(yes(P.at(away, u)));
    for (let t = 0; t < P.nSlots; t++) {
      const x = P.at(inSlot, u * P.nSlots + t);
      if (x >= 0) C.literal(yes(x));
    }
    C.clause();
    for (let t = 0; t < P.nSlots; t++) {
      const x = P.at(inSlot, u * P.nSlots + t);
      if (x < 0) continue;
      C.two(no(x), yes(P.at(busy, P.at(P.unitP, u) * P.nSlots + t)));
      C.two(no(x), yes(P.at(busy, P.at(P.unitQ, u) * P.nSlots + t)));
    }
  }
}

function three(a: i32, b: i32, c: i32): void {
  C.begin();
  C.literal(a);
  C.literal(b);
  C.literal(c);
  C.clause();
}

/** Who is busy has a meeting; a day that has begun, pauses and goes on has a hole. */
function rows(): void {
  for (let r = 0; r < P.nRows; r++)
    for (let t = 0; t < P.nSlots; t++) {
      const first = P.at(P.sessionFirst, P.at(P.slotSession, t));
      const i = r * P.nSlots + t;
      const y = P.at(busy, i);
      const b = P.at(begun, i);
      C.begin();
      C.literal(no(y));
      meetingsOf(r, t);
      C.clause();
      C.two(no(y), yes(b));
      if (t == first) {
        C.two(no(b), yes(y));
        continue;
      }
      C.two(no(P.at(begun, i - 1)), yes(b));
      three(no(b), yes(P.at(begun, i - 1)), yes(y));
      const h = P.at(resumes, i);
      if (h < 0) continue;
      C.begin();
      C.literal(no(y));
      C.literal(yes(P.at(busy, i - 1)));
      C.literal(no(P.at(begun, i - 2)));
      C.literal(yes(h));
      C.clause();
      C.two(no(h), yes(y));
      C.two(no(h), no(P.at(busy, i - 1)));
      C.two(no(h), yes(P.at(begun, i - 2)));
    }
}

/** A variable that says: some meeting is left out. */
function anybodyMissing(outs: i32): void {
  missing = -1;
  if (outs == 0) return;
  missing = C.variable();
  C.begin();
  C.literal(no(missing));
  for (let u = 0; u < P.nUnits; u++) if (P.at(P.unitLocked, u) != 0) C.literal(yes(P.at(away, u)));
  C.clause();
  for (let u = 0; u < P.nUnits; u++) if (P.at(P.unitLocked, u) != 0) C.two(no(P.at(away, u)), yes(missing));
}

/**
 * Where the day is one session, a row that has all its meetings and no hole is busy from its first slot on, as long as it has
 * meetings: busy in t is the same as begun by then and not begun that long before. Nothing follows for another row.
 */
function wholeDays(counted: bool, outs: i32): void {
  for (let r = 0; r < P.nRows; r++) {
    const p = P.at(P.rowOwner, r);
    const n = locksOf(p);
    if (n == 0 || n > P.nSlots || P.at(least, r) > 0) continue;
    let short: i32 = -1; // the literal: one of its meetings is left out
    if (outs > 0) {
      short = yes(C.variable());
      for (let k = P.at(P.adjacentStart, p); k < P.at(P.adjacentStart, p + 1); k++) {
        const u = P.at(P.adjacent, k);
        if (P.at(P.unitLocked, u) != 0) C.two(no(P.at(away, u)), short);
      }
      C.begin();
      C.literal(short ^ 1);
      for (let k = P.at(P.adjacentStart, p); k < P.at(P.adjacentStart, p + 1); k++) {
        const u = P.at(P.adjacent, k);
        if (P.at(P.unitLocked, u) != 0) C.literal(yes(P.at(away, u)));
      }
      C.clause();
    }
    let some: i32 = -1; // the literal: there are holes
    if (counted) {
      if (P.at(nCounters, r) > 0) some = yes(P.at(counters, r * P.nSlots + P.nSlots - 1));
    } else if (P.maxHoles != 0) {
      some = yes(C.variable());
      for (let t = 0; t < P.nSlots; t++) {
        const h = P.at(resumes, r * P.nSlots + t);
        if (h >= 0) C.two(no(h), some);
      }
    }
    C.begin();
    if (short >= 0) C.literal(short);
    C.literal(yes(P.at(begun, r * P.nSlots + P.nSlots - n)));
    C.clause();
    for (let t = 0; t < P.nSlots; t++) {
      const i = r * P.nSlots + t;
      C.begin();
      if (some >= 0) C.literal(some);
      if (short >= 0) C.literal(short);
      C.literal(no(P.at(begun, i)));
      if (t >= n) C.literal(yes(P.at(begun, i - n)));
      C.literal(yes(P.at(busy, i)));
      C.clause();
      if (t < n) continue;
      C.begin();
      if (some >= 0) C.literal(some);
      if (short >= 0) C.literal(short);
      C.literal(no(P.at(busy, i)));
      C.literal(no(P.at(begun, i - n)));
      C.clause();
    }
  }
}

function locksOf(p: i32): i32 {
  let n: i32 = 0;
  for (let k = P.at(P.adjacentStart, p); k < P.at(P.adjacentStart, p + 1); k++)
    if (P.at(P.unitLocked, P.at(P.adjacent, k)) != 0) n++;
  return n;
}

function meetingsOf(r: i32, t: i32): void {
  const p = P.at(P.rowOwner, r);
  for (let k = P.at(P.adjacentStart, p); k < P.at(P.adjacentStart, p + 1); k++) {
    const x = P.at(inSlot, P.at(P.adjacent, k) * P.nSlots + t);
    if (x >= 0) C.literal(yes(x));
  }
}

function precedences(): void {
  if (P.nPrecedences == 0) return;
  for (let u = 0; u < P.nUnits; u++) {
    if (P.at(P.unitLocked, u) == 0 || P.at(upTo, u * P.nSlots) < 0) continue;
    for (let t = 0; t < P.nSlots; t++) {
      const i = u * P.nSlots + t;
      const x = P.at(inSlot, i);
      const l = P.at(upTo, i);
      if (x >= 0) C.two(no(x), yes(l));
      if (t > 0) C.two(no(P.at(upTo, i - 1)), yes(l));
      if (x >= 0 && t > 0) C.two(no(x), no(P.at(upTo, i - 1)));
      C.begin();
      C.literal(no(l));
      C.literal(yes(P.at(away, u)));
      if (t > 0) C.literal(yes(P.at(upTo, i - 1)));
      if (x >= 0) C.literal(yes(x));
      C.clause();
    }
  }
  for (let k = 0; k < P.nPrecedences && !C.overflowed; k++) {
    const a = P.at(P.precedenceFirst, k);
    const b = P.at(P.precedenceThen, k);
    for (let u = P.at(P.pairUnit, a); u < P.at(P.pairUnit, a + 1); u++)
      for (let v = P.at(P.pairUnit, b); v < P.at(P.pairUnit, b + 1); v++) {
        if (P.at(P.unitLocked, u) == 0 || P.at(P.unitLocked, v) == 0) continue;
        for (let t = 0; t < P.nSlots; t++) {
          C.begin();
          C.literal(no(P.at(upTo, v * P.nSlots + t)));
          C.literal(yes(P.at(away, v)));
          C.literal(yes(P.at(away, u)));
          if (t > 0) C.literal(yes(P.at(upTo, u * P.nSlots + t - 1)));
          C.clause();
        }
      }
  }
}

/** A meeting is held once. */
function meetingBounds(): void {
  for (let u = 0; u < P.nUnits; u++) {
    if (P.at(P.unitLocked, u) == 0) continue;
    C.begin();
    C.literal(yes(P.at(away, u)));
    for (let t = 0; t < P.nSlots; t++) {
      const x = P.at(inSlot, u * P.nSlots + t);
      if (x >= 0) C.literal(yes(x));
    }
    C.bound(1);
  }
}

/** A row meets once at a time, is busy as often as it has meetings, and has no more holes than it may. */
function rowBounds(): void {
  for (let r = 0; r < P.nRows; r++) {
    const p = P.at(P.rowOwner, r);
    for (let t = 0; t < P.nSlots; t++) {
      C.begin();
      meetingsOf(r, t);
      C.bound(1);
    }
    let degree: i32 = 0;
    for (let sign = 0; sign < 2; sign++) {
      C.begin();
      degree = 0;
      for (let k = P.at(P.adjacentStart, p); k < P.at(P.adjacentStart, p + 1); k++) {
        const u = P.at(P.adjacent, k);
        if (P.at(P.unitLocked, u) == 0) continue;
        degree++;
        C.literal(2 * P.at(away, u) + sign);
      }
      for (let t = 0; t < P.nSlots; t++) C.literal(2 * P.at(busy, r * P.nSlots + t) + sign);
      C.bound(sign == 0 ? degree : P.nSlots);
    }
    if (P.maxHoles < 0) continue;
    for (let s = 0; s < P.nSessions; s++) {
      C.begin();
      for (let t = P.at(P.sessionFirst, s); t <= P.at(P.sessionLast, s); t++)
        if (P.at(resumes, r * P.nSlots + t) >= 0) C.literal(yes(P.at(resumes, r * P.nSlots + t)));
      C.bound(P.maxHoles);
    }
  }
}

/** A place, or the pool, has room for so many at once. */
function placeBounds(): void {
  if (P.nPlaces == 0) return;
  for (let z = 0; z <= P.nPlaces; z++) {
    let users: i32 = 0;
    for (let u = 0; u < P.nUnits; u++) if (P.at(P.unitLocked, u) != 0 && resource(u) == z) users++;
    for (let t = 0; t < P.nSlots && users > 0; t++) {
      C.begin();
      for (let u = 0; u < P.nUnits; u++) {
        if (P.at(P.unitLocked, u) == 0 || resource(u) != z) continue;
        const x = P.at(inSlot, u * P.nSlots + t);
        if (x >= 0) C.literal(yes(x));
      }
      if (z == 0) C.bound(poolRoom(t));
      else C.bound(P.inSet(P.placeOpen, z - 1, t) ? P.at(P.placeCapacity, z - 1) : 0);
    }
  }
}

/**
 * Where every meeting needs a place, no more people are busy at once than two for each place; and as the others have no
 * room for more, each slot has so many at least. Both follow from the places, but are seen long before every meeting has its
 * slot (implied constraints of Bofill et al. 2022).
 */
function crowdBounds(outs: i32): void {
  if (P.nPlaces == 0) return;
  let rows: i32 = 0;
  for (let r = 0; r < P.nRows; r++) if (locksOf(P.at(P.rowOwner, r)) > 0) rows++;
  zero(users, 4 * (P.nPlaces + 1));
  for (let u = 0; u < P.nUnits; u++) {
    if (P.at(P.unitLocked, u) == 0) continue;
    const z = resource(u);
    if (z < 0) return;
    st(users + (z << 2), ld(users + (z << 2)) + 1);
  }
  let room: i32 = 0;
  for (let t = 0; t < P.nSlots; t++) room += crowd(t, rows);
  for (let t = 0; t < P.nSlots; t++) {
    const most = crowd(t, rows);
    const fewest = 2 * P.nLocks - (room - most);
    if (most < rows) rowsAt(t, 0, most, 0);
    if (fewest > 0) rowsAt(t, 1, rows - fewest, 2 * outs);
  }
}

/** Most rows that can be busy in slot t. */
function crowd(t: i32, rows: i32): i32 {
  let n: i32 = 0;
  for (let z = 0; z <= P.nPlaces; z++) {
    const room = z == 0 ? poolRoom(t) : P.inSet(P.placeOpen, z - 1, t) ? P.at(P.placeCapacity, z - 1) : 0;
    n += 2 * (room < ld(users + (z << 2)) ? room : ld(users + (z << 2)));
  }
  // Two at each meeting: their number is even.
  return (n < rows ? n : rows) & ~1;
}

/** At most so many rows that have meetings are busy (sign 0) or not busy (sign 1) in slot t; `more` if a meeting is left out. */
function rowsAt(t: i32, sign: i32, most: i32, more: i32): void {
  C.begin();
  for (let r = 0; r < P.nRows; r++)
    if (locksOf(P.at(P.rowOwner, r)) > 0) C.literal(2 * P.at(busy, r * P.nSlots + t) + sign);
  for (let k = 0; k < more; k++) C.literal(no(missing));
  C.bound(most + more);
}
