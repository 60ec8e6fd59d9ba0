// Could a total pass 2^53, above which numbers are no longer exact? Called by index.ts.
// The bound is generous on purpose: it passes every sensible event and refuses only weights piled upon weights.

import type { MessageKey } from "../messages.js";
import type { Report } from "../report.js";
import { LIMITS } from "../schema.js";
import type { Book } from "./book.js";

export function checkTotals(book: Book, report: Report): void {
  const { spec, participants, sides } = book;
  const { rules } = spec;
  const slots = book.calendar.slots.length;
  let offered = 0;
  for (const { offers } of spec.participants) offered = Math.max(offered, offers.length);

  // One wish: its weight, the part for both wishing, and every tag of the two in common.
  let wishes = 0;
  const points = new Float64Array(spec.participants.length);
  const top = new Float64Array(spec.participants.length);
  const own = new Uint32Array(spec.participants.length);
  for (const { from, priority } of spec.wishes) {
    const who = participants.get(from);
    if (who === undefined) continue;
    const { side, tier, needs, offers } = spec.participants[who]!;
    const value = priority === undefined ? 0 : (rules.points[priority - 1] ?? 0);
    const weight = value * (spec.sides[sides.get(side) ?? 0]?.weight ?? 1) * tierWeight(book, tier);
    wishes += weight + rules.mutual + rules.match * (Math.min(needs.length, offered) + offers.length);
    points[who]! += value;
    top[who] = Math.max(top[who]!, value);
    if (priority !== undefined) own[who]!++;
  }
  let guarantee = 0;
  let fairness = 0;
  let largest = 0;
  let rows = 0;
  spec.participants.forEach((_, i) => {
    rows += book.rows(i);
    guarantee += rules.guarantee * book.guaranteed(i);
    const most = Math.min(own[i]!, book.maximum(i), book.rows(i) * Math.max(1, slots));
    const best = Math.min(points[i]!, top[i]! * most);
    fairness += (rules.fairness * best) / 100 + 1;
    largest = Math.max(largest, rules.fairness * best * best);
  });
  const walked = (rules.walk * 1440 + rules.gap + rules.hole) * rows * Math.max(1, slots);
  let seats = 0;
  for (const { tables } of spec.meals) {
    for (const table of tables) {
      const sitting = Math.min(table.seats, spec.participants.length);
      seats += ((rules.mealColleagues + rules.mealRepeat) * sitting * (sitting - 1)) / 2;
    }
    seats += rules.mealSeat * spec.participants.length;
  }
  const meals = spec.meals.length === 0 ? 0 : (wishes * rules.mealShare) / 100 + seats;
  const total = wishes + guarantee + fairness + walked + meals + rules.change * spec.participants.length;
  if (total > LIMITS.total) tooLarge("too-large/score", [], report);
  else if (wishes * rules.mealShare > LIMITS.total && spec.meals.length > 0)
    tooLarge("too-large/meals", ["mealShare"], report);
  else if (largest > LIMITS.total) tooLarge("too-large/fairness", ["fairness"], report);
}

function tooLarge(key: MessageKey, path: string[], report: Report): void {
  report.error(key, ["rules", ...path], { limit: LIMITS.total });
}

function tierWeight(book: Book, tier: string | undefined): number {
  const index = tier === undefined ? undefined : book.tiers.get(tier);
  return index === undefined ? 1 : book.spec.tiers[index]!.weight;
}
