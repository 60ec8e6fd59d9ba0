// What a timetable of locked meetings is said with in clauses: which meeting in which slot, who is busy when, where a row's
// day begins and resumes after a hole. Called by formula.ts, holes.ts and ../exact.ts; the best so far gives the phases.

import * as Best from "../../best";
import { allocate, fill32, ld, st } from "../../mem";
import * as P from "../../problem";
import * as C from "../clauses";
import { canBe } from "../relaxed";

export let inSlot: i32 = 0; // [unit x slots + slot] variable: held there, or -1
export let upTo: i32 = 0; // [unit x slots + slot] variable: held there or earlier, or -1
export let away: i32 = 0; // [unit] variable: not held
export let busy: i32 = 0; // [row x slots + slot]
export let begun: i32 = 0; // [row x slots + slot] variable: busy there or earlier in this session
export let resumes: i32 = 0; // [row x slots + slot] variable: a hole ends there, or -1

/** Allocates; false when memory is out. */
export function setup(): bool {
  const grid = P.nRows * P.nSlots;
  inSlot = allocate(P.nUnits * P.nSlots * 4);
  upTo = allocate(P.nUnits * P.nSlots * 4);
  away = allocate(P.nUnits * 4);
  busy = allocate(grid * 4);
  begun = allocate(grid * 4);
  resumes = allocate(grid * 4);
  return inSlot != 0 && upTo != 0 && away != 0 && busy != 0 && begun != 0 && resumes != 0;
}

export function yes(v: i32): i32 {
  return 2 * v;
}

export function no(v: i32): i32 {
  return 2 * v + 1;
}

/** One of three holds. */
export function three(a: i32, b: i32, c: i32): void {
  C.begin();
  C.literal(a);
  C.literal(b);
  C.literal(c);
  C.clause();
}

/** Locked meetings of a participant. */
export function locksOf(p: i32): i32 {
  let n: i32 = 0;
  for (let k = P.at(P.adjacentStart, p); k < P.at(P.adjacentStart, p + 1); k++)
    if (P.at(P.unitLocked, P.at(P.adjacent, k)) != 0) n++;
  return n;
}

/** The literals of all meetings that row r can have in slot t. */
export function meetingsOf(r: i32, t: i32): void {
  const p = P.at(P.rowOwner, r);
  for (let k = P.at(P.adjacentStart, p); k < P.at(P.adjacentStart, p + 1); k++) {
    const x = P.at(inSlot, P.at(P.adjacent, k) * P.nSlots + t);
    if (x >= 0) C.literal(yes(x));
  }
}

/** Slot of a unit in the best so far, or -1. */
export function slotOfBest(u: i32): i32 {
  return ld(Best.records + (u << 4));
}

export function busyInBest(r: i32, t: i32): bool {
  const p = P.at(P.rowOwner, r);
  for (let i = P.at(P.adjacentStart, p); i < P.at(P.adjacentStart, p + 1); i++)
    if (slotOfBest(P.at(P.adjacent, i)) == t) return true;
  return false;
}

export function begunInBest(r: i32, t: i32): bool {
  for (let s = P.at(P.sessionFirst, P.at(P.slotSession, t)); s <= t; s++) if (busyInBest(r, s)) return true;
  return false;
}

/** All of them, but those that holes.ts counts with. */
export function create(): void {
  fill32(inSlot, -1, P.nUnits * P.nSlots);
  fill32(upTo, -1, P.nUnits * P.nSlots);
  fill32(resumes, -1, P.nRows * P.nSlots);
  for (let u = 0; u < P.nUnits; u++) {
    if (P.at(P.unitLocked, u) == 0) continue;
    const pair = P.at(P.unitPair, u);
    const ordered =
      P.at(P.beforeStart, pair) < P.at(P.beforeStart, pair + 1) ||
      P.at(P.afterStart, pair) < P.at(P.afterStart, pair + 1);
    const s = slotOfBest(u);
    for (let t = 0; t < P.nSlots; t++) {
      const i = (u * P.nSlots + t) << 2;
      if (canBe(u, t)) {
        st(inSlot + i, C.variable());
        C.setPhase(ld(inSlot + i), s == t);
      }
      if (ordered) {
        st(upTo + i, C.variable());
        C.setPhase(ld(upTo + i), s >= 0 && s <= t);
      }
    }
    st(away + (u << 2), C.variable());
  }
  for (let r = 0; r < P.nRows; r++) {
    let any: bool = false;
    for (let t = 0; t < P.nSlots; t++) {
      const i = (r * P.nSlots + t) << 2;
      if (t == P.at(P.sessionFirst, P.at(P.slotSession, t))) any = false;
      const here = busyInBest(r, t);
      st(busy + i, C.variable());
      C.setPhase(ld(busy + i), here);
      any = any || here;
      st(begun + i, C.variable());
      C.setPhase(ld(begun + i), any);
      if (t >= P.at(P.sessionFirst, P.at(P.slotSession, t)) + 2) st(resumes + i, C.variable());
    }
  }
}
