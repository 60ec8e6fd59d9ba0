// The import in Chromium: files as people have them (fixtures/import), chosen, dropped, pasted, packed; what is asked, told,
// changed by hand, taken, imported again and undone; and files that mean harm.

import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { strToU8, zipSync } from "fflate";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { specText } from "../../src/index.js";
import { newEvent } from "../../src/io/import.js";
import { bigTables } from "../support/big-tables.js";
import { openEvents, openSite, openText, type Site } from "../support/browser.js";
import { stored } from "../support/spec-editor.js";

let site: Site;
beforeAll(async () => (site = await openSite()), 60_000);
afterAll(() => site.close());

/** Pages are closed after each test: their workers would slow down the next. */
const pages: Page[] = [];
afterEach(() => Promise.all(pages.splice(0).map((page) => page.context().close())));

const FOLDER = resolve(import.meta.dirname, "../fixtures/import");
const fixture = (name: string): Given => ({ name, bytes: readFileSync(join(FOLDER, name)) });
const table = (name: string, ...rows: string[]): Given => ({ name, bytes: strToU8(rows.join("\r\n")) });

interface Given {
  name: string;
  bytes: Uint8Array;
}

/** Two days in March, three people. */
const FORUM = specText({
  ...newEvent("Forum des Deux Rives", "2027-03-17", "fr").event,
  sides: [
    { id: "buyers", label: "Acheteurs" },
    { id: "sellers", label: "Exposants", hosts: true },
  ],
  participants: [
    { id: "sami", name: "Sami Dumas", organisation: "Moulin Creux", side: "buyers" },
    { id: "lea", name: "Léa Roncevel", organisation: "Héron Bleu", side: "sellers" },
    { id: "max", name: "Max Taillevigne", organisation: "Héron Bleu", side: "sellers" },
  ],
  wishes: [{ from: "sami", to: "lea", priority: 1 }],
});

const panel = (page: Page): Locator => page.locator(".imp");
const button = (page: Page, name: string | RegExp): Locator => panel(page).getByRole("button", { name });
const problem = (page: Page, line: string): Locator => panel(page).locator(".wl li", { hasText: line });
const differs = (page: Page, text: string): Locator => panel(page).locator(".diff > p", { hasText: text });
/** What a column becomes. */
const becomes = (page: Page, title: string): Locator => panel(page).getByLabel(`${title}: Devient`);

/** Opens the page with its tables. */
async function tables(): Promise<{ page: Page; complaints: string[] }> {
  const opened = await site.open({ permissions: ["clipboard-read", "clipboard-write"] }, "#event/people");
  pages.push(opened.page);
  await opened.page.locator(".tfoot").getByText("150 personnes").waitFor();
  return opened;
}

/** The same with the forum open, as a file of JSON that was imported. */
async function forum(): Promise<{ page: Page; complaints: string[] }> {
  const opened = await tables();
  await choose(opened.page, { name: "forum.json", bytes: strToU8(FORUM) });
  await button(opened.page, "Ouvrir cet événement").click();
  await count(opened.page, "Participants", 3);
  return opened;
}

function filesOf(given: readonly Given[]): { name: string; mimeType: string; buffer: Buffer }[] {
  return given.map(({ name, bytes }) => ({ name, mimeType: "", buffer: Buffer.from(bytes) }));
}

/** Chooses files to import. */
async function choose(page: Page, ...given: Given[]): Promise<void> {
  await page.locator(".tablework input.tablefiles").setInputFiles(filesOf(given));
  const title = given.length === 1 ? `Importer ${given[0]!.name}` : `Importer ${given.length} fichiers`;
  await panel(page).getByRole("heading", { name: title }).waitFor();
}

/** Waits until the preview says so. */
async function says(page: Page, ready: string): Promise<void> {
  await panel(page).getByRole("heading", { name: ready, exact: true }).waitFor();
}

