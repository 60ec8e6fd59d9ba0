// Rule walkable: with walkHard, two meetings of a row in one day leave at least the walking minutes between their places.
// One finding per row and unordered pair of its meetings on one day, in different slots, with known places, where
// start(later) - end(earlier) is less than the minutes between the places. Part of RULES (index.ts).

import { messages } from "./message.js";
import type { Finding, Rule } from "./rule.js";
import { viewOf } from "./view.js";

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
    const { slots } = facts.calendar;
    for (const row of facts.rows) {
      const end = view.rowStart[row.index + 1]!;
      for (let i = view.rowStart[row.index]!; i < end; i++) {
        const earlier = view.rowList[i]!;
        if (view.place[earlier]! < 0) continue;
        const from = slots[view.slot[earlier]!]!;
        for (let j = i + 1; j < end; j++) {
          const later = view.rowList[j]!;
          const to = slots[view.slot[later]!]!;
          // Later meetings leave more time still.
          if (to.day !== from.day || to.start - from.end >= facts.longestWalk) break;
          if (to.index === from.index || view.place[later]! < 0) continue;
          const minutes = facts.walkMinutes(view.place[earlier]!, view.place[later]!);
          if (to.start - from.end >= minutes) continue;
          const places = [facts.places[view.place[earlier]!]!.id, facts.places[view.place[later]!]!.id];
          findings.push({
            rule: "walkable",
            kind: "walkable",
            values: {
              row: row.id,
              from: places[0]!,
              to: places[1]!,
              slot: from.id,
              next: to.id,
              minutes,
              time: to.start - from.end,
            },
            concerns: {
              participants: [facts.people[row.person]!.id],
              rows: [row.id],
              slots: [from.id, to.id],
              places,
              meetings: [earlier, later],
            },
          });
        }
      }
    }
    return findings;
  },
  message: messages({
    walkable: {
      en: "{row} has {time} minutes between {from} (slot {slot}) and {to} (slot {next}), and the walk takes {minutes}.",
      fr: "{row} a {time} minutes entre {from} (créneau {slot}) et {to} (créneau {next}), et le trajet en prend {minutes}.",
    },
  }),
};
