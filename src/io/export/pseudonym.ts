// A copy of an event, and of its schedules, in which nobody can be recognised: names, organisations, labels, tags and ids are
// codes, comments and what only describes is gone, and everything that counts is the same: the judge says of the copy what it
// says of the original. Called through ../export.ts. Dates, times and numbers stay, for they are what is scheduled.
//
// Codes stand in the order of the ids they replace, since ties are broken by ids; each kind of thing has a letter of its own,
// so that a wish for an organisation never becomes one for a person.

import type { Locale } from "../../rules/rule.js";
import type { Schedule } from "../../schedule.js";
import { calendarOf } from "../../spec/calendar.js";
import { eventHash } from "../../spec/hash.js";
import type { EventSpec } from "../../spec/schema.js";

/** Which code stands for which id. Whoever has it can read the copy: it is not part of it. */
export interface Codes {
  /** Participants and their representatives share ids. */
  people: ReadonlyMap<string, string>;
  organisations: ReadonlyMap<string, string>;
  sides: ReadonlyMap<string, string>;
  tiers: ReadonlyMap<string, string>;
  places: ReadonlyMap<string, string>;
  zones: ReadonlyMap<string, string>;
  sessions: ReadonlyMap<string, string>;
  tables: ReadonlyMap<string, string>;
  tags: ReadonlyMap<string, string>;
}

export interface PseudonymisedEvent {
  event: EventSpec;
  codes: Codes;
  /** The same for a schedule of the event: one codes for both. */
  schedule(schedule: Schedule): Schedule;
}

const LABELS = {
  en: {
    event: "Pseudonymised event",
    side: "Side",
    tier: "Package",
    person: "Person",
    place: "Place",
    session: "Session",
  },
  fr: {
    event: "Événement pseudonymisé",
    side: "Côté",
    tier: "Forfait",
    person: "Personne",
    place: "Lieu",
    session: "Session",
  },
};

/** Letter and number of each id, in the order of the ids. */
function codesOf(letter: string, ids: Iterable<string>): Map<string, string> {
  const sorted = [...new Set(ids)].sort();
  const width = String(sorted.length).length;
  return new Map(sorted.map((id, i) => [id, `${letter}${String(i + 1).padStart(width, "0")}`]));
}

