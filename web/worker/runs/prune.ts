// Which runs are dropped when there are too many. Pure; called by store.ts with every run that is written.

import type { RunMeta } from "./types.js";

export interface RunLimits {
  count: number;
  bytes: number;
}

/** Most runs of one event and most bytes of them; the same for all events together. */
export const RUN_LIMITS: RunLimits = { count: 60, bytes: 48_000_000 };
export const ALL_LIMITS: RunLimits = { count: 1000, bytes: 250_000_000 };

type Entry = Pick<RunMeta, "id" | "at" | "bytes" | "name" | "published" | "deleted" | "status">;

/**
 * Ids of those to drop until the rest keeps the limits: deleted ones first, then those without a name, the oldest first.
 * What was named or published is never dropped, nor is what runs, or one of `keep` (what is on a page).
 */
export function overflow(runs: readonly Entry[], keep: ReadonlySet<string>, limits: RunLimits): string[] {
  const may = runs.filter(
    ({ id, name, published, deleted, status }) =>
      !keep.has(id) && published === null && (deleted !== null || (name === "" && status !== "running")),
  );
  may.sort((a, b) => Number(b.deleted !== null) - Number(a.deleted !== null) || a.at - b.at || (a.id < b.id ? -1 : 1));
  let count = runs.length;
  let bytes = runs.reduce((sum, run) => sum + run.bytes, 0);
  const dropped: string[] = [];
  for (const run of may) {
    if (count <= limits.count && bytes <= limits.bytes) break;
    dropped.push(run.id);
    count--;
    bytes -= run.bytes;
  }
  return dropped;
}

/** Whether one more that is never dropped has room beside those that are not. */
export function roomToKeep(runs: readonly Entry[], run: Entry, limits = RUN_LIMITS): boolean {
  const kept = runs.filter(
    ({ id, name, published, deleted }) => id !== run.id && deleted === null && (name !== "" || published !== null),
  );
  return kept.length + 1 < limits.count && kept.reduce((sum, { bytes }) => sum + bytes, run.bytes) <= limits.bytes;
}
