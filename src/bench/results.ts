// What a bench writes down: one entry for each run, and the file of `dancecard bench` with its schema, its reader and its
// text. Called by run.ts, speed.ts, merge.ts and the command line; the developer's quality bench keeps the same entries.
// It measures nothing and judges nothing.

import { z } from "zod";
import type { Diagnostic, Result as Read } from "../spec/diagnostic.js";
import { issueDiagnostics } from "../spec/issues.js";
import { readJson } from "../spec/jsonc.js";
import { formatProblem } from "../spec/parse.js";
import { printJson } from "../spec/print.js";
import { validate } from "../spec/validate.js";
import type { Point } from "./figures.js";
import { curveText, isBetter, thin } from "./figures.js";

const integer = z.int();
const count = z.int().min(0);
const amount = z.number().min(0);
const name = z.string().min(1);

/** The judge's word; none: there is no solution, `why` says why. */
const verdict = z.enum(["ok", "unplaced", "wrong", "none"]);

/** What a run had at one budget. */
const result = z.strictObject({
  /** In the unit of the budgets (CPU seconds or steps), allowed and used. */
  budget: amount,
  used: amount,
  /** Seconds by the clock; only where budgets are seconds. */
  wall: amount.optional(),
  steps: count,
  verdict,
  /** Why it is not ok, in English. */
  why: z.string().optional(),
  /** The judge's total. */
  score: integer.optional(),
  unplaced: count.optional(),
  meetings: count.optional(),
  /** Megabytes of the whole process at that moment; 0 where nobody looked. */
  processMB: amount,
});

/** What was run: one variant on one instance. */
const ranShape = {
  instance: name,
  group: name,
  variant: name,
  seed: integer,
  /** First digits of the hashes of the event and of the kernel. */
  event: z.string(),
  build: z.string(),
};

const entryShape = {
  ...ranShape,
  /** What gaps are counted from: a bound where there is one, or always the best score seen. */
  reference: z.enum(["bound", "best"]),
  /** A bound that came with the instance, and in how many seconds somebody reached and proved it. */
  published: integer.optional(),
  publishedSeconds: amount.optional(),
  /** What the prices of this run, or the peer, prove of every schedule of the event. */
  bound: integer.optional(),
  /** CPU seconds until nothing better was left, where that ended the run: proved, or the published optimum reached. */
  proved: amount.optional(),
  /** CPU seconds until the first step; 0 where budgets are steps. */
  setup: amount,
  /** Megabytes of the kernel's memory, which is constant. */
  kernelMB: amount.optional(),
  results: z.array(result),
  /** Best so far over time or steps (figures.ts: curveText). */
  curve: z.string(),
  /** What this run's prices proved over time or steps (figures.ts: boundsText). */
  bounds: z.string().optional(),
  /** Of a peer: how it ended, when, and the bound it proved. */
  peer: z
    .strictObject({
      status: z.string(),
      /** CPU seconds at its end. */
      ended: amount.optional(),
      bound: z.number().optional(),
      nodes: z.number().optional(),
      why: z.string().optional(),
    })
    .optional(),
};

/** One run of one variant or peer on one instance, as the developer's bench keeps it. */
export const entrySchema = z.strictObject(entryShape);

/** Where runs were made. */
const host = z.strictObject({
  /** Version of the package. */
  version: name,
  /** First digits of the kernel's hash. */
  kernel: name,
  processor: z.string(),
  cores: count,
  system: z.string(),
  /** `Node v24.1.0`, or a browser. */
  runtime: z.string(),
});

/** All that was to be run. Runs are numbered: instance by instance, then time by time, then variant by variant. */
const plan = z.strictObject({
  instances: z.array(z.strictObject({ id: name, seed: integer })),
  /** Peers stand behind our own. */
  variants: z.array(name),
  /** How often each run is made; for speed: how many turns each variant takes. */
  repeat: z.int().min(1),
  /** What budgets count, ascending; for speed: how long one turn is. */
  unit: z.enum(["seconds", "steps"]),
  budgets: z.array(z.number().positive()).min(1),
});

