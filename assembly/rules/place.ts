// place: a meeting has a place it may use, that is open and has room, when the event has places.

import { RULE_PLACE } from "../layout";
import { ld8, zero, ld, st } from "../mem";
import * as P from "../problem";
import { inPool, placeUsed } from "../state";
import { breach, held, placeAt, scratch, slotAt } from "../view";

/** Place z is closed or full in slot t. */
export function forbids(z: i32, t: i32): bool {
  return !P.inSet(P.placeOpen, z, t) || P.at(placeUsed, z * P.nSlots + t) >= P.at(P.placeCapacity, z);
}

/** Place z is one of those that some unit of this unit's pair may use. */
function allowed(u: i32, z: i32): bool {
  const pair = P.at(P.unitPair, u);
  const end = P.at(P.pairUnit, pair + 1);
  for (let x = P.at(P.pairUnit, pair); x < end; x++) {
    if (P.at(P.unitPlaceA, x) == z || P.at(P.unitPlaceB, x) == z) return true;
    if (P.at(P.unitPool, x) != 0 && ld8(inPool + z) != 0) return true;
  }
  return false;
}

/** Per meeting one for none, wrong or closed; one per place and slot over capacity. */
export function total(): void {
  if (P.nPlaces == 0) return;
  zero(scratch, P.nPlaces * P.nSlots * 4);
  for (let u = 0; u < P.nUnits; u++) {
    if (!held(u)) continue;
    const z = placeAt(u);
    const t = slotAt(u);
    if (z < 0) {
      breach(RULE_PLACE, 1);
      continue;
    }
    if (!allowed(u, z) || !P.inSet(P.placeOpen, z, t)) breach(RULE_PLACE, 1);
    const at = scratch + ((z * P.nSlots + t) << 2);
    st(at, ld(at) + 1);
    if (ld(at) == P.at(P.placeCapacity, z) + 1) breach(RULE_PLACE, 1);
  }
}
