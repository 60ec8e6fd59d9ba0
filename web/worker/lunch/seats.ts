// Seats as numbers: what a change of seats brings and which rule forbids it, from the judge's facts alone.
// Called by targets.ts, tables.ts, ties.ts and desk.ts. It proposes only: the judge measures and checks what came of it.

import { shareOf } from "../../../src/index.js";
import type { Facts } from "../../../src/index.js";

/** At no table. */
export const NONE = -1;

/** Who sits where, at all meals. */
export interface Seats {
  facts: Facts;
  /** By meal of the facts: the table of each person, or NONE. */
  tables: Int32Array[];
  /** By meal and table: who sits there. */
  occupants: number[][][];
  /** By meal: where people must sit. */
  fixed: { person: number; table: number }[][];
  /** Pairs that have a meeting, by the facts' pair key. */
  pairs: { has(pair: number): boolean };
}

/** People with the table each goes to at one meal; NONE: no seat any more. */
export type Change = readonly (readonly [person: number, table: number])[];

/** The rule that forbids a change; people, table and side as indices, -1 where they say nothing. */
export interface Bar {
  kind: "absent" | "fixed" | "host" | "seats" | "mix-min" | "mix-max" | "veto";
  who: number;
  other: number;
  table: number;
  side: number;
  limit: number;
}

/** Seats by table of each person. `fixed` may name more seats than the facts do. */
export function seatsOf(facts: Facts, tables: Int32Array[], pairs: Seats["pairs"], fixed?: Seats["fixed"]): Seats {
  const occupants = facts.meals.map((meal, m) => {
    const lists: number[][] = meal.tables.map(() => []);
    tables[m]!.forEach((table, person) => lists[table]?.push(person));
    return lists;
  });
  return { facts, tables, occupants, pairs, fixed: fixed ?? facts.meals.map((meal) => meal.fixed) };
}

/** The two change places. */
export function swap({ tables }: Seats, meal: number, p: number, q: number): Change {
  return [
    [p, tables[meal]![q]!],
    [q, tables[meal]![p]!],
  ];
}

/** What two people bring at one meal, signed as in the score. */
export function pairAt(
  seats: Seats,
  meal: number,
  p: number,
  q: number,
): [share: number, alike: number, again: number] {
  const { facts, tables } = seats;
  if (!together(tables[meal]!, p, q)) return [0, 0, 0];
  const { rules, people } = facts;
  const alike = people[p]!.organisation === people[q]!.organisation ? 0 - rules.mealColleagues : 0;
  for (let earlier = 0; earlier < meal; earlier++)
    if (together(tables[earlier]!, p, q)) return [0, alike, 0 - rules.mealRepeat];
  return [seats.pairs.has(facts.pairKey(p, q)) ? 0 : shareOf(facts, p, q), alike, 0];
}

/** True when both sit at one table. */
export function together(table: Int32Array, p: number, q: number): boolean {
  return table[p]! >= 0 && table[p] === table[q];
}

/** What the change adds to the total score. */
export function gainOf(seats: Seats, meal: number, change: Change): number {
  const { facts, tables } = seats;
  const table = tables[meal]!;
  const before = change.map(([person]) => table[person]!);
  const touched = new Set([...before, ...change.map(([, to]) => to)]);
  const moving = new Set(change.map(([person]) => person));
  const others = [...touched].flatMap((t) => (seats.occupants[meal]![t] ?? []).filter((p) => !moving.has(p)));
  const count = (): number => {
    let points = 0;
    change.forEach(([p], i) => {
      if (table[p]! < 0 && facts.meals[meal]!.eats[p]) points -= facts.rules.mealSeat;
      for (const q of others) points += pairPoints(seats, meal, p, q);
      for (const [q] of change.slice(i + 1)) points += pairPoints(seats, meal, p, q);
    });
    return points;
  };
  const was = count();
  for (const [person, to] of change) table[person] = to;
  const is = count();
  change.forEach(([person], i) => (table[person] = before[i]!));
  return is - was;
}

// At this meal and those after it: who shared a table once is a repeat later, and brings nothing any more.
function pairPoints(seats: Seats, meal: number, p: number, q: number): number {
  let points = 0;
  for (let m = meal; m < seats.tables.length; m++) {
    const [share, alike, again] = pairAt(seats, m, p, q);
    points += share + alike + again;
  }
  return points;
}

/** The first rule that the change breaks and that was not broken as much before; null when it is allowed. */
export function barOf(seats: Seats, meal: number, change: Change): Bar | null {
  const { facts } = seats;
  const { eats, tables: list } = facts.meals[meal]!;
  const table = seats.tables[meal]!;
  for (const [who, to] of change) if (to >= 0 && table[who]! < 0 && !eats[who]) return bar("absent", { who });
  for (const [who] of change) {
    const leaves = (at: number): boolean => eats[who] === 1 && table[who] === at;
    const seat = seats.fixed[meal]!.find(({ person, table: at }) => person === who && leaves(at));
    if (seat) return bar("fixed", { who, table: seat.table });
    const hosted = list.findIndex(({ host }, at) => host === who && leaves(at));
    if (hosted >= 0) return bar("host", { who, table: hosted });
  }
  const moving = new Set(change.map(([person]) => person));
  const touched = new Set(change.flatMap(([person, to]) => [table[person]!, to]).filter((t) => t >= 0));
  for (const t of touched) {
    const before = seats.occupants[meal]![t]!;
    const after = [...before.filter((p) => !moving.has(p)), ...change.flatMap(([p, to]) => (to === t ? [p] : []))];
    const found = tooMany(seats, meal, t, before, after) ?? mixed(seats, meal, t, before, after);
    if (found) return found;
    for (const [who, to] of change) {
      if (to !== t) continue;
      const other = after.find((q) => q !== who && (facts.vetoes(who, q) || facts.vetoes(q, who)));
      if (other !== undefined) return bar("veto", { who, other, table: t });
    }
  }
  return null;
}

function tooMany({ facts }: Seats, meal: number, table: number, before: number[], after: number[]): Bar | null {
  const limit = facts.meals[meal]!.tables[table]!.seats;
  return after.length > Math.max(limit, before.length) ? bar("seats", { table, limit }) : null;
}

function mixed({ facts }: Seats, meal: number, table: number, before: number[], after: number[]): Bar | null {
  if (after.length === 0) return null;
  for (const { side, min, max } of facts.meals[meal]!.mix) {
    const count = (list: number[]): number => list.filter((p) => facts.people[p]!.side === side).length;
    const [was, is] = [count(before), count(after)];
    const lacked = before.length === 0 ? 0 : Math.max(0, min - was);
    if (min - is > lacked) return bar("mix-min", { table, side, limit: min });
    if (is - max > Math.max(0, was - max)) return bar("mix-max", { table, side, limit: max });
  }
  return null;
}

function bar(kind: Bar["kind"], values: Partial<Bar>): Bar {
  return { kind, who: NONE, other: NONE, table: NONE, side: NONE, limit: 0, ...values };
}
