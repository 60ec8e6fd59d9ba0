// The keeper with a real draft and a stand-in for the browser's storage. Node has no Web Locks: every tab may edit here,
// which is the worst case for "nothing is overwritten". What locks do is in test/browser/tabs.test.ts.

import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { sampleText } from "../../../../src/index.js";
import { Shelf } from "../../../../web/worker/keep/shelf.js";
import { unpacked } from "../../../../web/worker/keep/pack.js";
import { Tab } from "../../../support/keep-host.js";

beforeEach(() => {
  vi.restoreAllMocks();
  globalThis.indexedDB = new IDBFactory();
});

const WORKSHOP = sampleText("workshop", { comments: false })!;
const NOTHING = { tab: null, link: null, look: null };

/** A tab with the sample, edited and saved. */
async function edited(name = "Mine"): Promise<Tab & { id: string }> {
  const tab = new Tab();
  await tab.sample(WORKSHOP);
  expect(tab.edit(name)).toBe("done");
  await tab.keeper.flush();
  return Object.assign(tab, { id: tab.view!.id! });
}

/** Every text that is kept anywhere: events, versions, and what tabs hold in memory. */
async function everything(): Promise<string[]> {
  const shelf = new Shelf();
  const events = await shelf.list();
  const texts = await Promise.all(events.map(async ({ id }) => (await shelf.load(id))!.text));
  const versions = (await Promise.all(events.map(({ id }) => shelf.versions(id)))).flat();
  const bodies = await Promise.all(versions.map(async ({ id }) => unpacked((await shelf.version(id))!.bytes)));
  return [...texts, ...bodies];
}

