// The far end of the message port: puts a Service behind Comlink. Used by the two worker entries, and by nothing else.
// Solutions leave by transfer: they are copies that the service does not keep.

import { expose, transfer } from "comlink";
import type { Endpoint } from "comlink";
import type { Counterfactuals } from "../solver/counterfactuals.js";
import type { LegEnd } from "./service.js";
import { Service } from "./service.js";
import type { ServiceOptions } from "./service.js";

/** Answers the calls of client.ts on this endpoint, for ever; gives what answers. */
export function serve(endpoint: Endpoint, options: ServiceOptions): Service {
  const service = new Service(options);
  expose(
    {
      hello: (...args: Parameters<Service["hello"]>) => service.hello(...args),
      open: (...args: Parameters<Service["open"]>) => service.open(...args),
      leg: async (...args: Parameters<Service["leg"]>) => transferred(await service.leg(...args)),
      prices: () => service.prices(),
      guidance: (...args: Parameters<Service["guidance"]>) => service.guidance(...args),
      guide: (...args: Parameters<Service["guide"]>) => service.guide(...args),
      adopt: (...args: Parameters<Service["adopt"]>) => service.adopt(...args),
      counterfactuals: (...args: Parameters<Service["counterfactuals"]>) => given(service.counterfactuals(...args)),
      cancel: () => service.cancel(),
      close: () => service.close(),
    } satisfies Record<keyof Service, unknown>,
    endpoint,
  );
  return service;
}

function transferred(end: LegEnd): LegEnd {
  return transfer(end, [...new Set([end.solution.units.buffer, end.solution.seats.buffer])]);
}

function given(answers: Counterfactuals): Counterfactuals {
  return transfer(
    answers,
    Object.values(answers).map((list: Int32Array | Uint8Array) => list.buffer),
  );
}
