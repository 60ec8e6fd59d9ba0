// What the page may ask of runs. Implemented by desk.ts; called through state/bridge.ts only.

import type { RunEnd, RunSettings, ScheduleView } from "../../protocol.js";
import type {
  AuditView,
  CompareView,
  MeetingChange,
  MeetingSet,
  Page,
  PersonChange,
  PersonSort,
  RunAnswer,
  RunsView,
  TellRow,
  TellView,
} from "../../runs-views.js";

export interface RunsApi {
  /** The runs of the event, and the schedule that is on its page. */
  view(): { view: RunsView; schedule: ScheduleView | null };
  /** Puts a run on the page, judged anew. */
  show(id: string): Promise<{ answer: RunAnswer; schedule: ScheduleView | null }>;
  /** A run that begins with the schedule of another one. */
  resume(id: string, settings: RunSettings): Promise<RunEnd>;
  rename(id: string, name: string): Promise<RunAnswer>;
  /** Deletes a run; it can be restored for a day. */
  remove(id: string): Promise<RunAnswer>;
  restore(id: string): Promise<RunAnswer>;
  /** Two runs side by side, both judged on the event as it is now; null when one of them is gone. */
  compare(a: string, b: string): Promise<CompareView | null>;
  /** People who gain or lose in the comparison of that version; null when it is an older one. */
  comparePeople(
    version: number,
    who: "gain" | "lose",
    sort: PersonSort,
    from: number,
    to: number,
  ): Page<PersonChange> | null;
  compareMeetings(version: number, set: MeetingSet, from: number, to: number): Page<MeetingChange> | null;
  /** Makes a run the next version of the published schedule: it never changes any more. */
  publish(id: string, note: string): Promise<RunAnswer>;
  /** Takes the last publication back. */
  withdraw(id: string): Promise<RunAnswer>;
  /** Whom a version concerns, against the one before; null when it is gone. */
  tell(version: number): Promise<TellView | null>;
  tellRows(version: number, from: number, to: number): Page<TellRow> | null;
  /** The whole list, to be copied or saved. */
  tellText(version: number, locale: "en" | "fr", as: "text" | "csv"): Promise<string>;
  /** Reads a schedule that was made elsewhere, puts it on the page and judges it. */
  audit(files: { name: string; file: Blob }[]): Promise<AuditView>;
  auditPasted(text: string): Promise<AuditView>;
  /** A bound for what was read, where no run has given one: takes some seconds; null when there is none. */
  auditBound(): Promise<AuditView | null>;
  /** Writes now what waits; true when nothing is left unsaved. */
  flush(): Promise<boolean>;
}
