// Times as somebody types them into a cell, as tokens of the event. Called by read-cell.ts.

import type { Text } from "../../../src/index.js";
import { listAt, textAt } from "../data.js";
import type { Proposal } from "../../tables.js";

const RANGE = /^([01]\d|2[0-3]):[0-5]\d\/(([01]\d|2[0-3]):[0-5]\d|24:00)@\d{4}-\d\d-\d\d$/;

/** The tokens of a text, or why one of them is none. */
export function readTimes(
  data: unknown,
  typed: string,
): { tokens: string[]; refused?: undefined } | { tokens?: undefined; refused: { text: Text; proposals: Proposal[] } } {
  const days = listAt(data, "calendar");
  const dates = new Set(days.map((day) => textAt(day, "date")));
  const sessions = days.flatMap((day) => listAt(day, "sessions"));
  const ids = new Set(sessions.map((session) => textAt(session, "id")));
  const tokens: string[] = [];
  for (const part of typed.split(/[;,\n]/)) {
    const token = part.trim();
    if (token === "") continue;
    const slot = /^(.*)\.\d+$/.exec(token);
    const known = ids.has(token) || dates.has(token) || RANGE.test(token) || (slot !== null && ids.has(slot[1]!));
    if (!known) {
      const text = {
        en: `“${token}” is no time of this event.`,
        fr: `«\u202f${token}\u202f» n’est pas un horaire de l’événement.`,
      };
      return { refused: { text, proposals: [] } };
    }
    tokens.push(token);
  }
  return { tokens: [...new Set(tokens)] };
}
