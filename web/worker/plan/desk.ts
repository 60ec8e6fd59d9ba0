// Runs of the solver on the event of the page, and what is asked about the schedule they put there. Owned by owner.ts.

import { proxyMarker } from "comlink";
import { parseSpec, planEvent, prepareJudge, sampleText } from "../../../src/index.js";
import type { Bound, Engine, Schedule, Text } from "../../../src/index.js";
import { createBrowserEngine } from "../../../src/host/browser.js";
import type {
  PersonView,
  PromisesView,
  RowsRequest,
  RowsView,
  RuleView,
  RunEnd,
  RunEvent,
  RunSettings,
} from "../../protocol.js";
import type { Draft } from "../draft.js";
import { rulesView } from "../judged.js";
import type { Known } from "../known.js";
import { personOf } from "../person.js";
import { promisesOf } from "../promises.js";
import { run, type RunOutcome } from "../runner.js";
import type { PlanApi } from "./api.js";
import type { Stage } from "./stage.js";

/** Milliseconds of quiet after rows were shown before the event is made ready for a run. */
const READY = 20;
/**
 * What warms the solver and the judge up: a sample of the usual size, planned a few times while somebody looks at the page.
 * Engines make code fast that was used before; the first event of a large show gets it as fast as the second.
 */
const WARM = "customer-relationship-meetings";
const WARM_STEPS = 20_000;
const WARM_ROUNDS = 4;
/** Seconds of the run that looks for a bound alone. */
const BOUND_SECONDS = 5;
/** Least milliseconds between two words on how far a run is. */
const BEAT = 100;
const RUN: Text = { en: "Solving", fr: "Calcul" };

export interface PlanHooks {
  /** How far a run is. */
  told(event: RunEvent): void;
  /** A run begins; what it gives hears how it ended, or null where nobody waits for that any more. */
  began(known: Known, settings: RunSettings): (outcome: RunOutcome | null) => void;
}

export class PlanDesk implements PlanApi {
  readonly [proxyMarker] = true as const;
  #engine: Engine | null = null;
  #abort: AbortController | null = null;
  #readying: ReturnType<typeof setTimeout> | undefined;
  #ready: Known | null = null;
  #promises: PromisesView | null = null;
  #asking: AbortController | null = null;

  constructor(
    readonly draft: Draft,
    readonly stage: Stage,
    readonly hooks: PlanHooks,
  ) {}

  /** True while a run goes on: only it changes the schedule then. */
  get busy(): boolean {
    return this.#abort !== null;
  }

  async warm(workers: number): Promise<void> {
    this.#engine ??= createBrowserEngine();
    const options = { variant: "search", seed: 1, workers, budget: { steps: WARM_STEPS } };
    for (let round = 0; round < WARM_ROUNDS && !this.#abort; round++) {
      const sample = parseSpec(sampleText(WARM) ?? "");
      if (sample.ok) await planEvent(sample.value, this.#engine, options).catch(() => undefined);
    }
  }

  rows(request: RowsRequest): RowsView {
    this.#makeReady();
    return this.stage.rows(request);
  }

  find(participant: string, order: Pick<RowsRequest, "side" | "sort">): number {
    return this.stage.find(participant, order);
  }

  person(id: string): PersonView | null {
    const { known, placed, reasons } = this.stage;
    return known && personOf(known, placed, reasons, id);
  }

  rules(): RuleView[] {
    return rulesView(this.stage.placed);
  }

  async promises(): Promise<PromisesView | null> {
    const known = this.draft.known;
    if (!known || this.#abort) return null;
    if (this.#promises?.revision === known.revision) return this.#promises;
    this.doubt();
    const asking = (this.#asking = new AbortController());
    this.#engine ??= createBrowserEngine();
    const view = await promisesOf(known, this.#engine, asking.signal);
    if (asking.signal.aborted) return null;
    return (this.#promises = view);
  }

  /** `from`: the schedule to begin with. */
  async solve(settings: RunSettings, from?: Schedule): Promise<RunEnd> {
    const known = this.draft.known;
    if (!known) return { status: "refused", reason: "", elapsed: 0, steps: 0, schedule: null };
    this.#abort?.abort();
    this.doubt();
    const abort = (this.#abort = new AbortController());
    const live = (): boolean => this.#abort === abort;
    let toldAt = -Infinity;
    this.#engine ??= createBrowserEngine();
    const ended = this.hooks.began(known, settings);
    this.stage.begin();
    const now = this.stage.placed?.schedule;
    const around = settings.around === true && now ? { around: now } : {};
    const outcome = await run(known, this.#engine, settings, {
      ...around,
      ...(from && { from }),
      signal: abort.signal,
      progress: (event) => {
        if (!live() || performance.now() - toldAt < BEAT) return;
        toldAt = performance.now();
        this.hooks.told(event);
      },
      judged: (found, elapsed) => {
        // Without all its locked meetings a schedule is not feasible: it is shown only when nothing better came.
        if (!live() || found.unplaced.length > 0) return;
        this.hooks.told({ type: "schedule", elapsed, schedule: this.stage.put(known, found) });
      },
    });
    const { judged, ...end } = outcome;
    if (!live()) {
      ended(null);
      return { ...end, schedule: null };
    }
    this.#abort = null;
    if (judged) this.stage.put(known, judged);
    this.stage.end(RUN);
    ended(outcome);
    return { ...end, schedule: this.stage.view };
  }

  /** What a short run proves of every schedule of an event; null when it proves nothing, or another run was asked for. */
  async boundFor(known: Known): Promise<Bound | null> {
    if (this.#abort) return null;
    this.doubt();
    const asking = (this.#asking = new AbortController());
    this.#engine ??= createBrowserEngine();
    const { spec, facts } = known;
    const options = {
      variant: "search",
      seed: 1,
      budget: { seconds: BOUND_SECONDS },
      facts,
      compiled: known.compiled(),
    };
    const result = await planEvent(spec, this.#engine, { ...options, signal: asking.signal }).catch(() => null);
    return asking.signal.aborted ? null : (result?.schedule?.bound ?? null);
  }

  stop(): void {
    this.#abort?.abort();
  }

  /** Another event comes: a run on the last one ends, and what it would find is not shown. */
  drop(): void {
    this.#abort?.abort();
    this.#abort = null;
  }

  /** What is known of the packages is about an event that is another one now. */
  doubt(): void {
    this.#asking?.abort();
  }

  /** Somebody edits: making ready for a run can wait. */
  hold(): void {
    clearTimeout(this.#readying);
  }

  /** What a run needs first is made while somebody looks at the rows: then Solve starts at once. */
  #makeReady(): void {
    this.hold();
    if (this.#abort) return;
    const { known } = this.draft;
    if (!known || known === this.#ready) return;
    this.#readying = setTimeout(() => {
      this.#ready = known;
      known.compiled();
      // A run that was asked for meanwhile sets its workers to work first.
      this.#readying = setTimeout(() => this.#abort || prepareJudge(known.facts), 0);
    }, READY);
  }
}
