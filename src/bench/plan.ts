// Which runs a bench is made of, how they are numbered, and which of them a shard makes. Called by run.ts, speed.ts,
// merge.ts and the command line. It runs nothing.

import type { Variant } from "../solver/variant.js";
import type { Instance } from "./instances.js";
import type { Unit } from "./measure.js";
import type { BenchFile, BenchPlan, HostRecord } from "./results.js";

/** What is to be run, as results.ts writes it down, with what runs it. */
export interface Bench {
  suite: BenchFile["suite"];
  instances: readonly Instance[];
  variants: readonly Variant[];
  /** Beside them in the suite peers (contest.ts). */
  peers?: readonly { id: string }[];
  repeat: number;
  unit: Unit;
  /** Ascending. */
  budgets: readonly number[];
}

/** The part `index` (from 1) of `of`: every run whose number leaves index - 1 when divided by `of`. */
export interface Shard {
  index: number;
  of: number;
}

/** One run of a plan. */
export interface PlannedRun {
  run: number;
  /** Places in the plan's lists. */
  instance: number;
  variant: number;
}

/** The plan as it is written down. */
export function planOf({ instances, variants, peers = [], repeat, unit, budgets }: Bench): BenchPlan {
  return {
    instances: instances.map(({ id, seed }) => ({ id, seed })),
    variants: [...variants, ...peers].map(({ id }) => id),
    repeat,
    unit,
    budgets: [...budgets],
  };
}

/** The file of a bench before its first run. */
export function emptyFile(bench: Bench, host: HostRecord): BenchFile {
  const { suite } = bench;
  return { format: "dancecard/bench", version: 1, suite, hosts: [host], plan: planOf(bench), runs: [], speeds: [] };
}

/** How many runs there are. A run of the suite speed is an instance with all its variants, which take turns. */
export function countRuns(suite: BenchFile["suite"], { instances, variants, repeat }: BenchPlan): number {
  return suite === "speed" ? instances.length : instances.length * repeat * variants.length;
}

/** What the run of this number is: instance by instance, then time by time, then variant by variant. */
export function runAt(plan: BenchPlan, run: number): PlannedRun {
  const variants = plan.variants.length;
  return { run, instance: Math.floor(run / (plan.repeat * variants)), variant: run % variants };
}

/** The numbers of the runs that are made: all, or those of a shard. */
export function runsOf(count: number, shard: Shard = { index: 1, of: 1 }): number[] {
  return Array.from({ length: count }, (_, run) => run).filter((run) => run % shard.of === shard.index - 1);
}

/** How often a run is repeated, or a turn taken, at most. */
export const MOST_REPEAT = 1000;
/** The longest budget: a day, or more steps than anybody waits for. */
const LONGEST: Record<Unit, number> = { seconds: 86_400, steps: 1e12 };

/** Whether a run can be looked at then. */
export function isBudget(n: number, unit: Unit): boolean {
  return n > 0 && n <= LONGEST[unit] && (unit === "seconds" || Number.isInteger(n));
}

/** Most numbers in a list. */
const MOST = 10_000;

/** `1-3,7` as numbers; undefined where it is none, or too many. */
export function readNumbers(text: string): number[] | undefined {
  const numbers: number[] = [];
  for (const part of text.split(",")) {
    const [, low, high = low] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    if (low === undefined || !(Number(high) - Number(low) >= 0 && Number(high) - Number(low) < MOST)) return undefined;
    for (let n = Number(low); n <= Number(high); n++) numbers.push(n);
  }
  const all = [...new Set(numbers)];
  return all.length <= MOST && all.every((n) => n <= 0xffff_ffff) ? all : undefined;
}

/** `2/3` as a shard; undefined where it is none. */
export function readShard(text: string): Shard | undefined {
  const [, index, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(text)?.map(Number) ?? [];
  return index !== undefined && of !== undefined && index >= 1 && index <= of ? { index, of } : undefined;
}
