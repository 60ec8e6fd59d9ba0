// The overview says whether all packages can be honoured together: in both languages, of the event that is shown, and a
// run goes first.

import { afterAll, beforeAll, expect, it } from "vitest";
import { specText } from "../../src/spec/parse.js";
import { openSample, openSite, openText } from "../support/browser.js";
import type { Site } from "../support/browser.js";
import { buyers, eventOf, sellers, wishes } from "../support/event-builder.js";

const OVERVIEW = "#event/overview";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

it("says that they can, in both languages", async () => {
  const { page, complaints } = await site.open({}, OVERVIEW);
  await page.getByText(/^Tous les forfaits peuvent être honorés\u202f: un planning a été trouvé/).waitFor();
  await page.getByRole("button", { name: "EN", exact: true }).click();
  await page.getByText(/^All packages can be honoured: a schedule was found/).waitFor();
  expect(complaints).toEqual([]);
});

it("names who shows that they cannot, and forgets it with the event", async () => {
  const two = { guaranteed: 2 };
  const spec = eventOf({
    participants: [...buyers({ id: "b1", maximum: 2 }, "b2"), ...sellers({ id: "s1", ...two }, { id: "s2", ...two })],
    wishes: wishes("b1 > s1", "b1 > s2", "b2 > s1"),
  });
  const { page } = await site.open({}, OVERVIEW);
  await openText(page, "scarce.json", specText(spec));
  await page.getByText(/s2 s’est vu promettre 2 rendez-vous et en aura 1 au plus/).waitFor();
  await openSample(page, "workshop");
  await page.getByText(/aucun des 32 rendez-vous promis à 8 participants/).waitFor();
  expect(await page.getByText(/s’est vu promettre/).count()).toBe(0);
});

it("answers after a run that was asked for first, and on a phone", async () => {
  const { page } = await site.open({ viewport: { width: 390, height: 844 } }, OVERVIEW);
  await page.getByText(/^Tous les forfaits peuvent être honorés/).waitFor();
  const wide = await site.open({}, OVERVIEW);
  await wide.page.getByRole("button", { name: "Calculer le planning" }).click();
  await wide.page.getByRole("button", { name: "Arrêter et garder" }).click();
  await wide.page.goBack();
  await wide.page.getByText(/^Tous les forfaits peuvent être honorés/).waitFor();
});
