// Whether a text fits its cell. Every cell that is clipped is a piece of its own for the browser to put together at each
// frame: with all of them clipped a table scrolls at half the speed, so only those are whose text needs it.

/** Room that a cell keeps free at both its ends together, in pixels, and what rounding may take. */
const PADDING = 17;
/** Letters whose width is known to be less than the height of the font. */
const PLAIN = /^[\x20-\x7e\u00a0-\u024f\u2009-\u2014]*$/;

/** Tells whether a text fits a cell of a width in pixels; `strong` as the first column is. */
export type Fits = (text: string, width: number, strong: boolean) => boolean;

/** For the font that an element is written in, with what its cells keep free, and the size of their letters. */
export function createFits(el: Element, padding = PADDING, letters?: string): Fits {
  const { fontSize: own, fontFamily } = getComputedStyle(el);
  const fontSize = letters ?? own;
  const size = parseFloat(fontSize);
  const pen = document.createElement("canvas").getContext("2d");
  return (text, width, strong) => {
    const room = width - padding;
    if (text.length * size <= room && PLAIN.test(text)) return true;
    if (!pen) return false;
    const font = `${strong ? 600 : 500} ${fontSize} ${fontFamily}`;
    if (pen.font !== font) pen.font = font;
    return pen.measureText(text).width <= room;
  };
}
