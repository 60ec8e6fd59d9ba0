// More locked meetings than there is room for, so many that what the clause solver learns of them fills its memory: once
// it wrote on beyond that. The spec would refuse the event, so it is compiled without being asked.

import { expect, test } from "vitest";
import { compile } from "../../src/problem/compile.js";
import { Kernel } from "../../src/solver/kernel.js";
import { eventSchema } from "../../src/spec/schema.js";
import { RELEASE } from "../support/kernels.js";

test("a place for half of a crowd that could all meet at once", () => {
  const ids = (side: string): string[] => Array.from({ length: 300 }, (_, i) => `${side}${i}`);
  const spec = eventSchema.parse({
    format: "dancecard/event",
    version: 1,
    event: { name: "Crowd" },
    calendar: [
      { date: "2027-03-17", sessions: [{ id: "am", kind: "meetings", start: "09:00", end: "09:30", meeting: 30 }] },
    ],
    sides: [{ id: "b" }, { id: "s" }],
    participants: ["b", "s"].flatMap((side) => ids(side).map((id) => ({ id, side }))),
    places: [{ id: "hall", capacity: 150 }],
    locked: ids("b").map((id, i) => ({ participants: [id, `s${i}`] })),
    rules: { hole: 5 },
  });
  const kernel = Kernel.create(compile(spec).problem, RELEASE);
  kernel.start("anneal", 1);
  kernel.step(1_200_000);
  expect(kernel.score().unplaced).toBe(150);
});
