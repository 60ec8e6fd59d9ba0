// Every sample: valid, fictional by its own words, of the claimed size, the same each time; all features in use; what was
// promised can be kept. `impossible`: refused, and each contradiction named.

import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { calendarOf } from "../../../src/spec/calendar.js";
import { parseSpec } from "../../../src/spec/parse.js";
import { SAMPLES, sampleById, sampleText } from "../../../src/spec/samples/index.js";
import { eventSchema } from "../../../src/spec/schema.js";
import type { EventInput, EventSpec } from "../../../src/spec/schema.js";
import { keepable } from "./keepable.js";

const POSSIBLE = SAMPLES.filter((sample) => sample.id !== "impossible");
const specOf = (id: string): EventSpec => eventSchema.parse(sampleById(id)!.build());

test("the list: ids once, the model case first, the contradictions last", () => {
  expect(SAMPLES.map((sample) => sample.id)).toEqual([
    "customer-relationship-meetings",
    "decision-makers-forum",
    "supplier-listing-day",
    "recruitment-day",
    "members-convention",
    "workshop",
    "impossible",
  ]);
});

describe.each(SAMPLES)("$id", (sample) => {
  test("has a title and a reason in both languages", () => {
    for (const text of [sample.title.en, sample.title.fr, sample.about.en, sample.about.fr]) expect(text).not.toBe("");
    expect(sample.about.en).not.toBe(sample.about.fr);
  });

  test("says that it is fictional, in the text and in the name of the event", () => {
    expect(sampleText(sample.id)).toMatch(/^\/\/ .*\n\/\/ Entirely fictional: /);
    expect(sampleText(sample.id, { locale: "fr" })).toMatch(/^\/\/ .*\n\/\/ Entièrement fictif : /);
    expect(sample.build().event.name).toMatch(/\((fictional|fictif|fictive)\)$/);
  });

  test("is built anew and the same each time", () => {
    expect(sample.build()).not.toBe(sample.build());
    expect(sample.build()).toEqual(sample.build());
  });

  test("the text holds the event, one participant and one wish per line", () => {
    const text = sampleText(sample.id, { comments: false })!;
    const event = sample.build();
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(event)));
    expect(sampleText(sample.id)!.endsWith(text)).toBe(true);
    expect(text.match(/^ {4}\{ "from": .* \},?$/gm)).toHaveLength(event.wishes!.length);
    expect(text.match(/^ {4}\{ "id": .*"side": .* \},?$/gm)).toHaveLength(event.participants.length);
  });

  test("has the shape of an event", () => expect(eventSchema.safeParse(sample.build()).error).toBeUndefined());
});

test("the texts have not changed by accident (new hashes belong with a change that is meant)", () => {
  const hashes = SAMPLES.map(({ id }) => createHash("sha256").update(sampleText(id)!).digest("hex").slice(0, 12));
  expect(hashes).toMatchInlineSnapshot(`
    [
      "b2428b3e6436",
      "336c2fde6692",
      "e283ac5983b8",
      "21c04cbc8928",
      "8d76affa181f",
      "43ebfe412ce0",
      "b524705eacb6",
    ]
  `);
});

test("there is no other sample", () => {
  expect(sampleText("__proto__")).toBeUndefined();
  expect(sampleById("")).toBeUndefined();
});

describe.each(POSSIBLE)("$id", ({ id }) => {
  test("is accepted without a warning", () => {
    const parsed = parseSpec(sampleText(id)!);
    expect(parsed.diagnostics).toEqual([]);
    expect(parsed.ok).toBe(true);
  });
});

describe("promised meetings, as far as counts go", () => {
  const twoSided = POSSIBLE.filter((sample) => sample.build().sides.length === 2);
  test.each(twoSided)("$id: all can be kept by wishes alone", ({ id }) => {
    expect(keepable(specOf(id))).toEqual({ missing: [] });
  });

  test("members-convention: some members need a partner whom nobody wished for", () => {
    expect(keepable(specOf("members-convention")).missing).not.toEqual([]);
  });
});

