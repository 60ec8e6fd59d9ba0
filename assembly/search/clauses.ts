// A small solver of clauses and of bounds "at most k of these literals are true": conflict-driven learning with two
// watched literals, counters for bounds, activities, saved phases, Luby restarts (Marques-Silva and Sakallah 1999,
// Moskewicz et al. 2001, Een and Soerensson 2003; a blocking literal beside each watch: Sörensson and Een 2009). Literal 2v is
// variable v, and 2v + 1 its negation. Knows nothing of meetings: exact.ts says what the variables mean. Its memory is one arena, fixed.

import { allocate, copy, fill32, ld, ld8, st, st8 } from "../mem";
import { below } from "../rng";
import * as order from "./exact/activity";

export const RUNNING: i32 = 0;
export const SATISFIED: i32 = 1;
export const REFUTED: i32 = 2;
export const FAILED: i32 = 3; // not with what is assumed
export const TIRED: i32 = 4; // the limit of conflicts is reached

// A clause: size, glue (0: given) + 256 when used lately, a word that is not used, literals; the first two are watched.
// A watch of a literal: the clause, + 1 when it has two literals; another literal of it, which need not be looked for when
// it is true.
const HEAD: i32 = 12;
const OPEN: i32 = 0;
const TRUE: i32 = 1;
const FALSE: i32 = 2;

let nVars: i32 = 0;
let value: i32 = 0; // u8 [literal]
let phase: i32 = 0; // u8 [variable] 1: true
let bestPhase: i32 = 0; // u8 [variable] as in the last solution
let freePhase: i32 = 0; // u8 [variable] where the last attempt that was not near it left off
let target: i32 = 0; // u8 [variable] as on the longest trail of this attempt that no conflict stopped
let longest: i32 = 0;
let aiming: bool = false;
let roaming = false;
let assumed: i32 = 0; // literals taken for true
let nAssumed: i32 = 0;
let tiredAt: i32 = 0;
let seen: i32 = 0; // u8 [variable]
let level: i32 = 0; // [variable x 4] level; next to it the reason and the place on the trail
let reason: i32 = 0; // [variable x 4] address of a clause, 0: none, -1 - bound
let where: i32 = 0; // [variable x 4] place on the trail
let watch: i32 = 0; // [literal x 4] address of its watches, their number, room for so many
let watches: i32 = 0; // all of them
let watchesTop: i32 = 0;
let watchesEnd: i32 = 0;
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
let boundAt: i32 = 0; // [bound] address of: most, which is not used, size, literals
let boundMost: i32 = 0; // [bound]
let boundNow: i32 = 0; // [bound] literals that are true
let occStart: i32 = 0;
let occ: i32 = 0;
let adding: i32 = 0; // address of the clause or bound under construction
let refuted = false;
let wanted = false; // what was learnt last found no room
let maxVars: i32 = 0;
let maxBounds: i32 = 0;
/** More variables, bounds or literals than there is room for: what was built is of no use. */
export let overflowed = false;
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
  target = allocate(vars);
  assumed = allocate(vars * 4);
  seen = allocate(vars);
  level = allocate(vars * 16);
  reason = level + 4;
  where = level + 8;
  watch = allocate(vars * 32);
  trail = allocate(vars * 4);
  levelStart = allocate(vars * 8 + 8);
  learnt = allocate(vars * 4);
  touched = allocate(vars * 4);
  stamp = allocate(vars * 8 + 8);
  histogram = allocate(256 * 4);
  boundAt = allocate(bounds * 4);
  boundMost = allocate(bounds * 4);
  boundNow = allocate(bounds * 4);
  occStart = allocate(vars * 8 + 4);
  arena = allocate(words * 4);
  arenaEnd = arena + words * 4;
  watches = allocate(words * 4);
  watchesEnd = watches + words * 4;
  const held = arena != 0 && watches != 0 && occStart != 0 && boundNow != 0 && watch != 0 && level != 0 && target != 0;
  return held && order.setup(vars);
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
  order.clear();
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
  st(reason + (v << 4), 0);
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
  else {
    st(adding, size);
    st(adding + 4, 0);
  }
}
export function bound(most: i32): i32 {
  if (nBounds == maxBounds) {
    overflowed = true;
    return 0;
  }
  st(boundMost + (nBounds << 2), most);
  st(boundNow + (nBounds << 2), 0);
  st(adding + 8, (arenaTop - adding - HEAD) >> 2);
  st(boundAt + (nBounds << 2), adding);
  return nBounds++;
}

