// Runs of an event: kept, there again, judged anew, stale when the event changed, edited by hand, published; a storage that
// fails loses nothing. The storage is a stand-in; what locks of the browser do is in test/browser/runs.test.ts.

import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { sampleText } from "../../../../src/index.js";
import type { Meeting } from "../../../../src/index.js";
import { packed, unpacked } from "../../../../web/worker/keep/pack.js";
import { RunStore } from "../../../../web/worker/runs/store.js";
import { RunTab } from "../../../support/runs-host.js";

const TEXT = sampleText("workshop", { comments: false })!;

beforeEach(() => {
  vi.restoreAllMocks();
  globalThis.indexedDB = new IDBFactory();
});

/** Meetings of the sample that break no clash: pairs that stand in its wishes, one per slot. */
function meetings(tab: RunTab, count: number, skip = 0): Meeting[] {
  const { spec, facts } = tab.draft.known!;
  const pairs = spec.wishes.flatMap(({ from, to, veto }) =>
    veto !== true && facts.personIndex.has(to) ? [[from, to] as [string, string]] : [],
  );
  const rowOf = (id: string): string => facts.rows[facts.people[facts.personIndex.get(id)!]!.rows[0]!]!.id;
  return pairs.slice(skip, skip + count).map((participants, i) => ({
    participants,
    rows: [rowOf(participants[0]), rowOf(participants[1])],
    slot: facts.calendar.slots[i % facts.calendar.slots.length]!.id,
  }));
}

async function opened(id: string | null = "e1"): Promise<RunTab> {
  const tab = new RunTab();
  await tab.open(TEXT, id);
  return tab;
}

describe("a run", () => {
  it("is kept with its settings, and its schedule is on the page again, judged anew", async () => {
    const tab = await opened();
    tab.run([meetings(tab, 2), meetings(tab, 5)]);
    await tab.settled();
    expect(tab.view.runs).toMatchObject([
      { kind: "run", status: "finished", meetings: 5, stored: true, current: true, settings: { seed: 1 }, steps: 10 },
    ]);
    const again = await opened();
    expect(again.stage.placed?.schedule.meetings).toEqual(tab.stage.placed?.schedule.meetings);
    expect(again.stage.placed?.report).toEqual(tab.stage.placed?.report);
    expect(again.view.shown).toBe(tab.view.shown);
    expect(again.told.at(-1)?.schedule).not.toBeNull();
  });

  it("that nobody goes on with is marked as interrupted, and its best so far is there", async () => {
    const tab = await opened();
    tab.run([meetings(tab, 3)], true);
    await tab.settled();
    const again = await opened();
    await again.settled();
    expect(again.view.runs).toMatchObject([{ status: "interrupted", meetings: 3 }]);
    expect(again.stage.placed?.schedule.meetings.length).toBe(3);
  });

  it("ends as interrupted when another event is opened; the runs of that one are its own", async () => {
    const tab = await opened();
    tab.run([meetings(tab, 3)], true);
    await tab.open(TEXT, "e2");
    expect(tab.view.runs).toEqual([]);
    expect(tab.stage.placed).toBeNull();
    await tab.open(TEXT, "e1");
    expect(tab.view.runs).toMatchObject([{ status: "interrupted", meetings: 3 }]);
  });

  it("on a sample goes with it when it becomes an event of one's own; the sample keeps a copy", async () => {
    const tab = await opened(null);
    tab.run([meetings(tab, 3)]);
    await tab.settled();
    tab.follow("mine");
    await tab.settled();
    tab.run([meetings(tab, 4)]);
    await tab.settled();
    const [own, sample] = [await opened("mine"), await opened(null)];
    expect(own.view.runs.map((run) => run.meetings)).toEqual([4, 3]);
    expect(sample.view.runs.map((run) => run.meetings)).toEqual([3]);
    expect(sample.stage.placed?.schedule.meetings.length).toBe(3);
  });

  it("is stale once the event has changed: what is gone is left out and counted, the rest judged on the event of now", async () => {
    const tab = await opened();
    const held = meetings(tab, 4);
    tab.run([held]);
    await tab.settled();
    const [gone] = held[0]!.participants;
    const event = JSON.parse(TEXT) as { participants: { id: string }[]; wishes: { from: string; to: string }[] };
    const text = TEXT.replaceAll(`"${gone}"`, '"someone-else"');
    expect(event.participants.some(({ id }) => id === gone)).toBe(true);
    const again = new RunTab();
    await again.open(text, "e1");
    const left = held.filter(({ participants }) => participants.includes(gone)).length;
    expect(again.view).toMatchObject({ left, runs: [{ current: false }] });
    expect(again.stage.placed?.schedule.meetings.length).toBe(4 - left);
    expect(again.stage.view?.revision).not.toBe(again.draft.revision);
    expect(await again.desk.publish(again.view.shown!, "")).toBe("changed");
  });

  it("whose stored score is not its score is said to differ, and a damaged one is not shown", async () => {
    const tab = await opened();
    tab.run([meetings(tab, 3)]);
    await tab.settled();
    const store = new RunStore();
    const { runs } = await store.list("e1");
    const body = (await store.body(runs[0]!.id))!;
    const text = await unpacked(body.bytes);
    const { total } = tab.stage.placed!.report.score;
    await store.save(runs[0]!, { bytes: await packed(text.replaceAll(String(total), String(total + 7))) }, true);
    expect((await opened()).stage.placed?.mismatch).toEqual({ solver: total + 7, judge: total });
    await store.save(runs[0]!, { bytes: await packed(text.slice(0, -9)) }, true);
    const broken = await opened();
    expect(broken.stage.placed).toBeNull();
    expect((await broken.desk.show(runs[0]!.id)).answer).toBe("gone");
  });
});

