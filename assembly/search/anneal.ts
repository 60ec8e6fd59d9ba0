// Simulated annealing over insertions with ejection, relocations and Kempe exchanges. One step is one move tried.
// The temperature falls geometrically over a cycle; cycles double in length, so that the search is good whenever it is
// stopped. A move is kept when it gains at least T x ln(uniform) (Metropolis et al. 1953). Once the linear programme is
// solved, a share of the moves starts where the working solution falls short of it (focus.ts).

import * as Best from "../best";
import * as L from "../layout";
import { idiv, ldf, stf } from "../mem";
import * as M from "../moves";
import * as P from "../problem";
import * as maximum from "../rules/maximum";
import { below, logUniform } from "../rng";
import * as S from "../state";
import * as estimate from "./estimate";
import * as focus from "./focus";
import { closestSlot, IDLE, OPEN, randomSlot } from "./pick";
import { force, someMeeting } from "./way";

const LEVELS: i32 = 64;
/** Ratio of two temperature levels: 64 of them from hot to hot / 50. */
const COOLING: f64 = 0.9407;
/**
 * Hottest temperature as a share of the mean value of a meeting: at first, in later cycles, with the programme solved (what it
 * says is near the best: a cold search mends it), after a cycle then that brought nothing, and where it says it all.
 */
const HOT: f64 = 0.2;
const WARM: f64 = 0.12;
const FOCUSED: f64 = 0.03;
const STALE: f64 = 0.15;
const PRICED: f64 = 0.01;
/** Of 16 moves, so many start at a defect: where idle slots and walking count too, and where prices say it all. */
const FOCUS: i32 = 3;
const FOCUS_PRICED: i32 = 12;
const LONGEST_CHAIN: i32 = 48;

let stats: i32 = 0;
let scale: f64 = 0;
let temperature: f64 = 0;
/** Least that a move must gain to be kept, drawn anew for each. */
let limit: f64 = 0;
let lockCost: f64 = 0;
let level: i32 = 0;
let levelLeft: f64 = 0;
let levelLength: f64 = 0;
let cycle: f64 = 0;
let reheat: f64 = 0;
/** It looks where the working solution falls short of the programme. */
export let focused: bool = false;
let focus16: i32 = FOCUS;
/** Moves until the defects are listed anew. */
let freshFor: i32 = 0;

/** A cycle brought nothing better than the best. */
export let stale = false;
let bestBefore: f64 = 0;

let parts: i32 = 0;
/** Leaves out parts (PART_*) of the search: for benchmarks. */
export function leaveOut(mask: i32): void {
  parts = mask;
}

/** Starts from the working solution, with the programme's prices or without. */
export function start(statsAt: i32, withPrices: bool): void {
  stats = statsAt;
  focused = withPrices;
  freshFor = 0;
  stale = false;
  bestBefore = Best.total();
  let sum: f64 = 0;
  let n: i32 = 0;
  for (let u = 0; u < P.nUnits; u++) {
    const v = ldf(P.unitValue + (u << 3));
    if (v > 0) {
      sum += v;
      n++;
    }
  }
  scale = n > 0 ? sum / (n as f64) : P.gap + P.hole;
  if (scale < 1) scale = 1;
  lockCost = 4 * scale;
  cycle = 16.0 * (P.nUnits as f64) + 4096.0;
  const all = priced();
  focus16 = all ? FOCUS_PRICED : FOCUS;
  const hot = all ? PRICED : FOCUSED;
  reheat = focused ? hot : WARM;
  heat(focused ? hot : HOT);
}

function heat(share: f64): void {
  temperature = scale * share;
  level = 0;
  levelLength = cycle / (LEVELS as f64);
  levelLeft = levelLength;
}

function cool(): void {
  levelLeft -= 1;
  if (levelLeft > 0) return;
  levelLeft += levelLength;
  level++;
  temperature *= COOLING;
  if (level < LEVELS) return;
  cycle *= 2;
  if (Best.missing() > 0) lockCost *= 2;
  stale = Best.total() == bestBefore;
  bestBefore = Best.total();
  heat(stale && focused && !priced() ? STALE : reheat);
}

/** One move: tried, and kept or taken back. */
export function step(): void {
  cool();
  if (P.nUnits == 0) return;
  M.begin();
  limit = temperature * logUniform();
  let forbidden = move();
  if (forbidden == 0) forbidden = M.complete();
  if (forbidden == 0 && M.length > 0) {
    const gain = M.gained() - lockCost * (M.lost() as f64);
    if (gain >= 0 || gain >= limit) {
      Best.follow();
      stf(stats + (L.S_KEPT << 3), ldf(stats + (L.S_KEPT << 3)) + 1);
      return;
    }
  }
  M.rollback();
}

/** Draws a move and makes it in the open transaction; 0, or what forbids it. */
function move(): i32 {
  if (focused && below(16) < focus16) {
    if (freshFor <= 0) {
      focus.refresh();
      freshFor = 500 + 4 * focus.size;
    }
    freshFor--;
    if (focus.size > 0) return mend(focus.draw());
  }
  const u = below(P.nUnits);
  if (S.slotOf(u) < 0) return insertion(u);
  return below(4) != 0 ? relocation(u) : exchange(u);
}

