// What the page does not take, and says so: a seed that is none, an event that cannot be scheduled, nobody chosen.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSample, openSite } from "../support/browser.js";
import type { Site } from "../support/browser.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

describe("the seed", () => {
  it.each(["-5", "1e99", "", "4294967296", "2.5"])(
    "%j stays in the field, in a red frame, with a sentence",
    async (text) => {
      const { page } = await site.open();
      const seed = page.locator("#run-seed");
      const frame = (): Promise<string> => seed.evaluate((field) => getComputedStyle(field).borderColor);
      const calm = await frame();
      await seed.fill(text);
      await seed.press("Enter");
      await page
        .getByText("La graine est un nombre entier de 0 à 4\u202f294\u202f967\u202f295. Le calcul garde 2027.")
        .waitFor();
      expect(await seed.inputValue()).toBe(text);
      expect(await seed.getAttribute("aria-invalid")).toBe("true");
      expect(await frame()).not.toBe(calm);
      await page.getByRole("button", { name: "EN", exact: true }).click();
      await page.getByText("The seed is a whole number from 0 to 4,294,967,295. The run keeps 2027.").waitFor();
      await seed.fill("4294967295");
      await seed.press("Enter");
      expect(await page.locator(".wrong").count()).toBe(0);
      expect(await seed.getAttribute("aria-invalid")).toBe("false");
      const wide = await seed.evaluate((field) => field.scrollWidth - field.clientWidth);
      expect(wide).toBe(0);
      await seed.fill("x");
      await seed.press("Enter");
      await page.getByText("The run keeps 4294967295.").waitFor();
    },
  );
});

describe("an event with errors", () => {
  it("is named, with the event that the grid shows, a way to the problems, and why nothing can be solved", async () => {
    const { page } = await site.open();
    await page.getByText("Lignes 1 à 28 sur 100").waitFor();
    await openSample(page, "impossible");
    await page
      .getByText(/^« Impossible » a 7 erreurs .* la grille montre encore « Customer Relationship Meetings/)
      .waitFor();
    expect(await page.locator(".top .ev").textContent()).toBe("Impossible");
    const solve = page.getByRole("button", { name: "Calculer", exact: true });
    expect(await solve.getAttribute("aria-disabled")).toBe("true");
    await page
      .locator(".run")
      .getByText("Calculer sera possible dès que les erreurs de l’événement sont corrigées.")
      .waitFor();
    await solve.click({ force: true });
    expect(await page.getByRole("button", { name: "Arrêter et garder" }).count()).toBe(0);
    await page.getByRole("button", { name: "Voir les problèmes" }).click();
    await page.locator("aside .wl li").first().waitFor();
    await page.getByRole("button", { name: "Planning" }).click();
    await openSample(page, "workshop");
    await page.getByText(/sur 12$/).waitFor();
    expect(await page.locator(".alert").count()).toBe(0);
    expect(await solve.getAttribute("aria-disabled")).toBe("false");
  });
});

describe("the side panel", () => {
  it("with nobody chosen has nothing to close, and offers a first agenda", async () => {
    const { page } = await site.open();
    const panel = page.locator("aside.per");
    await panel.getByText("Aucun agenda n’est ouvert.").waitFor();
    expect(await panel.getByRole("button", { name: "Fermer" }).count()).toBe(0);
    await panel.getByRole("button", { name: "Ouvrir l’agenda : Adèle Guéravel" }).click();
    await panel.getByRole("heading", { name: "Adèle Guéravel" }).waitFor();
    await panel.getByRole("button", { name: "Fermer" }).click();
    expect(await panel.count()).toBe(0);
  });
});
