// What is known of each benchmark instance: bounds (nothing is better) and the best score anybody saw, each with where it
// comes from; and the figures of a result that are counted from it. Plain data and functions; the developer's benches keep
// what is known in bench/best-known.json (bench/lib-known.ts).
// An entry belongs to one event: when the generator makes another event under the same name, what was known is dropped.

import { gap, primalIntegral, readCurve, timeTo } from "./figures.js";
import type { Result, RunEntry } from "./results.js";

/** What is known of one instance. */
export interface Known {
  /** First digits of the event's hash. */
  event?: string;
  /** Optimum of the linear programme, by an independent solver; may be a fraction. */
  linearProgramme?: number;
  /** Another upper bound, such as a first-order run's or a branch-and-bound's. */
  bound?: number;
  /** Best judged score seen, with so many locked meetings unplaced (left out: none). */
  best?: number;
  unplaced?: number;
  /** Where each of them comes from. */
  by?: Partial<Record<"linearProgramme" | "bound" | "best", string>>;
}

/** By name of the instance: `M:pure:1`, `b2bsp FILE d=2`, or a sample. */
export type KnownTable = Record<string, Known>;

/** The entry if it is about this event, else a new one. */
export function ofEvent(known: Known | undefined, event: string): Known {
  const short = event.slice(0, 12);
  return known && (known.event === undefined || known.event === short) ? { ...known, event: short } : { event: short };
}

/** The entry with this bound where it is lower than the one it has. */
export function withBound(known: Known, kind: "linearProgramme" | "bound", value: number, by: string): Known {
  if (value >= (known[kind] ?? Infinity)) return known;
  return { ...known, [kind]: value, by: { ...known.by, [kind]: by } };
}

/** The entry with this score where it is better: fewer unplaced first, then higher. */
export function withBest(known: Known, seen: { score: number; unplaced: number }, by: string): Known {
  const before = known.unplaced ?? 0;
  const better =
    known.best === undefined || seen.unplaced < before || (seen.unplaced === before && seen.score > known.best);
  if (!better) return known;
  const { unplaced: _old, ...rest } = known;
  const unplaced = seen.unplaced > 0 ? { unplaced: seen.unplaced } : {};
  return { ...rest, best: seen.score, ...unplaced, by: { ...known.by, best: by } };
}

/**
 * The lowest known upper bound as an integer, or undefined: scores are integers, and the linear programme's optimum is
 * rounded down with room for the solver's tolerance.
 */
export function boundOf(known: Known | undefined): number | undefined {
  const bounds = [known?.linearProgramme, known?.bound].filter((x) => x !== undefined);
  return bounds.length === 0 ? undefined : Math.floor(Math.min(...bounds) + 0.01);
}

/** Figures of one result, counted from what is known now. */
export interface Figures {
  reference?: number;
  kind?: "bound" | "best";
  /** Share of the reference. */
  gap?: number;
  proved: boolean;
  /** In the unit of the budgets, infinite when not reached. */
  to01: number;
  to003: number;
  toBest: number;
  /** Mean primal gap over log time. */
  integral?: number;
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

function knownFor(entry: RunEntry, known: KnownTable) {
  const same = known[entry.instance];
  return same && (same.event === undefined || same.event === entry.event) ? same : undefined;
}
