// What is kept, in IndexedDB: events, their texts, versions one can return to, which event was worked on last.
// Called by keeper.ts. Every save compares the stored revision in its own transaction: it never overwrites a newer one.
//
//   events    id -> KeptMeta              texts   id -> { text, history }
//   versions  id -> VersionMeta (by event)  bodies  id -> compressed text
//   state     "last" -> id of the event worked on last

import type { DBSchema } from "idb";
import type { History } from "../event-text.js";
import { overflow } from "./prune.js";
import { finished, Storage } from "./storage.js";
import type { Kept, KeptMeta, VersionMeta } from "./types.js";

interface Schema extends DBSchema {
  events: { key: string; value: KeptMeta };
  texts: { key: string; value: { id: string; text: string; history: History } };
  versions: { key: number; value: VersionMeta; indexes: { event: string } };
  bodies: { key: number; value: { id: number; bytes: Uint8Array<ArrayBuffer> } };
  state: { key: string; value: string };
}

const NAME = "dancecard";
const VERSION = 1;
const EVERYTHING = ["events", "texts", "versions", "bodies", "state"] as const;

export class Shelf {
  readonly #storage = new Storage<Schema>(NAME, VERSION, (db) => {
    db.createObjectStore("events", { keyPath: "id" });
    db.createObjectStore("texts", { keyPath: "id" });
    db.createObjectStore("versions", { keyPath: "id" }).createIndex("event", "event");
    db.createObjectStore("bodies", { keyPath: "id" });
    db.createObjectStore("state");
  });

  /** All events, deleted ones too. */
  list(): Promise<KeptMeta[]> {
    return this.#storage.with((db) => db.getAll("events"));
  }

  load(id: string): Promise<Kept | null> {
    return this.#storage.with(async (db) => {
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
    return this.#storage.with(async (db) => {
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
    return this.#storage.with(async (db) => {
      const tx = db.transaction("events", "readwrite");
      const meta = await tx.store.get(id);
      await finished(tx, meta ? [() => tx.store.put({ ...meta, deleted })] : []);
    });
  }

  /** Removes the events that were deleted before a moment, for good. */
  erase(before: number): Promise<void> {
    return this.#storage.with(async (db) => {
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
    return this.#storage.with(async (db) => (await db.get("state", "last")) ?? null);
  }

  setLast(id: string): Promise<void> {
    return this.#storage.with(async (db) => void (await db.put("state", id, "last")));
  }

  /** The versions of an event, the newest first. */
  versions(event: string): Promise<VersionMeta[]> {
    return this.#storage.with(async (db) => {
      const found = await db.getAllFromIndex("versions", "event", event);
      return found.sort((a, b) => b.at - a.at || b.id - a.id);
    });
  }

  /** Keeps a version and drops those there are too many of. Versions of one event are never at the same moment. */
  addVersion(version: Omit<VersionMeta, "id">, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    return this.#storage.with(async (db) => {
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
    return this.#storage.with(async (db) => {
      const tx = db.transaction(["versions", "bodies"]);
      const [meta, body] = await Promise.all([tx.objectStore("versions").get(id), tx.objectStore("bodies").get(id)]);
      return meta && body ? { meta, bytes: body.bytes } : null;
    });
  }

  dropVersion(id: number): Promise<void> {
    return this.#storage.with(async (db) => {
      const tx = db.transaction(["versions", "bodies"], "readwrite");
      await finished(tx, [() => tx.objectStore("versions").delete(id), () => tx.objectStore("bodies").delete(id)]);
    });
  }
}
