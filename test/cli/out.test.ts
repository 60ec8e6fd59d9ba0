// Where results go: --out replaces plain files as a whole and nothing else, and says beforehand what cannot be written.

import { execFileSync } from "node:child_process";
import { chmodSync, linkSync, lstatSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { symlinkSync } from "node:fs";
import type * as Fs from "node:fs";
import { readFile } from "node:fs/promises";
import { beforeEach, expect, it, vi } from "vitest";
import { deliver, openOut } from "../../src/cli/out.js";
import type { Out } from "../../src/cli/out.js";
import { print, report } from "../../src/cli/terminal.js";
import type * as Terminal from "../../src/cli/terminal.js";
import { scratch } from "../support/cli.js";

/** Folders in which nothing can be made, whoever runs the tests. */
const denied = vi.hoisted(() => new Set<string>());

vi.mock("node:fs", async (original) => {
  const real = await original<typeof Fs>();
  const mkdtempSync = (prefix: string): string => {
    if (![...denied].some((folder) => prefix.startsWith(folder))) return real.mkdtempSync(prefix);
    throw Object.assign(new Error("denied"), { code: "EACCES" });
  };
  return { ...real, mkdtempSync };
});

vi.mock("../../src/cli/terminal.js", async (original) => ({
  ...(await original<typeof Terminal>()),
  print: vi.fn(),
  report: vi.fn(),
}));

const files = scratch();
const NEW = "new";

beforeEach(() => {
  denied.clear();
  vi.clearAllMocks();
});

async function opened(name: string | undefined, inputs: string[] = []): Promise<Out> {
  const out = await openOut(name, inputs);
  if (!out.ok) throw new Error(out.diagnostics[0]!.message);
  return out.value;
}

async function write(path: string): Promise<number> {
  return deliver(NEW, await opened(path), "en");
}

async function refusal(name: string, inputs: string[] = []): Promise<string> {
  const { ok, diagnostics } = await openOut(name, inputs);
  return `${ok} ${diagnostics.map((d) => `${d.code}: ${d.message}`).join()}`;
}

it("nothing and - are standard output", async () => {
  for (const name of [undefined, "-"]) {
    expect(await opened(name)).toEqual({});
    expect(await deliver(NEW, await opened(name), "en")).toBe(0);
    expect(print).toHaveBeenLastCalledWith(NEW);
  }
});

it("a file is made, or replaced as a whole with its mode; nothing else stays in the folder", async () => {
  mkdirSync(files.path("plain"));
  const path = files.put("plain/s.json", "old");
  chmodSync(path, 0o640);
  const before = statSync(path).ino;
  expect(await write(path)).toBe(0);
  expect([readFileSync(path, "utf8"), statSync(path).mode & 0o777]).toEqual([NEW, 0o640]);
  expect(statSync(path).ino).not.toBe(before);
  expect(await write(files.path("plain/t.json"))).toBe(0);
  expect(readdirSync(files.path("plain"))).toEqual(["s.json", "t.json"]);
  expect(print).not.toHaveBeenCalled();
});

it("links are followed, also one to nothing yet; a second name keeps its file", async () => {
  const real = files.put("real.json", "old");
  symlinkSync("real.json", files.path("link.json"));
  symlinkSync("later.json", files.path("dangling.json"));
  linkSync(files.put("one.json", "old"), files.path("two.json"));
  for (const name of ["link.json", "dangling.json", "two.json"]) expect(await write(files.path(name))).toBe(0);
  for (const name of ["link.json", "dangling.json"]) expect(lstatSync(files.path(name)).isSymbolicLink()).toBe(true);
  for (const path of [real, files.path("later.json"), files.path("one.json")]) {
    expect(readFileSync(path, "utf8")).toBe(NEW);
  }
});

it("a pipe is written to and stays one", async () => {
  const pipe = files.path("pipe");
  execFileSync("mkfifo", [pipe]);
  expect(await Promise.all([readFile(pipe, "utf8"), write(pipe)])).toEqual([NEW, 0]);
  expect(lstatSync(pipe).isFIFO()).toBe(true);
});

it("a file that the command reads is refused, by whatever name", async () => {
  const event = files.put("event.json", "event");
  symlinkSync("event.json", files.path("event-link.json"));
  linkSync(event, files.path("event-twin.json"));
  const lost = "false output-is-input: This file is read by this very command: it would be lost.";
  for (const name of ["event.json", "event-link.json", "event-twin.json"]) {
    expect(await refusal(files.path(name), ["-", files.path("missing.json"), event])).toBe(lost);
  }
  expect(readFileSync(event, "utf8")).toBe("event");
});

it("what cannot be written is known beforehand", async () => {
  const locked = files.put("read-only.json", "old");
  chmodSync(locked, 0o444);
  mkdirSync(files.path("denied"));
  denied.add(files.path("denied"));
  symlinkSync("loop.json", files.path("loop.json"));
  expect(await refusal(locked)).toBe("false cannot-write: The file is read-only.");
  expect(await refusal(files.path("denied/s.json"))).toBe("false cannot-write: The file cannot be written (EACCES).");
  expect(await refusal(files.path("denied"))).toBe("false cannot-write: This is a folder, not a file.");
  expect(await refusal(files.path("s.json/"))).toBe("false cannot-write: This is a folder, not a file.");
  expect(await refusal(files.path("nowhere/s.json"))).toBe("false cannot-write: There is no such folder to write to.");
  expect(await refusal(`${locked}/s.json`)).toBe("false cannot-write: There is no such folder to write to.");
  expect(await refusal(files.path("loop.json"))).toBe("false cannot-write: The file cannot be written (ELOOP).");
  expect(await refusal(files.path("x".repeat(300)))).toBe(
    "false cannot-write: The file cannot be written (ENAMETOOLONG).",
  );
});

it("a file in a folder that takes no others is written to as it stands", async () => {
  mkdirSync(files.path("closed"));
  const path = files.put("closed/s.json", "old");
  denied.add(files.path("closed"));
  const before = statSync(path).ino;
  expect(await write(path)).toBe(0);
  expect([readFileSync(path, "utf8"), statSync(path).ino]).toEqual([NEW, before]);
});

it("what cannot be written after all is printed, with a word and exit code 1", async () => {
  mkdirSync(files.path("gone"));
  const out = await opened(files.path("gone/s.json"));
  rmSync(files.path("gone"), { recursive: true });
  expect(await deliver(NEW, out, "en")).toBe(1);
  expect(print).toHaveBeenCalledExactlyOnceWith(NEW);
  expect(report).toHaveBeenCalledWith(
    files.path("gone/s.json"),
    undefined,
    [
      expect.objectContaining({
        message: expect.stringContaining("(ENOENT). The result is on standard output instead."),
      }),
    ],
    "en",
  );
});
