// What a command may do to the world: read, write, ask whether somebody is watching. Node only.
// Used by cli.ts and all commands. Every user's mistake in it is a Diagnostic; nothing here throws for one.

import { createReadStream, fstatSync, writeSync } from "node:fs";
import { stat } from "node:fs/promises";
import type { Locale, Text } from "../rules/rule.js";
import { pathText } from "../spec/diagnostic.js";
import type { Diagnostic, Result } from "../spec/diagnostic.js";
import { message } from "../spec/messages.js";
import { spaced } from "./format.js";

/** Exit codes of every command; `bug` also where the result could not be written, `open` where `check` cannot tell. */
export const EXIT = { ok: 0, bug: 1, badInput: 2, ruleBroken: 3, open: 4, interrupted: 130 } as const;

/** More bytes than any legal event has. */
const LARGEST = 300_000_000;
/** Diagnostics shown of one input. */
const SHOWN = 50;

/** A diagnostic of the command line or of a file, which carries its own translation. */
export interface Mistake extends Diagnostic {
  said: Text;
}

/** A mistake of the command line or of a file, in the form that all mistakes have. */
export function mistake(code: string, said: Text, path: (string | number)[] = []): Mistake {
  return { code, severity: "error", path, message: said.en, said };
}

const no = (code: string, en: string, fr: string): Result<never> => ({
  ok: false,
  diagnostics: [mistake(code, { en, fr })],
});

/** The bytes of a file, or of standard input for "-". */
export async function readBytes(path: string): Promise<Result<Buffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    if (path !== "-" && (await stat(path)).isDirectory())
      return no("not-a-file", "This is a folder, not a file.", "Ceci est un dossier, pas un fichier.");
    for await (const chunk of path === "-" ? process.stdin : createReadStream(path)) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size > LARGEST)
        return no("too-large", `The file has more than ${LARGEST} bytes.`, `Le fichier a plus de ${LARGEST} octets.`);
    }
    return { ok: true, value: Buffer.concat(chunks), diagnostics: [] };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG")
      return no("no-such-file", "There is no such file.", "Ce fichier n’existe pas.");
    const why = code ?? String(error);
    return no("unreadable", `The file cannot be read (${why}).`, `Le fichier ne peut pas être lu (${why}).`);
  }
}

/** The text of a file, or of standard input for "-". */
export async function readText(path: string): Promise<Result<string>> {
  const bytes = await readBytes(path);
  return bytes.ok ? textOf(bytes.value) : bytes;
}

/** Bytes as text, where they are. */
export function textOf(bytes: Uint8Array): Result<string> {
  try {
    return { ok: true, value: new TextDecoder("utf-8", { fatal: true }).decode(bytes), diagnostics: [] };
  } catch {
    return no("not-text", "This is not text in UTF-8.", "Ceci n’est pas du texte en UTF-8.");
  }
}

/** Writes to standard output. */
export function print(text: string): void {
  const line = text.endsWith("\n") ? text : `${text}\n`;
  if (!isPlainFile(1)) return void process.stdout.write(line);
  // A file on a disk that is nearly full takes a part and says so: the rest must be asked for, or nobody hears of it.
  const bytes = Buffer.from(line);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(1, bytes, at);
  } catch (error) {
    process.stdout.emit("error", error);
  }
}

function isPlainFile(number: number): boolean {
  try {
    return fstatSync(number).isFile();
  } catch {
    return false; // closed
  }
}

/** Writes to standard error. */
export function complain(text: string): void {
  process.stderr.write(text.endsWith("\n") ? text : `${text}\n`);
}

const LABELS: Record<Diagnostic["severity"], Text> = {
  error: { en: "error", fr: "erreur" },
  warning: { en: "warning", fr: "avertissement" },
};

/** One line per diagnostic on standard error: `file:line:column: error code path: sentence`. */
export function report(
  source: string,
  text: string | undefined,
  diagnostics: readonly (Diagnostic | Mistake)[],
  locale: Locale,
): void {
  const where = lineFinder(text ?? "");
  const from = source === "-" ? { en: "standard input", fr: "entrée standard" }[locale] : source;
  for (const diagnostic of diagnostics.slice(0, SHOWN)) {
    const { code, severity, path, range } = diagnostic;
    const at = range && text !== undefined ? `:${where(range.start)}` : "";
    const place = path.length > 0 ? ` ${pathText(path)}` : "";
    const sentence = "said" in diagnostic ? spaced(diagnostic.said[locale], locale) : message(diagnostic, locale);
    complain(printable(`${from}${at}: ${LABELS[severity][locale]} ${code}${place}: ${sentence}`));
  }
  const more = diagnostics.length - SHOWN;
  if (more > 0) complain({ en: `… and ${more} more`, fr: `… et ${more} de plus` }[locale]);
}

/** Ids may hold anything: what would steer the terminal is shown as a dot, what would turn the line around is left out. */
export function printable(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, "·")
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
}

/** As `printable`, and cut to `most` characters. */
export function clipped(text: string, most: number): string {
  // Only the beginning is split into characters, for a name may be a book.
  const letters = [...printable(text.slice(0, 4 * most))];
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : letters.join("");
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
