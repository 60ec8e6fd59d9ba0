// What a path of the data is about, in words and as a row of a table. Used by diagnostics and by the list of problems.
// The data are as somebody wrote them: anything may be missing.

import type { EditPath, Text } from "../../../src/index.js";
import type { Wanted } from "../../watch-views.js";
import { listAt, rawOf, textAt, type Raw } from "../data.js";
import { cut } from "../known.js";
import { say } from "./finding.js";

/** Names of participants by id, read once for many sentences. */
export type NamesById = ReadonlyMap<string, string>;

/** The names that people read, by id; the first of two counts. */
export function namesOf(data: unknown): NamesById {
  const names = new Map<string, string>();
  for (const one of listAt(data, "participants")) {
    const id = textAt(one, "id");
    if (id !== "" && !names.has(id)) names.set(id, cut(textAt(one, "name") || id, 60));
  }
  return names;
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(data: unknown, path: EditPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** "Wish of Ada for Bo", "Package Gold"; empty for what is no item of a list. */
export function itemText(data: unknown, path: EditPath, names: NamesById): Text {
  const [list, index] = path;
  const item = typeof index === "number" ? rawOf(valueAt(data, [list!, index])) : {};
  const name = (id: string): string => names.get(id) ?? cut(id, 60);
  const own = (): string => cut(textAt(item, "label") || textAt(item, "name") || textAt(item, "id"), 60);
  const number = typeof index === "number" ? index + 1 : 0;
  return say((w) => {
    if (number === 0) return "";
    switch (list) {
      case "participants":
        return w.item.participant(own() || String(number));
      case "wishes":
        return w.item.wish(name(textAt(item, "from")), name(textAt(item, "to")), number);
      case "places":
        return w.item.place(own() || String(number));
      case "tiers":
        return w.item.tier(own() || String(number));
      case "sides":
        return w.item.side(own() || String(number));
      case "locked":
        return w.item.locked(...pairOf(item, "participants", names));
      case "blocked":
        return w.item.blocked(...pairOf(item, "participants", names));
      case "precedences":
        return w.item.precedence(number);
      case "meals":
        return w.item.meal(cut(textAt(item, "session"), 60) || String(number));
      case "calendar":
        return w.item.day(cut(textAt(item, "date"), 20) || String(number));
      default:
        return "";
    }
  });
}

function pairOf(item: Raw, key: string, names: NamesById): [string, string] {
  const list = Object.hasOwn(item, key) && Array.isArray(item[key]) ? (item[key] as unknown[]) : [];
  return [0, 1].map((i) => {
    const id = typeof list[i] === "string" ? list[i] : "?";
    return names.get(id) ?? cut(id, 60);
  }) as [string, string];
}

const TABLES = new Map<string | number, Wanted["place"]>([
  ["participants", "event/people"],
  ["wishes", "event/wishes"],
  ["places", "event/places"],
  ["tiers", "event/packages"],
]);

/** The row of a table that a path speaks of; null where no table has it. */
export function rowOf(data: unknown, path: EditPath): Wanted | null {
  const [list = "", index] = path;
  const place = TABLES.get(list);
  if (!place || typeof index !== "number") return null;
  const id = place === "event/wishes" ? String(index) : textAt(valueAt(data, [list, index]), "id");
  return id === "" ? null : { place, ids: [id], path: [list, index] };
}
