// The grid by keyboard: one tab stop, arrows, Home and End by day, Enter opens.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite } from "../support/browser.js";
import type { Site } from "../support/browser.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

async function active(page: Page): Promise<string | null> {
  return page.getByRole("grid").getAttribute("aria-activedescendant");
}

describe("the grid by keyboard", () => {
  it("moves with the arrows, by day with Home and End, and opens with Enter", async () => {
    const { page } = await site.open();
    await page.getByText("Lignes 1 à 28 sur 100").waitFor();
    const grid = page.getByRole("grid");
    await grid.focus();
    expect(await active(page)).toBe("cell-0--1");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await active(page)).toBe("cell-1-1");
    await page.keyboard.press("End");
    expect(await active(page)).toBe("cell-1-12");
    await page.keyboard.press("End");
    expect(await active(page)).toBe("cell-1-26");
    await page.keyboard.press("Home");
    expect(await active(page)).toBe("cell-1-14");
    await page.keyboard.press("ArrowLeft");
    expect(await active(page)).toBe("cell-1-12");
    await page.keyboard.press("Home");
    await page.keyboard.press("Home");
    expect(await active(page)).toBe("cell-1--1");
    await page.keyboard.press("Control+End");
    expect(await active(page)).toBe("cell-99-26");
    await page.getByText("Lignes 73 à 100 sur 100").waitFor();
    await page.locator("#cell-99-26").waitFor();
    await page.keyboard.press("Enter");
    const name = await page
      .getByRole("row")
      .filter({ has: page.locator("#cell-99-26") })
      .getByRole("rowheader")
      .textContent();
    await page.locator("aside.per").getByRole("heading", { level: 2 }).waitFor();
    expect(name).toContain(await page.locator("aside.per").getByRole("heading", { level: 2 }).textContent());
  });

  it("is one tab stop, with a visible focus", async () => {
    const { page } = await site.open();
    await page.getByText("Lignes 1 à 28 sur 100").waitFor();
    expect(await page.locator(".gridbox [tabindex], .gridbox button").count()).toBe(0);
    await page.getByRole("button", { name: "Constats" }).focus();
    await page.keyboard.press("Tab");
    const outline = await page.locator(".gridbox .cur").evaluate((cell) => getComputedStyle(cell).outlineWidth);
    expect(outline).toBe("2px");
  });
});
