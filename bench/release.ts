// All that is claimed of a version, measured by one command on two cores in half an hour: peers on XS, S and M, ours on every
// size, the published events where a folder of them is given, and speed. Two processes share the runs as shards; each makes
// one at a time. Writes results/VERSION.json and .md, and the tables of README.md (lib-readme.ts).

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mergeBenches } from "../src/bench/merge.js";
import { benchReport } from "../src/bench/report.js";
import type { BenchFile } from "../src/bench/results.js";
import { benchesText, parseBench } from "../src/bench/results.js";
import { fillReadme } from "./lib-readme.js";
import { saveResult, version } from "./lib-machine.js";

const USAGE = `usage: npm run bench -- release [FOLDER]
  FOLDER   published brokerage events with their optima.csv: they are left out where it is not given`;

const root = join(import.meta.dirname, "..");
const PARTS = [
  ["--suite", "peers", "--sizes", "XS,S,M", "--rules", "full", "--budgets", "1,10,60"],
  ["--suite", "peers", "--sizes", "M", "--rules", "pure", "--budgets", "1,10,60"],
  [
    "--sizes",
    "XS,S,M",
    "--seeds",
    "1-3",
    "--variants",
    "search,greedy,round-robin,registration-order",
    "--budgets",
    "1,10",
  ],
  ["--sizes", "L,XL,XXL", "--seeds", "1", "--variants", "search,greedy", "--budgets", "1,10,60"],
  ["--suite", "speed", "--sizes", "S,M,L", "--rules", "full"],
];
const PUBLISHED = (folder: string): string[] => ["--suite", "b2bsp", folder, "--budgets", "30"];

/** Runs the bench. */
export async function main(args: string[]): Promise<void> {
  const [folder] = args;
  if (args.includes("--help") || args.length > 1) return console.log(USAGE);
  const started = performance.now();
  const benches: BenchFile[] = [];
  for (const part of folder === undefined ? PARTS : [...PARTS, PUBLISHED(folder)]) {
    benches.push(await measured(part));
    saveResult(`${version}.json`, benchesText(benches));
    console.log(`${((performance.now() - started) / 60_000).toFixed(1)} min: ${part.join(" ")}`);
  }
  const took = ((performance.now() - started) / 60_000).toFixed(0);
  const head = `\`npm run bench -- release\`, two processes on two cores, ${took} minutes in all.`;
  const reports = benches.map((file) => benchReport(file, "en").replace(/^# /, "## "));
  saveResult(`${version}.md`, `# Version ${version}\n\n${head}\n\n${reports.join("\n")}`);
  await fillReadme(benches);
}

/** Two shards side by side, as one file. Turns of the suite speed are taken by one process alone. */
async function measured(args: readonly string[]): Promise<BenchFile> {
  const scratch = mkdtempSync(join(tmpdir(), "release-"));
  const shards = args.includes("speed") ? ["1/1"] : ["1/2", "2/2"];
  const files = await Promise.all(
    shards.map(async (shard, i) => {
      const out = join(scratch, `${i}.json`);
      const command = [join(root, "dist/cli.js"), "bench", ...args, "--shard", shard, "--out", out];
      const child = spawn(process.execPath, command, { stdio: ["ignore", "ignore", "inherit"] });
      await new Promise((resolve) => child.once("close", resolve));
      const read = parseBench(readFileSync(out, "utf8"));
      if (!read.ok) throw new Error(`${args.join(" ")}: ${read.diagnostics.map(({ message }) => message).join(" ")}`);
      return { name: shard, file: read.value };
    }),
  );
  const merged = mergeBenches(files);
  if (!merged.ok) throw new Error(merged.problems.map(({ said }) => said.en).join(" "));
  return merged.value;
}
