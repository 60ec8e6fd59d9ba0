// What keys reach: the grid is one tab stop, with arrows, Home and End by day, and Enter that opens; the screens of the event
// are gone through by Tab.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeEvents, openEvents, openSite } from "../support/browser.js";
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

/** Goes through the page by Tab, and tells what can be pressed or filled in there but was not reached. */
async function unreached(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const el of document.querySelectorAll<HTMLElement>("[data-reached]")) delete el.dataset["reached"];
    const first = document.querySelector<HTMLElement>(".top button")!;
    first.dataset["reached"] = "";
    first.focus();
  });
  for (let more = true; more;) {
    await page.keyboard.press("Tab");
    more = await page.evaluate(() => {
      const el = document.activeElement as HTMLElement;
      const first = el !== document.body && el.dataset["reached"] === undefined;
      if (first) el.dataset["reached"] = "";
      return first;
    });
  }
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, a[href], input, select, textarea, summary, [tabindex]")]
      // What is ticked in a row by Space, what is chosen in it by arrows, and the inside of the editor.
      .filter((el) => !el.closest(".dtrow, .gridbox, .edbox") && el.getClientRects().length > 0)
      .filter((el) => el.dataset["reached"] === undefined && el.tabIndex >= 0)
      .map((el) => el.outerHTML.slice(0, 120)),
  );
}

describe("the event by keyboard", () => {
  it("is reached everywhere by Tab", async () => {
    const { page } = await site.open({}, "#event/overview");
    await page.locator(".wl .fx").first().waitFor();
    expect(await unreached(page)).toEqual([]);
    for (const [place, ready] of [
      ["people", ".dtrow"],
      ["wishes", ".dtrow"],
      ["places", ".dtrow"],
      ["packages", ".dtrow"],
      ["calendar", "[data-spot]"],
    ] as const) {
      await page.evaluate((hash) => (location.hash = hash), `event/${place}`);
      await page.locator(ready).first().waitFor();
      expect(await unreached(page)).toEqual([]);
    }
  });

  it("is left by Tab where it is a text, and goes on below it", async () => {
    const { page } = await site.open({}, "#event/spec");
    await page.locator(".work.spec .view-line").first().waitFor();
    await page.locator(".edbox[aria-busy=false]").waitFor();
    await page.getByText("Ctrl M\u202f: Tab sort du texte").waitFor();
    await page.getByRole("button", { name: "Problème suivant" }).focus();
    await page.keyboard.press("Tab");
    const inside = (): Promise<boolean> => page.evaluate(() => document.activeElement!.closest(".edbox") !== null);
    expect(await inside()).toBe(true);
    await page.keyboard.press("Control+m");
    expect(await unreached(page)).toEqual([]);
    await page.evaluate(() => (location.hash = "event/rules"));
    await page.locator(".rlbox li").first().waitFor();
    await page.locator(".rl .edbox[aria-busy=false]").waitFor();
    expect(await unreached(page)).toEqual([]);
  });

  it("scrolls the overview", async () => {
    const { page } = await site.open({ viewport: { width: 1440, height: 600 } }, "#event/overview");
    await page.locator(".two .chart").first().waitFor();
    await page.getByRole("main").focus();
    await page.keyboard.press("End");
    await page.waitForFunction(() => document.querySelector("main")!.scrollTop > 0);
  });

  it("goes into the panel of an import and comes back out of it", async () => {
    const { page } = await site.open({}, "#event/places");
    await page.locator(".dtrow").first().waitFor();
    const title = page.locator(".imptitle");
    const focus = (): Promise<string> => page.evaluate(() => document.activeElement!.className);
    await page.getByRole("button", { name: "Coller depuis un tableur" }).focus();
    await page.keyboard.press("Enter");
    await title.waitFor();
    expect(await focus()).toContain("imptitle");
    await page.locator(".pastebox textarea").fill("Nom\nStand 99\n");
    await page.getByRole("button", { name: "Lire les cellules" }).focus();
    await page.keyboard.press("Enter");
    await page.locator(".map").waitFor();
    expect(await focus()).toContain("imptitle");
    await page.locator(".imp").getByRole("button", { name: "Fermer" }).focus();
    await page.keyboard.press("Enter");
    await page.locator(".tablefiles:focus").waitFor({ state: "attached" });
  });

  it("offers an example and the samples where a table is empty", async () => {
    const { page } = await site.open({}, "#event/people");
    await openEvents(page);
    await page.getByRole("button", { name: "Nouvel événement" }).click();
    await closeEvents(page);
    for (const [tab, file] of [
      ["Participants", "participants"],
      ["Souhaits", "wishes"],
      ["Lieux", "places"],
      ["Forfaits", "packages"],
    ] as const) {
      await page.getByRole("button", { name: new RegExp(`^${tab}`) }).click();
      const example = page.getByRole("button", { name: `Exemple à remplir\u202f: ${file}.csv` });
      const [download] = await Promise.all([page.waitForEvent("download"), example.click()]);
      expect(download.suggestedFilename()).toBe(`${file}.csv`);
    }
    await page.getByRole("button", { name: "Ouvrir un événement d’exemple" }).click();
    await page.locator("#events [data-sample]").first().waitFor();
  });
});
