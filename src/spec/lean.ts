// An event without what is only a default written out. Called by hash.ts and print.ts, so that an event reads and
// hashes the same whether its defaults are spelled out or left out. Keys keep the order of the schema.

import { eventSchema, type EventInput } from "./schema.js";

type Plain = Record<string, unknown>;

const RULES = eventSchema.shape.rules.parse(undefined);
const EMPTY = "empty list";

/** Defaults of one kind of object: the value that is the same as leaving the key out. */
const DEFAULTS = {
  session: { changeover: 0 },
  side: { weight: 1, hosts: false },
  tier: { weight: 1, guaranteed: 0 },
  participant: { absent: EMPTY, representatives: EMPTY, needs: EMPTY, offers: EMPTY, meals: true },
  representative: { absent: EMPTY },
  place: { closed: EMPTY },
  meal: { seats: EMPTY },
  bounds: { min: 0 },
  root: {
    tiers: EMPTY,
    wishes: EMPTY,
    places: EMPTY,
    walks: EMPTY,
    locked: EMPTY,
    precedences: EMPTY,
    blocked: EMPTY,
    met: EMPTY,
    meals: EMPTY,
  },
  none: {},
} satisfies Record<string, Plain>;

function isDefault(value: unknown, standard: unknown): boolean {
  if (value === undefined || value === standard) return true;
  if (!Array.isArray(value)) return false;
  if (standard === EMPTY) return value.length === 0;
  return Array.isArray(standard) && value.length === standard.length && value.every((v, i) => v === standard[i]);
}

/** A copy of an object without keys that hold their default; `drop` names keys that are left out whatever they hold. */
function strip<T extends object>(object: T, defaults: Plain, drop?: ReadonlySet<string>): T {
  const result: Plain = {};
  for (const key of Object.keys(object)) {
    if (drop?.has(key)) continue;
    const value = (object as Plain)[key];
    if (!isDefault(value, defaults[key])) result[key] = value;
  }
  return result as T;
}

/** The event without defaults, and without the keys named in `drop` wherever they stand. */
export function lean(spec: EventInput, drop: ReadonlySet<string> = new Set()): EventInput {
  const root = strip(spec, DEFAULTS.root, drop);
  root.calendar = spec.calendar.map((day) => ({
    ...day,
    sessions: day.sessions.map((session) => strip(session, DEFAULTS.session, drop)),
  }));
  root.sides = spec.sides.map((side) => strip(side, DEFAULTS.side, drop));
  if (root.tiers) root.tiers = root.tiers.map((tier) => strip(tier, DEFAULTS.tier, drop));
  root.participants = spec.participants.map((participant) => {
    const result = strip(participant, DEFAULTS.participant, drop);
    if (result.representatives) {
      result.representatives = result.representatives.map((row) => strip(row, DEFAULTS.representative, drop));
    }
    return result;
  });
  if (root.places) root.places = root.places.map((place) => strip(place, DEFAULTS.place, drop));
  if (root.meals) root.meals = root.meals.map((meal) => leanMeal(meal, drop));
  if (root.rules) {
    root.rules = strip(root.rules, RULES);
    if (Object.keys(root.rules).length === 0) delete root.rules;
  }
  return root;
}

function leanMeal(
  meal: NonNullable<EventInput["meals"]>[number],
  drop: ReadonlySet<string>,
): NonNullable<EventInput["meals"]>[number] {
  const result = strip(meal, DEFAULTS.meal, drop);
  if (!result.mix) return result;
  // Side ids are a user's words: no prototype, so that "__proto__" is a side like any other.
  const mix = Object.create(null) as NonNullable<typeof result.mix>;
  for (const [side, bounds] of Object.entries(result.mix)) {
    const kept = strip(bounds, DEFAULTS.bounds);
    if (Object.keys(kept).length > 0) mix[side] = kept;
  }
  if (Object.keys(mix).length > 0) result.mix = mix;
  else delete result.mix;
  return result;
}
