// Whether each wish could be met if it were alone, asked once per reading: most of what the overview counts begins here.
// Called by overview.ts and watch/. It keeps one number for each wish and no more.

import type { Reason } from "../../src/index.js";
import type { Known } from "./known.js";
import { partnersOf } from "./placed.js";

/** Why a wish cannot be met, in the order in which reasons are given. */
export const HOPELESS = [
  "vetoed",
  "blocked",
  "sides",
  "same-organisation",
  "met-before",
  "no-common-slot",
] as const satisfies readonly Reason[];

/** A wish that could be met, and what is no wish (a veto, or for nobody); other numbers are indices of HOPELESS. */
export const CHANCE = -1;
export const NO_WISH = -2;

const known = new WeakMap<Known, Int8Array>();

/** By wish of the spec: CHANCE, NO_WISH, or why not: for an organisation, the latest reason among its people. */
export function chancesOf(event: Known): Int8Array {
  let chances = known.get(event);
  if (!chances) known.set(event, (chances = count(event)));
  return chances;
}

function count({ facts }: Known): Int8Array {
  const { wishes } = facts;
  const rank = (p: number, q: number): number => {
    const reason = facts.eligible(p, q);
    return reason === undefined ? CHANCE : HOPELESS.indexOf(reason as (typeof HOPELESS)[number]);
  };
  return Int8Array.from(wishes.from, (p, i) => {
    if (p < 0 || wishes.veto[i]) return NO_WISH;
    const q = wishes.to[i]!;
    if (q >= 0) return rank(p, q);
    const ranks = partnersOf(facts, i).map((member) => rank(p, member));
    return ranks.includes(CHANCE) ? CHANCE : Math.max(...ranks);
  });
}
