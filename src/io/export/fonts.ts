// The fonts of a PDF: Inter's parts and what is handed in, read and made quick. Called by pdf.ts.

import { unzlibSync } from "fflate";
import { create, type Features, type Font, type GlyphRun } from "fontkit";
import { lettersFor } from "./letters.js";

/** A font in both weights; one that has only one is used for both. */
export interface Face {
  regular: Font;
  strong: Font;
}

/** A font that is handed in for letters that Inter lacks, as bytes of TTF, OTF, WOFF or WOFF2. */
export interface FontSource {
  regular: Uint8Array;
  strong?: Uint8Array;
}

/** The faces that the texts need, the first that has a letter first; then those handed in. */
export async function facesFor(texts: Iterable<string>, more: readonly FontSource[] = []): Promise<Face[]> {
  const faces = (await lettersFor(texts)).map(({ regular, strong }): Face => ({
    regular: fontOf(bytesOf(regular)),
    strong: fontOf(bytesOf(strong)),
  }));
  for (const { regular, strong } of more) {
    const font = fontOf(regular);
    faces.push({ regular: font, strong: strong ? fontOf(strong) : font });
  }
  return faces;
}

/** Layouts that are remembered of one font. */
const REMEMBERED = 50_000;

/** Laying out is slow, and the same names come again and again. */
function fontOf(bytes: Uint8Array): Font {
  const font = create(unpacked(bytes));
  const known = new Map<string, GlyphRun>();
  const layout = font.layout.bind(font);
  font.layout = (text: string, features: Features = {}): GlyphRun => {
    const key = `${Object.entries(features).join()} ${text}`;
    let run = known.get(key);
    if (!run) {
      if (known.size >= REMEMBERED) known.clear();
      known.set(key, (run = layout(text, features)));
    }
    return { ...run, advanceWidth: run.advanceWidth, positions: run.positions.map((position) => ({ ...position })) };
  };
  return font;
}

/** A WOFF file as the plain font it packs, or fontkit would unpack a table for every letter; other files as they are. */
function unpacked(woff: Uint8Array): Uint8Array {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  if (woff.length < 44 || view.getUint32(0) !== 0x774f4646) return woff;
  const count = view.getUint16(12);
  const tables = Array.from({ length: count }, (_, i) => {
    const at = 44 + i * 20;
    const [offset, packed, size] = [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)];
    const data = woff.subarray(offset, offset + packed);
    return { tag: view.getUint32(at), sum: view.getUint32(at + 16), data: packed < size ? unzlibSync(data) : data };
  });
  const padded = (size: number): number => (size + 3) & ~3;
  const font = new Uint8Array(tables.reduce((sum, { data }) => sum + padded(data.length), 12 + 16 * count));
  const out = new DataView(font.buffer);
  const steps = Math.floor(Math.log2(count));
  out.setUint32(0, view.getUint32(4));
  [count, 16 * 2 ** steps, steps, 16 * (count - 2 ** steps)].forEach((value, i) => out.setUint16(4 + 2 * i, value));
  let offset = 12 + 16 * count;
  tables.forEach(({ tag, sum, data }, i) => {
    [tag, sum, offset, data.length].forEach((value, k) => out.setUint32(12 + 16 * i + 4 * k, value));
    font.set(data, offset);
    offset += padded(data.length);
  });
  return font;
}

/** The bytes of a data: address. */
function bytesOf(address: string): Uint8Array {
  const binary = atob(address.slice(address.indexOf(",") + 1));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
