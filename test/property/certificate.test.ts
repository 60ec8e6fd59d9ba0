// No schedule beats what a certificate proves: on tiny random events against all schedules, on larger ones against what
// every variant finds; and the check's arithmetic against one that is plain, slow and exact.

import { expect, test } from "vitest";
import { decode } from "../../src/problem/decode.js";
import { factsOf } from "../../src/rules/facts.js";
import { hashOf } from "../../src/rules/facts/hash.js";
import { SCORE_KEYS } from "../../src/schedule.js";
import { VARIANTS } from "../../src/solver/variants.js";
import { verifyWith } from "../../src/verify.js";
import { RELEASE } from "../support/kernels.js";
import { buyers, eventOf, sellers } from "../support/event-builder.js";
import { plainBound } from "../support/plain-bound.js";
import { improved, proofOf, randomCertificate } from "../support/random-certificate.js";
import { randomRepair, randomSpec, scheduleOf } from "../support/random-event.js";
import { Random } from "../support/random.js";
import { bestTotal, tinySpec } from "../support/tiny-event.js";

const NO_MEALS = { mealSeat: 0, mealShare: 0, mealColleagues: 0, mealRepeat: 0 };

test("on tiny events no certificate proves less than the best schedule", { timeout: 120_000 }, () => {
  const seen = { events: 0, certificates: 0, tight: 0, meals: 0, without: 0, tables: 0 };
  for (let seed = 0; seed < 1000; seed++) {
    const spec = tinySpec(seed);
    const best = spec && bestTotal(spec);
    if (best === "many" || !spec) continue;
    const bestMeetings = bestTotal({ ...spec, rules: { ...spec.rules, ...NO_MEALS } });
    if (bestMeetings === "many") continue;
    const facts = factsOf(spec);
    const random = new Random(seed);
    const certificates = Array.from({ length: 4 }, () => randomCertificate(random, facts));
    certificates.push({ event: certificates[0]!.event, scale: 1, holes: true });
    seen.events++;
    for (const certificate of certificates) {
      const [, proof] = improved(random, facts, certificate, 15);
      for (const one of [proofOf(facts, certificate), proof]) {
        seen.certificates++;
        expect(
          SCORE_KEYS.reduce((sum, key) => sum + one.parts[key], 0),
          `event ${seed}`,
        ).toBe(one.value);
        if (one.impossible.length > 0) {
          expect(best, `event ${seed}: impossible`).toBeUndefined();
        } else if (best !== undefined) {
          expect(one.value, `event ${seed}: ${JSON.stringify(certificate)}`).toBeGreaterThanOrEqual(best);
          expect(one.meetings, `event ${seed}: without meals`).toBeGreaterThanOrEqual(bestMeetings!);
          if (one.value === best) seen.tight++;
          if (one.meetings < one.value) seen.without++;
          if (one.parts.meals !== 0) seen.meals++;
          if (one.parts.meals > 0 && certificate.tables) seen.tables++;
        }
      }
    }
  }
  expect(seen.events).toBeGreaterThan(300);
  for (const key of ["tight", "meals", "without", "tables"] as const) expect(seen[key], key).toBeGreaterThan(20);
});

