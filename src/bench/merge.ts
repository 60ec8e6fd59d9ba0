// Several files of results as one: the shards of one bench, in the order in which one process would have made their runs.
// Called by `dancecard bench merge`. What does not belong together is refused and said; nothing is dropped.

import type { Text } from "../rules/rule.js";
import type { BenchFile } from "./results.js";
import { countRuns, runAt } from "./plan.js";

/** A file under its name. */
export interface NamedBench {
  name: string;
  file: BenchFile;
}

/** Why files are not merged, and which of them is at fault. */
export interface MergeProblem {
  code: "other-bench" | "other-event" | "run-twice" | "strange-run";
  name: string;
  said: Text;
}

export type Merged = { ok: true; value: BenchFile } | { ok: false; problems: MergeProblem[] };

/** Merges files of one bench; one file alone is checked. */
export function mergeBenches(given: readonly NamedBench[]): Merged {
  const problems: MergeProblem[] = [];
  const [first] = given as readonly [NamedBench];
  const events = new Map<string, { event: string; name: string }>();
  const seen = new Map<string, string>();
  for (const { name, file } of given) {
    const told = (code: MergeProblem["code"], en: string, fr: string): void =>
      void problems.push({ code, name, said: { en, fr } });
    const differs = difference(first.file, file);
    if (differs) {
      told(
        "other-bench",
        `This is a part of another bench than ${first.name}: ${differs.en} differ.`,
        `Ceci fait partie d’un autre banc d’essai que ${first.name} : ${differs.fr} ne sont pas les mêmes.`,
      );
      continue;
    }
    const strange = strangeRun(file);
    if (strange !== undefined) {
      told(
        "strange-run",
        `Run ${strange} is not the one that the plan of this file has under this number.`,
        `L’essai ${strange} n’est pas celui que le plan de ce fichier porte sous ce numéro.`,
      );
      continue;
    }
    const other = [...file.runs, ...file.speeds].find(({ instance, event }) => {
      // A run that ended before its event was read.
      if (event === "") return false;
      const known = events.get(instance);
      if (!known) events.set(instance, { event, name });
      return known && known.event !== event;
    });
    if (other) {
      const from = events.get(other.instance)!.name;
      told(
        "other-event",
        `“${other.instance}” is another event here than in ${from}: their results say nothing of each other.`,
        `« ${other.instance} » est ici un autre événement que dans ${from} : leurs résultats ne se comparent pas.`,
      );
      continue;
    }
    for (const key of keysOf(file)) {
      const before = seen.get(key);
      seen.set(key, name);
      if (before === undefined) continue;
      const run = key.split(" ")[0]!;
      told("run-twice", `Run ${run} stands in ${before} already.`, `L’essai ${run} figure déjà dans ${before}.`);
      break;
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  const { variants } = first.file.plan;
  const hosts = new Map(given.flatMap(({ file }) => file.hosts).map((host) => [JSON.stringify(host), host]));
  return {
    ok: true,
    value: {
      ...first.file,
      hosts: [...hosts.values()],
      runs: given.flatMap(({ file }) => file.runs).sort((a, b) => a.run - b.run),
      speeds: given
        .flatMap(({ file }) => file.speeds)
        .sort((a, b) => a.run - b.run || variants.indexOf(a.variant) - variants.indexOf(b.variant)),
    },
  };
}

/** What two benches differ in. */
function difference(a: BenchFile, b: BenchFile): Text | undefined {
  const same = (x: unknown, y: unknown): boolean => JSON.stringify(x) === JSON.stringify(y);
  if (a.suite !== b.suite) return { en: "the suites", fr: "les suites" };
  if (!same(a.plan.instances, b.plan.instances)) return { en: "instances or seeds", fr: "les instances ou graines" };
  if (!same(a.plan.variants, b.plan.variants)) return { en: "the variants", fr: "les variantes" };
  if (a.plan.repeat !== b.plan.repeat) return { en: "the repetitions", fr: "les répétitions" };
  if (a.plan.unit !== b.plan.unit || !same(a.plan.budgets, b.plan.budgets))
    return { en: "the budgets", fr: "les budgets" };
  return undefined;
}

/** The number of a run that is not what the plan says. */
function strangeRun({ suite, plan, runs, speeds }: BenchFile): number | undefined {
  const count = countRuns(suite, plan);
  const is = (at: { instance: string; seed: number }, place: number): boolean =>
    at.instance === plan.instances[place]!.id && at.seed === plan.instances[place]!.seed;
  const budgets = JSON.stringify(plan.budgets);
  const strange = [
    ...runs.filter((one) => {
      if (suite === "speed" || one.run >= count) return true;
      const { instance, variant } = runAt(plan, one.run);
      const own = JSON.stringify(one.results.map(({ budget }) => budget));
      return !is(one, instance) || one.variant !== plan.variants[variant] || own !== budgets;
    }),
    ...speeds.filter(
      (one) => suite !== "speed" || one.run >= count || !is(one, one.run) || !plan.variants.includes(one.variant),
    ),
  ];
  return strange[0]?.run;
}

function keysOf({ runs, speeds }: BenchFile): string[] {
  return [...runs.map(({ run }) => `${run}`), ...speeds.map(({ run, variant }) => `${run} ${variant}`)];
}
