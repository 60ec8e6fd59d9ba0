// The results of `dancecard bench` as Markdown: how good the variants are, or how fast, and loudly what is wrong. Called by
// the command line and the page. It counts from the results alone (rows.ts), so that merged shards say what one file would.

import type { Locale } from "../rules/rule.js";
import { contestTable, publishedTable } from "./contest-report.js";
import { countRuns } from "./plan.js";
import type { BenchFile, HostRecord } from "./results.js";
import { hasWrong, linesOf, qualityRows, speedRows } from "./rows.js";
import { decimals, median, range, short, table, tally } from "./tables.js";
import { WORDS } from "./words.js";

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
    legendOf(file, locale),
    (suite === "speed" || plan.unit === "seconds") && hosts.some(isBrowser) ? words.clock : "",
    TABLES[suite](file, locale),
    wrongTable(file, locale),
  ];
  return parts.filter((part) => part !== "").join("\n\n") + "\n";
}

const TABLES = {
  quality: qualityTable,
  speed: speedTable,
  peers: contestTable,
  b2bsp: publishedTable,
};

function legendOf({ suite, plan }: BenchFile, locale: Locale): string {
  const words = WORDS[locale];
  if (suite === "speed") return words.turns;
  if (suite === "peers") return words.contest.legend;
  return suite === "b2bsp" ? words.published.legend : words.legend[plan.unit];
}

/** Node writes itself down as `Node v24.1.0`. */
function isBrowser({ runtime }: HostRecord): boolean {
  return !runtime.startsWith("Node ");
}

function qualityTable(file: BenchFile, locale: Locale): string {
  const words = WORDS[locale];
  const { unit } = file.plan;
  const rows = qualityRows(file).map(({ group, variant, budget, lines, ...row }) => {
    const number = (values: readonly number[], text: (x: number) => string): string =>
      decimals(range(values, text, words.to), locale);
    const percent = (x: number): string => x.toFixed(3);
    const time = (x: number): string => String(Number(x.toPrecision(3)));
    return [
      group,
      variant,
      decimals(unit === "steps" ? short(budget) : String(budget), locale),
      lines.length,
      number(row.scores, String),
      number(row.toBest, percent),
      number(row.toBound, percent),
      decimals(short(median(row.steps)), locale),
      ...(unit === "seconds" ? [number(row.used, time), number(row.wall, time)] : []),
      tally(lines.map(({ result }) => words.verdicts[result.verdict])),
    ];
  });
  const titles = [...words.quality, ...(unit === "seconds" ? words.times : []), words.ended];
  return table(titles, [0, 1, titles.length - 1], rows);
}

function speedTable(file: BenchFile, locale: Locale): string {
  const words = WORDS[locale];
  const rows = speedRows(file).map(({ speed, rates, ratios, first }) => [
    speed.instance,
    speed.variant,
    speed.turns.length,
    decimals(range(rates, rate, words.to), locale),
    first
      ? "1"
      : decimals(
          range(ratios, (x) => x.toPrecision(3), words.to),
          locale,
        ),
    words.verdicts[speed.verdict],
  ]);
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

function rate(x: number): string {
  return x >= 1e4 ? short(x) : String(Number(x.toPrecision(3)));
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)];
}
