// What crosses between the page and the event worker about the rules. Used by worker/rules.ts (which fills it) and by state/
// and app/event/rules/. Types, and the lists of rules they are about.

import type { RuleId, Text } from "../src/index.js";

/** A value as it is written: a number, a choice or a switch; undefined where it is left out; a text for anything else. */
export type Written = number | boolean | string | undefined;

/** A whole number of the event, with what the schema allows. */
export interface NumberView {
  written: Written;
  min: number;
  max: number;
  /** What counts when it is left out; null: then the rule is off. */
  fallback: number | null;
}

/** Rules that are one number. */
export const NUMBER_RULES = [
  "mutual",
  "match",
  "fill",
  "guarantee",
  "fairness",
  "gap",
  "hole",
  "maxHoles",
  "walk",
  "walkDefault",
  "maxConsecutive",
  "mealSeat",
  "mealShare",
  "mealColleagues",
  "mealRepeat",
  "change",
] as const;
export type NumberRule = (typeof NUMBER_RULES)[number];

/** Rules that are one of two. */
export const CHOICE_RULES = ["met", "walkHard", "onePerOrganisation"] as const;
export type ChoiceRule = (typeof CHOICE_RULES)[number];

/** A side or a package, by its place in the data. */
export interface WeightView {
  label: string;
  id: string;
  weight: NumberView;
  hosts: boolean;
}

/** How much of the event a rule speaks of; counted on the last good reading. */
export interface Reach {
  wishes: number;
  mutual: number;
  /** Wished pairs in which one seeks what the other offers. */
  matches: number;
  /** People with needs or offers. */
  tagged: number;
  met: number;
  promised: { people: number; meetings: number };
  /** People with a wish. */
  wishers: number;
  /** Lines of the grid. */
  agendas: number;
  /** Organisations with several participants. */
  organisations: number;
  meals: number;
  eaters: number;
  /** Pairs of colleagues who take meals. */
  colleagues: number;
}

export interface RulesView {
  /** The text is no JSON now: this is what it said before. */
  broken: boolean;
  /** Points by priority; `written` is false where the text leaves them out; no more than `most` are shown. */
  points: { items: NumberView[]; written: boolean; fallback: number[]; most: number };
  /** Wishes that bear each priority, from 1 on. */
  used: number[];
  numbers: Record<NumberRule, NumberView>;
  choices: Record<ChoiceRule, { written: Written; fallback: string | boolean }>;
  sides: WeightView[];
  tiers: WeightView[];
  zones: string[];
  /** Minutes between zones as they are written: `at` is the place in the list. */
  walks: { a: string; b: string; at: number; minutes: NumberView }[];
  walk: { min: number; max: number };
  /** How many zones, sides or packages are not in the lists, which end somewhere. */
  more: { zones: number; sides: number; tiers: number };
  reach: Reach | null;
  /** Hard rules that nothing switches off. */
  always: { rule: RuleId; title: Text; sentence: Text }[];
}
