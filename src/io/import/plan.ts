// Guesses what every sheet means: which table, where its titles are, which column is which field. Called through
// ../import.ts; the answer is plain data that a person changes before the preview. It reads no row for its content beyond
// what the guess needs, and imports nothing.

import type { Sheet } from "../files/sheet.js";
import { eventView, textOf } from "./event-view.js";
import { sideWord, matchTitle, tableNamed, type Match } from "./fields.js";
import { findTitles, linesToSkip, titlesAt, type Titles } from "./titles.js";
import type { ColumnPlan, Field, SheetPlan, Table } from "./types.js";
import { isMark } from "./cells.js";
import { cleanCell, fold, singular } from "./words.js";

const TABLES = ["participants", "wishes", "places", "packages"] as const;
/** Rows that a guess about content looks at. */
const LOOKED = 200;
const SAMPLES = 4;
/** More columns than this are not guessed by title: they are people. */
const WIDEST = 300;

/** A plan for each sheet, in their order. */
export function planSheets(sheets: readonly Sheet[], event: unknown): SheetPlan[] {
  const drafts = sheets.map((sheet) => draft(sheet));
  const known = knownNames(sheets, drafts, event);
  return sheets.map((sheet, i) => finish(sheet, drafts[i]!, known, event));
}

/** The plan of a sheet when a person says what it is, or where its titles are. */
export function replanSheet(
  sheets: readonly Sheet[],
  plans: readonly SheetPlan[],
  sheet: string,
  event: unknown,
  wanted: { table?: Table | "none"; layout?: SheetPlan["layout"]; titles?: number },
): SheetPlan {
  const at = sheets.findIndex(({ id }) => id === sheet);
  const own = sheets[at]!;
  const drafts = sheets.map((one, i) => (i === at ? draft(one, wanted) : fromPlan(plans[i]!)));
  return finish(own, drafts[at]!, knownNames(sheets, drafts, event), event, wanted);
}

interface Draft {
  titles: Titles;
  table: Table | "none";
  layout: SheetPlan["layout"];
  columns: { field: Field; rank?: number; by: ColumnPlan["by"] }[];
}

function fromPlan(plan: SheetPlan): Draft {
  const titles = { ...plan.titles, texts: plan.columns.map(({ title }) => title) };
  return { titles, table: plan.table, layout: plan.layout, columns: plan.columns };
}

/** What the sheet seems to be by its names alone. */
function draft(
  sheet: Sheet,
  wanted: { table?: Table | "none"; layout?: SheetPlan["layout"]; titles?: number } = {},
): Draft {
  const titles = wanted.titles === undefined ? findTitles(sheet) : titlesAt(sheet, wanted.titles);
  const named = tableNamed(sheet.kind === "workbook" ? sheet.name : baseName(sheet.file));
  const marks = markColumns(sheet, titles);
  const texts = titles.texts.slice(0, WIDEST);
  const of = new Map(TABLES.map((table) => [table, assign(texts, table)]));
  const score = (table: Table): number => of.get(table)!.score + (named === table ? 150 : 0);

  let table: Table | "none" = wanted.table ?? [...TABLES].sort((a, b) => score(b) - score(a))[0]!;
  let layout: SheetPlan["layout"] = "rows";
  const titled = titles.last > 0;
  const wishFields = of.get("wishes")!.columns.map(({ field }) => field);
  const saysRows = wishFields.includes("from") && wishFields.includes("to");
  if (
    wanted.table === undefined &&
    marks.length >= 3 &&
    titled &&
    !saysRows &&
    named !== "places" &&
    named !== "packages"
  ) {
    // Columns of marks under titles that are no fields: people by people.
    const fields = of.get("participants")!.columns;
    if (marks.filter((i) => (fields[i]?.field ?? "skip") === "skip").length >= marks.length * 0.6)
      [table, layout] = ["wishes", "matrix"];
  }
  const choices = of.get("participants")!.columns.filter(({ field }) => field === "choice").length;
  if (wanted.table === undefined && layout !== "matrix" && choices > 0) {
    const fields = of.get("participants")!.columns.map(({ field }) => field);
    const own = fields.filter(
      (field) => !["skip", "choice", "id", "alias", "name", "firstName", "lastName"].includes(field),
    );
    const isPeople = named === "participants" || (named !== "wishes" && own.some((field) => field !== "organisation"));
    [table, layout] = isPeople ? ["participants", "rows"] : ["wishes", "choices"];
  } else if (wanted.table === undefined && table !== "none" && score(table) < 40) {
    table = titled && sheet.columns > 0 && named ? named : score(table) > 0 ? table : "none";
  }
  if (table === "wishes" && wanted.layout) layout = wanted.layout;
  else if (table === "wishes" && wanted.table === "wishes")
    layout = choices > 0 ? "choices" : marks.length >= 3 ? "matrix" : "rows";

  let columns = table === "none" ? [] : of.get(table)!.columns;
  if (table === "wishes" && layout === "matrix") columns = matrixColumns(sheet, titles, marks);
  if (table === "wishes" && layout === "choices") columns = choiceColumns(of.get("participants")!.columns);
  const all = titles.texts.map((_, i) => columns[i] ?? { field: "skip" as const, by: "none" as const });
  return { titles, table, layout, columns: all };
}

