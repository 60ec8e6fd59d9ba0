// CP-SAT of OR-Tools, through `or-tools-wasm` where the person has installed it: the programme of mip.ts in whole numbers, on
// one thread. Runs in the thread of solver-thread.ts.
//
// It tells what it found only at its end, with its own clock: that counts, though it is no CPU clock.
//
// Columns that are no whole numbers in the programme are in every schedule, but for what fairness costs: that is counted in
// hundredths, and its rows are multiplied and rounded outwards, so that no schedule is cut off and the bound holds.

import type { Desk, Programme, Task } from "./engine.js";

/** What is used of or-tools-wasm/cp-sat; it is never a dependency, so its types are not there. */
interface CpSat {
  createModel(model: object): Promise<Uint8Array>;
  solve(model: Uint8Array, parameters: object, callbacks: object): Promise<{ response: Response | null }>;
}
interface Response {
  status?: string | number;
  solution?: (number | string | bigint)[];
  /** Seconds from its start. */
  wallTime?: number;
  bestObjectiveBound?: number;
  numBranches?: number | string;
}

const HUNDREDTHS = 100;
/** What rows with fractions are multiplied by. */
const ROW_SCALE = 10_000;
const STATUS = ["unknown", "model invalid", "feasible", "infeasible", "optimal"];

/** Solves the programme. */
export async function solveCpSat(task: Extract<Task, { engine: "cp-sat" }>, desk: Desk): Promise<void> {
  const { programme, ways, limit, seed, warm } = task;
  const { CpSat: solver } = (await desk.load("or-tools-wasm/cp-sat")) as { CpSat: CpSat };
  const chosen = new Set(warm);
  const model = await solver.createModel({
    ...wholeModel(programme),
    ...(warm && {
      solutionHint: {
        vars: Array.from({ length: ways }, (_, c) => c),
        values: Array.from({ length: ways }, (_, c) => (chosen.has(c) ? 1 : 0)),
      },
    }),
  });
  // Its model is a message in its own format: writing that is not counted, as building the others' models is not.
  desk.post({ type: "ready" });
  const found: { at: number; held: Int32Array }[] = [];
  let bound: number | undefined;
  const heldIn = (values: Response["solution"] = []): Int32Array =>
    Int32Array.from(Array.from({ length: ways }, (_, c) => c).filter((c) => Number(values[c]) > 0));
  const { response } = await solver.solve(
    model,
    { numWorkers: 1, randomSeed: seed, maxTimeInSeconds: limit },
    {
      onSolution: ({ solution, wallTime }: Response) => found.push({ at: wallTime ?? limit, held: heldIn(solution) }),
      onBestBound: (value: number) => void (bound = value),
    },
  );
  const at = desk.cpu();
  const { status = 0, solution, bestObjectiveBound, numBranches } = response ?? {};
  const word = typeof status === "number" ? (STATUS[status] ?? String(status)) : status.toLowerCase().replace("_", " ");
  if (word === "optimal" || word === "feasible") found.push({ at, held: heldIn(solution) });
  for (const one of found) desk.post({ type: "better", ...one });
  // Of a search that found nothing the answer says 0.
  const last = (word === "optimal" || word === "feasible" ? bestObjectiveBound : bound) || undefined;
  desk.post({
    type: "end",
    status: word === "feasible" || word === "unknown" ? "time limit" : word,
    at,
    setup: 0,
    nodes: Number(numBranches ?? 0),
    ...(last !== undefined && { bound: last }),
  });
}

/** The programme as a CpModelProto: minimised, in hundredths of a point. */
function wholeModel(p: Programme): object {
  const hundredths = new Set(p.hundredths);
  const unit = (c: number): number => (hundredths.has(c) ? HUNDREDTHS : 1);
  const variables = Array.from(p.upper, (upper, c) => ({ domain: [0, Math.ceil(upper * unit(c))] }));
  const [far, near] = [2 ** 50, -(2 ** 50)];
  const constraints = Array.from(p.rowLower, (lower, r) => {
    const at = Array.from({ length: p.rowStart[r + 1]! - p.rowStart[r]! }, (_, i) => p.rowStart[r]! + i);
    const vars = at.map((i) => p.index[i]!);
    const upper = p.rowUpper[r]!;
    const values = at.map((i) => p.value[i]! / unit(p.index[i]!));
    const whole = [...values, lower, upper].every((x) => !Number.isFinite(x) || Number.isInteger(x));
    const scale = whole ? 1 : ROW_SCALE;
    // Columns are never negative: larger factors make "at least" easier to keep.
    const coeffs = values.map((x) =>
      whole ? x : upper === Infinity ? Math.ceil(x * scale - 1e-9) : Math.floor(x * scale),
    );
    const domain = [
      lower === -Infinity ? near : Math.floor(lower * scale),
      upper === Infinity ? far : Math.ceil(upper * scale),
    ];
    return { linear: { vars, coeffs, domain } };
  });
  const costed = Array.from(p.cost.keys()).filter((c) => p.cost[c] !== 0);
  const objective = {
    vars: costed,
    coeffs: costed.map((c) => Math.round((-p.cost[c]! * HUNDREDTHS) / unit(c))),
    scalingFactor: -1 / HUNDREDTHS,
  };
  return { variables, constraints, objective };
}
