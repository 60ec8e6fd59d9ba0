// Rule walkable on minimal events: what breaks it, counted exactly, beside a bystander that does not; then its edge cases.
// `breaches` runs all rules, so a test also says that nothing else is broken.

import { describe, expect, it } from "vitest";
import type { EventInput } from "../../src/spec/schema.js";
import { breaches, eventOf, findingsOf, scheduleOf } from "../support/event-builder.js";

// Five minutes between two slots of a session; am.4 ends 10:55, pm.1 starts 14:00.
const base = (minutes: number, extra: NonNullable<EventInput["rules"]> = {}): ReturnType<typeof eventOf> =>
  eventOf({
    places: [
      { id: "n1", zone: "north" },
      { id: "n2", zone: "north" },
      { id: "s1", zone: "south" },
      { id: "x1" },
      { id: "x2" },
    ],
    walks: [["south", "north", minutes]],
    rules: extra,
  });

describe("walkable", () => {
  it("counts one for a row without the time to walk, and none for the bystander", () => {
    const schedule = scheduleOf(["b1 s1 am.1 n1", "b1 s2 am.2 s1", "b2 s3 am.1 n2", "b2 s1 am.2 n2"]);
    expect(breaches(base(6), schedule)).toEqual({ walkable: 1 });
    expect(breaches(base(5), schedule)).toEqual({});
    expect(findingsOf(base(6), schedule)[0]).toMatchObject({
      values: { row: "b1", minutes: 6, time: 5, from: "n1", to: "s1" },
      concerns: { meetings: [0, 1] },
    });
  });

  it("is off without walkHard", () => {
    expect(breaches(base(6, { walkHard: false }), scheduleOf(["b1 s1 am.1 n1", "b1 s2 am.2 s1"]))).toEqual({});
  });

  it("looks at every pair of a day, not only at neighbours and not only within a session", () => {
    const schedule = scheduleOf(["b1 s1 am.1 n1", "b1 s2 am.2 n1", "b1 s3 am.3 s1"]);
    expect(breaches(base(35), schedule)).toEqual({ walkable: 1 });
    expect(breaches(base(36), schedule)).toEqual({ walkable: 2 });
    expect(breaches(base(186), scheduleOf(["b1 s1 am.4 n1", "b1 s2 pm.1 s1"]))).toEqual({ walkable: 1 });
    expect(breaches(base(1440), scheduleOf(["b1 s1 pm.2 n1", "b1 s2 next.1 s1"]))).toEqual({});
  });

  it("counts 0 within a zone and walkDefault between others; places without a zone share one", () => {
    const far = { walkDefault: 10 };
    expect(breaches(base(0, far), scheduleOf(["b1 s1 am.1 n1", "b1 s2 am.2 n2"]))).toEqual({});
    expect(breaches(base(0, far), scheduleOf(["b1 s1 am.1 x1", "b1 s2 am.2 x2"]))).toEqual({});
    expect(breaches(base(0, far), scheduleOf(["b1 s1 am.1 n1", "b1 s2 am.2 x2"]))).toEqual({ walkable: 1 });
    expect(breaches(base(0, far), scheduleOf(["b1 s1 am.1 n1", "b1 s2 am.2 s1"]))).toEqual({});
  });

  it("lets just enough time be enough, also beside a longer walk elsewhere", () => {
    const spec = eventOf({
      places: ["a", "b", "c"].map((zone) => ({ id: zone, zone })),
      walks: [
        ["a", "b", 5],
        ["b", "c", 60],
      ],
    });
    expect(breaches(spec, scheduleOf(["b1 s1 am.1 a", "b1 s2 am.2 b"]))).toEqual({});
    expect(breaches(spec, scheduleOf(["b1 s1 am.1 b", "b1 s2 am.2 c"]))).toEqual({ walkable: 1 });
  });

  it("takes listed minutes within a zone, but none from a place to itself", () => {
    const spec = eventOf({
      places: [
        { id: "n1", zone: "north" },
        { id: "n2", zone: "north" },
      ],
      walks: [["north", "north", 7]],
    });
    expect(breaches(spec, scheduleOf(["b1 s1 am.1 n1", "b1 s2 am.2 n2"]))).toEqual({ walkable: 1 });
    expect(breaches(spec, scheduleOf(["b1 s1 am.1 n1", "b1 s2 am.2 n1"]))).toEqual({});
  });

  it("leaves two meetings of one slot to clash, and unknown places to place", () => {
    expect(breaches(base(60), scheduleOf(["b1 s1 am.1 n1", "b1 s2 am.1 s1"]))).toEqual({ clash: 1 });
    expect(breaches(base(60), scheduleOf(["b1 s1 am.1 n1", "b1 s2 am.2 zz"]))).toEqual({ place: 1 });
  });
});
