// A small solver of clauses and of bounds "at most k of these literals are true": conflict-driven learning with two
// watched literals, counters for bounds, activities, saved phases, Luby restarts (Marques-Silva and Sakallah 1999,
// Moskewicz et al. 2001, Een and Soerensson 2003; watches as linked lists: Biere 2008). Literal 2v is variable v, and
// 2v + 1 its negation. Knows nothing of meetings: exact.ts says what the variables mean. Its memory is one arena, fixed.

import { allocate, copy, fill32, ld, ld8, ldf, st, st8, stf } from "../mem";
import { below } from "../rng";

export const RUNNING: i32 = 0;
export const SATISFIED: i32 = 1;
export const REFUTED: i32 = 2;
export const FAILED: i32 = 3; // not with what is assumed
export const TIRED: i32 = 4; // the limit of conflicts is reached

// A clause: size, glue (0: given) + 256 when used lately, the next clauses that watch its first and its second literal,
// literals.
const HEAD: i32 = 16;
const OPEN: i32 = 0;
const TRUE: i32 = 1;
const FALSE: i32 = 2;

let nVars: i32 = 0;
let value: i32 = 0; // u8 [literal]
let phase: i32 = 0; // u8 [variable] 1: true
let bestPhase: i32 = 0; // u8 [variable] as in the last solution
let freePhase: i32 = 0; // u8 [variable] where the last attempt that was not near it left off
let roaming = false;
let assumed: i32 = 0; // literals taken for true
let nAssumed: i32 = 0;
let tiredAt: i32 = 0;
let seen: i32 = 0; // u8 [variable]
let level: i32 = 0; // [variable]
let reason: i32 = 0; // [variable] address of a clause, 0: none, -1 - bound
let where: i32 = 0; // [variable] place on the trail
let activity: i32 = 0; // f64 [variable]
let heap: i32 = 0;
let heapAt: i32 = 0; // [variable] place in the heap, or -1
let heapSize: i32 = 0;
let watch: i32 = 0; // [literal] first clause
let trail: i32 = 0;
let trailSize: i32 = 0;
let trailHead: i32 = 0;
let levelStart: i32 = 0; // [level]
let levels: i32 = 0;
let learnt: i32 = 0;
let learntSize: i32 = 0;
let touched: i32 = 0; // variables whose `seen` is set
let stamp: i32 = 0; // [level]
let stamps: i32 = 0;
let histogram: i32 = 0;

let arena: i32 = 0;
let arenaTop: i32 = 0;
let arenaEnd: i32 = 0;
let given: i32 = 0; // end of the given clauses
let nBounds: i32 = 0;
let boundAt: i32 = 0; // [bound] address of: most, true now, size, literals
let occStart: i32 = 0;
let occ: i32 = 0;
let adding: i32 = 0; // address of the clause or bound under construction
let refuted = false;
let wanted = false; // what was learnt last found no room
let maxVars: i32 = 0;
let maxBounds: i32 = 0;
/** More variables, bounds or literals than there is room for: what was built is of no use. */
export let overflowed = false;
let increment: f64 = 1;
let conflicts: i32 = 0;
let restartAt: i32 = 0;
let restarts: i32 = 0;
let reduceAt: i32 = 0;
let reductions: i32 = 0;
/** Conflicts of the shortest run between two restarts. */
const UNIT: i32 = 50;

/** Room for so many variables, bounds and words of clauses. */
export function setup(vars: i32, bounds: i32, words: i32): bool {
  maxVars = vars;
  maxBounds = bounds;
  value = allocate(2 * vars);
  phase = allocate(vars);
  bestPhase = allocate(vars);
  freePhase = allocate(vars);
  assumed = allocate(vars * 4);
  seen = allocate(vars);
  level = allocate(vars * 4);
  reason = allocate(vars * 4);
  where = allocate(vars * 4);
  activity = allocate(vars * 8);
  heap = allocate(vars * 4);
  heapAt = allocate(vars * 4);
  watch = allocate(vars * 8);
  trail = allocate(vars * 4);
  levelStart = allocate(vars * 8 + 8);
  learnt = allocate(vars * 4);
  touched = allocate(vars * 4);
  stamp = allocate(vars * 8 + 8);
  histogram = allocate(256 * 4);
  boundAt = allocate(bounds * 4);
  occStart = allocate(vars * 8 + 4);
  arena = allocate(words * 4);
  arenaEnd = arena + words * 4;
  return arena != 0 && occStart != 0 && boundAt != 0;
}

