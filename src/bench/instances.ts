// What is benchmarked: steps of the ladder from the seeded generator, and events that somebody has. It names them, loads
// them, and makes them ready for solving and judging. Called by the command line and by the developer's benches.

import { compile } from "../problem/compile.js";
import type { Names } from "../problem/compile.js";
import type { Problem } from "../problem/problem.js";
import { factsOf } from "../rules/facts.js";
import type { Facts } from "../rules/facts.js";
import { readSpec } from "../spec/parse.js";
import { LADDER, generateEvent } from "../spec/samples/generate.js";
import type { EventSpec } from "../spec/schema.js";
import { hashOf } from "../verify.js";

/** The ladder's rules: wishes, vetoes and absences only, or every rule. */
export type LadderRules = "pure" | "full";

/** One event to be solved. */
export interface Instance {
  /** Its name in results: `M:pure:1`, or what the event's file is called. */
  id: string;
  /** What it is counted with: a step of the ladder with its rules (`M pure`), or the published events. */
  group: string;
  /** Where its best score is the measure (`best`), or a bound is (`bound`). */
  reference: "bound" | "best";
  /** Seed of the runs: the instance's own on the ladder. */
  seed: number;
  /** A bound that is published with it, and in how many seconds somebody reached and proved it. */
  published?: number;
  publishedSeconds?: number;
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

/** A size of the ladder, `pure` or `full`. */
export function ladderEvent(size: string, rules: LadderRules, seed: number): EventSpec {
  const step = LADDER.find((l) => l.id === size);
  if (!step) throw new Error(`no size ${size}`);
  const { buyers, suppliers, slots } = step;
  const read = readSpec(generateEvent({ buyers, suppliers, slots, seed, rules }));
  if (!read.ok) throw new Error(read.diagnostics.map((d) => d.message).join("\n"));
  return read.value;
}

/** Steps of the ladder x rules x instance seeds, without meals: seats have a benchmark of their own. */
export function ladder(sizes: readonly string[], rules: readonly LadderRules[], seeds: readonly number[]): Instance[] {
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

/** An event that somebody has, once for each seed of a run. */
export function givenEvent(name: string, spec: EventSpec, seeds: readonly number[]): Instance[] {
  const load = (): EventSpec => spec;
  return seeds.map((seed) => ({ id: name, group: name, reference: "best", seed, load }));
}

/** Loads and compiles. */
export function prepare(instance: Instance): Prepared {
  const spec = instance.load();
  const facts = factsOf(spec);
  return { instance, ...compile(spec), facts, event: hashOf(facts) };
}