/** Gives each column the field its title means, the surest first, each field once. */
function assign(texts: readonly string[], table: Table): { columns: Draft["columns"]; score: number } {
  const columns: Draft["columns"] = texts.map(() => ({ field: "skip", by: "none" }));
  const matches: (Match & { column: number })[] = texts.flatMap((text, column) =>
    matchTitle(text, table).map((match) => ({ ...match, column })),
  );
  matches.sort((a, b) => b.score - a.score || a.column - b.column);
  const used = new Set<string>();
  let score = 0;
  const take = ({ column, field, rank, score: sure }: Match & { column: number }): void => {
    const key = field === "choice" ? `choice ${rank}` : field;
    if (used.has(key) || columns[column]!.field !== "skip") return;
    used.add(key);
    columns[column] = { field, ...(rank !== undefined && { rank }), by: "title" };
    score += sure;
  };
  if (table === "wishes") {
    // Words that say a direction come first; of two people the first is who wishes.
    matches.filter((m) => m.score > 99.7 || m.field === "priority" || m.field === "veto").forEach(take);
    const people = matches.filter((m) => m.field === "from" || m.field === "to");
    people.sort((a, b) => a.column - b.column || b.score - a.score);
    for (const match of people) take({ ...match, field: used.has("from") ? "to" : "from" });
    // « Nom » and « Société » alone are people; two roles, a direction or a priority make wishes of them.
    const roles = texts.filter(
      (text) => tableNamed(text) === "participants" && matchTitle(text, "participants")[0]?.field === "name",
    );
    const isSure =
      roles.length > 1 ||
      matches.some((m) => DIRECTED.has(m.field) || (m.score > 99.7 && isDirected(texts[m.column]!)));
    if (!isSure) score *= 0.4;
  }
  matches.forEach(take);
  if (table === "participants" && used.has("firstName") && used.has("name") && !used.has("lastName")) {
    const name = columns.find(({ field }) => field === "name")!;
    if (/(^| )(nom|name)$/.test(singular(texts[columns.indexOf(name)]!))) name.field = "lastName";
  }
  if (table === "participants" && used.has("lastName") && !used.has("firstName") && !used.has("name"))
    columns.find(({ field }) => field === "lastName")!.field = "name";
  if ((table === "places" || table === "packages") && !used.has("id")) {
    const label = columns.find(({ field }) => field === "label");
    if (label) label.field = "id";
  }
  return { columns, score };
}

const DIRECTED: ReadonlySet<Field> = new Set(["priority", "veto"]);

/** Words that only make sense between two people. */
function isDirected(title: string): boolean {
  return /^(from|de|demandeur|emetteur|to|a|ver|pour|souhaite|cible|target|avec|with|whom|partenaire|partner)( |$)/.test(
    singular(title),
  );
}

/** Columns below a title that hold nothing but marks of a matrix, and some. */
function markColumns(sheet: Sheet, titles: Titles): number[] {
  const counts = titles.texts.map(() => ({ marks: 0, others: 0 }));
  for (const { line, cells } of sheet.rows.slice(0, LOOKED + titles.last)) {
    if (line <= titles.last) continue;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!.trim();
      if (cell === "") continue;
      if (cell.length <= 12 && isMark(cell)) counts[i]!.marks++;
      else counts[i]!.others++;
    }
  }
  return counts.flatMap(({ marks, others }, i) => (marks > 0 && others <= marks * 0.1 && titles.texts[i] ? [i] : []));
}

function matrixColumns(sheet: Sheet, titles: Titles, marks: readonly number[]): Draft["columns"] {
  const first = marks[0] ?? 1;
  const isTarget = new Set(marks);
  const from = titles.texts.findIndex((_, i) => !isTarget.has(i) && columnCells(sheet, titles.last, i).length > 0);
  return titles.texts.map((text, i) => {
    if (i === from) return { field: "from", by: "content" };
    // Nobody wished for: an empty column among the others.
    const isEmpty = i > first && text !== "" && columnCells(sheet, titles.last, i).length === 0;
    return isTarget.has(i) || isEmpty ? { field: "target", by: "content" } : { field: "skip", by: "none" };
  });
}