/** Both watches of a clause; false when there is no room for them. */
function attach(c: i32, size: i32): bool {
  const a = ld(c + HEAD);
  const b = ld(c + HEAD + 4);
  const two = size == 2 ? 1 : 0;
  return watchIt(a, c | two, b) && watchIt(b, c | two, a);
}
function watchIt(l: i32, c: i32, other: i32): bool {
  const list = watch + (l << 4);
  const n = ld(list + 4);
  if (n == ld(list + 8) && !enlarge(list)) return false;
  const at = ld(list) + (n << 3);
  st(at, c);
  st(at + 4, other);
  st(list + 4, n + 1);
  return true;
}
/** Twice the room for the watches of a literal; where they were is lost until all are built anew. */
function enlarge(list: i32): bool {
  const n = ld(list + 4);
  const room = n < 4 ? 4 : 2 * n;
  if (room > (watchesEnd - watchesTop) >> 3) return false;
  copy(watchesTop, ld(list), n << 3);
  st(list, watchesTop);
  st(list + 8, room);
  watchesTop += room << 3;
  return true;
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
  if (!rewatch()) {
    overflowed = true;
    return;
  }
  for (let v = 0; v < nVars; v++) {
    order.begin(v, (below(1000) as f64) * 0.00001);
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

/**
 * A new attempt of so many conflicts, near the last solution or where the one before left off, with what assume() adds.
 * With `aim` decisions follow the longest trail of the attempt that no conflict stopped (target phases, Biere et al.,
 * SAT Competition 2020): where there is a solution, it is found much sooner.
 */
export function attempt(limit: i32, near: bool, aim: bool): void {
  backtrack(0);
  if (roaming) copy(freePhase, aiming ? target : phase, nVars);
  roaming = !near;
  copy(phase, near ? bestPhase : freePhase, nVars);
  aiming = aim;
  copy(target, phase, nVars);
  longest = 0;
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
  if (most >= ld(boundMost + (b << 2))) return;
  st(boundMost + (b << 2), most);
  if (most < 0 || propagate() != 0 || !saturate(b)) refuted = true;
}

// --- Propagation ---------------------------------------------------------------------------------------------------

function enqueue(l: i32, why: i32): void {
  const v = l >> 1;
  st8(value + l, TRUE);
  st8(value + (l ^ 1), FALSE);
  st(level + (v << 4), levels);
  st(reason + (v << 4), why);
  st(where + (v << 4), trailSize);
  st(trail + (trailSize << 2), l);
  trailSize++;
}

/** Bound b may be full: its open literals are false. False when more are true than may be. */
function saturate(b: i32): bool {
  const c = ld(boundAt + (b << 2));
  const end = c + HEAD + (ld(c + 8) << 2);
  let n: i32 = 0;
  for (let at = c + HEAD; at < end; at += 4) if (ld8(value + ld(at)) == TRUE) n++;
  const most = ld(boundMost + (b << 2));
  if (n > most) return false;
  if (n == most)
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
      const now = boundNow + (ld(occ + (i << 2)) << 2);
      st(now, ld(now) + 1);
    }
    for (let i = from; i < to; i++) {
      const b = ld(occ + (i << 2));
      if (ld(boundNow + (b << 2)) >= ld(boundMost + (b << 2)) && !saturate(b)) return -1 - b;
    }
    const conflict = follow(l ^ 1);
    if (conflict != 0) return conflict;
  }
  return 0;
}

/** Literal f became false: what the clauses that watch it say now. 0, or the clause that is broken. */
function follow(f: i32): i32 {
  const list = watch + (f << 4);
  let from = ld(list);
  const end = from + (ld(list + 4) << 3);
  let to = from;
  let conflict: i32 = 0;
  while (from < end) {
    const c = ld(from);
    const blocker = ld(from + 4);
    from += 8;
    const blocked = ld8(value + blocker);
    if (blocked == TRUE) {
      st(to, c);
      st(to + 4, blocker);
      to += 8;
      continue;
    }
    if ((c & 1) != 0) {
      st(to, c);
      st(to + 4, blocker);
      to += 8;
      if (blocked == FALSE) {
        conflict = c - 1;
        break;
      }
      enqueue(blocker, c - 1);
      continue;
    }
    let other = ld(c + HEAD);
    if (other == f) {
      other = ld(c + HEAD + 4);
      st(c + HEAD, other);
      st(c + HEAD + 4, f);
    }
    const otherValue = ld8(value + other);
    if (otherValue != TRUE) {
      const last = c + HEAD + (ld(c) << 2);
      let k = c + HEAD + 8;
      while (k < last && ld8(value + ld(k)) == FALSE) k += 4;
      if (k < last) {
        const m = ld(k);
        if (watchIt(m, c, other)) {
          st(k, f);
          st(c + HEAD + 4, m);
          continue;
        }
        // No room: it goes unseen until all watches are built anew, which is next.
        wanted = true;
      } else if (otherValue == FALSE) conflict = c;
      else enqueue(other, c);
    }
    st(to, c);
    st(to + 4, other);
    to += 8;
    if (conflict != 0) break;
  }
  if (from > to && from < end) copy(to, from, end - from);
  st(list + 4, (to - ld(list) + (end - from)) >> 3);
  return conflict;
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
        const now = boundNow + (ld(occ + (i << 2)) << 2);
        st(now, ld(now) - 1);
      }
    st8(value + l, OPEN);
    st8(value + (l ^ 1), OPEN);
    st8(phase + v, 1 - (l & 1));
    order.put(v);
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
  if (ld8(seen + v) != 0 || ld(level + (v << 4)) == 0) return;
  st8(seen + v, 1);
  st(touched + (nTouched << 2), v);
  nTouched++;
  order.rise(v);
  if (ld(level + (v << 4)) == levels) open++;
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
  const limit = p < 0 ? trailSize : ld(where + ((p >> 1) << 4));
  const most = ld(boundMost + ((-1 - why) << 2));
  let left = p < 0 ? most + 1 : most;
  for (let at = c + HEAD; left > 0; at += 4) {
    const q = ld(at);
    if (ld8(value + q) != TRUE || ld(where + ((q >> 1) << 4)) >= limit) continue;
    visit(q ^ 1);
    left--;
  }
}

