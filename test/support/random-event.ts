// Small random events in which everything of the model may happen, and random solutions of their problems, mostly broken.
// Used by test/property and test/kernel. What a draw contradicts (a lock in a slot where somebody is away, say) is left
// out again, so that every event passes the spec's own checks; it never looks at problem, solver or judge to decide that.

import * as L from "../../assembly/layout.js";
import { compile, type Names } from "../../src/problem/compile.js";
import { decode, type Decoded } from "../../src/problem/decode.js";
import type { Problem } from "../../src/problem/problem.js";
import type { Meeting, Schedule } from "../../src/schedule.js";
import type { Solution } from "../../src/solver/variant.js";
import { calendarOf, type Calendar } from "../../src/spec/calendar.js";
import { readSpec } from "../../src/spec/parse.js";
import { type EventInput, type EventSpec } from "../../src/spec/schema.js";
import { Random } from "./random.js";

type Draft = Required<Omit<EventInput, "$schema" | "pairings">> & Pick<EventInput, "pairings">;
type Session = Draft["calendar"][number]["sessions"][number];
type Pair = [string, string];

const TAGS = ["crm", "data", "call centre", "loyalty"];
const NAMES = ["__proto__", "constructor", "<script>", "عميل", "🙂"];

/** A random event that passes every check of the spec. */
export function randomEvent(seed: number): EventInput {
  const random = new Random(seed);
  const calendar = days(random);
  const slots = calendarOf({ calendar });
  const places = placesOf(random, slots);
  const event: Draft = {
    format: "dancecard/event",
    version: 1,
    event: { name: `Random ${seed}` },
    calendar,
    ...sidesOf(random),
    tiers: random.chance(0.5) ? [] : [tier(random, "gold"), tier(random, "silver")],
    participants: [],
    wishes: [],
    places,
    walks: walksOf(random, places),
    locked: [],
    precedences: [],
    blocked: [],
    met: [],
    meals: [],
    rules: rulesOf(random),
  };
  event.rules.change = new Random(seed ^ 0xc057).pick([0, 15, 400]);
  addParticipants(random, event, slots);
  addWishes(random, event);
  addPairs(random, event, slots);
  addMeals(random, event, slots);
  return withoutContradictions(event, seed);
}

/** The event as parse gives it; readSpec has accepted it already. */
export function randomSpec(seed: number): EventSpec {
  const read = readSpec(randomEvent(seed));
  if (!read.ok) throw new Error(`random event ${seed}: ${JSON.stringify(read.diagnostics)}`);
  return read.value;
}

function days(random: Random): Draft["calendar"] {
  const dates = ["2027-03-18", "2027-03-17"].slice(0, random.int(1, 2));
  // Now and then more slots than one word of a slot set has bits.
  const long = random.chance(0.1);
  return dates.map((date) => {
    const list: Session[] = [];
    let clock = 8 * 60;
    const count = random.int(1, 4);
    for (let i = 0; i < count; i++) {
      const id = `${date.slice(-2)}-${i}`;
      const kind = random.chance(0.65) ? "meetings" : random.chance(0.7) ? "meal" : "programme";
      const session: Session = { id, kind, start: time(clock), end: "" };
      let length = 45;
      if (kind === "meetings") {
        session.meeting = long ? 5 : random.pick([10, 15, 25]);
        if (random.chance(0.6)) session.changeover = long ? 0 : random.pick([0, 5, 10]);
        const n = random.chance(0.05) ? 0 : long ? random.int(10, 25) : random.int(1, 5);
        length = n * (session.meeting + (session.changeover ?? 0)) + (n === 0 ? 4 : random.int(0, 4));
      }
      clock += length;
      session.end = time(clock);
      clock += random.pick([0, 0, 5, 20, 60]);
      list.push(session);
    }
    return { date, sessions: random.shuffled(list) };
  });
}

