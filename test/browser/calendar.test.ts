// The calendar: sessions moved, pulled and drawn by pointer and keys; names followed, losses told; undo in one step.

import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, openText, pressQuickly } from "../support/browser.js";
import type { Site } from "../support/browser.js";
import { SMALL_EVENT } from "../support/small-event-text.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

async function openCalendar(options: Parameters<Site["open"]>[0] = {}): Promise<{ page: Page; complaints: string[] }> {
  const opened = await site.open(options, "#event/calendar");
  await openText(opened.page, "small.json", SMALL_EVENT);
  await block(opened.page, "Second day").waitFor();
  return opened;
}

function block(page: Page, label: string): Locator {
  return page.locator(".sess:not(.ghost)").filter({ hasText: label });
}

/** Waits until a session is said to be at these times. */
async function at(page: Page, label: string, times: string): Promise<void> {
  await page.locator(`.sess[aria-label^="${label},"][aria-label*="${times}"]`).waitFor();
}

/** Pixels of an hour, measured between two lines. */
async function hourOf(page: Page): Promise<number> {
  const lines = page.locator(".daycol").first().locator(".hour");
  const [a, b] = [await lines.nth(0).boundingBox(), await lines.nth(1).boundingBox()];
  return b!.y - a!.y;
}

/** Drags from a point of an element by so many pixels; the button stays down with `hold`. */
async function drag(page: Page, from: { x: number; y: number }, dx: number, dy: number, hold = false): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + dx / 2, from.y + dy / 2, { steps: 3 });
  await page.mouse.move(from.x + dx, from.y + dy, { steps: 3 });
  if (!hold) await page.mouse.up();
}

async function textHas(page: Page, text: string, there = true): Promise<void> {
  await page.getByRole("button", { name: "Spec", exact: true }).click();
  const line = page.locator(".view-line").filter({ hasText: text }).first();
  await line.waitFor({ state: there ? "visible" : "detached" });
  await page.getByRole("button", { name: /^(Calendrier|Calendar)$/ }).click();
  await block(page, "Second day").waitFor();
}

describe("the timeline", () => {
  it("moves a session by drag, keeps comments, and undo takes it back in one step", async () => {
    const { page, complaints } = await openCalendar();
    const hour = await hourOf(page);
    const box = (await block(page, "Second day").boundingBox())!;
    await drag(page, { x: box.x + 20, y: box.y + 40 }, 0, hour / 2);
    await at(page, "Second day", "14:30\u201316:30");
    const morning = (await block(page, "Morning").boundingBox())!;
    await drag(page, { x: morning.x + 20, y: morning.y + 40 }, 0, -hour / 2);
    await at(page, "Morning", "08:30\u201311:30");
    await textHas(page, "// six slots");
    await page.getByRole("button", { name: "Annuler" }).click();
    await at(page, "Morning", "09:00\u201312:00");
    await page.getByRole("button", { name: "Annuler" }).click();
    await at(page, "Second day", "14:00\u201316:00");
    expect(complaints).toEqual([]);
  });

  it("moves a session to another day, where it stands as it was written", async () => {
    const { page } = await openCalendar();
    const from = (await block(page, "Lunch").boundingBox())!;
    const to = (await block(page, "Second day").boundingBox())!;
    await drag(page, { x: from.x + 20, y: from.y + 20 }, to.x - from.x, 0);
    await page.locator('[data-day="1"] .sess:not(.ghost)').filter({ hasText: "Lunch" }).waitFor();
    expect(await page.locator('[data-day="0"] .sess').count()).toBe(1);
  });

  it("pulls the end of a session, and shows its slots while it does", async () => {
    const { page } = await openCalendar();
    const hour = await hourOf(page);
    const box = (await block(page, "Second day").boundingBox())!;
    await drag(page, { x: box.x + 20, y: box.y + box.height - 3 }, 0, hour, true);
    await page.locator(".ghost").getByText("9 créneaux de 20 min").waitFor();
    await page.mouse.up();
    await at(page, "Second day", "14:00\u201317:00");
  });

  it("refuses an overlap, says it during the drag and after it", async () => {
    const { page } = await openCalendar();
    const hour = await hourOf(page);
    const box = (await block(page, "Lunch").boundingBox())!;
    await drag(page, { x: box.x + 20, y: box.y + 20 }, 0, -hour, true);
    await page.locator(".ghost.clash").getByText("Chevauche Morning, 09:00\u201312:00").waitFor();
    await page.mouse.up();
    await page.locator(".calpanel").getByText("Impossible\u202f: chevaucherait Morning, 09:00\u201312:00.").waitFor();
    await at(page, "Lunch", "12:30\u201313:30");
    await page.getByRole("button", { name: "Annuler" }).and(page.locator("[aria-disabled=true]")).waitFor();
  });

  it("lets a drag go with Escape", async () => {
    const { page } = await openCalendar();
    const box = (await block(page, "Second day").boundingBox())!;
    await drag(page, { x: box.x + 20, y: box.y + 20 }, 0, 60, true);
    await page.locator(".ghost").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".ghost").waitFor({ state: "detached" });
    await page.mouse.up();
    await at(page, "Second day", "14:00\u201316:00");
  });

  it("draws a new session on a free stretch, and opens it", async () => {
    const { page } = await openCalendar();
    const hour = await hourOf(page);
    const box = (await page.locator('[data-day="1"]').boundingBox())!;
    await drag(page, { x: box.x + 40, y: box.y + 2 * hour }, 0, hour);
    await page.locator(".calpanel h2").getByText("Rendez-vous").waitFor();
    await page.locator(".calpanel").getByText("Donne 2 créneaux, 10:00\u201310:55, reste 5 minutes.").waitFor();
  });

  it("does all of that by keyboard", async () => {
    const { page } = await openCalendar();
    const second = block(page, "Second day");
    await second.focus();
    await pressQuickly(page, "ArrowDown", "ArrowDown", "Alt+ArrowDown", "Enter");
    await at(page, "Second day", "14:11\u201316:11");
    await page.getByRole("button", { name: "Annuler" }).click();
    await at(page, "Second day", "14:00\u201316:00");
    await second.focus();
    await pressQuickly(page, "Shift+ArrowUp", "Enter");
    await at(page, "Second day", "14:00\u201315:55");
    await pressQuickly(page, "ArrowLeft", "Enter");
    await page.locator('[data-day="0"] .sess:not(.ghost)').filter({ hasText: "Second day" }).waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label")?.startsWith("Second day"));
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "session-label");
    await second.focus();
    await page.keyboard.press("Delete");
    await second.waitFor({ state: "detached" });
  });

  it("settles what the arrows did without another key", async () => {
    const { page } = await openCalendar();
    await block(page, "Second day").focus();
    await page.keyboard.press("ArrowUp");
    await at(page, "Second day", "13:55\u201315:55");
  });
});

