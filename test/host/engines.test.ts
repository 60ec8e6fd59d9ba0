// What every host promises, on variants that only pretend: the same requests in process and behind a message port.

import { describe, expect, it } from "vitest";
import { N_PAIRS } from "../../assembly/layout.js";
import { createWorkerEngine } from "../../src/host/client.js";
import type { Engine, EngineEvent, Outcome, SolveRequest } from "../../src/host/engine.js";
import { createInProcessEngine } from "../../src/host/in-process.js";
import { compile } from "../../src/problem/compile.js";
import { emptySolution } from "../../src/problem/decode.js";
import { counterfactuals } from "../../src/solver/counterfactuals.js";
import { OutOfMemory } from "../../src/solver/kernel.js";
import type { Guidance } from "../../src/solver/variant.js";
import { fakeVariant } from "../support/fake-run.js";
import type { PortWorker } from "../support/port-worker.js";
import { portWorker } from "../support/port-worker.js";
import { randomSpec } from "../support/random-event.js";
import { smallProblem } from "../support/small-problem.js";

const VARIANTS = [
  fakeVariant(),
  fakeVariant({ id: "crashing", crashAt: 5000 }),
  fakeVariant({ id: "ending", doneAt: 300 }),
  fakeVariant({ id: "finding", finder: 7 }),
  fakeVariant({ id: "careless", ignores: ["walkable", "rest"] }),
  { ...fakeVariant({ id: "large" }), start: tooLarge },
];

function tooLarge(): never {
  throw new OutOfMemory({ bytes: 2.5 * 2 ** 30, most: 2 ** 31, pairs: 1_000_000, slots: 250 });
}

function portEngine(): { engine: Engine; workers: PortWorker[] } {
  const workers: PortWorker[] = [];
  const spawn = (): PortWorker => {
    workers.push(portWorker({ variants: VARIANTS }));
    return workers.at(-1)!;
  };
  return { engine: createWorkerEngine(spawn, async () => undefined), workers };
}

const request = (more: Partial<SolveRequest> = {}): SolveRequest => ({
  problem: smallProblem(),
  variant: "fake",
  seed: 7,
  budget: { steps: 20_000 },
  ...more,
});

const bytes = (outcome: Outcome): unknown => {
  const { solution, score, stats } = outcome as Extract<Outcome, { status: "finished" }>;
  return { status: outcome.status, units: [...solution.units], seats: [...solution.seats], score, stats };
};

