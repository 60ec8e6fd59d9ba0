// How many of those with whom a table brings something can sit with a person, over all meals: what the seats of the largest
// table and the mix of sides leave. Called by certificate.ts and seats.ts.

import type { Facts } from "../rules/facts.js";
import type { MealFacts } from "../rules/facts/meals.js";
import { openPairs } from "./pairs.js";

/** m of each participant: so many pairs of it at most bring something at a table. Of pairs that do not count: none. */
export function mostMates(facts: Facts, counts: (p: number, q: number) => boolean = () => true): Float64Array {
  const { people, sideIds } = facts;
  const liked = people.map(() => new Uint8Array(sideIds.length));
  for (const { p, q, table } of openPairs(facts)) {
    if (table <= 0 || !counts(p, q)) continue;
    liked[p]![people[q]!.side] = 1;
    liked[q]![people[p]!.side] = 1;
  }
  return Float64Array.from(people, ({ index, side }) =>
    facts.meals.reduce((sum, meal) => sum + (meal.eats[index] ? matesAt(meal, side, liked[index]!) : 0), 0),
  );
}

/** At one meal: people of the sides that are liked, as the mix allows, on the seats that no others must have. */
function matesAt({ tables, mix }: MealFacts, side: number, liked: Uint8Array): number {
  let allowed = 0;
  let others = 0;
  liked.forEach((likes, s) => {
    const own = s === side ? 1 : 0;
    const { min = 0, max = Infinity } = mix.find((one) => one.side === s) ?? {};
    if (likes) allowed += Math.max(0, max - own);
    else others += Math.max(0, min - own);
  });
  return tables.reduce((most, { seats }) => Math.max(most, Math.min(allowed, seats - 1 - others)), 0);
}
