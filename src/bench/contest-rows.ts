// The rows of the suites "peers" and "b2bsp" as numbers: what each contestant had after each budget on each event, when it had a
// first schedule, when it had proved that nothing is better. Called by report.ts. It formats nothing.

import { gap, readCurve } from "./figures.js";
import type { BenchFile, BenchRun } from "./results.js";
import { bestOf, boundsOf, linesOf } from "./rows.js";
import type { Line } from "./rows.js";
import { grouped } from "./tables.js";

/** One contestant on the events of a group. */
export interface ContestRow {
  group: string;
  variant: string;
  runs: readonly BenchRun[];
  /** CPU seconds until a first schedule that keeps all rules; infinite where there was none. */
  first: number[];
  /** After each budget, of the results that are ok. */
  at: { budget: number; scores: number[]; gaps: number[]; verdicts: Line["result"]["verdict"][] }[];
  /** CPU seconds until a proof that nothing is better; infinite for none. */
  proof: number[];
  /** The least bound that this contestant proved, in per cent above the best schedule in the file. */
  bounds: number[];
}

/** Events in the order of their first run, in each the contestants in theirs. Gaps are to the best bound, else to the best score. */
export function contestRows(file: BenchFile): ContestRow[] {
  const lines = linesOf(file);
  const best = bestOf(lines);
  const bounds = boundsOf(file);
  return grouped(lines, ({ run }) => [run.group, run.variant])
    .map((list): ContestRow => {
      const runs = [...new Set(list.map(({ run }) => run))];
      const { group, variant } = runs[0]!;
      return {
        group,
        variant,
        runs,
        first: runs.map(firstOf),
        at: file.plan.budgets.map((budget) => {
          const here = list.filter(({ result }) => result.budget === budget);
          const good = here.filter(({ result }) => result.verdict === "ok");
          return {
            budget,
            scores: good.map(({ result }) => result.score!),
            gaps: good.map(
              ({ run, result }) => 100 * gap(result.score!, bounds.get(run.event) ?? best.get(run.event)!),
            ),
            verdicts: here.map(({ result }) => result.verdict),
          };
        }),
        proof: runs.map(({ proved = Infinity }) => proved),
        bounds: runs.flatMap(({ event, bound }) => {
          const top = best.get(event);
          return bound === undefined || top === undefined ? [] : [-100 * gap(bound, top)];
        }),
      };
    })
    .sort((a, b) => groupPlace(file, a) - groupPlace(file, b));
}

function groupPlace({ runs }: BenchFile, { group }: ContestRow): number {
  return runs.findIndex((run) => run.group === group);
}

/** When a run first had everything placed that must be, where its last result is not wrong. */
function firstOf({ curve, results }: BenchRun): number {
  if (!results.some(({ verdict }) => verdict === "ok")) return Infinity;
  return readCurve(curve).find(({ unplaced }) => unplaced === 0)?.at ?? Infinity;
}
