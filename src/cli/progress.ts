// The progress line of a run: one line that is written over, on a terminal only. Used by solve and start.

import type { EngineEvent } from "../host/engine.js";
import type { PlanEvent } from "../plan.js";
import type { Locale } from "../rules/rule.js";
import { grouped, seconds } from "./format.js";

export interface ProgressLine {
  show(event: PlanEvent | EngineEvent): void;
  /** Wipes the line, so that what follows stands alone. */
  end(): void;
}

/** A line on standard error where that is a terminal; silence elsewhere. */
export function progressLine(locale: Locale): ProgressLine {
  const stream = process.stderr;
  if (!stream.isTTY) return { show: () => {}, end: () => {} };
  const words = { en: ["score", "bound", "not placed"], fr: ["score", "borne", "non placés"] }[locale];
  return {
    show: (event) => {
      if (event.type !== "progress") return;
      const { elapsed, score, bound } = event;
      const parts = [seconds(elapsed / 1000, locale), `${words[0]} ${grouped(score.total, locale)}`];
      if (bound !== undefined) parts.push(`${words[1]} ${grouped(bound, locale)}`);
      if (score.unplaced > 0) parts.push(`${score.unplaced} ${words[2]}`);
      stream.write(`\r\u001b[K${parts.join("  ")}`);
    },
    end: () => void stream.write("\r\u001b[K"),
  };
}
