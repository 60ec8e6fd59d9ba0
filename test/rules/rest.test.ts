// Rule rest on minimal events: what breaks it, counted exactly, beside a bystander that does not; then its edge cases.
// `breaches` runs all rules, so a test also says that nothing else is broken.

import { describe, expect, it } from "vitest";
import { breaches, buyers, eventOf, findingsOf, scheduleOf, sellers } from "../support/event-builder.js";

const spec = (maxConsecutive: number): ReturnType<typeof eventOf> =>
  eventOf({
    participants: [...buyers("b1", "b2"), ...sellers("s1", "s2", "s3", "s4")],
    wishes: ["b1", "b2"].flatMap((from) => ["s1", "s2", "s3", "s4"].map((to) => ({ from, to, priority: 1 }))),
    rules: { maxConsecutive },
  });

describe("rest", () => {
  it("counts one for a run that is too long, and none for the bystander", () => {
    const schedule = scheduleOf(["b1 s1 am.1", "b1 s2 am.2", "b1 s3 am.3", "b2 s2 am.1", "b2 s1 am.3", "b2 s4 am.4"]);
    expect(breaches(spec(2), schedule)).toEqual({ rest: 1 });
    expect(findingsOf(spec(2), schedule)[0]!.values).toEqual({
      row: "b1",
      session: "am",
      from: "am.1",
      to: "am.3",
      count: 3,
      most: 2,
    });
    expect(breaches(spec(3), schedule)).toEqual({});
    expect(breaches(eventOf(), scheduleOf(["b1 s1 am.1", "b1 s2 am.2", "b1 s3 am.3"]))).toEqual({});
  });

  it("counts each maximal run once", () => {
    const all = ["b1 s1 am.1", "b1 s2 am.2", "b1 s3 am.3", "b1 s4 am.4"];
    expect(breaches(spec(1), scheduleOf(all))).toEqual({ rest: 1 });
    expect(breaches(spec(1), scheduleOf(["b1 s1 am.1", "b1 s2 am.2", "b1 s3 pm.1", "b1 s4 pm.2"]))).toEqual({
      rest: 2,
    });
  });

  it("ends a run with the session", () => {
    expect(breaches(spec(1), scheduleOf(["b1 s1 am.4", "b1 s2 pm.1"]))).toEqual({});
  });
});
