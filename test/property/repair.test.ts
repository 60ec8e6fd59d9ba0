// Starting from a given schedule, and repairing a published one, on random events: what the rules allow is kept, the cost
// of changes is what the judge counts, and where changes are dear nothing changes that need not.

import { expect, test } from "vitest";
import { R_MAX_HOLES } from "../../assembly/layout.js";
import { createInProcessEngine } from "../../src/host/in-process.js";
import { changed } from "../../src/measure.js";
import { planEvent } from "../../src/pipeline.js";
import { compile } from "../../src/problem/compile.js";
import { decode, encode } from "../../src/problem/decode.js";
import { scheduleHash } from "../../src/read-schedule.js";
import { factsOf } from "../../src/rules/facts.js";
import type { Schedule } from "../../src/schedule.js";
import { Kernel } from "../../src/solver/kernel.js";
import type { EventSpec } from "../../src/spec/schema.js";
import { verifyWith } from "../../src/verify.js";
import { RELEASE } from "../support/kernels.js";
import { Random } from "../support/random.js";
import { randomRepair, randomSolution, randomSpec, scheduleOf } from "../support/random-event.js";

const engine = createInProcessEngine({ module: RELEASE });
const options = { variant: "search", seed: 1, budget: { steps: 2000 } };

async function planned(spec: EventSpec, more: { from?: Schedule; base?: Schedule } = {}): Promise<Schedule> {
  const result = await planEvent(spec, engine, { ...options, ...more });
  expect(result.mismatch).toBeUndefined();
  return result.schedule!;
}

test("a plan with a published schedule names it and states what its changes cost", async () => {
  let costly = 0;
  for (let seed = 0; seed < 80; seed++) {
    const { spec, base } = randomRepair(seed);
    if (!base) continue;
    const schedule = await planned(spec, { base });
    expect(schedule.base).toBe(scheduleHash(base));
    const { score, scoreMatches } = verifyWith(factsOf(spec), schedule, base);
    expect(scoreMatches, `event ${seed}`).toBe(true);
    expect(schedule.score!.change).toBe(0 - spec.rules.change * changed(factsOf(spec), schedule, base).length);
    if (score.change! < 0) costly++;
  }
  expect(costly).toBeGreaterThan(10);
});

test("where changes are dear, only those change who must", async () => {
  let [same, absences, people] = [0, 0, 0];
  for (let seed = 0; seed < 200; seed++) {
    const spec = randomSpec(seed);
    spec.rules = { ...spec.rules, change: 1_000_000 };
    const base = await planned(spec);
    if (base.meetings.length < 4 || !verifyWith(factsOf(spec), base).feasible) continue;
    same++;
    expect(changed(factsOf(spec), await planned(spec, { base }), base), `event ${seed}`).toEqual([]);
    // Somebody who has a meeting cannot come. A limit on holes may then touch others, and who is eligible for `fill`.
    if (spec.rules.maxHoles !== undefined || spec.rules.fill !== undefined) continue;
    absences++;
    const [gone] = base.meetings[0]!.participants;
    const other: EventSpec = {
      ...spec,
      participants: spec.participants.map((p) => (p.id === gone ? { ...p, absent: daysOf(spec) } : p)),
      locked: spec.locked.filter(({ participants }) => !participants.includes(gone)),
      meals: [],
    };
    const published = { ...base, meals: [] };
    const facts = factsOf(other);
    const hit = new Set(base.meetings.flatMap(({ participants: p }) => (p.includes(gone) ? p : [])));
    const found = changed(facts, await planned(other, { base: published }), published);
    expect(found.map((p) => facts.people[p]!.id).sort(), `event ${seed}`).toEqual([...hit].sort());
    people += facts.people.length - hit.size;
  }
  expect(Math.min(same, absences, people)).toBeGreaterThan(20);
});

function daysOf(spec: EventSpec): string[] {
  return spec.calendar.map(({ date }) => date);
}

test("a start keeps every meeting and every seat of a legal schedule", () => {
  let seats = 0;
  for (let seed = 0; seed < 300; seed++) {
    const { problem, names } = compile(randomSpec(seed));
    const kernel = Kernel.create(problem, RELEASE);
    kernel.start("anneal", seed);
    kernel.step(300);
    const best = kernel.best();
    // Somebody else's seats: another legal seating, each third seat empty.
    const random = new Random(seed);
    const fewer = best.seats.map((table, i) =>
      problem.sections.fixedTable[i]! < 0 && random.chance(0.3) ? -1 : table,
    );
    const schedule = scheduleOf(decode(names, problem, { units: best.units, seats: fewer }));
    if (verifyWith(factsOf(randomSpec(seed)), schedule).counts.seating > 0) continue;
    kernel.start("greedy", seed, encode(names, problem, schedule));
    const found = kernel.best();
    expect(decode(names, problem, found).meetings, `event ${seed}`).toEqual(schedule.meetings);
    const kept = fewer.map((table, i) => (table >= 0 ? found.seats[i]! : -1));
    expect(kept, `event ${seed}`).toEqual(fewer);
    seats += fewer.filter((table) => table >= 0).length;
  }
  expect(seats).toBeGreaterThan(200);
});

test("a start from a broken schedule keeps a meeting wherever the kernel could still put it", () => {
  let kept = 0;
  for (let seed = 0; seed < 200; seed++) {
    const { problem } = compile(randomSpec(seed));
    // Which meetings a limit on holes costs depends on the order in which they go.
    if (problem.word(R_MAX_HOLES) >= 0) continue;
    const kernel = Kernel.create(problem, RELEASE);
    const given = randomSolution(problem, seed);
    kernel.start("greedy", seed, given);
    const units = kernel.current();
    for (let u = 0; u < units.length; u += 4) {
      if (given.units[u]! < 0) continue;
      if (units[u]! >= 0) kept++;
      else expect(kernel.tryMove("insert", u / 4, given.units[u]!).forbidden, `event ${seed}`).toBeDefined();
    }
  }
  expect(kept).toBeGreaterThan(200);
});
