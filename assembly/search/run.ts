// One run: which phase follows which. A step is one step of its phase.
//
//   locks -> construction -> done (a variant that only constructs)
//                         -> warm -> prices -> colour -> improve -> colour -> improve ...
//         -> timetable, where nearly all meetings are locked (then: done when proved the best, else construction)
//
// From the warm search on, the search for better seats takes its turns: it improves the best solution's, and what it found
// are the seats that the search for meetings goes on with.
// Several runs side by side go different ways: the first solves the linear programme and hands it to the others.

import * as Best from "../best";
import * as L from "../layout";
import * as lp from "../bound/lp";
import { ldf, stf } from "../mem";
import * as P from "../problem";
import * as seats from "../seating/improve";
import { sit } from "../seating/sit";
import * as S from "../state";
import * as anneal from "./anneal";
import * as colour from "./colour";
import * as focus from "./focus";
import * as greedy from "./greedy";
import * as locks from "./locks";
import * as registration from "./registration";
import * as rounds from "./rounds";
import * as timetable from "./timetable";

const LOCKS: i32 = 0;
const BUILD: i32 = 1;
const WARM: i32 = 2; // a short search, so that there is something good to return
const PRICES: i32 = 3; // the linear programme, until it says where to look
const COLOUR: i32 = 4; // who meets whom is known: they get their slots
const IMPROVE: i32 = 5;
const TIMETABLE: i32 = 6;
const DONE: i32 = 7;

/** Of so many steps one goes to the search while the programme is being solved: on a large event that takes seconds. */
const ALONGSIDE: i32 = 32;
/** Of so many steps one goes to the programme afterwards, until it is exact: what it proves, and where to look. */
const REFINE: i32 = 4;
/** Between two turns of the seats the search for meetings makes so many times more steps than a turn, or fewer. */
const PAUSE: f64 = 8;

let search: i32 = 0;
let member: i32 = 0;
let parts: i32 = 0;
let stats: i32 = 0;
let phase: i32 = DONE;
let warmLeft: i32 = 0;
let turn: i32 = 0;
/** The search has looked at the programme as it settled. */
let looked = false;
let refines: bool = false;
/** Turns of the seats: steps of the search for meetings since the last one, and until the next. */
let since: f64 = 0;
let pause: f64 = 0;
/** Points of the best when the last turn began, and when it was over. */
let turnBegan: f64 = 0;
let turnEnded: f64 = 0;

/** Allocates what the phases need; false when memory is out. */
export function setup(): bool {
  phase = DONE;
  if (!locks.setup() || !rounds.setup()) return false;
  if (!lp.setup() || !focus.setup() || !colour.setup() || !timetable.setup()) return false;
  seats.setup();
  return true;
}

/**
 * Begins search SEARCH_* from the working solution. `which` of several runs side by side this is, `mask` the parts that it
 * goes without (PART_*), `statsAt` the stats block.
 */
export function start(kind: i32, which: i32, mask: i32, statsAt: i32): void {
  search = kind;
  member = which;
  parts = mask;
  stats = statsAt;
  refines = false;
  looked = false;
  lp.forget();
  anneal.leaveOut(parts);
  locks.start();
  seats.start();
  since = 0;
  pause = 0;
  phase = LOCKS;
}

/** The working solution is good already: the construction is left out, unless locked meetings are missing. */
export function skipConstruction(): void {
  if (search == L.SEARCH_ANNEAL && S.unplaced == 0 && !timetable.needed()) warm();
}

/** More steps change nothing. */
export function isDone(): bool {
  return phase == DONE;
}

