// Three readings of the model that share no code must count the same on any schedule, also a broken one: the judge (from
// event and schedule), the kernel and the reference (from the compiled problem). Whoever adds a rule or a term is covered
// here without doing anything, as long as random-event.ts draws events that use it.

import { expect, test } from "vitest";
import { decode } from "../../src/problem/decode.js";
import { factsOf } from "../../src/rules/facts.js";
import { RULE_IDS } from "../../src/rules/rule.js";
import { SCORE_KEYS } from "../../src/schedule.js";
import { Kernel } from "../../src/solver/kernel.js";
import type { Evaluation } from "../../src/solver/variant.js";
import { evaluate } from "../../src/solver/reference.js";
import { verifyWith } from "../../src/verify.js";
import { BUILDS } from "../support/kernels.js";
import { randomRepair, randomSolution, scheduleOf } from "../support/random-event.js";

const EVENTS = 2000;
/** The slower builds count every 10th and every 40th event. */
const EVERY = { release: 1, debug: 10, typescript: 40 };

interface Difference {
  seed: number;
  what: string;
  who: string;
  judge: number;
  other: number;
}

test(`kernel, judge and reference count the same on ${EVENTS} random events`, { timeout: 120_000 }, () => {
  const differences: Difference[] = [];
  const seen = new Map<string, number>();
  for (let seed = 0; seed < EVENTS; seed++) {
    const { spec, base, problem, names } = randomRepair(seed);
    const solution = randomSolution(problem, seed);
    const report = verifyWith(factsOf(spec), scheduleOf(decode(names, problem, solution)), base);
    const compare = (who: string, { terms, breaches }: Evaluation): void => {
      const one = (what: string, judge: number, other: number): void => {
        if (judge !== other) differences.push({ seed, what, who, judge, other });
        if (judge !== 0) seen.set(what, (seen.get(what) ?? 0) + 1);
      };
      SCORE_KEYS.forEach((key, i) => one(key, report.score[key], terms[i]!));
      one("change", report.score.change ?? 0, terms[SCORE_KEYS.length]!);
      RULE_IDS.forEach((rule, i) => one(rule, report.counts[rule], breaches[i]!));
    };
    compare("reference", evaluate(problem, solution));
    for (const [build, module] of BUILDS)
      if (seed % EVERY[build] === 0) compare(build, Kernel.create(problem, module).evaluate(solution));
  }
  expect(differences).toEqual([]);
  // The draws must reach every rule and every term, or the agreement says nothing.
  for (const what of [...SCORE_KEYS, "change", ...RULE_IDS]) expect(seen.get(what), what).toBeGreaterThan(50);
});
