// What differs between two schedules of one event: per person in points of its own wishes, meeting by meeting, in the score.
// Pure; called by desk.ts once for two runs, the rows are then given page by page.

import { summarise } from "../../../src/index.js";
import type {
  CompareView,
  MeetingChange,
  MeetingSet,
  Page,
  PersonChange,
  PersonSort,
  RunView,
} from "../../runs-views.js";
import type { Known } from "../known.js";
import { partnersOf, wishFor, type Placed } from "../placed.js";
import { priorityOf, shareOf } from "../rows.js";

/** Wishes named of one person; bars drawn. */
const NAMED = 3;
const BARS = 400;

type Sides<T> = Record<"a" | "b", T>;

/** Meetings of a pair in one schedule, as positions in its list, by slot. */
type Pairs = Map<number, number[]>;

export interface Difference {
  known: Known;
  of: Sides<Placed>;
  /** Points gained in b by each person. */
  points: Float64Array;
  /** People by what they gain, who gains most first. */
  order: Int32Array;
  same: number;
  sets: Record<MeetingSet, [number, number][]>;
}

/** Compares two schedules that were placed on the same event. */
export function differenceOf(known: Known, a: Placed, b: Placed): Difference {
  const { people } = known.facts;
  const points = Float64Array.from(people, ({ index }) => b.points[index]! - a.points[index]!);
  const order = Int32Array.from(people, ({ index }) => index).sort((p, q) => points[q]! - points[p]! || p - q);
  return { known, of: { a, b }, points, order, ...meetingsOf(known, a, b) };
}

function meetingsOf(known: Known, a: Placed, b: Placed): Pick<Difference, "same" | "sets"> {
  const sets: Difference["sets"] = { a: [], b: [], moved: [] };
  let same = 0;
  const [left, right] = [pairsOf(known, a), pairsOf(known, b)];
  const slot = (placed: Placed, meeting: number): string => placed.schedule.meetings[meeting]!.slot;
  for (const [pair, mine] of left) {
    const theirs = [...(right.get(pair) ?? [])];
    const rest = mine.filter((meeting) => {
      const at = theirs.findIndex((other) => slot(b, other) === slot(a, meeting));
      if (at < 0) return true;
      theirs.splice(at, 1);
      same++;
      return false;
    });
    rest.forEach((meeting, i) => {
      const other = theirs[i];
      if (other === undefined) sets.a.push([meeting, -1]);
      else sets.moved.push([meeting, other]);
    });
    for (const meeting of theirs.slice(rest.length)) sets.b.push([-1, meeting]);
  }
  for (const [pair, theirs] of right) if (!left.has(pair)) for (const meeting of theirs) sets.b.push([-1, meeting]);
  return { same, sets };
}

function pairsOf({ facts }: Known, { schedule }: Placed): Pairs {
  const pairs: Pairs = new Map();
  schedule.meetings.forEach(({ participants: [p, q] }, meeting) => {
    const key = facts.pairKey(facts.personIndex.get(p)!, facts.personIndex.get(q)!);
    const list = pairs.get(key);
    if (list) list.push(meeting);
    else pairs.set(key, [meeting]);
  });
  return pairs;
}

/** What the screen shows first. */
export function compareView(
  { known, of, points, order, same, sets }: Difference,
  runs: Sides<RunView>,
  version: number,
  left: number,
): CompareView {
  const { facts, names } = known;
  const summary = { a: summarise(facts, of.a.schedule), b: summarise(facts, of.b.schedule) };
  const least = (side: "a" | "b"): number | null =>
    facts.people.reduce<number | null>((lowest, { index }) => {
      const share = shareOf(known, of[side], index);
      return share === null || (lowest !== null && lowest <= share) ? lowest : share;
    }, null);
  const met = (side: "a" | "b"): CompareView["met"]["a"] => ({
    priority: 0,
    met: summary[side].wishes.met,
    total: summary[side].wishes.total,
  });
  const end = (at: number): CompareView["most"] => {
    const person = order.at(at);
    return person === undefined ? null : { name: names[person]!, points: points[person]! };
  };
  const step = Math.max(1, order.length / BARS);
  const bars = Array.from({ length: Math.min(BARS, order.length) }, (_, i) => points[order[Math.floor(i * step)]!]!);
  const gain = points.reduce((sum, x) => sum + (x > 0 ? 1 : 0), 0);
  const lose = points.reduce((sum, x) => sum + (x < 0 ? 1 : 0), 0);
  return {
    version,
    ...runs,
    score: { a: of.a.report.score, b: of.b.report.score },
    least: { a: least("a"), b: least("b") },
    byPriority: summary.a.wishes.byPriority
      .map(({ priority, met: inA, total }, i) => ({
        priority,
        total,
        a: inA,
        b: summary.b.wishes.byPriority[i]!.met,
      }))
      .filter(({ total }) => total > 0),
    met: { a: met("a"), b: met("b") },
    meetings: { same, moved: sets.moved.length, a: sets.a.length, b: sets.b.length },
    people: { gain, lose, same: points.length - gain - lose },
    bars,
    most: end(0),
    worst: end(-1),
    left,
  };
}

