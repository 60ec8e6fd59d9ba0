// The calendar of an event as it is written, errors and all: days and sessions with what of them can be used. Used by the
// other files of this folder. It never changes anything.

import { minutes, slotsIn } from "../../../src/index.js";
import type { Kind } from "../../calendar-views.js";
import { listAt, rawOf, textAt } from "../data.js";

/** A session in the layout; `key` tells it from the others, whatever it is called. */
export interface LaidSession {
  key: number;
  id: string;
  kind: Kind | null;
  label: string;
  start: number | null;
  end: number | null;
  meeting: number | null;
  changeover: number;
}

export interface LaidDay {
  key: number;
  date: string;
  sessions: LaidSession[];
}

/** Days and sessions in the order of the data. */
export type Layout = LaidDay[];

const CLOCK = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;
const KINDS: readonly Kind[] = ["meetings", "meal", "programme"];

/** The layout that the data hold. */
export function layoutOf(data: unknown): Layout {
  let key = 0;
  return listAt(data, "calendar").map((day) => ({
    key: key++,
    date: textAt(day, "date"),
    sessions: listAt(day, "sessions").map((session): LaidSession => {
      const { kind, meeting, changeover } = session;
      return {
        key: key++,
        id: textAt(session, "id"),
        kind: KINDS.find((known) => known === kind) ?? null,
        label: textAt(session, "label"),
        start: timeOf(textAt(session, "start")),
        end: timeOf(textAt(session, "end")),
        meeting: Number.isInteger(meeting) && (meeting as number) > 0 ? (meeting as number) : null,
        changeover: Number.isInteger(changeover) && (changeover as number) >= 0 ? (changeover as number) : 0,
      };
    }),
  }));
}

function timeOf(text: string): number | null {
  return CLOCK.test(text) ? minutes(text) : null;
}

/** Slots of a session; 0 where it has none or cannot be laid out. */
export function countOf({ kind, start, end, meeting, changeover }: LaidSession): number {
  if (kind !== "meetings" || start === null || end === null || meeting === null) return 0;
  return slotsIn(end - start, meeting, changeover);
}

/** How a name ends that may be that of a slot: the session's id and the number. */
export function slotName(token: string): { owner: string; number: number } | null {
  const found = /^(.*)\.([1-9]\d{0,4})$/s.exec(token);
  return found ? { owner: found[1]!, number: Number(found[2]) } : null;
}

/** The list of texts under a key; null where it is none. */
export function tokensAt(value: unknown, key: string): readonly unknown[] | null {
  const raw = rawOf(value);
  const list = Object.hasOwn(raw, key) ? raw[key] : undefined;
  return Array.isArray(list) ? (list as readonly unknown[]) : null;
}
