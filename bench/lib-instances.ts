// The instances of the quality bench: steps of the ladder from the seeded generator, and published brokerage events from a
// folder that the reader has (optima.csv beside them; nothing of them is kept here). It only names and loads them.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { importB2bsp } from "../src/io/b2bsp.js";
import { compile } from "../src/problem/compile.js";
import type { Names } from "../src/problem/compile.js";
import type { Problem } from "../src/problem/problem.js";
import { factsOf } from "../src/rules/facts.js";
import type { Facts } from "../src/rules/facts.js";
import { eventSchema } from "../src/spec/schema.js";
import type { EventSpec } from "../src/spec/schema.js";
import { hashOf } from "../src/verify.js";
import { ladderEvent } from "./lib-machine.js";

/** One event to be solved. */
export interface Instance {
  /** Its name in best-known.json and in results. */
  id: string;
  /** What it is counted with: a step of the ladder with its rules (`M pure`), or the published events. */
  group: string;
  /** Where its best score is the measure (`best`), or a bound is (`bound`). */
  reference: "bound" | "best";
  /** Seed of the runs: the instance's own on the ladder, else 1. */
  seed: number;
  /** A bound that is published with it. */
  published?: number;
  load: () => EventSpec;
}

/** An instance with all that solving and judging need. */
export interface Prepared {
  instance: Instance;
  problem: Problem;
  names: Names;
  facts: Facts;
  /** The event's hash. */
  event: string;
}

/** Steps of the ladder x rules x instance seeds, without meals: seats have a benchmark of their own (seating.ts). */
export function ladder(sizes: readonly string[], rules: readonly ("pure" | "full")[], seeds: readonly number[]) {
  return sizes.flatMap((size) =>
    rules.flatMap((rule) =>
      seeds.map((seed): Instance => {
        const reference = rule === "pure" ? "bound" : "best";
        const load = (): EventSpec => ({ ...ladderEvent(size, rule, seed), meals: [] });
        return { id: `${size}:${rule}:${seed}`, group: `${size} ${rule}`, reference, seed, load };
      }),
    ),
  );
}

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

/** Loads and compiles. */
export function prepare(instance: Instance): Prepared {
  const spec = instance.load();
  const facts = factsOf(spec);
  return { instance, ...compile(spec), facts, event: hashOf(facts) };
}
