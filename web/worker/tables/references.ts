// What else in the event speaks of a person, a place or a package: renamed with it, and taken out with it, in the same edit.
// Called by change.ts.

import type { Edit } from "../../../src/index.js";
import type { RemovalView, TableId } from "../../tables.js";
import { listAt, textAt, type Raw } from "../data.js";
import { LIST, type TableData } from "./data.js";

type Path = (string | number)[];

/** A place in the event where an id stands: what to do when it is renamed, and what goes when its bearer goes. */
interface Reference {
  id: string;
  /** Where the id itself stands. */
  path: Path;
  /** What makes no sense without it: the item, or just the key. */
  goes: Path;
  kind: "wishes" | "locked" | "others";
}

/** Every place in the event where the id of a participant stands. */
function* peopleIn(data: unknown): Generator<Reference> {
  const wishes = listAt(data, "wishes");
  for (let i = 0; i < wishes.length; i++) {
    for (const key of ["from", "to"]) {
      yield { id: textAt(wishes[i], key), path: ["wishes", i, key], goes: ["wishes", i], kind: "wishes" };
    }
  }
  for (const list of ["locked", "blocked"]) {
    const items = listAt(data, list);
    for (let i = 0; i < items.length; i++) yield* pair(items[i]!, "participants", [list, i]);
  }
  const precedences = listAt(data, "precedences");
  for (let i = 0; i < precedences.length; i++) {
    for (const key of ["first", "then"]) yield* pair(precedences[i]!, key, ["precedences", i]);
  }
  const met = (data as { met?: unknown } | null)?.met;
  if (Array.isArray(met)) {
    for (let i = 0; i < met.length; i++) yield* pair({ pair: met[i] as unknown }, "pair", ["met", i], ["met", i]);
  }
  const meals = listAt(data, "meals");
  for (let m = 0; m < meals.length; m++) {
    const seats = listAt(meals[m], "seats");
    for (let i = 0; i < seats.length; i++) {
      const goes = ["meals", m, "seats", i];
      yield { id: textAt(seats[i], "participant"), path: [...goes, "participant"], goes, kind: "others" };
    }
    const tables = listAt(meals[m], "tables");
    for (let i = 0; i < tables.length; i++) {
      const path = ["meals", m, "tables", i, "host"];
      yield { id: textAt(tables[i], "host"), path, goes: path, kind: "others" };
    }
  }
}

function* pair(item: Raw, key: string, goes: Path, at: Path = [...goes, key]): Generator<Reference> {
  const ids = item[key];
  if (!Array.isArray(ids)) return;
  const kind = goes[0] === "locked" ? "locked" : "others";
  for (let i = 0; i < ids.length; i++) {
    if (typeof ids[i] === "string") yield { id: ids[i] as string, path: [...at, i], goes, kind };
  }
}

function* placesIn(data: unknown): Generator<Reference> {
  yield* keysIn(data, "participants", "place");
  yield* keysIn(data, "locked", "place");
}

function* keysIn(data: unknown, list: string, key: string): Generator<Reference> {
  const items = listAt(data, list);
  for (let i = 0; i < items.length; i++) {
    const path = [list, i, key];
    yield { id: textAt(items[i], key), path, goes: path, kind: "others" };
  }
}

function referencesIn(data: unknown, table: TableId): Iterable<Reference> {
  if (table === "people") return peopleIn(data);
  if (table === "places") return placesIn(data);
  return table === "packages" ? keysIn(data, "participants", "tier") : [];
}

/** The edits that give an id another name wherever it stands, the row itself included. */
export function renameEdits({ data }: TableData, table: TableId, row: number, from: string, to: string): Edit[] {
  const edits: Edit[] = [{ op: "set", path: [LIST[table], row, "id"], value: to }];
  for (const { id, path } of referencesIn(data, table)) if (id === from) edits.push({ op: "set", path, value: to });
  return edits;
}

/** Where an organisation stands in the wishes, or a zone in the walks. */
export function* groupPaths({ data, wishes }: TableData, key: string, name: string): Generator<Path> {
  if (key === "organisation") {
    for (let i = 0; i < wishes.length; i++) if (textAt(wishes[i], "to") === name) yield ["wishes", i, "to"];
    return;
  }
  const walks = (data as { walks?: unknown } | null)?.walks;
  if (!Array.isArray(walks)) return;
  for (let i = 0; i < walks.length; i++) {
    const walk: unknown = walks[i];
    if (!Array.isArray(walk)) continue;
    for (let end = 0; end < 2; end++) if (walk[end] === name) yield ["walks", i, end];
  }
}

/** The edits that take rows out, and what makes no sense without them; what else goes, counted. */
export function removalOf(
  table: TableData,
  id: TableId,
  rows: readonly number[],
): { edits: Edit[]; view: RemovalView } {
  const edits: Edit[] = rows.map((row) => ({ op: "remove", path: [LIST[id], row] }));
  const view: RemovalView = { rows: rows.length, wishes: 0, locked: 0, others: 0 };
  const gone = new Set(rows.map((row) => textAt(table[id][row], "id")));
  // An organisation goes with the last of its people, and the wishes for it go too.
  if (id === "people") {
    const going = new Set(rows);
    for (const [name, members] of table.organisation) {
      if (!table.person.has(name) && members.every((member) => going.has(member))) gone.add(name);
    }
  }
  gone.delete("");
  // So does a zone with the last of its places, and the minutes of walking to it.
  if (id === "places") {
    const going = new Set(rows);
    const left = new Set(table.places.filter((_, i) => !going.has(i)).map((raw) => textAt(raw, "zone")));
    const zones = new Set(rows.map((row) => textAt(table.places[row], "zone")).filter((zone) => !left.has(zone)));
    const walks = new Set([...zones].flatMap((zone) => [...groupPaths(table, "zone", zone)].map(([, walk]) => walk!)));
    for (const walk of walks) edits.push({ op: "remove", path: ["walks", walk] });
    view.others += walks.size;
  }
  const seen = new Set<string>();
  for (const reference of referencesIn(table.data, id)) {
    if (!gone.has(reference.id)) continue;
    const key = JSON.stringify(reference.goes);
    if (seen.has(key)) continue;
    seen.add(key);
    edits.push({ op: "remove", path: reference.goes });
    view[reference.kind]++;
  }
  return { edits, view };
}
