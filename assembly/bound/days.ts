// What a row's day costs, in the linear programme: idle slots, holes and rests. The meetings of a row make a path through
// each session - before the first one, in a run, idle between two runs, after the last one - and the programme takes the
// paths as a flow: one unit enters each session and leaves it where it likes. The days of a person's rows use a slot as
// often as meetings are held in it, neither more nor less, so its price may be below 0: a meeting there may save an idle
// slot.
//
//   start[t]    the first meeting of the session        back[t]   the first one after idle slots
//   link[r][t]  the (r + 2)-th meeting of a run          leave[t]  the first idle slot after a run      stay[t]  one more
//
// Each is at most what came before it: links (with a longest run: each its own), links with leaves, returns with stays;
// starts are at most one in a session. The prices of these limits are moved and averaged with all others (lp.ts). What a
// path is worth at the prices of its slots is worked out exactly (worth()), so that a bound is valid at any prices.

import { addRow, allocate, flowDual, flowRow, ld32f, ldf, scaleRow, single, st32f, stf, zero } from "../mem";
import * as P from "../problem";

/** Days cost something: without, every function here does nothing and costs nothing. */
export let binds = false;
/** What a slot of a day adds to the row of its price. */
export let column: i32 = 0;

let width: i32 = 0; // bytes of a row
let links: i32 = 0;
/** Runs have a longest length; without, a link follows any meeting. */
let rests = false;
let scale: f64 = 1;
let never: f64 = 0;

// Of each row of a participant, in one piece: flows start, back, leave, stay, links; prices of starts, of links and leaves
// together, of returns and stays, of each link; a row of zeros, for a row's next slot may lie beyond its end.
let all: i32 = 0;
let sums: i32 = 0; // the same shape
let bytes: i32 = 0; // of one of them
const START: i32 = 0;
const BACK: i32 = 1;
const LEAVE: i32 = 2;
const STAY: i32 = 3;
const LINKS: i32 = 4;
let ofStarts: i32 = 0;
let ofRuns: i32 = 0;
let ofIdle: i32 = 0;
let ofLinks: i32 = 0;

let costs: i32 = 0; // [row] four rows: of start, of any other meeting, of leave, of stay; where one cannot be, too much
// Of one row at a time; the slot before its first one is 0.
let bars: i32 = 0; // its flows, twice the new less the old
let runs: i32 = 0; // runs that begin, and those that go on
let onward: i32 = 0;
let used: i32 = 0; // meetings of a participant
let nothing: i32 = 0; // two rows of zeros
let inner: i32 = 0; // row: 0 in the first slot of a session, else 1
let best: i32 = 0; // f64 [longest run]

/** Allocates; false when memory is out. `price` is that of a slot nobody can pay. */
export function setup(rowBytes: i32, price: f64): bool {
  width = rowBytes;
  never = price;
  let longest: i32 = 0;
  for (let s = 0; s < P.nSessions; s++) {
    const length = P.at(P.sessionLast, s) - P.at(P.sessionFirst, s) + 1;
    if (length > longest) longest = length;
  }
  rests = P.rest >= 1 && P.rest < longest;
  binds = P.gap > 0 || P.hole > 0 || rests;
  column = 0;
  if (!binds) return true;
  links = rests ? P.rest - 1 : 1;
  column = links + 2;
  ofStarts = LINKS + links;
  ofRuns = ofStarts + 1;
  ofIdle = ofRuns + 1;
  ofLinks = ofIdle + 1;
  bytes = (ofLinks + (rests ? links : 0) + 1) * width;
  all = allocate(P.nRows * bytes);
  sums = allocate(P.nRows * bytes);
  costs = allocate(P.nRows * 4 * width);
  bars = allocate((LINKS + links + 1) * width);
  runs = allocate(8 * width);
  best = allocate((links + 2) * 8);
  if (all == 0 || sums == 0 || costs == 0 || bars == 0 || runs == 0 || best == 0) return false;
  bars += width;
  runs += width;
  onward = runs + 2 * width;
  used = onward + width;
  inner = used + width;
  nothing = inner + width;
  for (let s = 0; s < P.nSessions; s++)
    for (let t = P.at(P.sessionFirst, s) + 1; t <= P.at(P.sessionLast, s); t++) st32f(inner + (t << 2), 1);
  return true;
}

/** Starts with no flow and no prices; values are divided by `by`. */
export function start(by: f64): void {
  if (!binds) return;
  scale = by;
  zero(all, P.nRows * bytes);
  zero(sums, P.nRows * bytes);
  for (let r = 0; r < P.nRows; r++) {
    const to = costs + r * 4 * width;
    for (let t = 0; t < P.nSlots; t++) {
      const there = P.inSet(P.rowPresent, r, t);
      // Absence may have a price already, which a meeting must not gain.
      const absent = there ? 0.0 : 2 * never;
      const first = ld32f(inner + (t << 2)) > 0 ? 0.0 : never;
      const idle = there ? P.gap / scale : 0.0;
      st32f(to + (t << 2), absent);
      st32f(to + width + (t << 2), absent + first);
      st32f(to + 2 * width + (t << 2), idle + P.hole / scale + first);
      st32f(to + 3 * width + (t << 2), idle + first);
    }
  }
}

