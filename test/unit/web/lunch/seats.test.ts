// What a change of seats is said to bring against the judge's count of the schedule that comes of it, and the rule that
// is said to forbid it against the judge's findings: on random events and random seatings, mostly broken ones.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measure } from "../../../../src/measure.js";
import { factsOf, type Facts } from "../../../../src/rules/facts.js";
import { seating } from "../../../../src/rules/seating.js";
import { viewOf } from "../../../../src/rules/view.js";
import type { Meeting, Schedule } from "../../../../src/schedule.js";
import { reseated } from "../../../../web/worker/lunch/edit.js";
import { barOf, gainOf, seatsOf, swap, type Change, type Seats } from "../../../../web/worker/lunch/seats.js";
import { randomSpec } from "../../../support/random-event.js";
import { Random } from "../../../support/random.js";

interface Drawn {
  facts: Facts;
  schedule: Schedule;
  seats: Seats;
  meal: number;
  change: Change;
}

/** A random event with a meal, people at its tables, some meetings, and a change of seats; undefined without a meal. */
function draw(seed: number): Drawn | undefined {
  const random = new Random(seed);
  const facts = factsOf(randomSpec(seed));
  const meals = facts.meals.flatMap(({ tables }, m) => (tables.length > 0 ? [m] : []));
  if (meals.length === 0 || facts.people.length < 2) return undefined;
  const full = random.pick([0.4, 0.8, 1]);
  const tables = facts.meals.map(({ tables: list, eats, fixed }) =>
    Int32Array.from(facts.people, ({ index }) => {
      const seat = fixed.find(({ person }) => person === index)?.table ?? list.findIndex(({ host }) => host === index);
      if (seat >= 0 && random.chance(0.8)) return seat;
      return list.length > 0 && random.chance(eats[index] ? full : 0.05) ? random.int(0, list.length - 1) : -1;
    }),
  );
  const id = (p: number): string => facts.people[p]!.id;
  const slots = facts.calendar.slots;
  const meetings = slots.flatMap(({ id: slot }): Meeting[] => {
    const [a, b] = random.shuffled(facts.people.map(({ index }) => index));
    return [{ participants: [id(a!), id(b!)], rows: [id(a!), id(b!)], slot }];
  });
  const seatings = facts.meals.flatMap(({ id: session, tables: list }, m) =>
    list.map(({ id: table }, t) => ({
      session,
      table,
      participants: facts.people.flatMap(({ index }) => (tables[m]![index] === t ? [id(index)] : [])),
    })),
  );
  const schedule: Schedule = {
    format: "dancecard/schedule",
    version: 1,
    event: "0".repeat(64),
    meetings,
    meals: seatings.filter(({ participants }) => participants.length > 0),
    unmet: [],
  };
  const seats = seatsOf(facts, tables, viewOf(facts, schedule).pairs);
  const meal = random.pick(meals);
  const p = random.int(0, facts.people.length - 1);
  const q = random.int(0, facts.people.length - 1);
  const at = tables[meal]!;
  const change: Change =
    random.chance(0.7) && at[p] !== at[q]
      ? swap(seats, meal, p, q)
      : [[p, random.int(-1, facts.meals[meal]!.tables.length - 1)]];
  if (change.some(([person, to]) => at[person] === to)) return undefined;
  return { facts, schedule, seats, meal, change };
}

/** Breaches of rule seating by what they are about, with how far each is from being kept. */
function breaches(facts: Facts, schedule: Schedule): Map<string, number> {
  return new Map(
    seating.check(facts, schedule).map(({ kind, values }) => {
      const { count, seats, limit, ...rest } = values;
      const by = Math.abs(Number(count ?? 1) - Number(seats ?? limit ?? 0));
      return [JSON.stringify([kind, rest, limit]), by];
    }),
  );
}

const seeds = fc.integer({ min: 0, max: 2 ** 30 });

describe("a change of seats", () => {
  it("brings what the judge counts anew", () => {
    let changed = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const drawn = draw(seed);
        fc.pre(drawn !== undefined);
        const { facts, schedule, seats, meal, change } = drawn;
        const said = gainOf(seats, meal, change);
        const after = reseated(schedule, seats, meal, change);
        expect(said).toBe(measure(facts, after).total - measure(facts, schedule).total);
        if (said !== 0) changed++;
      }),
      { numRuns: 300, seed: 2027 },
    );
    expect(changed).toBeGreaterThan(50);
  });

  it("is forbidden exactly where the judge finds a breach that was not there, or one that became worse", () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(seeds, (seed) => {
        const drawn = draw(seed);
        fc.pre(drawn !== undefined);
        const { facts, schedule, seats, meal, change } = drawn;
        const bar = barOf(seats, meal, change);
        const before = breaches(facts, schedule);
        const after = breaches(facts, reseated(schedule, seats, meal, change));
        const worse = [...after].filter(([key, by]) => by > (before.get(key) ?? 0)).map(([key]) => key);
        expect(worse.length === 0, `${JSON.stringify(bar)} ${worse.join(" ")}`).toBe(bar === null);
        kinds.add(bar?.kind ?? "allowed");
      }),
      { numRuns: 900, seed: 2027 },
    );
    expect([...kinds].sort()).toEqual(
      ["absent", "allowed", "fixed", "host", "mix-max", "mix-min", "seats", "veto"].sort(),
    );
  });

  it("leaves everything else of a schedule as it is, and is undone by its reverse", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const drawn = draw(seed);
        fc.pre(drawn !== undefined);
        const { facts, schedule, seats, meal, change } = drawn;
        const after = reseated(schedule, seats, meal, change);
        expect(after.meetings).toBe(schedule.meetings);
        const tables = seats.tables.map((table) => table.slice());
        for (const [person, to] of change) tables[meal]![person] = to;
        expect(viewOf(facts, after).meals.map(({ table }) => [...table])).toEqual(tables.map((table) => [...table]));
        const back = change.map(([person]) => [person, seats.tables[meal]![person]!] as const);
        const again = reseated(after, seatsOf(facts, tables, seats.pairs), meal, back);
        expect(viewOf(facts, again).meals.map(({ table }) => [...table])).toEqual(
          seats.tables.map((table) => [...table]),
        );
      }),
      { numRuns: 150, seed: 2027 },
    );
  });
});
