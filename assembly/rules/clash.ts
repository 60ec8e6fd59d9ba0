// clash: a row has at most one meeting in a slot. While searching the grid itself forbids it.

import { RULE_CLASH } from "../layout";
import * as P from "../problem";
import { unitAt } from "../state";
import { breach, first, last, meeting, slotAt } from "../view";

/** Row r has a meeting in slot t. */
export function forbids(r: i32, t: i32): bool {
  return unitAt(r, t) >= 0;
}

/** One per row and slot with two or more meetings. */
export function total(): void {
  for (let r = 0; r < P.nRows; r++) {
    let run: i32 = 1;
    for (let i = first(r) + 1; i <= last(r); i++) {
      run = i < last(r) && slotAt(meeting(i)) == slotAt(meeting(i - 1)) ? run + 1 : 1;
      if (run == 2) breach(RULE_CLASH, 1);
    }
  }
}
