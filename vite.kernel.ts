// Vite plugins for the kernel: compiles assembly/ to Wasm in process (with reload on change and errors in the overlay),
// and provides `virtual:kernel-js`, the same source as plain TypeScript. Used by vite.config.ts only.

import { readFile, mkdir, readdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { build } from "vite";
import type { Plugin, ViteDevServer } from "vite";

const root = import.meta.dirname;
const assembly = join(root, "assembly");
const TARGETS = ["release", "debug"] as const;

/** Compiles both builds of the kernel; rejects with the compiler's own words. */
export async function compileKernel(): Promise<void> {
  const asc = await import("assemblyscript/asc");
  await mkdir(join(root, "dist"), { recursive: true });
  for (const target of TARGETS) {
    const { error, stderr } = await asc.main(["--config", "asconfig.json", "--target", target, "--baseDir", root]);
    if (error) throw new Error(`kernel (${target}): ${stderr.toString().trim() || error.message}`);
  }
}

/** The kernel as Wasm: compiled when missing or stale as a dev server starts, and again on every change. */
export function kernelWasm(): Plugin {
  const show = (server: ViteDevServer, error: unknown): void => {
    const message = error instanceof Error ? error.message : String(error);
    server.ws.send({ type: "error", err: { message, stack: "", plugin: "kernel" } });
  };
  return {
    name: "kernel-wasm",
    apply: (_config, { command }) => command === "serve" && !process.env.VITEST,
    async configureServer(server) {
      let failure: unknown;
      let work = Promise.resolve();
      const compile = async (): Promise<void> => {
        try {
          await compileKernel();
          if (failure) failure = undefined;
          server.ws.send({ type: "full-reload" });
        } catch (error) {
          failure = error;
          show(server, error);
        }
      };
      if ((await newest(assembly)) > (await newest(join(root, "dist/kernel.debug.wasm")))) await compile();
      server.watcher.add(assembly);
      server.watcher.on("change", (file) => {
        if (resolve(file).startsWith(assembly)) work = work.then(compile);
      });
      // A page that opens while the kernel does not compile is told so too.
      server.ws.on("connection", () => failure && show(server, failure));
    },
  };
}

/** Time of the last change of a file, or of any file of a folder; 0 when there is none. */
async function newest(path: string): Promise<number> {
  const info = await stat(path).catch(() => undefined);
  if (!info?.isDirectory()) return info?.mtimeMs ?? 0;
  const names = await readdir(path);
  return Math.max(0, ...(await Promise.all(names.map((name) => newest(join(path, name))))));
}

const KERNEL_JS = "virtual:kernel-js";

/**
 * The kernel's source as TypeScript: `instantiate()` runs all of it anew, so that each instance has globals of its own.
 * `mem.ts`, the only file that touches memory, is swapped for `mem-js.ts`.
 */
export function kernelJs(): Plugin {
  return {
    name: "kernel-js",
    enforce: "pre",
    resolveId: (id) => (id === KERNEL_JS ? `\0${KERNEL_JS}` : undefined),
    async load(id) {
      if (id !== `\0${KERNEL_JS}`) return undefined;
      const { code, files } = await bundleKernel();
      files.forEach((file) => this.addWatchFile(file));
      return { code: `export function instantiate() {\n${code}\nreturn kernel;\n}\n`, map: null };
    },
  };
}

async function bundleKernel(): Promise<{ code: string; files: string[] }> {
  const files: string[] = [];
  const output = await build({
    configFile: false,
    root: assembly,
    logLevel: "warn",
    publicDir: false,
    plugins: [asTypeScript(files)],
    build: {
      write: false,
      target: "es2022",
      minify: false,
      lib: { entry: join(assembly, "js-entry.ts"), formats: ["iife"], name: "kernel" },
    },
  });
  const first = Array.isArray(output) ? output[0] : output;
  if (!first || !("output" in first)) throw new Error("the kernel gave no bundle");
  return { code: first.output[0].code, files };
}

/** Resolves `./mem` to its JavaScript twin and strips decorators, which TypeScript does not allow on functions. */
function asTypeScript(files: string[]): Plugin {
  return {
    name: "kernel-as-typescript",
    enforce: "pre",
    resolveId: (id, importer) =>
      importer &&
      /^\.{1,2}\//.test(id) &&
      resolve(dirname(importer), id).replace(/\.(js|ts)$/, "") === join(assembly, "mem")
        ? join(assembly, "mem-js.ts")
        : undefined,
    async load(id) {
      if (!id.startsWith(assembly)) return undefined;
      files.push(id);
      const source = await readFile(id, "utf8");
      return source.replace(/^(\s*(?:export\s+)?)@(?:inline|unsafe|lazy|final|global|operator\([^)]*\))(?=\s)/gm, "$1");
    },
  };
}
