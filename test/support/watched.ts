// What the overview finds in an event, for tests: from the event as somebody writes it, through its text, as the worker does.

import { parseEvent, specText, type EventInput } from "../../src/index.js";
import { knownOf } from "../../web/worker/known.js";
import type { Finding } from "../../web/worker/watch/finding.js";
import { watchOf, type Reading } from "../../web/worker/watch/index.js";
import type { WatchView } from "../../web/watch-views.js";
import { CALENDAR, buyers, sellers, wishes } from "./event-builder.js";

/** A reading of a text, as the first one of a page. */
export function readingOf(text: string): Reading {
  const { data, result } = parseEvent(text);
  const known = result.ok ? knownOf(result.value, 1) : null;
  return { revision: 1, good: result.ok, data, diagnostics: result.diagnostics, known };
}

/** What is found in data, whatever they are. */
export function watched(data: object): { view: WatchView; findings: Finding[]; data: unknown } {
  const reading = readingOf(JSON.stringify(data, null, 1));
  return { ...watchOf(reading), data: reading.data };
}

/**
 * An event in which there is nothing to find: two buyers and two sellers who all wish for each other, on CALENDAR. Each key
 * given replaces that key.
 */
export function calm(input: Partial<EventInput> = {}): EventInput {
  return {
    format: "dancecard/event",
    version: 1,
    event: { name: "Calm (fictional)" },
    calendar: CALENDAR,
    sides: [{ id: "buyer" }, { id: "seller" }],
    participants: [...buyers("b1", "b2"), ...sellers("s1", "s2")],
    wishes: wishes("b1 > s1", "b1 > s2", "b2 > s1", "b2 > s2", "s1 > b1", "s2 > b2"),
    ...input,
  };
}

/** The text of an event, printed as the product prints it. */
export const textOf = specText;
