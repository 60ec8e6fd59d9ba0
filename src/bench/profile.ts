// Performance profiles after Dolan and Moré (2002): for each variant, on which share of the problems it comes near the best
// score at most tau times later than the fastest variant there. Called by the page's Lab. Pure functions on results.

import { readCurve, timeTo } from "./figures.js";
import type { BenchFile } from "./results.js";
import { bestOf, linesOf } from "./rows.js";

/** From `tau` on, the share of problems (0 to 1) that are solved within tau times the least time. */
export interface ProfilePoint {
  tau: number;
  share: number;
}

export interface ProfileLine {
  variant: string;
  /** A step line, tau ascending from 1; empty where nothing was ever reached. */
  points: ProfilePoint[];
}

/** What each variant took on each problem, by variant; Infinity: it did not come there. All lists are of one length. */
export type Times = ReadonlyMap<string, readonly number[]>;

/** When a time is nothing: no ratio can be taken of it. In seconds or steps alike. */
const LEAST = 1e-3;

/** The lines of a profile; problems that no variant solved count for none of them. */
export function profileOf(times: Times): ProfileLine[] {
  const lists = [...times.values()];
  const problems = Math.max(0, ...lists.map((list) => list.length));
  const fastest = Array.from({ length: problems }, (_, i) =>
    Math.max(LEAST, Math.min(...lists.map((list) => list[i] ?? Infinity))),
  );
  return [...times].map(([variant, list]) => {
    const ratios = list
      .map((time, i) => Math.max(LEAST, time) / fastest[i]!)
      .filter((ratio) => Number.isFinite(ratio))
      .sort((a, b) => a - b);
    const points = ratios.flatMap((tau, i) =>
      ratios[i + 1] === tau ? [] : [{ tau, share: (i + 1) / Math.max(1, problems) }],
    );
    return { variant, points };
  });
}

/**
 * When each run of a file first came within `share` of the best score that any run of its event ended with. A problem is an
 * event with a seed, each time it was tried; only those count that all variants have tried.
 */
export function timesTo(file: BenchFile, share: number): Times {
  const { plan } = file;
  const best = bestOf(linesOf(file));
  const runs = new Map(file.runs.map((run) => [run.run, run]));
  const width = plan.variants.length;
  const times = new Map(plan.variants.map((id): [string, number[]] => [id, []]));
  for (let first = 0; first < plan.instances.length * plan.repeat * width; first += width) {
    const tried = plan.variants.map((_, i) => runs.get(first + i));
    if (tried.some((run) => !run)) continue;
    for (const run of tried) {
      const last = run!.results.at(-1);
      const reference = best.get(run!.event);
      const sound = last?.verdict === "ok" && reference !== undefined;
      const time = sound ? timeTo(readCurve(run!.curve), reference, share, last.used + 1e-9) : undefined;
      times.get(run!.variant)!.push(time ?? Infinity);
    }
  }
  return times;
}
