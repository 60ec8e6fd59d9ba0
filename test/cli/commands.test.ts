// The built command line, command by command: what it prints, what it writes, how it ends.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Schedule } from "../../src/schedule.js";
import { parseSpec } from "../../src/spec/parse.js";
import { SAMPLES } from "../../src/spec/samples/index.js";
import { dancecard, scratch } from "../support/cli.js";

const files = scratch();
const WORKSHOP = files.put("workshop.json", (await dancecard(["sample", "workshop"])).stdout);
const FORUM = files.put("forum.json", (await dancecard(["sample", "decision-makers-forum"])).stdout);

describe("help", () => {
  it.each([
    ["solve"],
    ["verify"],
    ["export"],
    ["sample"],
    ["generate"],
    ["import", "b2bsp"],
    ["import", "tables"],
    ["start"],
  ])("of %s %s", async (...words) => {
    const { code, stdout, stderr } = await dancecard([...words, "--help"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`dancecard ${words.filter(Boolean).join(" ")}`);
    expect(stdout).toContain("--help");
  });

  it("of everything, also when nothing is said", async () => {
    const asked = await dancecard(["--help"]);
    expect(asked.code).toBe(0);
    for (const name of ["solve", "verify", "export", "sample", "generate", "import b2bsp", "import tables"])
      expect(asked.stdout).toContain(name);
    expect(await dancecard([])).toEqual({ ...asked, code: 2 });
  });

  it("of import, whose kind of file is missing or strange", async () => {
    const [help, bare, strange] = await Promise.all(
      [["import", "--help"], ["import"], ["import", "foo", "x"]].map((words) => dancecard(words)),
    );
    expect([help!.code, help!.stderr]).toEqual([0, ""]);
    expect(help!.stdout).toContain("dancecard import b2bsp FILE");
    expect([bare!.code, strange!.code]).toEqual([2, 2]);
    expect(bare!.stderr).toMatch(/kind of file is missing after “import”\. Known: b2bsp, tables\./);
    expect(strange!.stderr).toMatch(
      /“foo” is no kind of file.*Known: b2bsp, tables\.\nTry: dancecard import b2bsp --help/,
    );
  });

  it("names the nearest command and option", async () => {
    expect(await dancecard(["slove"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Did you mean “solve”?"),
    });
    expect(await dancecard(["solve", WORKSHOP, "--sead", "1"])).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("Did you mean --seed?"),
    });
  });
});

