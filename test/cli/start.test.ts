// `dancecard start`: a schedule in the terminal, then the built page on a local port until Ctrl-C.

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { readdirSync } from "node:fs";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CLI } from "../support/cli.js";

let child: ChildProcess;
let printed = "";
let address = "";

beforeAll(async () => {
  child = spawn(process.execPath, [CLI, "start", "--port", "0", "--seconds", "0.3"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  address = await new Promise((resolve, reject) => {
    child.stdout!.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      const found = /http:\/\/localhost:\d+\//.exec(printed);
      if (found) resolve(found[0]);
    });
    child.once("exit", (code) => reject(new Error(`ended with ${code}: ${printed}`)));
  });
}, 30_000);

afterAll(() => void child.kill("SIGKILL"));

/** A request whose path is sent as it stands: fetch would tidy `..` away. */
function raw(path: string): Promise<string> {
  const { port } = new URL(address);
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(port), "localhost", () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    );
    socket.setEncoding("utf8").on("data", (text) => (answer += String(text)));
    socket.on("close", () => resolve(answer)).on("error", reject);
  });
}

it("schedules the model event first", () => {
  expect(printed).toMatch(/^Customer Relationship Meetings/);
  expect(printed).toMatch(/every hard rule holds/);
});

it("serves the page, its scripts and the kernel with their types", async () => {
  const page = await fetch(address);
  expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  expect(await page.text()).toContain("<title>Dancecard</title>");
  const assets = readdirSync(join(dirname(CLI), "web/assets"));
  const types = new Map([
    [".wasm", "application/wasm"],
    [".js", "text/javascript; charset=utf-8"],
    [".css", "text/css; charset=utf-8"],
  ]);
  for (const [ending, type] of types) {
    const name = assets.find((asset) => asset.endsWith(ending));
    expect((await fetch(`${address}assets/${name}`)).headers.get("content-type")).toBe(type);
  }
});

it("serves the service worker as a script that is never taken from a cache", async () => {
  const { status, headers } = await fetch(`${address}sw.js`);
  expect([status, headers.get("content-type")]).toEqual([200, "text/javascript; charset=utf-8"]);
  expect(headers.get("cache-control")).toBe("no-cache");
});

it.each([
  "/../package.json",
  "/..%2f..%2fpackage.json",
  "/%2e%2e/cli.js",
  "/assets/",
  "/nothing",
  "/%zz",
  "//etc/passwd",
])("serves nothing else: %s", async (path) => {
  expect(await raw(path)).toMatch(/^HTTP\/1\.1 404/);
});

it("takes no other method", async () => {
  expect((await fetch(address, { method: "POST" })).status).toBe(405);
  expect((await fetch(address, { method: "HEAD" })).status).toBe(200);
});

it("ends with Ctrl-C", async () => {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGINT");
  expect(await ended).toBe(0);
});
