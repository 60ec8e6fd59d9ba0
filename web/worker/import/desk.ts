// An import under way: the sheets that were read, their plans, what was answered. Owned by owner.ts; the readers are loaded
// when the first file comes. Nothing goes into the event before the person says so, and then in one step that undo takes back.

import {
  applyEdits,
  message,
  parseEvent,
  specText,
  type Edit,
  type EventInput,
  type Text,
} from "../../../src/index.js";
import type * as Import from "../../../src/io/import.js";
import type { AnswerChange, ImportView, Into, PlanChange } from "../../import-views.js";
import { rawOf, textAt } from "../data.js";
import { cut } from "../known.js";
import { prioritiesOf } from "../tables/read-cell.js";

type Library = typeof Import;
type Answers = Import.Answers;

/** What taking an import means: edits of the event on the page, or another text to open. */
export type Taken = { edits: Edit[]; label: Text; rows: number } | { text: string; name: string; rows: number };

const NO_ANSWERS: Answers = { fixes: [], remove: [], refuse: [], nearAreNew: false };
/** Most errors of the event that are told. */
const ERRORS = 20;

let loading: Promise<Library> | null = null;
function library(): Promise<Library> {
  loading ??= import("../../../src/io/import.js").catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** The event on the page, as the desk looks at it. */
export interface Target {
  data(): unknown;
  /** True while it is only a sample: what people bring does not belong into it. */
  sample(): boolean;
  locale(): "en" | "fr";
}

export class ImportDesk {
  #io: Library | null = null;
  /** The file's name, or how many files there are; "": pasted cells. */
  #of: string | number = "";
  #read: Import.FilesRead | null = null;
  #plans: Import.SheetPlan[] = [];
  #answers: Answers = NO_ANSWERS;
  #into: Into = "this";
  #version = 0;
  #fileData: unknown = undefined;
  #new: Import.NewEvent | null = null;

  constructor(readonly target: Target) {}

  /** Reads files; what is an event by itself comes with them. */
  async files(files: readonly { name: string; file: Blob }[]): Promise<ImportView> {
    const sources: Import.SourceFile[] = [];
    for (const { name, file } of files) sources.push({ name, bytes: new Uint8Array(await file.arrayBuffer()) });
    this.#io = await library();
    return this.#begin(files.length === 1 ? files[0]!.name : files.length, this.#io.readFiles(sources));
  }

  async pasted(text: string): Promise<ImportView> {
    this.#io = await library();
    return this.#begin("", this.#io.readPasted(text));
  }

  /** Changes the plan of a sheet. */
  plan(sheet: string, change: PlanChange): ImportView | null {
    const [io, read] = [this.#io, this.#read];
    const at = this.#plans.findIndex((plan) => plan.sheet === sheet);
    const plan = this.#plans[at];
    if (!io || !read || !plan) return null;
    const again = (wanted: Parameters<Library["replanSheet"]>[4]): Import.SheetPlan =>
      io.replanSheet(read.sheets, this.#plans, sheet, this.#event(), wanted);
    switch (change.kind) {
      case "table":
        this.#plans[at] = again({ table: change.table });
        break;
      case "layout":
        this.#plans[at] = again({ table: plan.table, layout: change.layout });
        break;
      case "titles":
        this.#plans[at] = again({ table: plan.table, titles: change.line });
        break;
      case "field": {
        const columns = plan.columns.map((column, i) => {
          if (i !== change.column) return column;
          const { rank: _, ...rest } = column;
          return { ...rest, field: change.field, ...(change.rank === undefined ? {} : { rank: change.rank }) };
        });
        this.#plans[at] = { ...plan, columns };
        break;
      }
      case "ranks":
        this.#plans[at] = { ...plan, ranks: change.ranks };
        break;
      default:
        this.#plans[at] = { ...plan, direction: change.direction };
    }
    return this.#view();
  }

  answer(change: AnswerChange): ImportView | null {
    if (!this.#read) return null;
    const answers = this.#answers;
    switch (change.kind) {
      case "fix":
        this.#answers = { ...answers, fixes: [...answers.fixes, change.fix] };
        break;
      case "remove": {
        const others = answers.remove.filter((table) => table !== change.table);
        this.#answers = { ...answers, remove: change.on ? [...others, change.table] : others };
        break;
      }
      case "refuse": {
        const { list, name } = change;
        const others = answers.refuse.filter((one) => one.list !== list || one.name !== name);
        this.#answers = { ...answers, refuse: change.on ? [...others, { list, name }] : others };
        break;
      }
      default:
        this.#answers = { ...answers, nearAreNew: change.on };
    }
    return this.#view();
  }

  into(into: Into): ImportView | null {
    if (!this.#io || !this.#read) return null;
    this.#into = into;
    this.#plans = this.#io.planSheets(this.#read.sheets, this.#event());
    this.#answers = NO_ANSWERS;
    return this.#view();
  }

  /** The event changed otherwise: what would change is looked at again. */
  again(): ImportView | null {
    return this.#read ? this.#view() : null;
  }

  close(): void {
    this.#read = null;
    this.#plans = [];
    this.#answers = NO_ANSWERS;
    this.#fileData = undefined;
    this.#new = null;
  }

  /** What the rows that are ready come to; null without an import. */
  take(): Taken | null {
    const [io, read] = [this.#io, this.#read];
    if (!io || !read) return null;
    const { preview, edits } = this.#preview();
    const rows = preview.ready;
    if (this.#into === "this") {
      return { edits, label: labelOf(rows), rows };
    }
    const name = this.#name || (read.event?.file ?? "");
    if (this.#into === "file" && edits.length === 0) return { text: read.event!.text, name, rows };
    const data = applyEdits(this.#event(), edits) as EventInput;
    return { text: specText(data), name, rows };
  }

  async example(table: Import.Table, locale: "en" | "fr"): Promise<string> {
    return (await library()).exampleTable(table, locale);
  }

  #begin(of: string | number, read: Import.FilesRead): ImportView {
    this.close();
    this.#of = of;
    this.#read = read;
    this.#fileData = read.event ? parseEvent(read.event.text).data : undefined;
    this.#into = read.event ? "file" : this.target.sample() ? "new" : "this";
    this.#plans = this.#io!.planSheets(read.sheets, this.#event());
    return this.#view();
  }

  /** Of the only file. */
  get #name(): string {
    return typeof this.#of === "string" ? this.#of : "";
  }

  #event(): unknown {
    if (this.#into === "this") return this.target.data();
    if (this.#into === "file") return this.#fileData;
    const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
    const name = this.#name.replace(/\.[^.]+$/, "");
    const { locale } = this.target;
    const title = name || (locale() === "fr" ? "Nouvel événement" : "New event");
    this.#new ??= this.#io!.newEvent(title, day(30), locale(), {
      sheets: this.#read!.sheets,
      today: day(0),
    });
    return this.#new.event;
  }

  #preview(): Import.ImportResult {
    const { sheets } = this.#read!;
    return this.#io!.previewImport({ sheets, plans: this.#plans, event: this.#event(), answers: this.#answers });
  }

  #view(): ImportView {
    const io = this.#io!;
    const read = this.#read!;
    const { preview, edits } = this.#preview();
    const both = (say: (locale: "en" | "fr") => string): Text => ({ en: say("en"), fr: say("fr") });
    const priorities = prioritiesOf(this.#event());
    return {
      version: ++this.#version,
      of: this.#of,
      into: this.#into,
      intos: [
        ...(read.event ? (["file"] as const) : []),
        "this",
        ...(read.sheets.length > 0 ? (["new"] as const) : []),
      ],
      event: cut(textAt(rawOf(this.target.data())["event"], "name"), 120),
      files: read.problems.map(({ file, sheet, severity, text }) => ({
        file: sheet ? `${file}, ${sheet}` : file,
        severity,
        text,
      })),
      sheets: this.#plans.map((plan) => {
        const sheet = read.sheets.find(({ id }) => id === plan.sheet)!;
        const count = preview.sheets.find((one) => one.sheet === plan.sheet);
        const choices = plan.columns.reduce((most, { rank = 0 }) => Math.max(most, rank), 0);
        return {
          plan,
          file: sheet.file,
          name: sheet.name,
          detected: both((locale) => io.detectedText(sheet, plan, locale)),
          letters: plan.columns.map((_, i) => io.columnName(i)),
          fields:
            plan.table === "none"
              ? []
              : io.FIELDS[plan.table].map((value) => ({ value, label: capital(io.FIELD_NAMES[value]) })),
          ranks: choices > 0 ? io.rankMap(choices, priorities, plan.ranks) : null,
          rows: count?.rows ?? 0,
          ready: count?.ready ?? 0,
          bad: count?.bad ?? 0,
        };
      }),
      tables: (["participants", "wishes", "places", "packages", "none"] as const).map((value) => ({
        value,
        label: capital(io.TABLE_NAMES[value]),
      })),
      layouts: (["rows", "matrix", "choices"] as const).map((value) => ({
        value,
        label: capital(io.LAYOUT_NAMES[value]),
      })),
      preview: { ...preview, diagnostics: [] },
      changes: edits.length > 0,
      errors: preview.diagnostics.slice(0, ERRORS).map((d) => both((locale) => message(d, locale))),
      assumed: this.#into === "new" ? (this.#new?.assumed ?? []) : [],
      answers: this.#answers,
      alone: read.event !== undefined && read.sheets.length === 0,
    };
  }
}

/** What undo calls it; of rows with a mistake the rest may be taken, and then none counts. */
function labelOf(rows: number): Text {
  if (rows === 0) return { en: "Import", fr: "Import" };
  const several = rows === 1 ? "" : "s";
  return { en: `Importing ${rows} row${several}`, fr: `Import de ${rows} ligne${several}` };
}

/** As it stands at the beginning of a line. */
function capital(text: Text): Text {
  const raise = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
  return { en: raise(text.en), fr: raise(text.fr) };
}
