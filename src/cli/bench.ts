// `dancecard bench`: variants on events, one run at a time on this thread, and the report. What is run and how it is judged
// stands in ../bench; here are the texts of the options, the files and the exit code: 1 when a result is wrong. Node only.

import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Contest, ContestHost } from "../bench/contest.js";
import { contestRuns } from "../bench/contest.js";
import type { Instance } from "../bench/instances.js";
import { givenEvent, ladder } from "../bench/instances.js";
import { countRuns, emptyFile, MOST_REPEAT, runsOf } from "../bench/plan.js";
import type { Shard } from "../bench/plan.js";
import { benchReport } from "../bench/report.js";
import type { BenchFile } from "../bench/results.js";
import { benchText } from "../bench/results.js";
import { hasWrong } from "../bench/rows.js";
import { benchRuns, warmUp } from "../bench/run.js";
import { benchSpeeds } from "../bench/speed.js";
import { distFolder } from "../host/node.js";
import type { Locale, Text } from "../rules/rule.js";
import type { Given } from "./args.js";
import { hostRecord, nodeBenchHost } from "./bench-host.js";
import { IDS, PEER_IDS, readOptions, SIZES, USUAL } from "./bench-options.js";
import type { BenchOptions } from "./bench-options.js";
import { LANG, localeOf } from "./command.js";
import type { Command } from "./command.js";
import { spaced } from "./format.js";
import { readEvent } from "./input.js";
import { deliver, openOut, save } from "./out.js";
import { published } from "./published.js";
import type { Out } from "./out.js";
import { EXIT, mistake, print, report } from "./terminal.js";

/** Seconds between two times that --out is written while the bench goes on. */
const KEPT_EVERY = 10;

export const bench: Command = {
  name: "bench",
  words: ["[EVENT]..."],
  about: {
    en: "Measures how good and how fast the variants are; every result is judged.",
    fr: "Mesure la qualité et la vitesse des variantes ; chaque résultat est jugé.",
  },
  options: {
    suite: {
      value: "quality|speed|peers|b2bsp",
      about: {
        en: "schedules after each budget; steps per second side by side; beside other solvers and booking tools; published events of a FOLDER with their optima.csv (default quality)",
        fr: "plannings après chaque budget ; pas par seconde côte à côte ; à côté d’autres solveurs et outils de réservation ; événements publiés d’un DOSSIER avec leur optima.csv (quality par défaut)",
      },
      choices: ["quality", "speed", "peers", "b2bsp"],
    },
    sizes: {
      value: "XS,S",
      about: {
        en: `generated events, of ${SIZES.join(", ")} (default XS,S; none with EVENT)`,
        fr: `événements fabriqués, parmi ${SIZES.join(", ")} (XS,S par défaut ; aucun avec EVENT)`,
      },
    },
    rules: {
      value: "pure,full",
      about: {
        en: "generated events with wishes alone, with every rule, or both (default both)",
        fr: "événements fabriqués avec les souhaits seuls, avec toutes les règles, ou les deux (par défaut)",
      },
    },
    variants: {
      value: "A,B",
      about: {
        en: `of ${IDS.join(", ")} (default ${USUAL.quality.variants}; for speed ${USUAL.speed.variants})`,
        fr: `parmi ${IDS.join(", ")} (${USUAL.quality.variants} par défaut ; pour speed ${USUAL.speed.variants})`,
      },
    },
    peers: {
      value: "A,B",
      about: {
        en: `of ${PEER_IDS.join(", ")} (default: all that are installed; or-tools-wasm and minizinc bring some)`,
        fr: `parmi ${PEER_IDS.join(", ")} (par défaut tous ceux qui sont installés ; or-tools-wasm et minizinc en apportent)`,
      },
    },
    seeds: {
      value: "1-3",
      about: {
        en: "seeds of the runs, and of the generated events (default 1-3; for speed 1)",
        fr: "graines des essais, et des événements fabriqués (1-3 par défaut ; pour speed 1)",
      },
    },
    steps: {
      value: "N,M",
      about: {
        en: "budgets in steps: the same numbers on every machine; for speed: steps of one turn",
        fr: "budgets en pas : les mêmes nombres sur toutes les machines ; pour speed : pas d’un tour",
      },
    },
    budgets: {
      value: "1,10",
      about: {
        en: "budgets in CPU seconds, one run serves them all (default 1); for speed: of a turn of the slowest (default 0.1)",
        fr: "budgets en secondes de processeur, un essai sert pour tous (1 par défaut) ; pour speed : d’un tour de la plus lente (0.1)",
      },
    },
    repeat: {
      value: "N",
      about: {
        en: "how often each run is made (default 1); for speed: turns of each variant (default 9)",
        fr: "combien de fois chaque essai est fait (1 par défaut) ; pour speed : tours de chaque variante (9)",
      },
      number: { least: 1, most: MOST_REPEAT },
    },
    shard: {
      value: "I/N",
      about: {
        en: "only part I of N of the runs; bench merge puts the parts together",
        fr: "seulement la partie I sur N des essais ; bench merge réunit les parties",
      },
    },
    out: {
      value: "FILE.json",
      about: {
        en: "also write the results there, as JSON (-: print them instead of the report)",
        fr: "y écrire aussi les résultats, en JSON (- : les afficher au lieu du rapport)",
      },
    },
    ...LANG,
  },
  more: [
    {
      en: "The report is Markdown. Exit code 1 when a result is wrong: a broken rule, a wrong count, a crash.\nWhile it goes on, FILE.json holds what is done, as of 10 seconds ago at most or the last run: bench merge reports it.",
      fr: "Le rapport est en Markdown. Code de sortie 1 si un résultat est faux : règle enfreinte, compte faux, arrêt brutal.\nPendant les essais, FILE.json contient ce qui est fait, à 10 secondes ou un essai près : bench merge en fait un rapport.",
    },
  ],
  run: benchCommand,
};

