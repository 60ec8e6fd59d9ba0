// The published brokerage events as instances, from a folder that the reader has (optima.csv beside them; nothing of them is
// kept here). Called by quality.ts and holes.ts. It only names and loads them.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Instance } from "../src/bench/instances.js";
import { importB2bsp } from "../src/io/b2bsp.js";
import { eventSchema } from "../src/spec/schema.js";
import type { EventSpec } from "../src/spec/schema.js";

/** The group of published events with this d that have a schedule, or that are published as unsatisfiable. */
export const B2B = "b2bsp";
export const B2B_UNSAT = "b2bsp UNSAT";

/**
 * The published events of a folder, one for each row of its optima.csv: file, d, optimum (or UNSAT). Files that our model
 * does not say exactly (the importer warns) are left out: their optimum is not ours.
 */
export function published(folder: string): Instance[] {
  const list = join(folder, "optima.csv");
  if (!existsSync(list)) throw new Error(`no optima.csv in ${folder}`);
  const [, ...lines] = readFileSync(list, "utf8").trim().split("\n");
  return lines.flatMap((line): Instance[] => {
    const [file, d, optimum] = line.split(",") as [string, string, string];
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
    if (optimum === "UNSAT") return [{ id, group: B2B_UNSAT, reference: "best", seed: 1, load }];
    return [{ id, group: B2B, reference: "bound", seed: 1, published: 0 - Number(optimum), load }];
  });
}