export function clear(): void {
  nVars = 0;
  nBounds = 0;
  arenaTop = arena;
  refuted = false;
  wanted = false;
  overflowed = false;
  trailSize = 0;
  trailHead = 0;
  levels = 0;
  heapSize = 0;
  increment = 1;
}

export function variable(): i32 {
  if (nVars == maxVars) {
    overflowed = true;
    return 0;
  }
  const v = nVars++;
  st8(value + 2 * v, OPEN);
  st8(value + 2 * v + 1, OPEN);
  st8(phase + v, 0);
  st8(seen + v, 0);
  st(watch + (v << 3), 0);
  st(watch + (v << 3) + 4, 0);
  st(reason + (v << 2), 0);
  stf(activity + (v << 3), 0);
  return v;
}

export function setPhase(v: i32, to: bool): void {
  st8(phase + v, to ? 1 : 0);
}
export function isTrue(literal: i32): bool {
  return ld8(value + literal) == TRUE;
}

// --- Building: begin(), literal()..., then clause() or bound(most) ---------------------------------------------

export function begin(): void {
  if (arenaTop > arenaEnd - HEAD) {
    overflowed = true;
    arenaTop = arena;
  }
  adding = arenaTop;
  arenaTop += HEAD;
}
export function literal(l: i32): void {
  if (arenaTop > arenaEnd - 4) {
    overflowed = true;
    return;
  }
  st(arenaTop, l);
  arenaTop += 4;
}
export function two(a: i32, b: i32): void {
  begin();
  literal(a);
  literal(b);
  clause();
}
export function clause(): void {
  if (overflowed) return;
  // Literals that are false from the start go, a clause that is true from the start is none.
  let to = adding + HEAD;
  for (let at = to; at < arenaTop; at += 4) {
    const l = ld(at);
    if (ld8(value + l) == TRUE) {
      arenaTop = adding;
      return;
    }
    if (ld8(value + l) == FALSE) continue;
    st(to, l);
    to += 4;
  }
  const size = (to - adding - HEAD) >> 2;
  arenaTop = size < 2 ? adding : to;
  if (size == 0) refuted = true;
  else if (size == 1) enqueue(ld(adding + HEAD), 0);
  else attach(adding, size, 0);
}
export function bound(most: i32): i32 {
  if (nBounds == maxBounds) {
    overflowed = true;
    return 0;
  }
  st(adding, most);
  st(adding + 4, 0);
  st(adding + 8, (arenaTop - adding - HEAD) >> 2);
  st(boundAt + (nBounds << 2), adding);
  return nBounds++;
}

function attach(c: i32, size: i32, glue: i32): void {
  st(c, size);
  st(c + 4, glue);
  watchIt(c, 0);
  watchIt(c, 1);
}
function watchIt(c: i32, i: i32): void {
  const at = watch + (ld(c + HEAD + (i << 2)) << 2);
  st(c + 8 + (i << 2), ld(at));
  st(at, c);
}

