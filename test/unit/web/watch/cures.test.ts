// Each cure offered for a random event, with random mistakes in it, brings no new error and takes its finding away.

import fc from "fast-check";
import { applyEdits, readSpec, type EventInput } from "../../../../src/index.js";
import { expect, it } from "vitest";
import { Random } from "../../../support/random.js";
import { randomEvent } from "../../../support/random-event.js";
import { watched } from "../../../support/watched.js";

type Loose = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- mistakes of any shape

/** Mistakes as people make them; each may or may not find something to spoil. */
const MISTAKES: readonly ((event: Loose, random: Random) => void)[] = [
  (event) => (event.rules.garantee = 7),
  (event) => (event.rules.gap = "4"),
  (event, random) => (random.pick<Loose>(event.participants).tier = "platinn"),
  (event, random) => (random.pick<Loose>(event.participants).side = "selle"),
  (event, random) => (random.pick<Loose>(event.participants).place = "nowhere"),
  (event, random) => (random.pick<Loose>(event.participants).absent = ["2027-03-17", "some-day"]),
  (event, random) => (random.pick<Loose>(event.participants).guaranteed = random.int(1, 40)),
  (event, random) => (random.pick<Loose>(event.participants).maximum = 0),
  (event, random) => (random.pick<Loose>(event.participants).colour = "blue"),
  (event, random) => event.participants.push({ ...random.pick<Loose>(event.participants) }),
  (event, random) =>
    (random.pick<Loose>(event.participants).name = random.pick<Loose>(event.participants).name = "Ada"),
  (event, random) => event.wishes.push(...random.some<Loose>(event.wishes, 5).map((wish) => ({ ...wish }))),
  (event, random) => event.wishes.push({ from: random.pick<Loose>(event.participants).id, to: "nobody", priority: 1 }),
  (event, random) =>
    event.wishes.push({
      from: random.pick<Loose>(event.participants).id,
      to: random.pick<Loose>(event.participants).id,
      priority: 99,
    }),
  (event, random) =>
    event.wishes.push({
      from: random.pick<Loose>(event.participants).id,
      to: random.pick<Loose>(event.participants).id,
    }),
  (event, random) => {
    const [a, b] = random.shuffled<Loose>(event.participants);
    if (a && b) event.locked.push({ participants: [a.id, b.id], slot: "17-0.1" });
  },
  (event, random) => {
    const lock = random.some<Loose>(event.locked, 1)[0];
    if (lock)
      random.pick<Loose>(event.participants.filter((one: Loose) => lock.participants.includes(one.id))).absent = [
        "2027-03-17",
      ];
  },
  (event, random) => (random.pick<Loose>(event.calendar[0].sessions).start = "8h15"),
  (event) => event.tiers.push({ id: "unsold" }, { id: "strange", guaranteed: 3, maximum: 1 }),
  (event) => event.places.push({ id: "old", closed: ["2027-03-17"], zone: "attic" }),
  (event, random) => random.some<Loose>(event.meals, 2).forEach((meal) => (meal.tables = meal.tables.slice(0, 1))),
  (event, random) =>
    random
      .some<Loose>(event.meals, 2)
      .forEach((meal) => meal.seats?.push({ participant: random.pick<Loose>(event.participants).id, table: "t9" })),
];

/** A random event with up to four mistakes. */
function spoiled(seed: number): EventInput {
  const random = new Random(seed);
  const event = structuredClone(randomEvent(seed)) as Loose;
  for (const mistake of random.some(MISTAKES, 4)) if (event.participants.length > 1) mistake(event, random);
  return event as EventInput;
}

/** Errors by code. A mistake of shape hides all others: those are only counted where there is none. */
function errors(data: unknown): { shapes: number; codes: Map<string, number> } {
  const codes = new Map<string, number>();
  for (const { code, severity, values } of readSpec(data).diagnostics) {
    const [key, count] = code === "more" ? [String(values!.of), Number(values!.count)] : [code, 1];
    if (severity === "error") codes.set(key, (codes.get(key) ?? 0) + count);
  }
  const shapes = ["unknown-key", "wrong-type", "bad-time", "missing", "too-big"].reduce(
    (sum, code) => sum + (codes.get(code) ?? 0),
    0,
  );
  return { shapes, codes };
}

/** An id that stands twice keeps those that do not exist from being told. */
const isHidden = (code: string, before: ReadonlyMap<string, number>): boolean =>
  code.startsWith("unknown-") && before.has("duplicate-id");

/** What stays of a key when items of lists move up: the code of a problem, told by itself or with others. */
function kindOf(key: string): string {
  const parts = key.split("/");
  if (parts[0] === "error" || parts[0] === "warning") return parts[1]!;
  return /\/\d*$/.test(key) ? parts[0]! : key;
}

it("every cure of a random event leaves no new error and takes its finding away", () => {
  let cures = 0;
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const event = spoiled(seed);
      const { findings, data } = watched(event);
      const before = errors(data);
      for (const { key, cures: offered } of findings) {
        for (const cure of offered) {
          if (!("edits" in cure)) continue;
          cures++;
          const edited = applyEdits(data, cure.edits());
          const after = errors(edited);
          const where = `${seed}: ${key}: ${cure.label.en}`;
          if (before.shapes === 0) {
            const worse = [...after.codes].filter(
              ([code, count]) => count > (before.codes.get(code) ?? 0) && !isHidden(code, before.codes),
            );
            expect(worse, where).toEqual([]);
          } else expect(after.shapes, where).toBeLessThanOrEqual(before.shapes);
          const again = watched(edited as object).findings;
          const same = (list: typeof findings): number => list.filter((one) => kindOf(one.key) === kindOf(key)).length;
          expect(same(again), where).toBeLessThan(same(findings));
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(cures).toBeGreaterThan(300);
}, 120_000);
