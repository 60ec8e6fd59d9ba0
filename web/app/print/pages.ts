// Table cards on sheets of A4: four small ones, two of half a page, or one whole page for a large table. Pure arithmetic.

import type { PrintedMeal, PrintedView } from "../../lunch-views.js";

export interface PrintedCard {
  meal: PrintedMeal;
  name: string;
  people: { name: string; organisation: string }[];
  size: "a6" | "a5" | "a4";
}

/** Most names on a card of a quarter and of half a page. */
const QUARTER = 12;
const HALF = 24;
const PER_PAGE = { a6: 4, a5: 2, a4: 1 } as const;

/** Pages of cards in the order of meals and tables; a page holds cards of one size. */
export function pagesOf({ meals }: PrintedView): PrintedCard[][] {
  const pages: PrintedCard[][] = [];
  for (const meal of meals) {
    let open: PrintedCard[] = [];
    for (const { name, people } of meal.tables) {
      const size = people.length <= QUARTER ? "a6" : people.length <= HALF ? "a5" : "a4";
      if (open.length === 0 || open[0]!.size !== size || open.length === PER_PAGE[size]) pages.push((open = []));
      open.push({ meal, name, people, size });
    }
  }
  return pages;
}
