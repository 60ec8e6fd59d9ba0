// What the page may ask about handing a schedule out. Implemented by desk.ts.

import type { ExportAnswer, ExportRequest, ExportView } from "../../export-views.js";

export interface ExportApi {
  view(): Promise<ExportView>;
  /** Makes a file of the schedule on the page; the last one that was asked for ends the one before. */
  make(request: ExportRequest): Promise<ExportAnswer>;
  /** Ends what is being made. */
  stop(): void;
}
