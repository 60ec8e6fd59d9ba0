// The score of a schedule, recomputed from event and schedule alone: every term of section 5 of the model, exact.
// Called by verify, pipeline and the views. It is well defined on schedules that break rules too: it counts what stands
// there, skips what is unknown, and orders a row's meetings by slot, ties as listed. Nothing here is rounded by chance:
// products that may pass 2^53 go through BigInt.

import type { Facts } from "./rules/facts.js";
import type { Row } from "./rules/facts/people.js";
import type { View } from "./rules/view.js";
import { haveMet, heldBy, NONE, viewOf } from "./rules/view.js";
import type { Meeting, Schedule, Score } from "./schedule.js";

/** What the rows and participants of a schedule get, before weights. */
export interface Tally {
  /** S of each participant: plain points of its wishes that are met. */
  served: Float64Array;
  /** Idle slots, holes and minutes walked of each row. */
  idle: Int32Array;
  holes: Int32Array;
  walked: Float64Array;
}

/** The score of a schedule; `change` stands when a base is given. */
export function measure(facts: Facts, schedule: Schedule, base?: Schedule): Score {
  return scoreOf(facts, schedule, viewOf(facts, schedule), base);
}

/** As measure, with a view that the caller has already. */
export function scoreOf(facts: Facts, schedule: Schedule, view: View, base?: Schedule): Score {
  const { rules, people } = facts;
  const tally = tallyOf(facts, view);
  const wishes = wishesTerm(facts, view);
  let missing = 0;
  let unfair = 0;
  for (const { index, guaranteed } of people) {
    missing += Math.max(0, guaranteed - heldBy(view, index));
    unfair += unfairness(rules.fairness, facts.best(index), tally.served[index]!);
  }
  // 0 - x, not -x: a term is never -0.
  const guarantee = 0 - rules.guarantee * missing;
  const fairness = 0 - unfair;
  const gap = 0 - rules.gap * sum(tally.idle) - rules.hole * sum(tally.holes);
  const walk = 0 - rules.walk * sum(tally.walked);
  const meals = mealsTerm(facts, view);
  const total = wishes + guarantee + fairness + gap + walk + meals;
  if (base === undefined) return { wishes, guarantee, fairness, gap, walk, meals, total };
  const change = 0 - rules.change * changed(facts, schedule, base).length;
  return { wishes, guarantee, fairness, gap, walk, meals, change, total: total + change };
}

/** Counts idle slots, holes, walks and points served. */
export function tallyOf(facts: Facts, view: View): Tally {
  const { rows, people, wishes } = facts;
  const tally: Tally = {
    served: new Float64Array(people.length),
    idle: new Int32Array(rows.length),
    holes: new Int32Array(rows.length),
    walked: new Float64Array(rows.length),
  };
  for (const row of rows) {
    const r = row.index;
    const meetings = view.rowList.subarray(view.rowStart[r]!, view.rowStart[r + 1]!);
    const { idle, holes, walked } = tallyRow(facts, row, meetings, view.slot, view.place);
    tally.idle[r] = idle;
    tally.holes[r] = holes;
    tally.walked[r] = walked;
  }
  const isMet = metWishes(facts, view);
  for (const wish of wishes.list) {
    if (wishes.points[wish]! > 0 && isMet(wish)) tally.served[wishes.from[wish]!]! += wishes.points[wish]!;
  }
  return tally;
}

