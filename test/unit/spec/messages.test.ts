// Sentences: both languages say the same things, and no value can break one.

import { describe, expect, it } from "vitest";
import { pathText } from "../../../src/spec/diagnostic.js";
import { MESSAGES, type MessageKey } from "../../../src/spec/messages-table.js";
import { clip, diagnostic, listed, message } from "../../../src/spec/messages.js";
import { nearest } from "../../../src/spec/nearest.js";

const KEYS = Object.keys(MESSAGES) as MessageKey[];
const names = (template: string): string[] =>
  [...new Set([...template.matchAll(/\{(\w+)[#!]?\}/g)].map((m) => m[1]!))].sort();

describe("the table", () => {
  it.each(KEYS)("%s names the same values in English and French", (key) => {
    const [english, french] = MESSAGES[key];
    expect(names(french)).toEqual(names(english));
    expect(french).not.toBe(english);
  });

  it.each(KEYS)("%s stays short and whole with long names in it", (key) => {
    const template = MESSAGES[key][0];
    const values: Record<string, string | number> = {};
    for (const name of names(template)) {
      const value = template.includes(`{${name}}`) ? "x".repeat(10_000) : "a – b, c – d";
      values[name] = template.includes(`{${name}#}`) ? 1_234_567 : value;
    }
    const made = diagnostic(key, "error", [], values);
    for (const text of [made.message, message(made, "fr")]) {
      expect(text).not.toMatch(/[{}|]|undefined/);
      expect(text).toMatch(/[.?]$/);
      expect(text.length).toBeLessThan(320);
    }
  });
});

it("writes names and numbers as each language does", () => {
  const made = diagnostic("too-many", "error", ["wishes"], { list: "wishes", count: 1_234_567, limit: 1_000_000 });
  expect(made.message).toBe("There are 1,234,567 wishes; at most 1,000,000 are possible.");
  expect(message(made, "fr")).toBe(
    "Il y a 1\u202f234\u202f567 éléments dans «\u202fwishes\u202f»\u202f; 1\u202f000\u202f000 au plus sont possibles.",
  );
});

it("says one thing in the singular: one in English, none and one in French", () => {
  const seats = (count: number): ReturnType<typeof diagnostic> =>
    diagnostic("few-seats", "warning", [], { count, id: "lunch", seats: 0 });
  expect(seats(1).message).toBe("1 person takes the meal “lunch”, and its tables have 0 seats.");
  expect(seats(2).message).toBe("2 people take the meal “lunch”, and its tables have 0 seats.");
  expect(message(seats(1), "fr")).toBe(
    "1 personne prend le repas «\u202flunch\u202f», et ses tables comptent 0 place.",
  );
});

it("writes French with its own apostrophes, and with spaces that never break", () => {
  for (const key of KEYS) {
    const french = message(diagnostic(key, "error", [], {}), "fr");
    expect(french).not.toMatch(/\w'\w|[ \u00a0][:;?!»]|«[ \u00a0]/);
    expect(french).not.toContain("catégorie");
  }
});

it("calls a text as a whole by a name", () => {
  const made = diagnostic("wrong-type/object", "error", [], { at: "", found: "[…]" });
  expect(made.message).toBe("The text is […]: an object in braces was expected.");
  expect(message(made, "fr")).toBe("Le texte vaut […]\u202f: un objet entre accolades était attendu.");
});

describe("pathText", () => {
  it("writes keys and positions", () => {
    expect(pathText(["participants", 3, "side"])).toBe("participants[3].side");
    expect(pathText([])).toBe("");
  });

  it("cuts what is too long, never through a character", () => {
    expect(pathText(["a".repeat(50_000_000)])).toBe("a".repeat(59) + "…");
    expect(pathText(["a".repeat(58) + "🙂🙂", "b"])).toBe("a".repeat(58) + "….b");
    expect(pathText(Array.from({ length: 1000 }, () => "abc")).length).toBe(240);
  });
});

it("puts a value in as it is: no pattern, no second filling", () => {
  const made = diagnostic("unknown-id/side", "error", [], { id: "$& {near} [id|x]" });
  expect(made.message).toBe("There is no side “$& {near} [id|x]”.");
});

it("keeps the message of a diagnostic that is not in the table", () => {
  expect(message({ code: "other", severity: "error", path: [], message: "As it is." }, "fr")).toBe("As it is.");
  expect(message({ code: "constructor", severity: "error", path: [], message: "As it is." }, "fr")).toBe("As it is.");
});

it("cuts long names, never through a character, and keeps control characters away", () => {
  expect(clip("x".repeat(10_000))).toBe("x".repeat(39) + "…");
  expect(clip("x".repeat(38) + "🙂🙂")).toBe("x".repeat(38) + "…");
  expect(clip("a\u001b[31m\nb\u0085")).toBe("a�[31m�b�");
  expect(listed(["a", "b", "c", "d", "e", "f", "g"])).toBe("a, b, c, d, e … (+2)");
});

describe("nearest", () => {
  it.each([
    ["svenn", ["anna", "sven", "steven"], "sven"],
    ["SVEN", ["sven"], "sven"],
    ["nasal", ["basal", "salan"], "basal"],
    ["ab", ["ba"], "ba"],
    ["particpants", ["wishes", "participants"], "participants"],
    ["x", ["abc"], undefined],
    ["something else", ["sven", "anna"], undefined],
    ["x".repeat(100), ["x".repeat(99)], undefined],
  ])("%s", (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });
});
