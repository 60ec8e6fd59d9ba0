// The seeded generator of events of any size: the ladder of the benchmarks, and `dancecard generate`.
// Same options, same event, in every host. generate-full.ts adds what `rules: "full"` asks for.
//
// The distribution (n buyers, m suppliers, t slots):
// - Slots: days of at most 16, as even as can be, each cut in a morning and an afternoon of equal length (the morning
//   takes the odd one). Meetings of 25 minutes and 5 of changeover; shorter where a day is asked to hold more.
// - Topics: one per 4 suppliers, but at least 6 and at most 24. A buyer needs 2 to 4, a supplier offers 1 to 3.
// - Wishes of one person: even from two thirds to four thirds of the mean, never more than three quarters of the other
//   side. Means: 12 for buyers and 20 for suppliers while n + m is at most 150 (M is 100 + 50); above, 20 to 45 for both.
// - Whom: half of the draws among those who share a topic, else among all. A supplier returns one wish in five. In each
//   urn the k-th of q people is drawn in proportion to 1 / (k + 1 + q / 10): the first ten times as often as the last.
// - Priorities: quarters. The first quarter drawn (so, on average, the popular) has priority 1, the last priority 4.
// - Vetoes: one for every 100 wishes (at least one), between any two people of whom the first does not wish for the second.
// - Absences: 15 % of the people miss one half of the slots, first or second; 15 % come late or leave early by up to a
//   quarter of them (one at least); everybody is busy in 5 % of the other slots.
// - `pure` keeps to that and sets every weight but the points to 0.

import type { Diagnostic } from "../diagnostic.js";
import { LIMITS } from "../schema.js";
import type { EventInput } from "../schema.js";
import { addFullRules } from "./generate-full.js";
import { random } from "./random.js";
import type { Random } from "./random.js";
import { drawWishes, received, wishKey } from "./wishes.js";
import type { ParticipantInput, WishInput } from "./wishes.js";

/** What is generated. */
export interface GenerateOptions {
  buyers: number;
  suppliers: number;
  slots: number;
  /** A 32-bit integer. */
  seed: number;
  /** pure: wishes, vetoes and absences only; full (the default): every rule. */
  rules?: "pure" | "full";
  /** Mean number of wishes of one buyer, of one supplier; left out: as the distribution says. */
  wishesPerBuyer?: number;
  wishesPerSupplier?: number;
  /** Number of days; left out: as few as hold at most 16 slots each. */
  days?: number;
}

/** One step of the ladder on which solvers are measured. */
export interface LadderStep {
  id: "XS" | "S" | "M" | "L" | "XL" | "XXL";
  buyers: number;
  suppliers: number;
  slots: number;
}

/** The ladder, small to large; XXL is the largest known show. */
export const LADDER: readonly LadderStep[] = [
  { id: "XS", buyers: 12, suppliers: 8, slots: 8 },
  { id: "S", buyers: 40, suppliers: 20, slots: 14 },
  { id: "M", buyers: 100, suppliers: 50, slots: 24 },
  { id: "L", buyers: 500, suppliers: 350, slots: 32 },
  { id: "XL", buyers: 915, suppliers: 788, slots: 36 },
  { id: "XXL", buyers: 2500, suppliers: 2350, slots: 50 },
];

/** What is wrong with the options, as diagnostics whose path is the option's name; empty when nothing is. */
export function checkGenerate(options: GenerateOptions): Diagnostic[] {
  const out: Diagnostic[] = [];
  const need = (key: keyof GenerateOptions, low: number, high: number): void => {
    const value = options[key];
    if (value === undefined || (Number.isInteger(value) && Number(value) >= low && Number(value) <= high)) return;
    out.push({
      code: "bad-option",
      severity: "error",
      path: [key],
      message: `${key} must be a whole number from ${low} to ${high}, not ${String(value)}.`,
      values: { option: key, value: String(value), low, high },
    });
  };
  need("buyers", 1, LIMITS.participants - 1);
  need("suppliers", 1, LIMITS.participants - 1);
  need("slots", 1, LIMITS.slots);
  need("seed", -0x8000_0000, 0xffff_ffff);
  need("wishesPerBuyer", 1, 1000);
  need("wishesPerSupplier", 1, 1000);
  need("days", 1, 28);
  if (out.length > 0) return out;
  const over = (key: keyof GenerateOptions, message: string, limit: number): void => {
    out.push({ code: "too-many", severity: "error", path: [key], message, values: { limit } });
  };
  if (options.buyers + options.suppliers > LIMITS.participants) {
    over("buyers", `Buyers and suppliers together are at most ${LIMITS.participants}.`, LIMITS.participants);
  }
  const [ofBuyers, ofSuppliers] = counts(options);
  // A hundredth more are vetoes.
  if ((options.buyers * ofBuyers.most + options.suppliers * ofSuppliers.most) * 1.01 > LIMITS.wishes) {
    over("wishesPerBuyer", `That makes more than ${LIMITS.wishes} wishes.`, LIMITS.wishes);
  }
  return out;
}

