// Why a person sits with the others at the table: wishes, meetings, colleagues, earlier meals, each with its points.
// Called by desk.ts for the person who is chosen; linear in the seats of one table.

import type { SeatPoints, TiesView, TieView } from "../../lunch-views.js";
import { wishFor, type Placed } from "../placed.js";
import { pairAt, together } from "./seats.js";
import { add, orderAt, type Laid } from "./tables.js";

/** Everybody at the person's table, those first with whom there is something to say. */
export function tiesView(laid: Laid, person: number, generation: number): TiesView {
  const { placed, seats, meal } = laid;
  const { facts, names, spec } = placed.known;
  const sum: SeatPoints = { wishes: 0, colleagues: 0, repeats: 0, total: 0 };
  const here = seats.occupants[meal]![seats.tables[meal]![person]!] ?? [];
  const priority = (p: number, q: number): number => {
    const wish = wishFor(facts, p, q);
    return wish < 0 ? 0 : (spec.wishes[wish]!.priority ?? 0);
  };
  const ties = orderAt(placed.known)(here, -1)
    .filter((q) => q !== person)
    .map((q): TieView => {
      const points: SeatPoints = { wishes: 0, colleagues: 0, repeats: 0, total: 0 };
      add(points, pairAt(seats, meal, person, q));
      add(sum, pairAt(seats, meal, person, q));
      return {
        id: facts.people[q]!.id,
        name: names[q]!,
        side: facts.people[q]!.side,
        own: priority(person, q),
        other: priority(q, person),
        met: facts.wishesFor(person, q) || facts.wishesFor(q, person) ? metAt(placed, person, q) : null,
        before: facts.meals.slice(0, meal).flatMap(({ session }, m) => {
          return together(seats.tables[m]!, person, q) ? [facts.calendar.sessions[session]!.date] : [];
        }),
        points,
      };
    });
  const weight = (tie: TieView): number =>
    Math.abs(tie.points.total) + (tie.own || tie.other || tie.before.length > 0 ? 1 : 0);
  ties.sort((a, b) => weight(b) - weight(a));
  return { session: facts.meals[meal]!.id, id: facts.people[person]!.id, generation, ties, points: sum };
}

/** When two people meet, or null. */
function metAt({ known, schedule, pairs }: Placed, p: number, q: number): TieView["met"] {
  const { facts } = known;
  if (!pairs.has(facts.pairKey(p, q))) return null;
  const [a, b] = [facts.people[p]!.id, facts.people[q]!.id];
  const meeting = schedule.meetings.find(({ participants }) => participants.includes(a) && participants.includes(b));
  const slot = facts.calendar.slots[facts.calendar.slotIndex.get(meeting?.slot ?? "") ?? -1];
  return slot ? { date: facts.calendar.sessions[slot.session]!.date, start: slot.start } : null;
}
