// One configuration for everything that is built or tested: the page (web -> dist/web), the command line with its worker
// and the library (src -> dist), the kernel (vite.kernel.ts), the service worker (vite.offline.ts), the sandbox
// (vite.sandbox.ts), and the tests. `vite build` makes all of it in that order.

import { chmod, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import type { Plugin } from "vite";
import { findChromium } from "./test/support/chromium.js";
import { compileKernel, kernelJs, kernelWasm } from "./vite.kernel.js";
import { offline } from "./vite.offline.js";
import { sandbox } from "./vite.sandbox.js";

const root = import.meta.dirname;
const dist = join(root, "dist");
/** How long plugins took is nobody's concern on `npm start`. */
const checks = { bundlerTimings: false };

/** The command line tool is a program: it gets its first line and its executable bit. */
function executable(): Plugin {
  return {
    name: "executable",
    applyToEnvironment: (environment) => environment.name === "node",
    renderChunk: (code, chunk) => (chunk.fileName === "cli.js" ? `#!/usr/bin/env node\n${code}` : undefined),
    writeBundle: () => chmod(join(dist, "cli.js"), 0o755),
  };
}

/** Files that an earlier build left; the page's folder is emptied by its own build. */
async function clean(): Promise<void> {
  await mkdir(dist, { recursive: true });
  const old = (await readdir(dist)).filter((name) => name.endsWith(".js"));
  await Promise.all(old.map((name) => rm(join(dist, name))));
}

export default defineConfig(({ mode }) => ({
  root: join(root, "web"),
  // Relative addresses: the built page works in any folder of any static host.
  base: "./",
  plugins: [kernelWasm(), kernelJs(), executable(), sandbox(root), offline(root)],
  // pdfkit's build for browsers needs nothing of Node, and gives the same bytes in every host.
  resolve: { alias: [{ find: /^pdfkit$/, replacement: join(root, "node_modules/pdfkit/js/pdfkit.browser.mjs") }] },
  worker: { format: "es", plugins: () => [kernelJs()], rolldownOptions: { checks } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  server: { fs: { allow: [root] } },
  build: {
    target: "es2022",
    outDir: join(dist, "web"),
    emptyOutDir: true,
    // A small Wasm file would become a data: address, which compileStreaming and the page's policy refuse.
    assetsInlineLimit: (file) => (file.endsWith(".wasm") ? false : undefined),
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { checks },
  },
  environments: {
    node: {
      consumer: "server",
      resolve: { noExternal: true },
      build: {
        ssr: true,
        target: "node20",
        outDir: dist,
        emptyOutDir: false,
        copyPublicDir: false,
        rolldownOptions: {
          checks,
          input: {
            cli: join(root, "src/cli.ts"),
            index: join(root, "src/index.ts"),
            import: join(root, "src/io/import.ts"),
            export: join(root, "src/io/export.ts"),
            node: join(root, "src/host/node.ts"),
            "worker-node": join(root, "src/host/worker-node.ts"),
            "solver-thread": join(root, "src/bench/peers/solver-thread.ts"),
          },
          // Beside the entries, so that import.meta.url names the folder of kernel.wasm wherever the code ends up.
          output: { entryFileNames: "[name].js", chunkFileNames: "chunk-[name].js" },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      await clean();
      await compileKernel();
      await builder.build(builder.environments.node!);
      // `vite build --mode node` leaves the page out: for who works on the rest.
      if (mode !== "node") await builder.build(builder.environments.client!);
    },
  },
  test: {
    root,
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: findChromium() ? [] : ["test/browser/**"],
    environment: "node",
    // Generous: a test says what it waits for, and a busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", "./test/support/reporter.ts"],
  },
}));
