// Promises that counting refutes: more meetings promised to some people than they have slots, than those whom they may meet
// have slots, or than there are tables. Called by promises.ts. Exact, and it needs no solver: what is counted is at least
// what any schedule can hold, so nothing possible is ever refuted; slot by slot is what prices are for (pricing.ts).
//
//   who was promised ----- pair: once ----- whom they may meet ----- slots, maximum
//        A       \______ one organisation: once, with onePerOrganisation ______/
//
// A unit of flow is a promised meeting. Where one finds no way, those whom it reached are a set A with too few meetings
// (Hall 1935, Hoffman 1960): less than promised fit through the full people B and the pairs between A and the rest.

import { openPairs } from "../certificate/pairs.js";
import type { Facts } from "../rules/facts.js";
import { lockedMeetings } from "./event.js";
import { Network } from "./network.js";
import type { Cause, Shortage } from "./shortage.js";

/** Sets of more people are told as they are found. */
const MOST_TRIED = 300;
/** Groups of people who are there at the same time, the largest ones. */
const MOST_GROUPS = 8;

/**
 * The smallest of the sets found among these participants (left out: all), or undefined: counting refutes nothing. Fewer
 * people may show more: only slots in which one of them is there count.
 */
export function countedShortage(facts: Facts, among?: readonly string[]): Shortage | undefined {
  const counts = new Counts(facts, among && new Set(among));
  const alone = counts.alone();
  if (alone) return alone;
  return smallest([counts.crowd(), counts.room()].filter((one) => one !== undefined));
}

/** The one that names the fewest; the first of equals. */
function smallest(found: Shortage[]): Shortage | undefined {
  return found.sort((a, b) => a.participants.length - b.participants.length)[0];
}

interface Cut {
  members: number[];
  scarce: number[];
}

class Counts {
  /** Locked meetings, which stand; what was promised beyond them; how many more one may have. */
  readonly locked: Int32Array;
  readonly need: Int32Array;
  readonly most: Float64Array;
  /** Whom each may meet, unless they are locked. */
  readonly partners: number[][];
  readonly promised: number[];

