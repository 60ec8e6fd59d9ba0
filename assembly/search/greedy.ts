// Greedy: units by value, highest first, each in the idle slot that brings most. One step is one unit.

import * as Best from "../best";
import * as M from "../moves";
import * as P from "../problem";
import * as S from "../state";
import * as order from "./order";
import { putBest } from "./pick";

let next: i32 = 0;

export function start(): void {
  order.byWorth();
  next = 0;
}

/** Tries one unit; false when all were tried. */
export function step(): bool {
  if (next >= P.nUnits) return false;
  const u = order.unit(next++);
  if (S.slotOf(u) >= 0) return true;
  M.begin();
  // A meeting that brings nothing is no meeting: nobody asked for it.
  if (putBest(u, 0)) Best.follow();
  return true;
}
