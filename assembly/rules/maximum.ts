// maximum: a participant has at most `maximum` meetings.

import { RULE_MAXIMUM } from "../layout";
import * as P from "../problem";
import { meetings } from "../state";
import { breach, meetingsOf } from "../view";

/** Has participant p reached its maximum? */
export function full(p: i32): bool {
  return P.at(meetings, p) >= P.at(P.maximum, p);
}

export function total(): void {
  for (let p = 0; p < P.nParticipants; p++) if (meetingsOf(p) > P.at(P.maximum, p)) breach(RULE_MAXIMUM, 1);
}
