// The field of the seed: its text as typed, and whether it is one. The last good seed is in the run's settings.

import { signal } from "@preact/signals";
import { settings } from "./run.js";

/** The largest seed: 32 bits. */
export const MOST_SEED = 0xffffffff;

export const seedText = signal(String(settings.peek().seed));
/** True when the text that was entered is no seed. */
export const seedWrong = signal(false);

/** The seed that a text says, or null. Spaces between the digits are allowed, as numbers are written with them. */
export function readSeed(text: string): number | null {
  const digits = text.replace(/\s/g, "");
  if (!/^\d+$/.test(digits)) return null;
  const seed = Number(digits);
  return seed <= MOST_SEED ? seed : null;
}
