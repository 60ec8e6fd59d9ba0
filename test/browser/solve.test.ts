// Solve and Stop: a schedule that the judge accepts, numbers that add up, the best so far kept.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { numberIn, openSample, openSite } from "../support/browser.js";
import type { Site } from "../support/browser.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

async function scoreShown(page: Page): Promise<number> {
  const text = await page.locator(".ql span").textContent();
  return numberIn(/Score .*/.exec(text ?? "")?.[0] ?? null);
}

/** The score as the summary shows it. */
async function counted(page: Page): Promise<number> {
  return numberIn(await page.locator("section.score .tot td.n").textContent());
}

describe("a run", () => {
  it("ends with a schedule that breaks no rule and whose parts add up to the score", async () => {
    const { page, complaints } = await site.open();
    await page.getByLabel("Durée").selectOption("2");
    await page.getByRole("button", { name: "Calculer", exact: true }).click();
    await page.getByText(/^Calculé à .* vérifié : 0 règle enfreinte/).waitFor({ timeout: 30_000 });
    expect(await page.locator(".alert").count()).toBe(0);
    expect(await page.locator("path.score").count()).toBe(1);
    const score = await scoreShown(page);
    await page.getByRole("button", { name: "Résumé" }).click();
    const parts = await page.locator("section.score td.n").allTextContents();
    const numbers = parts.map(numberIn);
    expect(numbers.slice(0, -1).reduce((sum, part) => sum + part, 0)).toBe(score);
    expect(numbers.at(-1)).toBe(score);
    await page.getByRole("button", { name: "Constats" }).click();
    await page.getByText("Aucune règle n’est enfreinte.").waitFor();
    expect(complaints).toEqual([]);
  });

  it("shows one person's agenda, and a reason for each wish that was not met", async () => {
    const { page } = await site.open();
    await page.getByLabel("Durée").selectOption("2");
    await page.getByRole("button", { name: "Calculer", exact: true }).click();
    await page.getByText(/^Calculé à/).waitFor({ timeout: 30_000 });
    await page.getByRole("rowheader", { name: "Aline Boisgravel" }).click();
    const panel = page.locator("aside.per");
    await panel.getByRole("heading", { name: "Aline Boisgravel" }).waitFor();
    const [met, of] = (await panel.locator(".k3 div").nth(1).locator("dd").textContent())!.split("/").map(Number);
    expect(met).toBeGreaterThan(0);
    const unmet = panel.locator(".un:not(.towards) li");
    expect(await unmet.count()).toBe(of! - met!);
    expect(await unmet.locator("p").count()).toBe(of! - met!);
    expect(await panel.locator(".ag tr").count()).toBeGreaterThan(met!);
  });

  it("is stopped with the best so far", async () => {
    const { page } = await site.open();
    await page.getByLabel("Durée").selectOption("60");
    await page.getByRole("button", { name: "Calculer", exact: true }).click();
    await page.getByText(/souhaits tenus sur/).waitFor({ timeout: 30_000 });
    await page.getByRole("button", { name: "Résumé" }).click();
    const running = await counted(page);
    await page.getByRole("button", { name: "Arrêter et garder" }).click();
    await page.getByText(/^Arrêté à .* le meilleur planning est gardé, vérifié : 0 règle enfreinte/).waitFor();
    expect(await counted(page)).toBeGreaterThanOrEqual(running);
    expect(await page.locator(".alert").count()).toBe(0);
  });

  it("breaks no rule with any variant", async () => {
    const { page } = await site.open();
    await openSample(page, "workshop");
    await page.getByText(/sur 12$/).waitFor();
    await page.getByLabel("Durée").selectOption("2");
    const variants = await page
      .getByLabel("Variante")
      .locator("option")
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    expect(variants.length).toBeGreaterThanOrEqual(6);
    for (const variant of variants) {
      await page.getByLabel("Variante").selectOption(variant);
      await page.getByRole("button", { name: "Calculer", exact: true }).click();
      await page.getByRole("button", { name: "Arrêter et garder" }).waitFor({ state: "detached", timeout: 30_000 });
      await page.getByText(/^Calculé à .* vérifié : 0 règle enfreinte/).waitFor({ timeout: 30_000 });
      expect(await page.locator(".alert").count(), variant).toBe(0);
    }
  }, 90_000);
});