/** Of the columns of a sheet about people: who wishes, and the choices. */
function choiceColumns(columns: Draft["columns"]): Draft["columns"] {
  const names = (["id", "name", "alias", "organisation"] as const).filter((field) =>
    columns.some((column) => column.field === field),
  );
  const isSplit = !names.includes("name") && columns.some(({ field }) => field === "lastName");
  const from = names.includes("id") ? "id" : isSplit ? undefined : (names.find((f) => f === "name") ?? names[0]);
  return columns.map((column) => {
    if (column.field === "choice") return column;
    if (column.field === from) return { field: "from", by: column.by };
    if (isSplit && (column.field === "firstName" || column.field === "lastName")) return column;
    if (column.field === "vetoList") return column;
    return { field: "skip", by: "none" };
  });
}

/** Rows of a sheet about people that known names are taken from. */
const MOST_KNOWN = 20_000;

type Known = () => ReadonlySet<string>;

/** Ids, names and organisations of the event and of the sheets about people, folded; made when first asked for. */
function knownNames(sheets: readonly Sheet[], drafts: readonly Draft[], event: unknown): Known {
  let known: ReadonlySet<string> | undefined;
  return () => (known ??= namesIn(sheets, drafts, event));
}

function namesIn(sheets: readonly Sheet[], drafts: readonly Draft[], event: unknown): ReadonlySet<string> {
  const known = new Set<string>();
  const add = (text: string | undefined): void => {
    const folded = text === undefined ? "" : fold(text);
    if (folded !== "") known.add(folded);
  };
  for (const { raw } of eventView(event).participants) {
    add(textOf(raw, "id"));
    add(textOf(raw, "name"));
    add(textOf(raw, "organisation"));
  }
  sheets.forEach((sheet, i) => {
    const { table, columns, titles } = drafts[i]!;
    if (table !== "participants") return;
    const at = (field: Field): number => columns.findIndex((column) => column.field === field);
    const [first, last] = [at("firstName"), at("lastName")];
    const own = (["id", "alias", "name", "organisation"] as const).map(at).filter((column) => column >= 0);
    for (const { line, cells } of sheet.rows.slice(0, MOST_KNOWN)) {
      if (line <= titles.last) continue;
      for (const column of own) add(cells[column]);
      if (first >= 0 && last >= 0) add(`${cells[first] ?? ""} ${cells[last] ?? ""}`);
    }
  });
  return known;
}

function finish(
  sheet: Sheet,
  { titles, table: guessed, layout: drafted, columns }: Draft,
  known: Known,
  event: unknown,
  wanted: { table?: Table | "none" } = {},
): SheetPlan {
  let table = guessed;
  let layout = drafted;
  let fields = columns.map((column) => ({ ...column }));
  if (wanted.table === undefined && table === "none") {
    const shares = fields.map((_, i) => shareKnown(sheet, titles.last, i, known));
    if (shares.filter((share) => share > 0.6).length >= 2) table = "wishes";
  }
  if (sheet.hidden && wanted.table === undefined) table = "none";
  if (table === "wishes" && layout === "rows") fields = completeWishes(sheet, titles, fields, known);
  if (table === "participants") fields = completePeople(sheet, titles, fields, event);
  if (table === "wishes" && layout === "matrix" && !fields.some(({ field }) => field === "target")) layout = "rows";
  const side =
    table === "participants" && !fields.some(({ field }) => field === "side") ? sideOf(sheet, event) : undefined;
  return {
    sheet: sheet.id,
    table,
    layout,
    titles: { first: titles.first, last: titles.last },
    skip: linesToSkip(sheet, titles),
    columns: fields.map((column, i) => ({
      title: titles.texts[i] ?? "",
      field: column.field,
      ...(column.rank !== undefined && { rank: column.rank }),
      by: column.by,
      samples: columnCells(sheet, titles.last, i)
        .slice(0, SAMPLES)
        .map((cell) => cell.slice(0, 80)),
    })),
    ...(side !== undefined && { side }),
    ranks: "spread",
    direction: "rows-wish",
  };
}

