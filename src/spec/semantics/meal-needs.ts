// Can the tables at which somebody must sit (a host, a fixed seat) be filled as the mix of sides asks? Called by meals.ts.
// Who has no seat only costs points, so only these tables can make a meal impossible. Each is looked at by itself, then
// all of them by side: who may sit at which is a matter of vetoes, so that is a matching (Kuhn's augmenting paths).

import { listed } from "../messages.js";
import type { Report } from "../report.js";
import type { Meal } from "../schema.js";
import type { Book } from "./book.js";

/** A meal with who must sit where; see meals.ts. */
export interface Fixed {
  meal: Meal;
  path: (string | number)[];
  eats(participant: number): boolean;
  /** Table of each participant who must sit somewhere, else -1. */
  tableOf: Int32Array;
}

/** People of one side that a table still needs. */
interface Need {
  table: number;
  count: number;
}

/** Looks for augmenting paths through at most so many table seats and people; above, only the numbers are compared. */
const MOST_TRIED = 5_000_000;

export function checkNeeds(book: Book, { meal, path, eats, tableOf }: Fixed, report: Report): void {
  const { spec, sides } = book;
  if (!meal.mix) return;
  const mix = Object.entries(meal.mix).filter(([side]) => sides.has(side));
  const fixed = new Map<number, number[]>();
  tableOf.forEach((t, p) => {
    if (t < 0) return;
    const list = fixed.get(t);
    if (list) list.push(p);
    else fixed.set(t, [p]);
  });
  if (fixed.size === 0) return;
  const needs = new Map<string, Need[]>(mix.map(([side]) => [side, []]));
  for (const [t, people] of [...fixed].sort(([a], [b]) => a - b)) {
    const count = new Map<string, number>();
    for (const p of people) count.set(spec.participants[p]!.side, (count.get(spec.participants[p]!.side) ?? 0) + 1);
    let least = 0;
    let more = 0;
    for (const [side, { min = 0 }] of mix) {
      const need = Math.max(0, min - (count.get(side) ?? 0));
      least += min;
      more += need;
      if (need > 0) needs.get(side)!.push({ table: t, count: need });
    }
    const { id: table, seats } = meal.tables[t]!;
    // Too small for the mix alone, or for those who must sit there alone: told elsewhere.
    if (people.length + more > seats && people.length <= seats && least <= seats) {
      const who = listed(people.map((p) => spec.participants[p]!.id));
      report.error("mix-no-seat", [...path, "tables", t], { table, seats, people: people.length, who, more });
    }
  }
  const forbidden = vetoedTables(book, tableOf, fixed);
  for (const [side, list] of needs) {
    if (list.length > 0) checkSide(book, { meal, path, eats, tableOf }, side, list, forbidden, report);
  }
}

/** For each participant without a table those tables at which somebody sits with whom there is a veto. */
function vetoedTables(
  book: Book,
  tableOf: Int32Array,
  fixed: ReadonlyMap<number, readonly number[]>,
): Map<number, Set<number>> {
  const { spec, participants, members, organisationOf } = book;
  const result = new Map<number, Set<number>>();
  const add = (p: number, t: number): void => {
    if (tableOf[p]! >= 0) return;
    const tables = result.get(p);
    if (tables) tables.add(t);
    else result.set(p, new Set([t]));
  };
  const tablesOfOrganisation = new Map<number, Set<number>>();
  for (const [t, people] of fixed) {
    for (const p of people) {
      const tables = tablesOfOrganisation.get(organisationOf[p]!);
      if (tables) tables.add(t);
      else tablesOfOrganisation.set(organisationOf[p]!, new Set([t]));
    }
  }
  for (const { from, to, veto } of spec.wishes) {
    const p = veto ? participants.get(from) : undefined;
    const target = p === undefined ? -1 : book.target(to);
    if (p === undefined || target < 0) continue;
    if (tableOf[p]! >= 0) {
      if (target < tableOf.length) add(target, tableOf[p]!);
      else for (const q of members[target - tableOf.length]!) if (q !== p) add(q, tableOf[p]!);
    } else if (target < tableOf.length) {
      if (tableOf[target]! >= 0) add(p, tableOf[target]!);
    } else for (const t of tablesOfOrganisation.get(target) ?? []) add(p, t);
  }
  return result;
}

function checkSide(
  book: Book,
  { meal, path, eats, tableOf }: Fixed,
  side: string,
  needs: readonly Need[],
  forbidden: ReadonlyMap<number, ReadonlySet<number>>,
  report: Report,
): void {
  const { participants } = book.spec;
  const free: number[] = [];
  let eating = 0;
  participants.forEach((participant, p) => {
    if (participant.side !== side || !eats(p)) return;
    eating++;
    if (tableOf[p]! < 0) free.push(p);
  });
  // More than take the meal at all: told elsewhere.
  if ((meal.mix![side]!.min ?? 0) > eating) return;
  const picky = free.filter((p) => forbidden.has(p));
  const easy = free.length - picky.length;
  const barred = new Map<number, number>();
  for (const p of picky) for (const t of forbidden.get(p)!) barred.set(t, (barred.get(t) ?? 0) + 1);
  let told = false;
  for (const { table: t, count } of needs) {
    const able = free.length - (barred.get(t) ?? 0);
    if (count <= able) continue;
    const values = { table: meal.tables[t]!.id, side, count, able };
    report.error(barred.has(t) ? "mix-no-one/veto" : "mix-no-one/left", [...path, "tables", t], values);
    told = true;
  }
  const count = needs.reduce((sum, need) => sum + need.count, 0);
  if (told || easy + Math.min(count, picky.length) >= count + picky.length) return;
  const tried = picky.length * needs.length <= MOST_TRIED;
  const able = easy + (tried ? seated(picky, needs, forbidden) : picky.length);
  if (able >= count) return;
  const tables = listed(needs.map(({ table }) => meal.tables[table]!.id));
  report.error("mix-over-tables", [...path, "mix", side], { side, count, able, tables });
}

/** The most of these people who can sit at tables that need them, each at none that is forbidden to them. */
function seated(
  people: readonly number[],
  needs: readonly Need[],
  forbidden: ReadonlyMap<number, ReadonlySet<number>>,
): number {
  const inside = needs.map((): number[] => []);
  let count = 0;
  for (const person of people) {
    // Breadth first over people who would have to move; `from` is who wants each table.
    const movers = [person];
    const from = new Map<number, { mover: number; at: number }>();
    const seat = new Map<number, number>([[person, -1]]);
    let end = -1;
    for (let i = 0; i < movers.length && end < 0; i++) {
      const mover = movers[i]!;
      for (let n = 0; n < needs.length; n++) {
        if (from.has(n) || forbidden.get(mover)!.has(needs[n]!.table)) continue;
        from.set(n, { mover, at: seat.get(mover)! });
        if (inside[n]!.length < needs[n]!.count) {
          end = n;
          break;
        }
        for (const other of inside[n]!) {
          if (seat.has(other)) continue;
          seat.set(other, n);
          movers.push(other);
        }
      }
    }
    if (end < 0) continue;
    count++;
    for (let n = end; n >= 0;) {
      const { mover, at } = from.get(n)!;
      inside[n]!.push(mover);
      if (at >= 0) inside[at]!.splice(inside[at]!.indexOf(mover), 1);
      n = at;
    }
  }
  return count;
}
