// The views of one schedule: every number of the summary opens who is behind it, places x slots and the grid show the same
// choice, and a name is only text wherever it stands.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { numberIn, openSite, openText } from "../support/browser.js";
import type { Site } from "../support/browser.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

const tab = (page: Page, name: string): Promise<void> => page.locator(".tabs2 button", { hasText: name }).click();

async function solved(page: Page): Promise<void> {
  await page.locator("#run-time").selectOption("2");
  await page.locator(".run .btn.pri").click();
  await page.getByText(/^Calculé à/).waitFor({ timeout: 30_000 });
}

describe("the summary", () => {
  it("opens who is behind a number, their agendas, and goes back to the list; keys do the same", async () => {
    const { page, complaints } = await site.open();
    await solved(page);
    await tab(page, "Résumé");
    const bar = page.locator(".bars.bins button:has(.over:not(:empty))").last();
    const count = numberIn(await bar.locator(".over").textContent());
    await bar.click();
    // While a list is on its way, the last one stands there.
    const panel = page.locator("aside.behind").and(page.locator('[aria-busy="false"]'));
    await panel.locator("li").first().waitFor();
    expect(numberIn(await panel.locator("header p").first().textContent())).toBe(count);
    expect(await panel.locator("li").first().getAttribute("aria-setsize")).toBe(String(count));
    const name = (await panel.locator("li .link").first().textContent())!;
    await panel.locator("li .link").first().click();
    await page.locator("aside.per h2", { hasText: name }).waitFor();
    await page.getByRole("button", { name: "Retour à la liste" }).click();
    await panel.locator("li .link", { hasText: name }).waitFor();
    await panel.getByRole("button", { name: "Fermer" }).click();
    await page.locator("aside.behind").waitFor({ state: "detached" });
    expect(await bar.evaluate((el) => el === document.activeElement)).toBe(true);

    // By keys: from bar to bar of a day, into the meetings of a slot, and out again.
    await page.locator(".bars.rooms button").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await panel.locator("li").first().waitFor();
    const second = page.locator(".bars.rooms button").nth(1);
    const meetings = numberIn(await second.locator(".over").textContent());
    expect(await panel.locator("li").first().getAttribute("aria-setsize")).toBe(String(meetings));
    expect(await panel.locator("li").first().locator(".link").count()).toBe(2);
    await page.keyboard.press("Escape");
    await page.locator("aside.behind").waitFor({ state: "detached" });
    expect(await second.evaluate((el) => el === document.activeElement)).toBe(true);
    expect(complaints).toEqual([]);
  });

  it("shows the choice of one view in the others", async () => {
    const { page, complaints } = await site.open();
    await solved(page);
    await tab(page, "Lieux");
    const cell = page.locator(".placebox .c.p1").first();
    await cell.click();
    const name = (await page.locator("aside.per h2").textContent())!;
    const held = await page.locator("aside.per .ag tr:has(.pm)").count();
    expect(held).toBeGreaterThan(0);
    await page.locator(".placebox .c.mine").first().waitFor();
    // The same cell again opens the other one who meets there.
    await cell.click();
    await page.locator("aside.per h2", { hasNotText: name }).waitFor();
    await cell.click();
    await page.locator("aside.per h2", { hasText: name }).waitFor();
    await tab(page, "Grille");
    await page.locator(".gridbox .row.sel .nm", { hasText: name }).waitFor();
    await tab(page, "Résumé");
    await page.locator("aside.per h2", { hasText: name }).waitFor();
    expect(complaints).toEqual([]);
  });

  it("puts a meeting at another place by a drag, and says why a place is forbidden", async () => {
    const { page } = await site.open();
    await openText(page, "rooms.json", rooms());
    await page.getByText("Lignes 1 à 1 sur 1").waitFor();
    await solved(page);
    await tab(page, "Lieux");
    const cell = page.locator(".placebox .c.p1").first();
    await cell.waitFor();
    // The solver chose one of the two open rooms: the other one is free.
    const free = page.locator(".placebox .row:not(:has(.p1))", { hasNotText: "fermée" });
    const place = (await free.getByRole("rowheader").textContent())!;
    const from = (await cell.boundingBox())!;
    const closed = await page.locator(".placebox .row", { hasText: "Salle fermée" }).boundingBox();
    await page.mouse.move(from.x + 12, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 12, closed!.y + 8, { steps: 4 });
    await page.locator(".dragtip .no").waitFor();
    await page.locator(".placebox .c.over.no").waitFor();
    const to = (await free.boundingBox())!;
    await page.mouse.move(from.x + 12, to.y + 8, { steps: 4 });
    await page.locator(".dragtip", { hasText: place }).locator("p b", { hasText: "point" }).waitFor();
    await page.mouse.up();
    await page.getByText(/^Fait .* Vérifié : 0 règle enfreinte\.$/).waitFor();
    await page.locator(".placebox .row:has(.p1)", { hasText: place }).waitFor();
  });
});

