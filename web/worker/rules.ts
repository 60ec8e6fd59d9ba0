// The rules as the form shows them: what is written, whatever it is, with the limits of the schema. Called by owner.ts.

import { limitsAt, RULES, type RuleId } from "../../src/index.js";
import {
  CHOICE_RULES,
  NUMBER_RULES,
  type ChoiceRule,
  type NumberRule,
  type NumberView,
  type RulesView,
  type WeightView,
  type Written,
} from "../rules-views.js";
import { listAt, rawOf, textAt, type Raw } from "./data.js";
import type { Draft } from "./draft.js";
import { cut } from "./known.js";
import { reachOf } from "./reach.js";

/** Most priorities, sides, packages and zones that a form shows. */
const MOST_POINTS = 50;
const MOST_LINES = 100;
const MOST_ZONES = 24;
const LABEL = 120;

/** Rules that a number or a switch of the event turns on and off. */
const SWITCHED: readonly RuleId[] = ["walkable", "holes", "rest", "exclusive"];

/** The rules of a draft; null when nothing is known of its text. */
export function rulesForm({ data, written: shown, known, overview }: Draft): RulesView | null {
  if (shown === undefined) return null;
  const rules = rawOf(rawOf(shown)["rules"]);
  const zones = [...new Set(listAt(shown, "places").map((place) => textAt(place, "zone")))].filter(Boolean);
  const sides = listAt(shown, "sides");
  const tiers = listAt(shown, "tiers");
  return {
    broken: data === undefined,
    points: pointsOf(rules),
    used: usedOf(shown),
    numbers: Object.fromEntries(
      NUMBER_RULES.map((key) => [key, numberView(writtenAt(rules, key), "rules", key)]),
    ) as Record<NumberRule, NumberView>,
    choices: Object.fromEntries(
      CHOICE_RULES.map((key) => [
        key,
        { written: writtenAt(rules, key), fallback: limitsAt("rules", key).fallback as string | boolean },
      ]),
    ) as Record<ChoiceRule, RulesView["choices"][ChoiceRule]>,
    sides: sides.slice(0, MOST_LINES).map((side) => weightView(side, "sides")),
    tiers: tiers.slice(0, MOST_LINES).map((tier) => weightView(tier, "tiers")),
    zones: zones.slice(0, MOST_ZONES).map((zone) => cut(zone, LABEL)),
    walks: walksOf(shown, new Set(zones.slice(0, MOST_ZONES))),
    walk: { min: limitsAt("walks", 2).min, max: limitsAt("walks", 2).max },
    more: {
      zones: Math.max(0, zones.length - MOST_ZONES),
      sides: Math.max(0, sides.length - MOST_LINES),
      tiers: Math.max(0, tiers.length - MOST_LINES),
    },
    reach: known && reachOf(known, overview),
    always: RULES.filter(({ id }) => !SWITCHED.includes(id)).map(({ id, title, sentence }) => ({
      rule: id,
      title,
      sentence,
    })),
  };
}

function writtenAt(raw: Raw, key: string): Written {
  return Object.hasOwn(raw, key) ? written(raw[key]) : undefined;
}

/** A number, switch or text as it is; anything else as the beginning of its JSON. */
function written(value: unknown): Written {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "string") return cut(value, 20);
  return Array.isArray(value) ? "[…]" : value === null ? "null" : "{…}";
}

function numberView(value: Written, ...path: (string | number)[]): NumberView {
  const { min, max, fallback } = limitsAt(...path);
  return { written: value, min, max, fallback: typeof fallback === "number" ? fallback : null };
}

function pointsOf(rules: Raw): RulesView["points"] {
  const { min, max, fallback } = limitsAt("rules", "points");
  const given = Object.hasOwn(rules, "points") ? rules["points"] : undefined;
  const list: readonly unknown[] = Array.isArray(given) ? given : (fallback as number[]);
  return {
    items: list.slice(0, MOST_POINTS).map((value) => ({ written: written(value), min, max, fallback: null })),
    written: Array.isArray(given),
    fallback: fallback as number[],
    most: MOST_POINTS,
  };
}

function usedOf(data: unknown): number[] {
  const used: number[] = [];
  for (const { priority } of listAt(data, "wishes")) {
    if (typeof priority !== "number" || !(priority >= 1 && priority <= MOST_POINTS)) continue;
    used[priority - 1] = (used[priority - 1] ?? 0) + 1;
  }
  return Array.from(used, (count = 0) => count);
}

function weightView(item: Raw, list: "sides" | "tiers"): WeightView {
  return {
    label: cut(textAt(item, "label"), LABEL),
    id: cut(textAt(item, "id"), LABEL),
    weight: numberView(writtenAt(item, "weight"), list, "weight"),
    hosts: writtenAt(item, "hosts") === true,
  };
}

function walksOf(data: unknown, zones: ReadonlySet<string>): RulesView["walks"] {
  const list = rawOf(data)["walks"];
  if (!Array.isArray(list)) return [];
  return (list as readonly unknown[]).flatMap((entry, at) => {
    if (!Array.isArray(entry)) return [];
    const [a, b, minutes] = entry as readonly unknown[];
    if (typeof a !== "string" || typeof b !== "string" || !zones.has(a) || !zones.has(b)) return [];
    return [{ a: cut(a, LABEL), b: cut(b, LABEL), at, minutes: numberView(written(minutes), "walks", 2) }];
  });
}
