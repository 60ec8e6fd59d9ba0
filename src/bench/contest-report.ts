// The tables of the suites "peers" and "b2bsp" as Markdown. Called by report.ts.

import type { Locale } from "../rules/rule.js";
import { contestRows } from "./contest-rows.js";
import { readCurve } from "./figures.js";
import type { BenchFile } from "./results.js";
import { linesOf } from "./rows.js";
import { decimals, median, range, seconds, table, tally } from "./tables.js";
import { WORDS } from "./words.js";

/** One line for each contestant and group of events. */
export function contestTable(file: BenchFile, locale: Locale): string {
  const words = WORDS[locale];
  const { columns, after, bound, proof, none } = words.contest;
  const text = (values: readonly number[], show: (x: number) => string): string =>
    decimals(range(values, show, words.to), locale);
  const rows = contestRows(file).map((row) => [
    row.group,
    row.variant,
    row.runs.length,
    text(row.first, seconds),
    ...row.at.map(({ scores, gaps, verdicts }) =>
      scores.length === 0
        ? tally(verdicts.map((verdict) => words.verdicts[verdict]))
        : decimals(`${median(scores)} (${median(gaps).toFixed(2)})`, locale) +
          (scores.length < verdicts.length ? `, ${scores.length}/${verdicts.length}` : ""),
    ),
    text(row.bounds, (x) => x.toFixed(2)),
    row.proof.every((x) => x === Infinity) ? none : text(row.proof, seconds),
  ]);
  return table([...columns, ...file.plan.budgets.map(after), bound, proof], [0, 1], rows);
}

/** One line for each published event, and how many are at their optimum. */
export function publishedTable(file: BenchFile, locale: Locale): string {
  const words = WORDS[locale];
  const { columns, sum } = words.published;
  const last = linesOf(file).filter(({ result }) => result.budget === file.plan.budgets.at(-1));
  const rows = last.map(({ run, result }) => {
    const curve = readCurve(run.curve).filter(({ unplaced }) => unplaced === 0);
    const { published, publishedSeconds } = run;
    const reached = result.verdict === "ok" && result.score === published ? curve.at(-1)?.at : undefined;
    return { run, result, published, publishedSeconds, first: curve[0]?.at, reached };
  });
  const satisfiable = rows.filter(({ published }) => published !== undefined);
  const times = satisfiable.flatMap(({ reached }) => reached ?? []);
  const number = (x: number | undefined): string => (x === undefined ? "-" : decimals(seconds(x), locale));
  const body = rows.map(({ run, result, published, publishedSeconds, first, reached }) => [
    run.instance,
    run.variant,
    published === undefined ? "UNSAT" : -published,
    result.verdict === "ok" ? -result.score! : "-",
    number(first),
    number(reached),
    number(publishedSeconds),
    published === undefined && run.proved !== undefined
      ? words.published.impossible(number(run.proved))
      : (result.why ?? words.verdicts[result.verdict]),
  ]);
  const line = sum(times.length, satisfiable.length, number(median(times)), number(Math.max(...times)));
  return `${line}\n\n${table(columns, [0, 1, 7], body)}`;
}