describe("hostile names", () => {
  const names = ['=HYPERLINK("http://x")', "<b onmouseover=window.hurt=1>x</b>"];

  it("are only text in every view of the schedule", async () => {
    const { page, complaints } = await site.open();
    await openText(page, "hostile.json", hostile(names));
    await page.getByText("Lignes 1 à 2 sur 2").waitFor();
    await page.locator("#run-time").selectOption("2");
    await page.locator(".run .btn.pri").click();
    await page.locator(".ql b", { hasText: "optimal, prouvé" }).waitFor({ timeout: 30_000 });
    for (const name of names) await page.getByRole("rowheader").filter({ hasText: name }).hover();
    await tab(page, "Résumé");
    for (const name of names) await page.locator(".sum .link", { hasText: name }).first().hover();
    await page.locator(".sumstrip .fig").first().click();
    for (const name of names) await page.locator(".behind .link", { hasText: name }).first().hover();
    await page.locator(".behind .link", { hasText: names[1]! }).first().click();
    await page.locator("aside.per h2", { hasText: names[1]! }).hover();
    await page.locator(".towards summary").click();
    await page.locator(".towards .link").first().hover();
    await tab(page, "Lieux");
    for (const name of names) await page.getByRole("rowheader").filter({ hasText: name }).hover();
    await page.locator(".placebox .c.p1").first().hover();
    await tab(page, "Constats");
    expect(await page.evaluate(() => "hurt" in window)).toBe(false);
    expect(await page.locator("#app b[onmouseover], #app a[href]").count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

const DAY = {
  date: "2027-03-17",
  sessions: [{ id: "am", kind: "meetings", start: "09:00", end: "11:00", meeting: 30 }],
};

/** Two that meet, two rooms for them, and one that is closed. */
function rooms(): string {
  return JSON.stringify({
    format: "dancecard/event",
    version: 1,
    event: { name: "Rooms" },
    calendar: [DAY],
    sides: [{ id: "a" }, { id: "b" }],
    places: [
      { id: "one", label: "Salle une" },
      { id: "shut", label: "Salle fermée", closed: ["am"] },
      { id: "two", label: "Salle deux" },
    ],
    participants: [
      { id: "a", side: "a" },
      { id: "b", side: "b" },
    ],
    wishes: [{ from: "a", to: "b", priority: 1 }],
  });
}

function hostile(list: readonly string[]): string {
  return JSON.stringify({
    format: "dancecard/event",
    version: 1,
    event: { name: list[1] },
    calendar: [DAY],
    sides: [{ id: "a", label: list[0], hosts: true }, { id: "b" }],
    places: list.map((label, i) => ({ id: `p${i}`, label })),
    participants: list.flatMap((name, i) => [
      { id: `a${i}`, name, organisation: name, side: "a", place: `p${i}` },
      { id: `b${i}`, name: `${name} ${i}`, side: "b" },
    ]),
    wishes: list.flatMap((_, i) => [
      { from: `a${i}`, to: `b${i}`, priority: 1 },
      { from: `b${i}`, to: `a${i}`, priority: 1 },
    ]),
  });
}
