// The results of `dancecard bench` as Markdown: how good the variants are, or how fast, and loudly what is wrong. Called by
// the command line, later by the page. It counts from the results alone, so that merged shards say what one file would.

import type { Locale } from "../rules/rule.js";
import { gap, isBetter } from "./figures.js";
import { countRuns } from "./plan.js";
import type { BenchFile, BenchRun, BenchSpeed, Result } from "./results.js";
import { grouped, median, range, short, table, tally } from "./tables.js";

/** A run and what it had at one budget, with the last word on it. */
interface Line {
  run: BenchRun;
  result: Result;
}

/** The report. */
export function benchReport(file: BenchFile, locale: Locale): string {
  const words = WORDS[locale];
  const { suite, hosts, plan } = file;
  const versions = unique(hosts.map(({ version }) => version));
  const kernels = unique([...file.runs, ...file.speeds].map(({ build }) => build));
  const missing = missingRuns(file);
  const parts = [
    `# ${words.title[suite]} ${versions.join(", ")}`,
    ...hosts.map(
      ({ processor, cores, system, runtime, kernel }) =>
        `${processor}, ${cores} ${words.cores}, ${system}, ${runtime}, ${words.kernel} ${kernel}.`,
    ),
    kernels.length > 1 || versions.length > 1 ? `**${words.mixed}**` : "",
    missing.length > 0 ? `**${words.missing(missing, countRuns(suite, plan))}**` : "",
    suite === "quality" ? words.legend[plan.unit] : words.turns,
    suite === "quality" ? qualityTable(file, locale) : speedTable(file, locale),
    wrongTable(file, locale),
  ];
  return parts.filter((part) => part !== "").join("\n\n") + "\n";
}

/** Whether any result is wrong. */
export function hasWrong(file: BenchFile): boolean {
  return linesOf(file).some(isWrong) || file.speeds.some((speed) => speed.verdict === "wrong");
}

function isWrong({ result }: Line): boolean {
  return result.verdict === "wrong";
}

/** The least bound that any run proved of each event. */
function boundsOf({ runs }: BenchFile): Map<string, number> {
  const bounds = new Map<string, number>();
  for (const { event, bound } of runs)
    if (bound !== undefined) bounds.set(event, Math.min(bound, bounds.get(event) ?? Infinity));
  return bounds;
}

/**
 * All results, with what only shows where they stand together: a score above the bound that another run proved, and a run
 * of the same steps that ends otherwise the next time.
 */
function linesOf(file: BenchFile): Line[] {
  const bounds = boundsOf(file);
  const before = new Map<string, Result>();
  const word = (run: BenchRun, result: Result): Result => {
    const wrong = (why: string): Result => ({ ...result, verdict: "wrong", why });
    const bound = bounds.get(run.event) ?? Infinity;
    if (result.verdict === "ok" && result.score! > bound)
      return wrong(`above the bound ${bound}: one of them is wrong`);
    if (file.plan.unit !== "steps") return result;
    const key = JSON.stringify([run.event, run.variant, run.seed, run.build, result.budget]);
    const first = before.get(key);
    if (!first) before.set(key, result);
    const same = !first || (first.score === result.score && first.unplaced === result.unplaced);
    return same || result.verdict === "wrong" ? result : wrong(`the same steps gave ${first.score} before`);
  };
  return file.runs.flatMap((run) => run.results.map((result) => ({ run, result: word(run, result) })));
}

