// The working solution's seats. They change as a whole: what they bring, and what each meeting takes from them, is counted
// anew, so that the search for meetings sees them as constants. Called by index.ts, search/run.ts.

import { copy } from "../mem";
import * as P from "../problem";
import * as S from "../state";
import * as change from "../terms/change";
import * as meals from "../terms/meals";

/** The working solution sits at `from` from now on, [meal x participants + participant] table or -1; its score follows. */
export function sit(from: i32): void {
  const before = meals.now() + change.now();
  copy(S.seats, from, P.nMeals * P.nParticipants * 4);
  meals.seated();
  change.seated();
  S.setScore(S.score + (meals.now() + change.now() - before));
}
