// Published brokerage events become events: every own stand-in, every published file where they are found, and bad text.

import { describe, expect, test } from "vitest";
import { importB2bsp } from "../../../src/io/b2bsp.js";
import { calendarOf, coverageFlags } from "../../../src/spec/calendar.js";
import { readSpec } from "../../../src/spec/parse.js";
import type { EventInput } from "../../../src/spec/schema.js";
import { optima, ownFiles, publishedFiles } from "../../support/b2bsp/index.js";

/** Files whose repeated pairs stand in precedences, so that the event is not exactly theirs. */
const INEXACT = new Set(["quay.repeated-precedences.dzn", "forum-13crafb.prec15.dzn", "forum-13crafb.prec25.dzn"]);
/** A file that fixes a meeting outside its own half day. */
const ASTRAY = "forum-13crafb.fixed040-Forb.dzn";
const FILES = [...ownFiles(), ...publishedFiles()];
/** Files without a schedule that holds all meetings with at most two holes each, and those of which nobody knows. */
const HOPELESS = new Set([
  ...[...optima(true), ...optima(false)]
    .filter((row) => row.d === 2 && row.optimum === undefined)
    .map((row) => row.file),
  ...INEXACT,
]);

function imported(text: string, options?: { d?: number }): EventInput {
  const result = importB2bsp(text, options);
  if (!result.ok) throw new Error(result.diagnostics.map((one) => one.message).join("\n"));
  return result.value;
}

function own(name: string): string {
  return FILES.find((file) => file.name === name)!.text;
}

/** Numbers of a file, counted in its text without the reader under test. */
function counted(text: string): { people: number; meetings: number; slots: number; fixed: number; forbidden: number } {
  const bare = text.replace(/%.*/g, "");
  const number = (names: string): number => Number(new RegExp(`(?:${names})\\s*=\\s*(\\d+)`).exec(bare)![1]);
  const block = (names: string): string => new RegExp(`(?:${names})\\s*=\\s*\\[([^\\]]*)\\]`).exec(bare)?.[1] ?? "";
  const positive = (list: string): number => (list.replace(/(\d+)\.\.(\d+)/g, "$1,$2").match(/[1-9]\d*/g) ?? []).length;
  return {
    people: number("nBusiness|nEmpreses|nEmpresas"),
    meetings: number("nMeetings|nReunions|nReuniones"),
    slots: number("nTotalSlots|nSlotsTotal|nFranjas"),
    fixed: positive(block("fixed|fixat|fijos")),
    forbidden: positive(block("forbidden|prohibits|prohibidos")),
  };
}

describe.each(FILES)("$name", ({ name, text }) => {
  test("holds what the file holds", () => {
    const event = imported(text);
    const expected = counted(text);
    expect(event.participants).toHaveLength(expected.people);
    expect(event.locked).toHaveLength(expected.meetings);
    expect(event.locked!.filter((lock) => lock.slot !== undefined)).toHaveLength(expected.fixed);
    expect(event.participants.flatMap((one) => one.absent ?? [])).toHaveLength(expected.forbidden);
    expect(calendarOf(event).slots).toHaveLength(expected.slots);
  });

  test("is a valid event, or one whose locks contradict each other where no schedule exists", () => {
    const read = readSpec(imported(text));
    const errors = read.diagnostics.filter((one) => one.severity === "error").map((one) => one.code);
    expect(errors.filter((code) => !/^(locked|precedence)-/.test(code))).toEqual([]);
    expect(errors.length === 0 || HOPELESS.has(name)).toBe(true);
  });

  test("is exact, or says that it is not", () => {
    const codes = importB2bsp(text).diagnostics.map((one) => `${one.severity} ${one.code}`);
    const expected = [
      ...(INEXACT.has(name) ? ["warning dzn-inexact"] : []),
      ...(name === ASTRAY ? ["warning dzn-contradiction"] : []),
    ];
    expect(codes).toEqual(expected);
  });
});

describe("own files", () => {
  test("have an optimum each, but the inexact one", () => {
    const known = new Set(optima(true).map((row) => row.file));
    expect(ownFiles().filter(({ name }) => !known.has(name) && !INEXACT.has(name))).toEqual([]);
    expect(known.size).toBeGreaterThan(8);
  });
});

const SMALL = `nBusiness = 4; nMeetings = 3; nTables = 2; nTotalSlots = 6; nMorningSlots = 2;
requested = [|1,2,1|3,4,2|2,4,3|];
forbidden = [{0},{1,4..5},{},{6}];
fixed = [0,0,3];
precedences = [{},{1},{0}];
`;

