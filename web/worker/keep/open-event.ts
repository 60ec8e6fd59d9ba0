// The event that is open in this tab, as far as keeping goes: which one it is, whether it may be edited here, when it is
// written, what another tab does to it. Called by keeper.ts. What could not be written stays in memory (library.ts) and is
// tried again with the next edit; what another tab wrote is never overwritten: this tab's text becomes a version then.

import type { EventView, KeepNotice, KeepProblem, KeepView, Source, VersionWhy } from "../../protocol.js";
import type { History } from "../event-text.js";
import { keptHistory } from "./facts.js";
import { Library } from "./library.js";
import { newId } from "./names.js";
import { Saver, type Timer } from "./saver.js";
import type { Shelf } from "./shelf.js";
import { ShelfError } from "./storage.js";
import { Tabs, type TabMessage } from "./tabs.js";
import type { Kept, KeepHost, KeptFacts, KeptMeta } from "./types.js";
import { Versions } from "./versions.js";

/** Milliseconds between two versions that are made while somebody edits. */
const EVERY = 10 * 60 * 1000;
/** Milliseconds that another tab has to save and hand over; a tab that does not answer loses the lock. */
const ANSWER = 1500;
/** Milliseconds after which a tab that handed over and was not taken up edits again. */
const TAKEN_UP = 5000;

/** How something is opened. */
export interface Opening {
  mode?: KeepView["mode"];
  /** Of a kept event. */
  meta?: KeptMeta;
  /** What it is called while its text gives no name. */
  title?: string;
  /** The version that is looked at, and when it was made. */
  look?: { id: number; at: number };
}

export class OpenEvent {
  readonly versions: Versions;
  readonly library: Library;
  readonly saver: Saver;
  readonly tabs: Tabs;
  readonly #host: KeepHost;
  readonly #shelf: Shelf;
  readonly #timer: Timer;
  #queue: Promise<unknown> = Promise.resolve();
  #meta: KeptMeta | null = null;
  #mode: KeepView["mode"] = "edit";
  #handing = false;
  #title = "";
  #look: number | null = null;
  /** The text when it was opened, until a version of it was made. */
  #original: string | null = null;
  #versionAt = 0;
  #saved: number | null = null;
  #problem: KeepProblem | null = null;
  #notice: KeepNotice | null = null;
  #lists = 0;
  #answered: ((saved: boolean) => void) | null = null;

