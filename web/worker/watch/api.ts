// What the page may ask about what is odd in the event. Implemented by desk.ts; called through state/bridge.ts only.

import type { CureAnswer, FixView, WatchView } from "../../watch-views.js";

export interface WatchApi {
  /** What to look at in the event, as far as it can be read now. */
  view(): WatchView;
  /** Cures a finding of the given reading: a step of its own for undo. */
  cure(revision: number, key: string, index: number): CureAnswer;
  /** What cures a problem of the given reading, by its place in the list of problems; and doing so. */
  fixes(revision: number, problem: number): FixView[];
  fix(revision: number, problem: number, index: number): CureAnswer;
}
