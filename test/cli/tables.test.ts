// Tables instead of an event.json: everywhere an event is taken, and `import tables`.

import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { exampleTable, tablesOf, zipOf } from "../../src/io/import.js";
import { parseSpec } from "../../src/spec/parse.js";
import { sampleText } from "../../src/spec/samples/index.js";
import { dancecard, scratch } from "../support/cli.js";
import { workbook } from "../support/workbook.js";

const files = scratch();
const FIXTURES = resolve(import.meta.dirname, "../fixtures/import");
const SAMPLE = sampleText("workshop", { comments: false })!;
const WORKSHOP = parseSpec(SAMPLE);
if (!WORKSHOP.ok) throw new Error("the sample is sound");
const TABLES = tablesOf(WORKSHOP.value, "en");
/** The workshop without what stands in its tables. */
const BARE = JSON.stringify({
  ...(JSON.parse(SAMPLE) as object),
  participants: [],
  wishes: [],
  places: [],
  tiers: [],
  locked: [],
  blocked: [],
  met: [],
  meals: [],
});

function folder(name: string, contents: Record<string, string | Uint8Array>): string {
  const path = files.path(name);
  mkdirSync(path);
  for (const [file, data] of Object.entries(contents)) writeFileSync(join(path, file), data);
  return path;
}

const csv = Object.fromEntries(Object.entries(TABLES).map(([name, text]) => [`${name}.csv`, text]));

