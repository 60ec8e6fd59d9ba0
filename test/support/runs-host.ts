// An owner of the open event for tests of runs: a draft, a stage and a desk like the worker's, with a plan that does what the
// test says instead of solving.

import { factsOf, hashOf, verifyWith } from "../../src/index.js";
import type { Judged, Meeting, Schedule } from "../../src/index.js";
import type { KeepView, RunSettings } from "../../web/protocol.js";
import type { RunsTold } from "../../web/runs-views.js";
import { Draft } from "../../web/worker/draft.js";
import { Stage } from "../../web/worker/plan/stage.js";
import { RunDesk } from "../../web/worker/runs/desk.js";
import { RunStore } from "../../web/worker/runs/store.js";
import { FakeTimer } from "./timer.js";

export const SETTINGS: RunSettings = { variant: "search", seed: 1, seconds: 2, workers: 1 };

/** A tab with an event open. */
export class RunTab {
  readonly timer = new FakeTimer();
  readonly draft = new Draft({
    wrote: () => undefined,
    read: () => undefined,
    changed: () => undefined,
    locked: () => false,
  });
  readonly stage = new Stage(this.draft);
  readonly told: RunsTold[] = [];
  readonly desk: RunDesk;

  constructor(readonly store = new RunStore()) {
    this.desk = new RunDesk(
      this.draft,
      this.stage,
      {
        tell: (told) => void this.told.push(told),
        put: (known, found) => this.stage.put(known, found),
        plan: () => ({
          busy: false,
          solve: () => Promise.reject(new Error("nothing is solved here")),
          boundFor: () => Promise.resolve(null),
        }),
        events: () => Promise.resolve([]),
      },
      store,
      this.timer,
    );
  }

  /** Opens a text as a sample (`id` null) or as a kept event, and waits for what its page showed last. */
  async open(text: string, id: string | null = null, mode: KeepView["mode"] = "edit"): Promise<void> {
    this.draft.open(text, { sample: "test" });
    this.stage.clear();
    this.follow(id, mode);
    await this.settled();
  }

  follow(id: string | null, mode: KeepView["mode"] = "edit"): void {
    this.desk.follow({
      id,
      mode,
      look: null,
      saved: null,
      dirty: false,
      problem: null,
      notice: null,
      shelf: 0,
    });
  }

  /** Waits until everything is read and written. */
  async settled(): Promise<void> {
    await this.desk.restored;
    // A run that has ended is written once its lock is let go.
    for (let i = 0; i < 3; i++) {
      await new Promise((resolve) => setImmediate(resolve));
      await this.desk.flush();
    }
  }

  /** A schedule with these meetings, judged. */
  judged(meetings: readonly Meeting[], more: Partial<Schedule> = {}): Judged {
    const facts = this.draft.known?.facts ?? factsOf(this.draft.known!.spec);
    const schedule: Schedule = {
      format: "dancecard/schedule",
      version: 1,
      event: hashOf(facts),
      meetings: [...meetings],
      meals: [],
      unmet: [],
      ...more,
    };
    const report = verifyWith(facts, schedule);
    schedule.score = report.score;
    return { schedule, report, unplaced: [] };
  }

  /** A run that finds these schedules, one after the other, and ends (or, with `left`, goes on for ever). */
  run(schedules: readonly (readonly Meeting[])[], left = false): void {
    const known = this.draft.known!;
    const ended = this.desk.began(known, SETTINGS);
    let last: Judged | null = null;
    for (const meetings of schedules) this.stage.put(known, (last = this.judged(meetings)));
    if (!left) ended({ status: "finished", reason: "", elapsed: 2000, steps: 10, judged: last });
  }

  get view(): RunsTold["view"] {
    return this.desk.view().view;
  }
}
