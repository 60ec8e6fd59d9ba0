// What a schedule says of the best possible one: a number nothing can pass, and the prices that prove it (section 7 of the
// model). Types and shapes only; part of scheduleSchema. What the prices prove is worked out by certificate.ts.

import { z } from "zod";

/** No price is larger, in units of 1 / scale: sums of a few of them are exact as numbers. */
export const LARGEST_PRICE = 2 ** 49;

const id = z.string().min(1);
const integer = z.int();
const price = z.int().min(0).max(LARGEST_PRICE);
const anyPrice = z.int().min(-LARGEST_PRICE).max(LARGEST_PRICE);

/** Values by participant. Not z.record, which drops an entry called `__proto__`: read it with Object.entries only. */
export type ByParticipant<T> = Readonly<Record<string, T>>;

function byParticipant<T>(entry: z.ZodType<T>): z.ZodType<ByParticipant<T>> {
  return z.custom<ByParticipant<T>>().check((context) => {
    const value: unknown = context.value;
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      context.issues.push({ code: "invalid_type", expected: "record", input: value });
      return;
    }
    for (const [key, item] of Object.entries(value)) {
      const read = entry.safeParse(item);
      if (read.success) continue;
      const [issue] = read.error.issues;
      context.issues.push({ ...issue!, path: [key, ...issue!.path], input: item } as z.core.$ZodRawIssue);
      return;
    }
  });
}

/** Most people of the core whose sets are tried one by one. */
export const DEEPEST = 6;

const tablesSchema = z.strictObject({
  /** Sides of whom few sit at a table: pairs between them and the others are counted at whole tables. */
  core: z.array(id).min(1),
  /** So large are the sets of the core that are tried; larger ones pay as much as their dearest part. */
  depth: z.int().min(1).max(DEEPEST),
  /** Price of a participant's seat, by session. */
  seats: z.array(z.tuple([id, byParticipant(price)])),
  /** [session, seats, price] of a table of so many seats. */
  prices: z.array(z.tuple([id, z.int().min(1), price])).optional(),
  /** [participant, participant, price]: what it costs that the pair counts at a table, whichever. */
  pairs: z.array(z.tuple([id, id, price])).optional(),
});

/** Prices, a and w are in units of 1 / scale; left out means 0 (S0: as high as it can be, which says nothing). */
export const certificateSchema = z.strictObject({
  /** Hash of the event. */
  event: z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits"),
  scale: z.int().min(1).max(1_000_000),
  /** Price of a participant's time, one for each slot in calendar order; below 0: a meeting there spares idle slots. */
  pi: byParticipant(z.array(anyPrice)).optional(),
  /** Price of room, one for each slot. */
  kappa: z.array(price).optional(),
  /** Price of one more meeting than the maximum. */
  mu: byParticipant(price).optional(),
  /** Price of a seat-mate. */
  sigma: byParticipant(price).optional(),
  /** Per mille off a participant's pi and mu where tables count: there a meeting brings only what a table would not. */
  discount: byParticipant(z.int().min(0).max(1000)).optional(),
  /** Prices of whole tables; then pairs of the core with others count by them, and `sigma` for pairs within one of the two. */
  tables: tablesSchema.optional(),
  /** [a, S0]: slope of the guarantee, and the points at which the fairness term is touched. */
  tangents: byParticipant(z.tuple([price, z.int().min(0)])).optional(),
  /** [participant, organisation, w] for wishes for an organisation. */
  organisations: z.array(z.tuple([id, id, price])).optional(),
  /** [participant, organisation, price] of meeting one more of its members, where one is all that the rules allow. */
  exclusive: z.array(z.tuple([id, id, price])).optional(),
  /** The fewest holes of everybody whose meetings are all locked count too. */
  holes: z.literal(true).optional(),
});

/** The terms of every score. */
export const termShape = {
  wishes: integer,
  guarantee: integer,
  fairness: integer,
  gap: integer,
  walk: integer,
  meals: integer,
};

/** What a bound says of each; they sum to its value. */
const parts = z.strictObject(termShape);

export const boundSchema = z.strictObject({ value: integer, parts, certificate: certificateSchema });

export type Certificate = z.output<typeof certificateSchema>;
export type Bound = z.output<typeof boundSchema>;
/**
 * `fairness`, `guarantee`, `gap` and `meals` say where the bound sees losses; each alone is no bound. `wishes` is the rest,
 * and so the loose part: all that slopes of tangents and roundings leave is in it.
 */
export type BoundParts = Bound["parts"];

/** A bound farther away than this share of what could be had says more of itself than of the schedule: people are not told. */
export const LOOSE = 0.05;
