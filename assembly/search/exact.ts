// The exact half of the timetable search: asks clauses.ts for a timetable with fewer meetings left out, then with fewer holes,
// than the best so far; the answer "there is none" is a proof. Attempts look around the best so far or everywhere.
// What a timetable is in clauses says exact/formula.ts. Called by timetable.ts.

import { allocate, fill32, ld8, st, st8, toInt, zero } from "../mem";
import * as P from "../problem";
import { below } from "../rng";
import * as C from "./clauses";
import * as formula from "./exact/formula";
import * as holeCounters from "./exact/holes";
import { away, busyInBest, inSlot, no, slotOfBest, yes } from "./exact/variables";
import { canBe } from "./relaxed";

/** Conflicts that an attempt may cost, and how many times that everywhere. */
const CONFLICTS: i32 = 300;
const EVERYWHERE: i32 = 8;

export let usable = false;
/** [unit] slot in the timetable found, or -1. */
export let found: i32 = 0;
let attempts: i32 = 0;
let everywhere = false;
let reach: f64 = 0; // meetings that may move in an attempt
let loose: i32 = 0; // u8 [unit] may move in this attempt
let nLoose: i32 = 0;
let asksAll = false; // this attempt leaves out nothing
let allRefuted = false; // no timetable holds all meetings
let wantedHoles: i32 = 0;
let refuted: i32 = 0; // totals of holes, from the least on
let aim: i32 = 0; // how far above the least total that is not refuted the next attempt asks
let asking: i32 = -1; // the total that this attempt asks for
let bold: bool = false;

/** Looks everywhere more often: one of several runs does. */
export function beBold(yes: bool): void {
  bold = yes;
}

/** Allocates; false when memory is out. */
export function setup(): bool {
  let xs: i32 = 0;
  for (let u = 0; u < P.nUnits; u++)
    for (let t = 0; t < P.nSlots; t++) if (P.at(P.unitLocked, u) != 0 && canBe(u, t)) xs++;
  const grid = P.nRows * P.nSlots;
  usable = xs <= 60000 && grid <= 60000 && P.nPrecedences <= 20000;
  if (!usable) return true;
  found = allocate(P.nUnits * 4);
  loose = allocate(P.nUnits);
  allRefuted = false;
  return found != 0 && loose != 0 && formula.setup(xs);
}

/** A timetable with at most so many meetings left out and so many holes (-1: any number). */
export function start(outs: i32, holes: i32): void {
  if (!formula.build(outs, holes)) usable = false;
  attempts = 0;
  refuted = 0;
  aim = 0;
  wantedHoles = holes;
  reach = 0.25 * (P.nLocks as f64);
}

/** The last attempt failed: nothing so near; or it was given up: too much to look through. */
export function resize(failed: bool): void {
  if (everywhere) return;
  if (failed) reach += reach * 0.02 + 1;
  else reach -= reach * 0.02;
  if (reach > (P.nLocks as f64)) reach = P.nLocks;
  if (reach < 10) reach = 10;
}

/**
 * Next attempt: about `size` meetings may move, those around a hole or (with `outs`) around a meeting left out; now and
 * then all of them may.
 */
export function attempt(outs: bool): void {
  // What is left out is found nearby; the fewest holes are a question of the whole.
  if (outs) everywhere = (attempts & (bold ? 1 : 3)) == 0;
  else everywhere = bold ? (attempts & 3) != 3 : (attempts & 1) == 0;
  attempts++;
  // Everywhere, too, it is as often as not begun near the best so far.
  const near = !everywhere || (attempts & (bold ? 2 : 4)) != 0;
  C.attempt(everywhere ? EVERYWHERE * CONFLICTS : CONFLICTS, near, everywhere);
  asking = -1;
  asksAll = false;
  if (everywhere) {
    if (outs && formula.missing >= 0 && !allRefuted && (attempts & 4) == 0) {
      asksAll = true;
      C.assume(no(formula.missing));
    }
    if (!outs && refuted < holeCounters.nTotals && !(bold && (attempts & 4) != 0)) {
      // From the least that is not refuted up to just under the best so far, and again.
      if (refuted + aim >= holeCounters.nTotals || holeCounters.leastTotal + refuted + aim >= wantedHoles) aim = 0;
      asking = refuted + aim;
      aim++;
      C.assume(yes(P.at(holeCounters.totals, asking)));
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
    if (!outs) wanted = holesInBest(p) > P.at(holeCounters.least, p);
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
        if (kind == 2 && holesInBest(p) <= P.at(holeCounters.least, p)) p = below(P.nRows);
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

/** What was found is not good enough any more. */
export function tightenHoles(holes: i32): void {
  wantedHoles = holes;
  holeCounters.tighten(holes);
}

export function tightenOuts(outs: i32): void {
  formula.tightenOuts(outs);
}

/** No timetable has fewer holes than this, unless it leaves out more. */
export function fewestHoles(): i32 {
  return holeCounters.leastTotal + refuted;
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
