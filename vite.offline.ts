// The service worker of the built page: builds web/offline/sw.ts to sw.js beside index.html, with the list of all files of
// the page and the start of each one's hash. Used by vite.config.ts.

import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { build } from "vite";
import type { Plugin } from "vite";

const SOURCE = "web/offline/sw.ts";
const NAME = "sw.js";
/** TypeScript for who writes a variant: as large as all the rest, and asked for by few. It comes from the network. */
const LEFT_OUT = /^assets\/ts\.worker-/;
/** Hexadecimal digits of a hash that are kept. */
const DIGITS = 16;

/** Writes sw.js once everything else of the page is written. */
export function offline(root: string): Plugin {
  let folder = "";
  return {
    name: "offline",
    apply: "build",
    applyToEnvironment: (environment) => environment.name === "client",
    configResolved(config) {
      folder = config.build.outDir;
    },
    closeBundle: {
      order: "post",
      sequential: true,
      async handler() {
        const files = await hashes(folder);
        const version = short(JSON.stringify(files));
        await build({
          configFile: false,
          root,
          logLevel: "error",
          publicDir: false,
          define: { __BUILD__: JSON.stringify({ version, files }) },
          build: {
            target: "es2022",
            outDir: folder,
            emptyOutDir: false,
            lib: { entry: join(root, SOURCE), formats: ["es"], fileName: () => NAME },
          },
        });
      },
    },
  };
}

/** Every file of a folder that is kept, by its address, in order, with the start of its hash. */
async function hashes(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((name) => name !== NAME && !LEFT_OUT.test(name))
    .sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, short(await readFile(join(folder, name)))] as const)),
  );
}

function short(contents: string | Uint8Array): string {
  return createHash("sha256").update(contents).digest("hex").slice(0, DIGITS);
}
