// From an edit of the calendar to edits of the data: the calendar itself, and everything that names its times. Called by
// owner.ts. Pure: it says what would be done and lost, and why an edit is refused; it does nothing.

import { applyEdits, clockOf, type Edit, type Text } from "../../../src/index.js";
import type { CalendarEdit, Kind, Lost, Refusal, SessionChange, Spot } from "../../calendar-views.js";
import { listAt, rawOf, textAt, type Raw } from "../data.js";
import { newConflict } from "./conflicts.js";
import { copiedIds, newId } from "./ids.js";
import { layoutOf, type LaidDay, type LaidSession, type Layout } from "./read.js";
import { followOf, referenceEdits } from "./tokens.js";

/** What an edit of the calendar comes to. */
export interface Plan {
  edits: Edit[];
  /** What these edits take out besides what was asked for. */
  lost: Lost[];
  /** Why it is not done; then there are no edits. */
  refusal: Refusal | null;
  /** What undo would take back. */
  label: Text;
  /** What stands in the place of what was edited, afterwards. */
  spot: Spot | null;
}

/** Length of a meeting and of the pause after it where no session of the event says one. */
const MEETING = 25;
const CHANGEOVER = 5;

/** The calendar before and after, and the edits between the two. */
interface Draft {
  before: Layout;
  after: Layout;
  edits: Edit[];
  label: Text;
  spot: Spot | null;
  /** Keys of what was edited. */
  mine: Set<number>;
}

/** Plans an edit; null when it speaks of a day or session that is not there. */
export function planCalendar(data: unknown, edit: CalendarEdit): Plan | null {
  const before = layoutOf(data);
  const draft: Draft = {
    before,
    after: before.map((day) => ({ ...day, sessions: day.sessions.map((session) => ({ ...session })) })),
    edits: [],
    label: labelOf(edit),
    spot: null,
    mine: new Set(),
  };
  if (!draw(data, draft, edit)) return null;
  const { after, label, spot } = draft;
  const refusal = newConflict(before, after, draft.mine);
  if (refusal) return { edits: [], lost: [], refusal, label, spot: null };
  const was = new Map(before.flatMap((day) => day.sessions.map((session) => [session.id, session])));
  const now = new Map(after.flatMap((day) => day.sessions.map((session) => [session.key, session])));
  const cleared = (id: string): boolean => {
    const session = was.get(id);
    return session?.kind === "meal" && now.get(session.key)?.kind !== "meal" && now.has(session.key);
  };
  const references = referenceEdits(data, followOf(before, after), cleared);
  return { edits: [...draft.edits, ...references.edits], lost: references.lost, refusal: null, label, spot };
}

function draw(data: unknown, draft: Draft, edit: CalendarEdit): boolean {
  const { after } = draft;
  if (edit.kind === "add-day") {
    draft.spot = { day: insertDay(draft, edit.date, { date: edit.date, sessions: [] }, []), session: null };
    return true;
  }
  const day = after[edit.day];
  if (!day) return false;
  switch (edit.kind) {
    case "redate":
      draft.mine.add(day.key);
      day.date = edit.date;
      draft.edits.push({ op: "set", path: ["calendar", edit.day, "date"], value: edit.date });
      draft.spot = { day: edit.day, session: null };
      return true;
    case "remove-day":
      after.splice(edit.day, 1);
      draft.edits.push({ op: "remove", path: ["calendar", edit.day] });
      return true;
    case "copy-day":
      copyDay(data, draft, day, edit.day, edit.date);
      return true;
    case "add":
      addSession(draft, day, edit);
      return true;
    case "remove":
      if (!day.sessions[edit.session]) return false;
      day.sessions.splice(edit.session, 1);
      draft.edits.push({ op: "remove", path: ["calendar", edit.day, "sessions", edit.session] });
      draft.spot = { day: edit.day, session: null };
      return true;
    case "session":
      return changeSession(data, draft, day, edit);
  }
}

/** Puts a day in by its date; gives its place afterwards. */
function insertDay(draft: Draft, date: string, value: unknown, sessions: LaidSession[]): number {
  const { before, after, edits, mine } = draft;
  const key = freshKey(draft);
  mine.add(key);
  const next = before.findIndex((day) => day.date > date);
  const at = next < 0 ? before.length : next;
  after.splice(at, 0, { key, date, sessions });
  edits.push({ op: "insert", path: ["calendar"], at, value });
  return at;
}

function copyDay(data: unknown, draft: Draft, day: LaidDay, from: number, date: string): void {
  const ids = copiedIds(
    draft.before,
    day.sessions.map(({ id }) => id),
  );
  const raw = listAt(listAt(data, "calendar")[from], "sessions");
  const key = freshKey(draft);
  const sessions = day.sessions.map((session, i) => ({ ...session, id: ids[i]!, key: key + i }));
  for (const { key } of sessions) draft.mine.add(key);
  const values = raw.map((session, i) => applyEdits(session, [{ op: "set", path: ["id"], value: ids[i] }]));
  draft.spot = { day: insertDay(draft, date, { date, sessions: values }, sessions), session: null };
  // Tables go along; who sits where was fixed for the other day.
  const meals = listAt(data, "meals");
  day.sessions.forEach((session, i) => {
    const meal = session.kind === "meal" && meals.find((entry) => textAt(entry, "session") === session.id);
    if (!meal) return;
    const copy = applyEdits(meal, [
      { op: "set", path: ["session"], value: ids[i] },
      { op: "remove", path: ["seats"] },
    ]);
    draft.edits.push({ op: "insert", path: ["meals"], at: meals.length, value: copy });
  });
}

