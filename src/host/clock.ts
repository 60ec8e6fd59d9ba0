// The clock of the real hosts: performance.now, and a pause through a message channel.
// Used by service.ts unless a test hands in its own. setTimeout is never used: nested timers are held back 4 ms each.
//
// Two channels in turn: Node delivers up to 1,000 messages of one port before it looks at any other, so a loop that
// wakes itself through a single port would hear a cancel only 1,000 slices later.

import type { Clock } from "../solver/solve.js";

/** A clock that holds message channels open until it is closed. */
export interface HostClock extends Clock {
  close(): void;
}

/** The system's clock; close it, or it keeps a Node process alive. */
export function openClock(): HostClock {
  let wake: (() => void) | undefined;
  let turn = 0;
  const channels = [new MessageChannel(), new MessageChannel()];
  for (const { port1 } of channels) port1.onmessage = () => wake?.();
  return {
    now: () => performance.now(),
    pause: () =>
      new Promise((resolve) => {
        wake = resolve;
        turn = 1 - turn;
        channels[turn]!.port2.postMessage(0);
      }),
    close: () => {
      for (const { port1, port2 } of channels) {
        port1.close();
        port2.close();
      }
    },
  };
}
