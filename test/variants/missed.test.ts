// Small events on which the search once stopped short: each with the best there is, found by hand or by trying everything.

import { expect, test } from "vitest";
import { compile } from "../../src/problem/compile.js";
import { readSpec } from "../../src/spec/parse.js";
import type { EventInput } from "../../src/spec/schema.js";
import { variantById } from "../../src/solver/variants.js";
import { RELEASE } from "../support/kernels.js";

type Part = Omit<EventInput, "format" | "version" | "event" | "calendar" | "sides">;

function best(part: Part): { unplaced: number; total: number } {
  const calendar: EventInput["calendar"] = [
    { date: "2027-03-17", sessions: [{ id: "s", kind: "meetings", start: "09:00", end: "10:00", meeting: 20 }] },
  ];
  const sides = [{ id: "A" }, { id: "B" }];
  const event = readSpec({ format: "dancecard/event", version: 1, event: { name: "small" }, calendar, sides, ...part });
  if (!event.ok) throw new Error(event.diagnostics.map((d) => d.message).join("\n"));
  const run = variantById("search")!.start(compile(event.value).problem, { seed: 1, module: RELEASE });
  run.step(20_000);
  return run.score();
}

test("an idle slot that maxConsecutive keeps empty does not hide the others", () => {
  const wish = (from: string, to: string, priority: number) => ({ from, to, priority });
  const participants: Part["participants"] = [
    { id: "P0", side: "A", guaranteed: 1 },
    { id: "P1", side: "A", absent: ["s.3"], maximum: 1, guaranteed: 1 },
    { id: "P2", side: "A" },
    { id: "P3", side: "B" },
    { id: "P4", side: "B" },
  ];
  const wishes = [
    wish("P0", "P4", 4),
    wish("P2", "P3", 1),
    wish("P3", "P0", 4),
    wish("P3", "P1", 3),
    wish("P3", "P2", 1),
    wish("P4", "P0", 1),
    wish("P4", "P1", 2),
    wish("P4", "P2", 3),
  ];
  expect(best({ participants, wishes, rules: { maxConsecutive: 1 } })).toEqual({ unplaced: 0, total: 461 });
});

test("of two representatives the one is taken whose day stays in one piece", () => {
  // q is there in the first slot only, r in the last: one representative each, or a gap between.
  const participants: Part["participants"] = [
    { id: "p", side: "A", representatives: [{ id: "p1" }, { id: "p2" }] },
    { id: "q", side: "B", absent: ["s.2", "s.3"] },
    { id: "r", side: "B", absent: ["s.1", "s.2"] },
  ];
  const locked: Part["locked"] = [{ participants: ["p", "q"] }, { participants: ["p", "r"] }];
  const off = { mutual: 0, match: 0, guarantee: 0, fairness: 0, gap: 1, hole: 1 };
  expect(best({ participants, locked, rules: off })).toEqual({ unplaced: 0, total: 0 });
  expect(best({ participants, locked, rules: { ...off, maxHoles: 0 } })).toEqual({ unplaced: 0, total: 0 });
});
