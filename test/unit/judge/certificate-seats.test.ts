// Prices of seats: with them a certificate proves less or the same, the meetings alone what they did before.

import { expect, it } from "vitest";
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
    const { sigma: _, discount: __, ...plain } = randomCertificate(new Random(seed), facts);
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
