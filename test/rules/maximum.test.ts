// Rule maximum on minimal events: what breaks it, counted exactly, beside a bystander that does not; then its edge cases.
// `breaches` runs all rules, so a test also says that nothing else is broken.

import { describe, expect, it } from "vitest";
import { breaches, buyers, eventOf, findingsOf, scheduleOf, sellers } from "../support/event-builder.js";

const spec = eventOf({
  tiers: [{ id: "gold" }, { id: "silver", maximum: 1 }],
  participants: [
    ...buyers(
      { id: "b1", tier: "silver" },
      { id: "b2", tier: "silver", maximum: 2 },
      { id: "b3", tier: "gold", maximum: 0 },
    ),
    ...sellers("s1", "s2", "s3"),
  ],
});

describe("maximum", () => {
  it("counts one for a participant with more meetings, and none for the bystander with as many", () => {
    const schedule = scheduleOf(["b1 s1 am.1", "b1 s2 am.2", "b2 s1 am.2", "b2 s2 am.1"]);
    expect(breaches(spec, schedule)).toEqual({ maximum: 1 });
    expect(findingsOf(spec, schedule)[0]!.values).toEqual({ participant: "b1", held: 2, maximum: 1 });
  });

  it("takes the override, also 0, and no limit where none is given", () => {
    expect(breaches(spec, scheduleOf(["b3 s1 am.1"]))).toEqual({ maximum: 1 });
    expect(breaches(spec, scheduleOf(["b2 s1 am.1", "b2 s2 am.2", "b2 s3 am.3"]))).toEqual({ maximum: 1 });
    const free = eventOf();
    expect(breaches(free, scheduleOf(["b1 s1 am.1", "b1 s2 am.2", "b1 s3 am.3"]))).toEqual({});
  });

  it("counts participants, not rows", () => {
    const reps = eventOf({
      participants: [
        ...buyers({ id: "b1", maximum: 1, representatives: [{ id: "x" }, { id: "y" }] }),
        ...sellers("s1", "s2"),
      ],
      wishes: [
        { from: "b1", to: "s1", priority: 1 },
        { from: "b1", to: "s2", priority: 1 },
      ],
    });
    expect(breaches(reps, scheduleOf(["b1/x s1 am.1", "b1/y s2 am.2"]))).toEqual({ maximum: 1 });
  });
});
