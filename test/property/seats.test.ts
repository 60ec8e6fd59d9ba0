// Seats against trying all of them: on small events in which nobody may meet, so that tables are all there is, the search
// finds the best seating that the rules allow.

import { expect, test } from "vitest";
import { compile } from "../../src/problem/compile.js";
import { decode } from "../../src/problem/decode.js";
import { factsOf } from "../../src/rules/facts.js";
import { eventHash } from "../../src/spec/hash.js";
import { variantById } from "../../src/solver/variants.js";
import { verifyWith } from "../../src/verify.js";
import { RELEASE } from "../support/kernels.js";
import { optimum, tableEvent } from "../support/small-tables.js";

test.each([1, 2] as const)("the best seats of fifty small events with %i meals are found", (meals) => {
  const wrong: string[] = [];
  let found = 0;
  for (let seed = 0; found < 50; seed++) {
    const spec = tableEvent(seed, meals);
    const { problem, names } = compile(spec);
    const expected = optimum(problem);
    // Hosts who refuse each other, or whose tables cannot get what they need: no seating keeps every rule.
    if (expected === -Infinity) continue;
    found++;
    const run = variantById("search")!.start(problem, { seed, module: RELEASE });
    run.step(300_000);
    const solution = run.best();
    run.dispose();
    const decoded = decode(names, problem, solution);
    const report = verifyWith(factsOf(spec), {
      format: "dancecard/schedule",
      version: 1,
      event: eventHash(spec),
      meetings: decoded.meetings,
      meals: decoded.meals,
      unmet: [],
    });
    expect(report.findings, `event ${seed}`).toEqual([]);
    if (report.score.meals !== expected) wrong.push(`event ${seed}: ${report.score.meals} of ${expected}`);
  }
  expect(wrong).toEqual([]);
});
