// Properties of the judge on random schedules: what must not depend on order, and clever counts against plain ones.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explain } from "../../../src/explain.js";
import { measure, unfairness } from "../../../src/measure.js";
import { factsOf } from "../../../src/rules/facts.js";
import type { Meeting, Schedule } from "../../../src/schedule.js";
import type { EventSpec } from "../../../src/spec/schema.js";
import { breaches, buyers, eventOf, scheduleOf, sellers } from "../../support/event-builder.js";

const PEOPLE = ["b1", "b2", "b3", "b4", "s1", "s2", "s3", "s4"];
const SLOTS = ["am.1", "am.2", "am.3", "am.4", "pm.1", "pm.2", "next.1", "next.2"];
const PLACES = ["p1", "p2", "p3"];
const TABLES = ["A", "B", "C"];
const SESSIONS = ["lunch", "supper"];

const spec: EventSpec = eventOf({
  participants: [
    ...buyers({ id: "b1", organisation: "B" }, { id: "b2", organisation: "B", maximum: 2 }, "b3", "b4"),
    ...sellers({ id: "s1", organisation: "S" }, { id: "s2", organisation: "S" }, { id: "s3", absent: ["am.2"] }, "s4"),
  ],
  wishes: [
    { from: "b1", to: "S", priority: 2 },
    { from: "b1", to: "s1", priority: 1 },
    { from: "s1", to: "b1", priority: 3 },
    { from: "b3", to: "s3", priority: 1 },
    { from: "b4", to: "b1", priority: 4 },
    { from: "s2", to: "B", priority: 1 },
    { from: "s4", to: "B", veto: true },
    { from: "b2", to: "s3", priority: 2 },
  ],
  places: PLACES.map((id, i) => ({ id, zone: `z${i}` })),
  walks: [["z0", "z1", 7]],
  locked: [
    { participants: ["b3", "s3"], slots: ["am"] },
    { participants: ["s3", "b3"], slot: "am.1" },
  ],
  precedences: [{ first: ["b1", "s1"], then: ["b3", "s3"] }],
  meals: SESSIONS.map((session) => ({
    session,
    tables: TABLES.map((id) => ({ id, seats: 3 })),
    mix: { buyer: { max: 2 } },
  })),
  rules: {
    ...{
      mutual: 3,
      guarantee: 5,
      fairness: 50,
      gap: 4,
      hole: 9,
      walk: 2,
      walkDefault: 3,
      maxHoles: 0,
      maxConsecutive: 2,
    },
    ...{ onePerOrganisation: true, mealSeat: 11, mealShare: 37, mealColleagues: 13, mealRepeat: 17 },
  },
});

const pick = (list: string[]): fc.Arbitrary<string> => fc.constantFrom(...list);
const meetingOf = fc
  .tuple(pick(PEOPLE), pick(PEOPLE), pick(SLOTS), pick(PLACES))
  .filter(([a, b]) => a !== b)
  .map(([a, b, slot, place]): Meeting => ({ participants: [a, b], rows: [a, b], slot, place }));
// One table (or none) for each person and meal.
const seatingOf = fc.array(fc.option(pick(TABLES)), { minLength: PEOPLE.length, maxLength: PEOPLE.length });
const scheduled = fc
  .record({ meetings: fc.array(meetingOf, { maxLength: 12 }), lunch: seatingOf, supper: seatingOf })
  .map(({ meetings, lunch, supper }): Schedule => ({
    ...scheduleOf([]),
    meetings,
    meals: [lunch, supper].flatMap((tables, m) =>
      TABLES.map((table) => ({
        session: SESSIONS[m]!,
        table,
        participants: PEOPLE.filter((_, p) => tables[p] === table),
      })),
    ),
  }));

