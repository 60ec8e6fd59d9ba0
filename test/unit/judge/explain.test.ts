// Reasons for unmet wishes: each reason with its evidence, their order, and wishes for organisations.
// Small events by hand; properties.test.ts checks on random schedules that every unmet wish gets one.

import { describe, expect, it } from "vitest";
import { EVIDENCE_SLOTS, explain, REASONS } from "../../../src/explain.js";
import { factsOf } from "../../../src/rules/facts.js";
import { scheduleSchema } from "../../../src/schedule.js";
import type { Unmet } from "../../../src/schedule.js";
import type { EventInput } from "../../../src/spec/schema.js";
import { buyers, eventOf, scheduleOf, sellers, wishes } from "../../support/event-builder.js";

const unmet = (input: Partial<EventInput>, ...meetings: string[]): Unmet[] =>
  explain(factsOf(eventOf(input)), scheduleOf(meetings));
const one = wishes("b1 > s1");

describe("explain", () => {
  it("has one entry for each wish without a meeting, in the order of the event, and none for a veto", () => {
    const list = unmet({ wishes: wishes("b1 > s1", "b1 > s2", "b2 > s1", "s3 ! b3") }, "b1 s2 am.1");
    expect(list.map(({ from, to }) => `${from} ${to}`)).toEqual(["b1 s1", "b2 s1"]);
  });

  it("lists the reasons in the order of the schedule's own list", () => {
    expect(scheduleSchema.shape.unmet.unwrap().element.shape.reason.options).toEqual(REASONS);
  });

  it.each<[string, Partial<EventInput>, object]>([
    ["vetoed", { wishes: wishes("b1 > s1", "s1 ! b1") }, { by: ["s1"] }],
    ["blocked", { wishes: one, blocked: [{ participants: ["s1", "b1"] }] }, {}],
    ["sides", { wishes: wishes("b1 > b2") }, { sides: ["buyer", "buyer"] }],
    [
      "same-organisation",
      {
        participants: [...buyers({ id: "b1", organisation: "O" }), ...sellers({ id: "s1", organisation: "O" })],
        wishes: one,
      },
      { organisation: "O" },
    ],
    ["met-before", { wishes: one, met: [["b1", "s1"]], rules: { met: "exclude" } }, {}],
    [
      "no-common-slot",
      {
        participants: [...buyers({ id: "b1", absent: ["am", "pm"] }), ...sellers({ id: "s1", absent: ["next.1"] })],
        wishes: one,
        blocked: [{ participants: ["b1", "s1"], slots: ["next.2"] }],
      },
      { present: [2, 7], blocked: ["next.2"] },
    ],
    [
      "full",
      { participants: [...buyers({ id: "b1", maximum: 0 }), ...sellers("s1")], wishes: one },
      { full: [{ participant: "b1", maximum: 0, meetings: [] }] },
    ],
    [
      "place",
      { wishes: one, places: [{ id: "t1", closed: ["2027-03-17", "2027-03-18"] }] },
      { slots: 8, places: [], commonPlaces: 1, closed: 0, full: 0 },
    ],
    ["displaced", { wishes: one }, { slots: 8, free: 8, places: 8 }],
  ])("%s", (reason, input, evidence) => {
    expect(unmet(input)).toMatchObject([{ from: "b1", reason, evidence }]);
  });

  it("gives the first reason that holds", () => {
    const both: Partial<EventInput> = {
      wishes: wishes("b1 > s1", "b1 ! s2"),
      participants: [...buyers({ id: "b1", maximum: 0, absent: ["2027-03-17", "2027-03-18"] }), ...sellers("s1", "s2")],
      blocked: [{ participants: ["b1", "s1"] }],
    };
    expect(unmet(both)[0]!.reason).toBe("blocked");
    expect(unmet({ ...both, blocked: [] })[0]!.reason).toBe("no-common-slot");
  });

  it("full: names the meetings that took the maximum, of each side that is full", () => {
    const input: Partial<EventInput> = {
      participants: [...buyers({ id: "b1", maximum: 1 }, "b2"), ...sellers({ id: "s1", maximum: 1 }, "s2")],
      wishes: wishes("b1 > s1", "b1 > s2", "b2 > s1"),
    };
    expect(unmet(input, "b1 s2 am.1", "b2 s1 am.2")).toEqual([
      {
        from: "b1",
        to: "s1",
        reason: "full",
        evidence: {
          full: [
            { participant: "b1", maximum: 1, meetings: [0] },
            { participant: "s1", maximum: 1, meetings: [1] },
          ],
        },
      },
    ]);
  });

  it("exclusive: from either end, and only with the rule on", () => {
    const input = (onePerOrganisation: boolean): Partial<EventInput> => ({
      participants: [...buyers("b1"), ...sellers({ id: "s1", organisation: "O" }, { id: "s2", organisation: "O" })],
      wishes: wishes("b1 > s1", "s1 > b1", "b1 > s2"),
      rules: { onePerOrganisation },
    });
    const evidence = { participant: "b1", organisation: "O", meeting: 0 };
    expect(unmet(input(true), "b1 s2 am.1")).toEqual([
      { from: "b1", to: "s1", reason: "exclusive", evidence },
      { from: "s1", to: "b1", reason: "exclusive", evidence },
    ]);
    expect(unmet(input(false), "b1 s2 am.1").map((entry) => entry.reason)).toEqual(["displaced", "displaced"]);
  });

  describe("place", () => {
    const participants = [
      ...buyers("b1", "b2"),
      ...sellers({ id: "s1", place: "stand", absent: ["am", "next"] }, "s2"),
    ];
    const input: Partial<EventInput> = {
      sides: [{ id: "buyer" }, { id: "seller", hosts: true }],
      participants,
      wishes: wishes("b1 > s1", "b2 > s2"),
      places: [{ id: "stand", closed: ["pm.1"] }, { id: "t1" }],
    };

    it("holds when in every common slot all places the pair may use are closed or full", () => {
      // pm.1 closed, pm.2 taken by another meeting at the stand.
      const list = unmet(input, "b2 s2 pm.2 stand");
      expect(list).toEqual([
        { from: "b1", to: "s1", reason: "place", evidence: { slots: 2, places: ["stand"], closed: 1, full: 1 } },
      ]);
    });

    it("does not when one is open, be the people busy or not", () => {
      expect(unmet(input, "b2 s1 pm.1 stand")[0]!.reason).toBe("displaced");
      const open = { ...input, places: [{ id: "stand", capacity: 2, closed: ["pm.1"] }, { id: "t1" }] };
      expect(unmet(open, "b2 s1 pm.2 stand")[0]!.reason).toBe("displaced");
    });
  });

  it("displaced: names the meetings in the way, for some slots, and counts all", () => {
    const short = eventOf().calendar.slice(0, 1);
    const input: Partial<EventInput> = { calendar: short, wishes: wishes("b1 > s1", "b1 > s2", "b2 > s1", "b3 > s1") };
    const busy = ["b1 s2 am.1", "b1 s3 am.2", "b2 s1 am.3", "b3 s1 am.4", "b1 s2 pm.1", "b2 s1 pm.2"];
    const [entry] = unmet(input, ...busy);
    expect(entry).toMatchObject({ from: "b1", to: "s1", reason: "displaced", evidence: { slots: 6, free: 0 } });
    const { inTheWay } = entry!.evidence as { inTheWay: object[] };
    expect(inTheWay).toEqual([
      { slot: "am.1", meetings: [0], place: true },
      { slot: "am.2", meetings: [1], place: true },
      { slot: "am.3", meetings: [2], place: true },
    ]);
    expect(inTheWay).toHaveLength(EVIDENCE_SLOTS);
    // With a slot free for both, the free ones are named.
    const free = unmet(input, ...busy.slice(0, 4))[0]!.evidence;
    expect(free).toMatchObject({
      free: 2,
      inTheWay: [
        { slot: "pm.1", meetings: [] },
        { slot: "pm.2", meetings: [] },
      ],
    });
  });

  it("counts a participant with a free representative as free", () => {
    const participants = [
      ...buyers({ id: "b1", representatives: [{ id: "x" }, { id: "y", absent: ["am.2"] }] }),
      ...sellers("s1", "s2"),
    ];
    const calendar: EventInput["calendar"] = [
      { date: "2027-03-17", sessions: [{ id: "am", kind: "meetings", start: "09:00", end: "10:00", meeting: 30 }] },
    ];
    const input = { calendar, participants, wishes: wishes("b1 > s1") };
    const found = unmet(input, "b1/x s2 am.1", "b1/x s2 am.2");
    expect(found[0]!.evidence).toMatchObject({ slots: 2, free: 1, inTheWay: [{ slot: "am.1" }] });
  });

  describe("a wish for an organisation", () => {
    const participants = [
      ...buyers("b1", "b2"),
      ...sellers(
        { id: "s1", organisation: "O" },
        { id: "s2", organisation: "O", maximum: 1 },
        { id: "s3", organisation: "O" },
      ),
    ];

    it("gets the latest reason among its participants, the first of equals", () => {
      const vetoes = ["s1 ! b1", "s3 ! b1"];
      const [entry] = unmet({ participants, wishes: wishes("b1 > O", ...vetoes) }, "b2 s2 am.1");
      expect(entry).toMatchObject({ to: "O", reason: "full", evidence: { participant: "s2" } });
      const [free] = unmet({ participants, wishes: wishes("b1 > O", "s1 ! b1") });
      expect(free).toMatchObject({ reason: "displaced", evidence: { participant: "s2" } });
    });

    it("is met by a meeting with any of them", () => {
      expect(unmet({ participants, wishes: wishes("b1 > O", "b1 > s1") }, "b1 s3 am.1").map(({ to }) => to)).toEqual([
        "s1",
      ]);
    });
  });

  it("fits into a schedule file, hostile ids too", () => {
    const input: Partial<EventInput> = {
      participants: [...buyers({ id: "__proto__", maximum: 0 }), ...sellers("constructor")],
      wishes: wishes("__proto__ > constructor", "constructor > __proto__"),
    };
    const list = unmet(input);
    expect(list.map(({ reason }) => reason)).toEqual(["full", "full"]);
    expect(scheduleSchema.parse({ ...scheduleOf([]), unmet: list }).unmet).toEqual(JSON.parse(JSON.stringify(list)));
  });
});
