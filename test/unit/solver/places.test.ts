// The fewest changes of place: never worse, always as feasible and worth as much; the fewest there are on small cases.

import { describe, expect, it } from "vitest";
import * as L from "../../../assembly/layout.js";
import { compile } from "../../../src/problem/compile.js";
import { decode } from "../../../src/problem/decode.js";
import type { Problem } from "../../../src/problem/problem.js";
import { factsOf } from "../../../src/rules/facts.js";
import { Kernel } from "../../../src/solver/kernel.js";
import { changesOfPlace, fewestChanges, placesAreFree } from "../../../src/solver/places.js";
import type { Solution } from "../../../src/solver/variant.js";
import { eventSchema, type EventSpec } from "../../../src/spec/schema.js";
import { verifyWith } from "../../../src/verify.js";
import { randomSpec, scheduleOf } from "../../support/random-event.js";
import { Random } from "../../support/random.js";

function solved(spec: EventSpec): { problem: Problem; names: ReturnType<typeof compile>["names"]; solution: Solution } {
  const { problem, names } = compile(spec);
  const kernel = Kernel.create(problem);
  kernel.start("anneal", 1);
  kernel.step(600);
  return { problem, names, solution: kernel.best() };
}

/** All open: n against n, everybody wishes for some of the others, one place per pair of people, some too many. */
function tiny(seed: number): EventSpec {
  const random = new Random(seed);
  const ids = Array.from({ length: 3 }, (_, i) => i);
  return eventSchema.parse({
    format: "dancecard/event",
    version: 1,
    event: { name: "Tiny" },
    calendar: [
      { date: "2027-03-17", sessions: [{ id: "am", kind: "meetings", start: "09:00", end: "10:30", meeting: 30 }] },
    ],
    sides: [{ id: "b" }, { id: "s" }],
    participants: ids.flatMap((i) => [
      { id: `b${i}`, side: "b" },
      { id: `s${i}`, side: "s" },
    ]),
    wishes: ids.flatMap((i) =>
      ids.filter(() => random.chance(0.7)).map((j) => ({ from: `b${i}`, to: `s${j}`, priority: 1 })),
    ),
    places: Array.from({ length: random.int(3, 4) }, (_, i) => ({ id: `z${i}` })),
  });
}

/** The fewest changes over all ways to give the held meetings places, by trying them all. */
function fewest(problem: Problem, solution: Solution): number {
  const { units } = solution;
  const held = Array.from({ length: problem.word(L.N_UNITS) }, (_, u) => u * L.UNIT_RECORD).filter(
    (at) => units[at]! >= 0,
  );
  held.sort((x, y) => units[x]! - units[y]! || x - y);
  const place = new Map<string, number>(); // "row slot" to place
  const used = new Set<string>(); // "place slot"
  let best = Infinity;
  const walk = (i: number, changes: number): void => {
    if (changes >= best) return;
    if (i === held.length) return void (best = changes);
    const [t, a, b] = units.subarray(held[i], held[i]! + 3) as unknown as [number, number, number];
    for (let z = 0; z < problem.word(L.N_PLACES); z++) {
      if (used.has(`${z} ${t}`)) continue;
      used.add(`${z} ${t}`);
      const more = [a, b].filter((row) => (place.get(`${row} ${t - 1}`) ?? z) !== z).length;
      place.set(`${a} ${t}`, z).set(`${b} ${t}`, z);
      walk(i + 1, changes + more);
      place.delete(`${a} ${t}`);
      place.delete(`${b} ${t}`);
      used.delete(`${z} ${t}`);
    }
  };
  walk(0, 0);
  return best;
}

describe("the fewest changes of place", () => {
  it("are never more, and cost neither points nor rules", () => {
    const seen = { free: 0, fewer: 0 };
    for (let seed = 0; seed < 300; seed++) {
      const spec = randomSpec(seed);
      if (seed % 2 === 0) spec.rules = { ...spec.rules, walk: 0, walkHard: false };
      spec.rules.change = 0;
      const { problem, names, solution } = solved(spec);
      const next = fewestChanges(problem, solution);
      const [before, after] = [solution, next].map((s) =>
        verifyWith(factsOf(spec), scheduleOf(decode(names, problem, s))),
      );
      expect(after!.score, `event ${seed}`).toEqual(before!.score);
      expect(after!.counts, `event ${seed}`).toEqual(before!.counts);
      const [old, now] = [changesOfPlace(problem, solution), changesOfPlace(problem, next)];
      expect(now).toBeLessThanOrEqual(old);
      if (placesAreFree(problem)) seen.free++;
      else expect(next).toBe(solution);
      if (now < old) seen.fewer++;
    }
    expect(seen.free).toBeGreaterThan(50);
    expect(seen.fewer).toBeGreaterThan(10);
  }, 60_000);

  it("are the fewest there are where all places are alike", () => {
    let fewer = 0;
    for (let seed = 0; seed < 40; seed++) {
      const { problem, solution } = solved(tiny(seed));
      const next = fewestChanges(problem, solution);
      expect(changesOfPlace(problem, next), `event ${seed}`).toBe(fewest(problem, solution));
      if (next !== solution) fewer++;
    }
    expect(fewer).toBeGreaterThan(5);
  }, 60_000);
});
