// The linear programme of pairs x slots, solved step by step: who meets whom and when if meetings could be split. Its
// solution shows the search where to look, its prices say what a slot of somebody's time is worth.
//
//   maximise  sum value[u] x[u,t]      each unit at most once (a locked one exactly once), each participant at most as
//   many meetings in a slot as rows present and at most `maximum` in all, per slot at most the room there is
//
// Terms that bend, partners of one organisation, and what a row's day costs stand beside it (tangents.ts, exclusive.ts,
// days.ts): each moves its own prices and flows in the same iteration.
//
// Primal-dual hybrid gradient with diagonal steps (Pock, Chambolle 2011), averages and restarts (after PDLP, Applegate et
// al. 2021). One step moves SLICE units; nothing is allocated. The primal lies unit by slot, prices person by slot, so
// that lanes run along the slots and no load is a gather. Absence is a price nobody pays.

import {
  allocate,
  cheapestRow,
  copy,
  dualRow,
  idiv,
  ld,
  ld32f,
  ldf,
  primalRow,
  root,
  scaleRow,
  single,
  st,
  st32f,
  stf,
  zero,
} from "../mem";
import * as P from "../problem";
import * as days from "./days";
import * as exclusive from "./exclusive";
import * as tangents from "./tangents";

const SLICE: i32 = 64;
const FIRST_RESTART: i32 = 64;
const LONGEST: i32 = 500;
const MOST_ITERATIONS: i32 = 20000;
/** Restarts that lower the bound by less than this share end it: well enough for a search to look at, and as well as floats can. */
const COARSE: f64 = 2e-4;
const FINE: f64 = 2e-6;
/** COARSE where days cost something: they take long to be solved, and long before that say where to look. */
const COARSE_DAYS: f64 = 3e-3;
/** So many of them, one after another, end it. */
const STALLS: i32 = 3;
/** Iterations before which it does not end: at first bounds may rise. */
const LEAST: i32 = 1000;
/** The weight of primal against dual steps stays between this and its inverse: beyond, one of the two stands still. */
const HEAVIEST: f64 = 100;
const LONGEST_NAP: i32 = 12;
/** Price of a slot in which somebody is absent; values are scaled to at most 1. */
const NEVER: f64 = 1000;
/** Every so many units are watched to balance primal and dual steps. */
const WATCH: i32 = 8;

let width: i32 = 0; // bytes of a row

// What is handed to runs side by side, in one piece: f64 scale, then price, roomPrice, most, value, shares.
let handed: i32 = 0;
/** Its bytes. */
export let guidance: i32 = 0;
let x: i32 = 0; // [unit] row
let sums: i32 = 0; // [unit] row
let started: i32 = 0; // [watched unit] row: x at the last restart
let price: i32 = 0; // [participant] row
let priceSums: i32 = 0;
let priceStart: i32 = 0;
let loads: i32 = 0; // [participant] row
let inverse: i32 = 0; // [participant] row: 1 / units that could be held there
let room: i32 = 0; // [participant] row: rows present
let special: i32 = 0; // [unit] pointer to a row that closes slots to this unit alone, or to `nothing`
let nothing: i32 = 0; // a row of zeros
let roomPrice: i32 = 0; // row: price of room in a slot
let roomSums: i32 = 0;
let roomLoad: i32 = 0;
let roomInverse: i32 = 0;
let roomLeft: i32 = 0;
let value: i32 = 0; // f32 [unit], scaled
let wake: i32 = 0; // [unit] iteration before which it rests
let nap: i32 = 0; // [unit] how long it rested last
let once: i32 = 0; // f32 [unit] price of the unit's own limit
let onceSums: i32 = 0;
let shares: i32 = 0; // f32 [unit] how much of it is held, over all slots, at the last restart
let slotsOf: i32 = 0; // i32 [unit] slots open to it
let most: i32 = 0; // f32 [participant] price of the maximum
let mostSums: i32 = 0;
let mostLoad: i32 = 0;
let mostInverse: i32 = 0; // f32 [participant] 1 / (units x slots), 0 where there is no maximum that matters

let bestPrice: i32 = 0; // [participant] row: prices of the best bound so far
let bestRoom: i32 = 0; // row
let bestMost: i32 = 0; // f32 [participant]
let listed: i32 = 0; // f64: what prices() gives

