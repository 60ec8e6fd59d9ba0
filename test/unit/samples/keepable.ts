// Can the promised numbers of meetings be kept? For events of two sides: by counts alone (who may meet whom, maxima, slots
// present), times left aside. Used by the tests of the samples; slow and obvious.

import { calendarOf, coverageFlags } from "../../../src/spec/calendar.js";
import type { EventSpec, Participant } from "../../../src/spec/schema.js";

/** Who falls short by how many meetings, when each side's promises are kept as far as they can be. */
export function keepable(spec: EventSpec): { missing: [string, number][] } {
  const tiers = new Map(spec.tiers.map((tier) => [tier.id, tier]));
  const calendar = calendarOf(spec);
  const present = (one: Participant): number => {
    const rows = one.representatives.length > 0 ? one.representatives.map((row) => row.absent) : [[]];
    const free = (absent: string[]): number =>
      coverageFlags(calendar, [...one.absent, ...absent]).slots.filter((away) => !away).length;
    return rows.reduce((sum, absent) => sum + free(absent), 0);
  };
  const most = new Map(
    spec.participants.map((one) => [
      one.id,
      Math.min(present(one), one.maximum ?? tiers.get(one.tier ?? "")?.maximum ?? Infinity),
    ]),
  );
  const least = new Map(
    spec.participants.map((one) => [one.id, one.guaranteed ?? tiers.get(one.tier ?? "")?.guaranteed ?? 0]),
  );
  const partners = partnersOf(spec);
  const missing: [string, number][] = [];
  // Both sides' promises can be kept together if each side's can alone (Mendelsohn and Dulmage, with capacities).
  for (const side of spec.sides) {
    const flow = new Map<string, Set<string>>(spec.participants.map((one) => [one.id, new Set()]));
    const augment = (from: string, seen: Set<string>): boolean => {
      for (const to of partners.get(from)!) {
        if (seen.has(to) || flow.get(to)!.has(from)) continue;
        seen.add(to);
        const held = flow.get(to)!;
        const moved = held.size < most.get(to)! ? undefined : [...held].find((other) => augment(other, seen));
        if (held.size >= most.get(to)! && moved === undefined) continue;
        if (moved !== undefined) held.delete(moved);
        held.add(from);
        return true;
      }
      return false;
    };
    for (const one of spec.participants.filter((p) => p.side === side.id)) {
      let n = 0;
      while (n < Math.min(least.get(one.id)!, most.get(one.id)!) && augment(one.id, new Set())) n++;
      if (n < least.get(one.id)!) missing.push([one.id, least.get(one.id)! - n]);
    }
  }
  return { missing };
}

/** Eligible partners by wishes (`fill` left aside), on both sides. */
function partnersOf(spec: EventSpec): Map<string, Set<string>> {
  const people = new Map(spec.participants.map((one) => [one.id, one]));
  const members = (to: string): Participant[] =>
    people.has(to) ? [people.get(to)!] : spec.participants.filter((one) => one.organisation === to);
  const banned = new Set<string>();
  const ban = (a: string, b: string): unknown => banned.add(`${a}\n${b}`).add(`${b}\n${a}`);
  for (const wish of spec.wishes) if (wish.veto) for (const one of members(wish.to)) ban(wish.from, one.id);
  for (const { participants, slots } of spec.blocked) if (!slots) ban(...participants);
  if (spec.rules.met === "exclude") for (const pair of spec.met) ban(...pair);
  const partners = new Map(spec.participants.map((one) => [one.id, new Set<string>()]));
  for (const wish of spec.wishes) {
    const from = people.get(wish.from)!;
    for (const one of wish.veto ? [] : members(wish.to)) {
      const colleagues = from.organisation !== undefined && from.organisation === one.organisation;
      if (colleagues || banned.has(`${from.id}\n${one.id}`)) continue;
      partners.get(from.id)!.add(one.id);
      partners.get(one.id)!.add(from.id);
    }
  }
  return partners;
}
