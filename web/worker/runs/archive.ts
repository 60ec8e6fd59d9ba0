// The runs of the event on the page: in memory what a list shows, in the storage the schedules. The one on the page is
// written a moment after each change of it; what the storage does not take stays in memory, is said, and tried again with the
// next write. Only a tab that edits the event writes. Made by desk.ts for each event that is opened; it judges nothing.

import { parseSchedule, scheduleText } from "../../../src/index.js";
import type { KeepProblem } from "../../protocol.js";
import type { RunAnswer } from "../../runs-views.js";
import { newId } from "../keep/names.js";
import { packed, unpacked } from "../keep/pack.js";
import { realTimer, Saver } from "../keep/saver.js";
import { ShelfError } from "../keep/storage.js";
import { ended } from "./alive.js";
import { roomToKeep } from "./prune.js";
import type { RunStore } from "./store.js";
import type { RunBody, RunMeta } from "./types.js";

type Bytes = Uint8Array<ArrayBuffer>;

/** A run in memory; its body while it is the one on the page, or only here. */
interface Entry {
  meta: RunMeta;
  body: RunBody | null;
  stored: boolean;
}

export class Archive {
  /** The one on the page. */
  shown: string | null = null;

  /** The run that goes on here. */
  running: string | null = null;
  readonly #store: RunStore;
  readonly #changed: () => void;
  readonly #saver: Saver;
  readonly #entries = new Map<string, Entry>();
  readonly #watched = new Set<string>();
  /** Ids of what is to be written. */
  readonly #unsaved = new Set<string>();
  #event: string | null;
  #writable: boolean;
  #problem: KeepProblem | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  /** Of an event; null: of one that is not kept. `changed` is called whenever a list would show something else. */
  constructor(store: RunStore, changed: () => void, timer = realTimer, event: string | null = null, writable = true) {
    this.#store = store;
    this.#event = event;
    this.#writable = writable;
    this.#changed = changed;
    this.#saver = new Saver(() => this.#turn(() => this.#write()), timer, changed);
  }

  /** Why something is not written; null while nothing is lost by that. */
  get problem(): KeepProblem | null {
    return this.#unsaved.size > 0 ? this.#problem : null;
  }

  /** True while runs are written here. */
  get writable(): boolean {
    return this.#writable;
  }

  get event(): string | null {
    return this.#event;
  }

  /** Runs that are not deleted, the newest first. */
  get list(): readonly { meta: RunMeta; stored: boolean }[] {
    return [...this.#entries.values()]
      .filter(({ meta }) => meta.deleted === null)
      .sort((a, b) => b.meta.at - a.meta.at || (a.meta.id < b.meta.id ? -1 : 1));
  }

  get(id: string): RunMeta | null {
    return this.#entries.get(id)?.meta ?? null;
  }

  /** Reads what is kept; the run that was on the event's page, if it is still there. */
  open(): Promise<string | null> {
    return this.#turn(() => this.#read());
  }

  /** The list as it is stored: another tab has written. */
  reread(): Promise<unknown> {
    return this.#turn(() => this.#read()).then(this.#changed);
  }

  /** What is open is kept under another name from now on: a sample became an event of one's own. */
  adopt(event: string | null): Promise<void> {
    const from = this.#event;
    this.#event = event;
    return this.#turn(async () => {
      if (event === null) return;
      try {
        if (from !== null) await this.#store.take(from, event, newId);
      } catch (error) {
        this.#failed(error);
      }
      for (const entry of this.#entries.values()) {
        entry.meta = { ...entry.meta, event };
        if (!entry.stored) this.#unsaved.add(entry.meta.id);
      }
      if (this.#unsaved.size > 0) this.#saver.touch();
      this.#changed();
    });
  }