describe("a schedule that is changed by hand", () => {
  it("is a run of its own: the one it came from stays as it was", async () => {
    const tab = await opened();
    tab.run([meetings(tab, 5)]);
    const known = tab.draft.known!;
    tab.stage.put(known, tab.judged(meetings(tab, 4)));
    tab.stage.put(known, tab.judged(meetings(tab, 3)));
    await tab.settled();
    const again = await opened();
    expect(again.view.runs.map(({ kind, meetings: m }) => `${kind} ${m}`)).toEqual(["edited 3", "run 5"]);
    expect(again.stage.placed?.schedule.meetings.length).toBe(3);
  });

  it("is another one after a publication: what was published never changes", async () => {
    const tab = await opened();
    tab.run([meetings(tab, 5)]);
    const id = tab.view.shown!;
    expect(await tab.desk.publish(id, " First ")).toBe("done");
    tab.stage.put(tab.draft.known!, tab.judged([...meetings(tab, 4), ...meetings(tab, 1, 6)]));
    await tab.settled();
    expect(tab.view.runs.find((run) => run.id === id)).toMatchObject({
      meetings: 5,
      published: { version: 1, note: "First" },
    });
    expect(await tab.desk.remove(id)).toBe("published");
    expect(await tab.desk.publish(tab.view.shown!, "")).toBe("done");
    const told = (await tab.desk.tell(2))!;
    const rows = tab.desk.tellRows(2, 0, 100)!.rows;
    expect(told.people).toBe(new Set(rows.map((row) => row.id)).size);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(["added", "removed"]));
    expect((await tab.desk.published()).map(({ version, schedule }) => [version, schedule.meetings.length])).toEqual([
      [2, 5],
      [1, 5],
    ]);
    expect(await tab.desk.withdraw(id)).toBe("published");
    expect(await tab.desk.withdraw(tab.view.shown!)).toBe("done");
    expect(await tab.desk.tell(2)).toBeNull();
  });
});