/** Takes so many rows. */
async function take(page: Page, rows: number): Promise<void> {
  await button(page, `Importer ${rows} lignes`).click();
  await panel(page).waitFor({ state: "detached" });
  await page.locator(".sub").getByText(`${rows} lignes importées.`).waitFor();
}

async function close(page: Page): Promise<void> {
  await button(page, "Fermer").click();
  await panel(page).waitFor({ state: "detached" });
}

/** Waits until a tab counts so many. */
async function count(page: Page, tab: string, n: number | string): Promise<void> {
  await page.locator(".sub button", { hasText: new RegExp(`^${tab}${n}$`) }).waitFor();
}

/** Waits until a table shows this; the tab is opened for it. */
async function shows(page: Page, tab: RegExp, ...cells: string[]): Promise<void> {
  await page.locator(".sub").getByRole("button", { name: tab }).click();
  for (const cell of cells) await page.locator(".dtrow").getByText(cell, { exact: true }).first().waitFor();
}

describe("lists of people from two spreadsheets, then wishes", () => {
  it("make an event, are undone as one step, and change nothing the second time", async () => {
    const { page, complaints } = await tables();
    const people = [fixture("acheteurs-excel.csv"), fixture("suppliers-google.csv")];
    await choose(page, ...people);
    await says(page, "6 lignes sont prêtes");
    expect(await panel(page).getByLabel("Dans").inputValue()).toBe("new");
    for (const text of [
      /^Windows-1252, séparateur «\u202f;\u202f», virgule décimale, 7 lignes, 9 colonnes, titres à la ligne 3$/,
      /^UTF-8, séparateur «\u202f,\u202f», 4 lignes/,
      /^Une journée est supposée, le 18 mars 2027, que les tables nomment/,
      /^1 ligne laissée de côté\u202f: totaux ou titres répétés \(7\)/,
    ])
      await panel(page).getByText(text).waitFor();
    expect(await becomes(page, "Prénom").inputValue()).toBe("firstName");
    expect(await becomes(page, "Rdv garantis").inputValue()).toBe("guaranteed");
    expect(await becomes(page, "CA (M€)").inputValue()).toBe("skip");
    expect(await becomes(page, "Booth").inputValue()).toBe("place");
    await panel(page).locator(".made li", { hasText: "forfait Or" }).waitFor();
    await take(page, 6);
    await page.locator(".top .ev", { hasText: "Nouvel événement" }).waitFor();
    for (const [tab, n] of [
      ["Participants", 6],
      ["Lieux", 3],
      ["Forfaits", 2],
    ] as const)
      await count(page, tab, n);
    await shows(
      page,
      /^Participants/,
      "Gaspard Noirterre",
      "Cœur de Ville",
      "fidélité, données",
      'The "Blue Heron" Group',
    );

    await choose(page, fixture("matrice.csv"));
    await says(page, "7 lignes sont prêtes");
    expect(await panel(page).getByLabel("Dans").inputValue()).toBe("this");
    expect(await panel(page).getByLabel("Souhaits").inputValue()).toBe("matrix");
    await take(page, 7);
    await count(page, "Souhaits", 7);

    await choose(page, fixture("choix.csv"));
    await says(page, "1 ligne est prête, 1 est à corriger");
    expect(await panel(page).getByLabel("Souhaits").inputValue()).toBe("choices");
    await panel(page).getByText("1–2 → 1, 3–4 → 2, 5–6 → 3, 7–8 → 4", { exact: true }).waitFor();
    await problem(page, "Ligne 3, Choix 1")
      .getByText(/«.Otis Larkenfeld.» n’est ni un participant/)
      .waitFor();
    await problem(page, "Ligne 3, Choix 1")
      .getByRole("button", { name: /^Lire «.Otis Larkenfield.»/ })
      .click();
    await says(page, "2 lignes sont prêtes");
    await differs(page, "Souhaits").getByText("1 ajouté, 3 modifiés, 2 inchangés").waitFor();
    await take(page, 2);
    await count(page, "Souhaits", 8);
    await page.getByRole("button", { name: /^Annuler/ }).click();
    await page.getByText("Annulé\u202f: Import de 2 lignes", { exact: true }).waitFor();
    expect(await page.getByText("lignes importées").count()).toBe(0);
    await count(page, "Souhaits", 7);

    await choose(page, ...people);
    await panel(page).getByText("Rien\u202f: l’événement contient déjà tout.").waitFor();
    await differs(page, "6 inchangés").waitFor();
    await button(page, "Importer 6 lignes").and(page.locator("[aria-disabled=true]")).waitFor();
    await close(page);
    await choose(
      page,
      table(
        "acheteurs.csv",
        "Nom complet;Société",
        "Gaspard Noirterre;Grand Ressort",
        "Inès Chantegrive;Magasins du Moulin Creux",
      ),
    );
    await says(page, "1 ligne est prête, 1 est à corriger");
    await problem(page, "Ligne 2, Nom complet")
      .getByRole("button", { name: /^C’est «.Gaspard Noirterre/ })
      .click();
    await says(page, "2 lignes sont prêtes");
    await differs(page, "Participants").getByText("1 modifié, 1 inchangé").waitFor();
    await differs(page, "Participants").getByRole("button", { name: "Participants" }).click();
    await panel(page).getByText("Organisation: Cœur de Ville → Grand Ressort").waitFor();
    await take(page, 2);
    await count(page, "Participants", 6);
    await shows(page, /^Participants/, "Grand Ressort");
    expect(complaints).toEqual([]);
  });
});

