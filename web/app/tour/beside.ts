// Where the words of a step stand: below, above, or beside what they are about; inside it where it fills the screen.

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}
export interface Size {
  width: number;
  height: number;
}

/** Pixels between what is pointed at and the words, and between them and the edge of the screen. */
export const GAP = 14;
export const MARGIN = 12;

/** How far the frame stands from what it is around. */
const MORE = 4;

/** The corner of the words, wholly on the screen. */
export function beside(target: Box, words: Size, screen: Size): { left: number; top: number } {
  const right = target.left + target.width;
  const bottom = target.top + target.height;
  const across = within(target.left, words.width, screen.width);
  const down = within(target.top, words.height, screen.height);
  if (bottom + GAP + words.height + MARGIN <= screen.height) return { left: across, top: bottom + GAP };
  if (target.top - GAP - words.height >= MARGIN) return { left: across, top: target.top - GAP - words.height };
  if (right + GAP + words.width + MARGIN <= screen.width) return { left: right + GAP, top: down };
  if (target.left - GAP - words.width >= MARGIN) return { left: target.left - GAP - words.width, top: down };
  return {
    left: within(right - words.width - GAP, words.width, screen.width),
    top: within(bottom - words.height - GAP, words.height, screen.height),
  };
}

function within(start: number, length: number, all: number): number {
  return Math.max(MARGIN, Math.min(start, all - length - MARGIN));
}

/** A little more than a box, as far as it is on the screen. */
export function around({ left, top, width, height }: Box, screen: Size): Box {
  const [l, t] = [Math.max(0, left - MORE), Math.max(0, top - MORE)];
  return {
    left: l,
    top: t,
    width: Math.max(0, Math.min(left + width + MORE, screen.width) - l),
    height: Math.max(0, Math.min(top + height + MORE, screen.height) - t),
  };
}
