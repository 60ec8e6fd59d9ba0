import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedText } from "../../../src/index.js";
import { difference, normal } from "../../../web/worker/text.js";

describe("the text of an event", () => {
  it("has line ends of one kind and no byte order mark", () => {
    expect(normal("\ufeffa\r\nb\rc\nd")).toBe("a\nb\nc\nd");
  });
});

describe("the difference of two texts", () => {
  const texts = fc
    .array(fc.constantFrom("a", "b", "\n", "é", "😀", "😁", "👩‍👩‍👧"), { maxLength: 12 })
    .map((parts) => parts.join(""));

  it("makes the one of the other, never cuts a character in two, and is nothing between equal ones", () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const changes = difference(before, after);
        expect(changedText(before, changes)).toBe(after);
        expect(changes.length).toBe(before === after ? 0 : 1);
        for (const { offset, length, text } of changes) {
          // Halves of a character alone are what this looks for.
          expect(before.slice(offset, offset + length)).not.toMatch(/\p{Surrogate}/u);
          expect(text).not.toMatch(/\p{Surrogate}/u);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("is no longer than what changed", () => {
    const text = "x".repeat(1000);
    expect(difference(`${text}a${text}`, `${text}b${text}`)).toEqual([{ offset: 1000, length: 1, text: "b" }]);
  });
});
