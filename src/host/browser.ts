// The engine of the page: module Web Workers. Called by web/ only. The kernel is compiled once and posted to every worker;
// no shared memory, so that any static host will do.

import kernelUrl from "../../dist/kernel.wasm?url";
import type { Engine } from "./engine.js";
import { createWorkerEngine } from "./client.js";
import type { WorkerHandle } from "./client.js";

/** An engine of Web Workers. */
export function createBrowserEngine(): Engine {
  return createWorkerEngine(spawn, () => compileKernel(kernelUrl));
}

/** Fetches and compiles the kernel, also from a server that does not know Wasm's MIME type. */
export async function compileKernel(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  try {
    return await WebAssembly.compileStreaming(response.clone());
  } catch {
    return WebAssembly.compile(await response.arrayBuffer());
  }
}

/** The kernel's bytes, for whoever also needs their hash. */
export async function fetchKernel(): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(kernelUrl);
  if (!response.ok) throw new Error(`${kernelUrl}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

function spawn(): WorkerHandle {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  return {
    endpoint: worker,
    lost: new Promise((resolve) => {
      worker.addEventListener("error", (event) => {
        // Else it is an error of the worker that called this one as well, and of the page above it.
        event.preventDefault();
        resolve(`worker: ${event.message || "it could not be loaded"}`);
      });
      worker.addEventListener("messageerror", () => resolve("worker: a message could not be read"));
    }),
    terminate: () => worker.terminate(),
  };
}
