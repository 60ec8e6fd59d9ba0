// First phase of every search: locked meetings, hardest first. One step places one unit; where its slots are taken it
// makes way, and who had to go queues again. Gives up after a fixed number of steps and leaves the rest to the search.

import { allocate, ld, ones, st } from "../mem";
import * as Best from "../best";
import * as M from "../moves";
import * as P from "../problem";
import * as S from "../state";
import { OPEN, putBest, randomSlot } from "./pick";
import { force, openWord } from "./way";

let queue: i32 = 0; // ring of locked units
let head: i32 = 0;
let waiting: i32 = 0;
let left: i32 = 0;

export function setup(): bool {
  queue = allocate(P.nLocks * 4);
  return queue != 0;
}

function enqueue(u: i32): void {
  let to = head + waiting;
  if (to >= P.nLocks) to -= P.nLocks;
  st(queue + (to << 2), u);
  waiting++;
}

function choices(u: i32): i32 {
  let n: i32 = 0;
  for (let w = 0; w < P.nWords; w++) n += ones(openWord(u, w));
  return n;
}

/** Queues every locked unit that is not held, those with the fewest slots first (a counting sort by slots). */
export function start(): void {
  head = 0;
  waiting = 0;
  left = 40 * P.nLocks + 200;
  if (S.unplaced == 0) return;
  for (let n = 0; n <= P.nSlots; n++)
    for (let u = 0; u < P.nUnits; u++) if (P.at(P.unitLocked, u) != 0 && S.slotOf(u) < 0 && choices(u) == n) enqueue(u);
}

/** Places one unit; false when the phase is over. */
export function step(): bool {
  if (waiting == 0 || left <= 0) return false;
  left--;
  const u = ld(queue + (head << 2));
  head = head + 1 < P.nLocks ? head + 1 : 0;
  waiting--;
  if (S.slotOf(u) >= 0) return true;
  M.begin();
  if (putBest(u, -Infinity)) {
    Best.follow();
    return true;
  }
  const t = randomSlot(OPEN, u);
  if (t < 0) return true; // no slot at all: it stays out, and the outcome names it
  if (force(u, t, 6) != 0) {
    M.rollback();
    enqueue(u);
    return true;
  }
  // Who had to go is put back where it fits; what does not fit queues.
  const end = M.length;
  for (let i = 0; i < end; i++) {
    const x = M.changed(i);
    if (S.slotOf(x) < 0 && M.room(2)) putBest(x, -Infinity);
  }
  if (M.complete() != 0) {
    M.rollback();
    enqueue(u);
    return true;
  }
  for (let i = 0; i < end; i++) {
    const x = M.changed(i);
    if (S.slotOf(x) < 0 && P.at(P.unitLocked, x) != 0) enqueue(x);
  }
  Best.follow();
  return true;
}
