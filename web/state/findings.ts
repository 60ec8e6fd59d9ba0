// What the judge says about the schedule shown, rule by rule. Asked for only while the findings are on the screen.

import { signal } from "@preact/signals";
import type { RuleView } from "../protocol.js";
import { ask } from "./bridge.js";

export const rules = signal<RuleView[]>([]);

/** Reads the rules and their breaches anew. */
export async function readRules(): Promise<void> {
  const answer = await ask((api) => api.plan.rules()).catch(() => null);
  if (answer) rules.value = answer;
}
