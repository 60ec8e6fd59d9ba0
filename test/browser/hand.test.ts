// Meetings changed by hand in Chromium: dragged and refused, by the keys, pinned, removed, added, taken back to the start, and
// a run around all that.

import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { numberIn, openSite, openText } from "../support/browser.js";
import type { Site } from "../support/browser.js";
import { sampleText } from "../../src/index.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

const status = (page: Page): Locator => page.locator(".run .prog");
const hand = (page: Page): Locator => page.locator("aside.hand");
const scoreOf = async (page: Page): Promise<number> =>
  numberIn(/Score .*/.exec((await page.locator(".ql span").textContent()) ?? "")?.[0] ?? null);

async function solved(): Promise<{ page: Page; complaints: string[] }> {
  const opened = await site.open();
  await solve(opened.page);
  return opened;
}

async function solve(page: Page): Promise<void> {
  await page.getByLabel("Durée").selectOption("2");
  await page.getByRole("button", { name: "Calculer", exact: true }).click();
  await page.getByText(/^Calculé à .* vérifié : 0 règle enfreinte/).waitFor({ timeout: 30_000 });
}

/** Presses on the n-th meeting that is not locked and moves off; the hand has it then. */
async function takeUp(page: Page, n: number): Promise<void> {
  const { x, y } = (await page.locator(".gridbox .row .c.p1:not(.lock)").nth(n).boundingBox())!;
  await page.mouse.move(x + 10, y + 8);
  await page.mouse.down();
  await page.mouse.move(x + 22, y + 10, { steps: 3 });
  await page.locator(".handrows .t.best").waitFor();
}

async function over(page: Page, target: Locator): Promise<void> {
  const { x, y, width, height } = (await target.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 2 });
}

describe("a meeting that is dragged", () => {
  it("goes where it may, is refused where it may not, and goes back to the start", async () => {
    const { page, complaints } = await solved();
    const start = await scoreOf(page);
    await takeUp(page, 14);
    await over(page, page.locator(".handrows .t.no").first());
    await hand(page).getByText("interdit", { exact: true }).waitFor();
    await page.locator(".dragtip .no").waitFor();
    await page.mouse.up();
    await status(page).locator(".no").waitFor();
    expect(await scoreOf(page)).toBe(start);
    await hand(page)
      .getByRole("button", { name: /^Annuler/ })
      .click();

    await takeUp(page, 14);
    const best = page.locator(".handrows .t.best");
    const gain = numberIn(await best.textContent());
    await over(page, best);
    await page.mouse.up();
    await status(page)
      .getByText(/^Fait : .* Vérifié : 0 règle enfreinte/)
      .waitFor();
    expect(await scoreOf(page)).toBe(start + gain);
    await page.getByRole("button", { name: "1 changement à la main" }).waitFor();

    // A second one, by the keys: M, right, Enter; then both are taken back.
    await page.locator(".gridbox .row .c.p2:not(.lock)").nth(20).click();
    await page.locator(".gridbox").focus();
    await page.keyboard.press("m");
    await page.locator(".handrows").waitFor();
    await page.keyboard.press("ArrowRight");
    await page.locator(".handrows .aim").first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "2 changements à la main" }).waitFor();
    await page.keyboard.press("Control+Z");
    await page.getByRole("button", { name: "1 changement à la main" }).waitFor();
    await page.keyboard.press("Control+Z");
    await page.getByRole("button", { name: "0 changement à la main" }).waitFor();
    await status(page)
      .getByText(/^Annulé : Déplacement de /)
      .waitFor();
    expect(await scoreOf(page)).toBe(start);
    await page.keyboard.press("Control+Y");
    await status(page)
      .getByText(/^Rétabli/)
      .waitFor();
    expect(await scoreOf(page)).toBe(start + gain);
    expect(complaints).toEqual([]);
  });

  it("is let go with Escape, and nothing has changed", async () => {
    const { page } = await solved();
    const start = await scoreOf(page);
    await takeUp(page, 5);
    await page.keyboard.press("Escape");
    await page.locator(".handrows").waitFor({ state: "detached" });
    await page.mouse.up();
    expect(await scoreOf(page)).toBe(start);
    await page.getByRole("button", { name: /^Annuler/, disabled: true }).waitFor();
  });
});

