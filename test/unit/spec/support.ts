// A small valid event, and what parseSpec says of a change to it. Used by the tests beside this file.

import { message } from "../../../src/spec/messages.js";
import { parseSpec } from "../../../src/spec/parse.js";
import { pathText, type Diagnostic } from "../../../src/spec/diagnostic.js";
import type { EventInput } from "../../../src/spec/schema.js";

export type Draft = EventInput & { [key: string]: unknown };

/** Two buyers of two organisations, two sellers; slots am.1 to am.4 and pm.1, pm.2; lunch; two places, one of them open. */
export function draft(): Draft {
  return {
    format: "dancecard/event",
    version: 1,
    event: { name: "Test", timezone: "Europe/Paris" },
    calendar: [
      {
        date: "2027-03-17",
        sessions: [
          { id: "am", kind: "meetings", start: "09:00", end: "11:00", meeting: 25, changeover: 5 },
          { id: "lunch", kind: "meal", start: "12:00", end: "13:30" },
          { id: "pm", kind: "meetings", start: "14:00", end: "15:00", meeting: 25, changeover: 5 },
        ],
      },
    ],
    sides: [{ id: "buyers" }, { id: "sellers", hosts: true }],
    tiers: [{ id: "gold", guaranteed: 1, maximum: 4 }],
    participants: [
      { id: "anna", side: "buyers", organisation: "Alpha" },
      { id: "bert", side: "buyers", organisation: "Beta" },
      { id: "sven", side: "sellers", organisation: "Sigma", tier: "gold", place: "stand" },
      { id: "tess", side: "sellers", organisation: "Tau" },
    ],
    wishes: [
      { from: "anna", to: "sven", priority: 1 },
      { from: "sven", to: "Beta", priority: 2 },
      { from: "bert", to: "tess", veto: true },
    ],
    places: [
      { id: "stand", zone: "hall" },
      { id: "free", zone: "garden" },
    ],
    walks: [["hall", "garden", 4]],
    meals: [
      {
        session: "lunch",
        tables: [
          { id: "t1", seats: 4 },
          { id: "t2", seats: 4 },
        ],
      },
    ],
    rules: {},
  };
}

/** The diagnostics of the small event after a change. */
export function diagnose(change: (event: Draft) => void): Diagnostic[] {
  const event = draft();
  change(event);
  return parseSpec(JSON.stringify(event, null, 2)).diagnostics;
}

/** "code path" of each diagnostic, warnings with a question mark. */
export function told(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, values, severity, path }) =>
    `${severity === "warning" ? "?" : ""}${code}${values?.kind ? "/" + values.kind : ""} ${pathText(path)}`.trimEnd(),
  );
}

/** What the small event after a change is told. */
export function problems(change: (event: Draft) => void): string[] {
  return told(diagnose(change));
}

/** The sentence of the only diagnostic. */
export function sentence(change: (event: Draft) => void, locale: "en" | "fr" = "en"): string {
  const all = diagnose(change);
  if (all.length !== 1) throw new Error(`expected one diagnostic: ${told(all).join("; ")}`);
  return message(all[0]!, locale);
}
