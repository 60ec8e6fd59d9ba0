// The text of the event under edit, and how it came to be: one history of changes, whoever made them (the editor, a table,
// the calendar, an import), so that undo goes back through all of them. Used by owner.ts. It knows nothing of what the text says.

import { changedText, reversed, type Text, type TextChange } from "../../src/index.js";
import { normal } from "./text.js";

/** What undo takes back at once: batches of changes in the order they were made, and those that take them back. */
export interface Step {
  label: Text;
  made: TextChange[][];
  /** `back[i]` takes `made[i]` back, for the text after it. */
  back: TextChange[][];
  /** When the last batch of what was typed came, in milliseconds; 0: not typed. */
  typedAt: number;
}

/** The steps that can be taken back and made again, the next one last; plain data. */
export interface History {
  undo: Step[];
  redo: Step[];
}

/** What is typed within this many milliseconds of the last key is one step. */
const BURST = 1000;
/** Most steps, and most characters that they hold together; the oldest are forgotten first. */
export const MOST_STEPS = 500;
export const MOST_HELD = 20_000_000;

export class EventText {
  #text = "";
  #serial = 0;
  #history: History = { undo: [], redo: [] };

  get text(): string {
    return this.#text;
  }

  /** Counts up with every batch of changes: who edits elsewhere says which text it speaks of. */
  get serial(): number {
    return this.#serial;
  }

  get history(): History {
    return this.#history;
  }

  /** What undo and redo would do, in words; null: nothing. */
  get next(): { undo: Text | null; redo: Text | null } {
    return { undo: this.#history.undo.at(-1)?.label ?? null, redo: this.#history.redo.at(-1)?.label ?? null };
  }

  /** Begins anew with another text. */
  open(text: string, history: History = { undo: [], redo: [] }): void {
    this.#text = normal(text);
    this.#serial++;
    this.#history = history;
  }

  /** Takes the history that belongs to the text as it is now. */
  recall(history: History): void {
    this.#history = history;
  }

  /** Makes changes, as a step of their own; offsets are those of the text before, and they do not overlap. */
  change(made: TextChange[], label: Text): void {
    this.#add({ label, made: [made], back: [this.#apply(made)], typedAt: 0 });
  }

  /** The same for what somebody types: one step with what came a moment before. */
  type(made: TextChange[], label: Text, now: number): void {
    const back = this.#apply(made);
    const last = this.#history.undo.at(-1);
    if (last && last.typedAt > 0 && now - last.typedAt <= BURST && this.#history.redo.length === 0) {
      last.made.push(made);
      last.back.push(back);
      last.typedAt = now;
    } else this.#add({ label, made: [made], back: [back], typedAt: now });
  }

  /** Takes the last step back; the batches that did it, in order, or null where there is none. */
  undo(): { label: Text; batches: TextChange[][] } | null {
    const step = this.#history.undo.pop();
    if (!step) return null;
    this.#history.redo.push(step);
    const batches = [...step.back].reverse();
    for (const batch of batches) this.#apply(batch);
    return { label: step.label, batches };
  }

  /** Makes the step again that undo took back last. */
  redo(): { label: Text; batches: TextChange[][] } | null {
    const step = this.#history.redo.pop();
    if (!step) return null;
    // What was typed before and after an undo are two steps.
    step.typedAt = 0;
    this.#history.undo.push(step);
    for (const batch of step.made) this.#apply(batch);
    return { label: step.label, batches: step.made };
  }

  #apply(changes: TextChange[]): TextChange[] {
    const back = reversed(this.#text, changes);
    this.#text = changedText(this.#text, changes);
    this.#serial++;
    return back;
  }

  #add(step: Step): void {
    const { undo } = this.#history;
    undo.push(step);
    this.#history.redo = [];
    let held = 0;
    let first = undo.length;
    while (first > 0 && undo.length - first < MOST_STEPS && (held += weight(undo[first - 1]!)) <= MOST_HELD) first--;
    // The last step stays, however heavy.
    undo.splice(0, Math.min(first, undo.length - 1));
  }
}

function weight(step: Step): number {
  let sum = 0;
  for (const batches of [step.made, step.back])
    for (const batch of batches) for (const { text } of batch) sum += text.length + 16;
  return sum;
}
