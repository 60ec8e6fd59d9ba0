// One person's agenda, day by day, and the wishes without a meeting with their reasons.
// Called by owner.ts for the person on the screen; linear in what that person has, and in all wishes for those towards them.

import type { Meeting, Unmet } from "../../src/index.js";
import type { AgendaItem, AgendaMeeting, PersonView, TowardsView, UnmetView } from "../protocol.js";
import { cut, tableName, type Known } from "./known.js";
import { meetingCell, priorityOf, shareOf } from "./rows.js";
import { partnersOf, wishFor, type Placed } from "./placed.js";

/** Longest list that crosses to the page. */
const MOST = 400;

/** Reasons of one schedule by who wished and for whom. */
export type Reasons = Map<string, Map<string, Unmet>>;

/** Indexes the reasons of a schedule. */
export function reasonsOf(unmet: readonly Unmet[]): Reasons {
  const reasons: Reasons = new Map();
  for (const entry of unmet) {
    let mine = reasons.get(entry.from);
    if (!mine) reasons.set(entry.from, (mine = new Map()));
    mine.set(entry.to, entry);
  }
  return reasons;
}

/** The agenda of a participant, or null when the event has nobody of that id. */
export function personOf(known: Known, placed: Placed | null, reasons: Reasons, id: string): PersonView | null {
  const { facts, spec } = known;
  const p = facts.personIndex.get(id);
  if (p === undefined) return null;
  const person = facts.people[p]!;
  const participant = spec.participants.find((entry) => entry.id === id)!;
  const side = spec.sides.find((entry) => entry.id === participant.side);
  const tier = spec.tiers.find((entry) => entry.id === participant.tier);
  const days = agendaOf(known, placed, p);
  const meetings = new Set<number>();
  if (placed) for (const row of person.rows) eachMeeting(placed, row, (_, meeting) => meetings.add(meeting));
  return {
    id,
    name: known.names[p]!,
    organisation: known.organisations[p]!,
    side: cut(side?.label ?? participant.side, 60),
    tier: tier ? cut(tier.label ?? tier.id, 60) : "",
    meetings: meetings.size,
    met: placed?.metCount[p] ?? 0,
    wishes: facts.wishes.start[p + 1]! - facts.wishes.start[p]!,
    share: placed ? shareOf(known, placed, p) : null,
    walk: placed && facts.longestWalk > 0 ? person.rows.reduce((sum, row) => sum + walkOf(placed, row), 0) : null,
    days,
    unmet: unmetOf(known, placed, reasons, p),
    towards: towardsOf(known, placed, reasons, p),
  };
}

/** Minutes on foot of a row within sessions: before each of its meetings, by the meeting's index in the schedule. */
export function walksOf(placed: Placed, row: number): Map<number, number> {
  const { facts } = placed.known;
  const walks = new Map<number, number>();
  let session = -1;
  let place = -1;
  eachMeeting(placed, row, (slot, meeting) => {
    const id = placed.schedule.meetings[meeting]!.place;
    const here = id === undefined ? -1 : (facts.placeIndex.get(id) ?? -1);
    const now = facts.calendar.slots[slot]!.session;
    if (now !== session) place = -1;
    session = now;
    if (here < 0) return;
    if (place >= 0) walks.set(meeting, facts.walkMinutes(place, here));
    place = here;
  });
  return walks;
}

/** All of them together. */
export function walkOf(placed: Placed, row: number): number {
  return [...walksOf(placed, row).values()].reduce((sum, minutes) => sum + minutes, 0);
}

/** Calls back for each meeting of a row, in order of time. */
export function eachMeeting(placed: Placed, row: number, visit: (slot: number, meeting: number) => void): void {
  const slots = placed.known.facts.calendar.slots.length;
  for (let s = 0; s < slots; s++) {
    const meeting = placed.at[row * slots + s]!;
    if (meeting >= 0) visit(s, meeting);
  }
}

