// The judge's own view of an event: everything by index, worked out from the spec alone.
// Built once per event by verify, measure, explain and summary, and passed to every rule; its parts stand in facts/.
// It never sees a problem, a solver or the kernel: a bug in compile must be visible to the judge.

import type { Calendar } from "../spec/calendar.js";
import { calendarOf } from "../spec/calendar.js";
import type { EventSpec, Rules } from "../spec/schema.js";
import type { Eligibility } from "./facts/eligibility.js";
import { eligibilityOf } from "./facts/eligibility.js";
import type { Locks } from "./facts/locks.js";
import { locksOf } from "./facts/locks.js";
import type { Meals } from "./facts/meals.js";
import { mealsOf } from "./facts/meals.js";
import type { People } from "./facts/people.js";
import { peopleOf } from "./facts/people.js";
import type { Rooms } from "./facts/rooms.js";
import { roomsOf } from "./facts/rooms.js";
import type { Values } from "./facts/values.js";
import { valuesOf } from "./facts/values.js";
import type { Wishes } from "./facts/wishes.js";
import { wishesOf } from "./facts/wishes.js";

/** An event as the judge sees it; each part is described in its file under facts/. */
export interface Facts extends People, Wishes, Locks, Rooms, Eligibility, Values, Meals {
  spec: EventSpec;
  rules: Rules;
  calendar: Calendar;
}

/** Indexes an event for the judge; linear in what the event lists. */
export function factsOf(spec: EventSpec): Facts {
  const calendar = calendarOf(spec);
  const people = peopleOf(spec, calendar);
  const wishes = wishesOf(spec, people);
  const locks = locksOf(spec, calendar, people);
  const eligibility = eligibilityOf(spec, calendar, { ...people, ...wishes, ...locks });
  return {
    spec,
    rules: spec.rules,
    calendar,
    ...people,
    ...wishes,
    ...locks,
    ...roomsOf(spec, calendar, people, locks),
    ...eligibility,
    ...valuesOf(spec, { ...people, ...wishes, ...eligibility }),
    ...mealsOf(spec, calendar, people),
  };
}
