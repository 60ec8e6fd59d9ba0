// The load of the slots: what is spread adds up to what is asked for, and never stands where somebody is away; the margin
// is never less than what a schedule shows.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadsOf, marginOf } from "../../../../web/worker/watch/loads.js";
import { sceneOf, type Scene } from "../../../../web/worker/watch/scene.js";
import { buyers, sellers, wishes } from "../../../support/event-builder.js";
import { randomEvent } from "../../../support/random-event.js";
import { calm, readingOf } from "../../../support/watched.js";

const scene = (data: object): Scene => sceneOf(readingOf(JSON.stringify(data)))!;
const sum = (list: readonly number[]): number => list.reduce((all, value) => all + value, 0);

describe("the load of the slots", () => {
  it("spreads a wish evenly over the slots both have, and caps who wishes for more than fits", () => {
    const { loads, slots } = loadsOf(
      scene(
        calm({
          participants: [
            ...buyers({ id: "b1", absent: ["pm", "next"] }, { id: "b2", maximum: 1 }),
            ...sellers("s1", "s2"),
          ],
          wishes: wishes("b1 > s1", "b2 > s1", "b2 > s2 2", "s1 > b1 3"),
        }),
      ),
    );
    expect(slots.map(({ start }) => start / 60)).toEqual([9, 9.5, 10, 10.5, 14, 14.5, 9, 9.5]);
    expect(loads.map(({ side }) => side)).toEqual(["seller"]);
    // b1: a quarter in each slot of the morning; b2: two halves over all eight slots.
    expect(loads[0]!.wanted).toEqual([0.4, 0.4, 0.4, 0.4, 0.1, 0.1, 0.1, 0.1]);
    expect(loads[0]!.present).toEqual(Array.from({ length: 8 }, () => 2));
    expect(loads[0]!.over).toEqual([]);
  });

  it("names the slots in which more is wanted than there is, worst first", () => {
    const { loads } = loadsOf(
      scene(
        calm({
          participants: [
            ...buyers("b1", "b2", { id: "b3", absent: ["pm", "next", "am.1", "am.2", "am.3"] }),
            ...sellers(
              { id: "s1", absent: ["pm", "next", "am.1", "am.2"] },
              { id: "s2", absent: ["am", "pm", "next"] },
            ),
          ],
          wishes: wishes("b1 > s1", "b2 > s1", "b3 > s1"),
        }),
      ),
    );
    expect(loads[0]!.over).toEqual([3]);
    expect(loads[0]!.away).toBe(2);
  });

  it("never stands where nobody of the side is, and adds up to no more than was asked for", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const one = scene(randomEvent(seed));
        const { facts, spec } = one.known;
        const { loads, slots } = loadsOf(one);
        const asked = spec.wishes.filter(({ priority }) => (priority ?? Infinity) <= 2).length;
        expect(sum(loads.flatMap(({ wanted }) => wanted))).toBeLessThanOrEqual(
          asked + 0.05 * slots.length * loads.length + 1e-6,
        );
        for (const { wanted, present, rows } of loads) {
          expect(wanted.every((value, t) => value === 0 || present[t]! > 0)).toBe(true);
          expect(Math.max(...present)).toBeLessThanOrEqual(rows);
        }
        expect(slots.length).toBe(facts.calendar.slots.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe("what is to spare", () => {
  it("is the least of the side's time, its partners' time and the places", () => {
    const event = calm({
      participants: [
        ...buyers({ id: "b1", guaranteed: 1 }, "b2"),
        ...sellers({ id: "s1", maximum: 1 }, { id: "s2", maximum: 1 }),
      ],
    });
    expect(marginOf(scene(event))).toEqual({ side: "buyer", promised: 1, possible: 2 });
    const closed = ["am", "pm", "next.1"];
    expect(marginOf(scene({ ...event, places: [{ id: "p", closed }] }))?.possible).toBe(1);
    expect(marginOf(scene(calm()))).toBeNull();
  });
});
