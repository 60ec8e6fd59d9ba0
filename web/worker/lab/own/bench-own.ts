// One run of a variant that somebody brings: in a sandbox of its own, watched from here, its results read with suspicion and
// judged like any other. Called by the lab's bencher instead of benchRun. Never rejects: whatever happens to the variant
// stands in its entry.

import type { Checkpoint, Measured } from "../../../../src/bench/measure.js";
import type { RunEntry } from "../../../../src/bench/results.js";
import type { RunOptions } from "../../../../src/bench/run.js";
import { entryOf, judgedEntry, messageOf, withoutResult } from "../../../../src/bench/run.js";
import type { Prepared } from "../../../../src/bench/instances.js";
import { isBetter } from "../../../../src/bench/figures.js";
import type { Job, OwnCode, Said, SandboxPorts } from "../../../sandbox/protocol.js";
import { readSaid } from "./read.js";
import { Watch } from "./watch.js";

/** A variant that somebody brought along, under the name it has in results. */
export interface OwnSource {
  id: string;
  code: OwnCode;
}

/** Whoever can open a sandbox: the page's main thread. */
export interface Sandboxes {
  open(): Promise<SandboxPorts>;
  close(): Promise<void>;
}

export interface OwnOptions extends RunOptions {
  /** First digits of the kernel's hash, as in every entry. */
  build: string;
}

/** What was heard of a run until its end. */
interface Heard {
  /** As they were noted, in the order of the budgets. */
  checkpoints: Checkpoint[];
  /** Rules for which it refuses the event. */
  ignores: string[];
  ended?: Extract<Said, { type: "ended" }>;
  /** Why it did not come to its end. */
  why?: string;
}

/** The entry of a run of an own variant, called `id` there. */
export async function benchOwn(
  prepared: Prepared,
  { id, code }: OwnSource,
  { build, ...options }: OwnOptions,
  sandboxes: Sandboxes,
): Promise<RunEntry> {
  const { problem, instance } = prepared;
  const { unit, budgets, bound } = options;
  const entry = entryOf(prepared, id, build);
  const known = bound !== undefined && { known: bound };
  const job: Job = { code, problem: problem.buffer, seed: instance.seed, unit, budgets, ...known };
  const heard = await run(job, prepared, sandboxes);
  const { checkpoints, ignores, ended, why = "it ended without a result" } = heard;
  if (ignores.length > 0)
    return withoutResult(entry, budgets, "none", `refuses the event: it ignores ${ignores.join(", ")}`);
  // Whatever it says, only the judge and the prices prove anything.
  const { setup = 0, curve = [], prices } = ended ?? {};
  const measured: Measured = { setup, curve, checkpoints, ...(prices && { prices }) };
  const judged = judgedEntry(prepared, entry, measured, options);
  const missing = withoutResult(entry, budgets.slice(checkpoints.length), "wrong", why);
  return believed({ ...judged, results: [...judged.results, ...missing.results] }, checkpoints);
}

/** A curve is a claim: no more of it is kept than what some judged result reached. */
function believed(entry: RunEntry, checkpoints: readonly Checkpoint[]): RunEntry {
  const best = entry.results
    .flatMap(({ verdict }, i) => (verdict === "ok" || verdict === "unplaced" ? [checkpoints[i]!.score] : []))
    .map(({ unplaced, total }) => ({ unplaced, score: total }))
    .reduce<{ unplaced: number; score: number } | undefined>((a, b) => (isBetter(b, a) ? b : a), undefined);
  const points = entry.curve === "" ? [] : entry.curve.split(", ");
  const reached = points.filter((text) => {
    const [, unplaced, score] = text.split(" ").map(Number) as [number, number, number];
    return best !== undefined && !isBetter({ unplaced, score }, best);
  });
  return { ...entry, curve: reached.join(", ") };
}

/** Runs it until it ends, or is stopped. */
async function run(job: Job, { problem }: Prepared, sandboxes: Sandboxes): Promise<Heard> {
  const heard: Heard = { checkpoints: [], ignores: [] };
  let ports: SandboxPorts;
  try {
    ports = await sandboxes.open();
  } catch (error) {
    return { ...heard, why: `not run: ${messageOf(error)}` };
  }
  const watch = new Watch(job, ports.pulse);
  const finished = new Promise<void>((resolve) => {
    ports.work.onmessage = ({ data }: MessageEvent<unknown>) => {
      const said = readSaid(data, problem, job.budgets);
      watch.heard(said?.type);
      if (hear(said, heard, job, watch.seconds())) resolve();
    };
    // Something that cannot even be read.
    ports.work.onmessageerror = () => {
      heard.why = "no solution: what it gave cannot be read";
      resolve();
    };
  });
  ports.work.postMessage(job);
  const stopped = await Promise.race([watch.stopped, finished.then(() => undefined)]);
  if (stopped !== undefined) heard.why = `stopped: ${stopped}`;
  watch.end();
  ports.work.close();
  await sandboxes.close();
  return heard;
}

/** Takes in what was said; true when that was the last. */
function hear(said: Said | undefined, heard: Heard, job: Job, wall: number): boolean {
  const { checkpoints } = heard;
  switch (said?.type) {
    case "loaded":
      heard.ignores = said.ignores;
      return said.ignores.length > 0;
    case "alive":
      return false;
    case "noted":
      if (said.checkpoint.budget !== job.budgets[checkpoints.length]) break;
      // The variant's own clock tells what it used; ours tells how long that was.
      checkpoints.push({ ...said.checkpoint, wall });
      return false;
    case "ended":
      if (checkpoints.length !== job.budgets.length) break;
      heard.ended = said;
      return true;
    case "failed":
      heard.why = `crashed: ${messageOf(said.why)}`;
      return true;
  }
  heard.why = "no solution: what it gave has not the form of one";
  return true;
}
