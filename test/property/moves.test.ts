// Changes by hand on random events: what a try says is what the judge says of the whole schedule, before and after; and an
// edit that may be made can be taken back.

import { expect, test } from "vitest";
import { measure } from "../../src/measure.js";
import { handOn, type HandEdit } from "../../src/moves.js";
import { compile } from "../../src/problem/compile.js";
import { decode } from "../../src/problem/decode.js";
import { factsOf } from "../../src/rules/facts.js";
import type { Finding } from "../../src/rules/rule.js";
import type { Schedule } from "../../src/schedule.js";
import { SCORE_KEYS } from "../../src/schedule.js";
import { variantById } from "../../src/solver/variants.js";
import type { EventSpec } from "../../src/spec/schema.js";
import { verifyWith } from "../../src/verify.js";
import { RELEASE } from "../support/kernels.js";
import { Random } from "../support/random.js";
import { randomSolution, randomSpec, scheduleOf } from "../support/random-event.js";

function searched(spec: EventSpec, seed: number): Schedule {
  const { problem, names } = compile(spec);
  const run = variantById("search")!.start(problem, { seed, module: RELEASE });
  run.step(60);
  const schedule = scheduleOf(decode(names, problem, run.best()));
  run.dispose();
  return schedule;
}

/** Moves of some meetings to every slot and place, new meetings of any two, meetings taken out. */
function edits(spec: EventSpec, schedule: Schedule, random: Random): HandEdit[] {
  const slots = factsOf(spec).calendar.slots.map(({ id }) => id);
  const ids = spec.participants.map(({ id }) => id);
  const list: HandEdit[] = [];
  for (const { participants, slot: from } of random.some(schedule.meetings, 4)) {
    for (const slot of slots) list.push({ kind: "move", participants, from, slot });
    const { id: place } = spec.places.length > 0 ? random.pick(spec.places) : { id: undefined };
    if (place !== undefined)
      list.push({ kind: "move", participants, from, slot: random.pick([from, ...slots]), place });
    list.push({ kind: "remove", participants, from });
  }
  for (let i = 0; i < 6 && ids.length > 1; i++) {
    list.push({ kind: "add", participants: [random.pick(ids), random.pick(ids)], slot: random.pick(slots) });
  }
  return list;
}

const keys = (findings: readonly Finding[]): string[] =>
  findings.map(({ rule, kind, values, concerns: { meetings: _, ...concerns } }) =>
    JSON.stringify([rule, kind, values, concerns]),
  );

test("a try says what the judge says of the whole schedule", { timeout: 120_000 }, () => {
  const seen = { tries: 0, legal: 0, exchanges: 0, gains: 0, rules: new Map<string, number>(), stuck: 0 };
  for (let seed = 0; seed < 150; seed++) {
    const random = new Random(seed);
    const spec = randomSpec(seed);
    const facts = factsOf(spec);
    const schedule = searched(spec, seed);
    const before = verifyWith(facts, schedule);
    const already = new Set(keys(before.findings));
    const hand = handOn(facts, schedule);
    for (const edit of edits(spec, schedule, random)) {
      const tried = hand.try(edit);
      seen.tries++;
      if ("stuck" in tried) {
        seen.stuck++;
        continue;
      }
      const after = hand.done(tried);
      const report = verifyWith(facts, after);
      const gains = Object.fromEntries(
        [...SCORE_KEYS, "total" as const].map((key) => [key, report.score[key]! - before.score[key]!]),
      );
      expect(tried.gain, `event ${seed}, ${JSON.stringify(edit)}`).toEqual(gains);
      // A schedule with unplaced locks is broken already: what is left of that is no breach of the edit.
      const fresh = keys(report.findings).filter((key) => !already.has(key));
      const fewer = (rule: string): boolean =>
        report.counts[rule as keyof typeof report.counts] < before.counts[rule as keyof typeof before.counts];
      expect([...new Set(keys(tried.breaches))].sort(), `event ${seed}, ${JSON.stringify(edit)}`).toEqual(
        [...new Set(fresh.filter((key) => !fewer((JSON.parse(key) as string[])[0]!)))].sort(),
      );
      for (const { rule } of tried.breaches) seen.rules.set(rule, (seen.rules.get(rule) ?? 0) + 1);
      if (tried.gain.total !== 0) seen.gains++;
      if (tried.breaches.length > 0) continue;
      seen.legal++;
      if (tried.others > 0) seen.exchanges++;
    }
  }
  expect(seen.legal).toBeGreaterThan(500);
  expect(seen.exchanges).toBeGreaterThan(50);
  expect(seen.gains).toBeGreaterThan(500);
  expect(seen.stuck).toBeGreaterThan(50);
  for (const rule of ["clash", "availability", "eligible", "maximum", "place", "locked"]) {
    expect(seen.rules.get(rule), rule).toBeGreaterThan(20);
  }
});

test("on broken schedules nothing throws, and what is taken out is gone", () => {
  let tries = 0;
  for (let seed = 0; seed < 100; seed++) {
    const random = new Random(seed);
    const spec = randomSpec(seed);
    const facts = factsOf(spec);
    const { problem, names } = compile(spec);
    const schedule = scheduleOf(decode(names, problem, randomSolution(problem, seed)));
    const hand = handOn(facts, schedule);
    for (const edit of edits(spec, schedule, random)) {
      const tried = hand.try(edit);
      if ("stuck" in tried) continue;
      tries++;
      const after = hand.done(tried);
      expect(after.meetings.length).toBe(
        schedule.meetings.length + tried.change.added.length - tried.change.removed.length,
      );
      expect(tried.gain.total).toBe(measure(facts, after).total - measure(facts, schedule).total);
    }
  }
  expect(tries).toBeGreaterThan(1000);
});

test("an edit that may be made is taken back by the opposite one", () => {
  let back = 0;
  for (let seed = 0; seed < 80; seed++) {
    const random = new Random(seed);
    const spec = randomSpec(seed);
    const facts = factsOf(spec);
    const schedule = searched(spec, seed);
    const hand = handOn(facts, schedule);
    for (const edit of edits(spec, schedule, random)) {
      const tried = hand.try(edit);
      if ("stuck" in tried || tried.breaches.length > 0 || tried.others > 0 || edit.kind === "add") continue;
      const { participants, rows, slot, place } = schedule.meetings[tried.change.removed[0]!]!;
      // Somebody else of a delegation may take the meeting, and keeps it then.
      const delegation = rows.some((row, i) => row !== participants[i]);
      const [p, q] = participants.map((id) => facts.personIndex.get(id)!) as [number, number];
      if (delegation || hand.board.view.pairs.get(facts.pairKey(p, q))!.length > 1) continue;
      const undone = handOn(facts, hand.done(tried)).try({
        kind: edit.kind === "remove" ? "add" : "move",
        participants,
        slot,
        ...(place !== undefined && { place }),
        ...(edit.kind === "move" && { from: edit.slot }),
      });
      expect("stuck" in undone ? undone : undone.gain.total).toBe(0 - tried.gain.total);
      back++;
    }
  }
  expect(back).toBeGreaterThan(100);
});
