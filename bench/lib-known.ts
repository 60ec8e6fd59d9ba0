// What is known of each benchmark instance: bounds (nothing is better) and the best score anybody saw, each with where it
// comes from. Kept in best-known.json. Used by lp, bound and quality; it never computes a bound itself.
// An entry belongs to one event: when the generator makes another event under the same name, what was known is dropped.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

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

const FILE = join(import.meta.dirname, "best-known.json");

/** Reads best-known.json. */
export function readKnown(): KnownTable {
  return JSON.parse(readFileSync(FILE, "utf8")) as KnownTable;
}

/** Changes one entry of best-known.json; reads the file again, so that what another bench wrote meanwhile stays. */
export function updateKnown(name: string, change: (known: Known | undefined) => Known): Known {
  const table = readKnown();
  const entry = change(table[name]);
  table[name] = entry;
  const names = Object.keys(table).sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const sorted = Object.fromEntries(names.map((key) => [key, table[key]]));
  writeFileSync(FILE, JSON.stringify(sorted, null, 2) + "\n");
  return entry;
}

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