describe("the judge", () => {
  it("finds the same whatever the order of participants in a meeting and of the lists of a schedule", () => {
    fc.assert(
      fc.property(scheduled, (schedule) => {
        // Distinct slots per row: with two meetings in one slot the walk depends on the order, as the model says.
        const seen = new Set<string>();
        const meetings = schedule.meetings.filter(({ participants, slot }) => {
          const keys = participants.map((p) => `${p} ${slot}`);
          if (keys.some((key) => seen.has(key))) return false;
          keys.forEach((key) => seen.add(key));
          return true;
        });
        const straight = { ...schedule, meetings };
        const turned: Schedule = {
          ...schedule,
          meetings: meetings
            .map(({ participants: [a, b], ...rest }): Meeting => ({ ...rest, participants: [b, a], rows: [b, a] }))
            .reverse(),
          meals: schedule.meals.map((s) => ({ ...s, participants: [...s.participants].reverse() })).reverse(),
        };
        const facts = factsOf(spec);
        expect(measure(facts, turned)).toEqual(measure(facts, straight));
        expect(breaches(spec, turned)).toEqual(breaches(spec, straight));
        expect(explain(facts, turned).map(({ reason }) => reason)).toEqual(
          explain(facts, straight).map(({ reason }) => reason),
        );
      }),
      { numRuns: 200 },
    );
  });

  it("prices meals as a plain look at all pairs does", () => {
    fc.assert(
      fc.property(scheduled, (schedule) => {
        const facts = factsOf(spec);
        expect(measure(facts, schedule).meals).toBe(plainMeals(schedule));
      }),
      { numRuns: 300 },
    );
  });

  it("explains every wish that is not met, and no other", () => {
    fc.assert(
      fc.property(scheduled, (schedule) => {
        const held = (a: string, b: string): boolean =>
          schedule.meetings.some(({ participants: p }) => (p[0] === a && p[1] === b) || (p[0] === b && p[1] === a));
        const expected = spec.wishes.filter(
          ({ from, to, veto }) => !veto && !(MEMBERS[to] ?? [to]).some((member) => held(from, member)),
        );
        const found = explain(factsOf(spec), schedule).map(({ from, to }) => [from, to]);
        expect(found).toEqual(expected.map(({ from, to }) => [from, to]));
      }),
      { numRuns: 200 },
    );
  });

  it("rounds unfairness up exactly", () => {
    const amount = fc.integer({ min: 0, max: 2_560_000 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), amount, amount, (fairness, x, y) => {
        const [best, served] = [Math.max(x, y, 1), Math.min(x, y)];
        const short = BigInt(best - served);
        const divisor = 100n * BigInt(best);
        const exact = (BigInt(fairness) * short * short + divisor - 1n) / divisor;
        expect(unfairness(fairness, best, served)).toBe(Number(exact));
      }),
    );
  });

  it("leaves as many locks open as the best of all assignments does", () => {
    const flags = fc.array(fc.subarray(SLOTS.slice(0, 4), { minLength: 1 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(flags, fc.subarray(SLOTS.slice(0, 4)), (locks, slots) => {
        const event = eventOf({ locked: locks.map((list) => ({ participants: ["b1", "s1"], slots: list })) });
        const schedule = scheduleOf(slots.map((slot) => `b1 s1 ${slot}`));
        const most = (i: number, left: string[]): number =>
          i === locks.length
            ? 0
            : Math.max(
                most(i + 1, left),
                ...left
                  .filter((s) => locks[i]!.includes(s))
                  .map(
                    (s) =>
                      1 +
                      most(
                        i + 1,
                        left.filter((t) => t !== s),
                      ),
                  ),
              );
        expect(breaches(event, schedule).locked ?? 0).toBe(locks.length - most(0, slots));
      }),
      { numRuns: 200 },
    );
  });
});

const MEMBERS: Record<string, string[]> = { B: ["b1", "b2"], S: ["s1", "s2"] };

// Straight from the model: every pair of people at every meal, by id.
function plainMeals(schedule: Schedule): number {
  const { rules, wishes } = spec;
  const organisation = (id: string): string | undefined => spec.participants.find((p) => p.id === id)!.organisation;
  const together = (session: string, a: string, b: string): boolean =>
    schedule.meals.some((s) => s.session === session && s.participants.includes(a) && s.participants.includes(b));
  const weights = (a: string, b: string): number[] =>
    wishes
      .filter(({ from, to, veto }) => !veto && from === a && (to === b || to === organisation(b)))
      .map(({ priority }) => rules.points[priority! - 1]!);
  let total = 0;
  SESSIONS.forEach((session, m) => {
    for (const id of PEOPLE) {
      if (!schedule.meals.some((s) => s.session === session && s.participants.includes(id))) total -= rules.mealSeat;
    }
    PEOPLE.forEach((a, i) => {
      for (const b of PEOPLE.slice(i + 1)) {
        if (!together(session, a, b)) continue;
        const before = SESSIONS.slice(0, m).some((earlier) => together(earlier, a, b));
        if (before) total -= rules.mealRepeat;
        if (organisation(a) !== undefined && organisation(a) === organisation(b)) total -= rules.mealColleagues;
        const met = schedule.meetings.some(
          (meeting) => meeting.participants.includes(a) && meeting.participants.includes(b),
        );
        if (met || before) continue;
        const [ab, ba] = [weights(a, b), weights(b, a)];
        const u = [...ab, ...ba].reduce((sum, w) => sum + w, 0) + (ab.length > 0 && ba.length > 0 ? rules.mutual : 0);
        total += Math.floor((u * rules.mealShare) / 100);
      }
    });
  });
  return total;
}
