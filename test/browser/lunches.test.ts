// The Lunches view: tables of a run, why somebody sits there, swaps by pointer and by keys, undo, locks, paper, a phone.

import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { numberIn, openSite, openText } from "../support/browser.js";
import type { Opened, Site } from "../support/browser.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

/** The sample event after a run of two seconds, with its lunches on the screen. */
async function openLunches(): Promise<Opened> {
  const opened = await site.open({}, "#schedule/lunches");
  const { page } = opened;
  await page.getByLabel("Durée").selectOption("2");
  await page.locator(".run .btn.pri").click();
  await page.getByText(/^Calculé à .* vérifié : 0 règle enfreinte/).waitFor({ timeout: 30_000 });
  await page.locator(".tbl .seat").first().waitFor();
  return opened;
}

/** The score at the tables, once they are those of the schedule on the page. */
const score = async (page: Page): Promise<number> =>
  numberIn(await page.locator('.lunches[aria-busy="false"] .lscore').textContent());
const names = (page: Page): Promise<string[]> => page.locator(".tbl .seat[data-person]").allTextContents();
/** Somebody at a table who is no host and has no lock. */
const guest = (page: Page, n = 0): Locator =>
  page.locator('.tbl .seat[data-person]:not(.host):not(:has(.lk)):not([aria-pressed="true"])').nth(n);

async function middle(target: Locator): Promise<[number, number]> {
  const box = (await target.boundingBox())!;
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Takes somebody up with the pointer and waits until the targets are lit. */
async function drag(page: Page, from: Locator): Promise<void> {
  const [x, y] = await middle(from);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 12, y + 6, { steps: 3 });
  await page.locator(".moving .seat.yes").first().waitFor();
}

async function aimAt(page: Page, target: Locator): Promise<void> {
  await page.mouse.move(...(await middle(target)), { steps: 4 });
  await page.locator(".moving .seat.aim").first().waitFor();
}

async function findings(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Constats" }).click();
  await page.getByText("Aucune règle n’est enfreinte.").waitFor();
  await page.getByRole("button", { name: "Déjeuners" }).click();
  await page.locator(".tbl .seat").first().waitFor();
}

