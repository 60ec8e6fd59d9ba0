// HiGHS: the programme of mip.ts as it comes, whole or relaxed; it stops at an absolute gap of half a point, because scores
// are whole numbers. Runs in the thread of solver-thread.ts.

import type * as Highs from "highs";
import type { Desk, Task } from "./engine.js";

/** Solves the programme. */
export async function solveHighs(task: Extract<Task, { engine: "highs" }>, desk: Desk): Promise<void> {
  const { programme: p, ways, relaxed, limit, warm } = task;
  const { default: load } = (await desk.load("highs")) as typeof Highs;
  const highs = await load();
  const { callbackType, modelStatus, objectiveSense } = highs.constants;
  desk.post({ type: "ready" });
  const [numRows, numCols] = [p.rowLower.length, p.cost.length];
  const native = highs.createModel({
    numCols,
    numRows,
    sense: objectiveSense.maximize,
    colCost: p.cost,
    colLower: new Float64Array(numCols),
    colUpper: p.upper,
    rowLower: p.rowLower,
    rowUpper: p.rowUpper,
    ...(!relaxed && { integrality: p.integer }),
    matrix: { format: "csr", numRows, numCols, starts: p.rowStart, indices: p.index, values: p.value },
  });
  native.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 });
  // The limit is on CPU time, as for everybody; HiGHS's own, on the wall clock, is for where it does not ask.
  native.options.set("time_limit", 4 * limit);
  if (warm) {
    const values = new Float64Array(ways);
    for (const c of warm) values[c] = 1;
    native.setSolution({ indices: Int32Array.from(values.keys()), values });
  }
  const setup = desk.cpu();
  let bound: number | undefined;
  const note = ({ data }: { data: { mip_dual_bound?: number } }): undefined => {
    if (Number.isFinite(data.mip_dual_bound)) bound = data.mip_dual_bound;
  };
  const heldIn = (values: ArrayLike<number>): Int32Array =>
    Int32Array.from(Array.from({ length: ways }, (_, c) => c).filter((c) => values[c]! > 0.5));
  native.run({
    [callbackType.mipImprovingSolution](event) {
      note(event);
      // Its own count may be too low here: what costs may cost more than it must until the end.
      const values = event.data.mip_solution;
      if (values) desk.post({ type: "better", at: desk.cpu(), held: heldIn(values) });
    },
    [callbackType.mipLogging]: note,
    [callbackType.mipInterrupt](event) {
      note(event);
      if (desk.cpu() > limit) event.interrupt();
    },
  });
  const at = desk.cpu();
  const code = native.getModelStatus();
  const word = Object.entries(modelStatus).find(([, value]) => value === code)?.[0] ?? String(code);
  const status = word === "interrupted" || word === "timeLimit" ? "time limit" : word;
  if (status === "optimal") {
    const values = native.getSolution().colValue;
    const whole = Array.from({ length: ways }, (_, c) => values[c]!).every((x) => Math.abs(x - Math.round(x)) < 1e-6);
    // Scores are whole numbers; HiGHS keeps to that within its tolerance.
    const objective = Number(native.info.get("objective_function_value"));
    const count = relaxed ? {} : { objective: Math.round(objective) };
    if (whole) desk.post({ type: "better", at, held: heldIn(values), ...count });
    if (relaxed) {
      const why = whole ? {} : { why: "its optimum breaks whole numbers: a bound, no schedule" };
      return desk.post({ type: "end", status, at, setup, bound: objective, ...why });
    }
  }
  const last = Number(native.info.get("mip_dual_bound"));
  if (!relaxed && Number.isFinite(last)) bound = last;
  const nodes = relaxed ? 0 : Math.max(0, Number(native.info.get("mip_node_count")));
  desk.post({ type: "end", status, at, setup, nodes, ...(bound !== undefined && { bound }) });
}
