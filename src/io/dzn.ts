// Reads MiniZinc data text (`name = value;`) as far as published meeting instances need it: integers, arrays, matrices,
// sets and ranges of integers, comments. Called by b2bsp.ts. It knows nothing of meetings, never recurses and never throws.

import type { Diagnostic } from "../spec/diagnostic.js";

/** A value of the text: a number, a list of numbers or of sets, or the rows of a matrix. */
export type DznValue =
  | { kind: "number"; value: number }
  | { kind: "list"; elements: (number | number[])[] }
  | { kind: "matrix"; rows: number[][] }
  | { kind: "set"; elements: number[] };

/** One assignment, with where it stands. */
export interface DznField {
  name: string;
  value: DznValue;
  /** Offset of the name, and of the end of the value. */
  start: number;
  end: number;
  line: number;
}

const TOKEN = /\s+|%[^\n]*|\/\*[^]*?\*\/|(-?\d+)(?!\w|\.\d)|([A-Za-z]\w*)|(\[\||\|\]|\.\.|[=;,[\]{}()|])/y;
/** More elements than this in one range is no data of ours. */
const LONGEST_RANGE = 10_000;

/** All assignments of the text in their order, or the first mistake. */
export function readDzn(text: string): { fields: DznField[] } | { error: Diagnostic } {
  const reader = new Reader(text);
  const fields: DznField[] = [];
  reader.next();
  while (reader.token !== "" && !reader.error) {
    const start = reader.start;
    const line = reader.line;
    const name = reader.token;
    if (!/^[A-Za-z]/.test(name)) return { error: reader.fail(`a name is expected, not ${shown(name)}`) };
    reader.next();
    if (!reader.take("="))
      return { error: reader.fail(`"=" is expected after ${shown(name)}, not ${shown(reader.token)}`) };
    const value = reader.value();
    if (value === undefined || reader.error) return { error: reader.error ?? reader.fail("a value is expected") };
    fields.push({ name, value, start, end: reader.last, line });
    // The last semicolon may be missing.
    if (reader.token !== "" && !reader.take(";"))
      return { error: reader.fail(`";" is expected, not ${shown(reader.token)}`) };
  }
  return reader.error ? { error: reader.error } : { fields };
}

function shown(token: string): string {
  if (token === "") return "the end of the text";
  return JSON.stringify(token.length > 40 ? `${token.slice(0, 40)}…` : token);
}

class Reader {
  /** The current token; empty at the end of the text. */
  token = "";
  start = 0;
  line = 1;
  /** End of the token before the current one. */
  last = 0;
  error: Diagnostic | undefined;
  #at = 0;

  constructor(readonly text: string) {}

  /** Goes on to the next token, past space and comments. */
  next(): void {
    this.last = this.#at;
    while (this.#at < this.text.length) {
      TOKEN.lastIndex = this.#at;
      const match = TOKEN.exec(this.text);
      this.start = this.#at;
      if (match === null) {
        this.token = this.text[this.#at]!;
        this.fail(`${shown(this.token)} is not expected here`);
        return;
      }
      this.#at += match[0].length;
      const token = match[1] ?? match[2] ?? match[3];
      if (token !== undefined) {
        this.token = token;
        return;
      }
      for (const char of match[0]) if (char === "\n") this.line++;
    }
    this.start = this.#at;
    this.token = "";
  }

  /** Goes on if the current token is this one. */
  take(token: string): boolean {
    if (this.token !== token) return false;
    this.next();
    return true;
  }

  /** The first mistake of the text, at the current token. */
  fail(what: string): Diagnostic {
    this.error ??= {
      code: "dzn-syntax",
      severity: "error",
      path: [],
      message: `Line ${this.line}: ${what}.`,
      values: { line: this.line },
      range: { start: this.start, end: Math.max(this.start + this.token.length, this.start) },
    };
    return this.error;
  }

  value(): DznValue | undefined {
    // array1d(1..n, [...]) says again how long the list is.
    if (/^array\dd$/.test(this.token)) {
      this.next();
      while (this.token !== "" && this.token !== "[" && !this.error) this.next();
      const list = this.value0();
      if (!this.take(")")) this.fail(`")" is expected, not ${shown(this.token)}`);
      return list;
    }
    return this.value0();
  }

  private value0(): DznValue | undefined {
    if (this.take("[|")) return this.matrix();
    if (this.take("[")) {
      const elements = this.elements("]");
      return elements && { kind: "list", elements };
    }
    const one = this.element();
    if (one === undefined) return undefined;
    return typeof one === "number" ? { kind: "number", value: one } : { kind: "set", elements: one };
  }

  private matrix(): DznValue | undefined {
    const rows: number[][] = [];
    let row: number[] = [];
    const endRow = (): void => {
      if (row.length > 0) rows.push(row);
      row = [];
    };
    while (!this.error) {
      if (this.take("|]")) {
        endRow();
        return { kind: "matrix", rows };
      }
      if (this.take("|")) {
        endRow();
        // "|" and "]" apart, as in "[| |]" of an empty matrix written with spaces.
        if (this.take("]")) return { kind: "matrix", rows };
        continue;
      }
      const value = this.integer();
      if (value === undefined) return undefined;
      row.push(value);
      if (!this.take(",") && this.token !== "|" && this.token !== "|]")
        this.fail(`"," or "|" is expected, not ${shown(this.token)}`);
    }
    return undefined;
  }

  private elements(end: string): (number | number[])[] | undefined {
    const out: (number | number[])[] = [];
    while (!this.error) {
      if (this.take(end)) return out;
      const one = this.element();
      if (one === undefined) return undefined;
      out.push(one);
      if (!this.take(",") && this.token !== end)
        this.fail(`"," or ${shown(end)} is expected, not ${shown(this.token)}`);
    }
    return undefined;
  }

  /** A number, a set or a range. */
  private element(): number | number[] | undefined {
    if (this.take("{")) {
      const out: number[] = [];
      while (!this.error) {
        if (this.take("}")) return out;
        const one = this.range();
        if (one === undefined) return undefined;
        out.push(...(typeof one === "number" ? [one] : one));
        if (!this.take(",") && this.token !== "}") this.fail(`"," or "}" is expected, not ${shown(this.token)}`);
      }
      return undefined;
    }
    return this.range();
  }

  private range(): number | number[] | undefined {
    const low = this.integer();
    if (low === undefined || !this.take("..")) return low;
    const high = this.integer();
    if (high === undefined) return undefined;
    if (high - low > LONGEST_RANGE) {
      this.fail(`a range holds at most ${LONGEST_RANGE} numbers`);
      return undefined;
    }
    return Array.from({ length: Math.max(0, high - low + 1) }, (_, i) => low + i);
  }

  private integer(): number | undefined {
    const value = /^-?\d/.test(this.token) ? Number(this.token) : NaN;
    if (!Number.isSafeInteger(value)) {
      this.fail(`a whole number is expected, not ${shown(this.token)}`);
      return undefined;
    }
    this.next();
    return value;
  }
}