describe("solve", () => {
  it("prints a summary, silent otherwise when nobody watches", async () => {
    const { code, stdout, stderr } = await dancecard(["solve", WORKSHOP, "--steps", "2000"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/Wishes met +\d+ \/ \d+/);
    expect(stdout).toMatch(/every hard rule holds/);
  });

  it("speaks French when asked", async () => {
    const { stdout } = await dancecard(["solve", WORKSHOP, "--steps", "100", "--lang", "fr"]);
    expect(stdout).toMatch(/Souhaits satisfaits/);
  });

  it("reads standard input, and prints the schedule with --json: the same as it writes", async () => {
    const out = files.path("json.json");
    const words = ["solve", "-", "--steps", "500", "--json", "--out", out];
    const { code, stdout } = await dancecard(words, readFileSync(WORKSHOP));
    expect(code).toBe(0);
    expect(stdout).toBe(readFileSync(out, "utf8"));
    expect(JSON.parse(stdout)).toMatchObject({
      format: "dancecard/schedule",
      run: { budget: { steps: 500 }, seed: 1 },
    });
    expect(JSON.parse(stdout).run).not.toHaveProperty("seconds");
  });

  it("gives the same bytes for the same seed, steps and workers, and others for another seed", async () => {
    const of = (seed: string): Promise<string> =>
      dancecard(["solve", FORUM, "--steps", "3000", "--workers", "2", "--seed", seed, "--json"]).then(
        (ran) => ran.stdout,
      );
    const [once, again, other] = [await of("5"), await of("5"), await of("6")];
    expect(again).toBe(once);
    expect(other).not.toBe(once);
  });

  it("writes a schedule that verify accepts, with its score", async () => {
    const out = files.path("accepted.json");
    expect((await dancecard(["solve", FORUM, "--seconds", "0.5", "--out", out])).code).toBe(0);
    const { code, stdout, stderr } = await dancecard(["verify", FORUM, out]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("no hard rule is broken");
    expect(stdout.replace(/\D/g, "")).toContain(
      String(JSON.parse(readFileSync(out, "utf8")).score.total).replace(/\D/g, ""),
    );
  });

  it("never replaces the event by the schedule, and prints the schedule with --out -", async () => {
    const event = files.put("own.json", readFileSync(WORKSHOP));
    const [own, piped, printed] = await Promise.all([
      dancecard(["solve", event, "--steps", "10", "--out", event]),
      dancecard(["import", "b2bsp", event, "--out", event]),
      dancecard(["solve", event, "--steps", "10", "--out", "-"]),
    ]);
    expect(own).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("error output-is-input") });
    expect(piped).toMatchObject({ code: 2, stdout: "" });
    expect(readFileSync(event, "utf8")).toBe(readFileSync(WORKSHOP, "utf8"));
    expect(JSON.parse(printed.stdout)).toMatchObject({ format: "dancecard/schedule" });
  });

  it("names locked meetings that it had no time to place, with exit code 3", async () => {
    const file = resolve(import.meta.dirname, "../support/b2bsp/harbour.original.dzn");
    const { stdout: event } = await dancecard(["import", "b2bsp", file]);
    const { code, stdout, stderr } = await dancecard(["solve", "-", "--steps", "0", "--json"], event);
    expect([code, JSON.parse(stdout).run.steps]).toEqual([3, 0]);
    expect(stderr).toMatch(/^\d+ locked meetings could not be placed:\n {2}locked\[0\]: /);
  });

  it("leaves nothing but the schedule in the folder it writes to", async () => {
    const out = files.path("only.json");
    const before = readdirSync(files.folder);
    await dancecard(["solve", WORKSHOP, "--steps", "10", "--out", out]);
    expect(readdirSync(files.folder).sort()).toEqual([...before, "only.json"].sort());
  });

  it.each([
    [["--seconds", "1", "--steps", "5"], /exclude each other/],
    [["--variant", "serch"], /did you mean “search”\?/],
    [["--out", "/no-such-folder/s.json"], /no such folder/],
    [["--workers", "0"], /whole number from 1/],
  ])("refuses %j", async (words, message) => {
    const { code, stdout, stderr } = await dancecard(["solve", WORKSHOP, ...words]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });
});

describe("verify", () => {
  const schedule = files.path("schedule.json");
  const change = (
    name: string,
    edit: (value: { meetings: { slot: string }[]; score: { total: number } }) => void,
  ): string => {
    const value = JSON.parse(readFileSync(schedule, "utf8"));
    edit(value);
    return files.put(name, JSON.stringify(value));
  };

  it("tells broken rules, wrong scores, other events and torn files apart", async () => {
    expect((await dancecard(["solve", WORKSHOP, "--steps", "2000", "--out", schedule])).code).toBe(0);
    const clash = change("clash.json", (value) => value.meetings.push({ ...value.meetings[0]! }));
    expect(await dancecard(["verify", WORKSHOP, clash])).toMatchObject({
      code: 3,
      stdout: expect.stringMatching(/clash: /),
    });
    const boast = change("boast.json", (value) => (value.score.total += 1));
    expect(await dancecard(["verify", WORKSHOP, boast])).toMatchObject({
      code: 2,
      stdout: expect.stringMatching(/the schedule says/),
      stderr: expect.stringMatching(/wrong-score score\.total/),
    });
    expect(await dancecard(["verify", FORUM, schedule])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/schedule\.json:4:12: error other-event event: /),
    });
    const strange = change("strange.json", (value) => (value.meetings[1]!.slot = "nix"));
    expect(await dancecard(["verify", WORKSHOP, strange])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/strange\.json:\d+:\d+: error unknown-id meetings\[1\]\.slot: /),
    });
    type Sides = { unmet: { reason: string }[]; bound: object; run: { variant: string } };
    const side = async (name: string, edit: (value: Sides) => void) => {
      const file = change(name, (value) => edit(value as unknown as Sides));
      const { code, stderr } = await dancecard(["verify", WORKSHOP, file]);
      return [code, [...stderr.matchAll(/ error (\S+)/g)].map(([, found]) => found).join(" ")];
    };
    expect(await side("none.json", (value) => (value.unmet = []))).toEqual([0, ""]);
    expect(await side("less.json", (value) => value.unmet.pop())).toEqual([3, "unmet-missing"]);
    expect(await side("more.json", (value) => value.unmet.push(value.unmet[0]!))).toEqual([3, "unmet-twice"]);
    expect(await side("lie.json", (value) => (value.unmet[0]!.reason = "met-before"))).toEqual([3, "unmet-reason"]);
    expect((await side("bound.json", (value) => (value.bound = { value: -1e9 })))[0]).toBe(2);
    expect(await side("run.json", (value) => (value.run.variant = "magic"))).toEqual([3, "run"]);
    const torn = files.put("torn.json", readFileSync(schedule, "utf8").slice(0, 400));
    expect((await dancecard(["verify", WORKSHOP, torn])).code).toBe(2);
    expect((await dancecard(["verify", WORKSHOP, WORKSHOP])).code).toBe(2);
    expect((await dancecard(["verify", "-", "-"])).code).toBe(2);
    expect((await dancecard(["verify", WORKSHOP, "-"], readFileSync(schedule))).code).toBe(0);
  });
});

