// What is written down of the browser that benches run in, and the kernel with its hash. Called by desk.ts.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { version } from "../../../package.json";
import type { HostRecord } from "../../../src/bench/results.js";
import { fetchKernel } from "../../../src/host/browser.js";
import type { BenchJob } from "./bencher.js";

/** Compiles the kernel, and counts the first digits of its hash, as every bench does. */
export async function benchKernel(): Promise<BenchJob["kernel"]> {
  const bytes = await fetchKernel();
  return { module: await WebAssembly.compile(bytes), build: bytesToHex(sha256(bytes)).slice(0, 8) };
}

/** A page is not told what processor there is. */
export function hostRecord(build: string): HostRecord {
  const { hardwareConcurrency, userAgent } = navigator;
  return {
    version,
    kernel: build,
    processor: "unknown",
    cores: hardwareConcurrency || 1,
    system: systemOf(userAgent),
    runtime: runtimeOf(userAgent),
  };
}

/** `Chromium 141` */
export function runtimeOf(agent: string): string {
  const kinds = [
    ["Edge", /\bEdg\/(\d+)/],
    ["Firefox", /\bFirefox\/(\d+)/],
    ["Chromium", /\b(?:Headless)?Chrom(?:e|ium)\/(\d+)/],
    ["Safari", /\bVersion\/(\d+).*\bSafari\//],
  ] as const;
  for (const [name, pattern] of kinds) {
    const major = pattern.exec(agent)?.[1];
    if (major !== undefined) return `${name} ${major}`;
  }
  return "browser";
}

function systemOf(agent: string): string {
  return /Android|iPhone|iPad|Windows|Mac OS|CrOS|Linux/.exec(agent)?.[0] ?? "unknown";
}
