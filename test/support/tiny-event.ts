// Tiny events of everything random-event.ts draws, and the best score of one by trying all its schedules. Used by the tests
// of certificates. "All" means more than the feasible ones: only rules that a bound knows of are kept to, so that a bound
// must hold for what is found here, too.

import { measure } from "../../src/measure.js";
import { factsOf, type Facts } from "../../src/rules/facts.js";
import { isAllowed } from "../../src/rules/facts/rooms.js";
import { RULES } from "../../src/rules/index.js";
import type { RuleId } from "../../src/rules/rule.js";
import type { Meeting, Schedule, Seating } from "../../src/schedule.js";
import { readSpec } from "../../src/spec/parse.js";
import type { EventSpec } from "../../src/spec/schema.js";
import { randomEvent } from "./random-event.js";

/** The first few participants and slots of a random event; undefined where what is left is no event. */
export function tinySpec(seed: number, most = 4): EventSpec | undefined {
  const event = randomEvent(seed);
  event.participants = event.participants.slice(0, most);
  const ids = new Set(event.participants.map(({ id }) => id));
  const here = ([a, b]: readonly string[]): boolean => ids.has(a!) && ids.has(b!);
  const organisations = new Set(event.participants.map(({ organisation }) => organisation));
  event.wishes = event.wishes!.filter(({ from, to }) => ids.has(from) && (ids.has(to) || organisations.has(to)));
  event.locked = event.locked!.filter(({ participants }) => here(participants));
  event.blocked = event.blocked!.filter(({ participants }) => here(participants));
  event.met = event.met!.filter(here);
  event.precedences = [];
  for (const meal of event.meals!) {
    meal.seats = meal.seats?.filter(({ participant }) => ids.has(participant)) ?? [];
    for (const table of meal.tables) if (!ids.has(table.host ?? "")) delete table.host;
    delete meal.mix;
  }
  for (const day of event.calendar) {
    for (const session of day.sessions) if (session.kind === "meetings") session.end = shorter(session);
  }
  const read = readSpec(event);
  return read.ok ? read.value : undefined;
}

type Session = { start: string; end: string; meeting?: number; changeover?: number };

/** At most two slots' time. */
function shorter({ start, end, meeting = 0, changeover = 0 }: Session): string {
  const [h, m] = start.split(":").map(Number) as [number, number];
  const last = h * 60 + m + 2 * meeting + changeover;
  const text = `${String(Math.floor(last / 60)).padStart(2, "0")}:${String(last % 60).padStart(2, "0")}`;
  return text < end ? text : end;
}

interface Unit {
  p: number;
  q: number;
  locked: boolean;
  /** [slot, row of p, row of q] */
  spots: [number, number, number][];
}

/** Most schedules that are tried. */
const MOST = 20_000;
const SEATING: ReadonlySet<string> = new Set(["twice", "absent", "no-meals", "seats", "veto"]);

/**
 * The largest total of all schedules that keep to presence, clashes, maxima, rooms, places' hours, locks, seats and `also`; undefined where
 * there is none, "many" where there are too many to try.
 */
