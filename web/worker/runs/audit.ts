// A schedule from outside: reads what was chosen or pasted, and says what could not be read. Called by desk.ts, which judges
// it. The readers are loaded when the first file comes. Files are hostile until shown otherwise: names are text, lists are cut.

import type { Schedule } from "../../../src/index.js";
import type { FilesRead } from "../../../src/io/import.js";
import type { AuditView } from "../../runs-views.js";
import { cut, type Known } from "../known.js";

/** Problems listed. */
const MOST = 200;
const LONGEST = 400;

export interface Audited {
  view: AuditView;
  schedule: Schedule | null;
}

export class Audit {
  /** What the panel shows; null while nothing was read of this event. */
  view: AuditView | null = null;
  /** The run that came of it. */
  id: string | null = null;

  close(): void {
    this.view = null;
    this.id = null;
  }

  async files(files: readonly { name: string; file: Blob }[], known: Known | null): Promise<Audited> {
    const io = await import("../../../src/io/import.js");
    const sources: { name: string; bytes: Uint8Array }[] = [];
    for (const { name, file } of files) sources.push({ name, bytes: new Uint8Array(await file.arrayBuffer()) });
    const name = files.length === 1 ? files[0]!.name : "";
    return this.#read(name, io.readFiles(sources), known);
  }

  async pasted(text: string, known: Known | null): Promise<Audited> {
    const io = await import("../../../src/io/import.js");
    const json = /^\s*[[{]/.test(text);
    const read = json ? io.readFiles([{ name: "", bytes: new TextEncoder().encode(text) }]) : io.readPasted(text);
    return this.#read("", read, known);
  }

  async #read(name: string, files: FilesRead, known: Known | null): Promise<Audited> {
    this.close();
    const io = await import("../../../src/io/import.js");
    const read = known && io.readMeetings(files, known.spec);
    const problems = [
      ...files.problems.map(({ file, sheet, text }) => ({
        file: sheet ? `${file}, ${sheet}` : file,
        line: 0,
        letter: "",
        text,
      })),
      ...(read?.problems.map(({ sheet, line, letter, reason }) => ({ file: sheet, line, letter, text: reason })) ?? []),
    ];
    const view: AuditView = {
      name,
      rows: read?.rows ?? 0,
      bad: read?.bad ?? 0,
      meetings: read?.schedule?.meetings.length ?? 0,
      seats: read?.seats ?? 0,
      problems: problems.slice(0, MOST).map(({ file, text: { en, fr }, ...at }) => ({
        ...at,
        file: cut(file, 120),
        text: { en: cut(en, LONGEST), fr: cut(fr, LONGEST) },
      })),
      unlisted: Math.max(0, problems.length - MOST) + (read?.unlisted ?? 0),
      notes: read?.notes ?? [],
      run: null,
      bound: null,
      looking: false,
    };
    this.view = view;
    return { view, schedule: read?.schedule ?? null };
  }
}