/** All clauses and bounds are there. */
export function finish(): void {
  if (overflowed) return;
  fill32(occStart, 0, 2 * nVars + 1);
  for (let b = 0; b < nBounds; b++) {
    const c = ld(boundAt + (b << 2));
    for (let i = 0; i < ld(c + 8); i++) {
      const at = occStart + (ld(c + HEAD + (i << 2)) << 2);
      st(at, ld(at) + 1);
    }
  }
  let total: i32 = 0;
  for (let l = 0; l <= 2 * nVars; l++) {
    total += ld(occStart + (l << 2));
    st(occStart + (l << 2), total);
  }
  occ = arenaTop;
  if (total > (arenaEnd - arenaTop) >> 2) {
    overflowed = true;
    return;
  }
  arenaTop += total << 2;
  for (let b = nBounds - 1; b >= 0; b--) {
    const c = ld(boundAt + (b << 2));
    for (let i = 0; i < ld(c + 8); i++) {
      const at = occStart + (ld(c + HEAD + (i << 2)) << 2);
      st(at, ld(at) - 1);
      st(occ + (ld(at) << 2), b);
    }
  }
  given = arenaTop;
  for (let v = 0; v < nVars; v++) {
    stf(activity + (v << 3), (below(1000) as f64) * 0.00001);
    st(heapAt + (v << 2), -1);
    push(v);
  }
  copy(bestPhase, phase, nVars);
  copy(freePhase, phase, nVars);
  roaming = false;
  nAssumed = 0;
  conflicts = 0;
  restarts = 0;
  restartAt = UNIT;
  reductions = 0;
  reduceAt = 2000;
  // Bounds that are full before anything was decided.
  for (let b = 0; b < nBounds && !refuted; b++) if (!saturate(b)) refuted = true;
}

/** A new attempt of so many conflicts, near the last solution or where the one before left off, with what assume() adds. */
export function attempt(limit: i32, near: bool): void {
  backtrack(0);
  if (roaming) copy(freePhase, phase, nVars);
  roaming = !near;
  copy(phase, near ? bestPhase : freePhase, nVars);
  nAssumed = 0;
  tiredAt = conflicts + limit;
}
export function assume(l: i32): void {
  st(assumed + (nAssumed << 2), l);
  nAssumed++;
}

/** Lowers a bound; everything learnt stays true. */
export function tighten(b: i32, most: i32): void {
  backtrack(0);
  const c = ld(boundAt + (b << 2));
  if (most >= ld(c)) return;
  st(c, most);
  if (most < 0 || propagate() != 0 || !saturate(b)) refuted = true;
}

// --- The heap of variables by activity ------------------------------------------------------------------------------

function up(v: i32): void {
  let i = ld(heapAt + (v << 2));
  const a = ldf(activity + (v << 3));
  while (i > 0) {
    const parent = (i - 1) >> 1;
    const w = ld(heap + (parent << 2));
    if (ldf(activity + (w << 3)) >= a) break;
    st(heap + (i << 2), w);
    st(heapAt + (w << 2), i);
    i = parent;
  }
  st(heap + (i << 2), v);
  st(heapAt + (v << 2), i);
}
function push(v: i32): void {
  if (ld(heapAt + (v << 2)) >= 0) return;
  st(heapAt + (v << 2), heapSize++);
  up(v);
}
function pop(): i32 {
  const top = ld(heap);
  st(heapAt + (top << 2), -1);
  const v = ld(heap + (--heapSize << 2));
  if (heapSize == 0) return top;
  const a = ldf(activity + (v << 3));
  let i: i32 = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= heapSize) break;
    if (
      child + 1 < heapSize &&
      ldf(activity + (ld(heap + ((child + 1) << 2)) << 3)) > ldf(activity + (ld(heap + (child << 2)) << 3))
    )
      child++;
    const w = ld(heap + (child << 2));
    if (ldf(activity + (w << 3)) <= a) break;
    st(heap + (i << 2), w);
    st(heapAt + (w << 2), i);
    i = child;
  }
  st(heap + (i << 2), v);
  st(heapAt + (v << 2), i);
  return top;
}

// --- Propagation ---------------------------------------------------------------------------------------------------

function enqueue(l: i32, why: i32): void {
  const v = l >> 1;
  st8(value + l, TRUE);
  st8(value + (l ^ 1), FALSE);
  st(level + (v << 2), levels);
  st(reason + (v << 2), why);
  st(where + (v << 2), trailSize);
  st(trail + (trailSize << 2), l);
  trailSize++;
}

/** Bound b may be full: its open literals are false. False when more are true than may be. */
function saturate(b: i32): bool {
  const c = ld(boundAt + (b << 2));
  const end = c + HEAD + (ld(c + 8) << 2);
  let n: i32 = 0;
  for (let at = c + HEAD; at < end; at += 4) if (ld8(value + ld(at)) == TRUE) n++;
  if (n > ld(c)) return false;
  if (n == ld(c))
    for (let at = c + HEAD; at < end; at += 4) if (ld8(value + ld(at)) == OPEN) enqueue(ld(at) ^ 1, -1 - b);
  return true;
}

