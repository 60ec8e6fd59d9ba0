// Rule precedence on minimal events: what breaks it, counted exactly, beside a bystander that does not; then its edge cases.
// `breaches` runs all rules, so a test also says that nothing else is broken.

import { describe, expect, it } from "vitest";
import { breaches, buyers, eventOf, findingsOf, scheduleOf, sellers, wishes } from "../support/event-builder.js";

const spec = eventOf({ precedences: [{ first: ["b1", "s1"], then: ["s2", "b2"] }] });

describe("precedence", () => {
  it("counts one for an entry that does not hold, and none when it does", () => {
    const wrong = scheduleOf(["b1 s1 am.2", "b2 s2 am.1", "b3 s3 am.1"]);
    expect(breaches(spec, wrong)).toEqual({ precedence: 1 });
    expect(findingsOf(spec, wrong)[0]).toMatchObject({ values: { precedence: 0 }, concerns: { meetings: [0, 1] } });
    expect(breaches(spec, scheduleOf(["b1 s1 am.1", "b2 s2 am.2", "b3 s3 am.1"]))).toEqual({});
  });

  it("wants strictly earlier, over the whole event", () => {
    expect(breaches(spec, scheduleOf(["b1 s1 am.1", "b2 s2 am.1"]))).toEqual({ precedence: 1 });
    expect(breaches(spec, scheduleOf(["b1 s1 pm.2", "b2 s2 next.1"]))).toEqual({});
    expect(breaches(spec, scheduleOf(["b1 s1 next.1", "b2 s2 pm.2"]))).toEqual({ precedence: 1 });
  });

  it("holds when either is not held", () => {
    expect(breaches(spec, scheduleOf(["b1 s1 am.2"]))).toEqual({});
    expect(breaches(spec, scheduleOf(["b2 s2 am.1"]))).toEqual({});
  });

  it("looks at every meeting of a pair that is locked several times", () => {
    const twice = eventOf({
      participants: [...buyers("b1", "b2"), ...sellers("s1", "s2")],
      wishes: wishes("b2 > s2"),
      locked: [{ participants: ["b1", "s1"] }, { participants: ["b1", "s1"] }],
      precedences: [
        { first: ["b1", "s1"], then: ["b2", "s2"] },
        { first: ["b2", "s2"], then: ["b1", "s1"] },
      ],
    });
    expect(breaches(twice, scheduleOf(["b1 s1 am.1", "b1 s1 am.3", "b2 s2 am.2"]))).toEqual({ precedence: 2 });
    expect(breaches(twice, scheduleOf(["b1 s1 am.1", "b1 s1 am.3", "b2 s2 am.4"]))).toEqual({ precedence: 1 });
  });
});
