// The page as it opens: the sample is there, everything fits the screen, nothing complains, nobody else is asked.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEvents, openSample, openSite } from "../support/browser.js";
import type { Site } from "../support/browser.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

describe("the page", () => {
  it("opens with customer-relationship-meetings and 28 rows on a screen of 1440 x 900", async () => {
    const { page, complaints } = await site.open();
    await page.getByText("Lignes 1 à 28 sur 100").waitFor();
    await page.locator(".top .ev", { hasText: "Customer Relationship Meetings" }).waitFor();
    expect(await page.locator(".top .st").count()).toBe(0);
    const box = (await page.getByRole("grid").boundingBox())!;
    const rows = await page.getByRole("rowheader").evaluateAll((cells) =>
      cells
        .filter((cell) => cell.textContent !== "")
        .map((cell) => cell.getBoundingClientRect())
        .map(({ top, bottom }) => [top, bottom] as const),
    );
    const whole = rows.filter(([top, bottom]) => top >= box.y + 33 && bottom <= box.y + box.height + 1);
    expect(whole.length).toBeGreaterThanOrEqual(28);
    const sideways = await page.getByRole("grid").evaluate((grid) => grid.scrollWidth - grid.clientWidth);
    expect(sideways).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("keeps to a strict policy: no script in the document, no inline handler", async () => {
    const { page } = await site.open();
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    const inline = await page.locator("script:not([src])").count();
    expect(inline).toBe(0);
  });

  it("switches between French and English in place, numbers and days too", async () => {
    const { page } = await site.open();
    await page.getByText("mercredi 17 mars").waitFor();
    await page.getByRole("button", { name: "EN", exact: true }).click();
    await page.getByText("Wednesday 17 March").waitFor();
    await page.getByRole("button", { name: "Solve" }).waitFor();
    await page.getByText(/2,\d{3} wishes of 150 participants/).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.getByRole("button", { name: "FR", exact: true }).click();
    await page.getByText(/2\u202f\d{3} souhaits de 150 participants/).waitFor();
  });

  it("follows the chosen theme and keeps it", async () => {
    const { page } = await site.open({ colorScheme: "light" });
    const background = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await page.getByRole("button", { name: "Thème : système" }).click();
    await page.getByRole("button", { name: "Thème : clair" }).click();
    await page.getByRole("button", { name: "Thème : sombre" }).waitFor();
    expect(await background()).not.toBe(light);
    await page.reload();
    await page.getByRole("button", { name: "Thème : sombre" }).waitFor();
    expect(await background()).not.toBe(light);
  });

  it("opens every sample; the impossible one leaves the last good event and names what contradicts", async () => {
    const { page, complaints } = await site.open();
    await page.getByText("Lignes 1 à 28 sur 100").waitFor();
    await openEvents(page);
    const names = await page
      .locator("#events [data-sample]")
      .evaluateAll((buttons) => buttons.map((button) => (button as HTMLElement).dataset["sample"]!));
    expect(names).toContain("impossible");
    const title = page.locator(".top .ev");
    const first = page.getByRole("rowheader").first();
    for (const name of names.filter((id) => id !== "impossible" && id !== "customer-relationship-meetings")) {
      const last = await title.textContent();
      const person = await first.textContent();
      await openSample(page, name);
      await title.filter({ hasNotText: last! }).waitFor();
      // Another event begins with another person: until then the grid still shows the one before.
      await first.filter({ hasNotText: person! }).waitFor();
      await page.locator('[role="grid"][aria-busy="false"] .nm:not(:empty)').first().waitFor();
      expect(await page.locator(".alert").count()).toBe(0);
    }
    const before = await first.textContent();
    await openSample(page, "impossible");
    await page.getByText("la page garde le dernier état valide").waitFor();
    expect(await first.textContent()).toBe(before);
    await page.getByRole("button", { name: "Événement", exact: true }).click();
    await page.locator(".wl li").first().waitFor();
    expect(complaints).toEqual([]);
  });

  it("reads in one column on a phone, and opens an agenda on touch", async () => {
    const { page, complaints } = await site.open({ viewport: { width: 390, height: 844 } });
    await page.getByRole("button", { name: "Adèle Guéravel" }).click();
    await page.getByRole("heading", { name: "Adèle Guéravel" }).waitFor();
    await page.getByRole("button", { name: "Retour au planning" }).click();
    await page.getByRole("button", { name: "Vue d’ensemble" }).click();
    await page.getByText("Lecture seule sur téléphone").waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    expect(complaints).toEqual([]);
  });
});
