// The kernel's export list: see README.md for the call order. Status codes and stats words: layout.ts.

import * as Best from "./best";
import * as cost from "./cost";
import { evaluate as evaluateAt } from "./evaluate";
import * as L from "./layout";
import * as Mem from "./mem";
import * as M from "./moves";
import * as P from "./problem";
import * as rng from "./rng";
import * as lp from "./bound/lp";
import * as order from "./search/order";
import { putBest } from "./search/pick";
import { repairHoles } from "./search/repair";
import * as run from "./search/run";
import * as way from "./search/way";
import * as seating from "./seating/greedy";
import { sit } from "./seating/sit";
import * as S from "./state";
import * as meals from "./terms/meals";
import * as view from "./view";

let base: i32 = 0;
let stats: i32 = 0;
let loaded = false;
let started = false;

/** Version of this interface; a host compares it before anything else. */
export function abi(): i32 {
  return L.ABI_VERSION;
}

/** Room for a problem or a solution; 0 when memory is out. Everything is freed by reset(). */
export function alloc(bytes: i32): i32 {
  return Mem.allocate(bytes);
}

/** Forgets everything: the kernel is as new. */
export function reset(): void {
  if (base == 0) base = Mem.mark();
  Mem.release(base);
  loaded = false;
  started = false;
  member = 0;
  parts = 0;
}

/** Takes the problem of `bytes` bytes at `at` and allocates all that a run needs. */
export function load(at: i32, bytes: i32): i32 {
  loaded = false;
  if (!P.attach(at, bytes)) return L.STATUS_BAD_PROBLEM;
  stats = Mem.allocate(L.STATS_WORDS << 3);
  if (stats == 0 || !S.setup() || !M.setup() || !Best.setup(stats) || !view.setup(stats)) return L.STATUS_NO_MEMORY;
  if (!rng.setup() || !order.setup() || !seating.setup() || !meals.setup()) return L.STATUS_NO_MEMORY;
  if (!run.setup()) return L.STATUS_NO_MEMORY;
  loaded = true;
  return L.STATUS_OK;
}

let member: i32 = 0;
/** Which of several runs side by side this is, from 0: they go different ways. Said before start(). */
export function beside(index: i32): void {
  member = index;
}

let parts: i32 = 0;
/** Leaves out parts (PART_*) of the search, for benchmarks. Said before start(). */
export function without(mask: i32): void {
  parts = mask;
}

/** Starts a search (SEARCH_*) from nothing. */
export function start(which: i32, seed: i32): i32 {
  return begin(which, seed, 0);
}

function begin(which: i32, seed: i32, records: i32): i32 {
  if (!loaded) return L.STATUS_NO_PROBLEM;
  if (which < L.SEARCH_GREEDY || which > L.SEARCH_ANNEAL) return L.STATUS_BAD_ARGUMENT;
  Mem.zero(stats, L.STATS_WORDS << 3);
  rng.seed(seed);
  started = true;
  // Seats first: what a meeting is worth may depend on them.
  seating.plan(records == 0 ? 0 : seatsOf(records));
  S.clear();
  sit(seating.seats());
  S.setScore(cost.empty());
  if (records != 0) take(records);
  Best.seated(seating.unplacedSeats());
  Best.reset();
  run.start(which, member, parts, stats);
  return L.STATUS_OK;
}

/**
 * Starts a search from a given solution, records of units, then seats: what the rules allow of it is held, in the given
 * rows and places or, where these are not possible, in others.
 */
export function startFrom(which: i32, seed: i32, records: i32): i32 {
  const status = begin(which, seed, records);
  if (status != L.STATUS_OK) return status;
  run.skipConstruction();
  return L.STATUS_OK;
}

function seatsOf(records: i32): i32 {
  return records + P.nUnits * (L.UNIT_RECORD << 2);
}

/** The working solution becomes the one at `records`, in the middle of a run; the best stays if it is better. */
export function adopt(records: i32): i32 {
  if (!started) return L.STATUS_NO_PROBLEM;
  run.interrupt();
  S.clear();
  if (P.nMeals > 0 && keepsSeating(records)) sit(seatsOf(records));
  S.setScore(cost.empty());
  take(records);
  // Every unit may have changed: the best is compared as a whole.
  if (Best.worseThanWorking()) {
    Best.reset();
  } else {
    Best.markAll();
    sit(Best.seats);
  }
  return L.STATUS_OK;
}

