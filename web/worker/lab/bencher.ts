// Makes the runs of a bench, one at a time and whenever it is asked for one: a worker of its own, which does nothing else
// meanwhile and can be ended in the middle of a step. Started by driver.ts. A page has no CPU clock: seconds are those of
// the clock.

import { expose } from "comlink";
import type { Variant } from "../../../src/index.js";
import type { Prepared } from "../../../src/bench/instances.js";
import { countRuns, planOf } from "../../../src/bench/plan.js";
import type { Bench } from "../../../src/bench/plan.js";
import type { BenchRun, BenchSpeed, RunEntry } from "../../../src/bench/results.js";
import { benchRun, dueRun, entryOf, warmUp } from "../../../src/bench/run.js";
import type { BenchHost, Due } from "../../../src/bench/run.js";
import { benchSpeeds } from "../../../src/bench/speed.js";
import { benchOf } from "./bench.js";
import type { GivenEvent } from "./bench.js";
import type { LabOptions } from "./options.js";
import { benchOwn } from "./own/bench-own.js";
import type { OwnSource, Sandboxes } from "./own/bench-own.js";
import { withPulse } from "./pulse.js";

export interface BenchJob {
  options: LabOptions;
  given: GivenEvent | null;
  /** Variants that somebody brought along, as they are run. */
  own: readonly OwnSource[];
  kernel: { module: WebAssembly.Module; build: string };
}

/** What a run gave: one entry, or one for each variant of the suite speed. */
export interface Made {
  runs: BenchRun[];
  speeds: BenchSpeed[];
}

/** Told while a run goes on, beside the answers. */
export type Sign =
  /** The event is ready: what can be said of the run before its end. */
  { begun: RunEntry } | { steps: number };

/** Milliseconds between two signs of a bencher that waits for somebody else. */
const WAITING = 1000;

let bench: Bench;
let host: BenchHost;
/** The run that is made, or was made last. */
let due: Due | undefined;
let own: ReadonlyMap<string, OwnSource>;
let sandboxes: Sandboxes;

const sign = (told: Sign): void => postMessage(told);
const now = (): number => performance.now();
const seconds = (): number => now() / 1000;
const pulsed = (variant: Variant): Variant => withPulse(variant, (steps) => sign({ steps }), now);

function open({ options, given, own: sources, kernel }: BenchJob, opener: Sandboxes): void {
  own = new Map(sources.map((source) => [source.id, source]));
  sandboxes = opener;
  const { variants, ...plan } = benchOf(options, given);
  bench = { ...plan, variants: variants.map(pulsed) };
  host = { ...kernel, cpu: seconds, wall: seconds };
  // Steps are the same warm or cold.
  if (options.unit === "seconds")
    warmUp(
      bench.variants.filter(({ id }) => !own.has(id)),
      host,
    );
}

async function run(number: number): Promise<Made> {
  const plan = planOf(bench);
  if (bench.suite === "speed") {
    const shard = { index: number + 1, of: countRuns("speed", plan) };
    return { runs: [], speeds: [...benchSpeeds(bench, host, shard)].flat() };
  }
  due = dueRun(bench, number, due);
  const { prepared } = due;
  const variant = bench.variants[due.variant]!;
  sign({ begun: entryOf(prepared, variant.id, host.build) });
  const waiting = setInterval(() => sign({ steps: 0 }), WAITING);
  const entry = await entryFor(prepared, variant);
  clearInterval(waiting);
  return { runs: [{ run: number, ...entry }], speeds: [] };
}

/** One run, judged; what somebody brought along runs in a sandbox. */
async function entryFor(event: Prepared, variant: Variant): Promise<RunEntry> {
  const { unit, budgets } = bench;
  const options = { unit, budgets, prove: true };
  const source = own.get(variant.id);
  if (source) return benchOwn(event, source, { ...options, build: host.build }, sandboxes);
  return benchRun(event, variant, host, options);
}

const bencher = { open, run };
export type Bencher = typeof bencher;
expose(bencher);
