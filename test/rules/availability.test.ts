// Rule availability on minimal events: what breaks it, counted exactly, beside a bystander that does not; then its edge cases.
// `breaches` runs all rules, so a test also says that nothing else is broken.

import { describe, expect, it } from "vitest";
import { breaches, buyers, eventOf, kinds, scheduleOf, sellers, wishes } from "../support/event-builder.js";

const away = (...absent: string[]): ReturnType<typeof eventOf> =>
  eventOf({
    participants: [...buyers({ id: "b1", absent }, "b2"), ...sellers("s1", "s2")],
    wishes: wishes("b1 > s1", "b1 > s2", "b2 > s1", "b2 > s2"),
  });

describe("availability", () => {
  it("counts one for a meeting and the row that is away, and none for the bystander", () => {
    expect(breaches(away("am.1"), scheduleOf(["b1 s1 am.1", "b2 s2 am.1"]))).toEqual({ availability: 1 });
    expect(breaches(away("am.1"), scheduleOf(["b1 s1 am.2", "b2 s2 am.1"]))).toEqual({});
  });

  it("counts each row that is away", () => {
    const spec = eventOf({
      participants: [...buyers({ id: "b1", absent: ["am.1"] }), ...sellers({ id: "s1", absent: ["am"] })],
      wishes: wishes("b1 > s1"),
    });
    expect(breaches(spec, scheduleOf(["b1 s1 am.1"]))).toEqual({ availability: 2 });
  });

  it.each([
    ["a session", "am", ["am.1", "am.4"], ["pm.1"]],
    ["a date", "2027-03-17", ["am.1", "pm.2"], ["next.1"]],
    ["a range that shares a minute", "09:24/09:31@2027-03-17", ["am.1", "am.2"], ["am.3"]],
    ["a range whose ends touch", "09:25/09:30@2027-03-17", [], ["am.1", "am.2"]],
  ])("reads %s", (_, token, closed, open) => {
    for (const slot of closed)
      expect(breaches(away(token), scheduleOf([`b1 s1 ${slot}`]))).toEqual({ availability: 1 });
    for (const slot of open) expect(breaches(away(token), scheduleOf([`b1 s1 ${slot}`]))).toEqual({});
  });

  it("adds a representative's absences to the participant's", () => {
    const spec = eventOf({
      participants: [
        ...buyers({ id: "b1", absent: ["am.1"], representatives: [{ id: "ann", absent: ["am.2"] }, { id: "bob" }] }),
        ...sellers("s1"),
      ],
      wishes: wishes("b1 > s1"),
    });
    expect(breaches(spec, scheduleOf(["b1/ann s1 am.1"]))).toEqual({ availability: 1 });
    expect(breaches(spec, scheduleOf(["b1/ann s1 am.2"]))).toEqual({ availability: 1 });
    expect(breaches(spec, scheduleOf(["b1/bob s1 am.2"]))).toEqual({});
  });

  it("names what the event does not have", () => {
    const spec = eventOf();
    const known = (text: string): string[] => kinds(spec, scheduleOf([text]), "availability");
    expect(known("b1 s1 am.9")).toEqual(["unknown-slot"]);
    expect(known("b1 zz/s1 am.1")).toEqual(["unknown-participant"]);
    expect(known("b1 s1/zz am.1")).toEqual(["unknown-row"]);
    expect(known("b1 s1/s2 am.1")).toEqual(["row-of-another"]);
    expect(known("zz yy never")).toEqual([
      "unknown-slot",
      "unknown-participant",
      "unknown-row",
      "unknown-participant",
      "unknown-row",
    ]);
    expect(breaches(spec, scheduleOf(["zz yy never"]))).toEqual({ availability: 5 });
  });
});
