// The letters of a PDF: Inter in two weights, cut by script as the web has it, each part loaded when a text needs it.
// Called by pdf.ts. The parts are data in the code (base64 of WOFF), so that nothing is fetched in any host.

import { unzlibSync } from "fflate";
import { create, type Features, type Font, type GlyphRun } from "fontkit";

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

type Part = Promise<{ default: string }>;

/** Ranges of letters as @fontsource/inter/unicode.json has them, latin first: it is needed for everything. */
const PARTS: readonly { ranges: string; regular: () => Part; strong: () => Part }[] = [
  {
    ranges:
      "0000-00FF,0131,0152-0153,02BB-02BC,02C6,02DA,02DC,0304,0308,0329,2000-206F,20AC,2122,2191,2193,2212,2215,FEFF,FFFD",
    regular: () => import("@fontsource/inter/files/inter-latin-400-normal.woff?inline"),
    strong: () => import("@fontsource/inter/files/inter-latin-600-normal.woff?inline"),
  },
  {
    ranges:
      "0100-02BA,02BD-02C5,02C7-02CC,02CE-02D7,02DD-02FF,0304,0308,0329,1D00-1DBF,1E00-1E9F,1EF2-1EFF,2020,20A0-20AB,20AD-20C0,2113,2C60-2C7F,A720-A7FF",
    regular: () => import("@fontsource/inter/files/inter-latin-ext-400-normal.woff?inline"),
    strong: () => import("@fontsource/inter/files/inter-latin-ext-600-normal.woff?inline"),
  },
  {
    ranges: "0370-0377,037A-037F,0384-038A,038C,038E-03A1,03A3-03FF",
    regular: () => import("@fontsource/inter/files/inter-greek-400-normal.woff?inline"),
    strong: () => import("@fontsource/inter/files/inter-greek-600-normal.woff?inline"),
  },
  {
    ranges: "1F00-1FFF",
    regular: () => import("@fontsource/inter/files/inter-greek-ext-400-normal.woff?inline"),
    strong: () => import("@fontsource/inter/files/inter-greek-ext-600-normal.woff?inline"),
  },
  {
    ranges: "0301,0400-045F,0490-0491,04B0-04B1,2116",
    regular: () => import("@fontsource/inter/files/inter-cyrillic-400-normal.woff?inline"),
    strong: () => import("@fontsource/inter/files/inter-cyrillic-600-normal.woff?inline"),
  },
  {
    ranges: "0460-052F,1C80-1C8A,20B4,2DE0-2DFF,A640-A69F,FE2E-FE2F",
    regular: () => import("@fontsource/inter/files/inter-cyrillic-ext-400-normal.woff?inline"),
    strong: () => import("@fontsource/inter/files/inter-cyrillic-ext-600-normal.woff?inline"),
  },
  {
    ranges:
      "0102-0103,0110-0111,0128-0129,0168-0169,01A0-01A1,01AF-01B0,0300-0301,0303-0304,0308-0309,0323,0329,1EA0-1EF9,20AB",
    regular: () => import("@fontsource/inter/files/inter-vietnamese-400-normal.woff?inline"),
    strong: () => import("@fontsource/inter/files/inter-vietnamese-600-normal.woff?inline"),
  },
];

/** The faces that the texts need, the first that has a letter first; then those handed in. */
export async function facesFor(texts: Iterable<string>, more: readonly FontSource[] = []): Promise<Face[]> {
  const codes = new Set<number>();
  for (const text of texts) for (const character of text) codes.add(character.codePointAt(0)!);
  const needed = PARTS.filter(({ ranges }, i) => i === 0 || inRanges(ranges, codes));
  const faces = await Promise.all(
    needed.map(async ({ regular, strong }) => {
      const [a, b] = await Promise.all([regular(), strong()]);
      return { regular: fontOf(bytesOf(a.default)), strong: fontOf(bytesOf(b.default)) };
    }),
  );
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
  const font = new Uint8Array(
    tables.reduce((sum, { data }) => sum + padded(data.length), 12 + 16 * count),
  );
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

function inRanges(ranges: string, codes: ReadonlySet<number>): boolean {
  return ranges.split(",").some((range) => {
    const [first, last = first] = range.split("-").map((hex) => parseInt(hex, 16)) as [number, number?];
    for (const code of codes) if (code >= first && code <= last!) return true;
    return false;
  });
}

/** The bytes of a data: address. */
function bytesOf(address: string): Uint8Array {
  const binary = atob(address.slice(address.indexOf(",") + 1));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
