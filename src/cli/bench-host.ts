// What a bench needs of Node: the kernel it is given with its hash, the clocks of this process, and what is written down of the machine.
// Called by bench.ts and by the developer's benches. Node only.

import { createHash } from "node:crypto";
import { cpus, platform } from "node:os";
import { version } from "../../package.json";
import type { HostRecord } from "../bench/results.js";
import type { BenchHost } from "../bench/run.js";

/** The kernel whose bytes these are, with the clocks of this process. */
export function nodeBenchHost(kernel: Uint8Array<ArrayBuffer>): BenchHost & { module: WebAssembly.Module } {
  return {
    module: new WebAssembly.Module(kernel),
    build: createHash("sha256").update(kernel).digest("hex").slice(0, 8),
    cpu: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    },
    wall: () => performance.now() / 1000,
    memory: () => process.memoryUsage.rss(),
  };
}

/** Version, kernel and machine, as they are written down. */
export function hostRecord({ build }: BenchHost): HostRecord {
  const list = cpus();
  return {
    version,
    kernel: build,
    processor: list[0]?.model ?? "unknown",
    cores: list.length,
    system: platform(),
    runtime: `Node ${process.version}`,
  };
}
