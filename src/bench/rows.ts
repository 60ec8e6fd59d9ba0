// The rows of a report as numbers: results of the same group, variant and budget together, with the last word on each, and the
// turns of the suite speed. Called by report.ts and by the page's Lab, so that both count alike. It formats nothing.

import { gap, isBetter } from "./figures.js";
import type { BenchFile, BenchRun, BenchSpeed, Result } from "./results.js";
import { grouped } from "./tables.js";

/** A run and what it had at one budget, with the last word on it. */
export interface Line {
  run: BenchRun;
  result: Result;
}

/** Results of one group, variant and budget. */
export interface QualityRow {
  group: string;
  variant: string;
  budget: number;
  lines: readonly Line[];
  /** Of the results that are ok. */
  scores: number[];
  /** In per cent of the best score in the file, and of the least bound where a run proved one. */
  toBest: number[];
  toBound: number[];
  steps: number[];
  used: number[];
  wall: number[];
}

/** The turns of one variant on one instance. */
export interface SpeedRow {
  speed: BenchSpeed;
  /** Steps per CPU second, turn by turn. */
  rates: number[];
  /** To the first variant of the instance, turn by turn: what slowed the machine then slowed both. */
  ratios: number[];
  /** It is that first one. */
  first: boolean;
}

/** Whether any result is wrong. */
export function hasWrong(file: BenchFile): boolean {
  return (
    linesOf(file).some(({ result }) => result.verdict === "wrong") ||
    file.speeds.some((speed) => speed.verdict === "wrong")
  );
}

/** The least bound that any run proved of each event. */
export function boundsOf({ runs }: BenchFile): Map<string, number> {
  const bounds = new Map<string, number>();
  for (const { event, bound } of runs)
    if (bound !== undefined) bounds.set(event, Math.min(bound, bounds.get(event) ?? Infinity));
  return bounds;
}

/** The best score of each event among results that are ok. */
export function bestOf(lines: readonly Line[]): Map<string, number> {
  const best = new Map<string, Scored>();
  for (const { run, result } of lines)
    if (result.verdict === "ok" && isBetter(scored(result), best.get(run.event))) best.set(run.event, scored(result));
  return new Map([...best].map(([event, { score }]) => [event, score]));
}

/**
 * All results, with what only shows where they stand together: a score above the bound that another run proved, and a run
 * of the same steps that ends otherwise the next time.
 */
export function linesOf(file: BenchFile): Line[] {
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

/** Groups in the order of their first run, in each its budgets from short to long. */
export function qualityRows(file: BenchFile): QualityRow[] {
  const all = linesOf(file);
  const bounds = boundsOf(file);
  const best = bestOf(all);
  const groups = [...new Set(file.runs.map(({ group }) => group))];
  return grouped(all, ({ run, result }) => [run.group, result.budget, run.variant])
    .sort(
      ([a], [b]) => groups.indexOf(a!.run.group) - groups.indexOf(b!.run.group) || a!.result.budget - b!.result.budget,
    )
    .map((lines) => {
      const { run, result } = lines[0]!;
      const good = lines.filter((line) => line.result.verdict === "ok");
      const behind = (reference: ReadonlyMap<string, number>): number[] =>
        good.flatMap((line) => {
          const from = reference.get(line.run.event);
          return from === undefined ? [] : [100 * gap(line.result.score!, from)];
        });
      return {
        group: run.group,
        variant: run.variant,
        budget: result.budget,
        lines,
        scores: good.map((line) => line.result.score!),
        toBest: behind(best),
        toBound: behind(bounds),
        steps: lines.map((line) => line.result.steps),
        used: lines.map((line) => line.result.used),
        wall: lines.flatMap((line) => line.result.wall ?? []),
      };
    });
}

/** Instance by instance, its variants in the order in which they took turns. */
export function speedRows({ speeds }: BenchFile): SpeedRow[] {
  return grouped(speeds, ({ run }) => [run]).flatMap((list) => {
    const first = list[0]!;
    return list.map((speed) => ({
      speed,
      rates: speed.turns.flatMap(({ steps, used }) => (used > 0 ? [steps / used] : [])),
      ratios: speed.turns.flatMap(({ steps, used }, i) => {
        const other = first.turns[i];
        return other && other.used > 0 && used > 0 ? [steps / used / (other.steps / other.used)] : [];
      }),
      first: speed === first,
    }));
  });
}

type Scored = Required<Pick<Result, "score" | "unplaced">>;

function scored({ score = 0, unplaced = 0 }: Result): Scored {
  return { score, unplaced };
}
