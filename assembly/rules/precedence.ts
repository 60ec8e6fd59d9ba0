// precedence: every held meeting of the first pair starts earlier than every held meeting of the second.

import { RULE_PRECEDENCE } from "../layout";
import * as P from "../problem";
import { slotOf } from "../state";
import { breach, slotAt } from "../view";

/** Some pair that must come before holds a meeting at t or later, or one that must come after at t or earlier. */
export function forbids(u: i32, t: i32): bool {
  if (P.nPrecedences == 0) return false;
  const pair = P.at(P.unitPair, u);
  for (let i = P.at(P.beforeStart, pair); i < P.at(P.beforeStart, pair + 1); i++) {
    const other = P.at(P.before, i);
    if (other == pair) continue;
    for (let x = P.at(P.pairUnit, other); x < P.at(P.pairUnit, other + 1); x++) if (slotOf(x) >= t) return true;
  }
  for (let i = P.at(P.afterStart, pair); i < P.at(P.afterStart, pair + 1); i++) {
    const other = P.at(P.after, i);
    if (other == pair) return true;
    for (let x = P.at(P.pairUnit, other); x < P.at(P.pairUnit, other + 1); x++) {
      const s = slotOf(x);
      if (s >= 0 && s <= t) return true;
    }
  }
  return false;
}

/** One per precedence that is broken. */
export function total(): void {
  for (let i = 0; i < P.nPrecedences; i++) {
    const a = P.at(P.precedenceFirst, i);
    const b = P.at(P.precedenceThen, i);
    let latest: i32 = -1;
    let earliest: i32 = P.nSlots;
    for (let x = P.at(P.pairUnit, a); x < P.at(P.pairUnit, a + 1); x++) if (slotAt(x) > latest) latest = slotAt(x);
    for (let x = P.at(P.pairUnit, b); x < P.at(P.pairUnit, b + 1); x++) {
      const s = slotAt(x);
      if (s >= 0 && s < earliest) earliest = s;
    }
    if (latest >= 0 && latest >= earliest) breach(RULE_PRECEDENCE, 1);
  }
}
