// What stands behind the message port: one run at a time, opened, stepped in legs, and closed. The same object serves
// in process, in a Web Worker and in a worker thread. It knows nothing of ports, threads or other workers.
// Call path: team.ts -> (client.ts -> port -> serve.ts) -> Service -> solver/solve.ts -> Run.step.

import { ABI_VERSION } from "../../assembly/layout.js";
import { Problem } from "../problem/problem.js";
import { counterfactuals } from "../solver/counterfactuals.js";
import type { Counterfactuals } from "../solver/counterfactuals.js";
import { OutOfMemory } from "../solver/kernel.js";
import { solve } from "../solver/solve.js";
import { compareScores } from "../solver/stop.js";
import type { StopReason } from "../solver/stop.js";
import type { Guidance, Prices, Run, RunScore, RunStats, Solution, Variant } from "../solver/variant.js";
import { openClock } from "./clock.js";
import type { HostClock } from "./clock.js";
import { PROTOCOL } from "./engine.js";
import type { CounterfactualRequest, EngineEvent, Outcome } from "./engine.js";

/** What both ends must agree on before anything else is said. */
export interface Versions {
  protocol: number;
  /** The layout of the problem's buffer and of the kernel's exports. */
  problem: number;
}

/** The versions of this end. */
export const VERSIONS: Versions = { protocol: PROTOCOL, problem: ABI_VERSION };

/** One worker's share of a request. */
export interface Job {
  problem: ArrayBuffer;
  variant: string;
  seed: number;
  /** Which of the workers this is. */
  member: number;
  from?: Solution;
  module?: WebAssembly.Module;
}

/** A request for counterfactuals, with the kernel that answers it; without one its TypeScript build does. */
export interface Question extends CounterfactualRequest {
  module?: WebAssembly.Module;
}

export type Opened = { status: "open" } | Extract<Outcome, { status: "refused" }>;

/** How far to go: exactly so many steps, or until so many milliseconds after the job was opened. */
export interface Leg {
  steps?: number;
  until?: number;
  bound?: number;
}

export interface LegEnd {
  reason: StopReason;
  solution: Solution;
  score: RunScore;
  stats: RunStats;
  /** Milliseconds since the job was opened. */
  elapsed: number;
}

export interface ServiceOptions {
  variants: readonly Variant[];
  /** Called once per leg; closed at its end. */
  openClock?: () => HostClock;
}

/** Least milliseconds between two events of a kind. */
const PROGRESS_EVERY = 50;
const IMPROVED_EVERY = 500;

/** Runs jobs, one at a time, and tells how they go. */
export class Service {
  readonly #variants: readonly Variant[];
  readonly #openClock: () => HostClock;
  #listener: (event: EngineEvent) => void = () => {};
  #current: Current | undefined;

  constructor(options: ServiceOptions) {
    this.#variants = options.variants;
    this.#openClock = options.openClock ?? openClock;
  }

  /** The handshake: where events go, and the versions of this end. */
  hello(listener: (event: EngineEvent) => void): Versions {
    this.#listener = listener;
    return VERSIONS;
  }

  /** Starts a run, or says why this variant does not take this event. Closes the run before. */
  open(job: Job): Opened {
    this.close();
    const variant = this.#variants.find((v) => v.id === job.variant);
    if (!variant) return { status: "refused", reason: `There is no variant "${job.variant}".`, ignores: [] };
    const clock = this.#openClock();
    const opened = clock.now();
    clock.close();
    const problem = Problem.from(job.problem);
    const ignores = variant.ignores(problem);
    if (ignores.length > 0) {
      const rules = ignores.join(", ");
      return {
        status: "refused",
        reason: `Variant "${variant.id}" does not keep to a rule of this event: ${rules}.`,
        ignores,
      };
    }
    let run: Run;
    try {
      run = variant.start(problem, {
        seed: job.seed,
        member: job.member,
        ...(job.from && { from: job.from }),
        ...(job.module && { module: job.module }),
      });
    } catch (error) {
      if (!(error instanceof OutOfMemory)) throw error;
      return { status: "refused", reason: error.message, ignores: [], memory: error.need };
    }
    this.#current = { run, opened, aborted: false, progressAt: -Infinity, improvedAt: -Infinity };
    return { status: "open" };
  }

  /** Steps the open run to the end of the leg. */
  async leg(leg: Leg): Promise<LegEnd> {
    const current = this.#open();
    const { run, opened } = current;
    const clock = this.#openClock();
    const elapsed = (): number => clock.now() - opened;
    try {
      const stop = {
        ...(leg.steps !== undefined && { steps: leg.steps }),
        ...(leg.until !== undefined && { until: opened + leg.until }),
        ...(leg.bound !== undefined && { bound: leg.bound }),
        aborted: () => current.aborted,
      };
      const { reason } = await solve(run, stop, { clock, onSlice: () => this.#tell(current, elapsed()) });
      return { reason, solution: run.best(), score: run.score(), stats: run.stats(), elapsed: elapsed() };
    } finally {
      clock.close();
    }
  }

  /** Prices of the open run, where it has any. */
  prices(): Prices | undefined {
    return this.#open().run.prices?.();
  }

  /** What leads other runs of the same problem, where the open run has any newer than after so many iterations. */
  guidance(after: number): Guidance | undefined {
    const guidance = this.#open().run.guidance?.();
    return guidance && guidance.iterations > after ? guidance : undefined;
  }

  /** Hands the open run what leads another. */
  guide(guidance: Guidance): void {
    this.#open().run.guide?.(guidance);
  }

  /** Hands the open run a solution that another worker found. */
  adopt(solution: Solution): void {
    this.#open().run.adopt(solution);
  }

  /** Answers a question about any problem; a run that is open goes on as if nothing had been asked. */
  counterfactuals({ problem, solution, pairs, module }: Question): Counterfactuals {
    return counterfactuals(Problem.from(problem), solution, pairs, module);
  }

  /** Ends the leg at its next pause; the run stays open, with its best. */
  cancel(): void {
    if (this.#current) this.#current.aborted = true;
  }

  /** Ends the run, if there is one, and frees it. Not while one of its legs is under way: cancel that first. */
  close(): void {
    this.#current?.run.dispose();
    this.#current = undefined;
  }

  #open(): Current {
    if (!this.#current) throw new Error("no run is open");
    return this.#current;
  }

  #tell(current: Current, elapsed: number): void {
    const { run, told } = current;
    const score = run.score();
    if (elapsed - current.progressAt >= PROGRESS_EVERY) {
      current.progressAt = elapsed;
      this.#listener({ type: "progress", elapsed, score, stats: run.stats() });
    }
    const better = told === undefined || compareScores(score, told) > 0;
    if (better && elapsed - current.improvedAt >= Math.min(IMPROVED_EVERY, 50 + elapsed / 4)) {
      current.improvedAt = elapsed;
      current.told = { ...score };
      this.#listener({ type: "improved", elapsed, score, solution: run.best() });
    }
  }
}

/** The open run and what was told of it. */
interface Current {
  run: Run;
  /** When it was opened, on the clock. */
  opened: number;
  aborted: boolean;
  progressAt: number;
  improvedAt: number;
  /** Score of the last solution that was sent. */
  told?: RunScore;
}
