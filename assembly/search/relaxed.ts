// Slots for locked meetings, outside the rules: every meeting has some slot, or is out, and what that breaks has a
// price. Simulated annealing over moves to another slot, swaps and Kempe exchanges, on arrays of its own; one step is
// one move tried. Never touches the working solution; timetable.ts takes over what is found without a breach.

import { allocate, clz32, ctz32, fill32, ld, ld8, ldf, ones, st, st8, stf, zero } from "../mem";
import * as P from "../problem";
import { below, logUniform } from "../rng";
import * as S from "../state";

// Prices: of a meeting that is out, of two in one slot, of a table too many, of a precedence, of a hole too many, of a
// hole, and of an idle slot between meetings, which leads the way to fewer holes.
const OUT: f64 = 4;
const CLASH: f64 = 3;
const CROWD: f64 = 3;
const ORDER: f64 = 3;
const EXCESS: f64 = 1;
const HOLE: f64 = 1;
const IDLE: f64 = 0.1;
/** Temperatures of a cycle: LEVELS of them from HOT to 0.37 x HOT. */
const HOT: f64 = 0.3;
const COOLING: f64 = 0.98;
const LEVELS: i32 = 50;
const FIRST_CYCLE: f64 = 200; // for each meeting and slot
const LONGEST_FIRST: f64 = 1000000;
const LONGEST_CHAIN: i32 = 40;

/** Locked units that have a slot at all, and how many. */
export let units: i32 = 0;
export let n: i32 = 0;
let slot: i32 = 0; // [unit] slot or -1
let domainStart: i32 = 0; // [unit + 1]
let domain: i32 = 0; // u8: slots
let width: i32 = 0; // cells of a row: sessions are padded, so that no neighbour is beyond their ends
let column: i32 = 0; // [slot] cell of a row
let count: i32 = 0; // [row x width + cell] meetings
let sum: i32 = 0; // [row x width + cell] sum of their units: the unit, where there is one
let runs: i32 = 0; // [row x sessions + session] runs of consecutive meetings
let mask: i32 = 0; // [row] slots in use, where there are at most 32
let rowPrice: i32 = 0; // f64 [runs] price of a row's session
let room: i32 = 0; // [(1 + place) x slots + slot] what is left; 0 is the pool
let moved: i32 = 0; // the open move: (unit, slot it had)
let nMoved: i32 = 0;

/** Meetings out, and holes; the rest of what is broken is in broken(). */
export let outs: i32 = 0;
export let holes: i32 = 0;
let clashes: i32 = 0;
let crowds: i32 = 0;
let orders: i32 = 0;
let excess: i32 = 0;
let idle: i32 = 0;

let holePrice: f64 = 0;
let idlePrice: f64 = 0;
let temperature: f64 = 0;
let level: i32 = 0;
let left: f64 = 0;
/** Steps of the cycle that runs. */
export let cycle: f64 = 0;

export function setup(): bool {
  width = P.nSlots + P.nSessions + 1;
  units = allocate(P.nLocks * 4);
  slot = allocate(P.nUnits * 4);
  domainStart = allocate(P.nUnits * 4 + 4);
  domain = allocate(P.nLocks * P.nSlots);
  column = allocate(P.nSlots * 4);
  count = allocate(P.nRows * width * 4);
  sum = allocate(P.nRows * width * 4);
  runs = allocate(P.nRows * P.nSessions * 4);
  mask = allocate(P.nRows * 4);
  rowPrice = allocate((P.nSlots + 2) * 8);
  room = allocate((1 + P.nPlaces) * P.nSlots * 4);
  moved = allocate(P.nUnits * 8 + 8);
  if (units == 0 || slot == 0 || domainStart == 0 || domain == 0 || column == 0 || count == 0) return false;
  return sum != 0 && runs != 0 && mask != 0 && rowPrice != 0 && room != 0 && moved != 0;
}

/** Unit u may be held in slot t: it and both its people. */
export function canBe(u: i32, t: i32): bool {
  if (!P.inSet(P.unitSlots, u, t)) return false;
  return P.inSet(P.rowPresent, P.at(P.unitP, u), t) && P.inSet(P.rowPresent, P.at(P.unitQ, u), t);
}

/** Room of the pool in slot t when nobody meets. */
export function poolRoom(t: i32): i32 {
  let sum: i32 = 0;
  for (let i = 0; i < P.nPool; i++)
    if (P.inSet(P.placeOpen, P.at(P.pool, i), t)) sum += P.at(P.placeCapacity, P.at(P.pool, i));
  return sum;
}

