// Solutions in indices to meetings and seats with names, and back. Called by pipeline.ts.
// decode never judges: what it gets, it names. encode drops what the problem cannot hold (pairs that may not meet).

import * as L from "../../assembly/layout.js";
import type { Meeting, Schedule, Seating } from "../schedule.js";
import type { Solution } from "../solver/variant.js";
import type { Names } from "./compile.js";
import { hasBit } from "./entities.js";
import type { Problem } from "./problem.js";

/** A locked meeting that the solution does not hold; `lock` is its position in the event's `locked`. */
export interface Unplaced {
  lock: number;
  participants: [string, string];
}

export interface Decoded {
  meetings: Meeting[];
  meals: Seating[];
  unplaced: Unplaced[];
  /** Unit of each meeting. */
  units: number[];
}

/** An empty solution of this problem's size. */
export function emptySolution(problem: Problem): Solution {
  return {
    units: new Int32Array(problem.word(L.N_UNITS) * L.UNIT_RECORD).fill(-1),
    seats: new Int32Array(problem.word(L.N_MEALS) * problem.word(L.N_PARTICIPANTS)).fill(-1),
  };
}

/** Meetings in order of slot, then of unit; tables that nobody uses are left out. */
export function decode(names: Names, problem: Problem, solution: Solution): Decoded {
  const s = problem.sections;
  const held: number[] = [];
  const unplaced: Unplaced[] = [];
  const units = problem.word(L.N_UNITS);
  const pairIds = (u: number): [string, string] => [names.participants[s.unitP[u]!]!, names.participants[s.unitQ[u]!]!];
  for (let u = 0; u < units; u++) {
    if (solution.units[u * L.UNIT_RECORD + L.UNIT_SLOT]! >= 0) held.push(u);
    else if (s.unitLocked[u]) unplaced.push({ lock: names.unitLock[u]!, participants: pairIds(u) });
  }
  const slotOf = (u: number): number => solution.units[u * L.UNIT_RECORD + L.UNIT_SLOT]!;
  held.sort((a, b) => slotOf(a) - slotOf(b) || a - b);
  const meetings = held.map((u) => meetingOf(names, problem, u, recordOf(solution, u)));
  const meals: Seating[] = [];
  const people = names.participants.length;
  names.meals.forEach((session, m) => {
    const seated = new Map<number, string[]>();
    for (let p = 0; p < people; p++) {
      const table = solution.seats[m * people + p]!;
      if (table < 0) continue;
      const list = seated.get(table);
      if (list) list.push(names.participants[p]!);
      else seated.set(table, [names.participants[p]!]);
    }
    for (const table of [...seated.keys()].sort((a, b) => a - b))
      meals.push({ session, table: names.tables[table]!, participants: seated.get(table)! });
  });
  return { meetings, meals, unplaced, units: held };
}

/** A held unit with this record, in names. */
export function meetingOf(names: Names, problem: Problem, unit: number, record: ArrayLike<number>): Meeting {
  const { unitP, unitQ } = problem.sections;
  const place = record[L.UNIT_PLACE]!;
  return {
    participants: [names.participants[unitP[unit]!]!, names.participants[unitQ[unit]!]!],
    rows: [names.rows[record[L.UNIT_ROW_P]!]!, names.rows[record[L.UNIT_ROW_Q]!]!],
    slot: names.slots[record[L.UNIT_SLOT]!]!,
    ...(place >= 0 ? { place: names.places[place]! } : {}),
  };
}

/** A unit's record in a solution; slot -1: not held. */
export function recordOf(solution: Solution, unit: number): Int32Array {
  return solution.units.subarray(unit * L.UNIT_RECORD, (unit + 1) * L.UNIT_RECORD);
}

/** The pairs of a problem by their participants; reasons.ts asks in every round. */
const finders = new WeakMap<Problem, Map<number, number>>();

