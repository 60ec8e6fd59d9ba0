// Every term of the score against numbers worked out by hand, also on schedules that break rules.
// Each test turns on the one weight it is about; the sums stand in comments.

import { describe, expect, it } from "vitest";
import { changed, measure, unfairness } from "../../../src/measure.js";
import { factsOf } from "../../../src/rules/facts.js";
import type { Schedule, Score } from "../../../src/schedule.js";
import type { EventInput } from "../../../src/spec/schema.js";
import { buyers, eventOf, scheduleOf, sellers, wishes } from "../../support/event-builder.js";

const score = (input: Partial<EventInput>, schedule: Schedule, base?: Schedule): Score =>
  measure(factsOf(eventOf(input)), schedule, base);
const ZERO = { wishes: 0, guarantee: 0, fairness: 0, gap: 0, walk: 0, meals: 0, total: 0 };

describe("measure", () => {
  it("is all zero, and never -0, where all weights are 0 and nobody meets", () => {
    expect(score({}, scheduleOf([]))).toEqual(ZERO);
  });

  it("adds the terms, with the default rules", () => {
    const spec = eventOf({
      tiers: [{ id: "gold", guaranteed: 2 }],
      participants: [...buyers({ id: "b1", tier: "gold" }), ...sellers("s1", "s2")],
      wishes: wishes("b1 > s1", "b1 > s2 3", "s1 > b1 2"),
      rules: { guarantee: 1000, fairness: 50, mutual: 50 },
    });
    const result = measure(factsOf(spec), scheduleOf(["b1 s1 am.1"]));
    // 100 + 60 + 50; one meeting missing; b1: B = 130, S = 100: ceil(50 * 900 / 13000) = 4.
    expect(result).toEqual({ ...ZERO, wishes: 210, guarantee: -1000, fairness: -4, total: -794 });
  });

  describe("wishes", () => {
    it("weighs points by side and package of who wishes", () => {
      const input: Partial<EventInput> = {
        sides: [
          { id: "buyer", weight: 3 },
          { id: "seller", weight: 2 },
        ],
        tiers: [{ id: "gold", weight: 5 }],
        participants: [...buyers({ id: "b1", tier: "gold" }), ...sellers("s1")],
        wishes: wishes("b1 > s1 2", "s1 > b1 4"),
      };
      // 60 * 3 * 5 + 10 * 2
      expect(score(input, scheduleOf(["s1 b1 am.1"])).wishes).toBe(920);
    });

    it("adds mutual when each wishes for the other, directly or through the organisation", () => {
      const participants = [...buyers("b1"), ...sellers({ id: "s1", organisation: "O" })];
      const rules = { mutual: 7 };
      const one = scheduleOf(["b1 s1 am.1"]);
      expect(score({ participants, rules, wishes: wishes("b1 > s1") }, one).wishes).toBe(100);
      expect(score({ participants, rules, wishes: wishes("b1 > s1", "s1 > b1") }, one).wishes).toBe(207);
      expect(score({ participants, rules, wishes: wishes("b1 > O", "s1 > b1") }, one).wishes).toBe(207);
      expect(score({ participants, rules, wishes: wishes("b1 > s1", "s1 ! b1") }, one).wishes).toBe(100);
    });

    it("adds match for each need among the other's offers, both ways, each tag once", () => {
      const participants = [
        ...buyers({ id: "b1", needs: ["x", "y", "x", "__proto__"], offers: ["z"] }),
        ...sellers({ id: "s1", offers: ["y", "x", "__proto__"], needs: ["z", "w"] }),
      ];
      const input = { participants, wishes: wishes("b1 > s1"), rules: { match: 5 } };
      expect(score(input, scheduleOf(["b1 s1 am.1"])).wishes).toBe(100 + 5 * 4);
    });

    it("counts a wish for an organisation once, however many of it one meets", () => {
      const participants = [
        ...buyers("b1", "b2"),
        ...sellers({ id: "s1", organisation: "O" }, { id: "s2", organisation: "O" }),
      ];
      const input = { participants, wishes: wishes("b1 > O 2", "b2 > s1") };
      expect(score(input, scheduleOf(["b1 s1 am.1", "b1 s2 am.2", "b2 s1 am.3"])).wishes).toBe(60 + 100);
      expect(score(input, scheduleOf(["b2 s1 am.3"])).wishes).toBe(100);
    });

    it("counts v again for every meeting of a pair, also of pairs that may not meet", () => {
      const lock: [string, string] = ["b1", "s1"];
      const input = { wishes: wishes("b1 > s1"), locked: [{ participants: lock }, { participants: lock }] };
      expect(score(input, scheduleOf(["b1 s1 am.1", "b1 s1 am.2"])).wishes).toBe(200);
      const refused = { wishes: wishes("b1 > s1", "s1 ! b1") };
      expect(score(refused, scheduleOf(["b1 s1 am.1"])).wishes).toBe(100);
    });

    it("stays exact with large numbers", () => {
      const input: Partial<EventInput> = {
        sides: [{ id: "buyer", weight: 1000 }, { id: "seller" }],
        tiers: [{ id: "gold", weight: 1000 }],
        participants: [...buyers({ id: "b1", tier: "gold" }), ...sellers("s1")],
        wishes: wishes("b1 > s1", "s1 > b1"),
        rules: { points: [9999] },
      };
      expect(score(input, scheduleOf(["b1 s1 am.1"])).wishes).toBe(9_999_000_000 + 9999);
    });
  });

  it("guarantee: counts each promised meeting that is missing, overrides first", () => {
    const input: Partial<EventInput> = {
      tiers: [{ id: "gold", guaranteed: 3 }],
      participants: [
        ...buyers({ id: "b1", tier: "gold" }, { id: "b2", tier: "gold", guaranteed: 0 }, { id: "b3", guaranteed: 1 }),
        ...sellers("s1", "s2"),
      ],
      wishes: [],
      rules: { guarantee: 10 },
    };
    expect(score(input, scheduleOf([])).guarantee).toBe(-40);
    expect(score(input, scheduleOf(["b1 s1 am.1", "b3 s2 am.1", "b3 s1 am.2"])).guarantee).toBe(-20);
  });

  describe("fairness", () => {
    // One buyer whose two wishes bring 100 and 1 (points 100, 1).
    const input = (fairness: number): Partial<EventInput> => ({
      participants: [...buyers("b1"), ...sellers("s1", "s2")],
      wishes: wishes("b1 > s1", "b1 > s2 2"),
      rules: { points: [100, 1], fairness },
    });

    it("rounds up the square of what is missing over a hundred times the best", () => {
      // B = 101. Nothing met: 50 * 101 * 101 / 10100 = 50.5; s2 met: 50 * 100 * 100 / 10100 = 49.5…; s1 met: 50 / 10100.
      expect(score(input(50), scheduleOf([])).fairness).toBe(-51);
      expect(score(input(50), scheduleOf(["b1 s2 am.1"])).fairness).toBe(-50);
      expect(score(input(50), scheduleOf(["b1 s1 am.1"])).fairness).toBe(-1);
      expect(score(input(50), scheduleOf(["b1 s1 am.1", "b1 s2 am.2"])).fairness).toBe(0);
    });

    it("makes a first point count 1 + 2 x fairness / 100 times, and a last one once", () => {
      // Divisor 100 * B, B large: the slope of the cost at S = 0 is 2 * fairness / 100 per point, at S = B nothing.
      const best = 1_000_000;
      expect(unfairness(50, best, 0) - unfairness(50, best, 1000)).toBe(1000 - 1);
      expect(unfairness(50, best, 0)).toBe(best / 2);
      expect(unfairness(200, best, 0) - unfairness(200, best, 1000)).toBe(4 * 1000 - 2);
      expect(unfairness(50, best, best)).toBe(0);
    });

    it("takes the k best wishes: k from maximum, from slots, from rows", () => {
      const list = [...sellers("s1", "s2", "s3")];
      const three = (buyer: Parameters<typeof buyers>[0]): number =>
        factsOf(
          eventOf({ participants: [...buyers(buyer!), ...list], wishes: wishes("b1 > s1 4", "b1 > s2", "b1 > s3 2") }),
        ).best(0);
      expect(three("b1")).toBe(170);
      expect(three({ id: "b1", maximum: 2 })).toBe(160);
      expect(three({ id: "b1", maximum: 0 })).toBe(0);
      expect(three({ id: "b1", absent: ["am", "pm", "next.1"] })).toBe(100);
      const representatives = ["x", "y"].map((id) => ({ id, absent: ["am", "pm", "next.1"] }));
      expect(three({ id: "b1", representatives })).toBe(160);
    });

    it("counts in B only wishes that have an eligible partner, and an organisation's once", () => {
      const best = (...list: string[]): number =>
        factsOf(
          eventOf({
            participants: [
              ...buyers("b1", "b2"),
              ...sellers({ id: "s1", organisation: "O" }, { id: "s2", organisation: "O" }),
            ],
            wishes: wishes(...list),
          }),
        ).best(0);
      expect(best("b1 > s1", "b1 > s2 2", "s2 ! b1")).toBe(100);
      expect(best("b1 > b2")).toBe(0);
      expect(best("b1 > O 3")).toBe(30);
      expect(best("b1 > O 3", "s1 ! b1")).toBe(30);
      expect(best("b1 > O 3", "s1 ! b1", "s2 ! b1")).toBe(0);
    });

    it("counts points without weights and a met wish once", () => {
      const lock: [string, string] = ["b1", "s1"];
      const heavy: Partial<EventInput> = {
        ...input(100),
        sides: [{ id: "buyer", weight: 9 }, { id: "seller" }],
        locked: [{ participants: lock }, { participants: lock }],
      };
      // S = 100 of B = 101 though the pair meets twice: ceil(100 * 1 / 10100).
      expect(score(heavy, scheduleOf(["b1 s1 am.1", "b1 s1 am.2"])).fairness).toBe(-1);
    });

    it("is exact beyond 2^53", () => {
      // 999983 * 2559999^2 / 256000000, worked out with whole numbers.
      const exact = (999983n * 2559999n * 2559999n + 255999999n) / 256000000n;
      expect(unfairness(999983, 2560000, 1)).toBe(Number(exact));
      expect(unfairness(1_000_000, 10_000, 0)).toBe(100_000_000);
      expect(unfairness(50, 0, 0)).toBe(0);
      expect(unfairness(50, 10, 20)).toBe(0);
    });
  });

  describe("gap", () => {
    const rules = { gap: 4, hole: 100 };

    it("counts idle slots between first and last of a session, and holes", () => {
      // b1: am.1 and am.4: two idle slots, one hole. Sellers have one meeting each.
      expect(score({ rules }, scheduleOf(["b1 s1 am.1", "b1 s2 am.4"])).gap).toBe(-108);
      expect(score({ rules }, scheduleOf(["b1 s1 am.2", "b1 s2 am.3"])).gap).toBe(0);
      expect(score({ rules }, scheduleOf(["b1 s1 am.4", "b1 s2 pm.2"])).gap).toBe(0);
      expect(score({ rules }, scheduleOf(["b1 s3 am.4", "b1 s1 am.1", "b1 s2 am.3"])).gap).toBe(-104);
    });

    it("leaves out slots in which the row is away, but not the hole", () => {
      const participants = [...buyers({ id: "b1", absent: ["am.2"] }), ...sellers("s1", "s2")];
      const input = { rules, participants, wishes: [] };
      expect(score(input, scheduleOf(["b1 s1 am.1", "b1 s2 am.4"])).gap).toBe(-104);
      expect(score(input, scheduleOf(["b1 s1 am.1", "b1 s2 am.3"])).gap).toBe(-100);
    });

    it("counts rows, not participants", () => {
      const participants = [
        ...buyers({ id: "b1", representatives: [{ id: "x" }, { id: "y" }] }),
        ...sellers("s1", "s2", "s3"),
      ];
      const meetings = ["b1/x s1 am.1", "b1/y s2 am.2", "b1/x s3 am.3"];
      expect(score({ rules, participants, wishes: [] }, scheduleOf(meetings)).gap).toBe(-104);
    });

    it("looks at distinct slots of clashing rows", () => {
      expect(score({ rules }, scheduleOf(["b1 s1 am.1", "b1 s2 am.1", "b1 s3 am.3"])).gap).toBe(-104);
    });
  });

  it("walk: adds the minutes between consecutive meetings of a session, in the order of time", () => {
    const input: Partial<EventInput> = {
      places: [
        { id: "n", zone: "north" },
        { id: "s", zone: "south" },
        { id: "e", zone: "east" },
      ],
      walks: [
        ["north", "south", 3],
        ["south", "east", 10],
      ],
      rules: { walk: 2, walkDefault: 100 },
    };
    // north -> south -> east within am (13 minutes); the way to pm does not count.
    const schedule = scheduleOf(["b1 s3 am.3 e", "b1 s1 am.1 n", "b1 s2 am.2 s", "b2 s1 pm.1 n"]);
    expect(score(input, schedule).walk).toBe(-26);
    // The meeting without a known place is left out: north -> east.
    expect(score(input, scheduleOf(["b1 s1 am.1 n", "b1 s2 am.2 zz", "b1 s3 am.4 e"])).walk).toBe(-200);
    // Two meetings of one slot: as listed.
    expect(score(input, scheduleOf(["b1 s1 am.1 s", "b1 s2 am.1 n", "b1 s3 am.2 s"])).walk).toBe(-12);
  });

  describe("meals", () => {
    const tables = ["A", "B", "C"].map((id) => ({ id, seats: 9 }));
    const meals = [
      { session: "supper", tables },
      { session: "lunch", tables },
    ];

    it("counts people who are there and take the meal and have no seat", () => {
      const participants = [
        ...buyers("b1", { id: "b2", meals: false }, { id: "b3", absent: ["lunch"] }),
        ...sellers("s1", "s2"),
      ];
      const input = { participants, wishes: [], meals: meals.slice(1), rules: { mealSeat: 7 } };
      expect(score(input, scheduleOf([])).meals).toBe(-21);
      expect(score(input, scheduleOf([], ["lunch A b1 s1", "supper A s2"])).meals).toBe(-7);
      expect(score({ ...input, meals }, scheduleOf([], ["lunch A b1 s1 s2"])).meals).toBe(-28);
    });

    it("gives a share of the wishes of pairs at one table, rounded down, not where they meet or shared a table before", () => {
      const input: Partial<EventInput> = {
        participants: [...buyers("b1", "b2"), ...sellers({ id: "s1", organisation: "O" }, "s2")],
        // b1 and s1: 100 + 30 + 10 + mutual 5 = 145; b2 and s2: 60.
        wishes: wishes("b1 > s1", "b1 > O 3", "s1 > b1 4", "b2 > s2 2"),
        meals,
        rules: { mealShare: 33, mutual: 5 },
      };
      const both = ["lunch A b1 s1", "lunch B b2 s2"];
      expect(score(input, scheduleOf([], both)).meals).toBe(47 + 19);
      expect(score(input, scheduleOf(["b1 s1 am.1"], both)).meals).toBe(19);
      expect(score(input, scheduleOf([], ["supper C b1 s1", ...both])).meals).toBe(47 + 19);
      expect(score(input, scheduleOf([], ["lunch A b1 s2", "lunch B b2 s1", "supper A s1 b1"])).meals).toBe(47);
    });

    it("also counts wishes between people who may not meet", () => {
      const input = { wishes: wishes("b1 > b2 2"), meals, rules: { mealShare: 50 } };
      expect(score(input, scheduleOf([], ["lunch A b1 b2"])).meals).toBe(30);
    });

    it("costs each pair of colleagues at a table", () => {
      const participants = [
        ...buyers({ id: "b1", organisation: "O" }, { id: "b2", organisation: "O" }, "b3"),
        ...sellers({ id: "s1", organisation: "O" }, "s2"),
      ];
      const input = { participants, wishes: [], meals, rules: { mealColleagues: 4 } };
      expect(score(input, scheduleOf([], ["lunch A b1 b2 b3 s1 s2"])).meals).toBe(-12);
      expect(score(input, scheduleOf([], ["lunch A b1 b2 b3", "lunch B s1 s2"])).meals).toBe(-4);
    });

    it("costs each pair that shared a table at any earlier meal, once a meal", () => {
      const three = ["lunch", "tea", "supper"].map((session) => ({ session, tables }));
      const calendar: EventInput["calendar"] = [
        {
          date: "2027-03-17",
          sessions: [
            { id: "lunch", kind: "meal", start: "12:00", end: "13:00" },
            { id: "tea", kind: "meal", start: "16:00", end: "17:00" },
            { id: "supper", kind: "meal", start: "20:00", end: "21:00" },
          ],
        },
      ];
      const input = { calendar, wishes: [], meals: three, rules: { mealRepeat: 10 } };
      const seats = ["lunch A b1 b2 b3", "tea A b1 b2", "tea B b3 s1", "supper A b1 b2 b3", "supper B s1 s2"];
      // tea: b1 b2; supper: b1 b2 (both before), b1 b3, b2 b3.
      expect(score(input, scheduleOf([], seats)).meals).toBe(-40);
    });

    it("takes the first of two seats, and skips unknown tables and people", () => {
      const input = { wishes: wishes("b1 > s1"), meals, rules: { mealShare: 100, mealSeat: 1 } };
      const seats = ["lunch A b1 zz", "lunch B s1 b1", "lunch Z b2"];
      // b2, b3, s2, s3 have no seat at lunch, all six none at supper; b1 counts at table A only.
      expect(score(input, scheduleOf([], seats)).meals).toBe(-10);
    });
  });

  describe("change", () => {
    const meals = [
      {
        session: "lunch",
        tables: [
          { id: "A", seats: 9 },
          { id: "B", seats: 9 },
        ],
      },
    ];
    const input: Partial<EventInput> = { places: [{ id: "t1" }, { id: "t2" }], meals, rules: { change: 3 } };
    const base = scheduleOf(["b1 s1 am.1 t1", "b2 s2 am.1 t2"], ["lunch A b1 b3"]);

    it("counts participants whose agenda differs, and stands only with a base", () => {
      expect(score(input, base)).not.toHaveProperty("change");
      const same = scheduleOf(["s2 b2 am.1 t2", "s1 b1 am.1 t1"], ["lunch A b3", "lunch A b1"]);
      expect(score(input, same, base)).toMatchObject({ change: 0 });
      const moved = scheduleOf(["b1 s1 am.2 t1", "b2 s2 am.1 t2"], ["lunch A b1", "lunch B b3"]);
      const result = score(input, moved, base);
      expect(result.change).toBe(-9);
      expect(result.total).toBe(result.wishes - 9);
    });

    it.each([
      ["place", ["b1 s1 am.1 t2", "b2 s2 am.1 t2"], ["b1", "s1"]],
      ["partner", ["b1 s2 am.1 t1", "b2 s1 am.1 t2"], ["b1", "b2", "s1", "s2"]],
      ["cancelled", ["b2 s2 am.1 t2"], ["b1", "s1"]],
    ])("sees a changed %s", (_, meetings, expected) => {
      const facts = factsOf(eventOf(input));
      const now = scheduleOf(meetings, ["lunch A b1 b3"]);
      expect(changed(facts, now, base).map((p) => facts.people[p]!.id)).toEqual(expected);
    });
  });

  it("works with hostile ids", () => {
    const names = ["__proto__", "constructor", "<script>alert(1)</script>", "🦆", "x".repeat(10_000)];
    const spec = eventOf({
      participants: [...buyers("toString", "hasOwnProperty"), ...sellers(...names)],
      wishes: names.map((to) => ({ from: "toString", to, priority: 1 })),
    });
    const schedule = scheduleOf([]);
    names.slice(0, 4).forEach((name, i) => {
      schedule.meetings.push({ participants: ["toString", name], rows: ["toString", name], slot: `am.${i + 1}` });
    });
    expect(measure(factsOf(spec), schedule)).toEqual({ ...ZERO, wishes: 400, total: 400 });
  });

  it("skips what it does not know", () => {
    const schedule = scheduleOf(["b1 zz am.1", "b1 s1 never", "zz yy never"]);
    // The pair b1, s1 is known though its slot is not.
    expect(score({ rules: { gap: 1 } }, schedule)).toEqual({ ...ZERO, wishes: 100, total: 100 });
  });
});
