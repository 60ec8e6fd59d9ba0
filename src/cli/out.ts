// Where a command's result goes: standard output, or the file of --out. Node only; used by every command that gives one.
// It asks before the work begins whether the file can be written, replaces only plain files, and those as a whole; links
// are followed, devices and pipes are written to. A user's mistake is a Diagnostic; nothing here throws for one.

import { constants, fstatSync, mkdtempSync, rmSync, rmdirSync } from "node:fs";
import type { BigIntStats } from "node:fs";
import { access, chmod, lstat, mkdir, readlink, realpath, rename, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Locale, Text } from "../rules/rule.js";
import type { Diagnostic, Result } from "../spec/diagnostic.js";
import { EXIT, mistake, print, report } from "./terminal.js";

/** A place that a result can be written to, as far as can be known beforehand. */
export interface Out {
  /** Undefined: standard output. */
  file?: {
    /** As it was given. */
    name: string;
    /** Links followed. */
    path: string;
    /** What is there already. */
    there?: BigIntStats;
    /** Written to as it stands, not replaced: a device, a pipe, or a file that is more than a name in its folder. */
    inPlace: boolean;
  };
}

/** More links than anybody follows. */
const MOST_LINKS = 40;

/** Looks at the file of --out (`-` or undefined: standard output) before the work begins. `inputs` must survive it. */
export async function openOut(name: string | undefined, inputs: readonly string[]): Promise<Result<Out>> {
  const no = (said: Text): Result<Out> => ({ ok: false, diagnostics: [mistake("cannot-write", said)] });
  const standard: Result<Out> = { ok: true, value: {}, diagnostics: [] };
  if (name === undefined || name === "-") return standard;
  try {
    const there = await statOf(name);
    if (there && same(there, openFile(1))) return standard;
    if (there?.isDirectory() || /[\\/]$/.test(name)) return no(A_FOLDER);
    if (there && !there.isFile()) {
      await access(name, constants.W_OK);
      return { ok: true, value: { file: { name, path: name, there, inPlace: true } }, diagnostics: [] };
    }
    if (there) {
      for (const input of inputs) {
        if (!same(there, input === "-" ? openFile(0) : await statOf(input).catch(() => undefined))) continue;
        return { ok: false, diagnostics: [mistake("output-is-input", AN_INPUT)] };
      }
      // Asked of the mode too: an administrator may write to everything, and would not want to here.
      if ((there.mode & 0o222n) === 0n) return no(READ_ONLY);
      await access(name, constants.W_OK);
    }
    const path = there ? await realpath(name) : await target(name);
    const folder = await statOf(dirname(path));
    if (!folder?.isDirectory()) return no(NO_FOLDER);
    const replaceable = canReplaceIn(dirname(path), there !== undefined);
    const inPlace = there !== undefined && (!replaceable || there.nlink > 1n || isAnothers(there));
    return { ok: true, value: { file: { name, path, ...(there && { there }), inPlace } }, diagnostics: [] };
  } catch (error) {
    return no(unwritable(error));
  }
}

/**
 * Prints the text or writes it to the file; gives the exit code. What cannot be written after all goes to standard
 * output, for the work is done.
 */
export async function deliver(text: string, { file }: Out, locale: Locale): Promise<number> {
  const unwritten = file && (await write(text, file));
  if (unwritten) report(file.name, undefined, [unwritten], locale);
  if (!file || unwritten) print(text);
  return unwritten ? EXIT.bug : EXIT.ok;
}

/** Writes one of several files; what cannot be written after all is told. True when it was. */
export async function save(bytes: Uint8Array, { file }: Out, locale: Locale): Promise<boolean> {
  const unwritten = await write(bytes, file!, "");
  if (unwritten) report(file!.name, undefined, [unwritten], locale);
  return !unwritten;
}

/** A folder that several files can be written to; it is made where there is none. */
export async function openFolder(name: string): Promise<Diagnostic | undefined> {
  const no = (said: Text): Diagnostic => mistake("cannot-write", said);
  try {
    const there = await statOf(name);
    if (there && !there.isDirectory()) return no(NOT_A_FOLDER);
    if (!there) await mkdir(name, { recursive: true });
    canReplaceIn(name, false);
    return undefined;
  } catch (error) {
    return no(unwritable(error));
  }
}

