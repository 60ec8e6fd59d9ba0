// Moves as transactions: begin(), then let() and put() units in any order, then complete() asks the rules that only the
// finished move can answer, then keep() or rollback(). Score changes are exact; a put() that a rule forbids changes
// nothing and names the rule. Removals come first in every composite move, so that intermediate states are parts of the
// final one and a rule that forbids more and more as meetings are added can be asked at once.

import { delta } from "./cost";
import { RULE_AVAILABILITY, RULE_CLASH, RULE_ELIGIBLE, RULE_EXCLUSIVE, RULE_HOLES, RULE_MAXIMUM } from "./layout";
import { RULE_PLACE, RULE_PRECEDENCE, RULE_REST, RULE_WALKABLE } from "./layout";
import { allocate, idiv, ld, ld8, st } from "./mem";
import * as P from "./problem";
import * as availability from "./rules/availability";
import * as clash from "./rules/clash";
import * as eligible from "./rules/eligible";
import * as exclusive from "./rules/exclusive";
import * as holes from "./rules/holes";
import * as maximum from "./rules/maximum";
import * as place from "./rules/place";
import * as precedence from "./rules/precedence";
import * as rest from "./rules/rest";
import * as walkable from "./rules/walkable";
import * as S from "./state";
import * as gap from "./terms/gap";
import * as walk from "./terms/walk";

/** Most changes in one move. */
export const JOURNAL: i32 = 512;
const ENTRY: i32 = 24; // unit, +1 put / -1 let, slot, row of p, row of q, place

let journal: i32 = 0;
/** Changes in the move so far. */
export let length: i32 = 0;
let scoreBefore: f64 = 0;
let unplacedBefore: i32 = 0;

// What find() found.
let rowP: i32 = 0;
let rowQ: i32 = 0;
let spot: i32 = 0;

export function setup(): bool {
  journal = allocate(JOURNAL * ENTRY);
  return journal != 0;
}

export function begin(): void {
  length = 0;
  scoreBefore = S.score;
  unplacedBefore = S.unplaced;
}

/** Points gained by the move so far. */
export function gained(): f64 {
  return S.score - scoreBefore;
}

/** Locked units lost (positive) or won (negative) by the move so far. */
export function lost(): i32 {
  return S.unplaced - unplacedBefore;
}

/** Unit of the i-th change of the move. */
export function changed(i: i32): i32 {
  return ld(journal + i * ENTRY);
}

/** Is there room for n more changes? */
export function room(n: i32): bool {
  return length + n <= JOURNAL;
}

function note(u: i32, sign: i32): void {
  const at = journal + length * ENTRY;
  st(at, u);
  st(at + 4, sign);
  st(at + 8, S.slotOf(u));
  st(at + 12, S.rowPOf(u));
  st(at + 16, S.rowQOf(u));
  st(at + 20, S.placeOf(u));
  length++;
}

/** Lets go of a held unit. */
export function letGo(u: i32): void {
  note(u, -1);
  const t = S.slotOf(u);
  const a = S.rowPOf(u);
  const b = S.rowQOf(u);
  const z = S.placeOf(u);
  S.drop(u);
  S.setScore(S.score - delta(u, t, a, b, z));
}

function hold(u: i32, t: i32, a: i32, b: i32, z: i32): void {
  S.setScore(S.score + delta(u, t, a, b, z));
  S.hold(u, t, a, b, z);
  note(u, 1);
}

/** Holds unit u in slot t where the rules allow; 0, or the rule that forbids it. */
export function put(u: i32, t: i32): i32 {
  const forbidden = find(u, t);
  if (forbidden == 0) hold(u, t, rowP, rowQ, spot);
  return forbidden;
}

