// A database in the browser: opened when first needed, tried again after a failure, closed for a newer page; and writes that
// are all made or none. Used by shelf.ts (events) and runs/store.ts (runs). What goes wrong is a ShelfError.

import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { KeepProblem } from "../../protocol.js";

/** Milliseconds to wait for a tab that keeps the storage from being opened. */
const PATIENCE = 3000;

/** Why nothing can be kept. */
export class ShelfError extends Error {
  constructor(readonly problem: KeepProblem) {
    super(problem);
  }
}

export class Storage<S extends DBSchema> {
  #opening: Promise<IDBPDatabase<S>> | null = null;

  /** `upgrade` makes the stores of a new database. */
  constructor(
    readonly name: string,
    readonly version: number,
    readonly upgrade: (db: IDBPDatabase<S>) => void,
  ) {}

  /** Does something with the open database. */
  async with<T>(work: (db: IDBPDatabase<S>) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#database());
    } catch (error) {
      throw error instanceof ShelfError ? error : new ShelfError(problemOf(error));
    }
  }

  /** Opens the storage, once; a failure is tried again at the next call. */
  #database(): Promise<IDBPDatabase<S>> {
    const opening = (this.#opening ??= this.#open());
    opening.catch(() => {
      if (this.#opening === opening) this.#opening = null;
    });
    return opening;
  }

  async #open(): Promise<IDBPDatabase<S>> {
    if (typeof indexedDB === "undefined") throw new ShelfError("forbidden");
    let late: ReturnType<typeof setTimeout> | undefined;
    const close = (db: IDBPDatabase<S> | null): void => {
      db?.close();
      this.#opening = null;
    };
    const opened: { db: IDBPDatabase<S> | null } = { db: null };
    const request = (async () =>
      openDB<S>(this.name, this.version, {
        upgrade: (db) => this.upgrade(db),
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
export async function finished(
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
