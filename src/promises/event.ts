// Events made of an event to ask about its promises alone: same people, times, rooms and rules, other numbers.
// Called by promises.ts and counting.ts. Whoever may meet in the one may meet in the others, so that a schedule of one is
// a schedule of all.

import type { Facts } from "../rules/facts.js";
import type { EventSpec } from "../spec/schema.js";
import { NO_WEIGHTS } from "../spec/weights.js";

/** Points of a promised meeting that is missing: many, so that prices rounded up to a thousandth of a point prove much. */
export const MISSING = 1000;

/** The event in which nothing counts but guarantees: a schedule's total is - MISSING x promised meetings that are missing. */
export function promisesOnly(spec: EventSpec): EventSpec {
  const points = spec.rules.points.map(() => 0);
  const rules = { ...spec.rules, ...NO_WEIGHTS, points, guarantee: MISSING, change: 0 };
  return { ...spec, rules };
}

/**
 * The same for the promises of one side alone, each a maximum that is never enough: every meeting up to it brings MISSING.
 * Its prices are those that say where the promises of this side collide.
 */
export function promisesOfSide(spec: EventSpec, facts: Facts, side: number): EventSpec {
  const { people, rows } = facts;
  const locks = lockedMeetings(facts);
  const participants = spec.participants.map((participant) => {
    const person = people[facts.personIndex.get(participant.id)!]!;
    const { index, guaranteed } = person;
    if (person.side !== side || guaranteed <= locks[index]!) return { ...participant, guaranteed: 0 };
    const never = 1 + person.rows.reduce((sum, row) => sum + rows[row]!.present.length, guaranteed);
    return { ...participant, guaranteed: never, maximum: guaranteed };
  });
  return { ...promisesOnly(spec), participants };
}

/** Locked meetings of each participant. */
export function lockedMeetings({ people, locks }: Facts): Int32Array {
  const count = new Int32Array(people.length);
  for (const [first, ...more] of locks.values()) {
    count[first!.p]! += 1 + more.length;
    count[first!.q]! += 1 + more.length;
  }
  return count;
}
