// `dancecard check`: its three answers in both languages and as JSON, and how it ends.

import { expect, it } from "vitest";
import { specText } from "../../src/spec/parse.js";
import { dancecard, scratch } from "../support/cli.js";
import { buyers, eventOf, sellers, wishes } from "../support/event-builder.js";

const files = scratch();
const WORKSHOP = files.put("workshop.json", (await dancecard(["sample", "workshop"])).stdout);
const promise = (id: string, absent: string[] = []): object => ({ id, guaranteed: 2, absent });
const event = (name: string, input: Parameters<typeof eventOf>[0]): string => files.put(name, specText(eventOf(input)));

const SCARCE = event("scarce.json", {
  participants: [...buyers({ id: "b1", maximum: 2 }, "b2"), ...sellers(promise("s1"), promise("s2"))],
  wishes: wishes("b1 > s1", "b1 > s2", "b2 > s1"),
});
// Each by itself has its two meetings; in the only slot in which all are there, the buyers are too few.
const CLASHING = event("clashing.json", {
  participants: [
    ...buyers(
      { id: "b1", absent: ["am.3", "am.4", "pm", "next"] },
      { id: "b2", absent: ["am.3", "am.4", "pm", "next"] },
    ),
    ...sellers(promise("s1", ["am.1"]), promise("s2")),
  ],
  wishes: wishes("b1 > s1", "b2 > s1", "b1 > s2", "b2 > s2"),
});
const OPEN = files.put(
  "open.json",
  (await dancecard(["generate", "--buyers", "30", "--suppliers", "20", "--slots", "12", "--seed", "1"])).stdout,
);
const STEPS = ["--steps", "20000"];

it("says that all can be honoured, and what one more would be worth", async () => {
  const { code, stdout, stderr } = await dancecard(["check", WORKSHOP, ...STEPS]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^Workshop.*\nAll packages can be honoured: a schedule was found, and verified/);
  expect(stdout).toMatch(/What one more raises the bound by at most.*\n {2}place, open in every slot +[\d,]+ points/);
  expect(stdout).toMatch(/\n {2}slot in am +[\d,]+ points \(like am\.\d\)/);
  expect(stdout).toMatch(/\n {2}participant of Exhibitors +[\d,]+ points \(like .+\), median [\d,]+ points/);
});

it("says it in French", async () => {
  const { code, stdout } = await dancecard(["check", WORKSHOP, ...STEPS, "--lang", "fr"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/Tous les forfaits peuvent être honorés\u202f: un planning a été trouvé/);
  expect(stdout).toMatch(/créneau dans am +[\d\u202f]+ points \(comme am\.\d\)/);
});

it("names those who show that not all can be honoured", async () => {
  const [en, fr] = await Promise.all([
    dancecard(["check", SCARCE, ...STEPS]),
    dancecard(["check", SCARCE, ...STEPS, "--lang", "fr"]),
  ]);
  expect([en.code, fr.code]).toEqual([3, 3]);
  expect(en.stdout).toContain("s2 was promised 2 meetings and can have 1 at most, with the partners there are.");
  expect(fr.stdout).toContain("s2 s’est vu promettre 2 rendez-vous et en aura 1 au plus");
});

it("proves by prices what no counting shows, with the certificate in the JSON", async () => {
  const { code, stdout } = await dancecard(["check", CLASHING, ...STEPS, "--json"]);
  expect(code).toBe(3);
  expect(JSON.parse(stdout)).toMatchObject({
    promises: {
      promised: { participants: 2, meetings: 4 },
      status: "impossible",
      shortage: { participants: ["s1"], promised: 2, possible: 1, irreducible: true, cause: { kind: "prices" } },
      certificate: { event: expect.stringMatching(/^[0-9a-f]{64}$/) },
    },
  });
});

it("says that it cannot tell, and ends with 4", async () => {
  const { code, stdout } = await dancecard(["check", OPEN, "--steps", "0"]);
  expect(code).toBe(4);
  expect(stdout).toMatch(/open: no proof says that they cannot, and /);
  expect(stdout).toContain("What one more of something is worth cannot be said");
});

it("gives the same bytes for the same steps", async () => {
  const [one, two] = [
    await dancecard(["check", OPEN, ...STEPS, "--json"]),
    await dancecard(["check", OPEN, ...STEPS, "--json"]),
  ];
  expect(one.stdout).toBe(two.stdout);
  expect(Object.keys(JSON.parse(one.stdout))).toEqual(["promises", "margins"]);
});

it("refuses two budgets and a file that is no event", async () => {
  const both = await dancecard(["check", WORKSHOP, "--steps", "1", "--seconds", "1"]);
  expect([both.code, both.stderr]).toEqual([2, expect.stringContaining("exclude each other")]);
  const none = await dancecard(["check", files.path("missing.json")]);
  expect([none.code, none.stdout]).toEqual([2, ""]);
});
