// What the page may ask of the event worker. Implemented by owner.ts; called through state/bridge.ts only.

import type { ProxyMarked } from "comlink";
import type {
  Edit,
  EditAnswer,
  EventView,
  KeepView,
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
  Text,
  TextChange,
  TextNews,
  VariantView,
  EditPath,
} from "../protocol.js";
import type { Completion, CompletionKind, CompletionView, CureAnswer, FixView, WatchView } from "../watch-views.js";
import type { LunchView, PrintedView, SeatAnswer, SeatMove, TargetsView, TiesView } from "../lunch-views.js";
import type { KeepApi } from "./keep/api.js";

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

/** Who hears what happens without being asked. */
export interface Listener {
  /** The text was read anew. */
  event(view: EventView): void;
  /** The text was changed otherwise than by the editor. */
  text(news: TextNews): void;
  run(event: RunEvent): void;
  /** Where the open event stands with its keeping. */
  kept(view: KeepView): void;
}

export interface EventApi {
  /** What is kept in this browser. */
  readonly keep: KeepApi & ProxyMarked;
  listen(listener: Listener): void;
  catalogue(): { samples: SampleView[]; variants: VariantView[]; cores: number };
  /** Starts the solver's workers before the first run asks for them. */
  warm(workers: number): Promise<void>;
  openSample(id: string): Promise<EventView>;
  /** The whole text with its serial; asked for only when the editor is on the screen. */
  text(): { text: string; serial: number };
  /** The JSON Schema of an event, for the editor. */
  schema(): Record<string, unknown>;
  /**
   * Changes made in the editor, in order, in the text of the given serial; the text is read anew a moment after the last
   * one. False when the text is another one by now: nothing was changed then, and the editor takes the text anew.
   */
  type(serial: number, changes: TextChange[]): boolean;
  /** Edits of the data, made in the text; `label` says what undo would take back. */
  change(edits: Edit[], label: Text): EditAnswer;
  /** Takes the last change of the event back, whoever made it; what it was, or null when there is none. */
  undo(): Text | null;
  redo(): Text | null;
  /** Reads files of tables or events; nothing goes into the event yet. */
  importFiles(files: { name: string; file: Blob }[], locale: "en" | "fr"): Promise<ImportView>;
  importPasted(text: string, locale: "en" | "fr"): Promise<ImportView>;
  /** Changes what a sheet is taken for; null when there is no import any more. */
  importPlan(sheet: string, change: PlanChange): ImportView | null;
  importAnswer(change: AnswerChange): ImportView | null;
  importInto(into: Into): ImportView | null;
  /** The same import, looked at anew after the event changed. */
  importAgain(): ImportView | null;
  importClose(): void;
  /** Takes the rows that are ready, in one step; `view` where another event was opened. */
  importTake(): Promise<{ answer: ImportAnswer; view: EventView | null }>;
  /** An example of a table as the text of a CSV file. */
  importExample(table: Table, locale: "en" | "fr"): Promise<string>;
  /** A window of a table of the event. */
  table(query: TableQuery, from: number, to: number): TableView;
  /** Changes a table; rows are those of the text of that serial. */
  tableEdit(serial: number, query: TableQuery, edit: TableEdit): TableAnswer;
  /** What a column may be filtered by. */
  tableChoices(table: TableId, column: string): ChoiceView[];
  /** All rows of a query. */
  tableIndices(query: TableQuery): Int32Array;
  tablePropose(table: TableId, column: string, text: string): Proposal[];
  /** What would go with rows that are taken out; null when they are others by now. */
  tableRemoval(serial: number, table: TableId, rows: number[]): RemovalView | null;
  /** Cells as a spreadsheet takes them. */
  tableText(query: TableQuery, rows: number[], columns: string[], titles: string[]): string;
  /** The wishes between two sides. */
  matrix(from: string, to: string): MatrixView;
  /** The calendar as it is written; null while nothing is known of the text. */
  calendar(): CalendarView | null;
  /** Edits the calendar of the text of the given serial; `sure` once somebody has read what that takes out. */
  editCalendar(edit: CalendarEdit, serial: number, sure: boolean): CalendarAnswer;
  /** The rules as they are written; null while nothing is known of the text. */
  rulesForm(): RulesView | null;
  /** What to look at in the event, as far as it can be read now. */
  watch(): WatchView;
  /** Cures a finding of the given reading: a step of its own for undo. */
  cure(revision: number, key: string, index: number): CureAnswer;
  /** What cures a problem of the given reading, by its place in the list of problems; and doing so. */
  fixes(revision: number, problem: number): FixView[];
  fix(revision: number, problem: number, index: number): CureAnswer;
  /** Ids of a kind that begin so, or whose name has a word that does; at most 50. */
  complete(kind: CompletionKind, prefix: string): Completion[];
  /** Ids that fit at an offset of the text of the given serial; null where none belongs, or when it is another text. */
  completeAt(serial: number, offset: number): CompletionView | null;
  /** Offset at which something of the data stands in the text; null for a text without data. */
  locate(path: EditPath): number | null;
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
  /** Fixes a person to a table in the text of the event, or (`table` null) no more. */
  lockSeat(session: string, id: string, table: string | null): EditAnswer;
  /** What is printed of the meals; null without a schedule. */
  printed(): PrintedView | null;
  /** Whether all packages can be honoured together; null while there is a run, or when one began meanwhile. */
  promises(): Promise<PromisesView | null>;
  /** Runs to its end; progress is heard by the listener. */
  solve(settings: RunSettings): Promise<RunEnd>;
  stop(): void;
}
