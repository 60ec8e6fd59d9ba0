// What would a schedule be worth if some of its meetings were not held and others were? The judge's own answer, from
// event and schedule alone, in time that follows the participants touched. Called by reasons.ts for every wish that the
// kernel forced in; it proposes nothing and looks at no rule: what is taken up is judged as a whole (verify.ts).

import { agendaLine, agendasOf, agendaText, shareOf, tallyRow, unfairness } from "./measure.js";
import type { Facts } from "./rules/facts.js";
import { partner, viewOf } from "./rules/view.js";
import type { View } from "./rules/view.js";
import type { Meeting, Schedule, Score } from "./schedule.js";

/** Another schedule, told by its difference: seats stay as they are. */
export interface Alternative {
  /** Positions in the schedule's list of the meetings that are not held. */
  removed: readonly number[];
  /** Meetings held instead; every id is one of the event. */
  added: readonly Meeting[];
}

/** What depends on the people that a participant meets. */
interface Standing {
  /** Weight of the wishes for an organisation that are met. */
  groups: number;
  /** Promised meetings that are missing. */
  missing: number;
  unfair: number;
}

/** Prepares the question for one schedule; its answer is what every term of the score would gain. */
export function alternativesTo(
  facts: Facts,
  schedule: Schedule,
  base?: Schedule,
  view: View = viewOf(facts, schedule),
): (alternative: Alternative) => Score {
  const { people, wishes, rules } = facts;
  const agendas = base && { now: agendasOf(facts, schedule), before: agendasOf(facts, base).map(agendaText) };
  const standings = new Map<number, Standing>();

  /** Partners of a participant, one entry per meeting. */
  function standing(p: number, partners: readonly number[]): Standing {
    const met = new Set(partners);
    const organisations = new Set(partners.map((q) => people[q]!.organisation));
    let [groups, served] = [0, 0];
    for (let i = wishes.start[p]!; i < wishes.start[p + 1]!; i++) {
      const wish = wishes.list[i]!;
      const one = wishes.to[wish]! >= 0;
      if (one ? !met.has(wishes.to[wish]!) : !organisations.has(wishes.organisation[wish]!)) continue;
      served += wishes.points[wish]!;
      if (!one) groups += wishes.weight[wish]!;
    }
    const missing = Math.max(0, people[p]!.guaranteed - partners.length);
    return { groups, missing, unfair: unfairness(rules.fairness, facts.best(p), served) };
  }

  function standingNow(p: number): Standing {
    let known = standings.get(p);
    if (!known) standings.set(p, (known = standing(p, partnersOf(view, p, NOBODY))));
    return known;
  }

  return ({ removed, added }) => {
    const gone = new Set(removed);
    const gain = { wishes: 0, guarantee: 0, fairness: 0, gap: 0, walk: 0, meals: 0 };
    // Meetings as a view has them, the added ones after those of the schedule.
    const come = added.map(({ participants, rows, slot, place }) => ({
      people: participants.map((id) => facts.personIndex.get(id)!) as [number, number],
      rows: rows.map((id) => facts.rowIndex.get(id)!),
      slot: facts.calendar.slotIndex.get(slot)!,
      place: place === undefined ? -1 : facts.placeIndex.get(place)!,
    }));
    const pairs = new Map<number, { p: number; q: number; change: number }>();
    const count = (p: number, q: number, change: number): void => {
      if (p < 0 || q < 0) return;
      gain.wishes += change * facts.value(p, q);
      const key = facts.pairKey(p, q);
      const pair = pairs.get(key);
      if (pair) pair.change += change;
      else pairs.set(key, { p, q, change });
    };
    for (const m of gone) count(view.a[m]!, view.b[m]!, -1);
    for (const { people: ends } of come) count(...ends, 1);

    const touched = new Set([...pairs.values()].flatMap(({ p, q }) => [p, q]));
    for (const p of touched) {
      const partners = partnersOf(view, p, gone);
      for (const { people: ends } of come) if (ends.includes(p)) partners.push(ends[0] === p ? ends[1] : ends[0]);
      const [was, is] = [standingNow(p), standing(p, partners)];
      gain.wishes += is.groups - was.groups;
      gain.guarantee -= rules.guarantee * (is.missing - was.missing);
      gain.fairness -= is.unfair - was.unfair;
    }
    for (const { p, q, change } of pairs.values()) {
      const held = view.pairs.get(facts.pairKey(p, q))?.length ?? 0;
      if (p === q || held > 0 === held + change > 0 || !shareTable(view, p, q)) continue;
      gain.meals += held > 0 ? shareOf(facts, p, q) : -shareOf(facts, p, q);
    }

    const rows = new Set(come.flatMap((meeting) => meeting.rows));
    for (const m of gone) for (const r of [view.rowA[m]!, view.rowB[m]!]) if (r >= 0) rows.add(r);
    for (const r of rows) {
      const list = [...view.rowList.subarray(view.rowStart[r]!, view.rowStart[r + 1]!)];
      const was = tallyRow(facts, facts.rows[r]!, list, view.slot, view.place);
      const kept = list.filter((m) => !gone.has(m)).map((m) => ({ slot: view.slot[m]!, place: view.place[m]! }));
      // A stable sort: ties stay as they would be listed.
      const now = [...kept, ...come.filter((meeting) => meeting.rows.includes(r))].sort((x, y) => x.slot - y.slot);
      const is = tallyRow(
        facts,
        facts.rows[r]!,
        now.map((_, i) => i),
        now.map(({ slot }) => slot),
        now.map(({ place }) => place),
      );
      gain.gap -= rules.gap * (is.idle - was.idle) + rules.hole * (is.holes - was.holes);
      gain.walk -= rules.walk * (is.walked - was.walked);
    }

    const total = Object.values(gain).reduce((sum, points) => sum + points, 0);
    if (!agendas) return { ...gain, total };
    const change = 0 - rules.change * changes(schedule, facts, agendas, gone, added);
    return { ...gain, change, total: total + change };
  };
}