/** 0: unit u takes room of the pool; 1 + z: of place z; -1: of either of two places, which is not counted. */
export function resource(u: i32): i32 {
  if (P.nPlaces == 0 || P.at(P.unitPool, u) != 0) return 0;
  return P.at(P.unitPlaceB, u) < 0 ? 1 + P.at(P.unitPlaceA, u) : -1;
}

export function slotOf(u: i32): i32 {
  return P.at(slot, u);
}

/** Rules broken, other than that meetings are out. */
export function broken(): i32 {
  return clashes + crowds + orders + excess;
}

/** Starts from the working solution; locked units that are not held get any slot. */
export function start(): void {
  domains();
  fill32(slot, -1, P.nUnits);
  zero(count, P.nRows * width * 4);
  zero(sum, P.nRows * width * 4);
  zero(mask, P.nRows * 4);
  zero(runs, P.nRows * P.nSessions * 4);
  fill32(room, 1 << 20, (1 + P.nPlaces) * P.nSlots);
  for (let t = 0; t < P.nSlots; t++) {
    st(column + (t << 2), t + P.at(P.slotSession, t) + 1);
    if (P.nPlaces > 0) st(room + (t << 2), poolRoom(t));
    for (let z = 0; z < P.nPlaces; z++)
      st(room + (((1 + z) * P.nSlots + t) << 2), P.inSet(P.placeOpen, z, t) ? P.at(P.placeCapacity, z) : 0);
  }
  holePrice = P.hole > 0 ? HOLE : 0;
  idlePrice = P.hole > 0 || P.maxHoles >= 0 ? IDLE : 0;
  for (let k = 0; k < P.nSlots + 2; k++) {
    const h = k > 1 ? k - 1 : 0;
    const x = P.maxHoles >= 0 && h > P.maxHoles ? h - P.maxHoles : 0;
    stf(rowPrice + (k << 3), holePrice * (h as f64) + EXCESS * (x as f64));
  }
  outs = P.nLocks;
  holes = 0;
  clashes = 0;
  crowds = 0;
  orders = 0;
  excess = 0;
  idle = 0;
  for (let i = 0; i < n; i++) place(P.at(units, i), S.slotOf(P.at(units, i)));
  cycle = ((P.nLocks * P.nSlots) as f64) * FIRST_CYCLE;
  if (cycle > LONGEST_FIRST) cycle = LONGEST_FIRST;
  heat();
}

/** Meetings without a slot get any: the first move of a search. */
export function fill(): void {
  for (let i = 0; i < n; i++) if (P.at(slot, P.at(units, i)) < 0) place(P.at(units, i), randomSlot(P.at(units, i)));
}

/** The slots of `slots` [unit] are the current ones from now on. */
export function follow(slots: i32): void {
  for (let i = 0; i < n; i++) {
    const u = P.at(units, i);
    nMoved = 0;
    take(u);
    place(u, P.at(slots, u));
  }
}

function domains(): void {
  let k: i32 = 0;
  n = 0;
  for (let u = 0; u < P.nUnits; u++) {
    st(domainStart + (u << 2), k);
    if (P.at(P.unitLocked, u) == 0) continue;
    for (let t = 0; t < P.nSlots; t++)
      if (canBe(u, t)) {
        st8(domain + k, t);
        k++;
      }
    if (k == P.at(domainStart, u)) continue;
    st(units + (n << 2), u);
    n++;
  }
  st(domainStart + (P.nUnits << 2), k);
}

function heat(): void {
  temperature = HOT;
  level = 0;
  left = cycle / (LEVELS as f64);
}

function randomSlot(u: i32): i32 {
  const a = P.at(domainStart, u);
  return ld8(domain + a + below(P.at(domainStart, u + 1) - a));
}

/** Sessions are padded, so that no neighbour is beyond their ends. */
function cell(row: i32, t: i32): i32 {
  return row * width + P.at(column, t);
}

/** Slot t of a row is no longer idle (sign 1) or idle (-1): its runs and holes. */
function countRuns(row: i32, t: i32, sign: i32): void {
  const session = P.at(P.slotSession, t);
  const at = count + (cell(row, t) << 2);
  let d: i32 = 1;
  if (ld(at - 4) > 0) d--;
  if (ld(at + 4) > 0) d--;
  if (d == 0) return;
  d *= sign;
  const to = runs + ((row * P.nSessions + session) << 2);
  const before = ld(to);
  const after = before + d;
  st(to, after);
  const hb = before > 0 ? before - 1 : 0;
  const ha = after > 0 ? after - 1 : 0;
  holes += ha - hb;
  if (P.maxHoles >= 0) excess += (ha > P.maxHoles ? ha - P.maxHoles : 0) - (hb > P.maxHoles ? hb - P.maxHoles : 0);
}

