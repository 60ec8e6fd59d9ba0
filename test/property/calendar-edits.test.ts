// Edits of the calendar on random events: whatever is done in whatever order, every time that the event names is followed or
// told to be lost, and the event reads as before but for contradictions between what people fixed and when they are there.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, changedText, editText, parseEvent, readSpec, specText } from "../../src/index.js";
import type { CalendarEdit, Kind } from "../../web/calendar-views.js";
import { planCalendar } from "../../web/worker/calendar/plan.js";
import { layoutOf } from "../../web/worker/calendar/read.js";
import { followOf } from "../../web/worker/calendar/tokens.js";
import { randomEvent } from "../support/random-event.js";

/** Locks, seats and tables that other times no longer allow: no name is wrong there. */
const CONTRADICTION = /^(locked-|precedence-|table-|seat-|mix-)/;

const kinds = fc.constantFrom<Kind>("meetings", "meal", "programme");
const time = fc.integer({ min: 84, max: 288 }).map((n) => n * 5);
const dates = fc.constantFrom("2027-03-16", "2027-03-17", "2027-03-18", "2027-03-19", "2027-02-30");
const ids = fc.constantFrom("am", "pm", "17-0", "17-1.2", "am.1", "2027-03-18", "__proto__", "17-0.1", "");
const change = fc.record(
  {
    id: ids,
    kind: kinds,
    label: fc.constantFrom("", "Morning"),
    start: time,
    end: time,
    meeting: fc.constantFrom(5, 15, 25, 90),
    changeover: fc.constantFrom(0, 5),
  },
  { requiredKeys: [] },
);
const day = fc.nat(2);
const session = fc.nat(3);
const edits: fc.Arbitrary<CalendarEdit> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("session" as const), day, session, change }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("session" as const), day, session, change, toDay: day }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("add" as const),
      day,
      sort: kinds,
      start: time,
      end: time,
      label: fc.constantFrom("", "New"),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("remove" as const), day, session }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("add-day" as const), date: dates }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("copy-day" as const), day, date: dates }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("remove-day" as const), day }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("redate" as const), day, date: dates }) },
);
const seeds = fc.nat(1_000_000);

const errorsOf = (data: unknown): string[] =>
  readSpec(data)
    .diagnostics.filter(({ severity, code }) => severity === "error" && !CONTRADICTION.test(code))
    .map(({ code, path }) => `${code} ${path.join(".")}`);

/** Every text in the event that could name a time, wherever it stands. */
const tokensOf = (data: unknown): string[] => {
  const event = data as ReturnType<typeof randomEvent>;
  return [
    ...event.participants.flatMap(({ absent, representatives }) => [
      ...(absent ?? []),
      ...(representatives ?? []).flatMap((row) => row.absent ?? []),
    ]),
    ...(event.places ?? []).flatMap(({ closed }) => closed ?? []),
    ...(event.locked ?? []).flatMap(({ slot, slots }) => [...(slot === undefined ? [] : [slot]), ...(slots ?? [])]),
    ...(event.blocked ?? []).flatMap(({ slots }) => slots ?? []),
    ...(event.meals ?? []).map((meal) => meal.session),
  ];
};

describe("edits of the calendar", () => {
  it("leave an event that reads without new errors, one after the other, in the data and in the text", () => {
    let done = 0;
    fc.assert(
      fc.property(seeds, fc.array(edits, { minLength: 1, maxLength: 12 }), (seed, list) => {
        let data: unknown = randomEvent(seed);
        let text = specText(randomEvent(seed));
        for (const edit of list) {
          const plan = planCalendar(data, edit);
          if (!plan || plan.refusal) {
            expect(plan?.edits ?? []).toEqual([]);
            continue;
          }
          done++;
          data = applyEdits(data, plan.edits);
          text = changedText(text, editText(text, plan.edits)!);
          expect(errorsOf(data), JSON.stringify(edit)).toEqual([]);
          const spot = plan.spot && layoutOf(data)[plan.spot.day];
          expect(plan.spot === null || spot !== undefined).toBe(true);
          expect(
            plan.spot === null || plan.spot.session === null || spot!.sessions[plan.spot.session] !== undefined,
          ).toBe(true);
        }
        expect(errorsOf(parseEvent(text).data)).toEqual([]);
        expect(layoutOf(parseEvent(text).data)).toEqual(layoutOf(data));
      }),
      { numRuns: 300 },
    );
    expect(done).toBeGreaterThan(300);
  });

  it("take nothing out that they do not tell", () => {
    fc.assert(
      fc.property(seeds, edits, (seed, edit) => {
        const data = randomEvent(seed);
        const plan = planCalendar(data, edit);
        fc.pre(plan !== null && plan.refusal === null);
        const copied = edit.kind === "copy-day" ? plan!.edits.filter(({ path }) => path[0] === "meals").length : 0;
        const after = tokensOf(applyEdits(data, plan!.edits)).length - copied;
        expect(after < tokensOf(data).length).toBe(plan!.lost.length > 0);
      }),
      { numRuns: 1000 },
    );
  });

  it("follow every name when a session or a date gets another one", () => {
    fc.assert(
      fc.property(seeds, day, session, fc.boolean(), (seed, d, s, dated) => {
        const data = randomEvent(seed);
        const edit: CalendarEdit = dated
          ? { kind: "redate", day: d, date: "2027-04-01" }
          : { kind: "session", day: d, session: s, change: { id: "fresh name" } };
        const plan = planCalendar(data, edit);
        fc.pre(plan !== null);
        expect(plan!.refusal).toBeNull();
        expect(plan!.lost).toEqual([]);
        const after = applyEdits(data, plan!.edits);
        const follow = followOf(layoutOf(data), layoutOf(after));
        expect(tokensOf(after)).toEqual(tokensOf(data).map(follow));
        const [was, now] = [readSpec(data), readSpec(after)];
        expect(now.diagnostics.map(({ code }) => code)).toEqual(was.diagnostics.map(({ code }) => code));
        // And back again: nothing else was touched.
        const old = layoutOf(data)[d]!;
        const back: CalendarEdit = dated
          ? { kind: "redate", day: d, date: old.date }
          : { kind: "session", day: d, session: s, change: { id: old.sessions[s]!.id } };
        expect(applyEdits(after, planCalendar(after, back)!.edits)).toEqual(data);
      }),
      { numRuns: 300 },
    );
  });

  it("never throw, whatever the data are", () => {
    const anything = fc.anything({ withNullPrototype: true, maxDepth: 4 });
    const near = fc.record(
      {
        calendar: fc.oneof(
          anything,
          fc.array(
            fc.record(
              { date: anything, sessions: fc.oneof(anything, fc.array(fc.oneof(anything, fc.object()))) },
              { requiredKeys: [] },
            ),
          ),
        ),
        participants: anything,
        locked: fc.array(fc.oneof(anything, fc.record({ slots: anything, participants: anything }))),
        meals: fc.array(anything),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(near, edits, (data, edit) => {
        const plan = planCalendar(data, edit);
        expect(plan === null || plan.refusal !== null || plan.edits.length >= 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
