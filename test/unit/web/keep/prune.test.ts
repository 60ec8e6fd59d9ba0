import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VERSION_WHYS } from "../../../../web/protocol.js";
import { overflow, roomToName } from "../../../../web/worker/keep/prune.js";

const versions = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 50 }),
      why: fc.constantFrom(...VERSION_WHYS),
      bytes: fc.integer({ min: 0, max: 100 }),
    }),
    { maxLength: 40 },
  )
  .map((list) => list.map((entry, id) => ({ ...entry, id })));
const limits = fc.record({ count: fc.integer({ min: 1, max: 20 }), bytes: fc.integer({ min: 1, max: 800 }) });

describe("versions there are too many of", () => {
  it("go the oldest automatic ones first; named ones and the newest stay", () => {
    fc.assert(
      fc.property(versions, limits, (list, limit) => {
        const dropped = new Set(overflow(list, limit));
        const left = list.filter(({ id }) => !dropped.has(id));
        const newest = [...list].sort((a, b) => a.at - b.at || a.id - b.id).at(-1);
        expect([...dropped].filter((id) => list[id]!.why === "named" || id === newest?.id)).toEqual([]);
        const free = left.filter(({ why, id }) => why !== "named" && id !== newest?.id);
        const over = left.length > limit.count || left.reduce((sum, { bytes }) => sum + bytes, 0) > limit.bytes;
        // Either the limits are kept, or there is nothing more that may go.
        expect(over && free.length > 0).toBe(false);
        // None was dropped that is newer than one that could have gone instead.
        const oldestLeft = Math.min(...free.map(({ at }) => at));
        expect([...dropped].every((id) => list[id]!.at <= oldestLeft)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("are none within the limits", () => {
    fc.assert(
      fc.property(versions, (list) => {
        expect(overflow(list, { count: 40, bytes: 4000 })).toEqual([]);
      }),
    );
  });

  it("leave room for one automatic version beside the named ones, or no more may be named", () => {
    fc.assert(
      fc.property(versions, limits, fc.integer({ min: 0, max: 100 }), (list, limit, bytes) => {
        const named = list.filter(({ why }) => why === "named");
        const size = named.reduce((sum, version) => sum + version.bytes, bytes);
        expect(roomToName(list, bytes, limit)).toBe(named.length + 1 < limit.count && size <= limit.bytes);
      }),
    );
  });
});
