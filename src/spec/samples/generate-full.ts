// The second half of the generator: what `rules: "full"` adds to a pure event, so that every rule has work to do.
// Called by generate.ts, on the lists it has just made; changes them in place. Nothing it adds can contradict itself:
// locks are asked only of people who are always there, one lock each.
//
// What it adds (n buyers, m suppliers, t slots):
// - Packages: a fifth of the suppliers gold (weight 2, t/2 meetings guaranteed, at most 3t/4), two fifths silver (t/4,
//   t/2 + 1), the others bronze (0, t/3 + 1); buyers t/6 and 3t/4. Who misses half of the event is promised half.
// - Organisations: every sixth buyer has a colleague or two, every tenth supplier one; a third of the wishes for such
//   people become wishes for their organisation. At most one meeting per other organisation.
// - Stands in 2 to 6 zones, 3 minutes for the next and 6 for the one after it, 9 for others (5 of changeover); every
//   eighth supplier has none and meets in a hall; one stand in 20 is closed for one session.
// - Two representatives for every eighth supplier, one of them away for one session.
// - A lunch each day: tables of 8 to 10 for 105 % of those who eat (95 % of all), every third with a host.
// - About 1 lock per 16 people of the smaller side, 1 precedence per 40 buyers, 1 block per 300 wishes (half of them for
//   one session), 1 earlier meeting per 100 wishes.

import type { EventInput } from "../schema.js";
import type { PlannedSlot } from "./generate.js";
import type { Random } from "./random.js";
import { wishKey } from "./wishes.js";
import type { ParticipantInput, WishInput } from "./wishes.js";

/** Lists of the pure event; the participants are the same objects as in the event. */
export interface FullBase {
  buyers: ParticipantInput[];
  suppliers: ParticipantInput[];
  slots: readonly PlannedSlot[];
  /** Who misses one half of the event. */
  half: ReadonlySet<ParticipantInput>;
}

/** Adds everything that `pure` leaves out. */
export function addFullRules(event: EventInput, base: FullBase, dice: Random): void {
  const sessions = event.calendar.flatMap((day) => day.sessions).map((session) => session.id);
  event.sides[0]!.weight = 2;
  event.sides[1]!.hosts = true;
  addTiers(event, base, dice);
  addOrganisations(event, base, dice);
  // Before places and representatives take people away from some of them.
  const locks = addLocks(event, base, sessions, dice);
  addPlaces(event, base, sessions, locks, dice);
  addRepresentatives(base, sessions, dice);
  addMeals(event, base, dice);
  addPairs(event, sessions, locks, dice);
  event.rules = {
    met: "exclude",
    hole: 2,
    maxHoles: 2,
    maxConsecutive: base.slots.length / sessions.length >= 5 ? 4 : 3,
    onePerOrganisation: true,
    walkDefault: 9,
  };
}

function addTiers(event: EventInput, { buyers, suppliers, slots, half }: FullBase, dice: Random): void {
  const t = slots.length;
  const part = (over: number, under: number): number => Math.max(1, Math.floor((t * over) / under));
  event.tiers = [
    { id: "gold", weight: 2, guaranteed: part(1, 2), maximum: part(3, 4) },
    { id: "silver", guaranteed: part(1, 4), maximum: part(1, 2) + 1 },
    { id: "bronze", maximum: part(1, 3) + 1 },
    { id: "guest", guaranteed: part(1, 6), maximum: part(3, 4) },
  ];
  const guaranteed = new Map(event.tiers.map((tier) => [tier.id, tier.guaranteed ?? 0]));
  const m = suppliers.length;
  dice.shuffle(suppliers).forEach((one, i) => {
    one.tier = i < m / 5 ? "gold" : i < (m * 3) / 5 ? "silver" : "bronze";
  });
  for (const one of buyers) one.tier = "guest";
  for (const one of half) {
    const promised = guaranteed.get(one.tier!)!;
    if (promised > 0) one.guaranteed = Math.floor(promised / 2);
  }
}

