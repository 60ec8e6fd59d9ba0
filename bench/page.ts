// What the page costs in Chromium: the first load, a workbook of a real show from the file to the checked event, the frames
// while the largest table is scrolled and typed in, and the views of a schedule of 915 x 788 people: from one to another, the
// frames while they are scrolled, and the time until a drag shows where it aims. Usage: npm run bench -- page (after npm run build). Times by the
// clock of this machine; the longest task of the page's main thread in processor time.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { generateEvent, specText } from "../src/index.js";
import { bigTables } from "../test/support/big-tables.js";
import { openSite, openText, type Site } from "../test/support/browser.js";

const ms = (value: number): string => `${value.toFixed(0)} ms`;

/** `only` names some of the parts: load, workbook, tables, views. */
export async function main(only: string[] = []): Promise<void> {
  const wanted = (part: string): boolean => only.length === 0 || only.includes(part);
  const site = await openSite();
  try {
    if (wanted("load")) await firstLoad(site);
    if (wanted("workbook")) await workbook(site);
    if (wanted("tables")) await frames(site);
    if (wanted("views")) await views(site);
  } finally {
    await site.close();
  }
}

/** What is fetched until the first schedule could be asked for, compressed as a server sends it, and when that is. */
async function firstLoad(site: Site): Promise<void> {
  for (let i = 0; i < 3; i++) {
    const { page } = await site.open();
    const session = await page.context().newCDPSession(page);
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    const bodies = new Map<string, Promise<Buffer>>();
    page.on("response", (response) =>
      bodies.set(
        response.url(),
        response.body().catch(() => Buffer.alloc(0)),
      ),
    );
    await page.reload();
    await page.locator('.gridbox[aria-busy="false"] .nm:not(:empty)').first().waitFor();
    const usable = await page.evaluate(() => performance.now());
    const painted = await page.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
    );
    const sizes = new Map<string, number>();
    for (const [url, body] of bodies) {
      const kind = /\.(js|css|wasm|woff2|html)(\?|$)/.exec(url)?.[1] ?? "other";
      const bytes = await body;
      const size = kind === "woff2" ? bytes.length : gzipSync(bytes).length;
      const of = /worker/.test(url) ? `${kind} of workers` : kind;
      sizes.set(of, (sizes.get(of) ?? 0) + size);
    }
    const list = [...sizes].map(([kind, size]) => `${kind} ${(size / 1000).toFixed(0)} kB`).join(", ");
    console.log(`first load: painted at ${ms(painted)}, rows shown at ${ms(usable)}; compressed: ${list}`);
    await page.context().close();
  }
}

/** From choosing the file to the event that is read and checked, through the panel of the import. */
async function workbook(site: Site): Promise<void> {
  const { file, event } = bigTables();
  const folder = await mkdtemp(join(tmpdir(), "dancecard-"));
  const path = join(folder, "show.xlsx");
  await writeFile(path, file.bytes);
  for (let i = 0; i < 3; i++) {
    const { page } = await site.open({}, "#event/people");
    await page.locator(".dtrow").first().waitFor();
    // The import's code is there from the second file on; the first one pays for it.
    const longest = await site.watchTasks(page);
    const begun = performance.now();
    await page.locator("input.tablefiles").setInputFiles(path);
    await page.locator(".impready").waitFor({ timeout: 60_000 });
    const previewed = performance.now();
    await page.locator(".impfoot .btn.pri").click();
    await page.locator(".imp").waitFor({ state: "detached", timeout: 60_000 });
    await page.locator(".top .ev", { hasText: "show" }).waitFor({ timeout: 60_000 });
    const done = performance.now();
    const task = await longest();
    console.log(
      `workbook of ${event.participants.length} people and ${event.wishes!.length} wishes: previewed ${ms(previewed - begun)}, ` +
        `checked ${ms(done - begun)}, the longest task ${ms(task)}`,
    );
    await page.context().close();
  }
  await rm(folder, { recursive: true });
}

