// Rule seating on minimal events: what breaks it, counted exactly, beside a bystander that does not; then its edge cases.
// `breaches` runs all rules, so a test also says that nothing else is broken.

import { describe, expect, it } from "vitest";
import type { EventInput } from "../../src/spec/schema.js";
import { breaches, buyers, eventOf, findingsOf, scheduleOf, sellers, wishes } from "../support/event-builder.js";

type MealInput = NonNullable<EventInput["meals"]>[number];
const tables = [
  { id: "A", seats: 3 },
  { id: "B", seats: 3 },
];
const eventWith = (meal: Partial<MealInput>, input: Partial<EventInput> = {}): ReturnType<typeof eventOf> =>
  eventOf({ meals: [{ session: "lunch", tables, ...meal }], ...input });
const found = (spec: ReturnType<typeof eventOf>, ...seats: string[]): string[] =>
  findingsOf(spec, scheduleOf([], seats)).map(({ rule, kind }) => `${rule} ${kind}`);

describe("seating", () => {
  it("counts one for somebody who sits twice, and none for the bystander", () => {
    expect(breaches(eventWith({}), scheduleOf([], ["lunch A b1 s1", "lunch B b1 s2"]))).toEqual({ seating: 1 });
    expect(breaches(eventWith({}), scheduleOf([], ["lunch A b1 s1", "lunch B b2 s2"]))).toEqual({});
    expect(found(eventWith({}), "lunch A b1 s1", "lunch B b1 b1")).toEqual(["seating twice"]);
    expect(found(eventWith({}), "lunch A b1 b1")).toEqual(["seating twice"]);
  });

  it("counts each meal by itself", () => {
    const spec = eventOf({ meals: ["lunch", "supper"].map((session) => ({ session, tables })) });
    expect(found(spec, "lunch A b1", "supper A b1")).toEqual([]);
  });

  it("seats nobody who is away for any minute or takes no meals", () => {
    const participants = [
      ...buyers(
        { id: "b1", absent: ["13:29/15:00@2027-03-17"] },
        { id: "b2", meals: false },
        { id: "b3", absent: ["am.1"] },
      ),
      ...sellers({ id: "s1", absent: ["13:30/15:00@2027-03-17"] }, { id: "s2", absent: ["lunch"] }, "s3"),
    ];
    const spec = eventWith({}, { participants });
    expect(found(spec, "lunch A b1 b2 b3", "lunch B s1 s2 s3")).toEqual([
      "seating absent",
      "seating no-meals",
      "seating absent",
    ]);
  });

  it("takes a participant as away when all representatives are", () => {
    const reps = (second: string[]): ReturnType<typeof eventOf> =>
      eventWith(
        {},
        {
          participants: [
            ...buyers({
              id: "b1",
              representatives: [
                { id: "x", absent: ["lunch"] },
                { id: "y", absent: second },
              ],
            }),
            ...sellers("s1"),
          ],
          wishes: wishes("b1 > s1"),
        },
      );
    expect(found(reps([]), "lunch A b1")).toEqual([]);
    expect(found(reps(["2027-03-17"]), "lunch A b1")).toEqual(["seating absent"]);
  });

  it("holds fixed seats and hosts of those who are there and eat", () => {
    const meal = {
      tables: [{ id: "A", seats: 3, host: "s1" }, tables[1]!],
      seats: [{ participant: "b1", table: "B" }],
    };
    expect(found(eventWith(meal), "lunch A s1", "lunch B b1")).toEqual([]);
    expect(found(eventWith(meal), "lunch A b1", "lunch B s1")).toEqual(["seating fixed", "seating host"]);
    expect(found(eventWith(meal))).toEqual(["seating fixed", "seating host"]);
    const gone = [
      ...buyers({ id: "b1", meals: false }, "b2", "b3"),
      ...sellers({ id: "s1", absent: ["lunch"] }, "s2", "s3"),
    ];
    expect(found(eventWith(meal, { participants: gone }))).toEqual([]);
  });

  it("counts one for the host of a table who also has a fixed seat there", () => {
    const meal = {
      tables: [{ id: "A", seats: 3, host: "s1" }, tables[1]!],
      seats: [{ participant: "s1", table: "A" }],
    };
    expect(found(eventWith(meal), "lunch B s1")).toEqual(["seating fixed"]);
    expect(found(eventWith(meal), "lunch A s1")).toEqual([]);
  });

  it("counts a table over its seats, over all its entries", () => {
    expect(found(eventWith({}), "lunch A b1 b2 b3")).toEqual([]);
    expect(found(eventWith({}), "lunch A b1 b2 b3", "lunch A s1")).toEqual(["seating seats"]);
  });

  it("holds the mix at tables with somebody, one finding per table and side", () => {
    const mix = { buyer: { min: 1, max: 1 }, seller: { max: 1 } };
    expect(found(eventWith({ mix }), "lunch A b1 s1", "lunch B b2")).toEqual([]);
    expect(found(eventWith({ mix }), "lunch A b1 b2 s1")).toEqual(["seating mix-max"]);
    expect(found(eventWith({ mix }), "lunch A s1 s2")).toEqual(["seating mix-min", "seating mix-max"]);
    expect(found(eventWith({ mix }), "lunch A")).toEqual([]);
  });

  it("keeps a pair with a veto apart, once, in either direction and through the organisation", () => {
    const veto = (...list: string[]): ReturnType<typeof eventOf> =>
      eventWith(
        {},
        {
          participants: [
            ...buyers("b1", "b2"),
            ...sellers({ id: "s1", organisation: "O" }, { id: "s2", organisation: "O" }),
          ],
          wishes: wishes(...list),
        },
      );
    expect(found(veto("b1 ! s1"), "lunch A b1 s1")).toEqual(["seating veto"]);
    expect(found(veto("s1 ! b1"), "lunch A b1 s1", "lunch B b2 s2")).toEqual(["seating veto"]);
    expect(found(veto("s1 ! b1", "b1 ! s1", "b1 ! O"), "lunch A b1 s1")).toEqual(["seating veto"]);
    expect(found(veto("b1 ! O"), "lunch A b1 s1 s2")).toEqual(["seating veto", "seating veto"]);
    expect(found(veto("b1 ! O"), "lunch A b1 b2", "lunch B s1 s2")).toEqual([]);
  });

  it("names what the event does not have", () => {
    expect(found(eventWith({}), "supper A b1")).toEqual(["seating unknown-session"]);
    expect(found(eventWith({}), "lunch Z b1")).toEqual(["seating unknown-table"]);
    expect(found(eventWith({}), "lunch A b1 zz")).toEqual(["seating unknown-participant"]);
    expect(found(eventWith({}), "zz zz yy")).toEqual(["seating unknown-session", "seating unknown-participant"]);
  });
});
