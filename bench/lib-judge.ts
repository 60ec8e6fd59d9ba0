// The judge's word on a solution: decoded into names and verified against the event alone, nothing of the solver believed.
// Called by quality.ts for every result of every solver. What is wrong is said; nothing is dropped.

import { decode } from "../src/problem/decode.js";
import type { Schedule, ScoreKey } from "../src/schedule.js";
import type { RunScore, Solution } from "../src/solver/variant.js";
import { verifyWith } from "../src/verify.js";
import type { Prepared } from "./lib-instances.js";

/**
 * Terms that the benchmark's score leaves out: seats at meals, which no search for meetings works on yet. They are seated
 * and judged all the same, so a wrong seat is an error.
 */
export const LEFT_OUT: readonly ScoreKey[] = ["meals"];

/** ok; unplaced: nothing is broken but locked meetings (or seats) that the run itself says are missing; or wrong. */
export type Verdict = "ok" | "unplaced" | "wrong";

export interface Judgement {
  verdict: Verdict;
  /** Why it is not ok. */
  why?: string;
  /** The judge's total without LEFT_OUT. */
  score: number;
  meetings: number;
  unplaced: number;
}

/** What a solver says of its own solution; `leaves` are the terms it does not count. */
export interface Claim {
  score: RunScore;
  leaves: readonly ScoreKey[];
}

/** Judges a solution; with a claim also whether the solver counted right, with a bound whether that can be. */
export function judge(prepared: Prepared, solution: Solution, claim?: Claim, bound?: number): Judgement {
  const { names, problem, facts, event } = prepared;
  const { meetings, meals, unplaced } = decode(names, problem, solution);
  const schedule: Schedule = { format: "dancecard/schedule", version: 1, event, meetings, meals, unmet: [] };
  const { findings, score: terms } = verifyWith(facts, schedule);
  const without = (keys: readonly ScoreKey[]): number => terms.total - keys.reduce((sum, key) => sum + terms[key], 0);
  const score = without(LEFT_OUT);
  const missing = claim?.score.unplaced ?? unplaced.length;
  const found = { score, meetings: meetings.length, unplaced: missing };
  const wrong = (why: string): Judgement => ({ verdict: "wrong", why, ...found });

  const broken = findings.filter((f) => missing === 0 || (f.rule !== "locked" && f.rule !== "seating"));
  if (broken.length > 0) {
    const rules = [...new Set(broken.map((f) => f.rule))].join(", ");
    return wrong(`${broken.length} findings: ${rules}`);
  }
  if (claim && without(claim.leaves) !== claim.score.total)
    return wrong(`the solver counts ${claim.score.total}, the judge ${without(claim.leaves)}`);
  if (missing > 0) return { verdict: "unplaced", why: `${missing} unplaced`, ...found };
  if (bound !== undefined && score > bound) return wrong(`above the bound ${bound}: one of them is wrong`);
  return { verdict: "ok", ...found };
}