describe("mapping", () => {
  test("locks, half days, absences, tables and precedences", () => {
    const event = imported(SMALL);
    expect(event.participants.map((one) => one.absent)).toEqual([
      undefined,
      ["slots.1", "slots.4", "slots.5"],
      undefined,
      ["slots.6"],
    ]);
    expect(event.places).toEqual([{ id: "tables", capacity: 2 }]);
    expect(event.precedences).toEqual([{ first: ["p1", "p2"], then: ["p3", "p4"] }]);
    expect(event.locked![2]).toEqual({ participants: ["p2", "p4"], slot: "slots.3" });
    const calendar = calendarOf(event);
    expect(Array.from(coverageFlags(calendar, event.locked![0]!.slots!, true).slots)).toEqual([1, 1, 0, 0, 0, 0]);
    expect(Array.from(coverageFlags(calendar, event.locked![1]!.slots!, true).slots)).toEqual([0, 0, 1, 1, 1, 1]);
    expect(calendar.sessions).toHaveLength(1);
  });

  test("every weight is 0 but that of holes", () => {
    const read = readSpec(imported(SMALL, { d: 1 }));
    const rules: Record<string, unknown> = read.ok ? { ...read.value.rules } : {};
    const weights = [
      "mutual",
      "match",
      "guarantee",
      "fairness",
      "gap",
      "walk",
      "mealSeat",
      "mealShare",
      "mealColleagues",
      "mealRepeat",
    ];
    expect(weights.map((key) => rules[key])).toEqual(weights.map(() => 0));
    expect([rules["hole"], rules["maxHoles"], rules["walkHard"]]).toEqual([1, 1, false]);
  });

  test("the fields that may be missing: nMorningSlots, forbidden, fixed, precedences", () => {
    const event = imported(
      "nBusiness = 3; nMeetings = 1; nTables = 1; nTotalSlots = 2;\nrequested = array2d(1..1, 1..3, [1,3,3])",
    );
    expect(event.locked).toEqual([{ participants: ["p1", "p3"] }]);
    expect(event.participants.some((one) => one.absent)).toBe(false);
  });

  test.each([1, 8, 22, 31, 32, 100, 191, 256])("%i slots fit in one day, halves cut cleanly", (slots) => {
    const text = `nBusiness=2;nMeetings=1;nTables=1;nTotalSlots=${slots};nMorningSlots=${slots - 1};requested=[|1,2,2|];`;
    const event = imported(text);
    const calendar = calendarOf(event);
    expect(calendar.slots).toHaveLength(slots);
    expect(readSpec(event).ok).toBe(true);
    const covered = coverageFlags(calendar, event.locked![0]!.slots!, true).slots;
    expect(covered.lastIndexOf(1)).toBe(slots - 1);
    expect(covered.indexOf(1)).toBe(slots - 1);
  });

  test("a pair that meets twice is locked twice", () => {
    const event = imported(own("quay.repeated.dzn"));
    const pairs = event.locked!.map((lock) => [...lock.participants].sort().join());
    expect(new Set(pairs).size).toBe(pairs.length - 2);
  });

  test("Catalan and Spanish files, which hold the same event, say the same", () => {
    expect(imported(own("mill.catalan.dzn"))).toEqual(imported(own("mill.spanish.dzn")));
    expect(imported(own("mill.catalan.dzn")).precedences).toHaveLength(2);
  });
});

describe("bad text", () => {
  const change = (from: string, to: string): string[] =>
    importB2bsp(SMALL.replace(from, to)).diagnostics.map((one) => `${one.severity}: ${one.message}`);

  test.each([
    ["fixed = [0,0,3]", "fixed = [0,0,3", 'error: Line 4: "," or "]" is expected, not ";".'],
    ["nTables = 2;", "", "error: The text has no nTables."],
    ["fixed =", "colour =", "warning: Line 4: colour is not a field of this format; it is left aside."],
    ["[0,0,3]", "[0,3]", "error: Line 4: fixed must be a list of 3, not 2."],
    ["[0,0,3]", "[0,0,7]", "error: Line 4: meeting 3: the fixed slot is 0 to 6, not 7."],
    [
      "[0,0,3]",
      "[3,0,0]",
      "warning: Line 4: the meeting of 1 and 2 is fixed in slot 3, outside its half day: it cannot be held.",
    ],
    ["|1,2,1|", "|1,5,1|", "error: Line 2: meeting 1: participants are 1 to 4, not 1 and 5."],
    ["|1,2,1|", "|2,2,1|", "error: Line 2: meeting 1: participant 2 cannot meet itself."],
    ["|1,2,1|", "|1,2,4|", "error: Line 2: meeting 1: the session is 1, 2 or 3, not 4."],
    ["nMorningSlots = 2", "nMorningSlots = 6", "error: Line 2: meeting 2: its half day has no slot."],
    [
      "nMeetings = 3",
      "nMeetings = 4",
      "error: Line 2: requested must hold 4 rows of (participant, participant, session), as nMeetings says, not 3.",
    ],
    ["{6}", "{7}", "error: Line 3: participant 4: slots are 1 to 6, not 7."],
    ["{},{1},{0}", "{},{4},{0}", "error: Line 5: meeting 2: it cannot come after meeting 4."],
    [
      "nTotalSlots = 6",
      "nTotalSlots = 600",
      "error: Line 1: nTotalSlots must be a whole number from 1 to 256, not 600.",
    ],
    ["nTables = 2", "nTables = 2; nTables = 3", "error: Line 1: nTables stands twice."],
  ])("%s -> %s", (from, to, message) => expect(change(from, to)).toContain(message));

  test("no text at all, and a file of another kind", () => {
    expect(importB2bsp("").ok).toBe(false);
    expect(importB2bsp('{ "format": "dancecard/event" }').diagnostics[0]!.message).toBe(
      'Line 1: a name is expected, not "{".',
    );
  });

  test("a d that is no number of holes", () => {
    expect(importB2bsp(SMALL, { d: -1 }).diagnostics.map((one) => one.path)).toEqual([["d"]]);
  });

  test("a file of nonsense gives a few diagnostics, not thousands", () => {
    const rows = Array.from({ length: 5000 }, () => "9,9,9").join("|");
    const text = `nBusiness=4;nMeetings=5000;nTables=1;nTotalSlots=2;requested=[|${rows}|];`;
    expect(importB2bsp(text).diagnostics.length).toBeLessThanOrEqual(20);
  });
});
