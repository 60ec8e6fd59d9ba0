// The English words of the import; en.ts takes them in. import-fr.ts says the same in French.

import { formats } from "./formats.js";

const n = formats("en").number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count === 1 ? one : more}`;
/** A file by its name, several by their number. */
const given = (of: string | number): string => (typeof of === "string" ? of : many(of, "file", "files"));

export const importEn = {
  open: "Import",
  paste: "Paste from a spreadsheet",
  panel: "Import",
  title: (of: string | number) => (of === "" ? "Import" : `Import ${given(of)}`),
  pasted: "Import pasted cells",
  pasteHere: "Paste the cells here (Ctrl V), titles included.",
  pasteRead: "Read the cells",
  choose: "Choose files",
  folder: "Choose a folder",
  drop: "or drop them here: CSV, TSV, XLSX, JSON, ZIP; several at once.",
  examples: "An example of each table, to fill in:",
  example: (file: string) => `Example to fill in: ${file}`,
  samples: "Open a sample event",
  dropNow: "Drop the files to import them",
  reading: (of: string | number) => (of === "" ? "Reading" : `Reading ${given(of)}`),
  into: "Into",
  intos: { this: "this event", file: "the event in the files", new: "a new event" },
  intoThis: (name: string) => (name === "" ? "this event" : `this event (${name})`),
  readAs: "Read as",
  content: "Content",
  layout: "Wishes",
  direction: "A row holds",
  directions: { "rows-wish": "the wishes of the person at its left", "columns-wish": "the wishes for that person" },
  ranks: "Choices",
  rankings: { spread: "spread over the priorities", clamp: "one priority each" },
  titles: "Titles in line",
  noTitles: "none",
  columnHead: "In the file",
  sampleHead: "Example",
  fieldHead: "Becomes",
  rank: "Rank",
  columns: (count: number) => many(count, "column", "columns"),
  moreColumns: (count: number) => `${many(count, "more column", "more columns")}`,
  ready: (ready: number, bad: number) =>
    (ready === 0 ? "No row is ready" : `${many(ready, "row is", "rows are")} ready`) +
    (bad === 0 ? "" : `, ${many(bad, "is", "are")} to be corrected`),
  aside: "without what is to be corrected",
  nothing: "Nothing of this is imported yet.",
  line: (line: number, title: string) =>
    line === 0 ? title : title === "" ? `Line ${n(line)}` : `Line ${n(line)}, ${title}`,
  unlisted: (count: number) => `${many(count, "more", "more")} of the same kinds.`,
  created: "Comes into being",
  createdRows: (count: number) => many(count, "row", "rows"),
  lists: { sides: "side", packages: "package", places: "place" },
  refuse: "Do not create",
  refused: "Not created",
  create: "Create after all",
  difference: "What changes",
  noDifference: "Nothing: the event holds all of it already.",
  counts: (added: number, changed: number, unchanged: number, removed: number) =>
    [
      added > 0 ? `${n(added)} added` : "",
      changed > 0 ? `${n(changed)} changed` : "",
      removed > 0 ? `${n(removed)} removed` : "",
      unchanged > 0 ? `${n(unchanged)} as before` : "",
    ]
      .filter((part) => part !== "")
      .join(", "),
  kinds: { added: "new", changed: "changed", removed: "removed" },
  moreChanges: (count: number) => `${n(count)} more`,
  missing: (count: number) => `${n(count)} in the event and in no file: they stay.`,
  remove: (count: number) => `Remove these ${n(count)}`,
  keep: (count: number) => `Keep these ${n(count)}`,
  errors: "The event would have errors afterwards",
  notes: "How it was read",
  nearAreNew: "Who nearly has a known name is somebody new, without asking",
  take: (rows: number) => (rows === 0 ? "Import" : `Import ${many(rows, "row", "rows")}`),
  takeEvent: "Open this event",
  close: "Close",
  undoable: "can be undone",
  done: (rows: number) => (rows === 0 ? "Imported." : `${many(rows, "row", "rows")} imported.`),
  broken: "The text of the event has a mistake: correct it in Spec first. Nothing was imported.",
  locked: "This event is being edited in another tab. Nothing was imported.",
  gone: "The files are to be chosen again.",
  failed: (why: string) => `The files could not be read: ${why}`,
  empty: "nothing",
};
