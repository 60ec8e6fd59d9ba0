// The load of each side, slot by slot, and what is to spare, by counting alone.
//
// Wanted in a slot: every wish of priority 1 or 2 for somebody of the side that could be met if it were alone, spread evenly
// over the slots in which both are there and may meet. Who wishes for more than it has room for counts for its room only
// (each of its wishes then counts for a part). A wish for an organisation is shared evenly by those of it who may be met.
// So the bars of a side add up to the meetings with it that are asked for, and no schedule is assumed.

import type { LoadSlot, LoadView, MarginView } from "../../watch-views.js";
import { CHANCE, chancesOf } from "../chances.js";
import { cut } from "../known.js";
import { partnersOf } from "../placed.js";
import type { Scene } from "./scene.js";

/** Wishes down to this priority are high. */
const HIGH = 2;
/** Sides that get a chart. */
const MOST_SIDES = 4;

/** One view per side that has people and is wanted, the one nearest to its limit first. */
export function loadsOf(scene: Scene): { slots: LoadSlot[]; loads: LoadView[] } {
  const { facts, spec } = scene.known;
  const { calendar, people, wishes, words } = facts;
  const slots = calendar.slots.length;
  const dates = new Map(calendar.sessions.map(({ day, date }) => [day, date]));
  const axis = calendar.slots.map(({ day, start }) => ({ day, date: dates.get(day) ?? "", start }));
  const wanted = facts.sideIds.map(() => new Float64Array(slots));
  const chances = chancesOf(scene.known);
  const mask = new Uint32Array(words);
  const add = (p: number, q: number, amount: number): void => {
    const bars = wanted[people[q]!.side];
    // In an event with errors somebody may be of a side that does not exist.
    if (!bars) return;
    if (facts.blockedSlots.size > 0 && facts.blockedSlots.has(facts.pairKey(p, q))) facts.commonSlots(p, q, mask);
    else for (let w = 0; w < words; w++) mask[w] = facts.presence[p * words + w]! & facts.presence[q * words + w]!;
    spread(bars, mask, amount);
  };
  for (const { index: p } of people) {
    let high = 0;
    const isHigh = (wish: number): boolean => chances[wish] === CHANCE && spec.wishes[wish]!.priority! <= HIGH;
    for (let k = wishes.start[p]!; k < wishes.start[p + 1]!; k++) if (isHigh(wishes.list[k]!)) high++;
    const part = Math.min(1, scene.room[p]! / high);
    for (let k = wishes.start[p]!; k < wishes.start[p + 1]!; k++) {
      const wish = wishes.list[k]!;
      if (!isHigh(wish)) continue;
      const q = wishes.to[wish]!;
      if (q >= 0) add(p, q, part);
      else {
        const partners = partnersOf(facts, wish).filter((member) => facts.eligible(p, member) === undefined);
        for (const member of partners) add(p, member, part / partners.length);
      }
    }
  }
  const present = facts.sideIds.map(() => new Int32Array(slots));
  for (const row of facts.rows) {
    const side = present[people[row.person]!.side];
    if (side) for (let t = 0; t < slots; t++) side[t]! += row.present[t]!;
  }
  const loads = spec.sides.flatMap(({ id, label = id }, s): LoadView[] => {
    const own = people.filter(({ side }) => side === s);
    const bars = Array.from(wanted[s]!, (value) => Math.round(value * 10) / 10);
    if (own.length === 0 || !bars.some((value) => value > 0)) return [];
    const line = [...present[s]!];
    const over = bars.flatMap((value, t) => (value > line[t]! ? [t] : []));
    over.sort((a, b) => bars[b]! - line[b]! - (bars[a]! - line[a]!) || a - b);
    const rows = own.reduce((sum, person) => sum + person.rows.length, 0);
    const away = own.filter(({ rows: lines }) => lines.some((row) => facts.rows[row]!.open < slots)).length;
    return [{ side: id, label: cut(label, 60), present: line, wanted: bars, rows, away, over }];
  });
  const share = ({ wanted: bars, present: line }: LoadView): number =>
    Math.max(...bars.map((value, t) => value / Math.max(1, line[t]!)));
  loads.sort((a, b) => share(b) - share(a));
  return { slots: axis, loads: loads.slice(0, MOST_SIDES) };
}

/** An amount in equal parts to the slots of a mask. */
function spread(bars: Float64Array, mask: Uint32Array, amount: number): void {
  let count = 0;
  for (let w = 0; w < mask.length; w++) for (let word = mask[w]! | 0; word !== 0; word &= word - 1) count++;
  const each = amount / count;
  for (let w = 0; w < mask.length; w++) {
    // The lowest bit that is set is word & -word.
    for (let word = mask[w]! | 0; word !== 0; word &= word - 1) bars[w * 32 + 31 - Math.clz32(word & -word)]! += each;
  }
}

/**
 * The side with promises that has least to spare. Every promised meeting takes time of its side and of a partner on a side
 * it may meet, and a place: whatever of these holds least is what is possible at most.
 */
export function marginOf(scene: Scene): MarginView | null {
  const { facts, spec } = scene.known;
  const sum = facts.sideIds.map(() => 0);
  const promised = facts.sideIds.map(() => 0);
  for (const { index, side, guaranteed } of facts.people) {
    if (side < 0) continue;
    sum[side]! += scene.possible[index]!;
    promised[side]! += guaranteed;
  }
  const room =
    facts.places.length === 0
      ? Infinity
      : facts.calendar.slots.reduce(
          (all, { index }) => facts.places.reduce((n, z) => n + (z.closed[index] ? 0 : z.capacity), all),
          0,
        );
  let least: MarginView | null = null;
  for (const [s, side] of spec.sides.entries()) {
    // Within a side one meeting keeps two promises: nothing so simple can be said.
    if (promised[s] === 0 || facts.paired(s, s)) continue;
    const others = spec.sides.reduce((all, _, o) => all + (facts.paired(s, o) ? sum[o]! : 0), 0);
    const possible = Math.min(sum[s]!, others, room);
    if (least && least.possible - least.promised <= possible - promised[s]!) continue;
    least = { side: cut(side.label ?? side.id, 60), promised: promised[s]!, possible };
  }
  return least;
}
