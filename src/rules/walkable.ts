// Rule walkable: with walkHard, two meetings of a row in one day leave at least the walking minutes between their places.
// One breach per row and unordered pair of its meetings on one day, in different slots, with known places, where
// start(later) - end(earlier) is less than the minutes between the places. One finding per row and two such slots with
// their places: a schedule that repeats its meetings has as many pairs as the square of them. Part of RULES (index.ts).

import type { Slot } from "../spec/calendar.js";
import type { Facts } from "./facts.js";
import type { Row } from "./facts/people.js";
import { messages } from "./message.js";
import type { Finding, Rule } from "./rule.js";
import type { View } from "./view.js";
import { viewOf } from "./view.js";

/** No schedule anybody means has more; from then on the last finding stands for all that follow. */
const MOST_LISTED = 50_000;

/** Two meetings of a row leave enough time to walk. */
export const walkable: Rule = {
  id: "walkable",
  title: { en: "Time to walk", fr: "Temps de trajet" },
  sentence: {
    en: "Between two meetings of a day there is enough time to walk from one place to the other.",
    fr: "Entre deux rendez-vous d’une journée, chacun a le temps d’aller d’un lieu à l’autre.",
  },
  check(facts, schedule, view = viewOf(facts, schedule)) {
    const findings: Finding[] = [];
    if (!facts.rules.walkHard || facts.longestWalk === 0) return findings;
    for (const row of facts.rows) {
      const groups = groupsOf(facts, view, row.index);
      for (let i = 0; i < groups.length; i++) {
        const earlier = groups[i]!;
        for (let j = i + 1; j < groups.length; j++) {
          const later = groups[j]!;
          const time = later.slot.start - earlier.slot.end;
          // Later meetings leave more time still.
          if (later.slot.day !== earlier.slot.day || time >= facts.longestWalk) break;
          if (later.slot === earlier.slot) continue;
          const minutes = facts.walkMinutes(earlier.place, later.place);
          if (time >= minutes) continue;
          const times = earlier.meetings.length * later.meetings.length;
          if (findings.length < MOST_LISTED) findings.push(finding(facts, row, [earlier, later], minutes, times));
          else findings.at(-1)!.times = (findings.at(-1)!.times ?? 1) + times;
        }
      }
    }
    return findings;
  },
  message: messages({
    walkable: {
      en: "{row} has {time} {time~minute|minutes} between {from} (slot {slot}) and {to} (slot {next}), and the walk takes {minutes}.",
      fr: "{row} a {time} {time~minute|minutes} entre {from} (créneau {slot}) et {to} (créneau {next}), et le trajet en prend {minutes}.",
    },
  }),
};

/** Meetings of a row in one slot at one place. */
interface Group {
  slot: Slot;
  place: number;
  meetings: number[];
}

// By slot, then in the order of the schedule; meetings without a known place are left out.
function groupsOf(facts: Facts, view: View, row: number): Group[] {
  const groups: Group[] = [];
  const places = new Map<number, Group>();
  for (let i = view.rowStart[row]!; i < view.rowStart[row + 1]!; i++) {
    const meeting = view.rowList[i]!;
    const place = view.place[meeting]!;
    if (place < 0) continue;
    const slot = facts.calendar.slots[view.slot[meeting]!]!;
    if (groups.at(-1)?.slot !== slot) places.clear();
    let group = places.get(place);
    if (!group) {
      places.set(place, (group = { slot, place, meetings: [] }));
      groups.push(group);
    }
    group.meetings.push(meeting);
  }
  return groups;
}

function finding(facts: Facts, row: Row, [earlier, later]: [Group, Group], minutes: number, times: number): Finding {
  const [from, to] = [facts.places[earlier.place]!.id, facts.places[later.place]!.id];
  const [slot, next] = [earlier.slot.id, later.slot.id];
  return {
    rule: "walkable",
    kind: "walkable",
    values: { row: row.id, from, to, slot, next, minutes, time: later.slot.start - earlier.slot.end },
    ...(times > 1 && { times }),
    concerns: {
      participants: [facts.people[row.person]!.id],
      rows: [row.id],
      slots: [slot, next],
      places: [from, to],
      meetings: [earlier.meetings[0]!, later.meetings[0]!],
    },
  };
}
