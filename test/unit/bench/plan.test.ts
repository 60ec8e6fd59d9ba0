// Which runs there are, and which of them a shard makes.

import fc from "fast-check";
import { expect, it } from "vitest";
import { countRuns, readNumbers, readShard, runAt, runsOf } from "../../../src/bench/plan.js";
import type { BenchPlan } from "../../../src/bench/results.js";

const plan: BenchPlan = {
  instances: [1, 2, 3].map((seed) => ({ id: `M:pure:${seed}`, seed })),
  variants: ["a", "b"],
  repeat: 2,
  unit: "steps",
  budgets: [10],
};

it("runs go instance by instance, time by time, variant by variant", () => {
  expect(countRuns("quality", plan)).toBe(12);
  const all = runsOf(12).map((run) => runAt(plan, run));
  expect(all.map(({ instance }) => instance).join("")).toBe("000011112222");
  expect(all.map(({ variant }) => variant).join("")).toBe("010101010101");
  expect(countRuns("speed", plan)).toBe(3);
});

it("shards are a partition", () => {
  fc.assert(
    fc.property(fc.nat(200), fc.integer({ min: 1, max: 50 }), (count, of) => {
      const parts = Array.from({ length: of }, (_, i) => runsOf(count, { index: i + 1, of }));
      expect(parts.flat().sort((a, b) => a - b)).toEqual(runsOf(count));
    }),
  );
});

it.each([
  ["1-3,7", [1, 2, 3, 7]],
  ["2", [2]],
  ["0,4294967295", [0, 4_294_967_295]],
  ["2-4,3", [2, 3, 4]],
  ["4-2", undefined],
  ["", undefined],
  ["1,", undefined],
  ["1.5", undefined],
  ["-1", undefined],
  ["4294967296", undefined],
  ["1-1000000000", undefined],
])("numbers %s", (text, numbers) => {
  expect(readNumbers(text)).toEqual(numbers);
});

it.each([
  ["1/1", { index: 1, of: 1 }],
  ["2/3", { index: 2, of: 3 }],
  ["3/2", undefined],
  ["0/2", undefined],
  ["1/0", undefined],
  ["1", undefined],
  ["a/b", undefined],
  ["1/2/3", undefined],
])("shard %s", (text, shard) => {
  expect(readShard(text)).toEqual(shard);
});
