// Exact solvers as peers: HiGHS (programme and relaxation), CP-SAT, and Gecode and Chuffed through MiniZinc, each with its
// model, cold and from a schedule. Called through peers.ts. Node only: each runs in a thread of its own, which is ended when
// it does not end by itself.
//
// Limits and times are CPU seconds of the process, as for our own runs, from when the solver's code is loaded; building the
// model is not counted, handing it to the solver is. A warm start is what `search` has after one CPU second; that second is
// not counted either.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import * as L from "../../../assembly/layout.js";
import type { Locale } from "../../rules/rule.js";
import type { Problem } from "../../problem/problem.js";
import type { Solution } from "../../solver/variant.js";
import { variantById } from "../../solver/variants.js";
import type { Prepared } from "../instances.js";
import { measureRun } from "../measure.js";
import { constraintModel } from "./constraints.js";
import type { Message, Programme, Task } from "./engine.js";
import type { Mip } from "./mip.js";
import { heldIn, meetingsModel, solutionOf } from "./mip.js";
import type { Peer, PeerOptions, PeerResult } from "../peer.js";

/**
 * How long a solver may go on past its limit, as a share of it and in CPU seconds, before its thread is ended. MiniZinc's have
 * told everything by then; HiGHS ends by itself, as soon as it asks; CP-SAT has a clock of its own, and tells at its end.
 */
const GRACE = {
  minizinc: { share: 0, seconds: 0.2 },
  highs: { share: 0, seconds: 5 },
  "cp-sat": { share: 0.25, seconds: 5 },
} as const;
/** Milliseconds between two looks at how long it has been going on. */
const LOOK = 50;

type TaskOf = (prepared: Prepared, options: PeerOptions, warm: boolean) => Built | undefined;

/** A task, and what its answers mean. */
interface Built {
  task: Task;
  solution: (held: Int32Array) => Solution;
}

export const EXACT: readonly Peer[] = [
  ...both("highs", "highs", highs(false), {
    en: "HiGHS on the time-indexed mixed-integer programme",
    fr: "HiGHS sur le programme en nombres entiers indexé par le temps",
  }),
  exact("highs-lp", "highs", highs(true), false, {
    en: "HiGHS on the linear relaxation: a bound, and a schedule where it is whole.",
    fr: "HiGHS sur la relaxation linéaire : une borne, et un planning là où elle est entière.",
  }),
  ...both("cp-sat", "or-tools-wasm", cpSat, {
    en: "CP-SAT of OR-Tools on the same programme in whole numbers, one thread",
    fr: "CP-SAT d’OR-Tools sur le même programme en nombres entiers, un fil",
  }),
  ...both("chuffed", "minizinc", miniZinc("chuffed", ["--free-search"]), {
    en: "Chuffed (lazy clause generation) on the constraint model",
    fr: "Chuffed (génération paresseuse de clauses) sur le modèle de contraintes",
  }),
  ...both("gecode", "minizinc", miniZinc("gecode", []), {
    en: "Gecode on the constraint model, with restarts and large neighbourhoods",
    fr: "Gecode sur le modèle de contraintes, avec relances et grands voisinages",
  }),
];

/** Whether the package of a peer is installed. */
export function isInstalled({ needs }: Peer): boolean {
  if (needs === undefined) return true;
  const folders = createRequire(import.meta.url).resolve.paths(needs) ?? [];
  return folders.some((folder) => existsSync(join(folder, needs, "package.json")));
}

/** The peer, cold and warm. */
function both(id: string, needs: string, taskOf: TaskOf, about: Record<Locale, string>): Peer[] {
  return [
    exact(id, needs, taskOf, false, { en: `${about.en}.`, fr: `${about.fr}.` }),
    exact(`${id}-warm`, needs, taskOf, true, {
      en: `${about.en}, from what search has after one second.`,
      fr: `${about.fr}, à partir de ce que search trouve en une seconde.`,
    }),
  ];
}

function exact(id: string, needs: string, taskOf: TaskOf, warm: boolean, about: Record<Locale, string>): Peer {
  return {
    id,
    about,
    needs,
    async solve(prepared, options) {
      const built = taskOf(prepared, options, warm);
      if (!built) return { status: "too large", setup: 0, used: 0, found: [] };
      const result = await runThread(built, options);
      return prepared.problem.word(L.N_MEALS) > 0 ? ofMeetingsAlone(result) : result;
    },
  };
}

