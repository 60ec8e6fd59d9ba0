// Why a wish was not met: for every wish without a meeting the first reason of section 6 of the model that holds, with its
// evidence as plain data. Called by reasons.ts and the views. It reads facts and schedule only: what holding a displaced
// wish would cost is added by reasons.ts, here stand the meetings in the way.

import type { Facts } from "./rules/facts.js";
import type { View } from "./rules/view.js";
import { heldBy, partner, viewOf } from "./rules/view.js";
import { metWishes } from "./measure.js";
import type { Reason, Schedule, Unmet } from "./schedule.js";

/** Slots for which `displaced` names the meetings in the way; the counts speak of all. */
export const EVIDENCE_SLOTS = 3;

/** Reasons in their order: the first that holds is given. */
export const REASONS: readonly Reason[] = [
  "vetoed",
  "blocked",
  "sides",
  "same-organisation",
  "met-before",
  "no-common-slot",
  "full",
  "exclusive",
  "place",
  "displaced",
];

const LAST = REASONS.at(-1)!;

// Keys of the evidence by reason; a wish for an organisation adds `participant`, the one whose reason is given.
//   vetoed            by: ids of who refuses
//   blocked           (none)
//   sides             sides: the two ids
//   same-organisation organisation
//   met-before        (none)
//   no-common-slot    present: slots of each; blocked: slot ids blocked for the pair
//   full              full: { participant, maximum, meetings }[], for each side that is full
//   exclusive         participant, organisation, meeting: the one that takes it
//   place             slots: common ones; places: ids listed for the pair; commonPlaces: how many of nobody's own, where
//                     these count; closed, full: slot-place combinations of the listed ones
//   displaced         slots: common ones; free: those in which both are free; places: of these, with a place;
//                     inTheWay: { slot, meetings, place }[] for up to EVIDENCE_SLOTS, free ones first
//                     from reasons.ts, where a kernel was asked: rule: the hard rule that holding it would break; or
//                     points: what holding it where it costs least would cost, pushes: the meetings that would go for it,
//                     moves: those that would be held otherwise
// Meetings are positions in the schedule's list: a large event has thousands of full people, and the file must stay small.
type Evidence = Record<string, unknown>;
type Cause = { reason: Reason; evidence: () => Evidence };

/** One entry for every wish (not veto) without a meeting, in the order of the event. */
export function explain(facts: Facts, schedule: Schedule): Unmet[] {
  const { wishes, organisations, people } = facts;
  const view = viewOf(facts, schedule);
  const isMet = metWishes(facts, view);
  const causeOf = causes(facts, view);
  const unmet: Unmet[] = [];
  facts.spec.wishes.forEach(({ from, to, priority }, wish) => {
    const p = wishes.from[wish]!;
    if (p < 0 || wishes.veto[wish] || priority === undefined || isMet(wish)) return;
    if (wishes.to[wish]! >= 0) {
      const { reason, evidence } = causeOf(p, wishes.to[wish]!);
      unmet.push({ from, to, reason, evidence: evidence() });
      return;
    }
    // The participant for whom the reason stands latest; the first of them when several do.
    let latest: (Cause & { member: number }) | undefined;
    for (const member of organisations[wishes.organisation[wish]!]!.members) {
      const cause = causeOf(p, member);
      if (latest === undefined || REASONS.indexOf(cause.reason) > REASONS.indexOf(latest.reason)) {
        latest = { ...cause, member };
        if (cause.reason === LAST) break; // no later reason: a large organisation is not asked to the end
      }
    }
    if (latest === undefined) return;
    const { reason, evidence, member } = latest;
    unmet.push({ from, to, reason, evidence: { participant: people[member]!.id, ...evidence() } });
  });
  return unmet;
}