describe("an event is taken", () => {
  it.each([
    ["a folder", () => folder("forum", { "event.json": BARE, ...csv, "notes.docx": "x" })],
    ["a ZIP", () => files.put("forum.zip", Buffer.from(zipOf({ "event.json": BARE, ...csv })))],
  ])("from %s: tables beside the event.json are merged in", async (_, make) => {
    const { code, stdout, stderr } = await dancecard(["solve", make(), "--steps", "2000"]);
    expect([code, stderr.replace(/^.*warning left-aside.*\n/m, "")]).toEqual([0, ""]);
    const whole = await dancecard(["solve", files.put("whole.json", SAMPLE), "--steps", "2000"]);
    expect(stdout.split("\n")[0]).toBe(whole.stdout.split("\n")[0]);
  });

  it("from a workbook alone: what is assumed is said", async () => {
    const rows = (text: string): string[][] =>
      text
        .trim()
        .split("\r\n")
        .map((line) => line.split(","));
    const simple = (name: "participants" | "wishes"): string[][] =>
      rows(exampleTable(name, "en").replace(/"[^"]*"/g, "loyalty"));
    const path = files.put(
      "alone.xlsx",
      Buffer.from(
        workbook([
          { name: "Participants", rows: simple("participants") },
          { name: "Wishes", rows: simple("wishes") },
        ]),
      ),
    );
    const { code, stderr } = await dancecard(["solve", path, "--steps", "500"]);
    expect(stderr).toMatch(/alone\.xlsx: warning assumed: One day is assumed/);
    expect(code).toBe(0);
  });

  it("not with bad rows: each is named with its file, line and column", async () => {
    const bad = { ...csv, "wishes.csv": `${TABLES.wishes}ada,Nobdy,1\r\nada,anvil,soon\r\n` };
    const { code, stdout, stderr } = await dancecard(["solve", folder("bad", { "event.json": BARE, ...bad })]);
    expect([code, stdout]).toEqual([2, ""]);
    const line = TABLES.wishes.split("\r\n").length;
    expect(stderr).toContain(`wishes.csv:${line}:B: error unknown-person:`);
    expect(stderr).toContain(`wishes.csv:${line + 1}:C: error not-a-priority:`);
  });
});

describe("verify takes the list of meetings of another tool", () => {
  const event = files.put("audited.json", SAMPLE);
  const list = (...rows: string[]): string =>
    files.put("plan.csv", ["Acheteur;Fournisseur;Créneau;Lieu", ...rows].join("\r\n"));

  it("and judges it; rows that cannot be read are named", async () => {
    const plan = list("ada;anvil;am.1;table-1", "ada;beacon;am.1;table-2", "ada;nobody;am.2;table-1");
    const { code, stdout, stderr } = await dancecard(["verify", event, plan]);
    expect(code).toBe(3);
    expect(stdout).toContain("clash: “ada” has 2 meetings in slot “am.1”.");
    expect(stderr).toMatch(/plan\.csv:4:B: error unknown-wisher: “nobody” is no participant/);
  });

  it("the same score as of the schedule itself, but for the seats at lunch", async () => {
    const path = files.path("own.json");
    await dancecard(["solve", event, "--steps", "2000", "--out", path]);
    const { meetings } = JSON.parse(readFileSync(path, "utf8")) as {
      meetings: { participants: string[]; slot: string; place: string }[];
    };
    const plan = list(...meetings.map(({ participants, slot, place }) => [...participants, slot, place].join(";")));
    const [own, other] = await Promise.all([path, plan].map((file) => dancecard(["verify", event, file, "--json"])));
    const terms = (text: string): object => {
      const { score } = JSON.parse(text) as { score: Record<string, number> };
      return { ...score, meals: 0, total: 0 };
    };
    expect(terms(other!.stdout)).toEqual(terms(own!.stdout));
    expect(other!.stderr).toMatch(/warning note: There are no seats at the meals in it/);
  });

  it("nothing of it where it lists no meetings", async () => {
    const { code, stdout, stderr } = await dancecard([
      "verify",
      event,
      files.put("milk.csv", "Colour,Price\nred,12\n"),
    ]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/milk\.csv: error meeting-no-columns/);
  });
});

describe("import tables", () => {
  const people = join(FIXTURES, "acheteurs-excel.csv");

  it("prints detection, columns and difference, and writes nothing", async () => {
    const { code, stdout, stderr } = await dancecard([
      "import",
      "tables",
      people,
      "--date",
      "2027-03-18",
      "--lang",
      "fr",
    ]);
    expect([code, stderr.split("\n").length]).toEqual([0, 2]);
    expect(stdout).toContain("Windows-1252, séparateur «\u202f;\u202f», virgule décimale");
    expect(stdout).toMatch(/ {2}A Nom → nom de famille\n {2}B Prénom → prénom/);
    expect(stdout).toMatch(/participants\u202f: ajoutés\u202f: 3/);
    expect(stdout).toContain("nouveau côté\u202f: Acheteurs (3 lignes)");
  });

  it("makes an event, and changes it when run again: comments stay", async () => {
    const out = files.path("made.json");
    const made = await dancecard(["import", "tables", people, "--date", "2027-03-18", "--out", out]);
    expect(made.code).toBe(0);
    const text = `// Ours.\n${readFileSync(out, "utf8")}`;
    writeFileSync(out, text);
    const again = await dancecard(["import", "tables", people, "--into", out, "--out", out]);
    expect(again.code).toBe(0);
    expect(readFileSync(out, "utf8")).toBe(text);
    expect(again.stdout).toContain("participants: 0 added, 0 changed, 3 unchanged");
  });

  it("with bad rows ends with 2 and writes nothing, unless they are to be skipped", async () => {
    const event = files.path("people.json");
    await dancecard([
      "import",
      "tables",
      people,
      join(FIXTURES, "suppliers-google.csv"),
      "--date",
      "2027-03-18",
      "--out",
      event,
    ]);
    const choices = join(FIXTURES, "choix.csv");
    const out = files.path("wishes.json");
    const refused = await dancecard(["import", "tables", choices, "--into", event, "--out", out]);
    expect([refused.code, existsSync(out)]).toEqual([2, false]);
    expect(refused.stderr).toMatch(/choix\.csv:3:C: error unknown-person: .* → Read as “Otis Larkenfield”/);
    const taken = await dancecard(["import", "tables", choices, "--into", event, "--out", out, "--skip-bad"]);
    expect(taken.code).toBe(0);
    expect(JSON.parse(readFileSync(out, "utf8"))).toMatchObject({
      wishes: expect.arrayContaining([expect.objectContaining({ to: "Quiet Harbour", veto: true })]),
    });
  });

  it("to standard output prints the event alone", async () => {
    const { code, stdout, stderr } = await dancecard([
      "import",
      "tables",
      people,
      "--date",
      "2027-03-18",
      "--out",
      "-",
    ]);
    expect(code).toBe(0);
    expect(parseSpec(stdout).ok).toBe(true);
    expect(stderr).toContain("Windows-1252");
  });

  it("refuses what it cannot read", async () => {
    mkdirSync(files.path("nothing"));
    const old = files.put("old.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
    const copy = files.path("copy.csv");
    copyFileSync(people, copy);
    for (const [words, said] of [
      [[files.path("nothing")], /error no-tables/],
      [[files.path("missing.csv")], /error no-such-file/],
      [[old], /error old-workbook/],
      [[people, "--date", "2027-02-30"], /error bad-option/],
      [[people, "--into", files.path("missing.json")], /error no-such-file/],
      [[people, "--into", files.put("broken.json", "{")], /broken\.json:1:1: error/],
      [[copy, "--out", copy], /error output-is-input/],
      [[], /error missing-argument: FILES/],
    ] as const) {
      const { code, stderr } = await dancecard(["import", "tables", ...words]);
      expect([code, stderr]).toEqual([2, expect.stringMatching(said)]);
    }
  });
});
