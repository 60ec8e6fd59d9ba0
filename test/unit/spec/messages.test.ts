// Sentences: both languages say the same things, and no value can break one.

import { describe, expect, it } from "vitest";
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
    "Il y a 1\u202f234\u202f567 éléments dans «\u00a0wishes\u00a0»\u00a0; 1\u202f000\u202f000 au plus sont possibles.",
  );
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
