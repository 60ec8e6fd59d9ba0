import { expose } from "comlink";
import { expect, it } from "vitest";
import { createWorkerEngine } from "../../src/host/client.js";
import type { WorkerHandle } from "../../src/host/client.js";
import { VERSIONS } from "../../src/host/service.js";
import { smallProblem } from "../support/small-problem.js";

function stranger(versions: object): WorkerHandle {
  const { port1, port2 } = new MessageChannel();
  expose({ hello: () => versions }, port2 as never);
  return { endpoint: port1 as never, lost: new Promise(() => {}), terminate: () => (port1.close(), port2.close()) };
}

it.each([
  ["protocol", { ...VERSIONS, protocol: VERSIONS.protocol + 1 }],
  ["problem layout", { ...VERSIONS, problem: VERSIONS.problem + 1 }],
])("a worker of another %s is not spoken to", async (_what, versions) => {
  const engine = createWorkerEngine(
    () => stranger(versions),
    async () => undefined,
  );
  const outcome = await engine.solve({ problem: smallProblem(), variant: "fake", seed: 1, budget: { steps: 1 } });
  expect(outcome).toMatchObject({ status: "crashed", reason: expect.stringMatching(/different versions/) });
});

it("a kernel that cannot be loaded ends the run as crashed, and is asked for again", async () => {
  let asked = 0;
  const engine = createWorkerEngine(
    () => stranger(VERSIONS),
    () => Promise.reject(new Error(`no kernel ${++asked}`)),
  );
  for (const reason of ["no kernel 1", "no kernel 2"]) {
    const outcome = await engine.solve({ problem: smallProblem(), variant: "fake", seed: 1, budget: { steps: 1 } });
    expect(outcome).toMatchObject({ status: "crashed", reason });
  }
});
