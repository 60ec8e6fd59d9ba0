// What the data alone says before any run: counts, demand against room, packages against possible partners.
// Called by owner.ts once per reading; linear in wishes and people.

import type { DemandView, OverviewView, SideView, TierView } from "../protocol.js";
import { CHANCE, chancesOf } from "./chances.js";
import { cut, type Known } from "./known.js";
import { partnersOf } from "./placed.js";

/** Most bars of one chart; more people are sampled evenly. */
const BARS = 120;

/** The numbers of the overview. */
export function overviewOf(known: Known): OverviewView {
  const { facts, spec } = known;
  const { wishes, people } = facts;
  const room = roomOf(known);
  const possible = possibleOf(known);
  let count = 0;
  let vetoes = 0;
  let mutual = 0;
  for (let i = 0; i < wishes.from.length; i++) {
    if (wishes.from[i]! < 0) continue;
    if (wishes.veto[i]) {
      vetoes++;
      continue;
    }
    count++;
    const [p, q] = [wishes.from[i]!, wishes.to[i]!];
    if (q > p && facts.directWish(q, p) >= 0 && !wishes.veto[facts.directWish(q, p)]) mutual++;
  }
  const short = people.filter((person) => person.guaranteed > possible[person.index]!).length;
  return {
    participants: people.length,
    slots: facts.calendar.slots.length,
    days: new Set(facts.calendar.slots.map((slot) => slot.day)).size,
    wishes: count,
    mutual,
    vetoes,
    places: facts.places.length,
    zones: new Set(facts.places.map((place) => place.zone)).size,
    locked: spec.locked.length,
    meals: facts.meals.length,
    packages: spec.tiers.length,
    sides: sidesOf(known),
    demand: demandOf(known, room),
    tiers: tiersOf(known, possible),
    short,
    guaranteed: people.some((person) => person.guaranteed > 0),
  };
}

/** Sides in the spec's order, with how many belong to each. */
export function sidesOf({ facts, spec }: Known): SideView[] {
  const views = spec.sides.map((side) => ({
    id: side.id,
    label: cut(side.label ?? side.id, 60),
    participants: 0,
    rows: 0,
  }));
  for (const person of facts.people) {
    const view = views[person.side];
    if (!view) continue;
    view.participants++;
    view.rows += person.rows.length;
  }
  return views;
}

/** Meetings that each person has time for: slots of its rows, within its maximum. */
export function roomOf({ facts }: Known): Int32Array {
  return Int32Array.from(facts.people, (person) =>
    Math.min(
      person.maximum,
      person.rows.reduce((sum, row) => sum + facts.rows[row]!.open, 0),
    ),
  );
}

const possibleBefore = new WeakMap<Known, Int32Array>();

/** Most meetings of each person: partners with whom a meeting is possible, within slots and maximum. */
export function possibleOf(known: Known): Int32Array {
  let possible = possibleBefore.get(known);
  if (!possible) possibleBefore.set(known, (possible = countPossible(known)));
  return possible;
}

function countPossible(known: Known): Int32Array {
  const { facts, spec } = known;
  const room = roomOf(known);
  if (spec.rules.fill !== undefined) return room;
  const { wishes } = facts;
  const partners = new Int32Array(facts.people.length);
  const chances = chancesOf(known);
  const seen = new Set<number>();
  const add = (p: number, q: number, times: number): void => {
    const key = facts.pairKey(p, q);
    if (seen.has(key)) return;
    seen.add(key);
    partners[p]! += times;
    partners[q]! += times;
  };
  for (const list of facts.locks.values()) {
    const { p, q } = list[0]!;
    if (facts.eligible(p, q) === undefined) add(p, q, list.length);
  }
  for (let i = 0; i < wishes.from.length; i++) {
    if (chances[i] !== CHANCE) continue;
    const p = wishes.from[i]!;
    if (wishes.to[i]! >= 0) add(p, wishes.to[i]!, 1);
    else for (const q of partnersOf(facts, i)) if (facts.eligible(p, q) === undefined) add(p, q, 1);
  }
  return partners.map((count, p) => Math.min(count, room[p]!));
}

function demandOf(known: Known, room: Int32Array): DemandView[] {
  const { facts, spec, names } = known;
  const { wishes, people } = facts;
  const demand = new Int32Array(people.length);
  const chances = chancesOf(known);
  for (let i = 0; i < wishes.from.length; i++) {
    const q = wishes.to[i]!;
    if (q >= 0 && chances[i] === CHANCE && spec.wishes[i]!.priority! <= 2) demand[q]!++;
  }
  return spec.sides
    .map((side, s): DemandView => {
      const members = people.filter((person) => person.side === s).map((person) => person.index);
      members.sort((a, b) => demand[b]! - demand[a]! || a - b);
      const bar = (p: number): [number, number] => [demand[p]!, room[p]!];
      const step = Math.max(1, members.length / BARS);
      const bars: [number, number][] = [];
      for (let i = 0; i < members.length; i += step) bars.push(bar(members[Math.floor(i)]!));
      const over = members.filter((p) => demand[p]! > room[p]!);
      const ends = [members[0], members.at(-1)].map((p) =>
        p === undefined ? null : { name: cut(names[p]!, 40), demand: demand[p]! },
      );
      return {
        side: side.id,
        label: cut(side.label ?? side.id, 60),
        bars,
        participants: members.length,
        over: over.length,
        lost: over.reduce((sum, p) => sum + demand[p]! - room[p]!, 0),
        first: ends[0]!,
        last: ends[1]!,
      };
    })
    .filter((view) => view.first !== null && view.first.demand > 0)
    .sort((a, b) => b.over / b.participants - a.over / a.participants)
    .slice(0, 2);
}

function tiersOf({ facts, spec }: Known, possible: Int32Array): TierView[] {
  const groups = new Map<string, { people: number; least: number; most: number; short: number; guaranteed: number }>();
  for (const participant of spec.participants) {
    const p = facts.personIndex.get(participant.id)!;
    const id = participant.tier;
    if (id === undefined) continue;
    let group = groups.get(id);
    if (!group) groups.set(id, (group = { people: 0, least: Infinity, most: 0, short: 0, guaranteed: 0 }));
    group.people++;
    group.least = Math.min(group.least, possible[p]!);
    group.most = Math.max(group.most, possible[p]!);
    if (facts.people[p]!.guaranteed > possible[p]!) group.short++;
  }
  return spec.tiers
    .filter((tier) => groups.has(tier.id))
    .map((tier) => ({ ...groups.get(tier.id)!, label: cut(tier.label ?? tier.id, 40), guaranteed: tier.guaranteed }));
}
