// Exports of the page: every file that the panel saves has the bytes that the library writes, and is opened by a reader of its
// format; calendars update those of the published version; a broken schedule is said to be one; names are only text.

import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import ICAL from "ical.js";
import type { Page } from "playwright-core";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseSchedule, parseSpec, sampleText, verifyWith, factsOf, type Schedule } from "../../src/index.js";
import { agendasOf, exportFiles, zipOf, type ExportOptions } from "../../src/io/export.js";
import { readFiles } from "../../src/io/import.js";
import { openSample, openSite, openText } from "../support/browser.js";
import type { Opened, Site } from "../support/browser.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

async function solved(page: Page, seed = 1): Promise<void> {
  await page.locator("#run-time").selectOption("2");
  await page.locator("#run-seed").fill(String(seed));
  await page.getByRole("button", { name: "Calculer", exact: true }).click();
  await page.locator(".run .prog", { hasText: /^Calculé à \d\d:\d\d en/ }).waitFor();
}

async function publish(page: Page, version: number): Promise<void> {
  await page.locator("#runs-button").click();
  await page
    .locator("#runs .runlist li")
    .first()
    .getByRole("button", { name: /nommer, poursuivre/ })
    .click();
  await page.getByRole("button", { name: "Publier…" }).click();
  await page.getByRole("button", { name: `Publier la version ${version}` }).click();
  await page.getByText(`La version ${version} est publiée.`).waitFor();
  await page.keyboard.press("Escape");
}

async function openPanel(page: Page): Promise<void> {
  await page.locator("#exports-button").click();
  await page.locator("#exports h3").first().waitFor();
}

/** Saves one file; its name and bytes. */
async function save(page: Page, button: string | RegExp): Promise<{ name: string; bytes: Uint8Array }> {
  const download = page.waitForEvent("download");
  await page
    .locator("#exports")
    .getByRole("button", { name: button })
    .and(page.locator("[aria-disabled=false]"))
    .click();
  const saved = await download;
  return { name: saved.suggestedFilename(), bytes: new Uint8Array(readFileSync(await saved.path())) };
}

/** When the last version was published, as the page keeps it. */
function publishedAt(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open("dancecard.runs");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const all = request.result.transaction("runs").objectStore("runs").getAll();
          all.onsuccess = () => {
            const runs = all.result as { published: { at: number } | null }[];
            resolve(Math.max(...runs.map(({ published }) => published?.at ?? 0)));
          };
          request.result.close();
        };
      }),
  );
}

interface Entry {
  uid: string;
  sequence: number;
  status: string;
}

/** The entries of a calendar, read by an iCalendar library. */
function calendarOf(bytes: Uint8Array): Entry[] {
  const calendar = new ICAL.Component(ICAL.parse(text(bytes)) as unknown[]);
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const { uid, sequence } = new ICAL.Event(component);
    return { uid, sequence, status: String(component.getFirstPropertyValue("status")) };
  });
}