/** Literal q of the learnt clause follows from others of it. */
function redundant(q: i32): bool {
  const v = q >> 1;
  const why = ld(reason + (v << 4));
  if (why == 0) return false;
  if (why > 0) {
    const end = why + HEAD + (ld(why) << 2);
    for (let at = why + HEAD; at < end; at += 4) {
      const w = ld(at) >> 1;
      if (w != v && ld8(seen + w) == 0 && ld(level + (w << 4)) > 0) return false;
    }
    return true;
  }
  const c = ld(boundAt + ((-1 - why) << 2));
  const limit = ld(where + (v << 4));
  let left = ld(boundMost + ((-1 - why) << 2));
  for (let at = c + HEAD; left > 0; at += 4) {
    const l = ld(at);
    if (ld8(value + l) != TRUE || ld(where + ((l >> 1) << 4)) >= limit) continue;
    if (ld8(seen + (l >> 1)) == 0 && ld(level + ((l >> 1) << 4)) > 0) return false;
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
    why = ld(reason + ((p >> 1) << 4));
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
    const l = ld(level + ((q >> 1) << 4));
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
  st(c, n);
  st(c + 4, glue < 255 ? glue : 255);
  if (!attach(c, n)) {
    wanted = true;
    return;
  }
  arenaTop += HEAD + (n << 2);
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
  if (rewatch()) return;
  arenaTop = given;
  rewatch();
}

/** Builds all watches anew, at level 0 only; false when there is no room for them. */
function rewatch(): bool {
  for (let v = 0; v < nVars; v++) st(reason + (v << 4), 0);
  for (let l = 0; l < 2 * nVars; l++) {
    st(watch + (l << 4), watches);
    st(watch + (l << 4) + 4, 0);
    st(watch + (l << 4) + 8, 0);
  }
  // How many each literal will have, with some room for more.
  for (let c = first(); c < arenaTop; c = after(c))
    for (let i = 0; i < 2; i++) {
      choose(c, i);
      const list = watch + (ld(c + HEAD + (i << 2)) << 4) + 8;
      st(list, ld(list) + 1);
    }
  watchesTop = watches;
  for (let l = 0; l < 2 * nVars; l++) {
    const list = watch + (l << 4);
    const n = ld(list + 8);
    const room = n + (n >> 1) + 2;
    st(list, watchesTop);
    st(list + 8, room);
    watchesTop += room << 3;
    if (watchesTop > watchesEnd) return false;
  }
  for (let c = first(); c < arenaTop; c = after(c)) attach(c, ld(c));
  return true;
}

function first(): i32 {
  return firstBound == arena ? given : arena;
}
/** The clause behind this one; bounds are in between. */
function after(c: i32): i32 {
  const next = c + HEAD + (ld(c) << 2);
  return next == firstBound ? given : next;
}

let firstBound: i32 = 0;
/** Clauses come first, then bounds. */
export function boundsFollow(): void {
  firstBound = arenaTop;
}

/** Literal i (0 or 1) of a clause becomes one that is not false, where there is one. What says nothing else is told. */
function choose(c: i32, i: i32): void {
  const size = ld(c);
  for (let k = i; k < size; k++) {
    const l = ld(c + HEAD + (k << 2));
    if (ld8(value + l) == FALSE) continue;
    st(c + HEAD + (k << 2), ld(c + HEAD + (i << 2)));
    st(c + HEAD + (i << 2), l);
    return;
  }
  if (i == 0) refuted = true;
  else if (ld8(value + ld(c + HEAD)) == OPEN) enqueue(ld(c + HEAD), 0);
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

/** What was assigned before the level of this conflict goes together: decisions aim there from now on. */
function keepLongest(): void {
  const n = ld(levelStart + (levels << 2));
  if (n <= longest) return;
  longest = n;
  for (let i = 0; i < n; i++) {
    const l = ld(trail + (i << 2));
    st8(target + (l >> 1), 1 - (l & 1));
  }
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
    if (aiming) keepLongest();
    learn(conflict);
    order.forget();
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
  while (order.size > 0) {
    const v = order.take();
    if (ld8(value + 2 * v) != OPEN) continue;
    levels++;
    st(levelStart + (levels << 2), trailSize);
    enqueue(2 * v + 1 - ld8((aiming ? target : phase) + v), 0);
    return RUNNING;
  }
  for (let v = 0; v < nVars; v++) st8(bestPhase + v, ld8(value + 2 * v) == TRUE ? 1 : 0);
  return SATISFIED;
}
