// Which pairs may meet, and if not, why not: the first reason in the order of section 6 of the model.
// Called by facts.ts; rules, measure and explain ask through it. Computed when asked and kept, so the cost follows what
// is asked: the wishes and the meetings, never people times people.

import type { Calendar } from "../../spec/calendar.js";
import type { EventSpec } from "../../spec/schema.js";
import type { Reason } from "../../schedule.js";
import type { Locks } from "./locks.js";
import type { People } from "./people.js";
import type { Wishes } from "./wishes.js";

/** Why a pair may not meet; `unwished` when nothing but a wish is missing. */
export type Ineligible = Exclude<Reason, "full" | "exclusive" | "place" | "displaced"> | "unwished";

const CODES: readonly (Ineligible | undefined)[] = [
  undefined,
  "vetoed",
  "blocked",
  "sides",
  "same-organisation",
  "met-before",
  "no-common-slot",
  "unwished",
];
const NOBODY: ReadonlySet<number> = new Set();
const ELIGIBLE = 0;
const NO_COMMON_SLOT = 6;
const UNWISHED = 7;

export interface Eligibility {
  /** Undefined when the pair may meet, else the first reason why not. */
  eligible(p: number, q: number): Ineligible | undefined;
  /** Slots in which both have a row present and the pair is not blocked, as a mask into `into` (People.words words). */
  commonSlots(p: number, q: number, into: Uint32Array): Uint32Array;
  /** Partners that `rules.fill` gives p; none when it is off. */
  filled(p: number): ReadonlySet<number>;
}

/** Prepares the questions; nothing is computed yet. */
export function eligibilityOf(spec: EventSpec, calendar: Calendar, facts: People & Wishes & Locks): Eligibility {
  const { people, words, presence, pairKey } = facts;
  const excludeMet = spec.rules.met === "exclude";
  const fill = spec.rules.fill;
  const known = new Map<number, number>();
  const scratch = new Uint32Array(words);
  let partners: ((p: number) => Set<number>) | undefined;

  function commonSlots(p: number, q: number, into: Uint32Array): Uint32Array {
    const blocked = facts.blockedSlots.get(pairKey(p, q));
    for (let w = 0; w < words; w++) into[w] = presence[p * words + w]! & presence[q * words + w]!;
    blocked?.forEach((flag, slot) => {
      if (flag) into[slot >> 5]! &= ~(1 << (slot & 31));
    });
    return into;
  }

  // Everything but the wish, in the order of the reasons.
  function conditions(p: number, q: number): number {
    if (facts.vetoes(p, q) || facts.vetoes(q, p)) return 1;
    const key = pairKey(p, q);
    if (facts.blocked.has(key)) return 2;
    const a = people[p]!;
    const b = people[q]!;
    if (!facts.paired(a.side, b.side)) return 3;
    if (p === q || a.organisation === b.organisation) return 4;
    if (excludeMet && facts.metBefore.has(key)) return 5;
    return commonSlots(p, q, scratch).some((word) => word !== 0) ? ELIGIBLE : NO_COMMON_SLOT;
  }

  function wanted(p: number, q: number): boolean {
    if (facts.wishesFor(p, q) || facts.wishesFor(q, p) || facts.locks.has(pairKey(p, q))) return true;
    if (!fill || facts.common(p, q) === 0) return false;
    return filled(p).has(q) || filled(q).has(p);
  }

  function filled(p: number): ReadonlySet<number> {
    if (!fill) return NOBODY;
    partners ??= fillPartners(fill, facts, conditions);
    return partners(p);
  }

  return {
    eligible(p, q) {
      const key = pairKey(p, q);
      let code = known.get(key);
      if (code === undefined) {
        code = conditions(p, q);
        if (code === ELIGIBLE && !wanted(p, q)) code = UNWISHED;
        known.set(key, code);
      }
      return CODES[code];
    },
    commonSlots,
    filled,
  };
}

// The n partners with the most needs and offers in common, at least one, among those with whom all other conditions
// hold; ties by id. Through an index from tags to people, one person at a time, when asked.
function fillPartners(
  n: number,
  facts: People & Wishes,
  conditions: (p: number, q: number) => number,
): (p: number) => Set<number> {
  const { people, needs, offers, tags } = facts;
  const seekers = Array.from({ length: tags }, (): number[] => []);
  const providers = Array.from({ length: tags }, (): number[] => []);
  for (const { index } of people) {
    for (const tag of needs[index]!) seekers[tag]!.push(index);
    for (const tag of offers[index]!) providers[tag]!.push(index);
  }
  const byId = people.map((p) => p.index).sort((a, b) => (people[a]!.id < people[b]!.id ? -1 : 1));
  const rank = new Int32Array(people.length);
  byId.forEach((p, place) => (rank[p] = place));
  const count = new Int32Array(people.length);
  const known = new Map<number, Set<number>>();
  return (p) => {
    const before = known.get(p);
    if (before) return before;
    const touched: number[] = [];
    const add = (q: number): void => {
      if (count[q]! === 0) touched.push(q);
      count[q]!++;
    };
    for (const tag of needs[p]!) providers[tag]!.forEach(add);
    for (const tag of offers[p]!) seekers[tag]!.forEach(add);
    touched.sort((a, b) => count[b]! - count[a]! || rank[a]! - rank[b]!);
    const best = new Set<number>();
    for (const q of touched) {
      if (best.size === n) break;
      if (conditions(p, q) === ELIGIBLE) best.add(q);
    }
    for (const q of touched) count[q] = 0;
    known.set(p, best);
    return best;
  };
}
