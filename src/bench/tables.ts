// Numbers and rows of the benches' Markdown tables. Called by report.ts and by the developer's quality report. It knows
// nothing of runs.

import type { Locale } from "../rules/rule.js";
import { spreadOf } from "./figures.js";

/** A table: titles, which of the columns stand left (the others are numbers), and its rows. */
export function table(
  titles: readonly string[],
  left: readonly number[],
  rows: readonly (readonly unknown[])[],
): string {
  const line = (cells: readonly unknown[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(titles), line(titles.map((_, i) => (left.includes(i) ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

/** Names may hold anything: what would end a cell or begin markup is escaped. */
function cell(value: unknown): string {
  const text = String(value).replace(/[\u0000-\u001f\u007f]+/g, " ");
  return text.replace(/[|<`\\]/g, (letter) => `\\${letter}`);
}

/** NaN for none. */
export function median(values: readonly number[]): number {
  return spreadOf(values)?.median ?? NaN;
}

/** Three digits of a per cent, or a dash. */
export function percent(x: number): string {
  return Number.isFinite(x) ? x.toFixed(3) : "-";
}

/** Median with its range, "2 (1 to 3)"; infinite values (never reached) are dashes. */
export function range(values: readonly number[], text: (x: number) => string, to = "to"): string {
  const s = spreadOf(values);
  if (!s || s.min === Infinity) return "-";
  const show = (x: number): string => (Number.isFinite(x) ? text(x) : "-");
  return values.length === 1 ? show(s.median) : `${show(s.median)} (${show(s.min)} ${to} ${show(s.max)})`;
}

/** Two digits of a time. */
export function seconds(x: number): string {
  return Number.isFinite(x) ? String(Number(x.toPrecision(2))) : "-";
}

/** 950, 48k, 1.2M. */
export function short(x: number): string {
  if (x >= 1e6) return `${(x / 1e6).toFixed(1)}M`;
  return x >= 1e4 ? `${(x / 1e3).toFixed(0)}k` : String(x);
}

/** French has a comma. */
export function decimals(text: string, locale: Locale): string {
  return locale === "fr" ? text.replace(/(\d)\.(\d)/g, "$1,$2") : text;
}

/** How many of each, "3 ok; 1 wrong", in the order in which they come. */
export function tally(words: readonly string[]): string {
  const count = new Map<string, number>();
  for (const word of words) count.set(word, (count.get(word) ?? 0) + 1);
  return [...count].map(([word, n]) => `${n} ${word}`).join("; ");
}

/** Lines with the same key together, in the order of the first of each. */
export function grouped<T>(lines: readonly T[], key: (line: T) => readonly unknown[]): T[][] {
  const out = new Map<string, T[]>();
  for (const line of lines) {
    const name = JSON.stringify(key(line));
    const list = out.get(name);
    if (list) list.push(line);
    else out.set(name, [line]);
  }
  return [...out.values()];
}
