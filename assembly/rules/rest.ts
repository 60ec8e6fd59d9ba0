// rest: with maxConsecutive k, a row has no k + 1 meetings in consecutive slots of a session.

import { RULE_REST } from "../layout";
import * as P from "../problem";
import { unitAt } from "../state";
import { breach, first, last, meeting, slotAt } from "../view";

/** A meeting of row r in slot t would make a run longer than k. */
export function forbids(r: i32, t: i32): bool {
  if (P.rest < 0) return false;
  const session = P.at(P.slotSession, t);
  let run: i32 = 1;
  for (let s = t - 1; s >= P.at(P.sessionFirst, session) && unitAt(r, s) >= 0; s--) run++;
  for (let s = t + 1; s <= P.at(P.sessionLast, session) && unitAt(r, s) >= 0; s++) run++;
  return run > P.rest;
}

/** One per maximal run that is too long. */
export function total(): void {
  if (P.rest < 0) return;
  for (let r = 0; r < P.nRows; r++) {
    let run: i32 = 0;
    let previous: i32 = -1;
    for (let i = first(r); i < last(r); i++) {
      const t = slotAt(meeting(i));
      if (t == previous) continue;
      const follows = previous >= 0 && t == previous + 1 && P.at(P.slotSession, previous) == P.at(P.slotSession, t);
      run = follows ? run + 1 : 1;
      if (run == P.rest + 1) breach(RULE_REST, 1);
      previous = t;
    }
  }
}
