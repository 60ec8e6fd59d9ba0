// The keeper of events as the page knows it: opens, creates, renames, deletes, returns to versions, makes files and links.
// Called by the page through keep/api.ts and by owner.ts, which holds the text of the open event. Operations come one
// after the other; none of them loses what is open: it is written first, or stays in memory.

import { proxyMarker } from "comlink";
import type {
  EventView,
  FileView,
  KeepAnswer,
  LinkAnswer,
  OpenAnswer,
  OpenRefusal,
  ShelfView,
  Source,
  Text,
  VersionWhy,
} from "../../protocol.js";
import { cut } from "../known.js";
import { normal } from "../text.js";
import type { KeepApi, StartAnswer, StartWish } from "./api.js";
import { blankEvent } from "./blank.js";
import { isZip, unbundle } from "./bundle.js";
import { linkOf, plainFile, readLink, wholeFile } from "./files.js";
import { MOST_NAME, renamed } from "./names.js";
import { OpenEvent } from "./open-event.js";
import { realTimer } from "./saver.js";
import { Shelf } from "./shelf.js";
import { ShelfError } from "./storage.js";
import type { KeepHost } from "./types.js";

/** Milliseconds that a deleted event can be had back. */
const BIN = 24 * 60 * 60 * 1000;

/** What undo would take back. */
const LABELS = {
  rename: { en: "Renaming the event", fr: "Renommage de l’événement" },
  return: { en: "Returning to a version", fr: "Retour à une version" },
} satisfies Record<string, Text>;

export class Keeper implements KeepApi {
  /** Calls cross to it one by one; it never does itself. */
  readonly [proxyMarker] = true as const;
  readonly #host: KeepHost;
  readonly #shelf: Shelf;
  readonly #open: OpenEvent;

  constructor(host: KeepHost, shelf = new Shelf(), timer = realTimer) {
    this.#host = host;
    this.#shelf = shelf;
    this.#open = new OpenEvent(host, shelf, timer);
  }

  /** True while the open event must not be changed here. */
  get readOnly(): boolean {
    return this.#open.readOnly;
  }

  /** The text of the open event changed. */
  touched(): void {
    this.#open.touched();
  }

  /** The text of the open event was read. */
  wasRead(): void {
    this.#open.wasRead();
  }

