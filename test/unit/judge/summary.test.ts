// The numbers of the summary against small schedules worked out by hand.
// What they are made of (met wishes, idle slots, walks) is tested in measure.test.ts.

import { describe, expect, it } from "vitest";
import { factsOf } from "../../../src/rules/facts.js";
import type { EventInput } from "../../../src/spec/schema.js";
import type { Summary } from "../../../src/summary.js";
import { summarise } from "../../../src/summary.js";
import { buyers, eventOf, scheduleOf, sellers, wishes } from "../../support/event-builder.js";

const summary = (input: Partial<EventInput>, meetings: string[], seats: string[] = []): Summary =>
  summarise(factsOf(eventOf(input)), scheduleOf(meetings, seats));

describe("summarise", () => {
  it("counts wishes by priority and side, without vetoes", () => {
    const list = wishes("b1 > s1", "b1 > s2 2", "s1 > b1 2", "s2 > b1 4", "b2 ! s2");
    expect(summary({ wishes: list }, ["b1 s1 am.1"])).toMatchObject({
      meetings: 1,
      wishes: {
        met: 2,
        total: 4,
        byPriority: [
          { priority: 1, met: 1, total: 1 },
          { priority: 2, met: 1, total: 2 },
          { priority: 3, met: 0, total: 0 },
          { priority: 4, met: 0, total: 1 },
        ],
        bySide: [
          { side: "buyer", met: 1, total: 2 },
          { side: "seller", met: 1, total: 2 },
        ],
      },
    });
  });

  it("names whom a promise is not kept to", () => {
    const participants = [...buyers({ id: "b1", guaranteed: 1 }, { id: "b2", guaranteed: 2 }), ...sellers("s1")];
    expect(summary({ participants, wishes: [] }, ["b1 s1 am.1", "b2 s1 am.2"]).guarantees).toEqual({
      promised: 2,
      kept: 1,
      missing: [{ participant: "b2", guaranteed: 2, held: 1 }],
    });
  });

  it("measures satisfaction: points met of the best possible", () => {
    const list = wishes("b1 > s1", "b1 > s2 2", "b2 > s1", "b3 > b1");
    // b1 has 60 of 160, b2 100 of 100; b3 has nothing possible, sellers wish for nobody.
    const result = summary({ wishes: list }, ["b1 s2 am.1", "b2 s1 am.1"]);
    expect(result.satisfaction.map(({ value }) => value)).toEqual([375, 1000, null, null, null, null]);
    expect(result).toMatchObject({ worst: { participant: "b1", value: 375 }, mean: 688 });
    // Two values: (1000 - 375) / (2 * 1375)
    expect(result.gini).toBe(227);
  });

  it("has no satisfaction where nobody wishes, and no spread where nobody has anything", () => {
    expect(summary({ wishes: [] }, [])).toMatchObject({ worst: null, mean: null, gini: null });
    expect(summary({}, [])).toMatchObject({ worst: { participant: "b1", value: 0 }, mean: 0, gini: 0 });
  });

  it("adds idle slots, holes and walking of all rows of a participant", () => {
    const input: Partial<EventInput> = {
      participants: [
        ...buyers({ id: "b1", representatives: [{ id: "x" }, { id: "y" }] }, "b2"),
        ...sellers("s1", "s2", "s3", "s4"),
      ],
      places: [
        { id: "n", zone: "north" },
        { id: "s", zone: "south" },
      ],
      walks: [["north", "south", 4]],
      wishes: [],
    };
    const meetings = ["b1/x s1 am.1 n", "b1/x s2 am.4 s", "b1/y s3 am.1 s", "b1/y s4 am.3 n", "b2 s1 am.2 s"];
    expect(summary(input, meetings)).toMatchObject({
      idle: { slots: 3, participants: 1 },
      holes: 2,
      walking: { minutes: 12, worst: { participant: "b1", minutes: 8 } },
    });
    expect(summary({}, ["b1 s1 am.1"]).walking).toEqual({ minutes: 0, worst: null });
  });

  it("counts room per slot", () => {
    const places = [{ id: "t1" }, { id: "t2", capacity: 3, closed: ["am.2"] }];
    const { rooms } = summary({ places }, ["b1 s1 am.1 t1", "b2 s2 am.1 t2", "b1 s2 am.2 t1"]);
    expect(rooms).toHaveLength(8);
    expect(rooms.slice(0, 3)).toEqual([
      { slot: "am.1", used: 2, capacity: 4 },
      { slot: "am.2", used: 1, capacity: 1 },
      { slot: "am.3", used: 0, capacity: 4 },
    ]);
    expect(summary({}, ["b1 s1 am.1"]).rooms[0]).toEqual({ slot: "am.1", used: 1, capacity: null });
  });

  it("counts lunches, and wishes without a meeting that share a table", () => {
    const input: Partial<EventInput> = {
      participants: [...buyers("b1", { id: "b2", meals: false }), ...sellers({ id: "s1", organisation: "O" }, "s2")],
      wishes: wishes("b1 > s1", "b1 > O", "s2 > b1", "s1 > s2", "b2 > s1", "b1 ! s2"),
      meals: [
        {
          session: "lunch",
          tables: [
            { id: "A", seats: 3 },
            { id: "B", seats: 2 },
          ],
        },
      ],
    };
    const result = summary(input, ["b1 s2 am.1"], ["lunch A s1 s2"]);
    expect(result.meals).toEqual([{ session: "lunch", seated: 2, eaters: 3, seats: 5 }]);
    // b1 and s1, b1 and O, s1 and s2 could; s2 and b1 meet, b2 takes no meal, and s2 has nobody else.
    expect(result.atTable).toEqual({ met: 1, total: 3 });
  });
});
