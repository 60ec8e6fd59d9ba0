// Sides, packages and places that cells name: found, or made when nothing near is there. Called by the readers of rows.
// Nothing is made silently: what is made stands in the preview, and a person may refuse it.

import { nearest } from "../../spec/nearest.js";
import { textAfter, type Entry, type EntryList } from "./draft.js";
import { say } from "./messages.js";
import { readAs, type Place } from "./problems.js";
import type { Cell, SheetRow, SheetRows } from "./rows.js";
import type { Answers, Created, Field, Proposal } from "./types.js";
import { fold, freeId, slug } from "./words.js";

/** New ones that a column may bring before it is asked whether it is the right column. */
const MOST_NEW: Record<Created["list"], number> = { sides: 8, packages: 20, places: Infinity };
/** Different names of a column that are counted. */
const MOST_LOOKED = 2_000;
const WORDS = {
  sides: { unknown: "unknown-side", many: "many-sides" },
  packages: { unknown: "unknown-package", many: "many-packages" },
  places: { unknown: "unknown-place", many: "unknown-place" },
} as const;

export class NamedList {
  readonly #refused: ReadonlySet<string>;
  readonly #wanted: ReadonlySet<string>;
  readonly #counted = new Map<SheetRows, number>();

  constructor(
    readonly kind: Created["list"],
    readonly field: Field,
    readonly list: EntryList,
    { refuse, fixes }: Pick<Answers, "refuse" | "fixes">,
  ) {
    this.#refused = new Set(refuse.flatMap((one) => (one.list === kind ? [fold(one.name)] : [])));
    this.#wanted = new Set(
      fixes.flatMap((fix) => (fix.kind === "create" && fix.list === kind ? [fold(fix.name)] : [])),
    );
  }

  /** The entry that a cell names; undefined once the row was told what is wrong. */
  find(row: SheetRow, { text, column }: Cell): Entry | undefined {
    const known = this.list.named(text);
    if (known && !known.made) return known;
    const place = row.rows.at(row.line, column, text);
    if (this.#refused.has(fold(text)))
      return row.wrong("refused-new", column, text, {}, () => this.#offers(place, text));
    if (known) return known;
    if (!this.#wanted.has(fold(text))) {
      const near = this.#near(text);
      if (near) {
        const shown = textAfter(near, "label") ?? near.id;
        return row.wrong(WORDS[this.kind].unknown, column, text, { near: shown }, () => [
          readAs(place, near.id, shown),
          this.#makeOffer(text),
        ]);
      }
      const count = this.#newIn(row.rows);
      if (count > MOST_NEW[this.kind])
        return row.wrong(WORDS[this.kind].many, column, text, { count }, () => [this.#makeOffer(text)]);
    }
    const taken = (id: string): boolean => this.list.has(id);
    const id = this.kind === "places" ? freeId(text, taken) : freeId(slug(text) || text, taken);
    return this.list.make(id, row.rows.sheet.id, row.line, true, text);
  }

  #offers(place: Place, text: string): Proposal[] {
    const near = this.#near(text);
    return near ? [readAs(place, near.id, textAfter(near, "label") ?? near.id)] : [];
  }

  #makeOffer(name: string): Proposal {
    return { label: say("make-new", { value: name }), fix: { kind: "create", list: this.kind, name } };
  }

  /** An entry whose id or label nearly says the same; names with digits (stands) are only ever themselves. */
  #near(text: string): Entry | undefined {
    const word = fold(text);
    if (word.length < 4 || /\d/.test(word)) return undefined;
    const names = new Map<string, Entry>();
    for (const entry of this.list.entries) {
      for (const name of [entry.id, textAfter(entry, "label")]) if (name !== undefined) names.set(fold(name), entry);
    }
    const near = nearest(word, names.keys());
    return near === undefined ? undefined : names.get(near);
  }

  /** How many different new names the column of a sheet holds. */
  #newIn(rows: SheetRows): number {
    const known = this.#counted.get(rows);
    if (known !== undefined) return known;
    const column = rows.columns(this.field)[0];
    const names = new Set<string>();
    const looked = new Set<string>();
    if (column) {
      for (const { line, cells } of rows.sheet.rows) {
        if (line <= rows.plan.titles.last) continue;
        const text = rows.read(cells, column.index, line);
        if (text === "" || looked.has(text)) continue;
        if (looked.size > MOST_LOOKED) break;
        looked.add(text);
        if (!this.list.named(text)) names.add(fold(text));
      }
    }
    this.#counted.set(rows, names.size);
    return names.size;
  }
}