/** The index of the pair of two participants (by index, in either order); undefined when they may not meet. */
export function pairFinder(problem: Problem): (a: number, b: number) => number | undefined {
  const { pairUnit, unitP, unitQ } = problem.sections;
  const n = problem.word(L.N_PARTICIPANTS);
  let pairs = finders.get(problem);
  if (!pairs) {
    finders.set(problem, (pairs = new Map()));
    for (let i = 0; i < problem.word(L.N_PAIRS); i++) pairs.set(unitP[pairUnit[i]!]! * n + unitQ[pairUnit[i]!]!, i);
  }
  const found = pairs;
  return (a, b) => found.get(Math.min(a, b) * n + Math.max(a, b));
}

/**
 * The solution of a schedule. Meetings of pairs that may not meet, in unknown slots or with unknown people are dropped; an
 * unknown row is its participant's first, an unknown place is none: a variant that starts from it looks for another.
 */
export function encode(names: Names, problem: Problem, schedule: Pick<Schedule, "meetings" | "meals">): Solution {
  const s = problem.sections;
  const n = names.participants.length;
  const words = problem.word(L.N_WORDS);
  const solution = emptySolution(problem);
  const index = (list: readonly string[]): Map<string, number> => new Map(list.map((id, i) => [id, i]));
  const participants = index(names.participants);
  const rows = index(names.rows);
  const slots = index(names.slots);
  const places = index(names.places);
  const pairOf = pairFinder(problem);
  const pool = new Set(s.pool.subarray(0, problem.word(L.N_POOL)));
  const placed = (u: number, place: number): boolean =>
    place < 0 || place === s.unitPlaceA[u] || place === s.unitPlaceB[u] || (s.unitPool[u] === 1 && pool.has(place));
  const fits = (u: number, record: number[]): boolean =>
    hasBit(s.unitSlots, u * words, record[L.UNIT_SLOT]!) && placed(u, record[L.UNIT_PLACE]!);

  const byPair = new Map<number, number[][]>();
  for (const meeting of schedule.meetings) {
    const ends = meeting.participants.map((id, i) => ({ p: participants.get(id), row: rows.get(meeting.rows[i]!) }));
    const slot = slots.get(meeting.slot);
    if (slot === undefined || ends.some(({ p }) => p === undefined)) continue;
    const [a, b] = ends.map(({ p, row }) => ({ p: p!, row: row ?? s.rowStart[p!]! }));
    const [first, second] = a!.p < b!.p ? [a!, b!] : [b!, a!];
    const pair = pairOf(first.p, second.p);
    if (pair === undefined) continue;
    const record = [slot, first.row, second.row, meeting.place === undefined ? -1 : (places.get(meeting.place) ?? -1)];
    byPair.set(pair, [...(byPair.get(pair) ?? []), record]);
  }
  for (const [pair, records] of byPair) {
    // Several meetings of a pair go to its locks by augmenting paths, so that as many as possible fit theirs.
    const from = s.pairUnit[pair]!;
    const size = s.pairUnit[pair + 1]! - from;
    const taken = new Array<number>(size).fill(-1);
    const assign = (m: number, seen: Set<number>): boolean => {
      for (let i = 0; i < size; i++) {
        if (seen.has(i) || !fits(from + i, records[m]!)) continue;
        seen.add(i);
        if (taken[i]! < 0 || assign(taken[i]!, seen)) {
          taken[i] = m;
          return true;
        }
      }
      return false;
    };
    records.forEach((_, m) => assign(m, new Set()));
    const rest = records.map((_, m) => m).filter((m) => !taken.includes(m));
    taken.forEach((m, i) => {
      const record = records[m >= 0 ? m : (rest.shift() ?? -1)];
      if (record) solution.units.set(record, (from + i) * L.UNIT_RECORD);
    });
  }
  const mealIndex = index(names.meals);
  const tablesOf = names.meals.map((_, m) => index(names.tables.slice(s.tableStart[m]!, s.tableStart[m + 1]!)));
  for (const { session, table, participants: people } of schedule.meals) {
    const m = mealIndex.get(session);
    const t = m === undefined ? undefined : tablesOf[m]!.get(table);
    if (m === undefined || t === undefined) continue;
    for (const id of people) {
      const p = participants.get(id);
      if (p !== undefined) solution.seats[m * n + p] = s.tableStart[m]! + t;
    }
  }
  return solution;
}