/** Idle slots between the first and the last of a mask. */
function gaps(m: i32): i32 {
  return m == 0 ? 0 : 32 - clz32(m) - ctz32(m) - ones(m);
}

function flip(row: i32, t: i32): void {
  if (P.nSlots > 32) return;
  const at = mask + (row << 2);
  const m = ld(at);
  const x = m ^ (1 << t);
  st(at, x);
  idle += gaps(x) - gaps(m);
}

function enter(row: i32, t: i32, u: i32): void {
  const at = cell(row, t) << 2;
  const c = ld(count + at);
  st(sum + at, ld(sum + at) + u);
  if (c > 0) clashes++;
  else {
    countRuns(row, t, 1);
    flip(row, t);
  }
  st(count + at, c + 1);
}

function leave(row: i32, t: i32, u: i32): void {
  const at = cell(row, t) << 2;
  const c = ld(count + at) - 1;
  st(count + at, c);
  if (c == 0) flip(row, t);
  st(sum + at, ld(sum + at) - u);
  if (c > 0) clashes--;
  else countRuns(row, t, -1);
}

/** Precedences that unit u in slot t breaks. */
function ordersOf(u: i32, t: i32): i32 {
  const pair = P.at(P.unitPair, u);
  let broken: i32 = 0;
  for (let i = P.at(P.beforeStart, pair); i < P.at(P.beforeStart, pair + 1); i++) {
    const other = P.at(P.before, i);
    for (let x = P.at(P.pairUnit, other); x < P.at(P.pairUnit, other + 1); x++) if (P.at(slot, x) >= t) broken++;
  }
  for (let i = P.at(P.afterStart, pair); i < P.at(P.afterStart, pair + 1); i++) {
    const other = P.at(P.after, i);
    for (let x = P.at(P.pairUnit, other); x < P.at(P.pairUnit, other + 1); x++) {
      const s = P.at(slot, x);
      if (s >= 0 && s <= t) broken++;
    }
  }
  return broken;
}

/** Takes a unit out. */
function take(u: i32): void {
  const t = P.at(slot, u);
  st(moved + (nMoved << 3), u);
  st(moved + (nMoved << 3) + 4, t);
  nMoved++;
  if (t < 0) return;
  leave(P.at(P.unitP, u), t, u);
  leave(P.at(P.unitQ, u), t, u);
  const z = resource(u);
  if (z >= 0) {
    const at = room + ((z * P.nSlots + t) << 2);
    if (ld(at) < 0) crowds--;
    st(at, ld(at) + 1);
  }
  st(slot + (u << 2), -1);
  if (P.nPrecedences > 0) orders -= ordersOf(u, t);
  outs++;
}

/** Puts a unit that is out into slot t. */
function place(u: i32, t: i32): void {
  if (t < 0) return;
  if (P.nPrecedences > 0) orders += ordersOf(u, t);
  enter(P.at(P.unitP, u), t, u);
  enter(P.at(P.unitQ, u), t, u);
  const z = resource(u);
  if (z >= 0) {
    const at = room + ((z * P.nSlots + t) << 2);
    if (ld(at) <= 0) crowds++;
    st(at, ld(at) - 1);
  }
  st(slot + (u << 2), t);
  outs--;
}

/** What it costs a row when one meeting goes from slot s to slot t. */
function rowDelta(row: i32, s: i32, t: i32): f64 {
  const a = count + (cell(row, s) << 2);
  const b = count + (cell(row, t) << 2);
  const leaves = ld(a) == 1;
  const enters = ld(b) == 0;
  let delta: f64 = 0;
  let lost: i32 = 0;
  let won: i32 = 0;
  let m = ld(mask + (row << 2));
  const before = m;
  if (leaves) {
    lost = 1 - (ld(a - 4) > 0 ? 1 : 0) - (ld(a + 4) > 0 ? 1 : 0);
    m ^= 1 << s;
  } else delta -= CLASH;
  if (enters) {
    won = 1 - (ld(b - 4) > 0 && !(leaves && b - 4 == a) ? 1 : 0) - (ld(b + 4) > 0 && !(leaves && b + 4 == a) ? 1 : 0);
    m ^= 1 << t;
  } else delta += CLASH;
  if (won != lost || P.nSessions > 1) {
    const x = P.at(P.slotSession, s);
    const y = P.at(P.slotSession, t);
    const r = row * P.nSessions;
    if (x == y) {
      const n = P.at(runs, r + x);
      delta += ldf(rowPrice + ((n + won - lost) << 3)) - ldf(rowPrice + (n << 3));
    } else {
      const n = P.at(runs, r + x);
      const k = P.at(runs, r + y);
      delta += ldf(rowPrice + ((n - lost) << 3)) - ldf(rowPrice + (n << 3));
      delta += ldf(rowPrice + ((k + won) << 3)) - ldf(rowPrice + (k << 3));
    }
  }
  if (P.nSlots <= 32) delta += idlePrice * ((gaps(m) - gaps(before)) as f64);
  return delta;
}

