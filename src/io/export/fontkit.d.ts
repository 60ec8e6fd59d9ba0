// What is used of fontkit, which brings no types of its own.

declare module "fontkit" {
  /** OpenType features to turn on or off. */
  export type Features = Readonly<Record<string, boolean>>;
  export interface GlyphRun {
    glyphs: object[];
    /** pdfkit scales them in place. */
    positions: object[];
    advanceWidth: number;
  }
  export interface Font {
    postscriptName: string;
    /** Also accepted by pdfkit as the source of a font. */
    layout(text: string, features?: Features): GlyphRun;
    hasGlyphForCodePoint(code: number): boolean;
    unitsPerEm: number;
  }
  /** Reads TTF, OTF, WOFF and WOFF2. */
  export function create(bytes: Uint8Array, name?: string): Font;
}
