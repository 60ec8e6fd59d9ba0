// What every export says of an event and a schedule, as plain data: who meets whom, when and where, who sits at which
// table. Made once; the sheets, the calendars, the workbook and the CSV are all written from it. It takes names, times,
// places and tables only. Nothing here comes from a wish, a priority, a veto or a reason, so that nothing that is written
// from it alone can tell a participant who wished or refused.

import type { Facts } from "../../rules/facts.js";
import { viewOf } from "../../rules/view.js";
import type { Schedule } from "../../schedule.js";
import type { EventSpec } from "../../spec/schema.js";

/** A person as the others read it. */
export interface Who {
  /** The participant, and its representative. Both may be ids that the event no longer has. */
  id: string;
  row: string;
  /** The representative's name, else the participant's. */
  name: string;
  /** Whom the person comes from; empty where nothing is known but the name. */
  organisation: string;
}

export interface Spot {
  id: string;
  label: string;
}

interface Time {
  /** ISO date. */
  date: string;
  /** Minutes from midnight, local to the event. */
  start: number;
  end: number;
}

export interface MeetingEntry extends Time {
  kind: "meeting";
  slot: string;
  partner: Who;
  place?: Spot;
  /** Which meeting of the two it is, in order of time, from 0: mostly the only one. */
  nth: number;
}

export interface SessionEntry extends Time {
  kind: "meal" | "programme";
  session: string;
  /** Empty where the event has none. */
  label: string;
  /** True for a meal at tables. */
  seated: boolean;
  /** Name of the table; left out for who has no seat. */
  table?: string;
}

export interface AbsentEntry extends Time {
  kind: "absent";
}

export type Entry = MeetingEntry | SessionEntry | AbsentEntry;

/** One person's days. A participant with representatives has one agenda for each of them. */
export interface Agenda {
  who: Who;
  /** In order of time. */
  entries: Entry[];
}

export interface Held extends Time {
  slot: string;
  place?: Spot;
  /** Who is at home at the place stands first, else who comes first in the event. */
  people: [Who, Who];
  /** True when the first is at home at the place. */
  hosted: boolean;
  nth: number;
}

export interface Stand {
  place: Spot;
  /** Whose own place it is; empty for a place of everybody's. */
  owners: Who[];
  /** Several meetings of its owners at once are possible: the sheet tells whose each is. */
  shared: boolean;
  meetings: Held[];
}

export interface SeatedMeal extends Time {
  session: string;
  label: string;
  tables: { id: string; name: string; seats: number; people: Who[] }[];
  /** Who takes the meal and has no seat. */
  unseated: Who[];
}

export interface Agendas {
  event: { name: string; city: string; id: string; timezone?: string; dates: string[] };
  /** By name. */
  people: Agenda[];
  /** In order of time and place. */
  meetings: Held[];
  /** Places at which meetings are held, in the order of the event. */
  stands: Stand[];
  /** In order of time. */
  meals: SeatedMeal[];
  /** Sessions that everybody shares, for a calendar of the whole event. */
  sessions: SessionEntry[];
  /** Meetings left out, as the event does not know their slot or nobody in them. */
  lost: number;
}

/** Longest name that is printed, in characters. */
const LONGEST = 200;

/**
 * A name as it can stand on paper: on one line, cut where it is a book, without the marks that would turn the rest of the
 * line around.
 */
export function readable(text: string): string {
  const clean = text
    .normalize("NFC")
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
  if (clean.length <= LONGEST) return clean;
  const letters = Array.from(clean.slice(0, 2 * LONGEST));
  return letters.length <= LONGEST && clean.length <= 2 * LONGEST ? clean : `${letters.slice(0, LONGEST).join("")}…`;
}

/** A table's id without the word table, which is said beside it. */
function tableName(id: string): string {
  return readable(id.replace(/^table[\s_-]*(?=.)/i, "")) || readable(id);
}

/** Names of everybody, and of who is not in the event any more. */
interface Names {
  row(index: number): Who;
  /** A participant as one, however many representatives: it takes one seat. */
  person(index: number): Who;
  unknown(id: string): Who;
}

