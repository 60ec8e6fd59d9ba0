// The generator: the same event for the same options, for ever; the documented distribution; valid at any size; fast.

import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarOf, coverageFlags } from "../../../src/spec/calendar.js";
import { readSpec } from "../../../src/spec/parse.js";
import { checkGenerate, generateEvent, LADDER } from "../../../src/spec/samples/generate.js";
import type { GenerateOptions } from "../../../src/spec/samples/generate.js";
import type { EventInput } from "../../../src/spec/schema.js";

const step = (id: string): (typeof LADDER)[number] => LADDER.find((one) => one.id === id)!;
const of = (id: string, rules: "pure" | "full", seed = 1): EventInput => generateEvent({ ...step(id), rules, seed });
const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;

test("the ladder", () => {
  expect(LADDER.map((one) => `${one.id} ${one.buyers}x${one.suppliers}x${one.slots}`)).toEqual([
    "XS 12x8x8",
    "S 40x20x14",
    "M 100x50x24",
    "L 500x350x32",
    "XL 915x788x36",
    "XXL 2500x2350x50",
  ]);
});

test("the same bytes for ever: recorded best results belong to these events", () => {
  const hash = (id: string, rules: "pure" | "full"): string =>
    createHash("sha256")
      .update(JSON.stringify(of(id, rules)))
      .digest("hex")
      .slice(0, 12);
  expect(LADDER.map(({ id }) => [id, hash(id, "pure"), hash(id, "full")].join(" "))).toMatchInlineSnapshot(`
    [
      "XS f0464fca5675 3487677b3e61",
      "S f1c46b2474ef 13287babb978",
      "M b4fbf9e04c2a cabc544d4750",
      "L 717f477da10d 9426879973bb",
      "XL 13531eb81636 7d12efe3edf4",
      "XXL f284ccc118f1 42d0efc48560",
    ]
  `);
});

test("another seed gives another event", () => expect(of("S", "full", 2)).not.toEqual(of("S", "full", 1)));

describe.each(["XS", "S", "M", "L"])("%s", (id) => {
  test.each(["pure", "full"] as const)("%s is valid, without a warning, of the size asked for", (rules) => {
    for (const seed of [1, 2, 3]) {
      const event = of(id, rules, seed);
      const read = readSpec(event);
      expect(read.diagnostics).toEqual([]);
      expect(calendarOf(event).slots).toHaveLength(step(id).slots);
      expect(event.participants.filter((one) => one.side === "buyers")).toHaveLength(step(id).buyers);
      expect(event.participants.filter((one) => one.side === "suppliers")).toHaveLength(step(id).suppliers);
    }
  });
});

test("XXL is made in time (two seconds, on a busy machine)", () => {
  const before = performance.now();
  const event = of("XXL", "full");
  expect(performance.now() - before).toBeLessThan(2000);
  expect(event.wishes!.length).toBeGreaterThan(140_000);
});