/** People who gain, or who lose, from one row to another. */
export function peoplePage(
  difference: Difference,
  who: "gain" | "lose",
  sort: PersonSort,
  from: number,
  to: number,
): Page<PersonChange> {
  const { known, of, points, order } = difference;
  const sign = who === "gain" ? 1 : -1;
  const list = [...order].filter((person) => sign * points[person]! > 0);
  if (who === "lose") list.sort((p, q) => points[p]! - points[q]! || p - q);
  const shift = (person: number): number =>
    sign * ((shareOf(known, of.b, person) ?? 0) - (shareOf(known, of.a, person) ?? 0));
  const { compare } = new Intl.Collator(known.spec.event.locale ?? "en");
  if (sort === "share") list.sort((p, q) => shift(q) - shift(p) || p - q);
  if (sort === "name") list.sort((p, q) => compare(known.names[p]!, known.names[q]!) || p - q);
  const rows = list.slice(Math.max(0, from), to).map((person) => personChange(difference, person));
  return { total: list.length, rows };
}

function personChange({ known, of, points }: Difference, person: number): PersonChange {
  const { facts, names, organisations } = known;
  const { wishes } = facts;
  const gains: number[] = [];
  const losses: number[] = [];
  for (let i = wishes.start[person]!; i < wishes.start[person + 1]!; i++) {
    const wish = wishes.list[i]!;
    if (of.b.met[wish]! > of.a.met[wish]!) gains.push(wish);
    if (of.a.met[wish]! > of.b.met[wish]!) losses.push(wish);
  }
  const named = (list: number[], placed: Placed): PersonChange["gains"] =>
    list
      .sort((x, y) => wishes.points[y]! - wishes.points[x]! || x - y)
      .slice(0, NAMED)
      .map((wish) => {
        const met = partnersOf(facts, wish).find((q) => placed.pairs.has(facts.pairKey(person, q)));
        return { name: met === undefined ? "" : names[met]!, priority: priorityOf(known, wish) };
      });
  return {
    id: facts.people[person]!.id,
    name: names[person]!,
    organisation: organisations[person]!,
    points: points[person]!,
    share: { a: shareOf(known, of.a, person), b: shareOf(known, of.b, person) },
    gains: named(gains, of.b),
    losses: named(losses, of.a),
    gained: gains.length,
    lost: losses.length,
  };
}

/** Meetings of one of the two only, or of both at other times, from one row to another. */
export function meetingsPage(
  { known, of, sets }: Difference,
  set: MeetingSet,
  from: number,
  to: number,
): Page<MeetingChange> {
  const { facts, spec, names } = known;
  const labels = new Map(spec.places.map(({ id, label }) => [id, label ?? id]));
  const at = (placed: Placed, index: number): MeetingChange["a"] => {
    const meeting = placed.schedule.meetings[index];
    if (!meeting) return null;
    const slot = facts.calendar.slots[facts.calendar.slotIndex.get(meeting.slot)!]!;
    const place = meeting.place === undefined ? "" : (labels.get(meeting.place) ?? meeting.place).slice(0, 60);
    return { date: facts.calendar.sessions[slot.session]!.date, start: slot.start, place };
  };
  const rows = sets[set].slice(Math.max(0, from), to).map(([inA, inB]): MeetingChange => {
    const { participants } = (of.a.schedule.meetings[inA] ?? of.b.schedule.meetings[inB])!;
    const [p, q] = participants.map((id) => facts.personIndex.get(id)!) as [number, number];
    const [own, other] = [wishFor(facts, p, q), wishFor(facts, q, p)];
    const priorities = [own, other].filter((wish) => wish >= 0).map((wish) => priorityOf(known, wish));
    return {
      people: [p, q].map((person) => ({ id: facts.people[person]!.id, name: names[person]! })),
      priority: priorities.length > 0 ? Math.min(...priorities) : 0,
      a: at(of.a, inA),
      b: at(of.b, inB),
    };
  });
  return { total: sets[set].length, rows };
}
