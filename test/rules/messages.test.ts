// Every rule has titles, sentences and messages in both languages, and messages fill every blank they have.
// One schedule that breaks all rules at once stands for all findings.

import { describe, expect, it } from "vitest";
import { fill } from "../../src/rules/message.js";
import { RULES } from "../../src/rules/index.js";
import { maximum } from "../../src/rules/maximum.js";
import { RULE_IDS } from "../../src/rules/rule.js";
import type { Finding, RuleId } from "../../src/rules/rule.js";
import { buyers, eventOf, findingsOf, scheduleOf, sellers } from "../support/event-builder.js";

// One event and schedule that break every rule at once.
const spec = eventOf({
  participants: [
    ...buyers({ id: "b1", maximum: 1, absent: ["am.1"] }, "b2", "b3"),
    ...sellers({ id: "s1", organisation: "O" }, { id: "s2", organisation: "O" }, "s3"),
  ],
  places: [
    { id: "n", zone: "north" },
    { id: "s", zone: "south" },
  ],
  walks: [["north", "south", 30]],
  locked: [{ participants: ["b3", "s3"] }],
  precedences: [{ first: ["b1", "s2"], then: ["b1", "s1"] }],
  meals: [{ session: "lunch", tables: [{ id: "A", seats: 1 }] }],
  rules: { maxHoles: 0, maxConsecutive: 1, onePerOrganisation: true },
});
const schedule = scheduleOf(
  ["b1 s1 am.1 n", "b1 s2 am.2 s", "b1 s3 am.2 s", "b1 s3 am.4 s", "b2 b3 am.1 n"],
  ["lunch A b1 b2"],
);

describe("rules", () => {
  it("are listed in the order of RULE_IDS", () => {
    expect(RULES.map((rule) => rule.id)).toEqual([...RULE_IDS]);
  });

  it("have titles and sentences in both languages, no two alike", () => {
    for (const locale of ["en", "fr"] as const) {
      expect(new Set(RULES.map((rule) => rule.title[locale])).size).toBe(RULES.length);
      for (const rule of RULES) expect(rule.sentence[locale]).toMatch(/\.$/);
    }
  });

  it("say each finding as a sentence without blanks, in both languages", () => {
    const findings = findingsOf(spec, schedule);
    expect(new Set(findings.map((finding) => finding.rule))).toEqual(new Set<RuleId>(RULE_IDS));
    const say = (finding: Finding, locale: "en" | "fr"): string =>
      RULES.find((rule) => rule.id === finding.rule)!.message(finding, locale);
    for (const finding of findings) {
      for (const locale of ["en", "fr"] as const) expect(say(finding, locale)).toMatch(/^[^{}]{20,}\.$/);
      expect(say(finding, "en")).not.toBe(say(finding, "fr"));
    }
  });

  it("put hostile ids in as they are, and cut long ones", () => {
    expect(fill("{a} and {b}", { a: "{b}", b: "$& <script>" }, "en")).toBe("“{b}” and “$& <script>”");
    expect(fill("{a}", { a: "é".repeat(10_000) }, "en")).toBe("“" + "é".repeat(59) + "…”");
  });

  it("count one thing in the singular, and write ids and numbers as diagnostics do", () => {
    const meeting = (count: number, locale: "en" | "fr"): string =>
      maximum.message(
        { rule: "maximum", kind: "maximum", values: { participant: "b1", held: count, maximum: 0 }, concerns: {} },
        locale,
      );
    expect(meeting(1, "en")).toBe("“b1” has 1 meeting, at most 0 allowed.");
    expect(meeting(1_200, "en")).toBe("“b1” has 1,200 meetings, at most 0 allowed.");
    expect(meeting(1_200, "fr")).toBe("«\u202fb1\u202f» a 1\u202f200 rendez-vous, 0 au plus.");
  });

  it("set French spaces and apostrophes, and call a side côté", () => {
    for (const finding of findingsOf(spec, schedule)) {
      const text = RULES.find((rule) => rule.id === finding.rule)!.message(finding, "fr");
      expect(text).not.toMatch(/[ \u00a0][:;?!»]|«[ \u00a0]|'|catégorie/);
    }
  });
});
