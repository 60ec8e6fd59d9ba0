// Where meetings can be held: places, their capacity and hours, walking minutes, and which places a pair may use.
// Called by facts.ts. An event without places has unlimited room: `places` is then empty.

import type { Calendar } from "../../spec/calendar.js";
import { coverageFlags } from "../../spec/calendar.js";
import type { EventSpec } from "../../spec/schema.js";
import type { Locks } from "./locks.js";
import type { People } from "./people.js";
import { firstIndex } from "./people.js";

export interface Room {
  id: string;
  index: number;
  /** Index of the zone; places without a zone share zone 0. */
  zone: number;
  /** Meetings at once. */
  capacity: number;
  /** 1 for each slot in which it is closed. */
  closed: Uint8Array;
  /** True when it is some participant's own place. */
  owned: boolean;
}

/** Places a pair may use: the listed ones, and with `common` every place that is nobody's own. */
export interface Allowed {
  listed: number[];
  common: boolean;
}

export interface Rooms {
  places: Room[];
  placeIndex: Map<string, number>;
  /** Own place of each person, or -1. */
  ownPlace: Int32Array;
  /** Places the pair may use. */
  allowedPlaces(p: number, q: number): Allowed;
  /** Takes the slots out of a mask in which all of these places are closed; none where the event has no places. */
  keepOpen(allowed: Allowed, mask: Uint32Array): void;
  /** Minutes on foot between two places. */
  walkMinutes(place: number, other: number): number;
  /** No walk is longer than this. */
  longestWalk: number;
}

/** Reads places and walks; own places that do not exist count as none. */
export function roomsOf(spec: EventSpec, calendar: Calendar, people: People, locks: Locks): Rooms {
  const placeIndex = firstIndex(spec.places);
  const ownPlace = new Int32Array(people.people.length).fill(-1);
  const ownersRows = new Map<number, number>();
  const seen = new Set<string>();
  for (const participant of spec.participants) {
    if (seen.has(participant.id)) continue;
    seen.add(participant.id);
    const place = participant.place === undefined ? undefined : placeIndex.get(participant.place);
    if (place === undefined) continue;
    const person = people.people[people.personIndex.get(participant.id)!]!;
    ownPlace[person.index] = place;
    ownersRows.set(place, (ownersRows.get(place) ?? 0) + person.rows.length);
  }
  const zones = new Map<string, number>();
  const zoneOf = (name: string | undefined): number => {
    if (name === undefined) return 0;
    if (!zones.has(name)) zones.set(name, zones.size + 1);
    return zones.get(name)!;
  };
  const alwaysOpen = new Uint8Array(calendar.slots.length);
  const places = spec.places.map((place, index): Room => ({
    id: place.id,
    index,
    zone: zoneOf(place.zone),
    capacity: place.capacity ?? ownersRows.get(index) ?? 1,
    closed: place.closed.length === 0 ? alwaysOpen : coverageFlags(calendar, place.closed).slots,
    owned: ownersRows.has(index),
  }));
  const open = places.map((place) => openSlots(place, people.words));
  const shared = new Uint32Array(people.words);
  for (const { index, owned } of places) if (!owned) open[index]!.forEach((word, w) => (shared[w]! |= word));
  return { places, placeIndex, ownPlace, ...walksOf(spec, places, zones), allowedPlaces, keepOpen };

  function keepOpen({ listed, common }: Allowed, mask: Uint32Array): void {
    if (places.length === 0) return;
    for (let w = 0; w < mask.length; w++)
      mask[w]! &= listed.reduce((word, place) => word | open[place]![w]!, common ? shared[w]! : 0);
  }

  function standard(p: number, q: number): Allowed {
    const hostP = people.hosts[people.people[p]!.side] ?? false;
    const hostQ = people.hosts[people.people[q]!.side] ?? false;
    // Exactly one side hosts: only the host's own place counts. Otherwise the own place of either.
    const ownP = hostP || !hostQ ? ownPlace[p]! : -1;
    const ownQ = hostQ || !hostP ? ownPlace[q]! : -1;
    const listed: number[] = [];
    if (ownP >= 0) listed.push(ownP);
    if (ownQ >= 0 && ownQ !== ownP) listed.push(ownQ);
    return { listed, common: listed.length === 0 };
  }

  function allowedPlaces(p: number, q: number): Allowed {
    const own = locks.locks.get(locks.pairKey(p, q));
    if (!own) return standard(p, q);
    const allowed = own.some((lock) => lock.place === undefined) ? standard(p, q) : { listed: [], common: false };
    const listed = new Set(allowed.listed);
    for (const lock of own) {
      const place = lock.place === undefined ? undefined : placeIndex.get(lock.place);
      if (place !== undefined) listed.add(place);
    }
    return { listed: [...listed], common: allowed.common };
  }
}

/** Slots in which a place is open, as a mask. */
function openSlots({ closed }: Room, words: number): Uint32Array {
  const mask = new Uint32Array(words);
  closed.forEach((flag, slot) => {
    if (!flag) mask[slot >> 5]! |= 1 << (slot & 31);
  });
  return mask;
}

/** True when the place is among the allowed ones. */
export function isAllowed(allowed: Allowed, place: Room): boolean {
  return allowed.listed.includes(place.index) || (allowed.common && !place.owned);
}

function walksOf(
  spec: EventSpec,
  places: readonly Room[],
  zones: Map<string, number>,
): Pick<Rooms, "walkMinutes" | "longestWalk"> {
  const n = zones.size + 1;
  const listed = new Map<number, number>();
  let longestWalk = spec.rules.walkDefault;
  for (const [from, to, minutes] of spec.walks) {
    const a = zones.get(from);
    const b = zones.get(to);
    if (a === undefined || b === undefined) continue;
    listed.set(a * n + b, minutes);
    listed.set(b * n + a, minutes);
    longestWalk = Math.max(longestWalk, minutes);
  }
  const walkMinutes = (place: number, other: number): number => {
    if (place === other) return 0;
    const a = places[place]!.zone;
    const b = places[other]!.zone;
    return listed.get(a * n + b) ?? (a === b ? 0 : spec.rules.walkDefault);
  };
  return { walkMinutes, longestWalk };
}
