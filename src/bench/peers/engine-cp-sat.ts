// CP-SAT of OR-Tools, through `or-tools-wasm` where the person has installed it: the programme of mip.ts in whole numbers, on
// one thread. Runs in the thread of solver-thread.ts.
//
// It tells what it found only at its end, with its own clock: that counts, though it is no CPU clock.
//
// Every factor of the programme is a whole number, and so is every column in every schedule.

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
  objectiveValue?: number;
  bestObjectiveBound?: number;
  numBranches?: number | string;
}

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
  const found: { at: number; held: Int32Array; objective?: number }[] = [];
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
  const { status = 0, solution, objectiveValue, bestObjectiveBound, numBranches } = response ?? {};
  const word = typeof status === "number" ? (STATUS[status] ?? String(status)) : status.toLowerCase().replace("_", " ");
  if (word === "feasible") found.push({ at, held: heldIn(solution) });
  // Only here nothing costs more than it must.
  if (word === "optimal") found.push({ at, held: heldIn(solution), objective: Math.round(objectiveValue ?? 0) });
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

/** Bounds of rows that have none. */
const FAR = 2 ** 50;

/** The programme as a CpModelProto, which is minimised. */
function wholeModel(p: Programme): object {
  const within = (bound: number): number => Math.max(-FAR, Math.min(FAR, bound));
  const variables = Array.from(p.upper, (upper) => ({ domain: [0, upper] }));
  const constraints = Array.from(p.rowLower, (lower, r) => {
    const [from, to] = [p.rowStart[r]!, p.rowStart[r + 1]!];
    return {
      linear: {
        vars: Array.from(p.index.subarray(from, to)),
        coeffs: Array.from(p.value.subarray(from, to)),
        domain: [within(lower), within(p.rowUpper[r]!)],
      },
    };
  });
  const vars = Array.from(p.cost.keys()).filter((c) => p.cost[c] !== 0);
  return { variables, constraints, objective: { vars, coeffs: vars.map((c) => -p.cost[c]!), scalingFactor: -1 } };
}
