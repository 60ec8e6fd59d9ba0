// Every schedule that a run hands over with a bound: the judge finds the bound proved by its own certificate and never
// below the total; where prices say it all, the search ends proven best.

import { expect, test } from "vitest";
import { createInProcessEngine } from "../../src/host/in-process.js";
import { planEvent } from "../../src/pipeline.js";
import { generateEvent } from "../../src/spec/samples/generate.js";
import { readSpec } from "../../src/spec/parse.js";
import { verify } from "../../src/verify.js";
import { RELEASE } from "../support/kernels.js";
import { randomSpec } from "../support/random-event.js";

const engine = createInProcessEngine({ module: RELEASE });

test("random events: what a bound says is proved, and no schedule passes it", async () => {
  const seen = { bounds: 0, proven: 0 };
  for (let seed = 0; seed < 250; seed++) {
    const spec = randomSpec(seed);
    const { schedule } = await planEvent(spec, engine, { variant: "search", seed, budget: { steps: 6000 } });
    if (!schedule?.bound) continue;
    seen.bounds++;
    const { bound } = verify(spec, schedule);
    expect(["proven", "within"], `event ${seed}: ${JSON.stringify(bound)}`).toContain(bound?.status);
    if (bound?.status === "proven") seen.proven++;
  }
  expect(seen.bounds).toBeGreaterThan(60);
  expect(seen.proven).toBeGreaterThan(5);
});

test("S, pure: proven best", async () => {
  const event = readSpec(generateEvent({ buyers: 40, suppliers: 20, slots: 14, seed: 1, rules: "pure" }));
  if (!event.ok) throw new Error("the generated event is not valid");
  const planned = await planEvent(event.value, engine, { variant: "search", seed: 1, budget: { steps: 300_000 } });
  expect(planned.report!.bound).toEqual({ status: "proven", value: planned.report!.score.total, gap: 0 });
});
