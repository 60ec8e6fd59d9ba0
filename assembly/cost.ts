// What holding one more meeting adds to the score: the terms the search optimises, one line each. Letting go of it costs
// the same, asked after drop(). Seats do not change meanwhile (seating/sit.ts).

import * as change from "./terms/change";
import * as fairness from "./terms/fairness";
import * as gap from "./terms/gap";
import * as guarantee from "./terms/guarantee";
import * as meals from "./terms/meals";
import * as walk from "./terms/walk";
import * as wishes from "./terms/wishes";
import * as P from "./problem";

/** Points that unit u brings when its rows, idle in slot t, are held there at a place; asked before hold(). */
export function delta(u: i32, t: i32, rowP: i32, rowQ: i32, place: i32): f64 {
  const who = wishes.delta(u) + meals.delta(u) + guarantee.delta(u) + fairness.delta(u);
  const when = gap.delta(rowP, t) + gap.delta(rowQ, t);
  return who + when + walk.delta(rowP, t, place) + walk.delta(rowQ, t, place) + change.delta(u, t, place);
}

/** Points of the empty schedule, with its seats: every guarantee missed, nobody served. */
export function empty(): f64 {
  let sum = meals.alone;
  for (let p = 0; p < P.nParticipants; p++)
    sum -= P.guarantee * (P.at(P.guaranteed, p) as f64) + fairness.cost(p, 0) + change.cost(p);
  return sum;
}
