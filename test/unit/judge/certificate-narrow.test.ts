// Slots that are left to locked meetings, against every way to hold all of them.

import { describe, expect, it } from "vitest";
import { holesByPerson } from "../../../src/certificate/holes.js";
import { everySlot, narrow } from "../../../src/certificate/narrow.js";
import { factsOf, type Facts } from "../../../src/rules/facts.js";
import type { EventSpec } from "../../../src/spec/schema.js";
import { buyers, eventOf, sellers } from "../../support/event-builder.js";
import { Random } from "../../support/random.js";

const SLOTS = ["am.1", "am.2", "am.3", "am.4", "pm.1", "pm.2", "next.1", "next.2"];

/** Up to four people a side, meetings locked at random, some pairs twice, with absences, room and precedences. */
function lockedEvent(random: Random): EventSpec {
  const few = (chance: number): string[] => SLOTS.filter(() => random.chance(chance));
  const person = (id: string): { id: string; absent: string[]; representatives?: { id: string }[] } => ({
    id,
    absent: few(0.35),
    ...(random.chance(0.1) && { representatives: [{ id: `${id}-x` }, { id: `${id}-y` }] }),
  });
  const sides = [random.int(2, 4), random.int(2, 4)] as const;
  const ids = (letter: string, n: number): string[] => Array.from({ length: n }, (_, i) => `${letter}${i + 1}`);
  const [b, s] = [ids("b", sides[0]), ids("s", sides[1])];
  const locked = Array.from({ length: random.int(2, 6) }, () => ({
    participants: [random.pick(b), random.pick(s)] as [string, string],
    ...(random.chance(0.4) && { slots: [random.pick(SLOTS), random.pick(SLOTS), random.pick(SLOTS)] }),
  }));
  const pairs = locked.map(({ participants }) => participants);
  return eventOf({
    participants: [...buyers(...b.map(person)), ...sellers(...s.map(person))],
    wishes: [],
    locked,
    precedences: random.chance(0.5) ? [{ first: random.pick(pairs), then: random.pick(pairs) }] : [],
    places: random.chance(0.6) ? [{ id: "room", capacity: random.int(1, 2), closed: few(0.2) }] : [],
    rules: { hole: 1, maxHoles: random.int(0, 2) },
  });
}

/** Slots of each locked meeting, in the order of the event, over all ways to hold them all but for holes. */
function byTrying(facts: Facts): Set<number>[] {
  const open = [...everySlot(facts).open];
  const possible = open.map(() => new Set<number>());
  const at = new Int32Array(open.length);
  const fits = (n: number): boolean => {
    const { p, q } = open[n]![0];
    const together = (person: number): number =>
      open.slice(0, n + 1).filter(([l], i) => at[i] === at[n] && (l.p === person || l.q === person)).length;
    const here = at.subarray(0, n + 1).filter((t) => t === at[n]).length;
    const room = facts.places.reduce((sum, place) => sum + (place.closed[at[n]!] ? 0 : place.capacity), 0);
    if (facts.places.length > 0 && here > room) return false;
    return [p, q].every((person) => {
      const rows = facts.people[person]!.rows.filter((row) => facts.rows[row]!.present[at[n]!]);
      return together(person) <= rows.length;
    });
  };
  const ordered = (): boolean =>
    facts.precedences.every(({ first, then }) => {
      const slots = (key: number): number[] =>
        open.flatMap(([{ p, q }], i) => (facts.pairKey(p, q) === key ? [at[i]!] : []));
      return Math.max(...slots(first)) < Math.min(...slots(then));
    });
  const visit = (n: number): void => {
    if (n === open.length) {
      if (ordered()) at.forEach((t, i) => possible[i]!.add(t));
      return;
    }
    for (const t of open[n]![1]) {
      at[n] = t;
      if (fits(n)) visit(n + 1);
    }
  };
  visit(0);
  return possible;
}

describe("narrow", () => {
  it("keeps every slot of every way to hold all locked meetings, and often no other", () => {
    let stuckRight = 0;
    let impossible = 0;
    let closed = 0;
    for (let seed = 0; seed < 1500; seed++) {
      const facts = factsOf(lockedEvent(new Random(seed)));
      const possible = byTrying(facts);
      const { open, stuck } = narrow(facts);
      const none = possible[0]!.size === 0;
      impossible += Number(none);
      stuckRight += Number(none && stuck.length > 0);
      // Stuck is a proof: it may be said only where trying everything finds nothing.
      expect(stuck.length === 0 || none, `draw ${seed}: stuck`).toBe(true);
      const left = [...open.values()];
      const lost = possible.flatMap((slots, i) => [...slots].filter((t) => !left[i]!.includes(t)));
      expect(lost, `draw ${seed}: closed`).toEqual([]);
      [...everySlot(facts).open.values()].forEach((slots, i) => (closed += slots.length - left[i]!.length));
    }
    expect(closed).toBeGreaterThan(1000);
    expect(impossible).toBeGreaterThan(200);
    expect(stuckRight / impossible).toBeGreaterThan(0.9);
  });

  it("never counts fewer holes than the open slots of one person alone", () => {
    let more = 0;
    for (let seed = 0; seed < 500; seed++) {
      const facts = factsOf(lockedEvent(new Random(seed)));
      const narrowed = narrow(facts);
      const alone = holesByPerson(facts, everySlot(facts));
      const together = new Map(holesByPerson(facts, narrowed).map((one) => [one.person, one.fewest ?? Infinity]));
      for (const { person, fewest } of alone) {
        // Where narrowing got stuck, the others keep what it had found so far.
        expect(together.get(person), `draw ${seed}`).toBeGreaterThanOrEqual(fewest ?? Infinity);
        more += Number(together.get(person)! > (fewest ?? Infinity));
      }
    }
    expect(more).toBeGreaterThan(20);
  });
});
