// A legal problem of three people, for tests that need one but do not look into it.

import { compile } from "../../src/problem/compile.js";
import { eventSchema } from "../../src/spec/schema.js";

/** A fresh buffer each time: hosts give theirs away. */
export function smallProblem(): ArrayBuffer {
  const spec = eventSchema.parse({
    format: "dancecard/event",
    version: 1,
    event: { name: "Small" },
    calendar: [
      { date: "2027-03-17", sessions: [{ id: "am", kind: "meetings", start: "09:00", end: "11:00", meeting: 30 }] },
    ],
    sides: [{ id: "b" }, { id: "s" }],
    participants: [
      { id: "b1", side: "b" },
      { id: "s1", side: "s" },
      { id: "s2", side: "s" },
    ],
    wishes: [
      { from: "b1", to: "s1", priority: 1 },
      { from: "s2", to: "b1", priority: 2 },
    ],
  });
  return compile(spec).problem.buffer.slice(0);
}
