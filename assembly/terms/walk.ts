// walk: a cost for each minute walked between consecutive meetings of a row within a session. Counted, not yet searched.

import { TERM_WALK } from "../layout";
import * as P from "../problem";
import { first, last, meeting, placeAt, score, slotAt } from "../view";

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