function agendaOf(known: Known, placed: Placed | null, p: number): PersonView["days"] {
  const { facts, columns } = known;
  const person = facts.people[p]!;
  const slots = facts.calendar.slots.length;
  const several = person.rows.length > 1;
  const days: PersonView["days"] = [];
  const walks = new Map(placed ? person.rows.map((row) => [row, walksOf(placed, row)]) : []);
  /** The slot of the last meeting, as long as nothing but free slots came since. */
  let last = -1;
  const there = (slot: number): boolean => person.rows.some((row) => facts.rows[row]!.present[slot] === 1);
  let away: Extract<AgendaItem, { kind: "absent" }> | null = null;
  for (const column of columns) {
    if (column.kind === "gap") continue;
    let day = days.at(-1);
    if (!day || day.date !== column.date) {
      days.push((day = { date: column.date, items: [] }));
      away = null;
      last = -1;
    }
    if (column.kind === "meal") {
      const meal = facts.mealIndex.get(column.id)!;
      if (!facts.meals[meal]!.eats[p]) continue;
      last = -1;
      const table = placed?.tables[meal]![p] ?? -1;
      const name = table < 0 ? "" : tableName(facts.meals[meal]!.tables[table]!.id);
      if (placed) day.items.push({ kind: "meal", start: column.start, table: name, label: "" });
      continue;
    }
    const slot = facts.calendar.slotIndex.get(column.id)!;
    if (!there(slot)) {
      if (away) away.until = column.end;
      else day.items.push((away = { kind: "absent", start: column.start, until: column.end }));
      last = -1;
      continue;
    }
    away = null;
    if (!placed) continue;
    const held = person.rows.filter((row) => placed.at[row * slots + slot]! >= 0);
    if (held.length > 0) {
      const before = facts.calendar.slots[last];
      if (before && (slot > last + 1 || before.session !== facts.calendar.slots[slot]!.session))
        day.items.push({ kind: "break", start: before.end, minutes: column.start - before.end });
      last = slot;
    }
    for (const row of held) {
      const meeting = placed.at[row * slots + slot]!;
      const walk = walks.get(row)?.get(meeting) ?? 0;
      day.items.push(meetingOf(placed, p, row, meeting, { start: column.start, several, walk }));
    }
  }
  return days;
}

function meetingOf(
  placed: Placed,
  p: number,
  row: number,
  index: number,
  { start, several, walk }: { start: number; several: boolean; walk: number },
): AgendaMeeting {
  const { known } = placed;
  const { facts, spec } = known;
  const meeting = placed.schedule.meetings[index]!;
  const partner = meeting.participants[meeting.participants[0] === facts.people[p]!.id ? 1 : 0];
  const cell = meetingCell(placed, p, index);
  const place = meeting.place === undefined ? -1 : (facts.placeIndex.get(meeting.place) ?? -1);
  return {
    kind: "meeting",
    start,
    priority: cell.priority,
    own: wishFor(facts, p, facts.personIndex.get(partner)!) >= 0,
    mutual: cell.mutual,
    locked: cell.locked,
    partner: { id: partner, name: cell.with },
    place: place < 0 ? "" : cut(placeLabel(spec.places, meeting.place!), 12),
    who: several ? known.rowNames[row]! : "",
    walk,
  };
}

function placeLabel(places: readonly { id: string; label?: string | undefined }[], id: string): string {
  const label = places.find((place) => place.id === id)?.label;
  return label !== undefined && label.length <= id.length ? label : id;
}

