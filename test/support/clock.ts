// A clock for tests: time passes only when told to.

import type { HostClock } from "../../src/host/clock.js";

/** Starts at 0; every pause lets waiting promises run and costs nothing. */
export class FakeClock implements HostClock {
  time = 0;
  pauses = 0;
  /** Called at every pause. */
  onPause: () => void = () => {};

  now(): number {
    return this.time;
  }

  async pause(): Promise<void> {
    this.pauses++;
    this.onPause();
    await Promise.resolve();
  }

  close(): void {}
}
