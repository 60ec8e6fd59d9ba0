// The harness: runs variants on instances, one at a time, and has every result decoded and judged. Called by the command
// line, by the developer's quality bench and by the smoke bench; the page can take one run at a time from benchRuns.
// Clocks, kernel and memory are handed in. A variant that crashes, or gives nonsense, has that in its entry; the rest goes on.

import { checkCertificate } from "../certificate.js";
import { certificateOf, provenBound } from "../proof.js";
import { Kernel, OutOfMemory } from "../solver/kernel.js";
import type { Prices, Run, RunScore, Variant } from "../solver/variant.js";
import type { BoundPoint } from "./figures.js";
import { boundsText } from "./figures.js";
import type { Prepared } from "./instances.js";
import { ladder, prepare } from "./instances.js";
import { judge } from "./judged.js";
import type { Checkpoint, Measured, Unit } from "./measure.js";
import { measureRun } from "./measure.js";
import type { Bench, Shard } from "./plan.js";
import { countRuns, planOf, runAt, runsOf } from "./plan.js";
import type { BenchRun, Result, RunEntry } from "./results.js";
import { keptCurve, rounded } from "./results.js";

/** What a host hands in. */
export interface BenchHost {
  /** The compiled kernel. */
  module?: WebAssembly.Module;
  /** First digits of its hash. */
  build: string;
  /** CPU seconds of this process so far. */
  cpu: () => number;
  /** Seconds by the clock. */
  wall: () => number;
  /** Bytes of this process. */
  memory?: () => number;
}

export interface RunOptions {
  unit: Unit;
  /** Ascending. */
  budgets: readonly number[];
  /** What no score passes, where it is known: a run ends once it is reached, and a result above it is wrong. */
  bound?: number;
  /** Work out what the run's prices prove, after the run. */
  prove?: boolean;
  /** Work it out now and then meanwhile, too, and end the run once nothing better exists. Only with seconds. */
  untilProven?: boolean;
}

const MEGABYTE = 1 << 20;
/** CPU seconds for which every variant runs before anything is measured. */
const WARM_UP = 0.3;

/** The entry of a run, still without what the run gave. */
export function entryOf({ instance, event }: Prepared, variant: string, build: string): RunEntry {
  const { id, group, seed, reference, published, publishedSeconds } = instance;
  return {
    instance: id,
    group,
    variant,
    seed,
    event: event.slice(0, 12),
    build,
    reference,
    ...(published !== undefined && { published }),
    ...(publishedSeconds !== undefined && { publishedSeconds }),
    setup: 0,
    results: [],
    curve: "",
  };
}

/** One run of one variant, looked at after each budget and judged. Never throws: a crash is a result too. */
export function benchRun(prepared: Prepared, variant: Variant, host: BenchHost, options: RunOptions): RunEntry {
  const { problem, instance } = prepared;
  const { unit, budgets, bound: known, prove = false, untilProven = false } = options;
  const { module, build, cpu, wall, memory } = host;
  const entry = entryOf(prepared, variant.id, build);
  try {
    const ignored = variant.ignores(problem);
    if (ignored.length > 0)
      return withoutResult(entry, budgets, "none", `refuses the event: it ignores ${ignored.join(", ")}`);
    const proven = untilProven ? prover(prepared, cpu) : () => false;
    const start = { seed: instance.seed, ...(variant.wasm && module && { module }) };
    const measured = measureRun(() => variant.start(problem, start), {
      budgets,
      unit,
      cpu,
      wall,
      ...(memory && { memory }),
      price: prove,
      enough: (score, run) => (score.unplaced === 0 && score.total === known) || proven(score, run),
    });
    const kernelMB = variant.wasm && module ? Kernel.create(problem, module).memoryBytes() / MEGABYTE : undefined;
    return {
      ...judgedEntry(prepared, entry, measured, options),
      ...(measured.enough && unit === "seconds" && { proved: rounded(measured.checkpoints.at(-1)!.used) }),
      ...(kernelMB !== undefined && { kernelMB: Math.ceil(kernelMB) }),
    };
  } catch (error) {
    if (error instanceof OutOfMemory) return withoutResult(entry, budgets, "none", messageOf(error));
    return withoutResult(entry, budgets, "wrong", `crashed: ${messageOf(error)}`);
  }
}

/** The entry of a run that was measured, with every result judged and, where asked for, what its prices prove. */
export function judgedEntry(prepared: Prepared, entry: RunEntry, measured: Measured, options: RunOptions): RunEntry {
  const { unit, bound: known, prove = false } = options;
  const bound = prove ? boundBy(measured.prices, prepared) : undefined;
  const bounds = bound === undefined ? [] : boundsOnTheWay(measured, bound, prepared);
  const least = Math.min(known ?? Infinity, bound ?? Infinity);
  const results = measured.checkpoints.map((checkpoint): Result => {
    const { budget, used, wall: clock, steps, memory: bytes } = checkpoint;
    const made = Number.isSafeInteger(steps) && steps >= 0 ? steps : 0;
    const judged = judgeSafely(prepared, checkpoint, least === Infinity ? undefined : least);
    // What differs from machine to machine stands only where budgets are seconds.
    const inSteps = unit === "steps";
    const times = inSteps ? { used } : { used: rounded(used), wall: rounded(clock) };
    return { budget, ...times, steps: made, ...judged, processMB: inSteps ? 0 : Math.round(bytes / MEGABYTE) };
  });
  return {
    ...entry,
    ...(bound !== undefined && { bound }),
    setup: unit === "steps" ? 0 : rounded(measured.setup),
    results,
    curve: keptCurve(measured.curve),
    ...(bounds.length > 0 && { bounds: boundsText(bounds) }),
  };
}

