// Rule place on minimal events: what breaks it, counted exactly, beside a bystander that does not; then its edge cases.
// `breaches` runs all rules, so a test also says that nothing else is broken.

import { describe, expect, it } from "vitest";
import type { EventInput } from "../../src/spec/schema.js";
import { breaches, buyers, eventOf, kinds, scheduleOf, sellers } from "../support/event-builder.js";

const base: Partial<EventInput> = {
  sides: [{ id: "buyer" }, { id: "seller", hosts: true }],
  participants: [
    ...buyers({ id: "b1", place: "lounge" }, "b2", "b3"),
    ...sellers({ id: "s1", place: "stand" }, "s2", "s3"),
  ],
  places: [{ id: "stand" }, { id: "lounge" }, { id: "t1", closed: ["am.4"] }, { id: "t2", capacity: 2 }],
};
const found = (input: Partial<EventInput>, ...meetings: string[]): string[] =>
  kinds(eventOf({ ...base, ...input }), scheduleOf(meetings), "place");

describe("place", () => {
  it("counts one for a meeting at the wrong place, and none for the bystander", () => {
    expect(breaches(eventOf(base), scheduleOf(["b2 s1 am.1 t1", "b2 s2 am.2 t1"]))).toEqual({ place: 1 });
    expect(breaches(eventOf(base), scheduleOf(["b2 s1 am.1 stand", "b2 s2 am.2 t1"]))).toEqual({});
  });

  it("says missing, unknown, wrong, closed: the first that holds", () => {
    expect(found({}, "b2 s1 am.1")).toEqual(["missing"]);
    expect(found({}, "b2 s1 am.1 nowhere")).toEqual(["unknown"]);
    expect(found({}, "b2 s1 am.4 t1")).toEqual(["wrong"]);
    expect(found({}, "b2 s2 am.4 t1")).toEqual(["closed"]);
    expect(found({ places: [] }, "b2 s2 am.1")).toEqual([]);
    expect(found({ places: [] }, "b2 s2 am.1 t1")).toEqual(["unknown"]);
  });

  it("uses nobody's own place where the host has none, also if the guest has one", () => {
    expect(found({}, "b1 s2 am.1 t1")).toEqual([]);
    expect(found({}, "b1 s2 am.1 lounge")).toEqual(["wrong"]);
    expect(found({}, "s2 b1 am.1 lounge", "s1 b1 am.2 lounge")).toEqual(["wrong", "wrong"]);
    expect(found({}, "s2 b1 am.1 t1", "s1 b1 am.2 stand")).toEqual([]);
    expect(found({}, "b2 s2 am.1 stand")).toEqual(["wrong"]);
  });

  it("uses the own place of either where neither or both host", () => {
    for (const hosts of [false, true]) {
      const sides = [
        { id: "buyer", hosts },
        { id: "seller", hosts },
      ];
      expect(found({ sides }, "b1 s1 am.1 stand", "b1 s1 am.2 lounge", "b1 s2 am.3 lounge")).toEqual([]);
      expect(found({ sides }, "b1 s1 am.1 t1", "b1 s2 am.2 t1")).toEqual(["wrong", "wrong"]);
      expect(found({ sides }, "b2 s2 am.1 t1")).toEqual([]);
    }
  });

  it("lets a lock override, and keeps the standard places where a lock names none", () => {
    const lock = (place?: string): NonNullable<EventInput["locked"]>[number] => ({
      participants: ["b2", "s1"],
      ...(place !== undefined && { place }),
    });
    expect(found({ locked: [lock("lounge")] }, "b2 s1 am.1 lounge")).toEqual([]);
    expect(found({ locked: [lock("lounge")] }, "b2 s1 am.1 stand")).toEqual(["wrong"]);
    expect(found({ locked: [lock("lounge"), lock()] }, "b2 s1 am.1 stand", "b2 s1 am.2 lounge")).toEqual([]);
    expect(found({ locked: [lock()] }, "b2 s1 am.1 lounge")).toEqual(["wrong"]);
  });

  it("counts each place and slot over capacity", () => {
    expect(found({}, "b1 s2 am.1 t1", "b2 s3 am.1 t1", "b3 s2 am.2 t1", "b2 s2 am.2 t1")).toEqual([
      "capacity",
      "capacity",
    ]);
    expect(found({}, "b1 s2 am.1 t2", "b2 s3 am.1 t2")).toEqual([]);
    expect(found({}, "b1 s2 am.1 t2", "b2 s3 am.1 t2", "b3 s2 am.1 t2")).toEqual(["capacity"]);
  });

  it("gives a stand room for the rows of all its owners unless a capacity is given", () => {
    const owners = [
      ...buyers("b1", "b2", "b3"),
      ...sellers(
        { id: "s1", place: "stand", representatives: [{ id: "x" }, { id: "y" }] },
        { id: "s2", place: "stand" },
      ),
    ];
    const three = ["b1 s1/x am.1 stand", "b2 s1/y am.1 stand", "b3 s2 am.1 stand"];
    expect(found({ participants: owners }, ...three)).toEqual([]);
    const narrow = [{ id: "stand", capacity: 2 }];
    expect(found({ participants: owners, places: narrow }, ...three)).toEqual(["capacity"]);
    const one = owners.filter((p) => p.id !== "s2");
    expect(found({ participants: one }, ...three.slice(0, 2), "b3 s1/x am.1 stand")).toEqual(["capacity"]);
  });

  it("skips what it cannot know of unknown participants and slots", () => {
    expect(found({}, "zz s2 am.4 t1")).toEqual(["closed"]);
    expect(found({}, "b2 s2 never t1")).toEqual([]);
  });
});
