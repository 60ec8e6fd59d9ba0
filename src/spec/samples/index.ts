// The sample events: the list that the playground, the CLI and the tests show and run. Each is built by code, so the
// program carries no large texts; sampleText prints one for people to read and change.

import { customerRelationshipMeetings } from "./customer-relationship-meetings.js";
import { decisionMakersForum } from "./decision-makers-forum.js";
import { impossible } from "./impossible.js";
import { membersConvention } from "./members-convention.js";
import { printEvent, wrap } from "./print.js";
import { recruitmentDay } from "./recruitment-day.js";
import type { Sample } from "./sample.js";
import { supplierListingDay } from "./supplier-listing-day.js";
import { workshop } from "./workshop.js";

export type { Sample } from "./sample.js";

/** All samples, the model case first, the one with contradictions last. */
export const SAMPLES: readonly Sample[] = [
  customerRelationshipMeetings,
  decisionMakersForum,
  supplierListingDay,
  recruitmentDay,
  membersConvention,
  workshop,
  impossible,
];

const FICTIONAL = {
  en: "Entirely fictional: these people and companies do not exist; whoever bears the same name does so by chance.",
  fr: "Entièrement fictif : ces personnes et ces entreprises n'existent pas ; toute ressemblance serait un hasard.",
} as const;

/** The sample with this id, or undefined. */
export function sampleById(id: string): Sample | undefined {
  return SAMPLES.find((sample) => sample.id === id);
}

/**
 * A sample as text, one participant and one wish per line, below comments that say what it is and that it is fictional
 * (`locale` picks their language; `comments: false` gives plain JSON). Undefined when there is no such sample.
 */
export function sampleText(id: string, options: { locale?: "en" | "fr"; comments?: boolean } = {}): string | undefined {
  const sample = sampleById(id);
  if (sample === undefined) return undefined;
  const locale = options.locale ?? "en";
  const head = [`${sample.title[locale]}.`, ...wrap(FICTIONAL[locale]), ...wrap(sample.about[locale])];
  return printEvent(sample.build(), options.comments === false ? [] : head);
}
