// What an edit of the calendar does to what names its times: followed, or told to be lost.

import { describe, expect, it } from "vitest";
import { applyEdits } from "../../../src/index.js";
import type { CalendarEdit } from "../../../web/calendar-views.js";
import { planCalendar } from "../../../web/worker/calendar/plan.js";

const event = {
  calendar: [
    {
      date: "2027-03-17",
      sessions: [
        { id: "d1-am", kind: "meetings", start: "09:00", end: "12:00", meeting: 25, changeover: 5 },
        { id: "d1-lunch", kind: "meal", start: "12:00", end: "13:30" },
      ],
    },
    { date: "2027-03-18", sessions: [{ id: "d2-am", kind: "programme", start: "09:00", end: "10:00" }] },
  ],
  participants: [
    { id: "p", name: "Pia Exemple", absent: ["d1-am.6", "2027-03-18", "09:00/10:00@2027-03-17"] },
    { id: "q", representatives: [{ id: "q1", absent: ["d1-am"] }] },
  ],
  places: [{ id: "x", closed: ["d1-lunch"] }],
  locked: [
    { participants: ["p", "q"], slot: "d1-am.1" },
    { participants: ["p", "q"], slots: ["d1-am.6", "2027-03-17"] },
  ],
  blocked: [{ participants: ["p", "q"], slots: ["d1-am.6"] }],
  meals: [{ session: "d1-lunch", tables: [{ id: "t", seats: 4 }], seats: [{ participant: "p", table: "t" }] }],
};
type Event = typeof event;

const plan = (edit: CalendarEdit): NonNullable<ReturnType<typeof planCalendar>> => planCalendar(event, edit)!;
const after = (edit: CalendarEdit): Event => applyEdits(event, plan(edit).edits) as Event;

describe("a calendar edit", () => {
  it("renames a session everywhere", () => {
    const edit: CalendarEdit = { kind: "session", day: 0, session: 0, change: { id: "matin" } };
    expect(plan(edit).lost).toEqual([]);
    const now = after(edit);
    expect(now.locked[0]!.slot).toBe("matin.1");
    expect(now.participants[0]!.absent).toEqual(["matin.6", "2027-03-18", "09:00/10:00@2027-03-17"]);
    expect(now.participants[1]!.representatives![0]!.absent).toEqual(["matin"]);
  });

  it("renames a meal with its tables", () => {
    const now = after({ kind: "session", day: 0, session: 1, change: { id: "repas" } });
    expect(now.meals[0]!.session).toBe("repas");
    expect(now.places[0]!.closed).toEqual(["repas"]);
  });

  it("tells what a shorter session loses, and takes out just that", () => {
    const edit: CalendarEdit = { kind: "session", day: 0, session: 0, change: { end: 11 * 60 + 30 } };
    expect(plan(edit).lost).toEqual([
      { kind: "absent", count: 1, names: ["Pia Exemple"] },
      { kind: "narrowed", count: 1, names: ["Pia Exemple \u2013 q"] },
      { kind: "blocked", count: 1, names: ["Pia Exemple \u2013 q"] },
    ]);
    const now = after(edit);
    expect(now.participants[0]!.absent).toEqual(["2027-03-18", "09:00/10:00@2027-03-17"]);
    expect(now.locked).toEqual([event.locked[0], { participants: ["p", "q"], slots: ["2027-03-17"] }]);
    expect(now.blocked).toEqual([]);
  });

  it("tells that a meal takes its tables and seats along", () => {
    const lost = plan({ kind: "remove", day: 0, session: 1 }).lost.map(({ kind, count }) => [kind, count]);
    expect(lost).toEqual([
      ["closed", 1],
      ["meal", 1],
      ["seat", 1],
    ]);
    expect(after({ kind: "session", day: 0, session: 1, change: { kind: "programme" } }).meals).toEqual([]);
  });

  it("loses dates with the last session of a day, and follows them when the day gets another date", () => {
    expect(plan({ kind: "remove", day: 1, session: 0 }).lost).toEqual([
      { kind: "absent", count: 1, names: ["Pia Exemple"] },
    ]);
    const now = after({ kind: "redate", day: 0, date: "2027-03-20" });
    expect(now.participants[0]!.absent).toEqual(["d1-am.6", "2027-03-18", "09:00/10:00@2027-03-20"]);
    expect(now.locked[1]!.slots).toEqual(["d1-am.6", "2027-03-20"]);
  });

  it("copies a day with free ids and its tables, without seats", () => {
    const now = after({ kind: "copy-day", day: 0, date: "2027-03-19" });
    expect(now.calendar.map(({ date }) => date)).toEqual(["2027-03-17", "2027-03-18", "2027-03-19"]);
    expect(now.calendar[2]!.sessions.map(({ id }) => id)).toEqual(["d3-am", "d3-lunch"]);
    expect(now.meals[1]).toEqual({ session: "d3-lunch", tables: [{ id: "t", seats: 4 }] });
  });

  it("moves a session to another day as it is written", () => {
    const edit: CalendarEdit = { kind: "session", day: 0, session: 0, change: { start: 600, end: 780 }, toDay: 1 };
    expect(plan(edit).spot).toEqual({ day: 1, session: 1 });
    expect(after(edit).calendar[1]!.sessions[1]).toEqual({
      ...event.calendar[0]!.sessions[0],
      start: "10:00",
      end: "13:00",
    });
  });

  it.each<[CalendarEdit, object]>([
    [
      { kind: "session", day: 0, session: 1, change: { start: 660 } },
      { why: "overlap", other: "d1-am", start: 540, end: 720 },
    ],
    [{ kind: "session", day: 0, session: 0, change: { end: 540 } }, { why: "order" }],
    [
      { kind: "session", day: 0, session: 0, change: { id: "d2-am" } },
      { why: "id-taken", id: "d2-am" },
    ],
    [
      { kind: "session", day: 1, session: 0, change: { id: "d1-am.6" } },
      { why: "id-slot", id: "d1-am.6" },
    ],
    [
      { kind: "session", day: 1, session: 0, change: { id: "2027-03-17" } },
      { why: "id-date", id: "2027-03-17" },
    ],
    [{ kind: "session", day: 1, session: 0, change: { id: "" } }, { why: "id-empty" }],
    [
      { kind: "redate", day: 1, date: "2027-03-17" },
      { why: "date-taken", date: "2027-03-17" },
    ],
    [
      { kind: "add-day", date: "2027-02-30" },
      { why: "date-wrong", date: "2027-02-30" },
    ],
    [
      { kind: "session", day: 0, session: 0, change: { meeting: 1, changeover: 0, start: 0, end: 720 } },
      { why: "slots", count: 720, limit: 256 },
    ],
  ])("is refused with the reason: %j", (edit, refusal) => {
    expect(plan(edit)).toMatchObject({ refusal, edits: [] });
  });
});
