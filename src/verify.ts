// The judge: every hard rule and the true score of a schedule, from event and schedule alone.
// Called on every result that is shown, written or benchmarked. It never sees a problem, a solver or the kernel, changes
// nothing and leaves no finding out.

import type { Refusal } from "./certificate.js";
import { checkBound, gapOf, meetingsGapOf } from "./certificate.js";
import { explain } from "./explain.js";
import { scoreOf } from "./measure.js";
import type { Facts } from "./rules/facts.js";
import { hashOf } from "./rules/facts/hash.js";
import { factsOf } from "./rules/facts.js";
import { RULES } from "./rules/index.js";
import type { Finding, RuleId } from "./rules/rule.js";
import { viewOf } from "./rules/view.js";
import type { Schedule, Score } from "./schedule.js";
import { SCORE_KEYS } from "./schedule.js";
import type { EventSpec } from "./spec/schema.js";

/** A number of the stated score that is not the true one. */
export interface Difference {
  key: keyof Score;
  stated: number;
  true: number;
}

/** What the judge says about a schedule. */
export interface Report {
  /** No hard rule is broken. */
  feasible: boolean;
  /** Every breach, by rule in the order of RULES. */
  findings: Finding[];
  /** Number of breaches of each rule. */
  counts: Record<RuleId, number>;
  /** The score, recomputed. */
  score: Score;
  /** The stated score is the true one; also true when none is stated. */
  scoreMatches: boolean;
  differences: Difference[];
  /** The schedule names this event's hash. */
  forThisEvent: boolean;
  /** What its bound proves; left out where it states none. */
  bound?: BoundReport;
}

/** How far from the best possible a schedule is, by its own bound, which is checked. */
export type BoundReport =
  /** No schedule has a larger total. */
  | { status: "proven"; value: number; gap: 0 }
  /**
   * None is better by more than `gap`, a share of the wishes and meals that the bound allows. Where the event has meals, also
   * what is proved of the total without them, and how much of the gap is theirs: the rest of it is the meals'.
   */
  | { status: "within"; value: number; gap: number; meetings?: { value: number; gap: number; share: number } }
  /** The total passes a bound that holds: our bug. */
  | { status: "exceeded"; value: number; total: number }
  /** The schedule breaks hard rules, so that a bound says nothing about it. */
  | { status: "infeasible"; value: number }
  /** No schedule of this event holds all locked meetings: shown by those of these participants. */
  | { status: "impossible"; participants: string[] }
  /** The certificate proves nothing, or another number than is stated. */
  | { status: "refused"; reason: Refusal; at: readonly (string | number)[] };

/** Judges a schedule; `base` is the published schedule that a repair started from. */
export function verify(spec: EventSpec, schedule: Schedule, base?: Schedule): Report {
  return verifyWith(factsOf(spec), schedule, base);
}

export { hashOf };

/**
 * Judges no meeting at all: what hangs on the event alone (its hash, who may meet whom, the most that people can hope for)
 * is worked out then and kept with the facts, so that the first schedule need not wait for it.
 */
export function prepareJudge(facts: Facts): void {
  verifyWith(facts, { format: "dancecard/schedule", version: 1, event: "", meetings: [], meals: [], unmet: [] });
}

/** As verify, with facts that the caller has already. */
export function verifyWith(facts: Facts, schedule: Schedule, base?: Schedule): Report {
  const view = viewOf(facts, schedule);
  const counts = {} as Record<RuleId, number>;
  const findings: Finding[] = [];
  for (const rule of RULES) {
    const found = rule.check(facts, schedule, view);
    counts[rule.id] = found.reduce((sum, { times = 1 }) => sum + times, 0);
    for (const finding of found) findings.push(finding);
  }
  const score = scoreOf(facts, schedule, view, base);
  const differences = differencesOf(facts, schedule, score);
  return {
    feasible: findings.length === 0,
    findings,
    counts,
    score,
    scoreMatches: differences.length === 0,
    differences,
    forThisEvent: schedule.event === hashOf(facts),
    ...(schedule.bound && { bound: boundReport(facts, schedule, score, findings.length === 0) }),
  };
}

