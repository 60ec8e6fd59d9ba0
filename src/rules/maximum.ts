// Rule maximum: a participant has at most `maximum` meetings. One finding per participant with more.
// Part of RULES (index.ts).

import { messages } from "./message.js";
import type { Finding, Rule } from "./rule.js";
import { heldBy, viewOf } from "./view.js";

/** A participant has at most `maximum` meetings. */
export const maximum: Rule = {
  id: "maximum",
  title: { en: "Maximum", fr: "Maximum" },
  sentence: {
    en: "Nobody has more meetings than their maximum.",
    fr: "Personne n’a plus de rendez-vous que son maximum.",
  },
  check(facts, schedule, view = viewOf(facts, schedule)) {
    const findings: Finding[] = [];
    for (const person of facts.people) {
      const held = heldBy(view, person.index);
      if (held <= person.maximum) continue;
      findings.push({
        rule: "maximum",
        kind: "maximum",
        values: { participant: person.id, held, maximum: person.maximum },
        concerns: {
          participants: [person.id],
          meetings: [...view.personList.subarray(view.personStart[person.index], view.personStart[person.index + 1])],
        },
      });
    }
    return findings;
  },
  message: messages({
    maximum: {
      en: "{participant} has {held} {held~meeting|meetings}, at most {maximum} allowed.",
      fr: "{participant} a {held} rendez-vous, {maximum} au plus.",
    },
  }),
};
