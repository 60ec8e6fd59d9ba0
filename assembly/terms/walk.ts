// walk: a cost for each minute walked between consecutive meetings of a row within a session. Without a limit on walking or any distance it is nothing, at no cost.

import { TERM_WALK } from "../layout";
import * as P from "../problem";
import { nextUsed, placeOf, previousUsed, unitAt } from "../state";
import { first, last, meeting, placeAt, score, slotAt } from "../view";

function minutes(a: i32, b: i32): i32 {
  return a < 0 || b < 0 ? 0 : P.walkMinutes(a, b);
}

/** Minutes that a meeting of row r in its idle slot t at place z adds. */
export function more(r: i32, t: i32, z: i32): i32 {
  const session = P.at(P.slotSession, t);
  const before = previousUsed(r, t, P.at(P.sessionFirst, session));
  const after = nextUsed(r, t, P.at(P.sessionLast, session));
  const y = before >= 0 ? placeOf(unitAt(r, before)) : -1;
  const x = after >= 0 ? placeOf(unitAt(r, after)) : -1;
  return minutes(y, z) + minutes(z, x) - minutes(y, x);
}

/** Does any walking cost points? */
export function matters(): bool {
  return P.walk != 0 && P.longestWalk != 0;
}

/** What a meeting of row r in its idle slot t at place z adds. */
export function delta(r: i32, t: i32, z: i32): f64 {
  return matters() ? -P.walk * (more(r, t, z) as f64) : 0;
}

export function total(): void {
  if (P.nPlaces == 0) return;
  let minutes: f64 = 0;
  for (let r = 0; r < P.nRows; r++) {
    let from: i32 = -1; // the row's meeting before, among those with a place
    for (let i = first(r); i < last(r); i++) {
      const to = meeting(i);
      if (placeAt(to) < 0) continue;
      if (from >= 0 && P.at(P.slotSession, slotAt(from)) == P.at(P.slotSession, slotAt(to)))
        minutes += P.walkMinutes(placeAt(from), placeAt(to));
      from = to;
    }
  }
  score(TERM_WALK, -P.walk * minutes);
}