describe("runs", () => {
  it("are named, deleted and restored", async () => {
    const tab = await opened();
    tab.run([meetings(tab, 5)]);
    await tab.settled();
    const id = tab.view.shown!;
    await tab.desk.rename(id, `  ${"é".repeat(200)}`);
    await tab.desk.remove(id);
    expect((await opened()).view.runs).toEqual([]);
    await tab.desk.restore(id);
    const again = await opened();
    expect(again.view.runs.map(({ name }) => name)).toEqual(["é".repeat(80)]);
  });

  it("are not written by a tab that only follows, and are once it may edit", async () => {
    const tab = new RunTab();
    await tab.open(TEXT, "e1", "follow");
    tab.run([meetings(tab, 3)]);
    await tab.settled();
    expect(tab.view).toMatchObject({ writable: false, runs: [{ stored: false }] });
    expect((await opened()).view.runs).toEqual([]);
    tab.follow("e1", "edit");
    await tab.settled();
    expect((await opened()).view.runs.length).toBe(1);
  });

  it("stay in memory when the storage is full, which is said, and are written once there is room", async () => {
    const tab = await opened();
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("no room", "QuotaExceededError");
    });
    tab.run([meetings(tab, 3)]);
    await tab.settled();
    tab.run([meetings(tab, 4)]);
    await tab.settled();
    expect(tab.view).toMatchObject({ problem: "full", runs: [{ stored: false }, { stored: false }] });
    const older = tab.view.runs[1]!.id;
    expect((await tab.desk.show(older)).schedule?.meetings).toBe(3);
    expect(await tab.desk.publish(older, "")).toBe("full");
    put.mockRestore();
    expect(await tab.desk.flush()).toBe(true);
    expect(tab.view.problem).toBeNull();
    expect((await opened()).view.runs.map((run) => run.meetings)).toEqual([4, 3]);
  });

  it("are kept in memory where there is no storage at all", async () => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("private window", "SecurityError");
    });
    const tab = await opened();
    tab.run([meetings(tab, 3)]);
    tab.run([meetings(tab, 4)]);
    await tab.settled();
    expect(tab.view).toMatchObject({ problem: "forbidden", runs: [{ meetings: 4 }, { meetings: 3 }] });
    expect((await tab.desk.compare(tab.view.runs[1]!.id, tab.view.runs[0]!.id))?.meetings.b).toBe(1);
  });

  it("of an event that is gone are removed a day later, those of samples stay", async () => {
    const store = new RunStore();
    const tab = await opened();
    tab.run([meetings(tab, 3)]);
    await tab.settled();
    const sample = await opened(null);
    sample.run([meetings(sample, 2)]);
    await sample.settled();
    await store.sweep(new Set(), Date.now());
    expect((await store.list("e1")).runs.length).toBe(1);
    await store.sweep(new Set(), Date.now() + 2 * 86_400_000);
    expect((await store.list("e1")).runs.length).toBe(0);
    expect((await store.list("sample:test")).runs.length).toBe(1);
  });
});

describe("a schedule from outside", () => {
  it("is read, judged and on the page; hostile cells are told and do no harm", async () => {
    const tab = await opened();
    const held = meetings(tab, 3);
    const lines = held.map(({ participants: [a, b], slot }) => `${a}\t${b}\t${slot}`);
    const hostile = ["<img src=x onerror=alert(1)>\t__proto__\tconstructor", `${"x".repeat(9000)}\ta\tb`];
    const view = await tab.desk.auditPasted(["A\tB\tSlot", ...lines, ...hostile].join("\n"));
    expect(view).toMatchObject({ rows: 5, bad: 2, meetings: 3, run: { kind: "outside" }, bound: null, looking: true });
    expect(view.problems.every(({ text }) => text.fr.length <= 401)).toBe(true);
    expect(tab.stage.placed?.schedule.meetings.length).toBe(3);
    expect(view.run!.findings).toBe(tab.stage.placed?.report.findings.length);
    expect(await tab.desk.auditBound()).toMatchObject({ looking: false, bound: null });
    await tab.settled();
    expect((await opened()).view.runs).toMatchObject([{ kind: "outside" }]);
  });
});
