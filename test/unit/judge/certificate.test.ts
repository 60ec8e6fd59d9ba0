// What a certificate proves, what is refused, and what the judge says of a schedule's bound.

import { describe, expect, it, test } from "vitest";
import { importB2bsp } from "../../../src/io/b2bsp.js";
import type { Bound, Certificate } from "../../../src/bound.js";
import { certificateSchema } from "../../../src/bound.js";
import { checkBound, checkCertificate } from "../../../src/certificate.js";
import { describeCertificate } from "../../../src/certificate/describe.js";
import { certificateFrom } from "../../../src/certificate/from.js";
import { grainOf } from "../../../src/certificate/grain.js";
import { factsOf } from "../../../src/rules/facts.js";
import { hashOf } from "../../../src/rules/facts/hash.js";
import type { Schedule } from "../../../src/schedule.js";
import { eventSchema, type EventSpec } from "../../../src/spec/schema.js";
import { verify } from "../../../src/verify.js";
import { optima, ownFiles } from "../../support/b2bsp/index.js";
import { buyers, eventOf, scheduleOf, sellers, wishes } from "../../support/event-builder.js";

/** One slot of am is left to b1, who wishes for s1 (100) and s2 (60): a price of 100 on it proves 100. */
const ONE_SLOT = eventOf({
  participants: [
    ...buyers({ id: "b1", absent: ["am.2", "am.3", "am.4", "pm", "next"] }),
    ...sellers("s1", "s2", { id: "__proto__", side: "seller" }),
  ],
  wishes: wishes("b1 > s1 1", "b1 > s2 2"),
});
const of = (spec: EventSpec, rest: Partial<Certificate> = {}): Certificate => ({
  event: hashOf(factsOf(spec)),
  scale: 1000,
  ...rest,
});
const prices = (first: number): number[] => [first, 0, 0, 0, 0, 0, 0, 0];
const TIGHT = of(ONE_SLOT, { pi: { b1: prices(60_000) } });

function proven(spec: EventSpec, certificate: Certificate): number | string {
  const proof = checkCertificate(spec, certificate);
  return proof.ok ? proof.value : `${proof.reason} ${proof.at.join(".")}`;
}

function boundOf(spec: EventSpec, certificate: Certificate): Bound {
  const proof = checkCertificate(spec, certificate);
  if (!proof.ok) throw new Error(proof.reason);
  return { value: proof.value, parts: proof.parts, certificate };
}

