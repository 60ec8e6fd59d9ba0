// Rule rest: with maxConsecutive k given, a row has no k + 1 meetings in consecutive slots of a session. One finding per
// row and maximal run of consecutive used slots that is longer than k. Part of RULES (index.ts).

import { messages } from "./message.js";
import type { Finding, Rule } from "./rule.js";
import { eachSession, viewOf } from "./view.js";

/** No row has more than `maxConsecutive` meetings in a row. */
export const rest: Rule = {
  id: "rest",
  title: { en: "Pause", fr: "Pause" },
  sentence: {
    en: "Nobody has more meetings in a row, without a free slot, than allowed.",
    fr: "Personne n’enchaîne plus de rendez-vous, sans créneau libre, que permis.",
  },
  check(facts, schedule, view = viewOf(facts, schedule)) {
    const findings: Finding[] = [];
    const most = facts.rules.maxConsecutive;
    if (most === undefined) return findings;
    const { slots, sessions } = facts.calendar;
    for (const row of facts.rows) {
      eachSession(facts, view, row.index, (session, used, meetings) => {
        for (let first = 0, next; first < used.length; first = next) {
          next = first + 1;
          while (next < used.length && used[next] === used[next - 1]! + 1) next++;
          if (next - first <= most) continue;
          const run = used.slice(first, next);
          const id = sessions[session]!.id;
          findings.push({
            rule: "rest",
            kind: "rest",
            values: {
              row: row.id,
              session: id,
              from: slots[run[0]!]!.id,
              to: slots[run.at(-1)!]!.id,
              count: run.length,
              most,
            },
            concerns: {
              participants: [facts.people[row.person]!.id],
              rows: [row.id],
              sessions: [id],
              slots: run.map((slot) => slots[slot]!.id),
              meetings: meetings.filter((m) => view.slot[m]! >= run[0]! && view.slot[m]! <= run.at(-1)!),
            },
          });
        }
      });
    }
    return findings;
  },
  message: messages({
    rest: {
      en: "{row} has {count} {count~meeting|meetings} in a row, from slot {from} to {to}, at most {most} allowed.",
      fr: "{row} enchaîne {count} rendez-vous, du créneau {from} à {to}, {most} au plus.",
    },
  }),
};
