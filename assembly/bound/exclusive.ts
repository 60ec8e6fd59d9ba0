// One participant of an organisation each, as rows of the linear programme: of the units of a participant with the members
// of another organisation at most one, none where a locked meeting is it already. A row has one price; all is scaled as in
// lp.ts. Locked units are in no row: they are held in any case.

import { allocate, copy, ldf, stf, zero } from "../mem";
import * as P from "../problem";
import { partnersP, partnersQ } from "../state";

/** The rule is on: without, every function here does nothing and costs nothing. */
export let binds = false;

let rows: i32 = 0; // bytes of a list with an f64 for each row
let price: i32 = 0;
let sums: i32 = 0;
let best: i32 = 0;
let load: i32 = 0;
let inverse: i32 = 0; // 1 / what the row holds in all; 0 where it says nothing
let room: i32 = 0; // 1, or 0 where a locked meeting takes it
let listed: i32 = 0; // what write() gives

/** Allocates; false when memory is out. */
export function setup(): bool {
  binds = P.exclusive != 0 && P.nUnits > 0;
  if (!binds) return true;
  rows = P.nUnits << 4;
  price = allocate(6 * rows);
  listed = allocate(rows);
  if (price == 0 || listed == 0) return false;
  sums = price + rows;
  best = sums + rows;
  load = best + rows;
  inverse = load + rows;
  room = inverse + rows;
  layOut();
  return true;
}

function together(u: i32): bool {
  return P.at(P.organisation, P.at(P.unitP, u)) == P.at(P.organisation, P.at(P.unitQ, u));
}

function layOut(): void {
  for (let at = room; at < room + rows; at += 8) stf(at, 1);
  for (let u = 0; u < P.nUnits; u++) {
    if (together(u)) continue;
    if (P.at(P.unitLocked, u) != 0) {
      stf(room + (P.at(partnersP, u) << 3), 0);
      stf(room + (P.at(partnersQ, u) << 3), 0);
      continue;
    }
    const open = P.countIn(P.unitSlots, u, 0, P.nSlots - 1);
    // For now: how many units (in `load`) and how many of their slots.
    for (let i = 0; i < 2; i++) {
      const at = P.at(i == 0 ? partnersP : partnersQ, u) << 3;
      stf(load + at, ldf(load + at) + 1);
      stf(inverse + at, ldf(inverse + at) + open);
    }
  }
  for (let at = 0; at < rows; at += 8) {
    const says = ldf(load + at) > ldf(room + at);
    stf(inverse + at, says && ldf(inverse + at) > 0 ? 1.0 / ldf(inverse + at) : 0);
  }
  zero(load, rows);
}

/** Starts without prices. */
export function start(): void {
  if (!binds) return;
  zero(price, 2 * rows);
  zero(load, rows);
}

/** What the rows of unit u cost. */
export function cost(u: i32): f64 {
  if (P.at(P.unitLocked, u) != 0 || together(u)) return 0;
  return ldf(price + (P.at(partnersP, u) << 3)) + ldf(price + (P.at(partnersQ, u) << 3));
}

/** The programme holds so much of unit u. */
export function hold(u: i32, much: f64): void {
  if (much == 0 || P.at(P.unitLocked, u) != 0 || together(u)) return;
  const a = load + (P.at(partnersP, u) << 3);
  const b = load + (P.at(partnersQ, u) << 3);
  stf(a, ldf(a) + much);
  stf(b, ldf(b) + much);
}

/** The dual step; clears what is held. */
export function move(by: f64): void {
  if (!binds) return;
  for (let at: i32 = 0; at < rows; at += 8) {
    const inv = ldf(inverse + at);
    if (inv == 0) continue;
    const next = ldf(price + at) + by * inv * (ldf(load + at) - ldf(room + at));
    stf(price + at, next > 0 ? next : 0);
    stf(sums + at, ldf(sums + at) + ldf(price + at));
  }
  zero(load, rows);
}

/** The prices become the averages of the last 1 / part moves. */
export function average(part: f64): void {
  if (!binds) return;
  for (let at: i32 = 0; at < rows; at += 8) stf(price + at, ldf(sums + at) * part);
  zero(sums, rows);
}

/** What the rows pay for. */
export function constant(): f64 {
  let sum: f64 = 0;
  if (binds) for (let at: i32 = 0; at < rows; at += 8) sum += ldf(price + at) * ldf(room + at);
  return sum;
}

/** These prices are the best so far. */
export function keep(): void {
  if (binds) copy(best, price, rows);
}

/**
 * The best prices in points, f64 [2 x unit]: of its first participant with the organisation of the second, and the other way
 * round; 0 where the unit is in no row. Address 0 where the rule is off.
 */
export function write(scale: f64): i32 {
  if (!binds) return 0;
  zero(listed, rows);
  for (let u = 0; u < P.nUnits; u++) {
    if (P.at(P.unitLocked, u) != 0 || together(u)) continue;
    stf(listed + (u << 4), ldf(best + (P.at(partnersP, u) << 3)) * scale);
    stf(listed + (u << 4) + 8, ldf(best + (P.at(partnersQ, u) << 3)) * scale);
  }
  return listed;
}
