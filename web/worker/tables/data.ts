// The data of the event as the tables look at them: lists, names, counts. Made once per state of the data, also where the
// event has errors. Used by the files beside this one.

import { listAt, textAt, type Raw } from "../data.js";
import { fold } from "./fold.js";

export interface TableData {
  data: unknown;
  people: readonly Raw[];
  wishes: readonly Raw[];
  places: readonly Raw[];
  packages: readonly Raw[];
  sides: readonly Raw[];
  /** Index of the first with that id. */
  person: ReadonlyMap<string, number>;
  place: ReadonlyMap<string, number>;
  /** Participants of an organisation, by its name. */
  organisation: ReadonlyMap<string, number[]>;
  /** By person: name or id; the same as it is searched for. */
  names: readonly string[];
  folded: readonly string[];
  /** By person: wishes of it, and for it or its organisation. */
  sent: Int32Array;
  received: Int32Array;
  /** Index of a direct wish by "from, to"; made when first asked for. */
  wish(from: string, to: string): number;
}

/** Key of each table's list in the event. */
export const LIST = { people: "participants", wishes: "wishes", places: "places", packages: "tiers" } as const;

export function tableData(data: unknown): TableData {
  const people = listAt(data, LIST.people);
  const wishes = listAt(data, LIST.wishes);
  const places = listAt(data, LIST.places);
  const person = new Map<string, number>();
  const organisation = new Map<string, number[]>();
  people.forEach((raw, i) => {
    const id = textAt(raw, "id");
    if (id !== "" && !person.has(id)) person.set(id, i);
    const name = textAt(raw, "organisation");
    if (name === "") return;
    const members = organisation.get(name);
    if (members) members.push(i);
    else organisation.set(name, [i]);
  });
  const place = new Map<string, number>();
  places.forEach((raw, i) => {
    const id = textAt(raw, "id");
    if (!place.has(id)) place.set(id, i);
  });
  const names = people.map((raw) => textAt(raw, "name") || textAt(raw, "id"));
  const sent = new Int32Array(people.length);
  const received = new Int32Array(people.length);
  for (const raw of wishes) {
    if (raw["veto"] === true) continue;
    const from = person.get(textAt(raw, "from"));
    if (from !== undefined) sent[from]!++;
    const to = person.get(textAt(raw, "to"));
    if (to !== undefined) received[to]!++;
    else for (const member of organisation.get(textAt(raw, "to")) ?? []) received[member]!++;
  }
  let made: Map<string, number> | undefined;
  return {
    data,
    people,
    wishes,
    places,
    packages: listAt(data, LIST.packages),
    sides: listAt(data, "sides"),
    person,
    place,
    organisation,
    names,
    folded: names.map((name, i) => fold(`${name} ${textAt(people[i], "organisation")}`)),
    sent,
    received,
    wish(from, to) {
      if (!made) {
        made = new Map();
        for (let i = wishes.length - 1; i >= 0; i--)
          made.set(pairKey(textAt(wishes[i], "from"), textAt(wishes[i], "to")), i);
      }
      return made.get(pairKey(from, to)) ?? -1;
    },
  };
}

/** A participant's name, an organisation's, or the id that stands for nobody. */
export function wishedName(data: TableData, id: string): string {
  const index = data.person.get(id);
  return index === undefined ? id : data.names[index]!;
}

/** What people read for an entry of sides, packages or places. */
export function labelOf(raw: Raw | undefined): string {
  return textAt(raw, "label") || textAt(raw, "id");
}

/** A whole number under a key, or null. */
export function countAt(raw: Raw | undefined, key: string): number | null {
  const value = raw && Object.hasOwn(raw, key) ? raw[key] : undefined;
  return typeof value === "number" ? value : null;
}

/** The texts of a list under a key. */
export function textsAt(raw: Raw | undefined, key: string): string[] {
  const value = raw && Object.hasOwn(raw, key) ? raw[key] : undefined;
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

function pairKey(from: string, to: string): string {
  return JSON.stringify([from, to]);
}
