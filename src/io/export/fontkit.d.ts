// What is used of fontkit, which brings no types of its own.

declare module "fontkit" {
  export interface Font {
    postscriptName: string;
    /** Also accepted by pdfkit as the source of a font. */
    layout(text: string, features?: readonly string[]): { advanceWidth: number };
    hasGlyphForCodePoint(code: number): boolean;
    unitsPerEm: number;
  }
  /** Reads TTF, OTF, WOFF and WOFF2. */
  export function create(bytes: Uint8Array, name?: string): Font;
}
