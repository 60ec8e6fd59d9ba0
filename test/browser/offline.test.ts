// The built page without a network: it opens, edits and solves; a newer build is announced and waits to be taken.

import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite } from "../support/browser.js";
import type { Site } from "../support/browser.js";
import { caretIn, stored } from "../support/spec-editor.js";

const BUILT = process.env.DANCECARD_PAGE ?? join(import.meta.dirname, "../../dist/web");
const WITH_WORKERS: BrowserContextOptions = { serviceWorkers: "allow" };

/** A copy of the built page, as the folder of a host that gets a newer build later. */
let folder: string;
let site: Site;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dancecard-page-"));
  await cp(BUILT, folder, { recursive: true });
  site = await openSite(folder);
}, 60_000);
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

function ready(page: Page): Promise<void> {
  return page.getByText("Hors ligne prêt").waitFor();
}

function caches(page: Page): Promise<string[]> {
  return page.evaluate(() => globalThis.caches.keys());
}

/** Puts another build on the host: one letter of the page's icon is another, and sw.js says so. */
async function newBuild(mark: string): Promise<void> {
  const { createHash } = await import("node:crypto");
  const hash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);
  const icon = await readFile(join(folder, "icon.svg"), "utf8");
  const next = `${icon}<!-- ${mark} -->`;
  const worker = await readFile(join(folder, "sw.js"), "utf8");
  expect(worker).toContain(hash(icon));
  await writeFile(join(folder, "icon.svg"), next);
  await writeFile(
    join(folder, "sw.js"),
    worker.replace(hash(icon), hash(next)).replace(/version: "\w+"/, `version: "${hash(mark)}"`),
  );
}

describe("without a network", () => {
  it("the page opens after the first visit, edits, keeps and solves; the editor's code is there too", async () => {
    const { page, complaints } = await site.open(WITH_WORKERS);
    await ready(page);
    await page.context().setOffline(true);
    await page.goto(`${page.url().split("#")[0]}#event/spec`);
    await page.reload();
    await caretIn(page, '"Cannes');
    await page.keyboard.type("-la-Bocca");
    await stored(page, "Cannes-la-Bocca");
    await page.reload();
    await page.locator(".top .ev", { hasText: "Cannes-la-Bocca" }).waitFor();
    await page.getByRole("button", { name: "Planning" }).click();
    await page.getByLabel("Durée").selectOption("2");
    await page.getByRole("button", { name: "Calculer", exact: true }).click();
    await page.getByText(/^Calculé à/).waitFor({ timeout: 30_000 });
    await page.getByText("Hors ligne prêt").waitFor();
    expect(complaints).toEqual([]);
  });

  it("every file of the build is there, once, but for the compiler of own variants", async () => {
    const { page } = await site.open(WITH_WORKERS);
    await ready(page);
    const kept = await page.evaluate(async () => {
      const [name] = await globalThis.caches.keys();
      const requests = await (await globalThis.caches.open(name!)).keys();
      return requests.map(({ url }) => new URL(url).pathname.slice(1));
    });
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    const wanted = files.filter((name) => name !== "sw.js" && !name.startsWith("ts.worker-"));
    expect(kept.map((path) => path.split("/").at(-1)).sort()).toEqual(wanted.sort());
    expect(await caches(page)).toHaveLength(1);
  });
});

describe("a newer build", () => {
  it("is announced, not taken before somebody asks, and then takes the place of the old one", async () => {
    const { page } = await site.open(WITH_WORKERS);
    await ready(page);
    const [old] = await caches(page);
    await newBuild("second");
    await page.reload();
    const line = page.locator(".alert", { hasText: "Une nouvelle version de la page est prête." });
    await line.waitFor();
    await page.reload();
    await line.waitFor();
    expect(await caches(page)).toContain(old);
    await Promise.all([page.waitForEvent("load"), line.getByRole("button", { name: "Recharger" }).click()]);
    await ready(page);
    expect(await line.count()).toBe(0);
    await expect.poll(() => caches(page)).not.toContain(old);
    expect(await page.evaluate(async () => (await fetch("./icon.svg")).text())).toContain("second");
  });

  it("that is only half on the host is not taken", async () => {
    const { page } = await site.open(WITH_WORKERS);
    await ready(page);
    const before = await caches(page);
    const icon = await readFile(join(folder, "icon.svg"), "utf8");
    await newBuild("third");
    await writeFile(join(folder, "icon.svg"), icon);
    const refused = await page.evaluate(async () => {
      const registration = (await navigator.serviceWorker.getRegistration())!;
      const found = new Promise<ServiceWorker>((resolve) => {
        registration.addEventListener("updatefound", () => resolve(registration.installing!));
      });
      await registration.update();
      const worker = await found;
      await new Promise<void>((resolve) => {
        worker.addEventListener("statechange", () => worker.state === "redundant" && resolve());
      });
      return worker.state;
    });
    expect(refused).toBe("redundant");
    expect(await page.locator(".alert").count()).toBe(0);
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText("Lignes 1 à 28 sur 100").waitFor();
    expect(await caches(page)).toEqual(expect.arrayContaining(before));
  });
});
