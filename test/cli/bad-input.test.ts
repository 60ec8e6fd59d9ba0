// Bad input of every kind: exit 2 within a second or so, a diagnostic, nothing written, no stack trace.

import { existsSync, mkdirSync } from "node:fs";
import { expect, it } from "vitest";
import { dancecard, scratch } from "../support/cli.js";

const files = scratch();
mkdirSync(files.path("folder"));
const WORKSHOP = JSON.parse(stripped((await dancecard(["sample", "workshop"])).stdout)) as Record<string, never>;

function stripped(text: string): string {
  return text.replace(/^\/\/.*$/gm, "");
}

/** The workshop with one thing changed. */
function workshop(edit: (event: Record<string, never>) => void): string {
  const event = structuredClone(WORKSHOP);
  edit(event);
  return JSON.stringify(event);
}

/* eslint-disable @typescript-eslint/no-explicit-any -- these events are wrong on purpose */
const CASES: [string, string | Buffer][] = [
  ["an empty file", ""],
  ["not JSON", "hello"],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00])],
  ["50 MB of brackets", "[".repeat(50_000_000)],
  ["a number", "42"],
  ["a list", "[]"],
  ["null", "null"],
  ["a million participants", workshop((e: any) => (e.participants = Array(1_000_000).fill({ id: "x", side: "y" })))],
  ["an empty id", workshop((e: any) => (e.participants[0].id = ""))],
  ["a weight of 1e308", workshop((e: any) => (e.sides[0].weight = 1e308))],
  ["a weight of -1", workshop((e: any) => (e.sides[0].weight = -1))],
  ["a weight of 0.5", workshop((e: any) => (e.sides[0].weight = 0.5))],
  [
    "a session that ends before it starts",
    workshop((e: any) => ([e.calendar[0].sessions[0].start, e.calendar[0].sessions[0].end] = ["12:00", "09:00"])),
  ],
  [
    "a slot length of 0",
    workshop((e: any) => (e.calendar[0].sessions.find((s: any) => s.kind === "meetings").meeting = 0)),
  ],
  [
    "a locked meeting between absent people",
    workshop((e: any) => {
      const date = e.calendar[0].date;
      const [p, q] = [e.participants[0], e.participants.find((x: any) => x.side !== e.participants[0].side)];
      p.absent = [date];
      q.absent = [date];
      e.locked = [{ participants: [p.id, q.id] }];
    }),
  ],
  ["a schedule", JSON.stringify({ format: "dancecard/schedule", version: 1, event: "0".repeat(64), meetings: [] })],
  ["a prototype", '{ "__proto__": { "format": "dancecard/event" }, "constructor": 1 }'],
];
/* eslint-enable */

it.each(CASES)("%s", async (name, content) => {
  const file = files.put(`${name}.json`, content);
  const out = files.path("out.json");
  const started = performance.now();
  const { code, stdout, stderr } = await dancecard(["solve", file, "--out", out]);
  expect(performance.now() - started).toBeLessThan(5000);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/: error [a-z-]+( \S+)?: \S/);
  expect(stderr).not.toMatch(/^ +at |is a bug/m);
  expect(stderr.length).toBeLessThan(20_000);
  expect(existsSync(out)).toBe(false);
});

it.each([
  ["a missing file", "missing.json", "no-such-file"],
  ["a folder", "folder", "not-a-file"],
  ["a path through a file", "not JSON.json/x", "no-such-file"],
  ["a name that is too long", "x".repeat(5000), "no-such-file"],
])("%s", async (_what, name, code) => {
  files.put("not JSON.json", "hello");
  const ran = await dancecard(["solve", files.path(name)]);
  expect([ran.code, ran.stdout]).toEqual([2, ""]);
  expect(ran.stderr).toContain(`error ${code}`);
});

it("a folder to write to is refused before the run", async () => {
  const event = files.put("good.json", JSON.stringify(WORKSHOP));
  const ran = await dancecard(["solve", event, "--steps", "10", "--out", files.path("folder")]);
  expect(ran).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("error cannot-write") });
});