/** Idle slots, holes and minutes walked of a row with these meetings, by slot; `slot` and `place` are read by meeting. */
export function tallyRow(
  facts: Facts,
  row: Row,
  meetings: ArrayLike<number>,
  slot: ArrayLike<number>,
  place: ArrayLike<number>,
): { idle: number; holes: number; walked: number } {
  const { slots } = facts.calendar;
  const tally = { idle: 0, holes: 0, walked: 0 };
  let session: number = NONE;
  let last: number = NONE;
  let from: number = NONE;
  for (let i = 0; i < meetings.length; i++) {
    const m = meetings[i]!;
    const t = slot[m]!;
    if (slots[t]!.session !== session) {
      session = slots[t]!.session;
      from = NONE;
    } else if (t > last + 1) {
      tally.holes++;
      for (let between = last + 1; between < t; between++) tally.idle += row.present[between]!;
    }
    last = t;
    const to = place[m]!;
    if (to < 0) continue;
    if (from >= 0) tally.walked += facts.walkMinutes(from, to);
    from = to;
  }
  return tally;
}

/** A test for each entry of the wish table: whether a meeting with whom it names is held. */
export function metWishes(facts: Facts, view: View): (wish: number) => boolean {
  const { wishes, people, organisations } = facts;
  const n = organisations.length;
  const met = new Set<number>();
  for (let m = 0; m < view.size; m++) {
    const p = view.a[m]!;
    const q = view.b[m]!;
    if (p < 0 || q < 0) continue;
    met.add(p * n + people[q]!.organisation);
    met.add(q * n + people[p]!.organisation);
  }
  return (wish) => {
    const p = wishes.from[wish]!;
    if (p < 0) return false;
    const q = wishes.to[wish]!;
    return q >= 0 ? haveMet(facts, view, p, q) : met.has(p * n + wishes.organisation[wish]!);
  };
}

/** Participants of the event whose agenda differs between two schedules, by index. */
export function changed(facts: Facts, schedule: Schedule, base: Schedule): number[] {
  const now = agendasOf(facts, schedule).map(agendaText);
  const before = agendasOf(facts, base).map(agendaText);
  return facts.people.flatMap(({ index }) => (now[index] === before[index] ? [] : [index]));
}

/** ceil(fairness x max(0, best - served)^2 / (100 x best)), exact; 0 when best is 0. */
export function unfairness(fairness: number, best: number, served: number): number {
  const short = best - served;
  if (best === 0 || short <= 0) return 0;
  const product = fairness * short * short;
  const divisor = 100 * best;
  if (product <= Number.MAX_SAFE_INTEGER) {
    const rest = product % divisor;
    return (product - rest) / divisor + (rest > 0 ? 1 : 0);
  }
  const exact = BigInt(fairness) * BigInt(short) * BigInt(short);
  return Number((exact + BigInt(divisor) - 1n) / BigInt(divisor));
}

function wishesTerm(facts: Facts, view: View): number {
  const { wishes } = facts;
  let points = 0;
  for (let m = 0; m < view.size; m++) {
    if (view.a[m]! >= 0 && view.b[m]! >= 0) points += facts.value(view.a[m]!, view.b[m]!);
  }
  const isMet = metWishes(facts, view);
  for (const wish of wishes.list) {
    if (wishes.organisation[wish]! >= 0 && isMet(wish)) points += wishes.weight[wish]!;
  }
  return points;
}

function mealsTerm(facts: Facts, view: View): number {
  const { rules, people } = facts;
  let total = 0;
  facts.meals.forEach((meal, m) => {
    const { table } = view.meals[m]!;
    let unseated = 0;
    for (const { index } of people) if (meal.eats[index] && table[index]! < 0) unseated++;
    total -= rules.mealSeat * unseated;
    const here = seated(view, m);
    total -= rules.mealColleagues * pairsAlike(here, (p) => people[p]!.organisation);
    total -= rules.mealRepeat * repeats(view, m, here);
    total += shares(facts, view, m);
  });
  return total;
}

// People at each table of a meal, each person once: at the first of its seats.
function seated(view: View, m: number): number[][] {
  const { table, occupants } = view.meals[m]!;
  return occupants.map((list, t) => list.filter((p) => table[p] === t));
}

function pairsAlike(tables: readonly number[][], key: (p: number) => number): number {
  let pairs = 0;
  for (const list of tables) {
    const count = new Map<number, number>();
    for (const p of list) {
      const before = count.get(key(p)) ?? 0;
      pairs += before;
      count.set(key(p), before + 1);
    }
  }
  return pairs;
}

