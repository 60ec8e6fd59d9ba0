// Plans for the Lab: what a form asks for, and links that come from anywhere.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LabForm } from "../../../../web/lab-views.js";
import { linkOf, readLink } from "../../../../web/worker/lab/link.js";
import { readForm } from "../../../../web/worker/lab/options.js";

const FORM: LabForm = {
  suite: "quality",
  variants: ["search", "greedy"],
  mine: true,
  sizes: ["S", "XS"],
  rules: ["full", "pure"],
  seeds: "1-3, 7",
  unit: "seconds",
  budgets: "10 0.5;1",
  repeat: "2",
};

const mistakeOf = (change: Partial<LabForm>): unknown => {
  const read = readForm({ ...FORM, ...change }, ["own:mine"]);
  return read.ok ? read.options : read.mistake;
};

describe("a form", () => {
  it("is read in the order of the lists, budgets ascending", () => {
    expect(mistakeOf({ variants: ["greedy", "own:mine", "greedy"] })).toEqual({
      suite: "quality",
      variants: ["greedy", "own:mine"],
      mine: true,
      sizes: ["XS", "S"],
      rules: ["pure", "full"],
      seeds: [1, 2, 3, 7],
      unit: "seconds",
      budgets: [0.5, 1, 10],
      repeat: 2,
    });
  });

  it.each<[Partial<LabForm>, unknown]>([
    [{ variants: [] }, { code: "no-variants" }],
    [{ variants: ["search", "own:other"] }, { code: "unknown-variant", word: "own:other" }],
    [{ mine: false, sizes: [] }, { code: "no-events" }],
    [{ sizes: ["XXXL"] }, { code: "unknown-size", word: "XXXL" }],
    [{ rules: [] }, { code: "no-rules" }],
    [{ rules: ["none"] }, { code: "unknown-rules", word: "none" }],
    [{ seeds: "" }, { code: "seeds" }],
    [{ seeds: "1-1000000" }, { code: "seeds" }],
    [{ seeds: "-1" }, { code: "seeds" }],
    [{ budgets: "" }, { code: "budgets" }],
    [{ budgets: "0" }, { code: "budgets" }],
    [{ budgets: "1e9" }, { code: "budgets" }],
    [{ budgets: "NaN" }, { code: "budgets" }],
    [{ unit: "steps", budgets: "0.5" }, { code: "budgets" }],
    [{ suite: "speed", budgets: "1 2" }, { code: "one-budget" }],
    [{ repeat: "0" }, { code: "repeat" }],
    [{ repeat: "1001" }, { code: "repeat" }],
    [
      { seeds: "1-9999", repeat: "1000" },
      { code: "too-many", runs: 9999 * 5 * 2 * 1000, most: 20_000 },
    ],
  ])("%j is a mistake", (change, mistake) => expect(mistakeOf(change)).toEqual(mistake));
});

describe("a link", () => {
  it("is read as what it was made of", () => {
    const read = readForm(FORM, []);
    expect(read.ok && linkOf(read.options)).toBe(
      "v=1&suite=quality&variants=search,greedy&events=this&sizes=XS,S&rules=pure,full&seeds=1-3,7&seconds=0.5,1,10&repeat=2",
    );
  });

  it("gives the same plan again, whatever the plan is", () => {
    const forms = fc.record<LabForm>({
      suite: fc.constantFrom("quality", "speed"),
      variants: fc.subarray(["search", "search-js", "greedy", "reference"], { minLength: 1 }),
      mine: fc.boolean(),
      sizes: fc.subarray(["XS", "S", "M"]),
      rules: fc.subarray(["pure", "full"]),
      seeds: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 6 }).map((list) => list.join(" ")),
      unit: fc.constantFrom("seconds", "steps"),
      budgets: fc
        .array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 3 })
        .map((list) => list.join(" ")),
      repeat: fc.integer({ min: 1, max: 3 }).map(String),
    });
    fc.assert(
      fc.property(forms, (form) => {
        const read = readForm(form, []);
        fc.pre(read.ok);
        const again = readLink(linkOf(read.options));
        expect(again.ok && readForm(again.form, [])).toEqual(read);
      }),
    );
  });

  it.each([
    ["", "link-option"],
    ["v=2&suite=quality", "link-version"],
    ["suite=quality", "link-version"],
    ["v=1&suite=<img src=x>", "link-option"],
    ["v=1&seeds=1&seeds=2&steps=1", "link-twice"],
    ["v=1&__proto__=1", "link-option"],
    ["v=1&constructor=1", "link-option"],
    ["v=1&events=other&steps=1", "link-option"],
    ["v=1&seeds=%E0%A4%A&steps=1", "link-option"],
    ["v=1&seeds=1&steps=1&seconds=1", "budgets"],
    ["v=1&seeds=1", "budgets"],
    [`v=1&seeds=${"1,".repeat(3000)}`, "link-long"],
  ])("%s is refused", (link, code) => {
    expect(readLink(link)).toMatchObject({ ok: false, mistake: { code } });
  });

  it("of any letters is refused or is a plan within bounds", () => {
    const keys = fc.constantFrom(
      "v",
      "suite",
      "variants",
      "events",
      "sizes",
      "rules",
      "seeds",
      "steps",
      "seconds",
      "x",
    );
    const values = fc.oneof(
      fc.string(),
      fc.constantFrom("1", "quality", "search", "this", "XS", "pure", "1-9999", "1e300"),
    );
    const links = fc
      .array(fc.tuple(keys, values), { maxLength: 12 })
      .map((all) => all.map((one) => one.join("=")).join("&"));
    fc.assert(
      fc.property(fc.oneof(fc.string(), links), (link) => {
        const read = readLink(link);
        const plan = read.ok ? readForm(read.form, []) : read;
        const sane = plan.ok
          ? plan.options.budgets.every((budget) => budget > 0 && budget <= 1e12)
          : plan.mistake.code.length > 0;
        expect(sane).toBe(true);
      }),
    );
  });
});
