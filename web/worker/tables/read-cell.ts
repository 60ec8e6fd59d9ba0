// Reads what somebody typed into a cell: the edit that it means, or why it cannot be and what it could be. Called by
// change.ts. It looks at one cell; what several cells must agree on is told by the next reading of the event.

import { LIMITS, nearest, type Edit, type Text } from "../../../src/index.js";
import type { Column, Proposal, TableId } from "../../tables.js";
import { textAt, type Raw } from "../data.js";
import { labelOf, LIST, type TableData } from "./data.js";
import { fold } from "./fold.js";
import { readTimes } from "./read-times.js";

export interface Refused {
  text: Text;
  proposals: Proposal[];
}

export type ReadCell = { edits: Edit[] } | { refused: Refused };

const YES = ["oui", "yes", "o", "y", "x", "1", "vrai", "true", "ja", "si"];
const NO = ["non", "no", "n", "0", "-", "faux", "false"];
const VETO = ["non", "no", "veto", "refus", "refuse", "-", "jamais", "never"];
/** Most representatives of one participant that a cell makes. */
const MOST_ROWS = 100;
/** Longest text of a cell, in characters. */
const LONGEST = 1000;

/** What the text means in a column of a row; `index` is the row's in the data. */
export function readCell(data: TableData, table: TableId, index: number, column: Column, text: string): ReadCell {
  const typed = text.trim();
  const raw = data[table][index];
  const path = [LIST[table], index];
  const set = (key: string, value: unknown): ReadCell => ({ edits: [{ op: "set", path: [...path, key], value }] });
  const clear = (key: string): ReadCell => ({ edits: [{ op: "remove", path: [...path, key] }] });
  if (typed.length > LONGEST) {
    return refuse({ en: `Longer than ${LONGEST} characters.`, fr: `Plus de ${LONGEST} caractères.` });
  }
  switch (column.kind) {
    case "text":
      if (column.id === "name" && typed === textAt(raw, "id")) return clear("name");
      return typed === "" ? clear(column.id) : set(column.id, typed);
    case "count":
      if (column.id === "representatives") return readRows(data, raw, path, typed);
      return typed === "" ? clear(column.id) : readCount(column.id, typed, set);
    case "choice":
      return readChoice(data, column.id, typed, set, clear);
    case "tags": {
      const tags = typed.split(/[,;|\n]/).map((tag) => tag.trim());
      const list = [...new Set(tags.filter((tag) => tag !== ""))];
      return list.length === 0 ? clear(column.id) : set(column.id, list);
    }
    case "times": {
      const read = readTimes(data.data, typed);
      if ("refused" in read) return read;
      return read.tokens.length === 0 ? clear(column.id) : set(column.id, read.tokens);
    }
    case "yes": {
      const word = fold(typed);
      if (NO.includes(word)) return set(column.id, false);
      if (typed === "" || YES.includes(word)) return clear(column.id);
      return refuse({ en: `“${typed}” is neither yes nor no.`, fr: `«\u202f${typed}\u202f» n’est ni oui ni non.` });
    }
    case "priority":
      return readPriority(data, path, typed);
    case "person": {
      const id = personId(data, typed);
      if (typeof id === "string") return set(column.id, id);
      return { refused: id };
    }
    default:
      return refuse({ en: "This column is counted.", fr: "Cette colonne est calculée." });
  }
}

/** Who or what comes nearest to what was typed: the whole name, else a word of it. */
function near(typed: string, names: Iterable<string>): Proposal[] {
  const list = [...names];
  let found = nearest(typed, list);
  if (found === undefined) {
    const words = new Map<string, string>();
    for (const name of list) for (const word of name.split(/\s+/)) if (!words.has(word)) words.set(word, name);
    const word = nearest(typed, words.keys());
    found = word === undefined ? undefined : words.get(word);
  }
  return found === undefined ? [] : [{ text: found, detail: "" }];
}

function refuse(text: Text, proposals: Proposal[] = []): ReadCell {
  return { refused: { text, proposals } };
}