describe("the lunches", () => {
  it("open after a run: every table with its seats, everybody once", async () => {
    const { page, complaints } = await site.open({}, "#schedule/lunches");
    await page.getByText("Les tables apparaissent quand un planning a été calculé.").waitFor();
    await page.getByLabel("Durée").selectOption("2");
    await page.locator(".run .btn.pri").click();
    await page.getByText(/^Calculé à/).waitFor({ timeout: 30_000 });
    await page.locator(".tbl").nth(15).waitFor();
    const heads = await page.locator(".tbl h3 small").allTextContents();
    const taken = heads.map((text) => numberIn(text)).reduce((sum, n) => sum + n, 0);
    expect(heads.map((text) => text.split(" sur ")[1])).toEqual(["8", "8", ...Array.from({ length: 14 }, () => "10")]);
    const ids = await page
      .locator(".tbl .seat[data-person]")
      .evaluateAll((seats) => seats.map((seat) => (seat as HTMLElement).dataset["person"]));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(taken);
    expect(await page.locator(".lhead p").textContent()).toContain(`${taken} convives`);
    expect(await page.locator(".tbl .seat.host").count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  it("say why somebody sits there, and the points of table and place add up", async () => {
    const { page } = await openLunches();
    const tied = page.locator(".tbl", { has: page.locator("path.tie") }).first();
    const table = (await tied.locator(".tname").textContent())!;
    await tied.locator(".tname").click();
    const panel = page.locator("aside.lun");
    await panel.getByRole("heading", { name: table, exact: true }).waitFor();
    const parts = (await panel.locator(".pts").last().locator("td.n").allTextContents()).map(numberIn);
    expect(parts[0]! + parts[1]! + parts[2]!).toBe(parts[3]);
    expect(parts[0]).toBeGreaterThan(0);
    // Each pair is told at both of its ends: the places together bring twice what the table brings.
    const people = await tied.locator(".seat[data-person]").count();
    let sum = 0;
    for (let i = 0; i < people; i++) {
      const seat = tied.locator(".seat[data-person]").nth(i);
      const name = (await seat.getAttribute("title"))!.split("\n")[0]!;
      await seat.click();
      await panel.getByRole("heading", { level: 2, name, exact: true }).waitFor();
      await panel.locator(`[data-ties="${await seat.getAttribute("data-person")}"]`).waitFor({ state: "attached" });
      const told = (await panel.locator(".ties li > b").allTextContents()).filter((text) => text !== "");
      sum += told.map(numberIn).reduce((all, n) => all + n, 0);
    }
    expect(sum).toBe(2 * parts[3]!);
    const link = panel.locator("h2 .link");
    const name = (await link.textContent())!;
    await link.click();
    await page.locator("aside.per .k3").waitFor();
    await page.getByRole("heading", { name }).waitFor();
    await page.getByRole("button", { name: "Fermer" }).click();
    await panel.waitFor();
  });
});

describe("a swap by drag", () => {
  it("changes the score as announced, breaks no rule, and is undone", async () => {
    const { page, complaints } = await openLunches();
    const before = await score(page);
    const seated = await names(page);
    await drag(page, guest(page));
    const target = page.locator(".moving .seat.yes[data-person]").first();
    await aimAt(page, target);
    const gain = numberIn(await page.locator(".moving .seat.aim .gn").textContent());
    expect(await page.locator(".lscore b").textContent()).toContain("→");
    await page.mouse.up();
    await page.getByText(/^Déplacé : .* Vérifié : 0 règle enfreinte\.$/).waitFor();
    expect(numberIn(await page.locator(".told").textContent())).toBe(gain);
    await page.waitForFunction((old) => document.querySelector(".lscore")?.textContent !== old, `Score ${before}`);
    expect(await score(page)).toBe(before + gain);
    expect(await names(page)).not.toEqual(seated);
    expect(await page.locator(".alert").count()).toBe(0);
    await findings(page);
    await page.getByRole("button", { name: "Résumé" }).click();
    const total = page.locator("section.score tr.tot td.n");
    expect(numberIn(await total.textContent())).toBe(before + gain);
    await page.getByRole("button", { name: "Déjeuners" }).click();
    await page.locator(".tbl .seat").first().waitFor();
    await page.keyboard.press("Control+z");
    await page.getByText("Annulé : Changement de places").waitFor();
    await page
      .getByRole("button", { name: /^Annuler/ })
      .and(page.locator("[aria-disabled=true]"))
      .waitFor();
    expect(await score(page)).toBe(before);
    expect(await names(page)).toEqual(seated);
    expect(complaints).toEqual([]);
  });

  it("also onto a free seat, and the button undoes it", async () => {
    const { page } = await openLunches();
    const before = await score(page);
    await drag(page, guest(page, 2));
    const free = page.locator(".moving .seat.free.yes").first();
    await free.scrollIntoViewIfNeeded();
    const table = (await free.getAttribute("data-free"))!;
    const heading = page.locator(`.tbl[data-table="${table}"] h3 small`);
    const taken = numberIn(await heading.textContent());
    await aimAt(page, free);
    const gain = numberIn(await page.locator(".moving .seat.free.aim .gn").first().textContent());
    await page.mouse.up();
    await page.getByText(/^Déplacé : .* Vérifié : 0 règle enfreinte\.$/).waitFor();
    await heading.filter({ hasText: `${taken + 1} sur` }).waitFor();
    expect(await score(page)).toBe(before + gain);
    await page.getByRole("button", { name: /^Annuler/ }).click();
    await heading.filter({ hasText: `${taken} sur` }).waitFor();
    expect(await score(page)).toBe(before);
  });

  it("says which rule forbids it, and then changes nothing", async () => {
    const { page } = await openLunches();
    const before = await score(page);
    const seated = await names(page);
    await drag(page, guest(page));
    const host = page.locator(".moving .seat.host.no").first();
    const name = (await host.getAttribute("title"))!.split("\n")[0]!;
    await aimAt(page, host);
    const tip = page.locator(".dragtip");
    await tip.getByText(new RegExp(`interdit`)).waitFor();
    expect(await tip.textContent()).toMatch(/reçoit à la table|au moins|au plus|ne partagent pas/);
    expect(await host.getAttribute("title")).toContain(name);
    await page.mouse.up();
    await page.getByText(/^Interdit\. /).waitFor();
    expect(await page.locator(".moving").count()).toBe(0);
    expect(await score(page)).toBe(before);
    expect(await names(page)).toEqual(seated);
  });

  it("is called off by Escape", async () => {
    const { page } = await openLunches();
    const seated = await names(page);
    await drag(page, guest(page));
    await aimAt(page, page.locator(".moving .seat.yes").first());
    await page.keyboard.press("Escape");
    await page.locator(".tables:not(.moving)").waitFor();
    await page.mouse.up();
    expect(await names(page)).toEqual(seated);
    expect(await page.locator(".dragtip").count()).toBe(0);
  });
});

describe("by keyboard", () => {
  it("somebody is reached with arrows, chosen with Enter and swapped with M, arrows and Enter", async () => {
    const { page } = await openLunches();
    const before = await score(page);
    await page.locator('.seat[tabindex="0"]').focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const pressed = page.locator('.seat[aria-pressed="true"]');
    expect(await pressed.getAttribute("data-at")).toBe("0/2");
    await page.keyboard.press("ArrowRight");
    // At the next table: at the same seat, or at the first one where nobody sits there.
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset["at"])).toMatch(/^1\//);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("m");
    await page.locator('.swaps li[aria-selected="true"]').waitFor();
    await page.keyboard.press("ArrowDown");
    const chosen = page.locator('.swaps li[aria-selected="true"]');
    await page.locator('#swap-1[aria-selected="true"]').waitFor();
    const gain = numberIn(await chosen.locator(".gn").textContent());
    expect(numberIn(await page.locator(".outcome b").textContent())).toBe(gain);
    await page.keyboard.press("Enter");
    await page.getByText(/^Déplacé : .* Vérifié : 0 règle enfreinte\.$/).waitFor();
    await page
      .getByRole("button", { name: /^Annuler/ })
      .and(page.locator("[aria-disabled=false]"))
      .waitFor();
    expect(await score(page)).toBe(before + gain);
  });

  it("a forbidden target is found by name with its reason, and Enter does nothing", async () => {
    const { page } = await openLunches();
    await guest(page).focus();
    const host = (await page.locator(".tbl .seat.host").first().getAttribute("title"))!.split("\n")[0]!;
    await page.keyboard.press("m");
    await page.getByRole("combobox", { name: "Échanger avec…" }).fill(host);
    const option = page.locator(".swaps li").filter({ hasText: host });
    await option.locator(".why").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    expect(await option.getAttribute("aria-disabled")).toBe("true");
    await page.keyboard.press("Escape");
    await page.locator(".tables:not(.moving)").waitFor();
    await page
      .getByRole("button", { name: /^Annuler/ })
      .and(page.locator("[aria-disabled=true]"))
      .waitFor();
  });
});

describe("a locked seat", () => {
  it("is written into the event's text, marked, kept in swaps, and taken out again", async () => {
    const { page, complaints } = await openLunches();
    const seat = guest(page);
    const id = (await seat.getAttribute("data-person"))!;
    const mine = page.locator(`.tbl .seat[data-person="${id}"]`);
    await seat.click();
    // The editor holds the text from before: it has to follow.
    await page.getByRole("button", { name: "Événement", exact: true }).click();
    await page.getByRole("button", { name: "Spec" }).click();
    await page.locator(".view-line").first().waitFor();
    await page.getByRole("button", { name: "Planning" }).click();
    await page.getByRole("button", { name: "Déjeuners" }).click();
    await page.getByRole("button", { name: "Verrouiller la place" }).click();
    await mine.locator(".lk").waitFor();
    await page.locator(".run").getByText("L’événement a changé depuis : recalculer.").waitFor();
    expect(await page.locator(".tbl .seat[data-person]").count()).toBeGreaterThan(100);
    await drag(page, guest(page, 12));
    expect(await page.locator(`.moving .seat.no[data-person="${id}"]`).getAttribute("title")).toContain("verrouillée");
    await page.keyboard.press("Escape");
    await page.mouse.up();
    const inText = async (): Promise<number> => {
      await page.getByRole("button", { name: "Événement", exact: true }).click();
      await page.getByRole("button", { name: "Spec" }).click();
      await page.locator(".view-line").nth(8).click();
      await page.keyboard.press("Control+f");
      await page.locator(".find-widget textarea").first().fill(`"participant": "${id}"`);
      await page
        .locator(".find-widget .matchesCount")
        .getByText(/\d/)
        .or(page.locator(".find-widget.no-results"))
        .first()
        .waitFor();
      const text = (await page.locator(".find-widget .matchesCount").textContent())!;
      await page.keyboard.press("Escape");
      return /\d+$/.test(text) ? numberIn(/\d+$/.exec(text)![0]) : 0;
    };
    expect(await inText()).toBe(1);
    expect(await page.locator(".stat .err").count()).toBe(0);
    await page.getByRole("button", { name: "Planning" }).click();
    await page.getByRole("button", { name: "Déjeuners" }).click();
    await mine.click();
    await page.getByRole("button", { name: "Déverrouiller la place" }).click();
    await mine.locator(".lk").waitFor({ state: "detached" });
    expect(await inText()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

describe("a locked table", () => {
  it("locks all who sit there in one step, and lets them go again", async () => {
    const { page, complaints } = await openLunches();
    const table = page.locator(".tbl").nth(2);
    const guests = await table.locator(".seat[data-person]:not(.host)").count();
    await table.locator(".seat[data-person]").first().click();
    await page.getByRole("button", { name: "Verrouiller la table", exact: true }).click();
    const unlock = page.getByRole("button", { name: "Déverrouiller la table" });
    await unlock.waitFor();
    expect(await table.locator(".seat .lk").count()).toBe(guests);
    await unlock.click();
    await page.getByRole("button", { name: "Verrouiller la table", exact: true }).waitFor();
    expect(await table.locator(".seat .lk").count()).toBe(0);
    // An edit of the event, undone where the event is: all of it at once.
    await page.getByRole("button", { name: "Événement", exact: true }).click();
    await page.getByRole("button", { name: /^Annuler/ }).click();
    await page.locator(".top").getByRole("button", { name: "Planning", exact: true }).click();
    await page.locator(".tabs2").getByRole("button", { name: "Déjeuners" }).click();
    await table.locator(".seat .lk").first().waitFor();
    expect(await table.locator(".seat .lk").count()).toBe(guests);
    expect(complaints).toEqual([]);
  });
});

describe("on paper", () => {
  it("there is a card per table and a list by name, and nothing of wishes", async () => {
    const { page } = await openLunches();
    await page.evaluate(() => (window.print = () => void document.body.classList.add("asked")));
    const used = (await page.locator(".tbl h3 small").allTextContents()).filter(
      (text) => !text.startsWith("0 "),
    ).length;
    // Cards leave out tables at which nobody sits.
    const table = page
      .locator(".tbl")
      .filter({ has: page.locator(".seat[data-person]") })
      .nth(4);
    const people = await table.locator(".seat[data-person]").count();
    const print = async (what: string): Promise<void> => {
      await page.getByRole("button", { name: "Imprimer" }).click();
      await page.getByRole("button", { name: what }).click();
      await page.locator("body.asked .paper").waitFor({ state: "attached" });
      await page.emulateMedia({ media: "print" });
    };
    const done = async (): Promise<void> => {
      await page.emulateMedia({ media: null });
      await page.evaluate(() => {
        document.body.classList.remove("asked");
        dispatchEvent(new Event("afterprint"));
      });
      await page.locator(".paper").waitFor({ state: "detached" });
    };
    await print("Cartes de table");
    const first = page.locator(".paper .card").filter({ hasText: "mercredi 17 mars" });
    expect(await first.count()).toBe(used);
    expect(await first.nth(4).locator("li").count()).toBe(people);
    expect(await page.locator(".page").isVisible()).toBe(false);
    const cards = await page.locator(".paper").textContent();
    // Printing ends with the sheets gone.
    const sheets = await page.locator(".page-cards").count();
    const pages = (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g);
    expect(pages).toHaveLength(sheets);
    await done();
    await print("Liste par nom");
    const list = await page.locator(".paper").textContent();
    const row = page.locator(".paper tbody tr").filter({ hasText: "Aline Boisgravel" });
    expect(await row.locator("td").allTextContents()).toHaveLength(4);
    expect(await page.locator(".paper thead th").allTextContents()).toHaveLength(4);
    expect(`${cards}${list}`).not.toMatch(/souhait|priorit|veto|refus|wish/i);
    await done();
  });
});

/** 2,000 people at 200 tables, who wish for nobody: the seats are all there is. */
function banquet(): string {
  const seats = Array.from({ length: 2000 }, (_, i) => ({
    participant: `p${i}`,
    table: `table-${Math.floor(i / 10) + 1}`,
  }));
  return JSON.stringify({
    format: "dancecard/event",
    version: 1,
    event: { name: "Banquet" },
    calendar: [
      {
        date: "2027-03-17",
        sessions: [
          { id: "am", kind: "meetings", start: "09:00", end: "10:00", meeting: 30 },
          { id: "lunch", kind: "meal", start: "12:00", end: "13:00" },
        ],
      },
    ],
    sides: [{ id: "a" }, { id: "b" }],
    participants: seats.map(({ participant: id }, i) => ({ id, name: `Person <b>${i}</b>`, side: i % 2 ? "a" : "b" })),
    wishes: [{ from: "p0", to: "p1", priority: 1 }],
    meals: [
      { session: "lunch", tables: Array.from({ length: 200 }, (_, i) => ({ id: `table-${i + 1}`, seats: 10 })), seats },
    ],
  });
}

describe("two hundred tables", () => {
  it("scroll without blocking the page, and only those on the screen are drawn", async () => {
    const { page, complaints } = await site.open({}, "#schedule/lunches");
    await page.locator(".run .btn.pri").waitFor();
    await openText(page, "banquet.json", banquet());
    await page.locator(".top .ev", { hasText: "Banquet" }).waitFor();
    await page.locator("#run-time").selectOption("2");
    await page.locator(".run .btn.pri").click();
    await page.getByText(/^Calculé à/).waitFor({ timeout: 30_000 });
    await page.locator(".tbl .seat").first().waitFor();
    expect(await page.locator(".tbl").count()).toBeLessThan(60);
    // What the run's end brings with it is no part of scrolling.
    await page.locator('.lunches[aria-busy="false"]').waitFor();
    const box = (await page.locator(".tables").boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + 3);
    const longest = await site.watchTasks(page);
    for (let i = 0; i < 20; i++) {
      await page.mouse.wheel(0, 600);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    const blocked = await longest();
    await page.locator(".tables").evaluate((tables) => (tables.scrollTop = tables.scrollHeight));
    await page.locator('.tbl[data-table="table-200"]').waitFor();
    expect(await page.locator(".tbl").count()).toBeLessThan(60);
    expect(await page.locator(".tbl b").count()).toBe(0);
    expect(blocked).toBeLessThan(50);
    expect(complaints).toEqual([]);
  }, 90_000);
});

describe("on a phone", () => {
  it("tables are cards below each other; a touch says why somebody sits there and opens the agenda", async () => {
    const { page, complaints } = await site.open({ viewport: { width: 390, height: 844 }, hasTouch: true });
    await page.getByRole("button", { name: "Planning" }).click();
    await page.getByRole("button", { name: "Calculer", exact: true }).click();
    // Until the run is over, tables change.
    await page.getByText(/^Calculé à/).waitFor({ timeout: 30_000 });
    await page.getByRole("button", { name: "Déjeuners" }).click();
    await page.locator(".pseat").first().waitFor();
    expect(await page.locator(".pcard").count()).toBeGreaterThanOrEqual(16);
    const seat = page.locator(".pseat").nth(2);
    await seat.tap();
    await page.locator(".pwhy h3").first().waitFor();
    expect(await seat.getAttribute("aria-expanded")).toBe("true");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const lefts = await page
      .locator(".pcard")
      .evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().left));
    expect(new Set(lefts).size).toBe(1);
    await page.getByRole("button", { name: "Ouvrir l’agenda" }).tap();
    await page.getByRole("button", { name: "Retour au planning" }).tap();
    await page.locator(".pcard").first().waitFor();
    expect(complaints).toEqual([]);
  });
});
