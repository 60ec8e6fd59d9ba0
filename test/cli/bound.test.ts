// What verify prints of a schedule's bound, in both languages and as JSON, and how it ends.

import { describe, expect, it } from "vitest";
import { checkCertificate } from "../../src/certificate.js";
import { factsOf } from "../../src/rules/facts.js";
import { hashOf } from "../../src/rules/facts/hash.js";
import type { Bound, Certificate } from "../../src/bound.js";
import { scheduleText } from "../../src/read-schedule.js";
import { specText } from "../../src/spec/parse.js";
import { boundText, shareText, termsText } from "../../src/cli/bound.js";
import { dancecard, scratch } from "../support/cli.js";
import { buyers, eventOf, scheduleOf, sellers, wishes } from "../support/event-builder.js";

const files = scratch();
const spec = eventOf({
  participants: [
    ...buyers({ id: "b1", name: "Berthe", absent: ["am.2", "am.3", "am.4", "pm", "next"] }),
    ...sellers("s1", "s2"),
  ],
  wishes: wishes("b1 > s1 1", "b1 > s2 2"),
});
const EVENT = files.put("event.json", specText(spec));
const certificate: Certificate = {
  event: hashOf(factsOf(spec)),
  scale: 1000,
  pi: { b1: [60_000, 0, 0, 0, 0, 0, 0, 0] },
};

function file(name: string, meeting: string, edit: (bound: Bound) => void = () => {}): string {
  const proof = checkCertificate(spec, certificate);
  if (!proof.ok) throw new Error(proof.reason);
  const bound = structuredClone({ value: proof.value, parts: proof.parts, certificate });
  edit(bound);
  return files.put(name, scheduleText({ ...scheduleOf([meeting]), event: certificate.event, bound }));
}

const best = file("best.json", "b1 s1 am.1");
const second = file("second.json", "b1 s2 am.1");

