// The script of sandbox.html: of our origin, so that the page without a network has it too, with a policy of its own that
// allows nothing but scripts from memory (vite.sandbox.ts). It makes the frame without our origin and hands the lines on.
// No code of a variant ever runs here.

/** The inner frame's script; put in when the page is built. */
declare const __INNER__: string;

const inner = document.createElement("iframe");
// No more than this: neither our origin, nor a way to move the page, open windows or ask anything.
inner.setAttribute("sandbox", "allow-scripts");
inner.srcdoc = `<script>${__INNER__}</script>`;
addEventListener("message", ({ source, data, ports }) => {
  if (source === inner.contentWindow && data === "ready") parent.postMessage("ready", location.origin);
  // Its origin is none, so it cannot be named.
  else if (source === parent && data === "ports") inner.contentWindow!.postMessage("ports", "*", [...ports]);
});
document.body.append(inner);
