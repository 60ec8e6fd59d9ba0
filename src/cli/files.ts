// Finds out whether an argument names tables: a folder, an archive, a workbook, a file of separated text. Called by
// input.ts and import-tables.ts. Node only; it reads names and first bytes, and understands none of them.

import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic } from "../spec/diagnostic.js";
import { mistake, readBytes } from "./terminal.js";

const TABLE = /\.(csv|tsv|tab|txt|xlsx|xlsm|zip)$/i;
const FILE = /\.(csv|tsv|tab|txt|xlsx|xlsm|zip|json|jsonc)$/i;

/** The files of a folder that may be tables or an event, or the file itself when it is a table; else undefined. */
export async function tableFiles(path: string): Promise<string[] | undefined> {
  if (path === "-") return undefined;
  try {
    if ((await stat(path)).isDirectory()) {
      const names = (await readdir(path)).filter((name) => FILE.test(name) && !/^[.~]/.test(name)).sort();
      return names.length > 0 ? names.map((name) => join(path, name)) : undefined;
    }
    return TABLE.test(path) || (await beginsAsZip(path)) ? [path] : undefined;
  } catch {
    return undefined; // told by who reads it
  }
}

async function beginsAsZip(path: string): Promise<boolean> {
  if (!(await stat(path)).isFile()) return false; // a pipe is read once
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.readUInt32BE() === 0x504b0304;
  } finally {
    await file.close();
  }
}

/** The files' bytes, and what could not be read, by file. */
export async function readAll(
  paths: readonly string[],
): Promise<{ files: { name: string; bytes: Uint8Array }[]; wrong: { path: string; diagnostics: Diagnostic[] }[] }> {
  const files: { name: string; bytes: Uint8Array }[] = [];
  const wrong: { path: string; diagnostics: Diagnostic[] }[] = [];
  for (const path of paths) {
    const read = await readBytes(path);
    if (read.ok) files.push({ name: path, bytes: read.value });
    else wrong.push({ path, diagnostics: read.diagnostics });
  }
  return { files, wrong };
}

/** What is wrong with a folder without anything to read. */
export function emptyFolder(): Diagnostic {
  return mistake("no-tables", {
    en: "This folder holds no event and no table.",
    fr: "Ce dossier ne contient ni événement ni tableau.",
  });
}
