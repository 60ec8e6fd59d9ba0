// Reads what somebody typed in the Lab, or a link brought along: what is to be run, or the first thing that is wrong with it.
// Called by desk.ts. It runs nothing. Limits are those of `dancecard bench`.

import { LADDER, variantById } from "../../../src/index.js";
import type { LadderRules } from "../../../src/bench/instances.js";
import { isBudget, MOST_REPEAT, readNumbers } from "../../../src/bench/plan.js";
import type { LabForm, LabMistake, LabSuite, LabUnit } from "../../lab-views.js";

/** What is to be run. Its events are still to be made. */
export interface LabOptions {
  suite: LabSuite;
  variants: string[];
  mine: boolean;
  sizes: string[];
  rules: LadderRules[];
  seeds: number[];
  unit: LabUnit;
  /** Ascending. */
  budgets: number[];
  repeat: number;
}

export type LabOptionsRead = { ok: true; options: LabOptions } | { ok: false; mistake: LabMistake };

/** Most runs of one plan. */
const MOST_RUNS = 20_000;
const MOST_BUDGETS = 12;
const RULES: readonly LadderRules[] = ["pure", "full"];

/** The options of a form; `own` are the ids of variants that stand in no list of ours. */
export function readForm(form: LabForm, own: readonly string[]): LabOptionsRead {
  const { suite, mine, unit } = form;
  const no = (mistake: LabMistake): LabOptionsRead => ({ ok: false, mistake });
  const variants = [...new Set(form.variants)];
  if (variants.length === 0) return no({ code: "no-variants" });
  const strange = variants.find((id) => !variantById(id) && !own.includes(id));
  if (strange !== undefined) return no({ code: "unknown-variant", word: strange });
  const noSize = form.sizes.find((size) => !LADDER.some(({ id }) => id === size));
  if (noSize !== undefined) return no({ code: "unknown-size", word: noSize });
  const noRules = form.rules.find((word) => !(RULES as readonly string[]).includes(word));
  if (noRules !== undefined) return no({ code: "unknown-rules", word: noRules });
  const sizes = LADDER.flatMap(({ id }) => (form.sizes.includes(id) ? [id] : []));
  const rules = sizes.length === 0 ? [] : RULES.filter((word) => form.rules.includes(word));
  if (!mine && sizes.length === 0) return no({ code: "no-events" });
  if (sizes.length > 0 && rules.length === 0) return no({ code: "no-rules" });
  const seeds = readNumbers(wordsOf(form.seeds).join(","));
  if (!seeds) return no({ code: "seeds" });
  const budgets = [...new Set(wordsOf(form.budgets).map(Number))].sort((a, b) => a - b);
  if (budgets.length === 0 || budgets.length > MOST_BUDGETS || !budgets.every((n) => isBudget(n, unit)))
    return no({ code: "budgets" });
  if (suite === "speed" && budgets.length > 1) return no({ code: "one-budget" });
  const repeat = /^\d{1,4}$/.test(form.repeat.trim()) ? Number(form.repeat) : 0;
  if (repeat < 1 || repeat > MOST_REPEAT) return no({ code: "repeat" });
  const events = (sizes.length * rules.length + (mine ? 1 : 0)) * seeds.length;
  const runs = suite === "speed" ? events : events * repeat * variants.length;
  if (runs > MOST_RUNS) return no({ code: "too-many", runs, most: MOST_RUNS });
  return { ok: true, options: { suite, variants, mine, sizes, rules, seeds, unit, budgets, repeat } };
}

/** Words between spaces, commas or semicolons. */
function wordsOf(text: string): string[] {
  return text
    .slice(0, 2000)
    .split(/[\s,;]+/)
    .filter((word) => word !== "");
}
