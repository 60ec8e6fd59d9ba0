// A schedule by row and slot, for the screens: who is where, which wishes are met. Built once per schedule shown.
// It judges nothing: score and findings come from the judge's report.

import type { Facts, Judged, Report, Schedule } from "../../src/index.js";
import type { Known } from "./known.js";

/** A schedule on the page, with the event it was made for and what the judge says of it. */
export interface Placed {
  known: Known;
  schedule: Schedule;
  report: Report;
  /** Locked meetings that are not held; empty in a feasible schedule. */
  unplaced: Judged["unplaced"];
  /** What solver and judge say of the same terms, when they differ. */
  mismatch: NonNullable<Judged["mismatch"]> | null;
  /** Meeting (index in the schedule) of each row in each slot: row x slots + slot, or -1. */
  at: Int32Array;
  /** Pairs that meet, by the facts' pair key. */
  pairs: Set<number>;
  /** By meal of the facts: the table of each person, as an index, or -1. */
  tables: Int32Array[];
  /** By wish of the spec: 1 when it is met. */
  met: Uint8Array;
  /** By person: wishes met, points of the wishes met. */
  metCount: Int32Array;
  points: Float64Array;
}

/** Reads a judged schedule of a known event. */
export function placedOf(known: Known, judged: Judged): Placed {
  const { schedule, report, unplaced, mismatch = null } = judged;
  const { facts } = known;
  const slots = facts.calendar.slots.length;
  const at = new Int32Array(facts.rows.length * slots).fill(-1);
  const pairs = new Set<number>();
  schedule.meetings.forEach((meeting, m) => {
    const slot = facts.calendar.slotIndex.get(meeting.slot);
    const p = facts.personIndex.get(meeting.participants[0]);
    const q = facts.personIndex.get(meeting.participants[1]);
    if (slot === undefined || p === undefined || q === undefined) return;
    pairs.add(facts.pairKey(p, q));
    for (const id of meeting.rows) {
      const row = facts.rowIndex.get(id);
      if (row !== undefined) at[row * slots + slot] = m;
    }
  });
  const tables = facts.meals.map(() => new Int32Array(facts.people.length).fill(-1));
  for (const seating of schedule.meals) {
    const meal = facts.mealIndex.get(seating.session);
    if (meal === undefined) continue;
    const table = facts.meals[meal]!.tableIndex.get(seating.table);
    for (const id of seating.participants) {
      const person = facts.personIndex.get(id);
      if (person !== undefined && table !== undefined) tables[meal]![person] = table;
    }
  }
  return { known, schedule, report, unplaced, mismatch, at, pairs, tables, ...metOf(facts, pairs) };
}

function metOf(facts: Facts, pairs: Set<number>): Pick<Placed, "met" | "metCount" | "points"> {
  const { wishes, people } = facts;
  const met = new Uint8Array(wishes.from.length);
  const metCount = new Int32Array(people.length);
  const points = new Float64Array(people.length);
  for (let p = 0; p < people.length; p++) {
    for (let i = wishes.start[p]!; i < wishes.start[p + 1]!; i++) {
      const wish = wishes.list[i]!;
      if (!partnersOf(facts, wish).some((q) => pairs.has(facts.pairKey(p, q)))) continue;
      met[wish] = 1;
      metCount[p]!++;
      points[p]! += wishes.points[wish]!;
    }
  }
  return { met, metCount, points };
}

/** Who can meet a wish: one person, or everybody of an organisation. */
export function partnersOf(facts: Facts, wish: number): number[] {
  const to = facts.wishes.to[wish]!;
  return to >= 0 ? [to] : facts.organisations[facts.wishes.organisation[wish]!]!.members;
}

/** The wish by which p wishes to meet q, directly or through the organisation; -1 when there is none. */
export function wishFor(facts: Facts, p: number, q: number): number {
  const direct = facts.directWish(p, q);
  const wish = direct >= 0 ? direct : facts.organisationWish(p, q);
  return wish >= 0 && facts.wishes.veto[wish] === 0 ? wish : -1;
}
