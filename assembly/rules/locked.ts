// locked: locked meetings are held as they are locked. While searching, moves never give up a locked unit for points.

import { RULE_LOCKED } from "../layout";
import { fill32, ld, st } from "../mem";
import * as P from "../problem";
import { breach, held, placeAt, scratch, slotAt } from "../view";

/** The meeting of unit x answers the lock of unit u. */
function answers(x: i32, u: i32): bool {
  if (!held(x)) return false;
  const within = P.at(P.unitWithin, u);
  if (within >= 0 && !P.inSet(P.slotSets, within, slotAt(x))) return false;
  const place = P.at(P.unitLockPlace, u);
  return place < 0 || place == placeAt(x);
}

// Kuhn's augmenting paths between the meetings and the locks of one pair; scratch: [match of lock][seen by lock].
function augment(x: i32, from: i32, end: i32, seen: i32): bool {
  for (let u = from; u < end; u++) {
    const i = u - from;
    if (ld(seen + (i << 2)) != 0 || !answers(x, u)) continue;
    st(seen + (i << 2), 1);
    const match = ld(scratch + (i << 2));
    if (match < 0 || augment(match, from, end, seen)) {
      st(scratch + (i << 2), x);
      return true;
    }
  }
  return false;
}

/** Locks of each pair less a largest matching between its meetings and its locks. */
export function total(): void {
  for (let pair = 0; pair < P.nPairs; pair++) {
    const from = P.at(P.pairUnit, pair);
    const end = P.at(P.pairUnit, pair + 1);
    if (P.at(P.unitLocked, from) == 0) continue;
    const size = end - from;
    const seen = scratch + (size << 2);
    fill32(scratch, -1, size);
    let matched: i32 = 0;
    for (let x = from; x < end; x++) {
      fill32(seen, 0, size);
      if (augment(x, from, end, seen)) matched++;
    }
    breach(RULE_LOCKED, size - matched);
  }
}
