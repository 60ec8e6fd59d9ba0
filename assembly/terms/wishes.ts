// wishes: v of each meeting, and the weight of a wish for an organisation once it has one.

import { TERM_WISHES } from "../layout";
import { ldf, ld, st, zero } from "../mem";
import * as P from "../problem";
import { groupHeld } from "../state";
import { held, score, scratch } from "../view";

function group(g: i32): f64 {
  return g >= 0 && P.at(groupHeld, g) == 0 ? ldf(P.groupWeight + (g << 3)) : 0;
}

/** What holding unit u adds. */
export function delta(u: i32): f64 {
  return ldf(P.unitValue + (u << 3)) + group(P.at(P.unitGroupP, u)) + group(P.at(P.unitGroupQ, u));
}

function once(g: i32): f64 {
  if (g < 0 || ld(scratch + (g << 2)) != 0) return 0;
  st(scratch + (g << 2), 1);
  return ldf(P.groupWeight + (g << 3));
}

export function total(): void {
  zero(scratch, P.nGroups * 4);
  let sum: f64 = 0;
  for (let u = 0; u < P.nUnits; u++)
    if (held(u)) sum += ldf(P.unitValue + (u << 3)) + once(P.at(P.unitGroupP, u)) + once(P.at(P.unitGroupQ, u));
  score(TERM_WISHES, sum);
}
