// Times as somebody types them into a cell, as tokens of the event: read as the import reads them. Called by read-cell.ts.

import type { Text } from "../../../src/index.js";
import { safeCalendar } from "../../../src/io/import/event-view.js";
import { say } from "../../../src/io/import/messages.js";
import { readTimes as readTokens } from "../../../src/io/import/times.js";
import type { Proposal } from "../../tables.js";
import { rawOf } from "../data.js";

export interface TimesRefused {
  text: Text;
  proposals: Proposal[];
}

/** The tokens of a text, or why a part of it is none, with what could be meant. */
export function readTimes(data: unknown, typed: string): { tokens: string[] } | { refused: TimesRefused } {
  if (typed === "") return { tokens: [] };
  const read = readTokens(typed, safeCalendar(rawOf(data)["calendar"]));
  if ("tokens" in read) return read;
  const proposals = read.instead.map(({ label, cell }) => ({ text: cell, detail: label }));
  return { refused: { text: say(read.reason, { value: read.wrong }), proposals } };
}
