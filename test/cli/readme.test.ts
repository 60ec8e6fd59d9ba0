// The README's library example, run as a reader would: in a folder of its own, with the built package installed there.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sampleText } from "../../src/spec/samples/index.js";

const root = join(import.meta.dirname, "../..");

test("the README's example runs and prints a feasible schedule", () => {
  const code = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, "README.md"), "utf8"))?.[1];
  const folder = mkdtempSync(join(tmpdir(), "dancecard-readme-"));
  try {
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(root, join(folder, "node_modules/dancecard"));
    writeFileSync(join(folder, "event.json"), sampleText("workshop")!);
    writeFileSync(join(folder, "example.mjs"), code!);
    const printed = execFileSync(process.execPath, ["example.mjs"], { cwd: folder, encoding: "utf8" });
    expect(printed).toMatch(/^true \d+\n\d+\n$/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