/** Frames while a table of 5,000 people with 200,000 wishes is scrolled, and while cells are typed in. */
async function frames(site: Site): Promise<void> {
  const text = specText(
    generateEvent({ buyers: 2600, suppliers: 2400, slots: 40, seed: 1, wishesPerBuyer: 40, wishesPerSupplier: 40 }),
  );
  const { page } = await site.open({}, "#event/people");
  await openText(page, "large.json", text);
  await page.locator(".tfoot", { hasText: /5\s000/ }).waitFor({ timeout: 60_000 });
  await page.locator(".dt").click({ position: { x: 200, y: 200 } });
  await page.waitForTimeout(3000);
  const rest = await watchFrames(page, async () => page.waitForTimeout(2000));
  const scrolled = await watchFrames(page, async () => {
    for (let i = 0; i < 120; i++) {
      await page.mouse.wheel(0, 180);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
  });
  const jumped = await watchFrames(page, async () => {
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press("PageDown");
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
  });
  const typed = await watchFrames(page, async () => {
    for (let i = 0; i < 10; i++) {
      await page.keyboard.type("Ada Lovely", { delay: 30 });
      await page.keyboard.press("Enter");
    }
  });
  console.log(`5,000 rows: at rest ${rest}\n  scrolled ${scrolled}\n  by pages ${jumped}\n  typed ${typed}`);
  await page.goto(page.url().replace(/#.*/, "#event/wishes"));
  await page.locator(".tfoot", { hasText: /souhaits/ }).waitFor();
  const wishes = await watchFrames(page, async () => {
    for (let i = 0; i < 120; i++) {
      await page.mouse.wheel(0, 180);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
  });
  console.log(`  200,000 wishes scrolled ${wishes}`);
  await page.context().close();
}

/** A schedule of 915 x 788 people: from view to view, scrolled, and a meeting dragged. */
async function views(site: Site): Promise<void> {
  const event = generateEvent({ buyers: 915, suppliers: 788, slots: 24, seed: 1 });
  const { page } = await site.open();
  await openText(page, "large.json", specText(event));
  await page.locator(".foot", { hasText: /915/ }).waitFor({ timeout: 60_000 });
  await page.locator("#run-time").selectOption("10");
  await page.locator("#run-variant").selectOption("greedy");
  await page.locator(".run .btn.pri").click();
  await page.getByText(/^Calculé à/).waitFor({ timeout: 120_000 });
  await page.locator(".gridbox .row .p1").first().waitFor();
  const tabs = {
    Résumé: ".sum .sumstrip",
    Grille: ".gridbox:not(.placebox) .row .p1",
    Lieux: ".placebox .row .p1",
    Constats: ".find section",
  };
  for (const round of ["first time", "again", "again"])
    for (const [tab, content] of Object.entries(tabs))
      console.log(`915 x 788, to ${tab}, ${round}: ${await switched(page, tab, content)}`);
  for (const [tab, box] of [
    ["Grille", ".gridbox:not(.placebox)"],
    ["Lieux", ".placebox"],
  ] as const) {
    await page.locator(".tabs2 button", { hasText: tab }).click();
    await page.locator(`${box} .row .p1`).first().waitFor();
    await page.locator(box).hover();
    await page.waitForTimeout(1500);
    const rest = await watchFrames(page, async () => page.waitForTimeout(1000));
    const wheel = async (x: number, y: number): Promise<void> => {
      await page.mouse.wheel(x, y);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    };
    const down = await watchFrames(page, async () => {
      for (let i = 0; i < 120; i++) await wheel(0, 120);
    });
    const across = await watchFrames(page, async () => {
      for (let i = 0; i < 60; i++) await wheel(i % 20 < 10 ? 40 : -40, 0);
    });
    console.log(`915 x 788, ${tab}: at rest ${rest}\n  scrolled ${down}\n  across ${across}`);
  }
  await page.locator(".tabs2 button", { hasText: "Grille" }).click();
  await page.locator(".gridbox:not(.placebox) .row .p1").first().waitFor();
  console.log(`915 x 788, drag: aim painted after ${await dragged(page)}`);
  await page.context().close();
}

/** From the click on a tab until its content is painted, and until nothing more is drawn. */
async function switched(page: Page, tab: string, content: string): Promise<string> {
  const [first, settled] = await page.evaluate(
    async ([name, selector]) => {
      const painted = (): Promise<void> =>
        new Promise((done) => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done();
            port2.postMessage(0);
          });
        });
      const button = [...document.querySelectorAll<HTMLElement>(".tabs2 button")].find((one) =>
        one.textContent.includes(name),
      )!;
      let last = 0;
      const observer = new MutationObserver(() => (last = performance.now()));
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      const start = performance.now();
      button.click();
      while (!document.querySelector(selector)) await painted();
      await painted();
      const seen = performance.now() - start;
      for (let quiet = 0; quiet < 10; quiet++) await painted();
      observer.disconnect();
      return [seen, last - start] as const;
    },
    [tab, content] as const,
  );
  return `painted after ${ms(first)}, complete after ${ms(settled)}`;
}

/**
 * Moves a meeting over the slots; from each move of the pointer, and from when the page hears of it at the next frame, until
 * the slot under it is painted as the aim.
 */
async function dragged(page: Page): Promise<string> {
  const cell = page.locator(".gridbox .row .p1:not(.lock)").nth(30);
  const { x, y, width } = (await cell.boundingBox())!;
  const { x: left, width: room } = (await page.locator(".gridbox").boundingBox())!;
  await page.mouse.move(x + width / 2, y + 8);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 10, y + 8);
  await page.locator(".handrow").first().waitFor();
  await page.evaluate(() => {
    const scope = window as unknown as { waits: number[]; works: number[] };
    scope.waits = [];
    scope.works = [];
    let before = document.querySelector(".handrow .aim");
    addEventListener(
      "pointermove",
      ({ timeStamp }) => {
        const begun = performance.now();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            const now = document.querySelector(".handrow .aim");
            if (now && now !== before) {
              scope.waits.push(performance.now() - timeStamp);
              scope.works.push(performance.now() - begun);
            }
            before = now;
          };
          port2.postMessage(0);
        });
      },
      true,
    );
  });
  for (let i = 0; i < 40; i++) {
    const at = left + 240 + ((i * 37) % (room - 280));
    await page.mouse.move(at, y + 8);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
  const { waits, works } = await page.evaluate(() => {
    const { waits, works } = window as unknown as { waits: number[]; works: number[] };
    return { waits, works };
  });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  const told = (times: number[]): string => {
    times.sort((a, b) => a - b);
    const at = (share: number): string => ms(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
    return `${at(0.5)} in the middle, ${at(1)} at most`;
  };
  return `${told(waits)} (from when the page hears of it: ${told(works)}), of ${waits.length}`;
}

/** Time between frames, and the main thread's work in each: how many are late, and how long the busy ones take. */
async function watchFrames(page: Page, act: () => Promise<void>): Promise<string> {
  await page.evaluate(() => {
    const scope = window as unknown as { gaps: number[]; watching: boolean };
    scope.gaps = [];
    scope.watching = true;
    let last = 0;
    const frame = (now: number): void => {
      if (last > 0) scope.gaps.push(now - last);
      last = now;
      if (scope.watching) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await act();
  const gaps = await page.evaluate(() => {
    const scope = window as unknown as { gaps: number[]; watching: boolean };
    scope.watching = false;
    return scope.gaps;
  });
  gaps.sort((a, b) => a - b);
  const at = (share: number): number => gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * share))] ?? 0;
  // A frame of a 60 Hz screen takes 16.7 ms; one that was missed takes twice that.
  const kept = gaps.filter((gap) => gap < 25).length / gaps.length;
  return `${gaps.length} frames, ${(100 * kept).toFixed(1)} % in time, median ${at(0.5).toFixed(1)}, 95 % ${at(0.95).toFixed(1)}, longest ${at(1).toFixed(0)} ms`;
}
