// Rule seating: who sits where at meals. One finding per participant and meal seated more than once; per seated
// participant who is absent or takes no meal; per fixed seat or host not respected (present and taking the meal); per
// table over its seats; per table with somebody and side outside its mix; per pair with a veto at one table; per unknown
// session (each entry), table (each entry) or participant. Part of RULES (index.ts). It counts distinct people.

import type { Schedule } from "../schedule.js";
import type { Facts } from "./facts.js";
import type { MealFacts } from "./facts/meals.js";
import { messages } from "./message.js";
import type { Finding, Rule } from "./rule.js";
import type { MealView } from "./view.js";
import { viewOf } from "./view.js";

type Add = (kind: string, values: Finding["values"], concerns: Finding["concerns"]) => void;

/** At meals everybody sits once, where they should, and not beside whom they refuse. */
export const seating: Rule = {
  id: "seating",
  title: { en: "Seats at meals", fr: "Placement aux repas" },
  sentence: {
    en: "At a meal everybody who sits is there, sits once, where it was fixed, and at no table with somebody refused.",
    fr: "À un repas, qui est placé est présent, l’est une fois, là où c’est fixé, et jamais à la table d’une personne refusée.",
  },
  check(facts, schedule, view = viewOf(facts, schedule)) {
    const findings: Finding[] = [];
    const add: Add = (kind, values, concerns) => findings.push({ rule: "seating", kind, values, concerns });
    unknowns(facts, schedule, add);
    facts.meals.forEach((meal, m) => {
      people(facts, meal, view.meals[m]!, add);
      tables(facts, meal, view.meals[m]!, add);
      vetoes(facts, meal, view.meals[m]!, add);
    });
    return findings;
  },
  message: messages({
    "unknown-session": {
      en: "People are seated at {session}, which is not a seated meal of the event.",
      fr: "Des personnes sont placées à {session}, qui n’est pas un repas assis de l’événement.",
    },
    "unknown-table": {
      en: "People are seated at table {table} at {session}, which has no such table.",
      fr: "Des personnes sont placées à la table {table} à {session}, qui n’a pas cette table.",
    },
    "unknown-participant": {
      en: "Table {table} at {session} names the participant {participant}, which the event does not have.",
      fr: "La table {table} à {session} cite le participant {participant}, que l’événement ne connaît pas.",
    },
    twice: {
      en: "{participant} has {count} {count~seat|seats} at {session}.",
      fr: "{participant} a {count} {count~place|places} à {session}.",
    },
    absent: {
      en: "{participant} has a seat at {session} and is away during it.",
      fr: "{participant} a une place à {session} et en est absent.",
    },
    "no-meals": {
      en: "{participant} has a seat at {session} and takes no meals.",
      fr: "{participant} a une place à {session} et ne prend pas de repas.",
    },
    fixed: {
      en: "{participant} must sit at table {table} at {session}.",
      fr: "{participant} doit être à la table {table} à {session}.",
    },
    host: {
      en: "{participant} hosts table {table} at {session} and does not sit there.",
      fr: "{participant} reçoit à la table {table} à {session} et n’y est pas.",
    },
    seats: {
      en: "{count} {count~person sits|people sit} at table {table} at {session}, which has {seats} {seats~seat|seats}.",
      fr: "{count} {count~personne est|personnes sont} à la table {table} à {session}, qui a {seats} {seats~place|places}.",
    },
    "mix-min": {
      en: "Table {table} at {session} has {count} of side {side}, at least {limit} wanted.",
      fr: "La table {table} à {session} a {count} {count~personne|personnes} du côté {side}, {limit} au moins.",
    },
    "mix-max": {
      en: "Table {table} at {session} has {count} of side {side}, at most {limit} allowed.",
      fr: "La table {table} à {session} a {count} {count~personne|personnes} du côté {side}, {limit} au plus.",
    },
    veto: {
      en: "{a} and {b} share table {table} at {session}, and one of them refuses the other.",
      fr: "{a} et {b} partagent la table {table} à {session}, et l’un des deux refuse l’autre.",
    },
  }),
};

