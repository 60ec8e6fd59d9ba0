// gap: a cost for each idle slot between a row's first and last meeting of a session in which it is present, and for each
// hole (two consecutive meetings not in adjacent slots).

import { TERM_GAP } from "../layout";
import * as P from "../problem";
import { nextUsed, previousUsed } from "../state";
import { first, last, meeting, score, slotAt } from "../view";

/** What a meeting of row r in its idle slot t adds. */
export function delta(r: i32, t: i32): f64 {
  if (P.gap == 0 && P.hole == 0) return 0;
  const session = P.at(P.slotSession, t);
  const before = previousUsed(r, t, P.at(P.sessionFirst, session));
  const after = nextUsed(r, t, P.at(P.sessionLast, session));
  let idle: i32 = 0;
  let holes: i32 = 0;
  if (before >= 0 && t > before + 1) holes++;
  if (after >= 0 && after > t + 1) holes++;
  if (before >= 0 && after >= 0) {
    idle = -1;
    holes--;
  } else if (before >= 0) idle = P.countIn(P.rowPresent, r, before + 1, t - 1);
  else if (after >= 0) idle = P.countIn(P.rowPresent, r, t + 1, after - 1);
  return -P.gap * (idle as f64) - P.hole * (holes as f64);
}

export function total(): void {
  let idle: f64 = 0;
  let holes: f64 = 0;
  for (let r = 0; r < P.nRows; r++) {
    let previous: i32 = -1;
    for (let i = first(r); i < last(r); i++) {
      const t = slotAt(meeting(i));
      if (previous >= 0 && t > previous + 1 && P.at(P.slotSession, previous) == P.at(P.slotSession, t)) {
        idle += P.countIn(P.rowPresent, r, previous + 1, t - 1);
        holes += 1;
      }
      previous = t;
    }
  }
  score(TERM_GAP, -P.gap * idle - P.hole * holes);
}
