// Reads the rows of a sheet of participants into the draft. Called by preview.ts. A row is taken whole or not at all.
//
// Who a row is about: with an id, the participant of that id, else somebody new. Without one, the participant of exactly
// that name (and organisation, where several bear it), else somebody new. Who is only near is asked about, never merged.
// An empty cell keeps what the event has; a dash clears it.

import { coverage } from "../../spec/calendar.js";
import { LIMITS } from "../../spec/schema.js";
import { takesMeal } from "./cells.js";
import { setValue, textAfter, valueOf, type Entry } from "./draft.js";
import { objectsOf, textOf, textsOf, type Raw } from "./event-view.js";
import { say } from "./messages.js";
import type { Work } from "./preview.js";
import { MOST_REPRESENTATIVES, readRepresentatives } from "./representatives.js";
import type { SheetRow, SheetRows } from "./rows.js";
import type { Field, Proposal } from "./types.js";
import { fold, freeId, personKey, slug } from "./words.js";

/** A name that says there is no maximum. */
const UNLIMITED = /^(illimite|unlimited|sans limite|no limit|aucun|none|infini|∞)$/;

/** Notes the ids, names and organisations of all rows, so that who stands in the files is near nobody. */
export function callRoll(rows: SheetRows, { roll }: Work): void {
  const cell = (cells: readonly string[], field: Field, line: number): string => {
    const column = rows.columns(field)[0];
    return column ? rows.read(cells, column.index, line) : "";
  };
  // Past what an event can hold nobody is looked for.
  for (const { line, cells } of rows.sheet.rows.slice(0, 2 * LIMITS.participants)) {
    if (line <= rows.plan.titles.last) continue;
    roll.ids.add(cell(cells, "id", line));
    roll.organisations.add(cell(cells, "organisation", line));
    roll.names.add(
      cell(cells, "name", line) || `${cell(cells, "firstName", line)} ${cell(cells, "lastName", line)}`.trim(),
    );
  }
}

/** The name of a row: one column, or first and family name, else the organisation's. */
function nameOf(row: SheetRow): string | undefined {
  const parts = [row.text("firstName"), row.text("lastName")].filter((part) => part !== undefined);
  return row.text("name") ?? (parts.length > 0 ? parts.join(" ") : undefined);
}

export function readParticipants(rows: SheetRows, work: Work): void {
  const seen: Seen = { ids: new Map(), names: new Map() };
  const keys = new Map<string, { line: number; name: string }>();
  rows.each((row) => {
    const id = row.text("id");
    const own = nameOf(row);
    const organisation = row.text("organisation");
    const name = own ?? (id === undefined ? organisation : undefined);
    const person = whoIs(row, work, seen, id, name, organisation);
    if (!person) return lost(row, work, id, own);
    const { entry, isNew } = person;
    const set = valuesOf(row, work, entry, isNew, name);
    if (row.bad) return lost(row, work, id, own);
    set.forEach(([key, value]) => setValue(entry, key, value));
    work.take(row, entry, isNew);
    work.people.learn(entry, row.text("alias"));
    rows.count.ready++;
    if (!isNew || name === undefined) return;
    const key = personKey(name);
    const near = keys.get(key);
    if (near && near.name !== name) {
      work.problems.note("note-near-in-file", rows.sheet.id, row.line, {
        value: name,
        near: near.name,
        line: near.line,
      });
    }
    if (!near) keys.set(key, { line: row.line, name });
  });
}

function lost(row: SheetRow, work: Work, id: string | undefined, name: string | undefined): void {
  row.rows.count.bad++;
  work.people.lose(id, name);
}

interface Seen {
  ids: Map<string, number>;
  /** By name: the first line with it, and the first line of each organisation. */
  names: Map<string, { line: number; organisations: Map<string, number> }>;
}

