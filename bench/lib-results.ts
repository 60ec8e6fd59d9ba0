// What the quality bench writes down, one entry for each run, and how entries of several sessions become one file.
// Pure data and functions; quality.ts fills it, lib-report.ts turns it into tables.

import type { Point } from "./lib-figures.js";
import { curveText, gap, isBetter, primalIntegral, readCurve, thin, timeTo } from "./lib-figures.js";
import type { Verdict } from "./lib-judge.js";
import type { KnownTable } from "./lib-known.js";
import { boundOf } from "./lib-known.js";

/** What a run had at one budget. */
export interface Result {
  /** CPU seconds allowed and used. */
  budget: number;
  used: number;
  steps: number;
  /** The judge's word; none: there is no solution, `why` says why. */
  verdict: Verdict | "none";
  why?: string;
  score?: number;
  unplaced?: number;
  meetings?: number;
  /** Megabytes of the whole process at that moment. */
  processMB: number;
}

/** One run of one variant on one instance. */
export interface RunEntry {
  instance: string;
  group: string;
  variant: string;
  seed: number;
  /** First digits of the hashes of the event and of the kernel. */
  event: string;
  build: string;
  /** What gaps are counted from: a bound where there is one, or always the best score seen. */
  reference: "bound" | "best";
  /** A bound that came with the instance. */
  published?: number;
  /** CPU seconds until the first step. */
  setup: number;
  /** Megabytes of the kernel's memory, which is constant. */
  kernelMB?: number;
  results: Result[];
  /** Best so far over time (lib-figures.ts: curveText). */
  curve: string;
  /** Of a peer: how it ended and the bound it proved. */
  peer?: { status: string; bound?: number; nodes?: number; why?: string };
}

/** A results file. */
export interface ResultsFile {
  version: string;
  machine: Record<string, string | number>;
  entries: RunEntry[];
}

/** Figures of one result, counted from what is known now. */
export interface Figures {
  reference?: number;
  kind?: "bound" | "best";
  /** Share of the reference. */
  gap?: number;
  proved: boolean;
  /** CPU seconds, infinite when not reached. */
  to01: number;
  to003: number;
  toBest: number;
  /** Mean primal gap over log time. */
  integral?: number;
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

/** The lowest bound known for an entry: what came with it, or best-known.json where that is about the same event. */
export function boundFor(entry: RunEntry, known: KnownTable): number | undefined {
  const same = knownFor(entry, known);
  const bounds = [entry.published, boundOf(same)].filter((x) => x !== undefined);
  return bounds.length === 0 ? undefined : Math.min(...bounds);
}

/** Where gaps of this entry are counted from; a bound is missing for the largest instances: then the best score seen. */
export function referenceFor(
  entry: RunEntry,
  known: KnownTable,
): { value: number; kind: "bound" | "best" } | undefined {
  const bound = boundFor(entry, known);
  if (entry.reference === "bound" && bound !== undefined) return { value: bound, kind: "bound" };
  const same = knownFor(entry, known);
  return same?.best === undefined || same.unplaced ? undefined : { value: same.best, kind: "best" };
}

/** Figures of one result of an entry. */
export function figuresOf(entry: RunEntry, result: Result, known: KnownTable): Figures {
  const never = { proved: false, to01: Infinity, to003: Infinity, toBest: Infinity };
  const reference = referenceFor(entry, known);
  if (!reference) return never;
  const { value, kind } = reference;
  const sound = result.verdict === "ok";
  const curve = readCurve(entry.curve);
  const until = result.used + 1e-9;
  const reach = (share: number): number => (sound ? (timeTo(curve, value, share, until) ?? Infinity) : Infinity);
  return {
    reference: value,
    kind,
    ...(sound && { gap: gap(result.score!, value) }),
    proved: sound && result.score === boundFor(entry, known),
    to01: reach(0.001),
    to003: reach(0.0003),
    toBest: reach(0),
    integral: primalIntegral(
      curve.filter((p) => p.at <= until),
      value,
      result.budget,
    ),
  };
}

/** Results at given moments of a curve of solutions: for peers that are not stepped. */
export function resultsAt<T extends Point>(curve: readonly T[], budgets: readonly number[]): (T | undefined)[] {
  return budgets.map((budget) => {
    let best: T | undefined;
    for (const point of curve) if (point.at <= budget && isBetter(point, best)) best = point;
    return best;
  });
}

function knownFor(entry: RunEntry, known: KnownTable) {
  const same = known[entry.instance];
  return same && (same.event === undefined || same.event === entry.event) ? same : undefined;
}
