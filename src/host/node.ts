// The engine of Node: worker threads. Node only. Its files (kernel.wasm, worker-node.js) lie beside the bundle that this
// file becomes part of; run from source (tests), they are those of the last build.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import nodeEndpoint from "comlink/dist/esm/node-adapter";
import type { Engine } from "./engine.js";
import { createWorkerEngine } from "./client.js";
import type { WorkerHandle } from "./client.js";

export interface NodeEngineOptions {
  /** The script of a worker thread. Left out: the built one. */
  worker?: string;
  /** The kernel. Left out: the release build. */
  kernel?: string;
}

/** The folder of built files. */
export function distFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return existsSync(join(here, "kernel.wasm")) ? here : join(here, "../../dist");
}

/** Reads and compiles the kernel of the build. */
export async function loadNodeKernel(file = join(distFolder(), "kernel.wasm")): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(file));
}

/** An engine of worker threads. Dispose of it, or its threads keep the process alive. */
export function createNodeEngine(options: NodeEngineOptions = {}): Engine {
  const script = options.worker ?? join(distFolder(), "worker-node.js");
  return createWorkerEngine(
    () => spawn(script),
    () => loadNodeKernel(options.kernel),
  );
}

function spawn(script: string): WorkerHandle {
  const worker = new Worker(script);
  return {
    endpoint: nodeEndpoint(worker),
    lost: new Promise((resolve) => {
      worker.once("error", (error) => resolve(`worker thread: ${error.message}`));
      worker.once("messageerror", (error) => resolve(`worker thread: ${error.message}`));
      worker.once("exit", (code) => resolve(`worker thread ended with code ${code}`));
    }),
    terminate: () => void worker.terminate(),
  };
}
