// Rule holes: with maxHoles given, no row has more holes than that in a session. A hole: two consecutive meetings of a row
// in a session that are not in adjacent slots, whether it was present in between or not. One finding per row and session.
// Part of RULES (index.ts).

import { messages } from "./message.js";
import type { Finding, Rule } from "./rule.js";
import { eachSession, holesOf, viewOf } from "./view.js";

/** No row has more holes in a session than `maxHoles`. */
export const holes: Rule = {
  id: "holes",
  title: { en: "Holes", fr: "Trous" },
  sentence: {
    en: "Nobody has more holes between the meetings of a session than allowed.",
    fr: "Personne n’a plus de trous entre les rendez-vous d’une session que permis.",
  },
  check(facts, schedule, view = viewOf(facts, schedule)) {
    const findings: Finding[] = [];
    const most = facts.rules.maxHoles;
    if (most === undefined) return findings;
    for (const row of facts.rows) {
      eachSession(facts, view, row.index, (session, used, meetings) => {
        const count = holesOf(used);
        if (count <= most) return;
        const id = facts.calendar.sessions[session]!.id;
        findings.push({
          rule: "holes",
          kind: "holes",
          values: { row: row.id, session: id, holes: count, most },
          concerns: {
            participants: [facts.people[row.person]!.id],
            rows: [row.id],
            sessions: [id],
            slots: used.map((slot) => facts.calendar.slots[slot]!.id),
            meetings: [...meetings],
          },
        });
      });
    }
    return findings;
  },
  message: messages({
    holes: {
      en: "{row} has {holes} {holes~hole|holes} in session {session}, at most {most} allowed.",
      fr: "{row} a {holes} {holes~trou|trous} dans la session {session}, {most} au plus.",
    },
  }),
};
