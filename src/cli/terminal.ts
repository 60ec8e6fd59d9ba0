// What a command may do to the world: read, write, ask whether somebody is watching. Node only.
// Built once in cli.ts. Every user's mistake in it is a Diagnostic; nothing here throws for one.

import { createReadStream } from "node:fs";
import { mkdtemp, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Locale } from "../rules/rule.js";
import { pathText } from "../spec/diagnostic.js";
import type { Diagnostic, Result } from "../spec/diagnostic.js";
import { message } from "../spec/messages.js";

/** Exit codes of every command. */
export const EXIT = { ok: 0, bug: 1, badInput: 2, ruleBroken: 3 } as const;

/** More bytes than any legal event has. */
const LARGEST = 300_000_000;
/** Diagnostics shown of one input. */
const SHOWN = 50;

/** A mistake of the command line or of a file, in the form that all mistakes have. */
export function mistake(code: string, message: string, path: (string | number)[] = []): Diagnostic {
  return { code, severity: "error", path, message };
}

/** The text of a file, or of standard input for "-". */
export async function readText(path: string): Promise<Result<string>> {
  const no = (code: string, text: string): Result<string> => ({ ok: false, diagnostics: [mistake(code, text)] });
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    if (path !== "-" && (await stat(path)).isDirectory()) return no("not-a-file", "This is a folder, not a file.");
    for await (const chunk of path === "-" ? process.stdin : createReadStream(path)) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size > LARGEST) return no("too-large", `The file has more than ${LARGEST} bytes.`);
    }
    return {
      ok: true,
      value: new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)),
      diagnostics: [],
    };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG")
      return no("no-such-file", "There is no such file.");
    if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") return no("not-text", "This is not text in UTF-8.");
    return no("unreadable", `The file cannot be read (${code ?? String(error)}).`);
  }
}

/** Why a file could not be written here, asked before the work begins; undefined when nothing is known against it. */
export async function checkOut(path: string): Promise<Diagnostic | undefined> {
  const folder = await stat(dirname(resolve(path))).catch(() => undefined);
  if (!folder?.isDirectory()) return mistake("cannot-write", "There is no such folder to write to.");
  const there = await stat(path).catch(() => undefined);
  return there?.isDirectory() ? mistake("cannot-write", "This is a folder, not a file.") : undefined;
}

/** Writes all of it or nothing: beside the file first, then in its place. */
export async function writeText(path: string, text: string): Promise<Diagnostic | undefined> {
  let folder: string | undefined;
  try {
    folder = await mkdtemp(join(dirname(resolve(path)), ".dancecard-"));
    const beside = join(folder, basename(path));
    await writeFile(beside, text);
    await rename(beside, path);
    return undefined;
  } catch (error) {
    return mistake(
      "cannot-write",
      `The file cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)}).`,
    );
  } finally {
    if (folder) await rm(folder, { recursive: true, force: true });
  }
}

/** Writes to standard output. */
export function print(text: string): void {
  process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}

/** Writes to standard error. */
export function complain(text: string): void {
  process.stderr.write(text.endsWith("\n") ? text : `${text}\n`);
}

/** One line per diagnostic on standard error: `file:line:column: error code path: sentence`. */
export function report(
  source: string,
  text: string | undefined,
  diagnostics: readonly Diagnostic[],
  locale: Locale,
): void {
  const where = lineFinder(text ?? "");
  for (const diagnostic of diagnostics.slice(0, SHOWN)) {
    const { code, severity, path, range } = diagnostic;
    const at = range && text !== undefined ? `:${where(range.start)}` : "";
    const place = path.length > 0 ? ` ${pathText(path)}` : "";
    complain(
      printable(
        `${source === "-" ? "standard input" : source}${at}: ${severity} ${code}${place}: ${message(diagnostic, locale)}`,
      ),
    );
  }
  if (diagnostics.length > SHOWN) complain(`… and ${diagnostics.length - SHOWN} more`);
}

/** Ids may hold anything: what would steer the terminal is shown as a dot. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, "·");
}

/** `line:column` of an offset, counted from 1. */
function lineFinder(text: string): (offset: number) => string {
  const starts = [0];
  return (offset) => {
    for (let next; starts.at(-1)! <= offset && (next = text.indexOf("\n", starts.at(-1))) >= 0;) starts.push(next + 1);
    let line = starts.length - 1;
    while (starts[line]! > offset) line--;
    return `${line + 1}:${offset - starts[line]! + 1}`;
  };
}