/** Holds unit u with these rows and this place if the rules allow; 0, or the rule that forbids it. */
export function putExactly(u: i32, t: i32, a: i32, b: i32, z: i32): i32 {
  let forbidden = pairForbids(u, t);
  if (forbidden == 0) forbidden = rowForbids(a, t);
  if (forbidden == 0) forbidden = rowForbids(b, t);
  if (forbidden == 0 && P.nPlaces > 0) {
    const known = z >= 0 && (z == P.at(P.unitPlaceA, u) || z == P.at(P.unitPlaceB, u) || fromPool(u, z));
    if (!known || place.forbids(z, t)) return RULE_PLACE;
    if (walkable.forbids(a, t, z) || walkable.forbids(b, t, z)) return RULE_WALKABLE;
  }
  if (forbidden == 0) hold(u, t, a, b, P.nPlaces > 0 ? z : -1);
  return forbidden;
}

function fromPool(u: i32, z: i32): bool {
  if (P.at(P.unitPool, u) == 0) return false;
  for (let i = 0; i < P.nPool; i++) if (P.at(P.pool, i) == z) return true;
  return false;
}

/** The rule that the finished move breaks, or 0. */
export function complete(): i32 {
  if (P.maxHoles < 0) return 0;
  for (let i = 0; i < length; i++) {
    const at = journal + i * ENTRY;
    const t = ld(at + 8);
    if (holes.forbids(ld(at + 12), t) || holes.forbids(ld(at + 16), t)) return RULE_HOLES;
  }
  return 0;
}

/** Row r breaks the limit on holes in the session of slot t. */
export function tooManyHoles(r: i32, t: i32): bool {
  return holes.forbids(r, t);
}

/** Takes back the changes after the first `to` of the move, newest first; the score follows by exact deltas. */
export function back(to: i32): void {
  while (length > to) {
    length--;
    const at = journal + length * ENTRY;
    const u = ld(at);
    if (ld(at + 4) > 0) {
      const t = S.slotOf(u);
      const a = S.rowPOf(u);
      const b = S.rowQOf(u);
      const z = S.placeOf(u);
      S.drop(u);
      S.setScore(S.score - delta(u, t, a, b, z));
    } else {
      S.setScore(S.score + delta(u, ld(at + 8), ld(at + 12), ld(at + 16), ld(at + 20)));
      S.hold(u, ld(at + 8), ld(at + 12), ld(at + 16), ld(at + 20));
    }
  }
}

/** Takes the whole move back. May also be called after the move was kept, as long as no other was begun. */
export function rollback(): void {
  while (length > 0) {
    length--;
    const at = journal + length * ENTRY;
    const u = ld(at);
    if (ld(at + 4) > 0) S.drop(u);
    else S.hold(u, ld(at + 8), ld(at + 12), ld(at + 16), ld(at + 20));
  }
  S.setScore(scoreBefore);
}

// --- Where a unit can be held -------------------------------------------------------------------------------------

function pairForbids(u: i32, t: i32): i32 {
  if (S.slotOf(u) >= 0) return RULE_ELIGIBLE;
  if (eligible.forbids(u, t)) return RULE_ELIGIBLE;
  if (maximum.full(P.at(P.unitP, u)) || maximum.full(P.at(P.unitQ, u))) return RULE_MAXIMUM;
  if (precedence.forbids(u, t)) return RULE_PRECEDENCE;
  if (exclusive.forbids(u)) return RULE_EXCLUSIVE;
  return 0;
}

function rowForbids(r: i32, t: i32): i32 {
  if (availability.forbids(r, t)) return RULE_AVAILABILITY;
  if (clash.forbids(r, t)) return RULE_CLASH;
  if (rest.forbids(r, t)) return RULE_REST;
  return 0;
}

/**
 * Finds rows and a place for unit u in slot t: 0 and rowP, rowQ, spot are set, or the rule that forbids it. Of several
 * rows those are taken that leave the fewest gaps.
 */
