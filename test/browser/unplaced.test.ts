// Locked meetings that no run can hold together, although each of them could be held: the page says so and names them.

import { afterAll, beforeAll, expect, it } from "vitest";
import { importB2bsp, specText } from "../../src/index.js";
import { ownFiles } from "../support/b2bsp/index.js";
import { numberIn, openSite, openText } from "../support/browser.js";
import type { Site } from "../support/browser.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

/** An event all of whose meetings are locked: with no hole allowed they cannot all be held. */
function crowded(): string {
  const { text } = ownFiles().find(({ name }) => name === "harbour.fixed.dzn")!;
  const read = importB2bsp(text, { d: 0 });
  if (!read.ok) throw new Error("the stand-in does not import");
  return specText(read.value);
}

it("a run that cannot hold all locked meetings ends with their names among the findings", async () => {
  const { page, complaints } = await site.open();
  await openText(page, "crowded.json", crowded());
  await page.locator(".top .ev", { hasText: "15 meetings of 9 participants" }).waitFor();
  await page.getByLabel("Durée").selectOption("2");
  await page.getByRole("button", { name: "Calculer", exact: true }).click();
  const status = page.locator(".run .prog", { hasText: /rendez-vous verrouillés? n’(a|ont) pas pu être placés?/ });
  await status.waitFor({ timeout: 30_000 });
  const count = numberIn(/\d+ rendez-vous/.exec((await status.textContent())!)![0]);
  await page.getByRole("button", { name: "Constats" }).click();
  const section = page.locator("section.unplaced");
  await section.getByRole("heading", { name: `Rendez-vous verrouillés sans créneau ${count}` }).waitFor();
  expect(count).toBeGreaterThan(0);
  expect(await section.locator("li").count()).toBe(count);
  const name = (await section.locator("li button").first().textContent())!;
  await section.locator("li button").first().click();
  await page.locator("aside.per").getByRole("heading", { name, exact: true }).waitFor();
  expect(complaints).toEqual([]);
});
