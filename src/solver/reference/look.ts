// A solution read the obvious way: a list of meetings, and for each row, participant and table a list of what it has.
// Made anew for every evaluation by score.ts and breaches.ts of the reference; shares nothing with the kernel.

import * as L from "../../../assembly/layout.js";
import type { Problem } from "../../problem/problem.js";
import type { Solution } from "../variant.js";

/** A meeting that is held. */
export interface Held {
  unit: number;
  pair: number;
  p: number;
  q: number;
  rowP: number;
  rowQ: number;
  slot: number;
  /** -1: none. */
  place: number;
}

export interface Look {
  /** By slot, ties by unit; so are the lists below. */
  meetings: Held[];
  /** Meetings of each row that has some. */
  byRow: Map<number, Held[]>;
  byParticipant: Map<number, Held[]>;
  byPair: Map<number, Held[]>;
  /** Per meal: people at each table that is used, ascending. */
  tables: Map<number, number[]>[];
}

/** Reads a solution. */
export function lookAt(problem: Problem, solution: Solution): Look {
  const s = problem.sections;
  const meetings: Held[] = [];
  for (let unit = 0; unit < problem.word(L.N_UNITS); unit++) {
    const at = unit * L.UNIT_RECORD;
    const slot = solution.units[at + L.UNIT_SLOT]!;
    if (slot < 0) continue;
    meetings.push({
      unit,
      pair: s.unitPair[unit]!,
      p: s.unitP[unit]!,
      q: s.unitQ[unit]!,
      rowP: solution.units[at + L.UNIT_ROW_P]!,
      rowQ: solution.units[at + L.UNIT_ROW_Q]!,
      slot,
      place: solution.units[at + L.UNIT_PLACE]!,
    });
  }
  meetings.sort((a, b) => a.slot - b.slot || a.unit - b.unit);
  const look: Look = { meetings, byRow: new Map(), byParticipant: new Map(), byPair: new Map(), tables: [] };
  for (const meeting of meetings) {
    append(look.byRow, meeting.rowP, meeting);
    append(look.byRow, meeting.rowQ, meeting);
    append(look.byParticipant, meeting.p, meeting);
    append(look.byParticipant, meeting.q, meeting);
    append(look.byPair, meeting.pair, meeting);
  }
  const people = problem.word(L.N_PARTICIPANTS);
  for (let m = 0; m < problem.word(L.N_MEALS); m++) {
    const tables = new Map<number, number[]>();
    for (let p = 0; p < people; p++) {
      const table = solution.seats[m * people + p]!;
      if (table >= 0) append(tables, table, p);
    }
    look.tables.push(tables);
  }
  return look;
}

/** Adds an item to the list of a key. */
export function append<T>(lists: Map<number, T[]>, key: number, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** Meetings of one row, cut into sessions. */
export function sessionsOf(problem: Problem, meetings: readonly Held[]): Held[][] {
  const bySession = new Map<number, Held[]>();
  for (const meeting of meetings) append(bySession, problem.sections.slotSession[meeting.slot]!, meeting);
  return [...bySession.values()];
}

/** Distinct slots of meetings in order. */
export function slotsOf(meetings: readonly Held[]): number[] {
  return [...new Set(meetings.map(({ slot }) => slot))];
}

/** How many pairs of neighbours in a list of slots are not adjacent. */
export function holesIn(slots: readonly number[]): number {
  return slots.filter((slot, i) => i > 0 && slot !== slots[i - 1]! + 1).length;
}

/** Bit `slot` of slot set number i of a section of slot sets. */
export function isIn(problem: Problem, sets: Int32Array, i: number, slot: number): boolean {
  return ((sets[i * problem.word(L.N_WORDS) + (slot >> 5)]! >>> (slot & 31)) & 1) === 1;
}

/** Minutes between two places. */
export function minutesBetween(problem: Problem, from: number, to: number): number {
  if (from === to) return 0;
  const s = problem.sections;
  return s.zoneMinutes[s.placeZone[from]! * problem.word(L.N_ZONES) + s.placeZone[to]!]!;
}

/** Position in the list of people p knows, or -1. */
export function knownAt(problem: Problem, p: number, q: number): number {
  const s = problem.sections;
  for (let k = s.knowsStart[p]!; k < s.knowsStart[p + 1]!; k++) if (s.knows[k] === q) return k;
  return -1;
}