describe("the files of a published schedule", () => {
  let opened: Opened;
  let schedule: Schedule;
  let stamp: string;
  const spec = parseSpec(sampleText("customer-relationship-meetings")!);
  if (!spec.ok) throw new Error("the sample is not valid");
  const facts = factsOf(spec.value);
  const STEM = "Customer-Relationship-Meetings-fictif-v1";

  beforeAll(async () => {
    opened = await site.open();
    const { page } = opened;
    await solved(page);
    await publish(page, 1);
    await openPanel(page);
    await page.locator("#exports").getByText("Version 1, telle que publiée.").waitFor();
    stamp = new Date(await publishedAt(page)).toISOString();
    const { bytes } = await save(page, "Enregistrer Planning et agendas en JSON");
    const read = parseSchedule(text(unzipSync(bytes)["schedule.json"]!));
    if (!read.ok) throw new Error("the saved schedule cannot be read");
    schedule = read.value;
  });

  const one = (): number => 1;
  const agendaCount = (): number => agendasOf(facts, schedule).people.length;
  const standCount = (): number => agendasOf(facts, schedule).stands.length;
  const written = async (options: Omit<ExportOptions, "locale">): Promise<Uint8Array> => {
    const { files } = await exportFiles(facts, schedule, { locale: "fr", ...options });
    const [first] = files;
    return files.length === 1 ? first!.bytes : zipOf(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])));
  };

  it("hold the schedule itself, which the judge accepts", () => {
    expect(schedule.meetings.length).toBeGreaterThan(700);
    expect(verifyWith(facts, schedule).findings).toEqual([]);
  });

  it.each([
    ["Agendas personnels", "agendas", "agendas", agendaCount],
    ["Feuilles de stand", "stands", "stands", standCount],
    ["Cartes de table", "tables", "cartes-de-table", one],
    ["Listes par créneau", "runners", "par-creneau", one],
  ] as const)("%s: PDF and page", async (label, what, name, pages) => {
    const { page } = opened;
    const pdf = await save(page, `Enregistrer ${label} en PDF`);
    expect(pdf.name).toBe(`${STEM}-${name}.pdf`);
    expect(pdf.bytes).toEqual(await written({ format: "pdf", what, stamp }));
    const read = await extractText(await getDocumentProxy(pdf.bytes), { mergePages: false });
    expect(read.text.length).toBeGreaterThanOrEqual(pages());
    expect(read.text.filter((text) => text.trim() === "")).toEqual([]);
    const html = await save(page, `Enregistrer ${label} en Page`);
    expect(html.name).toBe(`${STEM}-${name}.html`);
    expect(html.bytes).toEqual(await written({ format: "html", what, stamp }));
  });

  it("on another paper and in another language", async () => {
    const { page } = opened;
    await page.getByLabel("Papier").selectOption("a6");
    await page.getByLabel("Langue des fichiers").selectOption("en");
    const { bytes } = await save(page, "Enregistrer Agendas personnels en PDF");
    expect(bytes).toEqual(await written({ format: "pdf", what: "agendas", paper: "a6", locale: "en", stamp } as never));
    await page.getByLabel("Langue des fichiers").selectOption("fr");
  });

  it("calendars: one a person, all read by an iCalendar library", async () => {
    const { name, bytes } = await save(opened.page, "Enregistrer Calendriers en ICS");
    expect(name).toBe(`${STEM}-calendriers.zip`);
    expect(bytes).toEqual(await written({ format: "ics", stamp }));
    const { "agendas.zip": personal, "event.ics": whole } = unzipSync(bytes);
    const calendars = Object.values(unzipSync(personal!)).map(calendarOf);
    expect(calendars.length).toBe(agendaCount());
    expect(calendarOf(whole!).length).toBeGreaterThan(schedule.meetings.length);
    expect(calendars.flat().every(({ sequence }) => sequence === 0)).toBe(true);
  });

  it("workbook and tables, read back", async () => {
    const book = await save(opened.page, "Enregistrer Classeur en XLSX");
    expect(book.name).toBe(`${STEM}-planning.xlsx`);
    expect(book.bytes).toEqual(await written({ format: "xlsx" }));
    await opened.page.locator("#exports .toldline").getByText("Pour l’organisateur seul.").waitFor();
    const { sheets, problems } = readFiles([book]);
    expect(problems).toEqual([]);
    expect(sheets[0]!.rows.length).toBe(schedule.meetings.length + 1);
    const csv = await save(opened.page, "Enregistrer Tableaux CSV en CSV");
    expect(csv.bytes).toEqual(await written({ format: "csv" }));
    expect(Object.keys(unzipSync(csv.bytes)).length).toBe(sheets.length);
  });

  it("a copy that names nobody", async () => {
    const { name, bytes } = await save(opened.page, "Enregistrer Copie sans les noms en JSON");
    expect(name).toBe(`${STEM}-sans-noms.zip`);
    expect(bytes).toEqual(await written({ format: "pseudonym" }));
    const all = Object.values(unzipSync(bytes)).map(text).join("\n");
    expect(spec.value.participants.filter(({ name }) => all.includes(name!))).toEqual([]);
  });

  it("without a complaint of the page", () => expect(opened.complaints).toEqual([]));
});

