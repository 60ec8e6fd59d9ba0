// What an event must satisfy beyond its shape: ids that exist, times that fit, locked meetings that do not contradict
// each other. Called by parse.ts. Every check is near-linear in the size of the event and reports all it finds.

import type { Diagnostic } from "../diagnostic.js";
import { Report } from "../report.js";
import type { EventSpec } from "../schema.js";
import { bookOf } from "./book.js";
import { checkCalendar } from "./calendar.js";
import { checkCounts } from "./counts.js";
import { checkIds } from "./ids.js";
import { checkLocked } from "./locked.js";
import { checkLockedRules } from "./locked-rules.js";
import { checkLockedSets } from "./locked-sets.js";
import { checkMeals } from "./meals.js";
import { checkPairs } from "./pairs.js";
import { checkPrecedences } from "./precedences.js";
import { checkTotals } from "./totals.js";
import { checkWishes } from "./wishes.js";

/** All errors and warnings of an event of the right shape, in the order of the checks. */
export function checkSpec(spec: EventSpec): Diagnostic[] {
  const report = new Report();
  const calendarIsSound = checkCalendar(spec, report);
  // Where the calendar cannot be laid out, what speaks of time is checked against an empty one: in silence.
  const book = bookOf(spec, calendarIsSound);
  checkIds(book, report);
  checkWishes(book, report);
  if (!checkPairs(book, report)) return report.diagnostics();
  checkCounts(book, report);
  const locks = checkLocked(book, report);
  checkLockedRules(book, checkLockedSets(book, locks, report), report);
  checkPrecedences(book, locks, report);
  checkMeals(book, report);
  checkTotals(book, report);
  return report.diagnostics();
}
