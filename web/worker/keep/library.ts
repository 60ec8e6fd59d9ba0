// The events that are kept, seen from outside: listed, renamed, copied, deleted, restored. With those that only memory
// holds, as the storage did not take them: they are listed like the others and written as soon as it does.
// Called by keeper.ts, which has the open one.

import type { KeepAnswer, KeptView, ShelfView } from "../../protocol.js";
import { cut } from "../known.js";
import { newId, renamed } from "./names.js";
import type { Shelf } from "./shelf.js";
import type { Tabs } from "./tabs.js";
import type { Kept, KeptMeta } from "./types.js";
import type { Versions } from "./versions.js";

export class Library {
  readonly #shelf: Shelf;
  readonly #versions: Versions;
  readonly #tabs: Tabs;
  readonly #held = new Map<string, Kept>();

  constructor(shelf: Shelf, versions: Versions, tabs: Tabs) {
    this.#shelf = shelf;
    this.#versions = versions;
    this.#tabs = tabs;
  }

  /** Keeps in memory what the storage did not take. */
  hold(kept: Kept): void {
    this.#held.set(kept.meta.id, kept);
  }

  /** It is written. */
  release(id: string): void {
    this.#held.delete(id);
  }

  holds(id: string): boolean {
    return this.#held.has(id);
  }

  /** Tries to write what only memory holds; true when something was. One that was changed elsewhere gets an id of its own. */
  async retry(): Promise<boolean> {
    let wrote = false;
    for (const kept of [...this.#held.values()]) {
      const own = { ...kept, meta: { ...kept.meta, id: newId(), revision: 0 } };
      try {
        if ((await this.#shelf.save(kept)) === "newer") await this.#shelf.save(own);
      } catch {
        return wrote;
      }
      this.#held.delete(kept.meta.id);
      wrote = true;
    }
    return wrote;
  }

  /** All events, the one edited last first; `open` is the open one as it is now. */
  async list(open: KeptMeta | null): Promise<ShelfView> {
    const stored = await this.#shelf.list().catch(() => []);
    const all = new Map(stored.map((meta) => [meta.id, meta]));
    for (const [id, { meta }] of this.#held) all.set(id, meta);
    if (open) all.set(open.id, open);
    const metas = [...all.values()].sort((a, b) => b.edited - a.edited);
    const ids = new Set(stored.map(({ id }) => id));
    const view = (meta: KeptMeta): KeptView => ({
      id: meta.id,
      name: cut(meta.name, 120),
      city: cut(meta.city, 60),
      from: meta.from,
      to: meta.to,
      people: meta.people,
      edited: meta.edited,
      size: meta.size,
      stored: ids.has(meta.id) && !this.#held.has(meta.id),
    });
    return {
      events: metas.filter(({ deleted }) => deleted === null).map(view),
      deleted: metas.filter(({ deleted }) => deleted !== null).map(view),
      versions: open ? await this.#versions.list(open.id).catch(() => []) : [],
    };
  }

  /** An event that is not deleted, with its text. */
  async load(id: string): Promise<Kept | null> {
    const kept = this.#held.get(id) ?? (await this.#shelf.load(id));
    return kept && kept.meta.deleted === null ? kept : null;
  }

  /** The id of an event with this very text. */
  async sameText(text: string): Promise<string | null> {
    const all = await this.#shelf.list();
    for (const meta of all.filter(({ size, deleted }) => size === text.length && deleted === null)) {
      if ((await this.#shelf.load(meta.id))?.text === text) return meta.id;
    }
    return null;
  }

  /** Renames an event that is not open here. */
  async rename(id: string, name: string): Promise<KeepAnswer> {
    const answer = await this.#tabs.alone(id, async (): Promise<KeepAnswer> => {
      const kept = await this.load(id);
      if (!kept) return "gone";
      const text = renamed(kept.text, name);
      if (text === null) return "broken";
      const meta = { ...kept.meta, name, size: text.length, edited: Date.now() };
      // The undo history is about the text as it was.
      const saved = await this.#shelf.save({ meta, text, history: { undo: [], redo: [] } });
      if (saved === "saved") this.#held.delete(id);
      return saved === "saved" ? "done" : "elsewhere";
    });
    return answer ?? "elsewhere";
  }

  /** Copies an event under another name; `open`: it as it is now, where it is open. */
  async duplicate(id: string, name: string, open: Kept | null): Promise<KeepAnswer> {
    const kept = open ?? (await this.load(id));
    if (!kept) return "gone";
    const text = renamed(kept.text, name) ?? kept.text;
    const now = Date.now();
    const own = { id: newId(), name, size: text.length, created: now, edited: now, revision: 0, deleted: null };
    const made: Kept = { meta: { ...kept.meta, ...own }, text, history: { undo: [], redo: [] } };
    try {
      await this.#shelf.save(made);
    } catch (error) {
      this.hold(made);
      throw error;
    }
    return "done";
  }

  /** Deletes an event that no other tab has open. */
  async remove(id: string): Promise<KeepAnswer> {
    const done = await this.#tabs.alone(id, async () => this.#mark(id, Date.now()));
    return done ? "done" : "elsewhere";
  }

  async restore(id: string): Promise<KeepAnswer> {
    await this.#mark(id, null);
    return "done";
  }

  async #mark(id: string, deleted: number | null): Promise<true> {
    const held = this.#held.get(id);
    if (held) this.hold({ ...held, meta: { ...held.meta, deleted } });
    else await this.#shelf.mark(id, deleted);
    return true;
  }
}
