// When a run in a sandbox is stopped from outside: on a clock that only the test moves.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Watch } from "../../../web/worker/lab/own/watch.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A line to a frame that answers as long as `alive`. */
class Pulse {
  alive = true;
  onmessage: (() => void) | null = null;
  postMessage(): void {
    if (this.alive) this.onmessage?.();
  }
  close(): void {}
}

function watched(unit: "steps" | "seconds", last: number) {
  const pulse = new Pulse();
  const watch = new Watch({ unit, budgets: [last] }, pulse as unknown as MessagePort);
  const end: { why: string | null } = { why: null };
  void watch.stopped.then((why) => (end.why = why));
  /** Passes seconds; `each` is done after every one of them. */
  const pass = async (seconds: number, each = (): void => {}): Promise<string | null> => {
    for (let i = 0; i < seconds; i++) {
      await vi.advanceTimersByTimeAsync(1000);
      each();
    }
    return end.why;
  };
  return { pulse, watch, pass };
}

describe("a run in a sandbox is stopped", () => {
  it("when it is not loaded", async () => {
    const { pass } = watched("seconds", 60);
    expect(await pass(19)).toBeNull();
    expect(await pass(3)).toBe("not loaded after 20 seconds");
  });

  it("a while after its last budget of seconds", async () => {
    const { watch, pass } = watched("seconds", 3);
    await pass(4, () => watch.heard("loaded"));
    expect(await pass(8, () => watch.heard("alive"))).toBeNull();
    expect(await pass(3, () => watch.heard("alive"))).toBe("still running after 11 seconds");
  });

  it("never while it makes steps, where budgets are steps; soon when it makes none", async () => {
    const { watch, pass } = watched("steps", 1000);
    watch.heard("loaded");
    expect(await pass(500, () => watch.heard("alive"))).toBeNull();
    expect(await pass(29)).toBeNull();
    expect(await pass(3)).toBe("no step ended for 30 seconds");
  });

  it("when its process is gone", async () => {
    const { watch, pulse, pass } = watched("steps", 1000);
    watch.heard("loaded");
    await pass(5);
    pulse.alive = false;
    expect(await pass(9)).toBeNull();
    expect(await pass(3)).toMatch(/^its process ended/);
  });

  it("when it says more than anybody could want to hear", async () => {
    const { watch, pass } = watched("steps", 1000);
    watch.heard("loaded");
    for (let i = 0; i < 900; i++) watch.heard("alive");
    expect(await pass(0)).toBeNull();
    for (let i = 0; i < 200; i++) watch.heard("alive");
    await vi.advanceTimersByTimeAsync(0);
    expect(await pass(0)).toMatch(/floods/);
  });

  it("by nobody once it has ended", async () => {
    const { watch, pass } = watched("seconds", 1);
    watch.end();
    expect(await pass(100)).toBeNull();
  });
});
