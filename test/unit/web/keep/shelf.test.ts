import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { VERSION_LIMITS } from "../../../../web/worker/keep/prune.js";
import { Shelf } from "../../../../web/worker/keep/shelf.js";
import { ShelfError } from "../../../../web/worker/keep/storage.js";
import type { Kept } from "../../../../web/worker/keep/types.js";

beforeEach(() => {
  vi.restoreAllMocks();
  globalThis.indexedDB = new IDBFactory();
});

const NO_HISTORY = { undo: [], redo: [] };

function kept(id: string, text: string, revision = 0): Kept {
  const facts = { name: id, city: "", from: "", to: "", people: 0 };
  const meta = { ...facts, id, size: text.length, created: 1, edited: 1, revision, deleted: null };
  return { meta, text, history: NO_HISTORY };
}

function version(event: string, at: number, why: "auto" | "named" = "auto") {
  return { event, at, why, label: "", bytes: 1, size: 1 };
}

describe("the shelf", () => {
  it("never overwrites a newer one, whoever saves in what order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 20 }), async (order) => {
        globalThis.indexedDB = new IDBFactory();
        const tabs = [0, 1, 2].map(() => ({ shelf: new Shelf(), revision: 0 }));
        let stored = { revision: 0, text: "" };
        for (const [i, who] of order.entries()) {
          const tab = tabs[who]!;
          const answer = await tab.shelf.save(kept("e", `text ${i}`, tab.revision));
          expect(answer).toBe(tab.revision === stored.revision ? "saved" : "newer");
          if (answer === "saved") stored = { revision: ++tab.revision, text: `text ${i}` };
          else tab.revision = (await tab.shelf.load("e"))!.meta.revision;
          expect((await tab.shelf.load("e"))!.text).toBe(stored.text);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("lets one of two saves at the same moment win", async () => {
    const tabs = [new Shelf(), new Shelf(), new Shelf()];
    const answers = await Promise.all(tabs.map((shelf, i) => shelf.save(kept("e", `text ${i}`))));
    expect(answers.filter((answer) => answer === "saved")).toHaveLength(1);
    expect((await tabs[0]!.load("e"))!.text).toBe(`text ${answers.indexOf("saved")}`);
  });

  it("writes all of an event or nothing", async () => {
    const shelf = new Shelf();
    await shelf.save(kept("e", "one"));
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
      if (this.name === "texts") throw new DOMException("no room", "QuotaExceededError");
      return put.apply(this, given);
    });
    await expect(shelf.save(kept("e", "two", 1))).rejects.toMatchObject({ problem: "full" });
    vi.restoreAllMocks();
    expect(await shelf.load("e")).toMatchObject({ text: "one", meta: { revision: 1 } });
    expect(await shelf.save(kept("e", "two", 1))).toBe("saved");
  });

  it("says why nothing can be kept, and opens again once it can", async () => {
    const shelf = new Shelf();
    const open = vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("private window", "SecurityError");
    });
    await expect(shelf.list()).rejects.toEqual(new ShelfError("forbidden"));
    await expect(shelf.list()).rejects.toMatchObject({ problem: "forbidden" });
    open.mockRestore();
    expect(await shelf.list()).toEqual([]);
  });

  it("says that a newer page made the storage", async () => {
    await new Promise((resolve) => {
      indexedDB.open("dancecard", 99).onsuccess = ({ target }) => {
        (target as IDBOpenDBRequest).result.close();
        resolve(undefined);
      };
    });
    await expect(new Shelf().list()).rejects.toMatchObject({ problem: "newer" });
  });

  it("makes room for a newer page that wants to change the storage", async () => {
    const shelf = new Shelf();
    await shelf.save(kept("e", "one"));
    const opened = await new Promise<boolean>((resolve) => {
      const request = indexedDB.open("dancecard", 2);
      request.onsuccess = () => resolve(true);
      request.onblocked = () => resolve(false);
    });
    expect(opened).toBe(true);
  });

  it("keeps versions within the limits, each with its text, the newest first", async () => {
    const shelf = new Shelf();
    await shelf.addVersion(version("e", 0, "named"), Uint8Array.of(7));
    for (let i = 1; i < VERSION_LIMITS.count + 10; i++) await shelf.addVersion(version("e", i), Uint8Array.of(i));
    await shelf.addVersion(version("other", 5), Uint8Array.of(1));
    const found = await shelf.versions("e");
    expect(found).toHaveLength(VERSION_LIMITS.count);
    expect(found.map(({ at }) => at)).toEqual([...found.map(({ at }) => at)].sort((a, b) => b - a));
    expect(found.at(-1)).toMatchObject({ why: "named", at: 0 });
    for (const { id, at } of found.slice(0, -1)) expect((await shelf.version(id))!.bytes).toEqual(Uint8Array.of(at));
    expect(await shelf.versions("other")).toHaveLength(1);
  });

  it("erases what was deleted long enough ago, with its versions, and nothing else", async () => {
    const shelf = new Shelf();
    for (const id of ["old", "young", "alive"]) {
      await shelf.save(kept(id, id));
      await shelf.addVersion(version(id, 1), Uint8Array.of(1));
    }
    await shelf.mark("old", 10);
    await shelf.mark("young", 30);
    await shelf.erase(20);
    expect((await shelf.list()).map(({ id }) => id).sort()).toEqual(["alive", "young"]);
    expect(await shelf.load("old")).toBeNull();
    expect(await shelf.versions("old")).toEqual([]);
    expect(await shelf.versions("young")).toHaveLength(1);
    await shelf.mark("young", null);
    expect((await shelf.load("young"))!.meta.deleted).toBeNull();
  });
});
