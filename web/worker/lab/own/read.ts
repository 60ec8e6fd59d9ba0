// Reads what comes out of a sandbox. It was sent by code of somebody else and may be anything: what has not the right form is
// told apart here, and nothing else of it is used. Whether a result is true is the judge's matter (src/bench/run.ts).
// Called by bench-own.ts.

import * as L from "../../../../assembly/layout.js";
import type { Point } from "../../../../src/bench/figures.js";
import { isBetter } from "../../../../src/bench/figures.js";
import type { Checkpoint } from "../../../../src/bench/measure.js";
import type { Problem } from "../../../../src/problem/problem.js";
import { RULE_IDS } from "../../../../src/rules/rule.js";
import type { Prices } from "../../../../src/solver/variant.js";
import type { Said } from "../../../sandbox/protocol.js";

/** More points of a curve than a run can have. */
const MOST_POINTS = 100_000;
/** Letters of a message that are looked at. */
const MOST_LETTERS = 2000;

/** What was said, in its right form; undefined where it has none. */
export function readSaid(data: unknown, problem: Problem, budgets: readonly number[]): Said | undefined {
  switch (get(data, "type")) {
    case "loaded": {
      const ignores = get(data, "ignores");
      if (!Array.isArray(ignores)) return undefined;
      // Who refuses an event for a rule that does not exist refuses it all the same.
      const named = RULE_IDS.filter((id) => ignores.includes(id));
      return { type: "loaded", ignores: ignores.length > 0 && named.length === 0 ? ["?"] : named };
    }
    case "alive":
      return { type: "alive" };
    case "noted": {
      const checkpoint = readCheckpoint(get(data, "checkpoint"), problem, budgets);
      return checkpoint && { type: "noted", checkpoint };
    }
    case "ended": {
      const [setup, curve] = [get(data, "setup"), readCurve(get(data, "curve"))];
      if (!isAmount(setup) || !curve) return undefined;
      const prices = readPrices(get(data, "prices"), problem);
      return { type: "ended", setup, curve, ...(prices && { prices }) };
    }
    case "failed": {
      const why = get(data, "why");
      return { type: "failed", why: typeof why === "string" ? why.slice(0, MOST_LETTERS) : "" };
    }
    default:
      return undefined;
  }
}

function readCheckpoint(data: unknown, problem: Problem, budgets: readonly number[]): Checkpoint | undefined {
  const [budget, used, wall, steps] = ["budget", "used", "wall", "steps"].map((key) => get(data, key));
  const [unplaced, total] = ["unplaced", "total"].map((key) => get(get(data, "score"), key));
  const [units, seats] = ["units", "seats"].map((key) => get(get(data, "solution"), key));
  if (!isAmount(budget) || !budgets.includes(budget) || !isAmount(used) || !isAmount(wall)) return undefined;
  if (!Number.isSafeInteger(steps) || !Number.isSafeInteger(unplaced) || !Number.isSafeInteger(total)) return undefined;
  const people = problem.word(L.N_PARTICIPANTS);
  if (!isList(units, Int32Array, problem.word(L.N_UNITS) * L.UNIT_RECORD)) return undefined;
  if (!isList(seats, Int32Array, problem.word(L.N_MEALS) * people)) return undefined;
  const score = { unplaced: unplaced as number, total: total as number };
  return { budget, used, wall, steps: steps as number, score, solution: { units, seats }, memory: 0 };
}

/** A curve in which every point is later and better than the one before. */
function readCurve(data: unknown): Point[] | undefined {
  if (!Array.isArray(data) || data.length > MOST_POINTS) return undefined;
  const curve: Point[] = [];
  for (const point of data as unknown[]) {
    const [at, unplaced, score] = ["at", "unplaced", "score"].map((key) => get(point, key));
    if (!isAmount(at) || !isAmount(unplaced) || !Number.isSafeInteger(score)) return undefined;
    const read = { at, unplaced, score: score as number };
    const last = curve.at(-1);
    if (last && (at < last.at || !isBetter(read, last))) return undefined;
    curve.push(read);
  }
  return curve;
}

/** Prices of the right lengths, or none: what they prove is recomputed. */
function readPrices(data: unknown, problem: Problem): Prices | undefined {
  const [people, slots, groups] = [L.N_PARTICIPANTS, L.N_SLOTS, L.N_GROUPS].map((word) => problem.word(word)) as [
    number,
    number,
    number,
  ];
  const lengths = { pi: people * slots, kappa: slots, mu: people, slope: people, touch: people, groups };
  const lists = Object.entries(lengths).map(([name, length]) => [name, get(data, name), length] as const);
  if (!lists.every(([, list, length]) => isList(list, Float64Array, length))) return undefined;
  const exclusive = get(data, "exclusive");
  if (!Array.isArray(exclusive) || exclusive.length > 2 * problem.word(L.N_UNITS)) return undefined;
  const isOne = (index: unknown): boolean => Number.isInteger(index) && Number(index) >= 0 && Number(index) < people;
  const read = (exclusive as unknown[]).map((entry) => ({
    participant: get(entry, "participant") as number,
    other: get(entry, "other") as number,
    price: get(entry, "price") as number,
  }));
  if (!read.every((e) => isOne(e.participant) && isOne(e.other) && isAmount(e.price))) return undefined;
  return { ...Object.fromEntries(lists), exclusive: read } as unknown as Prices;
}

/** A property of what may be no object at all. It came as a structured clone: no getter runs. */
function get(data: unknown, key: string): unknown {
  return typeof data === "object" && data !== null && Object.hasOwn(data, key)
    ? (data as Record<string, unknown>)[key]
    : undefined;
}

function isAmount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function isList<T extends Int32Array | Float64Array>(
  value: unknown,
  type: new (...given: never[]) => T,
  length: number,
): value is T {
  return value instanceof type && value.length === length;
}
