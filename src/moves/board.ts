// A schedule laid out for changes by hand: who is where in which slot, and how full each place is. Built once per schedule;
// move.ts finds changes on it, trial.ts says what they would bring and break.

import type { Facts } from "../rules/facts.js";
import type { View } from "../rules/view.js";
import { viewOf } from "../rules/view.js";
import type { Schedule } from "../schedule.js";

export interface Board {
  facts: Facts;
  schedule: Schedule;
  view: View;
  /** Position of the meeting of each row in each slot, or -1: row x slots + slot. Of a clash the last one. */
  at: Int32Array;
  /** Positions of the meetings at each place in each slot: place x slots + slot. */
  uses: Map<number, number[]>;
}

/** Lays a schedule out; linear in rows x slots and meetings. Meetings with unknown ids stand nowhere. */
export function boardOf(facts: Facts, schedule: Schedule): Board {
  const view = viewOf(facts, schedule);
  const slots = facts.calendar.slots.length;
  const at = new Int32Array(facts.rows.length * slots).fill(-1);
  const uses = new Map<number, number[]>();
  for (let m = 0; m < view.size; m++) {
    const slot = view.slot[m]!;
    if (slot < 0) continue;
    for (const row of [view.rowA[m]!, view.rowB[m]!]) if (row >= 0) at[row * slots + slot] = m;
    if (view.place[m]! < 0) continue;
    const key = view.place[m]! * slots + slot;
    const list = uses.get(key);
    if (list) list.push(m);
    else uses.set(key, [m]);
  }
  return { facts, schedule, view, at, uses };
}
