// The page between a phone and a desk, and on a phone: nothing is cut, nothing touches, and everything can be reached.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { numberIn, openSample, openSite } from "../support/browser.js";
import type { Opened, Site } from "../support/browser.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

const PHONE = { width: 390, height: 844 };

function open(width: number, height = 800): Promise<Opened> {
  return site.open({ viewport: { width, height } });
}

async function solved(page: Page): Promise<void> {
  await page.locator("#run-time").selectOption("2");
  await page.getByRole("button", { name: "Calculer", exact: true }).click();
  await page.getByText(/^Calculé à/).waitFor({ timeout: 30_000 });
}

/** Texts outside the grid, and outside tables that scroll sideways, that reach beyond their box or beyond the screen. */
function cut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const own = (el: Element): boolean =>
      [...el.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== "");
    const bad: string[] = [];
    for (const el of document.querySelectorAll("#app *")) {
      if (el.closest('.rows, .head, svg, option, .hidden-text, .labo-across, [type="file"]') || !own(el)) continue;
      const range = document.createRange();
      range.selectNodeContents(el);
      const text = range.getBoundingClientRect();
      if (text.width === 0) continue;
      for (let box: Element | null = el; box; box = box.parentElement) {
        const clips = box === document.documentElement || getComputedStyle(box).overflowX !== "visible";
        const { left, right, top, bottom } = box.getBoundingClientRect();
        const scrolls = getComputedStyle(box).overflowY === "auto";
        const across = text.left < left - 1 || text.right > right + 1;
        const along = !scrolls && (text.top < top - 2 || text.bottom > bottom + 2);
        if (clips && (across || along)) bad.push(`${el.textContent} in ${box.tagName}.${box.className}`);
        if (scrolls) break;
      }
    }
    return bad;
  });
}

