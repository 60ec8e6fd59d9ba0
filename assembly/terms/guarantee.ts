// guarantee: a cost for each promised meeting that is missing.

import { TERM_GUARANTEE } from "../layout";
import * as P from "../problem";
import { meetings } from "../state";
import { meetingsOf, score } from "../view";

function missing(p: i32): f64 {
  return P.at(meetings, p) < P.at(P.guaranteed, p) ? P.guarantee : 0;
}

/** What holding unit u adds. */
export function delta(u: i32): f64 {
  return missing(P.at(P.unitP, u)) + missing(P.at(P.unitQ, u));
}

export function total(): void {
  let sum: f64 = 0;
  for (let p = 0; p < P.nParticipants; p++) {
    const n = P.at(P.guaranteed, p) - meetingsOf(p);
    if (n > 0) sum -= P.guarantee * (n as f64);
  }
  score(TERM_GUARANTEE, sum);
}
