// A schedule with other seats: a new one, in which only the tables that are touched differ. Called by desk.ts.

import type { Schedule } from "../../../src/index.js";
import type { Change, Seats } from "./seats.js";

/** The schedule after the change. Who changes places takes the other's place in the list; tables left empty go. */
export function reseated(schedule: Schedule, { facts, tables }: Seats, meal: number, change: Change): Schedule {
  const { id: session, tables: list } = facts.meals[meal]!;
  const idOf = (person: number): string => facts.people[person]!.id;
  const goes = new Map(change.map(([person, to]) => [idOf(person), to]));
  const left = new Map<number, string[]>();
  for (const [person, to] of change) left.set(to, [...(left.get(to) ?? []), idOf(person)]);
  const touched = new Set(change.flatMap(([person, to]) => [tables[meal]![person]!, to]));
  const meals = schedule.meals.map((seating) => {
    const table = facts.meals[meal]!.tableIndex.get(seating.table) ?? -1;
    if (seating.session !== session || !touched.has(table)) return seating;
    const comers = left.get(table) ?? [];
    left.delete(table);
    const participants = seating.participants.flatMap((id) => {
      if (!goes.has(id)) return [id];
      const comer = comers.shift();
      return comer === undefined ? [] : [comer];
    });
    return { ...seating, participants: [...participants, ...comers] };
  });
  for (const [table, participants] of left)
    if (table >= 0) meals.push({ session, table: list[table]!.id, participants });
  return { ...schedule, meals: meals.filter(({ participants }) => participants.length > 0) };
}
