// Who wants whom: wishes, vetoes and tags in common, by index, with lookups by ordered pair.
// Called by facts.ts. It never says whether two people may meet (eligibility.ts) or what a meeting is worth (values.ts).
// Cost and memory follow the number of wishes and tags, never people times people.

import type { EventSpec } from "../../spec/schema.js";
import type { People } from "./people.js";

export interface WishTable {
  /** Person who wishes, per entry of spec.wishes; -1 when unknown. */
  from: Int32Array;
  /** Person wished for, or -1. */
  to: Int32Array;
  /** Organisation wished for, or -1. */
  organisation: Int32Array;
  /** 1 for a veto. */
  veto: Uint8Array;
  /** Plain points by priority; 0 for a veto. */
  points: Float64Array;
  /** Points times the weights of who wishes. */
  weight: Float64Array;
  /** Wishes (not vetoes) of person p: list[start[p]] to list[start[p + 1] - 1], in the order of the spec. */
  start: Int32Array;
  list: Int32Array;
}

export interface Wishes {
  wishes: WishTable;
  /** The entry by which p wishes for q directly; -1 when there is none. */
  directWish(p: number, q: number): number;
  /** The entry by which p wishes for q's organisation; -1 when there is none. */
  organisationWish(p: number, q: number): number;
  /** True when p wishes for q or for q's organisation. */
  wishesFor(p: number, q: number): boolean;
  /** True when p vetoes q or q's organisation. */
  vetoes(p: number, q: number): boolean;
  /** Needs of each among the offers of the other. */
  common(p: number, q: number): number;
  /** Distinct tags of each person, as sorted numbers. */
  needs: Int32Array[];
  offers: Int32Array[];
  tags: number;
}

/** Reads wishes and tags; the first of two equal wishes counts. */
export function wishesOf(spec: EventSpec, facts: People): Wishes {
  const { people, personIndex, organisations, organisationIndex } = facts;
  const n = spec.wishes.length;
  const people1 = people.length + 1;
  const organisations1 = organisations.length + 1;
  const from = new Int32Array(n).fill(-1);
  const to = new Int32Array(n).fill(-1);
  const organisation = new Int32Array(n).fill(-1);
  const veto = new Uint8Array(n);
  const points = new Float64Array(n);
  const weight = new Float64Array(n);
  const start = new Int32Array(people.length + 1);
  const direct = new Map<number, number>();
  const collective = new Map<number, number>();
  const directVeto = new Set<number>();
  const collectiveVeto = new Set<number>();
  const mine: boolean[] = new Array<boolean>(n).fill(false);
  spec.wishes.forEach((wish, i) => {
    const p = personIndex.get(wish.from) ?? -1;
    const q = personIndex.get(wish.to) ?? -1;
    const o = q >= 0 ? -1 : (organisationIndex.get(wish.to) ?? -1);
    if (p < 0 || (q < 0 && o < 0)) return;
    const key = q >= 0 ? p * people1 + q : p * organisations1 + o;
    const seen = q >= 0 ? direct.has(key) || directVeto.has(key) : collective.has(key) || collectiveVeto.has(key);
    if (seen) return;
    from[i] = p;
    to[i] = q;
    organisation[i] = o;
    if (wish.veto) {
      veto[i] = 1;
      (q >= 0 ? directVeto : collectiveVeto).add(key);
      return;
    }
    (q >= 0 ? direct : collective).set(key, i);
    points[i] = wish.priority === undefined ? 0 : (spec.rules.points[wish.priority - 1] ?? 0);
    weight[i] = points[i]! * people[p]!.weight;
    mine[i] = true;
    start[p + 1]!++;
  });
  for (let p = 0; p < people.length; p++) start[p + 1]! += start[p]!;
  const list = new Int32Array(start[people.length]!);
  const fill = start.slice();
  for (let i = 0; i < n; i++) if (mine[i]) list[fill[from[i]!]!++] = i;

  const directWish = (p: number, q: number): number => direct.get(p * people1 + q) ?? -1;
  const organisationWish = (p: number, q: number): number =>
    collective.size === 0 ? -1 : (collective.get(p * organisations1 + people[q]!.organisation) ?? -1);
  const { needs, offers, tags } = tagsOf(spec, facts);
  return {
    wishes: { from, to, organisation, veto, points, weight, start, list },
    directWish,
    organisationWish,
    wishesFor: (p, q) => directWish(p, q) >= 0 || organisationWish(p, q) >= 0,
    vetoes: (p, q) =>
      directVeto.has(p * people1 + q) ||
      (collectiveVeto.size > 0 && collectiveVeto.has(p * organisations1 + people[q]!.organisation)),
    common: (p, q) => shared(needs[p]!, offers[q]!) + shared(needs[q]!, offers[p]!),
    needs,
    offers,
    tags,
  };
}

const NO_TAGS = new Int32Array(0);

function tagsOf(spec: EventSpec, { people, personIndex }: People): Pick<Wishes, "needs" | "offers" | "tags"> {
  const index = new Map<string, number>();
  const read = (names: readonly string[]): Int32Array => {
    if (names.length === 0) return NO_TAGS;
    const found = new Set<number>();
    for (const name of names) {
      let tag = index.get(name);
      if (tag === undefined) index.set(name, (tag = index.size));
      found.add(tag);
    }
    return Int32Array.from(found).sort();
  };
  const needs: Int32Array[] = new Array<Int32Array>(people.length).fill(NO_TAGS);
  const offers: Int32Array[] = new Array<Int32Array>(people.length).fill(NO_TAGS);
  const seen = new Set<string>();
  for (const participant of spec.participants) {
    if (seen.has(participant.id)) continue;
    seen.add(participant.id);
    const p = personIndex.get(participant.id)!;
    needs[p] = read(participant.needs);
    offers[p] = read(participant.offers);
  }
  return { needs, offers, tags: index.size };
}

function shared(a: Int32Array, b: Int32Array): number {
  let count = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = a[i]!;
    const y = b[j]!;
    if (x === y) count++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return count;
}
