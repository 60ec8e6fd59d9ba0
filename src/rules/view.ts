// A schedule by index, as rules and measure read it: meetings, who holds which, who sits where.
// Built once per verify (viewOf) and passed to every rule. It judges nothing and tolerates everything: unknown ids are
// NONE or UNKNOWN here, and what cannot be read is left out of the lists (rules availability, place and seating report it).

import type { Schedule } from "../schedule.js";
import type { Facts } from "./facts.js";

/** No place named. */
export const NONE = -1;
/** An id that the event does not have. */
export const UNKNOWN = -2;

/** Who sits where at one meal. */
export interface MealView {
  /** The first table of each person in the schedule's order, or NONE. */
  table: Int32Array;
  /** Number of seats given to each person. */
  seats: Uint32Array;
  /** Distinct people listed at each table, in order. */
  occupants: number[][];
}

export interface View {
  /** Number of meetings; the arrays below have one entry for each, in the schedule's order. */
  size: number;
  a: Int32Array;
  b: Int32Array;
  rowA: Int32Array;
  rowB: Int32Array;
  slot: Int32Array;
  /** NONE: names no place. */
  place: Int32Array;
  /** Meetings of row r with a known slot: rowList[rowStart[r]] to rowList[rowStart[r + 1] - 1], by slot, ties as listed. */
  rowStart: Int32Array;
  rowList: Int32Array;
  /** Meetings of person p with a known partner, by slot, ties as listed, unknown slots first. */
  personStart: Int32Array;
  personList: Int32Array;
  /** Meetings of each pair of known people, by pair key, as listed. */
  pairs: Map<number, number[]>;
  /** One for each meal of Facts.meals. */
  meals: MealView[];
}

/** Reads a schedule; linear in its size. */
export function viewOf(facts: Facts, schedule: Schedule): View {
  const { meetings } = schedule;
  const size = meetings.length;
  const column = (): Int32Array => new Int32Array(size);
  const a = column();
  const b = column();
  const rowA = column();
  const rowB = column();
  const slot = column();
  const place = column();
  const pairs = new Map<number, number[]>();
  for (let m = 0; m < size; m++) {
    const meeting = meetings[m]!;
    a[m] = facts.personIndex.get(meeting.participants[0]) ?? UNKNOWN;
    b[m] = facts.personIndex.get(meeting.participants[1]) ?? UNKNOWN;
    rowA[m] = facts.rowIndex.get(meeting.rows[0]) ?? UNKNOWN;
    rowB[m] = facts.rowIndex.get(meeting.rows[1]) ?? UNKNOWN;
    slot[m] = facts.calendar.slotIndex.get(meeting.slot) ?? UNKNOWN;
    place[m] = meeting.place === undefined ? NONE : (facts.placeIndex.get(meeting.place) ?? UNKNOWN);
    if (a[m]! < 0 || b[m]! < 0) continue;
    const key = facts.pairKey(a[m]!, b[m]!);
    const list = pairs.get(key);
    if (list) list.push(m);
    else pairs.set(key, [m]);
  }
  const order = bySlot(slot, facts.calendar.slots.length);
  const rows = lists(facts.rows.length, order, (m, add) => {
    if (slot[m]! < 0) return;
    if (rowA[m]! >= 0) add(rowA[m]!);
    if (rowB[m]! >= 0 && rowB[m] !== rowA[m]) add(rowB[m]!);
  });
  const persons = lists(facts.people.length, order, (m, add) => {
    if (a[m]! < 0 || b[m]! < 0) return;
    add(a[m]!);
    if (b[m] !== a[m]) add(b[m]!);
  });
  return {
    size,
    a,
    b,
    rowA,
    rowB,
    slot,
    place,
    rowStart: rows.start,
    rowList: rows.list,
    personStart: persons.start,
    personList: persons.list,
    pairs,
    meals: seatings(facts, schedule),
  };
}

/** Meetings held by a person. */
export function heldBy(view: View, person: number): number {
  return view.personStart[person + 1]! - view.personStart[person]!;
}

/** True when the two have a meeting. */
export function haveMet(facts: Facts, view: View, p: number, q: number): boolean {
  return view.pairs.has(facts.pairKey(p, q));
}

/** The other person of a meeting. */
export function partner(view: View, meeting: number, person: number): number {
  return view.a[meeting] === person ? view.b[meeting]! : view.a[meeting]!;
}

/** Calls back for each session in which the row has meetings, with its distinct used slots in order. */
export function eachSession(
  facts: Facts,
  view: View,
  row: number,
  visit: (session: number, used: readonly number[], meetings: readonly number[]) => void,
): void {
  const end = view.rowStart[row + 1]!;
  let i = view.rowStart[row]!;
  while (i < end) {
    const session = facts.calendar.slots[view.slot[view.rowList[i]!]!]!.session;
    const used: number[] = [];
    const meetings: number[] = [];
    for (; i < end; i++) {
      const meeting = view.rowList[i]!;
      const slot = view.slot[meeting]!;
      if (facts.calendar.slots[slot]!.session !== session) break;
      if (used.at(-1) !== slot) used.push(slot);
      meetings.push(meeting);
    }
    visit(session, used, meetings);
  }
}

/** Holes among distinct used slots of one session: consecutive ones that are not adjacent. */
export function holesOf(used: readonly number[]): number {
  let holes = 0;
  for (let i = 1; i < used.length; i++) if (used[i]! !== used[i - 1]! + 1) holes++;
  return holes;
}

// A counting sort keeps ties in the schedule's order.
function bySlot(slot: Int32Array, slots: number): Int32Array {
  const start = new Int32Array(slots + 2);
  const bucket = (m: number): number => Math.max(-1, slot[m]!) + 1;
  for (let m = 0; m < slot.length; m++) start[bucket(m) + 1]!++;
  for (let s = 0; s <= slots; s++) start[s + 1]! += start[s]!;
  const order = new Int32Array(slot.length);
  for (let m = 0; m < slot.length; m++) order[start[bucket(m)]!++] = m;
  return order;
}

function lists(
  n: number,
  order: Int32Array,
  owners: (meeting: number, add: (owner: number) => void) => void,
): { start: Int32Array; list: Int32Array } {
  const start = new Int32Array(n + 1);
  const count = (owner: number): void => void start[owner + 1]!++;
  for (const m of order) owners(m, count);
  for (let i = 0; i < n; i++) start[i + 1]! += start[i]!;
  const list = new Int32Array(start[n]!);
  const next = start.slice();
  let meeting = 0;
  const put = (owner: number): void => void (list[next[owner]!++] = meeting);
  for (meeting of order) owners(meeting, put);
  return { start, list };
}

function seatings(facts: Facts, schedule: Schedule): MealView[] {
  const views = facts.meals.map((meal): MealView => ({
    table: new Int32Array(facts.people.length).fill(NONE),
    seats: new Uint32Array(facts.people.length),
    occupants: meal.tables.map(() => []),
  }));
  for (const seating of schedule.meals) {
    const m = facts.mealIndex.get(seating.session);
    if (m === undefined) continue;
    const table = facts.meals[m]!.tableIndex.get(seating.table);
    if (table === undefined) continue;
    const view = views[m]!;
    for (const id of seating.participants) {
      const person = facts.personIndex.get(id);
      if (person === undefined) continue;
      if (view.seats[person]! === 0) view.table[person] = table;
      view.seats[person]!++;
      view.occupants[table]!.push(person);
    }
  }
  for (const view of views) view.occupants = view.occupants.map((list) => [...new Set(list)]);
  return views;
}
