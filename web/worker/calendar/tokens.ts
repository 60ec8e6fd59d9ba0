// What becomes of the times that the event names (slots, sessions, dates, ranges) when the calendar changes: followed where
// what they name has another name now, taken out where it is gone. Called by plan.ts. It knows nothing of the edit itself:
// it compares the calendar before and after.

import type { Edit, EditPath } from "../../../src/index.js";
import type { Lost } from "../../calendar-views.js";
import { listAt, rawOf, textAt, type Raw } from "../data.js";
import { cut } from "../known.js";
import { countOf, slotName, tokensAt, type LaidSession, type Layout } from "./read.js";

/** What a token becomes; null: what it named is gone. */
export type Follow = (token: string) => string | null;

/** Most names told of one kind of loss. */
const NAMED = 5;
const RANGE = /^(\d\d:\d\d\/\d\d:\d\d@)(\d{4}-\d\d-\d\d)$/;

interface Names {
  slots(token: string): LaidSession | undefined;
  sessions: Map<string, LaidSession>;
  /** Dates of days that have sessions, with the days' keys. */
  dates: Map<string, number>;
  names(token: string): boolean;
}

function namesOf(layout: Layout): Names {
  const sessions = new Map<string, LaidSession>();
  const dates = new Map<string, number>();
  for (const day of layout) {
    if (day.sessions.length > 0 && !dates.has(day.date)) dates.set(day.date, day.key);
    for (const session of day.sessions) if (!sessions.has(session.id)) sessions.set(session.id, session);
  }
  const slots = (token: string): LaidSession | undefined => {
    const name = slotName(token);
    const owner = name ? sessions.get(name.owner) : undefined;
    return owner && name!.number <= countOf(owner) ? owner : undefined;
  };
  const names = (token: string): boolean =>
    slots(token) !== undefined || sessions.has(token) || dates.has(RANGE.exec(token)?.[2] ?? token);
  return { slots, sessions, dates, names };
}

/** How tokens follow from one layout to the next. What named nothing before stays as it is. */
export function followOf(before: Layout, after: Layout): Follow {
  const old = namesOf(before);
  const next = namesOf(after);
  const sessionByKey = new Map(after.flatMap((day) => day.sessions.map((session) => [session.key, session])));
  const dayByKey = new Map(after.map((day) => [day.key, day]));
  const kept = (token: string): string | null => (next.names(token) ? token : null);
  return (token) => {
    const owner = old.slots(token);
    if (owner) {
      const now = sessionByKey.get(owner.key);
      const { number } = slotName(token)!;
      return now && number <= countOf(now) ? `${now.id}.${number}` : now ? null : kept(token);
    }
    const session = old.sessions.get(token);
    if (session) return sessionByKey.get(session.key)?.id ?? kept(token);
    const range = RANGE.exec(token);
    const key = old.dates.get(range?.[2] ?? token);
    if (key === undefined) return token;
    const day = dayByKey.get(key);
    const moved = day ? (range?.[1] ?? "") + day.date : token;
    return kept(moved);
  };
}

/** Counts what is lost, the first few by name. */
class Losses {
  readonly #of = new Map<Lost["kind"], Lost>();

  add(kind: Lost["kind"], name: string, count = 1): void {
    const lost = this.#of.get(kind) ?? { kind, count: 0, names: [] };
    lost.count += count;
    if (lost.names.length < NAMED) lost.names.push(cut(name, 60));
    this.#of.set(kind, lost);
  }

