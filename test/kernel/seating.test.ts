// The kernel's seats: no rule of seating is broken, nobody stands who could simply sit, and who must sit does where that
// can be. On random events and on a few small ones whose answer is plain.

import { describe, expect, test } from "vitest";
import * as L from "../../assembly/layout.js";
import { compile } from "../../src/problem/compile.js";
import { decode } from "../../src/problem/decode.js";
import { RULE_IDS } from "../../src/rules/rule.js";
import type { EventInput } from "../../src/spec/schema.js";
import { Kernel } from "../../src/solver/kernel.js";
import { evaluate } from "../../src/solver/reference.js";
import { seatsOf } from "../../src/solver/reference/seats.js";
import { buyers, eventOf, sellers, wishes } from "../support/event-builder.js";
import { BUILDS, RELEASE } from "../support/kernels.js";
import { randomSpec } from "../support/random-event.js";

const SEATING = RULE_IDS.indexOf("seating");

/** Who sits at which table, by meal: "lunch one: a b". */
function seated(input: Partial<EventInput>, module: WebAssembly.Module | undefined = RELEASE) {
  const { problem, names } = compile(eventOf({ wishes: [], ...input, rules: { mealSeat: 1000, ...input.rules } }));
  const kernel = Kernel.create(problem, module);
  kernel.start("greedy", 1);
  const { meals } = decode(names, problem, kernel.best());
  return {
    tables: meals.map(({ session, table, participants }) => `${session} ${table}: ${participants.join(" ")}`),
    unplaced: kernel.score().unplaced,
  };
}

const table = (id: string, seats: number, host?: string) => ({ id, seats, ...(host !== undefined && { host }) });

describe.each(BUILDS)("%s build", (name, module) => {
  test("breaks no rule on random events; a seat that stays empty is told", () => {
    let must = 0;
    let empty = 0;
    for (let seed = 0; seed < (name === "release" ? 600 : 150); seed++) {
      const { problem } = compile(randomSpec(seed));
      const kernel = Kernel.create(problem, module);
      kernel.start("greedy", seed);
      kernel.step(1e6);
      const solution = kernel.best();
      const fixed = problem.sections.fixedTable.subarray(0, solution.seats.length);
      const missing = solution.seats.filter((t, i) => t < 0 && fixed[i]! >= 0).length;
      const { breaches } = evaluate(problem, solution);
      expect(breaches[SEATING], `event ${seed}`).toBe(missing);
      const { unplaced } = decode(compile(randomSpec(seed)).names, problem, solution);
      expect(kernel.score().unplaced, `event ${seed}`).toBe(unplaced.length + missing);
      must += fixed.filter((t) => t >= 0).length;
      empty += missing;
    }
    expect(must).toBeGreaterThan(100);
    expect(empty).toBeLessThan(must / 10);
  });
});

test("seats as many as seating one after the other does, and brings more", () => {
  const people = [0, 0];
  const points = [0, 0];
  for (let seed = 0; seed < 1000; seed++) {
    const { problem } = compile(randomSpec(seed));
    if (problem.word(L.R_MEAL_SEAT) === 0) continue;
    const kernel = Kernel.create(problem, RELEASE);
    kernel.start("greedy", seed);
    const { units, seats } = kernel.best();
    [seats, seatsOf(problem)].forEach((some, i) => {
      people[i]! += some.filter((t) => t >= 0).length;
      points[i]! += evaluate(problem, { units, seats: some }).terms[5]!;
    });
  }
  expect(people[0]).toBeGreaterThan(people[1]!);
  expect(points[0]).toBeGreaterThan(points[1]!);
});

test("wishes bring people to one table, colleagues and vetoes keep them apart", () => {
  const rules = { mealShare: 40, mealColleagues: 20 };
  const meals = [{ session: "lunch", tables: [table("one", 2), table("two", 2), table("three", 2)] }];
  const people = [...buyers("b1", "b2", "b3"), ...sellers("s1", "s2", "s3")];
  const wish = { participants: people, meals, rules, wishes: wishes("b1 > s3", "s2 > b2", "b3 > s1 4") };
  expect(seated(wish).tables).toEqual(["lunch one: b1 s3", "lunch two: b2 s2", "lunch three: b3 s1"]);
  const veto = { participants: people, meals, rules, wishes: wishes("b1 ! b2", "b1 ! b3", "s1 ! b1", "b1 > s2") };
  expect(seated(veto).tables[0]).toBe("lunch one: b1 s2");
  const colleagues = people.map((p, i) => ({ ...p, organisation: i % 3 === 0 ? "acme" : `o${i}` }));
  expect(seated({ participants: colleagues, meals, rules }).tables[0]).toBe("lunch one: b1 b2");
});