describe("the panel", () => {
  it("updates the calendars of the version that was published", async () => {
    const { page } = await site.open();
    await openSample(page, "workshop");
    await page.locator(".top .ev", { hasText: "Workshop" }).waitFor();
    await solved(page, 1);
    await publish(page, 1);
    await openPanel(page);
    const first = calendarOf(unzipSync((await save(page, "Enregistrer Calendriers en ICS")).bytes)["event.ics"]!);
    await page.keyboard.press("Escape");
    await solved(page, 5);
    await openPanel(page);
    await page.locator("#exports").getByText("ils mettent à jour ceux de la version 1").waitFor();
    const next = calendarOf(unzipSync((await save(page, "Enregistrer Calendriers en ICS")).bytes)["event.ics"]!);
    const before = new Map(first.map((entry) => [entry.uid, entry]));
    expect(next.filter(({ uid, sequence }) => before.has(uid) && sequence > 0).length).toBeGreaterThan(0);
    expect(first.filter(({ uid }) => !next.some((entry) => entry.uid === uid))).toEqual([]);
  });

  it("says that a schedule breaks rules, and writes it only when told to", async () => {
    const { page } = await site.open();
    await openSample(page, "workshop");
    await page.locator(".top .ev", { hasText: "Workshop" }).waitFor();
    await solved(page);
    await openPanel(page);
    const { bytes } = await save(page, "Enregistrer Planning et agendas en JSON");
    const good = JSON.parse(text(unzipSync(bytes)["schedule.json"]!)) as Schedule;
    // Everybody of the first two meetings is doubly booked.
    const [first, second] = good.meetings as [Schedule["meetings"][0], Schedule["meetings"][0]];
    const broken = {
      ...good,
      meetings: [...good.meetings, { ...first, slot: second.slot }, { ...second, slot: first.slot }],
    };
    await page.keyboard.press("Escape");
    await page.locator("#runs-button").click();
    await page.getByRole("button", { name: "Vérifier un planning…" }).click();
    await page.locator("#runs textarea").fill(JSON.stringify(broken));
    await page.locator("#runs").getByRole("button", { name: "Vérifier", exact: true }).click();
    await page.locator("#runs .verdict.bad").waitFor();
    await page.locator("#runs").getByRole("button", { name: "Fermer" }).click();
    await openPanel(page);
    await page
      .locator("#exports .wrong")
      .getByText(/^Le planning enfreint des règles impératives/)
      .waitFor();
    const button = page.getByRole("button", { name: "Enregistrer Classeur en XLSX" });
    await button.and(page.locator("[aria-disabled=true]")).waitFor();
    await page.getByLabel("L’exporter quand même").check();
    const { sheets } = readFiles([await save(page, "Enregistrer Classeur en XLSX")]);
    expect(sheets[0]!.rows.length).toBe(broken.meetings.length + 1);
  });

  it("ends what is being made, and goes on with the next", async () => {
    const { page } = await site.open();
    await solved(page);
    await openPanel(page);
    await page.getByRole("button", { name: "Enregistrer Agendas personnels en PDF" }).click();
    await page.locator("#exports").getByRole("button", { name: "Arrêter" }).click();
    await page.getByText("Arrêté\u202f; rien n’est écrit.").waitFor();
    expect((await save(page, "Enregistrer Classeur en XLSX")).name).toBe(
      "Customer-Relationship-Meetings-fictif-planning.xlsx",
    );
  });

  it("has no schedule to hand out before the first run, and copies the event", async () => {
    const { page } = await site.open();
    await openPanel(page);
    await page
      .locator("#exports")
      .getByText(/^Pas encore de planning/)
      .waitFor();
    const { bytes } = await save(page, "Enregistrer Copie sans les noms en JSON");
    expect(parseSpec(text(bytes)).ok).toBe(true);
  });
});

it("names are only text in what is handed out", async () => {
  const names = ['=HYPERLINK("http://x")', "<b onmouseover=alert(1)>Bold</b>"];
  const { page, complaints } = await site.open();
  await openText(page, "hostile.json", hostileEvent(names));
  await page.getByText("Lignes 1 à 2 sur 2").waitFor();
  await solved(page);
  await openPanel(page);
  const csv = unzipSync((await save(page, "Enregistrer Tableaux CSV en CSV")).bytes);
  for (const bytes of Object.values(csv)) expect(text(bytes)).not.toMatch(/(^|;|,|"|\n)=HYPERLINK/);
  const book = unzipSync((await save(page, "Enregistrer Classeur en XLSX")).bytes);
  for (const [name, bytes] of Object.entries(book))
    if (name.endsWith(".xml")) expect(text(bytes)).not.toMatch(/<f[\s>]/);
  const html = text((await save(page, "Enregistrer Agendas personnels en Page")).bytes);
  expect(html).toContain("&lt;b onmouseover=alert(1)&gt;Bold&lt;/b&gt;");
  expect(html).not.toContain("<b onmouseover");
  expect(complaints).toEqual([]);
});

function hostileEvent(names: readonly string[]): string {
  return JSON.stringify({
    format: "dancecard/event",
    version: 1,
    event: { name: names[1] },
    calendar: [
      {
        date: "2027-03-17",
        sessions: [{ id: "am", kind: "meetings", start: "09:00", end: "12:00", meeting: 30 }],
      },
    ],
    sides: [
      { id: "a", label: "A", hosts: true },
      { id: "b", label: "B" },
    ],
    participants: names.flatMap((name, i) => [
      { id: `a${i}`, name, organisation: name, side: "a" },
      { id: `b${i}`, name, organisation: name, side: "b" },
    ]),
    wishes: names.map((_, i) => ({ from: `a${i}`, to: `b${i}`, priority: 1 })),
  });
}
