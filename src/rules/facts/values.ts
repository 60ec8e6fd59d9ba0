// What a meeting or a shared table of two people is worth, and the most a participant could hope for.
// Called by facts.ts; measure and summary read it. Points and weights are those of section 5 of the model.

import type { EventSpec } from "../../spec/schema.js";
import type { Eligibility } from "./eligibility.js";
import type { People } from "./people.js";
import type { Wishes } from "./wishes.js";

export interface Values {
  /** v(p, q): direct wishes, mutual and match. */
  value(p: number, q: number): number;
  /** u(p, q): all wishes between them, also for organisations, and mutual. */
  tableValue(p: number, q: number): number;
  /** B: plain points of a participant's k best wishes that have an eligible partner. */
  best(p: number): number;
}

/** Prepares the values; each is computed when asked. */
export function valuesOf(spec: EventSpec, facts: People & Wishes & Eligibility): Values {
  const { people, rows, organisations, wishes } = facts;
  const { mutual, match } = spec.rules;
  const known = new Float64Array(people.length).fill(-1);
  const weightOf = (wish: number): number => (wish < 0 ? 0 : wishes.weight[wish]!);
  const bonus = (p: number, q: number): number =>
    mutual > 0 && facts.wishesFor(p, q) && facts.wishesFor(q, p) ? mutual : 0;
  const direct = (p: number, q: number): number => weightOf(facts.directWish(p, q)) + weightOf(facts.directWish(q, p));

  function hasPartner(p: number, wish: number): boolean {
    const to = wishes.to[wish]!;
    if (to >= 0) return facts.eligible(p, to) === undefined;
    return organisations[wishes.organisation[wish]!]!.members.some((q) => facts.eligible(p, q) === undefined);
  }

  function best(p: number): number {
    if (known[p]! >= 0) return known[p]!;
    const person = people[p]!;
    const k = Math.min(
      person.maximum,
      person.rows.reduce((sum, row) => sum + rows[row]!.open, 0),
    );
    const points: number[] = [];
    for (let i = wishes.start[p]!; i < wishes.start[p + 1]!; i++) {
      const wish = wishes.list[i]!;
      if (wishes.points[wish]! > 0 && hasPartner(p, wish)) points.push(wishes.points[wish]!);
    }
    points.sort((a, b) => b - a);
    return (known[p] = points.slice(0, k).reduce((sum, x) => sum + x, 0));
  }

  return {
    value: (p, q) => direct(p, q) + bonus(p, q) + (match > 0 ? match * facts.common(p, q) : 0),
    tableValue: (p, q) =>
      direct(p, q) + weightOf(facts.organisationWish(p, q)) + weightOf(facts.organisationWish(q, p)) + bonus(p, q),
    best,
  };
}
