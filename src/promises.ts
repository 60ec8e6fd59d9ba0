// Can all packages be honoured? Before the sale, and before any schedule: either a schedule is found in which no promised
// meeting is missing, which the judge verified, or a set of participants is named for whom it is proved that there are
// too few, or neither. Called by the CLI, the page's worker and whoever uses the library.
// counting (no solver) -> a run on the event in which promises alone count -> prices of each side's promises.

import type { Certificate } from "./bound.js";
import { marginsOf, type Margins } from "./certificate/margins.js";
import type { Budget, Engine, EngineEvent, Outcome } from "./host/engine.js";
import { compile } from "./problem/compile.js";
import { decode } from "./problem/decode.js";
import { countedShortage } from "./promises/counting.js";
import { lockedMeetings, promisesOfSide, promisesOnly } from "./promises/event.js";
import { pricedShortage } from "./promises/pricing.js";
import { certificateOf } from "./proof.js";
import type { PromiseAnswer, PromiseCheck, Promised } from "./promises/answer.js";
import type { Shortage } from "./promises/shortage.js";
import { factsOf, type Facts } from "./rules/facts.js";
import type { Schedule } from "./schedule.js";
import type { EventSpec } from "./spec/schema.js";
import { summarise } from "./summary.js";
import { hashOf, verifyWith } from "./verify.js";

export interface PromiseOptions {
  /** Of each of the runs: one, and where promises stay missing one more for each side to which meetings are promised. */
  budget: Budget;
  /** Default 1. */
  seed?: number;
  /** Default "search". */
  variant?: string;
  /** The judge's facts of this very event, where the caller has them already. */
  facts?: Facts;
  /** Stops the runs; what is known by then is told. */
  signal?: AbortSignal;
  onEvent?: (event: EngineEvent) => void;
}

export type { Missing, PromiseAnswer, PromiseCheck, Promised } from "./promises/answer.js";

/** Whether all promises of a valid event can be kept together. With a budget in steps, the same event gets the same answer. */
export async function checkPromises(spec: EventSpec, engine: Engine, options: PromiseOptions): Promise<PromiseCheck> {
  const { facts = factsOf(spec) } = options;
  const promised = { participants: 0, meetings: 0 };
  for (const { guaranteed } of facts.people) {
    promised.participants += guaranteed > 0 ? 1 : 0;
    promised.meetings += guaranteed;
  }
  return { promised, ...(await answer(spec, facts, promised, engine, options)) };
}

async function answer(
  spec: EventSpec,
  facts: Facts,
  promised: Promised,
  engine: Engine,
  options: PromiseOptions,
): Promise<PromiseAnswer> {
  if (promised.meetings === 0) return { status: "none" };
  const shortage = countedShortage(facts);
  if (shortage) return { status: "impossible", shortage };
  const found = await lookFor(spec, facts, engine, options);
  if (found.status === "kept" || found.ended !== "finished") return found;
  const proof = await refute(spec, facts, engine, options);
  if (!proof) return found;
  // Prices show where to look; where a count then shows the same, it is the plainer proof.
  const plain = countedShortage(facts, proof.shortage.participants);
  return { status: "impossible", ...(plain ? { shortage: plain } : proof) };
}

type Found = Extract<PromiseAnswer, { status: "kept" | "open" }>;

/** A run that minds nothing but promises; the judge says of the event itself what came out. */
async function lookFor(spec: EventSpec, facts: Facts, engine: Engine, options: PromiseOptions): Promise<Found> {
  const { problem, names } = compile(promisesOnly(spec));
  const outcome = await run(problem.buffer.slice(0), engine, options, 0);
  const reason = "reason" in outcome ? { reason: outcome.reason } : {};
  const open = { status: "open", ended: outcome.status, ...reason } as const;
  if (outcome.status === "refused" || !outcome.solution) return open;
  const { meetings, meals, unplaced } = decode(names, problem, outcome.solution);
  const event = hashOf(facts);
  const schedule: Schedule = { format: "dancecard/schedule", version: 1, event, meetings, meals, unmet: [] };
  const { feasible, score } = verifyWith(facts, schedule);
  const { missing } = summarise(facts, schedule).guarantees;
  if (feasible && missing.length === 0) return { status: "kept", schedule: { ...schedule, score } };
  return {
    ...open,
    missing: {
      meetings: missing.reduce((sum, { guaranteed, held }) => sum + guaranteed - held, 0),
      participants: missing.map(({ participant }) => participant),
      unplaced: unplaced.length,
    },
  };
}

/** A proof from prices: for the promises of one side after the other, as those of one side are what collides. */
async function refute(
  spec: EventSpec,
  facts: Facts,
  engine: Engine,
  options: PromiseOptions,
): Promise<{ shortage: Shortage; certificate: Certificate } | undefined> {
  const locks = lockedMeetings(facts);
  const alone = factsOf(promisesOnly(spec));
  for (const side of facts.sideIds.keys()) {
    const members = facts.people.flatMap((person) =>
      person.side === side && person.guaranteed > locks[person.index]! ? [person.index] : [],
    );
    if (members.length === 0) continue;
    const { problem } = compile(promisesOfSide(spec, facts, side));
    const outcome = await run(problem.buffer, engine, options);
    const prices = "prices" in outcome && outcome.prices;
    const proof = prices && pricedShortage(alone, members, prices);
    if (proof) return proof;
  }
  return undefined;
}

/**
 * What one more place, slot or participant could bring at most, by the prices of one run on the whole event; undefined where
 * the run had none to give: it was too short, or nearly all meetings are locked.
 */
export async function priceEvent(
  spec: EventSpec,
  engine: Engine,
  options: PromiseOptions,
): Promise<Margins | undefined> {
  const { facts = factsOf(spec) } = options;
  const { problem, names } = compile(spec);
  const outcome = await run(problem.buffer, engine, options);
  const prices = "prices" in outcome ? outcome.prices : undefined;
  const margins = prices && marginsOf(facts, certificateOf(prices, facts, names));
  return margins && "ok" in margins ? undefined : margins;
}

function run(
  problem: ArrayBuffer,
  engine: Engine,
  { budget, seed = 1, variant = "search", signal, onEvent }: PromiseOptions,
  bound?: number,
): Promise<Outcome> {
  const request = { problem, variant, seed, budget, ...(bound !== undefined && { bound }) };
  return engine.solve(request, { ...(signal && { signal }), ...(onEvent && { onEvent }) });
}
