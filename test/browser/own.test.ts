// Own variants in the built page: what goes wrong in a sandbox is stopped or judged and stands in its row, the rest of the
// run is unharmed; a good one gives the same numbers as in Node.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { ladder, prepare } from "../../src/bench/instances.js";
import { parseBench } from "../../src/bench/results.js";
import type { BenchRun } from "../../src/bench/results.js";
import { benchRun } from "../../src/bench/run.js";
import { KIT } from "../../src/solver/kit.js";
import skeleton from "../../src/solver/variants/skeleton.js";
import type { Variant } from "../../src/solver/variant.js";
import { fakeHost } from "../support/bench-fakes.js";
import { openSite } from "../support/browser.js";
import type { Site } from "../support/browser.js";
import { asJavaScript, asWasm, block, SKELETON, spoiltSkeleton } from "../support/own-variants.js";
import { wasmVariant } from "../../web/sandbox/inside/wasm-variant.js";

const WITH_CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

/** The Lab with one small generated event, seed 1, and nothing chosen but what is brought. */
async function openLab(
  budgets: string,
  unit: "steps" | "seconds",
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const opened = await site.open({ ...WITH_CLIPBOARD, ...options }, "#lab");
  await choose(opened.page, budgets, unit);
  return opened;
}

/** One small generated event, and nothing else yet. */
async function choose(page: Page, budgets: string, unit: "steps" | "seconds"): Promise<void> {
  await page.getByRole("checkbox", { name: /^Fabriqué, XS\b/ }).check();
  await page.getByRole("checkbox", { name: "toutes les règles" }).uncheck();
  await page.getByRole("checkbox", { name: /^Celui-ci/ }).uncheck();
  for (const name of ["Recherche", "Glouton"]) await page.getByRole("checkbox", { name, exact: true }).uncheck();
  await page.locator("#lab-seeds").fill("1");
  await page.locator("#lab-unit").selectOption(unit);
  await page.locator("#lab-budgets").fill(budgets);
}

/** Opens files as variants; each is chosen at once. */
async function bring(page: Page, files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [name, contents] of Object.entries(files)) {
    await page
      .locator(".own input[type=file]")
      .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(contents) });
    await page.getByRole("checkbox", { name: name.replace(/\.\w+$/, ""), exact: true, checked: true }).waitFor();
  }
}

/** Measures all that is chosen, and reads the JSON: runs by variant. */
async function measure(page: Page, all: number): Promise<Record<string, BenchRun>> {
  await page.locator("#lab-plan", { hasText: new RegExp(`^${all} essai`) }).waitFor();
  await page.getByRole("button", { name: "Mesurer", exact: true }).click();
  const done = page.getByRole("group", { name: `Fait\u202f: ${all} sur ${all}`, exact: true });
  await done.waitFor({ timeout: 120_000 });
  await page.getByRole("button", { name: "Mesurer", exact: true }).waitFor();
  await page.getByRole("button", { name: "Copier le JSON", exact: true }).click();
  await page.getByText("Les résultats sont copiés en JSON.", { exact: true }).waitFor();
  const read = parseBench(await page.evaluate(() => navigator.clipboard.readText()));
  if (!read.ok) throw new Error(read.diagnostics.map(({ message }) => message).join("\n"));
  return Object.fromEntries(read.value.runs.map((run) => [run.variant, run]));
}

/** A variant that tries every way out that a worker has, then says which ones led anywhere. */
function spy(address: string): string {
  return `
const leak = ${JSON.stringify(address)};
const socket = leak.replace("http", "ws");
const heard = (target, good) => new Promise((resolve, reject) => {
  target["on" + good] = resolve;
  target.onerror = reject;
});
const ways = {
  fetch: () => fetch(leak),
  "fetch of what is in memory": () => fetch(URL.createObjectURL(new Blob(["7"]))),
  XMLHttpRequest: () => {
    const request = new XMLHttpRequest();
    request.open("GET", leak);
    request.send();
    return heard(request, "load");
  },
  WebSocket: () => heard(new WebSocket(socket), "open"),
  WebSocketStream: () => new WebSocketStream(socket).opened,
  EventSource: () => heard(new EventSource(leak), "open"),
  WebTransport: () => new WebTransport(leak.replace("http", "https")).ready,
  RTCPeerConnection: () => new RTCPeerConnection(),
  import: () => import(leak),
  "import of a data address": () => import("data:text/javascript,export default 7"),
  importScripts: () => importScripts(leak),
  eval: () => eval("7"),
  FontFace: () => new FontFace("leak", "url(" + leak + ")").load(),
  sendBeacon: () => navigator.sendBeacon(leak),
  Worker: () => new Worker(URL.createObjectURL(new Blob(["postMessage(7)"]))),
  SharedWorker: () => new SharedWorker(leak),
  serviceWorker: () => navigator.serviceWorker.register(leak),
  indexedDB: () => heard(indexedDB.open("leak"), "success"),
  caches: () => caches.open("leak"),
  localStorage: () => localStorage.length,
  getDirectory: () => navigator.storage.getDirectory(),
  locks: () => navigator.locks.request("leak", () => 7),
  parent: () => parent.document,
  "an origin": () => (origin === "null" ? Promise.reject() : origin),
};
const through = [];
for (const [name, way] of Object.entries(ways)) {
  try {
    await way();
    through.push(name);
  } catch {}
}
throw new Error("got through: " + (through.join(", ") || "nothing"));
`;
}

