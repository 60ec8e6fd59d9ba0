// The suite "peers": our variants and those of others on the same instances, one run at a time, judged by the same judge.
// Called by the command line and by the developer's quality bench. Only here does a bench wait: a solver has a thread of its
// own.

import type { Prepared } from "./instances.js";
import type { Peer } from "./peer.js";
import { peerEntry } from "./peer.js";
import type { Bench, Shard } from "./plan.js";
import type { BenchRun, RunEntry } from "./results.js";
import type { BenchHost } from "./run.js";
import { benchRun, dueRuns, entryOf, messageOf } from "./run.js";

/** A bench with peers; the kernel is needed, for seats. */
export type Contest = Bench & { peers: readonly Peer[] };
export type ContestHost = BenchHost & { module: WebAssembly.Module };

/** The runs of a contest, or of one of its shards. */
export async function* contestRuns(contest: Contest, host: ContestHost, shard?: Shard): AsyncGenerator<BenchRun> {
  const { unit, budgets, variants, peers } = contest;
  for (const { run, prepared, variant } of dueRuns(contest, shard)) {
    const own = variants[variant];
    const entry = own
      ? benchRun(prepared, own, host, { unit, budgets, prove: true, untilProven: true })
      : await peerRun(prepared, peers[variant - variants.length]!, host, budgets);
    yield { run, ...entry };
  }
}

/** One run of one peer; the last budget is its limit. Never fails: a crash is a result too. */
export async function peerRun(
  prepared: Prepared,
  peer: Peer,
  { module, build, cpu }: ContestHost,
  budgets: readonly number[],
  bound?: number,
): Promise<RunEntry> {
  const entry = entryOf(prepared, peer.id, build);
  const { seed } = prepared.instance;
  try {
    const result = await peer.solve(prepared, { seed, limit: budgets.at(-1)!, module, cpu });
    return peerEntry(prepared, entry, budgets, result, bound);
  } catch (error) {
    const why = messageOf(error);
    return peerEntry(prepared, entry, budgets, { status: "crashed", why, setup: 0, used: 0, found: [] });
  }
}
