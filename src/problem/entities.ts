// Names to indices: participants, rows, slots, places, zones, with who is present when. First half of compile.ts.
// Written independently of the judge's facts on purpose: a mistake here must show as a disagreement there.

import { calendarOf, coverageFlags, type Calendar } from "../spec/calendar.js";
import type { EventSpec } from "../spec/schema.js";

/** Ids of everything the solver knows by index; decode.ts turns indices back with it. */
export interface Names {
  participants: string[];
  rows: string[];
  slots: string[];
  places: string[];
  /** Session of each meal, in order of time. */
  meals: string[];
  /** Table of each meal, all meals one after the other. */
  tables: string[];
  /** Position in the event's `locked` of each locked unit, by unit; -1 for the others. */
  unitLock: Int32Array;
  /** Each wish for an organisation that has an eligible partner: who wishes, for which. */
  groups: { participant: number; organisation: string }[];
}

export interface Entities {
  spec: EventSpec;
  calendar: Calendar;
  /** i32 words of a slot set. */
  words: number;
  participant: Map<string, number>;
  side: Map<string, number>;
  organisation: Int32Array;
  organisationIndex: Map<string, number>;
  /** Participants by named organisation. */
  members: Map<number, number[]>;
  sideOf: Int32Array;
  /** Side weight x tier weight. */
  wishWeight: Float64Array;
  maximum: Int32Array;
  guaranteed: Int32Array;
  rowStart: Int32Array;
  rowIds: string[];
  rowOwner: Int32Array;
  /** Slot set per row. */
  rowPresent: Int32Array;
  /** Slot set per participant: some row is present. */
  somebodyPresent: Int32Array;
  /** Sum over slots of rows present. */
  presence: Int32Array;
  /** [participant x sessions]: everybody of this participant is away for some of the session. */
  awayFromSession: Uint8Array;
  place: Map<string, number>;
  /** Own place of each participant, or -1. */
  ownPlace: Int32Array;
}

/** Stands for "no limit" in i32 sections. */
export const NO_LIMIT = 0x3fffffff;

export const hasBit = (words: Int32Array, at: number, bit: number): boolean =>
  ((words[at + (bit >> 5)]! >>> (bit & 31)) & 1) === 1;
export const setBit = (words: Int32Array, at: number, bit: number): void => {
  words[at + (bit >> 5)]! |= 1 << (bit & 31);
};

/** Lays out everything that has an id. The event is valid (parse.ts saw to it). */
export function entitiesOf(spec: EventSpec): Entities {
  const calendar = calendarOf(spec);
  const n = spec.participants.length;
  const slots = calendar.slots.length;
  const sessions = calendar.sessions.length;
  const words = Math.max(1, Math.ceil(slots / 32));
  const side = new Map(spec.sides.map((s, i) => [s.id, i]));
  const tiers = new Map(spec.tiers.map((t) => [t.id, t]));
  const place = new Map(spec.places.map((p, i) => [p.id, i]));
  const organisationIndex = new Map<string, number>();
  for (const p of spec.participants)
    if (p.organisation !== undefined && !organisationIndex.has(p.organisation))
      organisationIndex.set(p.organisation, organisationIndex.size);
  let organisations = organisationIndex.size;

  const rowCount = spec.participants.reduce((sum, p) => sum + Math.max(1, p.representatives.length), 0);
  const e: Entities = {
    spec,
    calendar,
    words,
    participant: new Map(spec.participants.map((p, i) => [p.id, i])),
    side,
    organisation: new Int32Array(n),
    organisationIndex,
    members: new Map(),
    sideOf: new Int32Array(n),
    wishWeight: new Float64Array(n),
    maximum: new Int32Array(n),
    guaranteed: new Int32Array(n),
    rowStart: new Int32Array(n + 1),
    rowIds: [],
    rowOwner: new Int32Array(rowCount),
    rowPresent: new Int32Array(rowCount * words),
    somebodyPresent: new Int32Array(n * words),
    presence: new Int32Array(n),
    awayFromSession: new Uint8Array(n * Math.max(1, sessions)),
    place,
    ownPlace: new Int32Array(n).fill(-1),
  };
  spec.participants.forEach((p, i) => {
    const tier = p.tier === undefined ? undefined : tiers.get(p.tier);
    const s = side.get(p.side)!;
    e.sideOf[i] = s;
    e.wishWeight[i] = spec.sides[s]!.weight * (tier?.weight ?? 1);
    e.maximum[i] = p.maximum ?? tier?.maximum ?? NO_LIMIT;
    e.guaranteed[i] = p.guaranteed ?? tier?.guaranteed ?? 0;
    if (p.organisation === undefined) e.organisation[i] = organisations++;
    else {
      const organisation = organisationIndex.get(p.organisation)!;
      e.organisation[i] = organisation;
      const members = e.members.get(organisation);
      if (members) members.push(i);
      else e.members.set(organisation, [i]);
    }
    if (p.place !== undefined) e.ownPlace[i] = place.get(p.place)!;

    e.rowStart[i] = e.rowIds.length;
    const rows = p.representatives.length > 0 ? p.representatives : [{ id: p.id, absent: [] }];
    const away = new Uint8Array(sessions).fill(1);
    for (const row of rows) {
      const r = e.rowIds.length;
      e.rowIds.push(row.id);
      e.rowOwner[r] = i;
      const absent = coverageFlags(calendar, [...p.absent, ...row.absent]);
      for (let t = 0; t < slots; t++) {
        if (absent.slots[t]) continue;
        setBit(e.rowPresent, r * words, t);
        setBit(e.somebodyPresent, i * words, t);
        e.presence[i]!++;
      }
      for (let s2 = 0; s2 < sessions; s2++) if (!absent.sessions[s2]) away[s2] = 0;
    }
    e.awayFromSession.set(away, i * sessions);
  });
  e.rowStart[n] = e.rowIds.length;
  return e;
}
