// The same event, variant, seed and steps give the same bytes in every host: in process, on Node's worker threads, and in
// Chromium on Web Workers. The page is a tiny one, built here from the sources.

import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createInProcessEngine } from "../../src/index.js";
import { createNodeEngine } from "../../src/host/node.js";
import { openSite } from "../support/browser.js";
import type { Site } from "../support/browser.js";
import { RELEASE } from "../support/kernels.js";
import { solveToText } from "../support/same-bytes/solve.js";
import type { Order } from "../support/same-bytes/solve.js";
import { kernelJs } from "../../vite.kernel.js";

const near = createInProcessEngine({ module: RELEASE });
const threads = createNodeEngine();
let folder: string;
let site: Site;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dancecard-"));
  await build({
    configFile: false,
    root: join(import.meta.dirname, "../support/same-bytes"),
    base: "./",
    logLevel: "error",
    plugins: [kernelJs()],
    worker: { format: "es", plugins: () => [kernelJs()] },
    build: { target: "es2022", outDir: folder, emptyOutDir: true, minify: false, assetsInlineLimit: 0 },
  });
  site = await openSite(folder);
  ({ page, complaints } = await site.open());
  await page.waitForFunction(() => "solveInWorkers" in window);
});
afterAll(async () => {
  threads.dispose();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

const inChromium = (order: Order): Promise<string> => page.evaluate((given) => window.solveInWorkers(given), order);

/** The first line that is not the same in both texts; empty when they are equal. */
function difference(expected: string, found: string): string {
  const [a, b] = [expected.split("\n"), found.split("\n")];
  const at = Array.from({ length: Math.max(a.length, b.length) }).findIndex((_, i) => a[i] !== b[i]);
  return at < 0 ? "" : `line ${at + 1}: ${a[at]} | ${b[at]}`;
}

describe.each(["workshop", "customer-relationship-meetings"])("%s", (sample) => {
  it.each([
    ["search", 40_000],
    ["search-js", 2_000],
    ["greedy", 10_000],
    ["registration-order", 10_000],
    ["round-robin", 10_000],
  ])("%s gives the same bytes in process, on worker threads and in Chromium", async (variant, steps) => {
    for (const workers of [1, 3]) {
      const order: Order = { sample, variant, seed: 2027, budget: { steps }, workers };
      const here = await solveToText(near, order);
      expect(here).toMatch(/"slot": ".*"steps": \d/s);
      expect(difference(here, await solveToText(threads, order)), `threads, ${workers}`).toBe("");
      expect(difference(here, await inChromium(order)), `Chromium, ${workers}`).toBe("");
    }
    expect(complaints).toEqual([]);
  });
});

it("is a different schedule with another seed, and with more workers", async () => {
  const order: Order = { sample: "workshop", variant: "search", seed: 1, budget: { steps: 200 }, workers: 1 };
  const texts = [order, { ...order, seed: 2 }, { ...order, workers: 3 }].map(inChromium);
  expect(new Set(await Promise.all(texts)).size).toBe(3);
});

it("customer-relationship-meetings, wishes only, comes within 0.5 % of the linear programme in Chromium", async () => {
  const known = JSON.parse(readFileSync(join(import.meta.dirname, "../../bench/best-known.json"), "utf8")) as Record<
    string,
    { linearProgramme: number }
  >;
  const optimum = known["customer-relationship-meetings, wishes only"]!.linearProgramme;
  const order: Order = {
    sample: "customer-relationship-meetings",
    variant: "search",
    seed: 1,
    budget: { steps: 400_000 },
    workers: 1,
    wishesOnly: true,
  };
  const { score } = JSON.parse(await inChromium(order)) as { score: { total: number } };
  expect(score.total).toBeGreaterThanOrEqual(0.995 * optimum);
  expect(score.total).toBeLessThanOrEqual(optimum);
});
