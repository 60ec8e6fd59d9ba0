// The fewest holes a row can have, whatever the others do: over all ways to put its locked meetings into slots that are
// open to them, one each, the least number of holes. A set of slots that can be filled is an independent set of a
// transversal matroid, so slots are taken one by one in their order and a branch ends where one more cannot be filled
// (Kuhn's augmenting paths on slot sets of one word). Called by search/exact.ts; touches no solution.

import { allocate, copy, ctz32, ld, st } from "../mem";
import * as P from "../problem";

/** Branches of one question; with more, what is proved so far is the answer. */
const MOST_BRANCHES: i32 = 60000;

let openTo: i32 = 0; // [slot] meetings that can be held there, as a set
let matches: i32 = 0; // [depth x slots + slot] meeting of a slot that is taken, or -1
let openAfter: i32 = 0; // [slot + 1] slots from this one on that are open to any meeting
let meetings: i32 = 0;
let branches: i32 = 0;
let visited: i32 = 0;

/** Allocates; false when memory is out. */
export function setup(): bool {
  openTo = allocate(P.nSlots * 4);
  matches = allocate((P.nSlots + 1) * P.nSlots * 4);
  openAfter = allocate((P.nSlots + 1) * 4);
  return openTo != 0 && matches != 0 && openAfter != 0;
}

/** Least holes of participant p's one row when all its locked meetings are held; `most` + 1 when it has more, or cannot. */
export function fewest(p: i32, most: i32): i32 {
  if (P.nSlots > 32) return 0;
  meetings = 0;
  for (let t = 0; t < P.nSlots; t++) st(openTo + (t << 2), 0);
  const row = P.at(P.rowStart, p);
  for (let i = P.at(P.adjacentStart, p); i < P.at(P.adjacentStart, p + 1); i++) {
    const u = P.at(P.adjacent, i);
    if (P.at(P.unitLocked, u) == 0) continue;
    if (meetings == 32) return 0;
    const q = P.at(P.unitP, u) == p ? P.at(P.unitQ, u) : P.at(P.unitP, u);
    const other = P.at(P.rowStart, q);
    for (let t = 0; t < P.nSlots; t++) {
      if (!P.inSet(P.unitSlots, u, t) || !P.inSet(P.rowPresent, row, t) || !P.inSet(P.rowPresent, other, t)) continue;
      st(openTo + (t << 2), ld(openTo + (t << 2)) | (1 << meetings));
    }
    meetings++;
  }
  if (meetings == 0) return 0;
  st(openAfter + (P.nSlots << 2), 0);
  for (let t = P.nSlots - 1; t >= 0; t--)
    st(openAfter + (t << 2), ld(openAfter + ((t + 1) << 2)) + (ld(openTo + (t << 2)) != 0 ? 1 : 0));
  for (let holes = 0; holes <= most; holes++) {
    branches = 0;
    for (let t = 0; t < P.nSlots; t++) st(matches + (t << 2), -1);
    if (fill(0, 0, 0, -1, holes) || branches > MOST_BRANCHES) return holes;
  }
  return most + 1;
}

/** Takes or leaves slot t and those after it; `depth` slots are taken, the last of them `last`; true: all are filled. */
function fill(t: i32, depth: i32, used: i32, last: i32, holes: i32): bool {
  if (used == meetings) return true;
  if (meetings - used > ld(openAfter + (t << 2))) return false;
  branches++;
  if (branches > MOST_BRANCHES) return false;
  const here = matches + depth * P.nSlots * 4;
  const next = here + P.nSlots * 4;
  const gap = last >= 0 && last < t - 1 && P.at(P.slotSession, last) == P.at(P.slotSession, t) ? 1 : 0;
  if (ld(openTo + (t << 2)) != 0 && gap <= holes) {
    copy(next, here, P.nSlots * 4);
    visited = 0;
    if (augment(next, t) && fill(t + 1, depth + 1, used + 1, t, holes - gap)) return true;
  }
  return fill(t + 1, depth, used, last, holes);
}

/** Finds a meeting for slot t, moving those of other slots aside where needed. */
function augment(row: i32, t: i32): bool {
  for (;;) {
    const left = ld(openTo + (t << 2)) & ~visited;
    if (left == 0) return false;
    const m = ctz32(left);
    visited |= 1 << m;
    let owner: i32 = -1;
    for (let s = 0; s < P.nSlots; s++) if (ld(row + (s << 2)) == m) owner = s;
    if (owner >= 0 && !augment(row, owner)) continue;
    st(row + (t << 2), m);
    return true;
  }
}
