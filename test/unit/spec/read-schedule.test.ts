// From text to a schedule or diagnostics, whether it belongs to an event, and back to the same bytes.

import { describe, expect, it } from "vitest";
import { checkSchedule, parseSchedule, parseScheduleFor, scheduleText } from "../../../src/read-schedule.js";
import type { Schedule } from "../../../src/schedule.js";
import { eventHash } from "../../../src/spec/hash.js";
import { parseSpec } from "../../../src/spec/parse.js";
import type { EventSpec } from "../../../src/spec/schema.js";
import { draft, told } from "./support.js";

const spec = (parseSpec(JSON.stringify(draft())) as { value: EventSpec }).value;

function schedule(): Schedule {
  return {
    format: "dancecard/schedule",
    version: 1,
    event: eventHash(spec),
    meetings: [{ participants: ["anna", "sven"], rows: ["anna", "sven"], slot: "am.1", place: "stand" }],
    meals: [{ session: "lunch", table: "t1", participants: ["anna", "tess"] }],
    unmet: [{ from: "bert", to: "tess", reason: "vetoed", evidence: { wish: 3, by: ["bert"] } }],
    score: { wishes: 100, guarantee: 0, fairness: -5, gap: 0, walk: 0, meals: 0, total: 95 },
    bound: {
      certificate: { event: eventHash(spec), scale: 1000, pi: { b: [1], a: [2] }, kappa: [0] },
      parts: { meals: 0, wishes: 100, guarantee: 0, fairness: 0, gap: 0, walk: 0 },
      value: 100,
    },
    run: { variant: "search", seed: 1, workers: 1, budget: { steps: 10 }, steps: 10, version: "0.1.0" },
  };
}

describe("scheduleText", () => {
  it("gives back the same schedule, and the same bytes however its keys are ordered", () => {
    const text = scheduleText(schedule());
    expect(parseSchedule(text)).toEqual({ ok: true, value: schedule(), diagnostics: [] });
    const { run, meetings, ...rest } = schedule();
    const [{ place, ...meeting }] = meetings as [Schedule["meetings"][number]];
    expect(scheduleText({ run, meetings: [{ place, ...meeting }], ...rest })).toBe(text);
  });

  it("writes one meeting, seating and unmet wish per line", () => {
    const lines = scheduleText(schedule()).split("\n");
    expect(lines[0]).toBe("{");
    expect(lines).toContain(
      '    { "participants": ["anna", "sven"], "rows": ["anna", "sven"], "slot": "am.1", "place": "stand" }',
    );
    expect(lines).toContain('    { "session": "lunch", "table": "t1", "participants": ["anna", "tess"] }');
    expect(lines).toContain(
      '    { "from": "bert", "to": "tess", "reason": "vetoed", "evidence": { "by": ["bert"], "wish": 3 } }',
    );
    expect(lines.at(-1)).toBe("");
  });

  it("keeps a certificate's ids, __proto__ among them", () => {
    const made = schedule();
    made.bound!.certificate.pi = JSON.parse('{"__proto__":[1,2],"constructor":[3]}');
    expect(scheduleText(made)).toContain('"pi": { "__proto__": [1, 2], "constructor": [3] }');
    const again = parseSchedule(scheduleText(made));
    expect(scheduleText((again as { value: Schedule }).value)).toBe(scheduleText(made));
  });

  it("writes the prices of a person on one line, however many slots", () => {
    const made = schedule();
    const list = Array.from({ length: 100 }, (_, t) => t);
    made.bound!.certificate.pi = { anna: list, sven: list };
    expect(scheduleText(made)).toContain(`        "anna": [${list.join(", ")}],\n`);
  });
});