/** An event as the distribution says. The options are right (`checkGenerate`). */
export function generateEvent(options: GenerateOptions): EventInput {
  const dice = random(options.seed);
  const { buyers: n, suppliers: m, slots, rules = "full" } = options;
  const plan = calendarFor(slots, Math.min(options.days ?? Math.ceil(slots / 16), slots));
  const topics = Array.from({ length: Math.max(6, Math.min(24, Math.floor(m / 4))) }, (_, i) => `topic-${i + 1}`);
  const some = (low: number, high: number): string[] =>
    dice.shuffle(topics).slice(0, Math.min(topics.length, dice.between(low, high)));

  const digits = String(Math.max(n, m)).length;
  const person = (letter: string, title: string, i: number): ParticipantInput => {
    const number = String(i + 1).padStart(digits, "0");
    return { id: `${letter}${number}`, name: `${title} ${number}`, side: letter === "b" ? "buyers" : "suppliers" };
  };
  const buyers = Array.from({ length: n }, (_, i) => ({ ...person("b", "Buyer", i), needs: some(2, 4) }));
  const suppliers = Array.from({ length: m }, (_, i) => ({ ...person("s", "Supplier", i), offers: some(1, 3) }));
  const people: ParticipantInput[] = [...buyers, ...suppliers];
  const halves = dice.shuffle(people);
  const share = Math.round((people.length * 15) / 100);
  const half = new Set(halves.slice(0, share));
  const part = new Set(halves.slice(share, 2 * share));
  for (const one of people) {
    const absent = absences(plan, half.has(one) ? "half" : part.has(one) ? "part" : "none", dice);
    if (absent.length > 0) one.absent = absent;
  }

  const [ofBuyers, ofSuppliers] = counts(options);
  const wished = drawWishes({ from: buyers, to: suppliers, ...ofBuyers, affinity: 50 }, dice);
  const answered = drawWishes(
    { from: suppliers, to: buyers, ...ofSuppliers, affinity: 50, returned: 20, received: received(wished) },
    dice,
  );
  const wishes = [...wished, ...answered];
  wishes.push(...vetoes(buyers, suppliers, wishes, dice));

  const event: EventInput = {
    format: "dancecard/event",
    version: 1,
    event: { name: `Generated event ${n} x ${m} x ${slots}, seed ${options.seed}`, locale: "en" },
    calendar: plan.calendar,
    sides: [
      { id: "buyers", label: "Buyers" },
      { id: "suppliers", label: "Suppliers" },
    ],
    participants: people,
    wishes,
  };
  if (rules === "full") addFullRules(event, { buyers, suppliers, slots: plan.slots, half }, dice);
  else event.rules = { ...WISHES_ONLY };
  return event;
}

/** Rules under which nothing but the points of wishes counts; spelled out, as the bytes of a generated event stay for ever. */
export const WISHES_ONLY = {
  mutual: 0,
  match: 0,
  guarantee: 0,
  fairness: 0,
  gap: 0,
  hole: 0,
  walk: 0,
  walkHard: false,
  mealSeat: 0,
  mealShare: 0,
  mealColleagues: 0,
  mealRepeat: 0,
} as const satisfies NonNullable<EventInput["rules"]>;

/** A slot of the generated calendar, in order. */
export interface PlannedSlot {
  id: string;
  date: string;
  start: number;
  end: number;
}

interface Plan {
  calendar: EventInput["calendar"];
  slots: PlannedSlot[];
}

const MORNING = 8 * 60 + 30;
const AFTERNOON = 14 * 60;
const HALF_DAY = 240;

