// What is kept, in IndexedDB: events, their texts, versions one can return to, which event was worked on last.
// Called by keeper.ts. Every save compares the stored revision in its own transaction: it never overwrites a newer one.
//
//   events    id -> KeptMeta              texts   id -> { text, history }
//   versions  id -> VersionMeta (by event)  bodies  id -> compressed text
//   state     "last" -> id of the event worked on last

import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { KeepProblem } from "../../protocol.js";
import type { History } from "../event-text.js";
import { overflow } from "./prune.js";
import type { Kept, KeptMeta, VersionMeta } from "./types.js";

interface Schema extends DBSchema {
  events: { key: string; value: KeptMeta };
  texts: { key: string; value: { id: string; text: string; history: History } };
  versions: { key: number; value: VersionMeta; indexes: { event: string } };
  bodies: { key: number; value: { id: number; bytes: Uint8Array<ArrayBuffer> } };
  state: { key: string; value: string };
}

type Database = IDBPDatabase<Schema>;

const NAME = "dancecard";
const VERSION = 1;
/** Milliseconds to wait for a tab that keeps the storage from being opened. */
const PATIENCE = 3000;
const EVERYTHING = ["events", "texts", "versions", "bodies", "state"] as const;

/** Why nothing can be kept. */
export class ShelfError extends Error {
  constructor(readonly problem: KeepProblem) {
    super(problem);
  }
}

export class Shelf {
  #opening: Promise<Database> | null = null;

  /** All events, deleted ones too. */
  list(): Promise<KeptMeta[]> {
    return this.#with((db) => db.getAll("events"));
  }

