// Text in a PDF: which font has which letter, how wide a text is, where its lines break. Called by pdf.ts. A letter that no
// font has is drawn as a question mark, and can be asked for beforehand: nothing disappears in silence.

import type PDFDocument from "pdfkit";
import type { Features } from "fontkit";
import type { Face } from "./fonts.js";

export interface Span {
  text: string;
  strong?: boolean;
  color?: string;
}

/** One line of spans that are drawn one after the other. */
export interface TextLine {
  spans: Span[];
  width: number;
}

interface Run {
  face: number;
  text: string;
}

export const INK = "#1a1c1e";

const IGNORED = /^[\u200b-\u200d\u2060\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u;
/** Letters that Inter has. */
const PLAIN = /^[\u0000-\u058f\u1e00-\u2bff]*$/;
/** Figures of one width; forms that depend on what stands beside them are slow, and these scripts can do without. */
const FIGURES: Features = { tnum: true, calt: false };
const WORDS: Features = { calt: false };
/** Of scripts whose letters join, everything. */
const JOINED: Features = {};

export class Pen {
  readonly #runs = new Map<string, Run[]>();
  readonly #widths = new Map<string, number>();

  constructor(
    readonly doc: typeof PDFDocument.prototype,
    readonly faces: readonly Face[],
  ) {
    faces.forEach(({ regular, strong }, i) => {
      // pdfkit takes what fontkit has read as well as bytes.
      doc.registerFont(`r${i}`, regular as unknown as ArrayBuffer);
      doc.registerFont(`s${i}`, strong as unknown as ArrayBuffer);
    });
  }

  /** True when some letter of the text is in none of the fonts. */
  lacks(text: string): boolean {
    for (const character of text) {
      const code = character.codePointAt(0)!;
      if (!IGNORED.test(character) && !this.faces.some((_, i) => this.#has(i, code))) return true;
    }
    return false;
  }

  /** Width of one line, in points. */
  width(text: string, size: number, strong = false): number {
    const key = (strong ? "s" : "r") + text;
    let width = this.#widths.get(key);
    if (width === undefined) {
      width = 0;
      for (const { face, text: part } of this.#split(text)) {
        const font = strong ? this.faces[face]!.strong : this.faces[face]!.regular;
        width += font.layout(part, featuresOf(part)).advanceWidth / font.unitsPerEm;
      }
      if (this.#widths.size > 100_000) this.#widths.clear();
      this.#widths.set(key, width);
    }
    return width * size;
  }

  /** Draws one line from a point of its baseline; gives its width. */
  draw(text: string, x: number, baseline: number, size: number, strong = false, color = INK): number {
    const { doc } = this;
    let at = x;
    for (const { face, text: part } of this.#split(text)) {
      doc
        .font(`${strong ? "s" : "r"}${face}`)
        .fontSize(size)
        .fillColor(color);
      doc.text(part, at, baseline, {
        lineBreak: false,
        baseline: "alphabetic",
        features: featuresOf(part) as unknown as PDFKit.Mixins.OpenTypeFeatures[],
      });
      at += this.width(part, size, strong);
    }
    return at - x;
  }

  /** The lines of spans that stand one after the other, no wider than `width`; a word that is too long is cut. */
  wrap(spans: readonly Span[], width: number, size: number): TextLine[] {
    const lines: TextLine[] = [];
    let line: TextLine = { spans: [], width: 0 };
    const add = (text: string, span: Span): void => {
      const last = line.spans.at(-1);
      if (last && last.strong === span.strong && last.color === span.color) last.text += text;
      else line.spans.push({ ...span, text });
      line.width += this.width(text, size, span.strong);
    };
    const end = (): void => {
      lines.push(line);
      line = { spans: [], width: 0 };
    };
    for (const span of spans) {
      for (const word of span.text.split(" ").filter((part) => part !== "")) {
        const gap = line.spans.length > 0 ? " " : "";
        if (line.width + this.width(gap + word, size, span.strong) <= width) {
          add(gap + word, span);
          continue;
        }
        if (line.spans.length > 0) end();
        let rest = Array.from(word);
        while (this.width(rest.join(""), size, span.strong) > width && rest.length > 1) {
          let count = rest.length - 1;
          while (count > 1 && this.width(rest.slice(0, count).join(""), size, span.strong) > width) count--;
          add(rest.slice(0, count).join(""), span);
          end();
          rest = rest.slice(count);
        }
        add(rest.join(""), span);
      }
    }
    if (line.spans.length > 0) end();
    return lines;
  }

  /** Draws lines one under the other; the first baseline is given. */
  drawLines(
    lines: readonly TextLine[],
    x: number,
    baseline: number,
    size: number,
    leading: number,
    right = false,
  ): void {
    lines.forEach(({ spans, width }, i) => {
      let at = right ? x - width : x;
      for (const { text, strong, color } of spans) {
        at += this.draw(text, at, baseline + i * leading, size, strong, color);
      }
    });
  }

  /** A text as runs of one font each; spaces and signs stay with what stands before them where that font has them. */
  #split(text: string): Run[] {
    const known = this.#runs.get(text);
    if (known) return known;
    const runs: Run[] = [];
    for (const character of text) {
      if (IGNORED.test(character)) continue;
      const code = character.codePointAt(0)!;
      const last = runs.at(-1);
      const stays = last && !/[\p{L}\p{N}]/u.test(character) && this.#has(last.face, code);
      let face = stays ? last.face : this.faces.findIndex((_, i) => this.#has(i, code));
      let drawn = character;
      if (face < 0) [face, drawn] = [0, "?"];
      if (last && last.face === face) last.text += drawn;
      else runs.push({ face, text: drawn });
    }
    if (this.#runs.size > 100_000) this.#runs.clear();
    this.#runs.set(text, runs);
    return runs;
  }

  #has(face: number, code: number): boolean {
    const { regular, strong } = this.faces[face]!;
    return regular.hasGlyphForCodePoint(code) && strong.hasGlyphForCodePoint(code);
  }
}

function featuresOf(text: string): Features {
  // Not in a sentence: signs would be as wide as figures too.
  return /^[\d\s:–./]+$/.test(text) ? FIGURES : PLAIN.test(text) ? WORDS : JOINED;
}
