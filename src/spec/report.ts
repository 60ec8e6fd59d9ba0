// Collects diagnostics of one run, at most a hundred of a code, and looks up near ids for them.
// Made by issues.ts, semantics/ and read-schedule.ts; it decides nothing.

import type { Diagnostic } from "./diagnostic.js";
import { diagnostic, type MessageKey } from "./messages.js";
import { nearest } from "./nearest.js";

/** Diagnostics of one code that are listed; the rest is counted. */
export const MOST_PER_CODE = 100;
/** Ids that are compared in all for "did you mean". */
const MOST_COMPARED = 300_000;

type Values = Record<string, string | number>;

export class Report {
  readonly #listed: Diagnostic[] = [];
  readonly #counts = new Map<string, { count: number; severity: Diagnostic["severity"] }>();
  readonly #keys = new Set<string>();
  #compared = 0;

  error(key: MessageKey, path: Diagnostic["path"], values: Values = {}): void {
    this.#add(key, "error", path, values);
  }

  warning(key: MessageKey, path: Diagnostic["path"], values: Values = {}): void {
    this.#add(key, "warning", path, values);
  }

  /**
   * An error about an id (or another word) that is not known, with the nearest that is. Where an id of that kind stands
   * twice it is not told: the one that is missing is most likely the one that was meant there.
   */
  unknown(
    key: MessageKey,
    path: Diagnostic["path"],
    id: string,
    known: Iterable<string>,
    size: number,
    values: Values = {},
  ): void {
    if (this.#follows(key)) return;
    let near: string | undefined;
    if (this.room(key) && this.#compared + size <= MOST_COMPARED) {
      this.#compared += size;
      near = nearest(id, known);
    }
    this.error(key, path, { id, ...values, ...(near !== undefined && { near }) });
  }

  /** True while diagnostics of this code are still listed; from then on they are only counted. */
  room(key: MessageKey): boolean {
    return (this.#counts.get(codeOf(key))?.count ?? 0) < MOST_PER_CODE;
  }

  #follows(key: MessageKey): boolean {
    const kind = key.slice(key.indexOf("/") + 1);
    const of = kind === "target" ? "participant" : kind === "slot" || key === "unknown-time" ? "session" : kind;
    return this.#keys.has(`duplicate-id/${of}`);
  }

  #add(key: MessageKey, severity: Diagnostic["severity"], path: Diagnostic["path"], values: Values): void {
    this.#keys.add(key);
    const code = codeOf(key);
    const seen = this.#counts.get(code);
    if (!seen) this.#counts.set(code, { count: 1, severity });
    else {
      seen.count++;
      if (severity === "error") seen.severity = "error";
    }
    if ((seen?.count ?? 1) <= MOST_PER_CODE) this.#listed.push(diagnostic(key, severity, path, values));
  }

  /** What was reported, in order, then one line per code that had more. */
  diagnostics(): Diagnostic[] {
    const result = [...this.#listed];
    for (const [of, { count, severity }] of this.#counts) {
      if (count > MOST_PER_CODE) result.push(diagnostic("more", severity, [], { count: count - MOST_PER_CODE, of }));
    }
    return result;
  }
}

function codeOf(key: MessageKey): string {
  const end = key.indexOf("/");
  return end < 0 ? key : key.slice(0, end);
}
