// Places in indices: capacity, zone, when they are open, which are nobody's own, and minutes between zones. Part of
// compile.ts.

import { coverageFlags } from "../spec/calendar.js";
import { NO_LIMIT, setBit, type Entities } from "./entities.js";
import type { Units } from "./units.js";

/** Places in the event's order; zones by first mention, the last one for places without a zone. */
export function placesOf(e: Entities) {
  const { places, walks, rules } = e.spec;
  const ownedRows = new Map<number, number>();
  e.ownPlace.forEach((z, p) => {
    if (z >= 0) ownedRows.set(z, (ownedRows.get(z) ?? 0) + e.rowStart[p + 1]! - e.rowStart[p]!);
  });
  // Places without a zone share one, which no list of walks can name.
  const zoneIndex = new Map<string, number>();
  for (const { zone } of places) if (zone !== undefined && !zoneIndex.has(zone)) zoneIndex.set(zone, zoneIndex.size);
  const nowhere = zoneIndex.size;
  const zones = zoneIndex.size + 1;
  const minutes = new Int32Array(zones * zones).fill(rules.walkDefault);
  for (let z = 0; z < zones; z++) minutes[z * zones + z] = 0;
  for (const [a, b, m] of walks) {
    const [i, j] = [zoneIndex.get(a), zoneIndex.get(b)];
    if (i === undefined || j === undefined) continue;
    minutes[i * zones + j] = m;
    minutes[j * zones + i] = m;
  }
  const open = new Int32Array(places.length * e.words);
  const slots = e.calendar.slots.length;
  places.forEach((place, z) => {
    const closed = coverageFlags(e.calendar, place.closed).slots;
    for (let t = 0; t < slots; t++) if (!closed[t]) setBit(open, z * e.words, t);
  });
  return {
    capacity: places.map((place, z) => Math.min(NO_LIMIT, place.capacity ?? ownedRows.get(z) ?? 1)),
    zone: places.map((place) => (place.zone === undefined ? nowhere : zoneIndex.get(place.zone)!)),
    zones,
    minutes,
    open,
    pool: places.map((_, z) => z).filter((z) => !ownedRows.has(z)),
  };
}

/** Takes the slots out of units in which every place they may use is closed. */
export function closeSlots(e: Entities, units: Units, { open, pool }: ReturnType<typeof placesOf>): void {
  if (e.spec.places.length === 0) return;
  const words = Array.from({ length: e.words }, (_, w) => w);
  const shared = words.map((w) => pool.reduce((word, z) => word | open[z * e.words + w]!, 0));
  units.p.forEach((_, u) => {
    const own = [units.placeA[u]!, units.placeB[u]!].filter((z) => z >= 0);
    for (const w of words) {
      const start = units.pool[u] ? shared[w]! : 0;
      units.slots[u * e.words + w]! &= own.reduce((word, z) => word | open[z * e.words + w]!, start);
    }
  });
}
