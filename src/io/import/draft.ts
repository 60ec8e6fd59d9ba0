// The event as it would be after the import: entries of the event with what the files change in them, and new ones. Filled
// by the readers of rows, read by difference.ts and edits.ts. Nothing of the event itself is touched.

import type { Item, Raw } from "./event-view.js";
import { textOf } from "./event-view.js";
import { fold, singular } from "./words.js";

/** A participant, side, place or package. */
export interface Entry {
  id: string;
  /** Where it stands in the event's list; -1: new. */
  index: number;
  old: Raw;
  /** Keys that change; undefined takes the key out. */
  next: Map<string, unknown>;
  /** Named by a row that is taken. */
  touched: boolean;
  sheet: string;
  line: number;
  /** Came into being because a cell names it: counts only with such a row. */
  made: boolean;
  rows: number;
}

/** Values that are the same as leaving the key out. */
const DEFAULTS: Record<string, unknown> = { meals: true, weight: 1 };

/** The value of a key after the import. */
export function valueOf(entry: Entry, key: string): unknown {
  if (entry.next.has(key)) return entry.next.get(key);
  return Object.hasOwn(entry.old, key) ? entry.old[key] : undefined;
}

/** The text of a key after the import. */
export function textAfter(entry: Entry, key: string): string | undefined {
  const value = valueOf(entry, key);
  return typeof value === "string" ? value : undefined;
}

/** Gives a key a value; what the event has already is no change. */
export function setValue(entry: Entry, key: string, value: unknown): void {
  const old = Object.hasOwn(entry.old, key) ? entry.old[key] : undefined;
  if (sameValue(key, old, value)) entry.next.delete(key);
  else entry.next.set(key, value);
}

function sameValue(key: string, a: unknown, b: unknown): boolean {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value) && value.length === 0) return undefined;
    // What stands twice in a list says the same once.
    if (Array.isArray(value) && value.every((one) => typeof one === "string")) return [...new Set(value)];
    return value === DEFAULTS[key] ? undefined : value;
  };
  const [x, y] = [plain(a), plain(b)];
  return x === y || JSON.stringify(x) === JSON.stringify(y);
}

/** One list of the event. */
export class EntryList {
  readonly entries: Entry[] = [];
  readonly #byId = new Map<string, Entry>();
  readonly #words = new Map<string, Entry>();

  constructor(items: readonly Item[]) {
    for (const { index, raw } of items) this.#add(this.#entry(raw.id as string, index, raw, "", 0, false));
  }

  get(id: string): Entry | undefined {
    return this.#byId.get(id);
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** The entry that a cell names: by id, by label, then without regard to case, accents and plural. */
  named(text: string): Entry | undefined {
    return (
      this.#byId.get(text) ??
      this.#words.get(text) ??
      this.#words.get(`~${fold(text)}`) ??
      this.#words.get(`~${singular(text)}`)
    );
  }

  /** A new entry. */
  make(id: string, sheet: string, line: number, made: boolean, label?: string): Entry {
    const entry = this.detached(id, sheet, line, made);
    if (label !== undefined && label !== id) entry.next.set("label", label);
    this.#add(entry);
    return entry;
  }

  /** A new entry that is not in the list before `adopt`. */
  detached(id: string, sheet: string, line: number, made = false): Entry {
    return this.#entry(id, -1, {}, sheet, line, made);
  }

  adopt(entry: Entry): void {
    this.#add(entry);
  }

  /** Makes an entry findable by its label, which a row has given. */
  learn(entry: Entry): void {
    const { id } = entry;
    for (const text of [id, textOf(entry.old, "label"), textAfter(entry, "label")]) {
      if (text === undefined) continue;
      for (const key of [text, `~${fold(text)}`, `~${singular(text)}`])
        if (!this.#words.has(key)) this.#words.set(key, entry);
    }
  }

  #entry(id: string, index: number, old: Raw, sheet: string, line: number, made: boolean): Entry {
    return { id, index, old, next: new Map(), touched: false, sheet, line, made, rows: 0 };
  }

  #add(entry: Entry): void {
    this.entries.push(entry);
    if (this.#byId.has(entry.id)) return;
    this.#byId.set(entry.id, entry);
    this.learn(entry);
  }
}

/** A wish after the import. */
export interface DraftWish {
  from: string;
  to: string;
  /** Where it stands in the event's list; -1: new. */
  index: number;
  old: Raw;
  /** undefined: as the event has it. */
  next: number | "veto" | undefined;
  touched: boolean;
  sheet: string;
  line: number;
  /** Names an organisation that has a new name. */
  newTo?: string;
}

/** Whether an old wish says what a new one does. */
export function sameWish(old: Raw, next: number | "veto"): boolean {
  return next === "veto"
    ? old.veto === true && old.priority === undefined
    : old.priority === next && old.veto === undefined;
}

export function wishKey(from: string, to: string): string {
  return `${from.length}:${from}${to}`;
}
