// What leaves this browser of an event: the whole of it as one file, its text alone, a link. Called by keeper.ts.

import { parseSpec, readShare, shareCode } from "../../../src/index.js";
import type { SharedEvent } from "../../../src/index.js";
import type { FileView, LinkAnswer } from "../../protocol.js";
import { bundle } from "./bundle.js";
import { fileName } from "./names.js";
import type { Kept } from "./types.js";
import type { Versions } from "./versions.js";

/** Longest text that is tried as a link, in characters: far more than any link holds. */
const MOST_LINKED = 4_000_000;

/** The event with its versions and its undo history. */
export async function wholeFile({ meta, text, history }: Kept, versions: Versions): Promise<FileView> {
  const list = [...(await versions.list(meta.id).catch(() => []))].reverse();
  const blob = await bundle({
    text,
    history,
    created: meta.created,
    edited: meta.edited,
    versions: list.map(({ at, why, label }) => ({ at, why, label })),
    textOf: async (index) => (await versions.read(list[index]!.id))?.text ?? "",
  });
  return { name: fileName(meta.name, ".dancecard.zip"), blob };
}

/** The text as it stands, comments and all. */
export function plainFile(name: string, text: string): FileView {
  return { name: fileName(name, ".json"), blob: new Blob([text], { type: "application/json" }) };
}

/** The event of a text as the end of a link. */
export async function linkOf(text: string): Promise<LinkAnswer> {
  if (text.length > MOST_LINKED) return { ok: false, length: text.length, most: MOST_LINKED };
  const read = parseSpec(text);
  return read.ok ? shareCode(read.value) : { ok: false, broken: true };
}

export function readLink(code: string): Promise<SharedEvent> {
  return readShare(code);
}
