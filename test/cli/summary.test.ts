// What the summary says: names that fit a line and cannot steer a terminal, breaches by name, one and many.

import { beforeAll, describe, expect, it } from "vitest";
import { printable } from "../../src/cli/terminal.js";
import { findingsText, summaryText, unplacedText } from "../../src/cli/summary.js";
import { createInProcessEngine } from "../../src/host/in-process.js";
import { planEvent } from "../../src/pipeline.js";
import type { PlanResult } from "../../src/plan.js";
import { parseSpec } from "../../src/spec/parse.js";
import { sampleText } from "../../src/spec/samples/index.js";
import type { EventSpec } from "../../src/spec/schema.js";
import { verify } from "../../src/verify.js";

const parsed = parseSpec(sampleText("workshop")!);
if (!parsed.ok) throw new Error("the workshop is not a legal event");
const spec: EventSpec = parsed.value;
let result: PlanResult;

beforeAll(async () => {
  const options = { variant: "search-js", seed: 1, budget: { steps: 10 } };
  result = await planEvent(spec, createInProcessEngine(), options);
});

/** The result with its first meeting held `times` times more. */
function repeated(times: number): PlanResult {
  const schedule = structuredClone(result.schedule!);
  for (let i = 0; i < times; i++) schedule.meetings.push({ ...schedule.meetings[0]! });
  return { ...result, schedule, report: verify(spec, schedule) };
}

describe("names", () => {
  it("of any length fit a line, and turn nothing around", () => {
    const long = structuredClone(spec);
    long.event.name = `\u202e\u001b[31m${"é".repeat(10_000)}`;
    long.calendar.forEach((day) =>
      day.sessions.forEach((session) => (session.label = "\u2067".repeat(3) + "L".repeat(900))),
    );
    const lines = summaryText(long, result, "en").split("\n");
    expect(lines[0]).toBe(`·[31m${"é".repeat(54)}…`);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(130);
    expect(lines.find((line) => line.includes("Seated at"))).toMatch(/Seated at L{48}… \d{4}-/);
    expect(lines.join("\n")).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]/);
  });

  it("in other scripts stay as they are", () => {
    expect(printable("שלום 👩‍💻 Zoë")).toBe("שלום 👩‍💻 Zoë");
    expect(printable("a\u202eb\u2066c\u0007d\u2028e")).toBe("abc·d·e");
  });
});

describe("breaches of hard rules", () => {
  it("are named in the summary, the first few", () => {
    const broken = repeated(3);
    const count = broken.report!.findings.length;
    expect(count).toBeGreaterThan(5);
    const lines = summaryText(spec, broken, "en").trimEnd().split("\n");
    expect(lines.at(-7)).toContain(`${count} breaches of hard rules`);
    expect(lines.at(-6)).toMatch(/^ {2}clash: \S/);
    expect(lines.at(-1)).toBe(`  … +${count - 5}`);
    expect(findingsText(result, "en")).toBe("");
  });

  it("of `locked` are left to the list of what was not placed, if there is one", () => {
    const finding = { rule: "locked", kind: "missing", values: {}, concerns: {} } as const;
    const report = { ...result.report!, feasible: false, findings: [finding] };
    const [p, q] = result.schedule!.meetings[0]!.participants;
    const unplaced = [{ lock: 3, participants: [p, q] }] as PlanResult["unplaced"];
    expect(findingsText({ ...result, report }, "en")).toMatch(/^ {2}locked: /);
    expect(findingsText({ ...result, report, unplaced }, "en")).toBe("");
    expect(summaryText(spec, { ...result, report, unplaced }, "en")).toContain(" 1 breach of a hard rule ");
    expect(unplacedText(spec, unplaced, "en")).toMatch(/^1 locked meeting could not be placed:\n {2}locked\[3\]: \S/);
    expect(unplacedText(spec, [...unplaced, ...unplaced], "fr")).toMatch(
      /^2 rendez-vous imposés n’ont pas pu être placés\u202f:/,
    );
  });
});