let scale: f64 = 1;
let weight: f64 = 1;
let unit: i32 = 0;
let iteration: i32 = 0;
let since: i32 = 0;
let length: i32 = 0;
let best: f64 = 0;
let stalls: i32 = 0;
/** What a unit brings moves with slopes and prices that know no slots. */
let moves: bool = false;
let limited = false;
/** False where locked meetings dominate: what they need is a timetable, and prices do not help to find one. */
export let useful = false;
/** Solved well enough for a search to look at its prices. */
export let solved = false;
/** Solved as well as it need be for a search to look once more: days take long to be solved. */
export let settled = false;

/** Allocates; false when memory is out. */
export function setup(): bool {
  useful = 2 * P.nLocks <= P.nUnits;
  iteration = 0;
  guidance = 0;
  if (!useful) return true;
  width = ((P.nSlots + 3) >> 2) << 4;
  const units = P.nUnits * width;
  const people = P.nParticipants * width;
  x = allocate(units);
  sums = allocate(units);
  started = allocate((idiv(P.nUnits, WATCH) + 1) * width);
  guidance = 8 + people + width + P.nParticipants * 4 + P.nUnits * 8;
  handed = allocate(guidance);
  price = handed + 8;
  roomPrice = price + people;
  most = roomPrice + width;
  value = most + P.nParticipants * 4;
  shares = value + P.nUnits * 4;
  priceSums = allocate(people);
  priceStart = allocate(people);
  loads = allocate(people);
  inverse = allocate(people);
  room = allocate(people);
  special = allocate(P.nUnits * 4);
  nothing = allocate(width * 5);
  wake = allocate(P.nUnits * 4);
  nap = allocate(P.nUnits * 4);
  once = allocate(P.nUnits * 4);
  onceSums = allocate(P.nUnits * 4);
  slotsOf = allocate(P.nUnits * 4);
  mostSums = allocate(P.nParticipants * 12);
  bestPrice = allocate(people);
  bestRoom = allocate(width);
  bestMost = allocate(P.nParticipants * 4);
  listed = allocate(((P.nParticipants + 1) * (P.nSlots + 3) + P.nGroups) * 8);
  if (bestPrice == 0 || bestRoom == 0 || bestMost == 0 || listed == 0) return false;
  if (x == 0 || sums == 0 || started == 0 || handed == 0 || priceSums == 0 || priceStart == 0 || loads == 0)
    return false;
  if (inverse == 0 || room == 0 || special == 0 || nothing == 0 || once == 0 || onceSums == 0) return false;
  if (slotsOf == 0 || mostSums == 0 || wake == 0 || nap == 0) return false;
  roomSums = nothing + width;
  roomLoad = roomSums + width;
  roomInverse = roomLoad + width;
  roomLeft = roomInverse + width;
  mostLoad = mostSums + P.nParticipants * 4;
  mostInverse = mostLoad + P.nParticipants * 4;
  return tangents.setup() && exclusive.setup() && days.setup(width, NEVER) && layOut();
}

function bump(row: i32, t: i32): void {
  st32f(row + (t << 2), ld32f(row + (t << 2)) + 1);
}

