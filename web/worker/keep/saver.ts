// When an edited event is written: a moment after the last edit, never later than a longest wait, one write at a time, and
// less often where a write takes long. Called by keeper.ts; it knows neither the event nor where it goes.

/** The clock of a saver: tests let time pass themselves. */
export interface Timer {
  now(): number;
  /** Calls back after so many milliseconds; gives what calls it off. */
  after(wait: number, call: () => void): () => void;
}

export const realTimer: Timer = {
  now: () => performance.now(),
  after(wait, call) {
    const timer = setTimeout(call, wait);
    return () => clearTimeout(timer);
  },
};

/** Milliseconds of quiet before a write, and most milliseconds from an edit to its write. */
export const QUIET = 400;
export const LONGEST = 3000;
/** A write that took so long is followed by a quiet so many times as long: at most a tenth of the time is spent writing. */
const EASE = 10;

export class Saver {
  readonly #write: () => Promise<boolean>;
  readonly #timer: Timer;
  readonly #ended: () => void;
  #dirty = false;
  #since: number | null = null;
  #cost = 0;
  #cancel: (() => void) | null = null;
  #writing: Promise<void> | null = null;

  /**
   * `write` answers whether it wrote; what was not written stays dirty until the next touch or flush. `ended` is called
   * after each write.
   */
  constructor(write: () => Promise<boolean>, timer: Timer = realTimer, ended = (): void => undefined) {
    this.#write = write;
    this.#ended = ended;
    this.#timer = timer;
  }

  /** True while something is not written. */
  get dirty(): boolean {
    return this.#dirty || this.#writing !== null;
  }

  /** Something changed. */
  touch(): void {
    this.#dirty = true;
    this.#since ??= this.#timer.now();
    this.#plan();
  }

  /** Writes at once what waits; true when nothing is left. */
  async flush(): Promise<boolean> {
    while (this.#writing) await this.#writing;
    if (this.#dirty) await this.#run();
    return !this.#dirty;
  }

  /** Lets go of what waits: another event is open. */
  forget(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#dirty = false;
    this.#since = null;
    this.#cost = 0;
  }

  #plan(): void {
    if (this.#writing) return;
    this.#cancel?.();
    const quiet = Math.max(QUIET, this.#cost * EASE);
    const longest = Math.max(LONGEST, 2 * quiet);
    const left = this.#since! + longest - this.#timer.now();
    this.#cancel = this.#timer.after(Math.max(0, Math.min(quiet, left)), () => void this.#run());
  }

  async #run(): Promise<void> {
    this.#cancel?.();
    this.#cancel = null;
    if (this.#writing || !this.#dirty) return this.#writing ?? undefined;
    this.#dirty = false;
    this.#since = null;
    const begun = this.#timer.now();
    this.#writing = this.#write()
      .catch(() => false)
      .then((written) => {
        this.#writing = null;
        this.#cost = this.#timer.now() - begun;
        // Touched meanwhile: written again, later. Not written: kept for the next touch.
        if (this.#dirty) this.#plan();
        else this.#dirty = !written;
        this.#ended();
      });
    return this.#writing;
  }
}