/** The participant of a row; undefined once the row was told why there is none. */
function whoIs(
  row: SheetRow,
  work: Work,
  seen: Seen,
  id: string | undefined,
  name: string | undefined,
  organisation: string | undefined,
): { entry: Entry; isNew: boolean } | undefined {
  const { people, roll } = work;
  const column =
    row.rows.columns(id === undefined ? "name" : "id")[0]?.index ?? row.rows.columns("lastName")[0]?.index ?? -1;
  if (id === undefined && name === undefined) return row.wrong("no-name", -1, "");
  const shown = name ?? id!;
  if (id !== undefined) {
    const first = seen.ids.get(id);
    if (first !== undefined) return row.wrong("id-twice", column, id, { line: first }, () => [leaveOut(row)]);
    seen.ids.set(id, row.line);
  }
  const told = row.rows.persons.get(row.line);
  if (typeof told === "string") {
    const entry = people.list.get(told);
    if (entry) return { entry, isNew: false };
  }
  if (id !== undefined) {
    const entry = people.list.get(id);
    if (entry) return { entry, isNew: false };
  } else {
    const where = fold(organisation ?? "");
    const earlier = seen.names.get(name!);
    const twice = earlier?.organisations.get(where);
    if (!earlier) seen.names.set(name!, { line: row.line, organisations: new Map([[where, row.line]]) });
    else if (twice === undefined) earlier.organisations.set(where, row.line);
    if (twice !== undefined && told === undefined) {
      const proposals = (): Proposal[] => [leaveOut(row), newPerson(row)];
      return row.wrong("name-twice", column, name!, { line: twice }, proposals);
    }
    if (earlier && told === undefined)
      work.problems.note("note-namesakes", row.rows.sheet.id, row.line, { value: name!, line: earlier.line });
    if (told === undefined) {
      const known = people.called(name!).filter((entry) => (textAfter(entry, "name") ?? entry.id) === name);
      const same = known.filter((entry) => sameOrganisation(textAfter(entry, "organisation"), organisation));
      if (same.length === 1) return { entry: same[0]!, isNew: false };
      if (same.length > 1 || (organisation === undefined && known.length > 1)) {
        const count = Math.max(same.length, known.length);
        return void row.ask("several-of-name", column, name!, { count }, () => known.map((entry) => itIs(row, entry)));
      }
      const inEvent = known.filter((entry) => entry.index >= 0 && !earlier);
      if (inEvent.length > 0 && !work.answers.nearAreNew) {
        const near = textAfter(inEvent[0]!, "organisation") ?? "";
        return void row.ask("other-organisation", column, name!, { near }, () => [
          ...inEvent.map((entry) => itIs(row, entry)),
          newPerson(row),
        ]);
      }
    }
  }
  if (people.list.entries.length >= LIMITS.participants) {
    row.rows.full = true;
    return row.wrong("too-many-participants", -1, shown, { limit: LIMITS.participants });
  }
  if (told === undefined && !work.answers.nearAreNew && work.view.participants.length > 0) {
    const isFree = (entry: Entry): boolean =>
      entry.index >= 0 &&
      !roll.ids.has(entry.id) &&
      (id !== undefined || !roll.names.has(textOf(entry.old, "name") ?? entry.id));
    const byId =
      id === undefined ? [] : people.list.entries.filter((entry) => isFree(entry) && fold(entry.id) === fold(id));
    const near = byId.length > 0 ? byId : people.near(shown, organisation, isFree);
    if (near.length > 0) {
      const [first] = near;
      const name = textOf(first!.old, "name") ?? first!.id;
      const code = byId.length > 0 ? "near-id" : id !== undefined && name === shown ? "other-id" : "near-name";
      const value = code === "near-name" ? shown : id!;
      const values = { near: code === "near-id" ? first!.id : name };
      return void row.ask(code, column, value, values, () => [
        ...near.map((entry) => itIs(row, entry)),
        newPerson(row),
      ]);
    }
  }
  if (id !== undefined && work.rowIds.has(id)) return row.wrong("row-id-taken", column, id);
  return {
    entry: people.list.detached(id ?? newId(work, name!, organisation), row.rows.sheet.id, row.line),
    isNew: true,
  };
}

function sameOrganisation(old: string | undefined, given: string | undefined): boolean {
  return given === undefined || old === undefined || personKey(old) === personKey(given);
}

/** Made from the name, with the organisation where there is a namesake: the same file gives the same ids. */
function newId(work: Work, name: string, organisation: string | undefined): string {
  const taken = (id: string): boolean => work.idTaken(id);
  const base = slug(name) || slug(organisation ?? "") || "participant";
  if (!taken(base) || organisation === undefined) return freeId(base, taken);
  return freeId(`${base}-${slug(organisation)}`, taken);
}

function itIs(row: SheetRow, entry: Entry): Proposal {
  const name = textAfter(entry, "name") ?? entry.id;
  const organisation = textAfter(entry, "organisation") ?? "";
  return {
    label: say("take-as-person", { value: name, organisation }),
    fix: { kind: "person", sheet: row.rows.sheet.id, line: row.line, id: entry.id },
  };
}

function newPerson(row: SheetRow): Proposal {
  return { label: say("a-new-person"), fix: { kind: "person", sheet: row.rows.sheet.id, line: row.line, id: null } };
}

function leaveOut(row: SheetRow): Proposal {
  return { label: say("leave-out"), fix: { kind: "skip", sheet: row.rows.sheet.id, line: row.line } };
}

