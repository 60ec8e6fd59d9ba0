// The numbers of the summary against small schedules worked out by hand.
// What they are made of (met wishes, idle slots, walks) is tested in measure.test.ts.

import { describe, expect, it } from "vitest";
import { factsOf } from "../../../src/rules/facts.js";
import type { EventInput } from "../../../src/spec/schema.js";
import { decode } from "../../../src/problem/decode.js";
import { compile } from "../../../src/problem/compile.js";
import type { Schedule } from "../../../src/schedule.js";
import type { EventSpec } from "../../../src/spec/schema.js";
import type { Summary } from "../../../src/summary.js";
import { binOf, detailsOf, summarise } from "../../../src/summary.js";
import { buyers, eventOf, scheduleOf, sellers, wishes } from "../../support/event-builder.js";
import { randomSolution, randomSpec, scheduleOf as scheduleFrom } from "../../support/random-event.js";

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

describe("the spread of satisfaction", () => {
  it("counts by side and by package, and who has no package apart", () => {
    const input: Partial<EventInput> = {
      tiers: [
        { id: "gold", guaranteed: 1 },
        { id: "silver", guaranteed: 0 },
      ],
      participants: [
        ...buyers({ id: "b1", tier: "gold" }, { id: "b2", tier: "gold" }, "b3"),
        ...sellers({ id: "s1", tier: "silver" }, "s2", "s3"),
      ],
      wishes: wishes("b1 > s1", "b1 > s2 2", "b2 > s1", "b3 > s3", "s1 > b3 2"),
    };
    const { wishes: counted, spread } = summary(input, ["b1 s2 am.1", "b3 s3 am.1"]);
    expect(counted.byTier).toMatchObject([
      { tier: "gold", met: 1, total: 3, people: 2, rated: 2, least: 0, mean: 188, promised: 2, kept: 1 },
      { tier: "silver", met: 0, total: 1, people: 1, rated: 1, promised: 0, kept: 0 },
      { tier: null, met: 1, total: 1, people: 3, rated: 1, least: 1000 },
    ]);
    expect(counted.bySide).toMatchObject([
      { side: "buyer", met: 2, total: 4, people: 3, rated: 3, least: 0, median: 375 },
      { side: "seller", met: 0, total: 1, people: 3, rated: 1, least: 0, mean: 0, gini: 0 },
    ]);
    // 0, 0, 375 and 1000: tenths from 0, from 300 and from 900.
    expect(spread).toMatchObject({ people: 6, rated: 4, bins: [2, 0, 0, 1, 0, 0, 0, 0, 0, 1], median: 0 });
    expect([0, 99, 100, 999, 1000].map(binOf)).toEqual([0, 0, 1, 9, 9]);
    expect(summary({}, []).wishes.byTier).toEqual([]);
  });
});

describe("on random events and schedules", () => {
  it("every number is what counting by hand gives, and the sum of what the participants have", () => {
    for (let seed = 1; seed <= 30; seed++) {
      const spec = randomSpec(seed);
      const { problem, names } = compile(spec);
      const schedule = scheduleFrom(decode(names, problem, randomSolution(problem, seed)));
      const facts = factsOf(spec);
      const result = summarise(facts, schedule);
      const details = detailsOf(facts, schedule);
      const plain = countedPlainly(spec, schedule);
      expect({ met: result.wishes.met, total: result.wishes.total }, `seed ${seed}`).toEqual(plain.all);
      expect(result.wishes.byPriority.map(({ met, total }) => [met, total])).toEqual(plain.byPriority);
      expect(
        result.wishes.bySide.map(({ met, total, byPriority }) => [met, total, ...byPriority.map((x) => x.met)]),
      ).toEqual(plain.bySide);
      for (const { side, byPriority, met } of result.wishes.bySide) {
        // Priorities below the last one that has points stand in no column.
        expect(byPriority.reduce((sum, one) => sum + one.met, 0)).toBeLessThanOrEqual(met);
        expect(side).toBeTypeOf("string");
      }
      const values = result.satisfaction.flatMap(({ value }) => (value === null ? [] : [value]));
      expect(result.gini).toBe(giniOf(values));
      expect(result.spread.bins).toEqual(
        Array.from(
          { length: 10 },
          (_, i) => values.filter((v) => v >= 100 * i && (v < 100 * i + 100 || i === 9)).length,
        ),
      );
      expect([...details.satisfaction].map((v) => (v < 0 ? null : v))).toEqual(
        result.satisfaction.map(({ value }) => value),
      );
      const people = [...facts.people.keys()];
      expect(people.reduce((sum, p) => sum + details.met[p]!, 0)).toBe(result.wishes.met);
      expect(people.filter((p) => details.idle[p]! > 0)).toHaveLength(result.idle.participants);
      expect(Math.max(0, ...details.walked)).toBe(result.walking.worst?.minutes ?? 0);
      const tiers = result.wishes.byTier;
      if (spec.tiers.length > 0) expect(tiers.reduce((sum, tier) => sum + tier.people, 0)).toBe(people.length);
      expect(tiers.reduce((sum, tier) => sum + tier.kept, 0)).toBe(spec.tiers.length > 0 ? result.guarantees.kept : 0);
      for (const { slot, used } of result.rooms)
        expect(used).toBe(schedule.meetings.filter((meeting) => meeting.slot === slot).length);
    }
  });
});

/** Wishes by looking through all meetings for each. */
function countedPlainly(
  spec: EventSpec,
  schedule: Schedule,
): { all: { met: number; total: number }; byPriority: number[][]; bySide: number[][] } {
  const of = new Map(spec.participants.map((one) => [one.id, one]));
  const seen = new Set<string>();
  const list = spec.wishes.flatMap(({ from, to, veto, priority }) => {
    const key = JSON.stringify([from, to]);
    const first = !seen.has(key);
    seen.add(key);
    if (!first || veto) return [];
    const met = schedule.meetings.some(({ participants: [a, b] }) =>
      [
        [a, b],
        [b, a],
      ].some(([x, y]) => x === from && (y === to || (!of.has(to) && of.get(y!)?.organisation === to))),
    );
    return [{ met, side: of.get(from)!.side, priority: priority! }];
  });
  const share = (some: typeof list): number[] => [some.filter(({ met }) => met).length, some.length];
  const points = spec.rules.points.map((_, i) => i + 1);
  return {
    all: { met: share(list)[0]!, total: list.length },
    byPriority: points.map((p) => share(list.filter(({ priority }) => priority === p))),
    bySide: spec.sides.map(({ id }) => {
      const own = list.filter(({ side }) => side === id);
      return [...share(own), ...points.map((p) => share(own.filter(({ priority }) => priority === p))[0]!)];
    }),
  };
}

/** Mean difference of all pairs over twice the mean, in per mille. */
function giniOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sum = values.reduce((a, b) => a + b, 0);
  if (sum === 0) return 0;
  const differences = values.reduce((all, x) => all + values.reduce((d, y) => d + Math.abs(x - y), 0), 0);
  return Math.round((1000 * differences) / (2 * values.length * sum));
}
