// MiniZinc with what its package brings (Gecode, Chuffed, ...): the constraint model of constraints.ts. Runs in the thread of
// solver-thread.ts.
//
// In Node the package `minizinc` calls an installed MiniZinc; the WebAssembly that it brings for browsers is used here
// instead, so that nothing else has to be installed: its worker's script is run in this thread, which looks to it like a
// browser's worker.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runInThisContext } from "node:vm";
import type { Desk, Task } from "./engine.js";

interface Told {
  type: string;
  status?: string;
  sections?: string[];
  output?: Record<string, string>;
  statistics?: Record<string, number | string>;
  message?: string;
  code?: number;
}

const STATUS: Record<string, string> = {
  OPTIMAL_SOLUTION: "optimal",
  UNSATISFIABLE: "infeasible",
  ALL_SOLUTIONS: "optimal",
};

/** Solves the model. */
export async function solveMiniZinc(task: Extract<Task, { engine: "minizinc" }>, desk: Desk): Promise<void> {
  const { solver, args, model, data, firstWay, limit, seed } = task;
  const say = await browserWorker(dirname(desk.file("minizinc")));
  desk.post({ type: "ready" });
  let status = "time limit";
  let setup: number | undefined;
  let nodes: number | undefined;
  let why: string | undefined;
  await say(
    {
      jsonStream: true,
      files: { "meetings.mzn": model, "event.json": data },
      args: [
        ...["--solver", solver, "--intermediate-solutions", "--random-seed", String(seed)],
        ...["--time-limit", String(Math.ceil(1500 * limit)), "--statistics", "--output-mode", "item"],
        ...args,
        ...["meetings.mzn", "event.json"],
      ],
      outputFiles: [],
    },
    (told) => {
      if (told.type === "statistics") {
        // The first statistics are those of the translation.
        setup ??= desk.cpu();
        const count = told.statistics?.nodes ?? told.statistics?.failures;
        if (typeof count === "number") nodes = count;
      }
      if (told.type === "solution") {
        const [objective, ...way] = (told.output?.default ?? "").split(" ").map(Number);
        const held = way.flatMap((w, u) => (w > 0 ? [firstWay[u]! + w - 1] : []));
        desk.post({ type: "better", at: desk.cpu(), objective: objective!, held: Int32Array.from(held) });
      }
      if (told.type === "status") status = STATUS[told.status ?? ""] ?? "time limit";
      if (told.type === "error") why = told.message;
    },
  );
  const at = desk.cpu();
  if (why !== undefined) status = "crashed";
  desk.post({
    type: "end",
    status,
    at,
    setup: setup ?? at,
    ...(nodes !== undefined && { nodes }),
    ...(why !== undefined && { why }),
  });
}

/** Starts the package's worker in this thread; gives what sends it a task and waits for its end. */
async function browserWorker(folder: string): Promise<(task: object, heard: (told: Told) => void) => Promise<void>> {
  const scope = globalThis as unknown as Record<string, unknown>;
  let hear: (told: Told) => void = () => undefined;
  const next = (type: string, each: (told: Told) => void = () => undefined): Promise<void> =>
    new Promise((resolve) => {
      hear = (told) => {
        each(told);
        if (told.type === type) resolve();
      };
    });
  scope.self = globalThis;
  scope.WorkerGlobalScope = class {};
  scope.location = { href: "https://localhost/minizinc-worker.js", pathname: "/minizinc-worker.js" };
  scope.postMessage = (told: Told) => hear(told);
  scope.fetch = (file: string) =>
    Promise.resolve(new Response(readFileSync(String(file)), { headers: { "content-type": "application/wasm" } }));
  let receive: ((event: { data: object }) => void) | undefined;
  scope.addEventListener = (type: string, listener: typeof receive) => {
    if (type === "message") receive = listener;
  };
  // Else it takes this for Node and looks for what it does not bring.
  const { process } = globalThis;
  scope.process = undefined;
  runInThisContext(readFileSync(join(folder, "minizinc-worker.js"), "utf8"));
  const post = (data: object): void => (receive ?? (scope.onmessage as typeof receive))?.({ data });
  const ready = next("ready");
  post({ wasmURL: join(folder, "minizinc.wasm"), dataURL: join(folder, "minizinc.data") });
  await ready;
  return async (task, heard) => {
    const ended = next("exit", heard);
    post(task);
    await ended;
    scope.process = process;
  };
}
