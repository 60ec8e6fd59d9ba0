// Variants as somebody brings them: the blocks of src/solver/variants/README.md and its skeleton, compiled as the page
// compiles them, and files that go wrong in every way. Used by the tests of own variants.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type TypeScript from "typescript";
import { KIT } from "../../src/solver/kit.js";
import type { OwnVariant, Variant } from "../../src/solver/variant.js";

// Compilers as they are: vitest would first rewrite their millions of letters.
const require = createRequire(import.meta.url);
export const ts = require("typescript") as typeof TypeScript;
const ASC = join(import.meta.dirname, "../../node_modules/assemblyscript/bin/asc.js");

const FOLDER = join(import.meta.dirname, "../../src/solver/variants");

/** The one block of the README in this language. */
export function block(language: "ts" | "assemblyscript"): string {
  const text = readFileSync(join(FOLDER, "README.md"), "utf8");
  const [, code] = new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, "m").exec(text) ?? [];
  if (code === undefined) throw new Error(`the README has no block of ${language}`);
  return code;
}

export const SKELETON = readFileSync(join(FOLDER, "skeleton.ts"), "utf8");

/** TypeScript as a module of JavaScript without types. */
export function asJavaScript(text: string): string {
  const { ESNext: module } = ts.ModuleKind;
  return ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ESNext, module } }).outputText;
}

/** What a file's default export makes. */
export async function variantOf(code: string): Promise<Variant> {
  const url = `data:text/javascript,${encodeURIComponent(code)}`;
  const { default: own } = (await import(/* @vite-ignore */ url)) as { default: OwnVariant };
  return typeof own === "function" ? own(KIT) : own;
}

/** AssemblyScript as Wasm. */
export function asWasm(text: string): Uint8Array<ArrayBuffer> {
  const folder = mkdtempSync(join(tmpdir(), "dancecard-"));
  try {
    writeFileSync(join(folder, "own.ts"), text);
    execFileSync(process.execPath, [ASC, "own.ts", "--outFile", "own.wasm", "--runtime", "stub"], { cwd: folder });
    return new Uint8Array(readFileSync(join(folder, "own.wasm")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A module of JavaScript whose runs are the skeleton's but for what `change`, the text of an object, says. */
export function spoiltSkeleton(change: string, before = ""): string {
  return `${asJavaScript(SKELETON).replace("export default function skeleton", "function skeleton")}
${before}
export default (kit) => {
  const honest = skeleton(kit);
  return {
    ...honest,
    start(problem, options) {
      const run = honest.start(problem, options);
      return {
        step: (n) => run.step(n), score: () => run.score(), best: () => run.best(), stats: () => run.stats(),
        adopt: (solution) => run.adopt(solution), dispose: () => run.dispose(),
        ...(${change}),
      };
    },
  };
};
`;
}
