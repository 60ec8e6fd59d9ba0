// What is worked on stays: after a reload, after a crash, when the storage is full or forbidden; versions, deleting, files
// and links. Two tabs are in tabs.test.ts.

import { readFile } from "node:fs/promises";
import { deflateSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleText } from "../../src/index.js";
import { openEvents, openSample, openSite, openText } from "../support/browser.js";
import type { Opened, Site } from "../support/browser.js";
import { caretIn, stored } from "../support/spec-editor.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

/** Opens the page, adds some letters to the town of its event, and waits until they are kept. */
async function edited(letters = "-la-Bocca"): Promise<Opened> {
  const opened = await site.open({}, "#event/spec");
  await caretIn(opened.page, '"Cannes');
  await opened.page.keyboard.type(letters);
  await stored(opened.page, `Cannes${letters}`);
  return opened;
}

function title(page: Page, text: string): Promise<void> {
  return page.locator(".top .ev", { hasText: text }).waitFor();
}

/** Runs code in the event worker before anything else there, from now on. */
async function inWorker(page: Page, code: string): Promise<void> {
  await page.context().route("**/event-worker*.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${code};\n${await response.text()}` });
  });
}

async function events(page: Page): Promise<string[]> {
  return page.locator("#events [data-event]").allTextContents();
}

describe("an event that is edited", () => {
  it("is saved by itself and there again after a reload, with its undo history", async () => {
    const { page, complaints } = await edited();
    await page.reload();
    await title(page, "Cannes-la-Bocca");
    await page.getByText(/^Enregistré dans ce navigateur, \d\d:\d\d$/).waitFor();
    await page.getByRole("button", { name: /^Annuler/ }).click();
    await page.locator(".top .ev", { hasNotText: "Bocca" }).waitFor();
    expect(complaints).toEqual([]);
  });

  it("is there again in a new tab after the page was killed a moment after an edit", async () => {
    const { page } = await edited();
    await page.keyboard.type("-sur-Mer");
    await stored(page, "Cannes-la-Bocca-sur-Mer");
    const session = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent("crash");
    void session.send("Page.crash").catch(() => undefined);
    await crashed;
    const { page: again } = await site.again(page);
    await title(again, "Cannes-la-Bocca-sur-Mer");
  });

  it("comes back with its errors, and can still be mended", async () => {
    const { page } = await site.open({}, "#event/spec");
    await page.locator(".view-line").filter({ hasText: '"Cannes"' }).first().click();
    await page.keyboard.press("End");
    await page.keyboard.type("oops");
    await stored(page, '"Cannes",oops');
    await page.reload();
    await page.getByText(/^Le texte de l’événement a \d erreurs?\s: participants et rendez-vous/).waitFor();
    await page.locator(".view-line").filter({ hasText: "oops" }).click();
    await page.keyboard.press("End");
    for (let i = 0; i < "oops".length; i++) await page.keyboard.press("Backspace");
    await title(page, "Cannes");
    await page.locator(".alert").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Planning" }).click();
    await page.getByText("Lignes 1 à 28 sur 100").waitFor();
  });

  it("is one of several; a sample that is only looked at is none", async () => {
    const { page } = await edited();
    await openSample(page, "workshop");
    await title(page, "Workshop");
    await page.reload();
    await title(page, "Cannes-la-Bocca");
    await openEvents(page);
    await page.getByRole("button", { name: "Nouvel événement" }).click();
    await title(page, "Nouvel événement");
    await page.locator("#events [data-event]").nth(1).filter({ hasText: "Cannes-la-Bocca" }).waitFor();
    expect(await events(page)).toEqual(["Nouvel événement", expect.stringContaining("Cannes-la-Bocca")]);
    expect(await page.locator(".alert").count()).toBe(0);
  });
});

