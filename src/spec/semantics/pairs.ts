// How many pairs of people an event speaks of: what a wish for a large organisation or `rules.fill` multiplies. Called by
// index.ts before anything that looks at pairs; a small file must not keep a machine busy for minutes.

import type { Report } from "../report.js";
import { LIMITS } from "../schema.js";
import type { Book } from "./book.js";

/** False, and reported, when there are more pairs than can be handled. */
export function checkPairs(book: Book, report: Report): boolean {
  const { spec, members, participants } = book;
  const count = participants.size;
  const limit = LIMITS.pairs;
  // One for a participant, and for what is not known.
  const size = (to: string): number => members[book.target(to) - spec.participants.length]?.length ?? 1;
  let wished = spec.locked.length;
  for (const { to } of spec.wishes) wished += size(to);
  if (wished > limit) {
    report.error("too-many-pairs/wishes", ["wishes"], { count: wished, limit });
    return false;
  }
  const { fill = 0 } = spec.rules;
  if (fill === 0) return true;
  const { people, comparisons } = tagged(book);
  const filled = people * Math.min(fill, Math.max(0, count - 1));
  if (wished + filled > limit) {
    report.error("too-many-pairs/fill", ["rules", "fill"], { fill, people, count: wished + filled, limit });
    return false;
  }
  if (comparisons > LIMITS.comparisons) {
    report.error("too-many-comparisons", ["rules", "fill"], { count: comparisons, limit: LIMITS.comparisons });
    return false;
  }
  return true;
}

/** People with tags, and how often a tag of one (or of several who have the same tags) meets a tag of another. */
function tagged({ spec }: Book): { people: number; comparisons: number } {
  const needing = new Map<string, number>();
  const offering = new Map<string, number>();
  const add = (index: Map<string, number>, tag: string): void => void index.set(tag, (index.get(tag) ?? 0) + 1);
  const kinds = new Map<string, { needs: string[]; offers: string[] }>();
  let people = 0;
  for (const { needs, offers } of spec.participants) {
    if (needs.length + offers.length === 0) continue;
    people++;
    for (const tag of needs) add(needing, tag);
    for (const tag of offers) add(offering, tag);
    kinds.set(JSON.stringify([[...needs].sort(), [...offers].sort()]), { needs, offers });
  }
  let comparisons = 0;
  for (const { needs, offers } of kinds.values()) {
    comparisons += people;
    for (const tag of needs) comparisons += offering.get(tag) ?? 0;
    for (const tag of offers) comparisons += needing.get(tag) ?? 0;
  }
  return { people, comparisons };
}