describe("pins and removals", () => {
  it("stand in the event and hold in a run around them", async () => {
    const { page, complaints } = await solved();
    await page.locator(".gridbox .row .c.p1:not(.lock)").nth(14).click();
    const cell = page.locator(".gridbox .cur");
    const said = (await cell.getAttribute("aria-label"))!;
    await page.locator(".gridbox").focus();
    await page.keyboard.press("l");
    await status(page).getByText("1 rendez-vous verrouillé dans l’événement. Vérifié : 0 règle enfreinte.").waitFor();
    await page.locator(".gridbox .cur.lock").waitFor();

    // Another one is taken out for good, and the rest is worked out anew around both.
    await page.keyboard.press("ArrowDown");
    await page.locator(".gridbox .row .c.p2:not(.lock)").nth(30).click();
    await page.locator(".gridbox").focus();
    await page.keyboard.press("m");
    await hand(page).getByRole("button", { name: "Retirer et bloquer" }).click();
    await page.getByRole("button", { name: "2 changements à la main" }).waitFor();
    await page.getByRole("button", { name: "Recalculer autour" }).click();
    await page.getByText(/^Calculé à .* vérifié : 0 règle enfreinte/).waitFor({ timeout: 30_000 });
    await page.locator(`.gridbox .c.lock[aria-label="${said}, verrouillé"]`).waitFor();

    await page.getByRole("button", { name: "Événement", exact: true }).click();
    await page.getByRole("button", { name: "Spec" }).click();
    await page.locator(".view-lines").first().waitFor();
    await page.getByRole("button", { name: "Planning", exact: true }).click();
    // Undo goes back over the run, to the changes before it.
    await page.getByRole("button", { name: /^Annuler/ }).click();
    await status(page).getByText("Annulé : Calcul").waitFor();
    await page.getByRole("button", { name: "2 changements à la main" }).waitFor();
    expect(complaints).toEqual([]);
  });

  it("a wish without a meeting is placed by hand where it can be, or says why nowhere", async () => {
    const { page } = await solved();
    await page.getByRole("rowheader", { name: "Aline Boisgravel" }).click();
    await page
      .locator("aside.per .un")
      .getByRole("button", { name: /^Placer / })
      .first()
      .click();
    await hand(page).getByText("pas encore de rendez-vous").waitFor();
    expect(await page.locator(".handrows .t").count()).toBeGreaterThan(40);
    await page.locator(".gridbox").focus();
    await page.keyboard.press("Escape");
    await hand(page).waitFor({ state: "detached" });
  });
});

describe("names of people", () => {
  it("are text, whatever they are", async () => {
    const { page, complaints } = await site.open();
    const text = sampleText("customer-relationship-meetings")!.replaceAll(
      "Ulysse Duvallois",
      '=HYPERLINK(\\"http://x\\")<b onmouseover=alert(1)>',
    );
    await openText(page, "hostile.json", text);
    await page.getByRole("rowheader", { name: /HYPERLINK/ }).waitFor();
    await solve(page);
    await page.getByRole("rowheader", { name: /HYPERLINK/ }).click();
    await page.locator("aside.per h2", { hasText: "<b onmouseover=alert(1)>" }).waitFor();
    const row = page.locator(".gridbox .row", { hasText: "HYPERLINK" });
    await row.locator(".c.p1:not(.lock), .c.p2:not(.lock)").first().click();
    await page.locator(".gridbox").focus();
    await page.keyboard.press("m");
    await hand(page).locator("h2", { hasText: '=HYPERLINK("http://x")<b onmouseover=alert(1)>' }).waitFor();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "1 changement à la main" }).click();
    await page.locator(".journal", { hasText: "<b onmouseover=alert(1)>" }).waitFor();
    expect(await page.locator("b[onmouseover]").count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
