// Rule eligible on minimal events: what breaks it, counted exactly, beside a bystander that does not; then its edge cases.
// `breaches` runs all rules, so a test also says that nothing else is broken.

import { describe, expect, it } from "vitest";
import type { EventInput } from "../../src/spec/schema.js";
import { breaches, buyers, eventOf, kinds, scheduleOf, sellers, wishes } from "../support/event-builder.js";

const found = (input: Partial<EventInput>, ...meetings: string[]): string[] =>
  kinds(eventOf(input), scheduleOf(meetings), "eligible");

describe("eligible", () => {
  it("counts one for each meeting of a pair that may not meet, and none for the bystander", () => {
    const spec = eventOf({ wishes: wishes("b1 > s1", "b2 ! s2", "b2 > s1") });
    expect(breaches(spec, scheduleOf(["b1 s1 am.1", "b2 s2 am.1"]))).toEqual({ eligible: 1 });
    expect(breaches(spec, scheduleOf(["b1 s1 am.1", "b2 s1 am.2"]))).toEqual({});
  });

  it("says the first reason", () => {
    const colleagues = [...buyers({ id: "b1", organisation: "O" }), ...sellers({ id: "s1", organisation: "O" })];
    const want = wishes("b1 > s1");
    expect(found({ wishes: wishes("b1 > s1", "s1 ! b1") }, "b1 s1 am.1")).toEqual(["vetoed"]);
    expect(found({ blocked: [{ participants: ["s1", "b1"] }] }, "b1 s1 am.1")).toEqual(["blocked"]);
    expect(found({ wishes: wishes("b1 > b2") }, "b1 b2 am.1")).toEqual(["sides"]);
    expect(found({ participants: colleagues, wishes: want }, "b1 s1 am.1")).toEqual(["same-organisation"]);
    expect(found({ met: [["s1", "b1"]], rules: { met: "exclude" } }, "b1 s1 am.1")).toEqual(["met-before"]);
    expect(found({ wishes: [] }, "b1 s1 am.1")).toEqual(["unwished"]);
    const apart = [...buyers({ id: "b1", absent: ["2027-03-17"] }), ...sellers({ id: "s1", absent: ["2027-03-18"] })];
    expect(found({ participants: apart, wishes: want }, "b1 s1 am.1")).toEqual(["no-common-slot"]);
  });

  it("reads vetoes and wishes for an organisation", () => {
    const participants = [...buyers("b1"), ...sellers({ id: "s1", organisation: "O" })];
    expect(found({ participants, wishes: wishes("b1 > O") }, "b1 s1 am.1")).toEqual([]);
    expect(found({ participants, wishes: wishes("b1 > s1", "b1 ! O") }, "b1 s1 am.1")).toEqual(["vetoed"]);
  });

  it("keeps an organisation of one's own apart from one with the same name", () => {
    const participants = [...buyers("b1"), ...sellers({ id: "s1", organisation: "b1" })];
    expect(found({ participants, wishes: wishes("s1 > b1") }, "b1 s1 am.1")).toEqual([]);
  });

  it("follows the pairings", () => {
    const same: Partial<EventInput> = { pairings: [["buyer", "buyer"]], wishes: wishes("b1 > b2", "b1 > s1") };
    expect(found(same, "b1 b2 am.1")).toEqual([]);
    expect(found(same, "b1 s1 am.1")).toEqual(["sides"]);
    const alone = { sides: [{ id: "buyer" }], participants: buyers("b1", "b2"), wishes: wishes("b2 > b1") };
    expect(found(alone, "b1 b2 am.1")).toEqual([]);
  });

  it("counts a slot blocked for the pair once", () => {
    const input = { blocked: [{ participants: ["b1", "s1"] as [string, string], slots: ["am"] }] };
    expect(found(input, "b1 s1 am.1")).toEqual(["blocked-slot"]);
    expect(found(input, "b1 s1 pm.1")).toEqual([]);
    expect(found({ ...input, wishes: [] }, "b1 s1 am.1")).toEqual(["unwished"]);
    const all = { blocked: [{ participants: ["b1", "s1"] as [string, string], slots: ["2027-03-17", "next"] }] };
    expect(found(all, "b1 s1 am.1")).toEqual(["no-common-slot"]);
  });

  it("counts a pair that meets too often, and each slot in which it does twice", () => {
    expect(found({}, "b1 s1 am.1", "s1 b1 am.2", "b1 s1 am.3", "b2 s2 am.1")).toEqual(["too-often"]);
    expect(found({}, "b1 s1 am.1", "b1 s1 am.1")).toEqual(["too-often", "twice-in-slot"]);
  });

  it("lets a locked pair meet as often as it is locked, without a wish, and never twice in one slot", () => {
    const lock = { participants: ["b1", "s1"] as [string, string] };
    const input = { wishes: [], locked: [lock, lock] };
    expect(found(input, "b1 s1 am.1", "b1 s1 am.2")).toEqual([]);
    expect(found(input, "b1 s1 am.1", "b1 s1 am.2", "b1 s1 am.3")).toEqual(["too-often"]);
    const two = [...buyers({ id: "b1", representatives: [{ id: "x" }, { id: "y" }] }), ...sellers("s1")];
    const twice = scheduleOf(["b1/x s1 am.1", "b1/y s1 am.1"]);
    expect(kinds(eventOf({ ...input, participants: two }), twice, "eligible")).toEqual(["twice-in-slot"]);
  });

  it("holds a locked pair to all other conditions", () => {
    const input = { wishes: wishes("b1 ! s1"), locked: [{ participants: ["b1", "s1"] as [string, string] }] };
    expect(found(input, "b1 s1 am.1")).toEqual(["vetoed"]);
  });

  describe("fill", () => {
    const participants = [
      ...buyers({ id: "b1", needs: ["x", "y"], offers: ["z"] }, { id: "b2", needs: ["y"] }),
      ...sellers(
        { id: "s1", offers: ["x"] },
        { id: "s2", offers: ["x", "y"], needs: ["z"] },
        { id: "s3", offers: ["x", "w"] },
        { id: "s4", offers: ["w"] },
      ),
    ];
    const input = (fill: number): Partial<EventInput> => ({ participants, wishes: [], rules: { fill } });

    it("admits partners with most in common, ties by id, seen from either", () => {
      expect(found(input(1), "b1 s2 am.1")).toEqual([]);
      // s1 and s3 have b1 as their best partner; from b1 alone they would come second.
      expect(found(input(1), "b1 s1 am.1", "b1 s3 am.2")).toEqual([]);
      // s2 prefers b1, and b2 has only s2.
      expect(found(input(1), "b2 s2 am.1")).toEqual([]);
      expect(found(input(3), "b1 s4 am.1")).toEqual(["unwished"]);
      expect(found(input(0), "b1 s2 am.1")).toEqual(["unwished"]);
    });

    it("counts places among partners with whom all else holds, ties by id", () => {
      const four = [...buyers("b0", "b1", "b2", "b3"), ...sellers("s1")].map((p) => ({
        ...p,
        needs: ["x"],
        offers: ["x"],
      }));
      const meetings = ["b0 s1 am.1", "b1 s1 am.2", "b2 s1 am.3", "b3 s1 am.4"];
      const tie = (extra: Partial<EventInput>): string[] => {
        // Everybody but s1 prefers the other sellers, so only s1's own list counts.
        const better = sellers("t1", "t2").map((p) => ({ ...p, needs: ["x", "y"], offers: ["x", "y"] }));
        const seekers = four.map((p) => (p.id === "s1" ? p : { ...p, needs: ["x", "y"] }));
        return found({ participants: [...seekers, ...better], wishes: [], rules: { fill: 2 }, ...extra }, ...meetings);
      };
      expect(tie({})).toEqual(["unwished", "unwished"]);
      expect(tie({ wishes: wishes("b0 ! s1") })).toEqual(["vetoed", "unwished"]);
    });
  });
});
