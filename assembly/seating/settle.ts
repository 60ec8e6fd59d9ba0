// Last pass of the greedy: who is left over takes somebody's place who can sit elsewhere. Bounded work; called by greedy.ts
// once per meal, after all tables are filled. It breaks no rule and leaves alone who must sit
// somewhere, or was given a seat.

import * as P from "../problem";
import * as T from "./table";

/** Tries per meal. */
const TRIES: i32 = 30000;
let tries: i32 = 0;

/** Seats who waits at tables first to end - 1; only those where somebody sits count, for they have what they need. */
export function settle(first: i32, end: i32): void {
  tries = TRIES;
  for (let s = 0; s < P.nSides; s++)
    for (let i = T.firstOf(s); i < T.firstOf(s + 1) && P.at(T.left, s) > 0; i++) {
      const x = T.personAt(i);
      if (!T.waiting(x)) continue;
      for (let t = first; t < end; t++) if (T.takenAt(t) > 0 && takes(t, x, first, end)) break;
      if (tries <= 0) return;
    }
}

/** x sits down at table t, if need be for somebody who goes to another one. */
function takes(t: i32, x: i32, first: i32, end: i32): bool {
  const side = P.at(P.side, x);
  if (T.roomAt(t, side) > 0 && !T.refusedAt(x, t, -1)) {
    T.place(x, t);
    return true;
  }
  for (let y = T.lastAt(t); y >= 0 && tries > 0; y = T.beforeAt(y)) {
    tries--;
    if (T.stays(y) || !mayReplace(t, y, side) || T.refusedAt(x, t, y)) continue;
    const to = elsewhere(y, t, first, end);
    if (to < 0) continue;
    T.remove(y);
    T.place(y, to);
    T.place(x, t);
    return true;
  }
  return false;
}

/** Somebody of side `side` in the place of y keeps the mix of table t, which may be full. */
function mayReplace(t: i32, y: i32, side: i32): bool {
  const s = P.at(P.side, y);
  if (s == side) return true;
  return T.countAt(t, s) > T.minimum(s) && T.countAt(t, side) < T.maximum(side);
}

/** Another table in use where y can sit, or -1. */
function elsewhere(y: i32, t: i32, first: i32, end: i32): i32 {
  const side = P.at(P.side, y);
  for (let to = first; to < end && tries > 0; to++) {
    if (to == t || T.takenAt(to) == 0 || T.roomAt(to, side) <= 0) continue;
    tries--;
    if (!T.refusedAt(y, to, -1)) return to;
  }
  return -1;
}
