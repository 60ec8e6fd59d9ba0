// Seats that are better than the construction's, for the meetings of the best solution so far: simulated annealing over
// exchanges of two seats and moves to free ones, meal by meal at each temperature. It takes turns with the search for
// meetings (search/run.ts): what it finds becomes the best solution at once, and the working solution's when a turn is
// over, so that either knows what the other has done. One step is one move tried. Who must sit somewhere stays there.

import * as Best from "../best";
import { allocate, ld, ld8, ldf, st } from "../mem";
import * as P from "../problem";
import { below, logUniform } from "../rng";
import * as change from "../terms/change";
import * as A from "./affinity";

/**
 * Temperatures of a turn as shares of what two people bring at a table on average: the first one and those after a turn that
 * brought nothing begin HOT, the others WARM; all end at 0.03.
 */
const HOT: f64 = 2.0;
const WARM: f64 = 0.3;
const COOLING: f64 = 0.872;
const LEVELS_HOT: i32 = 31;
const LEVELS_WARM: i32 = 17;
/** Steps of the first turn for each seat to be taken; a turn is half as long again as the one before, up to so many times. */
const STEPS: f64 = 100;
const GROWTH: f64 = 1.5;
const LONGEST: f64 = 16;
/** Of so many steps one opens an empty table or clears one, or takes somebody's seat away. */
const RARE: i32 = 64;
/** People asked for each seat of a table that is opened. */
const ASKED: i32 = 8;

let movable: i32 = 0; // participants by meal who eat and may sit anywhere
let movableStart: i32 = 0; // [meal + 1]
let journal: i32 = 0; // who moved, from which table
let moved: i32 = 0;
let scale: f64 = 0;
let length: f64 = 0; // steps of a turn
let temperature: f64 = 0;
let levels: i32 = 0; // left, with this one
let meal: i32 = 0;
let stepsEach: f64 = 0; // of each meal at each temperature
let stepsLeft: f64 = 0;
let limit: f64 = 0; // least that a move must gain to be kept, drawn anew for each
let points: f64 = 0; // of the seats that change, less those of the best
let hot: bool = false;
let before: f64 = 0; // points of the best when the turn began

/** A turn is under way. */
export let busy = false;
/** The best sits otherwise than the working solution. */
export let improved = false;

/** Allocates; there may be no memory for it, and then it is of no use. */
export function setup(): void {
  busy = false;
  A.setup();
  if (!A.usable) return;
  movable = allocate(P.nMeals * P.nParticipants * 4);
  movableStart = allocate((P.nMeals + 1) * 4);
  journal = allocate(P.nParticipants * 8);
  if (movable == 0 || movableStart == 0 || journal == 0) return A.giveUp();
  let n: i32 = 0;
  for (let m = 0; m < P.nMeals; m++) {
    for (let p = 0; p < P.nParticipants; p++) {
      const i = m * P.nParticipants + p;
      if (ld8(P.eats + i) == 0 || P.at(P.fixedTable, i) >= 0) continue;
      st(movable + (n << 2), p);
      n++;
    }
    st(movableStart + ((m + 1) << 2), n);
  }
}

/** A new run. */
export function start(): void {
  busy = false;
  improved = false;
  hot = true;
  if (!A.usable) return;
  length = STEPS * (P.at(movableStart, P.nMeals) as f64);
  let sum: f64 = 0;
  let n: f64 = 0;
  const known = P.at(P.knowsStart, P.nParticipants);
  for (let k = 0; k < known; k++) {
    const value = ldf(P.knowsValue + (k << 3));
    if (value <= 0) continue;
    sum += value;
    n += 1;
  }
  scale = n > 0 ? sum / n : 0;
  if (scale < P.mealColleagues) scale = P.mealColleagues;
  if (scale < P.mealRepeat) scale = P.mealRepeat;
}

/** There are seats that can change, and something to gain by it. */
export function useful(): bool {
  return A.usable && P.at(movableStart, P.nMeals) > 1 && scale + P.mealSeat > 0;
}

/** Steps of the next turn. */
export function turnLength(): f64 {
  return length;
}