describe("workbooks", () => {
  it("dropped on the page: three sheets, then titles over two lines, each a new event", async () => {
    const { page, complaints } = await tables();
    const { name, bytes } = fixture("three-sheets.xlsx");
    const data = await page.evaluateHandle(
      ({ name, base64 }) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
        return transfer;
      },
      { name, base64: Buffer.from(bytes).toString("base64") },
    );
    await page.locator(".dropzone").dispatchEvent("dragover", { dataTransfer: data });
    await page.getByText("Déposer les fichiers pour les importer").waitFor();
    await page.locator(".dropzone").dispatchEvent("drop", { dataTransfer: data });
    await says(page, "10 lignes sont prêtes");
    // Empty rows below the table are none of its lines.
    await panel(page)
      .getByText("feuille «\u202fParticipants\u202f», 5 lignes, 7 colonnes, titres à la ligne 1")
      .waitFor();
    await panel(page)
      .getByText(/^2 journées sont supposées, du 17 mars 2027 au 18 mars 2027/)
      .waitFor();
    await take(page, 10);
    await page.locator(".top .ev", { hasText: "three-sheets" }).waitFor();
    for (const [tab, n] of [
      ["Participants", 4],
      ["Souhaits", 4],
      ["Lieux", 2],
    ] as const)
      await count(page, tab, n);
    await shows(page, /^Participants/, "Atelier Brancillon", "jeu. 18");

    await choose(page, table("participants.csv", "Id,Organisation", "b1,Magasins du Moulin Creux", "b2,Gare du Nord"));
    await says(page, "2 lignes sont prêtes");
    await differs(page, "Participants").getByText("1 modifié, 1 inchangé").waitFor();
    await take(page, 2);
    await count(page, "Participants", 4);
    await shows(page, /^Participants/, "Gare du Nord");

    await choose(page, fixture("titres-fusionnes.xlsx"));
    await panel(page).getByLabel("Dans").selectOption("new");
    await says(page, "3 lignes sont prêtes");
    await panel(page).getByText("titres aux lignes 3 et 4").waitFor();
    expect(await becomes(page, "Contact Prénom").inputValue()).toBe("firstName");
    expect(await becomes(page, "Vœux 3").inputValue()).toBe("choice");
    await take(page, 3);
    await page.locator(".top .ev", { hasText: "titres-fusionnes" }).waitFor();
    await count(page, "Souhaits", 5);
    await shows(page, /^Participants/, "Adèle Vermillac", "B13");
    expect(complaints).toEqual([]);
  });

  it("of 850 people and 15,676 wishes become an event without a mistake", async () => {
    const { empty, file, event } = bigTables();
    const { page, complaints } = await tables();
    await openText(page, "show.json", specText(empty));
    await count(page, "Participants", 0);
    await choose(page, file);
    await panel(page)
      .getByRole("heading", { name: /lignes sont prêtes$/ })
      .waitFor();
    await button(page, /^Importer /).click();
    await panel(page).waitFor({ state: "detached" });
    expect([event.participants.length, event.wishes!.length]).toEqual([850, 15_676]);
    await count(page, "Participants", 850);
    await count(page, "Souhaits", "15\u202f676");
    await page.getByRole("button", { name: "Vue d’ensemble" }).click();
    await page.locator(".say").waitFor();
    expect(await page.locator(".alert").count()).toBe(0);
    expect(complaints).toEqual([]);
  }, 120_000);
});

