// The numbers people ask about a schedule: meetings, wishes, guarantees, satisfaction, idle slots, walking, rooms, lunches.
// Called by the CLI and the page; pure data, ids and integers only. It judges nothing (verify) and prices nothing (measure).
// Everything is counted once, by participant (detailsOf); the summary adds that up, so that a number and the people behind it
// cannot differ.

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

/** How satisfaction is spread over some participants, in per mille; null when none of them has one. */
export interface Spread {
  /** Participants, and those who have a satisfaction. */
  people: number;
  rated: number;
  least: number | null;
  /** Mean, rounded; the middle one, the lower of two. */
  mean: number | null;
  median: number | null;
  /** Gini coefficient, rounded: 0 all alike. */
  gini: number | null;
  /** Participants by tenths: from 0, from 100, … from 900 up to and with 1000. */
  bins: number[];
}

/** The same for a side. */
export interface SideSummary extends Share, Spread {
  side: string;
  byPriority: (Share & { priority: number })[];
}

/** The same for a package; `tier` null: those who have none. */
export interface TierSummary extends Share, Spread {
  tier: string | null;
  byPriority: (Share & { priority: number })[];
  promised: number;
  kept: number;
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
    bySide: SideSummary[];
    /** In the order of the event's packages, with those who have none at the end; empty in an event without packages. */
    byTier: TierSummary[];
  };
  /** Participants to whom meetings are promised, and whom the promise is not kept to. */
  guarantees: { promised: number; kept: number; missing: { participant: string; guaranteed: number; held: number }[] };
  /** One entry for each participant, in the order of the event. */
  satisfaction: Satisfaction[];
  spread: Spread;
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

/** What a schedule gives each participant: what the summary adds up, and where the people behind a number are found. */
export interface Details {
  /** Priorities that have columns of their own: as many as there are points in the rules. */
  priorities: number;
  /** Wishes met, and all: without vetoes. */
  met: Int32Array;
  wished: Int32Array;
  /** The same by priority: participant x priorities + priority - 1. */
  metBy: Int32Array;
  wishedBy: Int32Array;
  /** Meetings. */
  held: Int32Array;
  /** Points met of the best points possible in per mille; -1 when nothing was possible. */
  satisfaction: Int32Array;
  /** Idle slots between meetings, the stretches they make, and minutes walked, all rows of a participant together. */
  idle: Int32Array;
  holes: Int32Array;
  walked: Int32Array;
  /** Wishes without a meeting between people who could share a table, and those who do. */
  couldShare: Int32Array;
  shares: Int32Array;
  /** By meal of the event, by participant: 1 with a seat. */
  seated: Uint8Array[];
}

/** Counts for each participant; linear in event and schedule. */
export function detailsOf(facts: Facts, schedule: Schedule): Details {
  return detailsIn(facts, viewOf(facts, schedule));
}

/** Summarises a schedule; linear in event and schedule. */
export function summarise(facts: Facts, schedule: Schedule): Summary {
  const view = viewOf(facts, schedule);
  return summaryOf(facts, view, detailsIn(facts, view));
}

/** The same with the numbers of each participant that it was added up from. */
export function summariseWith(facts: Facts, schedule: Schedule): { summary: Summary; details: Details } {
  const view = viewOf(facts, schedule);
  const details = detailsIn(facts, view);
  return { summary: summaryOf(facts, view, details), details };
}

function summaryOf(facts: Facts, view: View, details: Details): Summary {
  const { people } = facts;
  const { idle, walked, satisfaction } = details;
  const everybody = people.map(({ index }) => index);
  const list = people.map(({ id, index }): Satisfaction => {
    const value = satisfaction[index]!;
    return { participant: id, value: value < 0 ? null : value };
  });
  const spread = spreadOf(details, everybody);
  const worst = list.find(({ value }) => value !== null && value === spread.least);
  const walker = walked.reduce((best, minutes, p) => (minutes > (walked[best] ?? 0) ? p : best), -1);
  return {
    meetings: view.size,
    wishes: {
      ...wishesOf(details, everybody),
      byPriority: byPriority(details, everybody),
      bySide: facts.sideIds.map((side, s) => {
        const members = everybody.filter((p) => people[p]!.side === s);
        return {
          side,
          ...wishesOf(details, members),
          ...spreadOf(details, members),
          byPriority: byPriority(details, members),
        };
      }),
      byTier: byTier(facts, details),
    },
    guarantees: guarantees(facts, details),
    satisfaction: list,
    spread,
    worst: worst ? { participant: worst.participant, value: worst.value! } : null,
    mean: spread.mean,
    gini: spread.gini,
    idle: { slots: sum(idle), participants: idle.filter((n) => n > 0).length },
    holes: sum(details.holes),
    walking: {
      minutes: sum(walked),
      worst: walker < 0 ? null : { participant: people[walker]!.id, minutes: walked[walker]! },
    },
    rooms: rooms(facts, view),
    meals: facts.meals.map((meal, m) => ({
      session: meal.id,
      seated: sum(details.seated[m]!),
      eaters: sum(meal.eats),
      seats: meal.tables.reduce((total, table) => total + table.seats, 0),
    })),
    atTable: { met: sum(details.shares), total: sum(details.couldShare) },
  };
}

function wishesOf({ met, wished }: Details, members: readonly number[]): Share {
  return { met: total(met, members), total: total(wished, members) };
}

