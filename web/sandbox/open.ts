// Opens and closes the sandbox of own variants: a frame (frame/outer.ts) in which a frame of an origin of its own
// (frame/inner.ts) runs a worker. Only the main thread can make frames, so it does that and no more; the lines into it go to
// whoever measures. There is one sandbox at a time. Removing the frame ends whatever runs in it, also what loops for ever.

import type { SandboxPorts } from "./protocol.js";

/** Milliseconds in which the frames are there, or something forbids them. */
const PATIENCE = 20_000;

let frame: HTMLIFrameElement | null = null;

/** Opens a sandbox; one that is open is closed. Rejects where it cannot be opened. */
export function openSandbox(): Promise<SandboxPorts> {
  closeSandbox();
  const mine = document.createElement("iframe");
  frame = mine;
  mine.hidden = true;
  mine.title = "sandbox";
  mine.src = "./sandbox.html";
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      removeEventListener("message", hear);
    };
    const timer = setTimeout(() => {
      end();
      mine.remove();
      reject(new Error("the sandbox could not be opened"));
    }, PATIENCE);
    const hear = ({ source, data }: MessageEvent): void => {
      if (source === null || source !== mine.contentWindow || data !== "ready") return;
      end();
      const [work, pulse] = [new MessageChannel(), new MessageChannel()];
      mine.contentWindow.postMessage("ports", location.origin, [work.port2, pulse.port2]);
      resolve({ work: work.port1, pulse: pulse.port1 });
    };
    addEventListener("message", hear);
    document.body.append(mine);
  });
}

/** Ends what runs in the sandbox. */
export function closeSandbox(): void {
  frame?.remove();
  frame = null;
}