function addSession(draft: Draft, day: LaidDay, edit: CalendarEdit & { kind: "add" }): void {
  const { start, end, sort: kind, label } = edit;
  const id = newId(draft.before, kind);
  const lengths = kind === "meetings" ? usual(draft.before) : { meeting: null, changeover: 0 };
  const session: LaidSession = { key: freshKey(draft), id, kind, label, start, end, ...lengths };
  draft.mine.add(session.key);
  const at = placeFor(day, start);
  const value = {
    id,
    kind,
    start: clockOf(start),
    end: clockOf(end),
    ...(label !== "" && { label }),
    ...(lengths.meeting !== null && { meeting: lengths.meeting }),
    ...(lengths.changeover > 0 && { changeover: lengths.changeover }),
  };
  draft.edits.push({ op: "insert", path: ["calendar", edit.day, "sessions"], at, value });
  day.sessions.splice(at, 0, session);
  draft.spot = { day: edit.day, session: at };
}

function changeSession(data: unknown, draft: Draft, day: LaidDay, edit: CalendarEdit & { kind: "session" }): boolean {
  const session = day.sessions[edit.session];
  const to = draft.after[edit.toDay ?? edit.day];
  if (!session || !to) return false;
  draft.mine.add(session.key);
  const change = { ...edit.change };
  if (change.kind === "meetings" && session.kind !== "meetings") {
    const { meeting, changeover } = usual(draft.before);
    change.meeting ??= session.meeting ?? meeting;
    change.changeover ??= session.meeting === null ? changeover : session.changeover;
  }
  Object.assign(session, change);
  const raw = rawOf(listAt(listAt(data, "calendar")[edit.day], "sessions")[edit.session]);
  const inside = sessionEdits(raw, change);
  const path = ["calendar", edit.day, "sessions", edit.session];
  if (to === day) {
    for (const one of inside) draft.edits.push({ ...one, path: [...path, ...one.path] });
    draft.spot = { day: edit.day, session: edit.session };
    return true;
  }
  day.sessions.splice(edit.session, 1);
  const at = placeFor(to, session.start ?? 0);
  to.sessions.splice(at, 0, session);
  draft.edits.push({ op: "remove", path });
  draft.edits.push({
    op: "insert",
    path: ["calendar", edit.toDay!, "sessions"],
    at,
    value: applyEdits(raw, inside),
  });
  draft.spot = { day: edit.toDay!, session: at };
  return true;
}

/** Edits of one session's own keys; what it says already is not written again. */
function sessionEdits(raw: Raw, change: SessionChange): Edit[] {
  const edits: Edit[] = [];
  const write = (key: string, value: unknown): void => {
    const has = Object.hasOwn(raw, key);
    if (value === undefined) {
      if (has) edits.push({ op: "remove", path: [key] });
    } else if (!has || raw[key] !== value) edits.push({ op: "set", path: [key], value });
  };
  if (change.id !== undefined) write("id", change.id);
  if (change.kind !== undefined) write("kind", change.kind);
  if (change.label !== undefined) write("label", change.label === "" ? undefined : change.label);
  if (change.start !== undefined) write("start", clockOf(change.start));
  if (change.end !== undefined) write("end", clockOf(change.end));
  const cut = change.kind !== undefined && change.kind !== "meetings";
  if (change.meeting !== undefined || cut) write("meeting", cut ? undefined : change.meeting);
  if (change.changeover !== undefined || cut) write("changeover", cut ? undefined : change.changeover || undefined);
  return edits;
}

/** Length and changeover that a new session of meetings gets: those of the first one there is. */
function usual(layout: Layout): { meeting: number; changeover: number } {
  const like = layout
    .flatMap((day) => day.sessions)
    .find((session) => session.kind === "meetings" && session.meeting !== null);
  return { meeting: like?.meeting ?? MEETING, changeover: like ? like.changeover : CHANGEOVER };
}

/** Where in the list a session that starts then stands. */
function placeFor(day: LaidDay, start: number): number {
  const next = day.sessions.findIndex((session) => session.start !== null && session.start > start);
  return next < 0 ? day.sessions.length : next;
}

function freshKey({ before, mine }: Draft): number {
  const used = before.reduce((sum, day) => sum + 1 + day.sessions.length, 0);
  return used + mine.size;
}

const KINDS: Record<Kind, Text> = {
  meetings: { en: "Adding a session of meetings", fr: "Ajout d’une session de rendez-vous" },
  meal: { en: "Adding a meal", fr: "Ajout d’un repas" },
  programme: { en: "Adding a programme item", fr: "Ajout d’un temps de programme" },
};

function labelOf(edit: CalendarEdit): Text {
  switch (edit.kind) {
    case "add":
      return KINDS[edit.sort];
    case "remove":
      return { en: "Removing a session", fr: "Suppression d’une session" };
    case "add-day":
      return { en: "Adding a day", fr: "Ajout d’un jour" };
    case "copy-day":
      return { en: "Copying a day", fr: "Copie d’un jour" };
    case "remove-day":
      return { en: "Removing a day", fr: "Suppression d’un jour" };
    case "redate":
      return { en: "Changing a date", fr: "Changement de date" };
    case "session": {
      const { id, start, end } = edit.change;
      if (id !== undefined) return { en: "Renaming a session", fr: "Changement de nom d’une session" };
      if (edit.toDay !== undefined || (start !== undefined && end !== undefined))
        return { en: "Moving a session", fr: "Déplacement d’une session" };
      if (start !== undefined || end !== undefined)
        return { en: "Changing the length of a session", fr: "Changement de durée d’une session" };
      return { en: "Changing a session", fr: "Modification d’une session" };
    }
  }
}
