// What is printed of the meals: the people at each table, and everybody's tables by name. Called by desk.ts.
// It takes names, organisations and tables only: paper goes to participants, who must not learn who wished for whom.

import type { PrintedView } from "../../lunch-views.js";
import { cut, tableName } from "../known.js";
import type { Placed } from "../placed.js";
import { seatsOf } from "./seats.js";
import { orderAt } from "./tables.js";

/** Cards and list of all meals, in order of time; tables at which nobody sits have no card. */
export function printedView(placed: Placed): PrintedView {
  const { known, tables, pairs } = placed;
  const { facts, spec, names, organisations } = known;
  const { occupants } = seatsOf(facts, tables, pairs);
  const inOrder = orderAt(known);
  const sessions = new Map(spec.calendar.flatMap((day) => day.sessions.map((session) => [session.id, session])));
  const meals = facts.meals.map((meal, m) => {
    const { date, start, end } = facts.calendar.sessions[meal.session]!;
    const cards = meal.tables.flatMap(({ id, host }, t) => {
      const list = inOrder(occupants[m]![t]!, host);
      const people = list.map((p) => ({ name: names[p]!, organisation: organisations[p]! }));
      return people.length === 0 ? [] : [{ name: tableName(id), people }];
    });
    return { label: cut(sessions.get(meal.id)?.label ?? "", 60), date, start, end, tables: cards };
  });
  const { compare } = new Intl.Collator(spec.event.locale ?? "en");
  const list = facts.people
    .filter(({ index }) => facts.meals.some(({ eats }, m) => eats[index] === 1 || tables[m]![index]! >= 0))
    .map(({ index }) => ({
      name: names[index]!,
      organisation: organisations[index]!,
      tables: facts.meals.map((meal, m) => {
        const table = tables[m]![index]!;
        return table < 0 ? "" : tableName(meal.tables[table]!.id);
      }),
    }))
    .sort((a, b) => compare(a.name, b.name));
  const { name = "", city = "" } = spec.event;
  const parts = [name, city].filter((part) => part && !(part === city && name.includes(part)));
  return { event: cut(parts.join(", "), 160), meals, list };
}
