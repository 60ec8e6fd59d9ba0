// The seated meals of the event: tables, fixed seats, mix, and who eats. In order of time.
// Called by facts.ts. Meals whose session does not exist are left out (the spec's own checks report them).

import type { Calendar } from "../../spec/calendar.js";
import type { EventSpec } from "../../spec/schema.js";
import type { People } from "./people.js";
import { firstIndex } from "./people.js";

export interface Table {
  id: string;
  seats: number;
  /** Person who hosts, or -1. */
  host: number;
}

export interface MealFacts {
  /** Session id. */
  id: string;
  /** Session index. */
  session: number;
  tables: Table[];
  tableIndex: Map<string, number>;
  mix: { side: number; min: number; max: number }[];
  fixed: { person: number; table: number }[];
  /** 1 for each person who is present and takes the meal. */
  eats: Uint8Array;
}

export interface Meals {
  /** In order of time. */
  meals: MealFacts[];
  mealIndex: Map<string, number>;
}

/** Reads the listed meals. */
export function mealsOf(spec: EventSpec, calendar: Calendar, facts: People): Meals {
  const { people, rows, personIndex, sideIndex } = facts;
  const known = new Map<string, MealFacts>();
  for (const meal of spec.meals) {
    const session = calendar.sessionIndex.get(meal.session);
    if (session === undefined || known.has(meal.session)) continue;
    const tableIndex = firstIndex(meal.tables);
    const eats = new Uint8Array(people.length);
    for (const person of people) {
      // One seat however many representatives: away only when every row misses some minute of it.
      if (person.takesMeals && person.rows.some((row) => !rows[row]!.away[session])) eats[person.index] = 1;
    }
    known.set(meal.session, {
      id: meal.session,
      session,
      tables: meal.tables.map((table) => ({
        id: table.id,
        seats: table.seats,
        host: table.host === undefined ? -1 : (personIndex.get(table.host) ?? -1),
      })),
      tableIndex,
      mix: Object.entries(meal.mix ?? {}).flatMap(([id, { min, max }]) => {
        const side = sideIndex.get(id);
        return side === undefined ? [] : [{ side, min: min ?? 0, max: max ?? Infinity }];
      }),
      fixed: meal.seats.flatMap((seat) => {
        const person = personIndex.get(seat.participant);
        const table = tableIndex.get(seat.table);
        return person === undefined || table === undefined ? [] : [{ person, table }];
      }),
      eats,
    });
  }
  const meals = [...known.values()].sort((a, b) => a.session - b.session);
  return { meals, mealIndex: new Map(meals.map((meal, i) => [meal.id, i])) };
}