describe("checkCertificate", () => {
  it("without prices counts every wish, with the right price what can be had", () => {
    expect(proven(ONE_SLOT, of(ONE_SLOT))).toBe(160);
    expect(proven(ONE_SLOT, TIGHT)).toBe(100);
    expect(proven(ONE_SLOT, of(ONE_SLOT, { pi: { b1: prices(100_000) } }))).toBe(100);
    expect(proven(ONE_SLOT, of(ONE_SLOT, { pi: { b1: prices(160_000) } }))).toBe(160);
  });

  it("takes an event or its facts", () => {
    expect(checkCertificate(factsOf(ONE_SLOT), TIGHT)).toEqual(checkCertificate(ONE_SLOT, TIGHT));
  });

  it("prices room and maxima", () => {
    const room = eventOf({
      ...ONE_SLOT,
      participants: buyers("b1", "b2").concat(sellers("s1", "s2")),
      places: [{ id: "z" }],
      wishes: wishes("b1 > s1", "b2 > s2"),
    });
    const kappa = new Array<number>(8).fill(0);
    expect(proven(room, of(room, { kappa }))).toBe(200);
    const one = eventOf({
      participants: [...buyers({ id: "b1", maximum: 1 }), ...sellers("s1", "s2")],
      wishes: wishes("b1 > s1", "b1 > s2 2"),
    });
    expect(proven(one, of(one, { mu: { b1: 60_000 } }))).toBe(100);
  });

  it("bounds guarantee and fairness by their tangents", () => {
    const spec = eventOf({
      participants: [...buyers({ id: "b1", guaranteed: 3 }), ...sellers("s1", "s2")],
      wishes: wishes("b1 > s1", "b1 > s2"),
      rules: { guarantee: 1000, fairness: 50 },
    });
    // Two of three meetings can be held: 200 - 1000; B = 200 is reached.
    const tangents = { b1: [1_000_000, 200] as [number, number] };
    const proof = checkCertificate(spec, of(spec, { tangents }));
    expect(proof).toMatchObject({ ok: true, value: -800, parts: { wishes: 200, guarantee: -1000, fairness: 0 } });
    // S0 = 0: loses 50 x 200^2 / (100 x 200) = 100, and gains 1 for each point: nothing is lost when all is met.
    expect(proven(spec, of(spec, { tangents: { b1: [1_000_000, 0] } }))).toBe(-700);
  });

  it("rounds down to what scores are made of", () => {
    expect(grainOf(factsOf(ONE_SLOT))).toBe(20);
    expect(proven(ONE_SLOT, of(ONE_SLOT, { pi: { b1: prices(45_000) } }))).toBe(100);
    const nothing = eventOf({ wishes: [] });
    expect(grainOf(factsOf(nothing))).toBe(0);
    expect(proven(nothing, of(nothing))).toBe(0);
  });

  it("counts what tables bring into the grain, also of pairs that cannot meet", () => {
    const spec = eventOf({
      participants: buyers({ id: "b1", organisation: "acme" }, { id: "b2", organisation: "acme" }),
      wishes: wishes("b1 > b2"),
      meals: [{ session: "lunch", tables: [{ id: "t1", seats: 2 }] }],
      rules: { mealShare: 10, mealColleagues: 20 },
    });
    expect(grainOf(factsOf(spec))).toBe(10);
  });

  const refused: [string, Certificate | object, string][] = [
    ["another event's hash", { ...TIGHT, event: "0".repeat(64) }, "other-event event"],
    ["a truncated list", { ...TIGHT, pi: { b1: [60_000] } }, "wrong-length pi.b1"],
    ["a list too long", { ...TIGHT, pi: { b1: [...prices(1), 0] } }, "wrong-length pi.b1"],
    ["unknown ids", { ...TIGHT, pi: { b9: prices(1) } }, "unknown-id pi.b9"],
    ["an inherited name", { ...TIGHT, mu: { constructor: 1 } }, "unknown-id mu.constructor"],
    ["unknown ids of tangents", { ...TIGHT, tangents: { b9: [0, 0] } }, "unknown-id tangents.b9"],
    ["unknown ids of seats", { ...TIGHT, sigma: { b9: 0 } }, "unknown-id sigma.b9"],
    ["a negative price", { ...TIGHT, kappa: prices(-1) }, "malformed kappa.0"],
    ["a broken price", { ...TIGHT, pi: { b1: prices(0.5) } }, "malformed pi.b1.0"],
    ["no number", { ...TIGHT, pi: { b1: prices(NaN) } }, "malformed pi.b1.0"],
    ["text", { ...TIGHT, pi: { b1: "12345678" } }, "malformed pi.b1"],
    ["a list of lists", { ...TIGHT, pi: [prices(1)] }, "malformed pi"],
    ["nothing", { ...TIGHT, pi: null }, "malformed pi"],
    ["a price past all sizes", { ...TIGHT, pi: { b1: prices(2 ** 53) } }, "malformed pi.b1.0"],
    ["a negative maximum price", { ...TIGHT, mu: { b1: -5 } }, "malformed mu.b1"],
    ["a scale of 0", { ...TIGHT, scale: 0 }, "malformed scale"],
    ["a scale too fine", { ...TIGHT, scale: 1_000_001 }, "malformed scale"],
    ["an unknown key", { ...TIGHT, more: 1 }, "malformed "],
    ["a price on no maximum", { ...TIGHT, mu: { b1: 1 } }, "no-maximum mu.b1"],
    ["a price on endless room", { ...TIGHT, kappa: prices(1) }, "no-places kappa"],
    ["room of too few slots", { ...TIGHT, kappa: [0] }, "wrong-length kappa"],
    ["a above the guarantee", { ...TIGHT, tangents: { b1: [1, 0] } }, "out-of-range tangents.b1.0"],
    ["S0 above B", { ...TIGHT, tangents: { b1: [0, 101] } }, "out-of-range tangents.b1.1"],
    ["a negative S0", { ...TIGHT, tangents: { b1: [0, -1] } }, "malformed tangents.b1.1"],
    ["half a tangent", { ...TIGHT, tangents: { b1: [0] } }, "malformed tangents.b1"],
    ["an unknown organisation", { ...TIGHT, organisations: [["b1", "acme", 0]] }, "unknown-id organisations.0.1"],
    ["a price on partners of any number", { ...TIGHT, exclusive: [["b1", "acme", 1]] }, "not-exclusive exclusive"],
  ];
  it.each(refused)("refuses %s", (_, certificate, why) => {
    expect(proven(ONE_SLOT, certificate as Certificate)).toBe(why);
  });

  it("knows wishes for organisations, each once and up to what it is worth", () => {
    const spec = eventOf({
      participants: [
        ...buyers("b1"),
        ...sellers({ id: "s1", organisation: "__proto__" }, { id: "s2", organisation: "__proto__" }),
      ],
      wishes: wishes("b1 > __proto__"),
    });
    const w = (...list: [string, string, number][]): Certificate => of(spec, { organisations: list });
    expect(proven(spec, of(spec))).toBe(100);
    expect(proven(spec, w(["b1", "__proto__", 100_000]))).toBe(200);
    expect(proven(spec, w(["b1", "__proto__", 100_001]))).toBe("out-of-range organisations.0.2");
    expect(proven(spec, w(["b1", "__proto__", 1], ["b1", "__proto__", 1]))).toBe("twice organisations.1");
    expect(proven(spec, w(["s1", "__proto__", 1]))).toBe("unknown-id organisations.0.1");
  });

  it("knows that one participant of an organisation is all that somebody meets, where the rules say so", () => {
    const acme = [
      { id: "s1", organisation: "acme" },
      { id: "s2", organisation: "acme" },
    ];
    const spec = (rest: Partial<Parameters<typeof eventOf>[0]> = {}): EventSpec =>
      eventOf({
        participants: [...buyers({ id: "b1", organisation: "own" }), ...sellers(...acme)],
        wishes: wishes("b1 > s1 1", "b1 > s2 2"),
        rules: { onePerOrganisation: true },
        ...rest,
      });
    const x = (event: EventSpec, ...list: [string, string, number][]): number | string =>
      proven(event, of(event, { exclusive: list }));
    expect(x(spec())).toBe(160);
    // The price of the less wished for: 60 for the row, 40 left of the other.
    expect(x(spec(), ["b1", "acme", 60_000])).toBe(100);
    expect(x(spec(), ["b1", "acme", 100_000])).toBe(100);
    // A locked meeting takes the row: it pays nothing, and nobody pays for the other one.
    const locked = [{ participants: ["b1", "s2"] as [string, string] }];
    expect(x(spec({ locked }), ["b1", "acme", 100_000])).toBe(60);
    expect(x(spec(), ["b1", "acme", 1], ["b1", "acme", 1])).toBe("twice exclusive.1");
    expect(x(spec(), ["b9", "acme", 1])).toBe("unknown-id exclusive.0.0");
    expect(x(spec(), ["b1", "nobody", 1])).toBe("unknown-id exclusive.0.1");
    expect(x(spec(), ["s1", "acme", 1])).toBe("not-exclusive exclusive.0.1");
    expect(x(spec({ rules: {} }), ["b1", "acme", 1])).toBe("not-exclusive exclusive");
  });

  it("reads prices of participants with any id", () => {
    const spec = eventOf({
      participants: [...buyers("__proto__"), ...sellers("constructor", "s2")],
      wishes: wishes("__proto__ > constructor", "__proto__ > s2"),
    });
    const text = JSON.stringify(of(spec, { scale: 1 })).replace("}", ',"pi":{"__proto__":[1,2,3,4,5,6,7,8]}}');
    const certificate = certificateSchema.parse(JSON.parse(text));
    expect(Object.keys(certificate.pi!)).toEqual(["__proto__"]);
    // 36 for the time, and 99 for each of the two in the cheapest slot; in steps of 100.
    expect(proven(spec, certificate)).toBe(200);
    expect(proven(spec, { ...certificate, pi: JSON.parse('{"__proto__":[1]}') })).toBe("wrong-length pi.__proto__");
  });
});

