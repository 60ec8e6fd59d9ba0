// The event's ids as indices, with what the checks ask of them again and again. Made once by index.ts.
// An id that stands twice means its first bearer; an id that is not known has no index. Nothing here reports.

import { calendarOf, coverage, type Calendar, type Covered } from "../calendar.js";
import type { EventSpec } from "../schema.js";

export interface Book {
  spec: EventSpec;
  calendar: Calendar;
  /** False when the calendar could not be laid out: then nothing about times is told. */
  timed: boolean;
  sides: Map<string, number>;
  tiers: Map<string, number>;
  places: Map<string, number>;
  participants: Map<string, number>;
  /** Named organisations, numbered from the number of participants on, so that both share one range. */
  organisations: Map<string, number>;
  /** Participants of each organisation, by its number less the number of participants. */
  members: number[][];
  /** The organisation's number of each participant; its own index when it has none that is named. */
  organisationOf: Int32Array;
  /** Number of a wish's target: participant first, else organisation, else -1. */
  target(id: string): number;
  /** Vetoes: from * span + target, to the wish's index. */
  vetoes: Map<number, number>;
  span: number;
  rows(participant: number): number;
  /** Rows present in each slot. */
  present(participant: number): Uint16Array;
  /** True when the participant is there for all of the session and takes meals. */
  eats(participant: number, session: number): boolean;
  paired(a: number, b: number): boolean;
  /** Index of the wish by which one refuses the other, or -1. */
  vetoBetween(p: number, q: number): number;
  maximum(participant: number): number;
  guaranteed(participant: number): number;
  /** What a token covers; undefined when it names nothing. */
  covered(token: string, inside?: boolean): Covered | undefined;
}

/** First index of each id. */
export function firstIndex(list: readonly { id: string }[]): Map<string, number> {
  const map = new Map<string, number>();
  for (let i = 0; i < list.length; i++) if (!map.has(list[i]!.id)) map.set(list[i]!.id, i);
  return map;
}

/** Builds the book; without `timed` its calendar is empty. */
export function bookOf(spec: EventSpec, timed: boolean): Book {
  const people = spec.participants;
  const calendar = calendarOf({ calendar: timed ? spec.calendar : [] });
  const slots = calendar.slots.length;
  const sides = firstIndex(spec.sides);
  const tiers = firstIndex(spec.tiers);
  const participants = firstIndex(people);
  const organisations = new Map<string, number>();
  const members: number[][] = [];
  const organisationOf = Int32Array.from(people, ({ organisation }, i) => {
    if (organisation === undefined) return i;
    let number = organisations.get(organisation);
    if (number === undefined) {
      organisations.set(organisation, (number = people.length + members.length));
      members.push([]);
    }
    members[number - people.length]!.push(i);
    return number;
  });
  const target = (id: string): number => participants.get(id) ?? organisations.get(id) ?? -1;
  const span = people.length + members.length;

  const vetoes = new Map<number, number>();
  spec.wishes.forEach((wish, i) => {
    if (!wish.veto) return;
    const from = participants.get(wish.from);
    const to = target(wish.to);
    if (from !== undefined && to >= 0) vetoes.set(from * span + to, i);
  });

  const outside = new Map<string, Covered | undefined>();
  const inner = new Map<string, Covered | undefined>();
  const covered = (token: string, inside = false): Covered | undefined => {
    const known = inside ? inner : outside;
    if (!known.has(token)) known.set(token, coverage(calendar, token, inside));
    return known.get(token);
  };

  const rows = (p: number): number => Math.max(1, people[p]!.representatives.length);
  const away = (tokens: readonly string[]): Uint8Array => {
    const flags = new Uint8Array(slots);
    for (const token of tokens) for (const s of covered(token)?.slots ?? []) flags[s] = 1;
    return flags;
  };
  const presence: (Uint16Array | undefined)[] = new Array<Uint16Array | undefined>(people.length);
  const present = (p: number): Uint16Array => {
    const known = presence[p];
    if (known) return known;
    const { absent, representatives } = people[p]!;
    const own = away(absent);
    const result = new Uint16Array(slots);
    const size = rows(p);
    for (let s = 0; s < slots; s++) result[s] = own[s] ? 0 : size;
    for (const row of representatives) {
      if (row.absent.length === 0) continue;
      const flags = away(row.absent);
      for (let s = 0; s < slots; s++) if (flags[s] && result[s]! > 0) result[s]!--;
    }
    return (presence[p] = result);
  };

  const missesSession = (tokens: readonly string[], session: number): boolean =>
    tokens.some((token) => covered(token)?.sessions.includes(session));
  const eats = (p: number, session: number): boolean => {
    const { absent, representatives, meals } = people[p]!;
    if (!meals || missesSession(absent, session)) return false;
    return representatives.length === 0 || representatives.some((row) => !missesSession(row.absent, session));
  };

  const listed = spec.pairings && new Set(spec.pairings.flatMap(([a, b]) => [sidesKey(a, b), sidesKey(b, a)]));
  const paired = (a: number, b: number): boolean => {
    const [one, other] = [people[a]!.side, people[b]!.side];
    if (listed) return listed.has(sidesKey(one, other));
    return one !== other || spec.sides.length === 1;
  };

  const refuses = (p: number, q: number): number => {
    const direct = vetoes.get(p * span + q);
    if (direct !== undefined) return direct;
    const organisation = organisationOf[q]!;
    return organisation === q ? -1 : (vetoes.get(p * span + organisation) ?? -1);
  };
  const vetoBetween = (p: number, q: number): number => Math.max(refuses(p, q), refuses(q, p));

  const tierOf = (p: number): EventSpec["tiers"][number] | undefined => {
    const tier = people[p]!.tier;
    const index = tier === undefined ? undefined : tiers.get(tier);
    return index === undefined ? undefined : spec.tiers[index];
  };
  return {
    spec,
    calendar,
    timed,
    sides,
    tiers,
    places: firstIndex(spec.places),
    participants,
    organisations,
    members,
    organisationOf,
    target,
    vetoes,
    span,
    rows,
    present,
    eats,
    paired,
    vetoBetween,
    maximum: (p) => people[p]!.maximum ?? tierOf(p)?.maximum ?? Infinity,
    guaranteed: (p) => people[p]!.guaranteed ?? tierOf(p)?.guaranteed ?? 0,
    covered,
  };
}

function sidesKey(a: string, b: string): string {
  return `${a.length}:${a}${b}`;
}

/** Number of a pair, whatever its order. */
export function pairNumber(book: Book, a: number, b: number): number {
  return Math.min(a, b) * book.spec.participants.length + Math.max(a, b);
}

/** Meetings at once at each place: as given, else 1, or as many as its owners have rows. */
export function capacities(book: Book): number[] {
  const owned = new Map<number, number>();
  book.spec.participants.forEach(({ place }, i) => {
    const index = place === undefined ? undefined : book.places.get(place);
    if (index !== undefined) owned.set(index, (owned.get(index) ?? 0) + book.rows(i));
  });
  return book.spec.places.map((place, i) => place.capacity ?? owned.get(i) ?? 1);
}
