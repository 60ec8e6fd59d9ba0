// Rules without any weight, to start from where one thing alone is to count. Used by importers, the check of promises
// and tests.

import type { Rules } from "./schema.js";

/** Every weight of the score 0 that is not so by default; points of wishes, and hard rules, stay what they are. */
export const NO_WEIGHTS = {
  mutual: 0,
  match: 0,
  guarantee: 0,
  fairness: 0,
  gap: 0,
  hole: 0,
  walk: 0,
  mealSeat: 0,
  mealShare: 0,
  mealColleagues: 0,
  mealRepeat: 0,
} as const satisfies Partial<Rules>;
