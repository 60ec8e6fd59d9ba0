// What an insertion would bring, before anything is touched: the terms that depend on who meets whom, with who would have
// to go. Idle slots and walking are left to the exact delta. anneal.ts asks it for every slot of a unit, so that only
// moves worth making are made; it forbids nothing and promises nothing.

import { ldf } from "../mem";
import * as P from "../problem";
import * as S from "../state";
import * as fairness from "../terms/fairness";
import * as meals from "../terms/meals";
import * as wishes from "../terms/wishes";
import { idleWord } from "./way";

let u: i32 = 0;
let p: i32 = 0;
let q: i32 = 0;
let base: f64 = 0;
let pointsP: f64 = 0;
let pointsQ: f64 = 0;
let costP: f64 = 0;
let costQ: f64 = 0;
let lockCost: f64 = 0;

/** Prepares for a unit: what it brings wherever it is held. Returns that, fairness aside. */
export function prepare(unit: i32, priceOfLock: f64): f64 {
  u = unit;
  p = P.at(P.unitP, u);
  q = P.at(P.unitQ, u);
  lockCost = priceOfLock;
  base = wishes.delta(u) + meals.delta(u);
  if (P.at(S.meetings, p) < P.at(P.guaranteed, p)) base += P.guarantee;
  if (P.at(S.meetings, q) < P.at(P.guaranteed, q)) base += P.guarantee;
  if (P.at(P.unitLocked, u) != 0) base += lockCost;
  if (P.fairness != 0) {
    pointsP = ldf(S.points + (p << 3));
    pointsQ = ldf(S.points + (q << 3));
    costP = fairness.cost(p, pointsP);
    costQ = fairness.cost(q, pointsQ);
  }
  return base;
}

function points(x: i32, person: i32): f64 {
  return P.at(P.at(P.unitP, x) == person ? P.unitPointsP : P.unitPointsQ, x) as f64;
}

/** What goes with a held unit, the fairness of its participant `person` aside; 0 when it has another slot to go to. */
function loss(x: i32, person: i32): f64 {
  for (let w = 0; w < P.nWords; w++) if (idleWord(x, w) != 0) return 0;
  let sum = ldf(P.unitValue + (x << 3));
  if (P.at(S.pairHeld, P.at(P.unitPair, x)) == 1) sum -= ldf(S.tableWorth + (x << 3));
  const gp = P.at(P.unitGroupP, x);
  if (gp >= 0 && P.at(S.groupHeld, gp) == 1) sum += ldf(P.groupWeight + (gp << 3));
  const gq = P.at(P.unitGroupQ, x);
  if (gq >= 0 && P.at(S.groupHeld, gq) == 1) sum += ldf(P.groupWeight + (gq << 3));
  const other = P.at(P.at(P.unitP, x) == person ? P.unitQ : P.unitP, x);
  if (P.at(S.meetings, other) <= P.at(P.guaranteed, other)) sum += P.guarantee;
  if (P.fairness != 0) {
    const s = ldf(S.points + (other << 3));
    sum += fairness.cost(other, s - points(x, other)) - fairness.cost(other, s);
  }
  if (P.at(P.unitLocked, x) != 0) sum += lockCost;
  return sum;
}

/** Points of the unit held where x (a unit of p, or -1) and y (a unit of q, or -1) make way, at most about. */
export function gain(x: i32, y: i32, least: f64): f64 {
  let sum = base;
  if (x >= 0) sum -= loss(x, p);
  // Without fairness what follows only lowers the sum.
  if (sum < least && P.fairness == 0) return sum;
  if (y >= 0 && y != x) sum -= loss(y, q);
  if (P.fairness == 0) return sum;
  const s = pointsP + (P.at(P.unitPointsP, u) as f64) - (x >= 0 ? points(x, p) : 0);
  const t = pointsQ + (P.at(P.unitPointsQ, u) as f64) - (y >= 0 ? points(y, q) : 0);
  return sum + costP - fairness.cost(p, s) + costQ - fairness.cost(q, t);
}
