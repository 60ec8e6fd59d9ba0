// From the text of an event to an EventSpec or diagnostics, and back to text. Called by the CLI, the page's worker,
// importers and tests; this is the only door by which an event comes in. It never throws for what the text holds.

import type { Diagnostic, Result } from "./diagnostic.js";
import { issueDiagnostics } from "./issues.js";
import { readJson } from "./jsonc.js";
import { lean } from "./lean.js";
import { diagnostic, shown } from "./messages.js";
import { printJson } from "./print.js";
import { eventSchema, LIMITS, mixBounds, type EventInput, type EventSpec } from "./schema.js";
import { checkSpec } from "./semantics/index.js";
import { validate } from "./validate.js";

/** Most items of the lists of an event; those of the model, and a sensible bound for the others. */
const MOST_ITEMS: ReadonlyMap<string, number> = new Map([
  ["calendar", 1_000],
  ["sides", 1_000],
  ["pairings", 100_000],
  ["tiers", 1_000],
  ["participants", LIMITS.participants],
  ["wishes", LIMITS.wishes],
  ["places", LIMITS.rows],
  ["walks", 200_000],
  ["locked", 200_000],
  ["precedences", 200_000],
  ["blocked", 200_000],
  ["met", LIMITS.wishes],
  ["meals", 1_000],
]);

/** Reads an event: JSON, comments and trailing commas allowed. Diagnostics come sorted by position, with text ranges. */
export function parseSpec(text: string): Result<EventSpec> {
  return parseEvent(text).result;
}

/** The same, with the data as they are written, also where they are no event; undefined for a text that is no JSON. */
export function parseEvent(text: string): { data: unknown; result: Result<EventSpec> } {
  const { document, diagnostics } = readJson(text, MOST_ITEMS);
  if (!document) return { data: undefined, result: { ok: false, diagnostics } };
  const read = readSpec(document.value);
  const all = document.place([...diagnostics, ...read.diagnostics]);
  const result: Result<EventSpec> =
    read.ok && diagnostics.length === 0
      ? { ok: true, value: read.value, diagnostics: all }
      : { ok: false, diagnostics: all };
  return { data: document.value, result };
}

/** The same for data that is no text (an import): validated, defaults filled in, checked; diagnostics have no ranges. */
export function readSpec(value: unknown): Result<EventSpec> {
  const format = formatProblem(value, "dancecard/event");
  if (format) return { ok: false, diagnostics: [format] };
  const parsed = validate(eventSchema, value);
  if (!parsed.ok) return { ok: false, diagnostics: issueDiagnostics(eventSchema, value, parsed.issues) };
  const spec = parsed.data;
  const diagnostics = [...restoreMix(spec, value as EventInput), ...checkSpec(spec)];
  return diagnostics.some((d) => d.severity === "error")
    ? { ok: false, diagnostics }
    : { ok: true, value: spec, diagnostics };
}

/** What says that data is not of the format at all; nothing else is then worth telling. */
export function formatProblem(
  value: unknown,
  expected: "dancecard/event" | "dancecard/schedule" | "dancecard/bench" | "dancecard/benches",
): Diagnostic | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const { format, version } = value as { format?: unknown; version?: unknown };
  if (format !== undefined && format !== expected) {
    const isOther = format === "dancecard/event" || format === "dancecard/schedule";
    const key =
      expected === "dancecard/bench" || !isOther
        ? "wrong-format/other"
        : expected === "dancecard/event"
          ? "wrong-format/schedule"
          : "wrong-format/event";
    return diagnostic(key, "error", ["format"], { found: shown(format), expected });
  }
  if (version !== undefined && version !== 1) {
    return diagnostic("wrong-version", "error", ["version"], { found: shown(version), expected: 1 });
  }
  return undefined;
}

/**
 * Side ids are a user's words, but zod's records drop "__proto__": puts it back, and gives every mix no prototype, so
 * that `mix[side]` finds what was written and nothing else.
 */
function restoreMix(spec: EventSpec, input: EventInput): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  spec.meals.forEach((meal, i) => {
    const given = input.meals?.[i]?.mix;
    if (!meal.mix || !given) return;
    const mix = Object.create(null) as typeof meal.mix;
    for (const [side, bounds] of Object.entries(given)) {
      const parsed = mixBounds.safeParse(bounds);
      if (parsed.success) mix[side] = parsed.data;
      else {
        diagnostics.push(...issueDiagnostics(mixBounds, bounds, parsed.error.issues, ["meals", i, "mix", side]));
      }
    }
    meal.mix = mix;
  });
  return diagnostics;
}

/** Lists of the root whose items are spread over lines where they are long. */
export const SPREAD: ReadonlySet<string> = new Set(["calendar", "meals", "event", "rules"]);

/** Prints an event as JSON for people: defaults left out, one participant, wish or place per line. */
export function specText(spec: EventInput): string {
  return printJson(lean(spec), SPREAD);
}