function detailsIn(facts: Facts, view: View): Details {
  const { people, rows, wishes, organisations } = facts;
  const tally = tallyOf(facts, view);
  const priorities = facts.rules.points.length;
  const counts = (size = people.length): Int32Array => new Int32Array(size);
  const details: Details = {
    priorities,
    met: counts(),
    wished: counts(),
    metBy: counts(people.length * priorities),
    wishedBy: counts(people.length * priorities),
    held: Int32Array.from(people, ({ index }) => heldBy(view, index)),
    satisfaction: Int32Array.from(people, ({ index }) => {
      const best = facts.best(index);
      return best === 0 ? -1 : Math.min(1000, Math.floor((1000 * tally.served[index]!) / best));
    }),
    idle: counts(),
    holes: counts(),
    walked: counts(),
    couldShare: counts(),
    shares: counts(),
    seated: view.meals.map(({ seats }) => Uint8Array.from(seats, (n) => (n > 0 ? 1 : 0))),
  };
  for (const { index, person } of rows) {
    details.idle[person]! += tally.idle[index]!;
    details.holes[person]! += tally.holes[index]!;
    details.walked[person]! += tally.walked[index]!;
  }
  const isMet = metWishes(facts, view);
  const shareTable = (p: number, q: number): boolean =>
    p !== q && view.meals.some(({ table }) => table[p]! >= 0 && table[p] === table[q]);
  const couldShare = (p: number, q: number): boolean =>
    p !== q && facts.meals.some(({ eats }) => eats[p] && eats[q]) && !facts.vetoes(p, q) && !facts.vetoes(q, p);
  for (const wish of wishes.list) {
    const from = wishes.from[wish]!;
    const met = isMet(wish);
    const column = facts.spec.wishes[wish]!.priority! - 1;
    details.wished[from]!++;
    if (column < priorities) details.wishedBy[from * priorities + column]!++;
    if (met) {
      details.met[from]!++;
      if (column < priorities) details.metBy[from * priorities + column]!++;
      continue;
    }
    const to = wishes.to[wish]!;
    const members = to >= 0 ? [to] : organisations[wishes.organisation[wish]!]!.members;
    if (!members.some((q) => couldShare(from, q))) continue;
    details.couldShare[from]!++;
    if (members.some((q) => shareTable(from, q))) details.shares[from]!++;
  }
  return details;
}

function byPriority(
  { priorities, metBy, wishedBy }: Details,
  members: readonly number[],
): Summary["wishes"]["byPriority"] {
  return Array.from({ length: priorities }, (_, i) => ({
    priority: i + 1,
    met: members.reduce((n, p) => n + metBy[p * priorities + i]!, 0),
    total: members.reduce((n, p) => n + wishedBy[p * priorities + i]!, 0),
  }));
}

function byTier(facts: Facts, details: Details): TierSummary[] {
  const { spec, people, personIndex } = facts;
  if (spec.tiers.length === 0) return [];
  const members = new Map<string | null, number[]>(spec.tiers.map(({ id }) => [id, []]));
  const seen = new Set<number>();
  for (const { id, tier } of spec.participants) {
    const p = personIndex.get(id)!;
    // The first of two with one id is the participant.
    if (seen.has(p)) continue;
    seen.add(p);
    const key = tier !== undefined && members.has(tier) ? tier : null;
    const list = members.get(key);
    if (list) list.push(p);
    else members.set(key, [p]);
  }
  return [...members].map(([tier, list]) => {
    const promised = list.filter((p) => people[p]!.guaranteed > 0);
    return {
      tier,
      ...wishesOf(details, list),
      ...spreadOf(details, list),
      byPriority: byPriority(details, list),
      promised: promised.length,
      kept: promised.filter((p) => details.held[p]! >= people[p]!.guaranteed).length,
    };
  });
}

function guarantees(facts: Facts, { held }: Details): Summary["guarantees"] {
  const promised = facts.people.filter((person) => person.guaranteed > 0);
  const missing = promised
    .map(({ id, index, guaranteed }) => ({ participant: id, guaranteed, held: held[index]! }))
    .filter((entry) => entry.held < entry.guaranteed);
  return { promised: promised.length, kept: promised.length - missing.length, missing };
}

/** In which of the ten bins of a spread a satisfaction is. */
export function binOf(satisfaction: number): number {
  return Math.min(9, Math.floor(satisfaction / 100));
}

function spreadOf({ satisfaction }: Details, members: readonly number[]): Spread {
  const values = members.flatMap((p) => (satisfaction[p]! < 0 ? [] : [satisfaction[p]!])).sort((a, b) => a - b);
  const bins = new Array<number>(10).fill(0);
  for (const value of values) bins[binOf(value)]!++;
  const n = values.length;
  const known = { people: members.length, rated: n, bins };
  if (n === 0) return { ...known, least: null, mean: null, median: null, gini: null };
  const all = sum(values);
  // Gini from the sorted values x[1..n]: sum((2 i - n - 1) x[i]) / (n sum(x)).
  const spread = values.reduce((s, value, i) => s + (2 * (i + 1) - n - 1) * value, 0);
  return {
    ...known,
    least: values[0]!,
    mean: Math.round(all / n),
    median: values[(n - 1) >> 1]!,
    gini: all === 0 ? 0 : Math.round((1000 * spread) / (n * all)),
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
        : facts.places.reduce((all, room) => all + (room.closed[index] ? 0 : room.capacity), 0),
  }));
}

function total(counts: Int32Array, members: readonly number[]): number {
  return members.reduce((n, p) => n + counts[p]!, 0);
}

function sum(list: Iterable<number>): number {
  let all = 0;
  for (const x of list) all += x;
  return all;
}
