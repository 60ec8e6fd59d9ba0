// A kept event as one file: a ZIP with its text, its versions as texts anybody can open, its undo history and a list of all
// that. Called by the keeper. A file is hostile until shown otherwise: sizes are bounded before anything is inflated.

import { strToU8, unzipSync, Zip, ZipDeflate } from "fflate";
import { z } from "zod";
import { VERSION_WHYS } from "../../protocol.js";
import type { History } from "../event-text.js";
import { readHistory } from "./facts.js";
import type { VersionMeta } from "./types.js";

/** Most bytes of the file, of one text in it, and of all of them. */
const MOST_FILE = 200_000_000;
const MOST_TEXT = 80_000_000;
const MOST_ALL = 1_000_000_000;
const MOST_VERSIONS = 200;
const LIST = "dancecard.json";
const EVENT = "event.json";
const HISTORY = "history.json";

const moment = z.number().min(0).max(8.64e15);
const listSchema = z.object({
  format: z.literal("dancecard/kept"),
  version: z.literal(1),
  created: moment,
  edited: moment,
  versions: z
    .array(z.object({ file: z.string(), at: moment, why: z.enum(VERSION_WHYS), label: z.string().max(200) }))
    .max(MOST_VERSIONS),
});

export type BundleVersion = Pick<VersionMeta, "at" | "why" | "label">;

/** What goes into the file; texts of versions are read one at a time. */
export interface BundleInput {
  text: string;
  history: History;
  created: number;
  edited: number;
  versions: BundleVersion[];
  textOf(index: number): Promise<string>;
}

/** What came out of a file. `textOf` throws when a version is damaged. */
export interface Unbundled {
  text: string;
  /** Undefined where there is none that can be read. */
  history: History | undefined;
  created: number;
  versions: BundleVersion[];
  textOf(index: number): string;
}

export type BundleRefusal = "other" | "damaged" | "large" | "version";

/** True when a file begins like a ZIP. */
export async function isZip(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
}

/** The whole event as one file. */
export async function bundle(input: BundleInput): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    parts.push(data as Uint8Array<ArrayBuffer>);
  });
  const add = (name: string, text: string, at: number): void => {
    const file = new ZipDeflate(name, { level: 6 });
    // What a ZIP can date begins in 1980 and ends in 2099.
    file.mtime = Math.min(Math.max(at, Date.UTC(1980, 1, 1)), Date.UTC(2099, 0, 1));
    zip.add(file);
    file.push(strToU8(text), true);
  };
  const versions = input.versions.map((version, i) => ({ ...version, file: versionFile(i, version.at) }));
  const { created, edited } = input;
  const list = { format: "dancecard/kept", version: 1, created, edited, versions };
  add(LIST, `${JSON.stringify(list, null, 2)}\n`, edited);
  add(EVENT, input.text, edited);
  add(HISTORY, `${JSON.stringify(input.history)}\n`, edited);
  for (const [i, { file, at }] of versions.entries()) add(file, await input.textOf(i), at);
  zip.end();
  return new Blob(parts, { type: "application/zip" });
}

/** Reads such a file; says why when it is none. */
export async function unbundle(
  file: Blob,
): Promise<{ ok: true; value: Unbundled } | { ok: false; why: BundleRefusal }> {
  if (file.size > MOST_FILE) return { ok: false, why: "large" };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const sizes = new Map<string, number>();
    let all = 0;
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        sizes.set(name, originalSize);
        all += originalSize;
        return false;
      },
    });
    if (!sizes.has(LIST) || !sizes.has(EVENT)) return { ok: false, why: "other" };
    if (all > MOST_ALL || [...sizes.values()].some((size) => size > MOST_TEXT)) return { ok: false, why: "large" };
    const read = (name: string): string => {
      const found = unzipSync(bytes, { filter: (entry) => entry.name === name })[name];
      if (!found) throw new Error(`${name} is missing`);
      return new TextDecoder("utf-8", { fatal: true }).decode(found);
    };
    const given: unknown = JSON.parse(read(LIST));
    const list = listSchema.safeParse(given);
    if (!list.success) return { ok: false, why: isLater(given) ? "version" : "damaged" };
    const { created, versions } = list.data;
    const value: Unbundled = {
      text: read(EVENT),
      history: sizes.has(HISTORY) ? readHistory(read(HISTORY)) : undefined,
      created,
      versions: versions.map(({ at, why, label }) => ({ at, why, label })),
      textOf: (index) => read(versions[index]!.file),
    };
    return { ok: true, value };
  } catch {
    return { ok: false, why: "damaged" };
  }
}

function versionFile(index: number, at: number): string {
  const when = new Date(at).toISOString().slice(0, 19).replace("T", " ").replace(/:/g, ".");
  return `versions/${String(index + 1).padStart(3, "0")} ${when}.json`;
}

/** Of this format, but of a version that this page does not know. */
function isLater(given: unknown): boolean {
  const { format, version } = (given ?? {}) as { format?: unknown; version?: unknown };
  return format === "dancecard/kept" && version !== 1;
}
