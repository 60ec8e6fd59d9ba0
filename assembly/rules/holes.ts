// holes: with maxHoles, no row has more holes than that in a session. A hole: two consecutive meetings of a session that
// are not in adjacent slots. Taking a meeting away can make a hole, so moves.ts asks when a move is complete.

import { RULE_HOLES } from "../layout";
import * as P from "../problem";
import { runsUsed, unitAt } from "../state";
import { breach, first, last, meeting, slotAt } from "../view";

/** Row r has too many holes in the session of slot t. */
export function forbids(r: i32, t: i32): bool {
  if (P.maxHoles < 0) return false;
  const session = P.at(P.slotSession, t);
  return runsUsed(r, P.at(P.sessionFirst, session), P.at(P.sessionLast, session)) - 1 > P.maxHoles;
}

/** Holes of row r in the session from `first` to `last` with a meeting in its idle slot t besides. */
export function after(r: i32, t: i32, first: i32, last: i32): i32 {
  let runs = runsUsed(r, first, last) + 1;
  if (t > first && unitAt(r, t - 1) >= 0) runs--;
  if (t < last && unitAt(r, t + 1) >= 0) runs--;
  return runs - 1;
}

/** One per row and session. */
export function total(): void {
  if (P.maxHoles < 0) return;
  for (let r = 0; r < P.nRows; r++) {
    let holes: i32 = 0;
    let previous: i32 = -1;
    for (let i = first(r); i < last(r); i++) {
      const t = slotAt(meeting(i));
      if (previous < 0 || P.at(P.slotSession, previous) != P.at(P.slotSession, t)) {
        if (holes > P.maxHoles) breach(RULE_HOLES, 1);
        holes = 0;
      } else if (t > previous + 1) holes++;
      previous = t;
    }
    if (holes > P.maxHoles) breach(RULE_HOLES, 1);
  }
}
