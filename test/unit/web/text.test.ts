import { describe, expect, it } from "vitest";
import { normal } from "../../../web/worker/text.js";

describe("the text of an event", () => {
  it("has line ends of one kind and no byte order mark", () => {
    expect(normal("\ufeffa\r\nb\rc\nd")).toBe("a\nb\nc\nd");
  });
});