/** What the row says about the participant, field by field; problems are told. */
function valuesOf(
  row: SheetRow,
  work: Work,
  entry: Entry,
  isNew: boolean,
  name: string | undefined,
): [string, unknown][] {
  const set: [string, unknown][] = [];
  // Who has no name is called by the id: that is no change.
  const isOwnId = !isNew && name === entry.id && textOf(entry.old, "name") === undefined;
  if (name !== undefined && !isOwnId) set.push(["name", name]);
  const organisation = row.cell("organisation");
  if (organisation) set.push(["organisation", organisation.clears ? undefined : organisation.text]);
  const side = sideOf(row, work, isNew);
  if (side !== undefined) set.push(["side", side]);
  const named = [
    ["tier", work.packages],
    ["place", work.places],
  ] as const;
  for (const [field, list] of named) {
    const cell = row.cell(field);
    if (!cell) continue;
    const found = cell.clears ? undefined : list.find(row, cell);
    set.push([field, found?.id]);
    if (found) row.uses.push(found);
  }
  for (const field of ["guaranteed", "maximum"] as const) {
    const cell = row.cell(field);
    if (!cell) continue;
    const clears = cell.clears || (field === "maximum" && UNLIMITED.test(fold(cell.text) || cell.text));
    set.push([field, clears ? undefined : row.whole(cell, LIMITS.cost)]);
  }
  for (const field of ["needs", "offers"] as const) {
    const cell = row.cell(field);
    if (cell) set.push([field, cell.clears ? undefined : row.list(cell)]);
  }
  const absent = row.cell("absent");
  if (absent) set.push(["absent", absent.clears ? undefined : row.times(absent, work.calendar)]);
  const meals = row.cell("meals");
  if (meals) set.push(["meals", meals.clears ? false : row.yes(meals, takesMeal)]);
  const representatives = row.cell("representatives");
  if (representatives) {
    const own = objectsOf({ list: valueOf(entry, "representatives") }, "list");
    const read = representatives.clears ? [] : readRepresentatives(representatives.text, entry.id, own);
    if (typeof read === "number") {
      const values = { count: read, limit: MOST_REPRESENTATIVES };
      row.wrong("too-many-representatives", representatives.column, representatives.text, values);
    } else if (checkRepresentatives(row, work, entry, read, representatives)) set.push(["representatives", read]);
  }
  return set.map(([key, value]) => [key, Array.isArray(value) && value.length === 0 ? undefined : value]);
}

/** Ids of representatives are unique in the event, and their times are times of it. */
function checkRepresentatives(
  row: SheetRow,
  work: Work,
  entry: Entry,
  list: readonly Raw[],
  { column, text }: { column: number; text: string },
): boolean {
  const before = new Set(objectsOf(entry.old, "representatives").map((one) => textOf(one, "id")));
  const ids = list.map((one) => textOf(one, "id") ?? "");
  const taken = ids.find(
    (id, i) => ids.indexOf(id) !== i || (!before.has(id) && id !== entry.id && work.rowIds.has(id)),
  );
  if (taken !== undefined) {
    row.wrong("row-id-taken", column, text, { value: taken });
    return false;
  }
  const strange = list.flatMap((one) => textsOf(one, "absent")).find((token) => !coverage(work.calendar, token));
  if (strange !== undefined) row.wrong("time-unknown", column, text, { value: strange });
  return strange === undefined;
}

/** The id of the side of a row: undefined where nothing is to change, or once it was told what is wrong. */
function sideOf(row: SheetRow, work: Work, isNew: boolean): string | undefined {
  const cell = row.cell("side");
  const given = row.rows.side;
  const from =
    cell && !cell.clears ? cell : given === undefined ? undefined : { text: given, clears: false, column: -1 };
  if (from) {
    const side = work.sides.find(row, from);
    if (side) row.uses.push(side);
    return side?.id;
  }
  if (!isNew) return undefined;
  const sides = work.sides.list.entries;
  if (sides.length === 1) {
    row.uses.push(sides[0]!);
    return sides[0]!.id;
  }
  if (sides.length === 0) {
    const side = work.sides.list.make("participants", row.rows.sheet.id, row.line, true);
    work.problems.note("note-side-assumed", row.rows.sheet.id, 0, { value: "participants" });
    row.uses.push(side);
    return side.id;
  }
  const column = row.rows.columns("side")[0]?.index ?? -1;
  const sheet = row.rows.sheet.id;
  return row.wrong("no-side", column, "", {}, () =>
    sides.slice(0, 5).map((side) => {
      const shown = textAfter(side, "label") ?? side.id;
      return column < 0
        ? { label: say("all-are", { value: shown }), fix: { kind: "side", sheet, side: side.id } }
        : {
            label: say("take-as", { value: shown }),
            fix: { kind: "read", sheet, column, from: "", to: side.id, line: row.line },
          };
    }),
  );
}
