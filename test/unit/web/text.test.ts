import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applied, normal } from "../../../web/worker/text.js";

describe("the text under edit", () => {
  it("takes several changes at once, all counted from the text before them", () => {
    expect(
      applied("one two three", [
        { offset: 0, length: 3, text: "1" },
        { offset: 8, length: 5, text: "3" },
      ]),
    ).toBe("1 two 3");
  });

  it("becomes any other text by one change", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, out, into, tail) => {
        const change = { offset: head.length, length: out.length, text: into };
        expect(applied(head + out + tail, [change])).toBe(head + into + tail);
      }),
    );
  });

  it("has line ends of one kind and no byte order mark", () => {
    expect(normal("\ufeffa\r\nb\rc\nd")).toBe("a\nb\nc\nd");
  });
});
