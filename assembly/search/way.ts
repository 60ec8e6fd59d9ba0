// Making way: holds a unit in a slot whatever stands there, by letting go of what each rule objects to. Used by the lock
// phase, by ejections and by force(). Leaves the transaction open; the caller keeps it or takes it back.

import * as L from "../layout";
import { ld } from "../mem";
import * as M from "../moves";
import * as P from "../problem";
import * as maximum from "../rules/maximum";
import { below } from "../rng";
import * as S from "../state";

/** Some held unit of participant p other than `keep`, not locked where there is a choice, or -1. */
export function someMeeting(p: i32, keep: i32): i32 {
  const start = P.at(P.adjacentStart, p);
  const n = P.at(P.adjacentStart, p + 1) - start;
  if (n == 0) return -1;
  const from = below(n);
  let found: i32 = -1;
  for (let i = 0; i < n; i++) {
    const u = P.at(P.adjacent, start + (from + i < n ? from + i : from + i - n));
    if (u == keep || S.slotOf(u) < 0) continue;
    if (P.at(P.unitLocked, u) == 0) return u;
    found = u;
  }
  return found;
}

/** A held unit that keeps unit u out of slot t under the precedences, or -1. */
function precedenceCulprit(u: i32, t: i32): i32 {
  const pair = P.at(P.unitPair, u);
  for (let i = P.at(P.beforeStart, pair); i < P.at(P.beforeStart, pair + 1); i++) {
    const other = P.at(P.before, i);
    for (let x = P.at(P.pairUnit, other); x < P.at(P.pairUnit, other + 1); x++)
      if (x != u && S.slotOf(x) >= t) return x;
  }
  for (let i = P.at(P.afterStart, pair); i < P.at(P.afterStart, pair + 1); i++) {
    const other = P.at(P.after, i);
    for (let x = P.at(P.pairUnit, other); x < P.at(P.pairUnit, other + 1); x++) {
      const s = S.slotOf(x);
      if (x != u && s >= 0 && s <= t) return x;
    }
  }
  return -1;
}

/** A held unit in slot t at a place that unit u could use, or -1. */
function placeCulprit(u: i32, t: i32): i32 {
  const from = below(P.nRows);
  for (let i = 0; i < P.nRows; i++) {
    const x = S.unitAt(from + i < P.nRows ? from + i : from + i - P.nRows, t);
    if (x < 0) continue;
    const z = S.placeOf(x);
    if (z == P.at(P.unitPlaceA, u) || z == P.at(P.unitPlaceB, u)) return x;
    if (P.at(P.unitPool, u) != 0 && P.at(P.unitPool, x) != 0) return x;
  }
  return -1;
}

/** The nearest meeting of p's first busy row around slot t on the same day, or -1. */
function nearby(p: i32, t: i32): i32 {
  for (let d = 1; d < P.nSlots; d++)
    for (let r = P.at(P.rowStart, p); r < P.at(P.rowStart, p + 1); r++) {
      if (t - d >= 0 && S.unitAt(r, t - d) >= 0) return S.unitAt(r, t - d);
      if (t + d < P.nSlots && S.unitAt(r, t + d) >= 0) return S.unitAt(r, t + d);
    }
  return -1;
}

/** A participant's meeting with a colleague of the unit's other participant, or -1. */
function sameOrganisation(p: i32, q: i32): i32 {
  for (let i = P.at(P.adjacentStart, p); i < P.at(P.adjacentStart, p + 1); i++) {
    const x = P.at(P.adjacent, i);
    if (S.slotOf(x) < 0) continue;
    const other = P.at(P.unitP, x) == p ? P.at(P.unitQ, x) : P.at(P.unitP, x);
    if (other != q && P.at(P.organisation, other) == P.at(P.organisation, q)) return x;
  }
  return -1;
}

function culprit(rule: i32, u: i32, t: i32): i32 {
  const p = P.at(P.unitP, u);
  const q = P.at(P.unitQ, u);
  if (rule == L.RULE_MAXIMUM) return maximum.full(p) ? someMeeting(p, u) : someMeeting(q, u);
  if (rule == L.RULE_PRECEDENCE) return precedenceCulprit(u, t);
  if (rule == L.RULE_PLACE) return placeCulprit(u, t);
  if (rule == L.RULE_EXCLUSIVE) {
    const x = sameOrganisation(p, q);
    return x >= 0 ? x : sameOrganisation(q, p);
  }
  if (rule == L.RULE_REST || rule == L.RULE_WALKABLE) {
    const first = below(2) == 0 ? p : q;
    const x = nearby(first, t);
    return x >= 0 ? x : nearby(first == p ? q : p, t);
  }
  return -1;
}

/** Holds unit u in slot t, letting go of at most `most` others besides those who stand there; 0 or the rule in the way. */
export function force(u: i32, t: i32, most: i32): i32 {
  let forbidden = M.eject(u, t);
  for (let i = 0; i < most && forbidden != 0; i++) {
    const x = culprit(forbidden, u, t);
    if (x < 0 || !M.room(4)) return forbidden;
    M.letGo(x);
    forbidden = M.put(u, t);
  }
  return forbidden;
}

/** Slot set word w of the slots in which unit u has both participants idle. */
export function idleWord(u: i32, w: i32): i32 {
  const p = P.at(P.unitP, u) * P.nWords + w;
  const q = P.at(P.unitQ, u) * P.nWords + w;
  return ld(P.unitSlots + ((u * P.nWords + w) << 2)) & ld(S.free + (p << 2)) & ld(S.free + (q << 2));
}

/** Slot set word w of the slots in which at least one of them is idle. */
export function halfIdleWord(u: i32, w: i32): i32 {
  const p = P.at(P.unitP, u) * P.nWords + w;
  const q = P.at(P.unitQ, u) * P.nWords + w;
  return ld(P.unitSlots + ((u * P.nWords + w) << 2)) & (ld(S.free + (p << 2)) | ld(S.free + (q << 2)));
}

/** Slot set word w of the slots in which unit u may be held. */
export function openWord(u: i32, w: i32): i32 {
  return ld(P.unitSlots + ((u * P.nWords + w) << 2));
}
