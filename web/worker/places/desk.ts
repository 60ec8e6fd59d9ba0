// Places x slots: which meeting is where, when. A place that holds several meetings at once has as many lines as it holds in
// its fullest slot, so that every cell is one meeting. Owned by owner.ts.

import { proxyMarker } from "comlink";
import type { PlaceCell, PlaceMeeting, PlaceRowsView, PlaceRowView } from "../../places-views.js";
import { cut, type Known } from "../known.js";
import { wishFor, type Placed } from "../placed.js";
import type { Stage } from "../plan/stage.js";
import { priorityOf } from "../rows.js";
import type { PlacesApi } from "./api.js";

/** Longest name of a place or a zone. */
const NAME = 60;

/** Lines in order: which meeting (index in the schedule) stands in each slot of each, or -1. */
interface Lines {
  known: Known;
  generation: number;
  place: Int32Array;
  lane: Int32Array;
  /** Line x slots + slot. */
  at: Int32Array;
  /** Letters of the longest label of a meeting. */
  letters: number;
  /** Meetings of each place. */
  used: Int32Array;
  /** Who owns each place; the first of several, or -1. */
  owner: Int32Array;
}

export class PlacesDesk implements PlacesApi {
  readonly [proxyMarker] = true as const;
  #lines: Lines | null = null;

  constructor(readonly stage: Stage) {}

  rows(from: number, to: number): PlaceRowsView {
    const { placed } = this.stage;
    const lines = this.#over();
    if (!lines) return { total: 0, from, rows: [], letters: 0 };
    const total = lines.place.length;
    const rows: PlaceRowView[] = [];
    for (let i = Math.max(0, from); i < Math.min(total, to); i++) rows.push(rowOf(lines, placed, i));
    return { total, from, rows, letters: lines.letters };
  }

  find(participant: string): number {
    const lines = this.#over();
    const meetings = this.stage.placed?.schedule.meetings;
    if (!lines || !meetings) return -1;
    const slots = lines.known.facts.calendar.slots.length;
    const at = lines.at.findIndex((m) => m >= 0 && meetings[m]!.participants.includes(participant));
    return at < 0 ? -1 : Math.floor(at / slots);
  }

  #over(): Lines | null {
    const { known, placed, generation } = this.stage;
    if (!known) return null;
    if (this.#lines?.known !== known || this.#lines.generation !== generation)
      this.#lines = { known, generation, ...linesOf(known, placed) };
    return this.#lines;
  }
}

function linesOf({ facts, labels }: Known, placed: Placed | null): Omit<Lines, "known" | "generation"> {
  const slots = facts.calendar.slots.length;
  const used = new Int32Array(facts.places.length);
  const owner = new Int32Array(facts.places.length).fill(-1);
  for (let p = facts.people.length - 1; p >= 0; p--) if (facts.ownPlace[p]! >= 0) owner[facts.ownPlace[p]!] = p;
  let letters = 0;
  const here = facts.places.map((): Map<number, number[]> => new Map());
  placed?.schedule.meetings.forEach(({ participants, place, slot }, m) => {
    const room = facts.placeIndex.get(place ?? "");
    const time = facts.calendar.slotIndex.get(slot);
    if (room === undefined || time === undefined) return;
    used[room]!++;
    const [a, b] = participants.map((id) => facts.personIndex.get(id) ?? -1) as [number, number];
    letters = Math.max(letters, labelOf(labels, [a, b], owner[room]!).length);
    const list = here[room]!.get(time);
    if (list) list.push(m);
    else here[room]!.set(time, [m]);
  });
  const height = here.map((bySlot) => [...bySlot.values()].reduce((most, list) => Math.max(most, list.length), 1));
  const total = height.reduce((sum, lines) => sum + lines, 0);
  const place = new Int32Array(total);
  const lane = new Int32Array(total);
  const at = new Int32Array(total * slots).fill(-1);
  let line = 0;
  here.forEach((bySlot, z) => {
    for (const [slot, list] of bySlot) list.forEach((m, i) => (at[(line + i) * slots + slot] = m));
    for (let i = 0; i < height[z]!; i++, line++) {
      place[line] = z;
      lane[line] = i;
    }
  });
  return { place, lane, at, letters, used, owner };
}

function rowOf({ known, place, lane, at, used, owner }: Lines, placed: Placed | null, line: number): PlaceRowView {
  const { facts, spec, columns, names } = known;
  const room = facts.places[place[line]!]!;
  const own = owner[room.index]!;
  const slots = facts.calendar.slots.length;
  const { label, zone } = spec.places[room.index]!;
  return {
    place: room.id,
    label: cut(label ?? room.id, NAME),
    lane: lane[line]!,
    capacity: room.capacity,
    owner: own < 0 ? null : { id: facts.people[own]!.id, name: names[own]! },
    zone: cut(zone ?? "", NAME),
    used: used[room.index]!,
    open: room.closed.reduce((free, closed) => free + (closed ? 0 : room.capacity), 0),
    cells: columns.map((column): PlaceCell => {
      if (column.kind !== "slot") return { kind: "free" };
      const slot = facts.calendar.slotIndex.get(column.id)!;
      const meeting = at[line * slots + slot]!;
      if (placed && meeting >= 0) return meetingAt(placed, meeting, own);
      return { kind: room.closed[slot] ? "closed" : "free" };
    }),
  };
}

/** A meeting by the other one's label at somebody's own place, else by both. */
function meetingAt({ known, schedule }: Placed, index: number, owner: number): PlaceMeeting {
  const { facts, labels, names } = known;
  const [p, q] = schedule.meetings[index]!.participants.map((id) => facts.personIndex.get(id) ?? -1) as [
    number,
    number,
  ];
  const [own, theirs] = [wishFor(facts, p, q), wishFor(facts, q, p)];
  const priorities = [own, theirs].map((wish) => priorityOf(known, wish)).filter((priority) => priority > 0);
  const [first, second] = guestFirst([p, q], owner);
  return {
    kind: "meeting",
    label: labelOf(labels, [p, q], owner),
    people: [facts.people[first]!.id, facts.people[second]!.id],
    names: [names[first]!, names[second]!],
    priority: priorities.length === 0 ? 0 : Math.min(...priorities),
    mutual: priorities.length === 2,
    locked: facts.locks.has(facts.pairKey(p, q)),
  };
}

/** The guest comes first: a choice of the cell is a choice of the guest. */
function guestFirst([p, q]: [number, number], owner: number): [number, number] {
  return p === owner ? [q, p] : [p, q];
}

function labelOf(labels: readonly string[], pair: [number, number], owner: number): string {
  const [first, second] = guestFirst(pair, owner);
  return second === owner ? (labels[first] ?? "") : `${labels[first] ?? ""}·${labels[second] ?? ""}`;
}
