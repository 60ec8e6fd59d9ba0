// What every benchmark needs: the kernel's module, the instances, the machine's description, medians, results files.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, mkdirSync, writeFileSync } from "node:fs";
import { cpus, platform } from "node:os";
import { join } from "node:path";
import { compile } from "../src/problem/compile.js";
import { parseSpec } from "../src/spec/parse.js";
import { LADDER, WISHES_ONLY, generateEvent } from "../src/spec/samples/generate.js";
import { sampleText } from "../src/spec/samples/index.js";
import type { EventSpec } from "../src/spec/schema.js";

const root = join(import.meta.dirname, "..");

/** The compiled kernel, as the build left it. */
export function kernelModule(): WebAssembly.Module {
  return new WebAssembly.Module(readFileSync(join(root, "dist/kernel.wasm")));
}

/** Version of the package, for names of results. */
export const version = (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version;

/** First digits of the kernel's hash: results of different kernels are told apart by it. */
export function kernelBuild(): string {
  return createHash("sha256")
    .update(readFileSync(join(root, "dist/kernel.wasm")))
    .digest("hex")
    .slice(0, 8);
}

/** Processor, cores, system and Node of this machine. */
export function machine(): Record<string, string | number> {
  const list = cpus();
  return { processor: list[0]?.model ?? "unknown", cores: list.length, system: platform(), node: process.version };
}

function parsed(text: string): EventSpec {
  const result = parseSpec(text);
  if (!result.ok) throw new Error(result.diagnostics.map((d) => d.message).join("\n"));
  return result.value;
}

/** A size of the ladder, `pure` or `full`. */
export function ladderEvent(size: string, rules: "pure" | "full", seed: number): EventSpec {
  const step = LADDER.find((l) => l.id === size);
  if (!step) throw new Error(`no size ${size}`);
  const { buyers, suppliers, slots } = step;
  return parsed(JSON.stringify(generateEvent({ buyers, suppliers, slots, seed, rules })));
}

/** A sample with every weight but the wishes' set to 0. */
export function wishesOnly(sample: string): EventSpec {
  const text = sampleText(sample);
  if (text === undefined) throw new Error(`no sample ${sample}`);
  const spec = parsed(text);
  return { ...spec, rules: { ...spec.rules, ...WISHES_ONLY, walkHard: spec.rules.walkHard } };
}

export { compile };

/** Minimum, median and maximum. */
export function spread(values: readonly number[]): { min: number; median: number; max: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { min: sorted[0]!, median, max: sorted.at(-1)! };
}

const results = join(root, "bench/results");

/** The text of a file of bench/results, or undefined. */
export function readResult(name: string): string | undefined {
  const path = join(results, name);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** Writes a file of bench/results. */
export function saveResult(name: string, text: string): void {
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, name), text);
}

/** Writes a result as JSON beside a Markdown table, under bench/results. */
export function writeResults(name: string, json: unknown, markdown: string): void {
  saveResult(`${name}.json`, JSON.stringify(json, null, 2) + "\n");
  saveResult(`${name}.md`, markdown);
  console.log(markdown);
}
