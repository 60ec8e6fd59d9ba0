// The script of the frame without our origin: it starts the worker in which a variant runs, gives it its line, and answers on
// the other line as long as its process lives. It inherits the policy of the outer frame, and so does the worker.

/** The worker's script; put in when the page is built. */
declare const __WORKER__: string;

addEventListener(
  "message",
  ({ ports }) => {
    const [work, pulse] = ports as [MessagePort, MessagePort];
    const worker = new Worker(URL.createObjectURL(new Blob([__WORKER__], { type: "text/javascript" })));
    // What a variant throws where nobody waits for it is no error of the page.
    worker.addEventListener("error", (event) => event.preventDefault());
    worker.postMessage("port", [work]);
    pulse.onmessage = () => pulse.postMessage("alive");
  },
  { once: true },
);
parent.postMessage("ready", "*");
