// From the draft to edits of the event's data: as few as say it, so that comments and order stay. Called by preview.ts.

import type { Edit, EditPath } from "../../spec/edit.js";
import type { Entry, EntryList } from "./draft.js";
import type { Raw } from "./event-view.js";
import { isNew, missingNamed, missingPeople, missingWishes, removable } from "./difference.js";
import type { Work } from "./preview.js";

/** Keys of new objects, in the order in which people read them. */
const ORDER = [
  "name",
  "label",
  "organisation",
  "side",
  "zone",
  "tier",
  "capacity",
  "weight",
  "guaranteed",
  "maximum",
  "absent",
  "closed",
  "representatives",
  "place",
  "needs",
  "offers",
  "meals",
];

/** Edits that make all changes of the draft. */
export function editsOf(work: Work): Edit[] {
  const { root } = work.view;
  const edits: Edit[] = [];
  const remove = new Set(work.answers.remove);
  entryEdits(edits, root, "sides", work.sides.list);
  entryEdits(edits, root, "tiers", work.packages.list);
  entryEdits(edits, root, "places", work.places.list);
  entryEdits(edits, root, "participants", work.people.list);
  wishEdits(edits, work);
  const take = (list: string, entries: readonly { index: number }[]): void => {
    for (const { index } of entries) edits.push({ op: "remove", path: [list, index] });
  };
  if (remove.has("wishes")) take("wishes", missingWishes(work));
  take("wishes", work.dropped);
  if (remove.has("places")) take("places", removable(work, "places", missingNamed(work.places.list)));
  if (remove.has("packages")) take("tiers", removable(work, "packages", missingNamed(work.packages.list)));
  if (remove.has("participants")) {
    const people = missingPeople(work);
    take("participants", people);
    edits.push(...withoutPeople(work, new Set(people.map(({ id }) => id))));
  }
  return edits;
}

function entryEdits(edits: Edit[], root: Raw, key: string, { entries }: EntryList): void {
  const added: Raw[] = [];
  for (const entry of entries) {
    if (isNew(entry)) added.push(objectOf(entry));
    else if (entry.index >= 0) {
      for (const [field, value] of entry.next) {
        const path: EditPath = [key, entry.index, field];
        if (value !== undefined) edits.push({ op: "set", path, value });
        else if (Object.hasOwn(entry.old, field)) edits.push({ op: "remove", path });
      }
    }
  }
  insert(edits, root, key, added);
}

/** New items at the end of a list; what stands there and is no list is replaced. */
function insert(edits: Edit[], root: Raw, key: string, added: readonly Raw[]): void {
  if (added.length === 0) return;
  const list = Object.hasOwn(root, key) ? root[key] : undefined;
  if (list !== undefined && !Array.isArray(list)) edits.push({ op: "set", path: [key], value: [...added] });
  else for (const value of added) edits.push({ op: "insert", path: [key], at: list?.length ?? 0, value });
}

function objectOf({ id, next }: Entry): Raw {
  const object: Raw = { id };
  for (const key of ORDER) if (next.get(key) !== undefined) object[key] = next.get(key);
  return object;
}

function wishEdits(edits: Edit[], work: Work): void {
  const added: Raw[] = [];
  for (const { from, to, index, old, next, newTo } of work.wishes.values()) {
    const kind = next === "veto" ? { veto: true } : { priority: next };
    if (index < 0) added.push({ from, to, ...kind });
    else {
      if (newTo !== undefined) edits.push({ op: "set", path: ["wishes", index, "to"], value: newTo });
      if (next === undefined) continue;
      const [given, other] = next === "veto" ? ["veto", "priority"] : ["priority", "veto"];
      edits.push({ op: "set", path: ["wishes", index, given!], value: next === "veto" ? true : next });
      if (Object.hasOwn(old, other!)) edits.push({ op: "remove", path: ["wishes", index, other!] });
    }
  }
  insert(edits, work.view.root, "wishes", added);
}

/** What else speaks of people who are taken out: wishes, locked and blocked meetings, seats. */
function withoutPeople(work: Work, gone: ReadonlySet<string>): Edit[] {
  const { root } = work.view;
  const edits: Edit[] = [];
  const names = (value: unknown): boolean =>
    typeof value === "string"
      ? gone.has(value)
      : Array.isArray(value) && (value as unknown[]).some((one) => typeof one === "string" && gone.has(one));
  const each = (list: unknown, visit: (item: Raw, index: number) => void): void => {
    if (!Array.isArray(list)) return;
    (list as unknown[]).forEach((item, index) => {
      if (typeof item === "object" && item !== null) visit(item as Raw, index);
    });
  };
  const drop = (path: EditPath): void => void edits.push({ op: "remove", path });
  // An organisation of which everybody is taken out is gone too.
  const left = new Set<unknown>();
  const lost = new Set<unknown>();
  for (const { id, old, next } of work.people.list.entries) {
    const organisation = next.get("organisation") ?? old.organisation;
    (gone.has(id) ? lost : left).add(organisation);
  }
  const isGone = (to: unknown): boolean =>
    names(to) || (lost.has(to) && !left.has(to) && !work.people.list.has(String(to)));
  each(root.wishes, ({ from, to }, i) => (names(from) || isGone(to)) && drop(["wishes", i]));
  for (const key of ["locked", "blocked"])
    each(root[key], ({ participants }, i) => names(participants) && drop([key, i]));
  each(root.met, (pair, i) => names(pair) && drop(["met", i]));
  each(root.precedences, ({ first, then }, i) => (names(first) || names(then)) && drop(["precedences", i]));
  each(root.meals, ({ tables, seats }, m) => {
    each(tables, ({ host }, i) => names(host) && drop(["meals", m, "tables", i, "host"]));
    each(seats, ({ participant }, i) => names(participant) && drop(["meals", m, "seats", i]));
  });
  return edits;
}