  constructor(host: KeepHost, shelf: Shelf, timer: Timer) {
    this.#host = host;
    this.#shelf = shelf;
    this.#timer = timer;
    this.versions = new Versions(shelf);
    this.saver = new Saver(
      () => this.#write(),
      timer,
      () => this.tell(),
    );
    this.tabs = new Tabs({
      lost: () => void this.turn(() => this.#lost()),
      free: () => void this.turn(() => this.#resume()),
      message: (message) => this.#heard(message),
    });
    this.library = new Library(shelf, this.versions, this.tabs);
  }

  /** Its id; null while it is not kept. */
  get id(): string | null {
    return this.#meta?.id ?? null;
  }

  get mode(): KeepView["mode"] {
    return this.#mode;
  }

  /** True while it must not be changed here: another tab edits it, or it is only looked at. */
  get readOnly(): boolean {
    return this.#mode !== "edit" || this.#handing;
  }

  /** It as it is now; null while it is not kept. */
  get kept(): Kept | null {
    this.#host.settle();
    return this.#meta && this.#snapshot(this.#meta);
  }

  /** Does one thing after the other. */
  turn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  /** The text changed: it is written a moment later. A sample becomes an event of one's own. */
  touched(): void {
    if (this.readOnly) return;
    this.adopt();
    this.saver.touch();
    this.tell();
  }

  /** The text was read: what lists say of it may be another by now. */
  wasRead(): void {
    const facts = this.#host.facts();
    const meta = this.#meta;
    if (!meta || !facts || this.readOnly || this.saver.dirty) return;
    if ((Object.keys(facts) as (keyof KeptFacts)[]).some((key) => facts[key] !== meta[key])) this.touched();
  }

  /** Makes what is open an event of one's own, if it is not yet. */
  adopt(created = Date.now()): void {
    if (this.#meta) return;
    const empty = { name: this.#title, city: "", from: "", to: "", people: 0, size: 0 };
    this.#meta = { ...empty, id: newId(), created, edited: Date.now(), revision: 0, deleted: null };
    this.#versionAt = Date.now();
    void this.tabs.claim(this.#meta.id);
  }

  /** Puts a text on the page in place of what is open, which was left before. */
  begin(text: string, source: Source, history: History | undefined, opening: Opening = {}): EventView {
    const view = this.#host.put(text, source, history);
    this.began(opening);
    return view;
  }

  /** Another text is on the page. */
  began({ mode = "edit", meta, title = "", look }: Opening = {}): void {
    this.saver.forget();
    this.#meta = meta ? { ...meta } : null;
    this.#mode = mode;
    this.#handing = false;
    this.#title = title;
    this.#look = look?.id ?? null;
    this.#original = this.#host.text();
    this.#versionAt = Date.now();
    this.#saved = look?.at ?? (meta && meta.revision > 0 ? meta.edited : null);
    this.#notice = null;
    if (meta && this.library.holds(meta.id)) this.saver.touch();
    this.tell();
  }

  /** Writes the open event, if it is kept, and lets go of it. What could not be written stays in memory. */
  async leave(): Promise<void> {
    if (this.#meta && this.#mode === "edit") {
      await this.flush();
      // Nothing was edited as long as the original stands for itself.
      if (this.#original === null) await this.version(this.#host.text(), "leave");
    }
    this.tabs.release();
  }

  /** Writes now what waits; true when nothing is left. */
  flush(): Promise<boolean> {
    this.#host.settle();
    return this.saver.flush();
  }

  /** Keeps a text as a version, as far as there is room; without it the event itself is still saved. */
  async version(text: string, why: Exclude<VersionWhy, "named">): Promise<void> {
    if (!this.#meta) return;
    try {
      await this.versions.make(this.#meta.id, text, why);
      this.#versionAt = Date.now();
      this.#lists++;
    } catch {
      // The lasting line of a full storage comes from the next save.
    }
  }

  /** Takes over the event that another tab edits. */
  async take(): Promise<void> {
    const { id } = this;
    if (id === null || this.#mode !== "follow") return;
    const answer = new Promise<boolean>((resolve) => {
      this.#answered = resolve;
      this.#timer.after(ANSWER, () => resolve(true));
    });
    this.tabs.post({ type: "ask", event: id });
    const saved = await answer;
    this.#answered = null;
    await this.turn(async () => {
      if (this.id !== id || this.#mode !== "follow") return;
      this.#notice = saved ? null : { kind: "refused" };
      if (saved && (await this.tabs.steal())) await this.#resume();
      this.tell();
    });
  }

  /** Tells this page, and (with `others`) the other tabs, that lists changed. */
  listsChanged(others: boolean): void {
    if (others) this.tabs.post({ type: "shelf" });
    this.#lists++;
    this.tell();
  }

  notify(notice: KeepNotice | null): void {
    this.#notice = notice;
    this.tell();
  }

  failed(error: unknown): KeepProblem {
    this.#problem = error instanceof ShelfError ? error.problem : "failed";
    this.tell();
    return this.#problem;
  }

  tell(): void {
    this.#host.tell({
      id: this.id,
      mode: this.#handing ? "follow" : this.#mode,
      look: this.#look,
      saved: this.#saved,
      dirty: this.saver.dirty,
      problem: this.#problem,
      notice: this.#notice,
      shelf: this.#lists,
    });
  }

  #snapshot(meta: KeptMeta): Kept {
    const text = this.#host.text();
    return {
      meta: { ...meta, ...this.#host.facts(), size: text.length },
      text,
      history: keptHistory(this.#host.history()),
    };
  }

  /** Writes the event; false when the storage did not take it. */
  async #write(): Promise<boolean> {
    const meta = this.#meta;
    if (!meta || this.#mode !== "edit") return true;
    const kept = this.#snapshot({ ...meta, edited: Date.now(), deleted: null });
    try {
      if ((await this.#shelf.save(kept, true)) === "newer") {
        await this.#collided(meta);
        return true;
      }
    } catch (error) {
      this.library.hold(kept);
      this.failed(error);
      return false;
    }
    Object.assign(meta, kept.meta, { revision: kept.meta.revision + 1 });
    this.library.release(meta.id);
    this.#problem = null;
    if (this.#meta === meta) this.#saved = Date.now();
    this.tabs.post({ type: "saved", event: meta.id, revision: meta.revision });
    await this.#usualVersions(kept.text);
    this.listsChanged(await this.library.retry());
    return true;
  }

  /** How it was before the first edit, and a version every so often. */
  async #usualVersions(text: string): Promise<void> {
    const original = this.#original;
    if (original !== null && original !== text) {
      this.#original = null;
      await this.version(original, "opened");
    } else if (Date.now() - this.#versionAt >= EVERY) await this.version(text, "auto");
  }

  /** Somebody else saved a newer one: what is written here becomes a version, or an event of its own in memory. */
  async #collided(meta: KeptMeta): Promise<void> {
    const at = Date.now();
    if (!this.tabs.held) this.#mode = "follow";
    const kept = this.#snapshot({ ...meta, edited: at, deleted: null });
    try {
      await this.versions.make(meta.id, kept.text, "conflict", at);
    } catch {
      this.library.hold({ ...kept, meta: { ...kept.meta, id: newId(), revision: 0 } });
    }
    this.#notice = { kind: "conflict", at };
    await this.#reload(kept.text);
  }

  /**
   * Takes what is stored of the event in place of a text that is kept elsewhere. Who wrote on meanwhile keeps what they
   * wrote: their next save collides and makes a version of it.
   */
  async #reload(text = this.#host.text()): Promise<void> {
    const meta = this.#meta;
    if (!meta) return;
    try {
      const kept = await this.#shelf.load(meta.id);
      if (!kept || this.#meta !== meta || this.#host.text() !== text) return;
      this.#meta = { ...kept.meta };
      this.#saved = kept.meta.edited;
      this.saver.forget();
      if (kept.text !== text) {
        this.#host.follow(kept.text, kept.history);
        this.#original = kept.text;
      }
    } catch (error) {
      this.failed(error);
    } finally {
      this.listsChanged(false);
    }
  }

  /** Another tab took the event over. */
  async #lost(): Promise<void> {
    this.#handing = false;
    this.#mode = "follow";
    if (this.#meta && this.saver.dirty) await this.#collided(this.#meta);
    else await this.#reload();
  }

  /** This tab may edit from now on. */
  async #resume(): Promise<void> {
    if (this.#mode !== "follow") return;
    await this.#reload();
    this.#mode = "edit";
    this.tell();
  }

  #heard(message: TabMessage): void {
    if (message.type === "shelf") return this.listsChanged(false);
    const mine = this.id === message.event;
    if (message.type === "saved") {
      const newer = (): boolean => this.#meta?.id === message.event && message.revision > this.#meta.revision;
      if (newer()) void this.turn(async () => (newer() && !this.saver.dirty ? this.#reload() : undefined));
      this.listsChanged(false);
    } else if (message.type === "ask") {
      if (mine && this.tabs.held) void this.#handOver(message.event);
    } else if (mine) this.#answered?.(message.saved);
  }

  /** Writes for the tab that asks, and edits no more; a tab that cannot write keeps the event. */
  async #handOver(event: string): Promise<void> {
    this.#handing = true;
    this.tell();
    const saved = await this.flush();
    this.tabs.post({ type: "handed", event, saved });
    const again = (): void => {
      if (!this.#handing) return;
      this.#handing = false;
      this.tell();
    };
    if (saved) this.#timer.after(TAKEN_UP, again);
    else again();
  }
}
