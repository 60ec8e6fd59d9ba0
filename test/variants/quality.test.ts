// How good the search is after a fixed number of steps: steps, not seconds, so the test says the same on every machine.
// The optimum of the linear programme comes from an independent solver (bench/best-known.json says how).

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../src/problem/compile.js";
import { WISHES_ONLY } from "../../src/spec/samples/generate.js";
import { sampleText } from "../../src/spec/samples/index.js";
import { parseSpec } from "../../src/spec/parse.js";
import { variantById } from "../../src/solver/variants.js";
import { RELEASE } from "../support/kernels.js";

const known = JSON.parse(readFileSync(join(import.meta.dirname, "../../bench/best-known.json"), "utf8")) as Record<
  string,
  { linearProgramme: number }
>;

test("customer-relationship-meetings, wishes only: within 0.1 % of the linear programme after 400,000 steps", () => {
  const parsed = parseSpec(sampleText("customer-relationship-meetings")!);
  if (!parsed.ok) throw new Error("the sample does not parse");
  const { rules } = parsed.value;
  const spec = { ...parsed.value, rules: { ...rules, ...WISHES_ONLY, walkHard: rules.walkHard } };
  const optimum = known["customer-relationship-meetings, wishes only"]!.linearProgramme;
  for (const seed of [1, 2, 3]) {
    const run = variantById("search")!.start(compile(spec).problem, { seed, module: RELEASE });
    run.step(400_000);
    expect(run.score().unplaced).toBe(0);
    expect(run.score().total).toBeGreaterThanOrEqual(0.999 * optimum);
    expect(run.score().total).toBeLessThanOrEqual(optimum);
    run.dispose();
  }
});
