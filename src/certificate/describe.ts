// What the prices of a certificate say to people: whose time, which slots and which room are dear, in points. Pure data,
// for the command line and the page. It proves nothing; a price is what one more of something could bring at most.

import type { Certificate } from "../bound.js";
import { daysWorth } from "./days.js";
import { factsOf, type Facts } from "../rules/facts.js";
import type { EventSpec } from "../spec/schema.js";
import { readCertificate, type Refused } from "./read.js";

export interface PersonPrice {
  participant: string;
  /** The dearest days that the rows could have, and the maximum, summed: what all of this time is worth. */
  points: number;
  /** The dearest slot, and its price; left out where no slot has one. */
  slot?: string;
  slotPoints?: number;
  /** What one more meeting than the maximum could bring. */
  maximum: number;
}

export interface SlotPrice {
  slot: string;
  /** What the time of all who are present, and the room, is worth in this slot. */
  points: number;
  /** What one more place in this slot could bring. */
  room: number;
}

/** The dearest first; entries without a price are left out. */
export interface Dear {
  people: PersonPrice[];
  slots: SlotPrice[];
}

/** Prices in points, or why the certificate is none of this event. */
export function describeCertificate(event: Facts | EventSpec, certificate: Certificate): Dear | Refused {
  const facts = "people" in event ? event : factsOf(event);
  const prices = readCertificate(facts, certificate);
  if ("ok" in prices) return prices;
  const { slots } = facts.calendar;
  const { pi, kappa, mu, scale } = prices;
  const bySlot = new Float64Array(slots.length);
  const people = facts.people.map(({ id, index, rows, maximum }): PersonPrice => {
    const time = Number(daysWorth(facts, prices, index));
    const sum = time + (mu[index]! > 0 ? maximum * mu[index]! : 0);
    let dearest = -1;
    for (let t = 0; t < slots.length; t++) {
      const price = pi[index * slots.length + t]!;
      const present = rows.reduce((count, row) => count + facts.rows[row]!.present[t]!, 0);
      if (present === 0 || price <= 0) continue;
      bySlot[t]! += present * price;
      if (dearest < 0 || price > pi[index * slots.length + dearest]!) dearest = t;
    }
    return {
      participant: id,
      points: sum / scale,
      ...(dearest >= 0 && { slot: slots[dearest]!.id, slotPoints: pi[index * slots.length + dearest]! / scale }),
      maximum: mu[index]! / scale,
    };
  });
  const times = slots.map(({ id }, t): SlotPrice => {
    const places = facts.places.reduce((sum, place) => sum + (place.closed[t] ? 0 : place.capacity), 0);
    const room = kappa[t]! > 0 ? places * kappa[t]! : 0;
    return { slot: id, points: (bySlot[t]! + room) / scale, room: kappa[t]! / scale };
  });
  return {
    people: people.filter(({ points, maximum }) => points > 0 || maximum > 0).sort((a, b) => b.points - a.points),
    slots: times.filter(({ points, room }) => points > 0 || room > 0).sort((a, b) => b.points - a.points),
  };
}