/** Who wishes for whom, by what the columns hold, where titles do not say. */
function completeWishes(sheet: Sheet, titles: Titles, fields: Draft["columns"], known: Known): Draft["columns"] {
  const has = (field: Field): boolean => fields.some((column) => column.field === field);
  for (const field of ["from", "to"] as const) {
    if (has(field)) continue;
    const at = fields.findIndex(
      (column, i) => column.field === "skip" && shareKnown(sheet, titles.last, i, known) >= 0.5,
    );
    if (at >= 0) fields[at] = { field, by: "content" };
  }
  if (!has("priority")) {
    const at = fields.findIndex((column, i) => {
      const cells = columnCells(sheet, titles.last, i);
      return column.field === "skip" && cells.length > 0 && cells.every((cell) => cell.length <= 12 && isMark(cell));
    });
    if (at >= 0) fields[at] = { field: "priority", by: "content" };
  }
  return fields;
}

/** Side, package, place and address by what the columns hold, where titles do not say. */
function completePeople(sheet: Sheet, titles: Titles, fields: Draft["columns"], event: unknown): Draft["columns"] {
  const view = eventView(event);
  const has = (field: Field): boolean => fields.some((column) => column.field === field);
  const lists = [
    ["side", view.sides],
    ["tier", view.tiers],
    ["place", view.places],
  ] as const;
  for (const [field, list] of lists) {
    if (has(field) || list.length === 0) continue;
    const words = new Set(
      list.flatMap(({ raw }) => [textOf(raw, "id"), textOf(raw, "label")].map((one) => singular(one ?? ""))),
    );
    const at = fields.findIndex((column, i) => {
      const cells = columnCells(sheet, titles.last, i);
      return column.field === "skip" && cells.length > 0 && cells.every((cell) => words.has(singular(cell)));
    });
    if (at >= 0) fields[at] = { field, by: "content" };
  }
  if (!has("alias")) {
    const at = fields.findIndex((column, i) => {
      const cells = columnCells(sheet, titles.last, i);
      return (
        column.field === "skip" && cells.length > 0 && cells.every((cell) => /^[^@\s]{1,64}@[^@\s]{1,255}$/.test(cell))
      );
    });
    if (at >= 0) fields[at] = { field: "alias", by: "content" };
  }
  if (!(["id", "name", "lastName", "organisation"] as const).some(has)) {
    const at = fields.findIndex((column, i) => {
      const cells = columnCells(sheet, titles.last, i);
      return (
        column.field === "skip" &&
        cells.length > 0 &&
        new Set(cells).size > cells.length * 0.8 &&
        cells.every((c) => /\p{L}/u.test(c))
      );
    });
    if (at >= 0) fields[at] = { field: "name", by: "content" };
  }
  return fields;
}

/** What a sheet's name or a lone side of the event says about everybody in it. */
function sideOf(sheet: Sheet, event: unknown): string | undefined {
  const name = sheet.kind === "workbook" ? sheet.name : baseName(sheet.file);
  const { sides } = eventView(event);
  const words = new Set([name, ...name.split(/[^\p{L}]+/u)].map(singular));
  const known = sides.filter(({ raw }) =>
    [textOf(raw, "id"), textOf(raw, "label")].some((one) => one !== undefined && words.has(singular(one))),
  );
  if (known.length === 1) return textOf(known[0]!.raw, "id");
  const word = known.length === 0 ? sideWord(name) : undefined;
  if (word !== undefined) return word;
  return sides.length === 1 ? textOf(sides[0]!.raw, "id") : undefined;
}

/** Texts of a column below the titles, of the first rows. All columns of a sheet are looked at in one go, once. */
function columnCells(sheet: Sheet, below: number, column: number): readonly string[] {
  const known = CELLS.get(sheet);
  if (known?.below === below) return known.columns[column] ?? [];
  const columns: string[][] = [];
  for (const row of sheet.rows) {
    if (row.line <= below) continue;
    if (row.line > below + LOOKED * 5) break;
    for (let i = 0; i < row.cells.length; i++) {
      if (row.cells[i] === "" || (columns[i]?.length ?? 0) >= LOOKED) continue;
      const text = cleanCell(row.cells[i]!);
      if (text !== "") (columns[i] ??= []).push(text);
    }
  }
  CELLS.set(sheet, { below, columns });
  return columns[column] ?? [];
}

/** A sheet never changes; its beginning is asked for again and again while its plan is made. */
const CELLS = new WeakMap<Sheet, { below: number; columns: readonly (readonly string[] | undefined)[] }>();

function shareKnown(sheet: Sheet, below: number, column: number, known: Known): number {
  const cells = columnCells(sheet, below, column);
  return cells.length === 0 ? 0 : cells.filter((cell) => known().has(fold(cell))).length / cells.length;
}

/** A file's name without folders and ending. */
export function baseName(file: string): string {
  return file.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
}
