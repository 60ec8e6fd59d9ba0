// The near end of the message port: workers as peers, and the engine made of them. Used by browser.ts and node.ts,
// which only say how a worker is started. Every call is raced with the loss of its worker, or it would stay pending for
// ever; the versions of both ends are compared before anything else is said.
// Call path: team.ts -> Peer (here) -> port -> serve.ts -> Service.

import { proxy, transfer, wrap } from "comlink";
import type { Endpoint, Remote } from "comlink";
import type { Engine, EngineEvent } from "./engine.js";
import { VERSIONS } from "./service.js";
import type { Service } from "./service.js";
import { solveTogether } from "./team.js";
import type { Peer } from "./team.js";

/** A worker that was just started. */
export interface WorkerHandle {
  endpoint: Endpoint;
  /** Resolves with the reason when the worker dies or cannot start; stays pending while it lives. */
  lost: Promise<string>;
  terminate(): void;
}

/** A peer in a worker of its own. */
export interface RemotePeer extends Peer {
  /** The handshake; rejects when the two ends are of different versions, or the worker is lost. */
  ready: Promise<void>;
  terminate(): void;
}

/** Wraps a worker: every call rejects once the worker is lost. */
export function connect(worker: WorkerHandle): RemotePeer {
  const service: Remote<Service> = wrap<Service>(worker.endpoint);
  let terminated: (reason: string) => void = () => {};
  const end = new Promise<string>((resolve) => (terminated = resolve));
  const lost = Promise.race([worker.lost, end]).then((reason) => Promise.reject(new Error(reason)));
  lost.catch(() => {}); // A loss between two calls is found by the next one.
  const raced = <T>(call: Promise<T>): Promise<T> => Promise.race([lost, call]);
  let listener: (event: EngineEvent) => void = () => {};
  const ready = raced(service.hello(proxy((event: EngineEvent) => listener(event))) as Promise<typeof VERSIONS>).then(
    (theirs) => {
      const [ours, found] = [JSON.stringify(VERSIONS), JSON.stringify(theirs)];
      if (ours !== found) throw new Error(`worker and page are of different versions (${found}, ${ours}): reload`);
    },
  );
  ready.catch(() => {}); // Nobody waits for it where the kernel fails to load first.
  return {
    ready,
    hear: (to) => (listener = to),
    open: (job) => raced(service.open(transfer(job, [job.problem])) as ReturnType<Peer["open"]>),
    leg: (leg) => raced(service.leg(leg) as ReturnType<Peer["leg"]>),
    prices: () => raced(service.prices() as ReturnType<Peer["prices"]>),
    guidance: (after) => raced(service.guidance(after) as ReturnType<Peer["guidance"]>),
    guide: (guidance) => raced(service.guide(guidance)),
    adopt: (solution) => raced(service.adopt(solution)),
    counterfactuals: (question) =>
      raced(service.counterfactuals(transfer(question, [question.problem])) as ReturnType<Peer["counterfactuals"]>),
    cancel: () => raced(service.cancel()),
    close: () => raced(service.close()),
    terminate: () => {
      terminated("the engine was disposed of");
      worker.terminate();
    },
  };
}

/** An engine of workers: started when needed, kept for the next run, replaced after a crash. */
export function createWorkerEngine(
  spawn: () => WorkerHandle,
  loadKernel: () => Promise<WebAssembly.Module | undefined>,
): Engine {
  const idle: RemotePeer[] = [];
  const busy = new Set<RemotePeer>();
  let module: Promise<WebAssembly.Module | undefined> | undefined;
  const retire = (peers: readonly RemotePeer[]): void => peers.forEach((peer) => peer.terminate());

  /** Work for so many workers; what they cannot finish ends as crashed. */
  async function employ<T extends { status: string }>(
    count: number,
    work: (peers: readonly RemotePeer[], kernel: WebAssembly.Module | undefined) => Promise<T>,
  ): Promise<T | { status: "crashed"; reason: string }> {
    const peers: RemotePeer[] = [];
    while (peers.length < Math.max(1, count)) peers.push(idle.pop() ?? connect(spawn()));
    peers.forEach((peer) => busy.add(peer));
    let outcome: T | { status: "crashed"; reason: string };
    try {
      module ??= loadKernel();
      const kernel = await module;
      await Promise.all(peers.map((peer) => peer.ready));
      outcome = await work(peers, kernel);
    } catch (error) {
      module = undefined;
      outcome = { status: "crashed", reason: error instanceof Error ? error.message : String(error) };
    }
    // After a crash none of them is trusted: a trap may leave a kernel's memory half written.
    const disposed = peers.some((peer) => !busy.delete(peer));
    if (outcome.status === "crashed" || disposed) retire(peers);
    else idle.push(...peers.reverse());
    return outcome;
  }

  return {
    solve: (request, hooks = {}) =>
      employ(request.workers ?? 1, (peers, kernel) => solveTogether(peers, request, kernel, hooks)),
    counterfactuals: (request) =>
      employ(1, async ([peer], kernel) => ({
        status: "answered",
        ...(await peer!.counterfactuals({ ...request, ...(kernel && { module: kernel }) })),
      })),
    dispose: () => {
      retire([...idle.splice(0), ...busy]);
      busy.clear();
    },
  };
}
