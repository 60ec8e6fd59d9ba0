// From text to an event or diagnostics: the bad input an organiser may bring, and everything that must simply work.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pathText } from "../../../src/spec/diagnostic.js";
import { eventHash } from "../../../src/spec/hash.js";
import { parseSpec, readSpec, specText } from "../../../src/spec/parse.js";
import type { EventSpec } from "../../../src/spec/schema.js";
import { randomSpec } from "../../support/random-event.js";
import { diagnose, draft, problems, sentence, told } from "./support.js";

/** Code and path of the first diagnostic of a text, and the text it marks. */
function first(text: string): { told: string; marked: string; count: number } {
  const { ok, diagnostics } = parseSpec(text);
  expect(ok).toBe(false);
  const { start, end } = diagnostics[0]!.range!;
  return { told: told(diagnostics)[0]!, marked: text.slice(start, end), count: diagnostics.length };
}

function valid(text: string): EventSpec {
  const result = parseSpec(text);
  expect(result.diagnostics).toEqual([]);
  return (result as { value: EventSpec }).value;
}

describe("text that is no event", () => {
  it.each([
    ["", "empty"],
    [" \n\t // nothing but a comment", "empty"],
    ["\ufeff", "empty"],
  ])("empty: %j", (text, code) => {
    expect(parseSpec(text).diagnostics.map((d) => [d.code, d.path])).toEqual([[code, []]]);
  });

  it.each([
    ["hello", "not-json/symbol", "hello"],
    ["{ 'a': 1 }", "not-json/symbol", "'a'"],
    ["{ a: 1 }", "not-json/symbol", "a"],
    ['{ "a" 1 }', "not-json/colon", "1"],
    ['{ "a": }', "not-json/value", "}"],
    ['{ "a": 1 "b": 2 }', "not-json/comma", '"b"'],
    ['{ "a": [1 2] }', "not-json/comma", "2"],
    ['{ "a": [,] }', "not-json/value", ","],
    ['{ "a": 1,, "b": 2 }', "not-json/key", ","],
    ['{ "a": 1 } 2', "not-json/end", "2"],
    ['{ "a": 1. }', "not-json/number", "1."],
    ['{ "a": "x\\q" }', "not-json/escape", '"x\\q"'],
    ['{ "a": "x\ty" }', "not-json/character", '"x\ty"'],
    ['{ "a": "x\n" }', "not-json/string", '"x'],
    ['{ "a": 1 ]', "not-json/bracket", "]"],
    ["]", "not-json/bracket", "]"],
    ["\u0000\u0000\u0000\u0000", "not-json/binary", "\u0000"],
    ['{ "a": 1 /* no end }', "not-json/comment", "/*"],
  ])("not JSON: %j", (text, code, marked) => {
    const found = first(text);
    expect(found).toEqual({ told: code, marked, count: 1 });
  });

  it.each([
    ["[1]", "wrong-type/object"],
    ["12", "wrong-type/object"],
    ["null", "wrong-type/object"],
  ])("JSON, but no object: %s", (text, code) => {
    expect(first(text)).toEqual({ told: code, marked: text, count: 1 });
  });

  it.each(["[", "{", '{"a":', "[[],["])("50 MB of brackets: %s", (piece) => {
    const text = piece.repeat(Math.ceil(50_000_000 / piece.length));
    expect(first(text).count).toBe(1);
    expect(["too-deep", "truncated"]).toContain(parseSpec(text).diagnostics[0]!.code);
  });

  it("refuses text that opens millions of brackets side by side", () => {
    expect(first(`{"wishes":[[${"[],".repeat(2_600_000)}[]]]}`).told).toBe("text-too-large");
  });

  it("reads 64 levels and refuses 65", () => {
    expect(first("[".repeat(64) + "]".repeat(64)).told).toBe("wrong-type/object");
    expect(first("[".repeat(65) + "]".repeat(65)).told).toBe("too-deep");
  });

  it("clips a key of millions of characters in what it says", () => {
    const { diagnostics } = parseSpec(`{"${"a".repeat(5_000_000)}": 1}`);
    const unknown = diagnostics.find((d) => d.code === "unknown-key")!;
    expect(pathText(unknown.path).length).toBe(60);
    expect(unknown.message.length).toBeLessThan(100);
  });

  it("refuses an object of more keys than any has, at its bracket", () => {
    const keys = Array.from({ length: 100_001 }, (_, i) => `"k${i}": 1`).join();
    expect(first(`{"x": {${keys}}}`)).toEqual({ told: "too-many-keys", marked: "{", count: 1 });
    expect(first(`{${keys.slice(0, keys.lastIndexOf(","))}}`).told).toBe("missing format");
  });

  it("tells a hundred of hundreds of thousands of mistakes, in one list or in one item", () => {
    const text = JSON.stringify(draft()).replace(/"wishes":\[/, `$&${'{"from":1,"to":2,"prio":3},'.repeat(300_000)}`);
    const found = parseSpec(text).diagnostics;
    expect(found.filter((d) => d.code === "wrong-type")).toHaveLength(100);
    expect(found.filter((d) => d.code === "unknown-key")).toHaveLength(100);
    expect(told(found).slice(0, 3)).toEqual([
      "wrong-type/string wishes[0].from",
      "wrong-type/string wishes[0].to",
      "unknown-key wishes[0].prio",
    ]);
    const inside = JSON.stringify(draft()).replace(/"id":"anna"/, `$&,"needs":[${"7,".repeat(300_000)}8]`);
    expect(first(inside).told).toBe("wrong-type/string participants[0].needs[0]");
  });

  it("finds the one mistake behind thousands of sound items, and reads them when it is gone", () => {
    const many = Array.from({ length: 4_500 }, (_, i) => ({ id: `p${i}`, side: "buyers" }));
    const event = { ...draft(), participants: [...draft().participants, ...many], meals: [] };
    expect(valid(JSON.stringify(event)).participants).toHaveLength(4_504);
    event.participants[4_400]!.side = "";
    expect(first(JSON.stringify(event)).told).toBe("empty-text participants[4400].side");
  });

  it("names the line of what a cut-off file leaves open", () => {
    const text = specText(draft());
    const cut = text.slice(0, text.indexOf('"places"'));
    const diagnostic = parseSpec(cut).diagnostics[0]!;
    expect(diagnostic).toMatchObject({ code: "truncated", path: [], values: { open: "{", line: 1 } });
    expect(parseSpec(text.slice(0, text.indexOf("Alpha") + 3)).diagnostics[0]!.code).toBe("truncated");
  });

  it("tells a schedule from an event, and another version", () => {
    expect(first('{"format": "dancecard/schedule", "meetings": 3}')).toMatchObject({
      told: "wrong-format/schedule format",
      marked: '"dancecard/schedule"',
    });
    expect(first('{"format": "xml"}').told).toBe("wrong-format/other format");
    expect(first('{"format": "dancecard/event", "version": 2}').told).toBe("wrong-version version");
  });

  it("counts before it reads: a million participants, a million and one wishes", () => {
    const event = JSON.stringify(draft());
    const people = event.replace(/"participants":\[/, `$&${'{"id":"x","side":"buyers"},'.repeat(999_996)}`);
    expect(first(people)).toEqual({ told: "too-many participants", marked: '"participants"', count: 1 });
    expect(parseSpec(people).diagnostics[0]!.values).toMatchObject({ count: 1_000_000, limit: 20_000 });
    const wishes = event.replace(/"wishes":\[/, `$&${'{"from":"x","to":"y"},'.repeat(999_998)}`);
    expect(first(wishes)).toEqual({ told: "too-many wishes", marked: '"wishes"', count: 1 });
    expect(parseSpec(wishes).diagnostics[0]!.values).toMatchObject({ count: 1_000_001, limit: 1_000_000 });
  });
});

describe("JSON with comments", () => {
  it("accepts comments, trailing commas and a byte order mark, and reads the same event", () => {
    const plain = JSON.stringify(draft(), null, 1);
    const rich = "\ufeff// top\n" + plain.replace(/\n( *)([\]}])/g, ", /* a, b ] */\n$1$2") + "\n/* end */";
    expect(eventHash(valid(rich))).toBe(eventHash(valid(plain)));
  });

  it("reads an event behind millions of comments, and one full of them", () => {
    const plain = JSON.stringify(draft(), null, 1);
    expect(eventHash(valid("//\n".repeat(5_000_000) + plain))).toBe(eventHash(valid(plain)));
    const full = plain.replace(/[\n,]/g, (c) => `${c}/**/ // ${"x".repeat(70)}\n/* y\n${"*".repeat(63)}*/`);
    expect(eventHash(valid(full))).toBe(eventHash(valid(plain)));
    expect(first(`/*${"*".repeat(62)}`).told).toBe("not-json/comment");
    expect(first(`${"//\n/* */ ,\n".repeat(2_000_001)}`).told).toBe("text-too-large");
  });

  it("counts columns in the text as it was written", () => {
    expect(parseSpec("// one\n// two\n  hello").diagnostics[0]!.values).toMatchObject({ found: "hello", column: 3 });
  });

  it("leaves what looks like a comment or a trailing comma inside a text alone", () => {
    const event = draft();
    event.participants[0]!.id = 'a // b /* c */ ,] ,} \\" x';
    event.wishes![0]!.from = event.participants[0]!.id;
    expect(valid(JSON.stringify(event)).participants[0]!.id).toBe(event.participants[0]!.id);
  });

  it("keeps the offsets of diagnostics in the text as it was written", () => {
    const text = "\ufeff// über\n" + JSON.stringify(draft()).replace('"priority":1', '/* high */ "priority": 1.5,');
    const { diagnostics } = parseSpec(text);
    expect(told(diagnostics)).toEqual(["not-whole wishes[0].priority"]);
    expect(text.slice(diagnostics[0]!.range!.start, diagnostics[0]!.range!.end)).toBe("1.5");
  });

  it("tells a key that stands twice, at its second place, and goes on", () => {
    const text = JSON.stringify(draft()).replace('"from":"anna"', '"from":"anna","from":"bert"').replace('"Test"', "7");
    const { ok, diagnostics } = parseSpec(text);
    expect(ok).toBe(false);
    expect(told(diagnostics)).toEqual(["wrong-type/string event.name", "duplicate-key wishes[0].from"]);
    const at = text.indexOf('"from":"bert"');
    expect(diagnostics[1]!.range).toEqual({ start: at, end: at + 6 });
  });
});

describe("shapes", () => {
  it.each<[string, (event: ReturnType<typeof draft>) => void, string]>([
    ["an empty id", (e) => (e.participants[0]!.id = ""), "empty-text participants[0].id"],
    ["a weight of 1e308", (e) => (e.sides[0]!.weight = 1e308), "too-big sides[0].weight"],
    ["a weight of -1", (e) => (e.sides[0]!.weight = -1), "too-small sides[0].weight"],
    ["a weight of 0.5", (e) => (e.sides[0]!.weight = 0.5), "not-whole sides[0].weight"],
    ["a huge cost", (e) => (e.rules = { gap: 1_000_001 }), "too-big rules.gap"],
    ["too many points", (e) => (e.rules = { points: [10_001] }), "too-big rules.points[0]"],
    ["no points", (e) => (e.rules = { points: [] }), "too-few rules.points"],
    [
      "a slot length of 0",
      (e) => (e.calendar[0]!.sessions[0]!.meeting = 0),
      "too-small calendar[0].sessions[0].meeting",
    ],
    ["30 February", (e) => (e.calendar[0]!.date = "2027-02-30"), "no-such-date calendar[0].date"],
    ["no date", (e) => (e.calendar[0]!.date = "tomorrow"), "bad-date calendar[0].date"],
    ["25 o'clock", (e) => (e.calendar[0]!.sessions[0]!.start = "25:00"), "bad-time calendar[0].sessions[0].start"],
    ["a text for a list", (e) => Object.assign(e, { wishes: "none" }), "wrong-type/array wishes"],
    ["a pair of three", (e) => Object.assign(e, { met: [["anna", "bert", "sven"]] }), "wrong-length met[0]"],
    ["a pair of one", (e) => Object.assign(e, { met: [["anna"]] }), "wrong-length met[0]"],
    ["a veto that is false", (e) => Object.assign(e.wishes![2]!, { veto: false }), "not-allowed wishes[2].veto"],
    ["null", (e) => Object.assign(e.participants[1]!, { side: null }), "wrong-type/string participants[1].side"],
    ["no side", (e) => Object.assign(e.participants[1]!, { side: undefined }), "missing participants[1].side"],
    [
      "__proto__",
      (e) => Object.defineProperty(e, "__proto__", { value: 1, enumerable: true }),
      "unknown-key __proto__",
    ],
  ])("%s", (_, change, expected) => {
    expect(problems(change)).toEqual([expected]);
  });

  it("reads a number beyond all numbers as too large, not as infinity", () => {
    const text = JSON.stringify(draft()).replace('"rules":{}', '"rules":{"hole":1e999}');
    expect(first(text)).toEqual({ told: "beyond-numbers/big rules.hole", marked: "1e999", count: 1 });
    expect(parseSpec(text).diagnostics[0]!.message).toBe(
      "rules.hole is a number larger than any that can be stored: at most 1,000,000 is possible.",
    );
    expect(parseSpec(text.replace("1e999", "-1e999")).diagnostics[0]!.message).toBe(
      "rules.hole is a number smaller than any that can be stored: at least 0 was expected.",
    );
    expect(first("1e999").told).toBe("beyond-numbers/other");
    expect(parseSpec("1".repeat(400)).diagnostics[0]!.message).toBe(
      "The text is a number with more digits than can be stored, which is not possible here.",
    );
  });

  it("says what it found and what was expected", () => {
    expect(sentence((e) => (e.sides[0]!.weight = 0.5))).toBe("sides[0].weight is 0.5: a whole number was expected.");
    expect(sentence((e) => (e.sides[0]!.weight = 2000))).toBe("sides[0].weight is 2,000: at most 1,000 is possible.");
    expect(sentence((e) => Object.assign(e.calendar[0]!.sessions[0]!, { kind: "meeting" }))).toBe(
      'calendar[0].sessions[0].kind is "meeting": possible are "meetings", "meal", "programme". Did you mean “meetings”?',
    );
  });

  it("names the nearest known key, and marks the key", () => {
    const text = JSON.stringify({ ...draft(), particpants: [] });
    const { diagnostics } = parseSpec(text);
    expect(diagnostics[0]).toMatchObject({ code: "unknown-key", values: { key: "particpants", near: "participants" } });
    expect(text.slice(diagnostics[0]!.range!.start, diagnostics[0]!.range!.end)).toBe('"particpants"');
    expect(sentence((e) => Object.assign(e.participants[0]!, { organization: "x" }))).toContain("“organisation”");
    expect(sentence((e) => Object.assign(e.rules!, { maxHole: 1 }))).toContain("“maxHoles”");
  });

  it("reports everything at once, in the order of the text", () => {
    const found = problems((e) => {
      e.participants[1]!.id = "";
      e.sides[0]!.weight = -1;
      Object.assign(e, { wish: [] });
      e.wishes![0]!.priority = 0;
    });
    expect(found).toEqual([
      "too-small sides[0].weight",
      "empty-text participants[1].id",
      "too-small wishes[0].priority",
      "unknown-key wish",
    ]);
  });

  it("lists a hundred of a kind and counts the rest", () => {
    const found = diagnose((e) => {
      e.wishes = Array.from({ length: 250 }, (_, i) => ({ from: "anna", to: `nobody ${i}`, priority: 1 }));
    });
    expect(found.filter((d) => d.code === "unknown-id")).toHaveLength(100);
    expect(found.at(-1)).toMatchObject({ code: "more", values: { count: 150, of: "unknown-id" } });
  });
});

describe("names are a user's own", () => {
  const HOSTILE = [
    "__proto__",
    "constructor",
    "<script>alert(1)</script>",
    "👩‍🚀🙂",
    "שלום עולם",
    "x".repeat(10_000),
    "toString",
    '"\\\n\u0000',
    "\ud800",
    "2027-03-17x",
  ];

  it.each(HOSTILE.map((id) => [id.slice(0, 30), id]))("%j is an id like any other", (_, id) => {
    const event = draft();
    event.sides.push({ id });
    event.pairings = [
      ["buyers", id],
      ["buyers", "sellers"],
    ];
    event.tiers!.push({ id });
    event.places!.push({ id, zone: id });
    event.walks!.push([id, "hall", 3]);
    event.calendar[0]!.sessions.push({ id, kind: "meetings", start: "16:00", end: "17:00", meeting: 20 });
    event.calendar[0]!.sessions.push({ id: `${id} meal`, kind: "meal", start: "18:00", end: "19:00" });
    event.participants.push({
      id,
      name: id,
      side: id,
      organisation: `${id}!`,
      tier: id,
      place: id,
      needs: [id],
      absent: [`${id}.1`],
      representatives: [{ id: `${id} 1` }, { id: `${id} 2`, absent: [id] }],
    });
    event.wishes!.push({ from: "anna", to: id, priority: 1 }, { from: id, to: "Alpha", priority: 2 });
    event.locked = [{ participants: [id, "anna"], slot: `${id}.2`, place: id }];
    event.meals!.push({
      session: `${id} meal`,
      tables: [{ id, seats: 5, host: id }],
      mix: Object.fromEntries([[id, { max: 3 }]]),
      seats: [{ participant: id, table: id }],
    });
    const spec = valid(JSON.stringify(event));
    expect(Object.entries(spec.meals[1]!.mix!)).toEqual([[id, { max: 3 }]]);
    expect(spec.meals[1]!.mix![id]).toEqual({ max: 3 });
    expect(eventHash(valid(specText(spec)))).toBe(eventHash(spec));
  });

  it("finds in a mix only what was written", () => {
    const event = draft();
    event.meals![0]!.mix = { buyers: { max: 2 } };
    expect(valid(JSON.stringify(event)).meals[0]!.mix!["constructor"]).toBeUndefined();
  });

  it("checks the bounds of a side called __proto__ too", () => {
    const text = JSON.stringify(draft())
      .replace('"id":"buyers"', '"id":"__proto__"')
      .replaceAll('"side":"buyers"', '"side":"__proto__"')
      .replace('"session":"lunch"', '"session":"lunch","mix":{"__proto__":{"min":-1}}');
    expect(first(text)).toEqual({ told: "too-small meals[0].mix.__proto__.min", marked: "-1", count: 1 });
  });
});

describe("specText and parseSpec", () => {
  it("round-trips any event: the same event, the same hash", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const spec = randomSpec(seed);
        const text = specText(spec);
        const again = parseSpec(text);
        expect(again.ok).toBe(true);
        const value = (again as { value: EventSpec }).value;
        // Meals hold objects without a prototype; the hash below speaks for them.
        expect({ ...value, meals: [] }).toEqual({ ...spec, meals: [], calendar: withoutZeros(spec.calendar) });
        expect(eventHash(value)).toBe(eventHash(spec));
        expect(specText(value)).toBe(text);
      }),
      { numRuns: 150 },
    );
  });

  it("prints one participant, wish and place per line, without defaults", () => {
    const lines = specText(valid(JSON.stringify(draft()))).split("\n");
    expect(lines).toContain('    { "id": "anna", "organisation": "Alpha", "side": "buyers" },');
    expect(lines).toContain('    { "from": "sven", "to": "Beta", "priority": 2 },');
    expect(lines).toContain('    { "id": "stand", "zone": "hall" },');
    expect(lines.some((line) => line.includes("representatives") || line.includes("mealSeat"))).toBe(false);
  });

  it("never throws, whatever happens to the text", () => {
    const base = specText(randomSpec(7));
    const mutation = fc.record({
      at: fc.nat(base.length),
      cut: fc.nat(40),
      text: fc.oneof(
        fc.string({ maxLength: 8 }),
        fc.constantFrom("{", "}", "[", "]", ",", ":", '"', "//", "/*", "\\", "-", "1e999", "null"),
      ),
    });
    fc.assert(
      fc.property(
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        fc.nat(base.length),
        (all, truncate, end) => {
          let text = base;
          for (const { at, cut, text: put } of all) text = text.slice(0, at) + put + text.slice(at + cut);
          if (truncate) text = text.slice(0, end);
          checkResult(text, parseSpec(text));
        },
      ),
      { numRuns: 800 },
    );
  });

  it("never throws, whatever stands wherever in the data", () => {
    const spec = JSON.parse(specText(randomSpec(11))) as Record<string, unknown>;
    const paths = allPaths(spec);
    fc.assert(
      fc.property(fc.nat(paths.length - 1), fc.jsonValue({ maxDepth: 3 }), (which, value) => {
        const data = structuredClone(spec);
        const path = paths[which]!;
        let at: Record<string, unknown> = data;
        for (const step of path.slice(0, -1)) at = at[step] as Record<string, unknown>;
        at[path.at(-1)!] = value;
        const text = JSON.stringify(data);
        checkResult(text, parseSpec(text));
        const read = readSpec(data);
        expect(read.ok).toBe(parseSpec(text).ok);
      }),
      { numRuns: 800 },
    );
  });
});

function checkResult(text: string, result: ReturnType<typeof parseSpec>): void {
  expect(result.ok).toBe(!result.diagnostics.some((d) => d.severity === "error"));
  for (const { range, message } of result.diagnostics) {
    expect(range!.start).toBeGreaterThanOrEqual(0);
    expect(range!.end).toBeLessThanOrEqual(Math.max(1, text.length));
    expect(range!.start).toBeLessThanOrEqual(range!.end);
    expect(message.length).toBeLessThan(700);
  }
}

/** A changeover of 0 is the same as none, and printed as none. */
function withoutZeros(calendar: EventSpec["calendar"]): EventSpec["calendar"] {
  return JSON.parse(
    JSON.stringify(calendar, (key, v: unknown) => (key === "changeover" && v === 0 ? undefined : v)),
  ) as EventSpec["calendar"];
}

function allPaths(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [[...path, key], ...allPaths(item, [...path, key])]);
}
