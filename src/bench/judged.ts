// The judge's word on a solution: decoded into names and verified against the event alone, nothing of the solver believed.
// Called by run.ts and by the benches for every result of every solver. What is wrong is said; nothing is dropped.

import { decode } from "../problem/decode.js";
import type { Schedule } from "../schedule.js";
import type { RunScore, Solution } from "../solver/variant.js";
import { verifyWith } from "../verify.js";
import type { Prepared } from "./instances.js";

/** ok; unplaced: nothing is broken but locked meetings (or seats) that the run itself says are missing; or wrong. */
export type Verdict = "ok" | "unplaced" | "wrong";

export interface Judgement {
  verdict: Verdict;
  /** Why it is not ok. */
  why?: string;
  /** The judge's total. */
  score: number;
  meetings: number;
  unplaced: number;
}

/** Judges a solution; with what the solver says of it also whether it counted right, with a bound whether that can be. */
export function judge(prepared: Prepared, solution: Solution, claim?: RunScore, bound?: number): Judgement {
  const { names, problem, facts, event } = prepared;
  const { meetings, meals, unplaced } = decode(names, problem, solution);
  const schedule: Schedule = { format: "dancecard/schedule", version: 1, event, meetings, meals, unmet: [] };
  const { findings, score: terms } = verifyWith(facts, schedule);
  const score = terms.total;
  const missing = claim?.unplaced ?? unplaced.length;
  const found = { score, meetings: meetings.length, unplaced: missing };
  const wrong = (why: string): Judgement => ({ verdict: "wrong", why, ...found });

  const broken = findings.filter((f) => missing === 0 || (f.rule !== "locked" && f.rule !== "seating"));
  if (broken.length > 0) {
    const rules = [...new Set(broken.map((f) => f.rule))].join(", ");
    return wrong(`${broken.length} findings: ${rules}`);
  }
  if (claim && score !== claim.total) return wrong(`the solver counts ${claim.total}, the judge ${score}`);
  if (missing > 0) return { verdict: "unplaced", why: `${missing} unplaced`, ...found };
  if (bound !== undefined && score > bound) return wrong(`above the bound ${bound}: one of them is wrong`);
  return { verdict: "ok", ...found };
}
