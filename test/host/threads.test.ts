// The real variants on real worker threads: the same bytes as in process, and what happens when a thread dies.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine, Outcome } from "../../src/host/engine.js";
import { createInProcessEngine } from "../../src/host/in-process.js";
import { createNodeEngine, loadNodeKernel } from "../../src/host/node.js";
import { planEvent } from "../../src/pipeline.js";
import { scheduleText } from "../../src/read-schedule.js";
import { VARIANTS } from "../../src/solver/variants.js";
import { generateEvent } from "../../src/spec/samples/generate.js";
import { eventSchema } from "../../src/spec/schema.js";
import { scratch } from "../support/cli.js";
import { smallProblem } from "../support/small-problem.js";

const spec = eventSchema.parse(generateEvent({ buyers: 12, suppliers: 8, slots: 8, seed: 11 }));
const files = scratch();
let near: Engine;
let far: Engine;

beforeAll(async () => {
  near = createInProcessEngine({ module: await loadNodeKernel() });
  far = createNodeEngine();
});
afterAll(() => far.dispose());

describe.each(VARIANTS.map((variant) => [variant.id]))("%s", (variant) => {
  it.each([1, 3])("gives the same bytes in process and on %i threads", async (workers) => {
    const options = { variant, seed: 42, budget: { steps: 300 }, workers };
    const [here, there] = await Promise.all([planEvent(spec, near, options), planEvent(spec, far, options)]);
    expect([here.status, there.status]).toEqual(["finished", "finished"]);
    expect(scheduleText(there.schedule!)).toBe(scheduleText(here.schedule!));
    expect(there.mismatch).toBeUndefined();
    expect(there.report!.feasible).toBe(true);
  });
});

it("a cancel is heard within a frame or two, on threads and in process", async () => {
  for (const engine of [near, far]) {
    const stop = new AbortController();
    let stoppedAt = 0;
    const result = await planEvent(spec, engine, {
      variant: "search",
      seed: 1,
      budget: { seconds: 600 },
      workers: 2,
      signal: stop.signal,
      onEvent: (event) => {
        if (event.type !== "progress" || stop.signal.aborted) return;
        stoppedAt = performance.now();
        stop.abort();
      },
    });
    expect(result.status).toBe("cancelled");
    // A frame where the machine is idle; this one may be busy with other tests.
    expect(performance.now() - stoppedAt).toBeLessThan(1000);
  }
});

describe("a thread that dies", () => {
  const request = { variant: "search", seed: 1, budget: { steps: 10 } };
  const ended = (script: string): Promise<Outcome> => {
    const engine = createNodeEngine({ worker: files.put("worker.mjs", script) });
    return engine.solve({ ...request, problem: smallProblem() });
  };

  it("as it starts", async () => {
    expect(await ended("process.exit(3);")).toEqual({ status: "crashed", reason: "worker thread ended with code 3" });
    expect(await ended("throw new Error('no luck');")).toEqual({ status: "crashed", reason: "worker thread: no luck" });
  });

  it("at the first word", async () => {
    const script = 'import { parentPort } from "node:worker_threads"; parentPort.on("message", () => process.exit(4));';
    expect(await ended(script)).toEqual({ status: "crashed", reason: "worker thread ended with code 4" });
  });

  it("because there is no such script", async () => {
    const engine = createNodeEngine({ worker: files.path("none.mjs") });
    const outcome = await engine.solve({ ...request, problem: smallProblem() });
    expect(outcome).toMatchObject({ status: "crashed", reason: expect.stringMatching(/none\.mjs/) });
  });

  it("and a problem that is none crashes the run, not the engine", async () => {
    expect(await far.solve({ ...request, problem: new ArrayBuffer(8) })).toMatchObject({ status: "crashed" });
    expect(await far.solve({ ...request, problem: smallProblem() })).toMatchObject({ status: "finished" });
  });
});
