// The results of `dancecard bench` as Markdown: how good the variants are, or how fast, and loudly what is wrong. Called by
// the command line, later by the page. It counts from the results alone, so that merged shards say what one file would.

import type { Locale } from "../rules/rule.js";
import { gap, isBetter } from "./figures.js";
import { countRuns } from "./plan.js";
import type { BenchFile, BenchRun, BenchSpeed, Result } from "./results.js";
import { grouped, median, range, short, table, tally } from "./tables.js";
import { WORDS } from "./words.js";

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
