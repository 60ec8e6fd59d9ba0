// A large event: 1,000 x 800 people, 40,000 wishes. It loads, has a schedule soon, and the page never blocks.
// Only cheap selectors while tasks are watched: looking for roles and texts would be a long task of the test's own.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateEvent, specText } from "../../src/index.js";
import { openSite, openText } from "../support/browser.js";
import type { Site } from "../support/browser.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

/** Seconds from opening the file to the first schedule; the goal is 2 on a machine of its own, this one is shared. */
const SOON = 6;
/** Milliseconds that no task of the page takes. */
const LONGEST = 50;

interface Round {
  /** Seconds from opening the file to the first schedule. */
  first: number;
  /** Milliseconds of processor time of the longest task. */
  longest: number;
  status: string | null;
  alerts: number;
  complaints: string[];
}

/** Opens the event, solves it for five seconds, scrolls through it meanwhile, and opens somebody at the end. */
async function play(text: string): Promise<Round> {
  const { page, complaints } = await site.open();
  await page.getByText("Lignes 1 à 28 sur 100").waitFor();
  const longest = await site.watchTasks(page);
  const begun = performance.now();
  await openText(page, "large.json", text);
  await page.locator(".top .ev", { hasText: "1000" }).waitFor();
  await page.locator('.gridbox[aria-busy="false"]').waitFor();
  await page.locator("#run-time").selectOption("5");
  await page.locator(".run .btn.pri").click();
  await page.locator(".gridbox .c.p1").first().waitFor({ timeout: 30_000 });
  const first = (performance.now() - begun) / 1000;
  await page.mouse.move(500, 500);
  for (let i = 0; i < 15; i++) {
    await page.mouse.wheel(0, 700);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.waitForFunction(() => document.querySelector(".run .prog")?.textContent?.startsWith("Calculé à"));
  await page.mouse.click(60, 600);
  await page.locator("aside.per h2").waitFor();
  const round = {
    first,
    longest: await longest(),
    status: await page.locator(".run .prog").textContent(),
    alerts: await page.locator(".alert").count(),
    complaints,
  };
  await page.context().close();
  return round;
}

describe("a large event", () => {
  it("is read, scheduled and scrolled without blocking the page", async () => {
    const size = { buyers: 1000, suppliers: 800, slots: 36, seed: 1, wishesPerBuyer: 20, wishesPerSupplier: 25 };
    const event = generateEvent(size);
    expect(event.wishes!.length).toBeGreaterThanOrEqual(40_000);
    const text = specText(event);
    const { first, longest, status, alerts, complaints } = await play(text);
    expect(status).toContain("vérifié : 0 règle enfreinte");
    expect(alerts).toBe(0);
    expect(complaints).toEqual([]);
    expect(first).toBeLessThan(SOON);
    expect(longest).toBeLessThan(LONGEST);
  }, 120_000);
});
