// The best solution so far, and how it follows the working one: only units changed since the last best are copied.
// Lexicographic: fewer locked units missing, then more points.

import * as L from "./layout";
import { allocate, copy, fill32, ld, ld8, st, st8, stf } from "./mem";
import * as M from "./moves";
import * as P from "./problem";
import * as S from "./state";

/** Records of units, then seats: the layout of a Solution. */
export let records: i32 = 0;
export let seats: i32 = 0;
let dirtyFlag: i32 = 0;
let dirty: i32 = 0;
let dirtyCount: i32 = 0;
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
  return records != 0 && dirtyFlag != 0 && dirty != 0;
}

/** The working solution becomes the best, whatever it is worth. */
export function reset(): void {
  copy(records, S.record, P.nUnits * (L.UNIT_RECORD << 2));
  fill32(seats, -1, P.nMeals * P.nParticipants);
  for (let i = 0; i < dirtyCount; i++) st8(dirtyFlag + ld(dirty + (i << 2)), 0);
  dirtyCount = 0;
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

/** The best has its seats; so many that must be taken are not. */
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