test("who shared a table at an earlier meal is not put together again", () => {
  const tables = [table("one", 2), table("two", 2)];
  const meals = [
    { session: "lunch", tables },
    { session: "supper", tables },
  ];
  const rules = { mealShare: 40, mealRepeat: 20 };
  const people = [...buyers("b1", "b2"), ...sellers("s1", "s2")];
  expect(seated({ participants: people, meals, rules, wishes: wishes("b1 > s1", "b2 > s2") }).tables).toEqual([
    "lunch one: b1 s1",
    "lunch two: b2 s2",
    "supper one: b1 b2",
    "supper two: s1 s2",
  ]);
});

test("a table is used only when it has what it needs; scarce people are spread over the tables", () => {
  const people = [...buyers("b1", "b2", "b3", "b4", "b5", "b6"), ...sellers("s1", "s2")];
  const tables = [table("one", 4), table("two", 4), table("three", 4)];
  const mix = { seller: { min: 1 } };
  expect(seated({ participants: people, meals: [{ session: "lunch", tables, mix }] }).tables).toEqual([
    "lunch one: b1 b2 b3 s1",
    "lunch two: b4 b5 b6 s2",
  ]);
  // Three buyers at most at a table: the sellers may not take the seats where a fourth cannot sit anyway.
  const narrow = { buyer: { max: 3 } };
  const wanted = { participants: people, meals: [{ session: "lunch", tables: tables.slice(0, 2), mix: narrow }] };
  expect(seated({ ...wanted, rules: { mealShare: 40 }, wishes: wishes("s1 > s2") }).tables).toEqual([
    "lunch one: b1 b2 b3 s1",
    "lunch two: b4 b5 b6 s2",
  ]);
  expect(seated({ participants: buyers("b1", "b2"), meals: [{ session: "lunch", tables, mix }] }).tables).toEqual([]);
});

test("hosts and fixed seats come first, with the company their table needs", () => {
  const people = [...buyers("b1", "b2", "b3"), ...sellers("s1", "s2", "s3")];
  const meal = {
    session: "lunch",
    tables: [table("one", 2), table("two", 2, "b2"), table("three", 2)],
    seats: [{ participant: "s1", table: "three" }],
    mix: { buyer: { min: 1 }, seller: { min: 1 } },
  };
  const result = seated({ participants: people, meals: [meal] });
  expect(result.tables).toEqual(["lunch one: b3 s3", "lunch two: b2 s2", "lunch three: b1 s1"]);
  expect(result.unplaced).toBe(0);
});

test("somebody moves where a host refuses everybody else who is left", () => {
  // Table one takes s1 first; b2 refuses s2, so s1 has to move over and s2 sits with b1.
  const people = [...buyers("b1", "b2"), ...sellers("s1", "s2")];
  const meal = {
    session: "lunch",
    tables: [table("one", 2, "b1"), table("two", 2, "b2")],
    mix: { seller: { min: 1 } },
  };
  const result = seated({ participants: people, meals: [meal], wishes: wishes("b2 ! s2") });
  expect(result.tables).toEqual(["lunch one: b1 s2", "lunch two: b2 s1"]);
  expect(result.unplaced).toBe(0);
});

test("a host whose table cannot have what it needs is told as unplaced, and nobody sits there", () => {
  const people = [...buyers("b1", "b2"), ...sellers("s1")];
  const meal = {
    session: "lunch",
    tables: [table("one", 2, "b1"), table("two", 2, "b2")],
    mix: { seller: { min: 1 } },
  };
  expect(seated({ participants: people, meals: [meal] })).toEqual({ tables: ["lunch one: b1 s1"], unplaced: 1 });
});

test("somebody left over takes the place of one who can sit elsewhere", () => {
  // s1 refuses both at table two; the first who comes to table one sits there although either table would do.
  const people = [...buyers("b1", "b2", "b3"), ...sellers("s1")];
  const meals = [
    { session: "lunch", tables: [table("one", 2), table("two", 3)], seats: [{ participant: "b2", table: "two" }] },
  ];
  const result = seated({ participants: people, meals, wishes: wishes("s1 ! b2", "s1 ! b1") });
  expect(result.tables).toEqual(["lunch one: b3 s1", "lunch two: b1 b2"]);
});

test("nobody gives way whom the table needs", () => {
  // s2 could only sit down in the place of b1, and table one would be without a buyer.
  const people = [...buyers("b1", "b2"), ...sellers("s1", "s2")];
  const meal = {
    session: "lunch",
    tables: [table("one", 2), table("two", 3)],
    seats: [{ participant: "b2", table: "two" }],
    mix: { buyer: { min: 1 } },
  };
  const result = seated({ participants: people, meals: [meal], wishes: wishes("s1 ! b2", "s2 ! b2") });
  expect(result.tables).toEqual(["lunch one: b1 s1", "lunch two: b2"]);
});
