// A timetable of locked meetings as clauses and bounds for ../clauses.ts: every meeting in one slot or left out, rows and places
// that meet once at a time, precedences, holes; and what follows from them that is seen sooner so. Called by ../exact.ts.

import { allocate, ld, st, zero } from "../../mem";
import * as P from "../../problem";
import * as C from "../clauses";
import { poolRoom, resource } from "../relaxed";
import * as holeCounters from "./holes";
import * as V from "./variables";
import { away, begun, busy, inSlot, locksOf, meetingsOf, no, resumes, three, upTo, yes } from "./variables";

/** Variable: some meeting is left out; -1: none may be. */
export let missing: i32 = -1;
let users: i32 = 0; // [1 + place] meetings that take room of the pool or of that place
let outsBound: i32 = -1;

/** Allocates, with room for `xs` pairs of a meeting and a slot; false when memory is out. */
export function setup(xs: i32): bool {
  users = allocate((P.nPlaces + 1) * 4);
  if (users == 0 || !V.setup() || !holeCounters.setup()) return false;
  const grid = P.nRows * P.nSlots;
  const ordered = P.nPrecedences > 0 ? P.nLocks * P.nSlots : 0;
  const ordering = P.nPrecedences * P.nSlots;
  const totals = holeCounters.MOST_TOTALS;
  const words = 40 * xs + 130 * grid + 22 * ordered + 8 * ordering + 16 * holeCounters.spare + (1 << 22);
  const bounds = P.nLocks + 2 * grid + P.nRows * (P.nSessions + 4) + (P.nPlaces + 4) * P.nSlots + 2 + totals;
  const others = 3 * grid + 2 * P.nRows + 1 + holeCounters.spare + totals;
  return C.setup(xs + ordered + P.nLocks + others, bounds, words);
}

/** A timetable with at most so many meetings left out and so many holes (-1: any number); false when there is no room for it. */
export function build(outs: i32, holes: i32): bool {
  C.clear();
  holeCounters.countLeast(outs == 0 && holes >= 0);
  V.create();
  meetings();
  rows();
  precedences();
  const counted = holes >= 0 && holeCounters.count(holes);
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
  holeCounters.limit(holes, counted);
  C.finish();
  return !C.overflowed;
}

/** No more than so many meetings left out. */
export function tightenOuts(outs: i32): void {
  C.tighten(outsBound, outs);
}

/** Every meeting is somewhere or away; where it is, both are busy. */
function meetings(): void {
  for (let u = 0; u < P.nUnits; u++) {
    if (P.at(P.unitLocked, u) == 0) continue;
    somewhereOrAway(u);
    C.clause();
    for (let t = 0; t < P.nSlots; t++) {
      const x = P.at(inSlot, u * P.nSlots + t);
      if (x < 0) continue;
      C.two(no(x), yes(P.at(busy, P.at(P.unitP, u) * P.nSlots + t)));
      C.two(no(x), yes(P.at(busy, P.at(P.unitQ, u) * P.nSlots + t)));
    }
  }
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
    if (n == 0 || n > P.nSlots || P.at(holeCounters.least, r) > 0) continue;
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
    if (counted) some = holeCounters.someHoles(r);
    else if (P.maxHoles != 0) {
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

/** Begins with a meeting's literals: away, or in one of its slots. */
function somewhereOrAway(u: i32): void {
  C.begin();
  C.literal(yes(P.at(away, u)));
  for (let t = 0; t < P.nSlots; t++) {
    const x = P.at(inSlot, u * P.nSlots + t);
    if (x >= 0) C.literal(yes(x));
  }
}

/** A meeting is held once. */
function meetingBounds(): void {
  for (let u = 0; u < P.nUnits; u++) {
    if (P.at(P.unitLocked, u) == 0) continue;
    somewhereOrAway(u);
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
