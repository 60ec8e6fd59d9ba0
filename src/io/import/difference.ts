// What an import adds and changes, table by table, for a person to look at before it is applied. Called by preview.ts.
// Lists are cut, the numbers are not.

import { textAfter, valueOf, type DraftWish, type Entry, type EntryList } from "./draft.js";
import { textOf } from "./event-view.js";
import type { Work } from "./preview.js";
import type { Change, Difference, FieldChange, Table } from "./types.js";

const MOST_CHANGES = 500;
const MOST_MISSING = 500;

export function differences(work: Work): Record<Table, Difference> {
  const { answers } = work;
  const named = (table: Table, list: EntryList, missing: readonly Entry[]): Difference =>
    ofEntries(list, missing, answers.remove.includes(table) ? new Set(removable(work, table, missing)) : new Set());
  return {
    participants: named("participants", work.people.list, missingPeople(work)),
    wishes: ofWishes(work),
    places: named("places", work.places.list, missingNamed(work.places.list)),
    packages: named("packages", work.packages.list, missingNamed(work.packages.list)),
  };
}

/** True for an entry that is put into the event. */
export function isNew(entry: Entry): boolean {
  return entry.index < 0 && (entry.touched || entry.rows > 0) && (!entry.made || entry.rows > 0);
}

/** Participants of the event that no file speaks of, on the sides that files speak of. */
export function missingPeople(work: Work): Entry[] {
  const { entries } = work.people.list;
  const sides = new Set(entries.filter(({ touched }) => touched).map((entry) => textAfter(entry, "side")));
  return entries.filter((entry) => entry.index >= 0 && !entry.touched && sides.has(textOf(entry.old, "side")));
}

/** Places or packages of the event that no file speaks of; nothing when no file is about them. */
export function missingNamed({ entries }: EntryList): Entry[] {
  if (!entries.some((entry) => entry.touched && !entry.made)) return [];
  return entries.filter((entry) => entry.index >= 0 && !entry.touched);
}

/** Of these, what can be taken out: places and packages that somebody has stay. */
export function removable(work: Work, table: Table, missing: readonly Entry[]): Entry[] {
  if (table === "participants") return [...missing];
  const key = table === "places" ? "place" : "tier";
  const used = new Set<unknown>();
  for (const entry of work.people.list.entries) used.add(valueOf(entry, key));
  const { locked } = work.view.root;
  if (table === "places" && Array.isArray(locked))
    for (const one of locked as unknown[]) used.add((one as { place?: unknown } | null)?.place);
  return missing.filter(({ id }) => !used.has(id));
}

/** Wishes of the event that no file holds, of people whose wishes were read. */
export function missingWishes(work: Work): DraftWish[] {
  return [...work.wishes.values()].filter((wish) => wish.index >= 0 && !wish.touched && work.wishers.has(wish.from));
}

function ofEntries({ entries }: EntryList, missing: readonly Entry[], gone: ReadonlySet<Entry>): Difference {
  const result = empty(
    missing.length,
    missing.map(({ id }) => id),
  );
  for (const entry of entries) {
    if (gone.has(entry)) add(result, "removed", entry.id, labelOf(entry), [], entry);
    else if (isNew(entry)) add(result, "added", entry.id, labelOf(entry), fieldsOf(entry), entry);
    else if (entry.index < 0) continue;
    else if (entry.next.size > 0) add(result, "changed", entry.id, labelOf(entry), fieldsOf(entry), entry);
    else if (entry.touched) result.unchanged++;
  }
  return result;
}

function ofWishes(work: Work): Difference {
  const missing = missingWishes(work);
  const gone = new Set(work.answers.remove.includes("wishes") ? missing : []);
  const label = (from: string, to: string): string => `${nameOf(work, from)} → ${nameOf(work, to)}`;
  const result = empty(
    missing.length,
    missing.map(({ from, to }) => label(from, to)),
  );
  for (const wish of work.wishes.values()) {
    const { from, to, next, old, newTo } = wish;
    const was = old.veto === true ? "veto" : old.priority;
    const fields: FieldChange[] =
      next === undefined
        ? []
        : [{ field: next === "veto" || was === "veto" ? "kind" : "priority", old: was, new: next }];
    if (newTo !== undefined && wish.index >= 0) fields.push({ field: "to", old: old.to, new: newTo });
    const id = `${from} → ${to}`;
    if (gone.has(wish)) add(result, "removed", id, label(from, to), [], wish);
    else if (wish.index < 0) add(result, "added", id, label(from, to), fields, wish);
    else if (fields.length > 0) add(result, "changed", id, label(from, to), fields, wish);
    else if (wish.touched) result.unchanged++;
  }
  for (const wish of work.dropped)
    add(result, "removed", `${wish.from} → ${wish.to}`, label(wish.from, wish.to), [], wish);
  return result;
}

function empty(missing: number, ids: readonly string[]): Difference {
  const missingIds = ids.slice(0, MOST_MISSING);
  return { added: 0, changed: 0, unchanged: 0, removed: 0, changes: [], missing, missingIds };
}

function add(
  result: Difference,
  kind: Change["kind"],
  id: string,
  label: string,
  fields: FieldChange[],
  { sheet, line }: { sheet: string; line: number },
): void {
  result[kind]++;
  if (result.changes.length < MOST_CHANGES) result.changes.push({ kind, id, label, fields, sheet, line });
}

function fieldsOf(entry: Entry): FieldChange[] {
  return [...entry.next]
    .map(([field, value]) => ({
      field,
      old: Object.hasOwn(entry.old, field) ? entry.old[field] : undefined,
      new: value,
    }))
    .filter((change) => change.old !== undefined || change.new !== undefined);
}

function labelOf(entry: Entry): string {
  return textAfter(entry, "name") ?? textAfter(entry, "label") ?? entry.id;
}

function nameOf(work: Work, id: string): string {
  const entry = work.people.list.get(id);
  return entry ? labelOf(entry) : id;
}
