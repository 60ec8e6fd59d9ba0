// Round robin: in each round everybody, in order, gets one meeting: the best wish of theirs that still fits. Ends with the
// first round that brings nothing. One step is one participant.

import { allocate, ld, st, zero } from "../mem";
import * as P from "../problem";
import * as S from "../state";
import { putFirst, wishes } from "./registration";

let person: i32 = 0;
let booked: i32 = 0;
let over = false;
let tried: i32 = 0; // [participant] wishes tried so far; what did not fit once never fits later

export function setup(): bool {
  tried = allocate(P.nParticipants * 4);
  return tried != 0;
}

export function start(): void {
  person = 0;
  booked = 0;
  over = false;
  zero(tried, P.nParticipants * 4);
}

/** One participant's turn; false when a whole round brought nothing. */
export function step(): bool {
  if (over) return false;
  if (person >= P.nParticipants) {
    if (booked == 0) {
      over = true;
      return false;
    }
    person = 0;
    booked = 0;
  }
  if (P.nParticipants == 0) return false;
  const at = tried + (person << 2);
  const end = P.at(P.adjacentStart, person + 1);
  for (let i = P.at(P.adjacentStart, person) + ld(at); i < end; i++) {
    st(at, ld(at) + 1);
    const u = P.at(P.adjacent, i);
    if (S.slotOf(u) >= 0 || !wishes(person, u)) continue;
    if (putFirst(u)) {
      booked++;
      break;
    }
  }
  person++;
  return true;
}
