// Reads wishes from sheets into the draft: one per row, people by people, choices in columns, lists in a cell. Called by
// preview.ts once all participants are known. Here the unit is the wish: where a row holds several, a bad cell leaves
// out its own.
//
// Marks: 1, 2, 3, … is a priority; x, yes, a tick is priority 1; « non », “no”, “veto”, a dash is a refusal; 0 is no wish.
// Choices: when there are more ranks than priorities they are spread evenly (of 20 choices and 4 priorities, 1 to 5 have
// priority 1, 6 to 10 priority 2, …), or with `ranks: "clamp"` every rank is its own priority and the last takes the rest.

import { LIMITS } from "../../spec/schema.js";
import { wishMark, yesOrNo } from "./cells.js";
import { sameWish, textAfter, wishKey, type Entry } from "./draft.js";
import type { MessageKey } from "./messages.js";
import type { Work } from "./preview.js";
import { readAs } from "./problems.js";
import { SheetRow, type SheetRows } from "./rows.js";
import type { Proposal, SheetPlan } from "./types.js";
import { splitList } from "./words.js";

/** A wish to be read once everybody is known: a cell of a participant's own row. */
export interface Pending {
  row: SheetRow;
  from: Entry;
}

/** The priority of a choice: `ranks` choices spread over `levels` priorities, or each its own. */
export function priorityOfRank(rank: number, ranks: number, levels: number, how: SheetPlan["ranks"]): number {
  if (how === "clamp" || ranks <= levels) return Math.min(rank, levels);
  return Math.max(1, Math.min(levels, Math.ceil((Math.min(rank, ranks) * levels) / ranks)));
}

/** Priorities of all ranks as text: "1–5 → 1, 6–10 → 2". */
export function rankMap(ranks: number, levels: number, how: SheetPlan["ranks"]): string {
  const parts: string[] = [];
  for (let from = 1; from <= ranks;) {
    const priority = priorityOfRank(from, ranks, levels, how);
    let to = from;
    while (to < ranks && priorityOfRank(to + 1, ranks, levels, how) === priority) to++;
    parts.push(`${from === to ? from : `${from}–${to}`} → ${priority}`);
    from = to + 1;
  }
  return parts.join(", ");
}

/** Reads a sheet that is about wishes. */
export function readWishes(rows: SheetRows, work: Work): void {
  const { layout } = rows.plan;
  const missing = missingColumn(rows);
  if (missing) {
    work.problems.add(`no-column-${missing}`, rows.at(0, -1, ""));
    rows.count.bad++;
    return;
  }
  if (layout === "choices") noteRanks(rows, work);
  if (layout === "matrix") return readMatrix(rows, work);
  rows.each((row) => {
    const from = wisher(row, work);
    if (!from) {
      rows.count.bad++;
      return;
    }
    if (layout === "choices") readChoices({ row, from }, work);
    else readOne(row, from, work);
    if (row.bad) rows.count.bad++;
    else rows.count.ready++;
  });
}

/** What the layout needs and no column says. */
function missingColumn(rows: SheetRows): "from" | "to" | "target" | "choice" | undefined {
  const { layout } = rows.plan;
  const whoWishes = rows.has("from") || (rows.has("lastName") && layout === "choices");
  if (!whoWishes) return "from";
  if (layout === "rows" && !rows.has("to") && !rows.has("vetoList")) return "to";
  if (layout === "matrix" && !rows.has("target")) return "target";
  if (layout === "choices" && !rows.has("choice") && !rows.has("vetoList")) return "choice";
  return undefined;
}

/** Says how choices become priorities, once per sheet. */
export function noteRanks(rows: SheetRows, work: Work): void {
  const ranks = ranksOf(rows);
  if (ranks === 0) return;
  const map = rankMap(ranks, work.levels, rows.plan.ranks);
  work.problems.note("note-ranks", rows.sheet.id, 0, { ranks, levels: Math.min(ranks, work.levels), map });
}

