// How much of the event each rule speaks of. Called by rules.ts, once per reading; linear in wishes and people.

import type { Reach } from "../rules-views.js";
import type { Known } from "./known.js";
import { overviewOf } from "./overview.js";

const cache = new WeakMap<Known, Reach>();

/** The counts of an event. */
export function reachOf(known: Known, overview: ReturnType<typeof overviewOf> | null): Reach {
  let reach = cache.get(known);
  if (!reach) cache.set(known, (reach = count(known, overview ?? overviewOf(known))));
  return reach;
}

function count({ facts, spec }: Known, overview: ReturnType<typeof overviewOf>): Reach {
  const { wishes, people } = facts;
  let matches = 0;
  for (let i = 0; i < wishes.from.length; i++) {
    const [p, q] = [wishes.from[i]!, wishes.to[i]!];
    if (p < 0 || q < 0 || wishes.veto[i] || facts.common(p, q) === 0) continue;
    // A pair that wishes both ways counts once.
    const back = facts.directWish(q, p);
    if (back < 0 || p < q) matches++;
  }
  const promised = people.filter((person) => person.guaranteed > 0);
  let colleagues = 0;
  let organisations = 0;
  for (const { name, members } of facts.organisations) {
    if (name === undefined) continue;
    if (members.length > 1) organisations++;
    const eating = members.filter((p) => people[p]!.takesMeals).length;
    colleagues += (eating * (eating - 1)) / 2;
  }
  return {
    wishes: overview.wishes,
    mutual: overview.mutual,
    matches,
    tagged: people.filter(({ index }) => facts.needs[index]!.length + facts.offers[index]!.length > 0).length,
    met: spec.met.length,
    promised: { people: promised.length, meetings: promised.reduce((sum, person) => sum + person.guaranteed, 0) },
    wishers: people.filter(({ index }) => wishes.start[index]! < wishes.start[index + 1]!).length,
    agendas: facts.rows.length,
    organisations,
    meals: facts.meals.length,
    eaters: people.filter((person) => person.takesMeals).length,
    colleagues,
  };
}
