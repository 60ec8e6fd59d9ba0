// A schedule as people keep it: ids, no indices. Its type, its validator, its canonical text.
// Written by pipeline.ts, read by the judge, the views, the CLI and the exports. It never computes a score.

import { z } from "zod";
import { boundSchema, termShape } from "./bound.js";

const id = z.string().min(1);
const integer = z.int();

const meeting = z.strictObject({
  participants: z.tuple([id, id]),
  /** The row (representative) of each participant, in the same order. */
  rows: z.tuple([id, id]),
  slot: id,
  place: id.optional(),
});

const seating = z.strictObject({
  session: id,
  table: id,
  participants: z.array(id),
});

const unmet = z.strictObject({
  from: id,
  to: id,
  reason: z.enum([
    "vetoed",
    "blocked",
    "sides",
    "same-organisation",
    "met-before",
    "no-common-slot",
    "full",
    "exclusive",
    "place",
    "displaced",
  ]),
  evidence: z.record(z.string(), z.unknown()),
});

const score = z.strictObject({
  ...termShape,
  change: integer.optional(),
  total: integer,
});

/** What made the schedule. `seconds` stands only when the budget was in seconds. */
const run = z.strictObject({
  variant: z.string(),
  seed: integer,
  workers: integer,
  budget: z.union([z.strictObject({ steps: integer }), z.strictObject({ seconds: z.number() })]),
  steps: integer,
  version: z.string(),
  seconds: z.number().optional(),
});

export const scheduleSchema = z.strictObject({
  format: z.literal("dancecard/schedule"),
  version: z.literal(1),
  /** Hash of the event that was scheduled. */
  event: z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits"),
  base: z.string().optional(),
  meetings: z.array(meeting),
  meals: z.array(seating).default([]),
  unmet: z.array(unmet).default([]),
  score: score.optional(),
  bound: boundSchema.optional(),
  run: run.optional(),
});

export type Schedule = z.output<typeof scheduleSchema>;
export type Meeting = Schedule["meetings"][number];
export type Seating = Schedule["meals"][number];
export type Unmet = Schedule["unmet"][number];
export type Reason = Unmet["reason"];
/** Terms as they enter the total, signed. */
export type Score = NonNullable<Schedule["score"]>;
export type ScoreKey = Exclude<keyof Score, "total" | "change">;
export type RunRecord = NonNullable<Schedule["run"]>;

export const SCORE_KEYS: readonly ScoreKey[] = ["wishes", "guarantee", "fairness", "gap", "walk", "meals"];