/** Tries unit u in slot t instead of s: priced before it is made, as most moves are not. */
function relocate(u: i32, s: i32, t: i32): void {
  const most = -temperature * logUniform();
  let delta: f64 = 0;
  const z = resource(u);
  if (z >= 0) {
    if (P.at(room, z * P.nSlots + s) < 0) delta -= CROWD;
    if (P.at(room, z * P.nSlots + t) <= 0) delta += CROWD;
  }
  if (P.nPrecedences > 0) delta += ORDER * ((ordersOf(u, t) - ordersOf(u, s)) as f64);
  delta += rowDelta(P.at(P.unitP, u), s, t);
  if (delta > most + 2 * CLASH + 2) return;
  delta += rowDelta(P.at(P.unitQ, u), s, t);
  if (delta > most) return;
  take(u);
  place(u, t);
}

function price(): f64 {
  return (
    OUT * (outs as f64) +
    CLASH * (clashes as f64) +
    CROWD * (crowds as f64) +
    ORDER * (orders as f64) +
    EXCESS * (excess as f64) +
    holePrice * (holes as f64) +
    idlePrice * (idle as f64)
  );
}

/** The only meeting of a row in slot t, or -1. */
function only(row: i32, t: i32): i32 {
  const at = cell(row, t) << 2;
  return ld(count + at) == 1 ? ld(sum + at) : -1;
}

/**
 * Unit u goes to slot t, who stands there comes back, and so on along the chain of at most so many: all swap two slots.
 * False when one of them cannot.
 */
function chain(u: i32, t: i32, most: i32): bool {
  const s = P.at(slot, u);
  take(u);
  for (let i = 0; i < nMoved; i++) {
    const x = ld(moved + (i << 3));
    const other = ld(moved + (i << 3) + 4) == s ? t : s;
    if (nMoved <= most) {
      const a = only(P.at(P.unitP, x), other);
      if (a >= 0) {
        if (!canBe(a, other == s ? t : s)) return false;
        take(a);
      }
    }
    if (nMoved <= most) {
      const b = only(P.at(P.unitQ, x), other);
      if (b >= 0) {
        if (!canBe(b, other == s ? t : s)) return false;
        take(b);
      }
    }
  }
  for (let i = 0; i < nMoved; i++) place(ld(moved + (i << 3)), ld(moved + (i << 3) + 4) == s ? t : s);
  return true;
}

/** Takes the open move back. */
function undo(): void {
  const end = nMoved;
  for (let i = 0; i < end; i++) {
    const u = ld(moved + (i << 3));
    if (P.at(slot, u) >= 0) take(u);
    nMoved = end;
  }
  for (let i = 0; i < end; i++) place(ld(moved + (i << 3)), ld(moved + (i << 3) + 4));
}

/** One move: tried, and kept or taken back. True at the end of a cycle. */
export function step(): bool {
  if (n > 0) move();
  left -= 1;
  if (left > 0) return false;
  left += cycle / (LEVELS as f64);
  temperature *= COOLING;
  level++;
  if (level < LEVELS) return false;
  cycle *= 1.5;
  heat();
  return true;
}

function move(): void {
  const u = P.at(units, below(n));
  const s = P.at(slot, u);
  const t = randomSlot(u);
  nMoved = 0;
  const kind = below(16);
  if (s >= 0 && s != t && kind > 1) {
    relocate(u, s, t);
    return;
  }
  const before = price();
  if (s == t) take(u);
  else if (s < 0) {
    take(u);
    place(u, t);
  } else if (!chain(u, t, kind == 0 ? LONGEST_CHAIN : 1 + below(2))) {
    undo();
    return;
  }
  const more = price() - before;
  if (more > 0 && -more < temperature * logUniform()) undo();
}