test("impossible is refused, and each contradiction is named", () => {
  const parsed = parseSpec(sampleText("impossible")!);
  expect(parsed.ok).toBe(false);
  const messages = parsed.diagnostics.filter((one) => one.severity === "error").map((one) => one.message);
  for (const id of ["tessa-twice", "abel-absent", "vera-veto", "max-onelow", "bo-blocked", "cole-closed", "pia-past"]) {
    expect(messages.filter((message) => message.includes(id))).toHaveLength(1);
  }
  expect(parsed.diagnostics.some((one) => one.message.includes("cyra-circle"))).toBe(true);
});

describe("sizes", () => {
  const bySide = (id: string): Record<string, number> => {
    const spec = specOf(id);
    return Object.fromEntries(
      spec.sides.map((side) => [side.id, spec.participants.filter((one) => one.side === side.id).length]),
    );
  };
  const slots = (id: string): number => calendarOf(specOf(id)).slots.length;

  test("customer-relationship-meetings: 100 and 50, 24 slots of 25 minutes, two seated lunches, 150 seats or more", () => {
    const id = "customer-relationship-meetings";
    const spec = specOf(id);
    expect(bySide(id)).toEqual({ "decision-makers": 100, suppliers: 50 });
    expect(slots(id)).toBe(24);
    expect(calendarOf(spec).slots.every((slot) => slot.end - slot.start === 25)).toBe(true);
    expect(spec.meals.map((meal) => meal.tables.reduce((sum, table) => sum + table.seats, 0))).toEqual([156, 156]);
    expect(spec.meals[0]!.tables.every((table) => table.seats >= 8 && table.seats <= 10)).toBe(true);
    const wishes = (side: string): number =>
      spec.wishes.filter((w) => !w.veto && spec.participants.find((p) => p.id === w.from)!.side === side).length;
    expect(wishes("decision-makers") / 100).toBeCloseTo(12, -0.5);
    expect(wishes("suppliers") / 50).toBeGreaterThan(15);
    expect(wishes("suppliers") / 50).toBeLessThan(20);
    // 15 % miss one day.
    expect(spec.participants.filter((one) => /^\d{4}-/.test(one.absent[0] ?? ""))).toHaveLength(22);
  });

  test("the others", () => {
    expect(bySide("decision-makers-forum")).toEqual({ executives: 110, sponsors: 40 });
    expect(bySide("supplier-listing-day")).toEqual({ buyers: 9, providers: 26 });
    expect(
      new Set(
        specOf("supplier-listing-day")
          .participants.slice(0, 9)
          .map((one) => one.organisation),
      ).size,
    ).toBe(1);
    expect(bySide("recruitment-day")).toEqual({ candidates: 72, recruiters: 22 });
    expect(bySide("members-convention")).toEqual({ members: 90 });
    expect(bySide("workshop")).toEqual({ visitors: 12, exhibitors: 8 });
    expect(slots("workshop")).toBe(7);
  });
});