describe("names", () => {
  it("that nearly match are asked about; bad rows are listed, and the good ones taken without them", async () => {
    const { page } = await forum();
    await page.getByRole("button", { name: "Coller depuis un tableur" }).click();
    const cells = [
      "Nom complet\tSociété\tCôté\tRdv garantis",
      "Sami Dumsa\tMoulin Creux\tAcheteurs\t3",
      "Lea Roncevel\tHéron Bleu\tExposants\t",
      "Zoé Lamirande\tAilleurs\tAcheteurs\tbeaucoup",
      "Paul Vintrignac\tAilleurs\tAcheteurs\t2",
    ].join("\n");
    await page.evaluate((text) => navigator.clipboard.writeText(text), cells);
    await panel(page).getByRole("textbox").focus();
    await page.keyboard.press("Control+V");
    await panel(page).getByRole("heading", { name: "Importer des cellules collées" }).waitFor();
    await says(page, "1 ligne est prête, 3 sont à corriger");
    await problem(page, "Ligne 4, Rdv garantis").getByText("beaucoup").waitFor();
    await problem(page, "Ligne 2, Nom complet").getByRole("button", { name: "C’est" }).click();
    await says(page, "2 lignes sont prêtes, 2 sont à corriger");
    await problem(page, "Ligne 3, Nom complet")
      .getByText(/mais «.Léa Roncevel.» y est/)
      .waitFor();
    await problem(page, "Ligne 3, Nom complet").getByRole("button", { name: "Une nouvelle personne" }).click();
    await says(page, "3 lignes sont prêtes, 1 est à corriger");
    await differs(page, "2 ajoutés, 1 modifié").waitFor();
    await panel(page).getByText("sans ce qui est à corriger · annulable").waitFor();
    await take(page, 3);
    await count(page, "Participants", 5);
    await page.getByRole("button", { name: /^Annuler/ }).click();
    await count(page, "Participants", 3);
  });

  it("that stand twice are told, sides that nothing says are asked for, spoilt letters are warned about", async () => {
    const { page } = await forum();
    await choose(page, fixture("homonymes.csv"));
    await says(page, "4 lignes sont prêtes, 1 est à corriger");
    await panel(page)
      .getByText(/«.Camille Ravenelle.» figure aussi à la ligne 2, avec une autre organisation/)
      .waitFor();
    await problem(page, "Ligne 5, Nom complet").getByText("une personne écrite deux fois, ou deux homonymes").waitFor();
    await problem(page, "Ligne 5, Nom complet").getByRole("button", { name: "Une nouvelle personne" }).click();
    await says(page, "5 lignes sont prêtes");
    await close(page);

    await choose(page, ...["unicode-texte.txt", "vieux-mac.csv", "mauvais-encodage.csv"].map(fixture));
    await says(page, "Aucune ligne n’est prête, 3 sont à corriger");
    for (const encoding of ["UTF-16 avec marque, séparé par des tabulations", "Mac Roman"])
      await panel(page).getByText(encoding).waitFor();
    await problem(page, "mauvais-encodage.csv").getByText("enregistré avec un mauvais encodage").waitFor();
    await problem(page, "Ligne 2 unicode-texte.txt")
      .getByRole("button", { name: /Exposants/ })
      .click();
    // Its answer moves the list: a press that comes meanwhile would be let go on something else.
    await says(page, "1 ligne est prête, 2 sont à corriger");
    await problem(page, "Ligne 2 vieux-mac.csv")
      .getByRole("button", { name: /Exposants/ })
      .click();
    await says(page, "2 lignes sont prêtes, 1 est à corriger");
    await take(page, 2);
    await shows(page, /^Participants/, "Léonie Cœurderoy", "Léonie Mirandol", "Pêcherie d’Été");
    await count(page, "Participants", 5);
  });
});

