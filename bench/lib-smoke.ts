// The smoke bench: the search on small events, one seed, a fixed number of steps, so that the numbers are the same on every
// machine. Called by smoke.ts, which keeps them in results/smoke.json, and by test/variants/regression.test.ts, which
// compares: a change of the solver that makes schedules worse is seen at once.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ladder, prepare } from "../src/bench/instances.js";
import type { BenchHost } from "../src/bench/run.js";
import { benchRun } from "../src/bench/run.js";
import { variantById } from "../src/solver/variants.js";

/** What was kept of one instance. */
export interface Smoke {
  /** First digits of the event's hash: of another event, the numbers say nothing. */
  event: string;
  score: number;
  unplaced: number;
}

/** Results after so many steps, by instance. */
export interface SmokeFile {
  variant: string;
  steps: number;
  instances: Record<string, Smoke>;
}

export const SMOKE_FILE = "smoke.json";
const VARIANT = "search";
/** Short of the best that the search finds on S, so that a slower way there is seen. */
const STEPS = 50_000;

/** The kept results. */
export function keptSmoke(): SmokeFile {
  return JSON.parse(readFileSync(join(import.meta.dirname, "results", SMOKE_FILE), "utf8")) as SmokeFile;
}

/** The results now; throws where one is not ok. */
export function smoke(host: BenchHost): SmokeFile {
  const instances = ladder(["XS", "S"], ["pure", "full"], [1]).map((instance): [string, Smoke] => {
    const entry = benchRun(prepare(instance), variantById(VARIANT)!, host, { unit: "steps", budgets: [STEPS] });
    const { verdict, why, score = 0, unplaced = 0 } = entry.results[0]!;
    if (verdict === "wrong" || verdict === "none") throw new Error(`${instance.id}: ${why}`);
    return [instance.id, { event: entry.event, score, unplaced }];
  });
  return { variant: VARIANT, steps: STEPS, instances: Object.fromEntries(instances) };
}
