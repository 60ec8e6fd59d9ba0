// Who or what is behind a number of the summary, what asks for attention first. Called by desk.ts; linear in what there is, and
// a sort.

import { binOf } from "../../../src/index.js";
import type { Details, Summary } from "../../../src/index.js";
import type { BehindRow, NumberKey } from "../../summary-views.js";
import { cut, tableName } from "../known.js";
import type { Placed } from "../placed.js";

/** A schedule with its numbers, all together and by participant. */
export interface Counted {
  placed: Placed;
  summary: Summary;
  details: Details;
  /** The package of each participant, by index. */
  tiers: (string | null)[];
}

/** A participant, a slot or a meeting, by index, with the number that concerns it. */
export interface Behind {
  kind: "person" | "slot" | "meeting";
  index: number;
  value: number | null;
  of: number | null;
  /** A meal, where the entry is about the table at it. */
  meal?: number;
}

/** Longest name of a place. */
const PLACE = 40;

/** Everything behind a number, in the order in which it is shown. */
export function behindOf(counted: Counted, key: NumberKey): Behind[] {
  const order = ORDER[key.what];
  return entriesOf(counted, key).sort((a, b) => order(a, b) || a.index - b.index);
}

/** The same in any order. */
export function entriesOf(counted: Counted, key: NumberKey): Behind[] {
  const { placed, details } = counted;
  const { facts } = placed.known;
  const entry = (index: number, value: number, of: number | null = null): Behind => ({
    kind: "person",
    index,
    value,
    of,
  });
  /** Everybody who has any. */
  const having = (count: Int32Array): Behind[] =>
    facts.people.flatMap(({ index }) => (count[index]! > 0 ? [entry(index, count[index]!)] : []));
  switch (key.what) {
    case "wishes": {
      const column = key.priority === undefined ? -1 : key.priority - 1;
      const at = (all: Int32Array, by: Int32Array, p: number): number =>
        column < 0 ? all[p]! : (by[p * details.priorities + column] ?? 0);
      return members(counted, key).flatMap((p) => {
        const of = at(details.wished, details.wishedBy, p);
        return of > 0 ? [entry(p, at(details.met, details.metBy, p), of)] : [];
      });
    }
    case "served":
      return members(counted, key)
        .filter((p) => {
          const value = details.satisfaction[p]!;
          return value >= 0 && (key.bin === undefined || binOf(value) === key.bin);
        })
        .map((p) => entry(p, details.satisfaction[p]!));
    case "promised":
      return members(counted, key)
        .filter((p) => facts.people[p]!.guaranteed > 0)
        .map((p) => entry(p, details.held[p]!, facts.people[p]!.guaranteed));
    case "meetings":
      return having(details.held);
    case "idle":
      return having(details.idle);
    case "holes":
      return having(details.holes);
    case "walk":
      return having(details.walked);
    case "rooms":
      return roomsOf(counted);
    case "slot":
      return placed.schedule.meetings.flatMap(({ slot }, index) =>
        slot === key.slot ? [{ kind: "meeting" as const, index, value: null, of: null }] : [],
      );
    case "seated": {
      const meal = facts.mealIndex.get(key.session) ?? -1;
      if (meal < 0) return [];
      const seat = (p: number): number => details.seated[meal]![p]!;
      return facts.people
        .filter(({ index }) => facts.meals[meal]!.eats[index] || seat(index))
        .map(({ index }): Behind => ({ kind: "person", index, value: seat(index), of: null, meal }));
    }
    case "tables":
      return facts.people.flatMap(({ index }) =>
        details.couldShare[index]! > 0 ? [entry(index, details.shares[index]!, details.couldShare[index]!)] : [],
      );
  }
}

type Order = (a: Behind, b: Behind) => number;

const most: Order = (a, b) => b.value! - a.value!;
const least: Order = (a, b) => a.value! - b.value!;
const mostMissing: Order = (a, b) => missing(b) - missing(a) || least(a, b);

/** What asks for attention first; equals as in the event. */
const ORDER: Record<NumberKey["what"], Order> = {
  wishes: mostMissing,
  served: least,
  promised: mostMissing,
  meetings: most,
  idle: most,
  holes: most,
  walk: most,
  rooms: (a, b) => share(b) - share(a) || most(a, b),
  slot: () => 0,
  // Who has no seat first.
  seated: least,
  tables: (a, b) => most(a, b) || mostMissing(a, b),
};

/** An entry as the page shows it. */
export function rowOf({ placed }: Counted, { kind, index, value, of, meal }: Behind): BehindRow {
  const { known, schedule, tables } = placed;
  const { facts, names, organisations, spec } = known;
  const who = (p: number): BehindRow["people"][number] => ({ id: facts.people[p]!.id, name: names[p]! });
  if (kind === "slot") {
    const { id, session, start } = facts.calendar.slots[index]!;
    return { people: [], about: "", slot: { id, date: facts.calendar.sessions[session]!.date, start }, value, of };
  }
  if (kind === "meeting") {
    const { participants, place } = schedule.meetings[index]!;
    const people = participants.flatMap((id) => {
      const p = facts.personIndex.get(id);
      return p === undefined ? [] : [who(p)];
    });
    const at = facts.placeIndex.get(place ?? "") ?? -1;
    const about = at < 0 ? "" : cut(spec.places[at]!.label ?? spec.places[at]!.id, PLACE);
    return { people, about, slot: null, value, of };
  }
  const table = meal === undefined ? -1 : (tables[meal]![index] ?? -1);
  const about = table < 0 ? (organisations[index] ?? "") : tableName(facts.meals[meal!]!.tables[table]!.id);
  return { people: [who(index)], about: meal !== undefined && table < 0 ? "" : about, slot: null, value, of };
}

/** The slots with what is held in each, in order of time. */
export function roomsOf({ summary }: Counted): Behind[] {
  return summary.rooms.map(({ used, capacity }, index) => ({ kind: "slot", index, value: used, of: capacity }));
}

/** Those whom a key is about. */
function members(counted: Counted, { side, tier }: { side?: string; tier?: string | null }): number[] {
  const { facts } = counted.placed.known;
  const s = side === undefined ? -1 : (facts.sideIndex.get(side) ?? -2);
  return facts.people
    .filter(({ index, side: own }) => (s === -1 || own === s) && (tier === undefined || counted.tiers[index] === tier))
    .map(({ index }) => index);
}

/** The package of each participant; null: none that the event has. */
export function tiersOf({ known: { facts, spec } }: Placed): (string | null)[] {
  const known = new Set(spec.tiers.map(({ id }) => id));
  const tiers = new Map<number, string | null>();
  for (const { id, tier } of spec.participants) {
    const p = facts.personIndex.get(id)!;
    // The first of two with one id is the participant.
    if (!tiers.has(p)) tiers.set(p, tier !== undefined && known.has(tier) ? tier : null);
  }
  return facts.people.map(({ index }) => tiers.get(index) ?? null);
}

function missing({ value, of }: Behind): number {
  return Math.max(0, (of ?? 0) - (value ?? 0));
}

/** Of what there is room for; slots without a limit by the number itself. */
function share({ value, of }: Behind): number {
  return of === null ? 0 : value! / Math.max(1, of);
}
