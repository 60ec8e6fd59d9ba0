// The working solution: who is held where, with the counters that make every delta cheap. Only hold() and drop() change
// it; they know no score and no legality (cost.ts and moves.ts do). Allocated once by setup(), never while searching.
//
//   record  [unit]  4 x i32: slot, row of p, row of q, place (slot -1: not held)
//   grid    [row x slots + slot]  unit held there, or -1
//   used    [row]  slot set: the row has a meeting          free  [participant]  slot set: some row is present and idle

import * as L from "./layout";
import { allocate, clz32, ctz32, fill32, ld, ld8, ldf, ones, shru, st, st8, stf, zero } from "./mem";
import * as P from "./problem";

export let record: i32 = 0;
export let grid: i32 = 0;
export let used: i32 = 0;
export let free: i32 = 0;
/** [participant] meetings held. */
export let meetings: i32 = 0;
/** [pair] meetings held. */
export let pairHeld: i32 = 0;
/** [group] meetings that answer a wish for an organisation. */
export let groupHeld: i32 = 0;
/** f64 [participant] S: plain points of own wishes that are met. */
export let points: i32 = 0;
/** With onePerOrganisation: [index] participants of one organisation that one participant meets… */
export let partners: i32 = 0;
/** …[unit] that index for p and the organisation of q, and for q and the organisation of p. */
export let partnersP: i32 = 0;
export let partnersQ: i32 = 0;
/** [place x slots + slot] meetings there. */
export let placeUsed: i32 = 0;
/** [slot] what is left of the pool's room. */
export let poolLeft: i32 = 0;
/** u8 [place] 1 when it is nobody's own. */
export let inPool: i32 = 0;
/** With a published schedule: [participant] meetings held as published, and 1 when some seat is another one. */
export let asPublished: i32 = 0;
export let seatsDiffer: i32 = 0;
/** …and 1 when in the solution that was compared it meets otherwise (terms/change.ts). */
export let meetsOthers: i32 = 0;
/** [meal x participants + participant] table or -1; and f64 [unit] what its pair brings at a table as long as it does not meet. */
export let seats: i32 = 0;
export let tableWorth: i32 = 0;

/** Total of the terms the search optimises; maintained by moves.ts and seating. */
export let score: f64 = 0;
/** Locked units not held. */
export let unplaced: i32 = 0;

export function setScore(to: f64): void {
  score = to;
}
export function setUnplaced(to: i32): void {
  unplaced = to;
}

/** Allocates everything; false when memory is out. */
export function setup(): bool {
  record = allocate(P.nUnits * (L.UNIT_RECORD << 2));
  grid = allocate(P.nRows * P.nSlots * 4);
  used = allocate(P.nRows * P.nWords * 4);
  free = allocate(P.nParticipants * P.nWords * 4);
  meetings = allocate(P.nParticipants * 4);
  pairHeld = allocate(P.nPairs * 4);
  groupHeld = allocate(P.nGroups * 4);
  points = allocate(P.nParticipants * 8);
  placeUsed = allocate(P.nPlaces * P.nSlots * 4);
  poolLeft = allocate(P.nSlots * 4);
  inPool = allocate(P.nPlaces);
  seats = allocate(P.nMeals * P.nParticipants * 4);
  tableWorth = allocate(P.nUnits * 8);
  if (P.exclusive != 0) {
    partners = allocate(P.nUnits * 8);
    partnersP = allocate(P.nUnits * 4);
    partnersQ = allocate(P.nUnits * 4);
    const seen = allocate(P.nParticipants * 8);
    if (partners == 0 || partnersP == 0 || partnersQ == 0 || seen == 0) return false;
    numberPartners(seen);
  }
  if (P.change != 0) {
    asPublished = allocate(P.nParticipants * 4);
    seatsDiffer = allocate(P.nParticipants * 4);
    meetsOthers = allocate(P.nParticipants * 4);
    if (asPublished == 0 || seatsDiffer == 0 || meetsOthers == 0) return false;
  }
  if (record == 0 || grid == 0 || used == 0 || free == 0 || meetings == 0 || pairHeld == 0) return false;
  if (groupHeld == 0 || points == 0 || placeUsed == 0 || poolLeft == 0 || inPool == 0 || seats == 0 || tableWorth == 0)
    return false;
  // Not in clear(): evaluate.ts asks too, also when nothing was started.
  for (let i = 0; i < P.nPool; i++) st8(inPool + P.at(P.pool, i), 1);
  return true;
}

