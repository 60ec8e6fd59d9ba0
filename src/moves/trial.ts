// What a change by hand would bring and which rules it would break: the judge's own terms and rules, asked about the part of
// the schedule that the change can touch. verify gives the same answer about the whole; here it takes a fraction of it, so
// that a person who drags a meeting sees every slot's answer at once.

import type { Alternative } from "../counterfactual.js";
import { alternativesTo } from "../counterfactual.js";
import { RULES } from "../rules/index.js";
import type { Finding } from "../rules/rule.js";
import { viewOf } from "../rules/view.js";
import type { Meeting, Schedule, Score } from "../schedule.js";
import type { Board } from "./board.js";

export interface Trial {
  /** What each term of the score would gain. */
  gain: Score;
  /** Breaches that are not there now; their meetings stand in no list, so `concerns` names none. */
  breaches: Finding[];
}

/** Seats stay as they are, whoever meets. */
const TOUCHED = RULES.filter(({ id }) => id !== "seating");

/** Prepares the question for one schedule. Every id of a change is one of the event. */
export function trialsOn(board: Board): (change: Alternative) => Trial {
  const { facts, schedule, view, uses } = board;
  const gainOf = alternativesTo(facts, schedule, undefined, view);
  const slots = facts.calendar.slots.length;
  // An order of two pairs may be broken by a meeting of people who are not touched otherwise.
  const ordered = [...new Set(facts.precedences.flatMap(({ first, then }) => [first, then]))].flatMap(
    (key) => view.pairs.get(key) ?? [],
  );

  /** Positions of all meetings that a rule may look at together with the change. */
  function near({ removed, added }: Alternative): Set<number> {
    const positions = new Set([...removed, ...ordered]);
    const people = new Set<number>();
    for (const m of removed) people.add(view.a[m]!).add(view.b[m]!);
    for (const { participants, slot, place } of added) {
      for (const id of participants) people.add(facts.personIndex.get(id)!);
      if (place === undefined) continue;
      const key = facts.placeIndex.get(place)! * slots + facts.calendar.slotIndex.get(slot)!;
      for (const m of uses.get(key) ?? []) positions.add(m);
    }
    for (const p of people) {
      if (p < 0) continue;
      for (let i = view.personStart[p]!; i < view.personStart[p + 1]!; i++) positions.add(view.personList[i]!);
    }
    return positions;
  }

  return (change) => {
    const positions = [...near(change)].sort((a, b) => a - b);
    const gone = new Set(change.removed);
    const meetings = (list: readonly number[]): Meeting[] => list.map((m) => schedule.meetings[m]!);
    const before = findingsOf(board, meetings(positions));
    const after = findingsOf(board, [...meetings(positions.filter((m) => !gone.has(m))), ...change.added]);
    const breaches: Finding[] = [];
    for (const [rule, found] of after) {
      const known = before.get(rule)!;
      // Of a rule that is broken less often than now, what is left is no breach of the change.
      if (found.times < known.times) continue;
      for (const [key, finding] of found.byKey) if (!known.byKey.has(key)) breaches.push(finding);
    }
    return { gain: gainOf(change), breaches };
  };
}

function findingsOf(
  { facts, schedule }: Board,
  meetings: Meeting[],
): Map<string, { times: number; byKey: Map<string, Finding> }> {
  const part: Schedule = { ...schedule, meetings, meals: [], unmet: [] };
  const view = viewOf(facts, part);
  return new Map(
    TOUCHED.map(({ id, check }) => {
      const found = check(facts, part, view).map(({ concerns: { meetings: _, ...concerns }, ...finding }) => ({
        ...finding,
        concerns,
      }));
      const times = found.reduce((sum, finding) => sum + (finding.times ?? 1), 0);
      return [id, { times, byKey: new Map(found.map((finding) => [keyOf(finding), finding])) }];
    }),
  );
}

function keyOf({ kind, values, concerns }: Finding): string {
  return JSON.stringify([kind, values, concerns]);
}
