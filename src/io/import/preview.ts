// From sheets, plans and answers to what would change in an event: READ THIS FIRST of this folder. Packages and places come
// first, then participants (who name them), then wishes (who name participants). The event is never touched: edits.ts says
// what to change in it.

import { readSpec } from "../../spec/parse.js";
import { LIMITS } from "../../spec/schema.js";
import { applyEdits, type Edit } from "../../spec/edit.js";
import type { Diagnostic } from "../../spec/diagnostic.js";
import type { Calendar } from "../../spec/calendar.js";
import { differences } from "./difference.js";
import { EntryList, textAfter, wishKey, type DraftWish, type Entry } from "./draft.js";
import { editsOf } from "./edits.js";
import { eventView, objectsOf, textOf, type EventView } from "./event-view.js";
import { NamedList } from "./lists.js";
import { callRoll, readParticipants } from "./participants.js";
import { People } from "./people.js";
import { readPackages, readPlaces } from "./places.js";
import { Problems } from "./problems.js";
import { SheetRows, type SheetRow } from "./rows.js";
import type { Answers, Created, ImportInput, Preview, Table } from "./types.js";
import { noteRanks, readChoices, readWishes, type Pending } from "./wishes.js";
import { splitList } from "./words.js";

const NO_ANSWERS: Answers = { fixes: [], remove: [], refuse: [], nearAreNew: false };

/** What an import would do: the preview to show, and the edits of all rows that are taken. */
export interface ImportResult {
  preview: Preview;
  edits: Edit[];
}

/** Reads everything and says what would change; the same input gives the same answer. Never throws for what it holds. */
export function previewImport(input: ImportInput): ImportResult {
  const { event, sheets, plans } = input;
  const work = new Work(event, { ...NO_ANSWERS, ...input.answers });
  const byId = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  const all: SheetRows[] = [];
  const counts: Preview["sheets"] = [];
  for (const plan of plans) {
    const sheet = byId.get(plan.sheet);
    if (!sheet) continue;
    if (plan.table === "none") {
      const rows = sheet.rows.length;
      counts.push({ sheet: sheet.id, table: "none", rows, ready: 0, bad: 0, skipped: rows, wishes: 0 });
      continue;
    }
    const rows = new SheetRows(sheet, plan, plan.table, work.problems, work.answers.fixes);
    all.push(rows);
    counts.push(rows.count);
    const { skip } = plan;
    if (skip.length > 0) {
      const lines = skip.slice(0, 5).join(", ") + (skip.length > 5 ? ", …" : "");
      work.problems.note("note-totals", sheet.id, skip[0]!, { count: skip.length, lines });
    }
    if (sheet.hidden) work.problems.note("note-hidden", sheet.id, 0);
  }
  const of = (table: Table): SheetRows[] => all.filter((rows) => rows.table === table);
  const isObject = typeof event === "object" && event !== null && !Array.isArray(event);
  if (!isObject && all[0]) work.problems.add("no-event", all[0].at(0, -1, ""));
  of("packages").forEach((rows) => readPackages(rows, work));
  of("places").forEach((rows) => readPlaces(rows, work));
  const people = of("participants").filter((rows) => fits(rows, work));
  people.forEach((rows) => callRoll(rows, work));
  people.forEach((rows) => readParticipants(rows, work));
  work.followOrganisations();
  of("participants").forEach((rows) => noteRanks(rows, work));
  for (const pending of work.pending) {
    pending.row.bad = false;
    readChoices(pending, work);
    if (pending.row.bad) pending.row.rows.count.bad++;
  }
  of("wishes").forEach((rows) => readWishes(rows, work));
  work.lastNotes(of("participants"));

  const { problems } = work;
  const edits = isObject ? editsOf(work) : [];
  const preview: Preview = {
    sheets: counts,
    ready: counts.reduce((sum, { ready }) => sum + ready, 0),
    bad: counts.reduce((sum, { bad }) => sum + bad, 0),
    problems: problems.listed,
    counts: Object.fromEntries(problems.counts),
    unlisted: problems.unlisted,
    notes: problems.notes,
    created: work.created(),
    difference: differences(work),
    diagnostics: isObject ? newErrors(event, edits) : [],
  };
  return { preview, edits };
}

/** Of a sheet with far more rows than an event has participants none is taken: the first ones would be no better. */
function fits(rows: SheetRows, work: Work): boolean {
  const count = rows.sheet.rows.length;
  if (count <= 2 * LIMITS.participants) return true;
  rows.count.rows = rows.count.bad = count;
  work.problems.add("too-many-participants", rows.at(0, -1, ""), { limit: LIMITS.participants });
  return false;
}

/** Errors that the edits bring into the event. */
function newErrors(event: unknown, edits: readonly Edit[]): Diagnostic[] {
  if (edits.length === 0) return [];
  const after = readSpec(applyEdits(event, edits));
  if (after.ok) return [];
  const name = ({ code, values }: Diagnostic): string => `${code} ${JSON.stringify(values ?? {})}`;
  const before = new Set(readSpec(event).diagnostics.map(name));
  return after.diagnostics.filter((one) => one.severity === "error" && !before.has(name(one)));
}

