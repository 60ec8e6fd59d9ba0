// What the page may ask about the schedule on it, and about runs. Implemented by desk.ts; called through state/bridge.ts only.

import type { PersonView, PromisesView, RowsRequest, RowsView, RuleView, RunEnd, RunSettings } from "../../protocol.js";

export interface PlanApi {
  /** Starts the solver's workers, and makes what a run needs fast, before the first run asks for it. */
  warm(workers: number): Promise<void>;
  rows(request: RowsRequest): RowsView;
  /** At which index of the rows somebody's first one stands; -1 where they are not among them. */
  find(participant: string, order: Pick<RowsRequest, "side" | "sort">): number;
  person(id: string): PersonView | null;
  rules(): RuleView[];
  /** Whether all packages can be honoured together; null while there is a run, or when one began meanwhile. */
  promises(): Promise<PromisesView | null>;
  /** Runs to its end; progress is heard by the listener. */
  solve(settings: RunSettings): Promise<RunEnd>;
  stop(): void;
}