/** What never changes: rooms, degrees, and the rows of units with slots of their own. */
function layOut(): bool {
  for (let r = 0; r < P.nRows; r++) {
    const p = P.at(P.rowOwner, r);
    for (let t = 0; t < P.nSlots; t++) if (P.inSet(P.rowPresent, r, t)) bump(room + p * width, t);
  }
  for (let u = 0; u < P.nUnits; u++) {
    const p = P.at(P.unitP, u);
    const q = P.at(P.unitQ, u);
    let open: i32 = 0;
    let own = false;
    for (let t = 0; t < P.nSlots; t++) {
      if (P.inSet(P.unitSlots, u, t)) {
        open++;
        bump(inverse + p * width, t);
        bump(inverse + q * width, t);
        bump(roomInverse, t);
      } else if (ld32f(room + p * width + (t << 2)) > 0 && ld32f(room + q * width + (t << 2)) > 0) own = true;
    }
    st(slotsOf + (u << 2), open);
    let row = nothing;
    if (own) {
      row = allocate(width);
      if (row == 0) return false;
      for (let t = 0; t < P.nSlots; t++) if (!P.inSet(P.unitSlots, u, t)) st32f(row + (t << 2), NEVER);
    }
    st(special + (u << 2), row);
    addTo(mostInverse + (p << 2), open);
    addTo(mostInverse + (q << 2), open);
  }
  limited = false;
  for (let p = 0; p < P.nParticipants; p++) {
    let present: f64 = 0;
    for (let t = 0; t < P.nSlots; t++) present += ld32f(room + p * width + (t << 2));
    const at = mostInverse + (p << 2);
    if (P.at(P.maximum, p) >= present || ld32f(at) == 0) st32f(at, 0);
    else st32f(at, 1.0 / ld32f(at));
    const more: f64 = days.column * (P.at(P.rowStart, p + 1) - P.at(P.rowStart, p));
    for (let t = 0; t < width >> 2; t++) {
      const inv = inverse + p * width + (t << 2);
      st32f(inv, ld32f(room + p * width + (t << 2)) > 0 && ld32f(inv) + more > 0 ? 1.0 / (ld32f(inv) + more) : 0);
    }
  }
  if (P.nPlaces > 0) {
    for (let z = 0; z < P.nPlaces; z++)
      for (let t = 0; t < P.nSlots; t++)
        if (P.inSet(P.placeOpen, z, t))
          st32f(roomLeft + (t << 2), ld32f(roomLeft + (t << 2)) + P.at(P.placeCapacity, z));
    for (let t = 0; t < P.nSlots; t++) {
      const at = roomInverse + (t << 2);
      // Room for everybody who could come at once has no price.
      if (ld32f(roomLeft + (t << 2)) * 2 < P.nRows) limited = true;
      st32f(at, ld32f(at) > 0 ? 1.0 / ld32f(at) : 0);
    }
  }
  return true;
}

function addTo(at: i32, n: i32): void {
  st32f(at, ld32f(at) + n);
}

/** Starts with no prices; the slopes of guarantee and fairness are those at the working solution. */
export function start(): void {
  scale = P.guarantee > 0 ? P.guarantee : 0;
  for (let u = 0; u < P.nUnits; u++) if (ldf(P.unitValue + (u << 3)) > scale) scale = ldf(P.unitValue + (u << 3));
  for (let g = 0; g < P.nGroups; g++) if (ldf(P.groupWeight + (g << 3)) > scale) scale = ldf(P.groupWeight + (g << 3));
  if (scale == 0) scale = 1;
  tangents.start(scale);
  moves = tangents.bends || exclusive.binds;
  exclusive.start();
  days.start(scale);
  for (let u = 0; u < P.nUnits; u++) st32f(value + (u << 2), worthNow(u));
  zero(x, P.nUnits * width);
  zero(sums, P.nUnits * width);
  zero(started, (idiv(P.nUnits, WATCH) + 1) * width);
  zero(priceSums, P.nParticipants * width);
  zero(loads, P.nParticipants * width);
  for (let i = 0; i < P.nParticipants * (width >> 2); i++)
    st32f(price + (i << 2), ld32f(room + (i << 2)) > 0 ? 0 : NEVER);
  copy(priceStart, price, P.nParticipants * width);
  zero(roomPrice, width);
  zero(roomSums, width * 2);
  zero(once, P.nUnits * 4);
  zero(wake, P.nUnits * 4);
  zero(nap, P.nUnits * 4);
  zero(onceSums, P.nUnits * 4);
  zero(most, P.nParticipants * 4);
  zero(mostSums, P.nParticipants * 8);
  zero(shares, P.nUnits * 4);
  weight = 1;
  unit = 0;
  iteration = 0;
  since = 0;
  length = FIRST_RESTART;
  best = Infinity;
  stalls = 0;
  solved = false;
  settled = false;
}

/** What unit u brings at the slopes now, less what no slot changes, scaled. */
function worthNow(u: i32): f64 {
  const own = ldf(P.unitValue + (u << 3)) / scale;
  const more = tangents.bends ? own + tangents.value(u) : own;
  return exclusive.binds ? more - exclusive.cost(u) : more;
}

