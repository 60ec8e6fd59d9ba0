// The engine's protocol: what a host asks of a solver and what it hears back, the same in process, in a Web Worker
// and in a worker thread. Everything here crosses a structured clone: plain data and transferable buffers only.
// Call path: client.ts -> (message port) -> service.ts -> solver/solve.ts -> Run.step.

import type { Counterfactuals } from "../solver/counterfactuals.js";
import type { Prices, MemoryNeed, RunScore, RunStats, Solution } from "../solver/variant.js";
import type { RuleId } from "../rules/rule.js";

/** Raised when a message of this protocol changes; both ends compare it before anything else. */
export const PROTOCOL = 4;

export type Budget = { steps: number } | { seconds: number };

export interface SolveRequest {
  /** The problem's one buffer; it is transferred away, keep a copy if it is needed again. */
  problem: ArrayBuffer;
  variant: string;
  seed: number;
  budget: Budget;
  /** Runs side by side with seeds seed, seed + 1, …; they share their best. Default 1. */
  workers?: number;
  from?: Solution;
  /** An upper bound of the total that is known already: told with the progress, and a reason to stop once reached. */
  bound?: number;
}

/** What is heard while a run goes on, about 20 times a second at most. */
export interface Progress {
  type: "progress";
  /** Milliseconds since the run began. */
  elapsed: number;
  score: RunScore;
  stats: RunStats;
  /** An upper bound, when there is one. */
  bound?: number;
}

/** A better solution; sent at most about twice a second so that a crash loses little. */
export interface Improved {
  type: "improved";
  elapsed: number;
  score: RunScore;
  solution: Solution;
}

export type EngineEvent = Progress | Improved;

export interface Ended {
  solution: Solution;
  score: RunScore;
  stats: RunStats;
  /** Milliseconds. */
  elapsed: number;
  /** What bounds every total from above, where the first worker has it. */
  prices?: Prices;
}

/** How a run ended. `cancelled` and `crashed` still carry the best so far, when there is one. */
export type Outcome =
  | ({ status: "finished" } & Ended)
  | ({ status: "cancelled" } & Partial<Ended>)
  | { status: "refused"; reason: string; ignores: RuleId[]; memory?: MemoryNeed }
  | ({ status: "crashed"; reason: string } & Partial<Ended>);

export interface SolveHooks {
  signal?: AbortSignal;
  /** Called once, when the workers are at work: time for what the caller has to do meanwhile. */
  onStart?: () => void;
  /**
   * Called now and then, while the workers are at work, with prices of the first one; answers with the upper bound of the total
   * that they prove, if they do. It is told with the progress, and a run with a time budget ends once it is reached.
   */
  onPrices?: (prices: Prices) => number | undefined;
  onEvent?: (event: EngineEvent) => void;
}

/** Which pairs would do what to a solution, were they held? */
export interface CounterfactualRequest {
  /** Transferred away, as in SolveRequest. */
  problem: ArrayBuffer;
  /** One that breaks no rule. */
  solution: Solution;
  /** Indices of pairs in the problem. */
  pairs: Int32Array;
}

export type CounterfactualOutcome = ({ status: "answered" } & Counterfactuals) | { status: "crashed"; reason: string };

export interface Engine {
  /** Runs the request. Rejects for our own bugs only; several requests at once are allowed. */
  solve(request: SolveRequest, hooks?: SolveHooks): Promise<Outcome>;
  /** Forces pairs into a solution, one at a time, and tells what each would change. Never rejects for what a worker does. */
  counterfactuals(request: CounterfactualRequest): Promise<CounterfactualOutcome>;
  /** Ends all workers; runs under way end as crashed, with their best. The engine starts new ones if it is used again. */
  dispose(): void;
}
