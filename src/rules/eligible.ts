// Rule eligible: only eligible pairs meet, at most once or as often as locked, never twice in one slot, never in a slot
// blocked for them. One finding per meeting of a pair that may not meet (or not in this slot), one per pair that meets
// too often, one per pair and slot held more than once. Part of RULES (index.ts).

import type { Ineligible } from "./facts/eligibility.js";
import { messages } from "./message.js";
import type { Finding, Rule } from "./rule.js";
import { viewOf } from "./view.js";

const SENTENCES: Record<Ineligible, { en: string; fr: string }> = {
  vetoed: {
    en: "{a} and {b} must not meet: one of them refuses the other.",
    fr: "{a} et {b} ne doivent pas se rencontrer : l’un des deux refuse l’autre.",
  },
  blocked: {
    en: "{a} and {b} must not meet: the organiser has blocked them.",
    fr: "{a} et {b} ne doivent pas se rencontrer : l’organisateur les a exclus.",
  },
  sides: {
    en: "{a} and {b} must not meet: their sides are not paired.",
    fr: "{a} et {b} ne doivent pas se rencontrer : leurs côtés ne se rencontrent pas.",
  },
  "same-organisation": {
    en: "{a} and {b} must not meet: they are of the same organisation.",
    fr: "{a} et {b} ne doivent pas se rencontrer : ils sont de la même organisation.",
  },
  "met-before": {
    en: "{a} and {b} must not meet: they met at an earlier edition.",
    fr: "{a} et {b} ne doivent pas se rencontrer : ils se sont vus lors d’une édition précédente.",
  },
  "no-common-slot": {
    en: "{a} and {b} have no slot in common.",
    fr: "{a} et {b} n’ont aucun créneau en commun.",
  },
  unwished: {
    en: "{a} and {b} meet, and neither wishes for the other.",
    fr: "{a} et {b} se rencontrent alors qu’aucun des deux ne le souhaite.",
  },
};

/** Only eligible pairs meet, and only as often as they may. */
export const eligible: Rule = {
  id: "eligible",
  title: { en: "May meet", fr: "Peuvent se rencontrer" },
  sentence: {
    en: "Only people who may meet do, at most once or as often as locked, and never in a slot blocked for them.",
    fr: "Seules se rencontrent les personnes qui le peuvent, une fois ou autant de fois qu’imposé, jamais dans un créneau qui leur est interdit.",
  },
  check(facts, schedule, view = viewOf(facts, schedule)) {
    const findings: Finding[] = [];
    const add = (kind: string, p: number, q: number, meetings: number[], values: Finding["values"] = {}): void => {
      const [a, b] = [facts.people[p]!.id, facts.people[q]!.id];
      const slots = [...new Set(meetings.map((m) => schedule.meetings[m]!.slot))];
      findings.push({
        rule: "eligible",
        kind,
        values: { a, b, ...values },
        concerns: { participants: [a, b], slots, meetings },
      });
    };
    for (let m = 0; m < view.size; m++) {
      const p = view.a[m]!;
      const q = view.b[m]!;
      if (p < 0 || q < 0) continue;
      const reason = facts.eligible(p, q);
      const slot = view.slot[m]!;
      if (reason) add(reason, p, q, [m]);
      else if (slot >= 0 && facts.blockedIn(p, q, slot)) {
        add("blocked-slot", p, q, [m], { slot: facts.calendar.slots[slot]!.id });
      }
    }
    for (const [key, meetings] of view.pairs) {
      if (meetings.length < 2) continue;
      const p = view.a[meetings[0]!]!;
      const q = view.b[meetings[0]!]!;
      const most = Math.max(1, facts.locks.get(key)?.length ?? 0);
      if (meetings.length > most) add("too-often", p, q, meetings, { count: meetings.length, most });
      const bySlot = new Map<number, number[]>();
      for (const m of meetings) {
        const slot = view.slot[m]!;
        const together = bySlot.get(slot);
        if (together) together.push(m);
        else if (slot >= 0) bySlot.set(slot, [m]);
      }
      for (const [slot, together] of bySlot) {
        if (together.length < 2) continue;
        add("twice-in-slot", p, q, together, { count: together.length, slot: facts.calendar.slots[slot]!.id });
      }
    }
    return findings;
  },
  message: messages({
    ...SENTENCES,
    "blocked-slot": {
      en: "{a} and {b} must not meet in slot {slot}.",
      fr: "{a} et {b} ne doivent pas se rencontrer dans le créneau {slot}.",
    },
    "too-often": {
      en: "{a} and {b} meet {count} {count~time|times}, at most {most} allowed.",
      fr: "{a} et {b} se rencontrent {count} fois, {most} au plus.",
    },
    "twice-in-slot": {
      en: "{a} and {b} meet {count} {count~time|times} in slot {slot}.",
      fr: "{a} et {b} se rencontrent {count} fois dans le créneau {slot}.",
    },
  }),
};
