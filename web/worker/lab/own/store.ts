// Own variants in IndexedDB, in a database of their own. Called by the page through api.ts; nothing of them runs here.

import { proxyMarker } from "comlink";
import type { DBSchema } from "idb";
import type { OwnFile } from "../../../own-views.js";
import { Storage } from "../../keep/storage.js";

interface Schema extends DBSchema {
  files: { key: string; value: OwnFile };
}

export interface OwnApi {
  /** All that are kept; none where nothing can be kept. */
  list(): Promise<OwnFile[]>;
  /** Keeps one; false where nothing can be kept. */
  put(file: OwnFile): Promise<boolean>;
  remove(id: string): Promise<boolean>;
}

export class OwnStore implements OwnApi {
  readonly [proxyMarker] = true as const;
  readonly #storage = new Storage<Schema>("dancecard.own", 1, (db) => {
    db.createObjectStore("files", { keyPath: "id" });
  });

  list(): Promise<OwnFile[]> {
    return this.#storage.with((db) => db.getAll("files")).catch(() => []);
  }

  put(file: OwnFile): Promise<boolean> {
    return this.#storage
      .with((db) => db.put("files", file))
      .then(
        () => true,
        () => false,
      );
  }

  remove(id: string): Promise<boolean> {
    return this.#storage
      .with((db) => db.delete("files", id))
      .then(
        () => true,
        () => false,
      );
  }
}