describe("parseSchedule", () => {
  it.each([
    ["", ["empty"]],
    ["{", ["truncated"]],
    [JSON.stringify(draft()), ["wrong-format/event format"]],
    ['{"format":"dancecard/schedule","version":1}', ["missing event", "missing meetings"]],
    [scheduleText(schedule()).replace('"am.1"', "7"), ["wrong-type/string meetings[0].slot"]],
    [scheduleText(schedule()).replace('"vetoed"', '"veto"'), ["not-allowed unmet[0].reason"]],
    [
      scheduleText(schedule()).replace('"slot"', '"slots"'),
      ["missing meetings[0].slot", "unknown-key meetings[0].slots"],
    ],
    [scheduleText(schedule()).replace(/"event": "\w+/, '"event": "abc'), ["bad-text event"]],
  ])("%#", (text, expected) => {
    const result = parseSchedule(text);
    expect(result.ok).toBe(false);
    expect(told(result.diagnostics)).toEqual(expected);
    expect(result.diagnostics.every((d) => d.range !== undefined)).toBe(true);
  });

  it("names what a truncated schedule leaves open, wherever it is cut", () => {
    const text = scheduleText(schedule());
    for (let end = 1; end < text.length - 2; end += 7) {
      const { ok, diagnostics } = parseSchedule(text.slice(0, end));
      expect(ok).toBe(false);
      expect(told(diagnostics)).toEqual(["truncated"]);
    }
  });

  it("reads comments and trailing commas", () => {
    const text = scheduleText(schedule()).replace('"place": "stand" }', '"place": "stand", }, // moved');
    expect(parseSchedule(text).ok).toBe(true);
  });
});

describe("checkSchedule", () => {
  it("finds nothing in a schedule of the event", () => {
    expect(checkSchedule(spec, schedule())).toEqual([]);
  });

  it("tells a schedule for another event, and only that", () => {
    const other = { ...schedule(), event: "0".repeat(64) };
    other.meetings[0]!.participants = ["x", "y"];
    const [found, ...rest] = checkSchedule(spec, other);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ code: "other-event", severity: "error", path: ["event"] });
    expect(found!.message).toContain("“000000000000”");
  });

  it("tells ids that the event does not have", () => {
    const made = schedule();
    made.meetings.push({ participants: ["ana", "sven"], rows: ["ana", "svenn"], slot: "am.9", place: "stall" });
    made.meals.push({ session: "dinner", table: "t1", participants: [] });
    made.meals.push({ session: "lunch", table: "t9", participants: ["x"] });
    made.unmet.push({ from: "x", to: "y", reason: "full", evidence: {} });
    expect(told(checkSchedule(spec, made))).toEqual([
      "unknown-id/participant meetings[1].participants[0]",
      "unknown-id/row meetings[1].rows[1]",
      "unknown-id/slot meetings[1].slot",
      "unknown-id/place meetings[1].place",
      "unknown-id/session meals[1].session",
      "unknown-id/table meals[2].table",
      "unknown-id/participant meals[2].participants[0]",
      "unknown-id/participant unmet[1].from",
      "unknown-id/target unmet[1].to",
    ]);
  });

  it("refuses a schedule in which somebody has more meetings than twice the slots, and than a hundred", () => {
    const made = schedule();
    made.meetings = Array.from({ length: 100 }, () => made.meetings[0]!);
    expect(checkSchedule(spec, made)).toEqual([]);
    made.meetings = Array.from({ length: 100_000 }, () => made.meetings[0]!);
    const found = checkSchedule(spec, made);
    expect(told(found)).toEqual(["too-many-meetings meetings[100]", "too-many-meetings meetings[100]"]);
    expect(found[0]!.message).toBe(
      "“anna” has 100,000 meetings, and the event has 6 slots: this is no schedule of it.",
    );
  });

  it("gives ranges with parseScheduleFor", () => {
    const made = schedule();
    made.meetings[0]!.slot = "am.9";
    const text = scheduleText(made);
    const { ok, diagnostics } = parseScheduleFor(spec, text);
    expect(ok).toBe(false);
    expect(text.slice(diagnostics[0]!.range!.start, diagnostics[0]!.range!.end)).toBe('"am.9"');
    expect(parseScheduleFor(spec, scheduleText(schedule())).ok).toBe(true);
  });
});