function time(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Tokens of every kind: slot, session, date, range. */
function tokens(random: Random, { slots, sessions }: Calendar, most: number): string[] {
  return Array.from({ length: random.int(1, most) }, () => {
    const { id, date, start } = random.pick(sessions);
    const kind = random.int(0, 5);
    if (kind <= 1 && slots.length > 0) return random.pick(slots).id;
    if (kind === 2) return id;
    if (kind === 3 && random.chance(0.3)) return date;
    const from = Math.max(0, start + random.int(-20, 40));
    return `${time(from)}/${time(from + random.int(1, 90))}@${date}`;
  });
}

function sidesOf(random: Random): Pick<Draft, "sides" | "pairings"> {
  const ids = ["buyer", "seller", "press"].slice(0, random.int(1, 3));
  const sides = ids.map((id) => ({
    id,
    ...(random.chance(0.4) && { weight: random.int(0, 3) }),
    ...(random.chance(0.4) && { hosts: true }),
  }));
  if (random.chance(0.6)) return { sides };
  const all = ids.flatMap((a, i) => ids.slice(i).map((b): Pair => (random.chance(0.5) ? [a, b] : [b, a])));
  return { sides, pairings: [random.pick(all), ...random.some(all, all.length)] };
}

function tier(random: Random, id: string): Draft["tiers"][number] {
  return {
    id,
    ...(random.chance(0.5) && { weight: random.int(0, 4) }),
    ...(random.chance(0.5) && { guaranteed: random.int(0, 3) }),
    ...(random.chance(0.5) && { maximum: random.int(0, 5) }),
  };
}

function placesOf(random: Random, slots: Calendar): Draft["places"] {
  if (random.chance(0.3)) return [];
  return Array.from({ length: random.int(1, 6) }, (_, i) => ({
    id: `z${i}`,
    ...(random.chance(0.75) && { zone: random.pick(["north", "south", "hall"]) }),
    ...(random.chance(0.4) && { capacity: random.int(0, 3) }),
    ...(random.chance(0.2) && { closed: tokens(random, slots, 1) }),
  }));
}

function walksOf(random: Random, places: Draft["places"]): Draft["walks"] {
  const zones = [...new Set(places.flatMap(({ zone }) => (zone === undefined ? [] : [zone])))];
  return zones.flatMap((a, i) =>
    zones
      .slice(i)
      .filter(() => random.chance(0.6))
      .map((b): [string, string, number] => [a, b, random.pick([0, 3, 8, 20, 40])]),
  );
}

function addParticipants(random: Random, event: Draft, slots: Calendar): void {
  const count = random.int(3, 14);
  const hostile = random.shuffled(NAMES);
  for (let i = 0; i < count; i++) {
    const id = (random.chance(0.1) ? hostile.pop() : undefined) ?? `p${i}`;
    const representatives = Array.from({ length: random.chance(0.25) ? random.int(1, 3) : 0 }, (_, r) => ({
      id: `${id}/${r}`,
      ...(random.chance(0.3) && { absent: tokens(random, slots, 2) }),
    }));
    event.participants.push({
      id,
      side: random.pick(event.sides).id,
      ...(random.chance(0.5) && { organisation: random.pick(["acme", "blue", "__proto__", "p1"]) }),
      ...(event.tiers.length > 0 && random.chance(0.6) && { tier: random.pick(event.tiers).id }),
      ...(random.chance(0.15) && { guaranteed: random.int(0, 3) }),
      ...(random.chance(0.2) && { maximum: random.int(0, 4) }),
      ...(random.chance(0.3) && { absent: tokens(random, slots, 2) }),
      ...(representatives.length > 0 && { representatives }),
      ...(event.places.length > 0 && random.chance(0.35) && { place: random.pick(event.places).id }),
      needs: random.some(TAGS, random.int(0, 3)),
      offers: random.some(TAGS, random.int(0, 3)),
      ...(random.chance(0.1) && { meals: false }),
    });
  }
}

function addWishes(random: Random, event: Draft): void {
  const { participants } = event;
  const levels = event.rules.points!.length;
  const density = random.pick([0.1, 0.3, 0.6]);
  const kind = (): { veto: true } | { priority: number } =>
    random.chance(0.12) ? { veto: true } : { priority: random.int(1, levels) };
  const ids = new Set(participants.map(({ id }) => id));
  const organisations = new Set(participants.flatMap(({ organisation }) => organisation ?? []));
  for (const from of participants) {
    for (const to of participants) {
      if (from !== to && random.chance(density)) event.wishes.push({ from: from.id, to: to.id, ...kind() });
    }
    for (const to of organisations) {
      // A name that is also a participant's means the participant: that wish may stand already.
      if (ids.has(to) || to === from.organisation || !random.chance(density / 2)) continue;
      event.wishes.push({ from: from.id, to, ...kind() });
    }
  }
  event.wishes = random.shuffled(event.wishes);
}

function addPairs(random: Random, event: Draft, slots: Calendar): void {
  const ids = event.participants.map(({ id }) => id);
  const wished = event.wishes
    .filter(({ to, veto }) => !veto && ids.includes(to))
    .map(({ from, to }): Pair => [from, to]);
  const anyPair = (): Pair => random.shuffled(ids).slice(0, 2) as Pair;
  const pair = (): Pair => {
    const [a, b] = wished.length > 0 && random.chance(0.7) ? random.pick(wished) : anyPair();
    return random.chance(0.5) ? [a, b] : [b, a];
  };
  const list = <T>(probability: number, most: number, make: () => T): T[] =>
    random.chance(probability) ? Array.from({ length: random.int(1, most) }, make) : [];
  event.blocked = list(0.4, 3, () => ({
    participants: pair(),
    ...(random.chance(0.6) && { slots: tokens(random, slots, 2) }),
  }));
  event.met = list(0.4, 3, pair);
  for (const participants of list(0.6, 4, () => (wished.length > 0 ? random.pick(wished) : pair()))) {
    const times = random.chance(0.3) ? random.int(2, 3) : 1;
    for (let i = 0; i < times; i++) {
      event.locked.push({
        participants: random.chance(0.5) ? participants : [participants[1], participants[0]],
        ...when(random, slots),
        ...(event.places.length > 0 && random.chance(0.3) && { place: random.pick(event.places).id }),
      });
    }
  }
  const lockedPair = (): Pair =>
    event.locked.length > 0 && random.chance(0.5) ? random.pick(event.locked).participants : pair();
  event.precedences = list(0.4, 4, () => ({ first: lockedPair(), then: lockedPair() }));
}

function when(random: Random, slots: Calendar): { slot?: string; slots?: string[] } {
  if (slots.slots.length > 0 && random.chance(0.3)) return { slot: random.pick(slots.slots).id };
  return random.chance(0.4) ? { slots: tokens(random, slots, 3) } : {};
}

function addMeals(random: Random, event: Draft, slots: Calendar): void {
  const ids = event.participants.map(({ id }) => id);
  for (const { id: session, kind } of random.shuffled(slots.sessions)) {
    if (kind !== "meal" || random.chance(0.1)) continue;
    const people = random.shuffled(ids);
    const tables = Array.from({ length: random.int(1, 4) }, (_, t) => ({
      id: `t${t}`,
      seats: random.int(1, 6),
      ...(random.chance(0.25) && people.length > 0 && { host: people.pop()! }),
    }));
    const mix: NonNullable<Draft["meals"][number]["mix"]> = {};
    for (const { id } of event.sides) {
      if (!random.chance(0.4)) continue;
      mix[id] = {
        ...(random.chance(0.6) && { min: random.int(0, 2) }),
        ...(random.chance(0.6) && { max: random.int(0, 3) }),
      };
    }
    const fixed = people.slice(0, random.chance(0.4) ? random.int(0, 3) : 0);
    const seats = fixed.map((participant) => ({ participant, table: random.pick(tables).id }));
    event.meals.push({ session, tables, ...(random.chance(0.6) && { mix }), ...(seats.length > 0 && { seats }) });
  }
}

function rulesOf(random: Random): Draft["rules"] {
  const points = random.shuffled([100, 60, 30, 10, 7, 1, 0]).slice(0, random.int(1, 4));
  return {
    points: random.chance(0.7) ? points.sort((a, b) => b - a) : points,
    mutual: random.pick([0, 1, 50]),
    match: random.pick([0, 3, 5]),
    ...(random.chance(0.3) && { fill: random.int(0, 3) }),
    met: random.pick(["ignore", "exclude"] as const),
    guarantee: random.pick([0, 1000]),
    fairness: random.pick([0, 1, 50, 137]),
    gap: random.pick([0, 4]),
    hole: random.pick([0, 7]),
    ...(random.chance(0.3) && { maxHoles: random.int(0, 2) }),
    walk: random.pick([0, 1, 3]),
    walkDefault: random.pick([0, 0, 6, 15]),
    walkHard: random.chance(0.6),
    ...(random.chance(0.3) && { maxConsecutive: random.int(1, 3) }),
    onePerOrganisation: random.chance(0.3),
    mealSeat: random.pick([0, 1000]),
    mealShare: random.pick([0, 40, 33]),
    mealColleagues: random.pick([0, 20]),
    mealRepeat: random.pick([0, 20]),
  };
}

/** Leaves out what the spec's own checks object to, one entry after the other. */
function withoutContradictions(event: Draft, seed: number): EventInput {
  for (;;) {
    const read = readSpec(event);
    if (read.ok) return event;
    const { path, code } = read.diagnostics.find((d) => d.severity === "error")!;
    const [list, i, key, k] = path as [string, number, string?, number?];
    const meal = list === "meals" ? event.meals[i] : undefined;
    if (list === "locked") event.locked.splice(i, 1);
    else if (list === "precedences") event.precedences.splice(i, 1);
    else if (meal && key === "mix") delete meal.mix;
    else if (meal && key === "seats") meal.seats!.splice(k!, 1);
    else if (meal && key === "tables" && (meal.seats ?? []).length > 0) delete meal.seats;
    else if (meal && key === "tables" && meal.mix) delete meal.mix;
    else if (meal && key === "tables") delete meal.tables[k!]!.host;
    else throw new Error(`random event ${seed} is refused: ${code} at ${path.join(".")}`);
  }
}

/** Any solution of this problem's size: some units anywhere, at any place, some people at any table of their meal. */
export function randomSolution(problem: Problem, seed: number): Solution {
  const random = new Random(seed ^ 0x5eed);
  const s = problem.sections;
  const [units, slots, places] = [L.N_UNITS, L.N_SLOTS, L.N_PLACES].map((w) => problem.word(w)) as [
    number,
    number,
    number,
  ];
  const [meals, people] = [problem.word(L.N_MEALS), problem.word(L.N_PARTICIPANTS)];
  const solution: Solution = {
    units: new Int32Array(units * L.UNIT_RECORD).fill(-1),
    seats: new Int32Array(meals * people).fill(-1),
  };
  const density = random.pick([0.1, 0.4, 0.9]);
  const sense = random.pick([0, 0.5, 1]);
  const row = (p: number): number => random.int(s.rowStart[p]!, s.rowStart[p + 1]! - 1);
  for (let u = 0; u < units; u++) {
    if (!random.chance(density)) continue;
    const may = Array.from({ length: slots }, (_, t) => t).filter((t) => isIn(problem, s.unitSlots, u, t));
    const slot = may.length > 0 && random.chance(sense) ? random.pick(may) : random.int(0, slots - 1);
    let place = places > 0 ? random.int(-1, places - 1) : -1;
    if (places > 0 && random.chance(sense)) {
      const own = [s.unitPlaceA[u]!, s.unitPlaceB[u]!].filter((z) => z >= 0);
      if (own.length > 0) place = random.pick(own);
      else if (problem.word(L.N_POOL) > 0) place = s.pool[random.int(0, problem.word(L.N_POOL) - 1)]!;
    }
    solution.units.set([slot, row(s.unitP[u]!), row(s.unitQ[u]!), place], u * L.UNIT_RECORD);
  }
  const seating = random.pick([0.3, 0.9]);
  for (let m = 0; m < meals; m++) {
    const [first, end] = [s.tableStart[m]!, s.tableStart[m + 1]!];
    for (let p = 0; p < people; p++) {
      const at = m * people + p;
      if (end > first && random.chance(seating)) solution.seats[at] = random.int(first, end - 1);
      if (s.fixedTable[at]! >= 0 && random.chance(sense)) solution.seats[at] = s.fixedTable[at]!;
    }
  }
  return solution;
}

/** Bit t of slot set number i of a section. */
export function isIn(problem: Problem, sets: Int32Array, i: number, t: number): boolean {
  return ((sets[i * problem.word(L.N_WORDS) + (t >> 5)]! >>> (t & 31)) & 1) === 1;
}

/** What decode gives, as a schedule for the judge. */
export function scheduleOf({ meetings, meals }: Decoded): Schedule {
  return { format: "dancecard/schedule", version: 1, event: "0".repeat(64), meetings, meals, unmet: [] };
}

/**
 * A published schedule of this event, or of one like it: mostly the solution of the same seed, with some entries changed,
 * left out, doubled or unknown. Undefined for every other seed.
 */
function randomBase(problem: Problem, names: Names, seed: number): Schedule | undefined {
  const random = new Random(seed ^ 0xba5e);
  if (random.chance(0.5)) return undefined;
  const { meetings, meals, ...rest } = scheduleOf(decode(names, problem, randomSolution(problem, seed)));
  const share = random.pick([0, 0.02, 0.2]);
  const other = (list: readonly string[]): string => (random.chance(0.1) ? "gone" : random.pick(list));
  return {
    ...rest,
    meetings: meetings.flatMap((meeting) => {
      if (!random.chance(share)) return [meeting];
      const [a] = meeting.participants;
      const changed = random.pick<Partial<Meeting>>([
        { slot: other(names.slots) },
        { place: other(["nowhere", ...names.places]) },
        { participants: [a, other(names.participants)] },
        { rows: [other(names.rows), other(names.rows)] },
      ]);
      return random.pick([[], [meeting, meeting], [{ ...meeting, ...changed }], [{ ...meeting, ...changed }]]);
    }),
    meals: meals.flatMap((seating) => {
      if (!random.chance(share)) return [seating];
      const participants = [...seating.participants, other(names.participants)];
      const table = other(names.tables);
      const session = other(names.meals);
      return random.pick([[], [{ ...seating, participants }], [{ ...seating, table }], [{ ...seating, session }]]);
    }),
  };
}

/** A random event, compiled; for every other seed as a repair of a random base. */
export function randomRepair(seed: number): ReturnType<typeof compile> & { spec: EventSpec; base?: Schedule } {
  const spec = randomSpec(seed);
  const plain = compile(spec);
  const base = randomBase(plain.problem, plain.names, seed);
  return base ? { spec, base, ...compile(spec, base) } : { spec, ...plain };
}
