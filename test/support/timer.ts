// A timer for tests of what waits: time passes only when told to.

import type { Timer } from "../../web/worker/keep/saver.js";

export class FakeTimer implements Timer {
  time = 0;
  readonly #waiting = new Set<{ at: number; call: () => void }>();

  now(): number {
    return this.time;
  }

  after(wait: number, call: () => void): () => void {
    const entry = { at: this.time + wait, call };
    this.#waiting.add(entry);
    return () => void this.#waiting.delete(entry);
  }

  /** Lets time pass; what was waited for is called at its moment, with promises run after each. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    for (;;) {
      const [next] = [...this.#waiting].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#waiting.delete(next);
      this.time = Math.max(this.time, next.at);
      next.call();
      await settled();
    }
    this.time = end;
    await settled();
  }
}

/** Lets waiting promises run. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}
