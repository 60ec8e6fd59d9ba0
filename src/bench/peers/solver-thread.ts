// The thread of an exact solver: it blocks until it ends, may run out of memory, and must not take the bench with it. Built as
// an entry of its own and started by exact.ts with one task.

import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { Desk, Message, Task } from "./engine.js";
import { solveCpSat } from "./engine-cp-sat.js";
import { solveHighs } from "./engine-highs.js";
import { solveMiniZinc } from "./engine-minizinc.js";

const task = workerData as Task;
const port = parentPort!;
// MiniZinc must not see that this is Node.
const usage = process.cpuUsage.bind(process);
let origin = usage();

const desk: Desk = {
  cpu() {
    const { user, system } = usage(origin);
    return (user + system) / 1e6;
  },
  post(message: Message) {
    if (message.type === "ready") origin = usage();
    port.postMessage(message);
  },
  load: (name) => import(name),
  file: (name) => createRequire(import.meta.url).resolve(name),
};

try {
  if (task.engine === "highs") await solveHighs(task, desk);
  else if (task.engine === "cp-sat") await solveCpSat(task, desk);
  else await solveMiniZinc(task, desk);
} catch (error) {
  const { code, message } = error as { code?: string; message?: string };
  const missing = code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND";
  desk.post({ type: "crash", why: String(message ?? error), missing, at: desk.cpu() });
}
// Solvers may leave threads and timers behind.
port.close();
