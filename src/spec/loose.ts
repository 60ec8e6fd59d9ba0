// What can be said of an event that has errors: the data without what has no right shape, with its defaults, so that a
// screen can still count people and wishes. Called by the page's worker; nothing is ever run or saved from it.

import { slotCount } from "./calendar.js";
import type { Diagnostic } from "./diagnostic.js";
import { applyEdits, type Edit } from "./edit.js";
import { Report } from "./report.js";
import { eventSchema, LIMITS, type EventSpec } from "./schema.js";
import { bookOf } from "./semantics/book.js";
import { checkPairs } from "./semantics/pairs.js";
import { validate } from "./validate.js";

type Path = Diagnostic["path"];

/** An event of the right shape; ids and times may still be wrong. */
export interface Loose {
  spec: EventSpec;
  /** Where the items of a list of the spec stand in the data, for the lists of which something was left out. */
  positions: ReadonlyMap<string, readonly number[]>;
}

/** Each round leaves out what the one before had in the way of the rest. */
const MOST_ROUNDS = 8;
/** What an event must have, where it is missing. */
const STAND_INS: Readonly<Record<string, unknown>> = {
  format: "dancecard/event",
  version: 1,
  event: { name: "" },
  calendar: [],
  participants: [],
};

/** The event that is left; null where there is too little of one, or more than can be laid out. */
export function looseEvent(value: unknown): Loose | null {
  const positions = new Map<string, number[]>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    const read = validate(eventSchema, value);
    if (read.ok) return isHandy(read.data) ? { spec: read.data, positions } : null;
    const edits: Edit[] = [];
    const out = new Map<string, Set<number>>();
    for (const issue of read.issues) {
      const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
      const paths = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...path, key]) : [path];
      for (const edit of paths.map((at) => repair(value, at))) {
        if (!edit) return null;
        edits.push(edit);
        const [list, index] = edit.path;
        if (edit.op !== "remove" || edit.path.length !== 2 || typeof index !== "number") continue;
        out.set(String(list), (out.get(String(list)) ?? new Set()).add(index));
      }
    }
    for (const [list, gone] of out) {
      const before = positions.get(list) ?? (valueAt(value, [list]) as unknown[]).map((_, i) => i);
      positions.set(
        list,
        before.filter((_, i) => !gone.has(i)),
      );
    }
    value = applyEdits(value, edits);
  }
  return null;
}

/** Takes out what stands at a path; what is missing takes what needs it out. */
function repair(root: unknown, path: Path): Edit | null {
  const [key] = path;
  if (key === undefined) return null;
  const missing = valueAt(root, path) === undefined;
  if (path.length === 1 || (missing && path.length === 2 && typeof path[1] === "string")) {
    return Object.hasOwn(STAND_INS, key)
      ? { op: "set", path: [key], value: STAND_INS[key] }
      : missing
        ? null
        : { op: "remove", path: [key] };
  }
  return { op: "remove", path: missing ? path.slice(0, -1) : path };
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** Small enough to be laid out, people by slots and pairs. */
function isHandy(spec: EventSpec): boolean {
  let slots = 0;
  for (const { sessions } of spec.calendar) for (const session of sessions) slots += slotCount(session);
  let rows = 0;
  for (const { representatives } of spec.participants) rows += Math.max(1, representatives.length);
  return slots <= LIMITS.slots && rows <= LIMITS.rows && checkPairs(bookOf(spec, false), new Report());
}
