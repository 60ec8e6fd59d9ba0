// What the page may ask about the numbers of the schedule. Implemented by desk.ts; called through state/bridge.ts only.

import type { BehindView, NumberKey, SummaryView } from "../../summary-views.js";

export interface SummaryApi {
  /** Null before there is a schedule. */
  view(): SummaryView | null;
  /** The people, slots or meetings behind a number, from one index to another (excluded). */
  behind(key: NumberKey, from: number, to: number): BehindView | null;
}