/** One step of the phase; false when the phase was over and the next one begins. */
export function step(): bool {
  if (seats.busy) {
    if (seats.step()) return tried();
    endTurn();
    return false;
  }
  if (phase == LOCKS) {
    if (locks.step()) return tried();
    if (search == L.SEARCH_ANNEAL && timetable.needed()) {
      timetable.start(member);
      phase = TIMETABLE;
    } else build();
    return false;
  }
  if (phase == TIMETABLE) {
    if (timetable.step()) return tried();
    if (timetable.optimal() && !sitsBetter()) phase = DONE;
    else build();
    return false;
  }
  if (phase == BUILD) {
    if (construct()) return tried();
    if (search == L.SEARCH_ANNEAL) warm();
    else phase = DONE;
    return false;
  }
  if ((phase == IMPROVE || (phase == WARM && warmLeft <= 0)) && since > pause && takeTurn()) return false;
  if (phase == WARM && warmLeft <= 0) {
    if (lp.solved) return look();
    if (solvesProgramme()) {
      lp.start();
      phase = PRICES;
      return false;
    }
  }
  if (phase == PRICES && every(ALONGSIDE) != 0) {
    refines = lp.step();
    if (!lp.solved && refines) return true;
    return look();
  }
  if (phase == COLOUR) {
    if (colour.step()) return tried();
    return improve();
  }
  if (phase == IMPROVE && lp.solved) {
    // Where the programme prices the whole score, a search that stands still has another start from it.
    if (anneal.stale && anneal.priced() && colours()) return look();
    if (lp.settled && !looked) return look();
    if (refines && every(REFINE) == 0) {
      refines = lp.step();
      return true;
    }
  }
  warmLeft--;
  since += 1;
  anneal.step();
  return tried();
}

/** The turn of the seats, where there is something to do for them. */
function takeTurn(): bool {
  if (!sitsBetter()) return false;
  turnBegan = Best.total();
  seats.begin();
  return true;
}

/** The working solution sits as the best does; the next turn comes the sooner the more this one has brought. */
function endTurn(): void {
  settle();
  const length = seats.turnLength();
  const meetings = pause > 0 ? (turnBegan - turnEnded) / pause : 0;
  turnEnded = Best.total();
  const more = (turnEnded - turnBegan) / length > meetings;
  if (pause == 0) pause = length / PAUSE;
  else pause = more ? pause / 2 : pause * 2;
  if (pause < length / PAUSE) pause = length / PAUSE;
  if (pause > length * PAUSE) pause = length * PAUSE;
  if (P.nUnits == 0) pause = 0;
  since = 0;
}

function sitsBetter(): bool {
  return seats.useful() && (parts & L.PART_SEATS) == 0;
}

/** The working solution sits as the best does, also in the middle of a turn. */
export function settle(): void {
  if (seats.improved) sit(Best.seats);
  seats.settled();
}

/** Ends the turn of the seats, for something else is about to change the solution. */
export function interrupt(): void {
  seats.stop();
}

function tried(): bool {
  stf(stats + (L.S_TRIED << 3), ldf(stats + (L.S_TRIED << 3)) + 1);
  return true;
}

/** The programme of another run side by side was taken over. */
export function guided(): void {
  // A search that has looked already goes on, with the newer prices.
  if (phase == WARM || (phase == IMPROVE && !anneal.focused)) look();
}

function every(n: i32): i32 {
  turn = turn + 1 < n ? turn + 1 : 0;
  return turn;
}

/** The programme says who meets whom, or at least where to look. */
function look(): bool {
  looked = lp.settled;
  if (!colours()) return improve();
  colour.start();
  phase = COLOUR;
  return false;
}

function improve(): bool {
  anneal.start(stats, true);
  phase = IMPROVE;
  pause = 0;
  return false;
}

/** Not where people are spared changes: then what is held is worth more than what the programme would have. */
function colours(): bool {
  return P.change == 0 && (parts & L.PART_COLOURING) == 0;
}

/** The first of several runs: a second one would only wait for the same memory. */
function solvesProgramme(): bool {
  return lp.useful && (parts & L.PART_PROGRAMME) == 0 && member == 0;
}

function build(): void {
  phase = BUILD;
  if (search == L.SEARCH_REGISTRATION) registration.start();
  else if (search == L.SEARCH_ROUND_ROBIN) rounds.start();
  else greedy.start();
}

function construct(): bool {
  if (search == L.SEARCH_REGISTRATION) return registration.step();
  if (search == L.SEARCH_ROUND_ROBIN) return rounds.step();
  return greedy.step();
}

function warm(): void {
  anneal.start(stats, false);
  warmLeft = 2 * P.nUnits + 1000;
  turn = 0;
  phase = WARM;
}