/** A run that is to be made: its number, its event, and its place in the plan's list of variants. */
export interface Due {
  run: number;
  prepared: Prepared;
  variant: number;
}

/** The run of this number, ready; the one before it may be of the same event, which is then not compiled again. */
export function dueRun(bench: Bench, run: number, before?: Due): Due {
  const at = runAt(planOf(bench), run);
  const instance = bench.instances[at.instance]!;
  const same = before?.prepared.instance.load === instance.load;
  return { run, prepared: same ? { ...before.prepared, instance } : prepare(instance), variant: at.variant };
}

/** What a bench, or one of its shards, has to run, one after another. */
export function* dueRuns(bench: Bench, shard?: Shard): Generator<Due> {
  let due: Due | undefined;
  for (const run of runsOf(countRuns(bench.suite, planOf(bench)), shard)) yield (due = dueRun(bench, run, due));
}

/** The runs of a bench without peers, or of one of its shards. */
export function* benchRuns(bench: Bench, host: BenchHost, shard?: Shard): Generator<BenchRun> {
  const { unit, budgets, variants } = bench;
  for (const { run, prepared, variant } of dueRuns(bench, shard)) {
    // A published optimum is the end of a run.
    const { published: bound } = prepared.instance;
    const untilProven = bench.suite === "b2bsp";
    const options = { unit, budgets, prove: true, untilProven, ...(bound !== undefined && { bound }) };
    yield { run, ...benchRun(prepared, variants[variant]!, host, options) };
  }
}

/** Compiles what is compiled late before anything is measured. */
export function warmUp(variants: readonly Variant[], host: BenchHost): void {
  const small = prepare(ladder(["XS"], ["full"], [1])[0]!);
  for (const variant of variants) benchRun(small, variant, host, { unit: "seconds", budgets: [WARM_UP] });
}

/** What the judge says of a result; also where it is no solution at all. */
export function judgeSafely(
  prepared: Prepared,
  { solution, score }: Pick<Checkpoint, "solution" | "score">,
  bound?: number,
): Pick<Result, "verdict" | "why" | "score" | "unplaced" | "meetings"> {
  try {
    const { unplaced } = score;
    if (!Number.isSafeInteger(unplaced) || unplaced < 0) return { verdict: "wrong", why: `${unplaced} unplaced` };
    return judge(prepared, solution, score, bound);
  } catch (error) {
    return { verdict: "wrong", why: `no solution: ${messageOf(error)}` };
  }
}

/** Of a user's exception too: one line, not endless. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, " ").slice(0, 200);
}

/** The entry of a run that gave nothing, and why. */
export function withoutResult(
  entry: RunEntry,
  budgets: readonly number[],
  verdict: "none" | "wrong",
  why: string,
): RunEntry {
  return { ...entry, results: budgets.map((budget) => ({ budget, used: 0, steps: 0, verdict, why, processMB: 0 })) };
}

/** At least so long between two looks at what a run proves, and so many times what a look takes: seconds. */
const LOOK = { seconds: 0.05, share: 20 };

/**
 * Says when a run's own prices prove that its best is the best, or that not all locked meetings can be held: as the page does,
 * at a twentieth of the time.
 */
function prover({ facts, names }: Prepared, cpu: () => number): (score: RunScore, run: Run) => boolean {
  let due = cpu() + LOOK.seconds;
  return ({ total, unplaced }, run) => {
    const before = cpu();
    if (before < due) return false;
    const prices = run.prices?.();
    const proof =
      prices || facts.rules.hole > 0 ? checkCertificate(facts, certificateOf(prices, facts, names)) : undefined;
    const after = cpu();
    due = after + Math.max(LOOK.seconds, LOOK.share * (after - before));
    if (!proof?.ok) return false;
    return proof.impossible.length > 0 || (unplaced === 0 && total >= proof.value);
  };
}

/** What a run's prices proved as time went on, falling, and at its end. */
function boundsOnTheWay({ priced = [], checkpoints }: Measured, last: number, prepared: Prepared): BoundPoint[] {
  const points: BoundPoint[] = [];
  const note = (at: number, bound: number | undefined): void => {
    if (bound !== undefined && bound < (points.at(-1)?.bound ?? Infinity)) points.push({ at, bound });
  };
  for (const { at, prices } of priced) note(at, boundBy(prices, prepared));
  note(checkpoints.at(-1)?.used ?? 0, last);
  return points;
}

/** What prices prove of every total; prices that are no prices prove nothing. */
function boundBy(prices: Prices | undefined, { facts, names }: Prepared): number | undefined {
  try {
    return prices && provenBound(prices, facts, names);
  } catch {
    return undefined;
  }
}