describe("between 700 and 1280 px", () => {
  it.each([700, 900, 1200])("nothing is cut at %i px, and an empty panel takes no room", async (width) => {
    const { page, complaints } = await open(width);
    await page.getByText(/^Lignes 1 à/).waitFor();
    expect(await cut(page)).toEqual([]);
    expect(await page.locator("aside.per").count()).toBe(0);
    expect((await page.getByRole("grid").boundingBox())!.width).toBe(width);
    await solved(page);
    expect(await cut(page)).toEqual([]);
    expect(await page.locator(".nn b").count()).toBe(8);
    const bar = (await page.locator(".top").boundingBox())!;
    const tabs = (await page.locator(".top nav").boundingBox())!;
    expect(tabs.y).toBeGreaterThanOrEqual(bar.y);
    expect(tabs.y + tabs.height).toBeLessThanOrEqual(bar.y + bar.height);
    await page.getByRole("rowheader", { name: "Aline Boisgravel" }).click();
    await page.locator("aside.per h2").waitFor();
    expect(await cut(page)).toEqual([]);
    await page.getByRole("button", { name: "Événement", exact: true }).click();
    await page.locator(".facts").waitFor();
    expect(await cut(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(complaints).toEqual([]);
  });

  it.each([390, 700, 900, 1440])("nothing of the Lab is cut at %i px", async (width) => {
    const link = "#lab=v=1&variants=search,search-js,greedy&events=this&sizes=XS&seeds=1-2&steps=300,5000";
    const { page, complaints } = await site.open({ viewport: { width, height: 800 } }, link);
    await page.locator("#lab-plan", { hasText: /^18 essais/ }).waitFor();
    expect(await cut(page)).toEqual([]);
    await page.getByRole("button", { name: "Mesurer", exact: true }).click();
    await page.getByRole("group", { name: "Fait\u202f: 18 sur 18", exact: true }).waitFor();
    await page.locator('.labo-main[aria-busy="false"] .labo-lines').first().waitFor();
    expect(await cut(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const room = await page
      .locator(".labo-across")
      .first()
      .evaluate((box) => box.scrollWidth - box.clientWidth);
    expect(width < 1440 || room <= 0).toBe(true);
    expect(complaints).toEqual([]);
  });

  it("keeps my events and the theme behind Menu", async () => {
    const { page } = await open(900);
    const menu = page.getByRole("button", { name: "Menu" });
    await menu.click();
    await page.getByRole("button", { name: "Thème : système" }).click();
    await page.getByRole("button", { name: "Thème : clair" }).waitFor();
    await page.keyboard.press("Escape");
    expect(await menu.evaluate((button) => document.activeElement === button)).toBe(true);
    await openSample(page, "workshop");
    await page.getByText(/sur 12$/).waitFor();
    expect(await page.locator(".menu").count()).toBe(0);
  });
});

describe("on a phone", () => {
  it("says one score during a run, keeps its distances, and can solve again", async () => {
    const { page } = await site.open({ viewport: PHONE });
    await page.getByRole("button", { name: "Calculer", exact: true }).click();
    await page.locator(".nn").waitFor({ timeout: 30_000 });
    const scores = page.locator(".ql, .curve .tscore").filter({ hasText: /score/i });
    await scores.first().waitFor();
    expect(await scores.count()).toBe(1);
    const gap = async (): Promise<number> => {
      const bars = (await page.locator(".nn").boundingBox())!;
      return (await page.locator(".prun").boundingBox())!.y - bars.y - bars.height;
    };
    expect(await gap()).toBeGreaterThanOrEqual(12);
    expect(await cut(page)).toEqual([]);
    await page.getByRole("button", { name: "Arrêter et garder" }).click();
    await page.getByText(/^Arrêté à/).waitFor();
    // A meeting of the first priority stands as high as the strip of bars allows.
    const strips = await page
      .locator(".sl .strip")
      .evaluateAll((all) => all.map((svg) => svg.getBoundingClientRect().height));
    expect(new Set(strips)).toEqual(new Set([15]));
    const bars = page.locator(".sl .strip .w");
    await bars.first().waitFor();
    const heights = await bars.evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().height));
    expect(Math.max(...heights)).toBeGreaterThan(10);
    expect(await gap()).toBeGreaterThanOrEqual(12);
    await expect
      .poll(async () => {
        const [quality, curve] = await page.locator(".ql span, .curve .tscore").allTextContents();
        return numberIn(/score .*/i.exec(quality!)![0]) - numberIn(curve!);
      })
      .toBe(0);
    await page.getByRole("button", { name: "Calculer", exact: true }).click();
    await page.getByRole("button", { name: "Arrêter et garder" }).waitFor();
  });

  it("returns from an agenda to the list with Back, and opens it again with Forward", async () => {
    const { page } = await site.open({ viewport: PHONE });
    const person = page.getByRole("heading", { name: "Adèle Guéravel" });
    const list = page.getByRole("button", { name: "Agathe Bourdelaine" });
    await page.getByRole("button", { name: "Adèle Guéravel" }).click();
    await person.waitFor();
    expect(page.url()).not.toContain("Ad");
    await page.goBack();
    await list.waitFor();
    await page.goForward();
    await person.waitFor();
    await page.getByRole("button", { name: "Retour au planning" }).click();
    await list.waitFor();
    expect(await person.count()).toBe(0);
  });

  it("opens another sample and changes the theme from the menu, in fingers' sizes", async () => {
    const { page, complaints } = await site.open({ viewport: PHONE });
    await page.getByRole("button", { name: "Menu" }).click();
    for (const control of await page.locator(".menu .fld, .menu .btn").all())
      expect((await control.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    await page.getByRole("button", { name: "Thème : système" }).click();
    await page.getByRole("button", { name: "Mes événements" }).click();
    expect(await page.locator("#events input[type=file]").count()).toBe(1);
    for (const control of await page.locator("#events .btn, #events .link").all())
      expect((await control.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    await openSample(page, "impossible");
    await page.getByText(/^« Impossible » a \d+ erreurs/).waitFor();
    await page.getByRole("button", { name: "Voir les problèmes" }).click();
    await page.locator(".wl li").first().waitFor();
    expect(complaints).toEqual([]);
  });
});
