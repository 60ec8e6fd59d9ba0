// Who must be told of a new version: every agenda of the one before and of this one side by side, as people read them: day,
// time, partner, place, table. Each version brings the event it was published with, so that a session that was moved is a
// change for everybody in it. Pure; called by desk.ts.

import type { Meeting, Schedule } from "../../../src/index.js";
import type { Page, TellKind, TellRow } from "../../runs-views.js";
import { tableName, type Known } from "../known.js";

/** A schedule with the event it was published with. */
export interface Version {
  known: Known;
  schedule: Schedule;
}

interface Item {
  date: string;
  start: number;
  end: number;
  place: string;
  /** Representatives that meet: ids. */
  who: string;
}

/** What somebody has: meetings by partner, tables by meal. */
interface Agenda {
  meetings: Map<string, Item[]>;
  tables: Map<string, Item>;
}

/** Every change, person by person in the order of the event. */
export function changesBetween(before: Version, now: Version): TellRow[] {
  const [old, fresh] = [agendasOf(before), agendasOf(now)];
  const nameIn = ({ known }: Version, id: string): string | undefined =>
    known.names[known.facts.personIndex.get(id) ?? -1];
  const name = (id: string): string => nameIn(now, id) ?? nameIn(before, id) ?? id;
  const meals = new Map(
    [before, now].flatMap(({ known }) =>
      known.spec.calendar.flatMap(({ sessions }) => sessions.map(({ id, label }) => [id, label ?? id] as const)),
    ),
  );
  const rows: TellRow[] = [];
  const ids = [...fresh.keys(), ...[...old.keys()].filter((id) => !fresh.has(id))];
  for (const id of ids) {
    const of = now.known.facts.personIndex.has(id) ? now : before;
    const organisation = of.known.organisations[of.known.facts.personIndex.get(id)!]!;
    const changes = changesOf(old.get(id), fresh.get(id));
    changes.forEach(({ kind, what, before: was, after }, i) =>
      rows.push({
        id,
        name: name(id),
        organisation,
        first: i === 0,
        kind,
        what:
          kind === "table"
            ? { id: null, name: (meals.get(what) ?? what).slice(0, 60) }
            : { id: what, name: name(what) },
        before: was && shown(was),
        after: after && shown(after),
      }),
    );
  }
  return rows;
}

function shown({ date, start, place }: Item): NonNullable<TellRow["before"]> {
  return { date, start, place };
}

interface Change {
  kind: TellKind;
  what: string;
  before: Item | null;
  after: Item | null;
}

/** In order of time, of what is now. */
function changesOf(old: Agenda | undefined, fresh: Agenda | undefined): Change[] {
  const changes: Change[] = [];
  const partners = new Set([...(fresh?.meetings.keys() ?? []), ...(old?.meetings.keys() ?? [])]);
  for (const what of partners) {
    const was = [...(old?.meetings.get(what) ?? [])];
    // What stays as it is is found first; the rest of a pair that meets several times goes by order.
    const rest = (fresh?.meetings.get(what) ?? []).filter((item) => {
      const at = was.findIndex((one) => differs(one, item) === null);
      if (at >= 0) was.splice(at, 1);
      return at < 0;
    });
    rest.forEach((after, i) => {
      const before = was[i] ?? null;
      changes.push({ kind: before === null ? "added" : differs(before, after)!, what, before, after });
    });
    for (const before of was.slice(rest.length)) changes.push({ kind: "removed", what, before, after: null });
  }
  const meals = new Set([...(fresh?.tables.keys() ?? []), ...(old?.tables.keys() ?? [])]);
  for (const what of meals) {
    const [before, after] = [old?.tables.get(what) ?? null, fresh?.tables.get(what) ?? null];
    if (!before || !after || differs(before, after) !== null) changes.push({ kind: "table", what, before, after });
  }
  const key = ({ before, after }: Change): string => {
    const { date, start } = (after ?? before)!;
    return `${date} ${String(start).padStart(4, "0")}`;
  };
  return changes.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function differs(a: Item, b: Item): Exclude<TellKind, "added" | "removed" | "table"> | null {
  if (a.date !== b.date || a.start !== b.start || a.end !== b.end) return "moved";
  if (a.place !== b.place) return "place";
  return a.who === b.who ? null : "who";
}

function agendasOf({ known, schedule }: Version): Map<string, Agenda> {
  const { facts, spec } = known;
  const agendas = new Map<string, Agenda>(
    facts.people.map(({ id }) => [id, { meetings: new Map(), tables: new Map() }]),
  );
  const labels = new Map(spec.places.map(({ id, label }) => [id, (label ?? id).slice(0, 60)]));
  const { slots, sessions, slotIndex, sessionIndex } = facts.calendar;
  const itemOf = ({ slot: id, place, rows }: Meeting): Item | null => {
    const slot = slots[slotIndex.get(id) ?? -1];
    if (!slot) return null;
    const { start, end } = slot;
    const at = place === undefined ? "" : (labels.get(place) ?? place);
    return { date: sessions[slot.session]!.date, start, end, place: at, who: [...rows].sort().join(" ") };
  };
  for (const meeting of schedule.meetings) {
    const item = itemOf(meeting);
    if (!item) continue;
    meeting.participants.forEach((id, k) => {
      const mine = agendas.get(id)?.meetings;
      const partner = meeting.participants[1 - k]!;
      const list = mine?.get(partner);
      if (list) list.push(item);
      else mine?.set(partner, [item]);
    });
  }
  for (const { session, table, participants } of schedule.meals) {
    const at = sessions[sessionIndex.get(session) ?? -1];
    if (!at) continue;
    const item = { date: at.date, start: at.start, end: at.end, place: tableName(table), who: "" };
    for (const id of participants) agendas.get(id)?.tables.set(session, item);
  }
  return agendas;
}

/** Some rows of the list. */
export function tellPage(rows: readonly TellRow[], from: number, to: number): Page<TellRow> {
  return { total: rows.length, rows: rows.slice(Math.max(0, from), to) };
}
