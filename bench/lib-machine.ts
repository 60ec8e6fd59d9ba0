// What every benchmark needs: the kernel's module, samples, the machine's description, medians, results files.

import { existsSync, readFileSync, mkdirSync, writeFileSync } from "node:fs";
import { cpus, platform } from "node:os";
import { join } from "node:path";
import { spreadOf } from "../src/bench/figures.js";
import { nodeBenchHost } from "../src/cli/bench-host.js";
import { compile } from "../src/problem/compile.js";
import { parseSpec } from "../src/spec/parse.js";
import { WISHES_ONLY } from "../src/spec/samples/generate.js";
import { sampleText } from "../src/spec/samples/index.js";
import type { EventSpec } from "../src/spec/schema.js";

const root = join(import.meta.dirname, "..");

/** The kernel as the build left it, and the clocks of this process. */
export function benchHost(): ReturnType<typeof nodeBenchHost> {
  return nodeBenchHost(readFileSync(join(root, "dist/kernel.wasm")));
}

/** The compiled kernel. */
export function kernelModule(): WebAssembly.Module {
  return benchHost().module;
}

/** Version of the package, for names of results. */
export const version = (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version;

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

/** A sample with every weight but the wishes' set to 0. */
export function wishesOnly(sample: string): EventSpec {
  const text = sampleText(sample);
  if (text === undefined) throw new Error(`no sample ${sample}`);
  const spec = parsed(text);
  return { ...spec, rules: { ...spec.rules, ...WISHES_ONLY, walkHard: spec.rules.walkHard } };
}

export { compile };

/** Minimum, median and maximum of at least one value. */
export function spread(values: readonly number[]): NonNullable<ReturnType<typeof spreadOf>> {
  return spreadOf(values)!;
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
