// Where a Chromium for the page tests is. Asked by vite.config.ts, by the reporter and by the page tests themselves.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

/** The browser's executable: the one the environment names, else Playwright's own, else the system's; undefined if none. */
export function findChromium(): string | undefined {
  const asked = process.env.CHROMIUM ?? process.env.CHROME_PATH;
  const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];
  return [asked, chromium.executablePath(), ...usual].find((path) => path && existsSync(path));
}
