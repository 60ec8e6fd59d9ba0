// Whatever somebody writes: findings and completion never throw, and nothing of a name is lost or read as anything else.

import fc from "fast-check";
import { expect, it } from "vitest";
import { CompletionDesk, MOST } from "../../../../web/worker/complete.js";
import type { CompletionKind } from "../../../../web/watch-views.js";
import { watchOf } from "../../../../web/worker/watch/index.js";
import { Random } from "../../../support/random.js";
import { randomEvent } from "../../../support/random-event.js";
import { readingOf } from "../../../support/watched.js";

const JUNK: readonly unknown[] = [null, -1, 0.5, 1e300, "", "__proto__", "<b>", "24:61", [], {}, [[]], true, "am.1"];
const KINDS: readonly CompletionKind[] = [
  "participant",
  "target",
  "organisation",
  "side",
  "tier",
  "place",
  "zone",
  "slot",
  "session",
  "time",
  "meal",
  "table",
];

/** The data with a few values replaced by what does not belong there. */
function broken(seed: number): unknown {
  const random = new Random(seed);
  const event = structuredClone(randomEvent(seed)) as unknown;
  for (let i = random.int(1, 4); i > 0; i--) {
    let at = event as Record<string, unknown>;
    for (let depth = random.int(0, 4); depth > 0; depth--) {
      const inner = Object.values(at).filter((value) => typeof value === "object" && value !== null);
      if (inner.length > 0) at = random.pick(inner) as Record<string, unknown>;
    }
    const keys = Object.keys(at);
    if (keys.length > 0) at[random.pick(keys)] = random.pick(JUNK);
  }
  return event;
}

it("finds something to say about any data, and completes what it can", () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const text = JSON.stringify(broken(seed));
      const reading = readingOf(text);
      const { view } = watchOf(reading);
      expect(view.findings.every(({ title, text }) => title.en !== "" && title.fr !== "" && text.en !== "")).toBe(true);
      expect(new Set(view.findings.map(({ key }) => key)).size).toBe(view.findings.length);
      const desk = new CompletionDesk({ written: reading.data, text: { text, serial: 1 } as never });
      for (const kind of KINDS) expect(desk.complete(kind, "").length).toBeLessThanOrEqual(MOST);
    }),
    { numRuns: 300 },
  );
}, 60_000);
