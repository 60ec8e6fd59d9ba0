// Rule exclusive on minimal events: what breaks it, counted exactly, beside a bystander that does not; then its edge cases.
// `breaches` runs all rules, so a test also says that nothing else is broken.

import { describe, expect, it } from "vitest";
import { breaches, buyers, eventOf, findingsOf, scheduleOf, sellers, wishes } from "../support/event-builder.js";

const spec = (onePerOrganisation: boolean): ReturnType<typeof eventOf> =>
  eventOf({
    participants: [
      ...buyers("b1", { id: "b2", organisation: "B" }, { id: "b3", organisation: "B" }),
      ...sellers({ id: "s1", organisation: "O" }, { id: "s2", organisation: "O" }, "s3"),
    ],
    rules: { onePerOrganisation },
  });

describe("exclusive", () => {
  it("counts one for a participant and an organisation of which it meets two, and none for the bystander", () => {
    const schedule = scheduleOf(["b1 s1 am.1", "b1 s2 am.2", "b2 s1 am.2", "b2 s3 am.3"]);
    expect(breaches(spec(true), schedule)).toEqual({ exclusive: 1 });
    expect(findingsOf(spec(true), schedule)[0]!.values).toEqual({ participant: "b1", organisation: "O", count: 2 });
    expect(breaches(spec(false), schedule)).toEqual({});
  });

  it("looks from both ends: here two colleagues meet two colleagues", () => {
    const schedule = scheduleOf(["b2 s1 am.1", "b2 s2 am.2", "b3 s1 am.2", "b3 s2 am.1"]);
    expect(breaches(spec(true), schedule)).toEqual({ exclusive: 4 });
  });

  it("counts participants, not meetings: a pair locked twice is one", () => {
    const twice = eventOf({
      participants: [...buyers("b1"), ...sellers({ id: "s1", organisation: "O" }, { id: "s2", organisation: "O" })],
      wishes: wishes("b1 > s1"),
      locked: [{ participants: ["b1", "s1"] }, { participants: ["s1", "b1"] }],
      rules: { onePerOrganisation: true },
    });
    expect(breaches(twice, scheduleOf(["b1 s1 am.1", "b1 s1 am.2"]))).toEqual({});
  });
});
