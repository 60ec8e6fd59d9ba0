// The kernel behind a class: one instance, one problem, one run. The same class drives the Wasm build and the TypeScript
// build of the same source. Called by the kernel variants, by counterfactuals.ts and by the tests.
// Layout and codes: assembly/layout.ts; call order: assembly/README.md.

import { instantiate } from "../../assembly/js.js";
import * as L from "../../assembly/layout.js";
import type { Problem } from "../problem/problem.js";
import { RULE_IDS, type RuleId } from "../rules/rule.js";
import type { Evaluation, Guidance, Prices, MemoryNeed, RunScore, RunStats, Solution } from "./variant.js";

/** The kernel's export list (assembly/index.ts). */
export interface KernelExports {
  abi(): number;
  alloc(bytes: number): number;
  reset(): void;
  load(at: number, bytes: number): number;
  beside(index: number): void;
  without(parts: number): void;
  start(search: number, seed: number): number;
  startFrom(search: number, seed: number, records: number): number;
  adopt(records: number): number;
  step(n: number): number;
  bestPtr(): number;
  currentPtr(): number;
  statsPtr(): number;
  pricesPtr(): number;
  exclusivePricesPtr(): number;
  guidancePtr(): number;
  guidanceBytes(): number;
  guide(at: number): number;
  tryMove(kind: number, unit: number, slot: number): number;
  applyMove(kind: number, unit: number, slot: number): number;
  undoMove(): void;
  lastGain(): number;
  force(pair: number): number;
  evaluate(records: number): number;
  movedCount(): number;
  movedUnit(i: number): number;
}

/** A move of the working solution: what it is worth, or what forbids it. */
export interface MoveResult {
  /** Points gained; meaningful when the move is allowed. */
  gain: number;
  /** The rule that forbids it; "locked" also when it would lose a locked meeting; undefined when allowed. */
  forbidden: RuleId | undefined;
}

export const MOVES = {
  insert: L.MOVE_INSERT,
  remove: L.MOVE_REMOVE,
  relocate: L.MOVE_RELOCATE,
  eject: L.MOVE_EJECT,
  kempe: L.MOVE_KEMPE,
} as const;
export type MoveKind = keyof typeof MOVES;

export const SEARCHES = {
  greedy: L.SEARCH_GREEDY,
  registration: L.SEARCH_REGISTRATION,
  rounds: L.SEARCH_ROUND_ROBIN,
  anneal: L.SEARCH_ANNEAL,
} as const;
export type Search = keyof typeof SEARCHES;

/** Bytes that the kernel can address at most. */
const MOST_MEMORY = 2 ** 31;

/** The event is too large for one worker: no bug, and nothing that another attempt would change. */
export class OutOfMemory extends Error {
  constructor(readonly need: MemoryNeed) {
    const { bytes, most, pairs, slots } = need;
    const gigabytes = (n: number): string => `${(n / 2 ** 30).toFixed(1)} GB`;
    const limit = bytes > most ? `more than the ${gigabytes(most)} that one worker can have` : "more than there is";
    const count = pairs.toLocaleString("en");
    super(
      `The event needs about ${gigabytes(bytes)} of memory, ${limit}: ${count} pairs that may meet, in ${slots} slots. ` +
        "With fewer wishes or fewer slots it needs less.",
    );
  }
}

/**
 * About what a run needs: the problem, then mostly two numbers per unit and slot, six per participant and slot, one per
 * table; where days cost something, two for each state of a row's path and slot.
 */
function memoryNeed(problem: Problem): MemoryNeed {
  const slots = problem.word(L.N_SLOTS);
  const lanes = (slots + 3) & ~3;
  const perUnit = 8 * lanes + 150;
  const perParticipant = 24 * lanes + 4 * slots + 100;
  const tables = 8 * (problem.word(L.N_TABLES) + 1);
  const rest = problem.word(L.R_REST);
  const costly = rest >= 1 || problem.word(L.R_GAP) > 0 || problem.word(L.R_HOLE) > 0;
  const perRow = costly ? 4 * lanes * (20 + 4 * Math.max(1, Math.min(rest, lanes / 4))) : 0;
  const run = problem.word(L.N_UNITS) * perUnit + problem.word(L.N_PARTICIPANTS) * (perParticipant + tables);
  const days = problem.word(L.N_ROWS) * perRow;
  return { bytes: problem.buffer.byteLength + run + days, most: MOST_MEMORY, pairs: problem.word(L.N_PAIRS), slots };
}

