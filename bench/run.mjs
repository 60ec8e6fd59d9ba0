// Runs a benchmark written in TypeScript: `npm run bench -- NAME [ARGUMENTS]` where NAME is a file of this folder.
// It only starts the TypeScript loader; what is measured and how is said in each benchmark and in README.md.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { runnerImport } from "vite";

const here = import.meta.dirname;
const [name, ...args] = process.argv.slice(2);
const file = join(here, `${name}.ts`);
if (!name || !/^[a-z-]+$/.test(name) || !existsSync(file)) {
  const names = readdirSync(here).filter((f) => f.endsWith(".ts") && !f.startsWith("lib-"));
  console.error(
    `usage: npm run bench -- NAME [ARGUMENTS]\nNAME is one of: ${names.map((f) => f.slice(0, -3)).join(", ")}`,
  );
  process.exit(2);
}
const options = { root: join(here, ".."), configFile: false, logLevel: "error" };
const { kernelJs } = (await runnerImport(join(here, "../vite.kernel.ts"), options)).module;
const { module } = await runnerImport(file, { ...options, plugins: [kernelJs()] });
await module.main(args);
