// The tables of README.md that are measured: written from the results of a version between two marks, so that no figure is typed
// by hand. Called by release.ts; a test holds the file against the kept results.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contestTable, publishedTable } from "../src/bench/contest-report.js";
import { format, resolveConfig } from "prettier";
import type { BenchFile } from "../src/bench/results.js";

const FILE = join(import.meta.dirname, "../README.md");

/** Writes the tables into README.md. */
export async function fillReadme(benches: readonly BenchFile[]): Promise<void> {
  writeFileSync(FILE, await filled(readFileSync(FILE, "utf8"), benches));
}

/** The text with its marked parts written anew, in the project's format. */
export async function filled(text: string, benches: readonly BenchFile[]): Promise<string> {
  const whole = Object.entries(partsOf(benches)).reduce((out, [name, part]) => {
    const [from, to] = [`<!-- measured: ${name} -->`, `<!-- end of ${name} -->`];
    const [start, end] = [out.indexOf(from), out.indexOf(to)];
    if (start < 0 || end < start) throw new Error(`README.md has no place for ${name}`);
    return `${out.slice(0, start + from.length)}\n\n${part}\n\n${out.slice(end)}`;
  }, text);
  return format(whole, { ...(await resolveConfig(FILE)), parser: "markdown" });
}

/** Of each mark what stands there. */
function partsOf(benches: readonly BenchFile[]): Record<string, string> {
  const peers = benches.filter(({ suite }) => suite === "peers").map((file) => contestTable(file, "en"));
  const published = benches.find(({ suite }) => suite === "b2bsp");
  return {
    peers: peers.map((table, i) => (i === 0 ? table : table.split("\n").slice(2).join("\n"))).join("\n"),
    // The first line alone: how many are at their optimum.
    ...(published && { published: publishedTable(published, "en").split("\n")[0]! }),
  };
}