function unmetOf(known: Known, placed: Placed | null, reasons: Reasons, p: number): UnmetView[] {
  const { facts, spec } = known;
  const list: UnmetView[] = [];
  for (let i = facts.wishes.start[p]!; i < facts.wishes.start[p + 1]! && list.length < MOST; i++) {
    const wish = facts.wishes.list[i]!;
    if (placed?.met[wish]) continue;
    const entry = spec.wishes[wish]!;
    const to = facts.wishes.to[wish]!;
    const reason = reasons.get(entry.from)?.get(entry.to);
    list.push({
      priority: priorityOf(known, wish),
      mutual: partnersOf(facts, wish).some((q) => wishFor(facts, q, p) >= 0),
      to: { id: to >= 0 ? entry.to : null, name: to >= 0 ? known.names[to]! : cut(entry.to, 200) },
      reason: reason?.reason ?? null,
      ...evidenceOf(known, p, entry.to, reason, placed?.schedule.meetings ?? []),
    });
  }
  return list.sort((a, b) => a.priority - b.priority);
}

/** Wishes of others for a person, directly or through the organisation: those without a meeting first, by priority. */
function towardsOf(known: Known, placed: Placed | null, reasons: Reasons, p: number): PersonView["towards"] {
  const { facts, spec, names } = known;
  const { from, to, organisation, list: wishes } = facts.wishes;
  const mine = facts.people[p]!.organisation;
  const found: number[] = [];
  for (const wish of wishes) if (to[wish] === p || (organisation[wish] === mine && from[wish] !== p)) found.push(wish);
  // A wish for an organisation may be met with another one of it.
  const isMet = (wish: number): boolean => placed?.met[wish] === 1;
  const rank = (wish: number): number => (isMet(wish) ? 100 : 0) + (spec.wishes[wish]!.priority ?? 0);
  found.sort((a, b) => rank(a) - rank(b) || a - b);
  return {
    total: found.length,
    met: found.filter(isMet).length,
    list: found.slice(0, MOST).map((wish): TowardsView => {
      const q = from[wish]!;
      const entry = spec.wishes[wish]!;
      const met = isMet(wish);
      const unmet = met ? undefined : reasons.get(entry.from)?.get(entry.to);
      return {
        priority: priorityOf(known, wish),
        mutual: wishFor(facts, p, q) >= 0,
        met,
        who: { id: facts.people[q]!.id, name: names[q]! },
        reason: unmet?.reason ?? null,
        ...evidenceOf(known, q, entry.to, unmet, placed?.schedule.meetings ?? []),
      };
    }),
  };
}

/** What a reason's evidence says that a sentence can use. */
function evidenceOf(
  known: Known,
  p: number,
  wished: string,
  unmet: Unmet | undefined,
  meetings: readonly Meeting[],
): Pick<UnmetView, "maximum" | "slots" | "free" | "names"> {
  const evidence = unmet?.evidence ?? {};
  const me = known.facts.people[p]!.id;
  const names = new Set<string>();
  const add = (id: unknown): void => {
    if (typeof id !== "string" || id === me || id === wished) return;
    const person = known.facts.personIndex.get(id);
    names.add(person === undefined ? cut(id, 60) : cut(known.names[person]!, 60));
  };
  const number = (value: unknown): number => (typeof value === "number" ? value : 0);
  const list = (value: unknown): Record<string, unknown>[] =>
    Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
  let maximum = 0;
  for (const full of list(evidence["full"])) {
    maximum = number(full["maximum"]);
    if (full["participant"] === wished)
      names.add(cut(known.names[known.facts.personIndex.get(wished) ?? -1] ?? wished, 60));
    else add(full["participant"]);
  }
  // Meetings stand as positions in the schedule.
  const addMeeting = (position: unknown): void =>
    meetings[typeof position === "number" ? position : -1]?.participants.forEach(add);
  if (unmet?.reason === "exclusive") addMeeting(evidence["meeting"]);
  for (const way of list(evidence["inTheWay"]))
    for (const position of Array.isArray(way["meetings"]) ? (way["meetings"] as unknown[]) : []) addMeeting(position);
  return {
    maximum,
    slots: number(evidence["slots"]),
    free: number(evidence["free"]),
    names: [...names].slice(0, 3),
  };
}