  list(): Lost[] {
    return [...this.#of.values()];
  }
}

/** Whether a session was a meal and is none any more: its tables go then. */
export type Cleared = (session: string) => boolean;

/** The edits by which everything that names times follows the calendar, and what they take out. */
export function referenceEdits(data: unknown, follow: Follow, cleared: Cleared): { edits: Edit[]; lost: Lost[] } {
  const edits: Edit[] = [];
  const lost = new Losses();
  const nameOf = namesOfPeople(data);

  /** Follows a list of tokens; how many are left, and how many went. */
  const list = (item: Raw, key: string, path: EditPath): { left: number; gone: number } => {
    const tokens = tokensAt(item, key) ?? [];
    const now = tokens.map((token) => (typeof token === "string" ? follow(token) : token));
    const gone = now.filter((token) => token === null).length;
    const left = tokens.length - gone;
    if (gone > 0 && left === 0) return { left, gone };
    now.forEach((token, i) => {
      if (token === null) edits.push({ op: "remove", path: [...path, key, i] });
      else if (token !== tokens[i]) edits.push({ op: "set", path: [...path, key, i], value: token });
    });
    return { left, gone };
  };
  const away = (item: Raw, key: string, path: EditPath): boolean => {
    const { left, gone } = list(item, key, path);
    if (gone > 0 && left === 0) edits.push({ op: "remove", path: [...path, key] });
    return gone > 0;
  };

  listAt(data, "participants").forEach((person, i) => {
    const path = ["participants", i];
    if (away(person, "absent", path)) lost.add("absent", labelOf(person));
    if (!Object.hasOwn(person, "representatives")) return;
    listAt(person, "representatives").forEach((row, r) => {
      if (away(row, "absent", [...path, "representatives", r])) lost.add("absent", labelOf(row));
    });
  });
  listAt(data, "places").forEach((place, i) => {
    if (away(place, "closed", ["places", i])) lost.add("closed", labelOf(place));
  });
  listAt(data, "locked").forEach((lock, i) => {
    const path = ["locked", i];
    const { left, gone } = list(lock, "slots", path);
    const slot = Object.hasOwn(lock, "slot") && typeof lock["slot"] === "string" ? lock["slot"] : undefined;
    const now = slot === undefined ? undefined : follow(slot);
    if (now === null || (gone > 0 && left === 0)) {
      edits.push({ op: "remove", path });
      lost.add("locked", nameOf(lock));
      return;
    }
    if (now !== slot) edits.push({ op: "set", path: [...path, "slot"], value: now });
    if (gone > 0) lost.add("narrowed", nameOf(lock));
  });
  listAt(data, "blocked").forEach((entry, i) => {
    const { left, gone } = list(entry, "slots", ["blocked", i]);
    if (gone === 0) return;
    // Without its times it would forbid the meeting for ever.
    if (left === 0) edits.push({ op: "remove", path: ["blocked", i] });
    lost.add("blocked", nameOf(entry));
  });
  listAt(data, "meals").forEach((meal, i) => {
    const session = textAt(meal, "session");
    const now = session === "" ? session : follow(session);
    if (now !== null && !cleared(session)) {
      if (now !== session) edits.push({ op: "set", path: ["meals", i, "session"], value: now });
      return;
    }
    edits.push({ op: "remove", path: ["meals", i] });
    lost.add("meal", session);
    const seats = listAt(meal, "seats").length;
    if (seats > 0) lost.add("seat", session, seats);
  });
  return { edits, lost: lost.list() };
}

/** How often each session is named elsewhere, by the session's key. */
export function referencesOf(data: unknown, layout: Layout): Map<number, number> {
  const names = namesOf(layout);
  const counts = new Map<number, number>();
  referenceEdits(
    data,
    (token) => {
      const owner = names.slots(token) ?? names.sessions.get(token);
      if (owner) counts.set(owner.key, (counts.get(owner.key) ?? 0) + 1);
      return token;
    },
    () => false,
  );
  return counts;
}

function labelOf(item: Raw): string {
  return textAt(item, "name") || textAt(item, "label") || textAt(item, "id");
}

/** Names of the pair of an entry, as people read them. */
function namesOfPeople(data: unknown): (entry: Raw) => string {
  let names: Map<string, string> | undefined;
  return (entry) => {
    names ??= new Map(listAt(data, "participants").map((person) => [textAt(person, "id"), labelOf(person)]));
    const pair = rawOf(entry)["participants"];
    if (!Array.isArray(pair)) return "";
    return pair
      .slice(0, 2)
      .map((id: unknown) => (typeof id === "string" ? (names!.get(id) ?? id) : ""))
      .join(" \u2013 ");
  };
}
