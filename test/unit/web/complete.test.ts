// Which ids are offered where: by the path at the caret, in texts that are broken, by id before name.

import fc from "fast-check";
import { getLocation } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { CompletionDesk, kindAt, MOST } from "../../../web/worker/complete.js";
import { caretPlace, rangeOfPath } from "../../../src/spec/text-place.js";
import { CALENDAR, buyers, sellers } from "../../support/event-builder.js";
import { randomEvent } from "../../support/random-event.js";
import { calm } from "../../support/watched.js";

const event = calm({
  participants: [
    ...buyers({ id: "b1", name: "Ada Bright", organisation: "Acme" }, { id: "b2", name: "Bo Ada" }),
    ...sellers({ id: "s1", name: "Cy" }, { id: "ada-9", name: "Di" }),
  ],
  places: [{ id: "p1", label: "Stand 1", zone: "hall" }],
  meals: [{ session: "lunch", tables: [{ id: "T1", seats: 4 }] }],
});

/** Ids offered at the mark | in a text; the data are those of the event above. */
function offered(marked: string): string[] | null {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const desk = new CompletionDesk({ written: event, text: { text, serial: 3 } as never });
  expect(desk.at(2, offset)).toBeNull();
  return desk.at(3, offset)?.items.map(({ id }) => id) ?? null;
}

describe("completion", () => {
  it("knows which ids belong where", () => {
    expect(kindAt(["wishes", 3, "to"])).toBe("target");
    expect(kindAt(["precedences", 0, "then", 1])).toBe("participant");
    expect(kindAt(["participants", 0, "absent", 2])).toBe("time");
    expect(kindAt(["participants", 0, "name"])).toBeNull();
    expect(kindAt(["wishes", "0", "to"])).toBeNull();
  });

  it("offers ids that begin so first, then those whose name has a word that does", () => {
    expect(offered(`{ "wishes": [{ "from": "ad|" }] }`)).toEqual(["ada-9", "b1", "b2"]);
    expect(offered(`{ "wishes": [{ "to": "ac|" }] }`)).toEqual(["Acme"]);
    expect(offered(`{ "locked": [{ "participants": ["b1", "|"] }] }`)).toEqual(["b1", "b2", "s1", "ada-9"]);
  });

  it("works where the text is broken", () => {
    expect(offered(`{ "wishes": [{ "from": "b1", "to": "s|`)).toEqual(["s1"]);
    expect(offered(`{ "wishes": [{ "from" "b1" }, { "from": "b2|", `)).toEqual(["b2"]);
    expect(offered(`{ // a comment " [ \n "pairings": [["se|"`)).toEqual(["seller"]);
  });

  it("offers times, tables of the meal, places and sides of a mix", () => {
    expect(offered(`{ "blocked": [{ "slots": ["am|"] }] }`)).toEqual(["am", "am.1", "am.2", "am.3", "am.4"]);
    expect(offered(`{ "meals": [{ "seats": [{ "table": "|" }] }] }`)).toEqual(["T1"]);
    expect(offered(`{ "meals": [{ "session": "|" }] }`)).toEqual(["lunch", "supper"]);
    expect(offered(`{ "participants": [{ "place": "st|" }] }`)).toEqual(["p1"]);
    expect(offered(`{ "meals": [{ "mix": { "b|": {} } }] }`)).toEqual(["buyer"]);
    expect(offered(`{ "event": { "name": "|" } }`)).toBeNull();
  });

  it("replaces the whole of a string, and no more than was typed of one that is not closed", () => {
    const text = `{ "wishes": [{ "to": "s1", "priority": 1 }] }`;
    const desk = (written: string): CompletionDesk =>
      new CompletionDesk({ written: event, text: { text: written, serial: 1 } as never });
    const start = text.indexOf(`"s1"`);
    expect(desk(text).at(1, start + 2)?.range).toEqual({ start, end: start + 4 });
    const open = text.replace(`s1"`, "s1");
    expect(desk(open).at(1, start + 3)?.range).toEqual({ start, end: start + 3 });
  });

  it("gives no more than a screenful, and survives a calendar that is none", () => {
    const many = { ...event, participants: Array.from({ length: 300 }, (_, i) => ({ id: `p${i}`, side: "buyer" })) };
    const desk = new CompletionDesk({ written: many, text: {} as never });
    expect(desk.complete("participant", "p").length).toBe(MOST);
    const odd = [
      {
        date: 3,
        sessions: [
          { ...CALENDAR[0]!.sessions[0], changeover: -25 },
          null,
          { kind: "meetings", start: "09:00", end: "24:00", meeting: 1 },
        ],
      },
    ];
    const calendar = new CompletionDesk({ written: { calendar: odd }, text: {} as never });
    expect(calendar.complete("slot", "").length).toBeLessThanOrEqual(MOST);
  });
});

describe("places in a text", () => {
  it("are found by their path, from what they are missing from, and not in broken brackets", () => {
    const text = `{ /* "a" */ "wishes": [{ "from": "b1" }, { "from": "b2" }] }`;
    const range = rangeOfPath(text, ["wishes", 1, "from"])!;
    expect(text.slice(range.start, range.end)).toBe(`"b2"`);
    const item = rangeOfPath(text, ["wishes", 1, "to"])!;
    expect(text.slice(item.start, item.end)).toBe(`{ "from": "b2" }`);
    expect(rangeOfPath("{", ["wishes"])).toBeNull();
  });

  it("are told at a caret, however deep the brackets nest", () => {
    expect(caretPlace(`{ "a": [1, "b`, 12)).toMatchObject({ path: ["a", 1], key: false });
    expect(caretPlace("[".repeat(200_000), 199_999)).toBeNull();
  });
});

it("the place at a caret is the parser's, though only one item is parsed", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.boolean(), (seed, at, spread) => {
      const written = JSON.stringify(randomEvent(seed), null, spread ? 2 : 0);
      const text = spread ? written.replace(/,\n/g, `, // "a" [ { \n`) : written;
      const offset = at % text.length;
      const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
      const place = caretPlace(text, offset)!;
      expect({ path: place.path, key: place.key }).toEqual({ path, key: isAtPropertyKey });
      const [start, end] = [
        previousNode?.offset ?? Infinity,
        (previousNode?.offset ?? 0) + (previousNode?.length ?? 0),
      ];
      expect(place.range).toEqual(start <= offset && offset <= end ? { start, end } : null);
    }),
    { numRuns: 500 },
  );
});