describe("a storage that does not work", () => {
  it("that is forbidden is said in a lasting line, and the work goes on in the tab", async () => {
    const { page } = await site.open();
    await inWorker(page, 'IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); }');
    await page.goto(`${page.url().split("#")[0]}#event/spec`);
    await page.reload();
    await caretIn(page, '"Cannes');
    expect(await page.locator(".alert").count()).toBe(0);
    await page.keyboard.type("-la-Bocca");
    const line = page.locator(".alert", { hasText: "Non enregistré : ce navigateur interdit le stockage ici" });
    await line.waitFor();
    await title(page, "Cannes-la-Bocca");
    expect(await page.locator(".top .st").count()).toBe(0);
    await openSample(page, "workshop");
    await title(page, "Workshop");
    await openEvents(page);
    await page.locator("#events [data-event]").click();
    await title(page, "Cannes-la-Bocca");
    await line.waitFor();
  });

  it("that is full is said, and the event is saved with the next edit once there is room", async () => {
    const { page } = await site.open();
    await inWorker(
      page,
      `const put = IDBObjectStore.prototype.put;
       self.full = true;
       new BroadcastChannel("test").onmessage = () => (self.full = false);
       IDBObjectStore.prototype.put = function (...given) {
         if (self.full) throw new DOMException("no room", "QuotaExceededError");
         return put.apply(this, given);
       }`,
    );
    await page.goto(`${page.url().split("#")[0]}#event/spec`);
    await page.reload();
    await caretIn(page, '"Cannes');
    await page.keyboard.type("-la-Bocca");
    const line = page.locator(".alert", { hasText: "Non enregistré : le stockage de ce navigateur est plein." });
    await line.waitFor();
    await page.evaluate(() => new BroadcastChannel("test").postMessage(0));
    await page.keyboard.type("-sur-Mer");
    await line.waitFor({ state: "detached" });
    await stored(page, "Cannes-la-Bocca-sur-Mer");
    await page.reload();
    await title(page, "Cannes-la-Bocca-sur-Mer");
  });
});

describe("versions", () => {
  it("are returned to, and the return can be undone; one is looked at in a tab of its own", async () => {
    const { page } = await edited();
    await openEvents(page);
    await page.getByRole("button", { name: "Nommer cette version" }).click();
    await page.getByLabel("Nom de la version").fill("Avant l’appel");
    await page.keyboard.press("Enter");
    await page.locator(".version", { hasText: "Avant l’appel" }).waitFor();
    const first = page.locator(".version", { hasText: "avant la première modification" });
    await first.getByRole("button", { name: "Y revenir" }).click();
    await page.locator(".top .ev", { hasNotText: "Bocca" }).waitFor();
    await page.locator(".view-line", { hasText: '"city": "Cannes",' }).waitFor();
    await page.getByRole("button", { name: /^Annuler/ }).click();
    await title(page, "Cannes-la-Bocca");
    await page.locator(".version", { hasText: "Avant l’appel" }).getByRole("button", { name: "Y revenir" }).waitFor();
    const [look] = await Promise.all([
      page.context().waitForEvent("page"),
      first.getByRole("link", { name: "Regarder" }).click(),
    ]);
    await look.getByText(/^La version de \d\d:\d\d, en lecture seule\.$/).waitFor();
    expect(await look.locator(".top .ev").textContent()).not.toContain("Bocca");
    await look.getByRole("button", { name: "En faire un événement" }).click();
    await page.locator("#events [data-event]").nth(1).waitFor();
  });
});

