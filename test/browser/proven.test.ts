// The quality line: what the schedule's own certificate proves, in the page's language.

import { afterAll, beforeAll, expect, it } from "vitest";
import { generateEvent } from "../../src/spec/samples/generate.js";
import { openSite, openText } from "../support/browser.js";
import type { Site } from "../support/browser.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

it("with every rule and two lunches, it says how near the whole and the meetings are to the best possible", async () => {
  const { page, complaints } = await site.open();
  await page.getByText("Lignes 1 à 28 sur 100").waitFor();
  await page.getByLabel("Durée").selectOption("2");
  await page.getByRole("button", { name: "Calculer", exact: true }).click();
  const said = /à [23],\d\d\s%\sdu meilleur possible, les rendez-vous seuls à 0,\d\d\s%/;
  await page.locator(".ql", { hasText: said }).waitFor({ timeout: 30_000 });
  expect(complaints).toEqual([]);
});

it("an event of wishes alone ends proven best", async () => {
  const { page, complaints } = await site.open();
  const event = generateEvent({ buyers: 40, suppliers: 20, slots: 14, seed: 1, rules: "pure" });
  await openText(page, "wishes.json", JSON.stringify({ ...event, event: { name: "Wishes alone" } }));
  await page.locator(".top .ev", { hasText: "Wishes alone" }).waitFor();
  await page.getByLabel("Durée").selectOption("2");
  await page.getByRole("button", { name: "Calculer", exact: true }).click();
  await page.locator(".ql", { hasText: "optimal, prouvé" }).waitFor({ timeout: 30_000 });
  expect(complaints).toEqual([]);
});