/** Everything that the readers of rows share: the draft, the names, the problems. */
export class Work {
  readonly view: EventView;
  readonly problems = new Problems();
  readonly sides: NamedList;
  readonly packages: NamedList;
  readonly places: NamedList;
  readonly people: People;
  readonly wishes = new Map<string, DraftWish>();
  /** Wishes of the event that one for the same organisation under its new name has replaced. */
  readonly dropped: DraftWish[] = [];
  /** Whose wishes were read. */
  readonly wishers = new Set<string>();
  /** Wishes that stand more than once alike, by sheet. */
  readonly repeated = new Map<string, number>();
  readonly pending: Pending[] = [];
  /** Ids of participants and representatives. */
  readonly rowIds = new Set<string>();
  /** Who stands in the files. */
  readonly roll = { ids: new Set<string>(), names: new Set<string>(), organisations: new Set<string>() };
  readonly #near = new Map<string, string[]>();
  readonly #longest = new Map<SheetRows, number>();

  constructor(
    event: unknown,
    readonly answers: Answers,
  ) {
    const view = (this.view = eventView(event));
    this.sides = new NamedList("sides", "side", new EntryList(view.sides), answers);
    this.packages = new NamedList("packages", "tier", new EntryList(view.tiers), answers);
    this.places = new NamedList("places", "place", new EntryList(view.places), answers);
    const participants = new EntryList(view.participants);
    this.people = new People(participants);
    for (const { id, old } of participants.entries) {
      this.rowIds.add(id);
      for (const one of objectsOf(old, "representatives")) this.rowIds.add(textOf(one, "id") ?? "");
    }
    for (const { index, raw } of view.wishes) {
      const [from, to] = [raw.from as string, raw.to as string];
      const key = wishKey(from, to);
      if (this.wishes.has(key)) continue;
      this.wishes.set(key, { from, to, index, old: raw, next: undefined, touched: false, sheet: "", line: 0 });
    }
  }

  get calendar(): Calendar {
    return this.view.calendar;
  }

  get levels(): number {
    return this.view.levels;
  }

  /** True for ids that a new participant must not get. */
  idTaken(id: string): boolean {
    const { ids, organisations } = this.roll;
    return (
      this.people.list.has(id) ||
      this.rowIds.has(id) ||
      ids.has(id) ||
      organisations.has(id) ||
      this.people.isOrganisation(id)
    );
  }

  /** Takes a row: what it says about the participant counts from now on. */
  take(row: SheetRow, entry: Entry, isNew: boolean): void {
    const { rows, line } = row;
    if (isNew) this.people.list.adopt(entry);
    entry.touched = true;
    if (entry.sheet === "") [entry.sheet, entry.line] = [rows.sheet.id, line];
    for (const used of row.uses) {
      used.rows++;
      if (used.index < 0) used.touched = true;
    }
    this.rowIds.add(entry.id);
    const list = entry.next.get("representatives");
    if (Array.isArray(list)) for (const { id } of list as { id: string }[]) this.rowIds.add(id);
    if (rows.has("choice") || rows.has("wishList") || rows.has("vetoList")) this.pending.push({ row, from: entry });
  }

  /** Names near a text, looked up once. */
  nearTexts(text: string): string[] {
    let near = this.#near.get(text);
    if (!near) this.#near.set(text, (near = this.people.nearTexts(text)));
    return near;
  }

  /** The most items of a list of wishes in a sheet. */
  longestList(rows: SheetRows): number {
    let most = this.#longest.get(rows);
    if (most === undefined) {
      const column = rows.columns("wishList")[0]!.index;
      most = 1;
      for (const { cells } of rows.sheet.rows) most = Math.max(most, splitList(cells[column] ?? "").length);
      this.#longest.set(rows, most);
    }
    return most;
  }

  /** Wishes for an organisation all of whose people are now of another follow them there. */
  followOrganisations(): void {
    const old = new Map<string, Entry[]>();
    for (const entry of this.people.list.entries) {
      const organisation = textOf(entry.old, "organisation");
      if (organisation === undefined || !entry.next.has("organisation")) continue;
      old.set(organisation, [...(old.get(organisation) ?? []), entry]);
    }
    for (const [name, movers] of old) {
      if (this.people.members(name).length > 0 || this.people.list.has(name)) continue;
      const now = new Set(movers.map((entry) => textAfter(entry, "organisation")));
      const [next] = now;
      if (now.size > 1 || next === undefined) continue;
      let followed = false;
      for (const [key, wish] of [...this.wishes]) {
        if (wish.to !== name) continue;
        followed = true;
        this.wishes.delete(key);
        const nextKey = wishKey(wish.from, next);
        if (this.wishes.has(nextKey)) this.dropped.push(wish);
        else this.wishes.set(nextKey, { ...wish, to: next, newTo: next });
      }
      const first = movers[0]!;
      if (followed)
        this.problems.note("note-renamed-organisation", first.sheet, first.line, { value: name, near: next });
    }
  }

  lastNotes(participants: readonly SheetRows[]): void {
    for (const [sheet, count] of this.repeated) this.problems.note("note-repeated", sheet, 0, { count });
    const newPlaces = this.places.list.entries.filter((entry) => entry.index < 0 && entry.touched);
    if (this.view.places.length === 0 && newPlaces.length > 0)
      this.problems.note("note-places-begin", newPlaces[0]!.sheet, newPlaces[0]!.line);
    if (this.people.exhausted && participants[0])
      this.problems.note("note-near-not-looked", participants[0].sheet.id, 0);
  }

  /** Sides, packages and places that cells of taken rows name and the event does not have. */
  created(): Created[] {
    const lists = [this.sides, this.packages, this.places];
    return lists.flatMap(({ kind, list }) =>
      list.entries
        .filter(({ made, rows }) => made && rows > 0)
        .map((entry) => ({ list: kind, id: entry.id, label: textAfter(entry, "label") ?? entry.id, rows: entry.rows })),
    );
  }
}