/** What the model offers, each with a question whether an event uses it. */
const FEATURES: readonly [string, (event: EventInput) => boolean][] = [
  ["a side that hosts", (e) => e.sides.some((one) => one.hosts)],
  ["weights of sides", (e) => e.sides.some((one) => (one.weight ?? 1) > 1)],
  ["weights of tiers", (e) => (e.tiers ?? []).some((one) => (one.weight ?? 1) > 1)],
  ["a side paired with itself", (e) => (e.pairings ?? []).some(([a, b]) => a === b)],
  ["own guaranteed", (e) => e.participants.some((one) => one.guaranteed !== undefined)],
  ["own maximum", (e) => e.participants.some((one) => one.maximum !== undefined)],
  ["absence: slot", (e) => tokens(e).some((token) => /\.\d+$/.test(token))],
  ["absence: range", (e) => tokens(e).some((token) => token.includes("/"))],
  ["absence: date", (e) => tokens(e).some((token) => /^\d{4}-\d\d-\d\d$/.test(token))],
  ["absence: session", (e) => tokens(e).some((token) => sessions(e).has(token))],
  ["representatives", (e) => e.participants.some((one) => (one.representatives ?? []).length > 1)],
  [
    "a representative's absence",
    (e) => e.participants.some((p) => p.representatives?.some((one) => one.absent?.length)),
  ],
  ["needs and offers", (e) => e.participants.some((one) => one.needs) && e.participants.some((one) => one.offers)],
  ["no meals for somebody", (e) => e.participants.some((one) => one.meals === false)],
  ["vetoes", (e) => e.wishes!.some((wish) => wish.veto)],
  ["wishes for organisations", (e) => e.wishes!.some((wish) => !e.participants.some((one) => one.id === wish.to))],
  ["wishes returned", (e) => e.wishes!.some((w) => e.wishes!.some((back) => back.from === w.to && back.to === w.from))],
  ["own places", (e) => e.participants.some((one) => one.place)],
  ["a place of several owners", (e) => owners(e).some((n) => n > 1)],
  [
    "places that are nobody's own",
    (e) => (e.places ?? []).some((one) => !e.participants.some((p) => p.place === one.id)),
  ],
  ["capacity", (e) => (e.places ?? []).some((one) => one.capacity)],
  ["closed places", (e) => (e.places ?? []).some((one) => one.closed?.length)],
  ["walks", (e) => (e.walks ?? []).length > 0],
  ["no places at all", (e) => e.places === undefined],
  ["lock in a slot", (e) => (e.locked ?? []).some((one) => one.slot)],
  ["lock in slots", (e) => (e.locked ?? []).some((one) => one.slots)],
  ["lock anywhere", (e) => (e.locked ?? []).some((one) => !one.slot && !one.slots)],
  ["lock at a place", (e) => (e.locked ?? []).some((one) => one.place)],
  [
    "a pair locked twice",
    (e) => new Set(e.locked?.map((one) => one.participants.join())).size < (e.locked ?? []).length,
  ],
  ["precedences", (e) => (e.precedences ?? []).length > 0],
  ["blocked", (e) => (e.blocked ?? []).some((one) => !one.slots)],
  ["blocked in slots", (e) => (e.blocked ?? []).some((one) => one.slots)],
  ["met, excluded", (e) => (e.met ?? []).length > 0 && e.rules?.met === "exclude"],
  ["met, ignored", (e) => (e.met ?? []).length > 0 && e.rules?.met !== "exclude"],
  ["hosts of tables", (e) => (e.meals ?? []).some((meal) => meal.tables.some((table) => table.host))],
  ["a mix at tables", (e) => (e.meals ?? []).some((meal) => meal.mix)],
  ["own seats", (e) => (e.meals ?? []).some((meal) => meal.seats?.length)],
  ["several meals", (e) => (e.meals ?? []).length > 1],
  [
    "a meal without seating",
    (e) => [...sessions(e).values()].filter((kind) => kind === "meal").length > (e.meals ?? []).length,
  ],
  ["a programme session", (e) => [...sessions(e).values()].includes("programme")],
  ...(
    ["points", "mutual", "match", "fill", "guarantee", "fairness", "gap", "hole", "maxHoles", "walkDefault"] as const
  ).map((rule): [string, (event: EventInput) => boolean] => [`rule ${rule}`, (e) => e.rules?.[rule] !== undefined]),
  ...(["maxConsecutive", "onePerOrganisation", "mealColleagues"] as const).map(
    (rule): [string, (event: EventInput) => boolean] => [`rule ${rule}`, (e) => e.rules?.[rule] !== undefined],
  ),
];

function tokens(event: EventInput): string[] {
  return event.participants.flatMap((one) => one.absent ?? []);
}

function sessions(event: EventInput): Map<string, string> {
  return new Map(event.calendar.flatMap((day) => day.sessions).map((session) => [session.id, session.kind]));
}

function owners(event: EventInput): number[] {
  return (event.places ?? []).map((place) => event.participants.filter((one) => one.place === place.id).length);
}

test.each(FEATURES)("some sample uses: %s", (_, uses) => {
  expect(POSSIBLE.filter((sample) => uses(sample.build())).map((sample) => sample.id)).not.toEqual([]);
});
