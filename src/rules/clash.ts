// Rule clash: a row has at most one meeting in a slot. One finding per row and slot with two or more meetings.
// Part of RULES (index.ts).

import { messages } from "./message.js";
import type { Finding, Rule } from "./rule.js";
import { viewOf } from "./view.js";

/** A row has at most one meeting in a slot. */
export const clash: Rule = {
  id: "clash",
  title: { en: "One at a time", fr: "Un seul à la fois" },
  sentence: {
    en: "Nobody has two meetings in the same slot.",
    fr: "Personne n’a deux rendez-vous dans le même créneau.",
  },
  check(facts, schedule, view = viewOf(facts, schedule)) {
    const findings: Finding[] = [];
    for (const row of facts.rows) {
      const end = view.rowStart[row.index + 1]!;
      for (let i = view.rowStart[row.index]!; i < end;) {
        const slot = view.slot[view.rowList[i]!]!;
        const meetings: number[] = [];
        for (; i < end && view.slot[view.rowList[i]!] === slot; i++) meetings.push(view.rowList[i]!);
        if (meetings.length < 2) continue;
        const slotId = facts.calendar.slots[slot]!.id;
        findings.push({
          rule: "clash",
          kind: "clash",
          values: { row: row.id, slot: slotId, count: meetings.length },
          concerns: { participants: [facts.people[row.person]!.id], rows: [row.id], slots: [slotId], meetings },
        });
      }
    }
    return findings;
  },
  message: messages({
    clash: {
      en: "{row} has {count} {count~meeting|meetings} in slot {slot}.",
      fr: "{row} a {count} rendez-vous dans le créneau {slot}.",
    },
  }),
};
