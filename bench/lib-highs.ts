// The first peer: HiGHS on the programme of lib-mip.ts, with a limit on its time, as it comes (no start, no tuning; it
// stops at an absolute gap of half a point, because scores are integers). Called by quality.ts.
// Building the model is not counted, loading it into HiGHS is. Limit and times are CPU seconds, as for our own runs.

import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Problem } from "../src/problem/problem.js";
import type { Solution } from "../src/solver/variant.js";
import { variantById } from "../src/solver/variants.js";
import type { MeetingsModel } from "./lib-mip.js";
import { meetingsModel, solutionOf } from "./lib-mip.js";

/** A solution that HiGHS found, with its own objective. */
export interface HighsFound {
  at: number;
  objective?: number;
  solution: Solution;
}

export interface HighsResult {
  /** HiGHS's own word (`optimal`, `timeLimit`, `infeasible`, ...), or `crashed`, `killed`, `too large`. */
  status: string;
  why?: string;
  /** Its upper bound of the score, where it has one. */
  bound?: number;
  nodes?: number;
  setup: number;
  used: number;
  found: HighsFound[];
}

type Message =
  | { type: "better"; at: number; objective: number; held: Int32Array }
  | { type: "end"; status: string; bound?: number; nodes: number; setup: number; at: number; held?: Int32Array }
  | { type: "crash"; why: string; at: number };

/** Solves the meetings of a problem within so many seconds. */
export async function solveWithHighs(
  problem: Problem,
  seconds: number,
  module: WebAssembly.Module,
): Promise<HighsResult> {
  const model = meetingsModel(problem);
  if (!model) return { status: "too large", setup: 0, used: 0, found: [] };
  const seats = seatsFor(problem, module);
  const result: HighsResult = { status: "crashed", setup: 0, used: 0, found: [] };
  const note = (at: number, held: Int32Array, objective?: number): void => {
    const solution = solutionOf(problem, model, held, seats);
    result.found.push({ at, solution, ...(objective !== undefined && { objective }) });
  };
  const worker = new Worker(join(import.meta.dirname, "lib-highs-worker.mjs"), {
    workerData: { model: dataOf(model), ways: model.ways.unit.length, seconds },
  });
  await new Promise<void>((resolve) => {
    // HiGHS looks at its clock now and then; what does not stop by itself is stopped.
    const late = setTimeout(
      () => {
        result.status = "killed";
        result.why = "it went on far past its limit";
        result.used = seconds;
        void worker.terminate();
      },
      1000 * (seconds * 2 + 30),
    );
    worker.on("message", (message: Message) => {
      result.used = message.at;
      if (message.type === "better") return note(message.at, message.held, message.objective);
      if (message.type === "crash") return void (result.why = message.why);
      const { status, bound, nodes, setup, held } = message;
      Object.assign(result, { status, nodes, setup, ...(bound !== undefined && { bound }) });
      if (held) note(message.at, held);
    });
    worker.on("error", (error) => void (result.why = String(error)));
    worker.on("exit", () => {
      clearTimeout(late);
      resolve();
    });
  });
  return result;
}

/** Seats of the greedy construction: the programme has no meals, and a schedule without seats would be infeasible. */
function seatsFor(problem: Problem, module: WebAssembly.Module): Int32Array {
  const run = variantById("greedy")!.start(problem, { seed: 1, module });
  while (!run.stats().done) run.step(1000);
  const { seats } = run.best();
  run.dispose();
  return seats;
}

function dataOf({ mip }: MeetingsModel) {
  const [numRows, numCols] = [mip.rowLower.length, mip.cost.length];
  return {
    numCols,
    numRows,
    colCost: Float64Array.from(mip.cost),
    colLower: new Float64Array(numCols),
    colUpper: Float64Array.from(mip.upper),
    rowLower: Float64Array.from(mip.rowLower),
    rowUpper: Float64Array.from(mip.rowUpper),
    integrality: Int32Array.from(mip.integer),
    matrix: {
      format: "csr",
      numRows,
      numCols,
      starts: Int32Array.from(mip.rowStart),
      indices: Int32Array.from(mip.index),
      values: Float64Array.from(mip.value),
    },
  };
}
