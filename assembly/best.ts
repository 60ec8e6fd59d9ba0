// The best solution so far, and how it follows the working one: only units changed since the last best are copied.
// Lexicographic: fewer locked units missing, then more points.

import * as L from "./layout";
import { allocate, copy, ld, ld8, st, st8, stf } from "./mem";
import * as M from "./moves";
import * as P from "./problem";
import * as S from "./state";

/** Records of units, then seats: the layout of a Solution. */
export let records: i32 = 0;
export let seats: i32 = 0;
let dirtyFlag: i32 = 0;
let dirty: i32 = 0;
let dirtyCount: i32 = 0;
let dirtySeatFlag: i32 = 0;
let dirtySeats: i32 = 0;
let dirtySeatCount: i32 = 0;
let score: f64 = 0;
let unplaced: i32 = 0;
let emptySeats: i32 = 0;
let stats: i32 = 0;

export function setup(statsAt: i32): bool {
  stats = statsAt;
  const recordBytes = P.nUnits * (L.UNIT_RECORD << 2);
  records = allocate(recordBytes + P.nMeals * P.nParticipants * 4);
  seats = records + recordBytes;
  dirtyFlag = allocate(P.nUnits);
  dirty = allocate(P.nUnits * 4);
  dirtySeatFlag = allocate(P.nMeals * P.nParticipants);
  dirtySeats = allocate(P.nMeals * P.nParticipants * 4);
  return records != 0 && dirtyFlag != 0 && dirty != 0 && dirtySeatFlag != 0 && dirtySeats != 0;
}

/** The working solution becomes the best, whatever it is worth. */
export function reset(): void {
  copy(records, S.record, P.nUnits * (L.UNIT_RECORD << 2));
  copy(seats, S.seats, P.nMeals * P.nParticipants * 4);
  for (let i = 0; i < dirtyCount; i++) st8(dirtyFlag + ld(dirty + (i << 2)), 0);
  dirtyCount = 0;
  forgetSeats();
  note();
}

function note(): void {
  score = S.score;
  unplaced = S.unplaced;
  tell();
}

function tell(): void {
  stf(stats + (L.S_UNPLACED << 3), unplaced + emptySeats);
  stf(stats + (L.S_TOTAL << 3), score);
}

/** So many seats that must be taken are not. */
export function seated(empty: i32): void {
  emptySeats = empty;
  tell();
}

function mark(u: i32): void {
  if (ld8(dirtyFlag + u) != 0) return;
  st8(dirtyFlag + u, 1);
  st(dirty + (dirtyCount << 2), u);
  dirtyCount++;
}

/** Seat i (meal x participants + participant) of whoever improves seats differs from the best from now on. */
export function markSeat(i: i32): void {
  if (ld8(dirtySeatFlag + i) != 0) return;
  st8(dirtySeatFlag + i, 1);
  st(dirtySeats + (dirtySeatCount << 2), i);
  dirtySeatCount++;
}

/** No seat is marked. */
function forgetSeats(): void {
  for (let i = 0; i < dirtySeatCount; i++) st8(dirtySeatFlag + ld(dirtySeats + (i << 2)), 0);
  dirtySeatCount = 0;
}

/** The best sits at `from` from now on, which is worth `more` points. */
export function reseat(from: i32, more: f64): void {
  for (let i = 0; i < dirtySeatCount; i++) {
    const at = ld(dirtySeats + (i << 2)) << 2;
    st(seats + at, ld(from + at));
  }
  forgetSeats();
  score += more;
  tell();
}

/** Units of the open move differ from the best from now on. */
export function markOpenMove(): void {
  for (let i = 0; i < M.length; i++) mark(M.changed(i));
}

/** The working solution is better. */
export function worseThanWorking(): bool {
  return S.unplaced < unplaced || (S.unplaced == unplaced && S.score > score);
}

/** The working solution was replaced as a whole: every unit may differ from the best. */
export function markAll(): void {
  for (let u = 0; u < P.nUnits; u++) mark(u);
}

/** The open move has been kept: remembers what changed, and the best if it is one. */
export function follow(): void {
  markOpenMove();
  if (!worseThanWorking()) return;
  for (let i = 0; i < dirtyCount; i++) {
    const u = ld(dirty + (i << 2));
    copy(records + (u << 4), S.record + (u << 4), 16);
    st8(dirtyFlag + u, 0);
  }
  dirtyCount = 0;
  note();
}

/** Locked units that the best so far misses. */
export function missing(): i32 {
  return unplaced;
}

/** Its points. */
export function total(): f64 {
  return score;
}
