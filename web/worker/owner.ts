// Owns the event: its text, the last good reading, the schedule on the page and the run under way.
// Called by the page through api.ts. Views are made by the files beside this one; nothing else keeps state.

import { transfer } from "comlink";
import { eventJsonSchema, parseSpec, planEvent, prepareJudge, rangeOfPath } from "../../src/index.js";
import { SAMPLES, sampleText, VARIANTS } from "../../src/index.js";
import type { Edit, Engine, Judged, Text } from "../../src/index.js";
import { createBrowserEngine } from "../../src/host/browser.js";
import type {
  EditAnswer,
  EditPath,
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
import type { Completion, CompletionKind, CompletionView, CureAnswer, FixView, WatchView } from "../watch-views.js";
import type { LunchView, PrintedView, SeatAnswer, SeatMove, TargetsView, TiesView } from "../lunch-views.js";
import type { AnswerChange, ImportAnswer, ImportView, Into, PlanChange, Table } from "../import-views.js";
import type {
  ChoiceView,
  MatrixView,
  Proposal,
  RemovalView,
  TableAnswer,
  TableEdit,
  TableId,
  TableQuery,
  TableView,
} from "../tables.js";
import type { CalendarAnswer, CalendarEdit, CalendarView } from "../calendar-views.js";
import type { RulesView } from "../rules-views.js";
import type { EventApi, Listener } from "./api.js";
import { calendarOfDraft, editCalendar } from "./calendar/desk.js";
import { CompletionDesk } from "./complete.js";
import { rulesView, scheduleView } from "./judged.js";
import { Draft } from "./draft.js";
import { ImportDesk } from "./import/desk.js";
import type { History } from "./event-text.js";
import { Keeper } from "./keep/keeper.js";
import { factsOfDraft } from "./keep/facts.js";
import { cut, type Known } from "./known.js";
import { SeatDesk } from "./lunch/desk.js";
import { seatEdits } from "./lunch/lock.js";
import { sidesOf } from "./overview.js";
import { personOf, reasonsOf, type Reasons } from "./person.js";
import { placedOf, type Placed } from "./placed.js";
import { problemsOf } from "./problems.js";
import { promisesOf } from "./promises.js";
import { orderOf, rowsOf } from "./rows.js";
import { rulesForm } from "./rules.js";
import { run } from "./runner.js";
import { TableDesk } from "./tables/desk.js";
import { WatchDesk } from "./watch/desk.js";

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
  readonly #draft: Draft = new Draft({
    wrote: (news) => void this.#listener?.text(news),
    read: () => {
      if (this.#draft.good) this.#asking?.abort();
      this.keep.wasRead();
      void this.#listener?.event(this.#view());
    },
    changed: () => this.keep.touched(),
    locked: () => this.keep.readOnly,
  });
  readonly keep: Keeper = new Keeper({
    text: () => this.#draft.text.text,
    history: () => this.#draft.text.history,
    facts: () => factsOfDraft(this.#draft),
    settle: () => this.#draft.readNow(),
    view: () => this.#view(),
    put: (text, source, history) => this.#open(text, source, history),
    rewrite: (text, label) => this.#draft.rewrite(text, label),
    follow: (text, history) => this.#draft.follow(text, history),
    tell: (view) => void this.#listener?.kept(view),
  });
  #placed: Placed | null = null;
  #reasons: Reasons = new Map();
  #generation = 0;
  readonly #desk = new SeatDesk();
  readonly #tables = new TableDesk(this.#draft);
  #locale: "en" | "fr" = "en";
  readonly #import = new ImportDesk({
    data: () => this.#draft.data,
    sample: () => "sample" in this.#draft.source && this.#draft.text.next.undo === null,
    locale: () => this.#locale,
  });
  readonly #watch = new WatchDesk(this.#draft);
  readonly #completion = new CompletionDesk(this.#draft);
  #order: { key: string; rows: Int32Array } | null = null;
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

  openSample(id: string): Promise<EventView> {
    return this.keep.replace(() => this.#open(sampleText(id) ?? "", { sample: id }));
  }

  text(): { text: string; serial: number } {
    const { text, serial } = this.#draft.text;
    return { text, serial };
  }

  schema(): Record<string, unknown> {
    return eventJsonSchema();
  }

  type(serial: number, changes: TextChange[]): boolean {
    clearTimeout(this.#readying);
    return this.#draft.type(serial, changes);
  }

  change(edits: Edit[], label: Text): EditAnswer {
    clearTimeout(this.#readying);
    return this.#draft.change(edits, label);
  }

  undo(): Text | null {
    return this.#draft.undo();
  }

  redo(): Text | null {
    return this.#draft.redo();
  }

  importFiles(files: { name: string; file: Blob }[], locale: "en" | "fr"): Promise<ImportView> {
    this.#locale = locale;
    return this.#import.files(files);
  }

  importPasted(text: string, locale: "en" | "fr"): Promise<ImportView> {
    this.#locale = locale;
    return this.#import.pasted(text);
  }

  importPlan(sheet: string, change: PlanChange): ImportView | null {
    return this.#import.plan(sheet, change);
  }

  importAnswer(change: AnswerChange): ImportView | null {
    return this.#import.answer(change);
  }

  importInto(into: Into): ImportView | null {
    return this.#import.into(into);
  }

  importAgain(): ImportView | null {
    return this.#import.again();
  }

  importClose(): void {
    this.#import.close();
  }

  async importTake(): Promise<{ answer: ImportAnswer; view: EventView | null }> {
    const taken = this.#import.take();
    if (!taken) return { answer: { status: "gone" }, view: null };
    const done = { status: "done", rows: taken.rows } as const;
    if ("text" in taken) {
      const opened = await this.keep.openText(taken.text, cut(taken.name, 120));
      if (!opened.ok) return { answer: { status: "broken" }, view: null };
      this.#import.close();
      return { answer: done, view: opened.view };
    }
    await this.keep.mark("import");
    const answer = this.change(taken.edits, taken.label);
    if (answer !== "done") return { answer: { status: answer }, view: null };
    this.#import.close();
    return { answer: done, view: null };
  }

  importExample(table: Table, locale: "en" | "fr"): Promise<string> {
    return this.#import.example(table, locale);
  }

  table(query: TableQuery, from: number, to: number): TableView {
    return this.#tables.view(query, from, to);
  }

  tableEdit(serial: number, query: TableQuery, edit: TableEdit): TableAnswer {
    clearTimeout(this.#readying);
    return this.#tables.edit(serial, query, edit);
  }

  tableChoices(table: TableId, column: string): ChoiceView[] {
    return this.#tables.choices(table, column);
  }

  tableIndices(query: TableQuery): Int32Array {
    return this.#tables.indices(query);
  }

  tablePropose(table: TableId, column: string, text: string): Proposal[] {
    return this.#tables.propose(table, column, text);
  }

  tableRemoval(serial: number, table: TableId, rows: number[]): RemovalView | null {
    return this.#tables.removal(serial, table, rows);
  }

  tableText(query: TableQuery, rows: number[], columns: string[], titles: string[]): string {
    return this.#tables.text(query, rows, columns, titles);
  }

  matrix(from: string, to: string): MatrixView {
    const view = this.#tables.matrix(from, to);
    return transfer(view, [view.cells.buffer]);
  }

  calendar(): CalendarView | null {
    return calendarOfDraft(this.#draft);
  }

  editCalendar(edit: CalendarEdit, serial: number, sure: boolean): CalendarAnswer {
    clearTimeout(this.#readying);
    return editCalendar(this.#draft, edit, serial, sure);
  }

  rulesForm(): RulesView | null {
    return rulesForm(this.#draft);
  }

  watch(): WatchView {
    return this.#watch.view();
  }

  cure(revision: number, key: string, index: number): CureAnswer {
    clearTimeout(this.#readying);
    return this.#watch.cure(revision, key, index);
  }

  fixes(revision: number, problem: number): FixView[] {
    return this.#watch.fixes(revision, problem);
  }

  fix(revision: number, problem: number, index: number): CureAnswer {
    clearTimeout(this.#readying);
    return this.#watch.fix(revision, problem, index);
  }

  complete(kind: CompletionKind, prefix: string): Completion[] {
    return this.#completion.complete(kind, prefix);
  }

  completeAt(serial: number, offset: number): CompletionView | null {
    return this.#completion.at(serial, offset);
  }

  locate(path: EditPath): number | null {
    return rangeOfPath(this.#draft.text.text, path)?.start ?? null;
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
    return this.#placed && this.#desk.lunch(this.#placed, this.#draft.known, session, this.#generation);
  }

  seatTies(session: string, id: string): TiesView | null {
    return this.#placed && this.#desk.ties(this.#placed, session, id, this.#generation);
  }

  seatTargets(session: string, id: string): TargetsView | null {
    return this.#placed && this.#desk.targets(this.#placed, this.#draft.known, session, id, this.#generation);
  }

  moveSeat(move: SeatMove): SeatAnswer {
    const placed = this.#placed;
    if (!placed || this.#abort || move.generation !== this.#generation) return { status: "gone" };
    const answer = this.#desk.move(placed, this.#draft.known, move);
    if (!answer) return { status: "gone" };
    if ("bar" in answer) return { status: "forbidden", bar: answer.bar };
    const gain = answer.judged.report.score.total - placed.report.score.total;
    return { status: "moved", schedule: this.#put(placed.known, answer.judged), gain };
  }

  undoSeat(): ScheduleView | null {
    const judged = this.#placed && !this.#abort ? this.#desk.undo(this.#placed) : null;
    return judged && this.#put(this.#placed!.known, judged);
  }

  lockSeat(session: string, id: string, table: string | null): EditAnswer {
    return this.change(...seatEdits(this.#draft.data, session, id, table));
  }

  printed(): PrintedView | null {
    return this.#placed && this.#desk.printed(this.#placed);
  }

  async promises(): Promise<PromisesView | null> {
    const known = this.#draft.known;
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
    const known = this.#draft.known;
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
    return this.#placed?.known ?? this.#draft.known;
  }

  #open(text: string, source: EventView["source"], history?: History): EventView {
    this.#abort?.abort();
    this.#abort = null;
    // What cannot be read replaces the text only: the page keeps the event and the schedule it has.
    if (this.#draft.open(text, source, history)) {
      this.#asking?.abort();
      this.#placed = null;
      this.#desk.forget();
      this.#reasons = new Map();
      this.#order = null;
      this.#generation++;
    }
    return this.#view();
  }

  /** What a run needs first is made while somebody looks at the rows: then Solve starts at once. */
  #makeReady(): void {
    clearTimeout(this.#readying);
    if (this.#abort) return;
    const known = this.#draft.known;
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
    const { known, data, diagnostics, revision, source, goodSource, overview, text } = this.#draft;
    const errors = diagnostics.filter((d) => d.severity === "error").length;
    return {
      revision,
      good: known?.revision ?? 0,
      source,
      goodSource,
      name: cut(known?.spec.event.name ?? "", 120),
      city: cut(known?.spec.event.city ?? "", 60),
      columns: this.#shown()?.columns ?? [],
      sides: known ? sidesOf(known) : [],
      rows: known?.facts.rows.length ?? 0,
      overview,
      problems: problemsOf(diagnostics, data),
      errors,
      warnings: diagnostics.length - errors,
      size: text.text.length,
      ...text.next,
    };
  }
}