/** 0, or the clause (address) or bound (-1 - bound) that is broken. */
function propagate(): i32 {
  while (trailHead < trailSize) {
    const l = ld(trail + (trailHead << 2));
    trailHead++;
    const from = ld(occStart + (l << 2));
    const to = ld(occStart + (l << 2) + 4);
    for (let i = from; i < to; i++) {
      const c = ld(boundAt + (ld(occ + (i << 2)) << 2));
      st(c + 4, ld(c + 4) + 1);
    }
    for (let i = from; i < to; i++) {
      const b = ld(occ + (i << 2));
      const c = ld(boundAt + (b << 2));
      if (ld(c + 4) >= ld(c) && !saturate(b)) return -1 - b;
    }
    const f = l ^ 1;
    let at = watch + (f << 2);
    let c = ld(at);
    while (c != 0) {
      const i: i32 = ld(c + HEAD) == f ? 0 : 4;
      const link = c + 8 + i;
      const other = ld(c + HEAD + 4 - i);
      const otherValue = ld8(value + other);
      if (otherValue != TRUE) {
        const end = c + HEAD + (ld(c) << 2);
        let k = c + HEAD + 8;
        while (k < end && ld8(value + ld(k)) == FALSE) k += 4;
        if (k < end) {
          const m = ld(k);
          st(k, f);
          st(c + HEAD + i, m);
          st(at, ld(link));
          const list = watch + (m << 2);
          st(link, ld(list));
          st(list, c);
          c = ld(at);
          continue;
        }
        if (otherValue == FALSE) return c;
        enqueue(other, c);
      }
      at = link;
      c = ld(at);
    }
  }
  return 0;
}

function backtrack(to: i32): void {
  if (levels <= to) return;
  const start = ld(levelStart + ((to + 1) << 2));
  while (trailSize > start) {
    trailSize--;
    const l = ld(trail + (trailSize << 2));
    const v = l >> 1;
    if (trailSize < trailHead)
      for (let i = ld(occStart + (l << 2)); i < ld(occStart + (l << 2) + 4); i++) {
        const c = ld(boundAt + (ld(occ + (i << 2)) << 2));
        st(c + 4, ld(c + 4) - 1);
      }
    st8(value + l, OPEN);
    st8(value + (l ^ 1), OPEN);
    st8(phase + v, 1 - (l & 1));
    push(v);
  }
  if (trailHead > trailSize) trailHead = trailSize;
  levels = to;
}

// --- Learning ------------------------------------------------------------------------------------------------------

let open: i32 = 0;
let nTouched: i32 = 0;

/** A literal that is false, in the explanation of a conflict. */
function visit(q: i32): void {
  const v = q >> 1;
  if (ld8(seen + v) != 0 || ld(level + (v << 2)) == 0) return;
  st8(seen + v, 1);
  st(touched + (nTouched << 2), v);
  nTouched++;
  const a = ldf(activity + (v << 3)) + increment;
  stf(activity + (v << 3), a);
  if (a > 1e100) {
    for (let x = 0; x < nVars; x++) stf(activity + (x << 3), ldf(activity + (x << 3)) * 1e-100);
    increment *= 1e-100;
  }
  if (ld(heapAt + (v << 2)) >= 0) up(v);
  if (ld(level + (v << 2)) == levels) open++;
  else {
    st(learnt + (learntSize << 2), q);
    learntSize++;
  }
}