/** One step of the days of participant p at the prices of its slots; gives a row of the meetings they hold. */
export function move(p: i32, price: i32, weight: f64): i32 {
  zero(used, width);
  for (let r = P.at(P.rowStart, p); r < P.at(P.rowStart, p + 1); r++) moveRow(r, price, weight);
  return used;
}

/** Flows move first, then the prices of their limits. */
function moveRow(r: i32, price: i32, weight: f64): void {
  const at = all + r * bytes;
  const cost = costs + r * 4 * width;
  const run = at + ofRuns * width;
  const idle = at + ofIdle * width;
  const link = rests && links > 0 ? at + ofLinks * width : nothing;
  flow(at, START, price, link, run, at + ofStarts * width, cost, nothing, weight / 4);
  flow(at, BACK, price, link, run, idle, cost + width, nothing, weight / 4);
  flow(at, LEAVE, nothing, idle, nothing, run, cost + 2 * width, nothing, weight / 2);
  flow(at, STAY, nothing, idle, nothing, idle, cost + 3 * width, nothing, weight / 2);
  for (let i = 0; i < links; i++) {
    const own = rests ? link + i * width : nothing;
    const next = rests && i + 1 < links ? own + width : nothing;
    flow(at, LINKS + i, price, next, run, run, cost + width, own, weight / (rests ? 5 : 3));
  }
  addRow(runs, bar(START), bar(BACK), width);
  zero(onward, width);
  for (let i = 0; i < links; i++) addRow(onward, onward, bar(LINKS + i), width);
  addRow(used, used, runs, width);
  addRow(used, used, onward, width);

  const by = 1 / weight;
  flowDual(run, bar(LEAVE), onward, runs, onward, inner, width, single(by / (3 + 2 * links)));
  flowDual(idle, bar(BACK), bar(STAY), bar(LEAVE), bar(STAY), inner, width, single(by / 4));
  if (rests)
    for (let i = 0; i < links; i++) {
      const before = i == 0 ? runs : bar(LINKS + i - 1);
      flowDual(link + i * width, bar(LINKS + i), nothing, before, nothing, inner, width, single(by / (i == 0 ? 3 : 2)));
    }
  enter(at + ofStarts * width, by);
  addRow(sums + r * bytes, sums + r * bytes, at, bytes);
}

function bar(row: i32): i32 {
  return bars + row * width;
}

function flow(at: i32, row: i32, plus: i32, nextA: i32, nextB: i32, a: i32, b: i32, c: i32, tau: f64): void {
  flowRow(at + row * width, bar(row), plus, nextA, nextB, a, b, c, width, single(tau));
}

/** Moves the price of entering each session: one start is all there is. */
function enter(price: i32, by: f64): void {
  for (let s = 0; s < P.nSessions; s++) {
    const first = P.at(P.sessionFirst, s);
    const last = P.at(P.sessionLast, s);
    let starts: f64 = 0;
    for (let t = first; t <= last; t++) starts += ld32f(bar(START) + (t << 2));
    let next: f64 = ld32f(price + (first << 2)) + ((starts - 1) * by) / ((last - first + 1) as f64);
    if (next < 0) next = 0;
    for (let t = first; t <= last; t++) st32f(price + (t << 2), next);
  }
}

/** Goes on from the averages since the last restart. */
export function average(part: f64): void {
  if (!binds) return;
  scaleRow(all, sums, P.nRows * bytes, single(part));
  zero(sums, P.nRows * bytes);
}

/** The most that meetings of participant p can be worth at the prices of its slots, less what its days cost, scaled. */
export function worth(p: i32, price: i32): f64 {
  let sum: f64 = 0;
  for (let r = P.at(P.rowStart, p); r < P.at(P.rowStart, p + 1); r++)
    for (let s = 0; s < P.nSessions; s++) sum += sessionWorth(r, s, price);
  return sum;
}

/** The dearest path of row r through session s; 0 at least. */
function sessionWorth(r: i32, s: i32, price: i32): f64 {
  const gap = P.gap / scale;
  const hole = P.hole / scale;
  const longest = rests ? links + 1 : 1;
  let done: f64 = 0;
  let idle: f64 = -Infinity;
  for (let i = 0; i < longest; i++) stf(best + (i << 3), -Infinity);
  for (let t = P.at(P.sessionFirst, s); t <= P.at(P.sessionLast, s); t++) {
    let left: f64 = -Infinity;
    for (let i = 0; i < longest; i++) if (ldf(best + (i << 3)) > left) left = ldf(best + (i << 3));
    const there = P.inSet(P.rowPresent, r, t);
    const entered = idle > 0 ? idle : 0;
    idle = (idle > left - hole ? idle : left - hole) - (there ? gap : 0);
    if (!there) {
      for (let i = 0; i < longest; i++) stf(best + (i << 3), -Infinity);
      continue;
    }
    const paid = ld32f(price + (t << 2));
    if (rests) {
      for (let i = longest - 1; i > 0; i--) stf(best + (i << 3), ldf(best + ((i - 1) << 3)) + paid);
      stf(best, entered + paid);
    } else stf(best, (entered > left ? entered : left) + paid);
    for (let i = 0; i < longest; i++) if (ldf(best + (i << 3)) > done) done = ldf(best + (i << 3));
  }
  return done;
}