function addOrganisations(event: EventInput, { buyers, suppliers }: FullBase, dice: Random): void {
  const group = (people: readonly ParticipantInput[], every: number, most: number, title: string): void => {
    for (let i = 0, g = 1; i + 1 < people.length; i += every, g++) {
      const members = people.slice(i, i + Math.min(every, dice.between(2, most)));
      for (const one of members) one.organisation = `${title} group ${g}`;
    }
  };
  group(buyers, 6, 3, "Buyer");
  group(suppliers, 10, 2, "Supplier");
  const organisation = new Map(event.participants.map((one) => [one.id, one.organisation]));
  const stands = new Set<string>();
  for (const wish of event.wishes!) {
    const name = organisation.get(wish.to);
    if (name === undefined || wish.veto || !dice.chance(33) || stands.has(wishKey(wish.from, name))) continue;
    stands.add(wishKey(wish.from, name));
    wish.to = name;
  }
}

/** Locks, each of people of its own; gives the ids of all who are in one. */
function addLocks(event: EventInput, base: FullBase, sessions: readonly string[], dice: Random): Set<string> {
  const free = (people: readonly ParticipantInput[]): ParticipantInput[] =>
    dice.shuffle(people.filter((one) => one.absent === undefined));
  const buyers = free(base.buyers);
  const suppliers = free(base.suppliers);
  const vetoes = new Set(
    event.wishes!.filter((w) => w.veto).flatMap((w) => [wishKey(w.from, w.to), wishKey(w.to, w.from)]),
  );
  const wanted = Math.max(2, Math.floor(Math.min(base.buyers.length, base.suppliers.length) / 16));
  const locked: NonNullable<EventInput["locked"]> = [];
  const busy = new Set<string>();
  for (let i = 0; i < Math.min(buyers.length, suppliers.length) && locked.length < wanted; i++) {
    const participants: [string, string] = [buyers[i]!.id, suppliers[i]!.id];
    if (vetoes.has(wishKey(...participants))) continue;
    if (locked.length % 3 === 0) locked.push({ participants, slot: dice.pick(base.slots).id });
    else if (locked.length % 3 === 1) locked.push({ participants, slots: [dice.pick(sessions)] });
    else locked.push({ participants });
    busy.add(participants[0]).add(participants[1]);
  }
  event.locked = locked;
  return busy;
}

function addPlaces(
  event: EventInput,
  { suppliers }: FullBase,
  sessions: readonly string[],
  locks: ReadonlySet<string>,
  dice: Random,
): void {
  const zones = ["A", "B", "C", "D", "E", "F"].slice(0, Math.max(2, Math.min(6, Math.ceil(suppliers.length / 20))));
  const places: NonNullable<EventInput["places"]> = [];
  let homeless = 0;
  suppliers.forEach((one, i) => {
    if (i % 8 === 7) {
      homeless++;
      return;
    }
    one.place = `stand-${one.id}`;
    places.push({ id: one.place, zone: zones[Math.floor((i * zones.length) / suppliers.length)]! });
    if (dice.chance(5) && !locks.has(one.id)) places[places.length - 1]!.closed = [dice.pick(sessions)];
  });
  places.push({ id: "hall", zone: zones[zones.length - 1]!, capacity: Math.max(1, homeless) });
  event.places = places;
  event.walks = [];
  for (let i = 0; i + 1 < zones.length; i++) {
    event.walks.push([zones[i]!, zones[i + 1]!, 3]);
    if (i + 2 < zones.length) event.walks.push([zones[i]!, zones[i + 2]!, 6]);
  }
}

function addRepresentatives({ suppliers }: FullBase, sessions: readonly string[], dice: Random): void {
  for (let i = 0; i < suppliers.length; i += 8) {
    const { id } = suppliers[i]!;
    suppliers[i]!.representatives = [{ id: `${id}-1` }, { id: `${id}-2`, absent: [dice.pick(sessions)] }];
  }
}

