// Reads and writes ZIP archives, with limits on what they unfold to: no other code sees an entry before it was measured.
// Called by read.ts, xlsx.ts and write.ts. It trusts no size that an archive declares, opens no archive inside an archive
// by itself, and never throws for what the bytes hold.

import { Inflate, zipSync } from "fflate";
import { LIMITS } from "./limits.js";
import type { FileProblemCode } from "./problems.js";

/** What may still be unfolded; shared by all archives of one import. */
export interface Budget {
  unfolded: number;
  cells: number;
  xml: number;
}

export interface Entry {
  name: string;
  packed: number;
  encrypted: boolean;
  /** The bytes, little more than `most` of them, or why there are none. */
  read(budget: Budget, most?: number): { bytes: Uint8Array } | { problem: FileProblemCode };
}

/** The list of an archive, or what is wrong with it. Folders are left out. */
export type Archive = { entries: Entry[] } | { problem: FileProblemCode; values: Record<string, string | number> };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** Bytes that are unfolded at once: what comes of them fits in memory whatever they are. */
const PIECE = 16_384;

/** True when the bytes begin as a ZIP archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** Reads the list of entries at the end of the archive. */
export function readZip(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bad = (entry: string): Archive => ({ problem: "bad-archive", values: { entry } });
  const end = findEnd(view);
  if (end < 0) return bad("END");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > LIMITS.entries) return { problem: "too-many-entries", values: { count, limit: LIMITS.entries } };
  const entries: Entry[] = [];
  const spans: [number, number][] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return bad(`#${i + 1}`);
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength));
    const wide = view.getUint32(at + 24, true) === 0xffffffff;
    let packed = view.getUint32(at + 20, true);
    let offset = view.getUint32(at + 42, true);
    if (packed === 0xffffffff || offset === 0xffffffff) {
      const long = longSizes(view, at + 46 + nameLength, extraLength, wide, packed, offset);
      if (!long) return bad(name);
      [packed, offset] = long;
    }
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (name.endsWith("/")) continue;
    if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) return bad(name);
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (start + packed > bytes.length) return bad(name);
    spans.push([offset, start + packed]);
    const data = bytes.subarray(start, start + packed);
    const encrypted = (flags & 1) === 1;
    entries.push({
      name,
      packed,
      encrypted,
      read: (budget, most = Infinity) => unfold(data, method, encrypted, budget, most),
    });
  }
  // Entries that share bytes are how a small archive becomes a large one.
  spans.sort((a, b) => a[0] - b[0]);
  if (spans.some(([from], i) => i > 0 && from < spans[i - 1]![1])) return bad("overlap");
  return { entries };
}

function findEnd(view: DataView): number {
  const least = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= least; at--) if (view.getUint32(at, true) === END) return at;
  return -1;
}

/** Packed size and offset of an entry that was written with 64-bit sizes. */
function longSizes(
  view: DataView,
  at: number,
  length: number,
  wide: boolean,
  packed: number,
  offset: number,
): [number, number] | undefined {
  const end = Math.min(at + length, view.byteLength);
  while (at + 4 <= end) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let field = at + 4 + (wide ? 8 : 0);
      for (const which of ["packed", "offset"] as const) {
        if ((which === "packed" ? packed : offset) !== 0xffffffff) continue;
        if (field + 8 > at + 4 + size || field + 8 > end) return undefined;
        const value = Number(view.getBigUint64(field, true));
        if (which === "packed") packed = value;
        else offset = value;
        field += 8;
      }
      return [packed, offset];
    }
    at += 4 + size;
  }
  return undefined;
}

function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function unfold(
  data: Uint8Array,
  method: number,
  encrypted: boolean,
  budget: Budget,
  enough: number,
): { bytes: Uint8Array } | { problem: FileProblemCode } {
  if (encrypted) return { problem: "encrypted" };
  if (budget.unfolded <= 0) return { problem: "too-much" };
  if (method === 0) {
    if (data.length > budget.unfolded) return { problem: "too-much" };
    budget.unfolded -= data.length;
    return { bytes: data };
  }
  if (method !== 8) return { problem: "bad-archive" };
  const pieces: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const inflate = new Inflate((piece, final) => {
    size += piece.length;
    if (piece.length > 0) pieces.push(piece);
    ended ||= final;
  });
  const most = Math.min(budget.unfolded, Math.max(LIMITS.freely, data.length * LIMITS.ratio));
  try {
    for (let at = 0; at < data.length && !ended && size <= enough; at += PIECE) {
      inflate.push(data.subarray(at, at + PIECE), at + PIECE >= data.length);
      if (size > most) {
        // Who packs one such entry packs others: nothing more of this import is unfolded.
        budget.unfolded = 0;
        return { problem: "too-much" };
      }
    }
  } catch {
    budget.unfolded -= Math.min(budget.unfolded, size);
    return { problem: "bad-archive" };
  }
  budget.unfolded -= size;
  return { bytes: joined(pieces, size) };
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  if (pieces.length === 1) return pieces[0]!;
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** An archive of files; texts are written as UTF-8. The same files give the same bytes. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const encoder = new TextEncoder();
  const entries = Object.entries(files).map(
    ([name, data]) => [name, typeof data === "string" ? encoder.encode(data) : data] as const,
  );
  // An archive holds local time: this one is the same in every time zone.
  return zipSync(Object.fromEntries(entries), { mtime: new Date(2000, 0, 1) });
}
