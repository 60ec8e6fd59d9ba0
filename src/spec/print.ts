// Prints plain data as JSON that people read and diff: short things on one line, one participant, wish or meeting per
// line. Called by parse.ts (events), read-schedule.ts (schedules) and edit-text.ts (parts). The same data give the same text.

const WIDTH = 110;

/**
 * JSON text of `value`, ending in a line break. Items of the root's lists stand on one line each, however long, except
 * in the lists named in `open`, whose items are spread out when they are long.
 */
export function printJson(value: object, open: ReadonlySet<string>): string {
  const lines: string[] = [];
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined)
      lines.push(`  ${JSON.stringify(key)}: ${block(item, "  ", open.has(key) ? "spread" : "lines")}`);
  }
  return lines.length === 0 ? "{}\n" : `{\n${lines.join(",\n")}\n}\n`;
}

/** JSON text of a value that stands after `indent`: on one line, or spread out where that would be too long and `spread` allows it. */
export function printValue(value: unknown, indent: string, spread: boolean): string {
  return spread ? block(value, indent, "spread") : line(value);
}

/** "lines": items of this value on a line each; "spread": the same at every depth where a line would be too long. */
function block(value: unknown, indent: string, mode: "lines" | "spread"): string {
  const flat = Array.isArray(value) && mode === "lines" && value.length > 8 ? undefined : line(value);
  if (flat !== undefined && indent.length + flat.length <= WIDTH && !isListOfObjects(value)) return flat;
  if (typeof value !== "object" || value === null || isRowOfNumbers(value, indent)) return line(value);
  const inner = indent + "  ";
  const item = (v: unknown): string => (mode === "lines" ? line(v) : block(v, inner, mode));
  const list = Array.isArray(value);
  const items = list
    ? value.map((v) => inner + item(v))
    : entries(value).map(([key, v]) => `${inner}${JSON.stringify(key)}: ${item(v)}`);
  const [left, right] = list ? ["[", "]"] : ["{", "}"];
  return items.length === 0 ? left + right : `${left}\n${items.join(",\n")}\n${indent}${right}`;
}

/** Prices of a certificate: a line for each person, however many slots. */
function isRowOfNumbers(value: object, indent: string): boolean {
  return Array.isArray(value) && indent.length > 2 && value.every((item) => typeof item === "number");
}

function isListOfObjects(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && typeof value[0] === "object";
}

function entries(value: object): [string, unknown][] {
  return Object.entries(value as Record<string, unknown>).filter(([, v]) => v !== undefined);
}

/** JSON on one line, with spaces. */
function line(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(line).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const items = entries(value).map(([key, v]) => `${JSON.stringify(key)}: ${line(v)}`);
  return items.length === 0 ? "{}" : `{ ${items.join(", ")} }`;
}
