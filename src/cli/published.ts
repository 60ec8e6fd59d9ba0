// The published brokerage events as instances, from a folder that the reader has (optima.csv beside them; nothing of them is
// kept here). Called by bench.ts for the suite
// "b2bsp", and by the developer's benches. It only names and loads them.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Instance } from "../bench/instances.js";
import { importB2bsp } from "../io/b2bsp.js";
import { eventSchema } from "../spec/schema.js";
import type { EventSpec } from "../spec/schema.js";

/** The group of published events with this d that have a schedule, or that are published as unsatisfiable. */
export const B2B = "b2bsp";
export const B2B_UNSAT = "b2bsp UNSAT";

/**
 * The published events of a folder, one for each row of its optima.csv: file, d, optimum (or UNSAT), and where it is known
 * in how many seconds. Files that our model
 * does not say exactly (the importer warns) are left out: their optimum is not ours.
 */
export function published(folder: string): Instance[] {
  const list = join(folder, "optima.csv");
  if (!existsSync(list)) throw new Error(`no optima.csv in ${folder}`);
  const [, ...lines] = readFileSync(list, "utf8").trim().split("\n");
  return lines.flatMap((line): Instance[] => {
    const [file, d, optimum, time] = line.split(",") as [string, string, string, string?];
    const first = importB2bsp(readFileSync(join(folder, file), "utf8"));
    if (first.diagnostics.some((one) => one.code === "dzn-inexact")) return [];
    const load = (): EventSpec => {
      const read = importB2bsp(readFileSync(join(folder, file), "utf8"), { d: Number(d) });
      if (!read.ok) throw new Error(`${file}: ${read.diagnostics.map((one) => one.message).join(" ")}`);
      // By its shape alone: an event whose locks contradict each other is refused with a diagnostic before a run, and here
      // the question is how many of its meetings can be held all the same.
      return eventSchema.parse(read.value);
    };
    const id = `${B2B} ${file.replace(/\.dzn$/, "")} d=${d}`;
    const base = { id, seed: 1, load, ...(Number(time) > 0 && { publishedSeconds: Number(time) }) };
    if (optimum === "UNSAT") return [{ ...base, group: B2B_UNSAT, reference: "best" }];
    return [{ ...base, group: B2B, reference: "bound", published: 0 - Number(optimum) }];
  });
}