/** The seats of the solution at `records` are as good as those of the best, for all the rules. */
function keepsSeating(records: i32): bool {
  const breaches = stats + ((L.S_RULES + L.RULE_SEATING) << 3);
  evaluateAt(Best.records, Best.seats, stats);
  const before = Mem.ldf(breaches);
  evaluateAt(records, seatsOf(records), stats);
  return Mem.ldf(breaches) <= before;
}

function take(records: i32): void {
  // Locked units first, so that nothing else takes their place when the given solution breaks a rule; then what cannot be
  // held as it is given, with other rows or at another place.
  for (let pass = 3; pass >= 0; pass--)
    for (let u = 0; u < P.nUnits; u++) {
      const at = records + (u << 4);
      const t = Mem.ld(at);
      if (t < 0 || t >= P.nSlots || S.slotOf(u) >= 0 || (P.at(P.unitLocked, u) != 0 ? 1 : 0) != (pass & 1)) continue;
      M.begin();
      if (pass < 2) {
        M.put(u, t);
        continue;
      }
      const a = Mem.ld(at + 4);
      const b = Mem.ld(at + 8);
      if (a < 0 || a >= P.nRows || b < 0 || b >= P.nRows || Mem.ld(at + 12) >= P.nPlaces) continue;
      if (P.at(P.rowOwner, a) != P.at(P.unitP, u) || P.at(P.rowOwner, b) != P.at(P.unitQ, u)) continue;
      M.putExactly(u, t, a, b, Mem.ld(at + 12));
    }
  M.begin();
  repairHoles();
}

/** n steps; STATUS_DONE when more steps change nothing. */
export function step(n: i32): i32 {
  if (!started) return L.STATUS_NO_PROBLEM;
  let done: i32 = 0;
  while (done < n && !run.isDone()) {
    if (run.step()) done++;
  }
  run.settle();
  Mem.stf(stats + (L.S_STEPS << 3), Mem.ldf(stats + (L.S_STEPS << 3)) + (done as f64));
  Mem.stf(stats + (L.S_CURRENT_UNPLACED << 3), S.unplaced);
  Mem.stf(stats + (L.S_CURRENT_TOTAL << 3), S.score);
  if (lp.iterations() > 0) {
    Mem.stf(stats + (L.S_ITERATIONS << 3), lp.iterations());
    if (lp.bestBound() < Infinity) Mem.stf(stats + (L.S_PRICED << 3), lp.bestBound());
  }
  return run.isDone() ? L.STATUS_DONE : L.STATUS_OK;
}

/** Where the best solution so far lies: records of units, then seats. */
export function bestPtr(): i32 {
  return Best.records;
}

/** Where the working solution's records lie. */
export function currentPtr(): i32 {
  return S.record;
}

/** Where the stats block lies: f64 words S_*. */
export function statsPtr(): i32 {
  return stats;
}

/** Where the prices of the linear programme lie (bound/lp.ts, prices()); 0 while there are none. */
export function pricesPtr(): i32 {
  return started ? lp.prices() : 0;
}

/** Where the prices of rule exclusive lie, f64 [2 x unit] (bound/exclusive.ts, write()); 0 where there are none. */
export function exclusivePricesPtr(): i32 {
  return started ? lp.exclusivePrices() : 0;
}

/** Where the linear programme lies for other runs side by side, guidanceBytes() bytes; 0 until it is solved well enough. */
export function guidancePtr(): i32 {
  return started ? lp.handOver() : 0;
}

export function guidanceBytes(): i32 {
  return loaded ? lp.guidance : 0;
}

/** Takes over the linear programme at `at`, of another run of the same problem. */
export function guide(at: i32): i32 {
  if (!started) return L.STATUS_NO_PROBLEM;
  if (lp.takeOver(at)) run.guided();
  return L.STATUS_OK;
}