/** Writes all of it or nothing: beside the file first, then in its place. Devices and pipes get it as it comes. */
async function write(
  text: string | Uint8Array,
  { path, there, inPlace }: NonNullable<Out["file"]>,
  instead: Text | "" = INSTEAD,
): Promise<Diagnostic | undefined> {
  let folder: Temporary | undefined;
  try {
    if (inPlace) return void (await writeFile(path, text));
    const made = folderBeside(path);
    folder = made;
    const beside = join(made.path, basename(path));
    await writeFile(beside, text);
    if (there) await chmod(beside, Number(there.mode & 0o7777n));
    await rename(beside, path);
    return undefined;
  } catch (error) {
    const { en, fr } = unwritable(error);
    return mistake("cannot-write", instead === "" ? { en, fr } : { en: en + instead.en, fr: fr + instead.fr });
  } finally {
    // A signal that came meanwhile is heard before nobody listens to it any more.
    await new Promise(setImmediate);
    folder?.remove();
  }
}

interface Temporary {
  path: string;
  remove(): void;
}

/** A folder of our own beside a file; it does not stay behind when a signal ends the process before it is removed. */
function folderBeside(path: string): Temporary {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  let folder: string | undefined;
  const remove = (): void => {
    signals.forEach((signal) => process.off(signal, leave));
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  };
  const leave = (signal: NodeJS.Signals): void => {
    remove();
    process.kill(process.pid, signal);
  };
  signals.forEach((signal) => process.on(signal, leave));
  try {
    folder = mkdtempSync(join(dirname(path), ".dancecard-"));
  } catch (error) {
    remove();
    throw error;
  }
  return { path: folder, remove };
}

/** What is at a path, links followed; undefined when nothing is. */
async function statOf(path: string): Promise<BigIntStats | undefined> {
  try {
    return await stat(path, { bigint: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** What this process has open under a number, such as 1 for standard output. */
function openFile(number: number): BigIntStats | undefined {
  try {
    return fstatSync(number, { bigint: true });
  } catch {
    return undefined; // closed
  }
}

function same(a: BigIntStats, b: BigIntStats | undefined): boolean {
  return b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

function isAnothers({ uid }: BigIntStats): boolean {
  return process.getuid !== undefined && Number(uid) !== process.getuid();
}

/** The file that a link to nothing yet stands for; any other path is itself. */
async function target(name: string): Promise<string> {
  let path = resolve(name);
  for (let links = 0; links < MOST_LINKS; links++) {
    const link = await lstat(path).catch(() => undefined);
    if (!link?.isSymbolicLink()) return path;
    path = resolve(dirname(path), await readlink(path));
  }
  return path;
}

/** True when files can be made in the folder; throws when they cannot and must be, as nothing is there to write into. */
function canReplaceIn(folder: string, isThere: boolean): boolean {
  try {
    rmdirSync(mkdtempSync(join(folder, ".dancecard-"))); // at once: no signal finds it there
    return true;
  } catch (error) {
    if (!isThere) throw error;
    return false;
  }
}

const INSTEAD: Text = {
  en: " The result is on standard output instead.",
  fr: " Le résultat est sur la sortie standard.",
};
const NOT_A_FOLDER: Text = { en: "This is a file, not a folder.", fr: "Ceci est un fichier, pas un dossier." };
const A_FOLDER: Text = { en: "This is a folder, not a file.", fr: "Ceci est un dossier, pas un fichier." };
const NO_FOLDER: Text = {
  en: "There is no such folder to write to.",
  fr: "Le dossier où écrire n’existe pas.",
};
const READ_ONLY: Text = { en: "The file is read-only.", fr: "Le fichier est en lecture seule." };
const AN_INPUT: Text = {
  en: "This file is read by this very command: it would be lost.",
  fr: "Ce fichier est lu par cette même commande : il serait perdu.",
};

function unwritable(error: unknown): Text {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  if (code === "ENOTDIR") return NO_FOLDER;
  return { en: `The file cannot be written (${code}).`, fr: `Le fichier ne peut pas être écrit (${code}).` };
}