  constructor(
    readonly facts: Facts,
    among: ReadonlySet<string> | undefined,
  ) {
    const { people, rows, rules } = facts;
    this.locked = lockedMeetings(facts);
    this.need = Int32Array.from(people, ({ index, guaranteed }) => Math.max(0, guaranteed - this.locked[index]!));
    this.most = Float64Array.from(people, ({ index, maximum, rows: own }) => {
      const open = own.reduce((sum, row) => sum + rows[row]!.open, 0);
      return Math.max(0, Math.min(open, maximum) - this.locked[index]!);
    });
    this.promised = people.flatMap(({ id, index }) =>
      this.need[index]! > 0 && (!among || among.has(id)) ? [index] : [],
    );
    this.partners = people.map(() => []);
    const taken = rules.onePerOrganisation ? this.#takenOrganisations() : undefined;
    for (const { p, q, value } of openPairs(facts)) {
      if (value === undefined || taken?.has(this.#key(p, q)) || taken?.has(this.#key(q, p))) continue;
      this.partners[p]!.push(q);
      this.partners[q]!.push(p);
    }
  }

  /** Somebody who alone has too few slots, too low a maximum or too few partners. */
  alone(): Shortage | undefined {
    for (const p of this.promised) {
      const possible = this.#between([p], []);
      if (this.most[p]! < this.need[p]! && this.most[p]! <= possible)
        return this.#shortage([p], this.most[p]!, { kind: "time" }, true);
      if (possible < this.need[p]!)
        return this.#shortage([p], possible, this.#cause({ members: [p], scarce: [] }), true);
    }
    return undefined;
  }

  /** People whose partners have too few slots. */
  crowd(): Shortage | undefined {
    const slack = (p: number): number => this.partners[p]!.length - this.need[p]!;
    let cut: Cut | undefined;
    for (const members of this.#groups()) {
      const one = this.#cut(members);
      // Who comes last may be who is short: in another order another set, perhaps a smaller one.
      const other = one && this.#cut([...members].sort((a, b) => slack(a) - slack(b) || a - b));
      for (const found of [one, other])
        if (found && found.members.length < (cut?.members.length ?? Infinity)) cut = found;
    }
    if (!cut) return undefined;
    const irreducible = cut.members.length <= MOST_TRIED;
    for (const p of irreducible ? cut.members : []) {
      if (!cut.members.includes(p)) continue;
      cut = this.#cut(cut.members.filter((other) => other !== p)) ?? cut;
    }
    const { members, scarce } = cut;
    const possible = this.#free(members, scarce) + this.#between(members, scarce);
    return this.#shortage(members, possible, this.#cause(cut), irreducible);
  }

  /** Everybody; and those who are there at most in the same slots, for they collide there: of the most frequent absences. */
  #groups(): number[][] {
    const { words, presence } = this.facts;
    const slots = (p: number): Uint32Array => presence.subarray(p * words, (p + 1) * words);
    const alike = new Map<string, number[]>();
    for (const p of this.promised) {
      const key = slots(p).join();
      const group = alike.get(key);
      if (group) group.push(p);
      else alike.set(key, [p]);
    }
    const common = [...alike.values()].sort((a, b) => b.length - a.length).slice(0, MOST_GROUPS);
    const inside = common.map(([first]) =>
      this.promised.filter((p) => slots(p).every((bits, w) => (bits & ~presence[first! * words + w]!) === 0)),
    );
    return [this.promised, ...inside.filter((group) => group.length < this.promised.length)];
  }

  /** People of one side who were promised more than all tables hold: as few as there can be. */
  room(): Shortage | undefined {
    const { facts } = this;
    if (facts.places.length === 0) return undefined;
    const all = facts.calendar.slots.reduce(
      (sum, { index }) => facts.places.reduce((n, z) => n + (z.closed[index] ? 0 : z.capacity), sum),
      0,
    );
    const locks = [...facts.locks.values()].reduce((sum, list) => sum + list.length, 0);
    const left = Math.max(0, all - locks);
    const found = facts.sideIds.flatMap((_, side) => {
      const own = this.promised.filter((p) => facts.people[p]!.side === side);
      // Where a side meets itself, a meeting may keep two promises.
      const room = facts.paired(side, side) ? 2 * left : left;
      own.sort((a, b) => this.need[b]! - this.need[a]! || a - b);
      let sum = 0;
      const last = own.findIndex((p) => (sum += this.need[p]!) > room);
      return last < 0 ? [] : this.#shortage(own.slice(0, last + 1), room, { kind: "room", room: all }, true);
    });
    return smallest(found);
  }

  /** A set of these people for whom there is too little, found by a flow that stops at the first unit without a way. */
  #cut(members: readonly number[]): Cut | undefined {
    const { facts } = this;
    const network = new Network();
    const left = members.map(() => network.node());
    const right = new Map<number, number>();
    /** What one person and one organisation have in common: a meeting. */
    const shared = [new Map<number, number>(), new Map<number, number>()] as const;
    const once = (nodes: Map<number, number>, person: number, other: number, arc: (node: number) => void): number => {
      const key = this.#key(person, other);
      let node = nodes.get(key);
      if (node === undefined) {
        nodes.set(key, (node = network.node()));
        arc(node);
      }
      return node;
    };
    const mask = this.#presence(members);
    members.forEach((p, i) => {
      for (const q of this.partners[p]!) {
        let to = right.get(q);
        if (to === undefined) {
          right.set(q, (to = network.node()));
          network.arc(to, 0, this.#room(q, mask));
        }
        if (!facts.rules.onePerOrganisation) {
          network.arc(left[i]!, to, 1);
          continue;
        }
        // One meeting of p with the organisation of q, and one of q with that of p.
        const end = to;
        const one = once(shared[0], p, q, (node) => network.arc(left[i]!, node, 1));
        const other = once(shared[1], q, p, (node) => network.arc(node, end, 1));
        network.arc(one, other, 1);
      }
    });
    for (const [i, p] of members.entries()) {
      for (let unit = 0; unit < this.need[p]!; unit++) {
        if (network.push(left[i]!)) continue;
        const cut = {
          members: members.filter((_, m) => network.reached(left[m]!)),
          scarce: [...right].flatMap(([q, node]) => (network.reached(node) ? [q] : [])),
        };
        const possible = this.#free(cut.members, cut.scarce) + this.#between(cut.members, cut.scarce);
        // What is told is what the plain count says; the flow only found where to look.
        return possible < this.#needOf(cut.members) ? cut : undefined;
      }
    }
    return undefined;
  }

  #needOf(members: readonly number[]): number {
    return members.reduce((sum, p) => sum + this.need[p]!, 0);
  }

