// A schedule of any state of an event, on the event as it is: what names somebody or something that the event does not have
// is left out, and the judge judges the rest anew. Nothing that a schedule says of itself is believed. Called by desk.ts for
// every schedule that was kept or comes from outside.

import { explain, hashOf, verifyWith } from "../../../src/index.js";
import type { Bound, Judged, Meeting, Schedule } from "../../../src/index.js";
import type { Known } from "../known.js";

/** Meetings of one row that are always judged; more than twice the slots are not: the judge's work stays within bounds. */
const FEW = 100;

export interface Adapted {
  judged: Judged;
  /** The event has not changed since, as far as schedules are concerned. */
  current: boolean;
  /** Meetings and seats left out. */
  left: number;
}

/** `bound`: the best that is known of this event, for a schedule without one of its own. */
export function adapted({ facts }: Known, given: Schedule, bound?: Bound): Adapted {
  const hash = hashOf(facts);
  const current = given.event === hash;
  const most = Math.max(FEW, 2 * facts.calendar.slots.length);
  const counts = new Map<string, number>();
  let left = 0;
  const fits = ({ participants, rows, slot }: Meeting): boolean =>
    facts.calendar.slotIndex.has(slot) &&
    participants.every((id, k) => {
      const person = facts.personIndex.get(id);
      const row = facts.rowIndex.get(rows[k]!);
      return person !== undefined && row !== undefined && facts.rows[row]!.person === person;
    }) &&
    rows.every((row) => {
      counts.set(row, (counts.get(row) ?? 0) + 1);
      return counts.get(row)! <= most;
    });
  const meetings = given.meetings.flatMap((meeting) => {
    if (!fits(meeting)) {
      left++;
      return [];
    }
    if (meeting.place === undefined || facts.placeIndex.has(meeting.place)) return [meeting];
    const { place: _, ...rest } = meeting;
    return [rest];
  });
  const meals = given.meals.flatMap(({ session, table, participants }) => {
    const meal = facts.meals[facts.mealIndex.get(session) ?? -1];
    const known = meal?.tableIndex.has(table) ? participants.filter((id) => facts.personIndex.has(id)) : [];
    left += participants.length - known.length;
    return known.length > 0 ? [{ session, table, participants: known }] : [];
  });
  const own = given.bound?.certificate.event === hash ? given.bound : undefined;
  const proof = own ?? bound;
  const schedule: Schedule = {
    format: "dancecard/schedule",
    version: 1,
    event: hash,
    meetings,
    meals,
    unmet: [],
    ...(proof && { bound: proof }),
    ...(given.run && { run: given.run }),
  };
  schedule.unmet = current && left === 0 && given.unmet.length > 0 ? given.unmet : explain(facts, schedule);
  const report = verifyWith(facts, schedule);
  const stated = given.score?.total;
  schedule.score = report.score;
  const unplaced = report.findings.flatMap(({ rule, values, concerns }) =>
    rule === "locked"
      ? [{ lock: Number(values["lock"]), participants: concerns.participants as [string, string] }]
      : [],
  );
  const differs =
    current && left === 0 && given.base === undefined && stated !== undefined && stated !== report.score.total;
  return {
    judged: {
      schedule,
      report,
      unplaced,
      ...(differs && { mismatch: { solver: stated, judge: report.score.total } }),
    },
    current,
    left,
  };
}

/** The event as one that has changed since: what is shown of it is stale. */
export function staled(known: Known, current: boolean): Known {
  return current ? known : { ...known, revision: 0 };
}
