// Imports hostile files one after another: none may throw, hang or take all memory. Ends at the first that does and names
// it. Usage: npm run bench -- fuzz-import [files] [first]. Times are CPU times of the process.

import { newEvent, type SourceFile } from "../src/io/import.js";
import { LARGE, smallHostile } from "../test/support/hostile-files.js";
import { importAnything } from "../test/support/import-fuzz.js";
import { randomEvent } from "../test/support/random-event.js";

/** No file may take longer, in seconds of CPU time. */
const LONGEST = 2;

/** CPU time of the process, in ms. */
function clock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Runs the large files, then `files` small ones. */
export function main([files = "10000", first = "0"]: string[]): void {
  const slow: string[] = [];
  let peak = 0;
  const run = (name: string, list: SourceFile[], into: unknown): number => {
    try {
      const seconds = importAnything(list, into, clock).ms / 1000;
      if (seconds > LONGEST) slow.push(`${name}: ${seconds.toFixed(2)} s`);
      peak = Math.max(peak, process.memoryUsage().rss);
      return seconds;
    } catch (error) {
      throw new Error(name, { cause: error });
    }
  };
  const event = newEvent("New", "2027-03-18", "fr").event;
  let longest = 0;
  if (Number(first) === 0) {
    for (const [name, make] of Object.entries(LARGE)) {
      const file = make();
      const seconds = run(name, [file], event);
      longest = Math.max(longest, seconds);
      const megabytes = (process.memoryUsage().rss / 1e6).toFixed(0);
      console.log(`${seconds.toFixed(2)} s, ${megabytes} MB: ${name} (${file.bytes.length} bytes)`);
    }
  }
  const small = { seconds: 0, count: 0, longest: 0 };
  for (let seed = Number(first); seed < Number(files); seed++) {
    const file = smallHostile(seed);
    const seconds = run(`file ${seed} (${file.kind})`, [file], seed % 2 === 0 ? randomEvent(seed % 200) : event);
    small.seconds += seconds;
    small.count++;
    small.longest = Math.max(small.longest, seconds);
  }
  console.log(`${small.count} small files in ${small.seconds.toFixed(1)} s, the slowest ${small.longest.toFixed(2)} s`);
  console.log(
    `the slowest large file ${longest.toFixed(2)} s; most memory ${(peak / 1e6).toFixed(0)} MB, the making of files included`,
  );
  if (slow.length > 0) throw new Error(`longer than ${LONGEST} s:\n${slow.join("\n")}`);
}