  /** Slots in which any of them is there. */
  #presence(members: readonly number[]): Uint32Array {
    const { words, presence } = this.facts;
    const mask = new Uint32Array(words);
    for (const p of members) for (let w = 0; w < words; w++) mask[w]! |= presence[p * words + w]!;
    return mask;
  }

  /** Meetings q may have, beyond those that are locked, in these slots. */
  #room(q: number, mask: Uint32Array): number {
    const { people, rows } = this.facts;
    let open = 0;
    for (const row of people[q]!.rows)
      rows[row]!.present.forEach((there, t) => (open += there & (mask[t >> 5]! >>> (t & 31))));
    return Math.min(open, this.most[q]!);
  }

  /** Meetings that the scarce can have while any of the members is there. */
  #free(members: readonly number[], scarce: readonly number[]): number {
    const mask = this.#presence(members);
    return scarce.reduce((sum, q) => sum + this.#room(q, mask), 0);
  }

  /** Meetings of the members with people who are not scarce: pairs, or where that is fewer, who can meet an organisation once. */
  #between(members: readonly number[], scarce: readonly number[]): number {
    const { people, rules } = this.facts;
    const full = new Set(scarce);
    let pairs = 0;
    const span = this.facts.organisations.length;
    const sides = new Map<number, [Set<number>, Set<number>]>();
    for (const p of members) {
      for (const q of this.partners[p]!) {
        if (full.has(q)) continue;
        pairs++;
        if (!rules.onePerOrganisation) continue;
        const key = people[p]!.organisation * span + people[q]!.organisation;
        const [own, other] = sides.get(key) ?? sides.set(key, [new Set(), new Set()]).get(key)!;
        own.add(p);
        other.add(q);
      }
    }
    if (!rules.onePerOrganisation) return pairs;
    return [...sides.values()].reduce((sum, [own, other]) => sum + Math.min(own.size, other.size), 0);
  }

  #cause({ members, scarce }: Cut): Cause {
    return {
      kind: "partners",
      scarce: scarce.length,
      free: this.#free(members, scarce),
      others: this.#between(members, scarce),
      locked: members.reduce((sum, p) => sum + this.locked[p]!, 0),
    };
  }

  /** `possible` counts meetings beyond the locked ones. */
  #shortage(members: readonly number[], possible: number, cause: Cause, irreducible: boolean): Shortage {
    const { people } = this.facts;
    const ordered = [...members].sort((a, b) => a - b);
    const promised = ordered.reduce((sum, p) => sum + people[p]!.guaranteed, 0);
    const missing = this.#needOf(members) - possible;
    return {
      participants: ordered.map((p) => people[p]!.id),
      irreducible,
      promised,
      possible: promised - missing,
      cause,
    };
  }

  /** One number for p and the organisation of q. */
  #key(p: number, q: number): number {
    return p * this.facts.organisations.length + this.facts.people[q]!.organisation;
  }

  /** Who has a locked meeting with which organisation: with onePerOrganisation, no other of it. */
  #takenOrganisations(): Set<number> {
    const taken = new Set<number>();
    for (const [lock] of this.facts.locks.values()) {
      taken.add(this.#key(lock!.p, lock!.q));
      taken.add(this.#key(lock!.q, lock!.p));
    }
    return taken;
  }
}
