// Variants that go wrong in every way that a bench must survive, and a host on a clock that only they move.

import type { HostRecord } from "../../src/bench/results.js";
import type { BenchHost } from "../../src/bench/run.js";
import type { Run, Solution, Variant } from "../../src/solver/variant.js";
import { variantById } from "../../src/solver/variants.js";
import { RELEASE } from "./kernels.js";

/** A host whose clocks stand still until `pass` moves them. */
export function fakeHost(): BenchHost & { pass: (seconds: number) => void } {
  let time = 7;
  const now = (): number => time;
  return { module: RELEASE, build: "11111111", cpu: now, wall: () => 2 * time, pass: (s) => void (time += s) };
}

export const HOST: HostRecord = {
  version: "9.9.9",
  kernel: "11111111",
  processor: "abacus",
  cores: 1,
  system: "wood",
  runtime: "Node v20",
};

/** The greedy construction with some of its run replaced. */
export function spoilt(id: string, change: (run: Run) => Partial<Run>): Variant {
  const greedy = variantById("greedy")!;
  return {
    ...greedy,
    id,
    start: (problem, options) => {
      const run = greedy.start(problem, options);
      return { ...run, ...change(run) };
    },
  };
}

/** The first unit's record stands in all units: everybody clashes. */
function crowded({ units, seats }: Solution): Solution {
  const copy = units.slice();
  const from = copy.findIndex((slot, i) => i % 4 === 0 && slot >= 0);
  for (let i = 0; from >= 0 && i < copy.length; i += 4) copy.copyWithin(i, from, from + 4);
  return { units: copy, seats };
}

const die = (): never => {
  throw new Error("it | dies\nhere");
};

/** Each with what its entry says. */
export const WRONG: readonly [variant: Variant, why: RegExp][] = [
  [spoilt("crashes", () => ({ step: die })), /^crashed: it \| dies here$/],
  [spoilt("crashes-late", () => ({ best: die })), /^crashed: /],
  [{ ...spoilt("never-starts", () => ({})), start: die }, /^crashed: /],
  [spoilt("breaks-rules", (run) => ({ best: () => crowded(run.best()) })), /findings: .*clash/],
  [spoilt("boasts", (run) => ({ score: () => ({ unplaced: 0, total: run.score().total + 1 }) })), /the judge/],
  [spoilt("not-a-number", () => ({ score: () => ({ unplaced: NaN, total: NaN }) })), /^NaN unplaced$/],
  [
    spoilt("gibberish", () => ({
      best: () => ({ units: new Int32Array(4000).fill(99_999), seats: new Int32Array(0) }),
    })),
    /findings: |^no solution: /,
  ],
  [spoilt("nothing", () => ({ best: () => undefined as unknown as Solution })), /^no solution: /],
];
