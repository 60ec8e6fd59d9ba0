// Promises that can be kept are never called impossible, and none is called kept that is not: on small random events
// against all schedules.

import { expect, test } from "vitest";
import { createInProcessEngine } from "../../src/host/in-process.js";
import { checkPromises } from "../../src/promises.js";
import type { PromiseCheck } from "../../src/promises/answer.js";
import { countedShortage } from "../../src/promises/counting.js";
import { MISSING, promisesOnly } from "../../src/promises/event.js";
import { missingBy } from "../../src/promises/pricing.js";
import { factsOf } from "../../src/rules/facts.js";
import type { EventSpec } from "../../src/spec/schema.js";
import { summarise } from "../../src/summary.js";
import { verify } from "../../src/verify.js";
import { buyers, eventOf, sellers, wishes } from "../support/event-builder.js";
import { RELEASE } from "../support/kernels.js";
import { Random } from "../support/random.js";
import { bestTotal, tinySpec } from "../support/tiny-event.js";

const engine = createInProcessEngine({ module: RELEASE });
const check = (spec: EventSpec, steps = 4000): Promise<PromiseCheck> =>
  checkPromises(spec, engine, { budget: { steps } });

/** The largest total where promises alone count: 0 when all can be kept; undefined without any schedule, "many" untried. */
const most = (spec: EventSpec): ReturnType<typeof bestTotal> => bestTotal(promisesOnly(spec), ["holes", "exclusive"]);

/** The event with the promises to these participants only. */
function only(spec: EventSpec, ids: readonly string[]): EventSpec {
  const participants = spec.participants.map((one) => (ids.includes(one.id) ? one : { ...one, guaranteed: 0 }));
  return { ...spec, participants };
}

/** An event of everything that the model has, with promises drawn anew. */
function anyEvent(seed: number): EventSpec | undefined {
  const spec = tinySpec(seed);
  const random = new Random(seed ^ 0x9407);
  return (
    spec && {
      ...spec,
      participants: spec.participants.map((one) => ({ ...one, guaranteed: random.pick([0, 0, 1, 1, 2]) })),
    }
  );
}

/** Two or three buyers and sellers who may nearly all meet, and little time and room: promises collide slot by slot. */
function crowdedEvent(seed: number): EventSpec {
  const random = new Random(seed);
  const slots = ["am.1", "am.2", "am.3"];
  const away = { absent: ["pm", "next", "am.4"] };
  const draw = (id: string, promised: readonly number[]): object => ({
    id,
    absent: [...away.absent, ...(random.chance(0.6) ? random.some(slots, 1) : [])],
    guaranteed: random.pick(promised),
    ...(random.chance(0.15) && { maximum: random.int(1, 2) }),
    ...(random.chance(0.3) && { organisation: random.pick(["acme", "blue"]) }),
  });
  const [bs, ss] = random.chance(0.5)
    ? [
        ["b1", "b2"],
        ["s1", "s2", "s3"],
      ]
    : [
        ["b1", "b2", "b3"],
        ["s1", "s2"],
      ];
  return eventOf({
    participants: [
      ...buyers(...bs.map((id) => draw(id, random.chance(0.3) ? [0, 1, 2] : [0]))),
      ...sellers(...ss.map((id) => draw(id, [1, 2, 2]))),
    ],
    wishes: wishes(...bs.flatMap((b) => ss.filter(() => random.chance(0.9)).map((s) => `${b} > ${s}`))),
    ...(random.chance(0.4) && {
      places: [
        { id: "t1", ...(random.chance(0.5) && { closed: random.some(slots, 1) }) },
        { id: "t2", closed: random.some(slots, 2) },
      ],
    }),
    ...(random.chance(0.2) && {
      locked: [{ participants: ["b1", "s1"], ...(random.chance(0.5) && { slot: "am.2" }) }],
    }),
    rules: { onePerOrganisation: random.chance(0.3) },
  });
}

test.each([
  ["of everything", anyEvent, 600, ["kept", "time", "partners", "room"]],
  ["with little time and room", crowdedEvent, 500, ["kept", "time", "partners", "prices"]],
] as const)("on small events %s every answer is true", { timeout: 240_000 }, async (_, draw, count, kinds) => {
  const seen = new Map<string, number>();
  const tally = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);
  for (let seed = 0; seed < count; seed++) {
    const spec = draw(seed);
    const best = spec && most(spec);
    if (!spec || best === "many") continue;
    const answer = await check(spec);
    tally(answer.status);
    if (answer.status === "kept") {
      expect(best, `event ${seed}`).toBe(0);
      expect(verify(spec, answer.schedule).feasible, `event ${seed}`).toBe(true);
      expect(summarise(factsOf(spec), answer.schedule).guarantees.missing, `event ${seed}`).toEqual([]);
    }
    if (answer.status !== "impossible") continue;
    const { shortage, certificate } = answer;
    const { participants, promised, possible, cause } = shortage;
    tally(cause.kind);
    expect(possible, `event ${seed}`).toBeLessThan(promised);
    // Where there is no schedule at all, nothing that is said of all schedules is wrong.
    const truth = (most(only(spec, participants)) as number | undefined) ?? -Infinity;
    expect(truth, `event ${seed}: ${JSON.stringify(answer)}`).toBeLessThanOrEqual(MISSING * (possible - promised));
    if (truth === MISSING * (possible - promised)) tally("exact");
    expect(shortage.irreducible, `event ${seed}`).toBe(true);
    const facts = factsOf(promisesOnly(spec));
    for (const left of participants) {
      const rest = participants.filter((id) => id !== left);
      const without = certificate && { ...certificate, tangents: entriesOf(certificate.tangents!, rest) };
      const proved = without ? missingBy(facts, without) > 0 : countedShortage(factsOf(only(spec, rest))) !== undefined;
      expect(proved, `event ${seed} without ${left}`).toBe(false);
    }
    if (certificate) expect(missingBy(facts, certificate), `event ${seed}`).toBe(promised - possible);
  }
  for (const kind of kinds) expect(seen.get(kind), kind).toBeGreaterThan(0);
  expect(seen.get("exact")).toBeGreaterThan(0.9 * seen.get("impossible")!);
  expect(seen.get("open")).toBeLessThan(10);
});

test("the same event and steps give the same answer", async () => {
  const of = async (seed: number): Promise<string> => JSON.stringify(await check(crowdedEvent(seed), 3000));
  for (let seed = 0; seed < 40; seed++) expect(await of(seed)).toBe(await of(seed));
});

function entriesOf<T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key)));
}
