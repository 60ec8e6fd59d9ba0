// Owns the event: its text, the last good reading, the schedule on the page and the run under way.
// Called by the page through api.ts. Views are made by the files beside this one; nothing else keeps state.

import { eventJsonSchema, parseSpec, planEvent, prepareJudge, SAMPLES, sampleText, VARIANTS } from "../../src/index.js";
import type { Diagnostic, Engine, Judged } from "../../src/index.js";
import { createBrowserEngine } from "../../src/host/browser.js";
import type {
  EventView,
  PersonView,
  PromisesView,
  RowsRequest,
  RowsView,
  RuleView,
  RunEnd,
  RunSettings,
  SampleView,
  ScheduleView,
  TextChange,
  VariantView,
} from "../protocol.js";
import type {
  LockAnswer,
  LunchView,
  PrintedView,
  SeatAnswer,
  SeatMove,
  TargetsView,
  TiesView,
} from "../lunch-views.js";
import type { EventApi, Listener } from "./api.js";
import { rulesView, scheduleView } from "./judged.js";
import { cut, knownOf, type Known } from "./known.js";
import { SeatDesk } from "./lunch/desk.js";
import { seatChanges } from "./lunch/lock-text.js";
import { overviewOf, sidesOf } from "./overview.js";
import { personOf, reasonsOf, type Reasons } from "./person.js";
import { placedOf, type Placed } from "./placed.js";
import { problemsOf } from "./problems.js";
import { promisesOf } from "./promises.js";
import { orderOf, rowsOf } from "./rows.js";
import { run } from "./runner.js";
import { applied, normal } from "./text.js";

/** Milliseconds of quiet after an edit before the text is read anew. */
const QUIET = 250;
/** Milliseconds of quiet after rows were shown before the event is made ready for a run. */
const READY = 20;
/**
 * What warms the solver and the judge up: a sample of the usual size, planned a few times while somebody looks at the page.
 * Engines make code fast that was used before; the first event of a large show gets it as fast as the second.
 */
const WARM = "customer-relationship-meetings";
const WARM_STEPS = 20_000;
const WARM_ROUNDS = 4;
/** Least milliseconds between two words on how far a run is. */
const BEAT = 100;

export class EventOwner implements EventApi {
  #listener: Listener | null = null;
  #source: EventView["source"] = { sample: "" };
  #goodSource: EventView["source"] = { sample: "" };
  #text = "";
  #revision = 0;
  #diagnostics: Diagnostic[] = [];
  #known: Known | null = null;
  #overview: ReturnType<typeof overviewOf> | null = null;
  #placed: Placed | null = null;
  #reasons: Reasons = new Map();
  #generation = 0;
  readonly #desk = new SeatDesk();
  #order: { key: string; rows: Int32Array } | null = null;
  #reading: ReturnType<typeof setTimeout> | undefined;
  #readying: ReturnType<typeof setTimeout> | undefined;
  #ready: Known | null = null;
  #engine: Engine | null = null;
  #abort: AbortController | null = null;
  #promises: PromisesView | null = null;
  #asking: AbortController | null = null;

  listen(listener: Listener): void {
    this.#listener = listener;
  }

  catalogue(): { samples: SampleView[]; variants: VariantView[]; cores: number } {
    const samples = SAMPLES.map(({ id, title }) => ({ id, title }));
    const variants = VARIANTS.map(({ id, title, about }) => ({ id, title, about }));
    return { samples, variants, cores: navigator.hardwareConcurrency || 1 };
  }

