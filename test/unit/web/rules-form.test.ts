// What the form of the rules is told: limits and defaults are those of the schema, whatever stands in the text.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventSchema, limitsAt, parseSpec, sampleText } from "../../../src/index.js";
import { rulesEn } from "../../../web/i18n/rules-en.js";
import { rulesFr } from "../../../web/i18n/rules-fr.js";
import { CHOICE_RULES, NUMBER_RULES } from "../../../web/rules-views.js";
import { partsOf } from "../../../web/app/event/rules/sentence.js";
import { Draft } from "../../../web/worker/draft.js";
import { rulesForm } from "../../../web/worker/rules.js";

const draftOf = (text: string): Draft => {
  const draft = new Draft({
    wrote: () => undefined,
    read: () => undefined,
    changed: () => undefined,
    locked: () => false,
  });
  draft.open(text, { sample: "" });
  return draft;
};
const withRules = (rules: unknown): unknown => ({
  format: "dancecard/event",
  version: 1,
  event: { name: "Rules" },
  calendar: [],
  sides: [{ id: "a" }],
  participants: [],
  rules,
});

describe("limits of fields", () => {
  it("are the last values that the schema takes", () => {
    for (const key of NUMBER_RULES) {
      const { min, max } = limitsAt("rules", key);
      const taken = (value: number): boolean => eventSchema.safeParse(withRules({ [key]: value })).success;
      expect([min - 1, min, max, max + 1].map(taken), key).toEqual([false, true, true, false]);
    }
    expect(limitsAt("sides", "weight")).toEqual({ min: 0, max: 1000, fallback: 1 });
    expect(limitsAt("walks", 2)).toMatchObject({ min: 0, max: 1440 });
    expect(() => limitsAt("rules", "nothing")).toThrow();
  });
});

describe("the form of the rules", () => {
  it("has every rule of the schema, as one sentence with its field in both languages", () => {
    const all = Object.keys(eventSchema.shape.rules.unwrap().shape).sort();
    expect(["points", ...NUMBER_RULES, ...CHOICE_RULES].sort()).toEqual(all);
    for (const table of [rulesEn, rulesFr]) {
      for (const key of [...NUMBER_RULES, ...CHOICE_RULES]) {
        const fields = partsOf(table.sentences[key]).filter((part) => "field" in part);
        expect(fields, key).toEqual([{ field: key }]);
        expect(table.about[key].length).toBeGreaterThan(10);
      }
    }
  });

  it("counts what each rule speaks of", () => {
    const text = sampleText("customer-relationship-meetings")!;
    const spec = parseSpec(text);
    const { reach, used, always } = rulesForm(draftOf(text))!;
    if (!spec.ok || !reach) throw new Error("the sample is an event");
    const wishes = spec.value.wishes.filter((wish) => !wish.veto);
    expect(reach.wishes).toBe(wishes.length);
    expect(used.reduce((sum, count) => sum + count, 0)).toBe(wishes.length);
    expect(reach.meals).toBe(2);
    expect(always.map(({ rule }) => rule)).toContain("clash");
    expect(always.map(({ rule }) => rule)).not.toContain("holes");
  });

  it("keeps the last values while the text is no JSON, and says so", () => {
    const draft = draftOf(JSON.stringify(withRules({ gap: 7 })));
    draft.type(draft.text.serial, [{ offset: 0, length: 0, text: "oops " }]);
    draft.readNow();
    expect(rulesForm(draft)).toMatchObject({ broken: true, numbers: { gap: { written: 7 } } });
    expect(rulesForm(draftOf("oops"))).toBeNull();
  });

  it("is small and never throws, whatever the data are", () => {
    const any = fc.jsonValue();
    const data = fc.record(
      {
        rules: fc.oneof(any, fc.dictionary(fc.constantFrom(...NUMBER_RULES, "points", "met"), any)),
        sides: any,
        tiers: any,
        places: any,
        walks: any,
        wishes: any,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(data, (value) => {
        const form = rulesForm(draftOf(JSON.stringify(value)))!;
        expect(JSON.stringify(form).length).toBeLessThan(100_000);
      }),
      { numRuns: 300 },
    );
  });
});
