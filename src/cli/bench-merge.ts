// `dancecard bench merge`: the shards of one bench as one report. What does not belong together is refused. Node only.

import type { NamedBench } from "../bench/merge.js";
import { mergeBenches } from "../bench/merge.js";
import { parseBench } from "../bench/results.js";
import type { Given } from "./args.js";
import { tell } from "./bench.js";
import { LANG, localeOf } from "./command.js";
import type { Command } from "./command.js";
import { openOut } from "./out.js";
import { EXIT, mistake, readText, report } from "./terminal.js";

export const benchMerge: Command = {
  name: "bench merge",
  words: ["FILE..."],
  about: {
    en: "Puts the results of bench --shard together and prints one report.",
    fr: "Réunit les résultats de bench --shard et affiche un seul rapport.",
  },
  options: {
    out: {
      value: "FILE.json",
      about: {
        en: "also write all results there, as JSON (-: print them instead of the report)",
        fr: "y écrire aussi tous les résultats, en JSON (- : les afficher au lieu du rapport)",
      },
    },
    ...LANG,
  },
  more: [
    {
      en: "With budgets in steps, the merged results of all shards are those of one bench without shards.",
      fr: "Avec des budgets en pas, les résultats réunis de toutes les parties sont ceux d’un banc d’essai entier.",
    },
  ],
  run: mergeCommand,
};

async function mergeCommand(given: Given): Promise<number> {
  const locale = localeOf(given);
  const { words } = given;
  const out = given.has("out") ? await openOut(given.text("out"), words) : undefined;
  if (out && !out.ok) return (report(given.text("out")!, undefined, out.diagnostics, locale), EXIT.badInput);
  const files: NamedBench[] = [];
  for (const name of words) {
    const text = await readText(name);
    const read = text.ok ? parseBench(text.value) : text;
    report(name, text.ok ? text.value : undefined, read.diagnostics, locale);
    if (read.ok) files.push({ name, file: read.value });
  }
  if (files.length < words.length) return EXIT.badInput;
  const merged = mergeBenches(files);
  if (merged.ok) return tell(merged.value, out?.value, locale);
  for (const { name, code, said } of merged.problems) report(name, undefined, [mistake(code, said)], locale);
  return EXIT.badInput;
}
