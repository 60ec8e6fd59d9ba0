// Who is there: participants, their rows, organisations, sides and presence, by index.
// Called by facts.ts. It reads the spec only; it never asks what two people want from each other.
// A row is a representative; a participant without any is one row that bears the participant's id.

import type { Calendar, Covered } from "../../spec/calendar.js";
import { coverage } from "../../spec/calendar.js";
import type { EventSpec } from "../../spec/schema.js";

/** A participant with what the tier and the side give it. */
export interface Person {
  id: string;
  index: number;
  /** Index of the side; -1 when the side is unknown. */
  side: number;
  /** Index of the organisation; a participant without one has an index of its own. */
  organisation: number;
  /** Indices of its rows, one or more. */
  rows: number[];
  guaranteed: number;
  /** Infinity when there is no limit. */
  maximum: number;
  /** Weight of the side times weight of the tier. */
  weight: number;
  takesMeals: boolean;
}

/** One line of the slot grid. */
export interface Row {
  id: string;
  index: number;
  person: number;
  /** 1 for each slot in which the row is there. */
  present: Uint8Array;
  /** The same as bits, 32 slots to a word. */
  mask: Uint32Array;
  /** 1 for each session of which the row misses any minute. */
  away: Uint8Array;
  /** Number of slots in which it is there. */
  open: number;
}

export interface Organisation {
  /** Undefined for the organisation of one's own. */
  name: string | undefined;
  members: number[];
}

export interface People {
  people: Person[];
  personIndex: Map<string, number>;
  rows: Row[];
  rowIndex: Map<string, number>;
  organisations: Organisation[];
  /** Named organisations only. */
  organisationIndex: Map<string, number>;
  sideIds: string[];
  sideIndex: Map<string, number>;
  hosts: boolean[];
  /** Words of a slot mask. */
  words: number;
  /** Slots in which some row of a person is there, `words` words for each person. */
  presence: Uint32Array;
  /** True when the two sides may meet. */
  paired(side: number, other: number): boolean;
}

type Presence = Pick<Row, "present" | "mask" | "away" | "open">;

/** Reads participants, sides and presence; the first of two equal ids counts. */
export function peopleOf(spec: EventSpec, calendar: Calendar): People {
  const sideIndex = firstIndex(spec.sides);
  const tierIndex = firstIndex(spec.tiers);
  const words = Math.ceil(calendar.slots.length / 32);
  const presenceOf = presenceReader(calendar, words);
  const people: Person[] = [];
  const rows: Row[] = [];
  const personIndex = new Map<string, number>();
  const rowIndex = new Map<string, number>();
  const organisations: Organisation[] = [];
  const organisationIndex = new Map<string, number>();
  for (const participant of spec.participants) {
    if (personIndex.has(participant.id)) continue;
    const index = people.length;
    const side = sideIndex.get(participant.side) ?? -1;
    const tier = participant.tier === undefined ? undefined : spec.tiers[tierIndex.get(participant.tier) ?? -1];
    let organisation =
      participant.organisation === undefined ? undefined : organisationIndex.get(participant.organisation);
    if (organisation === undefined) {
      organisation = organisations.length;
      organisations.push({ name: participant.organisation, members: [] });
      if (participant.organisation !== undefined) organisationIndex.set(participant.organisation, organisation);
    }
    organisations[organisation]!.members.push(index);
    const person: Person = {
      id: participant.id,
      index,
      side,
      organisation,
      rows: [],
      guaranteed: participant.guaranteed ?? tier?.guaranteed ?? 0,
      maximum: participant.maximum ?? tier?.maximum ?? Infinity,
      weight: (spec.sides[side]?.weight ?? 1) * (tier?.weight ?? 1),
      takesMeals: participant.meals,
    };
    people.push(person);
    personIndex.set(participant.id, index);
    const lines =
      participant.representatives.length > 0 ? participant.representatives : [{ id: participant.id, absent: [] }];
    for (const line of lines) {
      const tokens = line.absent.length > 0 ? [...participant.absent, ...line.absent] : participant.absent;
      person.rows.push(rows.length);
      if (!rowIndex.has(line.id)) rowIndex.set(line.id, rows.length);
      rows.push({ id: line.id, index: rows.length, person: index, ...presenceOf(tokens) });
    }
  }
  const presence = new Uint32Array(people.length * words);
  for (const row of rows) for (let w = 0; w < words; w++) presence[row.person * words + w]! |= row.mask[w]!;
  return {
    people,
    personIndex,
    rows,
    rowIndex,
    organisations,
    organisationIndex,
    sideIds: spec.sides.map((s) => s.id),
    sideIndex,
    hosts: spec.sides.map((s) => s.hosts),
    words,
    presence,
    paired: pairings(spec, sideIndex),
  };
}

/** Index of the first entry with each id. */
export function firstIndex(list: readonly { id: string }[]): Map<string, number> {
  const index = new Map<string, number>();
  list.forEach((entry, i) => {
    if (!index.has(entry.id)) index.set(entry.id, i);
  });
  return index;
}

// Most people have no absences at all, and tokens repeat: presence is shared and each token is read once.
function presenceReader(calendar: Calendar, words: number): (tokens: readonly string[]) => Presence {
  const known = new Map<string, Covered | undefined>();
  const always = derive(new Uint8Array(calendar.slots.length).fill(1), new Uint8Array(calendar.sessions.length));
  return (tokens) => {
    if (tokens.length === 0) return always;
    const present = new Uint8Array(calendar.slots.length).fill(1);
    const away = new Uint8Array(calendar.sessions.length);
    for (const token of tokens) {
      if (!known.has(token)) known.set(token, coverage(calendar, token));
      const covered = known.get(token);
      for (const slot of covered?.slots ?? []) present[slot] = 0;
      for (const session of covered?.sessions ?? []) away[session] = 1;
    }
    return derive(present, away);
  };

  function derive(present: Uint8Array, away: Uint8Array): Presence {
    const mask = new Uint32Array(words);
    let open = 0;
    present.forEach((there, slot) => {
      if (there) mask[slot >> 5]! |= 1 << (slot & 31);
      open += there;
    });
    return { present, mask, away, open };
  }
}

function pairings(spec: EventSpec, sideIndex: Map<string, number>): People["paired"] {
  const n = spec.sides.length;
  if (spec.pairings === undefined) {
    return (a, b) => a >= 0 && b >= 0 && (a !== b || n === 1);
  }
  const listed = new Set<number>();
  for (const [a, b] of spec.pairings) {
    const i = sideIndex.get(a);
    const j = sideIndex.get(b);
    if (i === undefined || j === undefined) continue;
    listed.add(i * n + j);
    listed.add(j * n + i);
  }
  return (a, b) => listed.has(a * n + b);
}