describe("verify", () => {
  it("says that a schedule is proven best, or how far it may be from it", async () => {
    const proven = await dancecard(["verify", EVENT, best]);
    expect([proven.code, proven.stderr]).toEqual([0, ""]);
    expect(proven.stdout).toContain("Proven best: no schedule of this event has a higher score.");
    const within = await dancecard(["verify", EVENT, second]);
    expect(within.stdout).toContain("Within 40.00% of the best possible: no schedule scores more than 100.");
  });

  it("with meals, says how far the meetings are from the best possible where more cannot be said", async () => {
    const meetings = { value: 12_345, gap: 0.0023, share: 0.002 };
    const report = { status: "within", value: 20_000, gap: 0.4, meetings } as const;
    expect(boundText(report, "en")).toBe(
      "Meetings within 0.23% of the best possible: without meals, no schedule scores more than 12,345.",
    );
    expect(boundText(report, "fr")).toBe(
      "Rendez-vous à 0,23\u202f% au plus du meilleur possible\u202f: sans les repas, aucun planning ne dépasse 12\u202f345.",
    );
    // Where the whole can be said, it is.
    expect(boundText({ ...report, gap: 0.04 }, "en")).toBe(
      "Within 4.00% of the best possible: no schedule scores more than 20,000. The meetings alone are within 0.23%: what is loose is the bound of the tables.",
    );
    expect(boundText({ ...report, gap: 0.04 }, "fr")).toMatch(
      / Les rendez-vous seuls sont à 0,23\u202f%\u202f: c’est la borne des tables qui est large\.$/,
    );
    const event = files.put("meetings.json", (await dancecard(["sample", "customer-relationship-meetings"])).stdout);
    const solved = await dancecard(["solve", event, "--seconds", "2", "--out", files.path("meetings.schedule.json")]);
    const said = /^Within [23]\.\d\d% of the best possible: .*The meetings alone are within 0\.\d\d%: .*$/m.exec(
      solved.stdout,
    )?.[0];
    expect(said).toBeDefined();
    const verified = await dancecard(["verify", event, files.path("meetings.schedule.json")]);
    expect(verified.stdout).toContain(said);
    expect(verified.stdout).toMatch(
      /^Of all that wishes and meals can bring, meetings are within 0\.\d\d%, meals within [1-3]\.\d\d%\.$/m,
    );
    expect(termsText(0.046875, 0.0078125, "fr")).toBe(
      "De tout ce que souhaits et repas peuvent apporter, les rendez-vous sont à 0,79\u202f%, les repas à 3,91\u202f%.",
    );
  });

  it("says so in French", async () => {
    const [proven, within] = await Promise.all(
      [best, second].map((schedule) => dancecard(["verify", EVENT, schedule, "--lang", "fr"])),
    );
    expect(proven!.stdout).toContain("Optimal, c’est prouvé\u202f: aucun planning");
    expect(within!.stdout).toContain(
      "À 40,00\u202f% au plus du meilleur possible\u202f: aucun planning ne dépasse 100.",
    );
  });

  it("prints JSON", async () => {
    const { code, stdout } = await dancecard(["verify", EVENT, second, "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      feasible: true,
      bound: { status: "within", value: 100, gap: 0.4 },
      score: { total: 60 },
    });
  });

  it("says whose time is dear with --why", async () => {
    const { stdout } = await dancecard(["verify", EVENT, best, "--why"]);
    expect(stdout).toMatch(/Whose time is dear\n {2}Berthe +60 points, at most 60 points \(am\.1\)/);
    expect(stdout).toMatch(/Which slots are dear\n {2}am\.1 +60 points/);
  });

  it("refuses a tampered bound, and does not read a broken one", async () => {
    const boast = file("boast.json", "b1 s1 am.1", (bound) => (bound.value = 80));
    const told = await dancecard(["verify", EVENT, boast]);
    expect([told.code, told.stderr]).toEqual([2, expect.stringMatching(/wrong-bound bound: .*another number.*value/)]);
    const broken = file("broken.json", "b1 s1 am.1", (bound) => (bound.certificate.pi = { b1: [0.5] }));
    const read = await dancecard(["verify", EVENT, broken]);
    expect([read.code, read.stderr]).toEqual([2, expect.stringMatching(/certificate\.pi\.b1\[0\]/)]);
  });
});

describe("sentences", () => {
  it("round a gap up", () => {
    expect([0.0003, 0.00021, 0.000_000_1].map((gap) => shareText(gap, "en"))).toEqual(["0.03%", "0.03%", "0.01%"]);
  });

  it("call what cannot be an internal error, and say what no schedule can do", () => {
    expect(boundText({ status: "exceeded", value: 99, total: 100 }, "en")).toMatch(/^Internal error: the score 100 /);
    expect(boundText({ status: "impossible", participants: ["a", "b"] }, "fr")).toMatch(/ceux de a, b le montrent/);
    expect(boundText({ status: "infeasible", value: 1 }, "en")).toMatch(/breaks hard rules/);
  });
});

describe("solve", () => {
  it("ends by itself once nothing better can exist, and says so; a run of steps makes them all", async () => {
    const words = ["--buyers", "20", "--suppliers", "10", "--slots", "10", "--seed", "1", "--rules", "pure"];
    const event = files.put("generated.json", (await dancecard(["generate", ...words])).stdout);
    // A minute, which nobody waits for: the test would run out of time.
    const { code, stdout } = await dancecard(["solve", event, "--seconds", "60"]);
    expect(code).toBe(0);
    expect(stdout).toContain("Proven best: no schedule of this event has a higher score.");
    const steps = await dancecard(["solve", event, "--steps", "300000", "--lang", "fr"]);
    expect(steps.stdout).toMatch(/300.000 pas/);
    expect(steps.stdout).toContain("Optimal, c’est prouvé");
  }, 30_000);
});