/** Begins a turn, from the best solution so far. */
export function begin(): void {
  busy = true;
  A.take(Best.seats, Best.records);
  if (P.change != 0) change.compare(Best.records, Best.seats);
  points = 0;
  before = Best.total();
  temperature = scale * (hot ? HOT : WARM);
  levels = hot ? LEVELS_HOT : LEVELS_WARM;
  stepsEach = length / ((levels * P.nMeals) as f64);
  meal = -1;
  nextMeal();
}

/** Turns to the next meal, after the last one to the next temperature; false when the turn is over. */
function nextMeal(): bool {
  meal++;
  if (meal == P.nMeals) {
    meal = 0;
    temperature *= COOLING;
    levels--;
    if (levels == 0) {
      busy = false;
      hot = Best.total() == before;
      if (length * GROWTH < STEPS * LONGEST * (P.at(movableStart, P.nMeals) as f64)) length *= GROWTH;
      return false;
    }
  }
  A.turnTo(meal);
  stepsLeft = stepsEach;
  return true;
}

/** The turn ends early: something else is about to change the solution. */
export function stop(): void {
  busy = false;
}

/** The working solution sits as the best does. */
export function settled(): void {
  improved = false;
}

/** One move; false when the turn is over. */
export function step(): bool {
  if (stepsLeft <= 0 && !nextMeal()) return false;
  stepsLeft -= 1;
  const first = P.at(movableStart, meal);
  const n = P.at(movableStart, meal + 1) - first;
  if (n == 0) {
    stepsLeft = 0;
    return true;
  }
  limit = temperature * logUniform();
  moved = 0;
  const p = P.at(movable, first + below(n));
  if (below(RARE) == 0) {
    const t = A.firstTable + below(A.tables);
    if (A.tables > 0 && A.takenAt(t) == 0) open(t, first, n);
    else if (A.tables > 0 && below(2) == 0) clear(t);
    else if (A.tableOf(p) >= 0 && mayLeave(p)) relocate(p, -1);
    return true;
  }
  const t = target(p);
  if (t < 0 || t == A.tableOf(p)) return true;
  if (A.takenAt(t) < P.at(P.tableSeats, t) && (A.takenAt(t) == 0 || below(2) == 0)) {
    if (mayLeave(p) && mayJoin(p, t)) relocate(p, t);
  } else exchange(p, partner(p, t), t);
  return true;
}

/** Who at table t gives the seat to p: whoever gains most by that, every other time anybody. */
function partner(p: i32, t: i32): i32 {
  const n = A.takenAt(t);
  let best = A.memberAt(t, below(n));
  if (below(4) == 0) return best;
  const from = A.tableOf(p);
  let most: f64 = -Infinity;
  for (let i = 0; i < n; i++) {
    const x = A.memberAt(t, i);
    const more = A.points(x, from) - A.points(x, t);
    if (more <= most) continue;
    most = more;
    best = x;
  }
  return best;
}

/** A table that p might like: the best one, or where somebody sits whom p knows; now and then any. */
function target(p: i32): i32 {
  const known = A.knownTo(p);
  if (known > 0 && below(4) == 0) return A.bestTable(p);
  if (known > 0 && below(8) != 0) {
    const q = A.wished(p, below(known));
    if (q >= 0 && A.tableOf(q) >= 0) return A.tableOf(q);
  }
  return A.tables > 0 ? A.firstTable + below(A.tables) : -1;
}

function minimum(s: i32): i32 {
  return P.at(P.mixMin, meal * P.nSides + s);
}

function maximum(s: i32): i32 {
  return P.at(P.mixMax, meal * P.nSides + s);
}

/** The table of p keeps what it needs without p, or is empty then. */
function mayLeave(p: i32): bool {
  const t = A.tableOf(p);
  const s = P.at(P.side, p);
  return t < 0 || A.takenAt(t) == 1 || A.countAt(t, s) > minimum(s);
}

/** Table t has a free seat for p, and all it needs then. */
function mayJoin(p: i32, t: i32): bool {
  const side = P.at(P.side, p);
  if (A.takenAt(t) >= P.at(P.tableSeats, t) || A.countAt(t, side) >= maximum(side)) return false;
  for (let s = 0; s < P.nSides && A.takenAt(t) == 0; s++) if (minimum(s) > (s == side ? 1 : 0)) return false;
  return true;
}

