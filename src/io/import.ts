// The import of spreadsheets, and their export: what a page, a program or the command line calls. It stands apart from
// ../index.ts because it brings readers of files with it: load it when it is needed.
//
//   files --readFiles--> sheets --planSheets--> plans (a person may change them) --previewImport--> preview + edits
//
// The preview is plain data: rows that are ready, rows that are not with the reason and proposals, the difference to the
// event. What a person answers (`Answers`) goes into the next preview, which reads no file again. Edits go into the event
// by spec/edit.ts or spec/edit-text.ts. Importing the same files again gives no edits.

export { readFiles, readPasted } from "./files/read.js";
export type { ReadOptions } from "./files/read.js";
export { columnName } from "./files/sheet.js";
export type {
  Detected,
  Encoding,
  FileProblem,
  FilesRead,
  Merge,
  Row,
  Separator,
  Sheet,
  SourceFile,
} from "./files/sheet.js";
export { isZip, zipOf } from "./files/zip.js";
export { csvText } from "./files/write.js";

export { neutral } from "./import/words.js";
export { FIELDS } from "./import/fields.js";
export { planSheets, replanSheet } from "./import/plan.js";
export { previewImport } from "./import/preview.js";
export type { ImportResult } from "./import/preview.js";
export { priorityOfRank, rankMap } from "./import/wishes.js";
export { detectedText, FIELD_NAMES, LAYOUT_NAMES, TABLE_NAMES } from "./import/describe.js";
export { newEvent } from "./import/template.js";
export type { NewEvent } from "./import/template.js";
export { exampleTable } from "./import/examples.js";
export { readMeetings } from "./import/meetings.js";
export type { MeetingProblem, MeetingsRead } from "./import/meetings.js";
export { FILE_NAMES, rowsOf, tablesOf } from "./import/export.js";
export type {
  Answers,
  Change,
  ColumnPlan,
  Created,
  Difference,
  Field,
  FieldChange,
  Fix,
  ImportInput,
  Layout,
  Note,
  Preview,
  Problem,
  Proposal,
  SheetCount,
  SheetPlan,
  Table,
} from "./import/types.js";