describe.each([
  ["in process", () => createInProcessEngine({ variants: VARIANTS })],
  ["behind a port", () => portEngine().engine],
])("an engine %s", (_name, create) => {
  it("ends as crashed when a hook throws, and runs again", async () => {
    const engine = create();
    const hooks = {
      onStart(): void {
        throw new Error("a hook");
      },
    };
    expect(await engine.solve(request(), hooks)).toMatchObject({ status: "crashed", reason: "a hook" });
    expect(await engine.solve(request())).toMatchObject({ status: "finished", stats: { steps: 20_000 } });
  });

  it("finishes with the exact steps, and tells of progress and improvements", async () => {
    const engine = create();
    const events: EngineEvent[] = [];
    const outcome = await engine.solve(request(), { onEvent: (event) => events.push(event) });
    expect(outcome).toMatchObject({ status: "finished", stats: { steps: 20_000 } });
    expect(new Set(events.map((event) => event.type))).toEqual(new Set(["progress", "improved"]));
    engine.dispose();
  });

  it("refuses a variant that does not keep to a rule, and names the rule", async () => {
    const engine = create();
    const outcome = await engine.solve(request({ variant: "careless", workers: 2 }));
    expect(outcome).toMatchObject({ status: "refused", ignores: ["walkable", "rest"] });
    expect((outcome as { reason: string }).reason).toMatch(/careless.*walkable, rest/);
    engine.dispose();
  });

  it("refuses a variant that does not exist", async () => {
    const engine = create();
    expect(await engine.solve(request({ variant: "constructor" }))).toMatchObject({ status: "refused", ignores: [] });
    engine.dispose();
  });

  it("refuses an event that is too large for one worker, and says what it needs and what to do", async () => {
    const engine = create();
    const outcome = await engine.solve(request({ variant: "large", workers: 2 }));
    expect(outcome).toMatchObject({ status: "refused", ignores: [], memory: { pairs: 1_000_000, slots: 250 } });
    expect((outcome as { reason: string }).reason).toMatch(
      /2\.5 GB.*2\.0 GB.*1,000,000 pairs.*250 slots.*fewer wishes/i,
    );
    expect(await engine.solve(request())).toMatchObject({ status: "finished" });
    engine.dispose();
  });

  it("stops when told to and keeps the best", async () => {
    const engine = create();
    const stop = new AbortController();
    const outcome = await engine.solve(request({ budget: { seconds: 600 }, workers: 2 }), {
      signal: stop.signal,
      onEvent: (event) => event.type === "improved" && event.score.total > 0 && stop.abort(),
    });
    expect(outcome.status).toBe("cancelled");
    expect((outcome as { score: { total: number } }).score.total).toBeGreaterThan(0);
    engine.dispose();
  });

  it("does not start when it was told to stop before", async () => {
    const engine = create();
    expect(await engine.solve(request(), { signal: AbortSignal.abort() })).toEqual({ status: "cancelled" });
    engine.dispose();
  });

  it("reports a crash with the best so far and works again afterwards", async () => {
    const engine = create();
    const outcome = await engine.solve(request({ variant: "crashing" }));
    expect(outcome).toMatchObject({ status: "crashed", reason: "fake crash" });
    const { solution, score } = outcome as Extract<Outcome, { status: "crashed" }>;
    expect(solution!.units[3]).toBe(score!.total);
    expect(score!.total).toBeGreaterThan(0);
    expect(await engine.solve(request())).toMatchObject({ status: "finished" });
    engine.dispose();
  });

  it("ends early when all runs are done", async () => {
    const engine = create();
    const outcome = await engine.solve(request({ variant: "ending", workers: 3 }));
    expect(outcome).toMatchObject({ status: "finished", stats: { steps: 900, done: true } });
    engine.dispose();
  });

  it("ends early, at a step that does not depend on the machine, when the bound is reached", async () => {
    const engine = create();
    const whole = (await engine.solve(request())) as Extract<Outcome, { status: "finished" }>;
    const bound = Math.floor(whole.score.total / 2);
    const ends = [];
    for (let i = 0; i < 3; i++) ends.push(bytes(await engine.solve(request({ bound }))));
    expect(ends[0]).toMatchObject({ status: "finished" });
    expect((ends[0] as { stats: { steps: number } }).stats.steps).toBeLessThan(20_000);
    expect(ends[1]).toEqual(ends[0]);
    expect(ends[2]).toEqual(ends[0]);
    engine.dispose();
  });

  it("ends as soon as one of its workers reaches the bound", async () => {
    const engine = create();
    const endless = { variant: "finding", workers: 3, budget: { seconds: 3600 }, bound: 50 };
    const outcome = await engine.solve(request(endless));
    expect(outcome).toMatchObject({ status: "finished", solution: { units: { 0: 7 } } });
    engine.dispose();
  });

  it("answers counterfactuals on its own kernel, also while a run is under way", async () => {
    const engine = create();
    const spec = randomSpec(11);
    const { problem } = compile(spec);
    const solution = emptySolution(problem);
    const pairs = Int32Array.from({ length: problem.word(N_PAIRS) }, (_, i) => i);
    const running = engine.solve(request());
    const outcome = await engine.counterfactuals({ problem: problem.buffer.slice(0), solution, pairs });
    expect(outcome).toEqual({ status: "answered", ...counterfactuals(problem, solution, pairs) });
    expect(outcome).toMatchObject({ start: { length: pairs.length + 1 } });
    expect(await running).toMatchObject({ status: "finished" });
    engine.dispose();
  });

  it("says that a counterfactual crashed, and works again afterwards", async () => {
    const engine = create();
    const question = { solution: { units: new Int32Array(4), seats: new Int32Array(0) }, pairs: new Int32Array(1) };
    const outcome = await engine.counterfactuals({ problem: new ArrayBuffer(8), ...question });
    expect(outcome).toEqual({ status: "crashed", reason: "problem buffer is too short" });
    expect(await engine.solve(request())).toMatchObject({ status: "finished" });
    engine.dispose();
  });

  it("serves several requests at once", async () => {
    const engine = create();
    const alone = bytes(await engine.solve(request()));
    const both = await Promise.all([
      engine.solve(request()),
      engine.solve(request({ workers: 2 })),
      engine.solve(request()),
    ]);
    expect(bytes(both[0]!)).toEqual(alone);
    expect(bytes(both[2]!)).toEqual(alone);
    engine.dispose();
  });
});

