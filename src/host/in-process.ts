// The engine without workers: everything on the caller's thread, with a pause every few milliseconds. For tests, for
// scripts, and for hosts without workers. Several runs take turns and give the same bytes as in workers.

import { VARIANTS } from "../solver/variants.js";
import type { Engine } from "./engine.js";
import { Service } from "./service.js";
import type { ServiceOptions } from "./service.js";
import { solveTogether } from "./team.js";
import type { Peer } from "./team.js";

export interface InProcessOptions extends Partial<ServiceOptions> {
  /** The compiled kernel; variants that need it crash without. */
  module?: WebAssembly.Module;
}

/** An engine on this thread. */
export function createInProcessEngine(options: InProcessOptions = {}): Engine {
  const serviceOptions: ServiceOptions = { variants: VARIANTS, ...options };
  return {
    solve: (request, hooks) => {
      const peers = Array.from({ length: Math.max(1, request.workers ?? 1) }, () => nearPeer(serviceOptions));
      return solveTogether(peers, request, options.module, hooks);
    },
    counterfactuals: async (request) => {
      try {
        const question = { ...request, ...(options.module && { module: options.module }) };
        return { status: "answered", ...(await nearPeer(serviceOptions).counterfactuals(question)) };
      } catch (error) {
        return { status: "crashed", reason: error instanceof Error ? error.message : String(error) };
      }
    },
    dispose: () => {},
  };
}

/** A service on this thread, as a peer. */
function nearPeer(options: ServiceOptions): Peer {
  const service = new Service(options);
  return {
    hear: (listener) => void service.hello(listener),
    open: async (job) => service.open(job),
    leg: (leg) => service.leg(leg),
    prices: async () => service.prices(),
    guidance: async (after) => service.guidance(after),
    guide: async (guidance) => service.guide(guidance),
    adopt: async (solution) => service.adopt(solution),
    counterfactuals: async (question) => service.counterfactuals(question),
    cancel: async () => service.cancel(),
    close: async () => service.close(),
  };
}
