// Rule clash on minimal events: what breaks it, counted exactly, beside a bystander that does not; then its edge cases.
// `breaches` runs all rules, so a test also says that nothing else is broken.

import { describe, expect, it } from "vitest";
import { breaches, buyers, eventOf, findingsOf, scheduleOf, sellers, wishes } from "../support/event-builder.js";

describe("clash", () => {
  it("counts one for a row with two meetings in a slot, and none for the bystander", () => {
    const schedule = scheduleOf(["b1 s1 am.1", "b1 s2 am.1", "b2 s1 am.2", "b2 s2 am.3"]);
    expect(breaches(eventOf(), schedule)).toEqual({ clash: 1 });
    expect(findingsOf(eventOf(), schedule)[0]).toMatchObject({
      values: { row: "b1", slot: "am.1", count: 2 },
      concerns: { participants: ["b1"], rows: ["b1"], slots: ["am.1"], meetings: [0, 1] },
    });
  });

  it("counts rows and slots, not meetings", () => {
    expect(breaches(eventOf(), scheduleOf(["b1 s1 am.1", "b1 s2 am.1", "b1 s3 am.1"]))).toEqual({ clash: 1 });
    const both = scheduleOf(["b1 s1 am.1", "b1 s2 am.1", "b1 s3 am.2", "b2 s3 am.2"]);
    expect(breaches(eventOf(), both)).toEqual({ clash: 2 });
  });

  it("lets two representatives meet at once, and not one of them twice", () => {
    const spec = eventOf({
      participants: [...buyers({ id: "b1", representatives: [{ id: "ann" }, { id: "bob" }] }), ...sellers("s1", "s2")],
      wishes: wishes("b1 > s1", "b1 > s2"),
    });
    expect(breaches(spec, scheduleOf(["b1/ann s1 am.1", "b1/bob s2 am.1"]))).toEqual({});
    expect(breaches(spec, scheduleOf(["b1/bob s1 am.1", "b1/bob s2 am.1"]))).toEqual({ clash: 1 });
  });

  it("skips meetings in slots that do not exist", () => {
    expect(breaches(eventOf(), scheduleOf(["b1 s1 nowhere", "b1 s2 nowhere"]))).toEqual({ availability: 2 });
  });
});
