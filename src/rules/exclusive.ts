// Rule exclusive: with onePerOrganisation, a participant meets at most one participant of another organisation. One
// finding per participant and other organisation of which it meets two or more. Part of RULES (index.ts).

import { messages } from "./message.js";
import type { Finding, Rule } from "./rule.js";
import { partner, viewOf } from "./view.js";

/** A participant meets at most one participant of another organisation. */
export const exclusive: Rule = {
  id: "exclusive",
  title: { en: "One per organisation", fr: "Un seul par organisation" },
  sentence: {
    en: "Everybody meets at most one participant of another organisation.",
    fr: "Chacun rencontre au plus un participant d’une autre organisation.",
  },
  check(facts, schedule, view = viewOf(facts, schedule)) {
    const findings: Finding[] = [];
    if (!facts.rules.onePerOrganisation) return findings;
    for (const person of facts.people) {
      const seen = new Map<number, { met: Set<number>; meetings: number[] }>();
      for (let i = view.personStart[person.index]!; i < view.personStart[person.index + 1]!; i++) {
        const meeting = view.personList[i]!;
        const other = partner(view, meeting, person.index);
        const organisation = facts.people[other]!.organisation;
        if (organisation === person.organisation) continue;
        const entry = seen.get(organisation) ?? { met: new Set(), meetings: [] };
        entry.met.add(other);
        entry.meetings.push(meeting);
        seen.set(organisation, entry);
      }
      for (const [organisation, { met, meetings }] of seen) {
        if (met.size < 2) continue;
        findings.push({
          rule: "exclusive",
          kind: "exclusive",
          // Two or more members: the organisation has a name.
          values: { participant: person.id, organisation: facts.organisations[organisation]!.name!, count: met.size },
          concerns: { participants: [person.id, ...[...met].map((p) => facts.people[p]!.id)], meetings },
        });
      }
    }
    return findings;
  },
  message: messages({
    exclusive: {
      en: "{participant} meets {count} {count~participant|participants} of {organisation}, at most one allowed.",
      fr: "{participant} rencontre {count} {count~participant|participants} de {organisation}, un au plus.",
    },
  }),
};
