// What counting refutes, and the sentence that says so: one case for each cause.

import { describe, expect, it } from "vitest";
import { countedShortage } from "../../../src/promises/counting.js";
import { promisesText, shortageText } from "../../../src/promises/sentence.js";
import { factsOf } from "../../../src/rules/facts.js";
import type { EventSpec } from "../../../src/spec/schema.js";
import { buyers, eventOf, sellers, wishes } from "../../support/event-builder.js";

const shortage = (spec: EventSpec): ReturnType<typeof countedShortage> => countedShortage(factsOf(spec));
const said = (spec: EventSpec): string => shortageText(spec, shortage(spec)!).en;

describe("counting", () => {
  it("refutes nothing where everybody can have what was promised", () => {
    const all = { guaranteed: 3 };
    const participants = [
      ...buyers({ id: "b1", ...all }, { id: "b2", ...all }, { id: "b3", ...all }),
      ...sellers({ id: "s1", ...all }, { id: "s2", ...all }, { id: "s3", ...all }),
    ];
    expect(shortage(eventOf({ participants }))).toBeUndefined();
  });

  it("names one who has too few slots, or too low a maximum", () => {
    const away = { id: "s1", name: "Acme", guaranteed: 3, absent: ["am", "pm"] };
    const late = eventOf({ participants: [...buyers("b1", "b2", "b3"), ...sellers(away, "s2", "s3")] });
    expect(shortage(late)).toMatchObject({ participants: ["s1"], promised: 3, possible: 2, cause: { kind: "time" } });
    expect(said(late)).toBe(
      "Not all packages can be honoured: Acme [s1] was promised 3 meetings and can have 2 at most, with the time and the maximum there are.",
    );
    const few = { id: "s1", guaranteed: 3, maximum: 1 };
    const low = eventOf({ participants: [...buyers("b1", "b2", "b3"), ...sellers(few, "s2", "s3")] });
    expect(shortage(low)).toMatchObject({ possible: 1, cause: { kind: "time" } });
  });

  it("names one who has too few partners", () => {
    const spec = eventOf({
      participants: [...buyers("b1", "b2", "b3"), ...sellers({ id: "s1", guaranteed: 4 }, "s2", "s3")],
    });
    expect(shortage(spec)).toMatchObject({ participants: ["s1"], promised: 4, possible: 3 });
    expect(said(spec)).toMatch(/s1 was promised 4 meetings and can have 3 at most, with the partners there are\.$/);
  });

  it("names those whose partners have too few slots, and nobody else", () => {
    const two = { guaranteed: 2 };
    const spec = eventOf({
      participants: [
        ...buyers({ id: "b1", maximum: 2 }, { id: "b2", absent: ["am", "pm"] }, "b3"),
        ...sellers({ id: "s1", ...two }, { id: "s2", ...two }, { id: "s3", ...two }, { id: "s4", guaranteed: 1 }),
      ],
      wishes: wishes("b1 > s1", "b1 > s2", "b1 > s3", "b2 > s1", "b2 > s2", "b2 > s3", "b3 > s4"),
    });
    expect(shortage(spec)).toEqual({
      participants: ["s1", "s2", "s3"],
      irreducible: true,
      promised: 6,
      possible: 4,
      cause: { kind: "partners", scarce: 2, free: 4, others: 0, locked: 0 },
    });
    expect(said(spec)).toMatch(
      /3 participants \(s1, s2, s3\) were promised 6 meetings.* 4 at most together, as 2 partners have 4 free slots for them\.$/,
    );
  });

  it("lets one meet one of an organisation only where the rule says so", () => {
    const participants = [
      ...buyers("b1", "b2"),
      ...["s1", "s2"].map((id) => ({ id, side: "seller", organisation: "acme", guaranteed: 2 })),
    ];
    const event = { participants, wishes: wishes("b1 > s1", "b1 > s2", "b2 > s1", "b2 > s2") };
    expect(shortage(eventOf(event))).toBeUndefined();
    const strict = eventOf({ ...event, rules: { onePerOrganisation: true } });
    expect(shortage(strict)).toMatchObject({ participants: ["s1", "s2"], promised: 4, possible: 2 });
    expect(said(strict)).toMatch(/nobody twice/);
  });

  it("names the few to whom more is promised than all places hold", () => {
    const places = [{ id: "t1", closed: ["am", "next"] }];
    const one = { guaranteed: 2 };
    const spec = eventOf({
      participants: [
        ...buyers("b1", "b2", "b3"),
        ...sellers({ id: "s1", guaranteed: 1 }, { id: "s2", ...one }, { id: "s3", ...one }),
      ],
      places,
    });
    expect(shortage(spec)).toMatchObject({ participants: ["s2", "s3"], promised: 4, possible: 2, cause: { room: 2 } });
    expect(said(spec)).toMatch(/as all places together hold 2\.$/);
  });
});

describe("sentences", () => {
  it("are there for every answer, in both languages", () => {
    const spec = eventOf();
    const promised = { participants: 2, meetings: 1234 };
    const texts = [
      promisesText(spec, { promised, status: "none" }),
      promisesText(spec, {
        promised,
        status: "kept",
        schedule: { format: "dancecard/schedule", version: 1, event: "", meetings: [], meals: [], unmet: [] },
      }),
      promisesText(spec, {
        promised,
        status: "open",
        ended: "finished",
        missing: { meetings: 3, participants: ["s1"], unplaced: 0 },
      }),
      promisesText(spec, { promised, status: "open", ended: "cancelled" }),
    ];
    expect(texts.map(({ en }) => en)).toEqual([
      "No meetings are promised to anybody.",
      expect.stringContaining("none of the 1,234 promised meetings of 2 participants is missing."),
      expect.stringContaining("the best schedule found leaves 3 of 1,234 promised meetings missing."),
      expect.stringContaining("no schedule was found that keeps all hard rules."),
    ]);
    expect(texts[1]!.fr).toContain("aucun des 1\u202f234 rendez-vous promis à 2 participants");
  });

  it("name five people and say how many more", () => {
    const ids = Array.from({ length: 8 }, (_, i) => `s${i}`);
    const text = shortageText(eventOf(), {
      participants: ids,
      irreducible: true,
      promised: 9,
      possible: 8,
      cause: { kind: "prices" },
    });
    expect(text.en).toContain("8 participants (s0, s1, s2, s3, s4 … (+3))");
  });
});