function unknowns(facts: Facts, schedule: Schedule, add: Add): void {
  for (const { session, table, participants } of schedule.meals) {
    const meal = facts.meals[facts.mealIndex.get(session) ?? -1];
    if (!meal) add("unknown-session", { session, table }, { sessions: [session], tables: [table] });
    else if (!meal.tableIndex.has(table)) {
      add("unknown-table", { session, table }, { sessions: [session], tables: [table] });
    }
    for (const participant of participants) {
      if (facts.personIndex.has(participant)) continue;
      add(
        "unknown-participant",
        { session, table, participant },
        { sessions: [session], tables: [table], participants: [participant] },
      );
    }
  }
}

function people(facts: Facts, meal: MealFacts, view: MealView, add: Add): void {
  const session = meal.id;
  for (const { id: participant, index, takesMeals } of facts.people) {
    if (view.seats[index] === 0) continue;
    const concerns = { participants: [participant], sessions: [session] };
    if (view.seats[index]! > 1) add("twice", { participant, session, count: view.seats[index]! }, concerns);
    if (!meal.eats[index]) add(takesMeals ? "absent" : "no-meals", { participant, session }, concerns);
  }
  const seated = view.occupants.map((): Set<number> | undefined => undefined);
  // Who hosts the table of the own fixed seat owes one thing, not two.
  const told = new Set<number>();
  const owed = (kind: string, person: number, table: number): void => {
    if (!meal.eats[person] || (seated[table] ??= new Set(view.occupants[table])).has(person)) return;
    const key = person * meal.tables.length + table;
    if (told.has(key)) return;
    told.add(key);
    const participant = facts.people[person]!.id;
    const { id } = meal.tables[table]!;
    add(kind, { participant, session, table: id }, { participants: [participant], sessions: [session], tables: [id] });
  };
  for (const seat of meal.fixed) owed("fixed", seat.person, seat.table);
  meal.tables.forEach((table, t) => {
    if (table.host >= 0) owed("host", table.host, t);
  });
}

function tables(facts: Facts, meal: MealFacts, view: MealView, add: Add): void {
  const session = meal.id;
  meal.tables.forEach(({ id: table, seats }, t) => {
    const here = view.occupants[t]!;
    if (here.length === 0) return;
    const concerns = { sessions: [session], tables: [table] };
    if (here.length > seats) add("seats", { session, table, count: here.length, seats }, concerns);
    for (const { side, min, max } of meal.mix) {
      const count = here.filter((p) => facts.people[p]!.side === side).length;
      const values = { session, table, side: facts.sideIds[side]!, count };
      if (count < min) add("mix-min", { ...values, limit: min }, concerns);
      else if (count > max) add("mix-max", { ...values, limit: max }, concerns);
    }
  });
}

// From the vetoes, not from the pairs at a table: open tables may seat thousands.
function vetoes(facts: Facts, meal: MealFacts, view: MealView, add: Add): void {
  const { wishes, people, organisations } = facts;
  const tablesOf = new Map<number, Set<number>>();
  view.occupants.forEach((list, t) => {
    for (const p of list) {
      const own = tablesOf.get(p);
      if (own) own.add(t);
      else tablesOf.set(p, new Set([t]));
    }
  });
  const seen = new Set<string>();
  wishes.from.forEach((p, i) => {
    if (!wishes.veto[i] || !tablesOf.has(p)) return;
    const to = wishes.to[i]!;
    for (const q of to >= 0 ? [to] : organisations[wishes.organisation[i]!]!.members) {
      for (const t of tablesOf.get(p)!) {
        if (p === q || !tablesOf.get(q)?.has(t)) continue;
        const key = `${facts.pairKey(p, q)}@${t}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const [a, b, table] = [people[p]!.id, people[q]!.id, meal.tables[t]!.id];
        add("veto", { a, b, table, session: meal.id }, { participants: [a, b], tables: [table], sessions: [meal.id] });
      }
    }
  });
}