test("holes of locked meetings are never counted too high", { timeout: 60_000 }, () => {
  const seen = { impossible: 0, none: 0, tight: 0, loose: 0 };
  for (let seed = 0; seed < 800; seed++) {
    const random = new Random(seed);
    const slots = ["am.1", "am.2", "am.3", "am.4", "pm.1", "pm.2", "next.1", "next.2"];
    const away = (): { absent: string[] } => ({ absent: random.some(slots, 1) });
    const pairs = ["b1", "b2"].flatMap((b) => ["s1", "s2", "s3"].map((s): [string, string] => [b, s]));
    const locked = random.shuffled([...pairs, random.pick(pairs)]).slice(0, random.int(3, 6));
    const spec = eventOf({
      participants: [
        ...buyers({ id: "b1", ...away() }, { id: "b2", ...away() }),
        ...sellers("s1", { id: "s2", ...away() }, { id: "s3", ...away() }),
      ],
      wishes: [],
      locked: locked.map((participants) => ({
        participants,
        ...(random.chance(0.9) && { slots: random.shuffled(slots).slice(0, random.int(1, 3)) }),
      })),
      rules: { hole: 7, ...(random.chance(0.5) && { maxHoles: random.int(0, 1) }) },
    });
    const best = bestTotal(spec);
    if (best === "many") continue;
    const facts = factsOf(spec);
    const proof = proofOf(facts, { event: hashOf(facts), scale: 1, holes: true });
    if (proof.impossible.length > 0) {
      expect(best, `event ${seed}`).toBeUndefined();
      seen.impossible++;
    } else if (best === undefined) seen.none++;
    else {
      expect(proof.value, `event ${seed}`).toBeGreaterThanOrEqual(best);
      if (proof.value === best && best < 0) seen.tight++;
      else if (best < 0) seen.loose++;
    }
  }
  for (const key of ["impossible", "tight"] as const) expect(seen[key], key).toBeGreaterThan(15);
  // What one person's meetings do not show: others are in the way.
  expect(seen.none + seen.loose).toBeGreaterThan(0);
});

test("on larger events no certificate proves less than what a variant finds", { timeout: 120_000 }, () => {
  let compared = 0;
  for (let seed = 0; seed < 60; seed++) {
    const { spec, base, problem, names } = randomRepair(seed);
    const facts = factsOf(spec);
    const random = new Random(seed);
    const proofs = Array.from({ length: 8 }, () => proofOf(facts, randomCertificate(random, facts)));
    for (const variant of VARIANTS) {
      const run = variant.start(problem, { seed, module: RELEASE });
      run.step(100);
      const { score, counts } = verifyWith(facts, scheduleOf(decode(names, problem, run.best())), base);
      run.dispose();
      // An empty seat of a host is the one breach that a bound does not rely on.
      if (Object.entries(counts).some(([rule, n]) => n > 0 && rule !== "seating")) continue;
      for (const proof of proofs) {
        expect(proof.impossible, `event ${seed}`).toEqual([]);
        expect(proof.value, `event ${seed}, ${variant.id}`).toBeGreaterThanOrEqual(score.total);
        compared++;
      }
    }
  }
  expect(compared).toBeGreaterThan(500);
});

test("the check counts exactly", { timeout: 120_000 }, () => {
  let large = 0;
  let whole = 0;
  for (let seed = 0; seed < 400; seed++) {
    const spec = randomSpec(seed);
    const random = new Random(seed);
    const isLarge = random.chance(0.5);
    if (isLarge) {
      // Values whose products pass 2^53.
      for (const side of spec.sides) side.weight = random.int(900, 1000);
      for (const tier of spec.tiers) tier.weight = random.int(900, 1000);
      spec.rules.points = spec.rules.points.map(() => random.int(9000, 10_000));
      spec.rules.fairness = random.int(0, 1_000_000);
    }
    const facts = factsOf(spec);
    for (let i = 0; i < 5; i++) {
      const certificate = randomCertificate(random, facts);
      delete certificate.holes;
      // What is added up at whole tables must be small (refused otherwise, see certificate.test.ts).
      if (isLarge) delete certificate.tables;
      if (certificate.tables) whole++;
      const exact = plainBound(facts, certificate);
      const proof = proofOf(facts, certificate);
      if (exact * BigInt(certificate.scale) > 2n ** 53n) large++;
      const rest = exact - BigInt(proof.value);
      expect(rest >= 0n, `event ${seed}`).toBe(true);
      if (spec.rules.fairness > 0 && facts.people.some(({ index }) => facts.best(index) > 0)) {
        expect(BigInt(proof.value), `event ${seed}`).toBe(exact);
      }
    }
  }
  expect(large).toBeGreaterThan(50);
  expect(whole).toBeGreaterThan(50);
});
