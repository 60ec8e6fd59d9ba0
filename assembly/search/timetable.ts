// Second phase of the search where most meetings are locked and the lock phase did not place them all, or where holes
// are all there is to improve: a timetabling problem of its own. Cycles of relaxed.ts, which walks outside the rules,
// take turns with exact.ts, which looks around the best so far and in the end proves that there is no better one. What
// keeps the rules and is better is held in the working solution. One step is one step of either. Called by index.ts.

import * as Best from "../best";
import * as cost from "../cost";
import * as M from "../moves";
import * as P from "../problem";
import * as S from "../state";
import * as C from "./clauses";
import * as exact from "./exact";
import * as relaxed from "./relaxed";
import { repairHoles } from "./repair";

/** Steps of exact.ts for each step of relaxed.ts; one of them takes some twenty times as long. */
const EXACT: f64 = 0.05;
/** Turns after which a search that has more to do than this goes on with it. */
const TURNS: i32 = 4;

/** Most meetings are locked, everybody is one person, and there is memory for it. */
export let usable = false;
/** Nothing but locked meetings and holes counts, and no rule that relaxed.ts does not know. */
export let whole = false;

let outs: i32 = 0; // of the best timetable
let holes: i32 = 0;
let asked = false; // exact.ts has the question below
let askedOuts: i32 = 0;
let askedHoles: i32 = 0;
let fewest = false; // it is proved that no fewer can be left out
let countedFor: i32 = -1; // exact.ts counts holes of timetables that leave out so many
let proved = false;
let exactLeft: f64 = 0;
let turns: i32 = 0;

/** Allocates what both need, where they can be used at all; false when memory is out. */
export function setup(): bool {
  usable = P.nLocks > 0 && 2 * P.nLocks > P.nUnits && P.nRows == P.nParticipants;
  usable = usable && P.nLocks <= 20000 && P.nLocks * P.nSlots <= 1 << 22;
  const walks = P.longestWalk > 0 && (P.walk != 0 || P.walkHard != 0);
  const others = P.gap != 0 || walks || P.change != 0 || P.rest >= 0 || P.exclusive != 0;
  whole = usable && !others && P.nLocks == P.nUnits;
  return !usable || (relaxed.setup() && exact.setup());
}

/** Is there something to do for the working solution? */
export function needed(): bool {
  return usable && (S.unplaced > 0 || (whole && P.hole > 0));
}

/** `member`: which of several runs side by side this is; every other one trusts exact.ts more. */
export function start(member: i32): void {
  exact.beBold((member & 1) == 1);
  asked = false;
  countedFor = -1;
  fewest = false;
  proved = false;
  exactLeft = 0;
  turns = 0;
  relaxed.start();
  outs = relaxed.broken() == 0 ? relaxed.outs : P.nLocks + 1;
  holes = relaxed.holes;
  relaxed.fill();
}

/** One step; false when there is nothing more to do here. */
export function step(): bool {
  if (proved || (!whole && (outs == 0 || turns >= TURNS))) return false;
  if (exactLeft > 0) {
    exactLeft -= 1;
    lookAround();
    return true;
  }
  const over = relaxed.step();
  if (relaxed.broken() == 0 && better(relaxed.outs, relaxed.holes)) hold();
  if (!over) return true;
  turns++;
  if (!exact.usable) return true;
  exactLeft = relaxed.cycle * EXACT;
  if (!asked || outs != askedOuts || holes != askedHoles) ask();
  return true;
}

/** The best so far cannot be improved: no schedule leaves fewer out, and of those none has fewer holes. */
export function optimal(): bool {
  return proved && whole && S.unplaced == outs;
}

function better(o: i32, h: i32): bool {
  return o < outs || (o == outs && P.hole > 0 && h < holes);
}

/** The current timetable of relaxed.ts becomes the working solution. */
function hold(): void {
  outs = relaxed.outs;
  holes = relaxed.holes;
  S.clear();
  S.setScore(cost.empty());
  for (let u = 0; u < P.nUnits; u++) {
    M.begin();
    if (relaxed.slotOf(u) >= 0) M.put(u, relaxed.slotOf(u));
  }
  // What a rule refused that relaxed.ts does not know may have left holes.
  if (S.unplaced > outs) repairHoles();
  M.begin();
  Best.markAll();
  Best.follow();
}

/** Asks for something better than the best so far, or knows that there is nothing. */
function ask(): void {
  asked = true;
  askedOuts = outs;
  askedHoles = holes;
  if (outs == 0) fewest = true;
  if (fewest && (P.hole == 0 || holes == 0)) {
    proved = true;
    return;
  }
  // What exact.ts has learnt stays true of fewer holes.
  if (fewest && countedFor == outs) exact.tightenHoles(holes - 1);
  else if (fewest) exact.start(outs, holes - 1);
  else exact.start(outs > P.nLocks ? P.nLocks : outs - 1, -1);
  if (!exact.usable) {
    exactLeft = 0;
    return;
  }
  countedFor = fewest ? outs : -1;
  if (fewest && exact.fewestHoles() >= holes) proved = true;
  else exact.attempt(!fewest);
}

function lookAround(): void {
  const result = exact.step();
  if (result == C.RUNNING) return;
  if (result == C.REFUTED) {
    if (fewest) proved = true;
    else {
      fewest = true;
      ask();
    }
  } else if (result == C.SATISFIED) {
    // The walk outside the rules goes on from there.
    relaxed.follow(exact.found);
    if (better(relaxed.outs, relaxed.holes)) hold();
    if (!fewest && outs > 0) exact.tightenOuts(outs - 1);
    else if (fewest && holes > 0) exact.tightenHoles(holes - 1);
    else {
      ask();
      return;
    }
    askedOuts = outs;
    askedHoles = holes;
    exact.attempt(!fewest);
  } else {
    if (fewest && exact.fewestHoles() >= holes) {
      proved = true;
      return;
    }
    exact.resize(result == C.FAILED);
    exact.attempt(!fewest);
  }
}