describe("several workers", () => {
  it("give the same bytes in process and behind ports, for any number of them", async () => {
    const near = createInProcessEngine({ variants: VARIANTS });
    const { engine: far } = portEngine();
    for (const workers of [1, 2, 3, 5]) {
      for (const seed of [0, 1, 0xffff_ffff]) {
        const here = bytes(await near.solve(request({ workers, seed })));
        expect(bytes(await far.solve(request({ workers, seed })))).toEqual(here);
        expect(here).toMatchObject({ stats: { steps: 20_000 * workers } });
      }
    }
    far.dispose();
  });

  it("share their best: together they beat each of them alone", async () => {
    const engine = createInProcessEngine({ variants: VARIANTS });
    const totals = [];
    for (const seed of [7, 8, 9]) {
      const alone = (await engine.solve(request({ seed }))) as Extract<Outcome, { status: "finished" }>;
      totals.push(alone.score.total);
    }
    const together = (await engine.solve(request({ workers: 3 }))) as Extract<Outcome, { status: "finished" }>;
    expect(together.score.total).toBeGreaterThan(Math.max(...totals));
    expect(together.solution.units[2]).toBeGreaterThan(0);
  });
});

describe("guidance", () => {
  it("of the first worker is handed to all others, once for each that is newer", async () => {
    const heard: [number, number, number][] = [];
    const onGuide = (seed: number, { iterations, data }: Guidance): void =>
      void heard.push([seed, iterations, data[0]!]);
    const engine = createInProcessEngine({ variants: [fakeVariant({ onGuide })] });
    await engine.solve(request({ workers: 3, seed: 7, budget: { steps: 3200 } }));
    // A leg is 200 steps; the last one is nobody's.
    const each = (seed: number): [number, number, number][] => [1, 2, 3].map((n) => [seed, n, 7]);
    expect(heard.filter(([seed]) => seed === 8)).toEqual(each(8));
    expect(heard.filter(([seed]) => seed === 9)).toEqual(each(9));
    expect(heard).toHaveLength(6);
    engine.dispose();
  });
});

describe("workers", () => {
  it("are kept for the next request", async () => {
    const { engine, workers } = portEngine();
    await engine.solve(request({ workers: 2 }));
    await engine.solve(request({ workers: 2 }));
    expect(workers).toHaveLength(2);
    engine.dispose();
    expect(workers.every((worker) => worker.terminated)).toBe(true);
  });

  it("that die in the middle of a call end the run as crashed, with the best that was told, and are replaced", async () => {
    const { engine, workers } = portEngine();
    const told: number[] = [];
    const outcome = await engine.solve(request({ budget: { seconds: 600 } }), {
      onEvent: (event) => {
        if (event.type !== "improved" || event.score.total === 0) return;
        told.push(event.score.total);
        workers[0]!.die("out of memory");
      },
    });
    expect(outcome).toMatchObject({ status: "crashed", reason: "out of memory" });
    expect((outcome as { score: { total: number } }).score.total).toBe(told.at(-1));
    expect(await engine.solve(request())).toMatchObject({ status: "finished" });
    expect(workers).toHaveLength(2);
    engine.dispose();
  });

  it("that are dead already end the run as crashed at once", async () => {
    const { engine, workers } = portEngine();
    await engine.solve(request());
    workers[0]!.die("killed");
    expect(await engine.solve(request())).toMatchObject({ status: "crashed", reason: "killed" });
    expect(await engine.solve(request())).toMatchObject({ status: "finished" });
    engine.dispose();
  });

  it("end their run as crashed when the engine is disposed of, and the engine can be used again", async () => {
    const { engine } = portEngine();
    const outcome = await engine.solve(request({ budget: { seconds: 600 } }), { onEvent: () => engine.dispose() });
    expect(outcome).toMatchObject({ status: "crashed", reason: "the engine was disposed of" });
    expect(await engine.solve(request())).toMatchObject({ status: "finished" });
    engine.dispose();
  });
});
