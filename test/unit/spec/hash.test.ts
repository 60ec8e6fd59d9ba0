// The hash of an event: the same for the same event however it is written, another one for every change that counts.

import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonical, canonicalEvent, eventHash } from "../../../src/spec/hash.js";
import { parseSpec, readSpec } from "../../../src/spec/parse.js";
import type { EventSpec } from "../../../src/spec/schema.js";
import { randomSpec } from "../../support/random-event.js";
import { draft, type Draft } from "./support.js";

function specOf(change: (event: Draft) => void = () => undefined): EventSpec {
  const event = draft();
  change(event);
  const result = parseSpec(JSON.stringify(event));
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.value;
}

const hash = (change?: (event: Draft) => void): string => eventHash(specOf(change));

it("is the SHA-256 of the canonical text", () => {
  const spec = specOf();
  expect(eventHash(spec)).toBe(createHash("sha256").update(canonicalEvent(spec)).digest("hex"));
});

it("is of a text with sorted keys, no spaces, no names and no defaults", () => {
  expect(canonicalEvent(specOf())).toBe(
    '{"calendar":[{"date":"2027-03-17","sessions":[' +
      '{"changeover":5,"end":"11:00","id":"am","kind":"meetings","meeting":25,"start":"09:00"},' +
      '{"end":"13:30","id":"lunch","kind":"meal","start":"12:00"},' +
      '{"changeover":5,"end":"15:00","id":"pm","kind":"meetings","meeting":25,"start":"14:00"}]}],' +
      '"format":"dancecard/event",' +
      '"meals":[{"session":"lunch","tables":[{"id":"t1","seats":4},{"id":"t2","seats":4}]}],' +
      '"participants":[{"id":"anna","organisation":"Alpha","side":"buyers"},{"id":"bert","organisation":"Beta","side":"buyers"},' +
      '{"id":"sven","organisation":"Sigma","place":"stand","side":"sellers","tier":"gold"},{"id":"tess","organisation":"Tau","side":"sellers"}],' +
      '"places":[{"id":"stand","zone":"hall"},{"id":"free","zone":"garden"}],' +
      '"sides":[{"id":"buyers"},{"hosts":true,"id":"sellers"}],' +
      '"tiers":[{"guaranteed":1,"id":"gold","maximum":4}],"version":1,' +
      '"walks":[["hall","garden",4]],' +
      '"wishes":[{"from":"anna","priority":1,"to":"sven"},{"from":"sven","priority":2,"to":"Beta"},{"from":"bert","to":"tess","veto":true}]}',
  );
});

describe("does not change with", () => {
  it.each<[string, (event: Draft) => void]>([
    ["the event's names", (e) => (e.event = { name: "Other", id: "x", city: "Lyon", locale: "fr", timezone: "UTC" })],
    ["$schema", (e) => (e.$schema = "x")],
    ["labels", (e) => (e.sides[0]!.label = e.places![0]!.label = e.calendar[0]!.sessions[0]!.label = "x")],
    ["a participant's name", (e) => (e.participants[0]!.name = "Anna")],
    ["weights of 1", (e) => (e.sides[0]!.weight = e.tiers![0]!.weight = 1)],
    ["a changeover of 0", (e) => (e.calendar[0]!.sessions[1]!.changeover = 0)],
    ["empty lists", (e) => Object.assign(e, { blocked: [], met: [], locked: [], precedences: [] })],
    [
      "empty lists of a participant",
      (e) => Object.assign(e.participants[0]!, { absent: [], needs: [], representatives: [] }),
    ],
    ["a capacity of 1", (e) => (e.places![1]!.capacity = 1)],
    ["a guarantee of 0 without a package", (e) => (e.participants[0]!.guaranteed = 0)],
    ["the package's own maximum", (e) => (e.participants[2]!.maximum = 4)],
    ["every pairing there is", (e) => (e.pairings = [["sellers", "buyers"]])],
    ["every default of the rules", (e) => (e.rules = structuredClone(specOf().rules))],
    ["a mix that asks for nothing", (e) => (e.meals![0]!.mix = { buyers: { min: 0 }, sellers: {} })],
    ["the order of keys", (e) => (e.participants[0] = { organisation: "Alpha", side: "buyers", id: "anna" })],
  ])("%s", (_, change) => {
    expect(hash(change)).toBe(hash());
  });

  it("names of representatives", () => {
    const named = (name?: string): string => hash((e) => (e.participants[3]!.representatives = [{ id: "r", name }]));
    expect(named("Rita")).toBe(named());
  });

  it("the capacity of a stand that has as many rows", () => {
    const stand = (capacity?: number): string =>
      hash((e) => {
        e.participants[2]!.representatives = [{ id: "r1" }, { id: "r2" }];
        e.places![0]!.capacity = capacity;
      });
    expect(stand(2)).toBe(stand());
    expect(stand(1)).not.toBe(stand());
  });
});