/** Visits why literal p (-1: the conflict itself) had to be. */
function explain(why: i32, p: i32): void {
  if (why > 0) {
    st(why + 4, ld(why + 4) | 256);
    const end = why + HEAD + (ld(why) << 2);
    for (let at = why + HEAD; at < end; at += 4) if (ld(at) != p) visit(ld(at));
    return;
  }
  const c = ld(boundAt + ((-1 - why) << 2));
  const limit = p < 0 ? trailSize : ld(where + ((p >> 1) << 2));
  let left = p < 0 ? ld(c) + 1 : ld(c);
  for (let at = c + HEAD; left > 0; at += 4) {
    const q = ld(at);
    if (ld8(value + q) != TRUE || ld(where + ((q >> 1) << 2)) >= limit) continue;
    visit(q ^ 1);
    left--;
  }
}

/** Literal q of the learnt clause follows from others of it. */
function redundant(q: i32): bool {
  const v = q >> 1;
  const why = ld(reason + (v << 2));
  if (why == 0) return false;
  if (why > 0) {
    const end = why + HEAD + (ld(why) << 2);
    for (let at = why + HEAD; at < end; at += 4) {
      const w = ld(at) >> 1;
      if (w != v && ld8(seen + w) == 0 && ld(level + (w << 2)) > 0) return false;
    }
    return true;
  }
  const c = ld(boundAt + ((-1 - why) << 2));
  const limit = ld(where + (v << 2));
  let left = ld(c);
  for (let at = c + HEAD; left > 0; at += 4) {
    const l = ld(at);
    if (ld8(value + l) != TRUE || ld(where + ((l >> 1) << 2)) >= limit) continue;
    if (ld8(seen + (l >> 1)) == 0 && ld(level + ((l >> 1) << 2)) > 0) return false;
    left--;
  }
  return true;
}

/** Learns from a conflict, goes back and asserts. */
function learn(conflict: i32): void {
  open = 0;
  nTouched = 0;
  learntSize = 1;
  let why = conflict;
  let p: i32 = -1;
  let i = trailSize;
  do {
    explain(why, p);
    do i--;
    while (ld8(seen + (ld(trail + (i << 2)) >> 1)) == 0);
    p = ld(trail + (i << 2));
    why = ld(reason + ((p >> 1) << 2));
    open--;
  } while (open > 0);
  st(learnt, p ^ 1);
  let n: i32 = 1;
  let back: i32 = 0;
  let second: i32 = 1;
  let glue: i32 = 1;
  stamps++;
  for (let k = 1; k < learntSize; k++) {
    const q = ld(learnt + (k << 2));
    if (redundant(q)) continue;
    st(learnt + (n << 2), q);
    const l = ld(level + ((q >> 1) << 2));
    if (l > back) {
      back = l;
      second = n;
    }
    if (ld(stamp + (l << 2)) != stamps) {
      st(stamp + (l << 2), stamps);
      glue++;
    }
    n++;
  }
  for (let k = 0; k < nTouched; k++) st8(seen + ld(touched + (k << 2)), 0);
  backtrack(back);
  if (n == 1) {
    enqueue(p ^ 1, 0);
    return;
  }
  const swap = ld(learnt + 4);
  st(learnt + 4, ld(learnt + (second << 2)));
  st(learnt + (second << 2), swap);
  const c = arenaTop;
  if (HEAD + (n << 2) > arenaEnd - c) {
    // Nothing is asserted without a clause that says why: room is made first.
    wanted = true;
    return;
  }
  for (let k = 0; k < n; k++) st(c + HEAD + (k << 2), ld(learnt + (k << 2)));
  arenaTop += HEAD + (n << 2);
  attach(c, n, glue < 255 ? glue : 255);
  enqueue(p ^ 1, c);
}

/** Forgets the worse half of what was learnt and not used lately. At level 0 only. */
function reduce(): void {
  fill32(histogram, 0, 256);
  let n: i32 = 0;
  for (let c = given; c < arenaTop; c += HEAD + (ld(c) << 2)) {
    const glue = ld(c + 4);
    if (glue < 3 || glue >= 256) continue;
    st(histogram + (glue << 2), ld(histogram + (glue << 2)) + 1);
    n++;
  }
  let cut: i32 = 255;
  let gone: i32 = 0;
  while (cut > 3 && 2 * (gone + ld(histogram + (cut << 2))) <= n) {
    gone += ld(histogram + (cut << 2));
    cut--;
  }
  let to = given;
  let c = given;
  while (c < arenaTop) {
    const size = ld(c);
    const words = (HEAD >> 2) + size;
    const glue = ld(c + 4) & 255;
    const used = ld(c + 4) >= 256;
    let keep = glue < 3 || used || glue <= cut;
    for (let k = 0; k < size && keep; k++) if (ld8(value + ld(c + HEAD + (k << 2))) == TRUE) keep = false;
    if (keep) {
      for (let k = 0; k < words; k++) st(to + (k << 2), ld(c + (k << 2)));
      st(to + 4, glue);
      to += words << 2;
    }
    c += words << 2;
  }
  arenaTop = to;
  rewatch();
}

