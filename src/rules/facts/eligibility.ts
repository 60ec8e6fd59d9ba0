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
// hold; ties by id. Through an index from tags to people; people with the same tags look at the same list, so it is made
// for all of them at once, when one of them is asked about.
function fillPartners(
  n: number,
  facts: People & Wishes,
  conditions: (p: number, q: number) => number,
): (p: number) => Set<number> {
  const { people, needs, offers, tags } = facts;
  const byId = people.map((p) => p.index).sort((a, b) => (people[a]!.id < people[b]!.id ? -1 : 1));
  // Ranks by id, so that lists which are filled from left to right have their ties in order.
  const seekers = Array.from({ length: tags }, (): number[] => []);
  const providers = Array.from({ length: tags }, (): number[] => []);
  const alike = new Map<string, number[]>();
  byId.forEach((p, rank) => {
    for (const tag of needs[p]!) seekers[tag]!.push(rank);
    for (const tag of offers[p]!) providers[tag]!.push(rank);
    const key = tagKey(p);
    const group = alike.get(key);
    if (group) group.push(p);
    else alike.set(key, [p]);
  });
  const count = new Int32Array(people.length);
  const known = new Map<number, Set<number>>();

  function tagKey(p: number): string {
    return `${needs[p]!.join()} ${offers[p]!.join()}`;
  }

  // Everybody with a tag in common with p, most first.
  function ranked(p: number): number[] {
    count.fill(0);
    for (const tag of needs[p]!) for (const rank of providers[tag]!) count[rank]!++;
    for (const tag of offers[p]!) for (const rank of seekers[tag]!) count[rank]!++;
    const levels = Array.from({ length: needs[p]!.length + offers[p]!.length + 1 }, (): number[] => []);
    count.forEach((common, rank) => {
      if (common > 0) levels[common]!.push(byId[rank]!);
    });
    return levels.reverse().flat();
  }

  function mayMeet(p: number, q: number): boolean {
    // First what costs nothing to ask: most of a list may be colleagues, or people of the same side.
    if (people[p]!.organisation === people[q]!.organisation) return false;
    return facts.paired(people[p]!.side, people[q]!.side) && conditions(p, q) === ELIGIBLE;
  }

  function best(p: number, list: readonly number[]): Set<number> {
    const partners = new Set<number>();
    for (const q of list) {
      if (partners.size >= n) break;
      if (mayMeet(p, q)) partners.add(q);
    }
    return partners;
  }

  return (p) => {
    if (!known.has(p)) {
      const list = ranked(p);
      for (const member of alike.get(tagKey(p))!) known.set(member, best(member, list));
    }
    return known.get(p)!;
  };
}
