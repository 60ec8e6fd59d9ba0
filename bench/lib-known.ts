// Reads and writes best-known.json. Used by lp, bound and quality; what stands in it is said in src/bench/known.ts.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Known, KnownTable } from "../src/bench/known.js";

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
