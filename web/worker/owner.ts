// Owns the event: its text, the last good reading, and the desks that answer the page for one part of it each.
// Called by the page through api.ts. Views are made by the files beside this one; nothing else keeps state.

import { eventJsonSchema, rangeOfPath, SAMPLES, sampleText, VARIANTS } from "../../src/index.js";
import type { Edit, Text } from "../../src/index.js";
import type { AnswerChange, ImportAnswer, ImportView, Into, PlanChange, Table } from "../import-views.js";
import type { EditAnswer, EditPath, EventView, SampleView, TextChange, VariantView } from "../protocol.js";
import type { RulesView } from "../rules-views.js";
import type { Completion, CompletionKind, CompletionView } from "../watch-views.js";
import type { EventApi, Listener } from "./api.js";
import { CalendarDesk } from "./calendar/desk.js";
import { CompletionDesk } from "./complete.js";
import { Draft } from "./draft.js";
import { ExportDesk } from "./export/desk.js";
import type { History } from "./event-text.js";
import { ImportDesk } from "./import/desk.js";
import { factsOfDraft } from "./keep/facts.js";
import { Keeper } from "./keep/keeper.js";
import { cut } from "./known.js";
import { HandDesk } from "./hand/desk.js";
import { LabDesk } from "./lab/desk.js";
import { OwnStore } from "./lab/own/store.js";
import { LunchDesk } from "./lunch/desk.js";
import { sidesOf } from "./overview.js";
import { PlacesDesk } from "./places/desk.js";
import { PlanDesk } from "./plan/desk.js";
import { Stage } from "./plan/stage.js";
import { problemsOf } from "./problems.js";
import { rulesForm } from "./rules.js";
import { RunDesk } from "./runs/desk.js";
import { SummaryDesk } from "./summary/desk.js";
import { TableDesk } from "./tables/desk.js";
import { WatchDesk } from "./watch/desk.js";

/** What undo takes back after a kept run was shown. */
const SHOW: Text = { en: "Showing a kept run", fr: "Affichage d’un calcul gardé" };

/** Milliseconds after a schedule until its other views are made ready, and lines of places that are. */
const READY = 300;
const READY_ROWS = 40;

export class EventOwner implements EventApi {
  #listener: Listener | null = null;
  readonly #draft: Draft = new Draft({
    wrote: (news) => void this.#listener?.text(news),
    read: () => {
      if (this.#draft.good) this.plan.doubt();
      this.keep.wasRead();
      void this.#listener?.event(this.#view());
    },
    changed: () => {
      this.plan.hold();
      this.keep.touched();
    },
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
    tell: (view) => {
      void this.#listener?.kept(view);
      this.runs.follow(view);
    },
  });
  readonly #stage = new Stage(this.#draft);
  readonly tables = new TableDesk(this.#draft);
  readonly calendar = new CalendarDesk(this.#draft);
  readonly watch = new WatchDesk(this.#draft);
  readonly plan: PlanDesk = new PlanDesk(this.#draft, this.#stage, {
    told: (event) => void this.#listener?.run(event),
    began: (known, settings) => {
      this.hand.runs();
      return this.runs.began(known, settings);
    },
  });
  readonly runs: RunDesk = new RunDesk(this.#draft, this.#stage, {
    tell: (told) => void this.#listener?.runs(told),
    put: (known, found) => this.#stage.step(known, found, { kind: "run", label: SHOW }),
    plan: () => this.plan,
    events: async () => {
      const { events, deleted } = await this.keep.list();
      return [...events, ...deleted].map(({ id }) => id);
    },
  });
  readonly hand = new HandDesk(this.#draft, this.#stage, { busy: () => this.plan.busy });
  readonly lunch = new LunchDesk(this.#draft, this.#stage, { busy: () => this.plan.busy });
  readonly summary = new SummaryDesk(this.#stage);
  readonly places = new PlacesDesk(this.#stage);
  readonly exports = new ExportDesk(this.#stage, {
    published: () => this.runs.published(),
    shown: () => this.runs.shownVersion,
  });
  readonly lab = new LabDesk(this.#draft);
  readonly own = new OwnStore();
  #locale: "en" | "fr" = "en";
  readonly #import = new ImportDesk({
    data: () => this.#draft.data,
    sample: () => "sample" in this.#draft.source && this.#draft.text.next.undo === null,
    locale: () => this.#locale,
  });
  readonly #completion = new CompletionDesk(this.#draft);
  #readying: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.#stage.hearers.push(() => this.#readySoon());
  }

  listen(listener: Listener): void {
    this.#listener = listener;
  }

  catalogue(): { samples: SampleView[]; variants: VariantView[]; cores: number } {
    const samples = SAMPLES.map(({ id, title }) => ({ id, title }));
    const variants = VARIANTS.map(({ id, title, about }) => ({ id, title, about }));
    return { samples, variants, cores: navigator.hardwareConcurrency || 1 };
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
    return this.#draft.type(serial, changes);
  }

  change(edits: Edit[], label: Text): EditAnswer {
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

  rulesForm(): RulesView | null {
    return rulesForm(this.#draft);
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

  /** What the other views of a schedule count is counted before somebody asks, once no other schedule follows. */
  #readySoon(): void {
    clearTimeout(this.#readying);
    this.#readying = setTimeout(() => {
      if (this.plan.busy) return this.#readySoon();
      this.places.rows(0, READY_ROWS);
      this.summary.view();
    }, READY);
  }

  /** Another schedule comes onto the page: what was done by hand in the last one cannot be undone any more. */
  #open(text: string, source: EventView["source"], history?: History): EventView {
    this.plan.drop();
    // What cannot be read replaces the text only: the page keeps the event and the schedule it has.
    if (this.#draft.open(text, source, history)) {
      this.plan.doubt();
      this.hand.forget();
      this.#stage.clear();
    }
    return this.#view();
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
      columns: this.#stage.known?.columns ?? [],
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
