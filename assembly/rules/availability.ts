// availability: no meeting in a slot in which a row is absent.

import { RULE_AVAILABILITY } from "../layout";
import * as P from "../problem";
import { breach, held, rowPAt, rowQAt, slotAt } from "../view";

/** Row r is away in slot t. */
export function forbids(r: i32, t: i32): bool {
  return !P.inSet(P.rowPresent, r, t);
}

/** One per meeting and row. */
export function total(): void {
  for (let u = 0; u < P.nUnits; u++) {
    if (!held(u)) continue;
    if (forbids(rowPAt(u), slotAt(u))) breach(RULE_AVAILABILITY, 1);
    if (forbids(rowQAt(u), slotAt(u))) breach(RULE_AVAILABILITY, 1);
  }
}
