// The search with one of its parts left out, each as a variant: what is a part worth? Called by quality.ts.

import * as L from "../assembly/layout.js";
import { kernelVariant } from "../src/solver/kernel-variant.js";
import type { Variant } from "../src/solver/variant.js";

const PARTS: readonly [id: string, mask: number][] = [
  ["search-without-programme", L.PART_PROGRAMME],
  ["search-without-exchanges", L.PART_EXCHANGES],
  ["search-without-ejections", L.PART_EJECTIONS],
  ["search-without-estimates", L.PART_ESTIMATES],
  ["search-without-colouring", L.PART_COLOURING],
  ["search-without-seats", L.PART_SEATS],
];

/** One variant per part, in the order of PARTS. */
export const ABLATIONS: readonly Variant[] = PARTS.map(([id, mask]) => {
  const words = { en: id, fr: id };
  return kernelVariant(id, "anneal", true, { title: words, about: words }, mask);
});