describe("sample", () => {
  it.each(SAMPLES.map((sample) => [sample.id]))("prints %s", async (name) => {
    const { code, stdout, stderr } = await dancecard(["sample", name]);
    expect(stdout).toContain("dancecard/event");
    expect(code).toBe(name === "impossible" ? 2 : 0);
    expect(stderr.includes(": error ")).toBe(name === "impossible");
  });

  it("impossible is written where it is asked for, and still no good", async () => {
    const out = files.path("impossible.json");
    expect(await dancecard(["sample", "impossible", "--out", out])).toMatchObject({ code: 2, stdout: "" });
    expect(readFileSync(out, "utf8")).toContain("dancecard/event");
  });

  it("impossible is refused by solve, with diagnostics that name ids", async () => {
    const { stdout } = await dancecard(["sample", "impossible"]);
    const solved = await dancecard(["solve", "-", "--out", files.path("never.json")], stdout);
    expect([solved.code, solved.stdout]).toEqual([2, ""]);
    expect(solved.stderr).toMatch(/^standard input:\d+:\d+: error \S+ locked\[\d+\]/m);
    expect(existsSync(files.path("never.json"))).toBe(false);
  });

  it("names the nearest sample", async () => {
    expect(await dancecard(["sample", "workshp"])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/Did you mean “workshop”/),
    });
  });

  it("is named when its name is taken for a file", async () => {
    expect(await dancecard(["solve", "workshop"])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/dancecard sample workshop/),
    });
  });
});

describe("generate and import", () => {
  const SIZE = ["--buyers", "12", "--suppliers", "8", "--slots", "8"];

  it("the same options give the same event, another seed another one, and it can be solved", async () => {
    const of = (seed: string): Promise<string> =>
      dancecard(["generate", ...SIZE, "--seed", seed]).then((ran) => ran.stdout);
    const event = await of("3");
    expect(await of("3")).toBe(event);
    expect(await of("4")).not.toBe(event);
    expect((await dancecard(["solve", "-", "--steps", "1000"], event)).code).toBe(0);
  });

  it("what is too much or missing is refused", async () => {
    expect(await dancecard(["generate", "--buyers", "5"])).toMatchObject({ code: 2, stdout: "" });
    expect(await dancecard(["generate", ...SIZE.slice(0, 4), "--slots", "257", "--seed", "1"])).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("--slots must be a whole number from 1 to 256, not 257."),
    });
    const many = ["generate", "--buyers", "19999", "--suppliers", "19999", "--slots", "9", "--seed", "1"];
    expect((await dancecard(many)).stderr).toContain("--buyers and --suppliers together are at most 20000.");
  });

  it.each([
    ["harbour.original.dzn", 0, 0],
    ["quay.repeated-precedences.dzn", 3, 1], // a pair that meets twice cannot come both before and after
  ])(
    "the brokerage event %s is imported and solved; what could not be placed is listed",
    async (name, exit, missing) => {
      const file = resolve(import.meta.dirname, "../support/b2bsp", name);
      const imported = await dancecard(["import", "b2bsp", file, "--max-holes", "2"]);
      expect(imported.code).toBe(0);
      const out = files.path("brokerage.json");
      const { code, stderr } = await dancecard(["solve", "-", "--steps", "20000", "--out", out], imported.stdout);
      expect([code, stderr.match(/^ {2}locked\[\d+\]: /gm)?.length ?? 0]).toEqual([exit, missing]);
      const { meetings } = JSON.parse(readFileSync(out, "utf8")) as Schedule;
      const event = parseSpec(imported.stdout);
      expect(event.ok && event.value.locked.length).toBe(meetings.length + missing);
    },
  );

  it("a file that is no brokerage event is refused", async () => {
    const { code, stdout, stderr } = await dancecard(["import", "b2bsp", WORKSHOP]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/: error /);
  });
});
