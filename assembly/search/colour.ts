// From who meets whom to when. Once the linear programme is solved, its shares (how much of each unit it holds, over all
// slots) say which units are worth a meeting; when they are held it often leaves open. What is held otherwise is let go,
// and the chosen units get their slots as in bipartite edge colouring (Koenig 1916): where the two have no idle slot in
// common, the alternating chain of two slots is swapped. Where people are absent a chain may break; then other slots are
// tried, and what finds none is left to the search. Drawn anew each time, so each time another start.

import * as Best from "../best";
import * as lp from "../bound/lp";
import { allocate, ctz32, ld, st, toInt } from "../mem";
import * as M from "../moves";
import * as P from "../problem";
import { below } from "../rng";
import * as S from "../state";
import { IDLE, randomSlot } from "./pick";
import { openWord } from "./way";

/** Shares are told apart in so many steps. */
const BUCKETS: i32 = 64;
/** Least share of a unit that is chosen, and of one that may fill what is left. */
const CHOSEN: f64 = 0.5;
const SPARE: f64 = 0.02;
/** Rounds over the chosen; spare ones join in the last. */
const ROUNDS: i32 = 3;
/** Meetings of a chain at most, and chains tried for a unit. */
const LONGEST: i32 = 250;
const CHAINS: i32 = 24;

let order: i32 = 0; // units by falling share
let first: i32 = 0; // [bucket + 2] where the units of a bucket begin in it
let chosen: i32 = 0; // units of it that are chosen
let spare: i32 = 0; // ... that are chosen or spare
let round: i32 = 0;
let next: i32 = 0;

/** Allocates; false when memory is out. */
export function setup(): bool {
  if (!lp.useful) return true;
  order = allocate(P.nUnits * 4);
  first = allocate((BUCKETS + 2) * 4);
  return order != 0 && first != 0;
}

function bucketOf(u: i32): i32 {
  const share = lp.share(u);
  if (share >= 1) return 0;
  return share > 0 ? BUCKETS - 1 - toInt(share * ((BUCKETS - 1) as f64)) : BUCKETS - 1;
}

/** Sorts the units by share, equal ones by lot: places in a file mean nothing. */
export function start(): void {
  for (let b = 0; b < BUCKETS + 2; b++) st(first + (b << 2), 0);
  for (let u = 0; u < P.nUnits; u++) bump(first + ((bucketOf(u) + 2) << 2));
  for (let b = 2; b < BUCKETS + 2; b++) st(first + (b << 2), P.at(first, b) + P.at(first, b - 1));
  for (let u = 0; u < P.nUnits; u++) {
    const at = first + ((bucketOf(u) + 1) << 2);
    st(order + (ld(at) << 2), u);
    bump(at);
  }
  for (let b = 0; b < BUCKETS; b++) shuffle(P.at(first, b), P.at(first, b + 1));
  chosen = 0;
  while (chosen < P.nUnits && lp.share(P.at(order, chosen)) >= CHOSEN) chosen++;
  spare = chosen;
  while (spare < P.nUnits && lp.share(P.at(order, spare)) >= SPARE) spare++;
  round = 0;
  next = P.nUnits;
}

function bump(at: i32): void {
  st(at, ld(at) + 1);
}

/** Fisher and Yates, of the order from `from` to before `to`. */
function shuffle(from: i32, to: i32): void {
  for (let i = to - 1; i > from; i--) {
    const j = from + below(i - from + 1);
    const u = P.at(order, i);
    st(order + (i << 2), P.at(order, j));
    st(order + (j << 2), u);
  }
}

/** Treats one unit; false when all have been. First lets go of what is not chosen, then places what is, round by round. */
export function step(): bool {
  if (round == 0) {
    if (next > chosen) {
      next--;
      letGo(P.at(order, next));
      return true;
    }
    round = 1;
    next = 0;
  }
  if (next >= (round == ROUNDS ? spare : chosen)) {
    if (round == ROUNDS) return false;
    round++;
    next = 0;
  }
  if (next < spare) {
    const u = P.at(order, next);
    next++;
    if (S.slotOf(u) < 0) place(u);
  }
  return true;
}

function letGo(u: i32): void {
  if (S.slotOf(u) < 0 || P.at(P.unitLocked, u) != 0) return;
  M.begin();
  M.letGo(u);
  if (M.complete() == 0) Best.follow();
  else M.rollback();
}

/** Holds u in an idle slot of both, or makes one by a chain. */
function place(u: i32): void {
  const t = randomSlot(IDLE, u);
  if (t >= 0) {
    M.begin();
    if (M.put(u, t) == 0 && M.complete() == 0) {
      Best.follow();
      return;
    }
    M.rollback();
  }
  const p = P.at(P.unitP, u);
  const q = P.at(P.unitQ, u);
  for (let i = 0; i < CHAINS; i++) {
    // One of the two gives the slot, the other makes it idle by moving what stands there to an idle slot of its own.
    const giver = below(2) == 0 ? p : q;
    const mover = giver == p ? q : p;
    const a = idleOf(giver, u, true);
    const b = idleOf(mover, u, false);
    if (a < 0 || b < 0) continue;
    if (swap(u, mover, a, b)) return;
  }
}

/** Makes slot t idle for participant q by swapping the chain of its meeting there with slot s; then holds u in t. */
function swap(u: i32, q: i32, t: i32, s: i32): bool {
  const row = M.busyRow(q, t);
  if (t == s || row < 0) return false;
  M.begin();
  if (M.kempe(S.unitAt(row, t), s, LONGEST) == 0 && M.put(u, t) == 0 && M.complete() == 0 && M.lost() <= 0) {
    Best.follow();
    return true;
  }
  M.rollback();
  return false;
}

/** A random slot in which participant p is idle; with `open`, one in which u may be held. -1: none. */
function idleOf(p: i32, u: i32, open: bool): i32 {
  let n: i32 = 0;
  let found: i32 = -1;
  for (let w = 0; w < P.nWords; w++) {
    let x = ld(S.free + ((p * P.nWords + w) << 2)) & (open ? openWord(u, w) : -1);
    while (x != 0) {
      n++;
      if (below(n) == 0) found = (w << 5) + ctz32(x);
      x &= x - 1;
    }
  }
  return found;
}
