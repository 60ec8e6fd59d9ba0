// Fixed seats written into the event's text: the data says what was meant, and everything else of the text stays.

import fc from "fast-check";
import { parse } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { changedText, editText } from "../../../../src/spec/edit-text.js";
import { seatEdits } from "../../../../web/worker/lunch/lock.js";

interface Event {
  meals: { session: string; seats?: { participant: string; table: string }[] }[];
}

const lock = (text: string, session: string, who: string, table: string | null): string => {
  const [edits] = seatEdits(parse(text, [], { allowTrailingComma: true }), session, [who], table);
  return changedText(text, editText(text, edits) ?? []);
};
const seatsIn = (text: string, meal = 0): unknown => {
  const errors: never[] = [];
  const event = parse(text, errors, { allowTrailingComma: true }) as Event;
  expect(errors, text).toEqual([]);
  return event.meals[meal]!.seats;
};

const WRITTEN = `{
  // The meals of both days.
  "meals": [
    {
      "session": "lunch", // the first
      "tables": [{ "id": "t1", "seats": 2 }],
      "seats": [
        { "participant": "ada", "table": "t1" }, // asked for it
        /* speaker */ { "participant": "bob", "table": "t2" },
        { "participant": "cy", "table": "t1" } // late
      ]
    },
    { "session": "dinner", "tables": [], "seats": [{"participant":"ada","table":"t1"},{"participant":"bob","table":"t1"}] },
    {
      "session": "supper",
      "tables": [], // none yet
    },
    { "session": "tea" }
  ], // end
  "rules": { "meals": [{}] }
}`;

describe("a fixed seat in the text", () => {
  it("is a line of its own where the others are, and comments stay where they stand", () => {
    const text = lock(WRITTEN, "lunch", "di", "t9");
    expect(text).toContain(
      `        { "participant": "cy", "table": "t1" }, // late\n        { "participant": "di", "table": "t9" }\n      ]`,
    );
    expect(text.length - WRITTEN.length).toBe(`,\n        { "participant": "di", "table": "t9" }`.length);
  });

  it("follows in the line where the others stand in one line", () => {
    expect(lock(WRITTEN, "dinner", "di", "t9")).toContain(
      `{"participant":"bob","table":"t1"}, { "participant": "di", "table": "t9" }] },`,
    );
  });

  it("makes the list where there is none", () => {
    expect(lock(WRITTEN, "supper", "di", "t9")).toContain(
      `"tables": [], // none yet\n      "seats": [\n        { "participant": "di", "table": "t9" }\n      ],\n    },`,
    );
    expect(lock(WRITTEN, "tea", "di", "t9")).toContain(
      `{ "session": "tea", "seats": [{ "participant": "di", "table": "t9" }] }`,
    );
    expect(seatsIn(lock(`{"meals":[{"session":"x","seats":[]}]}`, "x", "a", "t"))).toEqual([
      { participant: "a", table: "t" },
    ]);
    expect(seatsIn(lock(`{"meals":[{"session":"x"}]}`, "x", "a", "t"))).toEqual([{ participant: "a", table: "t" }]);
  });

  it("changes the table of who is fixed already, and nothing else", () => {
    expect(lock(WRITTEN, "lunch", "bob", "t9")).toBe(WRITTEN.replace('"t2"', '"t9"'));
  });

  it("is taken out with its line and the comma that is needed no more", () => {
    const line = { ada: `        { "participant": "ada", "table": "t1" }, // asked for it\n` };
    const ada = lock(WRITTEN, "lunch", "ada", null);
    expect(seatsIn(ada)).toEqual([
      { participant: "bob", table: "t2" },
      { participant: "cy", table: "t1" },
    ]);
    expect(ada).not.toContain(line.ada);
    expect(ada).toContain("/* speaker */");
    expect(seatsIn(lock(WRITTEN, "lunch", "cy", null))).toEqual([
      { participant: "ada", table: "t1" },
      { participant: "bob", table: "t2" },
    ]);
    expect(lock(WRITTEN, "dinner", "bob", null)).toContain(`"seats": [{"participant":"ada","table":"t1"}] },`);
    expect(lock(WRITTEN, "dinner", "ada", null)).toContain(`"seats": [{"participant":"bob","table":"t1"}] },`);
  });

  it("is made for all at a table in one step, and taken out for all", () => {
    const all = (text: string, session: string, who: string[], table: string | null): string => {
      const [edits] = seatEdits(parse(text, [], { allowTrailingComma: true }), session, who, table);
      return changedText(text, editText(text, edits) ?? []);
    };
    const locked = all(WRITTEN, "lunch", ["di", "bob", "eve"], "t1");
    expect(seatsIn(locked)).toEqual(
      ["ada", "bob", "cy", "di", "eve"].map((participant) => ({ participant, table: "t1" })),
    );
    expect(locked).toContain("// asked for it");
    expect(seatsIn(all(locked, "lunch", ["ada", "eve", "nobody", "bob"], null))).toEqual(
      ["cy", "di"].map((participant) => ({ participant, table: "t1" })),
    );
    for (const [session, meal] of [
      ["supper", 2],
      ["tea", 3],
    ] as const)
      expect(seatsIn(all(WRITTEN, session, ["ada", "bob"], "t1"), meal)).toEqual(
        ["ada", "bob"].map((participant) => ({ participant, table: "t1" })),
      );
  });

  it("does nothing where there is nothing to do", () => {
    const edits = (text: string, session: string, table: string | null): unknown =>
      seatEdits(parse(text, [], { allowTrailingComma: true }), session, ["nobody"], table)[0];
    expect(edits(WRITTEN, "lunch", null)).toEqual([]);
    expect(edits(WRITTEN, "breakfast", "t1")).toEqual([]);
    expect(edits("{}", "lunch", "t1")).toEqual([]);
    expect(edits("[]", "lunch", "t1")).toEqual([]);
  });

  it("says what was meant, whatever the ids, however often, however the text is laid out", () => {
    const ids = fc.constantFrom("ada", "__proto__", '"', "\\", "// no", "é 🙂", "]}");
    const steps = fc.array(fc.tuple(ids, fc.option(ids, { nil: null })), { maxLength: 12 });
    const layouts = fc.constantFrom(undefined, 2, "\t");
    fc.assert(
      fc.property(steps, layouts, fc.boolean(), (list, layout, trailing) => {
        const empty = JSON.stringify(
          { a: [{ meals: 1 }], meals: [{ session: "x" }, { session: "y", seats: [] }] },
          null,
          layout,
        );
        let text = trailing ? empty.replace(/\n(\s*)\}\n\s*\]/, ",\n$1}\n]") : empty;
        const wanted = new Map<string, string>();
        for (const [who, table] of list) {
          text = lock(text, "y", who, table);
          if (table === null) wanted.delete(who);
          else wanted.set(who, table);
          expect(seatsIn(text, 1)).toEqual(Array.from(wanted, ([participant, at]) => ({ participant, table: at })));
          expect(seatsIn(text, 0)).toBe(undefined);
        }
      }),
      { numRuns: 200 },
    );
  });
});