function ranksOf(rows: SheetRows): number {
  return Math.max(0, ...rows.columns("choice").map(({ rank }) => rank));
}

/** The choices, wished and refused lists of one row. */
export function readChoices({ row, from }: Pending, work: Work): void {
  const { rows } = row;
  const ranks = ranksOf(rows);
  for (const { index, rank } of rows.columns("choice")) {
    const cell = row.cellAt(index);
    if (!cell || cell.clears) continue;
    wish(row, work, from, cell.text, index, priorityOfRank(rank, ranks, work.levels, rows.plan.ranks));
  }
  const wished = row.cell("wishList");
  if (wished && !wished.clears) {
    const names = namesIn(wished.text, work);
    const most = work.longestList(rows);
    names.forEach((name, i) =>
      wish(row, work, from, name, wished.column, priorityOfRank(i + 1, most, work.levels, rows.plan.ranks)),
    );
  }
  const refused = row.cell("vetoList");
  if (refused && !refused.clears) {
    for (const name of namesIn(refused.text, work)) wish(row, work, from, name, refused.column, "veto");
  }
}

/** Names in one cell; « Dumas, Sami » is one when somebody is called so. */
export function namesIn(text: string, work: Work): string[] {
  return work.people.find(text) ? [text] : splitList(text);
}

function readOne(row: SheetRow, from: Entry, work: Work): void {
  const to = row.cell("to");
  if (row.rows.has("vetoList")) readChoices({ row, from }, work);
  if (!to || to.clears) {
    if (row.rows.has("to") && !row.cell("vetoList")) row.wrong("no-target", row.rows.columns("to")[0]!.index, "");
    return;
  }
  const veto = row.cell("veto");
  const priority = row.cell("priority");
  // A dash in a column of refusals is no refusal.
  const refuses = veto && !veto.clears ? (yesOrNo(veto.text) ?? (wishMark(veto.text) === "veto" || undefined)) : false;
  if (refuses === undefined) {
    row.wrong("not-yes-or-no", veto!.column, veto!.text);
    return;
  }
  const kind = refuses ? "veto" : priority ? markOf(row, work, priority.column, priority.text) : 1;
  if (kind === undefined) return;
  if (kind === 0) row.rows.count.skipped++;
  else wish(row, work, from, to.text, to.column, kind);
}

function readMatrix(rows: SheetRows, work: Work): void {
  const turned = rows.plan.direction === "columns-wish";
  const columns = rows.columns("target").map(({ index, title }) => ({ index, title, found: work.people.find(title) }));
  rows.each((row) => {
    const name = row.text("from");
    let taken = 0;
    let bad = 0;
    for (const { index, title, found } of columns) {
      const cell = row.cellAt(index);
      if (!cell) continue;
      const cellRow = new SheetRow(rows, row.line, row.cells);
      const kind = markOf(cellRow, work, index, cell.text);
      if (kind === 0) continue;
      if (kind !== undefined) {
        const [who, whom] = turned ? [title, name] : [name, title];
        const from =
          who === undefined ? undefined : personOf(cellRow, work, who, turned ? index : rows.columns("from")[0]!.index);
        if (who === undefined) cellRow.wrong("no-wisher", -1, "");
        else if (from && whom !== undefined) {
          // The diagonal is nobody's wish, whatever stands there.
          if (isOwn(from, turned ? work.people.find(whom) : found)) continue;
          wish(cellRow, work, from, whom, turned ? rows.columns("from")[0]!.index : index, kind);
        }
      }
      if (cellRow.bad) bad++;
      else taken++;
    }
    rows.count.ready += taken;
    rows.count.bad += bad;
  });
}

function isOwn(from: Entry, found: ReturnType<Work["people"]["find"]>): boolean {
  if (!found) return false;
  if ("person" in found) return found.person === from;
  return "organisation" in found && found.organisation === textAfter(from, "organisation");
}

