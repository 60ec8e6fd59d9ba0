// What the page may ask while meetings are changed by hand. Implemented by desk.ts; called through state/bridge.ts only.

import type {
  HandAnswer,
  HandEdit,
  HandSubject,
  HandView,
  JournalView,
  OutcomeView,
  PinAnswer,
  PinWhat,
  ReplayView,
  StepAnswer,
} from "../../hand-views.js";

export interface HandApi {
  /** Takes a meeting up: where it may go. Null when there is no such meeting, or nobody of these. */
  take(subject: HandSubject): HandView | null;
  /** What a change would come to; null where the schedule is another one by now. */
  weigh(edit: HandEdit, generation: number): OutcomeView | null;
  /** Makes a change; the schedule that comes of it was judged. `generation` is of the schedule that was on the screen. */
  make(edit: HandEdit, generation: number): HandAnswer;
  /** Takes a meeting out and blocks the two in the text of the event, so that no run puts it back. */
  block(participants: readonly [string, string], generation: number): HandAnswer;
  /** Pins meetings in the text of the event, where and when they are, or lets them go. */
  pin(what: PinWhat, on: boolean): PinAnswer;
  undo(): StepAnswer;
  redo(): StepAnswer;
  journal(): JournalView;
  /** Makes the changes by hand of the schedule before the last run again on this one, as far as the rules allow. */
  replay(): ReplayView | null;
}
