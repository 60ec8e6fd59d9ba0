// Changes by hand as changes of the schedule's list: a meeting to another slot or place, one more, one less. What stands in
// the way of a move changes places with it: the meetings of the two slots that hang together by their people (a Kempe chain)
// swap slots as a whole, so that nobody is in two places at once. Whether a change may be made is said by trial.ts.

import type { Alternative } from "../counterfactual.js";
import type { Room } from "../rules/facts/rooms.js";
import { isAllowed } from "../rules/facts/rooms.js";
import type { Meeting, Schedule } from "../schedule.js";
import type { Board } from "./board.js";

/** What somebody does by hand, by ids: it can be done again on another schedule of the event. */
export type HandEdit =
  /**
   * The two meet then, and there if a place is given, whenever they meet now. Added are more meetings of two only as far as
   * they are locked several times.
   */
  | { kind: "move" | "add"; participants: readonly [string, string]; slot: string; place?: string; from?: string }
  | { kind: "remove"; participants: readonly [string, string]; from?: string };

/** A change, with how many people have another agenda by it besides the two. */
export interface Move {
  change: Alternative;
  others: number;
}

/** Why nothing comes of an edit before any rule is asked. */
export type Stuck =
  /** Somebody, the slot or the place is none of the event, or the two do not meet. */
  | "unknown"
  /** It is so already. */
  | "same"
  /** More people would have to move than can be told. */
  | "chain";

/** Most meetings that change slots together. */
const CHAIN = 12;

/** What an edit makes of a schedule. */
export function moveFor(board: Board, edit: HandEdit): Move | Stuck {
  const { facts } = board;
  const [p, q] = edit.participants.map((id) => facts.personIndex.get(id) ?? -1) as [number, number];
  if (p < 0 || q < 0 || p === q) return "unknown";
  const position = meetingOf(board, p, q, edit.from);
  if (edit.kind === "remove")
    return position < 0 ? "unknown" : { change: { removed: [position], added: [] }, others: 0 };
  const slot = facts.calendar.slotIndex.get(edit.slot);
  const place = edit.place === undefined ? -1 : (facts.placeIndex.get(edit.place) ?? -2);
  if (slot === undefined || place === -2) return "unknown";
  const key = facts.pairKey(p, q);
  const held = board.view.pairs.get(key)?.length ?? 0;
  const another = edit.kind === "add" && held < (facts.locks.get(key)?.length ?? 1);
  return held === 0 || another ? added(board, p, q, slot, place) : moved(board, position, slot, place);
}

/** The schedule after a change: what comes stands at the end of the list. Its reasons and score are to be made anew. */
export function withChange(schedule: Schedule, { removed, added }: Alternative): Schedule {
  const { score: _, ...rest } = schedule;
  const gone = new Set(removed);
  return { ...rest, meetings: [...schedule.meetings.filter((_, m) => !gone.has(m)), ...added], unmet: [] };
}

/** Position of the meeting of two people, the one in that slot where they have several; -1 when they do not meet. */
export function meetingOf({ facts, view }: Board, p: number, q: number, from?: string): number {
  const held = view.pairs.get(facts.pairKey(p, q)) ?? [];
  const slot = from === undefined ? -1 : (facts.calendar.slotIndex.get(from) ?? -1);
  return held.find((m) => view.slot[m] === slot) ?? held[0] ?? -1;
}

function added(board: Board, p: number, q: number, slot: number, place: number): Move {
  const rows: [number, number] = [rowFor(board, p, -1, slot), rowFor(board, q, -1, slot)];
  const at = place >= 0 ? place : placeFor(board, p, q, rows, slot, -1, crowdOn(board));
  return { change: { removed: [], added: [meeting(board, [p, q], rows, slot, at)] }, others: 0 };
}

function moved(board: Board, position: number, to: number, place: number): Move | Stuck {
  const { facts, view, at } = board;
  const slots = facts.calendar.slots.length;
  const from = view.slot[position]!;
  if (from < 0 || view.rowA[position]! < 0 || view.rowB[position]! < 0) return "unknown";
  if (from === to) {
    if (place < 0 || place === view.place[position]) return "same";
    return replaced(board, position, place);
  }
  // Meetings that change slots, with the rows that hold them then.
  const chain = new Map<number, [number, number]>();
  const queue = [position];
  while (queue.length > 0) {
    const m = queue.pop()!;
    if (chain.has(m)) continue;
    const goes = view.slot[m] === from ? to : from;
    const rows = [view.rowA[m]!, view.rowB[m]!] as [number, number];
    if (rows[0] < 0 || rows[1] < 0) return "unknown";
    if (m === position) {
      rows[0] = rowFor(board, view.a[m]!, rows[0], to);
      rows[1] = rowFor(board, view.b[m]!, rows[1], to);
    }
    chain.set(m, rows);
    if (chain.size > CHAIN) return "chain";
    for (const row of rows) {
      const other = at[row * slots + goes]!;
      if (other >= 0) queue.push(other);
    }
  }
  const crowd = crowdOn(board, chain);
  const removed = [...chain.keys()].sort((a, b) => a - b);
  const comes = removed.map((m) => {
    const slot = view.slot[m] === from ? to : from;
    const [p, q] = [view.a[m]!, view.b[m]!];
    const rows = chain.get(m)!;
    const wanted = m === position && place >= 0 ? place : -1;
    const chosen = wanted >= 0 ? wanted : placeFor(board, p, q, rows, slot, view.place[m]!, crowd);
    if (chosen >= 0) crowd.add(chosen, slot);
    return meeting(board, [p, q], rows, slot, chosen);
  });
  const people = new Set(removed.flatMap((m) => [view.a[m]!, view.b[m]!]));
  return { change: { removed, added: comes }, others: people.size - 2 };
}

