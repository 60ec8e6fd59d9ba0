// All that is claimed of a version, measured by one command on two cores in half an hour: peers on XS, S and M, ours on every
// size, the published events where a folder of them is given, and speed. Two processes take shards from one queue; each makes
// one run at a time. Writes results/VERSION.json and .md, and the tables of README.md (lib-readme.ts).

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mergeBenches } from "../src/bench/merge.js";
import { benchReport } from "../src/bench/report.js";
import type { BenchFile } from "../src/bench/results.js";
import { benchesText, parseBench } from "../src/bench/results.js";
import { published } from "../src/cli/published.js";
import { fillReadme } from "./lib-readme.js";
import { saveResult, version } from "./lib-machine.js";

const USAGE = `usage: npm run bench -- release [FOLDER]
  FOLDER   published brokerage events with their optima.csv: they are left out where it is not given`;

const root = join(import.meta.dirname, "..");
/** Words of `dancecard bench`, the longest first: what is short fills the end. Speed is measured alone, when all else is done. */
const PARTS = [
  ["--suite", "peers", "--sizes", "XS,S,M", "--rules", "full", "--budgets", "1,10,60"],
  ["--suite", "peers", "--sizes", "M", "--rules", "pure", "--budgets", "1,10,60"],
  ["--sizes", "L,XL,XXL", "--seeds", "1", "--variants", "search,greedy", "--budgets", "1,10,60"],
  [
    ...["--sizes", "XS,S,M", "--seeds", "1-3", "--budgets", "1,10"],
    ...["--variants", "search,greedy,round-robin,registration-order"],
  ],
];
const PUBLISHED = (folder: string): string[] => ["--suite", "b2bsp", folder, "--budgets", "30"];
const SPEED = ["--suite", "speed", "--sizes", "S,M,L", "--rules", "full"];
/** Processes side by side, and into how many shards a part is cut for them. */
const PROCESSES = 2;
const SHARDS = 8;

/** Runs the bench. */
export async function main(args: string[]): Promise<void> {
  const [folder] = args;
  if (args.includes("--help") || args.length > 1) return console.log(USAGE);
  // Said now, not after everything else.
  if (folder !== undefined) published(folder);
  const started = performance.now();
  const minutes = (): string => ((performance.now() - started) / 60_000).toFixed(1);
  const scratch = mkdtempSync(join(tmpdir(), "release-"));
  const parts = folder === undefined ? PARTS : [...PARTS, PUBLISHED(folder)];
  const queue = parts.flatMap((part, i) => Array.from({ length: SHARDS }, (_, k) => shardOf(part, i, k + 1, SHARDS)));
  const take = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await measure(next, scratch);
      console.log(`${minutes()} min: ${next.words.join(" ")}`);
    }
  };
  await Promise.all(Array.from({ length: PROCESSES }, take));
  const alone = shardOf(SPEED, parts.length, 1, 1);
  await measure(alone, scratch);
  const benches = [...parts.map((_, i) => merged(scratch, i, SHARDS)), merged(scratch, parts.length, 1)];
  const head = `\`npm run bench -- release\`, two processes on two cores, ${minutes()} minutes in all.`;
  const reports = benches.map((file) => benchReport(file, "en").replace(/^# /, "## "));
  saveResult(`${version}.json`, benchesText(benches));
  saveResult(`${version}.md`, `# Version ${version}\n\n${head}\n\n${reports.join("\n")}`);
  await fillReadme(benches);
  console.log(head);
}

/** A shard of a part: what is run, and the name of its file. */
interface Shard {
  words: string[];
  file: string;
}

function shardOf(part: readonly string[], i: number, index: number, of: number): Shard {
  return { words: [...part, "--shard", `${index}/${of}`], file: `${i}-${index}.json` };
}

async function measure({ words, file }: Shard, scratch: string): Promise<void> {
  const command = [join(root, "dist/cli.js"), "bench", ...words, "--out", join(scratch, file)];
  const child = spawn(process.execPath, command, { stdio: ["ignore", "ignore", "inherit"] });
  await once(child, "close");
}

/** The shards of a part as one file. */
function merged(scratch: string, i: number, shards: number): BenchFile {
  const files = Array.from({ length: shards }, (_, k) => {
    const name = `${i}-${k + 1}.json`;
    const read = parseBench(readFileSync(join(scratch, name), "utf8"));
    if (!read.ok) throw new Error(`${name}: ${read.diagnostics.map(({ message }) => message).join(" ")}`);
    return { name, file: read.value };
  });
  const all = mergeBenches(files);
  if (!all.ok) throw new Error(all.problems.map(({ said }) => said.en).join(" "));
  return all.value;
}