  load(id: string): Promise<Kept | null> {
    return this.#with(async (db) => {
      const tx = db.transaction(["events", "texts"]);
      const [meta, body] = await Promise.all([tx.objectStore("events").get(id), tx.objectStore("texts").get(id)]);
      return meta && body ? { meta, text: body.text, history: body.history } : null;
    });
  }

  /**
   * Writes an event over the revision it was made from; "newer" (and nothing written) when there is a later one. `last`: it
   * is the one worked on.
   */
  save({ meta, text, history }: Kept, last = false): Promise<"saved" | "newer"> {
    return this.#with(async (db) => {
      const tx = db.transaction(["events", "texts", "state"], "readwrite");
      const stored = await tx.objectStore("events").get(meta.id);
      if ((stored?.revision ?? 0) !== meta.revision) {
        await tx.done;
        return "newer";
      }
      return finished(tx, [
        () => tx.objectStore("events").put({ ...meta, revision: meta.revision + 1 }),
        () => tx.objectStore("texts").put({ id: meta.id, text, history }),
        ...(last ? [() => tx.objectStore("state").put(meta.id, "last")] : []),
      ]).then(() => "saved" as const);
    });
  }

  /** Marks an event as deleted, or (null) as living; what it holds stays until it is erased. */
  mark(id: string, deleted: number | null): Promise<void> {
    return this.#with(async (db) => {
      const tx = db.transaction("events", "readwrite");
      const meta = await tx.store.get(id);
      await finished(tx, meta ? [() => tx.store.put({ ...meta, deleted })] : []);
    });
  }

  /** Removes the events that were deleted before a moment, for good. */
  erase(before: number): Promise<void> {
    return this.#with(async (db) => {
      const tx = db.transaction(EVERYTHING, "readwrite");
      const gone = (await tx.objectStore("events").getAll()).filter((meta) => (meta.deleted ?? Infinity) < before);
      for (const { id } of gone) {
        const versions = await tx.objectStore("versions").index("event").getAllKeys(id);
        for (const version of versions) {
          void tx.objectStore("versions").delete(version);
          void tx.objectStore("bodies").delete(version);
        }
        void tx.objectStore("events").delete(id);
        void tx.objectStore("texts").delete(id);
      }
      await tx.done;
    });
  }

  /** The event worked on last. */
  last(): Promise<string | null> {
    return this.#with(async (db) => (await db.get("state", "last")) ?? null);
  }

  setLast(id: string): Promise<void> {
    return this.#with(async (db) => void (await db.put("state", id, "last")));
  }

  /** The versions of an event, the newest first. */
  versions(event: string): Promise<VersionMeta[]> {
    return this.#with(async (db) => {
      const found = await db.getAllFromIndex("versions", "event", event);
      return found.sort((a, b) => b.at - a.at || b.id - a.id);
    });
  }

  /** Keeps a version and drops those there are too many of. Versions of one event are never at the same moment. */
  addVersion(version: Omit<VersionMeta, "id">, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    return this.#with(async (db) => {
      const tx = db.transaction(["versions", "bodies"], "readwrite");
      const last = await tx.objectStore("versions").openKeyCursor(null, "prev");
      const id = (last?.key ?? 0) + 1;
      const mine = await tx.objectStore("versions").index("event").getAll(version.event);
      const entry = { ...version, id, at: mine.reduce((latest, other) => Math.max(latest, other.at + 1), version.at) };
      await finished(tx, [
        () => tx.objectStore("versions").put(entry),
        () => tx.objectStore("bodies").put({ id, bytes }),
        ...overflow([...mine, entry]).flatMap((old) => [
          () => tx.objectStore("versions").delete(old),
          () => tx.objectStore("bodies").delete(old),
        ]),
      ]);
    });
  }

  version(id: number): Promise<{ meta: VersionMeta; bytes: Uint8Array<ArrayBuffer> } | null> {
    return this.#with(async (db) => {
      const tx = db.transaction(["versions", "bodies"]);
      const [meta, body] = await Promise.all([tx.objectStore("versions").get(id), tx.objectStore("bodies").get(id)]);
      return meta && body ? { meta, bytes: body.bytes } : null;
    });
  }

  dropVersion(id: number): Promise<void> {
    return this.#with(async (db) => {
      const tx = db.transaction(["versions", "bodies"], "readwrite");
      await finished(tx, [() => tx.objectStore("versions").delete(id), () => tx.objectStore("bodies").delete(id)]);
    });
  }

  async #with<T>(work: (db: Database) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#database());
    } catch (error) {
      throw error instanceof ShelfError ? error : new ShelfError(problemOf(error));
    }
  }

  /** Opens the storage, once; a failure is tried again at the next call. */
  #database(): Promise<Database> {
    const opening = (this.#opening ??= this.#open());
    opening.catch(() => {
      if (this.#opening === opening) this.#opening = null;
    });
    return opening;
  }

  async #open(): Promise<Database> {
    if (typeof indexedDB === "undefined") throw new ShelfError("forbidden");
    let late: ReturnType<typeof setTimeout> | undefined;
    const close = (db: Database | null): void => {
      db?.close();
      this.#opening = null;
    };
    const opened: { db: Database | null } = { db: null };
    const request = (async () =>
      openDB<Schema>(NAME, VERSION, {
        upgrade(db) {
          db.createObjectStore("events", { keyPath: "id" });
          db.createObjectStore("texts", { keyPath: "id" });
          db.createObjectStore("versions", { keyPath: "id" }).createIndex("event", "event");
          db.createObjectStore("bodies", { keyPath: "id" });
          db.createObjectStore("state");
        },
        // A newer page wants to change the storage: it must not wait for this one.
        blocking: () => close(opened.db),
        terminated: () => close(null),
      }))();
    const patience = new Promise<never>((_, reject) => {
      late = setTimeout(() => reject(new ShelfError("blocked")), PATIENCE);
    });
    // Opened when nobody waits any more: closed, so that it blocks nobody else.
    let waiting = true;
    request.then(
      (db) => (waiting ? undefined : db.close()),
      () => undefined,
    );
    try {
      return (opened.db = await Promise.race([request, patience]));
    } catch (error) {
      waiting = false;
      if (error instanceof ShelfError) throw error;
      throw new ShelfError(error instanceof Error && error.name === "VersionError" ? "newer" : "forbidden");
    } finally {
      clearTimeout(late);
    }
  }
}

/** Makes writes and waits for their transaction: all of them or none; the first failure is the one that is told. */
async function finished(
  tx: { done: Promise<void>; abort(): void },
  writes: readonly (() => Promise<unknown>)[],
): Promise<void> {
  const done = tx.done.then(
    () => null,
    (error: unknown) => ({ error }),
  );
  const made: Promise<unknown>[] = [];
  let refused: { error: unknown } | null = null;
  try {
    for (const write of writes) made.push(write());
  } catch (error) {
    // A write that was refused at once must not leave the others behind.
    refused = { error };
    tx.abort();
  }
  const results = await Promise.allSettled(made);
  const ended = await done;
  const failed = results.find((result) => result.status === "rejected");
  const first = refused ?? (failed ? { error: failed.reason as unknown } : ended);
  if (first) throw first.error;
}

function problemOf(error: unknown): KeepProblem {
  const name = (error as { name?: unknown } | null)?.name;
  if (name === "QuotaExceededError") return "full";
  if (name === "SecurityError" || name === "NotAllowedError") return "forbidden";
  return "failed";
}
