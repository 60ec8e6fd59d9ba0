// exclusive: with onePerOrganisation, a participant meets at most one participant of another organisation.

import { RULE_EXCLUSIVE } from "../layout";
import { fill32, ld, st } from "../mem";
import * as P from "../problem";
import { pairHeld, partners, partnersP, partnersQ } from "../state";
import { breach, held, scratch } from "../view";

function otherOf(u: i32, p: i32): i32 {
  const a = P.at(P.unitP, u);
  return a == p ? P.at(P.unitQ, u) : a;
}

/** One of the two already meets somebody else of the other's organisation. */
export function forbids(u: i32): bool {
  if (P.exclusive == 0) return false;
  const already: i32 = P.at(pairHeld, P.at(P.unitPair, u)) > 0 ? 1 : 0;
  return P.at(partners, P.at(partnersP, u)) > already || P.at(partners, P.at(partnersQ, u)) > already;
}

/** One per participant and other organisation of which it meets two or more. */
export function total(): void {
  if (P.exclusive == 0) return;
  // scratch[organisation] = the first participant of it that p meets, or -2 once it has been counted.
  fill32(scratch, -1, P.nParticipants);
  for (let p = 0; p < P.nParticipants; p++) {
    const start = P.at(P.adjacentStart, p);
    const end = P.at(P.adjacentStart, p + 1);
    for (let i = start; i < end; i++) {
      const u = P.at(P.adjacent, i);
      if (!held(u)) continue;
      const q = otherOf(u, p);
      const at = scratch + (P.at(P.organisation, q) << 2);
      if (ld(at) == -1) st(at, q);
      else if (ld(at) >= 0 && ld(at) != q) {
        breach(RULE_EXCLUSIVE, 1);
        st(at, -2);
      }
    }
    for (let i = start; i < end; i++) st(scratch + (P.at(P.organisation, otherOf(P.at(P.adjacent, i), p)) << 2), -1);
  }
}
