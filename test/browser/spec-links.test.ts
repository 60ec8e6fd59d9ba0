// The Spec tab and the rest of the page: ids are completed, problems are cured in place (Ctrl .), and lead to rows and back.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateEvent } from "../../src/index.js";
import { specText } from "../../src/spec/parse.js";
import { openSite, openText } from "../support/browser.js";
import type { Site } from "../support/browser.js";
import { buyers, sellers } from "../support/event-builder.js";
import { calm } from "../support/watched.js";

const SPEC = "#event/spec";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

/** Puts the caret into the line that holds a text, right after it. */
async function caretAfter(page: Page, text: string): Promise<void> {
  await page.locator(".view-line").filter({ hasText: text }).first().click();
  await page.keyboard.press("Home");
  const line = (await page.locator(".view-line").filter({ hasText: text }).first().textContent())!.replace(
    /\u00a0/g,
    " ",
  );
  const indent = line.length - line.trimStart().length;
  for (let i = line.indexOf(text) + text.length - indent; i > 0; i--) await page.keyboard.press("ArrowRight");
}

const people = [
  ...buyers({ id: "b1", name: "Ada Bright", tier: "gol" }, { id: "b2", name: "Bo" }),
  ...sellers({ id: "s1", name: "Cy" }, "s2"),
];

describe("the Spec tab", () => {
  it("completes ids of people with their names, also in a text that has errors", async () => {
    const { page, complaints } = await site.open({}, SPEC);
    await openText(page, "names.json", specText(calm({ participants: people })));
    await page.locator(".squiggly-error").first().waitFor();
    await caretAfter(page, '"from": "b2"');
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    await page.keyboard.type("ad");
    const offer = page.locator(".suggest-widget .monaco-list-row", { hasText: "Ada Bright" });
    await offer.waitFor();
    await page.keyboard.press("Enter");
    await offer.waitFor({ state: "hidden" });
    await page
      .locator(".view-line", { hasText: /"from":\s"b1",\s"to":\s"s1"/ })
      .nth(1)
      .waitFor();
    expect(complaints).toEqual([]);
  });

  it("corrects a key and an id in place, and takes it back", async () => {
    const { page } = await site.open({}, SPEC);
    const event = { ...calm(), rules: { garantee: 900 } };
    await openText(page, "key.json", JSON.stringify(event, null, 2));
    await page.locator("aside .wl").getByText("garantee").first().click();
    await page.locator(".squiggly-error").first().waitFor();
    await page.keyboard.press("Control+.");
    await page.locator(".action-widget").getByText("Corriger en «\u202fguarantee\u202f»").click();
    await page.locator(".view-line", { hasText: /"guarantee":\s900/ }).waitFor();
    await page.getByText("Rien à corriger dans les données.").waitFor();
    await page.locator(".view-line", { hasText: "guarantee" }).click();
    await page.keyboard.press("Control+z");
    await page.locator(".view-line", { hasText: "garantee" }).waitFor();
  });

  it("goes from a problem to its row, or to the text where no table has it, and comes back to the place", async () => {
    const { page } = await site.open({}, "#event/overview");
    await openText(page, "tier.json", specText(calm({ participants: people, tiers: [{ id: "gold" }] })));
    const entry = page.locator(".wl li", { hasText: "Un identifiant inconnu" });
    await entry.getByText("Participant Ada Bright. Il n’y a pas de forfait").waitFor();
    await entry.getByRole("button", { name: "Voir dans le texte" }).click();
    const line = page.locator(".monaco-editor .view-line", { hasText: "Ada" });
    await line.waitFor();
    await page.locator("aside .wl").getByRole("button", { name: "Voir dans le tableau" }).waitFor();
  });

  it("says why a long text is not formatted", async () => {
    const { page } = await site.open({}, SPEC);
    const size = { buyers: 400, suppliers: 300, slots: 24, seed: 1, wishesPerBuyer: 20, wishesPerSupplier: 20 };
    const text = specText(generateEvent(size));
    expect(text.length).toBeLessThan(1_000_000);
    await openText(page, "long.json", text.replace("{", `{ // ${"a long remark ".repeat(50_000)}\n`));
    await page.locator(".stat", { hasText: "caractères" }).waitFor();
    await page.locator(".monaco-editor .view-line").first().waitFor();
    await page.waitForFunction(() => /1,\d\u202fM/.test(document.querySelector(".stat")?.textContent ?? ""));
    await page.getByRole("button", { name: "Mettre en forme" }).click();
    await page.getByText(/Un texte de plus de 1\u202fM caractères n’est pas mis en forme/).waitFor();
  });
});
