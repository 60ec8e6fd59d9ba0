// Rule precedence: every held meeting of the first pair starts earlier than every held meeting of the second, over the
// whole event. One finding per entry that does not hold. Part of RULES (index.ts).

import { messages } from "./message.js";
import type { Finding, Rule } from "./rule.js";
import { viewOf } from "./view.js";

const DAY = 24 * 60 + 1;

/** What must come first comes first. */
export const precedence: Rule = {
  id: "precedence",
  title: { en: "Order", fr: "Ordre" },
  sentence: {
    en: "Meetings that must come before others do.",
    fr: "Les rendez-vous qui doivent en précéder d’autres les précèdent.",
  },
  check(facts, schedule, view = viewOf(facts, schedule)) {
    const findings: Finding[] = [];
    const time = (m: number): number => {
      const slot = facts.calendar.slots[view.slot[m]!]!;
      return slot.day * DAY + slot.start;
    };
    for (const entry of facts.precedences) {
      const held = (key: number): number[] => (view.pairs.get(key) ?? []).filter((m) => view.slot[m]! >= 0);
      const first = held(entry.first);
      const then = held(entry.then);
      if (first.length === 0 || then.length === 0) continue;
      const last = first.reduce((x, m) => (time(m) > time(x) ? m : x));
      const soonest = then.reduce((x, m) => (time(m) < time(x) ? m : x));
      if (time(last) < time(soonest)) continue;
      const { participants: a, slot } = schedule.meetings[last]!;
      const { participants: b, slot: next } = schedule.meetings[soonest]!;
      findings.push({
        rule: "precedence",
        kind: "precedence",
        values: { a: a[0], b: a[1], slot, c: b[0], d: b[1], next, precedence: entry.index },
        concerns: { participants: [...new Set([...a, ...b])], slots: [slot, next], meetings: [last, soonest] },
      });
    }
    return findings;
  },
  message: messages({
    precedence: {
      en: "{a} and {b} must meet before {c} and {d}, and meet in slot {slot}, not before slot {next}.",
      fr: "{a} et {b} doivent se rencontrer avant {c} et {d}, or ils se voient dans le créneau {slot}, pas avant {next}.",
    },
  }),
};
