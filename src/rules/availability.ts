// Rule availability: no meeting in a slot in which a row is absent. One finding per meeting and absent row; also one for
// each participant, row or slot of a meeting that the event does not have, and for a row that is somebody else's.
// Part of RULES (index.ts). All other rules skip what is unknown here.

import type { Meeting } from "../schedule.js";
import { messages } from "./message.js";
import type { Finding, Rule } from "./rule.js";
import { viewOf } from "./view.js";

/** No meeting in a slot in which a row is absent. */
export const availability: Rule = {
  id: "availability",
  title: { en: "Present", fr: "Présence" },
  sentence: {
    en: "Nobody has a meeting while away, and everybody and everything in a meeting belongs to the event.",
    fr: "Personne n’a de rendez-vous pendant son absence, et tout ce que cite un rendez-vous existe dans l’événement.",
  },
  check(facts, schedule, view = viewOf(facts, schedule)) {
    const findings: Finding[] = [];
    const add = (kind: string, m: number, meeting: Meeting, values: Finding["values"], rows: string[]): void => {
      findings.push({
        rule: "availability",
        kind,
        values,
        concerns: { participants: [...meeting.participants], rows, slots: [meeting.slot], meetings: [m] },
      });
    };
    schedule.meetings.forEach((meeting, m) => {
      const slot = view.slot[m]!;
      if (slot < 0) add("unknown-slot", m, meeting, { slot: meeting.slot }, [...meeting.rows]);
      for (const end of [0, 1] as const) {
        const participant = meeting.participants[end];
        const id = meeting.rows[end];
        const person = (end === 0 ? view.a : view.b)[m]!;
        const row = facts.rows[(end === 0 ? view.rowA : view.rowB)[m]!];
        if (person < 0) add("unknown-participant", m, meeting, { participant }, [id]);
        if (!row) {
          add("unknown-row", m, meeting, { row: id, participant }, [id]);
          continue;
        }
        if (person >= 0 && row.person !== person) add("row-of-another", m, meeting, { row: id, participant }, [id]);
        // A row that stands on both ends of one meeting is away once.
        const again = end === 1 && view.rowA[m] === view.rowB[m];
        if (slot >= 0 && !row.present[slot] && !again) {
          add("absent", m, meeting, { row: id, participant, slot: meeting.slot }, [id]);
        }
      }
    });
    return findings;
  },
  message: messages({
    absent: {
      en: "{row} is away in slot {slot} and has a meeting there.",
      fr: "{row} est absent dans le créneau {slot} et y a un rendez-vous.",
    },
    "unknown-participant": {
      en: "A meeting names the participant {participant}, which the event does not have.",
      fr: "Un rendez-vous cite le participant {participant}, que l’événement ne connaît pas.",
    },
    "unknown-row": {
      en: "A meeting of {participant} names the representative {row}, which the event does not have.",
      fr: "Un rendez-vous de {participant} cite le représentant {row}, que l’événement ne connaît pas.",
    },
    "row-of-another": {
      en: "A meeting of {participant} is held by {row}, who does not represent {participant}.",
      fr: "Un rendez-vous de {participant} est tenu par {row}, qui ne représente pas {participant}.",
    },
    "unknown-slot": {
      en: "A meeting is in slot {slot}, which the event does not have.",
      fr: "Un rendez-vous est dans le créneau {slot}, que l’événement ne connaît pas.",
    },
  }),
};
