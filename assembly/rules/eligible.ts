// eligible: only eligible pairs meet (others have no unit), never in a slot blocked for them, never twice in one slot.

import { RULE_ELIGIBLE } from "../layout";
import * as P from "../problem";
import { slotOf } from "../state";
import { breach, held, slotAt } from "../view";

/** Slot t is not one of the unit's, or its pair meets then already. */
export function forbids(u: i32, t: i32): bool {
  if (!P.inSet(P.unitSlots, u, t)) return true;
  const pair = P.at(P.unitPair, u);
  const end = P.at(P.pairUnit, pair + 1);
  for (let x = P.at(P.pairUnit, pair); x < end; x++) if (x != u && slotOf(x) == t) return true;
  return false;
}

/** One per meeting in a blocked slot, one per pair and slot held twice or more. */
export function total(): void {
  for (let u = 0; u < P.nUnits; u++) {
    if (!held(u)) continue;
    const t = slotAt(u);
    const blocked = P.at(P.unitBlocked, u);
    if (blocked >= 0 && P.inSet(P.slotSets, blocked, t)) breach(RULE_ELIGIBLE, 1);
    // The second of several in one slot reports it, once.
    let earlier: i32 = 0;
    for (let x = P.at(P.pairUnit, P.at(P.unitPair, u)); x < u; x++) if (slotAt(x) == t) earlier++;
    if (earlier == 1) breach(RULE_ELIGIBLE, 1);
  }
}
