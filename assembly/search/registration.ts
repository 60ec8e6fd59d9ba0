// First come, first served, as booking tools do: participants in the order of registration, each books its wishes from
// the best down, each in the first slot that both have free. One step is one wish.

import * as Best from "../best";
import { ctz32 } from "../mem";
import * as M from "../moves";
import * as P from "../problem";
import * as S from "../state";
import { idleWord } from "./way";

let person: i32 = 0;
let wish: i32 = 0;

export function start(): void {
  person = 0;
  wish = 0;
}

/** p wishes for this meeting, directly or through the organisation. */
export function wishes(p: i32, u: i32): bool {
  if (P.at(P.unitP, u) == p) return P.at(P.unitPointsP, u) > 0 || P.at(P.unitGroupP, u) >= 0;
  return P.at(P.unitPointsQ, u) > 0 || P.at(P.unitGroupQ, u) >= 0;
}

/** Holds unit u in the first idle slot the rules allow. */
export function putFirst(u: i32): bool {
  for (let w = 0; w < P.nWords; w++) {
    let x = idleWord(u, w);
    while (x != 0) {
      const t = (w << 5) + ctz32(x);
      x &= x - 1;
      M.begin();
      if (M.put(u, t) != 0) continue;
      if (M.complete() == 0) {
        Best.follow();
        return true;
      }
      M.rollback();
    }
  }
  return false;
}

/** Tries one wish of one participant; false when all were tried. */
export function step(): bool {
  while (person < P.nParticipants) {
    const at = P.at(P.adjacentStart, person) + wish;
    if (at >= P.at(P.adjacentStart, person + 1)) {
      person++;
      wish = 0;
      continue;
    }
    wish++;
    const u = P.at(P.adjacent, at);
    if (S.slotOf(u) >= 0 || !wishes(person, u)) continue;
    putFirst(u);
    return true;
  }
  return false;
}
