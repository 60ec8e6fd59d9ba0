// A text of 12 MB in the editor: it comes in pieces, and typing, reading it anew and going away and back do not block the page.
// Only cheap selectors while tasks are watched: looking for roles and texts would be a long task of the test's own.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { generateEvent, specText } from "../../src/index.js";
import { openSite, openText } from "../support/browser.js";
import type { Site } from "../support/browser.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

/** Milliseconds that no task of the page takes. */
const LONGEST = 50;
/** The same for making the editor anew, which takes 40 to 60 with any text; lines looked at one by one took 250 more. */
const ANEW = 120;

/** The text of a large event with a remark on every fourth line, to `length` characters. */
function remarked(length: number): string {
  const size = { buyers: 1500, suppliers: 1000, slots: 30, seed: 1, wishesPerBuyer: 30, wishesPerSupplier: 30 };
  const text = specText(generateEvent(size));
  const lines = text.split("\n");
  const remark = "x".repeat(Math.ceil((4 * (length - text.length)) / lines.length));
  return lines.map((line, i) => (i % 4 === 3 ? `${line} // ${remark}` : line)).join("\n");
}

/** Opens the tab of the text and waits until all of it is there. */
async function spec(page: Page): Promise<void> {
  await page.locator("nav.sub button").last().click();
  await page.locator('.edbox[aria-busy="false"]').waitFor({ timeout: 60_000 });
}

it("is typed in, left and shown again without a long task", async () => {
  const text = remarked(12_000_000);
  expect(text.length).toBeGreaterThan(12_000_000);
  const { page, complaints } = await site.open({}, "#event/overview");
  await openText(page, "long.json", text);
  await page.locator(".top .ev", { hasText: "1500" }).waitFor({ timeout: 60_000 });
  await spec(page);
  await page.locator(".monaco-editor .view-line").first().click();
  await page.keyboard.press("End");
  const longest = await site.watchTasks(page);
  await page.keyboard.type(' "oops"', { delay: 20 });
  await page.locator(".stat .err").waitFor({ timeout: 60_000 });
  await page.keyboard.press("Control+End");
  await page.locator(".view-line").last().waitFor();
  expect(await longest()).toBeLessThan(LONGEST);
  const anew = await site.watchTasks(page);
  await page.locator("nav.sub button").first().click();
  await page.locator(".work.ov").waitFor();
  await spec(page);
  expect(await anew()).toBeLessThan(ANEW);
  expect(complaints).toEqual([]);
}, 180_000);
