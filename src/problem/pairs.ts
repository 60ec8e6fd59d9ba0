// Who may meet whom, in which slots, and what it is worth: eligible pairs with their wishes. Second part of compile.ts.
// Cost is linear in the wishes (and members of wished organisations); never people x people.

import type { EventSpec, Wish } from "../spec/schema.js";
import { coverageFlags } from "../spec/calendar.js";
import { setBit, type Entities } from "./entities.js";

/** A wish for an organisation. */
export interface Group {
  owner: number;
  organisation: number;
  weight: number;
  points: number;
  /** Has an eligible partner; only such groups enter the problem, with this index. */
  index: number;
}

/** What two participants (p < q) want of each other; -1: no such wish. */
export interface Relation {
  p: number;
  q: number;
  /** Plain points of the direct wishes. */
  pointsP: number;
  pointsQ: number;
  groupP: Group | undefined;
  groupQ: Group | undefined;
  veto: boolean;
  locked: boolean;
  fill: boolean;
}

export interface Relations {
  /** By key p * participants + q, in order of first mention. */
  pairs: Map<number, Relation>;
  groups: Group[];
}

/** Collects every pair that the event's wishes, locks and fill rule speak of. */
export function relationsOf(e: Entities): Relations {
  const { spec } = e;
  const n = spec.participants.length;
  const pairs = new Map<number, Relation>();
  const groups: Group[] = [];
  const relation = (a: number, b: number): Relation => {
    const p = Math.min(a, b);
    const q = Math.max(a, b);
    const key = p * n + q;
    let r = pairs.get(key);
    if (!r) {
      r = {
        p,
        q,
        pointsP: -1,
        pointsQ: -1,
        groupP: undefined,
        groupQ: undefined,
        veto: false,
        locked: false,
        fill: false,
      };
      pairs.set(key, r);
    }
    return r;
  };
  const points = (wish: Wish): number => spec.rules.points[wish.priority! - 1] ?? 0;

  for (const wish of spec.wishes) {
    const from = e.participant.get(wish.from)!;
    const to = e.participant.get(wish.to);
    if (to !== undefined) {
      if (to === from) continue;
      const r = relation(from, to);
      if (wish.veto) r.veto = true;
      else if (from === r.p) r.pointsP = points(wish);
      else r.pointsQ = points(wish);
      continue;
    }
    const organisation = e.organisationIndex.get(wish.to)!;
    let group: Group | undefined;
    if (!wish.veto) {
      group = {
        owner: from,
        organisation,
        weight: points(wish) * e.wishWeight[from]!,
        points: points(wish),
        index: -1,
      };
      groups.push(group);
    }
    for (const member of e.members.get(organisation) ?? []) {
      if (member === from) continue;
      const r = relation(from, member);
      if (wish.veto) r.veto = true;
      else if (from === r.p) r.groupP = group;
      else r.groupQ = group;
    }
  }
  for (const lock of spec.locked) {
    const [a, b] = lock.participants.map((id) => e.participant.get(id)!) as [number, number];
    if (a !== b) relation(a, b).locked = true;
  }
  return { pairs, groups };
}

/** All relations in order of p, then of q. */
export function inOrder({ pairs }: Relations): Relation[] {
  return Array.from(Float64Array.from(pairs.keys()).sort(), (key) => pairs.get(key)!);
}

/** Tests of eligibility that do not depend on who wishes. */
export class Eligibility {
  private readonly paired = new Set<number>();
  private readonly blocked = new Map<number, Uint8Array | "always">();
  private readonly met = new Set<number>();
  private readonly n: number;

  constructor(
    private readonly e: Entities,
    private readonly relations: Relations,
  ) {
    const { spec } = e;
    this.n = spec.participants.length;
    const sides = spec.sides.length;
    const key = (a: number, b: number): number => Math.min(a, b) * this.n + Math.max(a, b);
    const allPairings: [string, string][] =
      spec.pairings ??
      (sides === 1
        ? [[spec.sides[0]!.id, spec.sides[0]!.id]]
        : spec.sides.flatMap((a, i) => spec.sides.slice(i + 1).map((b): [string, string] => [a.id, b.id])));
    for (const [a, b] of allPairings) {
      this.paired.add(e.side.get(a)! * sides + e.side.get(b)!);
      this.paired.add(e.side.get(b)! * sides + e.side.get(a)!);
    }
    for (const { participants, slots } of spec.blocked) {
      const k = key(e.participant.get(participants[0])!, e.participant.get(participants[1])!);
      if (slots === undefined) this.blocked.set(k, "always");
      else if (this.blocked.get(k) !== "always") {
        const flags = coverageFlags(e.calendar, slots).slots;
        const before = this.blocked.get(k) as Uint8Array | undefined;
        before?.forEach((f, t) => (flags[t]! |= f));
        this.blocked.set(k, flags);
      }
    }
    if (spec.rules.met === "exclude")
      for (const [a, b] of spec.met) this.met.add(key(e.participant.get(a)!, e.participant.get(b)!));
  }