/** Moves SLICE units, or ends an iteration; false when nothing is left to gain. */
export function step(): bool {
  if (iteration >= MOST_ITERATIONS || P.nUnits == 0) return false;
  const end = unit + SLICE < P.nUnits ? unit + SLICE : P.nUnits;
  for (; unit < end; unit++) primal(unit);
  if (unit < P.nUnits) return true;
  unit = 0;
  dual();
  iteration++;
  since++;
  if (since < length) return true;
  return restart();
}

/** Units that nothing speaks for rest: for one iteration, then for longer and longer, up to LONGEST_NAP. */
function primal(u: i32): void {
  if (P.at(wake, u) > iteration) return;
  const p = P.at(P.unitP, u);
  const q = P.at(P.unitQ, u);
  if (moves) st32f(value + (u << 2), worthNow(u));
  const left = ld32f(value + (u << 2)) - ld32f(once + (u << 2)) - ld32f(most + (p << 2)) - ld32f(most + (q << 2));
  const bounded = ld32f(mostInverse + (p << 2)) > 0 || ld32f(mostInverse + (q << 2)) > 0;
  const tau = weight / ((bounded ? 5.0 : limited ? 4.0 : 3.0) + tangents.column + (exclusive.binds ? 2.0 : 0.0));
  const at = u * width;
  const sum = primalRow(
    x + at,
    sums + at,
    price + p * width,
    price + q * width,
    ld(special + (u << 2)),
    limited ? roomPrice : nothing,
    loads + p * width,
    loads + q * width,
    width,
    single(left),
    single(tau),
  );
  st32f(mostLoad + (p << 2), ld32f(mostLoad + (p << 2)) + sum);
  st32f(mostLoad + (q << 2), ld32f(mostLoad + (q << 2)) + sum);
  if (tangents.bends) tangents.hold(u, sum);
  if (exclusive.binds) exclusive.hold(u, sum);
  if (sum == 0) {
    const rest = P.at(nap, u) < LONGEST_NAP ? P.at(nap, u) + 1 : LONGEST_NAP;
    st(nap + (u << 2), rest);
    st(wake + (u << 2), iteration + rest);
  } else st(nap + (u << 2), 0);
  const open = P.at(slotsOf, u);
  if (open == 0) return;
  let own: f64 = ld32f(once + (u << 2)) + (sum - 1.0) / (weight * (open as f64));
  if (own < 0 && P.at(P.unitLocked, u) == 0) own = 0;
  st32f(once + (u << 2), own);
  st32f(onceSums + (u << 2), ld32f(onceSums + (u << 2)) + ld32f(once + (u << 2)));
}

function dual(): void {
  const by = 1.0 / weight;
  tangents.move(by);
  exclusive.move(by);
  if (limited) {
    // Every unit loads two people, so half of all loads is what a slot holds.
    for (let p = 0; p < P.nParticipants; p++)
      for (let t = 0; t < P.nSlots; t++) {
        const to = roomLoad + (t << 2);
        st32f(to, ld32f(to) + ld32f(loads + p * width + (t << 2)));
      }
    scaleRow(roomLoad, roomLoad, width, single(0.5));
    dualRow(roomPrice, roomSums, roomLoad, roomInverse, roomLeft, width, single(by), single(0));
  }
  for (let p = 0; p < P.nParticipants; p++) {
    const at = p * width;
    // Days use their slots as often as meetings are held there: prices may be below 0.
    const there = days.binds ? days.move(p, price + at, weight) : room + at;
    const least = days.binds ? -NEVER : 0.0;
    dualRow(price + at, priceSums + at, loads + at, inverse + at, there, width, single(by), single(least));
    const inv = ld32f(mostInverse + (p << 2));
    if (inv > 0) {
      let m: f64 = ld32f(most + (p << 2)) + (ld32f(mostLoad + (p << 2)) - P.at(P.maximum, p)) * inv * by;
      if (m < 0) m = 0;
      st32f(most + (p << 2), m);
      st32f(mostSums + (p << 2), ld32f(mostSums + (p << 2)) + ld32f(most + (p << 2)));
    }
    st32f(mostLoad + (p << 2), 0);
  }
}

