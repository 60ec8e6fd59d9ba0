// Which tab edits an event: the one that holds its lock (Web Locks). Others wait for it and hear of each save
// (BroadcastChannel). Called by keeper.ts. Where the browser has no locks every tab may edit: the guard of shelf.ts then
// still keeps any save from overwriting another.

/** What tabs tell each other. */
export type TabMessage =
  /** An event was saved. */
  | { type: "saved"; event: string; revision: number }
  /** The list of events or versions changed. */
  | { type: "shelf" }
  /** Whoever edits the event: save it and hand it over. */
  | { type: "ask"; event: string }
  /** The answer: it is saved, or it cannot be. */
  | { type: "handed"; event: string; saved: boolean };

export interface TabHooks {
  /** Another tab took the lock. */
  lost(): void;
  /** The tab that had the lock is gone: this one has it now. */
  free(): void;
  message(message: TabMessage): void;
}

interface Claim {
  event: string;
  held: boolean;
  end: (() => void) | null;
  wait: AbortController;
}

const CHANNEL = "dancecard";
const nameOf = (event: string): string => `dancecard.event.${event}`;

export class Tabs {
  readonly #hooks: TabHooks;
  readonly #locks: LockManager | undefined;
  readonly #channel: BroadcastChannel | null;
  #claim: Claim | null = null;

  constructor(hooks: TabHooks) {
    this.#hooks = hooks;
    this.#locks = globalThis.navigator?.locks;
    this.#channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(CHANNEL);
    this.#channel?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      if (isMessage(data)) hooks.message(data);
    });
  }

  /** True while this tab has the lock of the event it claimed. */
  get held(): boolean {
    return this.#claim?.held ?? false;
  }

  /** Claims an event instead of the last one; false when another tab has it: this one then waits for it. */
  async claim(event: string): Promise<boolean> {
    this.release();
    const claim: Claim = { event, held: false, end: null, wait: new AbortController() };
    this.#claim = claim;
    if (!this.#locks) return (claim.held = true);
    if (await this.#request(claim, { ifAvailable: true })) return true;
    this.#queue(claim);
    return false;
  }

  /** Takes the lock from whoever has it. */
  async steal(): Promise<boolean> {
    const claim = this.#claim;
    if (!claim || claim.held) return claim !== null;
    claim.wait.abort();
    return this.#request(claim, { steal: true });
  }

  /** Gives the lock back. */
  release(): void {
    const claim = this.#claim;
    this.#claim = null;
    claim?.wait.abort();
    claim?.end?.();
  }

  /** Does something with an event that no tab has open; null when one has. */
  async alone<T>(event: string, work: () => Promise<T>): Promise<T | null> {
    if (this.#claim?.event === event) return this.#claim.held ? work() : null;
    if (!this.#locks) return work();
    return (await this.#locks.request(nameOf(event), { ifAvailable: true }, (lock) =>
      lock ? work() : null,
    )) as T | null;
  }

  post(message: TabMessage): void {
    this.#channel?.postMessage(message);
  }

  #queue(claim: Claim): void {
    claim.wait = new AbortController();
    void this.#request(claim, { signal: claim.wait.signal }).then((got) => {
      if (got && this.#claim === claim) this.#hooks.free();
    });
  }

  /** Resolves once the lock is had (true) or not to be had; holds it until the claim ends. */
  #request(claim: Claim, options: LockOptions): Promise<boolean> {
    return new Promise((resolve) => {
      const granted = (lock: Lock | null): Promise<void> | undefined => {
        if (!lock || this.#claim !== claim) {
          resolve(false);
          return undefined;
        }
        claim.held = true;
        resolve(true);
        return new Promise((end) => (claim.end = end));
      };
      this.#locks!.request(nameOf(claim.event), options, granted).catch(() => {
        const stolen = claim.held;
        claim.held = false;
        resolve(false);
        if (!stolen || this.#claim !== claim) return;
        this.#hooks.lost();
        this.#queue(claim);
      });
    });
  }
}

function isMessage(data: unknown): data is TabMessage {
  const { type, event } = (data ?? {}) as { type?: unknown; event?: unknown };
  return type === "shelf" || ((type === "saved" || type === "ask" || type === "handed") && typeof event === "string");
}
