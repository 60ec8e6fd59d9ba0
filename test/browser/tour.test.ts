// The tour: through all screens by keyboard, skipped, offered once, on a phone; the event stays as it is.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, startTour } from "../support/browser.js";
import type { Site } from "../support/browser.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

const PHONE = { width: 390, height: 844 };
const offer = (page: Page) => page.locator(".offer");
const card = (page: Page) => page.getByRole("dialog");

/** What has the focus, in words. */
function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement!.textContent);
}

/** Height of the bars and of the grid: what a step must not move. */
async function heights(page: Page): Promise<number[]> {
  const boxes = await Promise.all([".top", ".run", ".band", ".gridbox"].map((s) => page.locator(s).boundingBox()));
  return boxes.flatMap((box) => [box!.y, box!.height]);
}

describe("the tour", () => {
  it("goes to the end and back by keyboard, through the screens, and changes nothing", async () => {
    const { page, complaints } = await site.open();
    await page.getByText("Lignes 1 à 28 sur 100").waitFor();
    const before = await heights(page);
    await offer(page).getByRole("button", { name: "Visite de 2 minutes" }).focus();
    await page.keyboard.press("Enter");
    const titles: string[] = [];
    const places: string[] = [];
    for (let step = 1; step <= 7; step++) {
      await card(page).getByText(`${step} / 7`).waitFor();
      await page.locator(".tourframe").waitFor();
      titles.push((await card(page).getByRole("heading").textContent())!);
      places.push(new URL(page.url()).hash);
      expect(await focused(page)).toBe(step === 7 ? "Terminer" : "Suivant");
      await page.keyboard.press("Enter");
    }
    await card(page).waitFor({ state: "detached" });
    expect(new Set(titles).size).toBe(7);
    expect(places).toEqual([
      "#event/people",
      "#event/wishes",
      "#event/calendar",
      "#event/overview",
      "#schedule/grid",
      "#schedule/grid",
      "#schedule/grid",
    ]);
    // The offer is gone: the focus is where the tour can be had again.
    expect(await focused(page)).toBe("Mes événements");
    expect(await heights(page)).toEqual(before);
    await page.evaluate(() => (location.hash = "event/overview"));
    await page.getByRole("button", { name: "Annuler" }).and(page.locator("[aria-disabled=true]")).waitFor();
    // A sample becomes somebody's event with its first change.
    await page.getByRole("button", { name: "Mes événements" }).click();
    await page.getByText(/^Rien n’est encore gardé/).waitFor();
    expect(complaints).toEqual([]);
  });

  it("goes back, and stands beside what it points at, whatever the size of the screen", async () => {
    const { page } = await site.open();
    await startTour(page);
    await page.keyboard.press("Enter");
    await card(page).getByText("2 / 7").waitFor();
    await page.keyboard.press("Shift+Tab");
    expect(await focused(page)).toBe("Précédent");
    await page.keyboard.press("Enter");
    await card(page).getByText("1 / 7").waitFor();
    expect(await focused(page)).toBe("Suivant");
    for (const width of [1440, 1000]) {
      await page.setViewportSize({ width, height: 700 });
      await page.waitForFunction(() => {
        const button = document.querySelector(".flt .filebtn")!.getBoundingClientRect();
        const frame = document.querySelector(".tourframe")!.getBoundingClientRect();
        const words = document.querySelector(".tour")!.getBoundingClientRect();
        const around = Math.abs(frame.left + 4 - button.left) < 1 && Math.abs(frame.top + 4 - button.top) < 1;
        return around && words.top > button.bottom && words.top < button.bottom + 40 && words.right <= innerWidth;
      });
    }
  });

  it("is skipped by Escape or its button, back to where it began, and offered no more after that", async () => {
    const { page } = await site.open({}, "#event/rules");
    await startTour(page);
    await page.keyboard.press("Enter");
    await card(page).getByText("2 / 7").waitFor();
    await page.keyboard.press("Escape");
    await card(page).waitFor({ state: "detached" });
    expect(new URL(page.url()).hash).toBe("#event/rules");
    await page.locator(".rlbox li").first().waitFor();
    expect(await offer(page).count()).toBe(0);
    await page.reload();
    await page.locator(".rlbox li").first().waitFor();
    expect(await offer(page).count()).toBe(0);
    // Beside the samples it can always be had.
    await page.getByRole("button", { name: "Mes événements" }).click();
    await page.locator("#events").getByRole("button", { name: "Visite de 2 minutes" }).click();
    await card(page).getByText("1 / 7").waitFor();
    expect(await page.locator("#events").count()).toBe(0);
    await card(page).getByRole("button", { name: "Passer la visite" }).click();
    await card(page).waitFor({ state: "detached" });
    expect(await focused(page)).toBe("Mes événements");
  });

  it("leaves keys and pointer to the page, and somebody who went elsewhere there", async () => {
    const { page } = await site.open();
    await startTour(page);
    await page.locator(".dtrow").first().waitFor();
    await page.getByRole("button", { name: /^Lieux/ }).click();
    await page.locator(".tourframe").waitFor({ state: "attached" });
    await page.locator(".dt").focus();
    await page.keyboard.press("Escape");
    await card(page).getByText("1 / 7").waitFor();
    await card(page).getByRole("button", { name: "Passer la visite" }).click();
    await card(page).waitFor({ state: "detached" });
    expect(new URL(page.url()).hash).toBe("#event/places");
  });

  it("is dismissed for good, and says itself in English", async () => {
    const { page } = await site.open({ locale: "en-GB" });
    await page.getByText("Rows 1 to 28 of 100").waitFor();
    await page.getByRole("button", { name: "Do not offer the tour again" }).click();
    expect(await offer(page).count()).toBe(0);
    expect(await focused(page)).toBe("My events");
    await page.reload();
    await page.getByText("Rows 1 to 28 of 100").waitFor();
    expect(await offer(page).count()).toBe(0);
    await page.getByRole("button", { name: "My events" }).click();
    await page.getByRole("button", { name: "Two-minute tour" }).click();
    await card(page).getByRole("heading", { name: "Start from your files" }).waitFor();
  });

  it("is a sheet at the bottom of a phone, beside what it points at, in fingers' sizes", async () => {
    const { page, complaints } = await site.open({ viewport: PHONE });
    await startTour(page);
    for (let step = 1; step <= 7; step++) {
      await card(page).getByText(`${step} / 7`).waitFor();
      await page.locator(".tourframe").waitFor();
      await page.waitForFunction(() => {
        const frame = document.querySelector(".tourframe")!.getBoundingClientRect();
        const words = document.querySelector(".tour")!.getBoundingClientRect();
        return (
          words.left === 0 && words.right === innerWidth && words.bottom === innerHeight && frame.bottom < words.top
        );
      });
      for (const button of await card(page).getByRole("button").all())
        expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
      await card(page).getByRole("button").last().click();
    }
    await card(page).waitFor({ state: "detached" });
    expect(await focused(page)).toBe("Menu");
    expect(complaints).toEqual([]);
  });
});
