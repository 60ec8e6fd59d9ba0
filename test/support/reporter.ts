// The last line of every test run: `N passed, N failed`. Before it, loudly, what did not run.
// Listed in vite.config.ts after the default reporter. A run without tests, or with an error outside any, counts as failed.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Reporter, SerializedError, TestModule } from "vitest/node";
import { findChromium } from "./chromium.js";

export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    let passed = 0;
    let failed = errors.length;
    const notRun: string[] = [];
    for (const module of modules) {
      // A file that cannot be loaded has errors and no tests.
      if (module.errors().length > 0) failed++;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed++;
        else if (state === "failed") failed++;
        else notRun.push(`${module.moduleId}: ${test.fullName}`);
      }
    }
    if (passed + failed === 0) failed = 1;
    if (!findChromium()) {
      const folder = join(import.meta.dirname, "../browser");
      const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
        file.includes(".test."),
      );
      notRun.push(...files.map((file) => `test/browser/${file}: no Chromium was found (set CHROMIUM to its path)`));
    }
    if (notRun.length > 0)
      console.log(`\n!!! ${notRun.length} DID NOT RUN:\n${notRun.map((name) => `!!!   ${name}`).join("\n")}`);
    if (failed > 0) process.exitCode = 1;
    console.log(`\n${passed} passed, ${failed} failed`);
  }
}