/** Numbers each participant with each organisation it may meet; `seen`: two words per organisation. */
function numberPartners(seen: i32): void {
  let next: i32 = 0;
  for (let p = 0; p < P.nParticipants; p++) {
    const end = P.at(P.adjacentStart, p + 1);
    for (let i = P.at(P.adjacentStart, p); i < end; i++) {
      const u = P.at(P.adjacent, i);
      const isP = P.at(P.unitP, u) == p;
      const at = seen + (P.at(P.organisation, P.at(isP ? P.unitQ : P.unitP, u)) << 3);
      if (ld(at) != p + 1) {
        st(at, p + 1);
        st(at + 4, next++);
      }
      st((isP ? partnersP : partnersQ) + (u << 2), ld(at + 4));
    }
  }
}

/** Nobody meets; seats, and what belongs to them, stay. */
export function clear(): void {
  fill32(record, -1, P.nUnits * L.UNIT_RECORD);
  fill32(grid, -1, P.nRows * P.nSlots);
  zero(used, P.nRows * P.nWords * 4);
  zero(free, P.nParticipants * P.nWords * 4);
  zero(meetings, P.nParticipants * 4);
  zero(pairHeld, P.nPairs * 4);
  zero(groupHeld, P.nGroups * 4);
  zero(points, P.nParticipants * 8);
  if (P.exclusive != 0) zero(partners, P.nUnits * 8);
  if (P.change != 0) zero(asPublished, P.nParticipants * 4);
  zero(placeUsed, P.nPlaces * P.nSlots * 4);
  zero(poolLeft, P.nSlots * 4);
  for (let r = 0; r < P.nRows; r++) {
    const p = P.at(P.rowOwner, r);
    for (let w = 0; w < P.nWords; w++) {
      const to = free + ((p * P.nWords + w) << 2);
      st(to, ld(to) | ld(P.rowPresent + ((r * P.nWords + w) << 2)));
    }
  }
  for (let i = 0; i < P.nPool; i++) {
    const z = P.at(P.pool, i);
    for (let t = 0; t < P.nSlots; t++)
      if (P.inSet(P.placeOpen, z, t)) st(poolLeft + (t << 2), ld(poolLeft + (t << 2)) + P.at(P.placeCapacity, z));
  }
  unplaced = P.nLocks;
  score = 0;
}

export function unitAt(row: i32, t: i32): i32 {
  return ld(grid + ((row * P.nSlots + t) << 2));
}
export function slotOf(u: i32): i32 {
  return ld(record + (u << 4));
}
export function rowPOf(u: i32): i32 {
  return ld(record + (u << 4) + 4);
}
export function rowQOf(u: i32): i32 {
  return ld(record + (u << 4) + 8);
}
export function placeOf(u: i32): i32 {
  return ld(record + (u << 4) + 12);
}

function add(at: i32, i: i32, n: i32): void {
  st(at + (i << 2), ld(at + (i << 2)) + n);
}

/** Sets bit t of `free` of participant p: some row is present and idle. */
function refreshFree(p: i32, t: i32): void {
  const bit = 1 << (t & 31);
  const at = free + ((p * P.nWords + (t >> 5)) << 2);
  const end = P.at(P.rowStart, p + 1);
  for (let r = P.at(P.rowStart, p); r < end; r++)
    if (unitAt(r, t) < 0 && P.inSet(P.rowPresent, r, t)) {
      st(at, ld(at) | bit);
      return;
    }
  st(at, ld(at) & ~bit);
}

function occupy(row: i32, t: i32, u: i32): void {
  st(grid + ((row * P.nSlots + t) << 2), u);
  const at = used + ((row * P.nWords + (t >> 5)) << 2);
  const bit = 1 << (t & 31);
  if (u < 0) st(at, ld(at) & ~bit);
  else st(at, ld(at) | bit);
}

function addPoints(p: i32, n: i32): void {
  stf(points + (p << 3), ldf(points + (p << 3)) + n);
}

/** Points move when a wish goes from unmet to met or back: `n` is +1 or -1, counters are already up to date. */
function countWishes(u: i32, n: i32): void {
  const p = P.at(P.unitP, u);
  const q = P.at(P.unitQ, u);
  const one: i32 = n > 0 ? 1 : 0;
  if (P.at(pairHeld, P.at(P.unitPair, u)) == one) {
    addPoints(p, n * P.at(P.unitPointsP, u));
    addPoints(q, n * P.at(P.unitPointsQ, u));
  }
  const gp = P.at(P.unitGroupP, u);
  if (gp >= 0 && P.at(groupHeld, gp) == one) addPoints(p, n * P.at(P.groupPoints, gp));
  const gq = P.at(P.unitGroupQ, u);
  if (gq >= 0 && P.at(groupHeld, gq) == one) addPoints(q, n * P.at(P.groupPoints, gq));
}