export function bestTotal(spec: EventSpec, also: readonly RuleId[] = ["holes", "rest"]): number | undefined | "many" {
  const facts = factsOf(spec);
  const seatings = seatingsOf(facts);
  const units = seatings && unitsOf(facts);
  if (!seatings || !units) return "many";
  if (units.reduce((product, { spots, locked }) => product * (spots.length + (locked ? 0 : 1)), 1) > MOST)
    return "many";
  const rules = RULES.filter(({ id }) => also.includes(id));
  const room = facts.calendar.slots.map(({ index: t }) =>
    facts.places.length === 0 ? Infinity : facts.places.reduce((sum, z) => sum + (z.closed[t] ? 0 : z.capacity), 0),
  );
  const held = new Int32Array(facts.people.length);
  const busy = new Set<string>();
  const meetings: Meeting[] = [];
  const meals = new Map<string, number>();
  let best: number | undefined;

  const mealsWith = (schedule: Schedule): number => {
    const key = meetings
      .map(({ participants }) => [...participants].sort().join("|"))
      .sort()
      .join("||");
    let most = meals.get(key);
    if (most === undefined) {
      most = Math.max(...seatings.map((seats) => measure(facts, { ...schedule, meals: seats }).meals));
      meals.set(key, most);
    }
    return most;
  };
  const search = (i: number): void => {
    const unit = units[i];
    if (unit === undefined) {
      const schedule = scheduleWith([...meetings], []);
      if (rules.some((rule) => rule.check(facts, schedule).length > 0)) return;
      const score = measure(facts, schedule);
      const total = score.total - score.meals + mealsWith(schedule);
      if (best === undefined || total > best) best = total;
      return;
    }
    const { p, q } = unit;
    if (!unit.locked) search(i + 1);
    if (held[p] === facts.people[p]!.maximum || held[q] === facts.people[q]!.maximum) return;
    for (const [t, a, b] of unit.spots) {
      const taken = [`${a}@${t}`, `${b}@${t}`, `${p}&${q}@${t}`];
      if (room[t] === 0 || taken.some((key) => busy.has(key))) continue;
      taken.forEach((key) => busy.add(key));
      room[t]!--;
      held[p]!++;
      held[q]!++;
      meetings.push({
        participants: [facts.people[p]!.id, facts.people[q]!.id],
        rows: [facts.rows[a]!.id, facts.rows[b]!.id],
        slot: facts.calendar.slots[t]!.id,
      });
      search(i + 1);
      meetings.pop();
      held[p]!--;
      held[q]!--;
      room[t]!++;
      taken.forEach((key) => busy.delete(key));
    }
  };
  search(0);
  return best;
}

function scheduleWith(meetings: Meeting[], meals: Seating[]): Schedule {
  return { format: "dancecard/schedule", version: 1, event: "0".repeat(64), meetings, meals, unmet: [] };
}

/** Every lock, and every other pair that may meet, with where it can be held. */
function unitsOf(facts: Facts): Unit[] {
  const units: Unit[] = [];
  const spots = (p: number, q: number, open?: Uint8Array, at?: string): Unit["spots"] => {
    const allowed = facts.allowedPlaces(p, q);
    const places = facts.places.filter((z) => isAllowed(allowed, z) && (at === undefined || z.id === at));
    return facts.calendar.slots.flatMap(({ index: t }) => {
      if (facts.blockedIn(p, q, t) || (open && !open[t])) return [];
      if (facts.places.length > 0 && places.every(({ closed }) => closed[t])) return [];
      const here = (person: number): number[] => facts.people[person]!.rows.filter((r) => facts.rows[r]!.present[t]);
      return here(p).flatMap((a) => here(q).map((b): [number, number, number] => [t, a, b]));
    });
  };
  for (const { index: p } of facts.people) {
    for (let q = p + 1; q < facts.people.length; q++) {
      const locks = facts.locks.get(facts.pairKey(p, q));
      const may = facts.eligible(p, q) === undefined;
      for (const { slots, place } of locks ?? [])
        units.push({ p, q, locked: true, spots: may ? spots(p, q, slots, place) : [] });
      if (!locks && may) units.push({ p, q, locked: false, spots: spots(p, q) });
    }
  }
  return units;
}

/** Every way to seat people that the rules of seats allow; undefined where they are many. */
function seatingsOf(facts: Facts): Seating[][] | undefined {
  const rule = RULES.find(({ id }) => id === "seating")!;
  let all: Seating[][] = [[]];
  for (const { id: session, tables, eats } of facts.meals) {
    let ways: string[][] = [tables.map(() => "")];
    for (const { index } of facts.people) {
      if (!eats[index]) continue;
      ways = ways.flatMap((way) => [
        way,
        ...tables.map((_, t) => way.map((list, i) => (i === t ? `${list}${index},` : list))),
      ]);
    }
    const here = ways.map((way) =>
      way.flatMap((list, t): Seating[] => {
        if (list === "") return [];
        const participants = list
          .split(",")
          .slice(0, -1)
          .map((i) => facts.people[Number(i)]!.id);
        return [{ session, table: tables[t]!.id, participants }];
      }),
    );
    const fair = here.filter((meal) =>
      rule.check(facts, scheduleWith([], meal)).every(({ kind }) => !SEATING.has(kind)),
    );
    if (all.length * fair.length > 400) return undefined;
    all = all.flatMap((before) => fair.map((meal) => [...before, ...meal]));
  }
  return all;
}
