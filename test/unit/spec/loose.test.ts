// What is left of an event with errors: everything of the right shape, with its place in the data; nothing that could not
// be laid out.

import fc from "fast-check";
import { expect, it } from "vitest";
import { looseEvent } from "../../../src/spec/loose.js";
import { readSpec } from "../../../src/spec/parse.js";
import { randomEvent } from "../../support/random-event.js";
import { draft } from "./support.js";

it("is the whole event where it has no errors", () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const event = randomEvent(seed);
      const read = readSpec(event);
      expect(looseEvent(event)).toMatchObject({
        spec: read.ok && { participants: read.value.participants, wishes: read.value.wishes },
      });
    }),
    { numRuns: 100 },
  );
});

it("leaves out a value before its item, an item before its list, and knows where the rest stands", () => {
  const event = draft();
  Object.assign(event.participants[0]!, { guaranteed: "three", colour: "red" });
  Object.assign(event.participants[1]!, { side: 7 });
  Object.assign(event.wishes![0]!, { priority: 0 });
  Object.assign(event, { rules: { gap: "4", garantee: 1 }, extra: 1 });
  const { spec, positions } = looseEvent(event)!;
  expect(spec.participants.map(({ id }) => id)).toEqual(["anna", "sven", "tess"]);
  expect(positions.get("participants")).toEqual([0, 2, 3]);
  expect(spec.wishes.length).toBe(3);
  expect(spec.rules.gap).toBe(4);
});

it("keeps ids that do not exist: they have the right shape", () => {
  const event = draft();
  event.participants[0]!.tier = "nope";
  expect(looseEvent(event)?.spec.participants[0]!.tier).toBe("nope");
});

it("is nothing where there is no event, or one that is too large to be laid out", () => {
  for (const value of [null, 3, [], "x", {}, { sides: [] }]) expect(looseEvent(value)).toBeNull();
  const event = draft();
  event.calendar[0]!.sessions[0] = { id: "am", kind: "meetings", start: "00:00", end: "12:00", meeting: 1 };
  expect(looseEvent(event)).toBeNull();
});