export class Kernel {
  private constructor(
    private readonly x: KernelExports,
    private readonly memory: () => ArrayBuffer,
    private readonly problem: Problem,
    private readonly units: number,
    private readonly seats: number,
    private readonly scratch: number,
  ) {}

  /** A kernel for one problem: with a compiled module its Wasm build, without one its TypeScript build. */
  static create(problem: Problem, module?: WebAssembly.Module): Kernel {
    if (!module) {
      const js = instantiate() as KernelExports & { memoryBuffer(): ArrayBuffer };
      return Kernel.#load(js, () => js.memoryBuffer(), problem);
    }
    const abort = (): never => {
      throw new Error("the kernel stopped: an assertion of its debug build failed");
    };
    const wasm = new WebAssembly.Instance(module, { env: { abort } }).exports as unknown as KernelExports & {
      memory: WebAssembly.Memory;
    };
    return Kernel.#load(wasm, () => wasm.memory.buffer, problem);
  }

  static #load(x: KernelExports, memory: () => ArrayBuffer, problem: Problem): Kernel {
    if (x.abi() !== L.ABI_VERSION) throw new Error(`kernel of ABI ${x.abi()}, not ${L.ABI_VERSION}`);
    x.reset();
    const bytes = problem.buffer.byteLength;
    const at = x.alloc(bytes);
    if (at === 0) throw new OutOfMemory(memoryNeed(problem));
    new Uint8Array(memory(), at, bytes).set(new Uint8Array(problem.buffer));
    const status = x.load(at, bytes);
    if (status === L.STATUS_NO_MEMORY) throw new OutOfMemory(memoryNeed(problem));
    if (status !== L.STATUS_OK) throw new Error(`the kernel refused the problem (status ${status})`);
    const units = problem.word(L.N_UNITS) * L.UNIT_RECORD;
    const seats = problem.word(L.N_MEALS) * problem.word(L.N_PARTICIPANTS);
    const scratch = x.alloc(Math.max((units + seats) * 4, x.guidanceBytes()));
    if (scratch === 0) throw new OutOfMemory(memoryNeed(problem));
    return new Kernel(x, memory, problem, units, seats, scratch);
  }

  /** Parts of the search (PART_*) that runs started from now on leave out: for benchmarks. */
  without(parts: number): void {
    this.x.without(parts);
  }

  /** Starts a run, from nothing or from a given solution; `member` says which of several side by side it is. */
  start(search: Search, seed: number, from?: Solution, member = 0): void {
    const code = SEARCHES[search];
    this.x.beside(member);
    this.#check(from ? this.x.startFrom(code, seed | 0, this.#write(from)) : this.x.start(code, seed | 0));
  }

  /** Steps the run; true when more steps change nothing. */
  step(n: number): boolean {
    const status = this.x.step(n);
    this.#check(status);
    return status === L.STATUS_DONE;
  }

  /** Continues from a given solution; the best stays when it is better. */
  adopt(solution: Solution): void {
    this.#check(this.x.adopt(this.#write(solution)));
  }

  /** The linear programme, copied, for other runs of the same problem; undefined until it is solved well enough. */
  guidance(): Guidance | undefined {
    const at = this.x.guidancePtr();
    if (at === 0) return undefined;
    const data = new Uint8Array(this.memory(), at, this.x.guidanceBytes()).slice();
    return { iterations: this.programme().iterations, data };
  }

  /** Takes over the linear programme of another run of the same problem. */
  guide({ data }: Guidance): void {
    if (data.byteLength !== this.x.guidanceBytes()) throw new Error("the guidance is of another problem");
    new Uint8Array(this.memory(), this.scratch, data.byteLength).set(data);
    this.#check(this.x.guide(this.scratch));
  }

  /** A copy of the best solution so far. */
  best(): Solution {
    const at = this.x.bestPtr();
    const memory = this.memory();
    return {
      units: new Int32Array(memory, at, this.units).slice(),
      seats: new Int32Array(memory, at + this.units * 4, this.seats).slice(),
    };
  }

  /** A copy of the working solution's units. */
  current(): Int32Array {
    return new Int32Array(this.memory(), this.x.currentPtr(), this.units).slice();
  }

  /** The working solution's record of one unit: slot, row of its first participant, row of its second, place. */
  currentRecord(unit: number): Int32Array {
    const at = this.x.currentPtr() + unit * L.UNIT_RECORD * 4;
    return new Int32Array(this.memory(), at, L.UNIT_RECORD).slice();
  }

  score(): RunScore {
    const s = this.#stats();
    return { unplaced: s[L.S_UNPLACED]!, total: s[L.S_TOTAL]! };
  }

  /** Score of the working solution. */
  currentScore(): RunScore {
    const s = this.#stats();
    return { unplaced: s[L.S_CURRENT_UNPLACED]!, total: s[L.S_CURRENT_TOTAL]! };
  }

  stats(): Omit<RunStats, "done"> {
    const s = this.#stats();
    return { steps: s[L.S_STEPS]!, tried: s[L.S_TRIED]!, kept: s[L.S_KEPT]! };
  }

  /** The linear programme so far: iterations, and what it says can be had at most at its tangents (0: not known yet). */
  programme(): { iterations: number; value: number } {
    const s = this.#stats();
    return { iterations: s[L.S_ITERATIONS]!, value: s[L.S_PRICED]! };
  }

  /** Prices of the linear programme, copied; undefined while there are none. */
  prices(): Prices | undefined {
    let at = this.x.pricesPtr();
    if (at === 0) return undefined;
    const [people, slots, groups] = [L.N_PARTICIPANTS, L.N_SLOTS, L.N_GROUPS].map((word) => this.problem.word(word));
    const next = (n: number): Float64Array => {
      const list = new Float64Array(this.memory(), at, n).slice();
      at += n * 8;
      return list;
    };
    return {
      pi: next(people! * slots!),
      kappa: next(slots!),
      mu: next(people!),
      slope: next(people!),
      touch: next(people!),
      groups: next(groups!),
      exclusive: this.#exclusivePrices(),
    };
  }

  #exclusivePrices(): Prices["exclusive"] {
    const at = this.x.exclusivePricesPtr();
    if (at === 0) return [];
    const units = this.problem.word(L.N_UNITS);
    const list = new Float64Array(this.memory(), at, 2 * units);
    const { unitP, unitQ } = this.problem.sections;
    const found: Prices["exclusive"] = [];
    for (let u = 0; u < units; u++) {
      const [p, q] = [unitP[u]!, unitQ[u]!];
      if (list[2 * u]! > 0) found.push({ participant: p, other: q, price: list[2 * u]! });
      if (list[2 * u + 1]! > 0) found.push({ participant: q, other: p, price: list[2 * u + 1]! });
    }
    return found;
  }

  /** What a move would gain; the working solution stays as it is. */
  tryMove(kind: MoveKind, unit: number, slot = 0): MoveResult {
    return this.#result(this.x.tryMove(MOVES[kind], unit, slot));
  }

  /** Makes a move, unless something forbids it. */
  applyMove(kind: MoveKind, unit: number, slot = 0): MoveResult {
    return this.#result(this.x.applyMove(MOVES[kind], unit, slot));
  }

  /** Takes back the last applied move or forced pair; nothing else may have happened since. */
  undoMove(): void {
    this.x.undoMove();
  }

  /** Forces a pair in where it costs least, pushing out or aside what stands there, and leaves it made. */
  force(pair: number): MoveResult & { moved: number[] } {
    const result = this.#result(this.x.force(pair));
    const moved = Array.from({ length: this.x.movedCount() }, (_, i) => this.x.movedUnit(i));
    return { ...result, moved: result.forbidden ? [] : [...new Set(moved)] };
  }

  /** Counts any solution from scratch, also a broken one. */
  evaluate(solution: Solution): Evaluation {
    this.#check(this.x.evaluate(this.#write(solution)));
    const s = this.#stats();
    return {
      terms: Array.from(s.subarray(L.S_TERMS, L.S_TERMS + L.TERMS)),
      breaches: Array.from(s.subarray(L.S_RULES + 1, L.S_RULES + L.RULES_END)),
    };
  }

  /** Bytes of the kernel's memory; constant while a run steps. */
  memoryBytes(): number {
    return this.memory().byteLength;
  }

  #stats(): Float64Array {
    return new Float64Array(this.memory(), this.x.statsPtr(), L.STATS_WORDS);
  }

  #write(solution: Solution): number {
    const view = new Int32Array(this.memory(), this.scratch, this.units + this.seats);
    view.set(solution.units.subarray(0, this.units));
    view.set(solution.seats.subarray(0, this.seats), this.units);
    return this.scratch;
  }

  #check(status: number): void {
    if (status < 0) throw new Error(`kernel status ${status}`);
  }

  #result(status: number): MoveResult {
    if (status === L.STATUS_LOCKED) return { gain: this.x.lastGain(), forbidden: "locked" };
    this.#check(status);
    return { gain: this.x.lastGain(), forbidden: status === 0 ? undefined : RULE_IDS[status - 1] };
  }
}
