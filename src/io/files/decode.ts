// From bytes to text: which encoding a file of text has, and its letters. Called by read.ts. It guesses in a fixed order:
// a mark at the beginning, UTF-16 by its zeros, UTF-8 if all of it is, else the old Windows or Mac encoding.

import type { Encoding } from "./sheet.js";

export interface Decoded {
  text: string;
  encoding: Encoding;
  marked: boolean;
}

/** Bytes looked at for a guess. */
const LOOKED = 4096;

/** The text, or undefined when the bytes are no text at all. `encoding` overrides the guess. */
export function decodeText(bytes: Uint8Array, encoding?: Encoding): Decoded | undefined {
  const marked = markOf(bytes);
  if (encoding) return { text: decode(bytes, encoding), encoding, marked: marked === encoding };
  if (marked) return { text: decode(bytes, marked), encoding: marked, marked: true };
  const wide = widthOf(bytes);
  if (wide) return { text: decode(bytes, wide), encoding: wide, marked: false };
  if (bytes.subarray(0, LOOKED).includes(0)) return undefined;
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8", marked: false };
  } catch {
    // Old Excel for Mac wrote lines that end with a bare CR.
    const old = bytes.includes(13) && !bytes.includes(10) ? "macintosh" : "windows-1252";
    return { text: decode(bytes, old), encoding: old, marked: false };
  }
}

function decode(bytes: Uint8Array, encoding: Encoding): string {
  const text = new TextDecoder(encoding).decode(bytes);
  // Some hosts decode Windows-1252 as Latin-1, in which these are control characters that nobody writes.
  return encoding === "windows-1252" ? text.replace(/[\u0080-\u009f]/g, (c) => WINDOWS[c.charCodeAt(0) - 0x80]!) : text;
}

const WINDOWS = [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"];

function markOf(bytes: Uint8Array): Encoding | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return undefined;
}

/** UTF-16 without a mark: nearly every second byte of Western text is zero. */
function widthOf(bytes: Uint8Array): Encoding | undefined {
  const n = Math.min(bytes.length, LOOKED) & ~1;
  if (n < 8) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < n; i++) if (bytes[i] === 0) zeros[i & 1]!++;
  const [even, odd] = zeros as [number, number];
  if (odd > n * 0.35 && even < n * 0.05) return "utf-16le";
  if (even > n * 0.35 && odd < n * 0.05) return "utf-16be";
  return undefined;
}

/** Two letters that stand for one: UTF-8 that was read as Windows-1252 and saved again. */
export function mojibake(text: string): string | undefined {
  return /[ÃÂ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/.exec(text.slice(0, 1_000_000))?.[0];
}
