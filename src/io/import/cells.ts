// What single cells say: whole numbers, yes or no, marks of wishes. Called by the readers of rows and by plan.ts.
// `undefined` means the cell says none of it; an empty cell is the caller's business.

import { fold } from "./words.js";

/** A whole number: 12, 12.0, 12,0, 1 234; `decimal` tells what a comma means. */
export function wholeNumber(cell: string, decimal: "," | "."): number | undefined {
  let text = cell.replace(/[\s\u00a0\u202f'’]/g, "");
  if (decimal === "," || !/^-?\d{1,3}(,\d{3})+$/.test(text)) text = text.replace(",", ".");
  else text = text.replace(/,/g, "");
  const found = /^\+?(\d{1,15})(?:\.0*)?$/.exec(text);
  return found ? Number(found[1]) : undefined;
}

const YES = new Set("oui yes y o x 1 true vrai ok si present inclus included v ✓ ✔ ✅ ☑ x x".split(" "));
const NO = new Set("non no n 0 false faux aucun none sans not excluded exclu ✗ ✘ ❌ ☐".split(" "));

/** Yes or no; for meals what somebody eats (vegetarian, halal) is a yes. */
export function yesOrNo(cell: string): boolean | undefined {
  const text = cell.trim();
  const word = fold(text) || text;
  if (NO.has(word) || text === "-") return false;
  if (YES.has(word)) return true;
  return undefined;
}

/** Whether a meal is taken: any diet is a yes, « ne déjeune pas » and “no lunch” are not. */
export function takesMeal(cell: string): boolean | undefined {
  const known = yesOrNo(cell);
  if (known !== undefined) return known;
  const words = fold(cell);
  if (/^(ne|no|pas|sans) (dejeune|mange|lunch|meal|repas|dejeuner|participe|prend)\b/.test(words)) return false;
  return /\p{L}/u.test(words) ? true : undefined;
}

const REFUSE = new Set("non no refus refuse refused veto interdit never jamais exclu exclusion blocked".split(" "));
const CHOSEN = new Set("x oui yes o y ok ✓ ✔ ✅ ☑".split(" "));
const GRADES: readonly ReadonlySet<string>[] = [
  new Set("high haute haut forte fort must essentiel prioritaire indispensable top a".split(" ")),
  new Set("medium moyenne moyen normal normale nice important b".split(" ")),
  new Set("low basse bas faible secondaire optionnel c".split(" ")),
  new Set(["d"]),
];

/** What a cell says about a wish: a priority (from 1), a refusal, or nothing wished (0). */
export function wishMark(cell: string): number | "veto" | undefined {
  const text = cell.trim();
  if (/^[-–—]$/.test(text)) return "veto";
  if (text === "0") return 0;
  if (/^[★*⭐]{1,5}$/u.test(text)) return undefined;
  const word = fold(text) || text.toLowerCase();
  if (REFUSE.has(word)) return "veto";
  if (CHOSEN.has(word)) return 1;
  const number =
    wholeNumber(text, ".") ??
    Number(/^(?:p|prio|priorite|priority|rang|rank|choix|choice|n|no) ?(\d{1,3})$/.exec(word)?.[1]);
  if (number !== undefined && !Number.isNaN(number)) return number;
  const grade = GRADES.findIndex((words) => words.has(word));
  return grade < 0 ? undefined : grade + 1;
}

/** True for what stands in the cells of a matrix. */
export function isMark(cell: string): boolean {
  // « P1 » is a priority in a column of priorities, and somebody's id elsewhere.
  const mark = /^[a-z]+ ?\d/i.test(cell) ? undefined : wishMark(cell);
  return mark === "veto" || (mark !== undefined && mark <= 99);
}
