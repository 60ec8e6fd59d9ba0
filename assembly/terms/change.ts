// change: a cost for each participant whose agenda differs from the published one: slot, partner and place of meetings,
// table at meals. It is as published exactly when all seats are, and as many meetings are held as were published, all of
// them published ones. Without a published schedule it is nothing, at no cost.

import { TERM_CHANGE } from "../layout";
import { ld, st, zero } from "../mem";
import * as P from "../problem";
import { asPublished, isPublished, meetings, meetsOthers, seats, seatsDiffer } from "../state";
import { held, look, meetingsOf, placeAt, score, scratch, seats as sitting, slotAt } from "../view";

/** 1 when the agenda of p differs, with n meetings of which `same` are published ones. */
function differs(p: i32, n: i32, same: i32): i32 {
  return P.at(seatsDiffer, p) != 0 || n != P.at(P.baseCount, p) || same != n ? 1 : 0;
}

function more(p: i32, same: i32): i32 {
  const n = P.at(meetings, p);
  const m = P.at(asPublished, p);
  return differs(p, n + 1, m + same) - differs(p, n, m);
}

/** What holding unit u in slot t at place z adds. */
export function delta(u: i32, t: i32, z: i32): f64 {
  if (P.change == 0) return 0;
  const same = isPublished(u, t, z) ? 1 : 0;
  return -P.change * ((more(P.at(P.unitP, u), same) + more(P.at(P.unitQ, u), same)) as f64);
}

/** Cost of participant p without any meeting. */
export function cost(p: i32): f64 {
  return P.change == 0 ? 0 : P.change * (differs(p, 0, 0) as f64);
}

/** Cost of the working solution, all participants together. */
export function now(): f64 {
  if (P.change == 0) return 0;
  let n: i32 = 0;
  for (let p = 0; p < P.nParticipants; p++) n += differs(p, P.at(meetings, p), P.at(asPublished, p));
  return -P.change * (n as f64);
}

/** The working solution's seats are others. */
export function seated(): void {
  if (P.change == 0) return;
  for (let p = 0; p < P.nParticipants; p++) st(seatsDiffer + (p << 2), elsewhere(p, seats, -1, 0) ? 1 : 0);
}

/** p has another seat than was published at some meal; at meal m, were it table t (m: -1, as it is). */
function elsewhere(p: i32, at: i32, meal: i32, t: i32): bool {
  for (let m = 0; m < P.nMeals; m++) {
    const i = m * P.nParticipants + p;
    if ((m == meal ? t : P.at(at, i)) != P.at(P.baseSeat, i)) return true;
  }
  return false;
}

/** Looks at the meetings of any solution: whose are others than the published ones, for reseated(). */
export function compare(records: i32, at: i32): void {
  look(records, at);
  countMatches();
  for (let p = 0; p < P.nParticipants; p++) st(meetsOthers + (p << 2), meetsOtherwise(p) ? 1 : 0);
}

/** What it costs in the solution compared() that p, seated `at`, sits at table t at this meal. */
export function reseated(p: i32, at: i32, meal: i32, t: i32): f64 {
  if (P.at(meetsOthers, p) != 0) return 0;
  const before = elsewhere(p, at, -1, 0) ? 1 : 0;
  return P.change * (((elsewhere(p, at, meal, t) ? 1 : 0) - before) as f64);
}

/** Counts unit u for its participants if it is held as a published meeting that no other unit stands for. */
function match(u: i32, same: i32): void {
  const pair = P.at(P.unitPair, u);
  for (let x = P.at(P.pairUnit, pair); x < P.at(P.pairUnit, pair + 1); x++) {
    if (P.at(P.baseSlot, x) != slotAt(u) || P.at(P.basePlace, x) != placeAt(u) || P.at(scratch, x) != 0) continue;
    st(scratch + (x << 2), 1);
    const p = same + (P.at(P.unitP, u) << 2);
    const q = same + (P.at(P.unitQ, u) << 2);
    st(p, ld(p) + 1);
    st(q, ld(q) + 1);
    return;
  }
}

function countMatches(): void {
  zero(scratch, (P.nUnits + P.nParticipants) * 4);
  for (let u = 0; u < P.nUnits; u++) if (held(u)) match(u, scratch + (P.nUnits << 2));
}

function meetsOtherwise(p: i32): bool {
  return meetingsOf(p) != P.at(P.baseCount, p) || P.at(scratch, P.nUnits + p) != meetingsOf(p);
}

export function total(): void {
  if (P.change == 0) return;
  countMatches();
  let n: i32 = 0;
  for (let p = 0; p < P.nParticipants; p++) if (meetsOtherwise(p) || elsewhere(p, sitting, -1, 0)) n++;
  score(TERM_CHANGE, -P.change * (n as f64));
}
