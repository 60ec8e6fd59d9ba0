// What the findings look at: the event as far as it can be read, with its place in the data that are written.
// Made once per reading, when somebody looks at the overview. It finds nothing itself.

import { looseEvent } from "../../../src/index.js";
import { knownOf, type Known } from "../known.js";
import { possibleOf, roomOf } from "../overview.js";

export interface Scene {
  /** "now": what is written; "partly": without what has errors; "last": the last good reading, which nobody can change. */
  state: "now" | "partly" | "last";
  known: Known;
  /** Meetings that each person has time for, and that it can have with the partners there are. */
  room: Int32Array;
  possible: Int32Array;
  /** Where a person, and an item of any list of the spec, stand in the lists of the data. */
  personAt(person: number): number;
  at(list: string, index: number): number;
}

/** The event of a draft; null where no event can be made out. */
export function sceneOf(draft: { good: boolean; data: unknown; known: Known | null; revision: number }): Scene | null {
  const { good, data, known, revision } = draft;
  if (good) return known && scene("now", known, new Map());
  const loose = data === undefined ? null : looseEvent(data);
  if (loose) return scene("partly", knownOf(loose.spec, revision), loose.positions);
  return known && scene("last", known, new Map());
}

function scene(state: Scene["state"], known: Known, positions: ReadonlyMap<string, readonly number[]>): Scene {
  const { facts, spec } = known;
  const at = (list: string, index: number): number => positions.get(list)?.[index] ?? index;
  // Of two people with one id the first counts.
  const first = new Map<string, number>();
  spec.participants.forEach(({ id }, i) => first.has(id) || first.set(id, i));
  return {
    state,
    known,
    room: roomOf(known),
    possible: possibleOf(known),
    personAt: (person) => at("participants", first.get(facts.people[person]!.id)!),
    at,
  };
}
