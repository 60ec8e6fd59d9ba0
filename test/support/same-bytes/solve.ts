// One planned sample as text, on any engine: what test/browser/same-bytes.test.ts compares between hosts.
// Runs in Node and, through main.ts, in the page.

import { parseSpec, planEvent, sampleText, scheduleText } from "../../../src/index.js";
import type { Budget, Engine } from "../../../src/index.js";
import { WISHES_ONLY } from "../../../src/spec/samples/generate.js";

/** What is planned; plain data, so that it can be handed to a page. */
export interface Order {
  sample: string;
  variant: string;
  seed: number;
  budget: Budget;
  workers: number;
  /** Every weight but those of the wishes is 0; walking stays a rule. */
  wishesOnly?: boolean;
}

/** Plans the sample and gives the schedule's text; rejects when there is none. */
export async function solveToText(engine: Engine, { sample, wishesOnly, ...options }: Order): Promise<string> {
  const parsed = parseSpec(sampleText(sample) ?? "");
  if (!parsed.ok) throw new Error(`${sample}: the sample does not parse`);
  const { rules } = parsed.value;
  const weights = wishesOnly ? { ...rules, ...WISHES_ONLY, walkHard: rules.walkHard } : rules;
  const result = await planEvent({ ...parsed.value, rules: weights }, engine, options);
  if (!result.schedule) throw new Error(`${result.status}: ${result.reason ?? "no schedule"}`);
  return scheduleText(result.schedule);
}