function qualityTable(file: BenchFile, locale: Locale): string {
  const words = WORDS[locale];
  const { unit } = file.plan;
  const lines = linesOf(file);
  const bounds = boundsOf(file);
  const best = new Map<string, Result>();
  for (const { run, result } of lines)
    if (result.verdict === "ok" && isBetter(scored(result), scoredOr(best.get(run.event)))) best.set(run.event, result);

  const sizes = unique(file.runs.map(({ group }) => group));
  const rows = grouped(lines, ({ run, result }) => [run.group, result.budget, run.variant])
    .sort(
      ([a], [b]) => sizes.indexOf(a!.run.group) - sizes.indexOf(b!.run.group) || a!.result.budget - b!.result.budget,
    )
    .map((list) => {
      const { run, result } = list[0]!;
      const good = list.filter((line) => line.result.verdict === "ok");
      const behind = (reference: (line: Line) => number | undefined): number[] =>
        good.flatMap((line) => {
          const from = reference(line);
          return from === undefined ? [] : [100 * gap(line.result.score!, from)];
        });
      const number = (values: readonly number[], text: (x: number) => string): string =>
        decimals(range(values, text, words.to), locale);
      const times = (pick: (result: Result) => number | undefined): string =>
        number(
          list.flatMap((line) => pick(line.result) ?? []),
          (x) => String(Number(x.toPrecision(3))),
        );
      return [
        run.group,
        run.variant,
        decimals(unit === "steps" ? short(result.budget) : String(result.budget), locale),
        list.length,
        number(
          good.map((line) => line.result.score!),
          String,
        ),
        number(
          behind((line) => best.get(line.run.event)?.score),
          (x) => x.toFixed(3),
        ),
        number(
          behind((line) => bounds.get(line.run.event)),
          (x) => x.toFixed(3),
        ),
        decimals(short(median(list.map((line) => line.result.steps))), locale),
        ...(unit === "seconds" ? [times(({ used }) => used), times(({ wall }) => wall)] : []),
        tally(list.map((line) => words.verdicts[line.result.verdict])),
      ];
    });
  const titles = [...words.quality, ...(unit === "seconds" ? words.times : []), words.ended];
  return table(titles, [0, 1, titles.length - 1], rows);
}

function speedTable(file: BenchFile, locale: Locale): string {
  const words = WORDS[locale];
  const rates = ({ turns }: BenchSpeed): number[] =>
    turns.flatMap(({ steps, used }) => (used > 0 ? [steps / used] : []));
  const rows = grouped(file.speeds, ({ run }) => [run]).flatMap((list) => {
    const first = list[0]!;
    return list.map((speed) => {
      // Turn by turn: what slowed the machine then slowed both.
      const ratios = speed.turns.flatMap(({ steps, used }, i) => {
        const other = first.turns[i];
        return other && other.used > 0 && used > 0 ? [steps / used / (other.steps / other.used)] : [];
      });
      return [
        speed.instance,
        speed.variant,
        speed.turns.length,
        decimals(range(rates(speed), rate, words.to), locale),
        speed === first
          ? "1"
          : decimals(
              range(ratios, (x) => x.toPrecision(3), words.to),
              locale,
            ),
        words.verdicts[speed.verdict],
      ];
    });
  });
  return table(words.speed, [0, 1, 5], rows);
}

function wrongTable(file: BenchFile, locale: Locale): string {
  const words = WORDS[locale];
  const rows = [
    ...linesOf(file).map(({ run, result }) => ({ ...result, at: run, budget: String(result.budget) })),
    ...file.speeds.map((speed) => ({ ...speed, at: speed, budget: "-" })),
  ]
    .filter(({ verdict }) => verdict !== "ok")
    .map(({ at, budget, verdict, why = "" }) => [
      at.instance,
      at.variant,
      at.seed,
      budget,
      words.verdicts[verdict],
      why,
    ]);
  const head = hasWrong(file) ? `**${words.wrongHead}**` : words.rightHead;
  return rows.length === 0 ? head : `${head}\n\n${table(words.wrong, [0, 1, 4, 5], rows)}`;
}

/** Numbers of the runs that no entry tells of. */
function missingRuns({ suite, plan, runs, speeds }: BenchFile): number[] {
  const there = new Set([...runs, ...speeds].map(({ run }) => run));
  return Array.from({ length: countRuns(suite, plan) }, (_, run) => run).filter((run) => !there.has(run));
}

function scored({ score = 0, unplaced = 0 }: Result): { score: number; unplaced: number } {
  return { score, unplaced };
}

function scoredOr(result: Result | undefined): ReturnType<typeof scored> | undefined {
  return result && scored(result);
}

function rate(x: number): string {
  return x >= 1e4 ? short(x) : String(Number(x.toPrecision(3)));
}

/** French has a comma. */
function decimals(text: string, locale: Locale): string {
  return locale === "fr" ? text.replace(/(\d)\.(\d)/g, "$1,$2") : text;
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)];
}

