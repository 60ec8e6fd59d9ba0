// The page's sandbox.html, in which variants run that somebody brings: one file that holds its frames' scripts and its
// worker's, each inside the other, and a policy that lets nothing else in or out. Used by vite.config.ts.

import { createHash } from "node:crypto";
import { join } from "node:path";
import { build } from "vite";
import type { Plugin } from "vite";

const NAME = "sandbox.html";

/** Writes sandbox.html beside index.html; a dev server makes it anew for every visit. */
export function sandbox(root: string): Plugin {
  return {
    name: "sandbox",
    applyToEnvironment: (environment) => environment.name === "client",
    configureServer(server) {
      server.middlewares.use(`/${NAME}`, (_request, response, next) => {
        sandboxPage(root).then((page) => response.setHeader("content-type", "text/html").end(page), next);
      });
    },
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: NAME, source: await sandboxPage(root) });
    },
  };
}

/** The text of the page. */
export async function sandboxPage(root: string): Promise<string> {
  const folder = join(root, "web/sandbox");
  const worker = await script(join(folder, "inside/worker.ts"));
  const inner = await script(join(folder, "frame/inner.ts"), { __WORKER__: JSON.stringify(worker) });
  const outer = await script(join(folder, "frame/outer.ts"), { __INNER__: JSON.stringify(inner) });
  // The two scripts by their hashes, and scripts from memory: the worker, and the variant in it. No network at all.
  const scripts = [hashOf(outer), hashOf(inner), "blob:", "'wasm-unsafe-eval'"].join(" ");
  const policy = `default-src 'none'; script-src ${scripts}; worker-src blob:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <title>Dancecard: sandbox</title>
  </head>
  <body>
    <script>${outer}</script>
  </body>
</html>
`;
}

/** A file with all it imports as one plain script that may stand in HTML. */
async function script(entry: string, define: Record<string, string> = {}): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    define,
    build: {
      write: false,
      target: "es2022",
      lib: { entry, formats: ["iife"], name: "sandbox" },
      rolldownOptions: { checks: { bundlerTimings: false } },
    },
  });
  const first = Array.isArray(output) ? output[0] : output;
  if (!first || !("output" in first)) throw new Error(`${entry} gave no script`);
  return first.output[0].code.trim().replace(/<(?=\/script|!--)/g, "\\x3c");
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