// Evidence is written only for the reason that is given: an organisation asks for many. Slots are masks of 32 to a word.
function causes(facts: Facts, view: View): (p: number, q: number) => Cause {
  const { people, words, calendar } = facts;
  const free = freeMasks(facts, view);
  const rooms = roomMasks(facts, view);
  const rivals = facts.rules.onePerOrganisation ? firstMeetings(facts, view) : undefined;
  const common = new Uint32Array(words);
  const open = new Uint32Array(words);
  const id = (p: number): string => people[p]!.id;
  const slotId = (slot: number): string => calendar.slots[slot]!.id;

  const refusal = (p: number, q: number, reason: Reason): Evidence => {
    const evidence: Evidence = {};
    if (reason === "vetoed") evidence.by = [p, q].filter((x) => facts.vetoes(x, x === p ? q : p)).map(id);
    if (reason === "sides") evidence.sides = [p, q].map((x) => facts.sideIds[people[x]!.side] ?? "");
    if (reason === "same-organisation") {
      evidence.organisation = facts.organisations[people[p]!.organisation]!.name ?? id(p);
    }
    if (reason === "no-common-slot") {
      evidence.present = [p, q].map((x) => count(facts.presence.subarray(x * words, (x + 1) * words)));
      const flags = facts.blockedSlots.get(facts.pairKey(p, q)) ?? [];
      evidence.blocked = [...flags].flatMap((flag, slot) => (flag ? [slotId(slot)] : []));
    }
    return evidence;
  };

  const fullEvidence = (full: readonly number[]): Evidence => ({
    full: full.map((x) => ({
      participant: id(x),
      maximum: people[x]!.maximum,
      meetings: [...view.personList.subarray(view.personStart[x]!, view.personStart[x + 1]!)],
    })),
  });

  const placeEvidence = (p: number, q: number): Evidence => {
    facts.commonSlots(p, q, common);
    const { listed, common: anywhere } = facts.allowedPlaces(p, q);
    let closed = 0;
    for (const place of listed) {
      facts.places[place]!.closed.forEach((flag, slot) => {
        if (flag && has(common, slot)) closed++;
      });
    }
    const slots = count(common);
    const places = listed.map((place) => facts.places[place]!.id);
    return {
      slots,
      places,
      ...(anywhere && { commonPlaces: rooms.common }),
      closed,
      full: slots * places.length - closed,
    };
  };

  const inTheWay = (x: number, slot: number, into: number[]): void => {
    if (has(free, slot, x * words)) return;
    for (let i = view.personStart[x]!; i < view.personStart[x + 1]!; i++) {
      const m = view.personList[i]!;
      if (view.slot[m] === slot) into.push(m);
    }
  };

  const displacedEvidence = (p: number, q: number): Evidence => {
    facts.commonSlots(p, q, common);
    rooms.open(p, q, open);
    const slots = count(common);
    const both = common.map((word, w) => word & free[p * words + w]! & free[q * words + w]!);
    const freeSlots = count(both);
    const named = freeSlots > 0 ? both : common;
    const list: Evidence[] = [];
    for (let slot = 0; slot < calendar.slots.length && list.length < EVIDENCE_SLOTS; slot++) {
      if (!has(named, slot)) continue;
      const meetings: number[] = [];
      inTheWay(p, slot, meetings);
      inTheWay(q, slot, meetings);
      list.push({ slot: slotId(slot), meetings, place: has(open, slot) });
    }
    return { slots, free: freeSlots, places: count(both.map((word, w) => word & open[w]!)), inTheWay: list };
  };

  return (p, q) => {
    const never = facts.eligible(p, q);
    // Whoever is asked about here is wished for; "unwished" cannot be the answer.
    if (never !== undefined && never !== "unwished") return { reason: never, evidence: () => refusal(p, q, never) };
    const full = [p, q].filter((x) => heldBy(view, x) >= people[x]!.maximum);
    if (full.length > 0) return { reason: "full", evidence: () => fullEvidence(full) };
    for (const [x, y] of [
      [p, q],
      [q, p],
    ] as const) {
      // The two have no meeting with each other, so any meeting with the organisation is with somebody else of it.
      const m = rivals?.get(x * facts.organisations.length + people[y]!.organisation);
      if (m === undefined) continue;
      const organisation = facts.organisations[people[y]!.organisation]!.name;
      return { reason: "exclusive", evidence: () => ({ participant: id(x), organisation, meeting: m }) };
    }
    facts.commonSlots(p, q, common);
    rooms.open(p, q, open);
    return common.some((word, w) => (word & open[w]!) !== 0)
      ? { reason: "displaced", evidence: () => displacedEvidence(p, q) }
      : { reason: "place", evidence: () => placeEvidence(p, q) };
  };
}

interface RoomMasks {
  /** Number of places that are nobody's own. */
  common: number;
  /** Slots in which some place that the pair may use is open and has room, into `mask`. */
  open(p: number, q: number, mask: Uint32Array): void;
}

function roomMasks(facts: Facts, view: View): RoomMasks {
  const { words, places } = facts;
  const slots = facts.calendar.slots.length;
  const used = new Uint32Array(places.length * slots);
  for (let m = 0; m < view.size; m++) {
    if (view.place[m]! >= 0 && view.slot[m]! >= 0) used[view.place[m]! * slots + view.slot[m]!]!++;
  }
  const usable = new Uint32Array(places.length * words);
  const anyCommon = new Uint32Array(words);
  for (const { index, owned, capacity, closed } of places) {
    for (let slot = 0; slot < slots; slot++) {
      if (closed[slot] || used[index * slots + slot]! >= capacity) continue;
      usable[index * words + (slot >> 5)]! |= 1 << (slot & 31);
      if (!owned) anyCommon[slot >> 5]! |= 1 << (slot & 31);
    }
  }
  return {
    common: places.filter((room) => !room.owned).length,
    open(p, q, mask) {
      if (places.length === 0) {
        mask.fill(~0);
        return;
      }
      const allowed = facts.allowedPlaces(p, q);
      if (allowed.common) mask.set(anyCommon);
      else mask.fill(0);
      for (const place of allowed.listed) for (let w = 0; w < words; w++) mask[w]! |= usable[place * words + w]!;
    },
  };
}

// The first meeting of each person with each organisation.
function firstMeetings(facts: Facts, view: View): Map<number, number> {
  const first = new Map<number, number>();
  for (const { index } of facts.people) {
    for (let i = view.personStart[index]!; i < view.personStart[index + 1]!; i++) {
      const m = view.personList[i]!;
      const key = index * facts.organisations.length + facts.people[partner(view, m, index)]!.organisation;
      if (!first.has(key)) first.set(key, m);
    }
  }
  return first;
}

// Slots in which some row of a person is present and has no meeting.
function freeMasks(facts: Facts, view: View): Uint32Array {
  const { words, rows } = facts;
  const masks = new Uint32Array(facts.people.length * words);
  const mine = new Uint32Array(words);
  for (const row of rows) {
    mine.set(row.mask);
    for (let i = view.rowStart[row.index]!; i < view.rowStart[row.index + 1]!; i++) {
      const slot = view.slot[view.rowList[i]!]!;
      mine[slot >> 5]! &= ~(1 << (slot & 31));
    }
    for (let w = 0; w < words; w++) masks[row.person * words + w]! |= mine[w]!;
  }
  return masks;
}

function has(mask: Uint32Array, slot: number, offset = 0): boolean {
  return ((mask[offset + (slot >> 5)]! >>> (slot & 31)) & 1) === 1;
}

function count(mask: Uint32Array): number {
  let bits = 0;
  for (let word of mask) for (; word !== 0; word &= word - 1) bits++;
  return bits;
}