function count(u: i32, n: i32): void {
  add(meetings, P.at(P.unitP, u), n);
  add(meetings, P.at(P.unitQ, u), n);
  add(pairHeld, P.at(P.unitPair, u), n);
  if (P.exclusive != 0) countOrganisations(u, n);
  const gp = P.at(P.unitGroupP, u);
  if (gp >= 0) add(groupHeld, gp, n);
  const gq = P.at(P.unitGroupQ, u);
  if (gq >= 0) add(groupHeld, gq, n);
  if (P.at(P.unitLocked, u) != 0) unplaced -= n;
  countWishes(u, n);
}

/** A pair that begins or ceases to meet counts for each side's meetings with the other's organisation. */
function countOrganisations(u: i32, n: i32): void {
  if (P.at(pairHeld, P.at(P.unitPair, u)) != (n > 0 ? 1 : 0)) return;
  add(partners, P.at(partnersP, u), n);
  add(partners, P.at(partnersQ, u), n);
}

function usePlace(z: i32, t: i32, n: i32): void {
  if (z < 0) return;
  add(placeUsed, z * P.nSlots + t, n);
  if (ld8(inPool + z) != 0) add(poolLeft, t, -n);
}

/** Is unit u in slot t at place z a published meeting of its pair? */
export function isPublished(u: i32, t: i32, z: i32): bool {
  const pair = P.at(P.unitPair, u);
  for (let x = P.at(P.pairUnit, pair); x < P.at(P.pairUnit, pair + 1); x++)
    if (P.at(P.baseSlot, x) == t && P.at(P.basePlace, x) == z) return true;
  return false;
}

function countPublished(u: i32, t: i32, z: i32, n: i32): void {
  if (P.change == 0 || !isPublished(u, t, z)) return;
  add(asPublished, P.at(P.unitP, u), n);
  add(asPublished, P.at(P.unitQ, u), n);
}

/** Holds a unit; its rows are idle in that slot. */
export function hold(u: i32, t: i32, rowP: i32, rowQ: i32, place: i32): void {
  const at = record + (u << 4);
  st(at, t);
  st(at + 4, rowP);
  st(at + 8, rowQ);
  st(at + 12, place);
  occupy(rowP, t, u);
  occupy(rowQ, t, u);
  refreshFree(P.at(P.unitP, u), t);
  refreshFree(P.at(P.unitQ, u), t);
  usePlace(place, t, 1);
  countPublished(u, t, place, 1);
  count(u, 1);
}

/** Lets go of a held unit. */
export function drop(u: i32): void {
  const t = slotOf(u);
  occupy(rowPOf(u), t, -1);
  occupy(rowQOf(u), t, -1);
  refreshFree(P.at(P.unitP, u), t);
  refreshFree(P.at(P.unitQ, u), t);
  usePlace(placeOf(u), t, -1);
  countPublished(u, t, placeOf(u), -1);
  fill32(record + (u << 4), -1, 4);
  count(u, -1);
}

/** First row of participant p that is present and idle in slot t, or -1. */
export function idleRow(p: i32, t: i32): i32 {
  if (!P.inSet(free, p, t)) return -1;
  const end = P.at(P.rowStart, p + 1);
  for (let r = P.at(P.rowStart, p); r < end; r++) if (unitAt(r, t) < 0 && P.inSet(P.rowPresent, r, t)) return r;
  return -1;
}

/** Last used slot of a row in [from, t - 1], or -1. */
export function previousUsed(row: i32, t: i32, from: i32): i32 {
  let w = t >> 5;
  let x = usedWord(row, w) & ((1 << (t & 31)) - 1);
  while (x == 0) {
    if (w <= from >> 5) return -1;
    w--;
    x = usedWord(row, w);
  }
  const s = (w << 5) + 31 - clz32(x);
  return s >= from ? s : -1;
}

/** First used slot of a row in [t + 1, to], or -1. */
export function nextUsed(row: i32, t: i32, to: i32): i32 {
  let w = t >> 5;
  let x = (t & 31) == 31 ? 0 : usedWord(row, w) & (-1 << ((t & 31) + 1));
  while (x == 0) {
    if (w >= to >> 5) return -1;
    w++;
    x = usedWord(row, w);
  }
  const s = (w << 5) + ctz32(x);
  return s <= to ? s : -1;
}

/** Runs of used slots of a row in [from, to]. */
export function runsUsed(row: i32, from: i32, to: i32): i32 {
  let runs: i32 = 0;
  let carry: i32 = 0;
  for (let w = from >> 5; w <= to >> 5; w++) {
    let x = usedWord(row, w);
    if (w == from >> 5) x &= -1 << (from & 31);
    if (w == to >> 5 && (to & 31) != 31) x &= (1 << ((to & 31) + 1)) - 1;
    runs += ones(x & ~((x << 1) | carry));
    carry = shru(x, 31);
  }
  return runs;
}

function usedWord(row: i32, w: i32): i32 {
  return ld(used + ((row * P.nWords + w) << 2));
}
