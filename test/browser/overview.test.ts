// The overview: what is missing or odd, each one click from its cure; a way to where it is cured; the same on a phone, for
// reading only.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { specText } from "../../src/spec/parse.js";
import type { EventInput } from "../../src/index.js";
import { openSite, openText } from "../support/browser.js";
import type { Site } from "../support/browser.js";
import { buyers, sellers, wishes } from "../support/event-builder.js";
import { calm } from "../support/watched.js";

const OVERVIEW = "#event/overview";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

/** Two buyers of whom one was promised too much, a lunch that is a seat short, and a package that nobody has. */
const odd = (): EventInput =>
  calm({
    tiers: [{ id: "gold", label: "Gold" }],
    participants: [
      ...buyers({ id: "b1", name: "Ada Bright", guaranteed: 3 }, "b2"),
      ...sellers({ id: "s1", name: "<img src=x>" }, "s2"),
    ],
    meals: [{ session: "lunch", tables: [{ id: "T1", seats: 3 }] }],
    rules: { met: "exclude" },
    met: [["b2", "s1"]],
  });

describe("the overview", () => {
  it("cures with one click, says so, and takes it back", async () => {
    const { page, complaints } = await site.open({}, OVERVIEW);
    await openText(page, "odd.json", specText(odd()));
    const entry = page.locator(".wl li", { hasText: "Une garantie hors de portée" });
    await entry.getByText("Ada Bright a acheté 3 rendez-vous et n’a que 2 partenaires possibles.").waitFor();
    await page.locator(".wl").getByText("<img src=x>").first().waitFor();
    await entry.getByRole("button", { name: "Ramener à 2" }).click();
    await entry.waitFor({ state: "detached" });
    await page.getByText("Fait\u202f: Ramener à 2.").waitFor();
    await page.getByRole("button", { name: /^Annuler/ }).click();
    await entry.waitFor();
    expect(complaints).toEqual([]);
  });

  it("goes on curing until nothing is left to correct", async () => {
    const { page } = await site.open({ locale: "en-GB" }, OVERVIEW);
    await openText(page, "odd.json", specText(odd()));
    for (const name of ["Bring down to 2", "Add a table of 3", "Remove the wish", "Remove the package"]) {
      await page.locator(".wl").getByRole("button", { name, exact: true }).click();
      await page.getByText(`Done: ${name}.`).waitFor();
    }
    await page.getByText("Nothing to correct in the data.").waitFor();
  });

  it("shows where something is cured, and changes language in place", async () => {
    const { page } = await site.open({ locale: "en-GB" }, OVERVIEW);
    await openText(page, "odd.json", specText(odd()));
    const entry = page.locator(".wl li", { hasText: "1 seat too few" });
    await entry.waitFor();
    await page.getByRole("button", { name: "FR", exact: true }).click();
    await page.locator(".wl").getByText("Repas, mercredi 17 mars\u202f: 1 place de trop peu").waitFor();
    await page.locator(".wl").getByRole("button", { name: "Voir dans le texte" }).first().click();
    await page.locator(".monaco-editor .view-line", { hasText: '"session": "lunch"' }).waitFor();
    const caret = await page.locator(".stat").textContent();
    const line = specText(odd()).slice(0, specText(odd()).indexOf(`{\n      "session": "lunch"`)).split("\n").length;
    expect(caret).toMatch(new RegExp(`Ln ${line > 1 ? "\\d+" : "1"},`));
  });

  it("keeps telling of the rest while something is wrong, and moves an impossible lock", async () => {
    const { page } = await site.open({}, OVERVIEW);
    const event = calm({
      participants: [...buyers({ id: "b1", name: "Ada Bright", absent: ["am.1"] }, "b2"), ...sellers("s1", "s2", "s3")],
      wishes: [...calm().wishes!, ...wishes("b1 > s3")],
      locked: [{ participants: ["b1", "s1"], slot: "am.1" }],
    });
    await openText(page, "locked.json", specText(event));
    await page.getByText("ce qui est en erreur est laissé de côté").waitFor();
    await page.getByText("1 personne sans aucun souhait").waitFor();
    await page.getByText("1 empêche le calcul, 1 le limite").waitFor();
    const lock = page.locator(".wl li", { hasText: "Un verrou impossible" });
    await lock.getByRole("button", { name: "Passer à 09:30" }).click();
    await lock.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Calculer le planning" }).click();
    await page
      .locator(".run")
      .getByText(/Calculé à|Arrêter et garder/)
      .first()
      .waitFor();
  });

  it("draws the load of each side with a line that says what it counts", async () => {
    const { page } = await site.open({}, OVERVIEW);
    await page
      .getByRole("img", { name: /plus de demandes que de présents/ })
      .first()
      .waitFor();
    expect(await page.getByRole("img", { name: /plus de demandes que de présents/ }).count()).toBe(2);
    await page.getByText("chacun réparti également sur les créneaux où les deux sont là").waitFor();
    await page.getByText(/sur \d+ rendez-vous possibles au plus, \d+ sont promis/).waitFor();
  });

  it("reads on a phone, without buttons that change anything", async () => {
    const { page } = await site.open({ viewport: { width: 390, height: 844 } }, OVERVIEW);
    await page.getByText("souhaits sans créneau commun").waitFor();
    await page.getByRole("img", { name: /plus de demandes que de présents/ }).waitFor();
    expect(await page.locator(".wl button").count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
