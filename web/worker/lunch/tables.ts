// One meal as the page draws it: tables, who sits there, which wishes are met there, what each table brings.
// Called by desk.ts for the meal on the screen; linear in seats and wishes, besides colleagues and repeats of one table.

import type { LunchView, SeatPoints, SeatView, TableView } from "../../lunch-views.js";
import { cut, tableName, type Known } from "../known.js";
import { partnersOf, type Placed } from "../placed.js";
import { pairAt, together, type Seats } from "./seats.js";

/** Longest name beside a round table, in characters. */
const SHORT = 40;

/** What the views of one meal are made from. */
export interface Laid {
  placed: Placed;
  seats: Seats;
  /** Index of the meal. */
  meal: number;
  /** Fixed to their table by the event's text as it is now: person, and table. */
  locked: ReadonlyMap<number, number>;
}

/** The meal as a view; `generation` is told as it is. */
export function lunchView(laid: Laid, generation: number): LunchView {
  const { placed, seats, meal } = laid;
  const { facts, spec } = placed.known;
  const { id, session, mix, eats, tables } = facts.meals[meal]!;
  const { date, start, end } = facts.calendar.sessions[session]!;
  const day = spec.calendar.find((entry) => entry.sessions.some((one) => one.id === id));
  const ties = tiesAt(laid);
  const inOrder = orderAt(placed.known);
  return {
    session: id,
    label: cut(day?.sessions.find((one) => one.id === id)?.label ?? "", 60),
    date,
    start,
    end,
    generation,
    sides: spec.sides.map((side) => cut(side.label ?? side.id, 60)),
    mix: mix.map(({ side, min, max }) => ({ side, min, max: max === Infinity ? null : max })),
    tables: tables.map((table, t): TableView => {
      const list = inOrder(seats.occupants[meal]![t]!, table.host);
      const position = new Map(list.map((p, i) => [p, i]));
      return {
        id: table.id,
        name: tableName(table.id),
        seats: table.seats,
        people: list.map((p) => seatView(laid, p)),
        ties: (ties.byTable[t] ?? []).map(([p, q, mutual]) => [position.get(p)!, position.get(q)!, mutual]),
        points: pointsOf(seats, meal, list),
      };
    }),
    unseated: inOrder(
      facts.people.flatMap(({ index }) => (eats[index] && seats.tables[meal]![index]! < 0 ? [index] : [])),
      -1,
    ).map((p) => seatView(laid, p)),
    served: ties.served,
    total: placed.report.score.total,
  };
}

/** How people sit at a table: the host, then side by side, by name. */
export function orderAt({ facts, names, spec }: Known): (people: readonly number[], host: number) => number[] {
  const { compare } = new Intl.Collator(spec.event.locale ?? "en");
  return (people, host) => {
    const rank = (p: number): number => (p === host ? -1 : facts.people[p]!.side);
    return [...people].sort((a, b) => rank(a) - rank(b) || compare(names[a]!, names[b]!) || a - b);
  };
}

function seatView({ placed, seats, meal, locked }: Laid, p: number): SeatView {
  const { facts, names, organisations } = placed.known;
  const table = seats.tables[meal]![p]!;
  return {
    id: facts.people[p]!.id,
    name: names[p]!,
    short: cut(shortName(names[p]!, organisations[p]!), SHORT),
    organisation: organisations[p]!,
    side: facts.people[p]!.side,
    host: facts.meals[meal]!.tables[table]?.host === p,
    locked: table >= 0 && locked.get(p) === table,
  };
}

/** First names as initials: E. Boisgravel. One word stays, and who has no organisation may be one. */
export function shortName(name: string, organisation: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== "");
  if (words.length < 2 || organisation === "" || name === organisation || !/^\p{L}/u.test(words[0]!)) return name;
  // Jean-Luc is J.-L.
  const initials = words[0]!.split("-").map((part) => `${Array.from(part)[0] ?? ""}.`);
  return `${initials.join("-")} ${words.slice(1).join(" ")}`;
}

/** Pairs by table whose wishes are met there, and the number of these wishes. From the wishes, each pair once. */
function tiesAt({ seats, meal }: Laid): { byTable: [number, number, boolean][][]; served: number } {
  const { facts, tables } = seats;
  const byTable: [number, number, boolean][][] = [];
  const seen = new Set<number>();
  let served = 0;
  facts.wishes.list.forEach((wish) => {
    const p = facts.wishes.from[wish]!;
    for (const q of partnersOf(facts, wish)) {
      if (p === q || !together(tables[meal]!, p, q) || pairAt(seats, meal, p, q)[0] <= 0) continue;
      served++;
      const pair = facts.pairKey(p, q);
      if (seen.has(pair)) continue;
      seen.add(pair);
      (byTable[tables[meal]![p]!] ??= []).push([p, q, facts.wishesFor(p, q) && facts.wishesFor(q, p)]);
    }
  });
  return { byTable, served };
}

/** What people bring by sitting at one table. */
function pointsOf(seats: Seats, meal: number, list: readonly number[]): SeatPoints {
  const sum = { wishes: 0, colleagues: 0, repeats: 0, total: 0 };
  list.forEach((p, i) => {
    for (let j = i + 1; j < list.length; j++) add(sum, pairAt(seats, meal, p, list[j]!));
  });
  return sum;
}

/** Adds what a pair brings. */
export function add(sum: SeatPoints, [share, alike, again]: readonly [number, number, number]): void {
  sum.wishes += share;
  sum.colleagues += alike;
  sum.repeats += again;
  sum.total += share + alike + again;
}
