// Rewrites results/smoke.json, what test/variants/regression.test.ts compares with, and says what changed. A worse number
// is a decision: the commit that brings it says why.

import { keptSmoke, smoke, SMOKE_FILE } from "./lib-smoke.js";
import type { SmokeFile } from "./lib-smoke.js";
import { benchHost, readResult, saveResult } from "./lib-machine.js";

/** Runs the bench. */
export function main(): void {
  const before: Partial<SmokeFile> = readResult(SMOKE_FILE) === undefined ? {} : keptSmoke();
  const now = smoke(benchHost());
  for (const [id, { score, unplaced }] of Object.entries(now.instances)) {
    const old = before.instances?.[id];
    const change = !old ? "new" : old.score === score && old.unplaced === unplaced ? "as before" : `was ${old.score}`;
    console.log(`${id.padEnd(10)} ${score}${unplaced > 0 ? ` (${unplaced} unplaced)` : ""}, ${change}`);
  }
  saveResult(SMOKE_FILE, JSON.stringify(now, null, 2) + "\n");
}
