// Rule locked: locked meetings are held as they are locked. For each locked pair as many findings as its locks exceed a
// maximum matching between its meetings and its locks; each names a lock without a meeting. Part of RULES (index.ts).

import type { Meeting, Schedule } from "../schedule.js";
import type { Lock } from "./facts/locks.js";
import { messages } from "./message.js";
import type { Finding, Rule } from "./rule.js";
import type { View } from "./view.js";
import { viewOf } from "./view.js";

/** Locked meetings are held as they are locked. */
export const locked: Rule = {
  id: "locked",
  title: { en: "Locked meetings", fr: "Rendez-vous imposés" },
  sentence: {
    en: "Every locked meeting is held, in its slot and at its place.",
    fr: "Chaque rendez-vous imposé a lieu, dans son créneau et à son lieu.",
  },
  check(facts, schedule, view = viewOf(facts, schedule)) {
    const findings: Finding[] = [];
    for (const [key, locks] of facts.locks) {
      const meetings = [...(view.pairs.get(key) ?? [])];
      const fits = (lock: Lock, m: number): boolean => {
        const meeting: Meeting = schedule.meetings[m]!;
        if (lock.place !== undefined && meeting.place !== lock.place) return false;
        return lock.slots === undefined || lock.slots[view.slot[m]!] === 1;
      };
      for (const lock of unmatched(locks, distinct(locks, meetings, schedule, view), fits)) {
        const participants = [facts.people[lock.p]!.id, facts.people[lock.q]!.id];
        const slots = [...(lock.slots ?? [])].flatMap((flag, s) => (flag ? [facts.calendar.slots[s]!.id] : []));
        findings.push({
          rule: "locked",
          kind: meetings.length === 0 ? "missing" : "elsewhere",
          values: { a: participants[0]!, b: participants[1]!, lock: lock.index },
          concerns: {
            participants,
            slots,
            places: lock.place === undefined ? [] : [lock.place],
            meetings,
          },
        });
      }
    }
    return findings;
  },
  message: messages({
    missing: {
      en: "The locked meeting of {a} and {b} is not held.",
      fr: "Le rendez-vous imposé entre {a} et {b} n’a pas lieu.",
    },
    elsewhere: {
      en: "{a} and {b} meet, and not as it is locked.",
      fr: "{a} et {b} se rencontrent, mais pas comme il est imposé.",
    },
  }),
};

// Of meetings that are the same to every lock, as many as there are locks: the matching is as large as with all of them.
function distinct(locks: readonly Lock[], meetings: readonly number[], schedule: Schedule, view: View): number[] {
  const places = new Map<string | undefined, number>();
  for (const { place } of locks) if (place !== undefined) places.set(place, places.size + 1);
  const seen = new Map<number, number>();
  return meetings.filter((m) => {
    const place = places.get(schedule.meetings[m]!.place) ?? 0;
    const key = (view.slot[m]! + 2) * (locks.length + 1) + place;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count <= locks.length;
  });
}

// Augmenting paths (Kuhn): locks are tried in order, so that the first ones keep their meetings.
function unmatched(
  locks: readonly Lock[],
  meetings: readonly number[],
  fits: (lock: Lock, m: number) => boolean,
): Lock[] {
  const holder = new Map<number, number>();
  const place = (lock: number, seen: Set<number>): boolean => {
    for (const m of meetings) {
      if (seen.has(m) || !fits(locks[lock]!, m)) continue;
      seen.add(m);
      const before = holder.get(m);
      if (before !== undefined && !place(before, seen)) continue;
      holder.set(m, lock);
      return true;
    }
    return false;
  };
  return locks.filter((_, lock) => !place(lock, new Set()));
}
