// What holding a displaced wish would cost, on random events: the judge's quick answer is the difference of two full
// counts, what the kernel proposes breaks no rule, and a plan leaves nothing better on the table.

import { expect, test } from "vitest";
import { N_PAIRS } from "../../assembly/layout.js";
import { alternativesTo } from "../../src/counterfactual.js";
import { explain } from "../../src/explain.js";
import { createInProcessEngine } from "../../src/host/in-process.js";
import { measure } from "../../src/measure.js";
import { planEvent } from "../../src/pipeline.js";
import { compile } from "../../src/problem/compile.js";
import { decode } from "../../src/problem/decode.js";
import { apply, ask, better } from "../../src/reasons.js";
import { factsOf } from "../../src/rules/facts.js";
import type { Meeting, Schedule, Score } from "../../src/schedule.js";
import { SCORE_KEYS } from "../../src/schedule.js";
import { counterfactuals } from "../../src/solver/counterfactuals.js";
import { VARIANTS } from "../../src/solver/variants.js";
import { eventSchema } from "../../src/spec/schema.js";
import { generateEvent } from "../../src/spec/samples/generate.js";
import { verifyWith } from "../../src/verify.js";
import { BUILDS, RELEASE } from "../support/kernels.js";
import { Random } from "../support/random.js";
import { randomSolution, randomSpec, scheduleOf } from "../support/random-event.js";

const engine = createInProcessEngine({ module: RELEASE });

function difference(now: Score, before: Score): Score {
  const keys = [...SCORE_KEYS, "total" as const, ...(now.change === undefined ? [] : ["change" as const])];
  return Object.fromEntries(keys.map((key) => [key, now[key]! - before[key]!])) as unknown as Score;
}

test("the judge's answer is the difference of two full counts, on broken schedules too", { timeout: 120_000 }, () => {
  const seen = new Map<string, number>();
  for (let seed = 0; seed < 600; seed++) {
    const random = new Random(seed);
    const spec = { ...randomSpec(seed) };
    spec.rules = { ...spec.rules, change: random.pick([0, 17]) };
    const facts = factsOf(spec);
    const { problem, names } = compile(spec);
    const scheduleFrom = (dice: number): Schedule => scheduleOf(decode(names, problem, randomSolution(problem, dice)));
    const schedule = scheduleFrom(seed);
    const base = random.chance(0.5) ? scheduleFrom(random.chance(0.5) ? seed : seed + 1) : undefined;
    const before = measure(facts, schedule, base);
    const answer = alternativesTo(facts, schedule, base);
    const others = scheduleFrom(seed + 2).meetings;
    for (let i = 0; i < 4; i++) {
      const removed = schedule.meetings.map((_, m) => m).filter(() => random.chance(0.2));
      const added: Meeting[] = random.some(others, 3);
      const meetings = [...schedule.meetings.filter((_, m) => !removed.includes(m)), ...added];
      const expected = difference(measure(facts, { ...schedule, meetings }, base), before);
      expect(answer({ removed, added }), `event ${seed}`).toEqual(expected);
      for (const [key, points] of Object.entries(expected)) {
        if (points !== 0) seen.set(key, (seen.get(key) ?? 0) + 1);
      }
    }
  }
  for (const key of [...SCORE_KEYS, "change"]) expect(seen.get(key), key).toBeGreaterThan(50);
});

test("what the kernel proposes breaks no rule and is worth what is said, alone and together", async () => {
  const seen = { answers: 0, rules: 0, better: 0, together: 0 };
  for (let seed = 0; seed < 250; seed++) {
    const spec = randomSpec(seed);
    const facts = factsOf(spec);
    const { problem, names } = compile(spec);
    const variant = VARIANTS[seed % VARIANTS.length]!;
    const run = variant.start(problem, { seed, module: RELEASE });
    run.step(seed % 40);
    const solution = run.best();
    const judged = (of: typeof solution) => {
      const schedule = scheduleOf(decode(names, problem, of));
      return { schedule, ...verifyWith(facts, schedule) };
    };
    const before = judged(solution);
    before.schedule.unmet = explain(facts, before.schedule);
    const planned = { engine, problem, names, facts };
    const answers = [...new Set((await ask(planned, solution, before.schedule)).values())];
    const others = (chosen: typeof answers, gain: number): void => {
      const after = judged(apply(solution, chosen));
      const context = `event ${seed}, ${variant.id}`;
      const locks = chosen.reduce((sum, answer) => sum + answer.locks, 0);
      expect(after.counts, context).toEqual({ ...before.counts, locked: before.counts.locked - locks });
      expect(after.score.total - before.score.total, context).toBe(gain);
    };
    for (const answer of answers) {
      seen.answers++;
      if (answer.rule) seen.rules++;
      expect(answer.rule !== undefined).toBe(answer.records.size === 0);
      others([answer], answer.gain.total);
    }
    const chosen = better(answers);
    if (chosen.length > 0) seen.better++;
    if (chosen.length > 1) seen.together++;
    others(
      chosen,
      chosen.reduce((sum, answer) => sum + answer.gain.total, 0),
    );
  }
  expect(seen.answers).toBeGreaterThan(400);
  expect(Math.min(seen.rules, seen.better, seen.together)).toBeGreaterThan(5);
});

test("all builds give the same answers", () => {
  for (let seed = 0; seed < 60; seed++) {
    const { problem } = compile(randomSpec(seed));
    const run = VARIANTS[0]!.start(problem, { seed, module: RELEASE });
    run.step(60);
    const pairs = Int32Array.from({ length: problem.word(N_PAIRS) }, (_, i) => i);
    const [first, ...others] = BUILDS.map(([, module]) => counterfactuals(problem, run.best(), pairs, module));
    for (const other of others) expect(other, `event ${seed}`).toEqual(first);
  }
});

test("a plan leaves no better counterfactual, and says what each displaced wish would cost", async () => {
  let [displaced, pushing] = [0, 0];
  for (let seed = 0; seed < 120; seed++) {
    const spec = randomSpec(seed);
    const options = { variant: "search", seed, budget: { steps: 300 } };
    const result = await planEvent(spec, engine, options);
    expect(result.mismatch).toBeUndefined();
    for (const { reason, evidence } of result.schedule!.unmet) {
      if (reason !== "displaced") continue;
      displaced++;
      if ("rule" in evidence) continue;
      expect(evidence["points"], `event ${seed}`).toBeGreaterThanOrEqual(0);
      const pushes = evidence["pushes"] as number[];
      if (pushes.length > 0) pushing++;
      for (const m of pushes) expect(result.schedule!.meetings[m]).toBeDefined();
    }
    expect(await planEvent(spec, engine, options)).toEqual({ ...result, elapsed: expect.any(Number) });
  }
  expect(displaced).toBeGreaterThan(50);
  expect(pushing).toBeGreaterThan(5);
});

test("all displaced wishes of an event of 100 x 50 are answered in well under a second", async () => {
  const spec = eventSchema.parse(generateEvent({ buyers: 100, suppliers: 50, slots: 24, seed: 1, rules: "pure" }));
  const facts = factsOf(spec);
  const { problem, names } = compile(spec);
  const run = VARIANTS[0]!.start(problem, { seed: 1, module: RELEASE });
  run.step(100_000);
  const schedule = scheduleOf(decode(names, problem, run.best()));
  const started = performance.now();
  schedule.unmet = explain(facts, schedule);
  const answers = await ask({ engine, problem, names, facts }, run.best(), schedule);
  const took = performance.now() - started;
  expect(answers.size).toBeGreaterThan(300);
  expect(took).toBeLessThan(1000);
});