describe("my events", () => {
  it("are renamed, copied, deleted and had back", async () => {
    const { page } = await edited();
    await openEvents(page);
    const more = page.getByRole("button", { name: /^Plus\s: renommer, dupliquer/ });
    await more.click();
    await page.getByRole("button", { name: "Renommer", exact: true }).click();
    await page.getByLabel("Nouveau nom").fill("<b>Été</b>");
    await page.keyboard.press("Enter");
    await title(page, "<b>Été</b>");
    await page.locator(".view-line", { hasText: '"name": "<b>Été</b>"' }).waitFor();
    await page.locator("#events [data-event]", { hasText: "<b>Été</b>" }).waitFor();
    await more.click();
    await page.getByRole("button", { name: "Dupliquer", exact: true }).click();
    await page.locator("#events [data-event]", { hasText: "<b>Été</b> (copie)" }).waitFor();
    const own = page.locator("#events li[aria-current]", { hasNotText: "copie" });
    await own.getByRole("button", { name: /^Plus\s: renommer, dupliquer/ }).click();
    await own.getByRole("button", { name: "Supprimer", exact: true }).click();
    // The open one made room for the other.
    await title(page, "<b>Été</b> (copie)");
    await page.locator(".toldline").getByRole("button", { name: "Annuler" }).click();
    await page.locator("#events [data-event]").nth(1).waitFor();
    expect((await events(page)).sort()).toEqual(["<b>Été</b> (copie), Cannes-la-Bocca", "<b>Été</b>, Cannes-la-Bocca"]);
  });

  it("are taken along as a file with versions, and opened from it", async () => {
    const { page } = await edited();
    await openEvents(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Télécharger avec les versions" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.dancecard\.zip$/);
    const path = await download.path();
    const { page: other } = await site.open();
    await openEvents(other);
    await other.locator("#events input[type=file]").setInputFiles({
      name: "a.dancecard.zip",
      mimeType: "application/zip",
      buffer: await readFile(path),
    });
    await title(other, "Cannes-la-Bocca");
    await other.locator(".version", { hasText: "avant la première modification" }).waitFor();
    const [json] = await Promise.all([
      other.waitForEvent("download"),
      other.getByRole("button", { name: "Télécharger l’événement (.json)" }).click(),
    ]);
    expect(await readFile(await json.path(), "utf8")).toContain('"city": "Cannes-la-Bocca"');
  });

  it("and an archive that holds none leaves the page as it is, and says so", async () => {
    const { page } = await site.open();
    await openText(page, "renamed.json", "PK\u0003\u0004 nothing more");
    await page.getByText("renamed.json est abîmé ou coupé. La page garde ce qu’elle avait.").waitFor();
    await title(page, "Customer Relationship Meetings");
    await page.locator(".alert").getByRole("button", { name: "Fermer" }).click();
    expect(await page.locator(".alert").count()).toBe(0);
  });
});

describe("a link", () => {
  it("brings the event to somebody else, and leaves the events that are kept there", async () => {
    const { page } = await site.open({ permissions: ["clipboard-read", "clipboard-write"] }, "#event/spec");
    await openSample(page, "workshop");
    await title(page, "Workshop");
    await openEvents(page);
    await page.getByRole("button", { name: "Copier un lien" }).click();
    await page.getByText(/^Un lien de .* caractères est copié/).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const { page: other, complaints } = await edited();
    await other.goto(link);
    await title(other, "Workshop");
    await stored(other, "Workshop");
    expect(other.url()).not.toContain("share");
    await other.reload();
    await title(other, "Workshop");
    await openEvents(other);
    await other.locator("#events [data-event]").nth(1).waitFor();
    await other.locator("#events [data-event]", { hasText: "Cannes-la-Bocca" }).click();
    await title(other, "Cannes-la-Bocca");
    expect(complaints).toEqual([]);
  });

  it("that is none is refused in one line, and the page keeps what it has", async () => {
    const bomb = deflateSync(Buffer.alloc(40_000_000, 0x20), { level: 9 }).toString("base64url");
    const spec = deflateSync(sampleText("workshop", { comments: false })!).toString("base64url");
    const { page } = await edited();
    const links: [string, string][] = [
      ["2.abcd", "Le lien vient d’une version plus récente de Dancecard."],
      [`1.${spec.slice(0, -20)}`, "Le lien est abîmé ou coupé."],
      [`1.${spec.slice(0, 40)}AAAA${spec.slice(44)}`, "Le lien est abîmé ou coupé."],
      [`1.${bomb}`, "Le lien contient plus qu’un lien ne peut."],
      [`1.${deflateSync("<script>").toString("base64url")}`, "Le lien ne contient pas d’événement lisible."],
      ["%3Cscript%3E", "Le lien est abîmé ou coupé."],
    ];
    for (const [code, line] of links) {
      await page.evaluate((hash) => (location.hash = hash), `#share=${code}`);
      await page.locator(".alert", { hasText: line }).waitFor();
      await page.locator(".alert").getByRole("button", { name: "Fermer" }).click();
      await title(page, "Cannes-la-Bocca");
    }
    const { page: fresh } = await site.again(page, `#share=1.${spec.slice(0, 60)}`);
    await fresh.getByText("Le lien est abîmé ou coupé.").waitFor();
    await title(fresh, "Cannes-la-Bocca");
  });
});