it("columns that nothing recognises are told apart by hand, and a new package is refused", async () => {
  const { page } = await forum();
  const rows = [
    "Fichier du 3 mars",
    "Quoi;Où;Combien",
    "Zoé Lamirande;Acheteurs;Platine",
    "Paul Vintrignac;Exposants;",
    ";;",
    ";;",
  ];
  await choose(page, table("export.csv", ...rows));
  await panel(page).getByLabel("Contenu").selectOption("participants");
  await panel(page).getByLabel("Titres à la ligne").selectOption("2");
  await becomes(page, "Quoi").selectOption("name");
  await becomes(page, "Où").selectOption("side");
  await becomes(page, "Combien").selectOption("tier");
  await says(page, "2 lignes sont prêtes");
  const made = panel(page).locator(".made li", { hasText: "Platine" });
  await made.getByRole("button", { name: "Ne pas créer" }).click();
  await says(page, "1 ligne est prête, 1 est à corriger");
  await made.getByRole("button", { name: "Créer quand même" }).click();
  await says(page, "2 lignes sont prêtes");
  await becomes(page, "Combien").selectOption("skip");
  await made.waitFor({ state: "detached" });
  // In English, in place.
  await page.getByRole("button", { name: "EN", exact: true }).click();
  await panel(page).getByText("2 rows are ready").waitFor();
  await page.getByRole("button", { name: "FR", exact: true }).click();
  await take(page, 2);
  await count(page, "Participants", 5);
  await count(page, "Forfaits", 0);
});

