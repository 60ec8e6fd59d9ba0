// Watches a run in a sandbox from outside and says when it must be stopped: when it takes too long, when its process has
// ended, when it floods us with messages. Called by bench-own.ts, which stops it by closing the sandbox.

import type { Job, Said } from "../../../sandbox/protocol.js";

/** Seconds until a variant is loaded. */
const LOADING = 20;
/** A run with budgets in seconds has that many times its last budget, and so many seconds more. */
const FACTOR = 2;
const GRACE = 5;
/** Seconds without a word, where budgets are steps: nobody knows how long a step takes, but not that long. */
const SILENT = 30;
/** Seconds without an answer of the frame: then its process is gone. */
const PULSE = 10;
/** Messages that a run has at once, and each second. */
const MESSAGES = 1000;
const MESSAGES_PER_SECOND = 20;

export class Watch {
  /** Resolves with the reason when the run must be stopped. */
  readonly stopped: Promise<string>;
  readonly #unit: Job["unit"];
  readonly #last: number;
  readonly #start = performance.now();
  readonly #beat: ReturnType<typeof setInterval>;
  readonly #pulse: MessagePort;
  #stop: (why: string) => void = () => {};
  #messages = 0;
  #loaded: number | undefined;
  #lastWord = 0;
  #lastPulse = 0;

  constructor({ unit, budgets }: Pick<Job, "unit" | "budgets">, pulse: MessagePort) {
    this.#unit = unit;
    this.#last = budgets.at(-1)!;
    this.#pulse = pulse;
    this.stopped = new Promise((resolve) => (this.#stop = resolve));
    pulse.onmessage = () => (this.#lastPulse = this.seconds());
    this.#beat = setInterval(() => this.#look(), 1000);
    pulse.postMessage("alive?");
  }

  /** Seconds since the start. */
  seconds(): number {
    return (performance.now() - this.#start) / 1000;
  }

  /** Something was said. */
  heard(type: Said["type"] | undefined): void {
    this.#lastWord = this.seconds();
    if (type === "loaded") this.#loaded ??= this.#lastWord;
    if (++this.#messages > MESSAGES + MESSAGES_PER_SECOND * this.#lastWord)
      this.#stop("it floods the page with messages");
  }

  end(): void {
    clearInterval(this.#beat);
    this.#pulse.close();
  }

  #look(): void {
    const now = this.seconds();
    this.#pulse.postMessage("alive?");
    if (now - this.#lastPulse > PULSE) return this.#stop("its process ended; most often it took too much memory");
    if (this.#loaded === undefined) {
      if (now > LOADING) this.#stop(`not loaded after ${LOADING} seconds`);
    } else if (this.#unit === "steps") {
      if (now - this.#lastWord > SILENT) this.#stop(`no step ended for ${SILENT} seconds`);
    } else if (now - this.#loaded > FACTOR * this.#last + GRACE) {
      this.#stop(`still running after ${FACTOR * this.#last + GRACE} seconds`);
    }
  }
}
