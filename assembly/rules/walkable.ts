// walkable: with walkHard, two meetings of a row in one day leave at least the minutes to walk between their places.

import { RULE_WALKABLE } from "../layout";
import * as P from "../problem";
import { placeOf, unitAt } from "../state";
import { breach, first, last, meeting, placeAt, slotAt } from "../view";

/** Time from the end of slot a to the start of slot b is too short to walk from place y to place z. */
function tooFar(a: i32, y: i32, b: i32, z: i32): bool {
  return P.at(P.slotStart, b) - P.at(P.slotEnd, a) < P.walkMinutes(y, z);
}

/** Row r, with a meeting at place z in slot t, could not walk from or to another of its meetings of that day. */
export function forbids(r: i32, t: i32, z: i32): bool {
  if (P.walkHard == 0 || P.longestWalk == 0 || z < 0) return false;
  const day = P.at(P.slotDay, t);
  const start = P.at(P.slotStart, t);
  const end = P.at(P.slotEnd, t);
  for (let s = t - 1; s >= 0; s--) {
    if (P.at(P.slotDay, s) != day || start - P.at(P.slotEnd, s) >= P.longestWalk) break;
    const u = unitAt(r, s);
    if (u >= 0 && tooFar(s, placeOf(u), t, z)) return true;
  }
  for (let s = t + 1; s < P.nSlots; s++) {
    if (P.at(P.slotDay, s) != day || P.at(P.slotStart, s) - end >= P.longestWalk) break;
    const u = unitAt(r, s);
    if (u >= 0 && tooFar(t, z, s, placeOf(u))) return true;
  }
  return false;
}

/** One per row and two of its meetings on one day, in different slots, both with a place. */
export function total(): void {
  if (P.walkHard == 0 || P.longestWalk == 0) return;
  for (let r = 0; r < P.nRows; r++)
    for (let i = first(r); i < last(r); i++)
      for (let j = i + 1; j < last(r); j++) {
        const a = meeting(i);
        const b = meeting(j);
        const s = slotAt(a);
        const t = slotAt(b);
        if (s == t || P.at(P.slotDay, s) != P.at(P.slotDay, t) || placeAt(a) < 0 || placeAt(b) < 0) continue;
        if (tooFar(s, placeAt(a), t, placeAt(b))) breach(RULE_WALKABLE, 1);
      }
}
