// Which line of the form is looked at, by pointer or keyboard: the foot of the form explains it.

import { signal } from "@preact/signals";

export type RuleKey = string;

/** The line, and what it does; null before one was looked at. */
export const looked = signal<{ rule: RuleKey; about: string } | null>(null);
