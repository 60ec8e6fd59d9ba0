// The list of swaps: every target of the one who is taken up, the best first, what is forbidden last, filtered by a text.
// Pure; SwapPanel shows it.

import type { LunchView, TargetsView, Verdict } from "../../lunch-views.js";
import type { Aim } from "../../state/seat-move.js";

export interface Option {
  key: string;
  aim: Aim;
  /** Empty for a free seat. */
  name: string;
  /** Name of the table; empty for somebody without a seat. */
  table: string;
  verdict: Verdict;
}

/** Targets whose name or table holds the text, without those at the same table. */
export function optionsOf(lunch: LunchView, targets: TargetsView, text: string): Option[] {
  const wanted = plain(text);
  const list: Option[] = [];
  const offer = (aim: Aim, name: string, table: string, verdict: Verdict | undefined): void => {
    if (!verdict || verdict.bar?.kind === "same") return;
    if (wanted !== "" && !plain(name).includes(wanted) && plain(table) !== wanted) return;
    const key = "person" in aim ? `p:${aim.person}` : `t:${aim.table}`;
    list.push({ key, aim, name, table, verdict });
  };
  for (const { id, name, seats, people } of lunch.tables) {
    if (people.length < seats) offer({ table: id }, "", name, targets.tables.get(id));
    for (const one of people) offer({ person: one.id }, one.name, name, targets.people.get(one.id));
  }
  for (const one of lunch.unseated) offer({ person: one.id }, one.name, "", targets.people.get(one.id));
  const rank = ({ verdict }: Option): number => (verdict.bar ? -Infinity : verdict.gain);
  return list.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
}

/** Without case and accents, so that "elodie" finds Élodie. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