/** Mends a defect: a unit that was left out is put in, an idle slot that has a price is filled. */
function mend(defect: i32): i32 {
  if (defect < 0) return S.slotOf(-1 - defect) < 0 ? insertion(-1 - defect) : L.RULE_ELIGIBLE;
  const p = idiv(defect, P.nSlots);
  const t = defect - p * P.nSlots;
  if (!P.inSet(S.free, p, t)) return L.RULE_CLASH;
  const u = focus.fitting(p, t, -2 * limit);
  if (u < 0) return L.RULE_ELIGIBLE;
  if (S.slotOf(u) >= 0) M.letGo(u);
  const q = P.at(P.unitQ, u);
  const a = P.at(P.unitP, u);
  return replace(u, t, inTheWay(a, t, givesUp(a, u)), inTheWay(q, t, givesUp(q, u)));
}

/** Who has reached the maximum gives up a meeting: one at random, or -1. */
function givesUp(p: i32, u: i32): i32 {
  return maximum.full(p) ? someMeeting(p, u) : -1;
}

/** The meeting of p that makes way in slot t: who stands there, else the one that p gives up; -1 when nobody must. */
function inTheWay(p: i32, t: i32, goes: i32): i32 {
  const row = M.busyRow(p, t);
  return row >= 0 ? S.unitAt(row, t) : goes;
}

/**
 * Puts a unit somewhere: mostly in an idle slot when there is one; else in the first slot, from a random one on, where it
 * seems worth what it costs the others. (An idle slot may be one that a rule keeps empty.)
 */
function insertion(u: i32): i32 {
  const p = P.at(P.unitP, u);
  const q = P.at(P.unitQ, u);
  const goesP = givesUp(p, u);
  const goesQ = givesUp(q, u);
  if (goesP < 0 && goesQ < 0 && below(8) != 0) {
    const idle = randomSlot(IDLE, u);
    if (idle >= 0) return force(u, idle, 2);
  }
  if ((parts & L.PART_EJECTIONS) != 0) return L.RULE_CLASH;
  const most = estimate.prepare(u, lockCost);
  // An estimate knows nothing of idle slots and walks, which a meeting may spare both people.
  const least = limit - 2 * (P.gap + P.hole + P.walk);
  if ((parts & L.PART_ESTIMATES) != 0) {
    const t = randomSlot(OPEN, u);
    return t < 0 ? L.RULE_ELIGIBLE : replace(u, t, inTheWay(p, t, goesP), inTheWay(q, t, goesQ));
  }
  if (most < least && P.fairness == 0) return L.RULE_ELIGIBLE;
  const from = below(P.nSlots);
  for (let i = 0; i < P.nSlots; i++) {
    const t = from + i < P.nSlots ? from + i : from + i - P.nSlots;
    if (!P.inSet(P.unitSlots, u, t)) continue;
    const x = inTheWay(p, t, goesP);
    const y = inTheWay(q, t, goesQ);
    if (estimate.gain(x, y, least) >= least) return replace(u, t, x, y);
  }
  return L.RULE_ELIGIBLE;
}

/** Holds unit u in slot t in the place of x and y (-1: nobody), which look for another slot. */
function replace(u: i32, t: i32, x: i32, y: i32): i32 {
  if (x >= 0) M.letGo(x);
  if (y >= 0 && y != x) M.letGo(y);
  const forbidden = force(u, t, P.at(P.unitLocked, u) != 0 ? 4 : 2);
  if (forbidden != 0) return forbidden;
  const end = M.length;
  for (let i = 0; i < end; i++) {
    const z = M.changed(i);
    if (S.slotOf(z) >= 0) continue;
    const s = randomSlot(IDLE, z);
    if (s >= 0) M.put(z, s);
  }
  return 0;
}

/** Moves a held unit to an idle slot: where it leaves the fewest gaps, every other time; else any. */
function relocation(u: i32): i32 {
  if ((P.gap == 0 && P.hole == 0) || below(2) == 0) {
    const t = randomSlot(IDLE, u);
    return t >= 0 ? M.relocate(u, t) : exchange(u);
  }
  const was = S.slotOf(u);
  M.letGo(u);
  const t = closestSlot(u, was);
  return t >= 0 ? M.put(u, t) : L.RULE_CLASH;
}

function exchange(u: i32): i32 {
  if ((parts & L.PART_EXCHANGES) != 0) return L.RULE_ELIGIBLE;
  const t = randomSlot(OPEN, u);
  return t < 0 ? L.RULE_ELIGIBLE : M.kempe(u, t, LONGEST_CHAIN);
}

/** The linear programme prices the whole score. */
export function priced(): bool {
  return P.gap == 0 && P.hole == 0 && P.walk == 0 && P.fairness == 0 && P.nGroups == 0 && P.change == 0;
}