  setWritable(writable: boolean): void {
    if (writable === this.#writable) return;
    this.#writable = writable;
    if (writable && this.#unsaved.size > 0) this.#saver.touch();
    void this.reread();
  }

  /** Puts a run on the page, or changes the one that is there; it is written a moment later. */
  put(meta: RunMeta, body: RunBody): void {
    if (this.shown !== null && this.shown !== meta.id) this.#letGo(this.shown);
    this.shown = meta.id;
    const before = this.#entries.get(meta.id);
    this.#entries.set(meta.id, { meta, body, stored: before?.stored ?? false });
    this.#unsaved.add(meta.id);
    this.#saver.touch();
    this.#changed();
  }

  /** One that is kept is on the page. */
  async show(id: string, body: RunBody): Promise<void> {
    const entry = this.#entries.get(id);
    if (!entry) return;
    if (this.shown !== null && this.shown !== id) this.#letGo(this.shown);
    this.shown = id;
    entry.body = body;
    this.#changed();
    const event = this.#event;
    if (event === null || !this.#writable || !entry.stored) return;
    await this.#store.setShown(event, id).catch((error: unknown) => this.#failed(error));
  }

  /** Changes what a list shows of a run. */
  change(id: string, change: (meta: RunMeta) => RunMeta, told = true): Promise<RunAnswer> {
    return this.#turn(async () => {
      const entry = this.#entries.get(id);
      if (!entry) return "gone";
      if (!this.#writable && entry.stored) return "elsewhere";
      const next = change(entry.meta);
      const metas = [...this.#entries.values()].map(({ meta }) => meta);
      const keeps = next.name !== "" && entry.meta.name === "";
      if (keeps && !roomToKeep(metas, next)) return "full";
      try {
        if (entry.stored) await this.#store.change(id, () => next);
        entry.meta = next;
        if (told) this.#tellOthers();
      } catch (error) {
        return this.#failed(error);
      } finally {
        this.#changed();
      }
      return "done";
    });
  }

  /** Ends the run that goes on: what it is now is written at once. */
  async settle(id: string, change: (meta: RunMeta) => RunMeta): Promise<void> {
    const entry = this.#entries.get(id);
    if (!entry) return;
    entry.meta = change(entry.meta);
    this.#changed();
    if (!entry.body) return void (await this.change(id, () => entry.meta));
    this.#unsaved.add(id);
    await this.flush();
  }

  /** Writes a run as it stays from now on; nothing is changed when the storage does not take it. */
  freeze(meta: RunMeta, body: RunBody): Promise<RunAnswer> {
    return this.#turn(async () => {
      const entry = this.#entries.get(meta.id);
      if (!entry) return "gone";
      try {
        const files = await filesOf(body);
        const frozen = { ...meta, bytes: sizeOf(files) };
        const metas = [...this.#entries.values()].map((other) => other.meta);
        if (!roomToKeep(metas, frozen)) return "full";
        await this.#store.save(frozen, files, this.shown === meta.id);
        entry.meta = frozen;
        entry.stored = true;
        entry.body = this.shown === meta.id ? body : null;
        this.#unsaved.delete(meta.id);
        this.#problem = null;
        this.#tellOthers();
        return "done";
      } catch (error) {
        return this.#failed(error);
      } finally {
        this.#changed();
      }
    });
  }

  /** The schedule of a run; null when it is gone or damaged. */
  async body(id: string): Promise<RunBody | null> {
    const entry = this.#entries.get(id);
    if (entry?.body) return entry.body;
    try {
      const found = await this.#store.body(id);
      if (!found) return null;
      const read = parseSchedule(await unpacked(found.bytes));
      if (!read.ok) return null;
      return { schedule: read.value, ...(found.event && { event: await unpacked(found.event) }) };
    } catch (error) {
      if (error instanceof ShelfError) this.#failed(error);
      return null;
    }
  }

  /** Writes now what waits; true when nothing is left. */
  async flush(): Promise<boolean> {
    if (this.#unsaved.size > 0 && this.#event !== null && this.#writable) this.#saver.touch();
    return this.#saver.flush();
  }

  /** Marks a run as ended that nobody goes on with. */
  #watch({ id }: RunMeta): void {
    if (this.#watched.has(id) || id === this.running) return;
    this.#watched.add(id);
    void ended(id).then(() => {
      this.#watched.delete(id);
      const entry = this.#entries.get(id);
      if (entry?.meta.status !== "running") return;
      entry.meta = { ...entry.meta, status: "interrupted" };
      if (this.#writable) return void this.change(id, (meta) => ({ ...meta, status: "interrupted" }));
      this.#changed();
    });
  }

  async #read(): Promise<string | null> {
    const event = this.#event;
    if (event === null) return null;
    try {
      const { runs, shown } = await this.#store.list(event);
      const stored = new Set(runs.map(({ id }) => id));
      for (const [id, entry] of this.#entries) if (entry.stored && !stored.has(id)) this.#entries.delete(id);
      for (const meta of runs) {
        if (this.#unsaved.has(meta.id)) continue;
        this.#entries.set(meta.id, { meta, body: this.#entries.get(meta.id)?.body ?? null, stored: true });
        if (meta.status === "running") this.#watch(meta);
      }
      return shown !== null && stored.has(shown) ? shown : null;
    } catch (error) {
      this.#failed(error);
      return null;
    }
  }

  async #write(): Promise<boolean> {
    const event = this.#event;
    if (event === null || !this.#writable) return true;
    for (const id of [...this.#unsaved]) {
      const entry = this.#entries.get(id);
      if (!entry?.body) {
        this.#unsaved.delete(id);
        continue;
      }
      const { meta, body } = entry;
      this.#unsaved.delete(id);
      try {
        const files = await filesOf(body);
        const size = sizeOf(files);
        // What a list shows may have changed while it was packed.
        const now = { ...(this.#entries.get(id)?.meta ?? meta), event, bytes: size };
        const dropped = await this.#store.save(now, files, this.shown === id);
        const current = this.#entries.get(id);
        if (current) {
          current.stored = true;
          current.meta = { ...current.meta, event, bytes: size };
          if (this.shown !== id && !this.#unsaved.has(id)) current.body = null;
        }
        for (const old of dropped) this.#entries.delete(old);
        this.#problem = null;
      } catch (error) {
        this.#unsaved.add(id);
        this.#failed(error);
        return false;
      }
    }
    this.#tellOthers();
    return true;
  }

  /** Another one is on the page: its schedule stays in memory only as long as it is nowhere else. */
  #letGo(id: string): void {
    const entry = this.#entries.get(id);
    if (entry?.stored && !this.#unsaved.has(id)) entry.body = null;
  }

  #failed(error: unknown): KeepProblem {
    this.#problem = error instanceof ShelfError ? error.problem : "failed";
    this.#changed();
    return this.#problem;
  }

  #tellOthers(): void {
    if (this.#event !== null) channel()?.postMessage({ event: this.#event });
  }

  #turn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

type Files = Awaited<ReturnType<typeof filesOf>>;

async function filesOf({ schedule, event }: RunBody): Promise<{ bytes: Bytes; event?: Bytes }> {
  const bytes = await packed(scheduleText(schedule));
  return { bytes, ...(event !== undefined && { event: await packed(event) }) };
}

function sizeOf({ bytes, event }: Files): number {
  return bytes.length + (event?.length ?? 0);
}

let opened: BroadcastChannel | null = null;
function channel(): BroadcastChannel | null {
  return (opened ??= typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("dancecard.runs"));
}

/** Calls back with the event whose runs another tab wrote. */
export function hearOthers(heard: (event: string) => void): void {
  channel()?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const { event } = (data ?? {}) as { event?: unknown };
    if (typeof event === "string") heard(event);
  });
}