describe("changes with", () => {
  const CHANGES: [string, (event: Draft) => void][] = [
    ["a date", (e) => (e.calendar[0]!.date = "2027-03-18")],
    ["a clock", (e) => (e.calendar[0]!.sessions[1]!.end = "13:31")],
    ["a side's weight", (e) => (e.sides[0]!.weight = 2)],
    ["who hosts", (e) => (e.sides[0]!.hosts = true)],
    ["a tier", (e) => (e.participants[3]!.tier = "gold")],
    ["a maximum of 0", (e) => (e.participants[3]!.maximum = 0)],
    ["a guarantee of 0 that overrides", (e) => (e.participants[2]!.guaranteed = 0)],
    ["an absence", (e) => (e.participants[0]!.absent = ["am.1"])],
    ["who takes meals", (e) => (e.participants[0]!.meals = false)],
    ["needs", (e) => (e.participants[0]!.needs = ["crm"])],
    ["offers", (e) => (e.participants[0]!.offers = ["crm"])],
    ["an own place", (e) => (e.participants[3]!.place = "free")],
    ["a representative", (e) => (e.participants[3]!.representatives = [{ id: "r" }])],
    ["a priority", (e) => (e.wishes![0]!.priority = 2)],
    ["a veto less", (e) => e.wishes!.pop()],
    ["the order of wishes", (e) => e.wishes!.reverse()],
    ["a capacity", (e) => (e.places![1]!.capacity = 2)],
    ["a closing", (e) => (e.places![1]!.closed = ["am"])],
    ["a walk", (e) => (e.walks![0]![2] = 5)],
    ["a lock", (e) => (e.locked = [{ participants: ["anna", "sven"] }])],
    ["a lock's slot", (e) => (e.locked = [{ participants: ["anna", "sven"], slot: "am.1" }])],
    ["a precedence", (e) => (e.precedences = [{ first: ["anna", "sven"], then: ["bert", "sven"] }])],
    ["a block", (e) => (e.blocked = [{ participants: ["anna", "sven"] }])],
    ["who met", (e) => (e.met = [["anna", "sven"]])],
    [
      "a pairing",
      (e) =>
        (e.pairings = [
          ["buyers", "sellers"],
          ["buyers", "buyers"],
        ]),
    ],
    ["a seat", (e) => (e.meals![0]!.seats = [{ participant: "anna", table: "t1" }])],
    ["a mix", (e) => (e.meals![0]!.mix = { buyers: { max: 2 } })],
    ["points", (e) => (e.rules = { points: [100, 60, 30] })],
    ["a rule that is off", (e) => (e.rules = { maxHoles: 0 })],
    ["a hard rule", (e) => (e.rules = { walkHard: false })],
    ["a weight of 0", (e) => (e.rules = { gap: 0 })],
  ];

  it.each(CHANGES)("%s", (_, change) => {
    expect(hash(change)).not.toBe(hash());
  });

  it("each of these another way", () => {
    const hashes = CHANGES.map(([, change]) => hash(change));
    expect(new Set(hashes).size).toBe(CHANGES.length);
  });
});

it("is the same for an event with all defaults written out, for any event", () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const spec = randomSpec(seed);
      const written = readSpec(JSON.parse(JSON.stringify(spec)));
      expect(written.ok).toBe(true);
      expect(eventHash((written as { value: EventSpec }).value)).toBe(eventHash(spec));
    }),
    { numRuns: 100 },
  );
});

it("sorts keys by code unit at every depth, whatever they are", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), (value) => {
      const text = canonical(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonical(JSON.parse(text))).toBe(text);
    }),
  );
  expect(canonical({ b: 1, a: 2, "10": 3, "2": 4, A: 5 })).toBe('{"10":3,"2":4,"A":5,"a":2,"b":1}');
  expect(
    canonical([
      { "a\nb": 1, c: 2 },
      { a: 3, "b\nc": 4 },
    ]),
  ).toBe('[{"a\\nb":1,"c":2},{"a":3,"b\\nc":4}]');
});
