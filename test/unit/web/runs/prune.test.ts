// What is dropped when there are too many runs: never what was named, published or is on a page.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overflow, roomToKeep } from "../../../../web/worker/runs/prune.js";

const run = fc.record({
  id: fc.uuid(),
  at: fc.nat(1000),
  bytes: fc.nat(100),
  name: fc.constantFrom("", "", "", "mine"),
  published: fc.constantFrom(null, null, null, { version: 1, at: 0, note: "" }),
  deleted: fc.constantFrom(null, null, 5),
  status: fc.constantFrom("finished" as const, "running" as const),
});
const runs = fc.uniqueArray(run, { selector: ({ id }) => id, maxLength: 30 });
const limits = fc.record({ count: fc.nat(20), bytes: fc.nat(1500) });

describe("runs that are dropped", () => {
  it("are none that was named, published, is deleted's elder or on a page; and as few as the limits ask", () => {
    fc.assert(
      fc.property(runs, limits, fc.nat(29), (list, limit, at) => {
        const keep = new Set(list[at] ? [list[at].id] : []);
        const dropped = overflow(list, keep, limit);
        const gone = list.filter(({ id }) => dropped.includes(id));
        for (const { id, name, published, deleted, status } of gone) {
          expect(keep.has(id)).toBe(false);
          expect(published).toBeNull();
          expect(deleted !== null || (name === "" && status === "finished")).toBe(true);
        }
        const within = (rest: typeof list): boolean =>
          rest.length <= limit.count && rest.reduce((sum, { bytes }) => sum + bytes, 0) <= limit.bytes;
        // One fewer would not do.
        expect(dropped.length === 0 || !within(list.filter(({ id }) => !dropped.slice(0, -1).includes(id)))).toBe(true);
        // Deleted ones go first.
        const kinds = dropped.map((id) => list.find((one) => one.id === id)!.deleted !== null);
        expect(kinds).toEqual([...kinds].sort((a, b) => Number(b) - Number(a)));
      }),
    );
  });

  it("leaves room for what is to be kept, or says that there is none", () => {
    const one = { id: "a", at: 0, bytes: 60, name: "x", published: null, deleted: null, status: "finished" as const };
    expect(roomToKeep([one], { ...one, id: "b" }, { count: 10, bytes: 120 })).toBe(true);
    expect(roomToKeep([one], { ...one, id: "b" }, { count: 10, bytes: 119 })).toBe(false);
    expect(roomToKeep([one], { ...one, id: "b" }, { count: 2, bytes: 999 })).toBe(false);
  });
});