describe("an event with its tables", () => {
  const files: Record<string, Uint8Array> = {
    "event.json": strToU8(FORUM),
    "people.tsv": strToU8("Nom complet\tCôté\nZoé Lamirande\tAcheteurs\n"),
    "voeux.csv": strToU8("De;Vers;Priorité\nZoé Lamirande;Léa Roncevel;2\nlea;Zoé Lamirande;veto\n"),
    "plan.pdf": strToU8("%PDF-1.7"),
  };

  it("comes as an archive, opened like an event, and as a folder", async () => {
    const { page, complaints } = await tables();
    await openEvents(page);
    const archive = { name: "forum.zip", mimeType: "application/zip", buffer: Buffer.from(zipSync(files)) };
    await page.locator("#events input[type=file]").setInputFiles(archive);
    await page.locator("#events header .btn.txt").click();
    await says(page, "3 lignes sont prêtes");
    await panel(page)
      .getByText(/plan\.pdf.*est laissé de côté/)
      .waitFor();
    expect(await panel(page).getByLabel("Dans").inputValue()).toBe("file");
    await take(page, 3);
    await count(page, "Participants", 4);
    await count(page, "Souhaits", 3);

    const folder = await mkdtemp(join(tmpdir(), "dancecard-"));
    page.once("close", () => void rm(folder, { recursive: true }));
    const [inner, changed] = [
      join(folder, "forum"),
      { ...files, "people.tsv": strToU8("Nom complet\tCôté\nAlba Noé\tAcheteurs\nZoé Lamirande\tAcheteurs\n") },
    ];
    await mkdir(inner);
    for (const [name, bytes] of Object.entries(changed)) await writeFile(join(inner, name), bytes);
    await page.getByRole("button", { name: "Coller depuis un tableur" }).click();
    await panel(page).locator("input[webkitdirectory]").setInputFiles(inner);
    await panel(page).getByRole("heading", { name: "Importer 4 fichiers" }).waitFor();
    await says(page, "4 lignes sont prêtes");
    await take(page, 4);
    await count(page, "Participants", 5);
    expect(complaints).toEqual([]);
  });

  it("is opened on a phone too, where the panel has the whole screen", async () => {
    const { page } = await site.open({ viewport: { width: 390, height: 844 } });
    pages.push(page);
    await openEvents(page);
    await page.locator("#events input[type=file]").setInputFiles(filesOf([fixture("three-sheets.xlsx")]));
    await says(page, "10 lignes sont prêtes");
    expect(await panel(page).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await button(page, "Importer 10 lignes").click();
    await page.locator(".ph .m", { hasText: "three-sheets" }).waitFor();
  });
});

describe("files that mean harm", () => {
  it("bring names that stay text, and run nothing", async () => {
    const { page, complaints } = await forum();
    const names = [
      '=HYPERLINK("http://example.invalid/")',
      "<img src=x onerror=window.hurt=1>",
      "__proto__",
      "@SUM(1+1)",
    ];
    const rows = names.map((name) => `"${name.replaceAll('"', '""')}";"${name.replaceAll('"', '""')}";Acheteurs`);
    await choose(page, table("<img src=x onerror=hurt=2>.csv", "Nom complet;Société;Côté", ...rows));
    await says(page, "4 lignes sont prêtes");
    await differs(page, "4 ajoutés").getByRole("button").click();
    for (const name of names) await panel(page).locator(".diff").getByText(name, { exact: true }).waitFor();
    await take(page, 4);
    await shows(page, /^Participants/, ...names);
    expect(await page.evaluate(() => "hurt" in window)).toBe(false);
    expect(await page.locator("#app img, #app a[href*=invalid]").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("or are no tables are refused in a sentence, and the event stays as it is", async () => {
    const { page, complaints } = await forum();
    await stored(page, "Forum des Deux Rives");
    const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 104_729) % 256);
    const workbook = readFileSync(join(FOLDER, "three-sheets.xlsx"));
    const refused: [Given, string | RegExp][] = [
      [{ name: "photo.csv", bytes: noise }, "Ce n’est ni un tableau (CSV, TSV, XLSX), ni un événement (JSON)"],
      [{ name: "page.csv", bytes: strToU8("<html><script>window.hurt = 1</script>") }, "Ce n’est ni un tableau"],
      [{ name: "vide.csv", bytes: new Uint8Array() }, "Le fichier est vide."],
      [{ name: "coupe.xlsx", bytes: workbook.subarray(0, workbook.length / 2) }, "abîmée ou tronquée"],
      [{ name: "vieux.xls", bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0) }, "ancien format (.xls)"],
      [{ name: "bombe.zip", bytes: zipSync({ "a.csv": new Uint8Array(60_000_000) }) }, "se déplie au-delà"],
    ];
    for (const [file, sentence] of refused) {
      await choose(page, file);
      await panel(page).getByText(sentence).waitFor();
      await button(page, "Importer").and(page.locator("[aria-disabled=true]")).waitFor();
      await close(page);
    }
    await count(page, "Participants", 3);
    await page
      .getByRole("button", { name: /^Annuler/ })
      .and(page.locator("[aria-disabled=true]"))
      .waitFor();
    await stored(page, FORUM);
    expect(await page.evaluate(() => "hurt" in window)).toBe(false);
    expect(complaints).toEqual([]);
  });
});

it("a reader that cannot be loaded is said so, where the files were chosen", async () => {
  const { page } = await tables();
  await page.context().route(/\/assets\/import-.*\.js$/, (route) => route.abort());
  await page.locator(".tablework input.tablefiles").setInputFiles(filesOf([fixture("homonymes.csv")]));
  await panel(page).getByRole("alert").getByText("Les fichiers n’ont pas pu être lus").waitFor();
  await close(page);
});
