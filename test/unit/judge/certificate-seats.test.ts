// Prices of seats: with them a certificate proves less or the same, the meetings alone what they did before.

import { describe, expect, it } from "vitest";
import type { Certificate } from "../../../src/bound.js";
import { checkCertificate } from "../../../src/certificate.js";
import { certificateFrom } from "../../../src/certificate/from.js";
import { mostMates } from "../../../src/certificate/mates.js";
import { readCertificate, type Prices } from "../../../src/certificate/read.js";
import { seatPrices } from "../../../src/certificate/seats.js";
import { factsOf } from "../../../src/rules/facts.js";
import { hashOf } from "../../../src/rules/facts/hash.js";
import { proofOf, randomCertificate } from "../../support/random-certificate.js";
import { buyers, eventOf, sellers, wishes } from "../../support/event-builder.js";
import { randomSpec } from "../../support/random-event.js";
import { Random } from "../../support/random.js";

it("lower the bound of random events, and never what is said of meetings", () => {
  let lower = 0;
  let off = 0;
  for (let seed = 0; seed < 300; seed++) {
    const facts = factsOf(randomSpec(seed));
    if (facts.meals.length === 0) continue;
    const { sigma: _, discount: __, tables: ___, ...plain } = randomCertificate(new Random(seed), facts);
    const prices = readCertificate(facts, plain) as Prices;
    const found = seatPrices(facts, prices);
    const names = { event: hashOf(facts), participants: facts.people.map(({ id }) => id), slots: 0 };
    const made = certificateFrom(found, names);
    // In the units of the given prices, rounded up.
    const scaled = Object.entries(made.sigma ?? {}).map(([id, price]) => [
      id,
      Math.ceil((price * plain.scale) / made.scale),
    ]);
    const priced = { ...plain, sigma: Object.fromEntries(scaled), ...(made.discount && { discount: made.discount }) };
    const [before, after] = [proofOf(facts, plain), proofOf(facts, priced)];
    expect(after.meetings, `event ${seed}`).toBe(before.meetings);
    // A unit more for each seat-mate, where units are large.
    const rounding = mostMates(facts).reduce((sum, mates) => sum + mates, 0) / plain.scale + 2;
    expect(after.value, `event ${seed}`).toBeLessThanOrEqual(before.value + rounding);
    lower += Number(after.value < before.value);
    off += Number(made.discount !== undefined);
    expect(seatPrices(facts, prices), `event ${seed}`).toEqual(found);
  }
  expect(lower).toBeGreaterThan(30);
  expect(off).toBeGreaterThan(10);
});