  async warm(workers: number): Promise<void> {
    this.#engine ??= createBrowserEngine();
    const options = { variant: "search", seed: 1, workers, budget: { steps: WARM_STEPS } };
    for (let round = 0; round < WARM_ROUNDS && !this.#abort; round++) {
      const sample = parseSpec(sampleText(WARM) ?? "");
      if (sample.ok) await planEvent(sample.value, this.#engine, options).catch(() => undefined);
    }
  }

  openSample(id: string): EventView {
    return this.#open(sampleText(id) ?? "", { sample: id });
  }

  async openFile(file: Blob, name: string): Promise<EventView> {
    return this.#open(await file.text(), { file: cut(name, 120) });
  }

  text(): string {
    return this.#text;
  }

  schema(): Record<string, unknown> {
    return eventJsonSchema();
  }

  edit(changes: TextChange[]): void {
    this.#text = applied(this.#text, changes);
    clearTimeout(this.#reading);
    clearTimeout(this.#readying);
    this.#reading = setTimeout(() => this.#readNow(), QUIET);
  }

  /** Reads an edited text that still waits to be read, and tells. */
  #readNow(): void {
    if (this.#reading === undefined) return;
    clearTimeout(this.#reading);
    this.#reading = undefined;
    this.#read();
    void this.#listener?.event(this.#view());
  }

  rows(request: RowsRequest): RowsView {
    const known = this.#shown();
    if (!known) return { total: 0, from: request.from, rows: [] };
    const { side, sort } = request;
    const key = JSON.stringify([known.revision, side, sort, sort === "served" ? this.#generation : 0]);
    if (this.#order?.key !== key) this.#order = { key, rows: orderOf(known, this.#placed, request) };
    this.#makeReady();
    return rowsOf(known, this.#placed, this.#order.rows, request.from, request.to);
  }

  person(id: string): PersonView | null {
    const known = this.#shown();
    return known && personOf(known, this.#placed, this.#reasons, id);
  }

  rules(): RuleView[] {
    return rulesView(this.#placed);
  }

  lunch(session: string): LunchView | null {
    return this.#placed && this.#desk.lunch(this.#placed, this.#known, session, this.#generation);
  }

  seatTies(session: string, id: string): TiesView | null {
    return this.#placed && this.#desk.ties(this.#placed, session, id, this.#generation);
  }

  seatTargets(session: string, id: string): TargetsView | null {
    return this.#placed && this.#desk.targets(this.#placed, this.#known, session, id, this.#generation);
  }

  moveSeat(move: SeatMove): SeatAnswer {
    const placed = this.#placed;
    if (!placed || this.#abort || move.generation !== this.#generation) return { status: "gone" };
    const answer = this.#desk.move(placed, this.#known, move);
    if (!answer) return { status: "gone" };
    if ("bar" in answer) return { status: "forbidden", bar: answer.bar };
    const gain = answer.judged.report.score.total - placed.report.score.total;
    return { status: "moved", schedule: this.#put(placed.known, answer.judged), gain };
  }

  undoSeat(): ScheduleView | null {
    const judged = this.#placed && !this.#abort ? this.#desk.undo(this.#placed) : null;
    return judged && this.#put(this.#placed!.known, judged);
  }

  lockSeat(session: string, id: string, table: string | null): LockAnswer {
    // What was typed a moment ago and is not read yet counts.
    this.#readNow();
    const known = this.#known;
    if (!known || known.revision !== this.#revision) return null;
    const meal = known.spec.meals.findIndex((entry) => entry.session === session);
    const changes = seatChanges(this.#text, meal, id, table);
    if (meal < 0 || changes.length === 0) return null;
    this.edit(changes);
    this.#readNow();
    return changes;
  }

  printed(): PrintedView | null {
    return this.#placed && this.#desk.printed(this.#placed);
  }

  async promises(): Promise<PromisesView | null> {
    const known = this.#known;
    if (!known || this.#abort) return null;
    if (this.#promises?.revision === known.revision) return this.#promises;
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    this.#engine ??= createBrowserEngine();
    const view = await promisesOf(known, this.#engine, asking.signal);
    if (asking.signal.aborted) return null;
    return (this.#promises = view);
  }

  async solve(settings: RunSettings): Promise<RunEnd> {
    const known = this.#known;
    if (!known) return { status: "refused", reason: "", elapsed: 0, steps: 0, schedule: null };
    this.#abort?.abort();
    this.#asking?.abort();
    const abort = (this.#abort = new AbortController());
    const live = (): boolean => this.#abort === abort;
    let toldAt = -Infinity;
    this.#engine ??= createBrowserEngine();
    const outcome = await run(known, this.#engine, settings, {
      signal: abort.signal,
      progress: (event) => {
        if (!live() || performance.now() - toldAt < BEAT) return;
        toldAt = performance.now();
        void this.#listener?.run(event);
      },
      judged: (found, elapsed) => {
        // Without all its locked meetings a schedule is not feasible: it is shown only when nothing better came.
        if (!live() || found.unplaced.length > 0) return;
        void this.#listener?.run({ type: "schedule", elapsed, schedule: this.#show(known, found) });
      },
    });
    const { judged, ...end } = outcome;
    if (!live()) return { ...end, schedule: null };
    this.#abort = null;
    return { ...end, schedule: judged ? this.#show(known, judged) : this.#again() };
  }

  stop(): void {
    this.#abort?.abort();
  }

  /** The event that rows and agendas are about: that of the schedule, else the last good one. */
  #shown(): Known | null {
    return this.#placed?.known ?? this.#known;
  }

  #open(text: string, source: EventView["source"]): EventView {
    this.#abort?.abort();
    this.#abort = null;
    clearTimeout(this.#reading);
    this.#reading = undefined;
    this.#source = source;
    this.#text = normal(text);
    // What cannot be read replaces the text only: the page keeps the event and the schedule it has.
    if (this.#read()) {
      this.#placed = null;
      this.#desk.forget();
      this.#reasons = new Map();
      this.#order = null;
      this.#generation++;
    }
    return this.#view();
  }

  /** Reads the text anew; false when it has errors. */
  #read(): boolean {
    const revision = ++this.#revision;
    const result = parseSpec(this.#text);
    this.#diagnostics = result.diagnostics;
    if (!result.ok) return false;
    this.#asking?.abort();
    this.#goodSource = this.#source;
    this.#known = knownOf(result.value, revision);
    this.#overview = overviewOf(this.#known);
    return true;
  }

  /** What a run needs first is made while somebody looks at the rows: then Solve starts at once. */
  #makeReady(): void {
    clearTimeout(this.#readying);
    if (this.#abort) return;
    const known = this.#known;
    if (!known || known === this.#ready) return;
    this.#readying = setTimeout(() => {
      this.#ready = known;
      known.compiled();
      // A run that was asked for meanwhile sets its workers to work first.
      this.#readying = setTimeout(() => this.#abort || prepareJudge(known.facts), 0);
    }, READY);
  }

  /** Shows what a run found. */
  #show(known: Known, found: Judged): ScheduleView {
    this.#desk.forget();
    return this.#put(known, found);
  }

  /** Puts a judged schedule on the page. */
  #put(known: Known, found: Judged): ScheduleView {
    this.#placed = placedOf(known, found);
    this.#reasons = reasonsOf(found.schedule.unmet);
    this.#generation++;
    return this.#again()!;
  }

  #again(): ScheduleView | null {
    return this.#placed && scheduleView(this.#placed, this.#generation);
  }

  #view(): EventView {
    const known = this.#known;
    const errors = this.#diagnostics.filter((d) => d.severity === "error").length;
    return {
      revision: this.#revision,
      good: known?.revision ?? 0,
      source: this.#source,
      goodSource: this.#goodSource,
      name: cut(known?.spec.event.name ?? "", 120),
      city: cut(known?.spec.event.city ?? "", 60),
      columns: this.#shown()?.columns ?? [],
      sides: known ? sidesOf(known) : [],
      rows: known?.facts.rows.length ?? 0,
      overview: this.#overview,
      problems: problemsOf(this.#diagnostics),
      errors,
      warnings: this.#diagnostics.length - errors,
      size: this.#text.length,
    };
  }
}
