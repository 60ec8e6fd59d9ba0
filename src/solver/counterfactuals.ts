// What if this wish were held? For each pair asked about, the kernel forces it into a given solution where that costs
// least, tells what would be different, and takes it back. Called by host/service.ts, where the kernel is. It proposes
// only: what an answer is worth, the judge measures (counterfactual.ts).

import * as L from "../../assembly/layout.js";
import type { Problem } from "../problem/problem.js";
import { RULE_IDS } from "../rules/rule.js";
import { Kernel } from "./kernel.js";
import type { Solution } from "./variant.js";

/** Answers for a list of pairs, in its order. */
export interface Counterfactuals {
  /** Per pair: 0, or which rule (from 1, in the order of RULE_IDS) is in the way of every slot. */
  forbidden: Uint8Array;
  /** Units that would be held otherwise, or not at all: those of pair i are units[start[i]] to units[start[i + 1] - 1]. */
  start: Int32Array;
  units: Int32Array;
  /** The record each of them would have, as in a Solution. */
  records: Int32Array;
}

/** Forces every pair (by its index in the problem) into the solution, one at a time; the same answers on every build. */
export function counterfactuals(
  problem: Problem,
  solution: Solution,
  pairs: Int32Array,
  module?: WebAssembly.Module,
): Counterfactuals {
  const kernel = Kernel.create(problem, module);
  kernel.start("greedy", 0, solution);
  if (kernel.current().some((word, i) => word !== solution.units[i])) {
    throw new Error("counterfactuals are asked of a solution that breaks a rule");
  }
  const forbidden = new Uint8Array(pairs.length);
  const start = new Int32Array(pairs.length + 1);
  const units: number[] = [];
  const records: number[] = [];
  pairs.forEach((pair, i) => {
    const result = kernel.force(pair);
    if (result.forbidden) forbidden[i] = RULE_IDS.indexOf(result.forbidden) + 1;
    else {
      for (const unit of result.moved) {
        const record = kernel.currentRecord(unit);
        const at = unit * L.UNIT_RECORD;
        if (record.every((word, k) => word === solution.units[at + k])) continue; // let go and put back
        units.push(unit);
        records.push(...record);
      }
      kernel.undoMove();
    }
    start[i + 1] = units.length;
  });
  return { forbidden, start, units: Int32Array.from(units), records: Int32Array.from(records) };
}