  start({ tab, link, look }: StartWish): Promise<StartAnswer> {
    return this.#turn(async () => {
      let refused: OpenRefusal | null = null;
      if (look !== null || link !== null) {
        const asked = look !== null ? await this.#openVersion(look) : await this.#openLink(link!);
        if (asked.ok) return { view: asked.view, refused };
        refused = asked.why;
      }
      try {
        await this.#shelf.erase(Date.now() - BIN);
        const last = await this.#shelf.last();
        for (const id of [tab, last]) {
          const opened = id === null ? null : await this.#openKept(id);
          if (opened?.ok) return { view: opened.view, refused };
        }
      } catch (error) {
        this.#open.failed(error);
      }
      return { view: null, refused };
    });
  }

  /** Leaves the open event and opens what is not kept until it is edited: a sample. */
  replace(open: () => EventView): Promise<EventView> {
    return this.#turn(async () => {
      await this.#open.leave();
      const view = open();
      this.#open.began();
      return view;
    });
  }

  open(id: string): Promise<OpenAnswer> {
    return this.#turn(() => this.#openKept(id));
  }

  openFile(file: Blob, name: string): Promise<OpenAnswer> {
    return this.#turn(async () => {
      if (await isZip(file)) return this.#openWhole(file);
      const title = cut(name, 120);
      return this.#openText(normal(await file.text()), { file: title }, title);
    });
  }

  /** Opens a text that was made of what people brought, under the name it came with. */
  openText(text: string, name: string): Promise<OpenAnswer> {
    return this.#turn(() => this.#openText(normal(text), { file: name }, name));
  }

  openLink(code: string): Promise<OpenAnswer> {
    return this.#turn(() => this.#openLink(code));
  }

  create(locale: "en" | "fr"): Promise<EventView> {
    return this.#turn(async () => {
      await this.#open.leave();
      const view = this.#open.begin(blankEvent(locale, Date.now()), { kept: "" }, undefined);
      await this.#keepNow();
      return view;
    });
  }

  list(): Promise<ShelfView> {
    return this.#open.library.list(this.#open.kept?.meta ?? null);
  }

  rename(id: string, name: string): Promise<KeepAnswer> {
    const short = [...name.trim()].slice(0, MOST_NAME).join("");
    return this.#turn(async () => {
      if (this.#open.id !== id) return this.#listed(() => this.#open.library.rename(id, short));
      const text = renamed(this.#host.text(), short);
      return text === null ? "broken" : this.#rewrite(text, LABELS.rename);
    });
  }

  duplicate(id: string, name: string): Promise<KeepAnswer> {
    return this.#turn(async () => {
      const open = this.#open.id === id ? this.#open.kept : null;
      return this.#listed(() => this.#open.library.duplicate(id, name, open));
    });
  }

  remove(id: string): Promise<KeepAnswer> {
    return this.#turn(async () => {
      const open = this.#open.id === id;
      if (open && this.readOnly) return "elsewhere";
      if (open) await this.#open.flush();
      const answer = await this.#listed(() => this.#open.library.remove(id));
      if (open && answer === "done") {
        this.#open.tabs.release();
        this.#open.began();
      }
      return answer;
    });
  }

  restore(id: string): Promise<KeepAnswer> {
    return this.#turn(() => this.#listed(() => this.#open.library.restore(id)));
  }

  editHere(): Promise<void> {
    return this.#open.take();
  }

  keepLooked(): Promise<void> {
    return this.#turn(async () => {
      if (this.#open.mode !== "look") return;
      this.#open.began();
      await this.#keepNow();
    });
  }

  flush(): Promise<boolean> {
    return this.#open.flush();
  }

  mark(why: Exclude<VersionWhy, "named">): Promise<void> {
    return this.#turn(async () => {
      if (!this.readOnly) await this.#open.version(this.#host.text(), why);
      this.#open.tell();
    });
  }

  nameVersion(label: string): Promise<KeepAnswer> {
    return this.#turn(async () => {
      if (this.readOnly) return "elsewhere";
      await this.#keepNow();
      const { id, versions } = this.#open;
      return this.#listed(async () => ((await versions.name(id!, this.#host.text(), label)) ? "done" : "full"));
    });
  }

  dropVersion(id: number): Promise<KeepAnswer> {
    return this.#turn(() => this.#listed(async () => (await this.#open.versions.drop(id), "done" as const)));
  }

  returnTo(version: number): Promise<KeepAnswer> {
    return this.#turn(async () => {
      const { id, versions } = this.#open;
      if (this.readOnly || id === null) return "elsewhere";
      try {
        const found = await versions.read(version);
        if (!found || found.meta.event !== id) return "gone";
        await versions.make(id, this.#host.text(), "return");
        return await this.#rewrite(found.text, LABELS.return);
      } catch (error) {
        return this.#open.failed(error);
      }
    });
  }

  whole(id: string): Promise<FileView | null> {
    return this.#turn(async () => {
      const kept = this.#open.id === id ? this.#open.kept : await this.#load(id);
      return kept && wholeFile(kept, this.#open.versions);
    });
  }

  plain(id?: string): Promise<FileView | null> {
    return this.#turn(async () => {
      if (id === undefined || id === this.#open.id) return plainFile(this.#host.facts()?.name ?? "", this.#host.text());
      const kept = await this.#load(id);
      return kept && plainFile(kept.meta.name, kept.text);
    });
  }

  link(): Promise<LinkAnswer> {
    return linkOf(this.#host.text());
  }

  dismiss(): void {
    this.#open.notify(null);
  }

  #turn<T>(work: () => Promise<T>): Promise<T> {
    return this.#open.turn(work);
  }

  #load(id: string): ReturnType<Shelf["load"]> {
    return this.#open.library.load(id).catch(() => null);
  }

  /** Keeps what is open from now on, and writes it. */
  async #keepNow(): Promise<void> {
    this.#open.touched();
    await this.#open.flush();
  }

  async #openKept(id: string): Promise<OpenAnswer> {
    if (this.#open.id === id) return { ok: true, view: this.#host.view() };
    const { library, tabs } = this.#open;
    try {
      if (!(await library.load(id))) return { ok: false, why: "gone" };
      await this.#open.leave();
      // Only once this tab holds the lock, or waits for it, is what it reads the newest.
      const held = await tabs.claim(id);
      const kept = await library.load(id);
      if (!kept) return { ok: false, why: "gone" };
      const { meta, text, history } = kept;
      const view = this.#open.begin(text, { kept: meta.name }, history, { mode: held ? "edit" : "follow", meta });
      await this.#shelf.setLast(id).catch(() => undefined);
      return { ok: true, view };
    } catch (error) {
      return { ok: false, why: this.#open.failed(error) };
    }
  }

  /** Opens a text from elsewhere: the event that has this very text already, else an event of its own. */
  async #openText(text: string, source: Source, title: string): Promise<OpenAnswer> {
    const same = await this.#open.library.sameText(text).catch(() => null);
    if (same !== null) {
      const opened = await this.#openKept(same);
      if (opened.ok) return opened;
    }
    await this.#open.leave();
    const view = this.#open.begin(text, source, undefined, { title });
    // What has errors is not kept before somebody begins to mend it.
    if (view.good === view.revision) this.#open.touched();
    return { ok: true, view };
  }

  async #openLink(code: string): Promise<OpenAnswer> {
    const read = await readLink(code);
    return read.ok ? this.#openText(read.text, { shared: "" }, "") : { ok: false, why: read.why };
  }

  async #openWhole(file: Blob): Promise<OpenAnswer> {
    const read = await unbundle(file);
    if (!read.ok) return read;
    await this.#open.leave();
    const { text, history, created, versions, textOf } = read.value;
    const view = this.#open.begin(normal(text), { kept: "" }, history);
    this.#open.adopt(created);
    await this.#keepNow();
    try {
      for (const [i, version] of versions.entries())
        await this.#open.versions.add(this.#open.id!, version, normal(textOf(i)));
    } catch (error) {
      if (error instanceof ShelfError) this.#open.failed(error);
      else this.#open.notify({ kind: "versions" });
    }
    this.#open.listsChanged(true);
    return { ok: true, view };
  }

  async #openVersion(version: number): Promise<OpenAnswer> {
    try {
      const found = await this.#open.versions.read(version);
      if (!found) return { ok: false, why: "gone" };
      const look = { id: version, at: found.meta.at };
      return { ok: true, view: this.#open.begin(found.text, { kept: "" }, undefined, { mode: "look", look }) };
    } catch (error) {
      return { ok: false, why: this.#open.failed(error) };
    }
  }

  /** Another text of the open event, as an edit. */
  async #rewrite(text: string, label: Text): Promise<KeepAnswer> {
    if (this.readOnly) return "elsewhere";
    this.#host.rewrite(text, label);
    await this.#open.flush();
    return "done";
  }

  /** Does something with the lists and tells everybody. */
  async #listed(work: () => Promise<KeepAnswer>): Promise<KeepAnswer> {
    try {
      const answer = await work();
      this.#open.listsChanged(true);
      return answer;
    } catch (error) {
      return this.#open.failed(error);
    }
  }
}
