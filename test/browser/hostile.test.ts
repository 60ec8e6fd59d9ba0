// Names are text: whatever somebody is called, the page shows it and runs nothing.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSample, openSite, openText } from "../support/browser.js";
import type { Site } from "../support/browser.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

const NAMES = [
  "<script>window.hurt = 1</script>",
  '<img src=x onerror="window.hurt = 2">',
  "__proto__",
  "constructor",
  "👩‍👩‍👧‍👦 🇫🇷",
  "שלום עולם",
  "x".repeat(10_000),
];

function hostile(): string {
  const participants = NAMES.flatMap((name, i) => [
    { id: name, name, organisation: `${name}!`, side: "a", place: name },
    { id: `b${i}`, name: `${name}${i}`, side: "<b>" },
  ]);
  const wishes = NAMES.map((name, i) => ({ from: name, to: `b${i}`, priority: 1 }));
  return JSON.stringify({
    format: "dancecard/event",
    version: 1,
    event: { name: NAMES[0], city: NAMES[1] },
    calendar: [
      {
        date: "2027-03-17",
        sessions: [{ id: "toString", kind: "meetings", start: "09:00", end: "12:00", meeting: 30 }],
      },
    ],
    sides: [
      { id: "a", label: NAMES[1], hosts: true },
      { id: "<b>", label: "__proto__" },
    ],
    places: NAMES.map((id) => ({ id, label: id })),
    participants,
    wishes,
  });
}

describe("hostile names", () => {
  it("are shown as text in grid, agenda and overview", async () => {
    const { page, complaints } = await site.open();
    await openText(page, "<b>hostile</b>.json".replace("/", "∕"), hostile());
    await page.getByText("Lignes 1 à 7 sur 7").waitFor();
    await page.getByLabel("Durée").selectOption("2");
    await page.getByRole("button", { name: "Calculer", exact: true }).click();
    // All seven wishes are met, so the run ends by itself.
    await page.locator(".ql b", { hasText: "optimal, prouvé" }).waitFor({ timeout: 30_000 });
    for (const name of NAMES.slice(0, 6)) {
      await page.getByRole("rowheader").filter({ hasText: name }).click();
      await page.locator("aside.per h2").filter({ hasText: name }).waitFor();
      expect(await page.locator("aside.per .ag .link").count()).toBe(1);
    }
    await page.getByRole("rowheader").filter({ hasText: "xxxxxxxxxx" }).click();
    await page
      .locator("aside.per h2")
      .filter({ hasText: /^x{200}…$/ })
      .waitFor();
    for (const tab of ["Résumé", "Constats", "Événement"])
      await page.getByRole("button", { name: tab, exact: tab === "Événement" }).click();
    await page.locator(".facts").waitFor();
    expect(await page.evaluate(() => "hurt" in window)).toBe(false);
    expect(await page.locator("#app img, #app script").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("and what is no event is refused within a second, the last good state kept", async () => {
    const { page } = await site.open();
    await page.getByText("Lignes 1 à 28 sur 100").waitFor();
    for (const text of ["", "[".repeat(50_000_000), "not json", '{"format":"dancecard/event","version":1}']) {
      await openText(page, "bad.json", text);
      await page.getByText("la page garde le dernier état valide").waitFor();
      await page.getByText(/^Lignes 1 à \d+ sur 100$/).waitFor();
      await openSample(page, "customer-relationship-meetings");
      await page.getByText("la page garde le dernier état valide").waitFor({ state: "detached" });
    }
  });
});
