// Rules as sentences: an edited number stands in the text, comments stay, undo takes it back; what is no number is not written.

import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, openText } from "../support/browser.js";
import type { Site } from "../support/browser.js";
import { SMALL_EVENT } from "../support/small-event-text.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

async function openRules(options: Parameters<Site["open"]>[0] = {}): Promise<{ page: Page; complaints: string[] }> {
  const opened = await site.open(options, "#event/rules");
  await openText(opened.page, "small.json", SMALL_EVENT);
  await field(opened.page, "gap").and(opened.page.locator('[aria-valuenow="9"]')).waitFor();
  return opened;
}

function field(page: Page, rule: string): Locator {
  return page.locator(`[data-rule="${rule}"] input`).first();
}

/** Waits until the text beside the form has a line with this in it. */
async function inText(page: Page, text: string, there = true): Promise<void> {
  const line = page.locator(".spec.alone .view-line").filter({ hasText: text }).first();
  await line.waitFor({ state: there ? "visible" : "detached" });
}

describe("the rules", () => {
  it("write a number into the text, keep its comments, and undo takes it back", async () => {
    const { page, complaints } = await openRules();
    await inText(page, '"gap": 9');
    await field(page, "gap").fill("1 2");
    await field(page, "gap").press("Enter");
    await inText(page, '"gap": 12');
    await inText(page, "// Agreed with the sponsors.");
    await inText(page, "// more than usual");
    expect(await field(page, "gap").inputValue()).toBe("12");
    await page.getByRole("button", { name: "Annuler" }).click();
    await inText(page, '"gap": 9');
    await page.locator('[data-rule="gap"] [aria-valuenow="9"]').waitFor();
    expect(complaints).toEqual([]);
  });

  it("follow what is typed in the text beside them", async () => {
    const { page } = await openRules();
    await page.locator(".view-line").filter({ hasText: '"gap": 9' }).click();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("5");
    await page.locator('[data-rule="gap"] [aria-valuenow="95"]').waitFor();
  });

  it("take the key out when a value is its default again", async () => {
    const { page } = await openRules();
    await inText(page, '"mutual": 70');
    await page.locator('[data-rule="mutual"]').getByRole("button", { name: "Remettre 50" }).click();
    await inText(page, '"mutual"', false);
    await page.locator('[data-rule="mutual"] [aria-valuenow="50"]').waitFor();
  });

  it("step with the arrow keys, and write once when the field is left", async () => {
    const { page } = await openRules();
    await field(page, "walk").press("ArrowUp");
    await field(page, "walk").press("Shift+ArrowUp");
    expect(await field(page, "walk").inputValue()).toBe("12");
    await inText(page, '"walk"', false);
    await field(page, "walk").press("Tab");
    await inText(page, '"walk": 12');
    await page.getByRole("button", { name: "Annuler" }).click();
    await inText(page, '"walk"', false);
  });

  it("frame what is no number or too large, say the limits, and write nothing; Escape restores", async () => {
    const { page } = await openRules();
    for (const wrong of ["many", "1 000 001", "-1", "2,5", ""]) {
      await field(page, "gap").fill(wrong);
      await field(page, "gap").press("Enter");
      await page.locator('[data-rule="gap"] .said').getByText("Un nombre entier de 0 à 1\u202f000\u202f000.").waitFor();
      await field(page, "gap").and(page.locator("[aria-invalid=true]")).waitFor();
      await field(page, "gap").press("Escape");
      expect(await field(page, "gap").inputValue()).toBe("9");
      await field(page, "gap").and(page.locator("[aria-invalid=false]")).waitFor();
    }
    await inText(page, '"gap": 9');
    await page.getByRole("button", { name: "Annuler" }).and(page.locator("[aria-disabled=true]")).waitFor();
  });

  it("switch a rule on with a number and off by emptying its field", async () => {
    const { page } = await openRules();
    const line = page.locator('[data-rule="maxHoles"]');
    await line.getByText("règle éteinte").waitFor();
    expect(await field(page, "maxHoles").getAttribute("placeholder")).toBe("autant qu’on veut");
    await field(page, "maxHoles").fill("1");
    await field(page, "maxHoles").press("Enter");
    await inText(page, '"maxHoles": 1');
    await line.getByText("règle dure", { exact: true }).waitFor();
    expect(await line.locator("p").first().textContent()).toContain("Une personne a au plus");
    expect(await field(page, "maxHoles").evaluate((input) => input === document.activeElement)).toBe(true);
    await field(page, "maxHoles").fill("");
    await field(page, "maxHoles").press("Enter");
    await inText(page, '"maxHoles"', false);
  });

  it("add and remove priorities, but none that a wish bears", async () => {
    const { page } = await openRules();
    const points = page.locator('[data-rule="points"]');
    await points.getByRole("button", { name: "Supprimer la priorité 4" }).click();
    await inText(page, '"points": [100, 60, 30]');
    const stays = points.getByRole("button", { name: "1 souhait a la priorité 3" });
    await stays.and(page.locator("[aria-disabled=true]")).waitFor();
    await stays.press("Enter");
    await points.getByRole("button", { name: "Ajouter une priorité" }).click();
    await inText(page, '"points": [100, 60, 30, 15]');
    await points.locator("input").nth(3).fill("10");
    await points.locator("input").nth(3).press("Enter");
    await inText(page, '"points"', false);
  });

  it("choose between two answers, and set weights, names, hosts and distances", async () => {
    const { page } = await openRules();
    await page.getByLabel("Déjà vus à une édition précédente").selectOption("exclude");
    await inText(page, '"met": "exclude"');
    await page.getByLabel("Poids des souhaits\u202f: Buyers").fill("3");
    await page.getByLabel("Poids des souhaits\u202f: Buyers").press("Enter");
    await inText(page, '"weight": 3');
    await page.getByLabel("Nom du côté").first().fill("Acheteurs");
    await page.getByLabel("Nom du côté").first().press("Enter");
    await inText(page, '"label": "Acheteurs"');
    await page.getByLabel("Minutes entre hall et terrace").fill("6");
    await page.getByLabel("Minutes entre hall et terrace").press("Enter");
    await inText(page, '["hall", "terrace", 6]');
  });

  it("stay readable while the text is no JSON, and cannot be edited then", async () => {
    const { page } = await openRules();
    await page.locator(".view-line").filter({ hasText: '"gap": 9' }).click();
    await page.keyboard.press("End");
    await page.keyboard.type(' "oops"');
    await page.getByText("Le texte de l’événement n’est plus du JSON").waitFor();
    expect(await field(page, "gap").inputValue()).toBe("9");
    expect(await field(page, "gap").isDisabled()).toBe(true);
  });

  it("show what is written wrong in the text, and mend it", async () => {
    const { page } = await openRules();
    await openText(page, "wrong.json", SMALL_EVENT.replace('"gap": 9', '"gap": "nine"'));
    await page.locator('[data-rule="gap"] [aria-invalid="true"]').waitFor();
    expect(await field(page, "gap").inputValue()).toBe("nine");
    await field(page, "gap").fill("8");
    await field(page, "gap").press("Enter");
    await inText(page, '"gap": 8');
    await page.locator('[data-rule="gap"] [aria-invalid="false"]').waitFor();
  });

  it("speak English, and switch in place", async () => {
    const { page } = await openRules({ locale: "en-GB" });
    await page.getByText("A free slot between two meetings costs").waitFor();
    await page.getByRole("button", { name: "FR", exact: true }).click();
    await page.getByText("Un créneau libre entre deux rendez-vous coûte").waitFor();
  });

  it("are for reading on a phone", async () => {
    const { page } = await site.open({ viewport: { width: 390, height: 844 } }, "#event/rules");
    await page.getByText("Un créneau libre entre deux rendez-vous coûte 4.").waitFor();
    expect(await page.locator("input.num").count()).toBe(0);
  });
});
