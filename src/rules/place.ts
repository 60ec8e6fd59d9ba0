// Rule place: every meeting has a place it may use, open and with room. Per meeting at most one finding, the first that
// holds of missing, unexpected or unknown, wrong, closed; and one per place and slot with more meetings than its capacity.
// Part of RULES (index.ts).

import type { Facts } from "./facts.js";
import { isAllowed } from "./facts/rooms.js";
import { messages } from "./message.js";
import type { Finding, Rule } from "./rule.js";
import type { View } from "./view.js";
import { NONE, viewOf } from "./view.js";

/** A meeting has an open place with room that the pair may use. */
export const place: Rule = {
  id: "place",
  title: { en: "Place", fr: "Lieu" },
  sentence: {
    en: "Every meeting is at a place that is open, has room, and is the host’s own where the host has one.",
    fr: "Chaque rendez-vous a un lieu ouvert, avec de la place, et qui est celui de l’hôte s’il en a un.",
  },
  check(facts, schedule, view = viewOf(facts, schedule)) {
    const findings: Finding[] = [];
    schedule.meetings.forEach((meeting, m) => {
      const kind = wrongness(facts, view, m);
      if (kind === undefined) return;
      findings.push({
        rule: "place",
        kind,
        values: {
          a: meeting.participants[0],
          b: meeting.participants[1],
          slot: meeting.slot,
          place: meeting.place ?? "",
        },
        concerns: {
          participants: [...meeting.participants],
          slots: [meeting.slot],
          places: meeting.place === undefined ? [] : [meeting.place],
          meetings: [m],
        },
      });
    });
    const slots = facts.calendar.slots.length;
    const uses = new Map<number, number[]>();
    for (let m = 0; m < view.size; m++) {
      if (view.place[m]! < 0 || view.slot[m]! < 0) continue;
      const key = view.place[m]! * slots + view.slot[m]!;
      const list = uses.get(key);
      if (list) list.push(m);
      else uses.set(key, [m]);
    }
    for (const [key, meetings] of [...uses].sort(([x], [y]) => x - y)) {
      const room = facts.places[Math.floor(key / slots)]!;
      if (meetings.length <= room.capacity) continue;
      const slot = facts.calendar.slots[key % slots]!.id;
      findings.push({
        rule: "place",
        kind: "capacity",
        values: { place: room.id, slot, used: meetings.length, capacity: room.capacity },
        concerns: { places: [room.id], slots: [slot], meetings },
      });
    }
    return findings;
  },
  message: messages({
    missing: {
      en: "The meeting of {a} and {b} in slot {slot} has no place.",
      fr: "Le rendez-vous de {a} et {b} dans le créneau {slot} n’a pas de lieu.",
    },
    unknown: {
      en: "The meeting of {a} and {b} is at {place}, which the event does not have.",
      fr: "Le rendez-vous de {a} et {b} est à {place}, que l’événement ne connaît pas.",
    },
    wrong: {
      en: "The meeting of {a} and {b} is at {place}, which they may not use.",
      fr: "Le rendez-vous de {a} et {b} est à {place}, qui n’est pas un lieu possible pour eux.",
    },
    closed: {
      en: "{place} is closed in slot {slot}, and {a} and {b} meet there.",
      fr: "{place} est fermé dans le créneau {slot}, et {a} et {b} s’y rencontrent.",
    },
    capacity: {
      en: "{used} {used~meeting is|meetings are} at {place} in slot {slot}, which has room for {capacity}.",
      fr: "{used} rendez-vous {used~est|sont} à {place} dans le créneau {slot}, qui en admet {capacity}.",
    },
  }),
};

function wrongness(facts: Facts, view: View, m: number): "missing" | "unknown" | "wrong" | "closed" | undefined {
  const where = view.place[m]!;
  if (where === NONE) return facts.places.length > 0 ? "missing" : undefined;
  const room = facts.places[where];
  if (!room) return "unknown";
  const p = view.a[m]!;
  const q = view.b[m]!;
  if (p >= 0 && q >= 0 && !isAllowed(facts.allowedPlaces(p, q), room)) return "wrong";
  return view.slot[m]! >= 0 && room.closed[view.slot[m]!] ? "closed" : undefined;
}
