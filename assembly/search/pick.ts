// Picking slots: a random one of a unit's idle, half idle or open slots, or the one that brings most.

import { ctz32, ones } from "../mem";
import * as M from "../moves";
import * as P from "../problem";
import { below } from "../rng";
import * as S from "../state";
import * as gap from "../terms/gap";
import { halfIdleWord, idleWord, openWord } from "./way";

export const IDLE: i32 = 0;
export const HALF_IDLE: i32 = 1;
export const OPEN: i32 = 2;

function word(kind: i32, u: i32, w: i32): i32 {
  if (kind == IDLE) return idleWord(u, w);
  if (kind == HALF_IDLE) return halfIdleWord(u, w);
  return openWord(u, w);
}

/** A random slot of the kind, or -1 when there is none. */
export function randomSlot(kind: i32, u: i32): i32 {
  let n: i32 = 0;
  for (let w = 0; w < P.nWords; w++) n += ones(word(kind, u, w));
  if (n == 0) return -1;
  let k = below(n);
  for (let w = 0; w < P.nWords; w++) {
    let x = word(kind, u, w);
    const here = ones(x);
    if (k >= here) {
      k -= here;
      continue;
    }
    while (k > 0) {
      x &= x - 1;
      k--;
    }
    return (w << 5) + ctz32(x);
  }
  return -1;
}

/**
 * Holds unit u in the idle slot that brings most (ties: the earliest) among those the rules allow, if that is more than
 * `least`; false when there is none. Leaves the transaction open.
 */
export function putBest(u: i32, least: f64): bool {
  let bestSlot: i32 = -1;
  let best: f64 = least;
  const flat = P.gap == 0 && P.hole == 0 && P.maxHoles < 0;
  for (let w = 0; w < P.nWords; w++) {
    let x = idleWord(u, w);
    while (x != 0) {
      const t = (w << 5) + ctz32(x);
      x &= x - 1;
      const before = S.score;
      const mark = M.length;
      if (M.put(u, t) != 0) continue;
      const gain = S.score - before;
      if (flat && gain > least) return true;
      const legal = P.maxHoles < 0 || M.complete() == 0;
      M.back(mark);
      if (legal && gain > best) {
        best = gain;
        bestSlot = t;
      }
    }
  }
  return bestSlot >= 0 && M.put(u, bestSlot) == 0;
}

/** The idle slot of unit u, other than `not`, that leaves the fewest gaps for the first rows idle there, or -1. */
export function closestSlot(u: i32, not: i32): i32 {
  let slot: i32 = -1;
  let best: f64 = -Infinity;
  const from = below(P.nSlots);
  for (let i = 0; i < P.nSlots; i++) {
    const t = from + i < P.nSlots ? from + i : from + i - P.nSlots;
    if (t == not || !P.inSet(P.unitSlots, u, t)) continue;
    const a = S.idleRow(P.at(P.unitP, u), t);
    const b = S.idleRow(P.at(P.unitQ, u), t);
    if (a < 0 || b < 0) continue;
    const points = gap.delta(a, t) + gap.delta(b, t);
    if (points > best) {
      best = points;
      slot = t;
    }
  }
  return slot;
}
