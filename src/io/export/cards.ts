// Table cards on sheets of paper: four small ones on A4, two of half a page, or one whole page for a large table; on A6 a
// card is a page. Called by html.ts and pdf.ts. Pure arithmetic.

import type { Card, Paper } from "./sheets.js";

export type CardSize = "quarter" | "half" | "whole";

/** Most names on a card of a quarter and of half a page. */
const QUARTER = 12;
const HALF = 24;
export const PER_PAGE: Record<CardSize, number> = { quarter: 4, half: 2, whole: 1 };

/** Pages of cards in the order of meals and tables; a page holds cards of one size. */
export function cardPages(cards: readonly Card[], paper: Paper): { size: CardSize; cards: Card[] }[] {
  const pages: { size: CardSize; cards: Card[] }[] = [];
  for (const card of cards) {
    const size =
      paper === "a6" || card.lines.length > HALF ? "whole" : card.lines.length > QUARTER ? "half" : "quarter";
    const open = pages.at(-1);
    if (open && open.size === size && open.cards.length < PER_PAGE[size]) open.cards.push(card);
    else pages.push({ size, cards: [card] });
  }
  return pages;
}