describe("distribution", () => {
  const counts = (event: EventInput, letter: string): number[] => {
    const map = new Map(event.participants.filter((one) => one.id.startsWith(letter)).map((one) => [one.id, 0]));
    for (const wish of event.wishes!) if (!wish.veto && map.has(wish.from)) map.set(wish.from, map.get(wish.from)! + 1);
    return [...map.values()];
  };

  test("M: wishes of 8 to 16 and 14 to 26, means near 12 and 20", () => {
    const event = of("M", "pure");
    const [buyers, suppliers] = [counts(event, "b"), counts(event, "s")];
    expect([Math.min(...buyers), Math.max(...buyers)]).toEqual([8, 16]);
    expect(Math.min(...suppliers)).toBeGreaterThanOrEqual(14);
    expect(Math.max(...suppliers)).toBeLessThanOrEqual(26);
    expect(mean(buyers)).toBeCloseTo(12, -0.3);
    expect(mean(suppliers)).toBeCloseTo(20, -0.5);
  });

  test("XL: wishes of 20 to 45 on both sides", () => {
    const all = [...counts(of("XL", "pure"), "b"), ...counts(of("XL", "pure"), "s")];
    expect([Math.min(...all), Math.max(...all)]).toEqual([20, 45]);
    expect(mean(all)).toBeCloseTo(32.5, -0.3);
  });

  test("XS: never more than three quarters of the other side", () => {
    expect(Math.max(...counts(of("XS", "pure"), "b"))).toBeLessThanOrEqual(6);
    expect(Math.max(...counts(of("XS", "pure"), "s"))).toBeLessThanOrEqual(9);
  });

  test("priorities come in quarters", () => {
    const wishes = of("L", "pure").wishes!.filter((wish) => !wish.veto);
    for (const priority of [1, 2, 3, 4]) {
      const share = wishes.filter((wish) => wish.priority === priority).length / wishes.length;
      expect(share).toBeGreaterThan(0.23);
      expect(share).toBeLessThan(0.27);
    }
  });

  test("popularity is skewed, and shared topics attract", () => {
    const event = of("L", "pure");
    const popular = new Map<string, number>();
    for (const wish of event.wishes!) popular.set(wish.to, (popular.get(wish.to) ?? 0) + 1);
    const order = event.participants.filter((one) => one.side === "suppliers").map((one) => popular.get(one.id) ?? 0);
    order.sort((a, b) => b - a);
    const tenth = order.length / 10;
    expect(mean(order.slice(0, tenth)) / mean(order.slice(-tenth))).toBeGreaterThan(4);

    const tags = new Map(
      event.participants.map((one) => [one.id, new Set([...(one.needs ?? []), ...(one.offers ?? [])])]),
    );
    const shares = (from: string, to: string): boolean => [...tags.get(from)!].some((tag) => tags.get(to)!.has(tag));
    const direct = event.wishes!.filter((wish) => !wish.veto);
    const wished = direct.filter((wish) => shares(wish.from, wish.to)).length / direct.length;
    // What sharing would be by chance: the same wishers, the same targets, dealt anew within each direction.
    const dealt = ["b", "s"].flatMap((letter) => {
      const mine = direct.filter((wish) => wish.from.startsWith(letter));
      return mine.map((wish, i) => shares(wish.from, mine[(i * 7919 + 1) % mine.length]!.to));
    });
    const chance = dealt.filter(Boolean).length / dealt.length;
    expect(wished).toBeGreaterThan(chance + 0.2);
  });

  test("about one wish in six is returned or more; vetoes are one per cent of the wishes", () => {
    const { wishes } = of("L", "pure");
    const keys = new Set(wishes!.filter((wish) => !wish.veto).map((wish) => `${wish.from} ${wish.to}`));
    const mutual = wishes!.filter((wish) => !wish.veto && keys.has(`${wish.to} ${wish.from}`)).length;
    expect(mutual / wishes!.length).toBeGreaterThan(0.15);
    const vetoes = wishes!.filter((wish) => wish.veto).length;
    expect(vetoes / keys.size).toBeCloseTo(0.01, 3);
  });

  test("15 % miss half of the slots, 15 % up to a quarter; everybody is busy in 5 % of the rest", () => {
    const event = of("L", "pure");
    const calendar = calendarOf(event);
    const n = event.participants.length;
    const stretches = event.participants.map((one) => {
      const long = (one.absent ?? []).filter((token) => !/\.\d+$/.test(token));
      return coverageFlags(calendar, long).slots.filter((away) => away === 1).length;
    });
    expect(stretches.filter((away) => away === 16)).toHaveLength(Math.round(n * 0.15));
    expect(stretches.filter((away) => away > 0 && away <= 8)).toHaveLength(Math.round(n * 0.15));
    expect(stretches.filter((away) => away > 8 && away !== 16)).toEqual([]);
    const open = n * 32 - stretches.reduce((a, b) => a + b, 0);
    const busy = event.participants.flatMap((one) => (one.absent ?? []).filter((token) => /\.\d+$/.test(token)));
    expect(busy.length / open).toBeCloseTo(0.05, 2);
  });

  test("pure holds wishes, vetoes and absences, and every weight but the points is 0", () => {
    const event = of("M", "pure");
    expect(Object.keys(event).sort()).toEqual(
      ["calendar", "event", "format", "participants", "rules", "sides", "version", "wishes"].sort(),
    );
    expect(event.rules).not.toHaveProperty("points");
    expect(Object.values(event.rules!).every((value) => value === 0 || value === false)).toBe(true);
  });

  test("full uses every rule", () => {
    const event = of("M", "full");
    const filled = ["tiers", "places", "walks", "locked", "precedences", "blocked", "met", "meals"] as const;
    expect(filled.filter((key) => (event[key] ?? []).length === 0)).toEqual([]);
    expect(event.participants.some((one) => one.representatives?.some((row) => row.absent))).toBe(true);
    expect(event.places!.some((one) => one.closed)).toBe(true);
    expect(
      event.meals!.every((meal) => meal.tables.some((table) => table.host) && meal.mix && meal.seats?.length),
    ).toBe(true);
    expect(Object.keys(event.rules!).sort()).toEqual(
      ["met", "hole", "maxHoles", "maxConsecutive", "onePerOrganisation", "walkDefault"].sort(),
    );
  });
});

test("any size gives a valid event", () => {
  const options = fc.record<GenerateOptions>(
    {
      buyers: fc.integer({ min: 1, max: 60 }),
      suppliers: fc.integer({ min: 1, max: 60 }),
      slots: fc.integer({ min: 1, max: 256 }),
      seed: fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }),
      rules: fc.constantFrom("pure", "full"),
      wishesPerBuyer: fc.integer({ min: 1, max: 30 }),
      wishesPerSupplier: fc.integer({ min: 1, max: 30 }),
      days: fc.integer({ min: 1, max: 28 }),
    },
    { requiredKeys: ["buyers", "suppliers", "slots", "seed"] },
  );
  fc.assert(
    fc.property(options, (asked) => {
      expect(checkGenerate(asked)).toEqual([]);
      const event = generateEvent(asked);
      expect(readSpec(event).diagnostics.filter((one) => one.severity === "error")).toEqual([]);
      expect(calendarOf(event).slots).toHaveLength(asked.slots);
    }),
    { numRuns: 150 },
  );
});

test.each<[Partial<GenerateOptions>, string]>([
  [{ buyers: 0 }, "buyers must be a whole number from 1 to 19999, not 0."],
  [{ suppliers: 1e308 }, "suppliers must be a whole number from 1 to 19999, not 1e+308."],
  [{ slots: 257 }, "slots must be a whole number from 1 to 256, not 257."],
  [{ seed: 0.5 }, "seed must be a whole number from -2147483648 to 4294967295, not 0.5."],
  [{ slots: NaN }, "slots must be a whole number from 1 to 256, not NaN."],
  [{ days: 29 }, "days must be a whole number from 1 to 28, not 29."],
  [{ buyers: 15_000, suppliers: 15_000 }, "Buyers and suppliers together are at most 20000."],
  [{ buyers: 10_000, suppliers: 10_000, wishesPerBuyer: 100 }, "That makes more than 1000000 wishes."],
])("%j is refused", (change, message) => {
  const found = checkGenerate({ buyers: 10, suppliers: 10, slots: 10, seed: 1, ...change });
  expect(found.map((one) => one.message)).toContain(message);
});