function calendarFor(slots: number, days: number): Plan {
  const plan: Plan = { calendar: [], slots: [] };
  const longest = Math.ceil(Math.ceil(slots / days) / 2);
  const step = Math.max(1, Math.min(30, Math.floor(HALF_DAY / longest)));
  const changeover = step >= 20 ? 5 : step >= 6 ? 1 : 0;
  for (let day = 0; day < days; day++) {
    const ofDay = Math.floor((slots * (day + 1)) / days) - Math.floor((slots * day) / days);
    const date = `2027-02-${String(day + 1).padStart(2, "0")}`;
    const sessions: EventInput["calendar"][number]["sessions"] = [];
    const half = (name: string, from: number, n: number): void => {
      if (n === 0) return;
      const id = `d${day + 1}${name}`;
      const end = clock(from + n * step - changeover);
      sessions.push({ id, kind: "meetings", start: clock(from), end, meeting: step - changeover, changeover });
      for (let i = 0; i < n; i++) {
        const start = from + i * step;
        plan.slots.push({ id: `${id}.${i + 1}`, date, start, end: start + step - changeover });
      }
    };
    half("am", MORNING, Math.ceil(ofDay / 2));
    half("pm", AFTERNOON, Math.floor(ofDay / 2));
    plan.calendar.push({ date, sessions });
  }
  return plan;
}

/** "HH:MM" of minutes from midnight. */
export function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Tokens that cover exactly the slots from `first` to `last`: whole days by their date, parts of a day by the clock. */
function stretch(slots: readonly PlannedSlot[], first: number, last: number): string[] {
  const tokens: string[] = [];
  for (let i = first; i <= last;) {
    const date = slots[i]!.date;
    let end = i;
    while (end < last && slots[end + 1]!.date === date) end++;
    const fromStart = i === 0 || slots[i - 1]!.date !== date;
    const toEnd = end === slots.length - 1 || slots[end + 1]!.date !== date;
    const from = fromStart ? "00:00" : clock(slots[i]!.start);
    const to = toEnd ? "24:00" : clock(slots[end]!.end);
    tokens.push(fromStart && toEnd ? date : `${from}/${to}@${date}`);
    i = end + 1;
  }
  return tokens;
}

function absences({ slots }: Plan, kind: "half" | "part" | "none", dice: Random): string[] {
  const last = slots.length - 1;
  let first = 0;
  let end = -1;
  if (kind !== "none") {
    const n =
      kind === "half" ? Math.floor(slots.length / 2) : dice.between(1, Math.max(1, Math.floor(slots.length / 4)));
    if (dice.chance(50)) end = n - 1;
    else [first, end] = [last - n + 1, last];
  }
  const tokens = end >= first ? stretch(slots, first, end) : [];
  slots.forEach((slot, i) => {
    if ((i < first || i > end) && dice.chance(5)) tokens.push(slot.id);
  });
  return tokens;
}

interface Count {
  fewest: number;
  most: number;
}

/** Fewest and most wishes of one buyer and of one supplier. */
function counts({ buyers, suppliers, wishesPerBuyer, wishesPerSupplier }: GenerateOptions): [Count, Count] {
  const small = buyers + suppliers <= 150;
  const around = (mean: number): Count => ({ fewest: mean - Math.floor(mean / 3), most: mean + Math.floor(mean / 3) });
  const count = (asked: number | undefined, usual: number): Count => {
    if (asked !== undefined) return around(asked);
    return small ? around(usual) : { fewest: 20, most: 45 };
  };
  return [count(wishesPerBuyer, 12), count(wishesPerSupplier, 20)];
}

function vetoes(
  buyers: readonly ParticipantInput[],
  suppliers: readonly ParticipantInput[],
  wishes: readonly WishInput[],
  dice: Random,
): WishInput[] {
  const taken = new Set(wishes.map((wish) => wishKey(wish.from, wish.to)));
  const out: WishInput[] = [];
  const n = Math.max(1, Math.round(wishes.length / 100));
  for (let tries = 0; out.length < n && tries < n * 20; tries++) {
    const both = [dice.pick(buyers), dice.pick(suppliers)];
    if (dice.chance(50)) both.reverse();
    const [from, to] = [both[0]!.id, both[1]!.id];
    if (taken.has(wishKey(from, to))) continue;
    taken.add(wishKey(from, to));
    out.push({ from, to, veto: true });
  }
  return out;
}
