// The fewest holes that a person has whatever the others do, for people with one row whose meetings are all locked: over all
// ways to hold the meetings in slots that are open to them, one each, the least number of holes. Called by certificate.ts;
// what closes a slot to a meeting beforehand is in narrow.ts.
// Sets of slots that can be filled are the independent sets of a transversal matroid, so slots are taken or left one by
// one in their order: a branch ends where a slot that is taken cannot be filled (Kuhn's augmenting paths), or where the
// slots that are not left cannot hold all meetings. Work is counted; what is proved when it runs out is the answer.

import type { Facts } from "../rules/facts.js";
import type { Lock } from "../rules/facts/locks.js";
import { narrow, type Narrowed } from "./narrow.js";
import { openPairs } from "./pairs.js";

/** Steps of looking for one person and for everybody; beyond them the number proved so far stands. */
const WORK_EACH = 5_000_000;
const WORK_ALL = 500_000_000;

export interface PersonHoles {
  person: number;
  /** No schedule has fewer; undefined: not all locked meetings of this person can be held. */
  fewest: number | undefined;
  /** Work ran out: more may be true. */
  cut: boolean;
}

/** Everybody with meetings whom the bound speaks of, in the order of the event; `open`: what narrowing leaves. */
export function holesByPerson(facts: Facts, { open: openTo, stuck }: Narrowed = narrow(facts)): PersonHoles[] {
  const { people, calendar } = facts;
  const free = new Uint8Array(people.length);
  for (const { p, q, value } of openPairs(facts)) if (value !== undefined) free[p] = free[q] = 1;
  const own = people.map((): Lock[] => []);
  for (const list of facts.locks.values()) {
    for (const lock of list) {
      own[lock.p]!.push(lock);
      own[lock.q]!.push(lock);
    }
  }
  const session = calendar.slots.map((slot) => slot.session);
  const most = facts.rules.maxHoles ?? Infinity;
  let left = WORK_ALL;
  return people.flatMap(({ index, rows }) => {
    if (stuck.includes(index)) return [{ person: index, fewest: undefined, cut: false }];
    if (free[index] || rows.length !== 1 || own[index]!.length === 0) return [];
    const open = own[index]!.map((lock) => openTo.get(lock)!);
    const search = new Search(open, session, most, Math.min(left, WORK_EACH));
    const fewest = search.fewest();
    left -= search.work;
    return [{ person: index, fewest, cut: search.isOut() }];
  });
}

/** The fewest holes with which meetings fit into their open slots, at most `most` in a session; undefined: they do not. */
export function fewestHoles(open: readonly number[][], session: readonly number[], most: number): number | undefined {
  return new Search(open, session, most, Infinity).fewest();
}

class Search {
  /** Steps done. */
  work = 0;
  /** Meetings open to each slot. */
  readonly #openTo: number[][];
  readonly #meetings: number;
  /** Slot of each meeting when only slots that are taken count, or -1; the next when all that are not left count. */
  #taken: Int32Array;
  #whole: Int32Array;
  /** Meeting of each slot in the one and the other. */
  #takenBy: Int32Array;
  #wholeBy: Int32Array;
  readonly #visited: Int32Array;
  #visit = 0;
  readonly #isLeft: Uint8Array;

  constructor(
    readonly open: readonly number[][],
    readonly session: readonly number[],
    readonly most: number,
    readonly budget: number,
  ) {
    this.#meetings = open.length;
    this.#openTo = session.map(() => []);
    open.forEach((slots, m) => slots.forEach((t) => this.#openTo[t]!.push(m)));
    this.#taken = new Int32Array(open.length).fill(-1);
    this.#whole = new Int32Array(open.length).fill(-1);
    this.#takenBy = new Int32Array(session.length).fill(-1);
    this.#wholeBy = new Int32Array(session.length).fill(-1);
    this.#visited = new Int32Array(Math.max(open.length, session.length));
    this.#isLeft = new Uint8Array(session.length);
  }

  isOut(): boolean {
    return this.work > this.budget;
  }

  fewest(): number | undefined {
    for (let m = 0; m < this.#meetings; m++) {
      this.#visit++;
      if (!this.#place(m)) return undefined;
    }
    for (let holes = 0; holes < this.#meetings; holes++) {
      if (this.#fill(0, 0, -1, holes, 0) || this.isOut()) return holes;
    }
    return undefined;
  }

  /** Takes or leaves slot t and those after it; `used` are taken, the last is `last`; true: all meetings have a slot. */
  #fill(t: number, used: number, last: number, holes: number, here: number): boolean {
    if (used === this.#meetings) return true;
    if (t === this.session.length || this.isOut()) return false;
    this.work += this.#meetings;
    const same = last >= 0 && this.session[last] === this.session[t];
    const gap = same && last < t - 1 ? 1 : 0;
    const inSession = (same ? here : 0) + gap;
    if (this.#openTo[t]!.length > 0 && gap <= holes && inSession <= this.most) {
      const before = [this.#taken.slice(), this.#takenBy.slice()] as const;
      this.#visit++;
      if (this.#hold(t)) {
        if (this.#fill(t + 1, used + 1, t, holes - gap, inSession)) return true;
        [this.#taken, this.#takenBy] = before;
      }
    }
    const m = this.#wholeBy[t]!;
    const before = [this.#whole.slice(), this.#wholeBy.slice()] as const;
    this.#isLeft[t] = 1;
    let fits = true;
    if (m >= 0) {
      this.#wholeBy[t] = -1;
      this.#whole[m] = -1;
      this.#visit++;
      fits = this.#place(m);
    }
    if (fits && this.#fill(t + 1, used, last, holes, here)) return true;
    this.#isLeft[t] = 0;
    [this.#whole, this.#wholeBy] = before;
    return false;
  }

  /** Finds a meeting for slot t; slots that are taken keep one, perhaps another. */
  #hold(t: number): boolean {
    for (const m of this.#openTo[t]!) {
      this.work++;
      if (this.#visited[m] === this.#visit) continue;
      this.#visited[m] = this.#visit;
      const other = this.#taken[m]!;
      if (other >= 0 && !this.#hold(other)) continue;
      this.#taken[m] = t;
      this.#takenBy[t] = m;
      return true;
    }
    return false;
  }

  /** Finds a slot that is not left for meeting m; other meetings keep one, perhaps another. */
  #place(m: number): boolean {
    for (const t of this.open[m]!) {
      this.work++;
      if (this.#isLeft[t] || this.#visited[t] === this.#visit) continue;
      this.#visited[t] = this.#visit;
      const other = this.#wholeBy[t]!;
      if (other >= 0 && !this.#place(other)) continue;
      this.#whole[m] = t;
      this.#wholeBy[t] = m;
      return true;
    }
    return false;
  }
}
