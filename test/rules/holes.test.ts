// Rule holes on minimal events: what breaks it, counted exactly, beside a bystander that does not; then its edge cases.
// `breaches` runs all rules, so a test also says that nothing else is broken.

import { describe, expect, it } from "vitest";
import { breaches, buyers, eventOf, findingsOf, scheduleOf, sellers } from "../support/event-builder.js";

describe("holes", () => {
  it("counts one for a row and session with too many, and none for the bystander", () => {
    const spec = eventOf({ rules: { maxHoles: 0 } });
    const schedule = scheduleOf(["b1 s1 am.1", "b1 s2 am.3", "b2 s2 am.1", "b2 s3 am.2"]);
    // s2 meets in am.1 and am.3 too.
    expect(breaches(spec, schedule)).toEqual({ holes: 2 });
    expect(findingsOf(spec, schedule)[0]!.values).toEqual({ row: "b1", session: "am", holes: 1, most: 0 });
    expect(breaches(eventOf({ rules: { maxHoles: 1 } }), schedule)).toEqual({});
    expect(breaches(eventOf(), schedule)).toEqual({});
  });

  it("counts a hole once however long, and also where the row was away", () => {
    const participants = [...buyers({ id: "b1", absent: ["am.2"] }), ...sellers("s1", "s2")];
    const spec = eventOf({
      participants,
      rules: { maxHoles: 0 },
      wishes: eventOf().wishes.filter((w) => w.from === "b1" && w.to !== "s3"),
    });
    expect(breaches(spec, scheduleOf(["b1 s1 am.1", "b1 s2 am.3"]))).toEqual({ holes: 1 });
    expect(breaches(spec, scheduleOf(["b1 s1 am.1", "b1 s2 am.4"]))).toEqual({ holes: 1 });
  });

  it("does not look from one session to another", () => {
    const spec = eventOf({ rules: { maxHoles: 0 } });
    expect(breaches(spec, scheduleOf(["b1 s1 am.1", "b1 s2 pm.2"]))).toEqual({});
  });

  it("counts distinct slots", () => {
    const spec = eventOf({ rules: { maxHoles: 0 } });
    expect(breaches(spec, scheduleOf(["b1 s1 am.1", "b1 s2 am.1", "b1 s3 am.2"]))).toEqual({ clash: 1 });
  });
});
