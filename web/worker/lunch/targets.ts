// What a person could change seats with at a meal: everybody else, and a free seat at each table, each with its gain and
// the rule that forbids it. Called by desk.ts when somebody is taken up. Linear in the seats of the meal.

import type { BarView, TargetsView, Verdict } from "../../lunch-views.js";
import { tableName } from "../known.js";
import { barOf, gainOf, swap, type Bar, type Change } from "./seats.js";
import type { Laid } from "./tables.js";

/** All that a drag or the list of swaps needs to know. */
export function targetsView(laid: Laid, person: number, generation: number): TargetsView {
  const { seats, meal } = laid;
  const { facts } = seats;
  const { tables, eats, id } = facts.meals[meal]!;
  const own = seats.tables[meal]![person]!;
  const people = new Map<string, Verdict>();
  for (const { index, id: other } of facts.people) {
    const at = seats.tables[meal]![index]!;
    if (index === person || (at < 0 && !eats[index])) continue;
    people.set(other, at === own ? same(laid, own) : verdictOf(laid, swap(seats, meal, person, index)));
  }
  const free = tables.map(({ id: table }, t) => {
    return [table, t === own ? same(laid, own) : verdictOf(laid, [[person, t]])] as const;
  });
  return { session: id, id: facts.people[person]!.id, generation, people, tables: new Map(free) };
}

/** What one change brings and what forbids it. */
export function verdictOf(laid: Laid, change: Change): Verdict {
  const { seats, meal } = laid;
  const bar = barOf(seats, meal, change);
  return { gain: gainOf(seats, meal, change), bar: bar && barView(laid, bar) };
}

function same({ seats, meal }: Laid, table: number): Verdict {
  const name = table < 0 ? "" : tableName(seats.facts.meals[meal]!.tables[table]!.id);
  return { gain: 0, bar: { kind: "same", who: "", other: "", table: name, side: "", limit: 0 } };
}

function barView({ placed, seats, meal }: Laid, { kind, who, other, table, side, limit }: Bar): BarView {
  const { names, spec, facts } = placed.known;
  const label = spec.sides.find(({ id }) => id === facts.sideIds[side])?.label ?? facts.sideIds[side] ?? "";
  return {
    kind,
    who: names[who] ?? "",
    other: names[other] ?? "",
    table: table < 0 ? "" : tableName(seats.facts.meals[meal]!.tables[table]!.id),
    side: label,
    limit,
  };
}
