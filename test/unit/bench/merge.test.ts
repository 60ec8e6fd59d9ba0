// What is merged, and what is refused. That shards make the whole stands in test/property/shards.test.ts.

import { expect, it } from "vitest";
import { ladder } from "../../../src/bench/instances.js";
import { mergeBenches } from "../../../src/bench/merge.js";
import { emptyFile } from "../../../src/bench/plan.js";
import type { Bench, Shard } from "../../../src/bench/plan.js";
import type { BenchFile } from "../../../src/bench/results.js";
import { benchRuns } from "../../../src/bench/run.js";
import { variantById } from "../../../src/solver/variants.js";
import { fakeHost, HOST } from "../../support/bench-fakes.js";

const bench: Bench = {
  suite: "quality",
  instances: ladder(["XS"], ["pure"], [1, 2]),
  variants: [variantById("greedy")!, variantById("round-robin")!],
  repeat: 1,
  unit: "steps",
  budgets: [50],
};
const made = (shard?: Shard): BenchFile => ({
  ...emptyFile(bench, HOST),
  runs: [...benchRuns(bench, fakeHost(), shard)],
});
const [one, two] = [made({ index: 1, of: 2 }), made({ index: 2, of: 2 })] as const;

/** Codes, with the file at fault. */
function problems(...files: BenchFile[]): unknown {
  const merged = mergeBenches(files.map((file, i) => ({ name: `f${i}`, file })));
  if (merged.ok) return "ok";
  for (const { said } of merged.problems) expect(said.en).not.toBe(said.fr);
  return merged.problems.map(({ name, code }) => `${name} ${code}`);
}

it("parts in any order, a part alone, and machines once each", () => {
  expect(
    mergeBenches([
      { name: "a", file: two },
      { name: "b", file: one },
    ]),
  ).toEqual({ ok: true, value: made() });
  expect(problems(one)).toBe("ok");
  const elsewhere = { ...two, hosts: [{ ...HOST, processor: "slide rule" }] };
  const merged = mergeBenches([one, elsewhere].map((file, i) => ({ name: `${i}`, file })));
  expect(merged.ok && merged.value.hosts.map(({ processor }) => processor)).toEqual(["abacus", "slide rule"]);
});

it("nothing twice", () => {
  expect(problems(one, two, one)).toEqual(["f2 run-twice"]);
  expect(problems({ ...one, runs: [one.runs[0]!, one.runs[0]!] })).toEqual(["f0 run-twice"]);
});

it("no other bench", () => {
  const plan = { ...two.plan };
  expect(problems(one, { ...two, plan: { ...plan, budgets: [60] } })).toEqual(["f1 other-bench"]);
  expect(problems(one, { ...two, plan: { ...plan, unit: "seconds" } })).toEqual(["f1 other-bench"]);
  expect(problems(one, { ...two, plan: { ...plan, repeat: 2 } })).toEqual(["f1 other-bench"]);
  expect(problems(one, { ...two, plan: { ...plan, variants: ["greedy"] } })).toEqual(["f1 other-bench"]);
  expect(problems(one, { ...two, plan: { ...plan, instances: plan.instances.slice(1) } })).toEqual(["f1 other-bench"]);
  expect(problems(one, { ...two, suite: "speed", runs: [] })).toEqual(["f1 other-bench"]);
});

it("no other event under the same name", () => {
  const runs = two.runs.map((run) => ({ ...run, event: "ffffffffffff" }));
  expect(problems(one, { ...two, runs })).toEqual(["f1 other-event"]);
});

it("no run that is not in the plan", () => {
  const changed = (change: Partial<BenchFile["runs"][number]>): BenchFile => ({
    ...one,
    runs: one.runs.map((run) => ({ ...run, ...change })),
  });
  for (const change of [{ run: 99 }, { variant: "reference" }, { instance: "nobody" }, { seed: 5 }, { results: [] }])
    expect(problems(changed(change))).toEqual(["f0 strange-run"]);
});
