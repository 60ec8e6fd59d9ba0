// Counts any solution from scratch, also a broken one: breaches per rule and points per term, into the stats block.
// The conformance tests hold these numbers against the judge's; the search never calls it.

import * as L from "./layout";
import { zero } from "./mem";
import * as availability from "./rules/availability";
import * as clash from "./rules/clash";
import * as eligible from "./rules/eligible";
import * as exclusive from "./rules/exclusive";
import * as holes from "./rules/holes";
import * as locked from "./rules/locked";
import * as maximum from "./rules/maximum";
import * as place from "./rules/place";
import * as precedence from "./rules/precedence";
import * as rest from "./rules/rest";
import * as seating from "./rules/seating";
import * as walkable from "./rules/walkable";
import * as change from "./terms/change";
import * as fairness from "./terms/fairness";
import * as gap from "./terms/gap";
import * as guarantee from "./terms/guarantee";
import * as meals from "./terms/meals";
import * as walk from "./terms/walk";
import * as wishes from "./terms/wishes";
import { look } from "./view";

/** Fills S_TERMS and S_RULES of the stats block at `stats`. */
export function evaluate(records: i32, seats: i32, stats: i32): void {
  zero(stats + (L.S_TERMS << 3), L.TERMS << 3);
  zero(stats + (L.S_RULES << 3), L.RULES_END << 3);
  look(records, seats);
  clash.total();
  availability.total();
  eligible.total();
  maximum.total();
  place.total();
  walkable.total();
  holes.total();
  rest.total();
  exclusive.total();
  locked.total();
  precedence.total();
  seating.total();
  wishes.total();
  guarantee.total();
  fairness.total();
  gap.total();
  walk.total();
  meals.total();
  change.total();
}
