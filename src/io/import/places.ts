// Reads the rows of a sheet of places, or of packages, into the draft. Called by preview.ts before participants are read,
// which name both. A row is about the place whose id or label it bears, else about a new one.

import { LIMITS } from "../../spec/schema.js";
import { setValue, type Entry } from "./draft.js";
import type { Work } from "./preview.js";
import type { SheetRow, SheetRows } from "./rows.js";
import { freeId, slug } from "./words.js";

export function readPlaces(rows: SheetRows, work: Work): void {
  readNamed(rows, work, "places", (row) => {
    const zone = row.cell("zone");
    const capacity = row.cell("capacity");
    const closed = row.cell("closed");
    return [
      ...(zone ? [["zone", zone.clears ? undefined : zone.text] as const] : []),
      ...(capacity ? [["capacity", capacity.clears ? undefined : row.whole(capacity, LIMITS.cost)] as const] : []),
      ...(closed ? [["closed", closed.clears ? undefined : row.times(closed, work.calendar)] as const] : []),
    ];
  });
}

export function readPackages(rows: SheetRows, work: Work): void {
  readNamed(rows, work, "packages", (row) =>
    (["weight", "guaranteed", "maximum"] as const).flatMap((field) => {
      const cell = row.cell(field);
      const limit = field === "weight" ? LIMITS.weight : LIMITS.cost;
      return cell ? [[field, cell.clears ? undefined : row.whole(cell, limit)] as const] : [];
    }),
  );
}

function readNamed(
  rows: SheetRows,
  work: Work,
  kind: "places" | "packages",
  values: (row: SheetRow) => (readonly [string, unknown])[],
): void {
  const { list } = work[kind];
  const seen = new Map<Entry, number>();
  rows.each((row) => {
    const id = row.text("id");
    const label = row.text("label");
    const column = row.rows.columns("id")[0]?.index ?? -1;
    const name = id ?? label;
    if (name === undefined) row.wrong("no-id", column, "");
    const known = name === undefined ? undefined : (list.get(name) ?? list.named(name));
    const first = known && seen.get(known);
    if (first !== undefined) row.wrong("id-twice", column, name!, { line: first });
    const set = values(row);
    if (row.bad || name === undefined) {
      rows.count.bad++;
      return;
    }
    // A package known by its name alone gets an id like those that are made for one.
    const isName = kind === "packages" && !rows.has("label");
    const fresh = isName ? slug(name) || name : name;
    const entry =
      known ??
      list.make(
        freeId(fresh, (one) => list.has(one)),
        rows.sheet.id,
        row.line,
        false,
        isName ? name : undefined,
      );
    entry.made = false;
    entry.touched = true;
    if (entry.sheet === "") [entry.sheet, entry.line] = [rows.sheet.id, row.line];
    seen.set(entry, row.line);
    if (label !== undefined && (label !== entry.id || entry.index >= 0)) setValue(entry, "label", label);
    set.forEach(([key, value]) => setValue(entry, key, Array.isArray(value) && value.length === 0 ? undefined : value));
    list.learn(entry);
    rows.count.ready++;
  });
}
