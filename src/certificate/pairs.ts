// The pairs a bound speaks of: those that may meet, and those that bring something at a table. Called by certificate.ts.
// The cost follows wishes, locks and what `fill` adds, never people times people.

import { shareOf } from "../measure.js";
import type { Facts } from "../rules/facts.js";

/** Two people who may meet or be worth a seat together; locked pairs are not among them. */
export interface Pair {
  p: number;
  q: number;
  /** v: what a meeting brings; undefined when they may not meet. */
  value: number | undefined;
  /** What the first table they share brings when they have no meeting; 0 where they cannot share one. */
  share: number;
  /** u: that, less the cost of two colleagues; may be negative. */
  table: number;
}

const known = new WeakMap<Facts, Pair[]>();

/** All pairs that are not locked and may add to a score, each once. Computed once for the same facts. */
export function openPairs(facts: Facts): Pair[] {
  let pairs = known.get(facts);
  if (!pairs) known.set(facts, (pairs = findPairs(facts)));
  return pairs;
}

function findPairs(facts: Facts): Pair[] {
  const { wishes, organisations, people, rules } = facts;
  const seen = new Set<number>();
  const pairs: Pair[] = [];
  const visit = (p: number, q: number): void => {
    const key = facts.pairKey(p, q);
    if (p === q || seen.has(key) || facts.locks.has(key)) return;
    seen.add(key);
    const meets = facts.eligible(p, q) === undefined;
    const share = firstShare(facts, p, q);
    if (!meets && share === 0) return;
    const alike = people[p]!.organisation === people[q]!.organisation;
    const table = share - (alike ? rules.mealColleagues : 0);
    pairs.push({ p, q, value: meets ? facts.value(p, q) : undefined, share, table });
  };
  for (const wish of wishes.list) {
    const p = wishes.from[wish]!;
    if (wishes.to[wish]! >= 0) visit(p, wishes.to[wish]!);
    else for (const q of organisations[wishes.organisation[wish]!]!.members) visit(p, q);
  }
  if (rules.fill) for (const { index } of people) for (const q of facts.filled(index)) visit(index, q);
  return pairs;
}

/** 0 with a veto between them, or without a meal that both take. */
function firstShare(facts: Facts, p: number, q: number): number {
  if (facts.vetoes(p, q) || facts.vetoes(q, p)) return 0;
  if (!facts.meals.some(({ eats }) => eats[p] && eats[q])) return 0;
  return shareOf(facts, p, q);
}
