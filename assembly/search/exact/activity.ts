// Which variable the clause solver decides next: those in conflicts of late first (VSIDS: Moskewicz et al. 2001, with the
// decay of Een and Soerensson 2003), in a binary heap with the most active on top. Called by ../clauses.ts.

import { allocate, ld, ldf, st, stf } from "../../mem";

/** What a conflict adds grows by so much with each: what is older counts for less. */
const DECAY: f64 = 0.95;
/** Activities are made smaller before they leave the range of floats. */
const LARGEST: f64 = 1e100;

let nVars: i32 = 0;
let activity: i32 = 0; // f64 [variable]
let heap: i32 = 0;
let place: i32 = 0; // [variable] place in the heap, or -1
/** Variables in the heap. */
export let size: i32 = 0;
let increment: f64 = 1;

/** Allocates, for `vars` variables at most; false when memory is out. */
export function setup(vars: i32): bool {
  activity = allocate(vars * 8);
  heap = allocate(vars * 4);
  place = allocate(vars * 4);
  return activity != 0 && heap != 0 && place != 0;
}

/** No variables. */
export function clear(): void {
  nVars = 0;
  size = 0;
  increment = 1;
}

/** The next variable, `v`, enters with this activity. */
export function begin(v: i32, at: f64): void {
  nVars = v + 1;
  stf(activity + (v << 3), at);
  st(place + (v << 2), -1);
  put(v);
}

/** Puts a variable in, unless it is there. */
export function put(v: i32): void {
  if (ld(place + (v << 2)) >= 0) return;
  st(place + (v << 2), size++);
  up(v);
}

/** Takes out the most active one; there is at least one. */
export function take(): i32 {
  const top = ld(heap);
  st(place + (top << 2), -1);
  const v = ld(heap + (--size << 2));
  if (size == 0) return top;
  const a = ldf(activity + (v << 3));
  let i: i32 = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= size) break;
    if (
      child + 1 < size &&
      ldf(activity + (ld(heap + ((child + 1) << 2)) << 3)) > ldf(activity + (ld(heap + (child << 2)) << 3))
    )
      child++;
    const w = ld(heap + (child << 2));
    if (ldf(activity + (w << 3)) <= a) break;
    st(heap + (i << 2), w);
    st(place + (w << 2), i);
    i = child;
  }
  st(heap + (i << 2), v);
  st(place + (v << 2), i);
  return top;
}

/** A variable is in the conflict at hand. */
export function rise(v: i32): void {
  const a = ldf(activity + (v << 3)) + increment;
  stf(activity + (v << 3), a);
  if (a > LARGEST) {
    for (let x = 0; x < nVars; x++) stf(activity + (x << 3), ldf(activity + (x << 3)) * (1 / LARGEST));
    increment *= 1 / LARGEST;
  }
  if (ld(place + (v << 2)) >= 0) up(v);
}

/** A conflict is over: all that was before counts for less. */
export function forget(): void {
  increment *= 1.0 / DECAY;
}

function up(v: i32): void {
  let i = ld(place + (v << 2));
  const a = ldf(activity + (v << 3));
  while (i > 0) {
    const parent = (i - 1) >> 1;
    const w = ld(heap + (parent << 2));
    if (ldf(activity + (w << 3)) >= a) break;
    st(heap + (i << 2), w);
    st(place + (w << 2), i);
    i = parent;
  }
  st(heap + (i << 2), v);
  st(place + (v << 2), i);
}
