// The options of `dancecard bench`, read: what is to be run. Called by bench.ts. It prints nothing and runs nothing; the first
// mistake is a Diagnostic.

import type { Contest } from "../bench/contest.js";
import type { LadderRules } from "../bench/instances.js";
import { isInstalled, peerById, PEERS } from "../bench/peers.js";
import { isBudget, readNumbers, readShard } from "../bench/plan.js";
import type { Shard } from "../bench/plan.js";
import { variantById, VARIANTS } from "../solver/variants.js";
import type { Diagnostic } from "../spec/diagnostic.js";
import { nearest } from "../spec/nearest.js";
import { LADDER } from "../spec/samples/generate.js";
import type { Given } from "./args.js";
import { mistake } from "./terminal.js";

export const SIZES = LADDER.map(({ id }) => id);
export const IDS = VARIANTS.map(({ id }) => id);
export const PEER_IDS = PEERS.map(({ id }) => id);

/** What is run when nothing else is said. */
export const USUAL = {
  quality: { variants: "search,greedy", seeds: "1-3", repeat: 1, budgets: "1" },
  speed: { variants: "search,search-js", seeds: "1", repeat: 9, budgets: "0.1" },
  peers: { variants: "search,greedy,registration-order", seeds: "1", repeat: 1, budgets: "1,10,60" },
  b2bsp: { variants: "search", seeds: "1", repeat: 1, budgets: "30" },
};
const SUITES = ["quality", "speed", "peers", "b2bsp"] as const;

/** A bench whose events are still to be read. */
export type BenchOptions = Omit<Contest, "instances"> & {
  sizes: readonly string[];
  rules: readonly LadderRules[];
  seeds: readonly number[];
  shard?: Shard;
};

/** The options, or what is wrong with one. */
export function readOptions(given: Given): BenchOptions | Diagnostic {
  const suite = SUITES.find((name) => name === given.text("suite")) ?? "quality";
  const usual = USUAL[suite];
  const bad = (en: string, fr: string): Diagnostic => mistake("bad-option", { en, fr });
  const list = (name: string, otherwise: string): string[] => [
    ...new Set((given.text(name) ?? otherwise).split(",").filter((word) => word !== "")),
  ];
  const sizes = list("sizes", given.words.length > 0 || suite === "b2bsp" ? "" : "XS,S");
  const rules = list("rules", "pure,full");
  const variants = list("variants", usual.variants);
  const peers = list(
    "peers",
    PEERS.filter(isInstalled)
      .map(({ id }) => id)
      .join(","),
  );
  if (suite !== "peers" && given.has("peers"))
    return bad("--peers belongs to --suite peers.", "--peers va avec --suite peers.");
  if (suite === "b2bsp" && (given.words.length !== 1 || sizes.length > 0))
    return bad(
      "--suite b2bsp needs one folder of published events with their optima.csv, and nothing else.",
      "--suite b2bsp demande un dossier d’événements publiés avec leur optima.csv, et rien d’autre.",
    );
  if ((suite === "peers" || suite === "b2bsp") && given.has("steps"))
    return bad(`--suite ${suite} counts seconds.`, `--suite ${suite} compte des secondes.`);
  for (const [name, words, known] of [
    ["sizes", sizes, SIZES],
    ["rules", rules, ["pure", "full"]],
    ["variants", variants, IDS],
    ["peers", peers, suite === "peers" ? PEER_IDS : peers],
  ] as const) {
    const strange = words.find((word) => !(known as readonly string[]).includes(word));
    if (strange !== undefined) return unknownWord(name, strange, known);
    if (words.length === 0 && name !== "peers" && (name !== "sizes" || given.words.length === 0))
      return bad(`--${name} names none.`, `--${name} n’en nomme aucun.`);
  }
  const seeds = readNumbers(given.text("seeds") ?? usual.seeds);
  if (!seeds)
    return bad(
      `--seeds must be whole numbers such as 1-3 or 1,2,5, not “${given.text("seeds")}”.`,
      `--seeds doit être des nombres entiers tels que 1-3 ou 1,2,5, et non « ${given.text("seeds")} ».`,
    );
  if (given.has("steps") && given.has("budgets"))
    return bad("--budgets and --steps exclude each other.", "--budgets et --steps s’excluent.");
  const unit = given.has("steps") ? "steps" : "seconds";
  const name = given.has("steps") ? "steps" : "budgets";
  const budgets = list(name, usual.budgets).map(Number);
  if (budgets.length === 0 || !budgets.every((n) => isBudget(n, unit)))
    return bad(
      `--${name} must be ${unit === "steps" ? "whole numbers" : "seconds"} above 0, such as ${unit === "steps" ? "1000,100000" : "1,10"}, not “${given.text(name)}”.`,
      `--${name} doit être des ${unit === "steps" ? "nombres entiers" : "secondes"} au-dessus de 0, par exemple ${unit === "steps" ? "1000,100000" : "1,10"}, et non « ${given.text(name)} ».`,
    );
  if (suite === "speed" && budgets.length > 1)
    return bad(
      `--${name} is the length of one turn for speed: one number.`,
      `--${name} est pour speed la longueur d’un tour : un seul nombre.`,
    );
  const shard = given.has("shard") ? readShard(given.text("shard")!) : undefined;
  if (given.has("shard") && !shard)
    return bad(
      `--shard must be I/N with I from 1 to N, such as 2/3, not “${given.text("shard")}”.`,
      `--shard doit être I/N avec I de 1 à N, par exemple 2/3, et non « ${given.text("shard")} ».`,
    );
  return {
    suite,
    sizes,
    rules: rules as LadderRules[],
    variants: variants.map((id) => variantById(id)!),
    peers: suite === "peers" ? peers.map((id) => peerById(id)!) : [],
    seeds,
    unit,
    budgets: budgets.sort((a, b) => a - b),
    repeat: given.number("repeat") ?? usual.repeat,
    ...(shard && { shard }),
  };
}

function unknownWord(name: string, word: string, known: readonly string[]): Diagnostic {
  const near = nearest(word, known);
  const all = known.join(", ");
  return mistake(
    "bad-option",
    near === undefined
      ? {
          en: `--${name} cannot hold “${word}”: known are ${all}.`,
          fr: `--${name} ne peut pas contenir « ${word} » : au choix ${all}.`,
        }
      : {
          en: `--${name} cannot hold “${word}”: did you mean “${near}”?`,
          fr: `--${name} ne peut pas contenir « ${word} » : vouliez-vous dire « ${near} » ?`,
        },
  );
}
