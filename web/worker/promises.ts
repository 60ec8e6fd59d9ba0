// Can all packages of the event be honoured together? One question to checkPromises, its answer as a sentence.
// Called by owner.ts when the page asks; the runs are the engine's, in workers of its own.

import { checkPromises, promisesText } from "../../src/index.js";
import type { Engine } from "../../src/index.js";
import type { PromisesView } from "../protocol.js";
import type { Known } from "./known.js";

/** Seconds of each run, at most: promises that can be kept are mostly found to be in a fraction of one. */
const SECONDS = 3;

/** The answer; one that was stopped is to be thrown away. */
export async function promisesOf(known: Known, engine: Engine, signal: AbortSignal): Promise<PromisesView> {
  const { spec, facts, revision } = known;
  const answer = await checkPromises(spec, engine, { budget: { seconds: SECONDS }, facts, signal });
  return { revision, status: answer.status, text: promisesText(spec, answer) };
}