function namesOf(spec: EventSpec, facts: Facts): Names {
  const whos = new Array<Who>(facts.rows.length);
  const persons = new Array<Who>(facts.people.length);
  const seen = new Set<string>();
  for (const participant of spec.participants) {
    if (seen.has(participant.id)) continue;
    seen.add(participant.id);
    const { id, representatives } = participant;
    const name = readable(participant.name ?? id) || readable(id) || "?";
    const organisation = readable(participant.organisation ?? "");
    const { index, rows } = facts.people[facts.personIndex.get(id)!]!;
    const one = (persons[index] = { id, row: id, name, organisation: organisation === name ? "" : organisation });
    rows.forEach((row, i) => {
      const representative = representatives[i];
      if (!representative) {
        whos[row] = one;
        return;
      }
      const own = readable(representative.name ?? "");
      const from = [name, organisation].filter((part, k, all) => part !== "" && all.indexOf(part) === k).join(", ");
      whos[row] =
        own === ""
          ? { id, row: representative.id, name: rows.length > 1 ? `${name} (${i + 1})` : name, organisation }
          : { id, row: representative.id, name: own, organisation: from };
    });
  }
  return {
    row: (index) => whos[index]!,
    person: (index) => persons[index]!,
    unknown: (id) => ({ id, row: id, name: readable(id) || "?", organisation: "" }),
  };
}

