// Which versions of an event are dropped when there are too many. Pure; called by shelf.ts with every new version.

import type { VersionMeta } from "./types.js";

export interface VersionLimits {
  count: number;
  bytes: number;
}

/** Most versions of one event, and most bytes of them. */
export const VERSION_LIMITS: VersionLimits = { count: 60, bytes: 32_000_000 };

type Entry = Pick<VersionMeta, "id" | "at" | "why" | "bytes">;

/**
 * Ids of those to drop: automatic ones, the oldest first, until the rest keeps the limits. What somebody named is never
 * dropped, nor is the newest one.
 */
export function overflow(versions: readonly Entry[], limits = VERSION_LIMITS): number[] {
  const oldestFirst = [...versions].sort((a, b) => a.at - b.at || a.id - b.id);
  const newest = oldestFirst.at(-1)?.id;
  let count = versions.length;
  let bytes = versions.reduce((sum, version) => sum + version.bytes, 0);
  const dropped: number[] = [];
  for (const version of oldestFirst) {
    if (count <= limits.count && bytes <= limits.bytes) break;
    if (version.why === "named" || version.id === newest) continue;
    dropped.push(version.id);
    count--;
    bytes -= version.bytes;
  }
  return dropped;
}

/** Whether one more named version of so many bytes has room beside the named ones. */
export function roomToName(versions: readonly Entry[], bytes: number, limits = VERSION_LIMITS): boolean {
  const named = versions.filter(({ why }) => why === "named");
  return named.length + 1 < limits.count && named.reduce((sum, version) => sum + version.bytes, bytes) <= limits.bytes;
}
