// One event in two tabs: one edits, the other follows; it is handed over, taken from a tab that does not answer, and goes
// to the other when the first is closed. Nothing is overwritten.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEvents, openSite } from "../support/browser.js";
import type { Site } from "../support/browser.js";
import { caretIn, stored } from "../support/spec-editor.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

const FOLLOWS = "Ouvert dans un autre onglet";

function follows(page: Page): Promise<void> {
  return page.locator(".alert", { hasText: FOLLOWS }).waitFor();
}

function title(page: Page, text: string): Promise<void> {
  return page.locator(".top .ev", { hasText: text }).waitFor();
}

/** Two tabs with the same event, edited in the first. */
async function two(): Promise<[Page, Page]> {
  const { page: first } = await site.open({}, "#event/spec");
  await caretIn(first, '"Cannes');
  await first.keyboard.type("-1");
  await stored(first, "Cannes-1");
  const { page: second } = await site.again(first, "#event/spec");
  await follows(second);
  await title(second, "Cannes-1");
  return [first, second];
}

/** The storage takes no texts of events until it is told to. */
const WRITES_NOTHING = `
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const texts = mode === "readwrite" && [stores].flat().includes("texts");
    if (texts && !self.writes) throw new DOMException("busy", "UnknownError");
    return begin.call(this, stores, mode, options);
  }`;

/** Runs code in the event worker of a tab. */
async function inWorker(page: Page, code: string): Promise<void> {
  const worker = page.workers().find((one) => one.url().includes("event-worker"));
  await worker!.evaluate(code);
}

describe("an event that is open in two tabs", () => {
  it("is edited in one and followed in the other, key by key", async () => {
    const [first, second] = await two();
    await caretIn(second, '"Cannes-1');
    await second.keyboard.type("never");
    await first.bringToFront();
    await first.keyboard.type("2");
    await title(second, "Cannes-12");
    await second.locator(".view-line", { hasText: '"Cannes-12"' }).waitFor();
    expect(await second.locator(".view-line", { hasText: "never" }).count()).toBe(0);
    expect(await first.locator(".alert").count()).toBe(0);
    expect(await second.getByRole("button", { name: /^Annuler/ }).getAttribute("aria-disabled")).toBe("true");
  });

  it("is handed over when asked for, with what was typed a moment ago; then the first one follows", async () => {
    const [first, second] = await two();
    await first.keyboard.type("2");
    await second.getByRole("button", { name: "Modifier ici" }).click();
    await second.locator(".alert").waitFor({ state: "detached" });
    await title(second, "Cannes-12");
    await follows(first);
    await caretIn(second, '"Cannes-12');
    await second.keyboard.type("3");
    await title(first, "Cannes-123");
    await first.locator(".view-line", { hasText: '"Cannes-123"' }).waitFor();
    await first.getByRole("button", { name: "Modifier ici" }).click();
    await follows(second);
    await first.locator(".alert").waitFor({ state: "detached" });
    expect(await first.locator(".alert").count()).toBe(0);
  });

  it("goes to the other tab when the first one is closed", async () => {
    const [first, second] = await two();
    await first.close();
    await second.locator(".alert").waitFor({ state: "detached" });
    await caretIn(second, '"Cannes-1');
    await second.keyboard.type("2");
    await stored(second, "Cannes-12");
  });

  it("stays with a tab that cannot save it: nothing is taken over, and nothing lost", async () => {
    const [first, second] = await two();
    await inWorker(first, WRITES_NOTHING);
    await first.keyboard.type("-unsaved");
    await first.locator(".alert", { hasText: "Non enregistré" }).waitFor();
    await second.getByRole("button", { name: "Modifier ici" }).click();
    await second.getByText("L’autre onglet n’a pas pu enregistrer l’événement et le garde.").waitFor();
    await follows(second);
    await inWorker(first, "self.writes = true");
    await first.keyboard.type("-now");
    await stored(first, "Cannes-1-unsaved-now");
    await title(second, "Cannes-1-unsaved-now");
  });

  it("is taken from a tab that does not answer; what that one had not saved becomes a version", async () => {
    const [first, second] = await two();
    await inWorker(first, `${WRITES_NOTHING}; BroadcastChannel.prototype.postMessage = () => undefined`);
    await first.keyboard.type("-mine");
    await first.locator(".alert", { hasText: "Non enregistré" }).waitFor();
    await second.getByRole("button", { name: "Modifier ici" }).click();
    await second.locator(".alert").waitFor({ state: "detached" });
    await first.getByText(/^L’événement a été modifié dans deux onglets\./).waitFor();
    await follows(first);
    await caretIn(second, '"Cannes-1');
    await second.keyboard.type("2");
    await title(first, "Cannes-12");
    await openEvents(second);
    await second.locator(".version", { hasText: "modifié dans deux onglets" }).waitFor();
  });
});
