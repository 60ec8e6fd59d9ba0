// Pins and blocks as edits of the event's data. Called by desk.ts.

import type { Edit, Meeting, Text } from "../../../src/index.js";
import { listAt } from "../data.js";

type Pair = readonly [string, string];

/** Whether an entry of the event's data is about these two. */
function isOf(entry: Record<string, unknown>, [a, b]: Pair): boolean {
  const pair = entry["participants"];
  return Array.isArray(pair) && pair.length === 2 && pair.includes(a) && pair.includes(b);
}

/** Meetings pinned to where they are: a lock that left something open is closed, the others are added. */
export function pinEdits(data: unknown, meetings: readonly Meeting[]): Edit[] {
  const locked = listAt(data, "locked");
  const taken = new Set<number>();
  const edits: Edit[] = [];
  for (const { participants, slot, place } of meetings) {
    const value = { participants: [...participants], slot, ...(place !== undefined && { place }) };
    const mine = locked.flatMap((entry, i) => (isOf(entry, participants) && !taken.has(i) ? [i] : []));
    const at = mine.find((i) => locked[i]!["slot"] === slot) ?? mine.find((i) => locked[i]!["slot"] === undefined);
    if (at === undefined) {
      edits.push({ op: "insert", path: ["locked"], at: locked.length, value });
      continue;
    }
    taken.add(at);
    const entry = locked[at]!;
    if (entry["slot"] === slot && (place === undefined || entry["place"] === place)) continue;
    edits.push({ op: "set", path: ["locked", at], value });
  }
  return edits;
}

/** The locks of these meetings taken out. */
export function unpinEdits(data: unknown, pairs: readonly Pair[]): Edit[] {
  return listAt(data, "locked").flatMap((entry, i): Edit[] =>
    pairs.some((pair) => isOf(entry, pair)) ? [{ op: "remove", path: ["locked", i] }] : [],
  );
}

/** Two people who must not meet, whatever they wish. */
export function blockEdits(data: unknown, pair: Pair): Edit[] {
  const blocked = listAt(data, "blocked");
  if (blocked.some((entry) => isOf(entry, pair) && entry["slots"] === undefined)) return [];
  const value = { participants: [...pair] };
  return [{ op: "insert", path: ["blocked"], at: blocked.length, value }, ...unpinEdits(data, [pair])];
}

export const LABELS = {
  pin: { en: "Pinning {n} meetings", fr: "Verrouillage de {n} rendez-vous" },
  pinOne: { en: "Pinning a meeting", fr: "Verrouillage d’un rendez-vous" },
  unpin: { en: "Unpinning {n} meetings", fr: "Déverrouillage de {n} rendez-vous" },
  unpinOne: { en: "Unpinning a meeting", fr: "Déverrouillage d’un rendez-vous" },
} satisfies Record<string, Text>;

export function pinLabel(on: boolean, count: number): Text {
  const text = LABELS[`${on ? "pin" : "unpin"}${count === 1 ? "One" : ""}` as keyof typeof LABELS];
  return { en: text.en.replace("{n}", String(count)), fr: text.fr.replace("{n}", String(count)) };
}