/** Pseudonymises an event that the spec's checks accept. */
export function pseudonymise(spec: EventSpec, locale: Locale): PseudonymisedEvent {
  const codes = makeCodes(spec);
  const calendar = calendarOf(spec);
  const words = LABELS[locale];
  const isPerson = new Set(spec.participants.map(({ id }) => id));
  // What no list knows (a schedule of an older state of the event) gets a code too, never its own name.
  const codeIn = (map: ReadonlyMap<string, string>, id: string): string => map.get(id) ?? "unknown";
  const person = (id: string): string => codeIn(codes.people, id);
  const pair = ([a, b]: readonly [string, string]): [string, string] => [person(a), person(b)];
  const target = (id: string): string => (isPerson.has(id) ? person(id) : codeIn(codes.organisations, id));
  const slot = (id: string): string => {
    const found = calendar.slots[calendar.slotIndex.get(id) ?? -1];
    if (!found) return "unknown";
    const session = calendar.sessions[found.session]!;
    return `${codeIn(codes.sessions, session.id)}.${found.index - session.first + 1}`;
  };
  // In the order in which a token is read: a slot, a session, else a date or a range, which stay.
  const token = (text: string): string =>
    calendar.slotIndex.has(text) ? slot(text) : calendar.sessionIndex.has(text) ? codeIn(codes.sessions, text) : text;
  const tokens = (list: readonly string[]): string[] => list.map(token);
  const number = (code: string): string => String(Number(code.slice(1)));
  const label = (word: string, code: string): string => `${word} ${number(code)}`;
  /** Keys in place, values replaced; what is left out stays left out. */
  const some = <T extends object, K extends keyof T>(object: T, key: K, make: (value: NonNullable<T[K]>) => T[K]): T =>
    object[key] === undefined ? object : { ...object, [key]: make(object[key]!) };

  const { $schema: _, ...rest } = spec;
  const { timezone, locale: language } = spec.event;
  const event: EventSpec = {
    ...rest,
    event: { name: words.event, ...(timezone !== undefined && { timezone }), ...(language && { locale: language }) },
    calendar: spec.calendar.map((day) => ({
      ...day,
      sessions: day.sessions.map((session) => {
        const code = codeIn(codes.sessions, session.id);
        return some({ ...session, id: code }, "label", () => label(words.session, code));
      }),
    })),
    sides: spec.sides.map((side) => {
      const code = codeIn(codes.sides, side.id);
      return some({ ...side, id: code }, "label", () => label(words.side, code));
    }),
    ...(spec.pairings && {
      pairings: spec.pairings.map(([a, b]): [string, string] => [codeIn(codes.sides, a), codeIn(codes.sides, b)]),
    }),
    tiers: spec.tiers.map((tier) => {
      const code = codeIn(codes.tiers, tier.id);
      return some({ ...tier, id: code }, "label", () => label(words.tier, code));
    }),
    participants: spec.participants.map((participant) => {
      const code = person(participant.id);
      let copy = {
        ...participant,
        id: code,
        side: codeIn(codes.sides, participant.side),
        absent: tokens(participant.absent),
        representatives: participant.representatives.map((row) => {
          const id = person(row.id);
          return some({ ...row, id, absent: tokens(row.absent) }, "name", () => label(words.person, id));
        }),
        needs: participant.needs.map((tag) => codeIn(codes.tags, tag)),
        offers: participant.offers.map((tag) => codeIn(codes.tags, tag)),
      };
      copy = some(copy, "name", () => label(words.person, code));
      copy = some(copy, "organisation", (name) => codeIn(codes.organisations, name));
      copy = some(copy, "tier", (id) => codeIn(codes.tiers, id));
      return some(copy, "place", (id) => codeIn(codes.places, id));
    }),
    wishes: spec.wishes.map((wish) => ({ ...wish, from: person(wish.from), to: target(wish.to) })),
    places: spec.places.map((place) => {
      const code = codeIn(codes.places, place.id);
      let copy = { ...place, id: code, closed: tokens(place.closed) };
      copy = some(copy, "label", () => label(words.place, code));
      return some(copy, "zone", (zone) => codeIn(codes.zones, zone));
    }),
    walks: spec.walks.map(([a, b, minutes]): [string, string, number] => [
      codeIn(codes.zones, a),
      codeIn(codes.zones, b),
      minutes,
    ]),
    locked: spec.locked.map((lock) => {
      let copy = { ...lock, participants: pair(lock.participants) };
      copy = some(copy, "slot", slot);
      copy = some(copy, "slots", tokens);
      return some(copy, "place", (id) => codeIn(codes.places, id));
    }),
    precedences: spec.precedences.map(({ first, then }) => ({ first: pair(first), then: pair(then) })),
    blocked: spec.blocked.map((entry) => some({ ...entry, participants: pair(entry.participants) }, "slots", tokens)),
    met: spec.met.map(pair),
    meals: spec.meals.map((meal) => {
      const copy = {
        ...meal,
        session: codeIn(codes.sessions, meal.session),
        tables: meal.tables.map((table) => some({ ...table, id: codeIn(codes.tables, table.id) }, "host", person)),
        seats: meal.seats.map((seat) => ({
          participant: person(seat.participant),
          table: codeIn(codes.tables, seat.table),
        })),
      };
      return some(copy, "mix", (mix) =>
        Object.fromEntries(Object.entries(mix).map(([side, bounds]) => [codeIn(codes.sides, side), bounds])),
      );
    }),
  };

  const hash = eventHash(event);
  const byPerson = <T>(values: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(values).map(([id, value]) => [person(id), value]));
  const ofTheEvent = eventHash(spec);
  const hashed = (text: string): string => (text === ofTheEvent ? hash : text);

  const schedule = (given: Schedule): Schedule => {
    const { bound } = given;
    const copy: Schedule = {
      ...given,
      event: hashed(given.event),
      meetings: given.meetings.map((meeting) =>
        some(
          { ...meeting, participants: pair(meeting.participants), rows: pair(meeting.rows), slot: slot(meeting.slot) },
          "place",
          (id) => codeIn(codes.places, id),
        ),
      ),
      meals: given.meals.map(({ session, table, participants }) => ({
        session: codeIn(codes.sessions, session),
        table: codeIn(codes.tables, table),
        participants: participants.map(person),
      })),
      // Evidence is words and ids of all kinds: the judge can say it again of the copy.
      unmet: given.unmet.map(({ from, to, reason }) => ({ from: person(from), to: target(to), reason, evidence: {} })),
    };
    if (!bound) return copy;
    const { certificate } = bound;
    const priced = { ...certificate, event: hashed(certificate.event) };
    for (const key of ["pi", "mu", "sigma", "discount", "tangents"] as const) {
      if (certificate[key]) Object.assign(priced, { [key]: byPerson<unknown>(certificate[key]) });
    }
    for (const key of ["organisations", "exclusive"] as const) {
      const list = certificate[key];
      if (!list) continue;
      priced[key] = list.map(([id, organisation, price]): [string, string, number] => [
        person(id),
        codeIn(codes.organisations, organisation),
        price,
      ]);
    }
    const { tables } = certificate;
    if (tables)
      priced.tables = {
        ...tables,
        core: tables.core.map((id) => codeIn(codes.sides, id)),
        seats: tables.seats.map(([id, seats]): [string, Record<string, number>] => [
          codeIn(codes.sessions, id),
          byPerson<number>(seats),
        ]),
        ...(tables.prices && {
          prices: tables.prices.map(([id, ...rest]): [string, number, number] => [codeIn(codes.sessions, id), ...rest]),
        }),
        ...(tables.pairs && {
          pairs: tables.pairs.map(([a, b, price]): [string, string, number] => [person(a), person(b), price]),
        }),
      };
    return { ...copy, bound: { ...bound, certificate: priced } };
  };
  return { event, codes, schedule };
}

function makeCodes(spec: EventSpec): Codes {
  const { participants } = spec;
  return {
    people: codesOf(
      "p",
      participants.flatMap(({ id, representatives }) => [id, ...representatives.map((row) => row.id)]),
    ),
    organisations: codesOf(
      "o",
      participants.flatMap(({ organisation }) => organisation ?? []),
    ),
    sides: codesOf(
      "s",
      spec.sides.map(({ id }) => id),
    ),
    tiers: codesOf(
      "f",
      spec.tiers.map(({ id }) => id),
    ),
    places: codesOf(
      "l",
      spec.places.map(({ id }) => id),
    ),
    zones: codesOf("z", [...spec.places.flatMap(({ zone }) => zone ?? []), ...spec.walks.flatMap(([a, b]) => [a, b])]),
    sessions: codesOf(
      "t",
      spec.calendar.flatMap(({ sessions }) => sessions.map(({ id }) => id)),
    ),
    tables: codesOf(
      "r",
      spec.meals.flatMap(({ tables }) => tables.map(({ id }) => id)),
    ),
    tags: codesOf(
      "k",
      participants.flatMap(({ needs, offers }) => [...needs, ...offers]),
    ),
  };
}
