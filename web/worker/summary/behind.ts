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
  const { placed, details } = counted;
  const { facts } = placed.known;
  const everybody = facts.people.map(({ index }) => index);
  const entry = (index: number, value: number, of: number | null = null): Behind => ({
    kind: "person",
    index,
    value,
    of,
  });
  switch (key.what) {
    case "wishes": {
      const column = key.priority === undefined ? -1 : key.priority - 1;
      const at = (all: Int32Array, by: Int32Array, p: number): number =>
        column < 0 ? all[p]! : (by[p * details.priorities + column] ?? 0);
      return members(counted, key)
        .map((p) => entry(p, at(details.met, details.metBy, p), at(details.wished, details.wishedBy, p)))
        .filter(({ of }) => of! > 0)
        .sort((a, b) => missing(b) - missing(a) || a.value! - b.value! || a.index - b.index);
    }
    case "served":
      return members(counted, key)
        .map((p) => entry(p, details.satisfaction[p]!))
        .filter(({ value }) => value! >= 0 && (key.bin === undefined || binOf(value!) === key.bin))
        .sort((a, b) => a.value! - b.value! || a.index - b.index);
    case "promised":
      return members(counted, key)
        .filter((p) => facts.people[p]!.guaranteed > 0)
        .map((p) => entry(p, details.held[p]!, facts.people[p]!.guaranteed))
        .sort((a, b) => missing(b) - missing(a) || a.index - b.index);
    case "meetings":
      return most(everybody.map((p) => entry(p, details.held[p]!)));
    case "idle":
      return most(everybody.map((p) => entry(p, details.idle[p]!)));
    case "holes":
      return most(everybody.map((p) => entry(p, details.holes[p]!)));
    case "walk":
      return most(everybody.map((p) => entry(p, details.walked[p]!)));
    case "rooms":
      return roomsOf(counted).sort((a, b) => share(b) - share(a) || b.value! - a.value! || a.index - b.index);
    case "slot": {
      const { meetings } = placed.schedule;
      return meetings.flatMap(({ slot }, index) =>
        slot === key.slot ? [{ kind: "meeting" as const, index, value: null, of: null }] : [],
      );
    }
    case "seated": {
      const meal = facts.mealIndex.get(key.session) ?? -1;
      if (meal < 0) return [];
      const seat = (p: number): number => details.seated[meal]![p]!;
      // Who has no seat first.
      return everybody
        .filter((p) => facts.meals[meal]!.eats[p] || seat(p))
        .map((index): Behind => ({ kind: "person", index, value: null, of: null, meal }))
        .sort((a, b) => seat(a.index) - seat(b.index) || a.index - b.index);
    }
    case "tables":
      return everybody
        .map((p) => entry(p, details.shares[p]!, details.couldShare[p]!))
        .filter(({ of }) => of! > 0)
        .sort((a, b) => b.value! - a.value! || missing(b) - missing(a) || a.index - b.index);
  }
}

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
function members({ placed }: Counted, { side, tier }: { side?: string; tier?: string | null }): number[] {
  const { facts, spec } = placed.known;
  const s = side === undefined ? -1 : (facts.sideIndex.get(side) ?? -2);
  const tiers = tier === undefined ? null : tiersOf(placed);
  const known = new Set(spec.tiers.map(({ id }) => id));
  return facts.people
    .filter(({ index, side: own }) => {
      if (s !== -1 && own !== s) return false;
      if (!tiers) return true;
      const mine = tiers[index];
      return (mine !== undefined && known.has(mine) ? mine : null) === tier;
    })
    .map(({ index }) => index);
}

/** The package of each participant; the first of two with one id is the participant. */
function tiersOf({ known: { facts, spec } }: Placed): (string | undefined)[] {
  const tiers: (string | undefined)[] = [];
  const seen = new Set<string>();
  for (const { id, tier } of spec.participants) {
    if (!seen.has(id)) tiers[facts.personIndex.get(id)!] = tier;
    seen.add(id);
  }
  return tiers;
}

function missing({ value, of }: Behind): number {
  return Math.max(0, (of ?? 0) - (value ?? 0));
}

/** Of what there is room for; slots without a limit by the number itself. */
function share({ value, of }: Behind): number {
  return of === null ? 0 : value! / Math.max(1, of);
}

/** Those who have any, most first. */
function most(entries: Behind[]): Behind[] {
  return entries.filter(({ value }) => value! > 0).sort((a, b) => b.value! - a.value! || a.index - b.index);
}
