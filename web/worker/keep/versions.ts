// Versions of an event one can return to: made, listed, read. Called by keeper.ts. A version equal to the one before it is
// not made again, unless somebody names it.

import type { VersionView, VersionWhy } from "../../protocol.js";
import { packed, unpacked } from "./pack.js";
import { roomToName } from "./prune.js";
import type { Shelf } from "./shelf.js";
import type { VersionMeta } from "./types.js";

/** Longest name of a version, in characters. */
const MOST_LABEL = 80;

export class Versions {
  readonly #shelf: Shelf;
  /** The text of the newest version, of which event; so that equal ones are noticed without reading it. */
  #newest: { event: string; text: string } | null = null;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  /** Keeps a text as a version; false when it is the newest one already. */
  async make(event: string, text: string, why: Exclude<VersionWhy, "named">, at = Date.now()): Promise<boolean> {
    if ((await this.#newestText(event)) === text) return false;
    const bytes = await packed(text);
    await this.#shelf.addVersion({ event, at, why, label: "", bytes: bytes.length, size: text.length }, bytes);
    this.#newest = { event, text };
    return true;
  }

  /** Keeps a text under a name; false when the named ones fill the room already. */
  async name(event: string, text: string, label: string): Promise<boolean> {
    const bytes = await packed(text);
    if (!roomToName(await this.#shelf.versions(event), bytes.length)) return false;
    const short = [...label].slice(0, MOST_LABEL).join("");
    const meta = { event, at: Date.now(), why: "named" as const, label: short, bytes: bytes.length, size: text.length };
    await this.#shelf.addVersion(meta, bytes);
    this.#newest = { event, text };
    return true;
  }

  /** Puts a version as it was made elsewhere. */
  async add(event: string, { at, why, label }: Pick<VersionMeta, "at" | "why" | "label">, text: string): Promise<void> {
    const bytes = await packed(text);
    await this.#shelf.addVersion({ event, at, why, label, bytes: bytes.length, size: text.length }, bytes);
    this.#newest = null;
  }

  async list(event: string): Promise<VersionView[]> {
    const found = await this.#shelf.versions(event);
    return found.map(({ id, at, why, label, bytes, size }) => ({ id, at, why, label, bytes, size }));
  }

  /** A version with its text; null when it is gone. */
  async read(id: number): Promise<{ meta: VersionMeta; text: string } | null> {
    const found = await this.#shelf.version(id);
    return found && { meta: found.meta, text: await unpacked(found.bytes) };
  }

  async drop(id: number): Promise<void> {
    await this.#shelf.dropVersion(id);
    this.#newest = null;
  }

  async #newestText(event: string): Promise<string | null> {
    if (this.#newest?.event === event) return this.#newest.text;
    const [newest] = await this.#shelf.versions(event);
    const text = newest ? ((await this.read(newest.id))?.text ?? null) : null;
    this.#newest = text === null ? null : { event, text };
    return text;
  }
}
