// What stands in the cells of a table, from the data as they are written. Called by rows.ts; changes nothing.

import type { Known } from "../known.js";
import { textAt, type Raw } from "../data.js";
import { countAt, labelOf, textsAt, wishedName, type TableData } from "./data.js";
import { timeNames, type TimeNames } from "./times.js";
import type { TableId } from "../../tables.js";

type Locale = "en" | "fr";

/** Cells of one row, and which of them hold a default or what comes from elsewhere. */
export interface Cells {
  cells: string[];
  light: string[];
  /** What is typed instead of what is shown. */
  typed: Record<string, string>;
}

export interface CellContext {
  data: TableData;
  times: TimeNames;
  locale: Locale;
  /** The last good reading, where it is of the data that are shown; tells which wishes can be answered. */
  known: Known | null;
  tiers: ReadonlyMap<string, Raw>;
  sides: ReadonlyMap<string, Raw>;
  people: ReadonlyMap<string, number>;
  owners: ReadonlyMap<string, number[]>;
}

export const YES = { en: "yes", fr: "oui" } as const;
export const NO = { en: "no", fr: "non" } as const;

export function cellContext(data: TableData, known: Known | null, locale: Locale): CellContext {
  const people = new Map<string, number>();
  const owners = new Map<string, number[]>();
  data.people.forEach((raw, i) => {
    const tier = textAt(raw, "tier");
    if (tier !== "") people.set(tier, (people.get(tier) ?? 0) + 1);
    const place = textAt(raw, "place");
    if (place === "") return;
    const list = owners.get(place);
    if (list) list.push(i);
    else owners.set(place, [i]);
  });
  const byId = (list: readonly Raw[]): Map<string, Raw> =>
    new Map([...list].reverse().map((raw) => [textAt(raw, "id"), raw]));
  return {
    data,
    times: timeNames(data.data, locale),
    locale,
    known,
    tiers: byId(data.packages),
    sides: byId(data.sides),
    people,
    owners,
  };
}

/** Cells of a row in the order of COLUMNS. */
export function cellsOf(context: CellContext, table: TableId, index: number): Cells {
  switch (table) {
    case "people":
      return personCells(context, index);
    case "wishes":
      return wishCells(context, index);
    case "places":
      return placeCells(context, context.data.places[index]!);
    default:
      return packageCells(context, context.data.packages[index]!);
  }
}

function personCells({ data, tiers, sides, times, locale }: CellContext, index: number): Cells {
  const raw = data.people[index]!;
  const tier = tiers.get(textAt(raw, "tier"));
  const light: string[] = [];
  const own = (key: string, standard: number | null): string => {
    const value = countAt(raw, key);
    if (value === null && standard !== null) light.push(key);
    return say(value ?? standard);
  };
  const representatives = Array.isArray(raw["representatives"]) ? raw["representatives"].length : 0;
  if (representatives === 0) light.push("representatives");
  if (raw["meals"] !== false) light.push("meals");
  const side = textAt(raw, "side");
  const cells = [
    textAt(raw, "name") || textAt(raw, "id"),
    textAt(raw, "organisation"),
    labelOf(sides.get(side)) || side,
    labelOf(tier) || textAt(raw, "tier"),
    own("guaranteed", countAt(tier, "guaranteed")),
    own("maximum", countAt(tier, "maximum")),
    String(Math.max(1, representatives)),
    textAt(raw, "place"),
    textsAt(raw, "absent").map(times.say).join("; "),
    raw["meals"] === false ? NO[locale] : YES[locale],
    String(data.sent[index]),
    String(data.received[index]),
    textsAt(raw, "needs").join(", "),
    textsAt(raw, "offers").join(", "),
    textAt(raw, "id"),
  ];
  return { cells, light, typed: tokensIn(raw, "absent") };
}

function wishCells(context: CellContext, index: number): Cells {
  const { data, locale } = context;
  const raw = data.wishes[index]!;
  const [from, to] = [textAt(raw, "from"), textAt(raw, "to")];
  const back = raw["veto"] === true ? -1 : data.wish(to, from);
  const returned = back >= 0 && data.wishes[back]!["veto"] !== true;
  const cells = [
    wishedName(data, from),
    wishedName(data, to),
    raw["veto"] === true ? NO[locale] : say(countAt(raw, "priority")),
    returned ? say(countAt(data.wishes[back], "priority")) : "",
    answerOf(context, index, raw),
  ];
  return { cells, light: [], typed: {} };
}

/** Why a wish cannot be met, whatever the schedule, as the judge calls it; empty where it may be. */
function answerOf({ known }: CellContext, index: number, raw: Raw): string {
  if (!known || raw["veto"] === true) return "";
  const { from, to } = known.facts.wishes;
  const [p = -1, q = -1] = [from[index], to[index]];
  return p < 0 || q < 0 ? "" : (known.facts.eligible(p, q) ?? "");
}

function placeCells({ data, owners, times }: CellContext, raw: Raw): Cells {
  const id = textAt(raw, "id");
  const capacity = countAt(raw, "capacity");
  const own = owners.get(id) ?? [];
  const rows = own.reduce((sum, p) => {
    const list = data.people[p]!["representatives"];
    return sum + Math.max(1, Array.isArray(list) ? list.length : 0);
  }, 0);
  const cells = [
    id,
    textAt(raw, "label"),
    textAt(raw, "zone"),
    say(capacity ?? Math.max(1, rows)),
    textsAt(raw, "closed").map(times.say).join("; "),
    own.map((p) => data.names[p]).join(", "),
  ];
  return { cells, light: capacity === null ? ["capacity"] : [], typed: tokensIn(raw, "closed") };
}

function packageCells({ people }: CellContext, raw: Raw): Cells {
  const light: string[] = [];
  const or = (key: string, standard: number): string => {
    const value = countAt(raw, key);
    if (value === null) light.push(key);
    return say(value ?? standard);
  };
  const id = textAt(raw, "id");
  const cells = [
    textAt(raw, "label"),
    or("guaranteed", 0),
    say(countAt(raw, "maximum")),
    or("weight", 1),
    String(people.get(id) ?? 0),
    id,
  ];
  return { cells, light, typed: {} };
}

function tokensIn(raw: Raw, key: string): Record<string, string> {
  const tokens = textsAt(raw, key);
  return tokens.length > 0 ? { [key]: tokens.join("; ") } : {};
}

function say(value: number | null): string {
  return value === null ? "" : String(value);
}