function boundReport(facts: Facts, schedule: Schedule, score: Score, feasible: boolean): BoundReport {
  const proof = checkBound(facts, schedule.bound!);
  if (!proof.ok) return { status: "refused", reason: proof.reason, at: proof.at };
  const { value, parts, impossible } = proof;
  const change = score.change === undefined ? plausibleChange(facts, schedule, schedule.score?.change ?? 0) : 0;
  const total = score.total + change;
  const passed = total > value || total - score.meals > proof.meetings;
  if (feasible && (passed || impossible.length > 0)) return { status: "exceeded", value, total };
  if (impossible.length > 0) return { status: "impossible", participants: impossible };
  if (!feasible) return { status: "infeasible", value };
  if (total === value) return { status: "proven", value, gap: 0 };
  const within = { status: "within", value, gap: gapOf(total, value, parts) } as const;
  if (facts.meals.length === 0) return within;
  const held = total - score.meals;
  const share = Math.min(within.gap, (within.gap * (proof.meetings - held)) / (value - total));
  return { ...within, meetings: { value: proof.meetings, gap: meetingsGapOf(held, proof), share } };
}

/**
 * Without the published schedule a repair's change cannot be recomputed: it is taken as stated where it can be true (it
 * costs `change` for each of so many participants), and the total has to follow from it. What is no repair has none.
 */
function plausibleChange({ rules, people }: Facts, { base }: Schedule, stated: number): number {
  if (base === undefined || rules.change === 0) return 0;
  const changed = -stated / rules.change;
  return Number.isInteger(changed) && changed >= 0 && changed <= people.length ? stated : 0;
}

function differencesOf(facts: Facts, schedule: Schedule, score: Score): Difference[] {
  const stated = schedule.score;
  if (stated === undefined) return [];
  let truth = score;
  if (score.change === undefined && stated.change !== undefined) {
    const change = plausibleChange(facts, schedule, stated.change);
    truth = { ...score, change, total: score.total + change };
  }
  const keys: (keyof Score)[] = [...SCORE_KEYS, "change", "total"];
  return keys.flatMap((key) => {
    const [said, is] = [stated[key] ?? 0, truth[key] ?? 0];
    return said === is ? [] : [{ key, stated: said, true: is }];
  });
}

/** Something that a schedule says besides its meetings, and that is not so. */
export interface Untrue {
  kind: "unmet-missing" | "unmet-false" | "unmet-twice" | "unmet-reason" | "run";
  /** Where it stands: keys and indices from the root. */
  path: (string | number)[];
  /** The wish, where it is about one. */
  from?: string;
  to?: string;
  /** What is stated, and what is true. */
  stated?: string | number;
  truth?: string | number;
}

/**
 * What a schedule says of itself that its event and meetings do not bear out: reasons (an empty list gives none and is
 * not judged), a variant that `variants` does not know. Its bound is judged by the report.
 */
export function untrueOf(facts: Facts, schedule: Schedule, variants: readonly string[]): Untrue[] {
  const found: Untrue[] = [];
  const { unmet, run } = schedule;
  if (unmet.length > 0) {
    const key = (from: string, to: string): string => JSON.stringify([from, to]);
    const truth = new Map(explain(facts, schedule).map((entry) => [key(entry.from, entry.to), entry.reason]));
    const seen = new Set<string>();
    unmet.forEach(({ from, to, reason }, i) => {
      const wish = key(from, to);
      const path = ["unmet", i];
      const right = truth.get(wish);
      if (seen.has(wish)) found.push({ kind: "unmet-twice", path, from, to });
      else if (right === undefined) found.push({ kind: "unmet-false", path, from, to });
      else if (right !== reason) {
        found.push({ kind: "unmet-reason", path: [...path, "reason"], from, to, stated: reason, truth: right });
      }
      seen.add(wish);
    });
    for (const wish of truth.keys()) {
      if (seen.has(wish)) continue;
      const [from, to] = JSON.parse(wish) as [string, string];
      found.push({ kind: "unmet-missing", path: ["unmet"], from, to });
    }
  }
  if (run && !variants.includes(run.variant))
    found.push({ kind: "run", path: ["run", "variant"], stated: run.variant });
  return found;
}