function find(u: i32, t: i32): i32 {
  const forbidden = pairForbids(u, t);
  if (forbidden != 0) return forbidden;
  const firstP = P.at(P.rowStart, P.at(P.unitP, u));
  const endP = P.at(P.rowStart, P.at(P.unitP, u) + 1);
  const firstQ = P.at(P.rowStart, P.at(P.unitQ, u));
  const endQ = P.at(P.rowStart, P.at(P.unitQ, u) + 1);
  const only = endP - firstP == 1 && endQ - firstQ == 1;
  let reason: i32 = 0;
  let best: f64 = -Infinity;
  let bestP: i32 = -1;
  let bestQ: i32 = -1;
  let bestSpot: i32 = -1;
  for (let a = firstP; a < endP; a++) {
    const first = rowForbids(a, t);
    if (first != 0) {
      reason = first;
      continue;
    }
    for (let b = firstQ; b < endQ; b++) {
      let found = rowForbids(b, t);
      if (found == 0) found = findPlace(u, t, a, b);
      if (found != 0) {
        reason = found;
        continue;
      }
      const worth = only ? 0 : suits(a, t) + suits(b, t);
      if (worth <= best) continue;
      best = worth;
      bestP = a;
      bestQ = b;
      bestSpot = spot;
    }
  }
  if (bestP < 0) return reason;
  rowP = bestP;
  rowQ = bestQ;
  spot = bestSpot;
  return 0;
}

/** Points of gaps that a meeting of row r in slot t brings; a row that would have too many holes comes last. */
function suits(r: i32, t: i32): f64 {
  const session = P.at(P.slotSession, t);
  const close =
    P.maxHoles < 0 || holes.after(r, t, P.at(P.sessionFirst, session), P.at(P.sessionLast, session)) <= P.maxHoles;
  return gap.delta(r, t) - (close ? 0 : 1e9);
}

function tryPlace(z: i32, t: i32, a: i32, b: i32): i32 {
  if (z < 0 || place.forbids(z, t)) return RULE_PLACE;
  if (walkable.forbids(a, t, z) || walkable.forbids(b, t, z)) return RULE_WALKABLE;
  spot = z;
  return 0;
}

function findPlace(u: i32, t: i32, a: i32, b: i32): i32 {
  spot = -1;
  if (P.nPlaces == 0) return 0;
  if (P.at(P.unitPool, u) != 0) {
    if (P.change != 0 && tryPublished(u, t, a, b)) return 0;
    return findInPool(t, a, b);
  }
  const reason = tryPlace(P.at(P.unitPlaceA, u), t, a, b);
  const other = P.at(P.unitPlaceB, u);
  if (other < 0) return reason;
  const first = spot;
  const found = tryPlace(other, t, a, b);
  if (reason == 0 && (found != 0 || steps(first, t, a, b) <= steps(other, t, a, b))) spot = first;
  return reason == 0 ? 0 : found;
}

/** Where the pair was published to meet in this slot, if it was. */
function tryPublished(u: i32, t: i32, a: i32, b: i32): bool {
  const pair = P.at(P.unitPair, u);
  for (let x = P.at(P.pairUnit, pair); x < P.at(P.pairUnit, pair + 1); x++) {
    const z = P.at(P.basePlace, x);
    if (P.at(P.baseSlot, x) == t && z >= 0 && ld8(S.inPool + z) != 0 && tryPlace(z, t, a, b) == 0) return true;
  }
  return false;
}

function steps(z: i32, t: i32, a: i32, b: i32): i32 {
  return walk.more(a, t, z) + walk.more(b, t, z);
}

