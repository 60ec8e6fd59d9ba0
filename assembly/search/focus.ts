// Where the working solution falls short of the linear programme: idle slots of people whose time has a price, and units
// left out that are worth more than the prices of their best slot. The distance to the bound is the sum of such defects
// (complementary slackness), so a search that looks there wastes no time elsewhere.

import * as lp from "../bound/lp";
import { allocate, ld, st } from "../mem";
import * as P from "../problem";
import { below } from "../rng";
import * as S from "../state";

/** Defects cheaper than this, in points, are left alone: prices are not exact. */
const LEAST: f64 = 1;
const MOST: i32 = 65536;

let list: i32 = 0;
/** Defects listed. */
export let size: i32 = 0;

export function setup(): bool {
  list = allocate(MOST * 4);
  size = 0;
  return list != 0;
}

function add(defect: i32): void {
  if (size == MOST) return;
  st(list + (size << 2), defect);
  size++;
}

/** Lists the defects of the working solution: an idle slot as participant x slots + slot, a unit left out as -1 - unit. */
export function refresh(): void {
  size = 0;
  for (let p = 0; p < P.nParticipants; p++)
    for (let t = 0; t < P.nSlots; t++) if (P.inSet(S.free, p, t) && lp.priceOf(p, t) >= LEAST) add(p * P.nSlots + t);
  for (let u = 0; u < P.nUnits; u++) if (S.slotOf(u) < 0 && lp.worth(u) >= LEAST) add(-1 - u);
}

/** One of them at random; there is at least one. */
export function draw(): i32 {
  return ld(list + (below(size) << 2));
}

/** A unit of p that may be held in slot t and loses at most `loss` points at the prices there; -1 when none drawn does. */
export function fitting(p: i32, t: i32, loss: f64): i32 {
  const start = P.at(P.adjacentStart, p);
  const n = P.at(P.adjacentStart, p + 1) - start;
  if (n == 0) return -1;
  for (let i = 0; i < 12; i++) {
    const u = P.at(P.adjacent, start + below(n));
    if (P.inSet(P.unitSlots, u, t) && S.slotOf(u) != t && lp.reducedAt(u, t) >= -loss) return u;
  }
  return -1;
}