const NOBODY: ReadonlySet<number> = new Set();

/** Who p meets, one entry per meeting that is not `gone`. */
function partnersOf(view: View, p: number, gone: ReadonlySet<number>): number[] {
  const partners: number[] = [];
  for (let i = view.personStart[p]!; i < view.personStart[p + 1]!; i++) {
    const m = view.personList[i]!;
    if (!gone.has(m)) partners.push(partner(view, m, p));
  }
  return partners;
}

function shareTable(view: View, p: number, q: number): boolean {
  return view.meals.some(({ table }) => table[p]! >= 0 && table[p] === table[q]);
}

/** How many more agendas differ from the published ones. */
function changes(
  schedule: Schedule,
  facts: Facts,
  { now, before }: { now: readonly string[][]; before: readonly string[] },
  gone: ReadonlySet<number>,
  added: readonly Meeting[],
): number {
  const lines = new Map<number, { out: string[]; in: string[] }>();
  const note = (meeting: Meeting, way: "in" | "out"): void => {
    for (const side of [0, 1] as const) {
      const p = facts.personIndex.get(meeting.participants[side]);
      if (p === undefined) continue;
      if (!lines.has(p)) lines.set(p, { out: [], in: [] });
      lines.get(p)![way].push(agendaLine(meeting, side));
    }
  };
  for (const m of gone) note(schedule.meetings[m]!, "out");
  for (const meeting of added) note(meeting, "in");
  let more = 0;
  for (const [p, difference] of lines) {
    const left = [...now[p]!];
    for (const line of difference.out) left.splice(left.indexOf(line), 1);
    const differs = (list: readonly string[]): number => (agendaText(list) === before[p] ? 0 : 1);
    more += differs([...left, ...difference.in]) - differs(now[p]!);
  }
  return more;
}