// Pairs at one table of meal m that shared a table at an earlier one. Looks only at groups that did, each pair at the
// first meal it shared, so the cost follows what repeats and not the square of a table.
function repeats(view: View, m: number, tables: readonly number[][]): number {
  let pairs = 0;
  for (let earlier = 0; earlier < m; earlier++) {
    const before = view.meals[earlier]!.table;
    for (const list of tables) {
      const groups = new Map<number, number[]>();
      for (const p of list) {
        if (before[p]! < 0) continue;
        const group = groups.get(before[p]!);
        if (group) group.push(p);
        else groups.set(before[p]!, [p]);
      }
      for (const group of groups.values()) {
        group.forEach((p, i) => {
          for (let j = i + 1; j < group.length; j++) if (!sharedBefore(view, earlier, p, group[j]!)) pairs++;
        });
      }
    }
  }
  return pairs;
}

function sharedBefore(view: View, meal: number, p: number, q: number): boolean {
  for (let m = 0; m < meal; m++) {
    const { table } = view.meals[m]!;
    if (table[p]! >= 0 && table[p] === table[q]) return true;
  }
  return false;
}

// Only pairs with a wish between them bring anything: from the wishes, each pair once.
function shares(facts: Facts, view: View, m: number): number {
  const { wishes, organisations, rules } = facts;
  const { table } = view.meals[m]!;
  let points = 0;
  if (rules.mealShare === 0) return 0;
  const seen = new Set<number>();
  const visit = (p: number, q: number): void => {
    if (p === q || table[p] !== table[q]) return;
    const key = facts.pairKey(p, q);
    if (seen.has(key)) return;
    seen.add(key);
    if (!view.pairs.has(key) && !sharedBefore(view, m, p, q)) points += shareOf(facts, p, q);
  };
  for (const wish of wishes.list) {
    const p = wishes.from[wish]!;
    if (table[p]! < 0) continue;
    if (wishes.to[wish]! >= 0) visit(p, wishes.to[wish]!);
    else for (const q of organisations[wishes.organisation[wish]!]!.members) visit(p, q);
  }
  return points;
}

/** What two people bring by sharing a table for the first time, when they have no meeting. */
export function shareOf(facts: Facts, p: number, q: number): number {
  return percent(facts.tableValue(p, q), facts.rules.mealShare);
}

// floor(x * share / 100)
function percent(x: number, share: number): number {
  const product = x * share;
  if (product <= Number.MAX_SAFE_INTEGER) return (product - (product % 100)) / 100;
  return Number((BigInt(x) * BigInt(share)) / 100n);
}

/** Slot, partner and place of meetings, session and table of meals: one line for each, by participant. */
export function agendasOf(facts: Facts, schedule: Schedule): string[][] {
  const entries = facts.people.map((): string[] => []);
  const own = (id: string): string[] | undefined => entries[facts.personIndex.get(id) ?? -1];
  for (const meeting of schedule.meetings) {
    for (const side of [0, 1] as const) own(meeting.participants[side])?.push(agendaLine(meeting, side));
  }
  for (const { session, table, participants } of schedule.meals) {
    const text = JSON.stringify(["meal", session, table]);
    for (const id of participants) own(id)?.push(text);
  }
  return entries;
}

/** The line that a meeting is in the agenda of its first (0) or second (1) participant. */
export function agendaLine({ participants, slot, place }: Meeting, side: 0 | 1): string {
  return JSON.stringify(["meeting", slot, participants[1 - side], place ?? null]);
}

/** Two agendas are equal when these texts are. */
export function agendaText(lines: readonly string[]): string {
  return [...lines].sort().join("\n");
}

function sum(list: Iterable<number>): number {
  let total = 0;
  for (const x of list) total += x;
  return total;
}