describe("a schedule's bound", () => {
  const bound = boundOf(ONE_SLOT, TIGHT);
  const judged = (schedule: Schedule, spec = ONE_SLOT) => verify(spec, schedule).bound;
  const held = (to: string, given: Bound = bound): Schedule => ({ ...scheduleOf([`b1 ${to} am.1`]), bound: given });

  it("says proven, or how far, or that it breaks rules", () => {
    expect(judged(held("s1"))).toEqual({ status: "proven", value: 100, gap: 0 });
    expect(judged(held("s2"))).toEqual({ status: "within", value: 100, gap: 0.4 });
    expect(judged({ ...scheduleOf(["b1 s1 am.2"]), bound })).toEqual({ status: "infeasible", value: 100 });
    expect(verify(ONE_SLOT, scheduleOf([]))).not.toHaveProperty("bound");
  });

  it("is refused when its number or a part is not what the prices prove", () => {
    expect(judged(held("s1", { ...bound, value: 120 }))).toEqual({
      status: "refused",
      reason: "other-value",
      at: ["value"],
    });
    const parts = { ...bound.parts, wishes: 120, meals: -20 };
    expect(judged(held("s1", { ...bound, parts }))).toMatchObject({ status: "refused", at: ["parts", "wishes"] });
    const tampered = { ...TIGHT, pi: { b1: prices(10_000) } };
    expect(judged(held("s1", { ...bound, certificate: tampered }))).toMatchObject({ reason: "other-value" });
    expect(checkBound(ONE_SLOT, bound)).toMatchObject({ ok: true });
  });

  it("counts the change of a repair as stated", () => {
    const spec = eventOf({ ...ONE_SLOT, rules: { ...ONE_SLOT.rules, change: 20 } });
    const score = { wishes: 100, guarantee: 0, fairness: 0, gap: 0, walk: 0, meals: 0, change: -40, total: 60 };
    const schedule = { ...held("s1", boundOf(spec, of(spec, { pi: { b1: prices(60_000) } }))), base: "x", score };
    expect(judged(schedule, spec)).toEqual({ status: "within", value: 100, gap: 0.4 });
  });
});

