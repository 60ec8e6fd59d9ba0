// Starting from a schedule and repairing a published one, with the built command line.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Schedule } from "../../src/schedule.js";
import { dancecard, scratch } from "../support/cli.js";

const files = scratch();
const WORKSHOP = files.put("workshop.json", (await dancecard(["sample", "workshop"])).stdout);
const PUBLISHED = files.path("published.json");
// Long enough that nothing better is left to be found from there.
await dancecard(["solve", WORKSHOP, "--steps", "300000", "--out", PUBLISHED]);
const published = JSON.parse(readFileSync(PUBLISHED, "utf8")) as Schedule;

const solve = (...words: string[]) => dancecard(["solve", WORKSHOP, "--steps", "0", "--json", ...words]);

it("--from keeps what the rules still allow, and warns of what the event does not know", async () => {
  const [first, second] = published.meetings;
  const meetings = [
    { ...first!, rows: ["nobody", first!.rows[1]] },
    { ...second!, slot: "gone" },
  ];
  const edited = { ...published, event: "0".repeat(64), meetings: [...meetings, ...published.meetings.slice(2)] };
  const { code, stdout, stderr } = await solve("--from", files.put("edited.json", JSON.stringify(edited)));
  expect(code).toBe(0);
  expect(stderr).toMatch(/warning unknown-id meetings\[0\]\.rows\[0\]/);
  expect(stderr).toMatch(/warning unknown-id meetings\[1\]\.slot/);
  const found = JSON.parse(stdout) as Schedule;
  expect(found).not.toHaveProperty("base");
  for (const meeting of [first, ...published.meetings.slice(2)]) expect(found.meetings).toContainEqual(meeting);
});

it("--base names the published schedule by the hash of its text, and states the cost of changes", async () => {
  const { code, stdout, stderr } = await solve("--base", PUBLISHED);
  expect([code, stderr]).toEqual([0, ""]);
  const found = JSON.parse(stdout) as Schedule;
  expect(found.base).toBe(createHash("sha256").update(readFileSync(PUBLISHED)).digest("hex"));
  expect(found.meetings).toEqual(published.meetings);
  expect(found.score!.change).toBe(0);
});

it("verify --base recomputes the cost of changes, and tells what was not repaired", async () => {
  const workshop = readFileSync(WORKSHOP, "utf8");
  expect(workshop).toContain('"rules": {');
  const dear = files.put("dear.json", workshop.replace('"rules": {', '"rules": { "change": 1,'));
  const moved = { ...published, meetings: published.meetings.slice(1) };
  const other = files.put("other.json", JSON.stringify(moved));
  const words = ["solve", dear, "--steps", "20000", "--json", "--base", other];
  const repaired = files.put("repaired.json", (await dancecard(words)).stdout);
  const { code, stdout } = await dancecard(["verify", dear, repaired, "--base", other, "--json"]);
  expect(code).toBe(0);
  const { score } = JSON.parse(stdout) as { score: { change: number } };
  expect(score.change).toBe((JSON.parse(readFileSync(repaired, "utf8")) as Schedule).score!.change);
  expect(score.change).toBeLessThan(0);
  const wrong = await dancecard(["verify", dear, repaired, "--base", PUBLISHED]);
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toMatch(/other-base/);
});

it.each(["--from", "--base"])("%s refuses a schedule in which the event knows nobody", async (option) => {
  const meetings = published.meetings.map((meeting) => ({ ...meeting, participants: ["x", "y"], rows: ["x", "y"] }));
  const { code, stdout, stderr } = await solve(
    option,
    files.put("strangers.json", JSON.stringify({ ...published, meetings })),
  );
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/error other-event/);
});

it.each([
  [["--from", "-", "--base", "-"], /standard input/],
  [["--from", "no-such-file"], /no such file/],
  [["--from", WORKSHOP], /schedule/],
])("refuses %j", async (words, message) => {
  const { code, stdout, stderr } = await solve(...words);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(message);
});
