// The terms of the score that bend: guarantee, fairness, and wishes for an organisation, which count once. Each is the least
// of its tangents, so the linear programme takes the slope of each as one more price and finds the dearest: tangents at its
// own solution, not at a schedule's. Everything is scaled as in lp.ts: points / scale.
//
//   guarantee of p       a x (meetings - guaranteed)         0 <= a <= guarantee
//   fairness of p        b x S - B b + 25 B b^2 / fairness   0 <= b <= 2 fairness / 100: touches at S0 = B - 50 B b / fairness
//   wish for g, worth C  C - w + w x meetings there          0 <= w <= C = its weight + b x its points
//
// A slope moves by how far the terms' meetings or points are from where it touches (proximal step: Pock, Chambolle 2011).

import { allocate, copy, floorf, ldf, stf, zero } from "../mem";
import * as P from "../problem";
import * as S from "../state";

/** Some term bends: without, every function here does nothing and costs nothing. */
export let bends = false;
/** What the rows of these terms add to the column of a unit, at most. */
export let column: f64 = 0;

let scale: f64 = 1;
/** Points that count as 1 in a row of fairness. */
let portion: f64 = 1;

let all: i32 = 0; // f64: slopes, three blocks of the same shape: now, sums, best
let bytes: i32 = 0; // of one of them
let a: i32 = 0; // [participant]
let b: i32 = 0; // [participant] for each portion
let w: i32 = 0; // [group]
let sums: i32 = 0;
let best: i32 = 0;
let load: i32 = 0; // the same shape: meetings [participant], portions [participant], meetings [group]
let inverse: i32 = 0; // the same shape: 1 / what a row holds in all

/** Allocates; false when memory is out. */
export function setup(): bool {
  bends = P.guarantee > 0 || P.fairness > 0 || P.nGroups > 0;
  column = (P.guarantee > 0 ? 2 : 0) + (P.fairness > 0 ? 2 : 0) + (P.nGroups > 0 ? 2 : 0);
  if (!bends) return true;
  bytes = (2 * P.nParticipants + P.nGroups) << 3;
  all = allocate(5 * bytes);
  if (all == 0) return false;
  a = all;
  b = a + (P.nParticipants << 3);
  w = b + (P.nParticipants << 3);
  sums = all + bytes;
  best = sums + bytes;
  load = best + bytes;
  inverse = load + bytes;
  layOut();
  return true;
}

function layOut(): void {
  portion = 1;
  for (let u = 0; u < P.nUnits; u++) {
    if (P.at(P.unitPointsP, u) > portion) portion = P.at(P.unitPointsP, u);
    if (P.at(P.unitPointsQ, u) > portion) portion = P.at(P.unitPointsQ, u);
  }
  for (let u = 0; u < P.nUnits; u++) {
    const open = P.countIn(P.unitSlots, u, 0, P.nSlots - 1);
    count(P.at(P.unitP, u), P.at(P.unitPointsP, u), P.at(P.unitGroupP, u), open);
    count(P.at(P.unitQ, u), P.at(P.unitPointsQ, u), P.at(P.unitGroupQ, u), open);
  }
  for (let at = inverse; at < inverse + bytes; at += 8) if (ldf(at) > 0) stf(at, 1.0 / ldf(at));
}

function count(p: i32, points: i32, group: i32, open: f64): void {
  add(inverse + (p << 3), open);
  let portions: f64 = points / portion;
  if (group >= 0) {
    portions += P.at(P.groupPoints, group) / portion;
    add(inverse + (w - all) + (group << 3), open);
  }
  add(inverse + (b - all) + (p << 3), portions * open);
}

function add(at: i32, x: f64): void {
  stf(at, ldf(at) + x);
}

/** Starts with tangents at the working solution; values are divided by `by`. */
export function start(by: f64): void {
  scale = by;
  if (!bends) return;
  zero(sums, bytes);
  zero(load, bytes);
  for (let p = 0; p < P.nParticipants; p++) {
    stf(a + (p << 3), P.at(P.guaranteed, p) > P.at(S.meetings, p) ? P.guarantee / scale : 0);
    const short = ldf(P.best + (p << 3)) - ldf(S.points + (p << 3));
    const steep = short > 0 ? (2 * P.fairness * short) / (100 * ldf(P.best + (p << 3))) : 0;
    stf(b + (p << 3), (steep * portion) / scale);
  }
  for (let g = 0; g < P.nGroups; g++) stf(w + (g << 3), P.at(S.groupHeld, g) > 1 ? 0 : 0.5 * worth(g));
  copy(best, all, bytes);
}

/** Somebody of the organisation can be met at all. */
function reachable(g: i32): bool {
  return ldf(inverse + (w - all) + (g << 3)) > 0;
}

/** C of a wish for an organisation. */
function worth(g: i32): f64 {
  if (!reachable(g)) return 0;
  return (
    ldf(P.groupWeight + (g << 3)) / scale + ldf(b + (P.at(P.groupOwner, g) << 3)) * (P.at(P.groupPoints, g) / portion)
  );
}

