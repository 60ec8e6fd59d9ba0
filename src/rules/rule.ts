// What a hard rule is to the judge. One file per rule beside this one; index.ts lists them in display order.
// Rules read the judge's own facts of the event (facts.ts) and a schedule; they never see a problem, a solver or the kernel.

import type { Schedule } from "../schedule.js";
import type { Facts } from "./facts.js";
import type { View } from "./view.js";

export const RULE_IDS = [
  "clash",
  "availability",
  "eligible",
  "maximum",
  "place",
  "walkable",
  "holes",
  "rest",
  "exclusive",
  "locked",
  "precedence",
  "seating",
] as const;
export type RuleId = (typeof RULE_IDS)[number];

export type Locale = "en" | "fr";
export type Text = Record<Locale, string>;

/** One breach of one rule. `values` fill the rule's message; ids stand in `concerns`. */
export interface Finding {
  rule: RuleId;
  /** Which of the rule's messages this is, such as "closed" or "capacity" of rule place. */
  kind: string;
  values: Record<string, string | number>;
  /** Breaches of one kind that this finding stands for; left out: 1. */
  times?: number;
  /** Ids concerned; meetings as indices into the schedule's list. */
  concerns: {
    participants?: string[];
    rows?: string[];
    slots?: string[];
    places?: string[];
    meetings?: number[];
    sessions?: string[];
    tables?: string[];
  };
}

/** A hard rule. How its breaches are counted is said in its file. */
export interface Rule {
  id: RuleId;
  title: Text;
  /** One sentence a person can read. */
  sentence: Text;
  /** Every breach, in a fixed order; breaches that are alike may be told as one, with their number in `times`. `view` is viewOf(facts, schedule), when the caller has it already. */
  check(facts: Facts, schedule: Schedule, view?: View): Finding[];
  /** The sentence of one finding. */
  message(finding: Finding, locale: Locale): string;
}