test("describeCertificate names whose time is dear, and when", () => {
  expect(describeCertificate(ONE_SLOT, TIGHT)).toEqual({
    people: [{ participant: "b1", points: 60, slot: "am.1", slotPoints: 60, maximum: 0 }],
    slots: [{ slot: "am.1", points: 60, room: 0 }],
  });
  expect(describeCertificate(ONE_SLOT, { ...TIGHT, event: "0".repeat(64) })).toMatchObject({ ok: false });
});

describe("certificateFrom", () => {
  const names = { event: TIGHT.event, participants: ["b1", "__proto__"], slots: 2, best: [160, 0] };

  it("rounds up to whole units and leaves zeros out", () => {
    const pi = Float64Array.of(1.23401, 1e-9, 0, 0);
    expect(certificateFrom({ pi, kappa: [0, 0], mu: [0, 2], sigma: [-1, NaN] }, names)).toEqual({
      event: TIGHT.event,
      scale: 1000,
      pi: { b1: [1235, 0] },
      mu: Object.fromEntries([["__proto__", 2000]]),
    });
  });

  it("keeps tangents and shares within what they may be", () => {
    const made = certificateFrom(
      {
        slope: [999.9999999, 0],
        touch: [159.6, -1],
        organisations: [
          { participant: 0, organisation: "acme", w: 100.0000001 },
          { participant: 0, organisation: "blue", w: 0 },
        ],
        holes: true,
      },
      names,
    );
    expect(made).toEqual({
      event: TIGHT.event,
      scale: 1000,
      tangents: { b1: [1_000_000, 160] },
      organisations: [["b1", "acme", 100_000]],
      holes: true,
    });
  });
});

test("holes of the own brokerage events are never counted above the optimum", () => {
  const files = new Map(ownFiles().map(({ name, text }) => [name, text]));
  const found = optima(true).map(({ file, d, optimum }) => {
    const read = importB2bsp(files.get(file)!, { d });
    const spec = eventSchema.parse((read as { value: unknown }).value);
    const proof = checkCertificate(spec, of(spec, { scale: 1, holes: true }));
    if (!proof.ok) throw new Error(proof.reason);
    if (optimum !== undefined) {
      expect(proof.impossible, file).toEqual([]);
      expect(proof.value, file).toBeGreaterThanOrEqual(0 - optimum);
    }
    return optimum === undefined ? proof.impossible.length > 0 : proof.value === 0 - optimum;
  });
  expect(found.filter(Boolean).length).toBeGreaterThanOrEqual(6);
});
