// The results of a bench as the Lab draws them: rows, marks, curves, a profile. Called by desk.ts; the arithmetic is that of
// src/bench, which the report uses too.

import { variantById } from "../../../src/index.js";
import { leastBounds, meanCurve } from "../../../src/bench/convergence.js";
import { readBounds, readCurve, spreadOf } from "../../../src/bench/figures.js";
import { countRuns } from "../../../src/bench/plan.js";
import { profileOf, timesTo } from "../../../src/bench/profile.js";
import type { BenchFile } from "../../../src/bench/results.js";
import { linesOf, qualityRows, speedRows } from "../../../src/bench/rows.js";
import type { QualityRow } from "../../../src/bench/rows.js";
import type {
  LabBad,
  LabConvergence,
  LabCurve,
  LabProfile,
  LabResults,
  LabRow,
  LabSpeedRow,
  LabSpread,
  LabVerdicts,
  OwnVariant,
} from "../../lab-views.js";
import type { LabLook } from "./api.js";

/** Most rows, marks in one of them, events to choose from, and results that are not ok and are named one by one. */
const MOST_ROWS = 300;
const MOST_MARKS = 100;
const MOST_EVENTS = 200;
const MOST_BAD = 100;

/** All that is drawn; `look` says of which event. */
export function labResults(file: BenchFile, look: LabLook, own: readonly OwnVariant[]): LabResults {
  const { suite, plan, runs, speeds, hosts } = file;
  const instances = [...new Set(runs.filter(({ curve }) => curve !== "").map(({ instance }) => instance))];
  const rows = rowsOf(file);
  const turns = speedsOf(file);
  const instance = instances.find((id) => id === look.instance) ?? instances[0];
  const [host] = hosts as [BenchFile["hosts"][number]];
  return {
    suite: suite === "speed" ? "speed" : "quality",
    unit: plan.unit,
    variants: plan.variants.map((id) => ({ id, title: titleOf(id, own) })),
    made: new Set([...runs, ...speeds].map(({ run }) => run)).size,
    all: countRuns(suite, plan),
    rows: rows.slice(0, MOST_ROWS),
    speeds: turns.slice(0, MOST_ROWS),
    more: Math.max(0, rows.length + turns.length - MOST_ROWS),
    bad: badOf(file),
    instances: instances.slice(0, MOST_EVENTS),
    convergence: instance === undefined ? null : convergenceOf(file, instance),
    profile: suite === "quality" && runs.length > 0 ? profileView(file, look.share) : null,
    host: { version: host.version, kernel: host.kernel, cores: host.cores, runtime: host.runtime },
  };
}

function titleOf(id: string, own: readonly OwnVariant[]): LabResults["variants"][number]["title"] {
  const title = own.find((one) => one.id === id)?.title ?? id;
  return variantById(id)?.title ?? { en: title, fr: title };
}

function rowsOf(file: BenchFile): LabRow[] {
  const all = qualityRows(file);
  return all.map((row) => {
    const rivals = all.filter(({ group, budget }) => group === row.group && budget === row.budget);
    const least = Math.min(...rivals.map(gapOf));
    const rates = row.lines.flatMap(({ result: { steps, used } }) => (steps > 0 && used > 0 ? [steps / used] : []));
    return {
      group: row.group,
      variant: row.variant,
      budget: row.budget,
      runs: row.lines.length,
      score: spread(row.scores),
      toBest: spread(row.toBest),
      toBound: spread(row.toBound),
      gaps: row.toBest.slice(0, MOST_MARKS),
      rate: file.plan.unit === "seconds" ? spread(rates) : null,
      verdicts: countOf(row.lines.map(({ result }) => result.verdict)),
      first: rivals.length > 1 && gapOf(row) === least && least < Infinity,
    };
  });
}

function gapOf({ toBest }: QualityRow): number {
  return spreadOf(toBest)?.median ?? Infinity;
}

function speedsOf(file: BenchFile): LabSpeedRow[] {
  return speedRows(file).map(({ speed, rates, ratios, first }) => ({
    instance: speed.instance,
    variant: speed.variant,
    turns: speed.turns.length,
    rate: spread(rates),
    ratio: first ? null : spread(ratios),
    first,
    verdict: speed.verdict,
  }));
}

function badOf(file: BenchFile): LabBad[] {
  const lines = linesOf(file).map(({ run, result }): LabBad => {
    const { instance, variant, seed } = run;
    return { instance, variant, seed, budget: result.budget, verdict: result.verdict, why: result.why ?? "" };
  });
  const speeds = file.speeds.map(({ instance, variant, seed, verdict, why = "" }): LabBad => {
    return { instance, variant, seed, budget: null, verdict, why };
  });
  return [...lines, ...speeds].filter(({ verdict }) => verdict !== "ok").slice(0, MOST_BAD);
}

function convergenceOf(file: BenchFile, instance: string): LabConvergence {
  const runs = file.runs.filter((run) => run.instance === instance);
  const curves = file.plan.variants.flatMap((variant): LabCurve[] => {
    const own = runs.filter((run) => run.variant === variant && run.results.at(-1)?.verdict === "ok");
    const points = meanCurve(own.map(({ curve }) => readCurve(curve)));
    const end = Math.max(0, ...own.map(({ results }) => results.at(-1)?.used ?? 0));
    return points.length === 0 ? [] : [{ variant, runs: own.length, points, end }];
  });
  const bounds = leastBounds(runs.map(({ bounds: text = "" }) => readBounds(text)));
  return { instance, curves, bounds };
}

function profileView(file: BenchFile, share: number): LabProfile {
  const times = timesTo(file, share);
  return { share, problems: [...times.values()][0]?.length ?? 0, lines: profileOf(times) };
}

function spread(values: readonly number[]): LabSpread | null {
  return spreadOf(values) ?? null;
}

function countOf(words: readonly (keyof LabVerdicts)[]): LabVerdicts {
  const count: LabVerdicts = { ok: 0, unplaced: 0, wrong: 0, none: 0 };
  for (const word of words) count[word]++;
  return count;
}
