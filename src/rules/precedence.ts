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
    const known = new Map<number, { soonest: number; last: number } | undefined>();
    // The first of the earliest and the first of the latest meetings of a pair; undefined when it has none.
    const ends = (key: number): { soonest: number; last: number } | undefined => {
      if (known.has(key)) return known.get(key);
      const held = (view.pairs.get(key) ?? []).filter((m) => view.slot[m]! >= 0);
      const found = held.length === 0 ? undefined : { soonest: held[0]!, last: held[0]! };
      for (const m of held) {
        if (time(m) < time(found!.soonest)) found!.soonest = m;
        if (time(m) > time(found!.last)) found!.last = m;
      }
      known.set(key, found);
      return found;
    };
    for (const entry of facts.precedences) {
      const last = ends(entry.first)?.last;
      const soonest = ends(entry.then)?.soonest;
      if (last === undefined || soonest === undefined || time(last) < time(soonest)) continue;
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
