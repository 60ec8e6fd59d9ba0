// The built page in a real Chromium: serves dist/web, opens pages, listens for what a page must not do.
// Used by test/browser only. DANCECARD_PAGE names another folder of the built page.

import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { preview } from "vite";
import { findChromium } from "./chromium.js";

const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A page with everything it complained about or asked others for. */
export interface Opened {
  page: Page;
  /** Console errors, uncaught errors, and requests to anything but the page's own server. */
  complaints: string[];
}

export interface Site {
  /** Opens the page; waits until the event is shown. */
  open(options?: BrowserContextOptions, hash?: string): Promise<Opened>;
  close(): Promise<void>;
}

/** Serves the built page and starts Chromium. */
export async function openSite(): Promise<Site> {
  const folder = process.env.DANCECARD_PAGE ?? join(import.meta.dirname, "../../dist/web");
  if (!existsSync(join(folder, "index.html"))) throw new Error(`${folder}: the page is not built`);
  const executablePath = findChromium();
  if (!executablePath) throw new Error("no Chromium was found (set CHROMIUM to its path)");
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
  const args = process.getuid?.() === 0 ? [...FLAGS, "--no-sandbox"] : FLAGS;
  const browser: Browser = await chromium.launch({ executablePath, args });
  return {
    async open(options = {}, hash = "") {
      const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 1440, height: 900 }, ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      context.on("request", (request) => {
        if (!request.url().startsWith(url) && !request.url().startsWith("data:")) complaints.push(request.url());
      });
      await page.goto(url + hash);
      await page.getByText("Dancecard", { exact: true }).first().waitFor();
      return { page, complaints };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** The number in a text such as "Score 154 619." */
export function numberIn(text: string | null): number {
  const found = /[\u2212-]?\d[\d\s\u202f\u00a0,.]*/.exec(text ?? "");
  if (!found) throw new Error(`no number in ${JSON.stringify(text)}`);
  return Number(found[0].replace(/\u2212/g, "-").replace(/[^\d-]/g, ""));
}

/** Opens a text as a file of the person's: from a real file, or the test's own copying would block the page. */
export async function openText(page: Page, name: string, text: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "dancecard-"));
  try {
    await writeFile(join(folder, name), text);
    await page.locator("input[type=file]").setInputFiles(join(folder, name));
    // The input is emptied once its file is on its way to the worker.
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>("input[type=file]")?.files?.length === 0);
  } finally {
    await rm(folder, { recursive: true });
  }
}
