// HiGHS in a thread of its own: it blocks until it ends, may run out of memory, and must not take the bench with it.
// Started by lib-highs.ts with the model and a time limit; posts every better solution as it is found, then how it ended.
// Plain JavaScript because a worker of Node 20 runs no TypeScript.

import { parentPort, workerData } from "node:worker_threads";
import loadHighs from "highs";

const { model, ways, seconds } = workerData;
// One run at a time: what the process uses is what HiGHS uses.
const origin = process.cpuUsage();
const cpu = () => {
  const { user, system } = process.cpuUsage(origin);
  return (user + system) / 1e6;
};
const held = (values) => Int32Array.from(values.subarray(0, ways).keys()).filter((c) => values[c] > 0.5);

try {
  const highs = await loadHighs();
  const { callbackType, modelStatus, objectiveSense } = highs.constants;
  const native = highs.createModel({ ...model, sense: objectiveSense.maximize });
  native.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 });
  const setup = cpu();
  // The limit is on CPU time, as for everybody; HiGHS's own, on the wall clock, is for where it does not ask.
  native.options.set("time_limit", 1.5 * seconds);
  let bound;
  const note = ({ data }) => {
    if (Number.isFinite(data.mip_dual_bound)) bound = data.mip_dual_bound;
  };
  native.run({
    [callbackType.mipImprovingSolution](event) {
      note(event);
      const { mip_solution: values, objective_function_value: objective } = event.data;
      parentPort.postMessage({ type: "better", at: cpu(), objective, held: held(values) });
    },
    [callbackType.mipLogging]: note,
    [callbackType.mipInterrupt](event) {
      note(event);
      if (cpu() > seconds) event.interrupt();
    },
  });
  const at = cpu();
  const code = native.getModelStatus();
  const word = Object.keys(modelStatus).find((key) => modelStatus[key] === code) ?? String(code);
  const status = word === "interrupted" ? "timeLimit" : word;
  const last = native.info.get("mip_dual_bound");
  if (Number.isFinite(last)) bound = last;
  const nodes = Number(native.info.get("mip_node_count"));
  const optimum = status === "optimal" ? { held: held(native.getSolution().colValue) } : {};
  parentPort.postMessage({ type: "end", status, bound, nodes, setup, at, ...optimum });
} catch (error) {
  parentPort.postMessage({ type: "crash", why: String(error?.message ?? error), at: cpu() });
}
