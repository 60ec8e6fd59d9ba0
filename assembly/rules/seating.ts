// seating: who sits takes the meal and is there, seats, hosts and the mix of sides are respected, no veto shares a table.
// One table per person and meal is the shape of the data, so nobody sits twice.

import { RULE_SEATING } from "../layout";
import { ld8 } from "../mem";
import * as P from "../problem";
import { knownAt } from "../terms/meals";
import { breach, tableAt } from "../view";

/** Two people may never share a table. */
export function vetoed(p: i32, q: i32): bool {
  const k = knownAt(p, q);
  return k >= 0 && P.at(P.knowsVeto, k) != 0;
}

export function total(): void {
  for (let m = 0; m < P.nMeals; m++) {
    for (let p = 0; p < P.nParticipants; p++) {
      const table = tableAt(m, p);
      const fixed = P.at(P.fixedTable, m * P.nParticipants + p);
      if (table >= 0 && ld8(P.eats + m * P.nParticipants + p) == 0) breach(RULE_SEATING, 1);
      if (fixed >= 0 && table != fixed) breach(RULE_SEATING, 1);
    }
    for (let table = P.at(P.tableStart, m); table < P.at(P.tableStart, m + 1); table++) tableTotal(m, table);
  }
}

function tableTotal(m: i32, table: i32): void {
  let sitting: i32 = 0;
  for (let p = 0; p < P.nParticipants; p++) {
    if (tableAt(m, p) != table) continue;
    sitting++;
    const end = P.at(P.knowsStart, p + 1);
    for (let k = P.at(P.knowsStart, p); k < end; k++)
      if (P.at(P.knows, k) > p && P.at(P.knowsVeto, k) != 0 && tableAt(m, P.at(P.knows, k)) == table)
        breach(RULE_SEATING, 1);
  }
  if (sitting == 0) return;
  if (sitting > P.at(P.tableSeats, table)) breach(RULE_SEATING, 1);
  for (let s = 0; s < P.nSides; s++) {
    let n: i32 = 0;
    for (let p = 0; p < P.nParticipants; p++) if (tableAt(m, p) == table && P.at(P.side, p) == s) n++;
    if (n < P.at(P.mixMin, m * P.nSides + s) || n > P.at(P.mixMax, m * P.nSides + s)) breach(RULE_SEATING, 1);
  }
}