function some(numbers: readonly number[]): string {
  return numbers.slice(0, 12).join(", ") + (numbers.length > 12 ? ", …" : "");
}

const WORDS = {
  en: {
    title: { quality: "Quality, version", speed: "Speed, version" },
    cores: "cores",
    kernel: "kernel",
    to: "to",
    mixed: "These results come from different kernels or versions.",
    missing: (runs: readonly number[], all: number) => `${runs.length} of ${all} runs are missing here: ${some(runs)}.`,
    legend: {
      steps:
        "One run at a time, on one thread; budgets are steps, so the numbers are the same on every machine. Every result was decoded and judged. Median over the runs of a row (least to most); gaps in per cent, to the best score in this report and to the least bound that a run proved. The ladder (XS to XXL) is without meals.",
      seconds:
        "One run at a time, on one thread; budgets are CPU seconds from the start of the run. Every result was decoded and judged. Median over the runs of a row (least to most); gaps in per cent, to the best score in this report and to the least bound that a run proved. The ladder (XS to XXL) is without meals.",
    },
    turns:
      "Steps per CPU second, on one thread; the variants of an instance take turns of the same number of steps. Median over the turns (least to most). The ratio to the first variant is counted turn by turn; where two variants do not search alike, a step is not the same work.",
    quality: ["instances", "variant", "budget", "runs", "score", "to best, %", "to bound, %", "steps"],
    times: ["CPU s", "wall s"],
    ended: "ended",
    speed: ["instance", "variant", "turns", "steps per second", "ratio", "ended"],
    wrong: ["instance", "variant", "seed", "budget", "ended", "why"],
    wrongHead: "WRONG RESULTS: broken rules, wrong counts or crashes. They count for nothing above.",
    rightHead: "No result is wrong: what there is keeps all rules and is counted as the judge counts.",
    verdicts: { ok: "ok", unplaced: "unplaced", wrong: "**WRONG**", none: "none" },
  },
  fr: {
    title: { quality: "Qualité, version", speed: "Vitesse, version" },
    cores: "cœurs",
    kernel: "noyau",
    to: "à",
    mixed: "Ces résultats viennent de noyaux ou de versions différents.",
    missing: (runs: readonly number[], all: number) =>
      `Il manque ici ${runs.length} essais sur ${all} : ${some(runs)}.`,
    legend: {
      steps:
        "Un essai à la fois, sur un seul fil ; les budgets sont des pas, les nombres sont donc les mêmes sur toutes les machines. Chaque résultat a été décodé et jugé. Médiane des essais d’une ligne (du plus petit au plus grand) ; écarts en pour cent, au meilleur score de ce rapport et à la plus basse borne prouvée par un essai. L’échelle (XS à XXL) est sans repas.",
      seconds:
        "Un essai à la fois, sur un seul fil ; les budgets sont des secondes de processeur depuis le début de l’essai. Chaque résultat a été décodé et jugé. Médiane des essais d’une ligne (du plus petit au plus grand) ; écarts en pour cent, au meilleur score de ce rapport et à la plus basse borne prouvée par un essai. L’échelle (XS à XXL) est sans repas.",
    },
    turns:
      "Pas par seconde de processeur, sur un seul fil ; les variantes d’un même événement passent à tour de rôle, un même nombre de pas à chaque tour. Médiane des tours (du plus petit au plus grand). Le rapport à la première variante est compté tour par tour ; là où deux variantes ne cherchent pas de la même façon, un pas n’est pas le même travail.",
    quality: ["événements", "variante", "budget", "essais", "score", "au meilleur, %", "à la borne, %", "pas"],
    times: ["s de processeur", "s écoulées"],
    ended: "fin",
    speed: ["événement", "variante", "tours", "pas par seconde", "rapport", "fin"],
    wrong: ["événement", "variante", "graine", "budget", "fin", "pourquoi (en anglais)"],
    wrongHead:
      "RÉSULTATS FAUX : règles enfreintes, comptes faux ou arrêts brutaux. Ils ne comptent pour rien ci-dessus.",
    rightHead: "Aucun résultat n’est faux : tout respecte les règles et est compté comme le juge compte.",
    verdicts: { ok: "ok", unplaced: "non placés", wrong: "**FAUX**", none: "aucun" },
  },
} as const;