/** The file of `dancecard bench`. */
export const benchSchema = z.strictObject({
  format: z.literal("dancecard/bench"),
  version: z.literal(1),
  suite: z.enum(["quality", "speed", "peers", "b2bsp"]),
  hosts: z.array(host),
  plan,
  /** Of all suites but speed, by run. */
  runs: z.array(z.strictObject({ run: count, ...entryShape })).default([]),
  /** Of the suite speed, by run (an instance) and variant: steps, CPU seconds and seconds by the clock of each turn. */
  speeds: z
    .array(
      z.strictObject({
        run: count,
        ...ranShape,
        verdict,
        why: z.string().optional(),
        turns: z.array(z.strictObject({ steps: count, used: amount, wall: amount })),
      }),
    )
    .default([]),
});

export type Result = z.output<typeof result>;
export type RunEntry = z.output<typeof entrySchema>;
export type HostRecord = z.output<typeof host>;
export type BenchPlan = z.output<typeof plan>;
export type BenchFile = z.output<typeof benchSchema>;
export type BenchRun = BenchFile["runs"][number];
export type BenchSpeed = BenchFile["speeds"][number];

/** Several benches in one file: all that was measured of one version. */
const collectionSchema = z.strictObject({
  format: z.literal("dancecard/benches"),
  version: z.literal(1),
  benches: z.array(benchSchema).min(1),
});

/** Most items of the lists of a file. */
const MOST_ITEMS: ReadonlyMap<string, number> = new Map([
  ["runs", 200_000],
  ["speeds", 200_000],
]);

/** Reads the text of a file of results; what is wrong comes as diagnostics with text ranges. */
export function parseBench(text: string): Read<BenchFile> {
  const { document, diagnostics } = readJson(text, MOST_ITEMS);
  const no = (found: Diagnostic[]): Read<BenchFile> => ({ ok: false, diagnostics: document?.place(found) ?? found });
  if (!document || diagnostics.length > 0) return no(diagnostics);
  const format = formatProblem(document.value, "dancecard/bench");
  if (format) return no([format]);
  const parsed = validate(benchSchema, document.value);
  if (parsed.ok) return { ok: true, value: parsed.data, diagnostics: [] };
  return no(issueDiagnostics(benchSchema, document.value, parsed.issues));
}

/** Reads the text of a file with one bench or several. */
export function parseBenches(text: string): Read<BenchFile[]> {
  const { document } = readJson(text, MOST_ITEMS);
  if (!document || formatProblem(document.value, "dancecard/benches")) {
    const one = parseBench(text);
    return one.ok ? { ...one, value: [one.value] } : one;
  }
  const parsed = validate(collectionSchema, document.value);
  if (parsed.ok) return { ok: true, value: parsed.data.benches, diagnostics: [] };
  return { ok: false, diagnostics: document.place(issueDiagnostics(collectionSchema, document.value, parsed.issues)) };
}

/** The text of a file with several benches. */
export function benchesText(benches: readonly BenchFile[]): string {
  return printJson(collectionSchema.parse({ format: "dancecard/benches", version: 1, benches }), new Set());
}

/** The text of a file: the same results give the same bytes, one run per line. */
export function benchText(file: BenchFile): string {
  return printJson(benchSchema.parse(file), new Set());
}

/** Old and new entries together: a new run replaces the old one of the same instance and variant. Sorted as first seen. */
export function mergeEntries(old: readonly RunEntry[], added: readonly RunEntry[]): RunEntry[] {
  const key = (e: RunEntry): string => JSON.stringify([e.instance, e.variant]);
  const table = new Map(old.map((e) => [key(e), e]));
  for (const entry of added) table.set(key(entry), entry);
  return [...table.values()];
}

/** The curve as it is kept. */
export function keptCurve(curve: readonly Point[]): string {
  return curveText(thin(curve));
}

/** Results at given moments of a curve of solutions: for peers that are not stepped. */
export function resultsAt<T extends Point>(curve: readonly T[], budgets: readonly number[]): (T | undefined)[] {
  return budgets.map((budget) => {
    let best: T | undefined;
    for (const point of curve) if (point.at <= budget && isBetter(point, best)) best = point;
    return best;
  });
}

/** Five digits, so that a results file stays readable. */
export function rounded(seconds: number): number {
  return Number(seconds.toPrecision(5));
}
