// The summary of the schedule on the page, and who is behind each of its numbers. The numbers are the library's, counted once
// by participant; here they get names and an order. Owned by owner.ts.

import { proxyMarker } from "comlink";
import { summariseWith } from "../../../src/index.js";
import type { BehindView, NumberKey, SummaryView } from "../../summary-views.js";
import type { Stage } from "../plan/stage.js";
import type { SummaryApi } from "./api.js";
import { behindOf, rowOf, tiersOf, type Behind, type Counted } from "./behind.js";
import { summaryView } from "./view.js";

export class SummaryDesk implements SummaryApi {
  readonly [proxyMarker] = true as const;
  #counted: { generation: number; counted: Counted } | null = null;
  /** The last list that was asked for, in order: the next window of it is near. */
  #list: { counted: Counted; key: string; entries: Behind[] } | null = null;

  constructor(readonly stage: Stage) {}

  view(): SummaryView | null {
    const counted = this.#over();
    return counted && summaryView(counted, this.stage.generation);
  }

  behind(key: NumberKey, from: number, to: number): BehindView | null {
    const counted = this.#over();
    if (!counted) return null;
    const name = JSON.stringify(key);
    if (this.#list?.counted !== counted || this.#list.key !== name)
      this.#list = { counted, key: name, entries: behindOf(counted, key) };
    const { entries } = this.#list;
    const rows = entries.slice(Math.max(0, from), Math.max(0, to)).map((entry) => rowOf(counted, entry));
    return { total: entries.length, rows };
  }

  #over(): Counted | null {
    const { placed, generation } = this.stage;
    if (!placed) return null;
    if (this.#counted?.generation !== generation)
      this.#counted = {
        generation,
        counted: { placed, ...summariseWith(placed.known.facts, placed.schedule), tiers: tiersOf(placed) },
      };
    return this.#counted.counted;
  }
}