/** What Node gives for the same steps, under the name that the run has in the page. */
function inNode(variant: Variant, { variant: id, run, build }: BenchRun, budgets: number[]): BenchRun {
  const prepared = prepare(ladder(["XS"], ["pure"], [1])[0]!);
  const host = { ...fakeHost(), build };
  return { run, ...benchRun(prepared, { ...variant, id }, host, { unit: "steps", budgets, prove: true }) };
}

describe("a variant that somebody brings", () => {
  it("whatever it does, it is stopped or judged in its row, and the others are unharmed", async () => {
    const { page, complaints } = await openLab("0.2", "seconds");
    await bring(page, {
      "throws.js": spoiltSkeleton('{ step() { throw new Error("it gives up") } }'),
      "loops.js": spoiltSkeleton("{ step() { for (;;); } }"),
      "nonsense.js": spoiltSkeleton('{ best: () => ({ units: "all", seats: new Int32Array(3) }) }'),
      "crowds.js": spoiltSkeleton(
        "{ best: () => { const b = run.best(); for (let i = 0; i < b.units.length; i += 4) b.units.copyWithin(i, 0, 4); return b; } }",
      ),
      "boasts.js": spoiltSkeleton("{ score: () => ({ unplaced: 0, total: run.score().total + 1 }) }"),
      "allocates.js": spoiltSkeleton(
        "{ step() { for (;;) hoard.push(new Float64Array(1 << 20)); } }",
        "const hoard = [];",
      ),
      "floods.js": spoiltSkeleton(
        "{ step() { for (;;) line.postMessage({ type: 'alive' }); } }",
        `let line;
        const post = MessagePort.prototype.postMessage;
        MessagePort.prototype.postMessage = function (...given) {
          line = this;
          return post.apply(this, given);
        };`,
      ),
      "fetches.js": `await fetch(${JSON.stringify(page.url().split("#")[0])});\n${asJavaScript(SKELETON)}`,
      "empty.js": "export default 7;",
      "good.js": asJavaScript(SKELETON),
    });
    await page.getByRole("checkbox", { name: "Glouton", exact: true }).check();
    const runs = await measure(page, 11);
    const ended = Object.fromEntries(
      Object.entries(runs).map(([id, { results }]) => [id, `${results[0]!.verdict}: ${results[0]!.why ?? ""}`]),
    );
    expect(ended).toEqual({
      greedy: "ok: ",
      "own/good": "ok: ",
      "own/throws": "wrong: crashed: it gives up",
      "own/loops": "wrong: stopped: still running after 5.4 seconds",
      "own/nonsense": "wrong: no solution: what it gave has not the form of one",
      "own/crowds": expect.stringMatching(/^wrong: \d+ findings: .*clash/),
      "own/boasts": expect.stringMatching(/^wrong: the solver counts \d+, the judge \d+$/),
      "own/allocates": "wrong: crashed: it takes more than 1024 MB of memory",
      "own/floods": "wrong: stopped: it floods the page with messages",
      "own/fetches": "wrong: crashed: Failed to fetch",
      "own/empty": "wrong: crashed: its default export is no variant",
    });
    await page.locator(".labo-bad tr", { hasText: "loops" }).getByText("still running after 5.4 seconds").waitFor();
    // What a sandbox refuses it says in the console; the page itself says nothing.
    expect(complaints.filter((text) => !/Content Security Policy|Fetch API cannot load/.test(text))).toEqual([]);
    await expect.poll(() => page.locator("iframe").count()).toBe(0);
  }, 180_000);

  it("reaches no network, no storage and no page, whatever way it takes", async () => {
    const { page } = await openLab("5", "steps");
    // A blocked request is told as one, too: what counts is whether anybody comes.
    const came: string[] = [];
    const server = createServer((_, response) => response.setHeader("access-control-allow-origin", "*").end("7"));
    server.on("connection", ({ remotePort }) => came.push(`from port ${remotePort}`));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    await bring(page, { "spy.js": spy(`http://127.0.0.1:${port}/leak`) });
    const runs = await measure(page, 1);
    expect(runs["own/spy"]!.results[0]!.why).toBe("crashed: got through: nothing");
    expect(came).toEqual([]);
    // The address is one that answers.
    await fetch(`http://127.0.0.1:${port}/leak`);
    expect(came).toHaveLength(1);
  }, 60_000);

  it("runs without a network, too: the sandbox is kept with the page", async () => {
    const { page } = await openLab("5", "steps", { serviceWorkers: "allow" });
    await page.getByText("Hors ligne prêt").waitFor();
    await page.context().setOffline(true);
    await page.reload();
    await choose(page, "5", "steps");
    await bring(page, { "plain.js": asJavaScript(SKELETON) });
    const runs = await measure(page, 1);
    expect(runs["own/plain"]!.results[0]!.verdict).toBe("ok");
  }, 120_000);

  it("is told its errors where it is written, stays when the page is loaded again, and goes when it is removed", async () => {
    const { page, complaints } = await openLab("5", "steps");
    await page.getByRole("button", { name: "Écrire une variante", exact: true }).click();
    await page.locator(".own-editor[aria-busy=false]").waitFor({ timeout: 60_000 });
    await page.locator(".own-box .monaco-editor.focused").waitFor();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("const seven: string = 7;");
    await page.keyboard.press("Enter");
    await page.getByText("1 erreur", { exact: true }).waitFor();
    await page.getByRole("button", { name: /^Ligne 1\s: Type 'number' is not assignable/ }).click();
    await page.locator(".own-box .monaco-editor.focused").waitFor();
    const runs = await measure(page, 1);
    expect(runs["own/Ma variante"]!.results[0]!.why).toBe("crashed: its text has errors");
    await page.locator(".own[aria-busy=false]").waitFor();
    await page.reload();
    await page.getByRole("checkbox", { name: "Ma variante", exact: true }).waitFor();
    await page.getByRole("button", { name: "Modifier Ma variante", exact: true }).click();
    await page.getByText("1 erreur", { exact: true }).waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "Retirer Ma variante", exact: true }).click();
    await page.locator(".own-row, .own-editor").first().waitFor({ state: "detached" });
    await page.locator(".own[aria-busy=false]").waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Écrire une variante", exact: true }).waitFor();
    await page.locator("#lab-plan", { hasText: "essai" }).waitFor();
    expect(await page.locator(".own-row").count()).toBe(0);
    expect(complaints).toEqual([]);
  }, 180_000);

  it("gives the same numbers as in Node for the same steps: as JavaScript, as TypeScript of the page, and as Wasm", async () => {
    const { page, complaints } = await openLab("20 300", "steps");
    const wasm = asWasm(block("assemblyscript"));
    await bring(page, { "plain.js": asJavaScript(SKELETON), "first.wasm": wasm });
    await page.getByRole("button", { name: "Écrire une variante", exact: true }).click();
    await page.getByText("Compilée\u202f: elle peut être mesurée.", { exact: true }).waitFor({ timeout: 60_000 });
    const runs = await measure(page, 3);
    const budgets = [20, 300];
    const made = Object.values(runs).map((run) => [run.variant, run.results.map(({ verdict }) => verdict)]);
    expect(made).toEqual([
      ["own/plain", ["ok", "ok"]],
      ["own/first", ["ok", "ok"]],
      ["own/Ma variante", ["ok", "ok"]],
    ]);
    const own = skeleton(KIT);
    expect(runs["own/plain"]).toEqual(inNode(own, runs["own/plain"]!, budgets));
    expect(runs["own/Ma variante"]).toEqual(inNode(own, runs["own/Ma variante"]!, budgets));
    const first = await wasmVariant(wasm.buffer, 2 ** 30);
    expect(runs["own/first"]).toEqual(inNode(first, runs["own/first"]!, budgets));
    expect(complaints).toEqual([]);
  }, 180_000);
});
