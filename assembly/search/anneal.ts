// Simulated annealing over insertions with ejection, relocations and Kempe exchanges. One step is one move tried.
// The temperature falls geometrically over a cycle; with no horizon given, cycles double in length, so that the search is
// good whenever it is stopped. A move is kept when it gains at least T x ln(uniform) (Metropolis et al. 1953).

import * as Best from "../best";
import * as L from "../layout";
import { ldf, stf } from "../mem";
import * as M from "../moves";
import * as P from "../problem";
import * as maximum from "../rules/maximum";
import { below, logUniform } from "../rng";
import * as S from "../state";
import { HALF_IDLE, IDLE, OPEN, randomSlot } from "./pick";
import { force, someMeeting } from "./way";

const LEVELS: i32 = 64;
/** Ratio of two temperature levels: 64 of them from hot to hot / 50. */
const COOLING: f64 = 0.9407;
/** Hottest temperature as a share of the mean value of a meeting, in the first cycle and in later ones. */
const HOT: f64 = 0.25;
const WARM: f64 = 0.12;
const LONGEST_CHAIN: i32 = 48;

let stats: i32 = 0;
let scale: f64 = 0;
let temperature: f64 = 0;
let lockCost: f64 = 0;
let level: i32 = 0;
let levelLeft: f64 = 0;
let levelLength: f64 = 0;
let cycle: f64 = 0;
let fixedHorizon = false;

/** Starts from the working solution. `horizon`: moves that will be made, or 0 when nobody knows. */
export function start(statsAt: i32, horizon: f64): void {
  stats = statsAt;
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
  fixedHorizon = horizon > 0;
  cycle = fixedHorizon ? horizon : 16.0 * (P.nUnits as f64) + 4096.0;
  heat(HOT);
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
  if (level < LEVELS || fixedHorizon) return;
  cycle *= 2;
  if (Best.missing() > 0) lockCost *= 2;
  heat(WARM);
}

/** One move: tried, and kept or taken back. */
export function step(): void {
  cool();
  if (P.nUnits == 0) return;
  M.begin();
  const u = below(P.nUnits);
  let forbidden: i32;
  if (S.slotOf(u) < 0) forbidden = insertion(u);
  else if (below(4) != 0) forbidden = relocation(u);
  else forbidden = exchange(u);
  if (forbidden == 0) forbidden = M.complete();
  if (forbidden == 0 && M.length > 0) {
    const gain = M.gained() - lockCost * (M.lost() as f64);
    if (gain >= 0 || gain >= temperature * logUniform()) {
      Best.follow();
      stf(stats + (L.S_KEPT << 3), ldf(stats + (L.S_KEPT << 3)) + 1);
      return;
    }
  }
  M.rollback();
}

/** Puts a unit somewhere: in an idle slot, else where it takes the fewest others' place; those look for another slot. */
function insertion(u: i32): i32 {
  const p = P.at(P.unitP, u);
  const q = P.at(P.unitQ, u);
  if (maximum.full(p)) {
    const x = someMeeting(p, u);
    if (x >= 0) M.letGo(x);
  }
  if (maximum.full(q)) {
    const x = someMeeting(q, u);
    if (x >= 0) M.letGo(x);
  }
  let t = randomSlot(IDLE, u);
  if (t < 0 && below(8) != 0) t = randomSlot(HALF_IDLE, u);
  if (t < 0) t = randomSlot(OPEN, u);
  if (t < 0) return L.RULE_ELIGIBLE;
  const forbidden = force(u, t, P.at(P.unitLocked, u) != 0 ? 4 : 1);
  if (forbidden != 0) return forbidden;
  const end = M.length;
  for (let i = 0; i < end; i++) {
    const x = M.changed(i);
    if (S.slotOf(x) >= 0) continue;
    const s = randomSlot(IDLE, x);
    if (s >= 0) M.put(x, s);
  }
  return 0;
}

function relocation(u: i32): i32 {
  const t = randomSlot(IDLE, u);
  if (t >= 0) return M.relocate(u, t);
  return exchange(u);
}

function exchange(u: i32): i32 {
  const t = randomSlot(OPEN, u);
  if (t < 0) return L.RULE_ELIGIBLE;
  return M.kempe(u, t, LONGEST_CHAIN);
}
