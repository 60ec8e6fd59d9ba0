// `dancecard bench report`: results of several versions beside each other. Node only.

import { historyReport } from "../bench/history.js";
import type { BenchFile } from "../bench/results.js";
import { parseBenches } from "../bench/results.js";
import type { Given } from "./args.js";
import { LANG, localeOf } from "./command.js";
import type { Command } from "./command.js";
import { spaced } from "./format.js";
import { EXIT, print, readText, report } from "./terminal.js";

export const benchReportCommand: Command = {
  name: "bench report",
  words: ["FILE..."],
  about: {
    en: "Draws results of several versions as one table.",
    fr: "Dessine les résultats de plusieurs versions en un tableau.",
  },
  options: { ...LANG },
  more: [
    {
      en: "FILE holds what bench --out wrote, of one version; bench/results keeps one for each version.",
      fr: "FILE contient ce que bench --out a écrit, d’une version ; bench/results en garde un par version.",
    },
  ],
  run: reportCommand,
};

async function reportCommand(given: Given): Promise<number> {
  const locale = localeOf(given);
  const benches: BenchFile[] = [];
  let wrong = false;
  for (const name of given.words) {
    const text = await readText(name);
    const read = text.ok ? parseBenches(text.value) : text;
    report(name, text.ok ? text.value : undefined, read.diagnostics, locale);
    if (read.ok) benches.push(...read.value);
    else wrong = true;
  }
  if (wrong) return EXIT.badInput;
  print(spaced(historyReport(benches, locale), locale));
  return EXIT.ok;
}
