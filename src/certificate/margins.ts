// What one more of something could bring at most by the prices of a certificate, in points: a place, a slot, a participant.
// Pure data, for the command line. The event with one more of it, alike in everything, has at the same prices a bound that
// is higher by at most this much; how much better the best schedule becomes is not said. Fairness is counted as if what
// others can hope for stayed what it is, and one more participant brings no place.

import type { Certificate } from "../bound.js";
import { meetingLeft } from "../certificate.js";
import { daysWorth } from "./days.js";
import { pairSlots, slotsIn } from "./slots.js";
import { factsOf, type Facts } from "../rules/facts.js";
import type { EventSpec } from "../spec/schema.js";
import { describeCertificate } from "./describe.js";
import { scaled } from "./exact.js";
import { openPairs } from "./pairs.js";
import { exclusivePrice, readCertificate, worth, type Prices, type Refused } from "./read.js";

export interface Margins {
  /** One more place that is open in all slots; left out where room is unlimited. */
  place?: number;
  /** One more place in this slot alone: the dearest first, those without a price left out. */
  places: { slot: string; points: number }[];
  /** One more slot like this one, with the same people and the same room: likewise. */
  slots: { slot: string; session: string; points: number }[];
  /** The dearest slot of each session, in the order of time: one more slot there. */
  sessions: { session: string; slot: string; points: number }[];
  /** One more participant of a side. */
  sides: SideMargin[];
}

export interface SideMargin {
  side: string;
  /** One more like this one: the same wishes, wished for by the same people, present in the same slots. */
  participant: string;
  points: number;
  /** One more like the middle one of the side. */
  median: number;
}

/** The margins, or why the certificate is none of this event. */
export function marginsOf(event: Facts | EventSpec, certificate: Certificate): Margins | Refused {
  const facts = "people" in event ? event : factsOf(event);
  const prices = readCertificate(facts, certificate);
  const dear = describeCertificate(facts, certificate);
  if ("ok" in prices) return prices;
  if ("ok" in dear) return dear;
  const { slots, sessions } = facts.calendar;
  const sessionOf = new Map(slots.map(({ id, session }) => [id, sessions[session]!.id]));
  const places = dear.slots.flatMap(({ slot, room }) => (room > 0 ? [{ slot, points: room }] : []));
  const bySlot = dear.slots.map(({ slot, points }) => ({ slot, session: sessionOf.get(slot)!, points }));
  return {
    ...(facts.places.length > 0 && { place: places.reduce((sum, { points }) => sum + points, 0) }),
    places: places.sort((a, b) => b.points - a.points),
    slots: bySlot,
    sessions: sessions.flatMap(({ id }) => {
      const first = bySlot.find(({ session }) => session === id);
      return first ? [{ session: id, slot: first.slot, points: first.points }] : [];
    }),
    sides: sidesOf(facts, prices),
  };
}

function sidesOf(facts: Facts, prices: Prices): SideMargin[] {
  const points = copies(facts, prices);
  return facts.sideIds.flatMap((side, s) => {
    const own = facts.people.flatMap((person) => (person.side === s ? [person.index] : []));
    own.sort((a, b) => points[b]! - points[a]! || a - b);
    if (own.length === 0) return [];
    const middle = points[own[own.length >> 1]!]!;
    return [{ side, participant: facts.people[own[0]!]!.id, points: points[own[0]!]!, median: middle }];
  });
}

/** What a second participant like each one adds to the bound, in points; never below 0, for nobody need be used. */
function copies(facts: Facts, prices: Prices): number[] {
  const { scale, mu, sigma, slope, touch } = prices;
  const sums = facts.people.map(({ index, maximum, guaranteed }) => {
    let sum = mu[index]! > 0 ? maximum * mu[index]! : 0;
    sum += Number(daysWorth(facts, prices, index));
    for (const { eats, tables } of facts.meals)
      if (eats[index]) sum += sigma[index]! * tables.reduce((most, { seats }) => Math.max(most, seats - 1), 0);
    const best = facts.best(index);
    const unfair =
      best > 0 ? (facts.rules.fairness * (best - touch[index]!) * (best + touch[index]!)) / (100 * best) : 0;
    return sum - guaranteed * slope[index]! - scale * unfair;
  });
  const mask = new Uint32Array(facts.words);
  const slots: number[] = [];
  for (const { p, q, value, table } of openPairs(facts)) {
    let left = 0;
    slots.length = 0;
    if (value !== undefined) slotsIn(pairSlots(facts, p, q, mask), slots);
    if (value !== undefined && slots.length > 0) {
      const others = exclusivePrice(facts, prices, p, q) + exclusivePrice(facts, prices, q, p);
      left = Number(meetingLeft(facts, prices, p, q, value, slots, others));
    }
    const seated = table > 0 ? Number(scaled(table, scale, 0 - sigma[p]! - sigma[q]!)) : 0;
    const more = Math.max(0, left, seated);
    sums[p]! += more;
    sums[q]! += more;
  }
  // A copy is one more of its organisation for everybody, and has as many partners itself.
  for (const [key, price] of prices.exclusive) sums[Math.floor(key / facts.organisations.length)]! += price;
  const { wishes } = facts;
  for (const wish of wishes.list) {
    if (wishes.organisation[wish]! < 0) continue;
    sums[wishes.from[wish]!]! += Number(worth(facts, prices, wish)) - prices.organisation[wish]!;
  }
  return sums.map((sum) => Math.max(0, Math.ceil(sum)) / scale);
}
