import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST, QUIET, Saver } from "../../../../web/worker/keep/saver.js";
import { FakeTimer, settled } from "../../../support/timer.js";

/** A saver whose writes are recorded; `write` answers whether it is written. */
function saver(write: (timer: FakeTimer) => boolean | Promise<boolean> = () => true): {
  timer: FakeTimer;
  saver: Saver;
  writes: number[];
} {
  const timer = new FakeTimer();
  const writes: number[] = [];
  const made = new Saver(async () => {
    writes.push(timer.time);
    return write(timer);
  }, timer);
  return { timer, saver: made, writes };
}

describe("saving", () => {
  it("waits for a quiet moment, and writes once", async () => {
    const { timer, saver: s, writes } = saver();
    for (let i = 0; i < 4; i++) {
      s.touch();
      await timer.pass(QUIET / 2);
    }
    expect(writes).toEqual([]);
    await timer.pass(QUIET);
    expect(writes).toEqual([1.5 * QUIET + QUIET]);
    expect(s.dirty).toBe(false);
    await timer.pass(10 * LONGEST);
    expect(writes).toHaveLength(1);
  });

  it("never lets an edit wait longer than the longest wait, whenever keys come", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 2 * QUIET }), { maxLength: 80 }), async (gaps) => {
        const { timer, saver: s, writes } = saver();
        let first: number | null = null;
        let latest = 0;
        for (const gap of gaps) {
          const before = writes.length;
          s.touch();
          first ??= timer.time;
          await timer.pass(gap);
          if (writes.length > before) {
            latest = Math.max(latest, writes.at(-1)! - first);
            first = null;
          }
        }
        expect(latest).toBeLessThanOrEqual(LONGEST);
        await timer.pass(LONGEST);
        expect(s.dirty).toBe(false);
      }),
    );
  });

  it("writes one at a time, and again what came meanwhile", async () => {
    let end: (() => void) | undefined;
    const { timer, saver: s, writes } = saver(() => new Promise((resolve) => (end = () => resolve(true))));
    s.touch();
    await timer.pass(QUIET);
    s.touch();
    await timer.pass(LONGEST);
    expect(writes).toHaveLength(1);
    expect(s.dirty).toBe(true);
    end!();
    await settled();
    await timer.pass(20 * LONGEST);
    expect(writes).toHaveLength(2);
    end!();
    await settled();
    expect(s.dirty).toBe(false);
  });

  it("writes less often where a write takes long", async () => {
    const {
      timer,
      saver: s,
      writes,
    } = saver((t) => {
      t.time += 1000;
      return true;
    });
    s.touch();
    await timer.pass(QUIET);
    for (let i = 0; i < 300; i++) {
      s.touch();
      await timer.pass(100);
    }
    const gaps = writes.slice(1).map((at, i) => at - writes[i]!);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(10_000);
  });

  it("keeps what was not written, and tries again with the next edit or when asked", async () => {
    let room = false;
    const { timer, saver: s, writes } = saver(() => room);
    s.touch();
    await timer.pass(LONGEST);
    expect(writes).toHaveLength(1);
    expect(s.dirty).toBe(true);
    await timer.pass(20 * LONGEST);
    expect(writes).toHaveLength(1);
    expect(await s.flush()).toBe(false);
    room = true;
    s.touch();
    await timer.pass(LONGEST);
    expect(s.dirty).toBe(false);
    expect(writes).toHaveLength(3);
  });

  it("takes a write that throws for one that did not happen", async () => {
    const { saver: s } = saver(() => Promise.reject(new Error("gone")));
    s.touch();
    expect(await s.flush()).toBe(false);
    expect(s.dirty).toBe(true);
  });

  it("forgets what waits when another event is opened", async () => {
    const { timer, saver: s, writes } = saver();
    s.touch();
    s.forget();
    await timer.pass(LONGEST);
    expect(writes).toEqual([]);
    expect(await s.flush()).toBe(true);
  });
});