describe("of whole tables", () => {
  const absent = ["am", "pm", "next"];
  /** Four who cannot meet, and a table for three. */
  const spec = eventOf({
    participants: [
      ...buyers({ id: "b1", absent }, { id: "b2", absent }),
      ...sellers({ id: "s1", absent }, { id: "s2", absent }),
    ],
    wishes: wishes("b1 > s1", "b1 > s2", "b2 > s1", "b2 > s2"),
    meals: [{ session: "lunch", tables: [{ id: "A", seats: 3 }], mix: {} }],
    rules: { mealSeat: 0, mealShare: 40 },
  });
  const facts = factsOf(spec);
  type Tables = NonNullable<Certificate["tables"]>;
  const proven = (tables: Partial<Tables> | object, rest: Partial<Certificate> = {}): number | string => {
    const whole = { core: ["buyer"], depth: 2, seats: [], ...tables };
    const proof = checkCertificate(facts, { event: hashOf(facts), scale: 1000, tables: whole, ...rest });
    return proof.ok ? proof.value : `${proof.reason} ${proof.at.join(".")}`;
  };

  it("know that who sits with one does not sit elsewhere", () => {
    const alone = { event: hashOf(facts), scale: 1000 };
    expect(proofOf(facts, alone).value).toBe(160);
    expect(proven({ prices: [["lunch", 3, 80_000]] })).toBe(80);
    expect(proven({ prices: [["lunch", 3, 80_000]], core: ["seller"], depth: 1 })).toBe(80);
    expect(proven({ seats: [["lunch", { b1: 40_000, b2: 40_000 }]] })).toBe(120);
    expect(proven({ prices: [["lunch", 3, 125_000]] })).toBe(120);
  });

  it("raise what is too cheap, and pay for pairs that count elsewhere", () => {
    expect(proven({})).toBe(80);
    expect(proven({ prices: [["lunch", 3, 10_000]] })).toBe(80);
    expect(proven({ pairs: [["s1", "b1", 40_000]] })).toBe(120);
    expect(proven({ pairs: ["b1", "b2"].flatMap((b) => ["s1", "s2"].map((s) => [b, s, 99_000])) })).toBe(160);
  });

  const refused: [string, object, string][] = [
    ["a side that is none", { core: ["nobody"] }, "unknown-id tables.core.0"],
    ["no side", { core: [] }, "malformed tables.core"],
    ["sets of nobody", { depth: 0 }, "malformed tables.depth"],
    ["sets too large", { depth: 7 }, "malformed tables.depth"],
    ["a meal that is none", { seats: [["am", {}]] }, "unknown-id tables.seats.0.0"],
    ["a seat of nobody", { seats: [["lunch", { x: 1 }]] }, "unknown-id tables.seats.0.1.x"],
    [
      "a meal twice",
      {
        seats: [
          ["lunch", {}],
          ["lunch", {}],
        ],
      },
      "twice tables.seats.1",
    ],
    ["a negative seat", { seats: [["lunch", { b1: -1 }]] }, "malformed tables.seats.0.1.b1"],
    ["a table at no meal", { prices: [["am", 3, 1]] }, "unknown-id tables.prices.0.0"],
    [
      "a table twice",
      {
        prices: [
          ["lunch", 3, 1],
          ["lunch", 3, 2],
        ],
      },
      "twice tables.prices.1",
    ],
    ["a pair of nobody", { pairs: [["b1", "x", 1]] }, "unknown-id tables.pairs.0"],
    [
      "a pair twice",
      {
        pairs: [
          ["b1", "s1", 1],
          ["s1", "b1", 1],
        ],
      },
      "twice tables.pairs.1",
    ],
    ["prices past what is exact", { prices: [["lunch", 3, 2 ** 49]] }, "too-large tables"],
  ];
  it.each(refused)("refuse %s", (_, tables, why) => {
    expect(proven(tables)).toBe(why);
  });
});

it("know how many mates of the sides that somebody wishes for can sit at one table", () => {
  const tables = [
    { id: "A", seats: 4 },
    { id: "B", seats: 6 },
  ];
  const mates = (mix: Record<string, { min?: number; max?: number }>, ...list: string[]): number[] => [
    ...mostMates(
      factsOf(
        eventOf({
          participants: [...buyers("b1", "b2"), ...sellers("s1", { id: "s2", meals: false })],
          wishes: wishes(...list),
          meals: [{ session: "lunch", tables, mix }],
          rules: { mealShare: 40 },
        }),
      ),
    ),
  ];
  expect(mates({}, "b1 > s1")).toEqual([5, 0, 5, 0]);
  expect(mates({ seller: { max: 2 } }, "b1 > s1")).toEqual([2, 0, 5, 0]);
  // Of six seats one is b1 itself and two are other buyers; s1 has four others, one of whom must be a seller.
  expect(mates({ buyer: { min: 3 }, seller: { min: 2, max: 5 } }, "b1 > s1")).toEqual([3, 0, 4, 0]);
  expect(mates({}, "b1 > s2")).toEqual([0, 0, 0, 0]);
  expect(mates({}, "b1 > b2", "b1 > s1")).toEqual([5, 5, 5, 0]);
});
