// Runs in IndexedDB: what a list shows, the schedules, which of them is on the page of an event. A database of its own, so
// that nothing about runs can keep events from being saved. Called by archive.ts.
//
//   runs    id -> RunMeta (by event)      bodies  id -> compressed schedule, and compressed event where it is published
//   shown   event -> id of the run that was on the page last

import type { DBSchema } from "idb";
import { finished, Storage } from "../keep/storage.js";
import { ALL_LIMITS, overflow, RUN_LIMITS } from "./prune.js";
import type { RunMeta } from "./types.js";

type Bytes = Uint8Array<ArrayBuffer>;

interface Schema extends DBSchema {
  runs: { key: string; value: RunMeta; indexes: { event: string } };
  bodies: { key: string; value: { id: string; bytes: Bytes; event?: Bytes } };
  shown: { key: string; value: string };
}

/** Milliseconds that runs of an event that is gone, and deleted ones, stay. */
const STAY = 24 * 60 * 60 * 1000;
const ALL = ["runs", "bodies", "shown"] as const;

export class RunStore {
  readonly #storage = new Storage<Schema>("dancecard.runs", 1, (db) => {
    db.createObjectStore("runs", { keyPath: "id" }).createIndex("event", "event");
    db.createObjectStore("bodies", { keyPath: "id" });
    db.createObjectStore("shown");
  });

  /** The runs of an event, deleted ones too, the newest first; and the one that was on the page. */
  list(event: string): Promise<{ runs: RunMeta[]; shown: string | null }> {
    return this.#storage.with(async (db) => {
      const tx = db.transaction(["runs", "shown"]);
      const [runs, shown] = await Promise.all([
        tx.objectStore("runs").index("event").getAll(event),
        tx.objectStore("shown").get(event),
      ]);
      return { runs: runs.sort(newestFirst), shown: shown ?? null };
    });
  }

  body(id: string): Promise<{ bytes: Bytes; event?: Bytes } | null> {
    return this.#storage.with(async (db) => (await db.get("bodies", id)) ?? null);
  }

  /** Writes a run, and drops those there are too many of: the ids of these. `shown`: it is what the page shows. */
  save(meta: RunMeta, body: { bytes: Bytes; event?: Bytes }, shown: boolean): Promise<string[]> {
    return this.#storage.with(async (db) => {
      const tx = db.transaction(ALL, "readwrite");
      const runs = tx.objectStore("runs");
      const all = (await runs.getAll()).filter(({ id }) => id !== meta.id);
      const keep = new Set([meta.id, ...(await tx.objectStore("shown").getAll())]);
      const mine = [...all.filter(({ event }) => event === meta.event), meta];
      const dropped = new Set(overflow(mine, keep, RUN_LIMITS));
      const rest = [...all, meta].filter(({ id }) => !dropped.has(id));
      for (const id of overflow(rest, keep, ALL_LIMITS)) dropped.add(id);
      await finished(tx, [
        () => runs.put(meta),
        () => tx.objectStore("bodies").put({ id: meta.id, ...body }),
        ...(shown ? [() => tx.objectStore("shown").put(meta.id, meta.event)] : []),
        ...[...dropped].flatMap((id) => [() => runs.delete(id), () => tx.objectStore("bodies").delete(id)]),
      ]);
      return [...dropped];
    });
  }

  /** Changes what a list shows of a run; null when it is gone. */
  change(id: string, change: (meta: RunMeta) => RunMeta): Promise<RunMeta | null> {
    return this.#storage.with(async (db) => {
      const tx = db.transaction("runs", "readwrite");
      const meta = await tx.store.get(id);
      if (!meta) return null;
      const next = change(meta);
      await finished(tx, [() => tx.store.put(next)]);
      return next;
    });
  }

  setShown(event: string, id: string): Promise<void> {
    return this.#storage.with(async (db) => void (await db.put("shown", id, event)));
  }

  /** Gives the runs of an event to another one; the first keeps copies of them. */
  take(from: string, to: string, newId: () => string): Promise<void> {
    return this.#storage.with(async (db) => {
      const tx = db.transaction(ALL, "readwrite");
      const [runs, bodies, shown] = [tx.objectStore("runs"), tx.objectStore("bodies"), tx.objectStore("shown")];
      const metas = (await runs.index("event").getAll(from)).filter(({ deleted }) => deleted === null);
      const found = await Promise.all(metas.map(({ id }) => bodies.get(id)));
      const last = await shown.get(from);
      const copies = new Map(metas.map(({ id }) => [id, newId()]));
      await finished(tx, [
        ...metas.flatMap((meta) => {
          const status = meta.status === "running" ? "interrupted" : meta.status;
          return [
            () => runs.put({ ...meta, event: to }),
            () => runs.put({ ...meta, status, id: copies.get(meta.id)! }),
          ];
        }),
        ...found.flatMap((body) => (body ? [() => bodies.put({ ...body, id: copies.get(body.id)! })] : [])),
        ...(last !== undefined && copies.has(last)
          ? [() => shown.put(last, to), () => shown.put(copies.get(last)!, from)]
          : []),
      ]);
    });
  }

  /** Removes for good what was deleted, and the runs of events that are gone; both only a day after. */
  sweep(events: ReadonlySet<string>, now: number): Promise<void> {
    return this.#storage.with(async (db) => {
      const tx = db.transaction(ALL, "readwrite");
      const gone = (await tx.objectStore("runs").getAll()).filter(
        ({ event, at, deleted }) =>
          (deleted ?? Infinity) < now - STAY || (!event.startsWith("sample:") && !events.has(event) && at < now - STAY),
      );
      await finished(
        tx,
        gone.flatMap(({ id }) => [() => tx.objectStore("runs").delete(id), () => tx.objectStore("bodies").delete(id)]),
      );
    });
  }
}

function newestFirst(a: RunMeta, b: RunMeta): number {
  return b.at - a.at || (a.id < b.id ? -1 : 1);
}
