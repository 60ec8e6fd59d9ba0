// Shards of a bench are a partition of its runs: whatever they are and in whatever order they come, merged they are the bench
// that one process makes, to the byte where budgets are steps.

import fc from "fast-check";
import { expect, it } from "vitest";
import { ladder } from "../../src/bench/instances.js";
import { mergeBenches } from "../../src/bench/merge.js";
import { emptyFile } from "../../src/bench/plan.js";
import type { Bench, Shard } from "../../src/bench/plan.js";
import { benchReport } from "../../src/bench/report.js";
import { benchText, parseBench } from "../../src/bench/results.js";
import { benchRuns } from "../../src/bench/run.js";
import { benchSpeeds } from "../../src/bench/speed.js";
import { VARIANTS } from "../../src/solver/variants.js";
import { fakeHost, HOST, WRONG } from "../support/bench-fakes.js";

const INSTANCES = ladder(["XS"], ["pure", "full"], [1, 2]).map((one) => {
  const spec = one.load();
  return { ...one, load: () => spec };
});
const ALL = [...VARIANTS.filter(({ id }) => id !== "reference"), WRONG[0]![0], WRONG[3]![0]];

const benches = fc.record({
  suite: fc.constantFrom("quality" as const, "speed" as const),
  instances: fc.subarray(INSTANCES, { minLength: 1 }),
  variants: fc.subarray(ALL, { minLength: 1, maxLength: 4 }),
  repeat: fc.integer({ min: 1, max: 2 }),
  unit: fc.constant("steps" as const),
  budgets: fc.constantFrom([200], [7, 150]),
});

/** The text of what one process makes. */
function made(bench: Bench, shard?: Shard): string {
  const file = emptyFile(bench, HOST);
  if (bench.suite === "quality") file.runs.push(...benchRuns(bench, fakeHost(), shard));
  else for (const speeds of benchSpeeds(bench, fakeHost(), shard)) file.speeds.push(...speeds);
  return benchText(file);
}

it("all shards merged are the whole", () => {
  fc.assert(
    fc.property(benches, fc.integer({ min: 1, max: 5 }), fc.infiniteStream(fc.nat()), (bench, of, order) => {
      const whole = made(bench);
      const parts = Array.from({ length: of }, (_, i) => made(bench, { index: i + 1, of }))
        .map((text) => ({ text, at: order.next().value! }))
        .sort((a, b) => a.at - b.at)
        .map(({ text }, i) => {
          const read = parseBench(text);
          if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
          return { name: `part ${i}`, file: read.value };
        });
      const merged = mergeBenches(parts);
      if (!merged.ok) throw new Error(JSON.stringify(merged.problems));
      expect(benchText(merged.value)).toBe(whole);
      const read = parseBench(whole);
      expect(read.ok && benchReport(read.value, "en")).toBe(benchReport(merged.value, "en"));
      expect(benchReport(merged.value, "en")).not.toContain("missing");
    }),
    { numRuns: 25 },
  );
});
