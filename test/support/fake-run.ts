// Variants that only pretend, for tests of the loop and of the hosts: a run climbs by chance, and can be told to crash.

import type { Problem } from "../../src/problem/problem.js";
import type { RuleId } from "../../src/rules/rule.js";
import type { Guidance, Run, StartOptions, Variant } from "../../src/solver/variant.js";

export interface FakeOptions {
  id?: string;
  ignores?: RuleId[];
  /** Throws when it has taken so many steps. */
  crashAt?: number;
  /** Is done after so many steps. */
  doneAt?: number;
  /** Only a run of this seed finds anything. */
  finder?: number;
  /** Hears of everything that a run of this seed is guided by. */
  onGuide?: (seed: number, guidance: Guidance) => void;
  /** Hears of every call of `step`. */
  onStep?: (n: number) => void;
}

/** A variant whose solution is [seed, steps at the best, times it adopted, total]. */
export function fakeVariant(options: FakeOptions = {}): Variant {
  const { id = "fake", ignores = [] } = options;
  return {
    id,
    title: { en: id, fr: id },
    about: { en: id, fr: id },
    wasm: false,
    ignores: () => ignores,
    start: (_problem: Problem, start: StartOptions) => new FakeRun(start.seed, options),
  };
}

export class FakeRun implements Run {
  disposed = false;
  #steps = 0;
  #random: number;
  #adopted = 0;
  #best = [0, 0, 0, 0];
  readonly #seed: number;
  readonly #options: FakeOptions;

  constructor(seed: number, options: FakeOptions = {}) {
    this.#seed = seed;
    this.#random = (seed * 2654435761) >>> 0;
    this.#options = options;
  }

  step(n: number): void {
    if (this.disposed) throw new Error("stepped after dispose");
    const { crashAt, doneAt = Infinity, onStep } = this.#options;
    onStep?.(n);
    for (let i = 0; i < n && this.#steps < doneAt; i++) {
      this.#steps++;
      if (this.#steps === crashAt) throw new Error("fake crash");
      this.#random = (Math.imul(this.#random, 1664525) + 1013904223) >>> 0;
      // Rarely better, and by how much depends on what was adopted: an exchange at another step shows in the bytes.
      if (this.#random % 97 === 0 && (this.#options.finder ?? this.#seed) === this.#seed) {
        this.#best = [this.#seed, this.#steps, this.#adopted, this.#best[3]! + 1 + (this.#random % 7)];
      }
    }
  }

  score(): { unplaced: number; total: number } {
    return { unplaced: 0, total: this.#best[3]! };
  }

  best(): { units: Int32Array; seats: Int32Array } {
    return { units: Int32Array.from(this.#best), seats: new Int32Array(0) };
  }

  stats(): { steps: number; tried: number; kept: number; done: boolean } {
    return { steps: this.#steps, tried: this.#steps, kept: 0, done: this.#steps >= (this.#options.doneAt ?? Infinity) };
  }

  /** Newer every thousand steps. */
  guidance(): Guidance {
    return { iterations: Math.floor(this.#steps / 1000), data: Uint8Array.of(this.#seed) };
  }

  guide(guidance: Guidance): void {
    this.#options.onGuide?.(this.#seed, guidance);
  }

  adopt(solution: { units: Int32Array }): void {
    if (solution.units[3]! <= this.#best[3]!) return;
    this.#adopted++;
    this.#best = [...solution.units];
    this.#best[2] = this.#adopted;
  }

  dispose(): void {
    this.disposed = true;
  }
}
