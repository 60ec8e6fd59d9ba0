// A small event as the end of a link, and back: JSON without defaults and comments, compressed, as letters an address
// may hold. Called by the event worker. A link is hostile until shown otherwise: its length and what it inflates to are
// bounded, and what comes out is read like any other event.

import { lean } from "../spec/lean.js";
import { parseSpec, specText } from "../spec/parse.js";
import type { EventSpec } from "../spec/schema.js";

/** Most characters of a code that is made. Browsers take it; what carries links often takes less. */
const MOST_SHARED = 30_000;
/** Most characters of a code that is read: what some later version may make. */
const MOST_READ = 60_000;
/** Most bytes of JSON that a code may hold. */
const MOST_JSON = 4_000_000;
/** Bytes inflated at once: the most that a bomb gains before it is noticed is a thousand times this. */
const SLICE = 512;
const VERSION = "1";

/** A code, or how long it would have been and how long it may be. */
export type Shared = { ok: true; code: string } | { ok: false; length: number; most: number };

/** Why a code was not read: made by another version, too long, broken on its way, or no event. */
export type ShareRefusal = "version" | "long" | "damaged" | "event";

export type SharedEvent = { ok: true; spec: EventSpec; text: string } | { ok: false; why: ShareRefusal };

/** The event as a code for a link, such as `1.eJyrVk…`; the same event gives the same code in the same browser. */
export async function shareCode(spec: EventSpec): Promise<Shared> {
  const json = JSON.stringify(lean(spec, new Set(["$schema"])));
  const bytes = await drained(new Blob([json]).stream().pipeThrough(new CompressionStream("deflate")));
  const code = `${VERSION}.${toLetters(bytes)}`;
  return code.length > MOST_SHARED ? { ok: false, length: code.length, most: MOST_SHARED } : { ok: true, code };
}

/** The event that a code holds, with its text for people. Never throws. */
export async function readShare(code: string): Promise<SharedEvent> {
  if (code.length > MOST_READ) return { ok: false, why: "long" };
  const dot = code.indexOf(".");
  const version = dot < 0 ? code : code.slice(0, dot);
  if (version !== VERSION) return { ok: false, why: /^\d{1,4}$/.test(version) && dot > 0 ? "version" : "damaged" };
  const bytes = fromLetters(code.slice(dot + 1));
  if (!bytes) return { ok: false, why: "damaged" };
  const inflated = await inflate(bytes).catch(() => null);
  if (inflated === null) return { ok: false, why: "damaged" };
  if (inflated === "long") return { ok: false, why: "long" };
  let json: string;
  try {
    json = new TextDecoder("utf-8", { fatal: true }).decode(inflated);
  } catch {
    return { ok: false, why: "damaged" };
  }
  const read = parseSpec(json);
  return read.ok ? { ok: true, spec: read.value, text: specText(read.value) } : { ok: false, why: "event" };
}

/** Inflates and stops as soon as it is more than allowed. Rejects when the bytes are cut short or changed. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | "long"> {
  const stream = new DecompressionStream("deflate");
  const writer = stream.writable.getWriter();
  const feed = async (): Promise<void> => {
    for (let at = 0; at < bytes.length; at += SLICE) await writer.write(bytes.subarray(at, at + SLICE));
    await writer.close();
  };
  const fed = feed();
  fed.catch(() => undefined);
  const result = await drained(stream.readable, MOST_JSON);
  if (result === null) {
    await writer.abort().catch(() => undefined);
    return "long";
  }
  await fed;
  return result;
}

async function drained(stream: ReadableStream<Uint8Array>): Promise<Uint8Array>;
async function drained(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | null>;
async function drained(stream: ReadableStream<Uint8Array>, most = Infinity): Promise<Uint8Array | null> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    total += value.length;
    if (total > most) {
      await reader.cancel().catch(() => undefined);
      return null;
    }
    parts.push(value);
  }
  const all = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Bytes as base64 for addresses (RFC 4648, section 5), without padding. */
function toLetters(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function fromLetters(letters: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]+$/.test(letters) || letters.length % 4 === 1) return null;
  const binary = atob(letters.replace(/-/g, "+").replace(/_/g, "/"));
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