function open(kind: i32, u: i32, t: i32): i32 {
  if (!started) return L.STATUS_NO_PROBLEM;
  if (u < 0 || u >= P.nUnits || ((t < 0 || t >= P.nSlots) && kind != L.MOVE_REMOVE)) return L.STATUS_BAD_ARGUMENT;
  M.begin();
  const held = S.slotOf(u) >= 0;
  let forbidden: i32 = 0;
  if (kind == L.MOVE_INSERT) forbidden = M.put(u, t);
  else if (!held && kind != L.MOVE_EJECT) return L.STATUS_BAD_ARGUMENT;
  else if (kind == L.MOVE_REMOVE) M.letGo(u);
  else if (kind == L.MOVE_RELOCATE) forbidden = M.relocate(u, t);
  else if (kind == L.MOVE_EJECT) forbidden = M.eject(u, t);
  else if (kind == L.MOVE_KEMPE) forbidden = M.kempe(u, t, M.JOURNAL);
  else return L.STATUS_BAD_ARGUMENT;
  if (forbidden == 0) forbidden = M.complete();
  if (forbidden == 0 && M.lost() > 0) forbidden = L.STATUS_LOCKED;
  return forbidden;
}

/** Tries a move (MOVE_*) and takes it back: 0 and its points in lastGain(), a rule id that forbids it, or a status < 0. */
export function tryMove(kind: i32, u: i32, t: i32): i32 {
  const forbidden = open(kind, u, t);
  gain = M.gained();
  M.rollback();
  return forbidden;
}

/** Makes a move, unless a rule forbids it. undoMove() takes it back as long as nothing else was tried, made or stepped. */
export function applyMove(kind: i32, u: i32, t: i32): i32 {
  const forbidden = open(kind, u, t);
  gain = M.gained();
  if (forbidden != 0) M.rollback();
  else made();
  return forbidden;
}

/** The open move has been made from outside. */
function made(): void {
  run.interrupt();
  Best.follow();
}

export function undoMove(): void {
  Best.markOpenMove();
  M.rollback();
}

let gain: f64 = 0;
/** Points of the last move tried or made. */
export function lastGain(): f64 {
  return gain;
}

/**
 * Forces a pair in, in the slot where that costs least, making way as needed without losing a locked meeting; who had to
 * go is put elsewhere where that brings something. Leaves it made (undoMove() takes it back): 0 and its points in lastGain(), or the rule in the way of every slot.
 */
export function force(pair: i32): i32 {
  if (!started) return L.STATUS_NO_PROBLEM;
  if (pair < 0 || pair >= P.nPairs) return L.STATUS_BAD_ARGUMENT;
  // Draws of its own, the same for the trial and the deed; the run's own sequence goes on as if nothing had been asked.
  rng.save();
  const result = forceIn(P.at(P.pairUnit, pair));
  rng.restore();
  return result;
}

function forceIn(u: i32): i32 {
  let bestSlot: i32 = -1;
  let best: f64 = 0;
  let reason: i32 = L.RULE_ELIGIBLE;
  for (let t = 0; t < P.nSlots; t++) {
    if (!P.inSet(P.unitSlots, u, t)) continue;
    M.begin();
    const forbidden = forced(u, t);
    if (forbidden != 0) reason = forbidden;
    else if (bestSlot < 0 || M.gained() > best) {
      bestSlot = t;
      best = M.gained();
    }
    M.rollback();
  }
  M.begin();
  if (bestSlot < 0) return reason;
  const forbidden = forced(u, bestSlot);
  gain = M.gained();
  if (forbidden != 0) M.rollback();
  else made();
  return forbidden;
}

function forced(u: i32, t: i32): i32 {
  rng.seed(u * 256 + t);
  let forbidden = way.force(u, t, 4);
  if (forbidden != 0) return forbidden;
  // Who had to go is put back where that still brings something.
  const end = M.length;
  for (let i = 0; i < end; i++) {
    const x = M.changed(i);
    if (S.slotOf(x) < 0 && M.room(2)) putBest(x, 0);
  }
  forbidden = M.complete();
  if (forbidden == 0 && M.lost() > 0) forbidden = L.RULE_LOCKED;
  return forbidden;
}

/** Counts any solution (records of units, then seats) from scratch into the stats block: S_TERMS and S_RULES. */
export function evaluate(records: i32): i32 {
  if (!loaded) return L.STATUS_NO_PROBLEM;
  evaluateAt(records, seatsOf(records), stats);
  return L.STATUS_OK;
}

/** Units of the last move made, for whoever explains it. */
export function movedCount(): i32 {
  return M.length;
}
export function movedUnit(i: i32): i32 {
  return M.changed(i);
}
