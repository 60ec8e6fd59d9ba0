// What the page may ask of the event worker: the event itself here, each part of the page's in a file beside the desk that
// answers. Implemented by owner.ts; called through state/bridge.ts only.

import type { ProxyMarked } from "comlink";
import type { AnswerChange, ImportAnswer, ImportView, Into, PlanChange, Table } from "../import-views.js";
import type {
  Edit,
  EditAnswer,
  EditPath,
  EventView,
  KeepView,
  RunEvent,
  SampleView,
  Text,
  TextChange,
  TextNews,
  VariantView,
} from "../protocol.js";
import type { RulesView } from "../rules-views.js";
import type { RunsTold } from "../runs-views.js";
import type { Completion, CompletionKind, CompletionView } from "../watch-views.js";
import type { CalendarApi } from "./calendar/api.js";
import type { ExportApi } from "./export/api.js";
import type { HandApi } from "./hand/api.js";
import type { KeepApi } from "./keep/api.js";
import type { LabApi } from "./lab/api.js";
import type { OwnApi } from "./lab/own/store.js";
import type { LunchApi } from "./lunch/api.js";
import type { PlacesApi } from "./places/api.js";
import type { PlanApi } from "./plan/api.js";
import type { RunsApi } from "./runs/api.js";
import type { SummaryApi } from "./summary/api.js";
import type { TablesApi } from "./tables/api.js";
import type { WatchApi } from "./watch/api.js";

/** Who hears what happens without being asked. */
export interface Listener {
  /** The text was read anew. */
  event(view: EventView): void;
  /** The text was changed otherwise than by the editor. */
  text(news: TextNews): void;
  run(event: RunEvent): void;
  /** Where the open event stands with its keeping. */
  kept(view: KeepView): void;
  /** What is kept of runs changed, or a kept schedule was put on the page. */
  runs(told: RunsTold): void;
}

export interface EventApi {
  /** What is kept in this browser. */
  readonly keep: KeepApi & ProxyMarked;
  /** The people, wishes, places and packages of the event, as tables. */
  readonly tables: TablesApi & ProxyMarked;
  readonly calendar: CalendarApi & ProxyMarked;
  /** What is odd in the event, and its cures. */
  readonly watch: WatchApi & ProxyMarked;
  /** The schedule on the page, and runs. */
  readonly plan: PlanApi & ProxyMarked;
  /** Meetings changed by hand. */
  readonly hand: HandApi & ProxyMarked;
  /** Who sits where at the meals of that schedule. */
  readonly lunch: LunchApi & ProxyMarked;
  /** The schedules that were made: kept, compared, published. */
  readonly runs: RunsApi & ProxyMarked;
  /** The numbers of that schedule, and who is behind them. */
  readonly summary: SummaryApi & ProxyMarked;
  /** Its meetings by place. */
  readonly places: PlacesApi & ProxyMarked;
  /** That schedule as files. */
  readonly exports: ExportApi & ProxyMarked;
  /** Variants measured side by side. */
  readonly lab: LabApi & ProxyMarked;
  /** Those of them that somebody brought along, as they are kept. */
  readonly own: OwnApi & ProxyMarked;
  listen(listener: Listener): void;
  catalogue(): { samples: SampleView[]; variants: VariantView[]; cores: number };
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
  /** The rules as they are written; null while nothing is known of the text. */
  rulesForm(): RulesView | null;
  /** Ids of a kind that begin so, or whose name has a word that does; at most 50. */
  complete(kind: CompletionKind, prefix: string): Completion[];
  /** Ids that fit at an offset of the text of the given serial; null where none belongs, or when it is another text. */
  completeAt(serial: number, offset: number): CompletionView | null;
  /** Offset at which something of the data stands in the text; null for a text without data. */
  locate(path: EditPath): number | null;
}
