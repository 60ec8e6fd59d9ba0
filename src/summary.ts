// The numbers people ask about a schedule: meetings, wishes, guarantees, satisfaction, idle slots, walking, rooms, lunches.
// Called by the CLI and the page; pure data, ids and integers only. It judges nothing (verify) and prices nothing (measure).

import { metWishes, tallyOf } from "./measure.js";
import type { Facts } from "./rules/facts.js";
import type { View } from "./rules/view.js";
import { heldBy, viewOf } from "./rules/view.js";
import type { Schedule } from "./schedule.js";

/** So many of so many. */
export interface Share {
  met: number;
  total: number;
}

export interface Satisfaction {
  participant: string;
  /** Points met of the best points possible, in per mille from 0 to 1000; null when nothing was possible. */
  value: number | null;
}

export interface MealSummary {
  session: string;
  /** Distinct people with a seat. */
  seated: number;
  /** People who are present and take the meal. */
  eaters: number;
  /** Seats at all tables. */
  seats: number;
}

export interface Summary {
  meetings: number;
  /** Wishes, without vetoes. */
  wishes: Share & {
    /** Priority 1 first; as many as there are points in the rules. */
    byPriority: (Share & { priority: number })[];
    /** In the order of the event's sides. */
    bySide: (Share & { side: string })[];
  };
  /** Participants to whom meetings are promised, and whom the promise is not kept to. */
  guarantees: { promised: number; kept: number; missing: { participant: string; guaranteed: number; held: number }[] };
  /** One entry for each participant, in the order of the event. */
  satisfaction: Satisfaction[];
  /** The lowest satisfaction; the first of equals; null when nobody has one. */
  worst: { participant: string; value: number } | null;
  /** Mean satisfaction in per mille, rounded; null when nobody has one. */
  mean: number | null;
  /** Gini coefficient of the satisfactions in per mille, rounded: 0 all alike; null when nobody has one. */
  gini: number | null;
  /** Idle slots between meetings, and participants who have any. */
  idle: { slots: number; participants: number };
  holes: number;
  /** Minutes between meetings, all rows of a participant together; worst is null when nobody walks. */
  walking: { minutes: number; worst: { participant: string; minutes: number } | null };
  /** Per slot: meetings held, and how many the open places admit (null: no places, unlimited). */
  rooms: { slot: string; used: number; capacity: number | null }[];
  /** In order of time. */
  meals: MealSummary[];
  /** Wishes without a meeting between people who could share a table, and those who do. */
  atTable: Share;
}

/** Summarises a schedule; linear in event and schedule. */
export function summarise(facts: Facts, schedule: Schedule): Summary {
  const view = viewOf(facts, schedule);
  const { people, rows } = facts;
  const tally = tallyOf(facts, view);
  const idle = new Float64Array(people.length);
  const walked = new Float64Array(people.length);
  for (const { index, person } of rows) {
    idle[person]! += tally.idle[index]!;
    walked[person]! += tally.walked[index]!;
  }
  const walker = walked.reduce((best, minutes, p) => (minutes > (walked[best] ?? 0) ? p : best), -1);
  return {
    meetings: view.size,
    ...wishesMet(facts, view),
    guarantees: guarantees(facts, view),
    ...satisfaction(facts, tally.served),
    idle: { slots: sum(idle), participants: idle.filter((n) => n > 0).length },
    holes: sum(tally.holes),
    walking: {
      minutes: sum(walked),
      worst: walker < 0 ? null : { participant: people[walker]!.id, minutes: walked[walker]! },
    },
    rooms: rooms(facts, view),
    meals: facts.meals.map((meal, m) => ({
      session: meal.id,
      seated: view.meals[m]!.seats.filter((n) => n > 0).length,
      eaters: sum(meal.eats),
      seats: meal.tables.reduce((total, table) => total + table.seats, 0),
    })),
  };
}

function wishesMet(facts: Facts, view: View): Pick<Summary, "wishes" | "atTable"> {
  const { wishes, people, organisations } = facts;
  const isMet = metWishes(facts, view);
  const byPriority = facts.rules.points.map((_, i) => ({ priority: i + 1, met: 0, total: 0 }));
  const bySide = facts.sideIds.map((side) => ({ side, met: 0, total: 0 }));
  const all = { met: 0, total: 0 };
  const atTable = { met: 0, total: 0 };
  const shareTable = (p: number, q: number): boolean =>
    p !== q && view.meals.some(({ table }) => table[p]! >= 0 && table[p] === table[q]);
  const couldShare = (p: number, q: number): boolean =>
    p !== q && facts.meals.some(({ eats }) => eats[p] && eats[q]) && !facts.vetoes(p, q) && !facts.vetoes(q, p);
  for (const wish of wishes.list) {
    const from = wishes.from[wish]!;
    const met = isMet(wish);
    for (const share of [all, byPriority[facts.spec.wishes[wish]!.priority! - 1], bySide[people[from]!.side]]) {
      if (!share) continue;
      share.total++;
      if (met) share.met++;
    }
    if (met) continue;
    const to = wishes.to[wish]!;
    const members = to >= 0 ? [to] : organisations[wishes.organisation[wish]!]!.members;
    if (!members.some((q) => couldShare(from, q))) continue;
    atTable.total++;
    if (members.some((q) => shareTable(from, q))) atTable.met++;
  }
  return { wishes: { ...all, byPriority, bySide }, atTable };
}

function guarantees(facts: Facts, view: View): Summary["guarantees"] {
  const promised = facts.people.filter((person) => person.guaranteed > 0);
  const missing = promised
    .map(({ id, index, guaranteed }) => ({ participant: id, guaranteed, held: heldBy(view, index) }))
    .filter(({ guaranteed, held }) => held < guaranteed);
  return { promised: promised.length, kept: promised.length - missing.length, missing };
}

function satisfaction(facts: Facts, served: Float64Array): Pick<Summary, "satisfaction" | "worst" | "mean" | "gini"> {
  const list = facts.people.map(({ id, index }): Satisfaction => {
    const best = facts.best(index);
    return { participant: id, value: best === 0 ? null : Math.min(1000, Math.floor((1000 * served[index]!) / best)) };
  });
  const known = list.flatMap(({ participant, value }) => (value === null ? [] : [{ participant, value }]));
  if (known.length === 0) return { satisfaction: list, worst: null, mean: null, gini: null };
  const worst = known.reduce((a, b) => (b.value < a.value ? b : a));
  const total = known.reduce((s, { value }) => s + value, 0);
  // Gini from the sorted values x[1..n]: sum((2 i - n - 1) x[i]) / (n sum(x)).
  const n = known.length;
  const spread = known
    .map(({ value }) => value)
    .sort((a, b) => a - b)
    .reduce((s, value, i) => s + (2 * (i + 1) - n - 1) * value, 0);
  return {
    satisfaction: list,
    worst,
    mean: Math.round(total / n),
    gini: total === 0 ? 0 : Math.round((1000 * spread) / (n * total)),
  };
}

function rooms(facts: Facts, view: View): Summary["rooms"] {
  const used = new Int32Array(facts.calendar.slots.length);
  for (const slot of view.slot) if (slot >= 0) used[slot]!++;
  return facts.calendar.slots.map(({ id, index }) => ({
    slot: id,
    used: used[index]!,
    capacity:
      facts.places.length === 0
        ? null
        : facts.places.reduce((total, room) => total + (room.closed[index] ? 0 : room.capacity), 0),
  }));
}

function sum(list: Iterable<number>): number {
  let total = 0;
  for (const x of list) total += x;
  return total;
}