  /** Slot set in which p < q are blocked (only in these), or undefined. */
  blockedSlots(p: number, q: number): Int32Array | undefined {
    const blocked = this.blocked.get(p * this.n + q);
    if (blocked === undefined || blocked === "always") return undefined;
    const mask = new Int32Array(this.e.words);
    blocked.forEach((f, t) => f && setBit(mask, 0, t));
    return mask;
  }

  /** May p < q meet (whoever wishes)? If so their common slots, less blocked ones, are in `slots`. */
  common(p: number, q: number, slots: Int32Array, relation = this.relations.pairs.get(p * this.n + q)): boolean {
    const { e } = this;
    if (p === q || e.organisation[p] === e.organisation[q]) return false;
    if (!this.paired.has(e.sideOf[p]! * e.spec.sides.length + e.sideOf[q]!)) return false;
    const key = p * this.n + q;
    if (relation?.veto || this.met.has(key) || this.blocked.get(key) === "always") return false;
    const blocked = this.blockedSlots(p, q);
    let any = 0;
    for (let w = 0; w < e.words; w++) {
      slots[w] = e.somebodyPresent[p * e.words + w]! & e.somebodyPresent[q * e.words + w]! & ~(blocked?.[w] ?? 0);
      any |= slots[w]!;
    }
    return any !== 0;
  }
}

/** Counts needs of one among the offers of the other, both ways; tags as numbers, each once. */
export function matcher(spec: EventSpec): (p: number, q: number) => number {
  const tags = new Map<string, number>();
  const numbers = (list: readonly string[]): number[] =>
    [...new Set(list)].map((tag) => {
      const known = tags.get(tag) ?? tags.size;
      tags.set(tag, known);
      return known;
    });
  const people = spec.participants.map((p) => ({ needs: numbers(p.needs), offers: new Set(numbers(p.offers)) }));
  const count = (a: number, b: number): number => {
    const { offers } = people[b]!;
    let n = 0;
    if (offers.size > 0) for (const need of people[a]!.needs) if (offers.has(need)) n++;
    return n;
  };
  return (p, q) => count(p, q) + count(q, p);
}

/**
 * Adds the pairs that `rules.fill` allows: for each participant the n partners with most needs and offers in common, at
 * least one, among those who may meet it; ties by id.
 */
export function addFill(e: Entities, relations: Relations, eligibility: Eligibility): void {
  const { spec } = e;
  const n = spec.participants.length;
  const fill = spec.rules.fill;
  if (fill === undefined || fill === 0) return;
  const offering = new Map<string, number[]>();
  const needing = new Map<string, number[]>();
  const alike = new Map<string, number[]>(); // participants with the same tags
  const list = <K>(index: Map<K, number[]>, key: K, p: number): void => {
    const at = index.get(key);
    if (at) at.push(p);
    else index.set(key, [p]);
  };
  const tags = spec.participants.map(({ needs, offers }) => ({ needs: new Set(needs), offers: new Set(offers) }));
  tags.forEach(({ needs, offers }, p) => {
    for (const tag of needs) list(needing, tag, p);
    for (const tag of offers) list(offering, tag, p);
    if (needs.size + offers.size > 0) list(alike, JSON.stringify([[...needs].sort(), [...offers].sort()]), p);
  });
  const ids = spec.participants.map(({ id }) => id);
  const order = ids.map((_, p) => p).sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
  const chosen: [number, number][] = [];
  const slots = new Int32Array(e.words);
  const common = new Uint32Array(n);
  for (const group of alike.values()) {
    const { needs, offers } = tags[group[0]!]!;
    common.fill(0);
    for (const tag of needs) offering.get(tag)?.forEach((q) => common[q]!++);
    for (const tag of offers) needing.get(tag)?.forEach((q) => common[q]!++);
    // Most in common first, ties by id: a bucket for each number.
    const buckets: number[][] = Array.from({ length: needs.size + offers.size }, () => []);
    for (const q of order) if (common[q]! > 0) buckets[buckets.length - common[q]!]!.push(q);
    const ranked = buckets.flat();
    for (const p of group) {
      let taken = 0;
      for (const q of ranked) {
        if (taken === fill) break;
        if (q === p || !eligibility.common(Math.min(p, q), Math.max(p, q), slots)) continue;
        chosen.push([p, q]);
        taken++;
      }
    }
  }
  // In the order of the participants, whatever tags they share.
  chosen.sort(([a], [b]) => a - b);
  for (const [a, b] of chosen) {
    const p = Math.min(a, b);
    const q = Math.max(a, b);
    const known = relations.pairs.get(p * n + q);
    if (known) known.fill = true;
    else
      relations.pairs.set(p * n + q, {
        p,
        q,
        pointsP: -1,
        pointsQ: -1,
        groupP: undefined,
        groupQ: undefined,
        veto: false,
        locked: false,
        fill: true,
      });
  }
}
