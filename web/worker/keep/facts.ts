// What the lists of kept events say of the open one, and its undo history made small enough to be kept with it.
// Called by owner.ts and the keeper.

import { z } from "zod";
import type { Draft } from "../draft.js";
import type { History, Step } from "../event-text.js";
import type { KeptFacts } from "./types.js";

/** Most characters of the history that is kept; in memory it may be longer. */
const MOST_KEPT = 2_000_000;

/** Null while the text has never given an event. */
export function factsOfDraft({ known, source, goodSource }: Draft): KeptFacts | null {
  if (!known || goodSource !== source) return null;
  const { facts, spec } = known;
  const dates = spec.calendar.map(({ date }) => date).sort();
  const { name, city = "" } = spec.event;
  return { name, city, from: dates[0] ?? "", to: dates.at(-1) ?? "", people: facts.people.length };
}

/** The last steps of a history, as a copy that no later edit changes. */
export function keptHistory({ undo, redo }: History, most = MOST_KEPT): History {
  let room = most;
  const last = (steps: readonly Step[]): Step[] => {
    const kept: Step[] = [];
    for (const step of [...steps].reverse()) {
      room -= [...step.made, ...step.back].flat().reduce((sum, { text }) => sum + text.length + 16, 0);
      if (room < 0) break;
      kept.push({ ...step, made: [...step.made], back: [...step.back], typedAt: 0 });
    }
    return kept.reverse();
  };
  return { undo: last(undo), redo: last(redo) };
}

const changes = z.array(z.array(z.object({ offset: z.int().min(0), length: z.int().min(0), text: z.string() })));
const step = z.object({
  label: z.object({ en: z.string(), fr: z.string() }),
  made: changes,
  back: changes,
  typedAt: z.number(),
});
const historySchema = z.object({ undo: z.array(step), redo: z.array(step) });

/** A history out of a file; none where it is not one. */
export function readHistory(json: string): History | undefined {
  try {
    return historySchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