describe("the panel", () => {
  it("renames a session with everything that refers to it", async () => {
    const { page } = await openCalendar();
    await block(page, "Morning").click();
    await page.locator(".calpanel").getByText("4 endroits de l’événement s’y réfèrent.").waitFor();
    await page.getByLabel("Identifiant").fill("matin");
    await page.getByLabel("Identifiant").press("Enter");
    await page.locator('.calpanel input[id="session-id"]').and(page.locator(":enabled")).waitFor();
    await textHas(page, '"slot": "matin.1"');
    await textHas(page, '"absent": ["matin.6"]');
    await page.getByRole("button", { name: "Annuler" }).click();
    await textHas(page, '"slot": "am.1"');
    await textHas(page, '"id": "am"');
  });

  it("refuses an id that another session bears", async () => {
    const { page } = await openCalendar();
    await block(page, "Morning").click();
    await page.getByLabel("Identifiant").fill("pm");
    await page.getByLabel("Identifiant").press("Enter");
    await page.getByText("Impossible\u202f: une autre session s’appelle «\u202fpm\u202f».").waitFor();
    expect(await page.getByLabel("Identifiant").inputValue()).toBe("am");
  });

  it("says what a removal takes along, and does it at the second press", async () => {
    const { page } = await openCalendar();
    await block(page, "Morning").click();
    await page.getByRole("button", { name: "Supprimer la session", exact: true }).click();
    const asked = page.locator(".ask");
    await asked.getByText("3 verrous\u202f: Berthe Achat \u2013 Sylvie Vente, Basile Commande").waitFor();
    await asked.getByRole("button", { name: "Laisser tel quel" }).click();
    await asked.waitFor({ state: "detached" });
    await at(page, "Morning", "09:00\u201312:00");
    await page.getByRole("button", { name: "Supprimer la session", exact: true }).click();
    await page.getByRole("button", { name: "Supprimer la session, 1 absence et 3 verrous" }).click();
    await block(page, "Morning").waitFor({ state: "detached" });
    await textHas(page, '"am.1"', false);
    await page.getByRole("button", { name: "Annuler" }).click();
    await at(page, "Morning", "09:00\u201312:00");
    await textHas(page, '"slot": "am.3"');
  });

  it("asks before a shorter session loses slots that are referred to", async () => {
    const { page } = await openCalendar();
    await block(page, "Morning").click();
    await page.getByLabel("Fin", { exact: true }).fill("9h55");
    await page.getByLabel("Fin", { exact: true }).press("Enter");
    await page.getByRole("button", { name: "Modifier et supprimer 1 absence et 1 verrou" }).click();
    await at(page, "Morning", "09:00\u201309:55");
    await page.locator(".calpanel").getByText("Donne 2 créneaux, 09:00\u201309:55, sans reste.").waitFor();
  });

  it("frames what is no time, and keeps the old one", async () => {
    const { page } = await openCalendar();
    await block(page, "Morning").click();
    const start = page.getByLabel("Début", { exact: true });
    await start.fill("noon");
    await start.press("Enter");
    await page.getByText("Une heure, comme 09:30.").waitFor();
    await start.and(page.locator("[aria-invalid=true]")).waitFor();
    await start.press("Escape");
    expect(await start.inputValue()).toBe("09:00");
  });

  it("changes kind, length and changeover", async () => {
    const { page } = await openCalendar();
    await block(page, "Second day").click();
    await page.getByRole("spinbutton", { name: "Battement, minutes" }).fill("10");
    await page.getByRole("spinbutton", { name: "Battement, minutes" }).press("Enter");
    await page.locator(".calpanel").getByText("Donne 4 créneaux").waitFor();
    await page.getByLabel("Type", { exact: true }).selectOption("programme");
    await page.locator(".calpanel").getByText("Dure 120 minutes.").waitFor();
    await textHas(page, '"kind": "programme"');
  });

  it("adds, copies, dates and removes days", async () => {
    const { page } = await openCalendar();
    await page.getByRole("button", { name: "Ajouter le vendredi 19 mars" }).click();
    await page.getByRole("heading", { name: "vendredi 19 mars 2027" }).waitFor();
    await page.getByLabel("Date", { exact: true }).fill("2/4/2027");
    await page.getByLabel("Date", { exact: true }).press("Enter");
    await page.getByRole("heading", { name: "vendredi 2 avril 2027" }).waitFor();
    await page.getByRole("button", { name: "Ajouter un repas" }).click();
    await page.locator('[data-day="2"] .sess.meal').waitFor();
    await page.getByRole("button", { name: /^mercredi 17 mars/ }).click();
    await page.getByRole("button", { name: "Copier ce jour au samedi 3 avril" }).click();
    await page.locator('[data-day="3"] .sess').nth(1).waitFor();
    await page.getByRole("button", { name: "Supprimer le jour et 2 sessions" }).click();
    await page.getByRole("button", { name: "Supprimer le jour et 1 plan de table" }).click();
    await page.locator('[data-day="3"]').waitFor({ state: "detached" });
  });

  it("edits the event's name, city, zone and language", async () => {
    const { page } = await openCalendar();
    await page.getByLabel("Ville").fill("Antibes");
    await page.getByLabel("Ville").press("Enter");
    await textHas(page, '"city": "Antibes"');
    await page.getByLabel("Fuseau horaire").fill("Europe/Cannes");
    await page.getByLabel("Fuseau horaire").press("Enter");
    await page.getByText("«\u202fEurope/Cannes\u202f» n’est pas un fuseau horaire").waitFor();
    await page.getByLabel("Langue", { exact: true }).last().selectOption("en");
    await textHas(page, '"locale": "en"');
  });
});

