// Imports hostile files one after another: none may throw, hang or take all memory. Ends at the first that does and names
// it. Usage: npm run bench -- fuzz-import [files] [first]. Times are CPU times of the process.

import { newEvent } from "../src/io/import.js";
import { LARGE, smallHostile } from "../test/support/hostile-files.js";
import { importAnything } from "../test/support/import-fuzz.js";
import { randomEvent } from "../test/support/random-event.js";

/** No file may take longer, in seconds of CPU time. */
const LONGEST = 2;

/** Runs the large files, then `files` small ones. */
export function main([files = "10000", first = "0"]: string[]): void {
  const slow: string[] = [];
  let slowest = { name: "", seconds: 0 };
  let peak = 0;
  const run = (name: string, work: () => void): number => {
    const start = process.cpuUsage();
    try {
      work();
    } catch (error) {
      throw new Error(name, { cause: error });
    }
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1e6;
    if (seconds > slowest.seconds) slowest = { name, seconds };
    if (seconds > LONGEST) slow.push(`${name}: ${seconds.toFixed(2)} s`);
    peak = Math.max(peak, process.memoryUsage().rss);
    return seconds;
  };
  const event = newEvent("New", "2027-03-18", "fr").event;
  if (Number(first) === 0) {
    for (const [name, make] of Object.entries(LARGE)) {
      const file = make();
      let ms = 0;
      const seconds = run(name, () => (ms = importAnything([file], event).ms));
      const megabytes = (process.memoryUsage().rss / 1e6).toFixed(0);
      console.log(
        `${seconds.toFixed(2)} s (${(ms / 1000).toFixed(2)} s by the clock), ${megabytes} MB: ${name}, ${file.bytes.length} bytes`,
      );
    }
  }
  const small = { seconds: 0, count: 0, longest: 0 };
  for (let seed = Number(first); seed < Number(files); seed++) {
    const list = [smallHostile(seed)];
    const into = seed % 2 === 0 ? randomEvent(seed % 200) : event;
    const seconds = run(`file ${seed} (${list[0]!.kind})`, () => importAnything(list, into));
    small.seconds += seconds;
    small.count++;
    small.longest = Math.max(small.longest, seconds);
  }
  console.log(`${small.count} small files in ${small.seconds.toFixed(1)} s, the slowest ${small.longest.toFixed(2)} s`);
  console.log(
    `slowest of all: ${slowest.name}, ${slowest.seconds.toFixed(2)} s; most memory ${(peak / 1e6).toFixed(0)} MB`,
  );
  if (slow.length > 0) throw new Error(`longer than ${LONGEST} s:\n${slow.join("\n")}`);
}