/** To another place in the same slot; who is there, and leaves no room, takes the place that gets free. */
function replaced(board: Board, position: number, place: number): Move {
  const { facts, view, uses, schedule } = board;
  const slot = view.slot[position]!;
  const there = uses.get(place * facts.calendar.slots.length + slot) ?? [];
  const full = there.length >= facts.places[place]!.capacity && view.place[position]! >= 0;
  const other = full ? (there[0] ?? -1) : -1;
  const at = (m: number, to: number): Meeting => ({ ...schedule.meetings[m]!, place: facts.places[to]!.id });
  if (other < 0) return { change: { removed: [position], added: [at(position, place)] }, others: 0 };
  const both = new Set([view.a[position]!, view.b[position]!, view.a[other]!, view.b[other]!]);
  const change = {
    removed: [position, other],
    added: [at(position, place), at(other, view.place[position]!)],
  };
  return { change, others: both.size - 2 };
}

/** The row in which a person holds a meeting then: the same one, unless another is there and free. */
function rowFor({ facts, at }: Board, p: number, row: number, slot: number): number {
  const slots = facts.calendar.slots.length;
  const free = (r: number): boolean => facts.rows[r]!.present[slot] === 1 && at[r * slots + slot]! < 0;
  const { rows } = facts.people[p]!;
  if (row >= 0 && free(row)) return row;
  return rows.find(free) ?? (row >= 0 ? row : (rows.find((r) => facts.rows[r]!.present[slot] === 1) ?? rows[0]!));
}

/** A place for a meeting: the same one if it may be, else an own one, else the free one with the least walking; -1: none. */
function placeFor(
  { facts, view, at }: Board,
  p: number,
  q: number,
  rows: readonly number[],
  slot: number,
  now: number,
  crowd: Crowd,
): number {
  if (facts.places.length === 0) return -1;
  const slots = facts.calendar.slots.length;
  const allowed = facts.allowedPlaces(p, q);
  const room = (place: Room): boolean => place.closed[slot] !== 1 && crowd.at(place.index, slot) < place.capacity;
  if (now >= 0 && isAllowed(allowed, facts.places[now]!) && room(facts.places[now]!)) return now;
  const own = allowed.listed.find((place) => room(facts.places[place]!));
  if (own !== undefined) return own;
  const { first, last } = facts.calendar.sessions[facts.calendar.slots[slot]!.session]!;
  // Where the two are before and after, in the same session.
  const around = rows.flatMap((row) => {
    const near = (step: number): number => {
      for (let s = slot + step; s >= first && s <= last; s += step) {
        const m = at[row * slots + s]!;
        if (m >= 0) return view.place[m]!;
      }
      return -1;
    };
    return [near(-1), near(1)].filter((place) => place >= 0);
  });
  let best = -1;
  let least = Infinity;
  if (allowed.common)
    for (const place of facts.places) {
      if (place.owned || !room(place)) continue;
      const walk = around.reduce((sum, other) => sum + facts.walkMinutes(place.index, other), 0);
      if (walk < least) [best, least] = [place.index, walk];
    }
  // Where none is free, the first that would do: the judge says that it is full.
  return best >= 0 ? best : (allowed.listed[0] ?? now);
}

/** How many meetings are at a place in a slot, while some have left and others come. */
interface Crowd {
  at(place: number, slot: number): number;
  add(place: number, slot: number): void;
}

function crowdOn({ facts, uses }: Board, gone: ReadonlyMap<number, unknown> = new Map()): Crowd {
  const slots = facts.calendar.slots.length;
  const come = new Map<number, number>();
  return {
    at(place, slot) {
      const key = place * slots + slot;
      const stay = uses.get(key)?.filter((m) => !gone.has(m)).length ?? 0;
      return stay + (come.get(key) ?? 0);
    },
    add(place, slot) {
      const key = place * slots + slot;
      come.set(key, (come.get(key) ?? 0) + 1);
    },
  };
}

function meeting(
  { facts }: Board,
  people: readonly [number, number],
  rows: readonly [number, number],
  slot: number,
  place: number,
): Meeting {
  return {
    participants: [facts.people[people[0]]!.id, facts.people[people[1]]!.id],
    rows: [facts.rows[rows[0]]!.id, facts.rows[rows[1]]!.id],
    slot: facts.calendar.slots[slot]!.id,
    ...(place >= 0 && { place: facts.places[place]!.id }),
  };
}