describe("the keeper", () => {
  it("does not keep a sample before it is edited; then it is an event of one's own, found again", async () => {
    const tab = new Tab();
    expect(await tab.keeper.start(NOTHING)).toEqual({ view: null, refused: null });
    await tab.sample(WORKSHOP);
    await tab.keeper.flush();
    expect((await tab.keeper.list()).events).toEqual([]);
    tab.edit("Mine");
    await tab.timer.pass(10_000);
    await tab.keeper.flush();
    expect(tab.view).toMatchObject({ dirty: false, problem: null, mode: "edit" });
    const again = new Tab();
    expect(await again.keeper.start({ ...NOTHING, link: "1.damaged" })).toMatchObject({ refused: "damaged" });
    expect(again.text).toBe(tab.text);
    expect((await again.keeper.list()).events).toMatchObject([{ name: "Mine", stored: true, people: 20 }]);
  });

  it("has the undo history again after a reload", async () => {
    const tab = await edited();
    tab.edit("Second");
    await tab.keeper.flush();
    const again = new Tab();
    await again.keeper.start(NOTHING);
    again.draft.undo();
    expect(again.draft.known!.spec.event.name).toBe("Mine");
    again.draft.undo();
    expect(again.text).toBe(WORKSHOP);
    expect(again.draft.undo()).toBeNull();
  });

  it("makes a version before the first edit and before another event is opened, and returns to one", async () => {
    const tab = await edited();
    await tab.sample(WORKSHOP);
    await tab.keeper.open(tab.id);
    const { versions } = await tab.keeper.list();
    expect(versions.map(({ why }) => why)).toEqual(["leave", "opened"]);
    expect(await tab.keeper.returnTo(versions[1]!.id)).toBe("done");
    expect(tab.text).toBe(WORKSHOP);
    tab.draft.undo();
    expect(tab.draft.known!.spec.event.name).toBe("Mine");
    tab.edit("Third");
    await tab.keeper.nameVersion("Before the call");
    expect((await tab.keeper.list()).versions[0]).toMatchObject({ why: "named", label: "Before the call" });
  });

  it("returns to a version only after what is there became one", async () => {
    const tab = await edited();
    tab.edit("Unsaved until now");
    const text = tab.text;
    const [opened] = (await tab.keeper.list()).versions;
    await tab.keeper.returnTo(opened!.id);
    expect(await everything()).toContain(text);
    expect((await tab.keeper.list()).versions.map(({ why }) => why)).toContain("return");
  });

  it("loses nothing when the storage is full: it says so, keeps the event open and in memory, and tries again", async () => {
    const tab = await edited();
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("no room", "QuotaExceededError");
    });
    tab.edit("No room");
    const text = tab.text;
    expect(await tab.keeper.flush()).toBe(false);
    expect(tab.view).toMatchObject({ problem: "full", dirty: true });
    await tab.sample(WORKSHOP);
    expect((await tab.keeper.list()).events).toMatchObject([{ name: "No room", stored: false }]);
    await tab.keeper.open(tab.id);
    expect(tab.text).toBe(text);
    put.mockRestore();
    expect(await tab.keeper.flush()).toBe(true);
    expect(tab.view).toMatchObject({ problem: null, dirty: false });
    expect(await everything()).toContain(text);
  });

  it("works without any storage, with several events, for as long as the tab lives", async () => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("private window", "SecurityError");
    });
    const tab = await edited("First");
    await tab.keeper.create("en");
    tab.edit("Second");
    expect(await tab.keeper.flush()).toBe(false);
    expect(tab.view).toMatchObject({ problem: "forbidden" });
    const { events } = await tab.keeper.list();
    expect(events.map(({ name }) => name).sort()).toEqual(["First", "Second"]);
    expect(await tab.keeper.open(tab.id)).toMatchObject({ ok: true });
    expect(tab.draft.known!.spec.event.name).toBe("First");
  });

  it("deletes, restores, renames and copies, the open one and others", async () => {
    const tab = await edited();
    expect(await tab.keeper.duplicate(tab.id, "Copy")).toBe("done");
    const copy = (await tab.keeper.list()).events.find(({ name }) => name === "Copy")!;
    expect(await tab.keeper.rename(copy.id, "Renamed copy")).toBe("done");
    expect(await tab.keeper.rename(tab.id, "Renamed")).toBe("done");
    expect(tab.draft.known!.spec.event.name).toBe("Renamed");
    await tab.keeper.remove(tab.id);
    await tab.keeper.remove(copy.id);
    const { events, deleted } = await tab.keeper.list();
    expect(events).toEqual([]);
    expect(deleted.map(({ name }) => name).sort()).toEqual(["Renamed", "Renamed copy"]);
    expect(await tab.keeper.open(tab.id)).toMatchObject({ ok: false, why: "gone" });
    await tab.keeper.restore(tab.id);
    await tab.keeper.restore(copy.id);
    expect(await tab.keeper.open(copy.id)).toMatchObject({ ok: true });
    expect(tab.draft.known!.spec.event.name).toBe("Renamed copy");
  });

  it("opens a file as an event of its own, the same file again as the same event, and what is none not at all", async () => {
    const tab = await edited();
    const file = new Blob(["\ufeff" + WORKSHOP.replace(/\n/g, "\r\n")]);
    await tab.keeper.openFile(file, "a.json");
    await tab.keeper.flush();
    const { id } = tab.view!;
    expect(id).not.toBe(tab.id);
    await tab.keeper.open(tab.id);
    await tab.keeper.openFile(file, "b.json");
    expect(tab.view!.id).toBe(id);
    await tab.keeper.openFile(new Blob(["not json"]), "c.json");
    await tab.keeper.flush();
    expect((await tab.keeper.list()).events).toHaveLength(2);
    expect(tab.view!.id).toBeNull();
    tab.type(" but mended");
    await tab.keeper.flush();
    expect((await tab.keeper.list()).events[0]).toMatchObject({ name: "c.json" });
  });

  it("opens a link beside the events that are kept, and keeps what it had when the link is none", async () => {
    const tab = await edited();
    const link = await tab.keeper.link();
    expect(link).toMatchObject({ ok: true });
    const { code } = link as { code: string };
    const before = tab.text;
    for (const wrong of ["", "1.", "2.abc", code.slice(0, -9), "x".repeat(90_000)]) {
      expect(await tab.keeper.openLink(wrong)).toMatchObject({ ok: false });
      expect(tab.text).toBe(before);
      expect(tab.view!.id).toBe(tab.id);
    }
    await tab.keeper.openLink(code);
    await tab.keeper.flush();
    expect(tab.view!.id).not.toBe(tab.id);
    expect((await tab.keeper.list()).events).toHaveLength(2);
    expect(await everything()).toContain(before);
  });

  it("takes an event along as one file, with versions and history, and opens it elsewhere", async () => {
    const tab = await edited();
    await tab.keeper.nameVersion("Signed");
    tab.edit("Later");
    await tab.keeper.flush();
    const file = (await tab.keeper.whole(tab.id))!;
    expect(file.name).toBe("Later.dancecard.zip");
    const [text, versions] = [tab.text, (await tab.keeper.list()).versions];
    globalThis.indexedDB = new IDBFactory();
    const other = new Tab();
    expect(await other.keeper.openFile(file.blob, file.name)).toMatchObject({ ok: true });
    expect(other.text).toBe(text);
    const found = (await other.keeper.list()).versions;
    expect(found.map(({ why, label, at }) => ({ why, label, at }))).toEqual(
      versions.map(({ why, label, at }) => ({ why, label, at })),
    );
    other.draft.undo();
    expect(other.draft.known!.spec.event.name).toBe("Mine");
  });

  it.each(["load", "addVersion"] as const)(
    "loses nothing that is typed while the storage answers (%s)",
    async (slow) => {
      const shelf = new Shelf();
      const first = await edited();
      const second = new Tab(shelf);
      await second.keeper.start({ ...NOTHING, tab: first.id });
      second.type("// before.\n");
      first.type("// theirs.\n");
      await first.keeper.flush();
      const work = shelf[slow].bind(shelf) as (...args: unknown[]) => Promise<never>;
      const spy = vi.spyOn(shelf, slow).mockImplementationOnce(async (...args: unknown[]) => {
        const answer = await work(...args);
        expect(second.type("// meanwhile.\n")).toBe(true);
        return answer;
      });
      await second.keeper.flush();
      expect(spy).toHaveBeenCalled();
      expect(second.text).toContain("meanwhile");
      await second.keeper.flush();
      const kept = await everything();
      for (const line of ["before", "theirs", "meanwhile"])
        expect(kept.some((text) => text.includes(`// ${line}.`))).toBe(true);
      expect(second.view).toMatchObject({ dirty: false, notice: { kind: "conflict" } });
      expect(second.text).toBe(first.text);
    },
  );

  it("loses nothing that anybody wrote, with two tabs that edit as they please", async () => {
    const steps = fc.array(
      fc.record({
        who: fc.integer({ min: 0, max: 1 }),
        what: fc.constantFrom("edit", "edit", "save", "leave", "wait"),
      }),
      { maxLength: 16 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        globalThis.indexedDB = new IDBFactory();
        const first = await edited();
        const tabs: Tab[] = [first, new Tab()];
        await tabs[1]!.keeper.start({ ...NOTHING, tab: first.id });
        // Every edit adds a line, so that a text holds all edits it was made by.
        const lines: string[] = [];
        for (const [i, { who, what }] of list.entries()) {
          const tab = tabs[who]!;
          if (what === "edit") {
            lines.push(`// edit ${i} of ${who}.\n`);
            expect(tab.type(lines.at(-1)!)).toBe(true);
            continue;
          }
          if (what === "wait") {
            // What the other tab told is heard, and acted on up to any point.
            await new Promise((heard) => setImmediate(heard));
            continue;
          }
          await tab.keeper.flush();
          if (what === "save") continue;
          await tab.sample(WORKSHOP);
          await tab.keeper.open(first.id);
        }
        for (const tab of tabs) await tab.keeper.flush();
        const kept = await everything();
        expect(lines.filter((line) => !kept.some((text) => text.includes(line)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
