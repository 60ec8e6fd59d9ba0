// `dancecard export`, as a process: files into a folder, what is refused, what is said.

import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";
import { unzipSync } from "fflate";
import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, it } from "vitest";
import { readFiles } from "../../src/io/import.js";
import { parseSchedule } from "../../src/read-schedule.js";
import { dancecard, scratch, type Ran } from "../support/cli.js";

const files = scratch();
const EVENT = files.path("event.json");
const SCHEDULE = files.path("schedule.json");
const BROKEN = files.path("broken.json");
let count = 0;

beforeAll(async () => {
  await dancecard(["sample", "workshop", "--out", EVENT]);
  await dancecard(["solve", EVENT, "--variant", "greedy", "--steps", "20000", "--out", SCHEDULE]);
  const schedule = JSON.parse(readFileSync(SCHEDULE, "utf8")) as { meetings: object[]; score?: object };
  schedule.meetings.push(schedule.meetings[0]!);
  delete schedule.score;
  writeFileSync(BROKEN, JSON.stringify(schedule));
});

/** A folder that is not there yet. */
function folder(): string {
  return files.path(`out-${count++}`);
}

async function exported(format: string, ...more: string[]): Promise<{ ran: Ran; out: string; names: string[] }> {
  const out = folder();
  const ran = await dancecard(["export", EVENT, SCHEDULE, "--format", format, "--out", out, ...more]);
  return { ran, out, names: existsSync(out) ? readdirSync(out).sort() : [] };
}

describe("files", () => {
  it.each([
    ["html", ["agendas.html", "runners.html", "stands.html", "tables.html"]],
    ["pdf", ["agendas.pdf", "runners.pdf", "stands.pdf", "tables.pdf"]],
    ["ics", ["agendas.zip", "event.ics"]],
    ["xlsx", ["schedule.xlsx"]],
    ["csv", ["agendas.csv", "meetings.csv", "people.csv", "tables.csv", "wishes.csv"]],
    ["json", ["agendas.json"]],
    ["pseudonym", ["event.pseudonym.json", "schedule.pseudonym.json"]],
  ])("%s: they are written, listed, and the same each time", async (format, wanted) => {
    const { ran, out, names } = await exported(format);
    expect([ran.code, ran.stderr]).toEqual([0, expect.any(String)]);
    expect(names).toEqual(wanted);
    for (const name of names) expect(ran.stdout).toContain(join(out, name));
    const again = await exported(format);
    for (const name of names) {
      expect(readFileSync(join(again.out, name)).equals(readFileSync(join(out, name))), name).toBe(true);
    }
  });

  it("are opened by the programs they are for", async () => {
    const ics = await exported("ics");
    const archive = unzipSync(readFileSync(join(ics.out, "agendas.zip")));
    expect(Object.keys(archive).length).toBeGreaterThan(10);
    for (const bytes of [...Object.values(archive), readFileSync(join(ics.out, "event.ics"))])
      expect(new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes)) as unknown[]).name).toBe("vcalendar");
    const xlsx = await exported("xlsx");
    const bytes = readFileSync(join(xlsx.out, "schedule.xlsx"));
    expect(readFiles([{ name: "schedule.xlsx", bytes }]).problems).toEqual([]);
    const pdf = await exported("pdf", "--what", "agendas", "--lang", "en");
    const document = await getDocumentProxy(new Uint8Array(readFileSync(join(pdf.out, "agendas.pdf"))));
    expect((await extractText(document, { mergePages: true })).text).toContain("Personal agenda");
  });

  it("what and paper choose; the language is the event's unless another is asked for", async () => {
    const { ran, out, names } = await exported("html", "--what", "runners", "--paper", "a6");
    expect([ran.code, names]).toEqual([0, ["runners-a6.html"]]);
    expect(readFileSync(join(out, names[0]!), "utf8")).toContain('<html lang="en">');
    const french = await exported("html", "--what", "runners", "--lang", "fr");
    expect(readFileSync(join(french.out, "runners.html"), "utf8")).toContain('<html lang="fr">');
  });

  it("a pseudonymised event is an event, its schedule is its schedule; an event alone has a copy too", async () => {
    const { out } = await exported("pseudonym");
    const [event, schedule] = [join(out, "event.pseudonym.json"), join(out, "schedule.pseudonym.json")];
    expect((await dancecard(["verify", event, schedule])).code).toBe(0);
    const alone = folder();
    const ran = await dancecard(["export", EVENT, "--format", "pseudonym", "--out", alone]);
    expect([ran.code, readdirSync(alone)]).toEqual([0, ["event.pseudonym.json"]]);
    expect(readFileSync(join(alone, "event.pseudonym.json"), "utf8")).toBe(readFileSync(event, "utf8"));
  });

  it("since: what changed has a higher number, what is gone is cancelled", async () => {
    const before = parseSchedule(readFileSync(SCHEDULE, "utf8"));
    if (!before.ok) throw new Error("the schedule is sound");
    const fewer = {
      ...before.value,
      meetings: before.value.meetings.slice(1),
      unmet: [],
      score: undefined,
      bound: undefined,
    };
    const now = files.put("fewer.json", JSON.stringify(fewer));
    const out = folder();
    const ran = await dancecard([
      ...["export", EVENT, now, "--format", "ics", "--out", out, "--since", SCHEDULE, "--since", SCHEDULE],
      "--force",
    ]);
    expect(ran.code).toBe(0);
    const text = readFileSync(join(out, "event.ics"), "utf8");
    expect(text.match(/STATUS:CANCELLED/g)?.length).toBe(1);
    expect(text).toMatch(/SEQUENCE:1\r\nSTATUS:CANCELLED/);
  });

  it("existing files are replaced as a whole, others in the folder stay", async () => {
    const out = folder();
    mkdirSync(out);
    writeFileSync(join(out, "agendas.json"), "old");
    writeFileSync(join(out, "mine.txt"), "mine");
    const { code } = await dancecard(["export", EVENT, SCHEDULE, "--format", "json", "--out", out]);
    expect([code, readdirSync(out).sort()]).toEqual([0, ["agendas.json", "mine.txt"]]);
    expect(JSON.parse(readFileSync(join(out, "agendas.json"), "utf8"))).toMatchObject({ format: "dancecard/agendas" });
  });
});

