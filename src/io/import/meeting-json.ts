// A list of meetings in JSON as a sheet: the keys are the titles. Called by meetings.ts. What is nested shows its id, else its
// name; two participants in a list are two columns.

import { readJson } from "../../spec/jsonc.js";
import type { Sheet } from "../files/sheet.js";
import { LIMITS } from "../files/limits.js";

/** Keys that become columns. */
const MOST_KEYS = 60;

/** "schedule": it is one of our own; undefined: there is no list of objects in it. */
export function sheetOfJson(file: string, text: string): Sheet | "schedule" | undefined {
  const { document } = readJson(text, new Map());
  const value = document?.value;
  if (isObject(value) && value["format"] === "dancecard/schedule") return "schedule";
  const list = listIn(value);
  if (!list) return undefined;
  const titles: string[] = [];
  const columns = new Map<string, number>();
  const rows = list.slice(0, LIMITS.rows).map((entry, i) => {
    const cells: string[] = [];
    for (const [key, cell] of flat(entry)) {
      let column = columns.get(key);
      if (column === undefined) {
        if (titles.length >= MOST_KEYS) continue;
        columns.set(key, (column = titles.length));
        titles.push(key);
      }
      cells[column] = cell.slice(0, LIMITS.cell);
    }
    return { line: i + 2, cells: Array.from(cells, (cell) => cell ?? "") };
  });
  return {
    id: file,
    file,
    name: "",
    kind: "text",
    decimal: ".",
    lines: rows.length + 1,
    columns: titles.length,
    rows: [{ line: 1, cells: titles }, ...rows],
    merges: [],
    hidden: false,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listIn(value: unknown): Record<string, unknown>[] | undefined {
  const lists = Array.isArray(value) ? [value] : isObject(value) ? Object.values(value).filter(Array.isArray) : [];
  const objects = lists.map((list: unknown[]) => list.filter(isObject)).sort((a, b) => b.length - a.length);
  return objects[0] && objects[0].length > 0 ? objects[0] : undefined;
}

/** Keys and texts of an entry. */
function flat(entry: Record<string, unknown>): [string, string][] {
  return Object.entries(entry).flatMap(([key, value]): [string, string][] => {
    if (Array.isArray(value)) return value.slice(0, 4).map((one, i) => [`${key} ${i + 1}`, textOf(one)]);
    return [[key, textOf(value)]];
  });
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (!isObject(value)) return "";
  const named = Object.hasOwn(value, "id") ? value["id"] : Object.hasOwn(value, "name") ? value["name"] : "";
  return typeof named === "string" || typeof named === "number" ? String(named) : "";
}
