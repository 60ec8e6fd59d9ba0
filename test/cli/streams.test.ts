// What happens when nobody reads, nothing can be written, or somebody interrupts: the built command line, as a process.

import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess, StdioOptions } from "node:child_process";
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync } from "node:fs";
import { once } from "node:events";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { CLI, dancecard, scratch } from "../support/cli.js";

const files = scratch();
const EVENT = files.put("event.json", (await dancecard(["sample", "workshop"])).stdout);

interface Child {
  process: ChildProcess;
  ended: Promise<{ code: number | null; stderr: string }>;
}

function start(words: string[], stdio: StdioOptions): Child {
  const child = spawn(process.execPath, [CLI, ...words], { stdio });
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return { process: child, ended: new Promise((done) => child.on("close", (code) => done({ code, stderr }))) };
}

it("nobody who listens changes no exit code", async () => {
  const clash = await dancecard(["solve", EVENT, "--steps", "10", "--json"]);
  const schedule = JSON.parse(clash.stdout) as { meetings: object[] };
  schedule.meetings.push(schedule.meetings[0]!);
  const broken = files.put("broken.json", JSON.stringify(schedule));
  const deaf = (words: string[]): Promise<{ code: number | null }> => {
    const child = start(words, ["ignore", "pipe", "pipe"]);
    child.process.stdout!.destroy();
    child.process.stderr!.destroy();
    return child.ended;
  };
  const ends = [deaf(["solve", "missing.json"]), deaf(["verify", EVENT, broken]), deaf(["sample", "workshop"])];
  expect((await Promise.all(ends)).map(({ code }) => code)).toEqual([2, 3, 0]);
});

it("standard output that takes nothing is told, with exit code 1", async () => {
  // Open for reading only: as full as a full disk, on every machine.
  const full = openSync(EVENT, "r");
  const words = [["sample", "workshop"], ["solve", EVENT, "--steps", "10", "--lang", "fr"], ["--help"]];
  const ends = await Promise.all(words.map((each) => start(each, ["ignore", full, "pipe"]).ended));
  closeSync(full);
  expect(ends.map(({ code }) => code)).toEqual([1, 1, 1]);
  expect(ends[0]!.stderr).toMatch(
    /^dancecard: error cannot-write: Standard output cannot be written to \(E[A-Z]+\)\.\n$/,
  );
  expect(ends[1]!.stderr).toMatch(/^dancecard: erreur cannot-write: La sortie standard ne peut pas être écrite/);
});

it("a file named as standard output and as --out is not replaced under its own writer", async () => {
  const path = files.path("both.json");
  const both = openSync(path, "w");
  const { code } = await start(["solve", EVENT, "--steps", "10", "--out", path], ["ignore", both, "pipe"]).ended;
  closeSync(both);
  expect([code, JSON.parse(readFileSync(path, "utf8"))]).toEqual([0, expect.objectContaining({ version: 1 })]);
});

it.each(["SIGINT", "SIGTERM"] as const)("%s before the run ends the process, as it ends any", async (signal) => {
  const pipe = files.path(signal);
  execFileSync("mkfifo", [pipe]);
  const child = start(["solve", pipe, "--out", files.path("never.json")], ["ignore", "ignore", "pipe"]);
  const event = await open(pipe, "w"); // waits until the other side reads
  child.process.kill(signal);
  expect(await child.ended).toEqual({ code: null, stderr: "" });
  expect(child.process.signalCode).toBe(signal);
  await event.close();
});

it("a signal is heeded while the only thread is busy, and nothing is left beside --out", async () => {
  const folder = files.path("busy");
  mkdirSync(folder);
  const slow = ["generate", "--buyers", "9000", "--suppliers", "9000", "--slots", "200", "--seed", "1"];
  const child = start([...slow, "--out", join(folder, "out.json")], ["ignore", "ignore", "pipe"]);
  await once(child.process, "spawn");
  child.process.kill("SIGTERM");
  expect(await child.ended).toEqual({ code: null, stderr: "" });
  expect(readdirSync(folder)).toEqual([]);
});