/** Weak duality at the current prices and slopes: an upper bound on wishes, guarantee and fairness less days, in points. */
function bound(): f64 {
  let sum = tangents.constant() + exclusive.constant();
  for (let p = 0; p < P.nParticipants; p++) {
    if (days.binds) sum += days.worth(p, price + p * width);
    else
      for (let t = 0; t < P.nSlots; t++) {
        const at = p * width + (t << 2);
        sum += ld32f(room + at) * ld32f(price + at);
      }
    if (ld32f(mostInverse + (p << 2)) > 0) sum += P.at(P.maximum, p) * ld32f(most + (p << 2));
  }
  if (limited) for (let t = 0; t < P.nSlots; t++) sum += ld32f(roomPrice + (t << 2)) * ld32f(roomLeft + (t << 2));
  for (let u = 0; u < P.nUnits; u++) {
    const left = reduced(u);
    if (left > 0 || P.at(P.unitLocked, u) != 0) sum += left;
  }
  return sum * scale;
}

/** Value of unit u less the prices of its cheapest slot, scaled: below 0, it pays nobody to hold it. */
function reduced(u: i32): f64 {
  const p = P.at(P.unitP, u);
  const q = P.at(P.unitQ, u);
  const rows = cheapestRow(
    price + p * width,
    price + q * width,
    ld(special + (u << 2)),
    limited ? roomPrice : nothing,
    width,
  );
  return ld32f(value + (u << 2)) - ld32f(most + (p << 2)) - ld32f(most + (q << 2)) - rows;
}

/** Goes on from the averages since the last restart; false when the bound hardly moved. */
function restart(): bool {
  const part: f64 = 1.0 / (since as f64);
  for (let u = 0; u < P.nUnits; u++) {
    scaleRow(x + u * width, sums + u * width, width, single(part));
    st32f(shares + (u << 2), sumRow(x + u * width));
    st32f(once + (u << 2), ld32f(onceSums + (u << 2)) * part);
  }
  for (let p = 0; p < P.nParticipants; p++) {
    scaleRow(price + p * width, priceSums + p * width, width, single(part));
    st32f(most + (p << 2), ld32f(mostSums + (p << 2)) * part);
  }
  scaleRow(roomPrice, roomSums, width, single(part));
  tangents.average(part);
  exclusive.average(part);
  days.average(part);
  if (moves) for (let u = 0; u < P.nUnits; u++) st32f(value + (u << 2), worthNow(u));
  rebalance();
  zero(sums, P.nUnits * width);
  zero(priceSums, P.nParticipants * width);
  zero(roomSums, width);
  zero(onceSums, P.nUnits * 4);
  zero(mostSums, P.nParticipants * 4);
  since = 0;
  length = iteration >> 2;
  if (length < FIRST_RESTART) length = FIRST_RESTART;
  if (length > LONGEST) length = LONGEST;
  const now = bound();
  const before = best;
  if (now < best) {
    best = now;
    copy(bestPrice, price, P.nParticipants * width);
    copy(bestRoom, roomPrice, width);
    copy(bestMost, most, P.nParticipants * 4);
    tangents.keep();
    exclusive.keep();
  }
  if (iteration < 3 * FIRST_RESTART) return true;
  const moved = before - best;
  const size = (best < 0 ? -best : best) + scale;
  if (moved <= COARSE * size) settled = true;
  if (moved <= (days.binds ? COARSE_DAYS : COARSE) * size) solved = true;
  stalls = moved > FINE * size ? 0 : stalls + 1;
  return stalls < STALLS || iteration < LEAST;
}

/** The weight of primal against dual steps follows how far each has gone since the last restart (PDLP). */
function rebalance(): void {
  let primalMoved: f64 = 0;
  for (let u = 0; u < P.nUnits; u += WATCH) {
    const from = started + idiv(u, WATCH) * width;
    primalMoved += distance(x + u * width, from);
    copy(from, x + u * width, width);
  }
  const dualMoved = root(distanceOf(price, priceStart, P.nParticipants));
  primalMoved = root(primalMoved * WATCH);
  copy(priceStart, price, P.nParticipants * width);
  // Geometric mean of the old weight and the ratio: the square root of their product.
  if (primalMoved > 1e-6 && dualMoved > 1e-6) weight = root((weight * primalMoved) / dualMoved);
  if (weight > HEAVIEST) weight = HEAVIEST;
  if (weight < 1 / HEAVIEST) weight = 1 / HEAVIEST;
}