/** A place of the pool: where the rows already are before or after, if that is free; else the first that is. */
function findInPool(t: i32, a: i32, b: i32): i32 {
  if (P.at(S.poolLeft, t) <= 0) return RULE_PLACE;
  let best: i32 = -1;
  let fewest: i32 = 0;
  if (walk.matters())
    for (let i = 0; i < 4; i++) {
      const z = neighbouringPlace(i < 2 ? a : b, t, i & 1);
      if (z < 0 || ld8(S.inPool + z) == 0 || tryPlace(z, t, a, b) != 0) continue;
      const minutes = steps(z, t, a, b);
      if (best >= 0 && minutes >= fewest) continue;
      best = z;
      fewest = minutes;
    }
  if (best >= 0 && fewest <= 0) {
    spot = best;
    return 0;
  }
  let reason: i32 = RULE_PLACE;
  // Start at a place of the row's own choosing: then most meetings find theirs at the first try, and a row that comes
  // back to the pool often sits where it sat.
  const from = a - P.nPool * idiv(a, P.nPool);
  for (let i = 0; i < P.nPool; i++) {
    const at = from + i < P.nPool ? from + i : from + i - P.nPool;
    const found = tryPlace(P.at(P.pool, at), t, a, b);
    if (found == RULE_WALKABLE) reason = found;
    if (found != 0) continue;
    if (best >= 0 && fewest <= steps(spot, t, a, b)) spot = best;
    return 0;
  }
  spot = best;
  return best >= 0 ? 0 : reason;
}

/** Place of row r's meeting before (side 0) or after (side 1) slot t in its session, or -1. */
function neighbouringPlace(r: i32, t: i32, side: i32): i32 {
  const session = P.at(P.slotSession, t);
  const s =
    side == 0 ? S.previousUsed(r, t, P.at(P.sessionFirst, session)) : S.nextUsed(r, t, P.at(P.sessionLast, session));
  return s < 0 ? -1 : S.placeOf(S.unitAt(r, s));
}

// --- Composite moves: each leaves the transaction open and returns 0, or the rule that forbids it ---------------------

/** Moves a held unit to slot t. */
export function relocate(u: i32, t: i32): i32 {
  if (S.slotOf(u) == t) return RULE_ELIGIBLE;
  letGo(u);
  return put(u, t);
}

/** Any row of participant p that has a meeting in slot t, or -1 when one of them is idle there or none is present. */
export function busyRow(p: i32, t: i32): i32 {
  if (P.inSet(S.free, p, t)) return -1;
  for (let r = P.at(P.rowStart, p); r < P.at(P.rowStart, p + 1); r++) if (S.unitAt(r, t) >= 0) return r;
  return -1;
}

/** Lets go of whoever stands in the way of unit u in slot t; the units' numbers stay in the journal. */
export function clearWay(u: i32, t: i32): void {
  const a = busyRow(P.at(P.unitP, u), t);
  if (a >= 0) letGo(S.unitAt(a, t));
  const b = busyRow(P.at(P.unitQ, u), t);
  if (b >= 0) letGo(S.unitAt(b, t));
}

/** Holds unit u in slot t; who stands there goes. */
export function eject(u: i32, t: i32): i32 {
  if (S.slotOf(u) >= 0) letGo(u);
  clearWay(u, t);
  return put(u, t);
}

/**
 * Kempe exchange: the alternating chain of meetings in slots s and t that holds unit u (in s) swaps the two slots.
 * Chains longer than `most` meetings are refused with RULE_CLASH.
 */
export function kempe(u: i32, t: i32, most: i32): i32 {
  const s = S.slotOf(u);
  if (s < 0 || s == t) return RULE_ELIGIBLE;
  const from = length;
  letGo(u);
  // Breadth first, the journal as queue: each member's two rows may have one more member in the other slot.
  for (let i = from; i < length; i++) {
    const at = journal + i * ENTRY;
    const other = ld(at + 8) == s ? t : s;
    const a = S.unitAt(ld(at + 12), other);
    if (a >= 0) letGo(a);
    const b = S.unitAt(ld(at + 16), other);
    if (b >= 0) letGo(b);
    if (length - from > most || !room(2 * (length - from))) return RULE_CLASH;
  }
  const end = length;
  for (let i = from; i < end; i++) {
    const at = journal + i * ENTRY;
    const forbidden = put(ld(at), ld(at + 8) == s ? t : s);
    if (forbidden != 0) return forbidden;
  }
  return 0;
}
