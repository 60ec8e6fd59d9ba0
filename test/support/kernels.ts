// The kernel's builds as the tests use them: Wasm release and debug (as `npm run build` leaves them in dist) and
// TypeScript. Used by test/kernel and test/property.

import { readFileSync } from "node:fs";
import { join } from "node:path";

const dist = join(import.meta.dirname, "../../dist");
const moduleOf = (file: string): WebAssembly.Module => new WebAssembly.Module(readFileSync(join(dist, file)));

/** The build that users run. */
export const RELEASE = moduleOf("kernel.wasm");
/** The build that checks itself. */
export const DEBUG = moduleOf("kernel.debug.wasm");

export type Build = "release" | "debug" | "typescript";

/** Every build by name, as Kernel.create takes it: undefined stands for TypeScript. */
export const BUILDS: readonly [name: Build, module: WebAssembly.Module | undefined][] = [
  ["release", RELEASE],
  ["debug", DEBUG],
  ["typescript", undefined],
];
