// A worker that is none: a service behind a real message channel on this thread, so that tests choose its variants and
// decide when it dies.

import type { WorkerHandle } from "../../src/host/client.js";
import { serve } from "../../src/host/serve.js";
import type { ServiceOptions } from "../../src/host/service.js";

export interface PortWorker extends WorkerHandle {
  /** The worker dies, with this reason. */
  die(reason: string): void;
  terminated: boolean;
}

/** Starts one. */
export function portWorker(options: ServiceOptions): PortWorker {
  const { port1, port2 } = new MessageChannel();
  let die: (reason: string) => void = () => {};
  const lost = new Promise<string>((resolve) => (die = resolve));
  const service = serve(port2 as never, options);
  const close = (): void => {
    service.cancel();
    port1.close();
    port2.close();
  };
  return {
    endpoint: port1 as never,
    lost,
    terminated: false,
    die(reason) {
      close();
      die(reason);
    },
    terminate() {
      this.terminated = true;
      close();
    },
  };
}