describe("the calendar", () => {
  it("speaks English, and writes dates as the language does", async () => {
    const { page } = await openCalendar({ locale: "en-GB" });
    await page.getByRole("button", { name: "Wednesday 17 March, 2 sessions" }).click();
    await page.getByRole("heading", { name: /^Wednesday,? 17 March 2027$/ }).waitFor();
    await page.getByRole("button", { name: "FR", exact: true }).click();
    await page.getByRole("heading", { name: "mercredi 17 mars 2027" }).waitFor();
  });

  it("draws what it can of a calendar with errors, and leads to mending it", async () => {
    const { page, complaints } = await openCalendar();
    await openText(page, "wrong.json", SMALL_EVENT.replace('"start": "12:30"', '"start": "half past"'));
    await page.locator(".sess.wrong").filter({ hasText: "Lunch" }).click();
    const start = page.getByLabel("Début", { exact: true });
    await start.and(page.locator("[aria-invalid=true]")).waitFor();
    await start.fill("12:15");
    await start.press("Enter");
    await at(page, "Lunch", "12:15\u201313:30");
    expect(complaints).toEqual([]);
  });

  it("is for reading on a phone", async () => {
    const { page } = await site.open({ viewport: { width: 390, height: 844 } }, "#event/calendar");
    await page.getByText("mercredi 17 mars 2027").waitFor();
    expect(await page.getByText("6 créneaux de 25 min").count()).toBe(4);
  });
});