/** Somebody of side `joins` in the place of somebody of side `leaves` keeps the mix of table t. */
function mayReplace(t: i32, leaves: i32, joins: i32): bool {
  if (leaves == joins || t < 0) return true;
  return A.countAt(t, leaves) > minimum(leaves) && A.countAt(t, joins) < maximum(joins);
}

/** What p gains by going to table t, the others staying where they are. */
function gain(p: i32, t: i32): f64 {
  return A.points(p, t) - A.points(p, A.tableOf(p)) - changes(p, t);
}

/** What it costs that the seat of p changes, where people are spared changes. */
function changes(p: i32, t: i32): f64 {
  return P.change == 0 ? 0 : change.reseated(p, A.seats, meal, t);
}

function relocate(p: i32, t: i32): void {
  const more = gain(p, t);
  if (more < limit) return;
  go(p, t);
  keep(more);
}

/** p takes the seat of x at table t, who takes that of p. */
function exchange(p: i32, x: i32, t: i32): void {
  const from = A.tableOf(p);
  if (P.at(P.fixedTable, meal * P.nParticipants + x) >= 0) return;
  if (!mayReplace(t, P.at(P.side, x), P.at(P.side, p)) || !mayReplace(from, P.at(P.side, p), P.at(P.side, x))) return;
  // Each counts the other where the other will not be any more.
  const more = gain(p, t) + gain(x, from) - (from < 0 ? 1 : 2) * A.between(p, x);
  if (more < limit) return;
  go(x, -1);
  go(p, t);
  go(x, from);
  keep(more);
}

/** Opens the empty table t with as many of each side as it needs, from tables that can spare them. */
function open(t: i32, first: i32, n: i32): void {
  let sum: f64 = 0;
  for (let s = 0; s < P.nSides; s++)
    for (let i = minimum(s); i > 0; i--) {
      let p: i32 = -1;
      for (let k = 0; k < ASKED && p < 0; k++) {
        const x = P.at(movable, first + below(n));
        if (P.at(P.side, x) == s && A.tableOf(x) != t && mayLeave(x)) p = x;
      }
      if (p < 0 || A.takenAt(t) >= P.at(P.tableSeats, t) || A.countAt(t, s) >= maximum(s)) return back();
      sum += gain(p, t);
      go(p, t);
    }
  if (moved == 0) {
    const p = P.at(movable, first + below(n));
    if (mayLeave(p) && mayJoin(p, t)) relocate(p, t);
    return;
  }
  if (sum < limit) return back();
  keep(sum);
}

/** Everybody at table t goes to another one where people sit. */
function clear(t: i32): void {
  let sum: f64 = 0;
  while (A.takenAt(t) > 0) {
    const p = A.memberAt(t, A.takenAt(t) - 1);
    if (P.at(P.fixedTable, meal * P.nParticipants + p) >= 0) return back();
    let to: i32 = -1;
    for (let i = A.firstTable; i < A.firstTable + A.tables; i++)
      if (i != t && A.takenAt(i) > 0 && mayJoin(p, i) && (to < 0 || A.points(p, i) > A.points(p, to))) to = i;
    if (to < 0) return back();
    sum += gain(p, to);
    go(p, to);
  }
  if (sum < limit) return back();
  keep(sum);
}

function go(p: i32, t: i32): void {
  st(journal + (moved << 3), p);
  st(journal + (moved << 3) + 4, A.tableOf(p));
  moved++;
  A.move(p, t);
}

/** Takes the open move back. */
function back(): void {
  while (moved > 0) {
    moved--;
    A.move(ld(journal + (moved << 3)), ld(journal + (moved << 3) + 4));
  }
}

/** The open move stands. */
function keep(more: f64): void {
  points += more;
  for (let i = 0; i < moved; i++) Best.markSeat(meal * P.nParticipants + ld(journal + (i << 3)));
  if (points <= 0) return;
  Best.reseat(A.seats, points);
  points = 0;
  improved = true;
}