function readCount(key: string, typed: string, set: (key: string, value: unknown) => ReadCell): ReadCell {
  // 1 000 and 12,0 are whole numbers as people and spreadsheets write them.
  const plain = typed.replace(/[\s\u00a0\u202f']/g, "").replace(/[.,]0+$/, "");
  const value = Number(plain);
  const most = key === "weight" ? LIMITS.weight : LIMITS.cost;
  if (/^\d+$/.test(plain) && value <= most) return set(key, value);
  return refuse({
    en: `“${typed}” is not a whole number from 0 to ${most.toLocaleString("en")}.`,
    fr: `«\u202f${typed}\u202f» n’est pas un nombre entier de 0 à ${most.toLocaleString("fr")}.`,
  });
}

/** As many representatives as the number says; those that are there already keep their names. */
function readRows(data: TableData, raw: Raw | undefined, path: (string | number)[], typed: string): ReadCell {
  const count = typed === "" ? 1 : Number(typed);
  if (!Number.isInteger(count) || count < 1 || count > MOST_ROWS) {
    return refuse({
      en: `“${typed}” is not a number of people from 1 to ${MOST_ROWS}.`,
      fr: `«\u202f${typed}\u202f» n’est pas un nombre de personnes de 1 à ${MOST_ROWS}.`,
    });
  }
  const list = Array.isArray(raw?.["representatives"]) ? raw["representatives"].length : 0;
  if (Math.max(1, list) === count) return { edits: [] };
  if (count === 1 && list > 0) return { edits: [{ op: "remove", path: [...path, "representatives"] }] };
  const edits: Edit[] = [];
  for (let i = count; i < list; i++) edits.push({ op: "remove", path: [...path, "representatives", i] });
  const id = textAt(raw, "id");
  const taken = new Set(data.people.flatMap((person) => rowIds(person)));
  for (let i = list, number = list + 1; i < count; number++) {
    const name = `${id}-${number}`;
    if (taken.has(name)) continue;
    edits.push({ op: "insert", path: [...path, "representatives"], at: i, value: { id: name } });
    i++;
  }
  return { edits };
}

function rowIds(person: Raw): string[] {
  const list: unknown[] = Array.isArray(person["representatives"]) ? person["representatives"] : [];
  return [textAt(person, "id"), ...list.map((row) => textAt(row, "id"))];
}

function readChoice(
  data: TableData,
  key: string,
  typed: string,
  set: (key: string, value: unknown) => ReadCell,
  clear: (key: string) => ReadCell,
): ReadCell {
  if (typed === "") {
    if (key !== "side") return clear(key);
    return refuse(
      { en: "Everybody has a side.", fr: "Chacun a un côté." },
      data.sides.map((raw) => ({ text: labelOf(raw), detail: "" })),
    );
  }
  const list = key === "side" ? data.sides : key === "tier" ? data.packages : data.places;
  const word = fold(typed);
  const found =
    list.find((raw) => textAt(raw, "id") === typed) ??
    list.find((raw) => fold(labelOf(raw)) === word) ??
    list.find((raw) => fold(textAt(raw, "id")) === word);
  if (found) return set(key, textAt(found, "id"));
  const what = {
    side: { en: "a side", fr: "un côté" },
    tier: { en: "a package", fr: "un forfait" },
    place: { en: "a place", fr: "un lieu" },
  }[key] ?? { en: "known", fr: "connu" };
  const labels = new Map(list.map((raw) => [labelOf(raw), raw]));
  return refuse(
    { en: `“${typed}” is not ${what.en}.`, fr: `«\u202f${typed}\u202f» n’est pas ${what.fr}.` },
    near(typed, labels.keys()),
  );
}

function readPriority(data: TableData, path: (string | number)[], typed: string): ReadCell {
  const most = prioritiesOf(data.data);
  const remove = (key: string): Edit => ({ op: "remove", path: [...path, key] });
  if (VETO.includes(fold(typed))) {
    return { edits: [remove("priority"), { op: "set", path: [...path, "veto"], value: true }] };
  }
  const value = Number(typed);
  if (Number.isInteger(value) && value >= 1 && value <= most) {
    return { edits: [remove("veto"), { op: "set", path: [...path, "priority"], value }] };
  }
  return refuse({
    en: `“${typed}” is not a priority from 1 to ${most}, nor “no”.`,
    fr: `«\u202f${typed}\u202f» n’est ni une priorité de 1 à ${most}, ni «\u202fnon\u202f».`,
  });
}

/** How many priorities the event has. */
export function prioritiesOf(data: unknown): number {
  const rules =
    typeof data === "object" && data !== null ? (data as { rules?: { points?: unknown } }).rules : undefined;
  const points = rules?.points;
  return Array.isArray(points) && points.length > 0 ? points.length : 4;
}

/** Who is meant: by id, by name, by name and organisation, or an organisation; else who comes near. */
export function personId(data: TableData, typed: string): string | Refused {
  if (data.person.has(typed) || data.organisation.has(typed)) return typed;
  const word = fold(typed.replace(/,\s*/g, " "));
  const named: number[] = [];
  data.names.forEach((name, i) => {
    if (fold(name) === word || data.folded[i] === word) named.push(i);
  });
  const idOf = (i: number): string => textAt(data.people[i], "id");
  if (named.length === 1) return idOf(named[0]!);
  if (named.length > 1) {
    const proposals = named.slice(0, 6).map((i) => ({ text: idOf(i), detail: detailOf(data, i) }));
    const text = {
      en: `${named.length} people are called “${typed}”: type the id.`,
      fr: `${named.length} personnes s’appellent «\u202f${typed}\u202f»\u202f: saisir l’identifiant.`,
    };
    return { text, proposals };
  }
  for (const name of data.organisation.keys()) if (fold(name) === word) return name;
  return {
    text:
      typed === ""
        ? { en: "A wish has two ends.", fr: "Un souhait a deux extrémités." }
        : { en: `Nobody is called “${typed}”.`, fr: `Personne ne s’appelle «\u202f${typed}\u202f».` },
    proposals: typed === "" ? [] : near(typed, [...data.names, ...data.organisation.keys()]),
  };
}

/** A name with what tells it from others of that name. */
export function detailOf(data: TableData, person: number): string {
  const raw = data.people[person];
  return [data.names[person], textAt(raw, "organisation")].filter((part) => part !== "").join(", ");
}
