// The linear programme that the kernel solves against the same one written down and solved by HiGHS: on random small events
// with guarantees, fairness, wishes for organisations, maxima, room and locked meetings.

import { expect, test } from "vitest";
import highs from "highs";
import { linearProgramme } from "../../bench/lp.js";
import { compile } from "../../src/problem/compile.js";
import { factsOf } from "../../src/rules/facts.js";
import { certificateOf } from "../../src/proof.js";
import { Kernel } from "../../src/solver/kernel.js";
import { RELEASE } from "../support/kernels.js";
import { proofOf } from "../support/random-certificate.js";
import { randomSpec } from "../support/random-event.js";

test(
  "200 random events: the certificate proves the optimum of HiGHS, up to its rounding",
  { timeout: 240_000 },
  async () => {
    const solver = await highs();
    const seen = { events: 0, guarantee: 0, fairness: 0, groups: 0, locked: 0, places: 0, maximum: 0, exclusive: 0 };
    for (let seed = 0; seen.events < 200; seed++) {
      const spec = randomSpec(seed);
      const { problem, names } = compile(spec);
      const kernel = Kernel.create(problem, RELEASE);
      kernel.start("anneal", seed);
      kernel.step(60_000);
      const prices = kernel.prices();
      const { Status, ObjectiveValue: optimum } = solver.solve(linearProgramme(problem));
      // None where locked meetings dominate; any bound is right where what is locked cannot be held.
      if (!prices || Status !== "Optimal") continue;
      seen.events++;
      seen.guarantee += Number(spec.rules.guarantee > 0);
      seen.fairness += Number(spec.rules.fairness > 0);
      seen.groups += Number(names.groups.length > 0);
      seen.locked += Number(spec.locked.length > 0);
      seen.exclusive += Number(spec.rules.onePerOrganisation);
      seen.places += Number(names.places.length > 0);
      seen.maximum += Number(spec.participants.some(({ maximum }) => maximum !== undefined));
      const facts = factsOf(spec);
      const proof = proofOf(facts, { ...certificateOf(prices, facts, names), holes: undefined });
      // Points of a tangent, and prices, are whole; the programme ends where the bound hardly moves.
      const slack = 3 + 1e-3 * Math.abs(optimum);
      expect(proof.meetings, `event ${seed}`).toBeGreaterThanOrEqual(Math.floor(optimum - 1e-6 * Math.abs(optimum)));
      expect(proof.meetings, `event ${seed}`).toBeLessThanOrEqual(optimum + slack);
    }
    for (const [key, times] of Object.entries(seen)) expect(times, key).toBeGreaterThan(20);
  },
);