async function benchCommand(given: Given): Promise<number> {
  const locale = localeOf(given);
  const options = readOptions(given);
  if ("code" in options) return (report("dancecard", undefined, [options], locale), EXIT.badInput);
  const out = given.has("out") ? await openOut(given.text("out"), given.words) : undefined;
  if (out && !out.ok) return (report(given.text("out")!, undefined, out.diagnostics, locale), EXIT.badInput);
  const instances = await readInstances(given.words, options, locale);
  if (!instances) return EXIT.badInput;

  const host = nodeBenchHost(await readFile(join(distFolder(), "kernel.wasm")));
  const whole: Contest = { ...options, instances };
  const { shard } = options;
  const file = emptyFile(whole, hostRecord(host));
  // Steps are the same warm or cold.
  if (options.unit === "seconds") warmUp(options.variants, host);
  const show = progress(runsOf(countRuns(options.suite, file.plan), shard).length);
  const keep = keeper(out?.value, host.wall, locale);
  for await (const made of runsOfSuite(whole, host, shard)) {
    if (Array.isArray(made)) file.speeds.push(...made);
    else file.runs.push(made);
    show("run");
    await keep(file);
  }
  show("end");
  return tell(file, out?.value, locale);
}

function runsOfSuite(whole: Contest, host: ContestHost, shard?: Shard) {
  if (whole.suite === "speed") return benchSpeeds(whole, host, shard);
  return whole.suite === "peers" ? contestRuns(whole, host, shard) : benchRuns(whole, host, shard);
}

/** Prints the report, writes the results, and gives the exit code. `--out -`, or a file that cannot be written: results only. */
export async function tell(file: BenchFile, out: Out | undefined, locale: Locale): Promise<number> {
  const code = out ? await deliver(benchText(file), out, locale) : EXIT.ok;
  if (code === EXIT.ok && (!out || out.file)) print(spaced(benchReport(file, locale), locale));
  return hasWrong(file) ? EXIT.bug : code;
}

/** Writes what there is after the first run, and then now and then: whoever ends a long bench keeps what it did. */
function keeper(out: Out | undefined, wall: () => number, locale: Locale): (file: BenchFile) => Promise<void> {
  let due = -Infinity;
  return async (file) => {
    // A pipe would get it several times.
    if (!out?.file || out.file.inPlace || wall() < due) return;
    await save(new TextEncoder().encode(benchText(file)), out, locale);
    due = wall() + KEPT_EVERY;
  };
}

/** A line on standard error that is written over, on a terminal only. */
function progress(all: number): (what: "run" | "end") => void {
  const stream = process.stderr;
  if (!stream.isTTY) return () => {};
  let runs = 0;
  return (what) => void stream.write(what === "end" ? "\r\u001b[K" : `\r\u001b[K${++runs} / ${all}`);
}

/** Generated events and those of files; undefined once it has been told what is wrong. */
async function readInstances(
  sources: readonly string[],
  { suite, sizes, rules, seeds }: BenchOptions,
  locale: Locale,
): Promise<Instance[] | undefined> {
  if (suite === "b2bsp") return readPublished(sources[0]!, seeds, locale);
  const instances = ladder(sizes, rules, seeds);
  const names = new Map<string, string>(instances.map(({ id }) => [id, "--sizes"]));
  let wrong = false;
  for (const source of sources) {
    const name = nameOf(source);
    const before = names.get(name);
    names.set(name, source);
    if (before !== undefined) {
      report(source, undefined, [mistake("same-name", sameName(name, before))], locale);
      wrong = true;
      continue;
    }
    const spec = await readEvent(source, locale);
    if (spec) instances.push(...givenEvent(name, spec, seeds));
    else wrong = true;
  }
  return wrong ? undefined : instances;
}

/** The published events of a folder, with each seed. */
function readPublished(folder: string, seeds: readonly number[], locale: Locale): Instance[] | undefined {
  try {
    return published(folder).flatMap((instance) => seeds.map((seed) => ({ ...instance, seed })));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    report(folder, undefined, [mistake("bad-folder", { en: why, fr: why })], locale);
    return undefined;
  }
}

/** What results call an event: its file's name without folder and ending. */
function nameOf(source: string): string {
  return source === "-" ? "stdin" : basename(source).replace(/(?<=.)\.[^.]*$/, "") || source;
}

function sameName(name: string, before: string): Text {
  return {
    en: `Results would call this “${name}”, as they call ${before}: rename one of them.`,
    fr: `Les résultats appelleraient ceci « ${name} », comme ${before} : renommez l’un des deux.`,
  };
}
