// The list of variants. Conformance tests, benchmarks, the command line and the playground's menu follow from it.
// A new variant is one file beside kernel-variant.ts, and one line here.

import { kernelVariant } from "./kernel-variant.js";
import { reference } from "./reference.js";
import type { Variant } from "./variant.js";

export const VARIANTS: readonly Variant[] = [
  kernelVariant("search", "anneal", true, {
    title: { en: "Search", fr: "Recherche" },
    about: {
      en: "Simulated annealing with ejections and two-slot exchanges, in Wasm.",
      fr: "Recuit simulé avec éjections et échanges de deux créneaux, en Wasm.",
    },
  }),
  kernelVariant("search-js", "anneal", false, {
    title: { en: "Search, JavaScript", fr: "Recherche, JavaScript" },
    about: {
      en: "The same source run as JavaScript: same result, slower.",
      fr: "Le même code exécuté en JavaScript : même résultat, plus lent.",
    },
  }),
  kernelVariant("greedy", "greedy", true, {
    title: { en: "Greedy", fr: "Glouton" },
    about: {
      en: "The most wanted meetings first, each in its best free slot.",
      fr: "Les rendez-vous les plus souhaités d’abord, chacun dans son meilleur créneau libre.",
    },
  }),
  kernelVariant("round-robin", "rounds", true, {
    title: { en: "Round robin", fr: "Tour de table" },
    about: {
      en: "One meeting each per round, everybody's best wish that still fits.",
      fr: "Un rendez-vous chacun par tour, le meilleur souhait encore possible.",
    },
  }),
  kernelVariant("registration-order", "registration", true, {
    title: { en: "Registration order", fr: "Ordre d’inscription" },
    about: {
      en: "First come, first served, as booking tools do.",
      fr: "Premier inscrit, premier servi, comme les outils de réservation.",
    },
  }),
  reference,
];

/** The variant with this id, or undefined. */
export function variantById(id: string): Variant | undefined {
  return VARIANTS.find((v) => v.id === id);
}
