// Editing the event's text: a broken text leaves the last good state and says where it is broken; a changed event makes
// the numbers stale.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite } from "../support/browser.js";
import type { Site } from "../support/browser.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

/** Puts the caret at the end of the line that holds a text, and waits until the editor has it. */
async function caretAfter(page: Page, line: string): Promise<void> {
  await page.locator(".view-line").filter({ hasText: line }).first().click();
  await page.keyboard.press("End");
}

describe("the Spec tab", () => {
  it("keeps the last good state while the text is broken, and recovers", async () => {
    const { page, complaints } = await site.open({}, "#event/spec");
    await caretAfter(page, '"Cannes"');
    await page.keyboard.type(' "oops"');
    await page.getByText("la page garde le dernier état valide").waitFor();
    await page.locator(".squiggly-error").first().waitFor();
    expect(await page.locator("aside .wl li").count()).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Planning" }).click();
    await page.getByText(/^Lignes 1 à \d+ sur 100$/).waitFor();
    await page.getByRole("button", { name: "Voir les problèmes" }).click();
    await caretAfter(page, '"Cannes"');
    for (let i = 0; i < ' "oops"'.length; i++) await page.keyboard.press("Backspace");
    await page.getByText("la page garde le dernier état valide").waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
  });

  it("names an unknown key and the nearest known one, in the page's language", async () => {
    const { page } = await site.open({}, "#event/spec");
    await caretAfter(page, '"Cannes"');
    await page.keyboard.type(' "timezon": "Europe/Paris",');
    const problems = page.locator("aside .wl");
    await problems.getByText(/timezon\b.*timezone/).waitFor();
    const french = await problems.locator("li").first().textContent();
    await page.getByRole("button", { name: "EN", exact: true }).click();
    await problems.getByText(/timezon\b.*timezone/).waitFor();
    expect(await problems.locator("li").first().textContent()).not.toBe(french);
  });

  it("completes keys from the schema", async () => {
    const { page } = await site.open({}, "#event/spec");
    await caretAfter(page, '"Cannes"');
    await page.keyboard.press("Enter");
    await page.keyboard.type('"i');
    await page.keyboard.press("Control+Space");
    await page.locator(".suggest-widget").getByText("id", { exact: true }).first().waitFor();
  });

  it("says that the numbers are stale once the event changed after a run", async () => {
    const { page } = await site.open();
    await page.getByLabel("Durée").selectOption("2");
    await page.getByRole("button", { name: "Calculer", exact: true }).click();
    await page.getByText(/^Calculé à/).waitFor({ timeout: 30_000 });
    await page.getByRole("button", { name: "Événement", exact: true }).click();
    await page.getByRole("button", { name: "Spec" }).click();
    await caretAfter(page, '"Cannes"');
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("-la-Bocca");
    await page.getByText("Cannes-la-Bocca").first().waitFor();
    await page.getByRole("button", { name: "Planning" }).click();
    await page.locator(".run").getByText("L’événement a changé depuis : recalculer.").waitFor();
    expect(await page.locator(".ql.old", { hasText: "du meilleur possible" }).count()).toBe(1);
  });
});