describe("refusals", () => {
  it("a schedule that breaks hard rules is not exported, unless it is forced; its pseudonymised copy is", async () => {
    const out = folder();
    const words = ["export", EVENT, BROKEN, "--format", "json", "--out", out];
    const refused = await dancecard(words);
    expect([refused.code, refused.stdout, existsSync(out)]).toEqual([3, "", false]);
    expect(refused.stderr).toContain("nothing is written");
    expect(refused.stderr).toContain("clash:");
    const forced = await dancecard([...words, "--force"]);
    expect([forced.code, readdirSync(out)]).toEqual([0, ["agendas.json"]]);
    expect(forced.stderr).toContain("clash:");
    const copy = await dancecard(["export", EVENT, BROKEN, "--format", "pseudonym", "--out", folder()]);
    expect(copy.code).toBe(0);
  });

  it("a schedule of another event is named as such", async () => {
    const other = files.path("other.json");
    await dancecard(["sample", "supplier-listing-day", "--out", other]);
    const { code, stderr } = await dancecard(["export", other, SCHEDULE, "--format", "json", "--out", folder()]);
    expect(code).toBe(2);
    expect(stderr).toContain("other-event");
  });

  it.each([
    [["--format", "docx", "--out", "x"], "--format cannot be “docx”"],
    [["--out", "x"], "--format html|pdf|ics|xlsx|csv|json|pseudonym is needed"],
    [["--format", "csv"], "--out DIR is needed"],
    [["--format", "csv", "--out", "x", "--what", "agendas"], "--what agendas is for html, pdf, not for csv"],
    [["--format", "csv", "--out", "x", "--paper", "a6"], "--paper is for html, pdf"],
    [["--format", "html", "--out", "x", "--since", "y"], "--since is for ics"],
    [["--format", "html", "--out", "x", "--font", "y"], "--font is for pdf"],
    [["--format", "ics", "--out", "x", "--stamp", "yesterday"], "--stamp must be a moment"],
  ])("%j", async (words, said) => {
    const { code, stderr } = await dancecard(["export", EVENT, SCHEDULE, ...words]);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });

  it("a folder that is none, a file that is read, a font that is none, a schedule that is missing", async () => {
    const said = async (words: string[]): Promise<string> => {
      const { code, stderr } = await dancecard(["export", EVENT, ...words]);
      expect(code).toBe(2);
      return stderr;
    };
    expect(await said([SCHEDULE, "--format", "json", "--out", EVENT])).toContain("This is a file, not a folder.");
    expect(await said(["--format", "json", "--out", folder()])).toContain("SCHEDULE is missing.");
    expect(await said([SCHEDULE, "--format", "pdf", "--font", EVENT, "--out", folder()])).toContain("not-a-font");
    const inside = folder();
    mkdirSync(inside);
    const own = join(inside, "agendas.json");
    writeFileSync(own, readFileSync(SCHEDULE));
    const ran = await dancecard(["export", EVENT, own, "--format", "json", "--out", inside]);
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining("output-is-input")]);
    expect(readFileSync(own).equals(readFileSync(SCHEDULE))).toBe(true);
  });

  it("nothing to print is said", async () => {
    const [event, schedule, out] = [files.path("bare.json"), files.path("bare-schedule.json"), folder()];
    const size = ["--buyers", "6", "--suppliers", "4", "--slots", "4", "--seed", "1", "--rules", "pure"];
    await dancecard(["generate", ...size, "--out", event]);
    await dancecard(["solve", event, "--variant", "greedy", "--steps", "5000", "--out", schedule]);
    const { code, stderr } = await dancecard([
      ...["export", event, schedule, "--format", "html", "--what", "tables", "--out", out],
    ]);
    expect([code, readdirSync(out)]).toEqual([2, []]);
    expect(stderr).toContain("nothing-to-print");
  });
});