/** Builds all watches anew. At level 0 only, when everything is propagated. */
function rewatch(): void {
  fill32(watch, 0, 2 * nVars);
  for (let v = 0; v < nVars; v++) st(reason + (v << 2), 0);
  for (let c = arena; c < arenaTop;) {
    if (c == firstBound) {
      c = given;
      continue;
    }
    rewatchClause(c);
    c += HEAD + (ld(c) << 2);
  }
}

let firstBound: i32 = 0;
/** Clauses come first, then bounds. */
export function boundsFollow(): void {
  firstBound = arenaTop;
}

function rewatchClause(c: i32): void {
  // The two watched literals are open or true where possible.
  const size = ld(c);
  let n: i32 = 0;
  for (let k = 0; k < size && n < 2; k++) {
    const l = ld(c + HEAD + (k << 2));
    if (ld8(value + l) == FALSE) continue;
    st(c + HEAD + (k << 2), ld(c + HEAD + (n << 2)));
    st(c + HEAD + (n << 2), l);
    n++;
  }
  watchIt(c, 0);
  watchIt(c, 1);
}

function luby(i: i32): i32 {
  let size: i32 = 1;
  let sequence: i32 = 0;
  while (size < i + 1) {
    sequence++;
    size = 2 * size + 1;
  }
  while (size - 1 != i) {
    size = (size - 1) >> 1;
    sequence--;
    if (i >= size) i -= size;
  }
  return 1 << sequence;
}

/** One decision and what follows from it. */
export function step(): i32 {
  if (refuted) return REFUTED;
  const conflict = propagate();
  if (conflict != 0) {
    conflicts++;
    if (levels == 0) {
      refuted = true;
      return REFUTED;
    }
    learn(conflict);
    increment *= 1.0 / 0.95;
    return RUNNING;
  }
  const full = wanted || arenaTop > arenaEnd - HEAD - (nVars << 2);
  wanted = false;
  if (conflicts >= restartAt || full) {
    restarts++;
    restartAt = conflicts + luby(restarts) * UNIT;
    if (conflicts >= reduceAt || full) backtrack(0);
    else if (levels > nAssumed) backtrack(nAssumed);
    if (conflicts >= reduceAt || full) {
      if (propagate() != 0) {
        refuted = true;
        return REFUTED;
      }
      reductions++;
      reduceAt = conflicts + 2000 + 300 * reductions;
      reduce();
      // A full arena is at least half empty afterwards, or everything learnt goes.
      if (full && arenaTop - given > (arenaEnd - given) >> 1) {
        arenaTop = given;
        rewatch();
      }
    }
    return RUNNING;
  }
  if (conflicts >= tiredAt) return TIRED;
  while (levels < nAssumed) {
    const l = ld(assumed + (levels << 2));
    if (ld8(value + l) == FALSE) return FAILED;
    levels++;
    st(levelStart + (levels << 2), trailSize);
    if (ld8(value + l) == TRUE) continue;
    enqueue(l, 0);
    return RUNNING;
  }
  while (heapSize > 0) {
    const v = pop();
    if (ld8(value + 2 * v) != OPEN) continue;
    levels++;
    st(levelStart + (levels << 2), trailSize);
    enqueue(2 * v + 1 - ld8(phase + v), 0);
    return RUNNING;
  }
  for (let v = 0; v < nVars; v++) st8(bestPhase + v, ld8(value + 2 * v) == TRUE ? 1 : 0);
  return SATISFIED;
}