/** What a mark says; undefined once it was told what is wrong with it. */
function markOf(row: SheetRow, work: Work, column: number, text: string): number | "veto" | undefined {
  const { levels } = work;
  const mark = wishMark(text);
  const place = row.rows.at(row.line, column, text);
  if (mark === undefined) return row.wrong("not-a-priority", column, text, { limit: levels });
  if (mark !== "veto" && mark > levels) {
    return row.wrong("priority-too-low", column, text, { limit: levels }, () => [readAs(place, String(levels))]);
  }
  return mark;
}

/** Who wishes in a row. */
function wisher(row: SheetRow, work: Work): Entry | undefined {
  const from = row.cell("from");
  const parts = [row.text("firstName"), row.text("lastName")].filter((part) => part !== undefined);
  const text = from && !from.clears ? from.text : parts.length > 0 ? parts.join(" ") : undefined;
  const column = from?.column ?? row.rows.columns("lastName")[0]?.index ?? row.rows.columns("from")[0]?.index ?? -1;
  if (text === undefined) return row.wrong("no-wisher", column, "");
  return personOf(row, work, text, column);
}

function personOf(row: SheetRow, work: Work, text: string, column: number): Entry | undefined {
  const found = work.people.find(text);
  const place = row.rows.at(row.line, column, text);
  const people = (list: readonly Entry[]): Proposal[] =>
    list.map((entry) => readAs(place, entry.id, textAfter(entry, "name") ?? entry.id));
  if (!found) return unknown("unknown-wisher", row, work, text, column);
  if ("person" in found) return found.person;
  if ("several" in found)
    return row.wrong("several-of-name", column, text, { count: found.several.length }, () => people(found.several));
  const members = work.people.members(found.organisation);
  if (members.length === 1) return members[0];
  return row.wrong("organisation-wishes", column, text, { count: members.length }, () => people(members));
}

function unknown(code: MessageKey, row: SheetRow, work: Work, text: string, column: number): undefined {
  if (work.people.isLost(text)) return row.wrong("person-not-taken", column, text);
  const place = row.rows.at(row.line, column, text);
  const near = work.nearTexts(text);
  return row.wrong(code, column, text, near[0] === undefined ? {} : { near: near[0] }, () =>
    near.map((one) => readAs(place, one)),
  );
}

/** Puts a wish into the draft. */
function wish(row: SheetRow, work: Work, from: Entry, text: string, column: number, kind: number | "veto"): void {
  const found = work.people.find(text);
  const place = row.rows.at(row.line, column, text);
  if (!found) return unknown("unknown-person", row, work, text, column);
  if ("several" in found) {
    return row.wrong("several-of-name", column, text, { count: found.several.length }, () =>
      found.several.map((entry) => readAs(place, entry.id, textAfter(entry, "name") ?? entry.id)),
    );
  }
  if (isOwn(from, found)) {
    return row.wrong("person" in found ? "wish-to-self" : "wish-to-own", column, text);
  }
  const to = "person" in found ? found.person.id : found.organisation;
  const key = wishKey(from.id, to);
  const known = work.wishes.get(key);
  if (known?.touched) {
    const before = known.next ?? (known.old.veto === true ? "veto" : known.old.priority);
    if (before === kind) work.repeated.set(row.rows.sheet.id, (work.repeated.get(row.rows.sheet.id) ?? 0) + 1);
    else {
      const sheet = known.sheet === row.rows.sheet.id ? "" : known.sheet;
      row.wrong("wish-twice", column, text, { line: known.line, sheet });
    }
    return;
  }
  if (!known && work.wishes.size >= LIMITS.wishes) {
    row.rows.full = true;
    return row.wrong("too-many-wishes", column, text, { limit: LIMITS.wishes });
  }
  row.rows.count.wishes++;
  work.wishers.add(from.id);
  if (!known) {
    const next = { from: from.id, to, index: -1, old: {}, next: kind, touched: true };
    work.wishes.set(key, { ...next, sheet: row.rows.sheet.id, line: row.line });
    return;
  }
  known.touched = true;
  [known.sheet, known.line] = [row.rows.sheet.id, row.line];
  if (!sameWish(known.old, kind)) known.next = kind;
}
