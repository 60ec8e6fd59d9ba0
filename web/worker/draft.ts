// The event as it is written: its text with the history of changes, its data, the diagnostics, and the last good reading.
// Used by owner.ts, which owns one. It knows nothing of schedules and runs.

import { applyEdits, editText, parseEvent, type Diagnostic, type Edit, type Text } from "../../src/index.js";
import type { EditAnswer, EventView, TextChange, TextNews } from "../protocol.js";
import { EventText, type History } from "./event-text.js";
import { knownOf, type Known } from "./known.js";
import { overviewOf } from "./overview.js";
import { difference, normal } from "./text.js";

type Source = EventView["source"];

/** Milliseconds of quiet after an edit before the text is read anew: while somebody types, and after a finished change. */
const QUIET = 250;
const SOON = 20;
/** While somebody types in a large text, the worker reads at most half of the time; and nobody waits longer than this. */
const MOST_QUIET = 3000;

const TYPING: Text = { en: "Typing in the text", fr: "Saisie dans le texte" };

/** What a draft tells whoever owns it. */
export interface DraftHooks {
  /** The text changed, otherwise than by the editor. */
  wrote(news: TextNews): void;
  /** The text was read anew, some time after it changed. */
  read(): void;
  /** Somebody changed the text. */
  changed(): void;
  /** True while nobody may change it here. */
  locked(): boolean;
}

export class Draft {
  readonly text = new EventText();
  source: Source = { sample: "" };
  goodSource: Source = { sample: "" };
  revision = 0;
  diagnostics: Diagnostic[] = [];
  /** The data as they are written now; undefined while the text is no JSON. */
  data: unknown = undefined;
  /** The last data that were JSON, for forms and for what helps while somebody types. */
  written: unknown = undefined;
  /** The last good reading. */
  known: Known | null = null;
  overview: ReturnType<typeof overviewOf> | null = null;
  #reading: ReturnType<typeof setTimeout> | undefined;
  /** Milliseconds that the last reading took. */
  #took = 0;

  constructor(readonly hooks: DraftHooks) {}

  /** True while what is known is what is written. */
  get good(): boolean {
    return this.#reading === undefined && this.known?.revision === this.revision;
  }

  /** True when the diagnostics are of what is written now. */
  get fresh(): boolean {
    return this.#reading === undefined;
  }

  /** Begins anew with another text, and the history it came with; false when it has errors. */
  open(text: string, source: Source, history?: History): boolean {
    this.#calm();
    this.source = source;
    this.text.open(text, history);
    this.written = undefined;
    return this.#read();
  }

  /** Makes the text another one of the same event: as a step that can be undone. */
  rewrite(text: string, label: Text): void {
    this.#put(text, label);
    this.hooks.changed();
  }

  /** Takes over the text and the history that another tab made. */
  follow(text: string, history: History): void {
    this.#put(text, TYPING);
    this.text.recall(history);
  }

  /** Changes that the editor made in the text of the given serial; false when it is another text by now. */
  type(serial: number, changes: TextChange[]): boolean {
    if (serial !== this.text.serial || this.hooks.locked()) return false;
    this.text.type(changes, TYPING, Date.now());
    this.hooks.changed();
    this.#readIn(Math.max(QUIET, Math.min(MOST_QUIET, this.#took)));
    return true;
  }

  /** Makes edits of the data in the text. */
  change(edits: readonly Edit[], label: Text): EditAnswer {
    if (this.hooks.locked()) return "locked";
    this.readNow();
    const changes = this.data === undefined ? null : editText(this.text.text, edits);
    if (!changes) return "broken";
    if (changes.length === 0) return "done";
    this.text.change(changes, label);
    this.written = this.data = applyEdits(this.data, edits);
    this.hooks.wrote({ serial: this.text.serial, batches: [changes] });
    this.hooks.changed();
    this.#readIn(SOON);
    return "done";
  }

  /** The same where somebody knows how to write it in the text: `edits` are what the changes make of the data. */
  write(changes: TextChange[], edits: readonly Edit[], label: Text): EditAnswer {
    if (this.hooks.locked()) return "locked";
    this.readNow();
    if (this.data === undefined) return "broken";
    this.text.change(changes, label);
    this.written = this.data = applyEdits(this.data, edits);
    this.hooks.wrote({ serial: this.text.serial, batches: [changes] });
    this.hooks.changed();
    this.#readIn(SOON);
    return "done";
  }

  /** Takes the last step back; what it was, or null. */
  undo(): Text | null {
    return this.hooks.locked() ? null : this.#walk(this.text.undo());
  }

  /** Makes the step again that was taken back last. */
  redo(): Text | null {
    return this.hooks.locked() ? null : this.#walk(this.text.redo());
  }

  /** Reads an edited text that still waits to be read, and tells. */
  readNow(): void {
    if (this.#reading === undefined) return;
    this.#calm();
    this.#read();
    this.hooks.read();
  }

  #walk(step: ReturnType<EventText["undo"]>): Text | null {
    if (!step) return null;
    this.hooks.wrote({ serial: this.text.serial, batches: step.batches });
    this.hooks.changed();
    this.#readIn(0);
    this.readNow();
    return step.label;
  }

  #put(text: string, label: Text): void {
    const changes = difference(this.text.text, normal(text));
    if (changes.length === 0) return;
    this.text.change(changes, label);
    this.hooks.wrote({ serial: this.text.serial, batches: [changes] });
    this.#readIn(0);
    this.readNow();
  }

  #readIn(quiet: number): void {
    this.#calm();
    this.#reading = setTimeout(() => this.readNow(), quiet);
  }

  #calm(): void {
    clearTimeout(this.#reading);
    this.#reading = undefined;
  }

  #read(): boolean {
    this.revision++;
    const begun = performance.now();
    const { data, result } = parseEvent(this.text.text);
    this.data = data;
    if (data !== undefined) this.written = data;
    this.diagnostics = result.diagnostics;
    if (result.ok) {
      this.goodSource = this.source;
      this.known = knownOf(result.value, this.revision);
      this.overview = overviewOf(this.known);
    }
    this.#took = performance.now() - begun;
    return result.ok;
  }
}