/** What the slopes add to the value of one more of unit u. */
export function value(u: i32): f64 {
  return (
    side(P.at(P.unitP, u), P.at(P.unitPointsP, u), P.at(P.unitGroupP, u)) +
    side(P.at(P.unitQ, u), P.at(P.unitPointsQ, u), P.at(P.unitGroupQ, u))
  );
}

function side(p: i32, points: i32, group: i32): f64 {
  const sum = ldf(a + (p << 3)) + ldf(b + (p << 3)) * (points / portion);
  return group < 0 ? sum : sum + ldf(w + (group << 3));
}

/** The programme holds so much of unit u. */
export function hold(u: i32, much: f64): void {
  if (much == 0) return;
  put(P.at(P.unitP, u), P.at(P.unitPointsP, u), P.at(P.unitGroupP, u), much);
  put(P.at(P.unitQ, u), P.at(P.unitPointsQ, u), P.at(P.unitGroupQ, u), much);
}

function put(p: i32, points: i32, group: i32, much: f64): void {
  add(load + (p << 3), much);
  add(load + (b - all) + (p << 3), much * (points / portion));
  if (group >= 0) add(load + (w - all) + (group << 3), much);
}

/** The dual step; clears what is held. */
export function move(by: f64): void {
  if (!bends) return;
  for (let g = 0; g < P.nGroups; g++) {
    if (!reachable(g)) continue;
    const at = w + (g << 3);
    const held = ldf(load + (at - all));
    const c = worth(g);
    // Of the owner's points this wish brings its part that is linear, and the rest in any case.
    const part = c > 0 ? ldf(at) / c : 0;
    add(load + (b - all) + (P.at(P.groupOwner, g) << 3), (P.at(P.groupPoints, g) / portion) * (1 - part + part * held));
    stf(at, within(ldf(at) + by * ldf(inverse + (at - all)) * (1 - held), c));
  }
  for (let p = 0; p < P.nParticipants; p++) {
    const i = p << 3;
    stf(
      a + i,
      within(ldf(a + i) + by * ldf(inverse + i) * (P.at(P.guaranteed, p) - ldf(load + i)), P.guarantee / scale),
    );
    const top = ldf(P.best + i) / portion;
    if (P.fairness == 0 || top == 0) continue;
    const at = b - all + i;
    const step = by * ldf(inverse + at);
    const curve = (50 * top * scale) / (P.fairness * portion);
    stf(
      b + i,
      within(
        (ldf(b + i) + step * (top - ldf(load + at))) / (1 + step * curve),
        (2 * P.fairness * portion) / (100 * scale),
      ),
    );
  }
  for (let g = 0; g < P.nGroups; g++) {
    const at = w + (g << 3);
    stf(at, within(ldf(at), worth(g)));
  }
  for (let at: i32 = 0; at < bytes; at += 8) add(sums + at, ldf(all + at));
  zero(load, bytes);
}

function within(x: f64, most: f64): f64 {
  return x < 0 ? 0 : x > most ? most : x;
}

/** The slopes become the averages of the last 1 / part moves. */
export function average(part: f64): void {
  if (!bends) return;
  for (let at: i32 = 0; at < bytes; at += 8) stf(all + at, ldf(sums + at) * part);
  zero(sums, bytes);
}

/** What the tangents come to where nobody meets: their part of the bound that no meeting adds to. */
export function constant(): f64 {
  if (!bends) return 0;
  let sum: f64 = 0;
  for (let p = 0; p < P.nParticipants; p++) {
    const i = p << 3;
    sum -= ldf(a + i) * P.at(P.guaranteed, p);
    if (P.fairness == 0) continue;
    const top = ldf(P.best + i);
    const slope = (ldf(b + i) * scale) / portion;
    sum += (top * slope * ((25 * slope) / P.fairness - 1)) / scale;
  }
  for (let g = 0; g < P.nGroups; g++) sum += worth(g) - ldf(w + (g << 3));
  return sum;
}

/** These slopes are the best so far. */
export function keep(): void {
  if (bends) copy(best, all, bytes);
}

/**
 * Writes the best slopes in points, f64: of the guarantee [participant], S0 in whole points [participant], of wishes for
 * organisations, at most C there [group].
 */
export function write(to: i32): void {
  const touch = to + (P.nParticipants << 3);
  const groups = touch + (P.nParticipants << 3);
  for (let p = 0; p < P.nParticipants; p++) {
    const i = p << 3;
    const top = ldf(P.best + i);
    const slope = bends ? (ldf(best + (b - all) + i) * scale) / portion : 0;
    const at = P.fairness > 0 ? floorf(top - (50 * top * slope) / P.fairness + 0.5) : top;
    stf(to + i, bends ? ldf(best + i) * scale : 0);
    stf(touch + i, at < 0 ? 0 : at > top ? top : at);
  }
  for (let g = 0; g < P.nGroups; g++) {
    const p = P.at(P.groupOwner, g);
    const top = ldf(P.best + (p << 3));
    const slope = top > 0 ? (2 * P.fairness * (top - ldf(touch + (p << 3)))) / (100 * top) : 0;
    const most = reachable(g) ? ldf(P.groupWeight + (g << 3)) + slope * P.at(P.groupPoints, g) : 0;
    stf(groups + (g << 3), within(ldf(best + (w - all) + (g << 3)) * scale, most));
  }
}
