// Benches of several versions beside each other: did schedules get better? Called by `dancecard bench report`. It counts from the
// results alone and looks only at runs that were judged ok.

import type { Locale } from "../rules/rule.js";
import { gap } from "./figures.js";
import type { BenchFile } from "./results.js";
import { bestOf, boundsOf, linesOf } from "./rows.js";
import type { Line } from "./rows.js";
import { decimals, grouped, median, short, table } from "./tables.js";
import { WORDS } from "./words.js";

/** A result with the version that it is of. */
interface Dated {
  version: string;
  line: Line;
  unit: string;
}

/** Versions in the order in which they come; the suite speed has no schedules and stands apart. */
export function historyReport(benches: readonly BenchFile[], locale: Locale): string {
  const words = WORDS[locale];
  const all = benches.filter(({ suite }) => suite !== "speed");
  const versions = [...new Set(all.map(versionOf))];
  const best = leastOrMost(
    all.map((bench) => bestOf(linesOf(bench))),
    Math.max,
  );
  const bounds = leastOrMost(all.map(boundsOf), Math.min);
  const dated = all.flatMap((bench): Dated[] => {
    const { unit, budgets } = bench.plan;
    return linesOf(bench)
      .filter(({ result }) => result.budget === budgets.at(-1))
      .map((line) => ({ version: versionOf(bench), line, unit }));
  });
  const rows = grouped(dated, ({ line, unit }) => [line.run.group, line.run.variant, line.result.budget, unit]).map(
    (list) => {
      const { line, unit } = list[0]!;
      const cells = versions.map((version) => {
        const gaps = list
          .filter((one) => one.version === version && one.line.result.verdict === "ok")
          .map(({ line: { run, result } }) => 100 * gap(result.score!, bounds.get(run.event) ?? best.get(run.event)!));
        return gaps.length === 0 ? "-" : decimals(median(gaps).toFixed(3), locale);
      });
      const { budget } = line.result;
      return [line.run.group, line.run.variant, unit === "steps" ? short(budget) : `${budget} s`, ...cells];
    },
  );
  const { title, legend, columns } = words.history;
  return `# ${title}\n\n${legend}\n\n${table([...columns, ...versions], [0, 1, 2], rows)}\n`;
}

function versionOf({ hosts }: BenchFile): string {
  return [...new Set(hosts.map(({ version }) => version))].join(", ");
}

function leastOrMost(
  tables: readonly ReadonlyMap<string, number>[],
  pick: (a: number, b: number) => number,
): Map<string, number> {
  const all = new Map<string, number>();
  for (const one of tables) for (const [event, value] of one) all.set(event, pick(value, all.get(event) ?? value));
  return all;
}
