// The tables of the event in Chromium: what somebody does with the keyboard, the pointer and the clipboard.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Locator, Page } from "playwright-core";
import { openSite, type Site } from "../support/browser.js";

let site: Site;
beforeAll(async () => (site = await openSite()));
afterAll(() => site.close());

const cell = (page: Page, row: number, column: number): Locator =>
  page.locator(`.dtrow[data-row="${row}"] > [aria-colindex="${column + 2}"]`);
const foot = (page: Page): Locator => page.locator(".tfoot");

async function people(): Promise<{ page: Page; complaints: string[] }> {
  const opened = await site.open({ permissions: ["clipboard-read", "clipboard-write"] }, "#event/people");
  await foot(opened.page).getByText("150 personnes").waitFor();
  await cell(opened.page, 0, 0).getByText("Ulysse Duvallois").waitFor();
  return opened;
}

/** Types into the cell under the cursor and writes it. */
async function fill(page: Page, text: string): Promise<void> {
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

describe("the table of people", () => {
  it("is edited in place; the Spec, undo and redo know it", async () => {
    const { page, complaints } = await people();
    await cell(page, 0, 0).click();
    await fill(page, "Ulysse Duval");
    await cell(page, 0, 0).getByText("Ulysse Duval", { exact: true }).waitFor();
    await page
      .getByRole("button", { name: /^Annuler/ })
      .and(page.locator("[aria-disabled=false]"))
      .waitFor();
    await page.getByRole("button", { name: "Spec" }).click();
    await page.locator(".view-lines").first().waitFor();
    await page.keyboard.press("Control+Z");
    await page.getByText(/^Annulé.*Modification.*Ulysse Duvallois/).waitFor();
    await page.getByRole("button", { name: /^Participants/ }).click();
    await cell(page, 0, 0).getByText("Ulysse Duvallois").waitFor();
    await page.locator(".dt").focus();
    await page.keyboard.press("Control+Y");
    await cell(page, 0, 0).getByText("Ulysse Duval", { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });

  it("keeps a cell open that cannot be so, says why and proposes what could be meant", async () => {
    const { page } = await people();
    await cell(page, 2, 3).click();
    await fill(page, "Argnet");
    await page.getByRole("alert").getByText("n’est pas un forfait").waitFor();
    await page.locator(".cellpop").getByRole("option", { name: "Formule Argent" }).click();
    await cell(page, 2, 3).getByText("Formule Argent").waitFor();
    await cell(page, 3, 5).click();
    await page.keyboard.type("douze");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("n’est pas un nombre entier").waitFor();
    await page.keyboard.press("Escape");
    await cell(page, 3, 5).getByText("12").waitFor();
  });

  it("proposes while one types, and Tab goes on to the next cell", async () => {
    const { page } = await people();
    await cell(page, 1, 3).click();
    await page.keyboard.type("Or");
    await page.locator(".cellpop").getByRole("option", { name: "Formule Or" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await cell(page, 1, 3).getByText("Formule Or").waitFor();
    await page.getByRole("combobox", { name: "Garantis" }).waitFor();
  });

  it("filters, sorts, and shows how many there are", async () => {
    const { page } = await people();
    await page.getByRole("searchbox").fill("ECHALASSE");
    await foot(page).getByText("1 sur 150 personnes").waitFor();
    await cell(page, 0, 0).getByText("Lilian Échalasse").waitFor();
    await page.getByRole("searchbox").fill("");
    await page.getByLabel("Côté").selectOption({ index: 2 });
    await foot(page).getByText("50 sur 150 personnes").waitFor();
    await page.getByRole("button", { name: "Reçus" }).click();
    await page.getByRole("button", { name: "Reçus" }).click();
    await page.locator("[aria-sort=descending]").waitFor();
    // The rows come a moment after the head says how they are sorted.
    const shown = async (): Promise<number[]> =>
      (await page.locator(`.dtrow > [aria-colindex="13"]`).allTextContents()).slice(0, 10).map(Number);
    await expect.poll(async () => (await shown()).every((count, i, all) => i === 0 || count <= all[i - 1]!)).toBe(true);
    expect((await shown()).length).toBe(10);
  });

  it("fills a column of all that are ticked, and removes them with their wishes", async () => {
    const { page } = await people();
    await cell(page, 0, 0).click();
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Space");
    await foot(page).getByText("3 choisies").waitFor();
    await cell(page, 1, 6).click();
    await page.keyboard.press("F2");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("2");
    await page.keyboard.press("Control+Enter");
    for (const row of [0, 1, 2]) await cell(page, row, 6).getByText("2", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Supprimer 3 lignes" }).click();
    await foot(page)
      .getByText(/3 lignes supprimées, et avec elles \d+ souhaits/)
      .waitFor();
    await foot(page).getByText("147 personnes").waitFor();
    await foot(page).getByRole("button", { name: "Annuler" }).click();
    await foot(page).getByText("150 personnes").waitFor();
  });

  it("is copied to and pasted from a spreadsheet", async () => {
    const { page } = await people();
    await cell(page, 0, 0).click();
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Control+C");
    await foot(page).getByText("4 cases copiées").waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text.split("\n").map((line) => line.split("\t"))).toEqual([
      ["Ulysse Duvallois", "Mutuelle des Trois Clochers"],
      ["Mélanie Estrevigne", "Mutuelle des Trois Clochers"],
    ]);
    await page.evaluate(() => navigator.clipboard.writeText("Ana\tAlpha\r\nBo\tBeta\r\n"));
    await cell(page, 4, 0).click();
    await page.keyboard.press("Control+V");
    await foot(page).getByText("4 cases collées").waitFor();
    await cell(page, 5, 1).getByText("Beta").waitFor();
    await page.keyboard.press("Control+Z");
    await cell(page, 4, 0).getByText("Constance Pontaubert").waitFor();
  });

  it("adds a person whose first cell is open", async () => {
    const { page } = await people();
    await page.getByRole("button", { name: "Ajouter une personne" }).click();
    await page.getByRole("combobox", { name: "Nom" }).waitFor();
    await page.keyboard.type("Éva Noël");
    await page.keyboard.press("Enter");
    await foot(page).getByText("151 personnes").waitFor();
    await page.getByText("Éva Noël").first().waitFor();
  });

  it("takes a hostile name for text", async () => {
    const { page, complaints } = await people();
    await cell(page, 0, 0).click();
    await fill(page, `<img src=x onerror="document.title='hit'">=HYPERLINK("http://x")`);
    await cell(page, 0, 0).getByText("<img src=x", { exact: false }).waitFor();
    expect(await page.locator(".dt img").count()).toBe(0);
    expect(await page.title()).toBe("Dancecard");
    expect(complaints).toEqual([]);
  });
});

describe("the table of wishes", () => {
  it("adds a wish between two who are there, and says who is not", async () => {
    const { page } = await site.open({}, "#event/wishes");
    await foot(page)
      .getByText(/souhaits/)
      .waitFor();
    const form = page.locator("form.addwish");
    await form.getByLabel("De").fill("Ulysse Duvallois");
    await form.getByLabel("Vers").fill("Voxaluna");
    await form.getByRole("button").click();
    await form.getByText("Personne ne s’appelle").waitFor();
    await form.getByLabel("Vers").fill("Voxalune");
    await form.getByRole("button").click();
    await page.getByRole("button", { name: /^Souhaits 2\s087$/ }).waitFor();
  });

  it("is a heat map that can be walked, zoomed and edited with the keys", async () => {
    const { page, complaints } = await site.open({}, "#event/wishes");
    await page.getByRole("button", { name: "Matrice" }).click();
    const map = page.getByRole("application");
    await page.getByText(/Ulysse Duvallois → Voxalune\s: aucun souhait/).waitFor();
    await map.focus();
    await page.keyboard.press("2");
    await page.getByText(/Ulysse Duvallois → Voxalune\s: priorité 2/).waitFor();
    await page.keyboard.press("x");
    await page.getByText(/Ulysse Duvallois → Voxalune\s: veto/).waitFor();
    await page.keyboard.press("0");
    await page.getByText(/Ulysse Duvallois → Voxalune\s: aucun souhait/).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.getByText("Mélanie Estrevigne → Voxalune").waitFor();
    await page.keyboard.press("+");
    expect(complaints).toEqual([]);
  });
});

describe("the other tables", () => {
  it("rename a package and a place wherever they stand", async () => {
    const { page } = await site.open({}, "#event/packages");
    await foot(page).getByText("3 forfaits").waitFor();
    await cell(page, 0, 5).click();
    await fill(page, "or");
    await cell(page, 0, 5).getByText("or", { exact: true }).waitFor();
    await page.getByRole("button", { name: /^Lieux/ }).click();
    await cell(page, 0, 0).waitFor();
    await cell(page, 0, 0).click();
    await fill(page, "Z99");
    await cell(page, 0, 0).getByText("Z99").waitFor();
    await page.getByRole("button", { name: "Vue d’ensemble" }).click();
    await page.locator(".say").waitFor();
    expect(await page.locator(".alert.bad").count()).toBe(0);
  });

  it("stay readable while the text of the event is broken, and mark the cell that is wrong", async () => {
    const { page } = await people();
    await page.getByRole("button", { name: /^Forfaits/ }).click();
    await cell(page, 1, 1).click();
    await fill(page, "99");
    await cell(page, 1, 1).getByText("99").waitFor();
    await page.getByRole("button", { name: /^Participants/ }).click();
    await cell(page, 0, 0).getByText("Ulysse Duvallois").waitFor();
  });
});
