// The grain of an event's scores: a number that divides the total of every feasible schedule, so that a bound between two
// of its multiples is as good as the lower one. Called by certificate.ts.
//
// It is valid because a total is a sum of whole multiples of: v of pairs that may meet, weights of wishes for an
// organisation that can be met, what tables bring, and the weights of guarantee, gap, hole, walk, change and meals - and of
// nothing else: there is no constant. Whatever divides all of these divides the total. Fairness is rounded up to any whole
// number, so where it counts the grain is 1. Taking more numbers into the divisor than can occur only makes it finer.

import type { Facts } from "../rules/facts.js";
import { gcd } from "./exact.js";
import { openPairs } from "./pairs.js";

/** The largest total not above `value` that a schedule can have by its grain. */
export function floorToGrain(facts: Facts, value: number): number {
  const grain = grainOf(facts);
  // Nothing counts: every total is 0, and the bound, being one, is not below it.
  if (grain === 0) return Math.min(0, value);
  return value - (((value % grain) + grain) % grain);
}

/** Greatest common divisor of all that totals are made of; 0 when nothing counts. */
export function grainOf(facts: Facts): number {
  const { rules, people, wishes, places, meals, locks } = facts;
  if (rules.fairness > 0 && people.some(({ index }) => facts.best(index) > 0)) return 1;
  let grain = 0;
  const take = (x: number): void => void (grain = gcd(grain, Math.abs(x)));
  take(rules.gap);
  take(rules.hole);
  take(rules.change);
  if (people.some(({ guaranteed }) => guaranteed > 0)) take(rules.guarantee);
  if (places.length > 0) take(rules.walk);
  if (meals.length > 0) [rules.mealSeat, rules.mealColleagues, rules.mealRepeat].forEach(take);
  for (const wish of wishes.list) if (wishes.organisation[wish]! >= 0) take(wishes.weight[wish]!);
  for (const [lock] of locks.values()) take(facts.value(lock!.p, lock!.q));
  for (const { value, share } of openPairs(facts)) {
    if (grain === 1) return 1;
    if (value !== undefined) take(value);
    take(share);
  }
  return grain;
}
