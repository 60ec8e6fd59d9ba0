// Rule locked on minimal events: what breaks it, counted exactly, beside a bystander that does not; then its edge cases.
// `breaches` runs all rules, so a test also says that nothing else is broken.

import { describe, expect, it } from "vitest";
import type { EventInput } from "../../src/spec/schema.js";
import { breaches, eventOf, findingsOf, kinds, scheduleOf } from "../support/event-builder.js";

type Lock = NonNullable<EventInput["locked"]>[number];
const spec = (...locks: Partial<Lock>[]): ReturnType<typeof eventOf> =>
  eventOf({ locked: locks.map((lock) => ({ participants: ["b1", "s1"], ...lock })) });

describe("locked", () => {
  it("counts one for a locked meeting that is not held, and none for the bystander", () => {
    const two = spec({}, { participants: ["s2", "b2"] });
    expect(breaches(two, scheduleOf(["b2 s2 am.1"]))).toEqual({ locked: 1 });
    expect(breaches(two, scheduleOf(["b2 s2 am.1", "s1 b1 pm.1"]))).toEqual({});
  });

  it("holds slot, slots and place", () => {
    expect(breaches(spec({ slot: "am.2" }), scheduleOf(["b1 s1 am.1"]))).toEqual({ locked: 1 });
    expect(breaches(spec({ slot: "am.2" }), scheduleOf(["b1 s1 am.2"]))).toEqual({});
    expect(breaches(spec({ slots: ["pm", "am.1"] }), scheduleOf(["b1 s1 am.2"]))).toEqual({ locked: 1 });
    expect(breaches(spec({ slots: ["pm", "am.1"] }), scheduleOf(["b1 s1 am.1"]))).toEqual({});
    const placed = eventOf({
      places: [{ id: "t1" }, { id: "t2" }],
      locked: [{ participants: ["b1", "s1"], place: "t1" }, { participants: ["b1", "s1"] }],
    });
    expect(breaches(placed, scheduleOf(["b1 s1 am.1 t2", "b1 s1 am.2 t2"]))).toEqual({ locked: 1 });
    expect(breaches(placed, scheduleOf(["b1 s1 am.1 t2", "b1 s1 am.2 t1"]))).toEqual({});
  });

  it("wants a slot wholly inside a range", () => {
    const range = { slots: ["09:30/10:20@2027-03-17"] };
    expect(breaches(spec(range), scheduleOf(["b1 s1 am.2"]))).toEqual({});
    expect(breaches(spec(range), scheduleOf(["b1 s1 am.3"]))).toEqual({ locked: 1 });
  });

  it("matches meetings and locks as well as can be", () => {
    // The lock of any slot must not take the meeting that only the other lock can use.
    const any = spec({}, { slot: "am.1" });
    expect(breaches(any, scheduleOf(["b1 s1 am.1", "b1 s1 am.2"]))).toEqual({});
    expect(breaches(any, scheduleOf(["b1 s1 am.3", "b1 s1 am.2"]))).toEqual({ locked: 1 });
    const chain = spec({ slots: ["am.1", "am.2"] }, { slots: ["am.2", "am.3"] }, { slot: "am.2" });
    expect(breaches(chain, scheduleOf(["b1 s1 am.2", "b1 s1 am.1", "b1 s1 am.3"]))).toEqual({});
    expect(breaches(chain, scheduleOf(["b1 s1 am.2", "b1 s1 am.4"]))).toEqual({ locked: 2 });
  });

  it("names the lock without a meeting", () => {
    const two = spec({ slot: "am.1" }, { slot: "am.2" });
    const schedule = scheduleOf(["b1 s1 am.1"]);
    expect(findingsOf(two, schedule)).toMatchObject([
      { kind: "elsewhere", values: { a: "b1", b: "s1", lock: 1 }, concerns: { slots: ["am.2"] } },
    ]);
    expect(kinds(two, scheduleOf([]), "locked")).toEqual(["missing", "missing"]);
  });
});