/** Everything that exports say of a schedule; linear in event and schedule, but for sorting. */
export function agendasOf(facts: Facts, schedule: Schedule): Agendas {
  const { spec, calendar, people, rows } = facts;
  const names = namesOf(spec, facts);
  const labels = new Map(spec.calendar.flatMap((day) => day.sessions.map(({ id, label }) => [id, label] as const)));
  const labelOf = (session: string): string => readable(labels.get(session) ?? "");
  const spots = spec.places.map(({ id, label }): Spot => ({ id, label: readable(label ?? id) || readable(id) }));
  const { compare } = new Intl.Collator(spec.event.locale ?? "en");
  const byName = (a: Who, b: Who): number =>
    compare(a.name, b.name) || compare(a.organisation, b.organisation) || (a.row < b.row ? -1 : 1);

  // Meetings.
  const view = viewOf(facts, schedule);
  const nth = new Map<string, number>();
  const meetings: Held[] = [];
  const entriesOf: Entry[][] = rows.map(() => []);
  const atPlace = new Map<number, Held[]>();
  let lost = 0;
  const order = Array.from(schedule.meetings.keys());
  // Whichever way the schedule lists them: by slot, place and people.
  const key = (m: number): [number, number, number, number] => {
    const [a, b] = [view.rowA[m]!, view.rowB[m]!];
    return [view.slot[m]!, view.place[m]!, Math.min(a, b), Math.max(a, b)];
  };
  const keys = order.map(key);
  order.sort((m, n) => {
    const [x, y] = [keys[m]!, keys[n]!];
    return x[0] - y[0] || x[1] - y[1] || x[2] - y[2] || x[3] - y[3];
  });
  for (const m of order) {
    const meeting = schedule.meetings[m]!;
    const slot = calendar.slots[view.slot[m]!];
    const sides = [0, 1].map((k) => {
      const person = k === 0 ? view.a[m]! : view.b[m]!;
      const row = k === 0 ? view.rowA[m]! : view.rowB[m]!;
      const known = row >= 0 ? row : person >= 0 ? people[person]!.rows[0]! : -1;
      return { person, row: known, who: known >= 0 ? names.row(known) : names.unknown(meeting.participants[k]!) };
    });
    if (!slot || sides.every(({ row }) => row < 0)) {
      lost++;
      continue;
    }
    const room = view.place[m]!;
    const isHome = (person: number): boolean => person >= 0 && room >= 0 && facts.ownPlace[person] === room;
    const hosts = (person: number): boolean => person >= 0 && facts.hosts[people[person]!.side] === true;
    const rank = ({ person, row }: (typeof sides)[number]): number =>
      (isHome(person) ? 0 : hosts(person) ? 1e9 : 2e9) + (row < 0 ? 5e8 : row);
    sides.sort((x, y) => rank(x) - rank(y));
    const [first, second] = sides as [(typeof sides)[number], (typeof sides)[number]];
    const pair = JSON.stringify([first.who.id, second.who.id].sort());
    const which = nth.get(pair) ?? 0;
    nth.set(pair, which + 1);
    const date = calendar.sessions[slot.session]!.date;
    const time = { date, start: slot.start, end: slot.end, slot: slot.id };
    const place = room >= 0 ? { place: spots[room]! } : {};
    const held: Held = {
      ...time,
      ...place,
      people: [first.who, second.who],
      hosted: isHome(first.person) || (hosts(first.person) && !hosts(second.person)),
      nth: which,
    };
    meetings.push(held);
    if (room >= 0) {
      const list = atPlace.get(room);
      if (list) list.push(held);
      else atPlace.set(room, [held]);
    }
    for (const [own, other] of [
      [first, second],
      [second, first],
    ] as const) {
      if (own.row < 0) continue;
      entriesOf[own.row]!.push({ kind: "meeting", ...time, ...place, partner: other.who, nth: which });
    }
  }

  // Meals at tables.
  const seated = new Map<string, { table: Int32Array; meal: number }>();
  const meals = facts.meals.map((meal, m): SeatedMeal => {
    const { date, start, end } = calendar.sessions[meal.session]!;
    const { table, occupants } = view.meals[m]!;
    seated.set(meal.id, { table, meal: m });
    const sides = (host: number) => (a: number, b: number) => {
      const rank = (p: number): number => (p === host ? -1 : people[p]!.side);
      return rank(a) - rank(b) || byName(names.person(a), names.person(b));
    };
    return {
      session: meal.id,
      label: labelOf(meal.id),
      date,
      start,
      end,
      tables: meal.tables.map(({ id, seats, host }, t) => ({
        id,
        name: tableName(id),
        seats,
        people: [...occupants[t]!].sort(sides(host)).map(names.person),
      })),
      unseated: people
        .filter(({ index }) => meal.eats[index] === 1 && table[index]! < 0)
        .map(({ index }) => names.person(index))
        .sort(byName),
    };
  });

  // The day of each row around its meetings.
  const tables = facts.meals.map((meal) => meal.tables.map(({ id }) => tableName(id)));
  const agendas = rows.map((row): Agenda => {
    const entries = entriesOf[row.index]!;
    const person = people[row.person]!;
    let open: AbsentEntry | undefined;
    const away = (date: string, start: number, end: number): void => {
      if (open?.date === date) open.end = end;
      else entries.push((open = { kind: "absent", date, start, end }));
    };
    for (const session of calendar.sessions) {
      const { date, start, end, kind } = session;
      if (kind === "meetings") {
        for (let s = session.first; s <= session.last; s++) {
          const slot = calendar.slots[s]!;
          if (row.present[s]) open = undefined;
          else away(date, slot.start, slot.end);
        }
        continue;
      }
      const at = kind === "meal" ? seated.get(session.id) : undefined;
      const table = at ? at.table[row.person]! : -1;
      const isThere = !row.away[session.index];
      if (table < 0 && !isThere) {
        away(date, start, end);
        continue;
      }
      open = undefined;
      // Who takes no seated meal is not told of one; any other meal is for who wants it.
      if (kind === "meal" && table < 0 && !person.takesMeals) continue;
      entries.push({
        kind,
        date,
        start,
        end,
        session: session.id,
        label: labelOf(session.id),
        seated: at !== undefined,
        ...(at && table >= 0 && { table: tables[at.meal]![table]! }),
      });
    }
    entries.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.start - b.start || a.end - b.end));
    return { who: names.row(row.index), entries };
  });

  const owners = new Map<number, number[]>();
  for (const { index } of people) {
    const own = facts.ownPlace[index]!;
    if (own >= 0) owners.set(own, [...(owners.get(own) ?? []), index]);
  }
  const stands = facts.places.flatMap(({ index }): Stand[] => {
    const list = atPlace.get(index);
    if (!list) return [];
    const rowsHere = (owners.get(index) ?? []).flatMap((p) => people[p]!.rows);
    return [{ place: spots[index]!, owners: rowsHere.map(names.row), shared: rowsHere.length > 1, meetings: list }];
  });

  const { name, city = "", id = "", timezone } = spec.event;
  return {
    event: {
      name: readable(name),
      city: readable(city),
      id,
      ...(timezone !== undefined && { timezone }),
      dates: [...new Set(calendar.sessions.map(({ date }) => date))].sort(),
    },
    people: agendas.sort((a, b) => byName(a.who, b.who)),
    meetings,
    stands,
    meals,
    sessions: calendar.sessions.flatMap(({ id: session, kind, date, start, end }): SessionEntry[] =>
      kind === "meetings"
        ? []
        : [{ kind, date, start, end, session, label: labelOf(session), seated: seated.has(session) }],
    ),
    lost,
  };
}