function addMeals(event: EventInput, { buyers, suppliers }: FullBase, dice: Random): void {
  const vetoed = new Set(event.wishes!.filter((wish) => wish.veto).flatMap((wish) => [wish.from, wish.to]));
  for (const one of [...buyers, ...suppliers]) if (dice.chance(5)) one.meals = false;
  const eats = (people: readonly ParticipantInput[]): ParticipantInput[] => people.filter((one) => one.meals !== false);
  const [b, s] = [eats(buyers), eats(suppliers)];
  // Whoever misses a stretch of the event (a token that is no slot) may miss a lunch: no seat is set aside for them.
  const atLunch = (one: ParticipantInput): boolean => (one.absent ?? []).every((token) => /\.\d+$/.test(token));
  const hosts = s.filter((one) => one.tier === "gold" && atLunch(one));
  event.meals = event.calendar.map((day, i) => {
    const session = `d${i + 1}lunch`;
    day.sessions.push({ id: session, kind: "meal", start: "12:35", end: "13:50", label: "Lunch" });
    day.sessions.sort((x, y) => (x.start < y.start ? -1 : 1));
    const tables: NonNullable<EventInput["meals"]>[number]["tables"] = [];
    for (let room = 0; room * 100 < (b.length + s.length) * 105 || tables.length < 2;) {
      const table = { id: `t${tables.length + 1}`, seats: 8 + (tables.length % 3) };
      const host = tables.length % 3 === 0 ? hosts[tables.length / 3] : undefined;
      tables.push(host ? { ...table, host: host.id } : table);
      room += table.seats;
    }
    // A mix that leaves room for everybody, whatever the ratio of the sides.
    const limits = (people: readonly ParticipantInput[]): { min?: number; max?: number } => ({
      ...(people.length >= 3 * tables.length ? { min: 1 } : {}),
      ...(people.length <= 6 * tables.length ? { max: 7 } : {}),
    });
    // Two people with a seat of their own, at a table without host, whom no veto keeps from anybody.
    const seats = [b, s].flatMap(
      (people) => people.find((one) => atLunch(one) && !vetoed.has(one.id) && one.tier !== "gold") ?? [],
    );
    return {
      session,
      tables,
      mix: { buyers: limits(b), suppliers: limits(s) },
      seats: seats.map((one) => ({ participant: one.id, table: "t2" })),
    };
  });
}

/** Precedences, blocks and earlier meetings, all among pairs that are wished and not locked. */
function addPairs(event: EventInput, sessions: readonly string[], locks: ReadonlySet<string>, dice: Random): void {
  const people = new Set(event.participants.map((one) => one.id));
  const vetoes = new Set(
    event.wishes!.filter((w) => w.veto).flatMap((w) => [wishKey(w.from, w.to), wishKey(w.to, w.from)]),
  );
  const seen = new Set<string>();
  const usable = dice.shuffle(
    event.wishes!.filter(({ from, to, veto }) => {
      if (veto || !people.has(to) || locks.has(from) || locks.has(to)) return false;
      if (vetoes.has(wishKey(from, to)) || seen.has(wishKey(to, from))) return false;
      return seen.add(wishKey(from, to));
    }),
  );
  const pairOf = (wish: WishInput): [string, string] => [wish.from, wish.to];
  const share = (per: number): number => Math.max(2, Math.floor(event.wishes!.length / per));
  const blocked = usable.splice(0, share(300));
  event.blocked = blocked.map((wish, i) =>
    i % 2 === 0 ? { participants: pairOf(wish) } : { participants: pairOf(wish), slots: [dice.pick(sessions)] },
  );
  event.met = usable.splice(0, share(100)).map(pairOf);

  // Each buyer is in one precedence at most, so there is no cycle.
  const buyers = event.participants.filter((one) => one.side === "buyers").length;
  const first = new Map<string, WishInput>();
  const used = new Set<string>();
  event.precedences = [];
  for (const wish of usable) {
    if (event.precedences.length >= Math.max(1, Math.floor(buyers / 40))) break;
    const before = first.get(wish.from);
    if (before === undefined) first.set(wish.from, wish);
    else if (!used.has(wish.from) && wish.from.startsWith("b")) {
      used.add(wish.from);
      event.precedences.push({ first: pairOf(before), then: pairOf(wish) });
    }
  }
}
