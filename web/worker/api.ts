// What the page may ask of the event worker. Implemented by owner.ts; called through state/bridge.ts only.

import type {
  EventView,
  PersonView,
  PromisesView,
  RowsRequest,
  RowsView,
  RuleView,
  RunEnd,
  RunEvent,
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

/** Who hears what happens without being asked. */
export interface Listener {
  /** The text was read anew. */
  event(view: EventView): void;
  run(event: RunEvent): void;
}

export interface EventApi {
  listen(listener: Listener): void;
  catalogue(): { samples: SampleView[]; variants: VariantView[]; cores: number };
  /** Starts the solver's workers before the first run asks for them. */
  warm(workers: number): Promise<void>;
  openSample(id: string): EventView;
  openFile(file: Blob, name: string): Promise<EventView>;
  /** The whole text; asked for only when the editor is on the screen. */
  text(): string;
  /** The JSON Schema of an event, for the editor. */
  schema(): Record<string, unknown>;
  /** Changes made in the editor, in order; the text is read anew a moment after the last one. */
  edit(changes: TextChange[]): void;
  rows(request: RowsRequest): RowsView;
  person(id: string): PersonView | null;
  rules(): RuleView[];
  /** A meal of the schedule on the page, with all its tables. */
  lunch(session: string): LunchView | null;
  /** Why a person sits where it does. */
  seatTies(session: string, id: string): TiesView | null;
  /** With whom and where a person could change seats. */
  seatTargets(session: string, id: string): TargetsView | null;
  /** Changes seats; the schedule that comes of it was judged. */
  moveSeat(move: SeatMove): SeatAnswer;
  /** Takes the last change of seats back; null when there is none. */
  undoSeat(): ScheduleView | null;
  /** Fixes a person to a table in the text of the event, or (`table` null) no more; null when nothing was written. */
  lockSeat(session: string, id: string, table: string | null): LockAnswer;
  /** What is printed of the meals; null without a schedule. */
  printed(): PrintedView | null;
  /** Whether all packages can be honoured together; null while there is a run, or when one began meanwhile. */
  promises(): Promise<PromisesView | null>;
  /** Runs to its end; progress is heard by the listener. */
  solve(settings: RunSettings): Promise<RunEnd>;
  stop(): void;
}
