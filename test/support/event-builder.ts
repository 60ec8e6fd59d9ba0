// Small events and schedules for tests of the judge: a base event in which everything may happen, and helpers to write
// participants and meetings on one line. Used by test/rules and test/unit/judge. It never solves anything.

import { factsOf } from "../../src/rules/facts.js";
import { RULES } from "../../src/rules/index.js";
import type { Finding, RuleId } from "../../src/rules/rule.js";
import type { Schedule } from "../../src/schedule.js";
import { eventSchema } from "../../src/spec/schema.js";
import { NO_WEIGHTS } from "../../src/spec/weights.js";
import type { EventInput, EventSpec } from "../../src/spec/schema.js";

type ParticipantInput = EventInput["participants"][number];
type WishInput = NonNullable<EventInput["wishes"]>[number];

/** All weights 0: a test turns on the one it is about. */
export const OFF = { ...NO_WEIGHTS, points: [100, 60, 30, 10] } satisfies EventInput["rules"];

/** Two days: slots am.1 to am.4 (09:00, 25 + 5 minutes), lunch, pm.1 to pm.2 (14:00); next.1 to next.2 and supper. */
export const CALENDAR: EventInput["calendar"] = [
  {
    date: "2027-03-17",
    sessions: [
      { id: "am", kind: "meetings", start: "09:00", end: "11:00", meeting: 25, changeover: 5 },
      { id: "lunch", kind: "meal", start: "12:00", end: "13:30" },
      { id: "pm", kind: "meetings", start: "14:00", end: "15:00", meeting: 25, changeover: 5 },
    ],
  },
  {
    date: "2027-03-18",
    sessions: [
      { id: "next", kind: "meetings", start: "09:00", end: "10:00", meeting: 25, changeover: 5 },
      { id: "supper", kind: "meal", start: "18:00", end: "20:00" },
    ],
  },
];

/** Participants of side `buyer`. */
export function buyers(...list: (string | Partial<ParticipantInput>)[]): ParticipantInput[] {
  return list.map((entry) => participant("buyer", entry));
}

/** Participants of side `seller`. */
export function sellers(...list: (string | Partial<ParticipantInput>)[]): ParticipantInput[] {
  return list.map((entry) => participant("seller", entry));
}

function participant(side: string, entry: string | Partial<ParticipantInput>): ParticipantInput {
  return typeof entry === "string" ? { id: entry, side } : ({ side, ...entry } as ParticipantInput);
}

/** "from > to" with priority 1, "from > to 3" with priority 3, "from ! to" a veto. */
export function wishes(...list: string[]): WishInput[] {
  return list.map((text): WishInput => {
    const [from, sign, to, priority = "1"] = text.split(" ") as [string, string, string, string?];
    return sign === "!" ? { from, to, veto: true } : { from, to, priority: Number(priority) };
  });
}

/**
 * An event on CALENDAR with sides `buyer` and `seller`, buyers b1 to b3, sellers s1 to s3, every buyer wishing for every
 * seller, no places, and all weights off; each key given replaces that key (rules are merged).
 */
export function eventOf(input: Partial<EventInput> = {}): EventSpec {
  return eventSchema.parse({
    format: "dancecard/event",
    version: 1,
    event: { name: "Test" },
    calendar: CALENDAR,
    sides: [{ id: "buyer" }, { id: "seller" }],
    participants: [...buyers("b1", "b2", "b3"), ...sellers("s1", "s2", "s3")],
    wishes: ["b1", "b2", "b3"].flatMap((b) => ["s1", "s2", "s3"].map((s) => ({ from: b, to: s, priority: 1 }))),
    ...input,
    rules: { ...OFF, ...input.rules },
  });
}

/** "a b slot", "a b slot place", or with rows "a/row b/row slot place". */
export function meeting(text: string): Schedule["meetings"][number] {
  const [first, second, slot, place] = text.split(" ") as [string, string, string, string?];
  const [a, rowA = a] = first.split("/") as [string, string?];
  const [b, rowB = b] = second.split("/") as [string, string?];
  return { participants: [a, b], rows: [rowA, rowB], slot, ...(place !== undefined && { place }) };
}

/** "session table person person …" */
export function seat(text: string): Schedule["meals"][number] {
  const [session, table, ...participants] = text.split(" ") as [string, string, ...string[]];
  return { session, table, participants };
}

/** A schedule of these meetings and seatings. */
export function scheduleOf(meetings: string[], seats: string[] = []): Schedule {
  return {
    format: "dancecard/schedule",
    version: 1,
    event: "0".repeat(64),
    meetings: meetings.map(meeting),
    meals: seats.map(seat),
    unmet: [],
  };
}

/** All findings of all rules. */
export function findingsOf(spec: EventSpec, schedule: Schedule): Finding[] {
  const facts = factsOf(spec);
  return RULES.flatMap((rule) => rule.check(facts, schedule));
}

/** Number of findings of each broken rule; {} when the schedule is feasible. */
export function breaches(spec: EventSpec, schedule: Schedule): Partial<Record<RuleId, number>> {
  const counts: Partial<Record<RuleId, number>> = {};
  for (const { rule } of findingsOf(spec, schedule)) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

/** Kinds of the findings of one rule, in their order. */
export function kinds(spec: EventSpec, schedule: Schedule, rule: RuleId): string[] {
  return findingsOf(spec, schedule).flatMap((finding) => (finding.rule === rule ? [finding.kind] : []));
}
