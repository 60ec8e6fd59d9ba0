// The built page in a real Chromium: serves dist/web, opens pages, listens for what a page must not do.
// Used by test/browser only. DANCECARD_PAGE names another folder of the built page.

import { existsSync, rmSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { preview } from "vite";
import { onTestFinished, TestRunner } from "vitest";
import { findChromium } from "./chromium.js";

const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Chromium's own pop-up of its address bar is a page too, and takes longer to start than ours. This replaces the list that
  // Playwright switches off.
  "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,PaintHolding,HttpsUpgrades,OptimizationHints",
];

/** A page with everything it complained about or asked others for. */
export interface Opened {
  page: Page;
  /** Console errors, uncaught errors, and requests to anything but the page's own server. */
  complaints: string[];
}

export interface Site {
  /** Watches the tasks of a page; what it gives ends that and tells the longest in milliseconds of processor time. */
  watchTasks(page: Page): Promise<() => Promise<number>>;
  /** Opens the page; waits until the event is shown. */
  open(options?: BrowserContextOptions, hash?: string): Promise<Opened>;
  /** Opens the page in another tab of the same browser. */
  again(page: Page, hash?: string): Promise<Opened>;
  close(): Promise<void>;
}

/** What the watched page writes into the trace. */
const MARK = "watched";
const BUILT = process.env.DANCECARD_PAGE ?? join(import.meta.dirname, "../../dist/web");
/** Milliseconds by which every message of the page to a worker is late: finds what a test, or the page, does not wait for. */
const LATE = Number(process.env.DANCECARD_LATE ?? 0);

/** Serves the built page (or another one that says "Dancecard") and starts Chromium. */
export async function openSite(folder = BUILT): Promise<Site> {
  if (!existsSync(join(folder, "index.html"))) throw new Error(`${folder}: the page is not built`);
  const server = await preview({
    configFile: false,
    root: folder,
    logLevel: "error",
    build: { outDir: folder },
    preview: { port: 0, host: "127.0.0.1" },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const url = `http://127.0.0.1:${address.port}/`;
  const browser = await openChromium();
  return {
    async watchTasks(page) {
      await browser.startTracing(undefined, { categories: ["toplevel", "__metadata", "blink.user_timing"] });
      await page.evaluate((mark) => void performance.mark(mark), MARK);
      return async () => longestTask((await browser.stopTracing()).toString());
    },
    async open(options = {}, hash = "") {
      const context = await browser.newContext({
        locale: "fr-FR",
        viewport: { width: 1440, height: 900 },
        // Only the test of the page without a network wants files from elsewhere than the server.
        serviceWorkers: "block",
        ...options,
      });
      // A page that a test has left would go on with what it was asked for, beside the next test.
      if (TestRunner.getCurrentTest()) onTestFinished(() => context.close());
      return visit(context, url, hash);
    },
    again(page, hash = "") {
      return visit(page.context(), url, hash);
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Starts Chromium alone. */
export function openChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("no Chromium was found (set CHROMIUM to its path)");
  const args = process.getuid?.() === 0 ? [...FLAGS, "--no-sandbox"] : FLAGS;
  return chromium.launch({ executablePath, args });
}

async function visit(context: BrowserContext, url: string, hash: string): Promise<Opened> {
  const page = await context.newPage();
  if (LATE > 0) await page.addInitScript(postLate, LATE);
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  context.on("request", (request) => {
    if (![url, "data:", "blob:"].some((own) => request.url().startsWith(own))) complaints.push(request.url());
  });
  await page.goto(url + hash);
  await page.getByText("Dancecard", { exact: true }).first().waitFor();
  return { page, complaints };
}

/** Runs in the page. Whoever answers slowly answers in the same order. */
function postLate(late: number): void {
  for (const { prototype } of [Worker, MessagePort]) {
    const post = prototype.postMessage as (...given: unknown[]) => void;
    prototype.postMessage = function (...given: unknown[]) {
      setTimeout(() => post.apply(this, given), late);
    };
  }
}

/**
 * Of the main thread of the page that left the mark: Chromium has pages of its own (the popup of the address bar).
 * Other programs may stretch a task, but not the processor time it takes.
 */
function longestTask(trace: string): number {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const mark = traceEvents.find(({ name }) => name === MARK);
  if (!mark) throw new Error("the trace holds no mark of the page");
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith("RunTask") && pid === mark.pid && tid === mark.tid,
  );
  if (tasks.length === 0) throw new Error("the trace holds no task");
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}

/** What is read of an event of Chromium's trace; `tdur` in microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  tdur?: number;
}

/** The number in a text such as "Score 154 619." */
export function numberIn(text: string | null): number {
  const found = /[\u2212-]?\d[\d\s\u202f\u00a0,.]*/.exec(text ?? "");
  if (!found) throw new Error(`no number in ${JSON.stringify(text)}`);
  return Number(found[0].replace(/\u2212/g, "-").replace(/[^\d-]/g, ""));
}

/**
 * Presses keys such as "ArrowDown" and "Shift+ArrowUp" one right after the other, as a quick hand does: nothing of a busy
 * machine comes between them.
 */
export async function pressQuickly(page: Page, ...keys: string[]): Promise<void> {
  const strokes = keys.flatMap((key) => {
    const parts = key.split("+");
    return [...parts.map((part) => ["down", part] as const), ...parts.reverse().map((part) => ["up", part] as const)];
  });
  await Promise.all(strokes.map(([way, part]) => page.keyboard[way](part)));
}

/** Opens the panel of my events, from the bar or from its menu. */
export async function openEvents(page: Page): Promise<void> {
  if ((await page.locator("#events").count()) > 0) return;
  // The first event is on the screen once the bar says its name.
  await page.locator(".top .ev:not(:empty), .ph .m:not(:empty)").waitFor();
  if ((await page.locator("#events-button").count()) === 0) await page.locator("[aria-controls=menu]").click();
  await page.locator("#events-button").click();
  await page.locator("#events").waitFor();
}

/** Opens one of the samples, and closes the panel again. */
export async function openSample(page: Page, id: string): Promise<void> {
  await openEvents(page);
  await page.locator(`#events [data-sample="${id}"]`).click();
  await closeEvents(page);
}

export async function closeEvents(page: Page): Promise<void> {
  // On a phone the panel closes by itself once something is open.
  if ((await page.locator(".ph").count()) > 0) await page.locator("#events").waitFor({ state: "detached" });
  else await page.locator("#events header .btn.txt").click();
}

/** Starts the tour, from the offer in the bar or from the menu. */
export async function startTour(page: Page): Promise<void> {
  await page.locator(".top .ev:not(:empty), .ph .m:not(:empty)").waitFor();
  if ((await page.locator(".ph").count()) > 0) await page.locator("[aria-controls=menu]").click();
  await page.getByRole("button", { name: /^(Visite de 2 minutes|Two-minute tour)$/ }).click();
  await page.locator(".tour").waitFor();
}

/** Opens a text as a file of the person's: from a real file, or the test's own copying would block the page. */
export async function openText(page: Page, name: string, text: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "dancecard-"));
  // The worker reads the file when it comes to it: until then it must stay.
  page.once("close", () => rmSync(folder, { recursive: true, force: true }));
  await writeFile(join(folder, name), text);
  await openEvents(page);
  await page.locator("#events input[type=file]").setInputFiles(join(folder, name));
  await closeEvents(page);
}