function distance(a: i32, b: i32): f64 {
  let sum: f64 = 0;
  for (let t = 0; t < P.nSlots; t++) {
    const d = ld32f(a + (t << 2)) - ld32f(b + (t << 2));
    sum += d * d;
  }
  return sum;
}

function distanceOf(a: i32, b: i32, rows: i32): f64 {
  let sum: f64 = 0;
  for (let r = 0; r < rows; r++) sum += distance(a + r * width, b + r * width);
  return sum;
}

/** The best bound so far on wishes, guarantee and fairness less days, in points; infinite before the first restart. */
export function bestBound(): f64 {
  return best;
}

/**
 * Prices of the best bound so far in points, f64: [participant x slots], room [slots], maximum [participant], slope of the
 * guarantee [participant], points of the fairness tangent [participant], worth of a meeting [group]. 0: none yet.
 */
export function prices(): i32 {
  if (!useful || iteration == 0 || best == Infinity) return 0;
  let to = listed;
  for (let p = 0; p < P.nParticipants; p++)
    for (let t = 0; t < P.nSlots; t++) {
      const absent = ld32f(room + p * width + (t << 2)) == 0;
      stf(to, absent ? 0 : ld32f(bestPrice + p * width + (t << 2)) * scale);
      to += 8;
    }
  for (let t = 0; t < P.nSlots; t++) {
    stf(to, limited ? ld32f(bestRoom + (t << 2)) * scale : 0);
    to += 8;
  }
  for (let p = 0; p < P.nParticipants; p++) {
    stf(to, ld32f(mostInverse + (p << 2)) > 0 ? ld32f(bestMost + (p << 2)) * scale : 0);
    to += 8;
  }
  tangents.write(to);
  return listed;
}

/** Iterations so far. */
export function iterations(): i32 {
  return iteration;
}
/** Points that unit u brings in slot t above the prices there; meaningful where it may be held. */
export function reducedAt(u: i32, t: i32): f64 {
  const p = P.at(P.unitP, u);
  const q = P.at(P.unitQ, u);
  const o = t << 2;
  const rooms = limited ? ld32f(roomPrice + o) : 0;
  const prices =
    ld32f(price + p * width + o) + ld32f(price + q * width + o) + rooms + ld32f(ld(special + (u << 2)) + o);
  return (ld32f(value + (u << 2)) - ld32f(most + (p << 2)) - ld32f(most + (q << 2)) - prices) * scale;
}

/** Points that unit u brings in its best slot above the prices there. */
export function worth(u: i32): f64 {
  return reduced(u) * scale;
}

/** Price of a slot of a participant, in points. */
export function priceOf(p: i32, t: i32): f64 {
  return ld32f(price + p * width + (t << 2)) * scale;
}

/** How much of unit u the programme holds, over all slots: 1 is a meeting. */
export function share(u: i32): f64 {
  return ld32f(shares + (u << 2));
}

function sumRow(row: i32): f64 {
  let sum: f64 = 0;
  for (let t = 0; t < P.nSlots; t++) sum += ld32f(row + (t << 2));
  return sum;
}

/** No programme is known: a new run begins. */
export function forget(): void {
  solved = false;
  settled = false;
  iteration = 0;
  best = Infinity;
}

/** Where that lies which other runs side by side need; 0 before it is solved well enough. */
export function handOver(): i32 {
  if (!useful || !solved) return 0;
  stf(handed, scale);
  return handed;
}

/** Takes over the programme that another run of the same problem handed over. */
export function takeOver(from: i32): bool {
  if (!useful) return false;
  copy(handed, from, guidance);
  scale = ldf(handed);
  solved = true;
  return true;
}

/** Prices of the best bound so far on one participant of an organisation each (exclusive.ts, write()); 0: none. */
export function exclusivePrices(): i32 {
  if (!useful || iteration == 0 || best == Infinity) return 0;
  return exclusive.write(scale);
}