function highs(relaxed: boolean): TaskOf {
  return (prepared, options, warm) => {
    const built = programmeTask(prepared, options, warm);
    return built && { ...built, task: { engine: "highs", relaxed, ...built.task } };
  };
}

function cpSat(prepared: Prepared, options: PeerOptions, warm: boolean): Built | undefined {
  const built = programmeTask(prepared, options, warm);
  return built && { ...built, task: { engine: "cp-sat", ...built.task } };
}

function programmeTask({ problem }: Prepared, options: PeerOptions, warm: boolean) {
  const model = meetingsModel(problem);
  if (!model) return undefined;
  const { seats, start } = startOf(problem, options, warm);
  const { limit, seed } = options;
  const task = {
    limit,
    seed,
    programme: programmeOf(model.mip),
    ways: model.ways.unit.length,
    ...(start && { warm: Int32Array.from(heldIn(problem, model, start)) }),
  };
  return { task, solution: (held: Int32Array) => solutionOf(problem, model, held, seats) };
}

function miniZinc(solver: string, args: string[]): TaskOf {
  return ({ problem }, options, warm) => {
    const { seats, start } = startOf(problem, options, warm);
    const model = constraintModel(problem, solver, start);
    if (!model) return undefined;
    const { limit, seed } = options;
    const { text, data, firstWay } = model;
    return {
      task: { engine: "minizinc", solver, args, limit, seed, model: text, data, firstWay },
      solution: (held) => solutionOf(problem, model, held, seats),
    };
  };
}

function programmeOf(mip: Mip): Programme {
  return {
    cost: Float64Array.from(mip.cost),
    upper: Float64Array.from(mip.upper),
    integer: Int32Array.from(mip.integer),
    rowLower: Float64Array.from(mip.rowLower),
    rowUpper: Float64Array.from(mip.rowUpper),
    rowStart: Int32Array.from(mip.rowStart),
    index: Int32Array.from(mip.index),
    value: Float64Array.from(mip.value),
  };
}

/** Seats for models that know no meals, and a schedule to start from where that is asked for. */
function startOf(
  problem: Problem,
  { seed, module, cpu }: PeerOptions,
  warm: boolean,
): { seats: Int32Array; start?: Solution } {
  const greedy = variantById("greedy")!.start(problem, { seed, module });
  while (!greedy.stats().done) greedy.step(1000);
  const { seats } = greedy.best();
  greedy.dispose();
  if (!warm) return { seats };
  const measured = measureRun(() => variantById("search")!.start(problem, { seed, module }), { budgets: [1], cpu });
  return { seats, start: measured.checkpoints[0]!.solution };
}

/** The thread's file: built beside the others. */
function threadFile(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const built = join(here, "solver-thread.js");
  return existsSync(built) ? built : join(here, "../../../dist/solver-thread.js");
}

async function runThread({ task, solution }: Built, { limit, cpu }: PeerOptions): Promise<PeerResult> {
  const { share, seconds } = GRACE[task.engine];
  const result: PeerResult = { status: "crashed", setup: 0, used: 0, found: [] };
  const thread = new Worker(threadFile(), { workerData: task, stdout: true, stderr: true });
  let origin: number | undefined;
  await new Promise<void>((resolve) => {
    const look = setInterval(() => {
      if (origin === undefined || cpu() - origin < limit * (1 + share) + seconds) return;
      Object.assign(result, { status: "time limit", used: limit });
      void thread.terminate();
    }, LOOK);
    thread.on("message", (message: Message) => {
      if (message.type === "ready") origin = cpu();
      if (message.type === "better") {
        const { at, held, objective } = message;
        result.found.push({ at, solution: solution(held), ...(objective !== undefined && { objective }) });
      }
      if (message.type === "crash") {
        const { missing, why, at } = message;
        Object.assign(result, { why, used: at, ...(missing && { status: "not installed" }) });
      }
      if (message.type === "end") {
        const { type: _type, at, ...rest } = message;
        Object.assign(result, { ...rest, used: at });
        void thread.terminate();
      }
    });
    thread.on("error", (error) => void (result.why = error instanceof Error ? error.message : String(error)));
    thread.on("exit", () => {
      clearInterval(look);
      resolve();
    });
  });
  return result;
}

/**
 * Of an event with meals, which no model here knows: what the solver says of its schedules, and proves, is about the meetings
 * alone.
 */
function ofMeetingsAlone({ bound: _bound, found, status, ...rest }: PeerResult): PeerResult {
  return {
    ...rest,
    status: status === "optimal" ? "optimal without meals" : status,
    found: found.map(({ at, solution }) => ({ at, solution })),
  };
}
