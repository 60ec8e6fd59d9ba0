// What the page may ask of the seats at lunch. Implemented by desk.ts; called through state/bridge.ts only.

import type { LunchView, PrintedView, SeatAnswer, SeatMove, TargetsView, TiesView } from "../../lunch-views.js";
import type { EditAnswer } from "../../protocol.js";

export interface LunchApi {
  /** A meal of the schedule on the page, with all its tables. */
  view(session: string): LunchView | null;
  /** Why a person sits where it does. */
  ties(session: string, id: string): TiesView | null;
  /** With whom and where a person could change seats. */
  targets(session: string, id: string): TargetsView | null;
  /** Changes seats; the schedule that comes of it was judged. */
  move(move: SeatMove): SeatAnswer;
  /** Fixes people to a table in the text of the event, or (`table` null) no more. */
  lock(session: string, people: readonly string[], table: string | null): EditAnswer;
  /** What is printed of the meals; null without a schedule. */
  printed(): PrintedView | null;
}
