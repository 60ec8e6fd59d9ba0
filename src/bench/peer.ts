// What a peer is: somebody else's way to make schedules, run beside ours on the same instances and judged by the same judge.
// A variant is stepped by the harness; a peer goes its own way and says when it found what. Called by contest.ts.

import type { Locale } from "../rules/rule.js";
import type { Solution } from "../solver/variant.js";
import { isBetter } from "./figures.js";
import type { Point } from "./figures.js";
import type { Prepared } from "./instances.js";
import type { Judgement } from "./judged.js";
import { judge } from "./judged.js";
import type { Result, RunEntry } from "./results.js";
import { keptCurve, resultsAt, rounded } from "./results.js";

/** A solution that a peer found, CPU seconds after its start. */
export interface Found {
  at: number;
  solution: Solution;
  /** The peer's own count of it: the judge's must be the same. */
  objective?: number;
}

export interface PeerResult {
  /** How it ended: `optimal`, `time limit`, `infeasible`, `done`, `too large`, `crashed`, `killed`. */
  status: string;
  /** Why there is nothing, where that needs saying. */
  why?: string;
  /** An upper bound of the score that it proved. */
  bound?: number;
  nodes?: number;
  /** CPU seconds until its search began, and until its end. */
  setup: number;
  used: number;
  found: Found[];
}

/** What a peer is given. */
export interface PeerOptions {
  seed: number;
  /** CPU seconds. */
  limit: number;
  /** The compiled kernel: seats for those who know no meals, and slots for those who only say who meets whom. */
  module: WebAssembly.Module;
  /** CPU seconds of this process so far. */
  cpu: () => number;
}

export interface Peer {
  id: string;
  /** One sentence on how it works. */
  about: Record<Locale, string>;
  /** The package that it needs, which the person may not have installed. */
  needs?: string;
  solve(prepared: Prepared, options: PeerOptions): Promise<PeerResult>;
}

/** What a peer's result says after each budget; `entry` has what was run, `bound` is known to hold. */
export function peerEntry(
  prepared: Prepared,
  entry: RunEntry,
  budgets: readonly number[],
  result: PeerResult,
  bound?: number,
): RunEntry {
  const { status, why, nodes, setup, used, found } = result;
  const limit = budgets.at(-1)!;
  // Its limit is a limit: what it finds while it comes to an end counts as found at the limit.
  const curve = found.map(({ at, solution, objective }) => {
    const judgement = judgeFound(prepared, solution, objective, bound);
    return { at: Math.min(at, limit), unplaced: judgement.unplaced, score: judgement.score, judgement };
  });
  const results = resultsAt(curve, budgets).map((point, i): Result => {
    const base = { budget: budgets[i]!, used: rounded(Math.min(used, budgets[i]!)), steps: nodes ?? 0, processMB: 0 };
    return point ? { ...base, ...point.judgement } : { ...base, verdict: "none", why: why ?? status };
  });
  const wrong = curve.find(({ judgement }) => judgement.verdict === "wrong");
  if (wrong) Object.assign(results.at(-1)!, wrong.judgement);
  const bounded = result.bound === undefined ? undefined : Math.floor(result.bound + 1e-6 * Math.abs(result.bound));
  const last = results.at(-1);
  return {
    ...entry,
    ...(bounded !== undefined && { bound: bounded }),
    ...(status === "optimal" && last?.verdict === "ok" && { proved: rounded(used) }),
    setup: rounded(setup),
    results,
    curve: keptCurve(rising(curve)),
    peer: {
      status,
      ended: rounded(used),
      ...(result.bound !== undefined && { bound: result.bound }),
      ...(nodes && { nodes }),
      ...(why && { why }),
    },
  };
}

function judgeFound(prepared: Prepared, solution: Solution, objective?: number, bound?: number): Judgement {
  const judgement = judge(prepared, solution, undefined, bound);
  // A model that counts otherwise than the judge is another problem: its optimum would say nothing.
  if (judgement.verdict !== "ok" || objective === undefined || objective === judgement.score) return judgement;
  return { ...judgement, verdict: "wrong", why: `the peer counts ${objective}, the judge ${judgement.score}` };
}

/** The points that are better than all before. */
function rising<T extends Point>(curve: readonly T[]): T[] {
  let best: T | undefined;
  return curve.filter((point) => isBetter(point, best) && (best = point));
}
