// What a solver variant is, and what a run gives back. Variants know indices only: no names, no dates, no clock.
// variants.ts lists them; conformance tests, benchmarks, CLI and the playground's menu follow from that list.

import type * as layout from "../../assembly/layout.js";
import type { Problem } from "../problem/problem.js";
import type { Locale, RuleId } from "../rules/rule.js";

/**
 * A solution in indices. `units`: four i32 per unit: slot, row of its first participant, row of its second, place
 * (-1: not held, or no place). `seats`: per meal and participant the table's index in the problem, or -1.
 */
export interface Solution {
  units: Int32Array;
  seats: Int32Array;
}

/** Score of a solution as its variant counts it: lexicographic, fewer unplaced locks first, then the higher total. */
export interface RunScore {
  /** Locked meetings (and seats that must be taken) that are not held. */
  unplaced: number;
  total: number;
}

/** What is counted on any solution, in the order of SCORE_KEYS (then change) and RULE_IDS. */
export interface Evaluation {
  terms: number[];
  breaches: number[];
}

/**
 * Prices that bound every total from above, in points, by index: of each participant's slots [participant x slots + slot],
 * of room [slot], of a maximum [participant]; where the guarantee and fairness terms were touched [participant]; what a
 * meeting counts towards a wish for an organisation [group].
 */
export interface Prices {
  pi: Float64Array;
  kappa: Float64Array;
  mu: Float64Array;
  slope: Float64Array;
  touch: Float64Array;
  groups: Float64Array;
  /** Of meeting one more participant of the organisation of `other`; the same for all of its members. */
  exclusive: { participant: number; other: number; price: number }[];
}

/** What a run knows that leads other runs of the same problem: opaque to all but its variant. */
export interface Guidance {
  /** Larger for newer ones. */
  iterations: number;
  data: Uint8Array;
}

export interface RunStats {
  steps: number;
  /** Moves tried and moves kept. */
  tried: number;
  kept: number;
  /** True when more steps change nothing: a construction that has ended. */
  done: boolean;
}

/** What an event would need that is too large for one worker. */
export interface MemoryNeed {
  /** About so many bytes. */
  bytes: number;
  /** Bytes that one worker can have at most. */
  most: number;
  /** What they are for. */
  pairs: number;
  slots: number;
}

/** A run in progress. Synchronous, no clock inside; step(1) a hundred times equals step(100). */
export interface Run {
  /** A fixed amount of work per step. */
  step(n: number): void;
  /** Score of the best so far. */
  score(): RunScore;
  /** A copy of the best so far; may be called at any time. */
  best(): Solution;
  stats(): RunStats;
  /**
   * Continue from this solution if it is better than the run's own: workers share their best through it. They started
   * alike, so a run may keep the seats it has.
   */
  adopt(solution: Solution): void;
  /** What leads other runs of the same problem, where the variant has any by now. */
  guidance?(): Guidance | undefined;
  /** Takes over what another run of the same problem gave. */
  guide?(guidance: Guidance): void;
  /** Prices, where the variant has any by now. */
  prices?(): Prices | undefined;
  /** Frees what the run holds; the run is not used afterwards. */
  dispose(): void;
}

export interface StartOptions {
  /** 32-bit seed; runs with the same problem, seed and steps end in the same bytes. */
  seed: number;
  /** Which of several runs side by side this one is, from 0: they may go different ways. Default 0. */
  member?: number;
  /** Start from this solution instead of from nothing. */
  from?: Solution;
  /** The compiled kernel; variants written in TypeScript ignore it. */
  module?: WebAssembly.Module;
}

export interface Variant {
  id: string;
  title: Record<Locale, string>;
  /** One sentence on how it works, for menus. */
  about: Record<Locale, string>;
  /** Needs StartOptions.module. */
  wasm: boolean;
  /** Hard rules that this problem uses and this variant would break; a run is refused when there are any. */
  ignores(problem: Problem): RuleId[];
  start(problem: Problem, options: StartOptions): Run;
}

/** What a variant that somebody brings is handed (kit.ts): its file imports nothing but types. */
export interface VariantKit {
  /** What the words of a problem mean. */
  layout: typeof layout;
  /** Counts any solution from scratch, as the judge does. */
  evaluate(problem: Problem, solution: Solution): Evaluation;
  /** Seats of all meals that break no rule. */
  seats(problem: Problem): Int32Array;
  /** Bit `slot` of slot set number i of a section of slot sets. */
  isIn(problem: Problem, sets: Int32Array, i: number, slot: number): boolean;
  /** Uniform in [0, 1) from a 32-bit seed. */
  random(seed: number): () => number;
}

/** What the file of a variant that somebody brings exports as its default: a variant, or what makes one. */
export type OwnVariant = Variant | ((kit: VariantKit) => Variant);
