// The report of the judge: findings and counts, the recomputed score against the stated one, and whose event it is.
// The rules themselves are tested in test/rules, the terms of the score in measure.test.ts.

import { describe, expect, it } from "vitest";
import { factsOf } from "../../../src/rules/facts.js";
import { RULE_IDS } from "../../../src/rules/rule.js";
import type { Schedule } from "../../../src/schedule.js";
import { eventHash } from "../../../src/spec/hash.js";
import type { EventSpec } from "../../../src/spec/schema.js";
import { verify, verifyWith } from "../../../src/verify.js";
import { eventOf, scheduleOf } from "../../support/event-builder.js";

const spec = eventOf({ rules: { gap: 4 } });
const scheduled = (extra: Partial<Schedule> = {}, event: EventSpec = spec): Schedule => ({
  ...scheduleOf(["b1 s1 am.1", "b1 s2 am.3"]),
  event: eventHash(event),
  ...extra,
});
const truth = { wishes: 200, guarantee: 0, fairness: 0, gap: -4, walk: 0, meals: 0, total: 196 };

describe("verify", () => {
  it("accepts a feasible schedule and recomputes its score", () => {
    expect(verify(spec, scheduled({ score: truth }))).toEqual({
      feasible: true,
      findings: [],
      counts: Object.fromEntries(RULE_IDS.map((id) => [id, 0])),
      score: truth,
      scoreMatches: true,
      differences: [],
      forThisEvent: true,
    });
  });

  it("counts findings by rule and lists every one, in the order of the rules", () => {
    const bad = scheduled({ meetings: scheduleOf(["b1 s1 am.1", "b1 s2 am.1", "b1 b2 am.1", "b1 s3 am.9"]).meetings });
    const report = verify(spec, bad);
    expect(report.feasible).toBe(false);
    expect(report.counts).toMatchObject({ clash: 1, availability: 1, eligible: 1, maximum: 0 });
    expect(report.findings.map((finding) => finding.rule)).toEqual(["clash", "availability", "eligible"]);
    expect(report.findings[0]!.values.count).toBe(3);
  });

  it("caps nothing", () => {
    const many = scheduled({ meetings: Array.from({ length: 5000 }, () => scheduleOf(["zz yy never"]).meetings[0]!) });
    expect(verify(spec, many).counts.availability).toBe(25_000);
  });

  it("tells what a stated score has wrong", () => {
    const report = verify(spec, scheduled({ score: { ...truth, wishes: 201, total: 197 } }));
    expect(report.scoreMatches).toBe(false);
    expect(report.differences).toEqual([
      { key: "wishes", stated: 201, true: 200 },
      { key: "total", stated: 197, true: 196 },
    ]);
    expect(report.score).toEqual(truth);
    // A schedule that states nothing states nothing wrong.
    expect(verify(spec, scheduled()).scoreMatches).toBe(true);
  });

  it("knows a schedule for another event", () => {
    expect(verify(eventOf({ rules: { gap: 5 } }), scheduled()).forThisEvent).toBe(false);
  });

  it("recomputes the change of a repair where the published schedule is given", () => {
    const repair = eventOf({ rules: { gap: 4, change: 10 } });
    const base = scheduled({ meetings: scheduleOf(["b1 s1 am.1", "b1 s2 am.4"]).meetings }, repair);
    const honest = scheduled({ base: "x", score: { ...truth, change: -20, total: 176 } }, repair);
    expect(verify(repair, honest, base)).toMatchObject({ scoreMatches: true, score: { change: -20, total: 176 } });
    const false_ = scheduled({ base: "x", score: { ...truth, change: -10, total: 186 } }, repair);
    expect(verify(repair, false_, base).differences).toEqual([
      { key: "change", stated: -10, true: -20 },
      { key: "total", stated: 186, true: 176 },
    ]);
    // Without it, the total still has to follow; and what is no repair has no change.
    expect(verify(repair, honest).scoreMatches).toBe(true);
    // It may only be what the change of some participants costs.
    for (const change of [30, -5, -70, -20.5]) {
      const said = scheduled({ base: "x", score: { ...truth, change, total: 196 + change } }, repair);
      expect(verify(repair, said).differences).toEqual([
        { key: "change", stated: change, true: 0 },
        { key: "total", stated: 196 + change, true: 196 },
      ]);
    }
    const free = scheduled({ base: "x", score: { ...truth, change: -20, total: 176 } });
    expect(verify(spec, free).scoreMatches).toBe(false);
    const sum = scheduled({ base: "x", score: { ...truth, change: -20, total: 180 } }, repair);
    expect(verify(repair, sum).differences).toEqual([{ key: "total", stated: 180, true: 176 }]);
    const none = scheduled({ score: { ...truth, change: 50, total: 246 } }, repair);
    expect(verify(repair, none).differences).toEqual([
      { key: "change", stated: 50, true: 0 },
      { key: "total", stated: 246, true: 196 },
    ]);
  });

  it("counts the breaches of a schedule that repeats its meetings, whose pairs are far too many to list", () => {
    const event = eventOf({
      places: [
        { id: "n", zone: "north" },
        { id: "s", zone: "south" },
      ],
      walks: [["north", "south", 30]],
      locked: Array.from({ length: 3 }, () => ({ participants: ["b1", "s1"] as [string, string], slots: ["am"] })),
      precedences: Array.from({ length: 1_000 }, () => ({
        first: ["b1", "s1"] as [string, string],
        then: ["b1", "s2"] as [string, string],
      })),
      rules: { maxConsecutive: 1 },
    });
    const meetings = Array.from({ length: 50_000 }, (_, i) => (i % 2 ? "b1 s1 am.1 n" : "b1 s1 am.2 s"));
    const { counts, findings } = verify(event, scheduleOf([...meetings, "b1 s2 am.1 n"]));
    // b1 has 25,001 meetings in am.1 and 25,000 in am.2, s1 has 25,000 in each.
    expect(counts.walkable).toBe(25_001 * 25_000 + 25_000 * 25_000);
    expect(counts).toMatchObject({ clash: 4, locked: 0, precedence: 1_000, rest: 2 });
    expect(findings.filter(({ rule }) => rule === "walkable").map(({ times }) => times)).toEqual([
      25_001 * 25_000,
      25_000 * 25_000,
    ]);
  });

  it("gives the same with facts built before", () => {
    const facts = factsOf(spec);
    expect(verifyWith(facts, scheduled())).toEqual(verify(spec, scheduled()));
    expect(verifyWith(facts, scheduled({ event: "0".repeat(64) })).forThisEvent).toBe(false);
  });
});
